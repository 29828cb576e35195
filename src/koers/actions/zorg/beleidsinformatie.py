"""Beleidsinformatie Jeugd for help by the municipality's own team: looked at, and taken away for CBS."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from koers.actions.feiten import writers, written_by
from koers.actions.handeling import Spoor, act
from koers.authorization.zicht import visible_lichte_hulp
from koers.authorization.zicht_uitlevering import deliverable_gemeenten, deliverable_lichte_hulp
from koers.domain.actor import Actor
from koers.domain.lichte_hulp import START
from koers.domain.namen import name_of
from koers.domain.uitlevering.beleidsinformatie import Bestand, Hulp, build_beleidsinformatie
from koers.domain.uitlevering.perioden import Verslagperiode
from koers.domain.weigering import Refused
from koers.registers.kern.kluis import open_bsn
from koers.registers.kern.models import Gemeente, Huishoudenlid, Persoon, Samenvoeging
from koers.registers.klok import vandaag
from koers.registers.toegang.models import LichteHulp, LichteHulpCrisis, LichteHulpStap

TEAM = "lokaal_team"


@dataclass(frozen=True, slots=True)
class Crisisvraag:
    """Help of one's own of which nobody said yet whether it began with a crisis."""

    id: UUID
    kind: str
    jeugdige_id: UUID
    begonnen: date


def read_beleidsinformatie(*, by: Actor, gemeente: str, periode: Verslagperiode) -> Bestand:
    """The report about the file of one municipality and period. Refused: niet_gevonden."""
    with act("read_beleidsinformatie", by=by) as spoor:
        bestand = _build(by, gemeente, periode, spoor)
        _seen(spoor, bestand.genoemd, gemeente)
        return bestand


def export_beleidsinformatie(*, by: Actor, gemeente: str, periode: Verslagperiode) -> Bestand:
    """The same, to take away with every value: each child in it is in the log. Refused: niet_gevonden."""
    with act("export_beleidsinformatie", by=by) as spoor:
        bestand = _build(by, gemeente, periode, spoor)
        _seen(spoor, {*bestand.jeugdigen, *bestand.genoemd}, gemeente)
        return bestand


def own_gemeenten(by: Actor) -> list[Gemeente]:
    """Municipalities of which this actor may hand over data of persons, by name."""
    return list(deliverable_gemeenten(by).order_by("naam"))


def _build(by: Actor, gemeente: str, periode: Verslagperiode, spoor: Spoor) -> Bestand:
    if not deliverable_gemeenten(by).filter(code=gemeente).exists():
        raise Refused("niet_gevonden")
    spoor.onderwerp("uitlevering", f"beleidsinformatie {gemeente} {periode}")
    mine = deliverable_lichte_hulp(by).filter(gemeente=gemeente)
    others = mine.exclude(soort=TEAM).filter(datum__lte=periode.laatste).count()
    bestand = build_beleidsinformatie(_helped(mine.filter(soort=TEAM)), periode, buiten={"poh": others})
    spoor.note(rijen=bestand.controle.goed, fout=bestand.controle.fout)
    return bestand


def _seen(spoor: Spoor, jeugdigen: Iterable[str], gemeente: str) -> None:
    for jeugdige in jeugdigen:
        spoor.seen(UUID(jeugdige), gemeente)


def _helped(found) -> Iterable[Hulp]:
    """Every light help with its course, where the child lives, and who wrote it down."""
    rows = list(found.order_by("pk"))
    ids = found.values("pk")
    steps: dict[UUID, list[LichteHulpStap]] = {}
    current = LichteHulpStap.objects.current().filter(lichte_hulp__in=ids, ingetrokken=False)
    for step in current.order_by("datum", "vastgelegd_at"):
        steps.setdefault(step.lichte_hulp_id, []).append(step)
    answers = answers_of(rows)
    one = dict(Samenvoeging.running().values_list("opgegaan", "blijft"))
    children = Persoon.objects.in_bulk({one.get(row.jeugdige_id, row.jeugdige_id) for row in rows})
    places = _places(found, one)
    names = writers({row.vastgelegd_door for row in rows})
    for row in rows:
        kind = children[one.get(row.jeugdige_id, row.jeugdige_id)]
        yield _one(row, kind, steps.get(row.pk, []), places.get(kind.pk, ()), answers.get(row.pk), names)


def _one(
    row: LichteHulp,
    kind: Persoon,
    steps: list[LichteHulpStap],
    adressen: tuple[str, ...],
    crisis: bool | None,
    names: dict[str, str],
) -> Hulp:
    start = next((step for step in steps if step.soort == START), None)
    end = next((step for step in steps if step.soort != START), None)
    return Hulp(
        wie=f"{str(row.pk)[:8]}, {names[row.vastgelegd_door]}",
        jeugdige=str(kind.pk),
        bsn=open_bsn(kind.bsn_versleuteld, kind.pk) if kind.bsn_versleuteld else "",
        bsn_status=kind.bsn_status,
        geboortedatum=kind.geboortedatum,
        geslacht=kind.geslacht,
        adressen=adressen,
        gemeente=row.gemeente_id,
        aanvang=start.datum if start else None,
        einde=end.datum if end else None,
        uitkomst=end.soort if end else "",
        crisis=crisis,
        gesprekken=end.gesprekken if end else 0,
    )


def _places(found, one: dict[UUID, UUID]) -> dict[UUID, tuple[str, ...]]:
    """Of each child the postcodes of today; an address that may not be told is an empty text."""
    living = Huishoudenlid.objects.on(vandaag()).filter(persoon__in=found.values("jeugdige"))
    places: dict[UUID, list[str]] = {}
    for lid in living.select_related("huishouden").order_by("begindatum", "pk"):
        code = "" if lid.huishouden.is_geheim else lid.huishouden.postcode
        places.setdefault(one.get(lid.persoon_id, lid.persoon_id), []).append(code)
    return {persoon: tuple(codes) for persoon, codes in places.items()}


def answers_of(rows: list[LichteHulp]) -> dict[UUID, bool]:
    """Whether each began with a crisis, where somebody said so: of the row itself or of what it replaced."""
    chain = {row.pk: [row.pk] for row in rows}
    older = {row.pk: row.vervangt_id for row in rows if row.vervangt_id}
    while older:
        for new, old in older.items():
            chain[new].append(old)
        found = dict(LichteHulp.objects.filter(pk__in=set(older.values())).values_list("pk", "vervangt"))
        older = {new: before for new, old in older.items() if (before := found.get(old))}
    told = LichteHulpCrisis.objects.current().filter(
        ingetrokken=False, gemeente__in={row.gemeente_id for row in rows}
    )
    said = dict(told.order_by("vastgelegd_at").values_list("lichte_hulp", "met_crisis"))
    firsts = {new: next((said[pk] for pk in pks if pk in said), None) for new, pks in chain.items()}
    return {pk: crisis for pk, crisis in firsts.items() if crisis is not None}


def read_crisisvragen(*, by: Actor) -> tuple[Crisisvraag, ...]:
    """Help of the team to own families, of which nobody said yet whether it began with a crisis."""
    with act("read_crisisvragen", by=by) as spoor:
        rows = list(_own(by).select_related("jeugdige").order_by("datum", "pk"))
        answers = answers_of(rows)
        starts = dict(
            LichteHulpStap.objects.current()
            .filter(lichte_hulp__in=[row.pk for row in rows], soort=START, ingetrokken=False)
            .values_list("lichte_hulp", "datum")
        )
        asked = [row for row in rows if row.pk in starts and row.pk not in answers]
        for row in asked:
            spoor.seen(row.jeugdige_id, row.gemeente_id)
        return tuple(
            Crisisvraag(row.pk, name_of(row.jeugdige), row.jeugdige_id, starts[row.pk]) for row in asked
        )


def answer_crisisvraag(
    *, by: Actor, lichte_hulp_id: UUID, met_crisis: bool, formulier: UUID | None = None
) -> UUID:
    """Says whether this help began by calming a crisis; said again it replaces what was said.

    Refused: niet_gevonden.
    """
    with act("answer_crisisvraag", by=by, formulier=formulier) as spoor:
        row = _own(by).filter(pk=lichte_hulp_id).first()
        if row is None:
            raise Refused("niet_gevonden")
        was = LichteHulpCrisis.objects.current().filter(lichte_hulp=row).first()
        LichteHulpCrisis.objects.create(
            lichte_hulp=row,
            met_crisis=met_crisis,
            datum=vandaag(),
            vervangt=was,
            **written_by(by, row.gemeente_id),
        )
        spoor.onderwerp("lichte_hulp", row.pk)
        spoor.touched(row.jeugdige_id, row.gemeente_id)
        return row.pk


def _own(by: Actor):
    return visible_lichte_hulp(by, vandaag()).filter(soort=TEAM)
