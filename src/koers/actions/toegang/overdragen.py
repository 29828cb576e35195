"""From light help to the toegang: the question goes along with what the family shares, typed once."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from koers.actions.feiten import written_by
from koers.actions.handeling import act
from koers.actions.kern.dubbelen import Dubbelen, find_zelfden
from koers.actions.kern.een_persoon import EenPersoon, one_person
from koers.actions.toegang.licht import find_lichte_hulp, write_stap
from koers.actions.toegang.poh import course_of
from koers.authorization.zicht import visible_jeugdigen, visible_overdrachten
from koers.domain.actor import Actor
from koers.domain.lichte_hulp import LichteStap, Verloop
from koers.domain.rollen import TOEGANG
from koers.domain.routes import route_of
from koers.domain.toestanden.licht import OVERDRACHT
from koers.domain.weigering import Refused
from koers.registers.kern.models import Aanstelling, Betrokkenheid, Gezin, Gezinslid, Regisseurschap
from koers.registers.klok import vandaag
from koers.registers.toegang.models import Casus, LichteHulpStap, Melding, Overdracht, OverdrachtOpname

# Who comes by way of freely accessible help came by themselves (CBS verwijzer).
UIT_ZICHZELF = "06"


@dataclass(frozen=True, slots=True)
class NieuweOverdracht:
    """What goes along: the question in the family's words, what they share, and who agreed."""

    datum: date
    vraag: str
    gedeeld: str
    akkoord: str
    minuten: int = 0
    gesprekken: int = 0


@dataclass(frozen=True, slots=True)
class OverdrachtBeeld:
    """What the toegang reads: the question, what was shared, and how light help went."""

    id: UUID
    casus_id: UUID
    kind: str
    datum: date
    vraag: str
    gedeeld: str
    akkoord: str
    van: str
    verloop: Verloop
    toestand: str


def step_up_lichte_hulp(
    *, by: Actor, lichte_hulp_id: UUID, overdracht: NieuweOverdracht, formulier: UUID | None = None
) -> UUID:
    """Light help was not enough: ends it and opens a melding at the toegang with what the family shares.

    Returns the id of the overdracht.
    Refused: niet_gevonden, akkoord_ontbreekt, gedeeld_ontbreekt, and as `check_lichte_stap`.
    """
    if overdracht.akkoord not in dict(Overdracht.AKKOORD):
        raise Refused("akkoord_ontbreekt")
    if not overdracht.gedeeld.strip():
        raise Refused("gedeeld_ontbreekt")
    with act("step_up_lichte_hulp", by=by, formulier=formulier) as spoor:
        hulp = find_lichte_hulp(by, lichte_hulp_id, spoor)
        stap = LichteStap("opgeschaald", overdracht.datum, overdracht.minuten, overdracht.gesprekken)
        write_stap(by, hulp, stap)
        lid = visible_jeugdigen(by, vandaag()).filter(persoon_id=hulp.jeugdige_id).order_by("pk").first()
        if lid is None:  # the filter that found the light help found the membership too
            raise Refused("niet_gevonden")
        melding = Melding.objects.create(
            gezin_id=lid.gezin_id,
            datum=overdracht.datum,
            route=route_of(UIT_ZICHZELF),
            verwijzer=UIT_ZICHZELF,
            kanaal=by.rol.value if by.rol else "",
            vraag=overdracht.vraag or hulp.vraag,
            **written_by(by, hulp.gemeente_id),
        )
        casus = Casus.objects.create(
            melding=melding, jeugdige_id=hulp.jeugdige_id, gemeente_id=hulp.gemeente_id
        )
        row = Overdracht.objects.create(
            lichte_hulp=hulp,
            casus=casus,
            akkoord=overdracht.akkoord,
            gedeeld=overdracht.gedeeld,
            datum=overdracht.datum,
            **written_by(by, hulp.gemeente_id),
        )
        spoor.note(overdracht=str(row.pk))
        return row.pk


def read_overdrachten(*, by: Actor, casus_id: UUID | None = None) -> tuple[OverdrachtBeeld, ...]:
    """What waits for the toegang, oldest first; or, of a casus, how it came."""
    with act("read_overdrachten", by=by) as spoor:
        found = visible_overdrachten(by, vandaag())
        found = found.filter(opname__isnull=True) if casus_id is None else found.filter(casus_id=casus_id)
        rows = list(_related(found).order_by("datum", "pk"))
        for row in rows:
            spoor.seen(row.casus.jeugdige_id, row.gemeente_id)
        one = one_person(by, vandaag())
        return tuple(_picture(row, one) for row in rows)


def read_overdracht(*, by: Actor, overdracht_id: UUID) -> OverdrachtBeeld:
    """One of them. Refused: niet_gevonden."""
    with act("read_overdrachten", by=by) as spoor:
        row = _related(visible_overdrachten(by, vandaag())).filter(pk=overdracht_id).first()
        if row is None:
            raise Refused("niet_gevonden")
        spoor.onderwerp("overdracht", row.pk)
        spoor.seen(row.casus.jeugdige_id, row.gemeente_id)
        return _picture(row, one_person(by, vandaag()))


def accept_overdracht(
    *, by: Actor, overdracht_id: UUID, toch: bool = False, formulier: UUID | None = None
) -> UUID:
    """The actor takes the question over: regie comes along when light help had it. Returns the casus.

    Who handed it over goes on working with the family. Light help writes a child down without seeing who is
    known, so that is asked here; `toch`: somebody looked.
    Refused: niet_gevonden, overgang_mag_niet, mogelijk_dubbel.
    """
    today = vandaag()
    with act("accept_overdracht", by=by, formulier=formulier) as spoor:
        found = visible_overdrachten(by, today).select_for_update(of=("self",))
        row = (
            found.select_related("casus__melding__gezin", "casus__jeugdige").filter(pk=overdracht_id).first()
        )
        if row is None:
            raise Refused("niet_gevonden")
        taken = OverdrachtOpname.objects.filter(overdracht=row).exists()
        OVERDRACHT.move("opgenomen" if taken else OVERDRACHT.begin, "accept_overdracht")
        if not toch and not _alike(by, row, today).is_leeg:
            raise Refused("mogelijk_dubbel")
        OverdrachtOpname.objects.create(overdracht=row, datum=today, **written_by(by, row.gemeente_id))
        _take_regie(row.casus.melding.gezin, by, today)
        spoor.onderwerp("casus", row.casus_id)
        spoor.touched(row.casus.jeugdige_id, row.gemeente_id)
        return row.casus_id


def read_dubbelen_overdracht(*, by: Actor, overdracht_id: UUID) -> Dubbelen:
    """Who is known already and may be the child of this overdracht. Refused: niet_gevonden."""
    today = vandaag()
    with act("read_dubbelen", by=by) as spoor:
        found = visible_overdrachten(by, today).filter(pk=overdracht_id)
        row = found.select_related("casus__melding", "casus__jeugdige").first()
        if row is None:
            raise Refused("niet_gevonden")
        dubbelen = _alike(by, row, today)
        spoor.onderwerp("overdracht", row.pk)
        for kandidaat in dubbelen.kandidaten:
            spoor.seen(kandidaat.persoon_id, row.gemeente_id)
        spoor.note(aantal=len(dubbelen.kandidaten))
        return dubbelen


def _alike(by: Actor, row: Overdracht, today: date) -> Dubbelen:
    """The check of somebody new, for the child that came along; its own family is not asked about."""
    family = Gezinslid.objects.on(today).filter(gezin=row.casus.melding.gezin_id)
    own = {row.casus.jeugdige_id, *family.values_list("persoon_id", flat=True)}
    return find_zelfden(by, row.casus.jeugdige, behalve=own)


def _take_regie(gezin: Gezin, by: Actor, today: date) -> None:
    """A regisseur of the toegang stays; one of light help hands over; none becomes the actor."""
    who = {"gezin": gezin, "medewerker_id": by.id, "gemeente_id": gezin.gemeente_id, "begindatum": today}
    running = Regisseurschap.objects.on(today).filter(gezin=gezin)
    at_toegang = Aanstelling.objects.on(today).filter(
        rol__in=[rol.value for rol in TOEGANG], gemeenten=gezin.gemeente_id
    )
    if not running.filter(medewerker__in=at_toegang.values("medewerker")).exists():
        running.update(tot_datum=today)
        Regisseurschap.objects.create(**who)
    if not Betrokkenheid.objects.on(today).filter(gezin=gezin, medewerker_id=by.id).exists():
        Betrokkenheid.objects.create(**who)


def _related(found):
    return found.select_related("casus__melding", "casus__jeugdige", "lichte_hulp__praktijk", "opname")


def _picture(row: Overdracht, one: EenPersoon) -> OverdrachtBeeld:
    steps = LichteHulpStap.objects.current().filter(lichte_hulp=row.lichte_hulp, ingetrokken=False)
    return OverdrachtBeeld(
        id=row.pk,
        casus_id=row.casus_id,
        kind=one.name_of(row.casus.jeugdige),
        datum=row.datum,
        vraag=row.casus.melding.vraag,
        gedeeld=row.gedeeld,
        akkoord=row.akkoord,
        van=row.lichte_hulp.praktijk.naam if row.lichte_hulp.praktijk else "",
        verloop=course_of(row.lichte_hulp, list(steps.order_by("datum", "vastgelegd_at"))),
        toestand="opgenomen" if hasattr(row, "opname") else OVERDRACHT.begin,
    )
