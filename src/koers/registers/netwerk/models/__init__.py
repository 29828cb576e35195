"""Tables of the door netwerk, by subject."""
