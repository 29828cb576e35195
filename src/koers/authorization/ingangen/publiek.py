"""The mark of an entry that shows nothing of anybody."""

PUBLIEK = ""
