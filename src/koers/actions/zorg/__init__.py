"""Door zorg."""
