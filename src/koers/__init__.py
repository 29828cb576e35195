"""Koers: from the first melding to the right help, and from every step to figures people trust."""
