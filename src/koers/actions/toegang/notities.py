"""The first note: begin it, save it, finish it as a melding, or put it away with a reason."""

from dataclasses import asdict, dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import QuerySet

from koers.actions.feiten import written_by
from koers.actions.handeling import act
from koers.actions.toegang.melden import NieuweMelding, check_melding, write_melding
from koers.authorization.zicht import own_vragen, visible_gezinnen, visible_notities
from koers.domain.actor import Actor
from koers.domain.eerste_notitie import (
    REDENEN_WEGLEGGEN,
    URGENTIES,
    NotitieInhoud,
    check_inhoud,
    differences,
    state_of_notitie,
)
from koers.domain.toestanden.eerste_notitie import EERSTE_NOTITIE
from koers.domain.weigering import Refused
from koers.registers.kern.models import Medewerker
from koers.registers.klok import dag_van, nu, vandaag
from koers.registers.toegang.models import EersteNotitie, NotitieStap

LEEG = asdict(NotitieInhoud())
MEEST = 50


@dataclass(frozen=True, slots=True)
class NotitieBeeld:
    """A note as it stands. `bewaard_door`: who saved it last. `van`: the partner that passed it on."""

    id: UUID
    versie: int
    toestand: str
    inhoud: NotitieInhoud
    begonnen: date
    bewaard_door: str
    van_rol: str
    van: str


@dataclass(frozen=True, slots=True)
class Bewaard:
    """What saving came to. `hun`: somebody else's version, when nothing was written; `verschilt`: where."""

    id: UUID
    versie: int
    hun: NotitieBeeld | None = None
    verschilt: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DoorgegevenVraag:
    """A question that somebody passed on, as they may follow it: when, and how far. Nothing of a file."""

    id: UUID
    doorgegeven_at: datetime
    stand: str


def begin_notitie(*, by: Actor, inhoud: NotitieInhoud, formulier: UUID) -> UUID:
    """Writes a new note; nothing in it is compulsory. Returns its id.

    Refused: geen_gemeente, urgentie_onbekend.
    """
    check_inhoud(inhoud)
    with act("begin_notitie", by=by, formulier=formulier) as spoor:
        row = EersteNotitie.objects.create(**_new(by), **asdict(inhoud))
        spoor.onderwerp("eerste_notitie", row.pk)
        return row.pk


def pass_on_vraag(*, by: Actor, inhoud: NotitieInhoud, formulier: UUID) -> UUID:
    """A partner passes a question on to the toegang of its municipality.

    Refused: geen_gemeente, vraag_leeg, urgentie_onbekend.
    """
    with act("pass_on_vraag", by=by, formulier=formulier) as spoor:
        check_inhoud(inhoud)
        if inhoud.is_leeg:
            raise Refused("vraag_leeg")
        row = EersteNotitie.objects.create(
            **_new(by),
            **asdict(inhoud),
            van_rol=by.rol.value if by.rol else "",
            organisatie_id=by.organisatie_id,
        )
        spoor.onderwerp("eerste_notitie", row.pk)
        return row.pk


def _new(by: Actor) -> dict[str, object]:
    if len(by.gemeenten) != 1:
        raise Refused("geen_gemeente")
    (gemeente,) = by.gemeenten
    return {
        "gemeente_id": gemeente,
        "begonnen_at": nu(),
        "begonnen_door": by.id,
        "bewaard_door": by.id,
    }


def save_notitie(*, by: Actor, notitie_id: UUID, versie: int, inhoud: NotitieInhoud) -> Bewaard:
    """Saves over the version that was read. Somebody else was first? Then nothing is written; theirs comes.

    Refused: niet_gevonden, urgentie_onbekend, overgang_mag_niet.
    """
    check_inhoud(inhoud)
    with act("save_notitie", by=by) as spoor:
        row = _locked(by, notitie_id)
        _move(row, "save_notitie")
        spoor.onderwerp("eerste_notitie", row.pk)
        verschilt = differences(inhoud, _inhoud(row))
        if row.versie != versie and verschilt:
            return Bewaard(row.pk, row.versie, _picture(row, _names([row])), verschilt)
        if verschilt:
            _write(row, by, inhoud)
        return Bewaard(row.pk, row.versie)


def _write(row: EersteNotitie, by: Actor, inhoud: NotitieInhoud) -> None:
    for veld, waarde in asdict(inhoud).items():
        setattr(row, veld, waarde)
    row.versie += 1
    row.bewaard_door = by.id
    row.save(force_update=True)


def read_notitie(*, by: Actor, notitie_id: UUID) -> NotitieBeeld:
    """One note. Refused: niet_gevonden, also for a note that ended: there is nothing left to read."""
    with act("read_notitie", by=by) as spoor:
        row = visible_notities(by).filter(pk=notitie_id).first()
        if row is None or state_of(row) in ("afgerond", "weggelegd"):
            raise Refused("niet_gevonden")
        spoor.onderwerp("eerste_notitie", row.pk)
        return _picture(row, _names([row]))


def read_notities(*, by: Actor) -> tuple[NotitieBeeld, ...]:
    """The open notes of the own municipality: what cannot wait first, then the oldest."""
    with act("read_notitie", by=by) as spoor:
        open_ones = open_notities(visible_notities(by)).select_related("organisatie")
        rows = list(open_ones.prefetch_related("stappen").order_by("begonnen_at", "pk")[:MEEST])
        spoor.note(aantal=len(rows))
        namen = _names(rows)
        found = [_picture(row, namen) for row in rows]
    return tuple(sorted(found, key=lambda n: -URGENTIES.index(n.inhoud.urgentie)))


def open_notities(notities: QuerySet[EersteNotitie]) -> QuerySet[EersteNotitie]:
    """Those that did not end."""
    ended = NotitieStap.objects.filter(soort__in=("afgerond", "weggelegd")).values("notitie")
    return notities.exclude(pk__in=ended)


def pick_up_vraag(*, by: Actor, notitie_id: UUID, formulier: UUID | None = None) -> UUID:
    """Somebody of the toegang goes on with a question that was passed on. Refused: niet_gevonden,
    overgang_mag_niet.
    """
    with act("pick_up_vraag", by=by, formulier=formulier) as spoor:
        row = _locked(by, notitie_id)
        _move(row, "pick_up_vraag")
        _step(row, by, "opgepakt")
        spoor.onderwerp("eerste_notitie", row.pk)
        return row.pk


def discard_notitie(*, by: Actor, notitie_id: UUID, versie: int, reden: str, formulier: UUID) -> UUID:
    """Puts a note away for one of the known reasons, and wipes what it said.

    Refused: niet_gevonden, reden_weggelegd_ontbreekt, al_gewijzigd, overgang_mag_niet.
    """
    with act("discard_notitie", by=by, formulier=formulier) as spoor:
        if reden not in REDENEN_WEGLEGGEN:
            raise Refused("reden_weggelegd_ontbreekt")
        row = _locked(by, notitie_id)
        _move(row, "discard_notitie")
        _refuse_older(row, versie)
        _step(row, by, "weggelegd", reden=reden)
        _wipe(row, by)
        spoor.onderwerp("eerste_notitie", row.pk)
        spoor.note(reden=reden)
        return row.pk


def complete_notitie(
    *, by: Actor, notitie_id: UUID, versie: int, gezin_id: UUID, melding: NieuweMelding, formulier: UUID
) -> tuple[UUID, ...]:
    """The note becomes a melding of this family; its own words are wiped. Returns the ids of the casussen.

    Refused: niet_gevonden, al_gewijzigd, overgang_mag_niet, and as `register_melding`.
    """
    check_melding(melding)
    with act("complete_notitie", by=by, formulier=formulier) as spoor:
        row = _locked(by, notitie_id)
        gezin = visible_gezinnen(by, vandaag()).filter(pk=gezin_id, gemeente_id=row.gemeente_id).first()
        if gezin is None:
            raise Refused("niet_gevonden")
        _move(row, "complete_notitie")
        _refuse_older(row, versie)
        casussen = write_melding(by, gezin, melding, spoor)
        _step(row, by, "afgerond", melding_id=casussen[0].melding_id)
        _wipe(row, by)
        spoor.note(eerste_notitie=str(row.pk))
        return tuple(casus.pk for casus in casussen)


def read_own_vragen(*, by: Actor) -> tuple[DoorgegevenVraag, ...]:
    """The questions that this person passed on, newest first, and how far each is; not what came of it."""
    with act("read_doorgegeven", by=by) as spoor:
        rows = list(own_vragen(by).prefetch_related("stappen").order_by("-begonnen_at", "pk")[:MEEST])
        spoor.note(aantal=len(rows))
        return tuple(DoorgegevenVraag(row.pk, row.begonnen_at, _far(state_of(row))) for row in rows)


def _far(toestand: str) -> str:
    """Put away or a melding: to a partner both are "handed over"; which of the two is content."""
    return {"doorgegeven": "ontvangen", "concept": "opgepakt"}.get(toestand, "overgedragen")


def state_of(row: EersteNotitie) -> str:
    """The state of a note, from its steps."""
    steps = sorted(row.stappen.all(), key=lambda stap: (stap.vastgelegd_at, stap.pk))
    return state_of_notitie([stap.soort for stap in steps], doorgegeven=bool(row.van_rol))


def _locked(by: Actor, notitie_id: UUID) -> EersteNotitie:
    """The row is locked: two who save at once would each overwrite the other unseen."""
    row = visible_notities(by).select_for_update(of=("self",)).filter(pk=notitie_id).first()
    if row is None:
        raise Refused("niet_gevonden")
    return row


def _move(row: EersteNotitie, handeling: str) -> None:
    EERSTE_NOTITIE.move(state_of(row), handeling)


def _refuse_older(row: EersteNotitie, versie: int) -> None:
    if row.versie != versie:
        raise Refused("al_gewijzigd")


def _step(row: EersteNotitie, by: Actor, soort: str, **more: object) -> None:
    NotitieStap.objects.create(
        notitie=row, soort=soort, datum=vandaag(), **more, **written_by(by, row.gemeente_id)
    )


def _wipe(row: EersteNotitie, by: Actor) -> None:
    _write(row, by, NotitieInhoud(urgentie=row.urgentie))


def _inhoud(row: EersteNotitie) -> NotitieInhoud:
    return NotitieInhoud(**{veld: getattr(row, veld) for veld in LEEG})


def _names(rows: list[EersteNotitie]) -> dict[str, str]:
    """Who saved these notes last, by id."""
    people = Medewerker.objects.filter(pk__in={row.bewaard_door for row in rows})
    return {str(pk): naam for pk, naam in people.values_list("pk", "naam")}


def _picture(row: EersteNotitie, namen: dict[str, str]) -> NotitieBeeld:
    return NotitieBeeld(
        id=row.pk,
        versie=row.versie,
        toestand=state_of(row),
        inhoud=_inhoud(row),
        begonnen=dag_van(row.begonnen_at),
        bewaard_door=namen.get(row.bewaard_door, ""),
        van_rol=row.van_rol,
        van=row.organisatie.naam if row.organisatie else "",
    )
