"""Settings of the tests: the product's own, with keys that protect nothing."""

import os

os.environ.setdefault("KOERS_TESTING", "1")

from koers.config.settings import *  # noqa: F403
