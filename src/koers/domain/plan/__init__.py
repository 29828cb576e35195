"""The plan of a gezin: what stands in it, when it is whole, who reads what, and what changed."""
