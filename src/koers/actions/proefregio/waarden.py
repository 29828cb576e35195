"""From columns of arrays to values that a database keeps."""

import hashlib
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

Kolom = list[Any]


class Sleutels:
    """Keys that follow from the seed and a table's own numbers, so that the same region has the same keys."""

    def __init__(self, seed: int) -> None:
        self._seed = seed

    def of(self, soort: str, nummers: NDArray[Any]) -> Kolom:
        """32 hex digits per number; None for -1."""
        begin = hashlib.sha256(f"{self._seed}:{soort}".encode()).hexdigest()[:16]
        return [None if n < 0 else f"{begin}{n:016x}" for n in nummers.tolist()]

    def own(self, soort: str, aantal: int) -> Kolom:
        """Keys for a table that has no numbers of its own."""
        return self.of(soort, np.arange(aantal))


def days(column: NDArray[Any]) -> Kolom:
    """ISO days; None for NaT."""
    return [None if text == "NaT" else text for text in np.datetime_as_string(column, unit="D").tolist()]


def until(column: NDArray[Any]) -> Kolom:
    """Inclusive last days as the day after, which is how a period ends inside."""
    return days(column + np.timedelta64(1, "D"))


def moments(column: NDArray[Any]) -> Kolom:
    """Moments in UTC as the database writes them."""
    return [text.replace("T", " ") for text in np.datetime_as_string(column, unit="s").tolist()]


def picked(lijst: Sequence[Any], column: NDArray[Any], anders: Any = "") -> Kolom:
    """The entries of a lookup tuple; `anders` where the index is -1."""
    return [anders if i < 0 else lijst[i] for i in column.tolist()]


def repeated(waarde: Any, aantal: int) -> Kolom:
    """The same value in every row."""
    return [waarde] * aantal


def coded(column: NDArray[Any], breedte: int = 2) -> Kolom:
    """Codes of a standard with their leading zeros; empty for what is not positive."""
    return [f"{code:0{breedte}d}" if code > 0 else "" for code in column.tolist()]
