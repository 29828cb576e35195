"""How good the forecast is, on invented histories whose future is known."""

from benchmarks.prognose.tabel import main

__all__ = ["main"]
