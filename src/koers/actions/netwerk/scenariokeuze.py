"""Choosing a scenario together: its criteria, everybody's weights and scores, hours, and the decision."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TypedDict
from uuid import UUID

from django.db.models import F

from koers.actions.handeling import act
from koers.authorization.poort import may
from koers.authorization.zicht import visible_scenariokeuzes
from koers.domain.actor import Actor
from koers.domain.scenariokeuze import (
    LANGSTE_NAAM,
    LANGSTE_UITLEG,
    Criterium,
    Eensgezindheid,
    Inbreng,
    Kantelpunt,
    Plaats,
    Verschuiving,
    agreement,
    check_criteria,
    check_inbreng,
    first,
    ranking,
    shares,
    shifted,
    tipping_points,
    together,
)
from koers.domain.weigering import Refused
from koers.policy import Ontbreekt, beleid
from koers.registers.klok import nu, vandaag
from koers.registers.netwerk.models import KeuzeBesluit, KeuzeCriterium, KeuzeInbreng, Scenariokeuze

MEESTE_UREN = Decimal(2000)
LANGSTE_TOELICHTING = 2000


@dataclass(frozen=True, slots=True)
class Keuzekop:
    """One choice in the list. `besloten`: the day of its decision; `scenario`: what was chosen, or ""."""

    id: UUID
    naam: str
    begindatum: date
    deelnemers: int
    besloten: date | None
    scenario: str


@dataclass(frozen=True, slots=True)
class Besluit:
    """A decision as it was recorded. `stand`: scenarios and scores in hundredths, best first, as of then."""

    datum: date
    gremium: str
    scenario: str
    toelichting: str
    antwoorden: Mapping[str, str]
    stand: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Keuzebeeld:
    """One choice. What stands in `groep` and below is empty while nobody brought anything in.

    `favorieten`: how many participants have this scenario first by their own weights and scores.
    """

    kop: Keuzekop
    versie: int
    criteria: tuple[Criterium, ...]
    eigen: Inbreng | None
    eigen_versie: int
    eigen_volgorde: tuple[Plaats, ...]
    groep: tuple[Plaats, ...]
    delen: Mapping[str, Fraction]
    kantelpunten: tuple[Kantelpunt, ...]
    eensgezind: tuple[Eensgezindheid, ...]
    favorieten: Mapping[str, int]
    uren: Mapping[str, Decimal]
    besluit: Besluit | None


def future_scenarios() -> tuple[str, ...]:
    """The scenarios that can be chosen, in their order."""
    return tuple(een.id for een in beleid().scenarios.values() if een.toekomst)


# --- reading ----------------------------------------------------------------------------------------


def read_keuzes(*, by: Actor) -> tuple[Keuzekop, ...]:
    """Every choice, newest first."""
    with act("read_scenariokeuze", by=by):
        rows = visible_scenariokeuzes(by).select_related("besluit").order_by("-begindatum", "-pk")
        return tuple(_head(row) for row in rows)


def read_uitkomsten(*, by: Actor | None) -> tuple[tuple[Keuzekop, Besluit], ...]:
    """What the collective memory knows of choices: those that were decided, for who may read them."""
    if by is None or not may(by, "read_scenariokeuze"):
        return ()
    with act("read_scenariokeuze", by=by):
        rows = visible_scenariokeuzes(by).filter(besluit__isnull=False).select_related("besluit")
        found = [(_head(row), _decision(row)) for row in rows.order_by("-besluit__datum", "-pk")]
    return tuple((kop, besluit) for kop, besluit in found if besluit is not None)


def read_keuze(*, by: Actor, keuze_id: UUID) -> Keuzebeeld:
    """One choice, with what this actor brought in and what the group makes of it. Refused: niet_gevonden."""
    with act("read_scenariokeuze", by=by) as spoor:
        row = visible_scenariokeuzes(by).select_related("besluit").filter(pk=keuze_id).first()
        if row is None:
            raise Refused("niet_gevonden")
        spoor.onderwerp("scenariokeuze", row.pk)
        own = KeuzeInbreng.objects.filter(keuze=row, deelnemer=by.id).first()
        inbrengen = _inbrengen(row)
        eigen = None if own is None else Inbreng(own.gewichten, own.scores)
        return Keuzebeeld(
            *(_head(row), row.versie, criteria_of(row)),
            *(eigen, own.versie if own else 0, _order_of(eigen) if eigen else ()),
            **_group(inbrengen),
            uren={taak: Decimal(uren) for taak, uren in row.uren.items()},
            besluit=_decision(row),
        )


class _Groep(TypedDict):
    """What a group makes of it, as the fields of Keuzebeeld are called."""

    groep: tuple[Plaats, ...]
    delen: Mapping[str, Fraction]
    kantelpunten: tuple[Kantelpunt, ...]
    eensgezind: tuple[Eensgezindheid, ...]
    favorieten: Mapping[str, int]


def _group(inbrengen: Sequence[Inbreng]) -> _Groep:
    if not inbrengen:
        return _Groep(groep=(), delen={}, kantelpunten=(), eensgezind=(), favorieten={})
    delen, scores = together(inbrengen)
    favorieten: dict[str, int] = {}
    for een in inbrengen:
        for scenario in first(_order_of(een)):
            favorieten[scenario] = favorieten.get(scenario, 0) + 1
    return _Groep(
        groep=ranking(scores, delen),
        delen=delen,
        kantelpunten=tipping_points(scores, delen),
        eensgezind=agreement(inbrengen),
        favorieten=favorieten,
    )


def _order_of(inbreng: Inbreng) -> tuple[Plaats, ...]:
    scores = {s: {c: Fraction(score) for c, score in of_one.items()} for s, of_one in inbreng.scores.items()}
    return ranking(scores, shares(inbreng.gewichten))


def _head(row: Scenariokeuze) -> Keuzekop:
    besluit = getattr(row, "besluit", None)
    return Keuzekop(
        *(row.pk, row.naam, row.begindatum, row.inbrengen.count()),
        *(besluit.datum if besluit else None, besluit.scenario if besluit else ""),
    )


def _decision(row: Scenariokeuze) -> Besluit | None:
    een = getattr(row, "besluit", None)
    if een is None:
        return None
    return Besluit(
        *(een.datum, een.gremium, een.scenario, een.toelichting, een.antwoorden),
        tuple((scenario, score) for scenario, score in een.stand),
    )


def criteria_of(row: Scenariokeuze) -> tuple[Criterium, ...]:
    """The criteria of a choice in their order."""
    return tuple(
        Criterium(een.code, een.naam, een.uitleg, een.naam_en, een.uitleg_en)
        for een in row.criteria.order_by("volgorde")
    )


def _inbrengen(row: Scenariokeuze) -> list[Inbreng]:
    """What everybody brought in, in an order that tells nothing of who came when."""
    codes = [een.code for een in criteria_of(row)]
    rows = list(row.inbrengen.all())
    # The policy may have got or lost a scenario meanwhile: only those that everybody scored are compared.
    scenarios = [s for s in future_scenarios() if all(s in een.scores for een in rows)]
    return sorted(
        (
            Inbreng({c: een.gewichten[c] for c in codes}, {s: een.scores[s] for s in scenarios})
            for een in rows
        ),
        key=lambda een: str((sorted(een.gewichten.items()), een.scores)),
    )


# --- who gets more work -----------------------------------------------------------------------------


def read_verschuivingen(*, uren: Mapping[str, Decimal]) -> dict[str, tuple[Verschuiving, ...]]:
    """Per scenario what moves to whom, against today. `uren`: of tasks for which no source gives them.

    A task of which the source does not tell who has it in a scenario is left out there: see `unsaid`.
    """
    found: dict[str, tuple[Verschuiving, ...]] = {}
    today = next(een.id for een in beleid().scenarios.values() if not een.toekomst)
    for scenario in future_scenarios():
        moved: list[Verschuiving] = []
        for taak in beleid().scenariotaken.taken:
            nu_, straks = taak.parties(today), taak.parties(scenario)
            if nu_ is None or straks is None:
                continue
            known = taak.uren_per_week
            hours = uren.get(taak.id) if isinstance(known, Ontbreekt) else known
            moved += shifted(taak.id, hours, nu_, straks, elk=taak.hoe == "elk")
        found[scenario] = tuple(moved)
    return found


def unsaid(scenario: str) -> tuple[str, ...]:
    """The tasks of which the source does not tell who has them in this scenario."""
    return tuple(een.id for een in beleid().scenariotaken.taken if een.parties(scenario) is None)


# --- writing ----------------------------------------------------------------------------------------


def begin_keuze(
    *, by: Actor, naam: str, criteria: Sequence[Criterium], formulier: UUID | None = None
) -> UUID:
    """A choice with its own criteria. Its id.

    Refused: keuze_naam_ontbreekt, what `check_criteria` refuses.
    """
    with act("begin_scenariokeuze", by=by, formulier=formulier) as spoor:
        kept = check_criteria(criteria)
        trimmed = " ".join(naam.split())[:60]
        if not trimmed:
            raise Refused("keuze_naam_ontbreekt")
        row = Scenariokeuze.objects.create(naam=trimmed, begindatum=vandaag())
        KeuzeCriterium.objects.bulk_create(
            KeuzeCriterium(
                keuze=row,
                volgorde=nummer,
                code=f"c{nummer}",
                naam=een.naam.strip()[:LANGSTE_NAAM],
                naam_en=een.naam_en,
                uitleg=een.uitleg.strip()[:LANGSTE_UITLEG],
                uitleg_en=een.uitleg_en,
            )
            for nummer, een in enumerate(kept, start=1)
        )
        spoor.onderwerp("scenariokeuze", row.pk)
        return row.pk


def contribute(
    *, by: Actor, keuze_id: UUID, inbreng: Inbreng, versie: int, formulier: UUID | None = None
) -> UUID:
    """Writes one's own weights and scores, or changes them (`versie` of what was looked at; 0: nothing yet).

    Refused: niet_gevonden, keuze_besloten, al_gewijzigd, what `check_inbreng` refuses.
    """
    with act("contribute_scenariokeuze", by=by, formulier=formulier) as spoor:
        row = _open(by, keuze_id)
        check_inbreng(inbreng, future_scenarios(), [een.code for een in criteria_of(row)])
        values = {
            "gewichten": dict(inbreng.gewichten),
            "scores": {s: dict(o) for s, o in inbreng.scores.items()},
        }
        own = KeuzeInbreng.objects.filter(keuze=row, deelnemer=by.id)
        if not own.exists() and versie == 0:
            KeuzeInbreng.objects.create(keuze=row, deelnemer=by.id, **values)
        elif not own.filter(versie=versie).update(versie=F("versie") + 1, **values):
            raise Refused("al_gewijzigd")
        spoor.onderwerp("scenariokeuze", row.pk)
        return row.pk


def set_uren(
    *, by: Actor, keuze_id: UUID, versie: int, uren: Mapping[str, Decimal], formulier: UUID | None = None
) -> UUID:
    """Hours a week for tasks of which the source gives none. Refused: niet_gevonden, keuze_besloten,
    keuze_uren_onmogelijk, al_gewijzigd."""
    with act("begin_scenariokeuze", by=by, formulier=formulier) as spoor:
        row = _open(by, keuze_id)
        unknown = {t.id for t in beleid().scenariotaken.taken if isinstance(t.uren_per_week, Ontbreekt)}
        if not set(uren) <= unknown or any(not 0 <= een <= MEESTE_UREN for een in uren.values()):
            raise Refused("keuze_uren_onmogelijk", hoogstens=int(MEESTE_UREN))
        found = Scenariokeuze.objects.filter(pk=row.pk, versie=versie)
        if not found.update(versie=F("versie") + 1, uren={taak: str(een) for taak, een in uren.items()}):
            raise Refused("al_gewijzigd")
        spoor.onderwerp("scenariokeuze", row.pk)
        return row.pk


def decide_keuze(*, by: Actor, keuze_id: UUID, besluit: Besluit, formulier: UUID | None = None) -> UUID:
    """Records what was decided, with how the weighing stands (not `besluit.stand`), and closes the choice.

    Refused: niet_gevonden, keuze_besloten, datum_in_toekomst, keuze_scenario_onbekend,
    keuze_gremium_onbekend, keuze_zonder_toelichting, keuze_zonder_antwoord (which one).
    """
    with act("decide_scenariokeuze", by=by, formulier=formulier) as spoor:
        row = _open(by, keuze_id)
        _check(besluit)
        inbrengen = _inbrengen(row)
        stand = _group(inbrengen)["groep"] if inbrengen else ()
        KeuzeBesluit.objects.create(
            keuze=row,
            datum=besluit.datum,
            gremium=besluit.gremium,
            scenario=besluit.scenario,
            toelichting=besluit.toelichting.strip()[:LANGSTE_TOELICHTING],
            antwoorden={
                een: tekst.strip()[:LANGSTE_TOELICHTING] for een, tekst in besluit.antwoorden.items()
            },
            stand=[[een.scenario, round(een.score * 100)] for een in stand],
            vastgelegd_at=nu(),
            vastgelegd_door=by.id,
        )
        spoor.onderwerp("scenariokeuze", row.pk)
        spoor.note(scenario=besluit.scenario)
        return row.pk


def _check(besluit: Besluit) -> None:
    if besluit.datum > vandaag():
        raise Refused("datum_in_toekomst")
    if besluit.scenario and besluit.scenario not in future_scenarios():
        raise Refused("keuze_scenario_onbekend")
    if besluit.gremium not in beleid().gremia:
        raise Refused("keuze_gremium_onbekend")
    if not besluit.toelichting.strip():
        raise Refused("keuze_zonder_toelichting")
    for een in beleid().scenariokader.keuzes:
        if besluit.scenario and not besluit.antwoorden.get(een.id, "").strip():
            raise Refused("keuze_zonder_antwoord", keuze=een.vraag.nl)


def _open(by: Actor, keuze_id: UUID) -> Scenariokeuze:
    """The choice, held until the act ends, while nothing was decided."""
    row = visible_scenariokeuzes(by).select_for_update().filter(pk=keuze_id).first()
    if row is None:
        raise Refused("niet_gevonden")
    if KeuzeBesluit.objects.filter(keuze=row).exists():
        raise Refused("keuze_besloten")
    return row
