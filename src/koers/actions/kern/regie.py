"""One regisseur per gezin: who it is and was, and handing it over. None or two is shown and can be mended."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import F, Q, QuerySet

from koers.actions.handeling import act
from koers.authorization.zicht import visible_gezinnen, visible_zonder_regie
from koers.domain.actor import Actor
from koers.domain.rollen import TOEGANG
from koers.domain.weigering import Refused
from koers.registers.kern.models import (
    Aanstelling,
    Betrokkenheid,
    Gezin,
    Gezinslid,
    Medewerker,
    Regisseurschap,
    Vervanging,
)
from koers.registers.klok import vandaag

# Days. Who is away longer hands the regie over: a family has one regisseur, not a row of them.
LANGSTE_VERVANGING = 92


@dataclass(frozen=True, slots=True)
class Regieperiode:
    """Who directed from `begindatum`, until just before `tot_datum`; None: still."""

    naam: str
    begindatum: date
    tot_datum: date | None


@dataclass(frozen=True, slots=True)
class Collega:
    """Somebody who can become regisseur."""

    id: UUID
    naam: str


@dataclass(frozen=True, slots=True)
class Vervangingsregel:
    """Who stands in for the regisseur from `begindatum`, until just before `tot_datum`."""

    naam: str
    begindatum: date
    tot_datum: date


@dataclass(frozen=True, slots=True)
class RegieBeeld:
    """The regie of a gezin: newest period first. `versie`: to send along with the hand-over.

    `in_zicht`: the reader works with the family; else only its regie is told, because nobody has it.
    """

    gezin_id: UUID
    gezin: str
    versie: int
    nu: tuple[str, ...]
    perioden: tuple[Regieperiode, ...]
    collegas: tuple[Collega, ...]
    vervanging: tuple[Vervangingsregel, ...]
    in_zicht: bool


def read_regie(*, by: Actor, gezin_id: UUID) -> RegieBeeld:
    """Who directs, who did, and who could. Refused: niet_gevonden."""
    today = vandaag()
    with act("read_gezin", by=by) as spoor:
        gezin = _to_lead(by, gezin_id, today)
        spoor.onderwerp("gezin", gezin.pk)
        rows = list(
            Regisseurschap.objects.filter(gezin=gezin)
            .select_related("medewerker")
            .order_by("-begindatum", F("tot_datum").desc(nulls_first=True), "pk")
        )
        running = [
            row
            for row in rows
            if row.begindatum <= today and (row.tot_datum is None or row.tot_datum > today)
        ]
        now = {row.medewerker_id for row in running}
        collegas = caseworkers(gezin.gemeente_id, today).order_by("naam", "pk")
        return RegieBeeld(
            gezin_id=gezin.pk,
            gezin=gezin.naam,
            versie=gezin.versie,
            nu=tuple(row.medewerker.naam for row in running),
            perioden=tuple(Regieperiode(row.medewerker.naam, row.begindatum, row.tot_datum) for row in rows),
            vervanging=_standing_in(gezin, today),
            in_zicht=visible_gezinnen(by, today).filter(pk=gezin.pk).exists(),
            collegas=tuple(Collega(wie.pk, wie.naam) for wie in collegas if {wie.pk} != now),
        )


def hand_over_regie(
    *, by: Actor, gezin_id: UUID, naar: UUID, versie: int, blijft: bool = False, formulier: UUID
) -> UUID:
    """From today `naar` is the one regisseur. `blijft`: who was it goes on working with the family; else they
    no longer see it. Returns the id of the gezin.

    Of a family without exactly one regisseur everybody of the toegang may say who it is.

    Refused: niet_gevonden, geen_collega, al_regisseur, al_gewijzigd.
    """
    today = vandaag()
    with act("hand_over_regie", by=by, formulier=formulier) as spoor:
        gezin = _to_lead(by, gezin_id, today)
        if not caseworkers(gezin.gemeente_id, today).filter(pk=naar).exists():
            raise Refused("geen_collega")
        if not Gezin.objects.filter(pk=gezin.pk, versie=versie).update(versie=F("versie") + 1):
            raise Refused("al_gewijzigd")
        running = Regisseurschap.objects.on(today).filter(gezin=gezin)
        before = set(running.values_list("medewerker_id", flat=True))
        if before == {naar}:
            raise Refused("al_regisseur")
        running.update(tot_datum=today)
        Regisseurschap.objects.create(
            gezin=gezin, medewerker_id=naar, gemeente_id=gezin.gemeente_id, begindatum=today
        )
        worked = Betrokkenheid.objects.on(today).filter(gezin=gezin)
        if not blijft:
            worked.filter(medewerker__in=before - {naar}).update(tot_datum=today)
        if not worked.filter(medewerker=naar).exists():
            Betrokkenheid.objects.create(
                gezin=gezin, medewerker_id=naar, gemeente_id=gezin.gemeente_id, begindatum=today
            )
        spoor.onderwerp("gezin", gezin.pk)
        spoor.note(naar=str(naar), blijft=blijft)
        leden = Gezinslid.objects.on(today).filter(gezin=gezin)
        for persoon in leden.values_list("persoon_id", flat=True):
            spoor.touched(persoon, gezin.gemeente_id)
        return gezin.pk


def replace_regisseur(
    *, by: Actor, gezin_id: UUID, door: UUID, begindatum: date, tot_datum: date, formulier: UUID
) -> UUID:
    """While the regisseur is away, `door` stands in and sees the family; the regisseur stays the regisseur.

    Returns the id of the gezin. Refused: niet_gevonden, geen_collega, al_regisseur, geen_regisseur,
    periode_omgekeerd, vervanging_te_lang, vervanging_overlapt.
    """
    today = vandaag()
    with act("replace_regisseur", by=by, formulier=formulier) as spoor:
        gezin = _visible(by, gezin_id, today)
        if tot_datum <= max(begindatum, today):
            raise Refused("periode_omgekeerd")
        if (tot_datum - begindatum).days > LANGSTE_VERVANGING:
            raise Refused("vervanging_te_lang", dagen=LANGSTE_VERVANGING)
        if not caseworkers(gezin.gemeente_id, today).filter(pk=door).exists():
            raise Refused("geen_collega")
        now = set(Regisseurschap.objects.on(today).filter(gezin=gezin).values_list("medewerker", flat=True))
        if not now:
            raise Refused("geen_regisseur")
        if door in now:
            raise Refused("al_regisseur")
        # The family is locked: two who ask at once would each see no other period.
        Gezin.objects.select_for_update().get(pk=gezin.pk)
        clash = Vervanging.objects.filter(gezin=gezin, begindatum__lt=tot_datum, tot_datum__gt=begindatum)
        if clash.exists():
            raise Refused("vervanging_overlapt")
        Vervanging.objects.create(
            gezin=gezin,
            medewerker_id=door,
            gemeente_id=gezin.gemeente_id,
            begindatum=begindatum,
            tot_datum=tot_datum,
        )
        spoor.onderwerp("gezin", gezin.pk)
        spoor.note(door=str(door), tot=tot_datum.isoformat())
        leden = Gezinslid.objects.on(today).filter(gezin=gezin)
        for persoon in leden.values_list("persoon_id", flat=True):
            spoor.touched(persoon, gezin.gemeente_id)
        return gezin.pk


def _standing_in(gezin: Gezin, today: date) -> tuple[Vervangingsregel, ...]:
    """Who stands in now or will."""
    rows = Vervanging.objects.filter(gezin=gezin, tot_datum__gt=today).order_by("begindatum", "pk")
    found = rows.values_list("medewerker__naam", "begindatum", "tot_datum")
    return tuple(Vervangingsregel(naam, van, tot) for naam, van, tot in found if tot is not None)


def _to_lead(by: Actor, gezin_id: UUID, today: date) -> Gezin:
    """A family of the actor, or one of the municipality that nobody leads or more than one."""
    orphan = visible_zonder_regie(by, today).filter(pk=gezin_id).first()
    return orphan or _visible(by, gezin_id, today)


def _visible(by: Actor, gezin_id: UUID, today: date) -> Gezin:
    gezin = visible_gezinnen(by, today).filter(pk=gezin_id).first()
    if gezin is None:
        raise Refused("niet_gevonden")
    return gezin


def caseworkers(gemeente: str, today: date) -> QuerySet[Medewerker]:
    """Accounts that are open and carry casework for this gemeente today."""
    here = Aanstelling.objects.on(today).filter(rol__in=[rol.value for rol in TOEGANG], gemeenten=gemeente)
    return Medewerker.objects.filter(Q(pk__in=here.values("medewerker")), is_active=True)
