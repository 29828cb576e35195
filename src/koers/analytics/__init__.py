"""Figures: what is counted (model, measures), how (engines), from what (mart), what is told (disclosure)."""
