"""Door monitor: areas with their dated borders, published figures, and what arrived from whom."""
