"""Door netwerk: what the twelve municipalities bring to one table and decide there."""
