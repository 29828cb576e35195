"""The acceptatieplicht: until when a provider answers, what a refusal needs, and what became of it.

The grounds and the number of working days are policy (`beleid/acceptatieplicht`); here is how they are
counted and held against what happened.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from koers.domain.awb import DAG, is_rest_day
from koers.domain.toestanden.acceptatie import (
    AFGEROND,
    BESPROKEN,
    BIJ_ZORGMAKELAAR,
    BINNEN,
    BUITEN,
    ERKEND,
    ESCALATIE_AFGEROND,
    ESCALATIE_OPEN,
    GEACCEPTEERD,
    MOET,
    ROUTE_AFGEROND,
    ROUTE_OPEN,
    VERVALLEN,
    WACHT,
)
from koers.domain.weigering import Refused

GEMEENTE, AANBIEDER = "gemeente", "aanbieder"
KANTEN = (GEMEENTE, AANBIEDER)
CAPACITEIT = ("ja", "later", "nee")
PASSEND = ("ja", "twijfel", "nee")
ACCEPTEERT, WEIGERT, BEOORDEELD, RONDT_AF = "geaccepteerd", "geweigerd", "beoordeeld", "afgerond"
OORDELEN = ("erkend", "moet_accepteren")
# What became of a refusal, as the toegang writes it down.
UITKOMSTEN = ("andere_aanbieder", "via_zorgmakelaar", "andere_hulp", "niet_meer_nodig")
UITKOMSTEN_ROUTE = ("plek_zelfde_aanbieder", "plek_andere_aanbieder", "hulp_op_maat", "geen_plek_gevonden")
# What became of an answer that came too late, as contract management writes it down.
UITKOMSTEN_ESCALATIE = ("alsnog_antwoord", "afspraak_nieuwe_dag", "andere_aanbieder", "niet_meer_nodig")
GEOPEND, OPGEPAKT = "geopend", "opgepakt"
# Still somebody's work: nobody answered, or nobody wrote down what came of a refusal.
OPEN = frozenset({WACHT, BESPROKEN, BINNEN, BUITEN, ERKEND, MOET})


@dataclass(frozen=True, slots=True)
class Plicht:
    """The terms of one procurement region. `gronden`: id -> whether one may refuse on it.

    `werkdagen` and `spoed_werkdagen`: for an answer. `geldt_vanaf`: earlier toewijzingen have no clock.
    """

    werkdagen: int
    spoed_werkdagen: int
    geldt_vanaf: date
    gronden: dict[str, bool]


@dataclass(frozen=True, slots=True)
class Gesprek:
    """A call between the toegang and the provider, as one of both sides wrote it down."""

    kant: str
    datum: date
    met: str
    capaciteit: str
    passend: str


@dataclass(frozen=True, slots=True)
class Stap:
    """An answer of the provider, or what was done with it. `buiten`: refused outside the allowed grounds."""

    soort: str
    datum: date
    buiten: bool = False
    oordeel: str = ""


def working_days_after(dag: date, aantal: int) -> date:
    """The day that lies so many working days later; weekends and recognised holidays do not count."""
    while aantal:
        dag += DAG
        aantal -= not is_rest_day(dag)
    return dag


def working_days_between(van: date, tot: date) -> int:
    """How many working days lie after `van`, up to and including `tot`; 0 when `tot` is not later."""
    return sum(not is_rest_day(van + DAG * n) for n in range(1, (tot - van).days + 1))


def answer_before(toegewezen: date, plicht: Plicht, *, spoed: bool) -> date | None:
    """The last day for an answer; None for what was given before the duty held."""
    if toegewezen < plicht.geldt_vanaf:
        return None
    return working_days_after(toegewezen, plicht.spoed_werkdagen if spoed else plicht.werkdagen)


def days_late(uiterlijk: date | None, beantwoord: date | None, *, today: date) -> int:
    """Working days past the last day: until the answer, or until today as long as there is none."""
    return working_days_between(uiterlijk, beantwoord or today) if uiterlijk is not None else 0


def check_gesprek(gesprek: Gesprek, toegewezen: date, *, today: date) -> None:
    """A call may come before the toewijzing, not after today.

    Refused: datum_in_toekomst, gesprek_met, gesprek_onvolledig, gesprek_te_lang_geleden.
    """
    if gesprek.kant not in KANTEN or gesprek.capaciteit not in CAPACITEIT or gesprek.passend not in PASSEND:
        raise Refused("gesprek_onvolledig")
    if not gesprek.met.strip():
        raise Refused("gesprek_met")
    if gesprek.datum > today:
        raise Refused("datum_in_toekomst")
    if (toegewezen - gesprek.datum).days > 60:
        raise Refused("gesprek_te_lang_geleden")


def check_weigering(grond: str, toelichting: str, plicht: Plicht, *, besproken: bool) -> bool:
    """Whether the refusal lies outside the allowed grounds. `besproken`: who refuses wrote down a call.

    Refused: weigering_zonder_grond, weigering_zonder_toelichting, weigering_zonder_gesprek.
    """
    if not besproken:
        raise Refused("weigering_zonder_gesprek")
    if grond not in plicht.gronden:
        raise Refused("weigering_zonder_grond")
    if not plicht.gronden[grond] and not toelichting.strip():
        raise Refused("weigering_zonder_toelichting")
    return not plicht.gronden[grond]


def state_of_acceptatie(stappen: Sequence[Stap], *, besproken: bool, gestart: bool, weg: bool) -> str:
    """The state, from steps oldest first. `gestart`: help began; `weg`: it was taken away, or is over."""
    last = stappen[-1] if stappen else None
    if last is not None and last.soort == RONDT_AF:
        return AFGEROND
    if gestart or (last is not None and last.soort == ACCEPTEERT):
        return GEACCEPTEERD
    if last is None:
        return VERVALLEN if weg else BESPROKEN if besproken else WACHT
    if last.soort == BEOORDEELD:
        return ERKEND if last.oordeel == "erkend" else MOET
    return BUITEN if last.buiten else BINNEN


def state_of_route(soorten: Sequence[str]) -> str:
    """The state of the zorgmakelaar's route, from the kinds of its steps; "" when it never opened."""
    if RONDT_AF in soorten:
        return ROUTE_AFGEROND
    if OPGEPAKT in soorten:
        return BIJ_ZORGMAKELAAR
    return ROUTE_OPEN if soorten else ""


def state_of_escalatie(soorten: Sequence[str]) -> str:
    """The state of a late answer, from the kinds of its facts; "" when it was never brought anywhere."""
    if RONDT_AF in soorten:
        return ESCALATIE_AFGEROND
    return ESCALATIE_OPEN if soorten else ""
