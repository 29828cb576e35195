"""Door toegang."""
