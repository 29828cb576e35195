"""Tables of door sturing, by subject."""
