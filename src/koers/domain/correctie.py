"""A forecast laid on a published figure: what lies between the two is a line of its own, never a factor.

Koers scales nothing silently. The difference in the year of the figure is carried to the coming years as it
is; chance, band and money are reckoned without it.
"""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

STAP = Decimal("0.1")


@dataclass(frozen=True, slots=True)
class Correctie:
    """What was published of a year, and what Koers itself has for it (None: it counted nothing then).

    `stap`: to which decimal both are told, so that the lines of a table add up as they are printed.
    """

    jaar: int
    gepubliceerd: Decimal
    geteld: Decimal | None
    bron: str
    stap: Decimal = STAP

    @property
    def regel(self) -> Decimal | None:
        """The line: published less what Koers has; None when there is nothing to compare."""
        return None if self.geteld is None else self._told(self.gepubliceerd) - self._told(self.geteld)

    def lay(self, verwacht: float) -> tuple[Decimal, Decimal, Decimal] | None:
        """What is expected, the line, and both together: they add up to the last digit."""
        regel, midden = self.regel, self._told(Decimal(repr(float(verwacht))))
        return None if regel is None else (midden, regel, midden + regel)

    def _told(self, waarde: Decimal) -> Decimal:
        return waarde.quantize(self.stap, rounding=ROUND_HALF_UP)
