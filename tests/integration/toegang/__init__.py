"""Who gets in where: every way in, every role, two municipalities of equal data with canaries."""
