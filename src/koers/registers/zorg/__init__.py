"""Door zorg: providers' products, toewijzingen, real starts and stops, and what was declared."""
