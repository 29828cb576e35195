"""Door prognose: positions of the levers that somebody kept."""
