"""Generated cases: the two engines argue, planted faults are caught, an attacker reads what is published."""
