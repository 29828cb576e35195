"""Deliveries, areas and published figures."""
