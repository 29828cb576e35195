"""Door netwerk: what the twelve municipalities bring to one table, decide there and think of working together."""
