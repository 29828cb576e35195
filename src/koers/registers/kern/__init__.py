"""Door kern: people, families, organisations, accounts and the log."""
