"""Against the files of ../shared."""
