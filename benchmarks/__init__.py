"""Measurements by hand: `python -m benchmarks` (make bench). See benchmarks/README.md."""
