"""CBS as a counterpart: its tables over OData 3 and 4, read by a function that the caller gives."""
