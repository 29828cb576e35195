"""The tables of the demo region: every column with its type and meaning. Who loads them starts here.

`soort` of a column: `id` (int64 key of this table), `verwijzing` (int64 key of another table, -1 = none),
`index` (place in a lookup tuple, -1 = none), `code` (place in a list of `codes`, -1 = not known yet),
`getal`, `ja_nee`, `dag` (datetime64[D], NaT = none or not known yet), `moment` (UTC, datetime64[s]), `tekst`.
Days are legal days in the Netherlands; last days are inclusive. Money is in cents.
Rows are sorted by key; a fact is in the table only if it was recorded (`vastgelegd_at`) by the end date.
"""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from koers.simulation.proefregio.stroom import Getallen

_TYPE: Final = {
    "id": "<i8",
    "verwijzing": "<i8",
    "index": "<i2",
    "code": "i1",
    "getal": "<i8",
    "klein": "<i2",
    "ja_nee": "?",
    "dag": "<M8[D]",
    "moment": "<M8[s]",
    "tekst": "<U5",
}


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column. `naar`: the table, lookup tuple or code list that the value points into."""

    naam: str
    soort: str
    uitleg: str
    naar: str = ""


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table: what one row is, the columns that identify it, and all columns in order."""

    naam: str
    uitleg: str
    sleutel: tuple[str, ...]
    kolommen: tuple[Kolom, ...]

    @property
    def dtype(self) -> np.dtype[Any]:
        """The numpy record type: packed and little-endian, so that bytes are the same everywhere."""
        return np.dtype([(k.naam, _TYPE[k.soort]) for k in self.kolommen])

    def bouw(self, **kolommen: NDArray[Any] | int) -> NDArray[Any]:
        """A sorted structured array from plain columns; days and moments come in as whole numbers."""
        if kolommen.keys() != {k.naam for k in self.kolommen}:
            raise KeyError(f"{self.naam}: {sorted(kolommen.keys() ^ {k.naam for k in self.kolommen})}")
        aantal = max(np.size(v) if np.ndim(v) else 0 for v in kolommen.values())
        uit = np.zeros(aantal, dtype=self.dtype)
        for k in self.kolommen:
            waarden = np.asarray(kolommen[k.naam])
            if k.soort in {"dag", "moment"}:
                waarden = waarden.astype(np.int64).astype(_TYPE[k.soort])
            uit[k.naam] = waarden
        volgorde = np.lexsort([uit[naam] for naam in reversed(self.sleutel)])
        return uit[volgorde]


def ids(tabel: NDArray[Any], naam: str = "id") -> Getallen:
    """A key column as plain int64."""
    return np.ascontiguousarray(tabel[naam]).astype(np.int64)
