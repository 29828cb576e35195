"""Figures, without a database: what is counted, kept and told."""
