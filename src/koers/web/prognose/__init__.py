"""Pages of door prognose."""
