"""The documents that policy leans on, and who keeps a policy file up to date."""

from dataclasses import dataclass
from typing import Annotated, Literal

from koers.policy.kinds.marks import KEBAB
from koers.policy.values import Herkomst, Id, Tekst, Tijdstip


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
class Aanname:
    """Something *we* assume because no source says it: said aloud, so that it can be replaced."""

    id: Annotated[str, KEBAB, Id("aannames")]
    naam: Tekst
    stelling: Tekst
    waarom: Tekst
    als_het_anders_is: Tekst
    herkomst: Herkomst


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
