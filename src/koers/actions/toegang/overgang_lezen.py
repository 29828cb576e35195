"""How the hand-over of casussen of the JeugdTeam stands: of one, of the own ones, and of all in numbers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from koers.actions.handeling import act
from koers.actions.kern.regie import Collega, caseworkers
from koers.authorization.zicht import visible_casussen, visible_overgangen
from koers.domain.actor import Actor
from koers.domain.namen import name_of
from koers.domain.overgang import EIGENAREN, GROEPEN, Gesprek, Stap, Verloop
from koers.domain.toestanden.overgang import OVERGANG
from koers.domain.triage import AFGESLOTEN
from koers.domain.weigering import Refused
from koers.registers.kern.models import Organisatie, Regisseurschap
from koers.registers.klok import vandaag
from koers.registers.toegang.models import Casus, Overgang, OvergangGesprek, OvergangStap, TriageStap

VOLGORDE = ("vastgelegd_at", "pk")


@dataclass(frozen=True, slots=True)
class EigenaarRegel:
    """Who takes it over: a kind, and where known the organisation and who becomes regisseur."""

    eigenaar: str
    organisatie: str = ""
    regisseur: str = ""


@dataclass(frozen=True, slots=True)
class Regel:
    """One thing that was written down: a step (`soort`), or a talk (gezin, gezin_nee)."""

    soort: str
    datum: date
    eigenaar: EigenaarRegel | None
    uiterlijk: date | None
    reden: str
    naam: str


@dataclass(frozen=True, slots=True)
class OvergangBeeld:
    """The hand-over of a casus. `mist`: what is still missing; `nu`: who takes it over, as agreed last."""

    drager: str
    sinds: date
    toestand: str
    groep: str
    nu: EigenaarRegel | None
    toewijzing: Stap | None
    uiterlijk: date | None
    gezin: bool | None
    gezin_op: date | None
    mist: tuple[str, ...]
    handelingen: tuple[str, ...]
    regels: tuple[Regel, ...]

    @property
    def loopt(self) -> bool:
        return bool(self.handelingen)


@dataclass(frozen=True, slots=True)
class OvergangKort:
    """A casus in the list of the toegang."""

    casus_id: UUID
    kind: str
    drager: str
    groep: str
    nu: EigenaarRegel | None
    uiterlijk: date | None
    mist: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Overnemers:
    """Who can take a casus over: per kind of owner the organisations, and who can become regisseur."""

    organisaties: Mapping[str, tuple[tuple[UUID, str], ...]]
    collegas: tuple[Collega, ...]


def read_overgang(*, by: Actor, casus_id: UUID) -> OvergangBeeld | None:
    """The hand-over of a casus, as marked last; None when it never was. Refused: niet_gevonden."""
    today = vandaag()
    with act("read_overgang", by=by) as spoor:
        casus = visible_casussen(by, today).filter(pk=casus_id).first()
        if casus is None:
            raise Refused("niet_gevonden")
        spoor.onderwerp("casus", casus.pk)
        spoor.seen(casus.jeugdige_id, casus.gemeente_id)
        row = _related(visible_overgangen(by, today).filter(casus=casus)).order_by(*VOLGORDE).last()
        if row is None:
            return None
        steps, talks = _steps([row], today), _talks([row], today)
        return _picture(row, verloop_of(row, today), steps, talks, today)


def read_overnemers(*, by: Actor, casus_id: UUID) -> Overnemers:
    """Who can be chosen. Refused: niet_gevonden."""
    today = vandaag()
    with act("read_overgang", by=by) as spoor:
        casus = visible_casussen(by, today).filter(pk=casus_id).first()
        if casus is None:
            raise Refused("niet_gevonden")
        spoor.onderwerp("casus", casus.pk)
        rows = list(
            Organisatie.objects.filter(gemeenten=casus.gemeente_id)
            .order_by("naam", "pk")
            .values_list("pk", "naam", "soort")
        )
        people = caseworkers(casus.gemeente_id, today).order_by("naam", "pk")
        return Overnemers(
            {
                een: tuple((pk, naam) for pk, naam, soort in rows if soort in soorten)
                for een, soorten in EIGENAREN.items()
            },
            tuple(Collega(wie.pk, wie.naam) for wie in people),
        )


def read_overgangen(*, by: Actor, gemeente: str) -> tuple[OvergangKort, ...]:
    """What the actor may see of what runs in a municipality: between two stools first, then by day."""
    today = vandaag()
    with act("read_overgang", by=by) as spoor:
        spoor.onderwerp("gemeente", gemeente)
        rows = list(_related(visible_overgangen(by, today).filter(gemeente=gemeente)))
        verlopen = verlopen_of(rows, today)
        last = {
            row.pk: een for een in _steps(rows, today) if een.soort == "toegewezen" for row in [een.overgang]
        }
        found = []
        for row in rows:
            verloop = verlopen[row.pk]
            if not verloop.loopt:
                continue
            spoor.seen(row.casus.jeugdige_id, row.gemeente_id)
            toewijzing = last.get(row.pk)
            found.append(
                OvergangKort(
                    casus_id=row.casus_id,
                    kind=name_of(row.casus.jeugdige),
                    drager=row.drager,
                    groep=verloop.groep(today),
                    nu=_owner(toewijzing) if toewijzing else None,
                    uiterlijk=toewijzing.uiterlijk if toewijzing else None,
                    mist=verloop.mist(today),
                )
            )
        order = {groep: place for place, groep in enumerate(GROEPEN)}
        return tuple(
            sorted(
                found, key=lambda een: (order[een.groep], een.uiterlijk or date.max, een.kind, een.casus_id)
            )
        )


# --- from facts to a course ---------------------------------------------------------------------------


def verloop_of(row: Overgang, dag: date) -> Verloop:
    """The course of one hand-over."""
    return verlopen_of([row], dag)[row.pk]


def verlopen_of(rows: Iterable[Overgang], dag: date) -> dict[UUID, Verloop]:
    """The course of each, as it was on a day: in a handful of questions, however many there are."""
    rows = list(rows)
    stappen: dict[UUID, list[Stap]] = {}
    gesprekken: dict[UUID, list[Gesprek]] = {}
    for step in _steps(rows, dag):
        stappen.setdefault(step.overgang_id, []).append(_stap(step))
    for talk in _talks(rows, dag):
        gesprekken.setdefault(talk.overgang_id, []).append(Gesprek(talk.akkoord, talk.datum, _stap(talk.na)))
    gezinnen = dict(
        Casus.objects.filter(pk__in=[row.casus_id for row in rows]).values_list("pk", "melding__gezin_id")
    )
    regie = _leaders(gezinnen.values(), dag)
    closed = _closed(gezinnen, dag)
    found = {}
    for row in rows:
        verloop = Verloop(tuple(stappen.get(row.pk, ())), tuple(gesprekken.get(row.pk, ())))
        found[row.pk] = Verloop(
            verloop.stappen,
            verloop.gesprekken,
            regie=_leads(verloop.toewijzing, regie.get(gezinnen[row.casus_id], ())),
            afgesloten=row.casus_id in closed,
        )
    return found


def is_closed(casus: Casus) -> bool:
    """Whether the question itself was closed in its triage."""
    return bool(_closed([casus.pk], vandaag()))


Leider = tuple[UUID, date | None]


def _leaders(gezinnen: Iterable[UUID], dag: date) -> dict[UUID, list[Leider]]:
    """Per family who led it until `dag`, and until when."""
    rows = Regisseurschap.objects.filter(gezin__in=set(gezinnen), begindatum__lte=dag)
    found: dict[UUID, list[Leider]] = {}
    for gezin, wie, tot in rows.values_list("gezin_id", "medewerker_id", "tot_datum"):
        found.setdefault(gezin, []).append((wie, tot))
    return found


def _leads(toewijzing: Stap | None, leiders: Iterable[Leider]) -> bool:
    """Whether the named regisseur leads since the assignment; to whom it goes later is another matter."""
    if toewijzing is None or toewijzing.medewerker is None:
        return False
    return any(
        wie == toewijzing.medewerker and (tot is None or tot > toewijzing.datum) for wie, tot in leiders
    )


def _closed(casussen: Iterable[UUID], dag: date) -> set[UUID]:
    rows = TriageStap.objects.current().filter(
        casus__in=list(casussen), uitkomst=AFGESLOTEN, ingetrokken=False, datum__lte=dag
    )
    return set(rows.values_list("casus_id", flat=True))


def _steps(rows: Iterable[Overgang], dag: date) -> list[OvergangStap]:
    found = OvergangStap.objects.current().filter(overgang__in=list(rows), ingetrokken=False, datum__lte=dag)
    return list(found.select_related("organisatie", "medewerker", "overgang").order_by(*VOLGORDE))


def _talks(rows: Iterable[Overgang], dag: date) -> list[OvergangGesprek]:
    found = OvergangGesprek.objects.current().filter(
        overgang__in=list(rows), ingetrokken=False, datum__lte=dag
    )
    return list(found.select_related("na__organisatie", "na__medewerker").order_by(*VOLGORDE))


def _related(rows: QuerySet[Overgang]) -> QuerySet[Overgang]:
    return rows.select_related("casus__jeugdige", "casus__melding")


def _stap(row: OvergangStap) -> Stap:
    return Stap(row.soort, row.datum, row.eigenaar, row.organisatie_id, row.medewerker_id, row.uiterlijk)


def _owner(row: OvergangStap) -> EigenaarRegel:
    return EigenaarRegel(
        row.eigenaar,
        row.organisatie.naam if row.organisatie else "",
        row.medewerker.naam if row.medewerker else "",
    )


def _picture(
    row: Overgang, verloop: Verloop, steps: list[OvergangStap], talks: list[OvergangGesprek], today: date
) -> OvergangBeeld:
    last = next((een for een in reversed(steps) if een.soort == "toegewezen"), None)
    gesprek = verloop.gesprek
    regels: list[tuple[Any, Regel]] = [
        (
            een.vastgelegd_at,
            Regel(
                *(
                    een.soort,
                    een.datum,
                    _owner(een) if een.eigenaar else None,
                    een.uiterlijk,
                    een.reden,
                    een.naam,
                )
            ),
        )
        for een in steps
    ]
    regels += [
        (
            een.vastgelegd_at,
            Regel(
                "gezin" if een.akkoord else "gezin_nee",
                *(een.datum, _owner(een.na), None, een.toelichting, een.naam),
            ),
        )
        for een in talks
    ]
    return OvergangBeeld(
        drager=row.drager,
        sinds=row.datum,
        toestand=verloop.toestand,
        groep=verloop.groep(today),
        nu=_owner(last) if last else None,
        toewijzing=verloop.toewijzing,
        uiterlijk=last.uiterlijk if last else None,
        gezin=gesprek.akkoord if gesprek else None,
        gezin_op=gesprek.datum if gesprek else None,
        mist=verloop.mist(today),
        handelingen=OVERGANG.open_acts(verloop.toestand),
        regels=tuple(een for _at, een in sorted(regels, key=lambda pair: pair[0])),
    )
