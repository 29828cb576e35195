"""Acts on the plan of a gezin."""
