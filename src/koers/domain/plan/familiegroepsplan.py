"""The family may make the plan itself first (Jeugdwet 4.1.2); if not, ours is there in six weeks (4.1.3)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from koers.domain.toestanden.plan import FAMILIEGROEPSPLAN
from koers.domain.weigering import Refused


class Stap(StrEnum):
    """What happened with the offer."""

    AANGEBODEN = "aangeboden"
    GAAT_MAKEN = "gaat_maken"
    ZIET_AF = "ziet_af"
    NIET_AANGEBODEN = "niet_aangeboden"
    GEMAAKT = "gemaakt"


# Why the offer may stay away (Jeugdwet 4.1.2, third sentence); that the parents do not want it is `ziet_af`.
GRONDEN = ("bedreiging", "belang_geschaad")
AFGEZIEN = frozenset({"afgezien", "niet_aangeboden"})
BEGIN = "niet_besproken"


@dataclass(frozen=True, slots=True)
class Groepsplanstap:
    """One step on a day; `grond` only where the offer stayed away."""

    stap: Stap
    datum: date
    grond: str = ""
    reden: str = ""


def state(stappen: Sequence[Groepsplanstap]) -> str:
    """Where the offer stands. `stappen`: oldest first."""
    now = BEGIN
    for een in stappen:
        now = FAMILIEGROEPSPLAN.move(now, "register_familiegroepsplan", een.stap.value)
    return now


def check_stap(eerder: Sequence[Groepsplanstap], stap: Groepsplanstap, *, today: date) -> str:
    """The state after this step. Refused: datum_in_toekomst, stap_te_vroeg, grond_ontbreekt, reden_nodig,
    overgang_mag_niet.
    """
    if stap.datum > today:
        raise Refused("datum_in_toekomst")
    if eerder and stap.datum < eerder[-1].datum:
        raise Refused("plan_stap_te_vroeg", datum=eerder[-1].datum)
    if stap.stap is Stap.NIET_AANGEBODEN and stap.grond not in GRONDEN:
        raise Refused("plan_grond_ontbreekt")
    if stap.stap in (Stap.NIET_AANGEBODEN, Stap.ZIET_AF) and not stap.reden.strip():
        raise Refused("plan_reden_nodig")
    return FAMILIEGROEPSPLAN.move(state(eerder), "register_familiegroepsplan", stap.stap.value)


def due(stappen: Sequence[Groepsplanstap], *, weken: int) -> date | None:
    """The last day for our own plan: so many weeks after it was settled that the family makes none.

    A weekend is not added: the day is to be met, and an earlier one does no harm.
    """
    if state(stappen) not in AFGEZIEN:
        return None
    return stappen[-1].datum + timedelta(weeks=weken)


def is_discussed(stappen: Sequence[Groepsplanstap]) -> bool:
    """Whether there is an answer, or a ground for not asking."""
    return state(stappen) not in (BEGIN, "aangeboden")
