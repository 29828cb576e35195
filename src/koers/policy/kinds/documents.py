"""The documents that policy leans on, and who keeps a policy file up to date."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Literal

from koers.domain.bereik import Bereik
from koers.policy.kinds.marks import KEBAB
from koers.policy.values import Bron, Herkomst, Id, Tekst, Tijdstip


@dataclass(frozen=True, slots=True)
class Document:
    """A law, standard, policy document or data set that a `bron` may name."""

    id: Annotated[str, KEBAB, Id("bronnen")]
    naam: Tekst
    soort: Literal["wet", "standaard", "beleidsdocument", "cijfers", "eigen"]
    uitgever: str
    versie: Tekst
    herkomst: Herkomst
    datum: Tijdstip | None = None
    toelichting: Tekst | None = None


@dataclass(frozen=True, slots=True)
class Eigenaar:
    """The function that must keep a file right; never a person's name."""

    id: Annotated[str, KEBAB, Id("eigenaren")]
    naam: Tekst
    herkomst: Herkomst


@dataclass(frozen=True, slots=True)
class Eigenaren:
    eigenaren: tuple[Eigenaar, ...]


@dataclass(frozen=True, slots=True)
class Aannamegetal:
    """A figure that is assumed, with how low and how high it may be. Without `vindplaats` it is our own."""

    id: Annotated[str, KEBAB]
    naam: Tekst
    laag: Decimal
    waarschijnlijk: Decimal
    hoog: Decimal
    eenheid: Literal["procent", "uren", "dagen", "aantal"]
    vindplaats: Bron | None = None

    @property
    def bereik(self) -> Bereik:
        """As a range to draw from."""
        return Bereik(float(self.laag), float(self.waarschijnlijk), float(self.hoog))

    def faults(self) -> Iterator[tuple[str, str]]:
        if not 0 <= self.laag <= self.waarschijnlijk <= self.hoog:
            yield "laag", "Zet laag, waarschijnlijk en hoog op volgorde, en niet onder nul."


@dataclass(frozen=True, slots=True)
class Aanname:
    """Something *we* assume because no source says it: said aloud, so that it can be replaced."""

    id: Annotated[str, KEBAB, Id("aannames")]
    naam: Tekst
    stelling: Tekst
    waarom: Tekst
    als_het_anders_is: Tekst
    herkomst: Herkomst
    getallen: tuple[Aannamegetal, ...] = ()

    def getal(self, id: str) -> Aannamegetal:
        """Raises KeyError for an unknown figure."""
        for getal in self.getallen:
            if getal.id == id:
                return getal
        raise KeyError(id)

    def faults(self) -> Iterator[tuple[str, str]]:
        known = set()
        for number, getal in enumerate(self.getallen):
            if getal.id in known:
                yield (
                    f"getallen[{number}].id",
                    f"Het getal {getal.id} staat er twee keer in. Haal er een weg of noem het anders.",
                )
            known.add(getal.id)


@dataclass(frozen=True, slots=True)
class Afkorting:
    """A short form and the words that mean the same; a search for one finds the others."""

    id: Annotated[str, KEBAB, Id("afkortingen")]
    afkorting: str
    betekent: tuple[str, ...]
    herkomst: Herkomst


@dataclass(frozen=True, slots=True)
class Afkortingen:
    afkortingen: tuple[Afkorting, ...]
