"""Trede voor trede: what a family can do, then its surroundings, then what is there for everybody, and only
then help for one child (Koersen 3; Jeugdwet 2.3 lid 1).

The ladder binds the toegang alone. A doctor, a gecertificeerde instelling or a judge decides by own law
(Jeugdwet 2.6 lid 1e, 3.5): there the steps are noted if known and stop nothing.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from koers.domain.routes import TOEGANG
from koers.domain.weigering import Refused

# In the order of the ladder. The outcome of the last one is the besluit itself.
EIGEN_KRACHT, OMGEVINGSKRACHT = "eigen_kracht", "omgevingskracht"
ALGEMENE_VOORZIENING, INDIVIDUELE_VOORZIENING = "algemene_voorziening", "individuele_voorziening"
TREDEN = (EIGEN_KRACHT, OMGEVINGSKRACHT, ALGEMENE_VOORZIENING, INDIVIDUELE_VOORZIENING)
VOORLIGGENDE_TREDEN = TREDEN[:3]

HELPT = "helpt"
UITKOMSTEN = (HELPT, "helpt_deels", "niet_passend", "niet_beschikbaar", "niet_van_toepassing")
# What the figures say of a step that has no outcome, and when they call it skipped; the worse one first.
OPEN, NIET_VAN_TOEPASSING = "open", "niet_van_toepassing"
LADDERUITKOMSTEN = (*UITKOMSTEN, OPEN)
OVERGESLAGEN = (OPEN, NIET_VAN_TOEPASSING)
CRISIS, HARDHEIDSCLAUSULE = "crisis", "hardheidsclausule"
UITZONDERINGEN = (CRISIS, HARDHEIDSCLAUSULE)
GEEN_UITZONDERING = "geen"


@dataclass(frozen=True, slots=True)
class Trede:
    """What one step gave on a day. `reden` is read by the family; `geprobeerd`: what was tried."""

    trede: str
    uitkomst: str
    reden: str
    datum: date
    geprobeerd: str = ""


@dataclass(frozen=True, slots=True)
class Uitzondering:
    """Why the ladder was passed over, decided on a day."""

    soort: str
    reden: str
    datum: date


@dataclass(frozen=True, slots=True)
class Briefreden:
    """One thing that the letter says about the ladder: a step with its outcome, or an exception."""

    soort: str
    uitkomst: str
    reden: str
    datum: date


def check_trede(trede: Trede, *, today: date) -> None:
    """Refuses an outcome that says too little. Refused: trede_onbekend, trede_zonder_reden,
    datum_in_toekomst."""
    if trede.trede not in VOORLIGGENDE_TREDEN or trede.uitkomst not in UITKOMSTEN:
        raise Refused("trede_onbekend")
    if not trede.reden.strip():
        raise Refused("trede_zonder_reden")
    if trede.datum > today:
        raise Refused("datum_in_toekomst")


def check_uitzondering(uitzondering: Uitzondering, *, today: date) -> None:
    """Refuses an exception without a ground. Refused: uitzondering_onbekend, uitzondering_zonder_reden,
    datum_in_toekomst."""
    if uitzondering.soort not in UITZONDERINGEN:
        raise Refused("uitzondering_onbekend")
    if not uitzondering.reden.strip():
        raise Refused("uitzondering_zonder_reden")
    if uitzondering.datum > today:
        raise Refused("datum_in_toekomst")


def latest(treden: Iterable[Trede], *, today: date) -> dict[str, Trede]:
    """The outcome of each step that holds on `today`, in the order of the ladder.

    A later day wins; of one day, what comes last in `treden` (so: as written down).
    """
    found: dict[str, Trede] = {}
    for row in treden:
        before = found.get(row.trede)
        if row.datum <= today and (before is None or row.datum >= before.datum):
            found[row.trede] = row
    return {trede: found[trede] for trede in VOORLIGGENDE_TREDEN if trede in found}


def open_treden(treden: Iterable[Trede], *, today: date) -> tuple[str, ...]:
    """The steps that have no outcome with a reason yet."""
    known = latest(treden, today=today)
    return tuple(t for t in VOORLIGGENDE_TREDEN if t not in known or not known[t].reden.strip())


def check_ladder(
    route: str,
    treden: Iterable[Trede],
    *,
    crisis: Uitzondering | None = None,
    hardheidsclausule: Uitzondering | None = None,
    today: date,
) -> None:
    """Refuses an individuele voorziening of `today` while a step below it is open, or already suffices.

    Only on the route of the toegang; a crisis and the hardheidsclausule pass over the ladder, from the
    day on which they were decided. Refused: trede_open, trede_volstaat.
    """
    if route != TOEGANG:
        return
    if any(_holds(exception, today) for exception in (crisis, hardheidsclausule)):
        return
    rows = tuple(treden)
    missing = open_treden(rows, today=today)
    if missing:
        raise Refused("trede_open", treden=missing)
    enough = tuple(t for t, row in latest(rows, today=today).items() if row.uitkomst == HELPT)
    if enough:
        raise Refused("trede_volstaat", treden=enough)


def _holds(uitzondering: Uitzondering | None, today: date) -> bool:
    return uitzondering is not None and bool(uitzondering.reden.strip()) and uitzondering.datum <= today


def reasons_for_letter(
    treden: Iterable[Trede], uitzonderingen: Iterable[Uitzondering], *, today: date
) -> tuple[Briefreden, ...]:
    """What the letter of `today` says about the ladder: each step in order, then why it was passed over."""
    steps = latest(treden, today=today).values()
    passed = [u for u in uitzonderingen if _holds(u, today)]
    return (
        *(Briefreden(row.trede, row.uitkomst, row.reden.strip(), row.datum) for row in steps),
        *(Briefreden(u.soort, "", u.reden.strip(), u.datum) for u in passed),
    )
