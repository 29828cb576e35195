"""Door monitor."""
