"""Door prognose, from the mart to the page."""
