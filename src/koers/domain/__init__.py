"""What is decided: pure functions over frozen values. No Django, no files, no clock, no chance."""
