"""Two rows turn out to be one person, or two after all. Each is a fact; nothing that was written moves."""

from datetime import date
from uuid import UUID

from koers.actions.feiten import written_by
from koers.actions.handeling import act
from koers.actions.kern.dubbelen import Dubbelen, features_of, find_zelfden
from koers.actions.kern.een_persoon import EenPersoon, one_person
from koers.authorization.zicht import visible_gezinnen, visible_samenvoegingen
from koers.domain.actor import Actor
from koers.domain.samenvoegen import Kant, choose_blijft, is_tweeling
from koers.domain.toestanden.samenvoeging import SAMENVOEGING
from koers.domain.weigering import Refused
from koers.registers.kern.models import Gezinslid, Ongedaanmaking, Ouderschap, Persoon, Samenvoeging
from koers.registers.klok import vandaag


def merge_personen(
    *, by: Actor, een: UUID, ander: UUID, reden: str, versies: dict[UUID, int], formulier: UUID
) -> UUID:
    """From now on these two are read as one person, by whoever may see both. Returns the id of the merge.

    `versies`: of both rows, as they were compared. Who stays is decided by `choose_blijft`.
    Refused: niet_gevonden, samenvoegen_reden, al_samengevoegd, al_gewijzigd, and as `choose_blijft`.
    """
    today = vandaag()
    with act("merge_personen", by=by, formulier=formulier) as spoor:
        first, second = find_lid(by, een, today), find_lid(by, ander, today)
        if not reden.strip():
            raise Refused("samenvoegen_reden")
        rows = _locked(een, ander)
        if any(versies.get(pk) != row.versie for pk, row in rows.items()):
            raise Refused("al_gewijzigd")
        keuze = choose_blijft(*sides(first.persoon, second.persoon, one_person(by, today)))
        _refuse_chain(keuze.blijft, keuze.opgegaan)
        row = Samenvoeging.objects.create(
            blijft_id=keuze.blijft,
            opgegaan_id=keuze.opgegaan,
            reden=reden.strip(),
            datum=today,
            **written_by(by, first.gemeente_id),
        )
        spoor.onderwerp("samenvoeging", row.pk)
        spoor.note(blijft=str(keuze.blijft), opgegaan=str(keuze.opgegaan))
        for lid in (first, second):
            spoor.touched(lid.persoon_id, lid.gemeente_id)
        return row.pk


def undo_samenvoeging(*, by: Actor, samenvoeging_id: UUID, reden: str, formulier: UUID) -> UUID:
    """They are two people after all: each reads again as what was written about each. Returns the merge's id.

    Refused: niet_gevonden, ongedaan_reden, overgang_mag_niet.
    """
    today = vandaag()
    with act("undo_samenvoeging", by=by, formulier=formulier) as spoor:
        row = visible_samenvoegingen(by, today).filter(pk=samenvoeging_id).first()
        if row is None:
            raise Refused("niet_gevonden")
        if not reden.strip():
            raise Refused("ongedaan_reden")
        _locked(row.blijft_id, row.opgegaan_id)
        undone = Ongedaanmaking.objects.filter(samenvoeging=row).exists()
        SAMENVOEGING.move("ongedaan_gemaakt" if undone else SAMENVOEGING.begin, "undo_samenvoeging")
        Ongedaanmaking.objects.create(
            samenvoeging=row, reden=reden.strip(), datum=today, **written_by(by, row.gemeente_id)
        )
        spoor.onderwerp("samenvoeging", row.pk)
        for persoon in (row.blijft_id, row.opgegaan_id):
            spoor.touched(persoon, row.gemeente_id)
        return row.pk


def find_lid(by: Actor, persoon_id: UUID, today: date, gezin_id: UUID | None = None) -> Gezinslid:
    """This person as a member of a family of the actor, or of that one. Refused: niet_gevonden."""
    found = Gezinslid.objects.on(today).filter(
        persoon_id=persoon_id, gezin__in=visible_gezinnen(by, today).values("pk")
    )
    if gezin_id is not None:
        found = found.filter(gezin_id=gezin_id)
    lid = found.select_related("persoon", "gezin").order_by("pk").first()
    if lid is None:
        raise Refused("niet_gevonden")
    return lid


def find_zelfde(by: Actor, persoon: Persoon, one: EenPersoon) -> Dubbelen:
    """Who may be this same person: not who is merged with them already, and never a probable twin."""
    known = one.rows_of([persoon.pk])
    found = find_zelfden(by, persoon, behalve=known)
    people = Persoon.objects.in_bulk([kandidaat.persoon_id for kandidaat in found.kandidaten])
    kandidaten = tuple(
        kandidaat
        for kandidaat in found.kandidaten
        if not is_tweeling(*sides(persoon, people[kandidaat.persoon_id], one))
    )
    return Dubbelen(kandidaten, found.elders)


def sides(een: Persoon, ander: Persoon, one: EenPersoon) -> tuple[Kant, Kant]:
    """What is weighed of both."""
    rows = {persoon.pk: one.rows_of([persoon.pk]) for persoon in (een, ander)}
    parents: dict[UUID, set[UUID]] = {een.pk: set(), ander.pk: set()}
    found = Ouderschap.objects.filter(jeugdige__in=rows[een.pk] | rows[ander.pk])
    for kind, ouder in found.values_list("jeugdige_id", "ouder_id"):
        for side, own in rows.items():
            if kind in own:
                parents[side].add(one.kept(ouder))
    links, rechts = (
        Kant(persoon.pk, features_of(persoon), str(persoon.gemeente_id), frozenset(parents[persoon.pk]))
        for persoon in (een, ander)
    )
    return links, rechts


def _locked(*people: UUID) -> dict[UUID, Persoon]:
    """Both rows, locked in one order: two who decide at once wait for each other, and nobody for a circle."""
    return {row.pk: row for row in Persoon.objects.select_for_update().filter(pk__in=people).order_by("pk")}


def _refuse_chain(blijft: UUID, opgegaan: UUID) -> None:
    """Who went up in somebody is nobody to merge again, and who others went up in does not go up."""
    running = Samenvoeging.running()
    if (
        running.filter(opgegaan__in=[blijft, opgegaan]).exists()
        or running.filter(blijft_id=opgegaan).exists()
    ):
        raise Refused("al_samengevoegd")
