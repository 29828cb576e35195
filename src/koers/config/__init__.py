"""Settings, addresses and processes: the only room that knows all others."""
