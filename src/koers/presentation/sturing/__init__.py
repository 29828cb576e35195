"""Door sturing in words and pictures."""
