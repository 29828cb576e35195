"""The figures and definitions that everybody may see, for programs: read only, JSON, without signing in.

Nothing here counts. What is told came through the one exit for numbers, as on the pages.
"""
