"""What Koers hands to others because the law asks for it, and what it checks before that. Pure.

A row that does not meet its protocol stays out of the file, and is counted and listed with how to mend it.
"""
