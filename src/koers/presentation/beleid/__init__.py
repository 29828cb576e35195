"""Policy as people read it: every kind of file in `beleid/` as things with a name, fields, and where they
come from. Pages and documents draw the same things.
"""
