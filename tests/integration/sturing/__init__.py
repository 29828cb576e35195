"""Door sturing."""
