"""Which voorliggende voorzieningen fit a question, an age and a place, best first, each with why."""

from collections.abc import Mapping
from dataclasses import dataclass

from koers.analytics.zoeken import Stuk, Zoeker
from koers.policy import Beleid, Ontbreekt
from koers.policy.kinds.areas import Gebied
from koers.policy.kinds.services import Voorziening


@dataclass(frozen=True, slots=True)
class Zoekopdracht:
    """What somebody looks for. What is left out does not count. `gebied`: an id of the policy's areas."""

    vraag: str = ""
    leeftijd: int | None = None
    gebied: str = ""
    trede: str = ""


@dataclass(frozen=True, slots=True)
class Passend:
    """A voorziening and why it is shown. None: nobody asked, or (for the age) the source does not tell."""

    voorziening: Voorziening
    past_bij_vraag: bool
    past_bij_leeftijd: bool | None
    past_bij_plaats: bool | None


def search(beleid: Beleid, opdracht: Zoekopdracht) -> tuple[Passend, ...]:
    """What fits, best first. A question that fits nothing gives nothing; no question gives everything."""
    found = fitting(beleid, opdracht)
    return tuple(een for een in found if een.past_bij_vraag or not opdracht.vraag.strip())


def fitting(beleid: Beleid, opdracht: Zoekopdracht) -> list[Passend]:
    """Everything of the right age, place and step; what fits the question first, then the rest."""
    scores = {t.sleutel: t.score for t in _zoeker(beleid).search(opdracht.vraag, len(beleid.voorzieningen))}
    found = [
        Passend(
            een,
            een.id in scores,
            _fits_age(een, opdracht.leeftijd),
            _fits_place(een, opdracht.gebied, beleid.gebieden),
        )
        for een in beleid.voorzieningen.values()
        if opdracht.trede in ("", een.trede)
    ]
    fitting = [een for een in found if False not in (een.past_bij_leeftijd, een.past_bij_plaats)]
    return sorted(
        fitting, key=lambda een: (-scores.get(een.voorziening.id, 0), _surely(een), een.voorziening.id)
    )


def _surely(een: Passend) -> int:
    """What is certainly there goes before what is being built, and that before a story of the source."""
    return ("bestaand", "in_opbouw", "voorbeeld").index(een.voorziening.stand)


def _fits_age(een: Voorziening, leeftijd: int | None) -> bool | None:
    if leeftijd is None or isinstance(een.leeftijd, Ontbreekt):
        return None
    return een.leeftijd.van <= leeftijd <= een.leeftijd.tot_en_met


def _fits_place(een: Voorziening, gebied: str, gebieden: Mapping[str, Gebied]) -> bool | None:
    """What is in a part is in the whole, and what is there for the whole is there for every part."""
    if not gebied:
        return None
    return any(
        gebied in _upward(waar, gebieden) or waar in _upward(gebied, gebieden) for waar in een.gebieden
    )


def _upward(gebied: str, gebieden: Mapping[str, Gebied]) -> frozenset[str]:
    """An area with everything it is part of."""
    found: set[str] = set()
    walk: str | None = gebied
    while walk is not None and walk in gebieden and walk not in found:
        found.add(walk)
        walk = gebieden[walk].deel_van
    return frozenset(found)


# One index for each version of the policy that was searched; a process meets one, tests a few.
_GEBOUWD: dict[str, Zoeker] = {}


def _zoeker(beleid: Beleid) -> Zoeker:
    if beleid.digest not in _GEBOUWD:
        kort = {een.afkorting: een.betekent for een in beleid.afkortingen.values()}
        _GEBOUWD[beleid.digest] = Zoeker([_piece(een) for een in beleid.voorzieningen.values()], kort)
    return _GEBOUWD[beleid.digest]


def _piece(een: Voorziening) -> Stuk:
    vragen = " ".join(vraag.nl for vraag in een.vragen)
    return Stuk(een.id, een.naam.nl, f"{een.wat.nl} {vragen} {een.aanbieder.nl}")
