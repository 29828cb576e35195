"""Door netwerk."""
