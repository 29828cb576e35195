"""A plan as families and workers read it."""
