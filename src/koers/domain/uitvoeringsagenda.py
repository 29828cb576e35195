"""What is decided about the uitvoeringsagenda: who keeps it, what an action needs, what waits on what.

The opgaven themselves are policy (`beleid/opgaven`). An agreed day is never overwritten: a new day stands
beside the earlier ones, with its reason. Source: Koersen, chapter 5; product rows S0 and S1.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from uuid import UUID

from koers.domain.rollen import STURING, Rol
from koers.domain.vergadering import check_tekst
from koers.domain.weigering import Refused

T = TypeVar("T")
STANDEN = ("op_koers", "vraagt_aandacht", "zit_vast", "afgerond")
LOPEND = frozenset({"open", "verschoven"})
HOUDINGEN = ("leunt", "wijkt_af")
LANGSTE_NAAM = 200
SCHRIJFT_AGENDA = frozenset({Rol.BELEIDSADVISEUR})
# Who can carry an opgave, as a role or as somebody by name: the council sees to it, and carries nothing.
DRAAGT_OPGAVE = STURING - {Rol.RAADSLID}


@dataclass(frozen=True, slots=True)
class NieuweInterventie:
    """What a municipality will do for an opgave, and what has to come of it."""

    naam: str
    resultaat: str
    datum: date


@dataclass(frozen=True, slots=True)
class NieuweAgendaactie:
    """Who does what from when, before which day; agreed on `datum`."""

    wat: str
    wie: str
    begindatum: date
    uiterlijk: date
    datum: date


@dataclass(frozen=True, slots=True)
class NieuweHouding:
    """Something leans on a leading principle (its id in the policy) or deviates from it, with the reason."""

    principe: str
    houding: str
    reden: str = ""


@dataclass(frozen=True, slots=True)
class Waarvan:
    """Of what a principle is said: an `interventie`, `subsidie`, `besluit` of a meeting or `contract`.

    `gemeente`: for a besluit and a contract, who says so; of several municipalities each says it for itself.
    """

    soort: str
    id: UUID
    gemeente: str = ""


@dataclass(frozen=True, slots=True)
class Schakel:
    """An action waits on another."""

    wacht: UUID
    wacht_op: UUID


@dataclass(frozen=True, slots=True)
class Geraakt:
    """An action that a slip touches. `stappen`: how many links away. `knelt`: it begins before that day."""

    actie: UUID
    stappen: int
    knelt: bool


def check_past_day(datum: date, today: date, na: date | None = None) -> None:
    """A day on which something was agreed or seen. `na`: the day of what it comes after.

    Refused: datum_in_toekomst, dag_voor_vorige.
    """
    if datum > today:
        raise Refused("datum_in_toekomst")
    if na is not None and datum < na:
        raise Refused("dag_voor_vorige", datum=na)


def check_interventie(nieuw: NieuweInterventie, today: date) -> None:
    """Refused: interventie_zonder_naam, interventie_zonder_resultaat, tekst_te_lang, datum_in_toekomst."""
    check_tekst(nieuw.naam, "interventie_zonder_naam")
    check_tekst(nieuw.resultaat, "interventie_zonder_resultaat")
    check_past_day(nieuw.datum, today)


def check_agendaactie(nieuw: NieuweAgendaactie, today: date) -> None:
    """Refused: actie_zonder_wat, actie_zonder_eigenaar, tekst_te_lang, klaar_voor_begin, and as
    `check_past_day`."""
    check_tekst(nieuw.wat, "actie_zonder_wat")
    check_tekst(nieuw.wie, "actie_zonder_eigenaar")
    if nieuw.uiterlijk < nieuw.begindatum:
        raise Refused("klaar_voor_begin", datum=nieuw.begindatum)
    check_past_day(nieuw.datum, today)


def check_verschuiving(begindatum: date, was: date, wordt: date) -> None:
    """Refused: dag_blijft_gelijk, klaar_voor_begin."""
    if wordt == was:
        raise Refused("dag_blijft_gelijk", datum=was)
    if wordt < begindatum:
        raise Refused("klaar_voor_begin", datum=begindatum)


def check_eigenaar(rol: str, medewerker: UUID | None, colleagues: Collection[UUID]) -> None:
    """Either a role or somebody of the own municipality. Refused: eigenaar_onbekend."""
    known_rol = rol in DRAAGT_OPGAVE
    known_person = medewerker is not None and medewerker in colleagues
    if bool(rol) == (medewerker is not None) or not (known_rol or known_person):
        raise Refused("eigenaar_onbekend")


def check_houding(nieuw: NieuweHouding, known: Collection[str]) -> None:
    """Refused: principe_onbekend, houding_onbekend, afwijking_zonder_reden, tekst_te_lang."""
    if nieuw.principe not in known:
        raise Refused("principe_onbekend")
    if nieuw.houding not in HOUDINGEN:
        raise Refused("houding_onbekend")
    if nieuw.reden.strip() or nieuw.houding == "wijkt_af":
        check_tekst(nieuw.reden, "afwijking_zonder_reden")


# --- what waits on what -----------------------------------------------------------------------------


def check_schakel(nieuw: Schakel, schakels: Iterable[Schakel]) -> None:
    """Whether an action can wait on another: a circle would never begin.

    Refused: wacht_op_zichzelf, wacht_al, wacht_in_kring.
    """
    known = tuple(schakels)
    if nieuw.wacht == nieuw.wacht_op:
        raise Refused("wacht_op_zichzelf")
    if nieuw in known:
        raise Refused("wacht_al")
    if nieuw.wacht_op in steps_from(nieuw.wacht, known):
        raise Refused("wacht_in_kring")


def steps_from(actie: UUID, schakels: Iterable[Schakel]) -> dict[UUID, int]:
    """Every action that waits on this one, through others too, and how many links away it stands."""
    waiting: dict[UUID, list[UUID]] = {}
    for een in schakels:
        waiting.setdefault(een.wacht_op, []).append(een.wacht)
    found: dict[UUID, int] = {}
    edge, far = [actie], 0
    while edge:
        far += 1
        edge = [een for here in edge for een in waiting.get(here, ()) if een not in found and een != actie]
        found |= dict.fromkeys(edge, far)
        edge = list(dict.fromkeys(edge))
    return found


def touched(
    actie: UUID, uiterlijk: date, schakels: Iterable[Schakel], begins: Mapping[UUID, date]
) -> tuple[Geraakt, ...]:
    """What waits on an action that is done on `uiterlijk`, nearest first. `begins`: of actions that run."""
    return tuple(
        Geraakt(een, far, begins[een] <= uiterlijk)
        for een, far in sorted(steps_from(actie, schakels).items(), key=lambda row: (row[1], str(row[0])))
        if een in begins
    )


# --- what changed since a day -----------------------------------------------------------------------


def since(rows: Iterable[T], dag: date, day_of: Callable[[T], date]) -> tuple[T, ...]:
    """What has a day after `dag`, the newest first: on `dag` itself everybody sat together and heard it."""
    return tuple(sorted((row for row in rows if day_of(row) > dag), key=day_of, reverse=True))
