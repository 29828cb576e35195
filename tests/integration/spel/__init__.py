"""Families that are played through the acts, against a count kept by hand."""
