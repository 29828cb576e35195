"""Settings of the tests: the product's own, with keys that protect nothing, away from what the demo made."""

import os

os.environ.setdefault("KOERS_TESTING", "1")
os.environ.setdefault("KOERS_VAR", "var/toetsen")

from koers.config.settings import *  # noqa: F403
