"""What people do: load, decide, store and log in one transaction. The only room that writes."""
