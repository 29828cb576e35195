"""Door sturing: the transformation as a programme: what was promised, what changed, what was reported."""
