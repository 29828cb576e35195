"""What Koers keeps: thin models, constraints and querysets. Decisions are made elsewhere."""
