"""May this person, may anyone now, may they see it: three questions, one table of rules.

`handelingen` says which role may do which act and for which purpose; `ingangen` ties every page,
command and API call to an act; `zicht` narrows querysets to what somebody may see.
"""
