"""Acts of door prognose: what happens if, from the municipality's own figures."""
