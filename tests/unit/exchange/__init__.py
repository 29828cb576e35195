"""Reading delivered files."""
