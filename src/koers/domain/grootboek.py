"""The general ledger beside what the monitor counts: per Iv3 taakveld and month, to the cent.

Nothing is rounded, matched by likeness or left out: what stands on one side only is a difference too.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from koers.domain.kolommen import gemeente_kolom, tekst_kolom
from koers.domain.tabelvorm import Kolomsoort, Tabel, column

ONBEKEND = ""  # a product that no contract, or more than one taakveld, names
Post = tuple[str, str, int]  # taakveld, month "2026-03", cents


@dataclass(frozen=True, slots=True)
class Grootboekregel:
    """A booking, or the sum of some; a credit is negative."""

    gemeente: str = gemeente_kolom()
    maand: str = column(
        Kolomsoort.MAAND,
        "De maand waarin de hulp was, niet die van de boeking.",
        "The month of the help, not that of the booking.",
    )
    taakveld: str = tekst_kolom(
        "Iv3-taakveld, zoals 6.72a.", "Iv3 task field, such as 6.72a.", leeg_mag=False
    )
    bedrag_cent: int = column(Kolomsoort.GETAL, "Bedrag in hele centen.", "Amount in whole cents.")
    rekening: str | None = tekst_kolom("Nummer van de rekening.", "Number of the account.")


GROOTBOEK = Tabel("grootboek", Grootboekregel, "maand")


@dataclass(frozen=True, slots=True)
class Aansluitregel:
    """A taakveld in a month, in cents; None: nothing of it stands there."""

    taakveld: str
    maand: str
    grootboek: int | None
    monitor: int | None

    @property
    def verschil(self) -> int:
        """Ledger minus monitor."""
        return (self.grootboek or 0) - (self.monitor or 0)


@dataclass(frozen=True, slots=True)
class Aansluiting:
    """`van`, `tot`: first and last month of the ledger. `verschillen` and `gelijk` together hold every
    taakveld and month of both sides in those months; `per_taakveld` their sums.
    """

    van: str
    tot: str
    verschillen: tuple[Aansluitregel, ...]
    gelijk: tuple[Aansluitregel, ...]
    per_taakveld: tuple[Aansluitregel, ...]

    @property
    def totaal(self) -> Aansluitregel:
        """Of everything."""
        regels = (*self.verschillen, *self.gelijk)
        return Aansluitregel(
            "", "", sum(r.grootboek or 0 for r in regels), sum(r.monitor or 0 for r in regels)
        )


def reconcile(grootboek: Iterable[Post], monitor: Iterable[Post]) -> Aansluiting | None:
    """Both sides beside each other in the months of the ledger; None without a booking."""
    boek = _sums(grootboek)
    if not boek:
        return None
    van, tot = min(maand for _, maand in boek), max(maand for _, maand in boek)
    geteld = {sleutel: cent for sleutel, cent in _sums(monitor).items() if van <= sleutel[1] <= tot}
    regels = [
        Aansluitregel(*sleutel, boek.get(sleutel), geteld.get(sleutel))
        for sleutel in sorted(boek.keys() | geteld.keys())
    ]
    return Aansluiting(
        van,
        tot,
        # A booking of nothing beside nothing is no difference.
        tuple(regel for regel in regels if regel.verschil),
        tuple(regel for regel in regels if not regel.verschil),
        tuple(_per_field(regels)),
    )


def _sums(posten: Iterable[Post]) -> dict[tuple[str, str], int]:
    som: dict[tuple[str, str], int] = defaultdict(int)
    for taakveld, maand, cent in posten:
        som[taakveld.strip().lower(), maand] += cent
    return dict(som)


def _per_field(regels: list[Aansluitregel]) -> Iterable[Aansluitregel]:
    for taakveld in sorted({regel.taakveld for regel in regels}):
        own = [regel for regel in regels if regel.taakveld == taakveld]
        boek = [regel.grootboek for regel in own if regel.grootboek is not None]
        geteld = [regel.monitor for regel in own if regel.monitor is not None]
        yield Aansluitregel(taakveld, "", sum(boek) if boek else None, sum(geteld) if geteld else None)
