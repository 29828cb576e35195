"""Door kern."""
