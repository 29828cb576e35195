"""Which providers fit a question, and why: reasons side by side, never a score and never a choice.

A person chooses. The order is told in words on the page: what does not fit comes last, then who can begin
soonest by what the provider reported, then who is nearest.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import IntEnum


class Afstand(IntEnum):
    """How far the nearest place of a provider is from where the child lives, by area."""

    PLAATS = 1
    DEELGEBIED = 2
    GEMEENTE = 3
    INKOOPREGIO = 4
    ELDERS = 5
    ONBEKEND = 6


@dataclass(frozen=True, slots=True)
class Kind:
    """What is known of the child. `leeftijd` on the first day of help; empty places where it is secret.

    `gebied`: the places around its own in the same part of the gemeente; `regio`: CBS codes of the
    gemeenten of its procurement region.
    """

    leeftijd: int | None
    plaatsen: frozenset[str]
    gebied: frozenset[str]
    gemeente: str
    regio: frozenset[str]


@dataclass(frozen=True, slots=True)
class Plek:
    """A place of a provider: its name, and the CBS code of its gemeente."""

    plaatsnaam: str
    gemeentecode: str


@dataclass(frozen=True, slots=True)
class Gemeld:
    """What the provider reported of a product, and how many days ago."""

    datum: date
    plekken: int
    wachttijd_dagen: int
    dagen_oud: int
    verouderd: bool


@dataclass(frozen=True, slots=True)
class Kandidaat:
    """A contract product of a provider, as far as it says something about fitting.

    `eerder`: help that this child had there before; `weigerde`: it refused this child before.
    """

    product: str
    leeftijd_van: int | None
    leeftijd_tot_en_met: int | None
    plekken: tuple[Plek, ...]
    gemeld: Gemeld | None
    eerder: tuple[str, ...] = ()
    weigerde: bool = False


@dataclass(frozen=True, slots=True)
class Reden:
    """One reason. `telt`: 1 speaks for, -1 against, 0 is only good to know. `waarde` fills in its words."""

    soort: str
    telt: int
    waarde: str = ""


@dataclass(frozen=True, slots=True)
class Oordeel:
    """Why a candidate fits or not. `past`: nothing speaks against it that the contract itself says."""

    redenen: tuple[Reden, ...]
    past: bool
    wachttijd: int | None
    afstand: Afstand


def judge(kind: Kind, kandidaat: Kandidaat, *, toegekend: frozenset[str]) -> Oordeel:
    """The reasons for one candidate. `toegekend`: codes that a besluit grants; empty: nothing says which."""
    product = _product(kandidaat, toegekend)
    age = _age(kind, kandidaat)
    far = nearest(kind, kandidaat.plekken)
    reasons = [*product, *age, _distance(far), _waiting(kandidaat.gemeld), *_before(kandidaat)]
    return Oordeel(
        tuple(reasons),
        past=all(reden.telt >= 0 for reden in (*product, *age)),
        wachttijd=kandidaat.gemeld.wachttijd_dagen if kandidaat.gemeld else None,
        afstand=far,
    )


def order_of(oordeel: Oordeel, naam: str) -> tuple[bool, bool, int, int, str]:
    """Where it stands in the list: fitting first, then the shortest reported wait, then the nearest."""
    wait = oordeel.wachttijd
    return (not oordeel.past, wait is None, wait or 0, int(oordeel.afstand), naam)


def nearest(kind: Kind, plekken: Iterable[Plek]) -> Afstand:
    """The nearest of these places, by area."""
    return min((_step(kind, plek) for plek in plekken), default=Afstand.ONBEKEND)


def _step(kind: Kind, plek: Plek) -> Afstand:
    if plek.gemeentecode == kind.gemeente:
        if plek.plaatsnaam in kind.plaatsen:
            return Afstand.PLAATS
        return Afstand.DEELGEBIED if plek.plaatsnaam in kind.gebied else Afstand.GEMEENTE
    return Afstand.INKOOPREGIO if plek.gemeentecode in kind.regio else Afstand.ELDERS


def _product(kandidaat: Kandidaat, toegekend: frozenset[str]) -> list[Reden]:
    if not toegekend:
        return []
    if kandidaat.product in toegekend:
        return [Reden("besluit", 1)]
    return [Reden("geen_besluit", -1)]


def _age(kind: Kind, kandidaat: Kandidaat) -> list[Reden]:
    van, tot = kandidaat.leeftijd_van, kandidaat.leeftijd_tot_en_met
    if van is None and tot is None:
        return [Reden("leeftijd_niet_in_contract", 0)]
    if kind.leeftijd is None:
        return [Reden("leeftijd_onbekend", 0)]
    period = f"{van or 0}–{tot}" if tot is not None else f"{van}+"
    fits = (van is None or van <= kind.leeftijd) and (tot is None or kind.leeftijd <= tot)
    return [Reden("leeftijd_past", 1, period) if fits else Reden("leeftijd_past_niet", -1, period)]


def _distance(far: Afstand) -> Reden:
    if far is Afstand.ONBEKEND:
        return Reden("afstand_onbekend", 0)
    return Reden(f"afstand_{far.name.lower()}", 1 if far <= Afstand.GEMEENTE else 0)


def _waiting(gemeld: Gemeld | None) -> Reden:
    if gemeld is None:
        return Reden("wachttijd_onbekend", 0)
    return Reden("wachttijd", 1 if gemeld.plekken and not gemeld.verouderd else 0)


def _before(kandidaat: Kandidaat) -> list[Reden]:
    found = [Reden("eerder_hulp", 0, een) for een in kandidaat.eerder]
    return [*found, Reden("eerder_geweigerd", -1)] if kandidaat.weigerde else found
