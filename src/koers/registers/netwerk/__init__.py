"""Door netwerk: what the municipalities bring to one table, decide there, and think of it."""
