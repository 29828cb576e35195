"""Pages and commands of door netwerk, on the figures that Koers brings along."""

from tests.integration.monitor.conftest import _dutch, shipped

__all__ = ["_dutch", "shipped"]
