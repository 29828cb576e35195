"""The day of somebody as lines: what asks something now, what waits, what changed, what one works on."""

from dataclasses import dataclass, field
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

# So many lines of ordinary work are shown; the rest is behind its door.
HOOGSTENS = 8


@dataclass(frozen=True, slots=True)
class Regel:
    """One line: `wie` or what, `wat` about it, and what to do (`werk`) at `adres`."""

    wie: str
    wat: str
    adres: str
    werk: str


@dataclass(slots=True)
class Dag:
    """The lines of today, in the order in which they count."""

    datum: date
    vraagt: list[Regel] = field(default_factory=list)
    wacht: list[Regel] = field(default_factory=list)
    veranderd: list[Regel] = field(default_factory=list)
    werk: list[Regel] = field(default_factory=list)

    def parts(self) -> list[tuple[str, list[Regel]]]:
        """The parts that have lines, under the words that people read."""
        parts = [
            (_("Vraagt nu iets van mij"), self.vraagt),
            (_("Wacht op een ander"), self.wacht),
            (_("Veranderd sinds de vorige werkdag"), self.veranderd),
            (_("Waar ik aan werk"), self.werk),
        ]
        return [(kop, regels) for kop, regels in parts if regels]

    def sentence(self) -> str:
        """The answer of the page."""
        aantal = len(self.vraagt)
        if not aantal:
            return _("Niets wacht op u. Mooi moment om iets af te ronden, of om vooruit te kijken.")
        return ngettext(
            "Eén ding vraagt nu iets van u.", "%(aantal)s dingen vragen nu iets van u.", aantal
        ) % {"aantal": aantal}
