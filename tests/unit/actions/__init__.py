"""What acts do without a database."""
