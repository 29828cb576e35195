"""Figures and facts as rows, formatted text and SVG, for pages and documents alike."""
