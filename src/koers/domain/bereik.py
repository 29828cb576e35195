"""An assumption with its range: the lowest, the likely and the highest value that still make sense."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Bereik:
    """`laag` <= `waarschijnlijk` <= `hoog`, in whatever unit the assumption has."""

    laag: float
    waarschijnlijk: float
    hoog: float

    def __post_init__(self) -> None:
        if not self.laag <= self.waarschijnlijk <= self.hoog:
            raise ValueError("laag, waarschijnlijk en hoog staan niet op volgorde")

    @classmethod
    def exactly(cls, waarde: float) -> "Bereik":
        """No range: somebody is sure of it."""
        return cls(waarde, waarde, waarde)

    def at(self, u: float) -> float:
        """The value below which a part `u` (0 to 1) lies, of a triangle with its top at the likely value."""
        breed = self.hoog - self.laag
        if not breed:
            return self.waarschijnlijk
        links = (self.waarschijnlijk - self.laag) / breed
        if u < links:
            return self.laag + breed * float((u * links) ** 0.5)
        return self.hoog - breed * float(((1 - u) * (1 - links)) ** 0.5)
