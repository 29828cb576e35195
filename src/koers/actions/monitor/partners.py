"""What partners deliver: taking a table in, how agreements stand, and the numbers, through disclosure."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from koers.actions.handeling import act
from koers.actions.monitor.aanleveringen import AanleveringRegel
from koers.actions.monitor.cijfers_opslaan import Uitkomst
from koers.actions.monitor.importeren import deliver_table
from koers.analytics.disclosure import ExactTable, hide_small_groups, show_internal
from koers.authorization.poort import require
from koers.domain.aanlevering import GelezenTabel
from koers.domain.actor import Actor
from koers.domain.disclosed import DisclosedCell, Sleutel
from koers.domain.leveringen import Afspraak, Bestandstand, Levering, expected_periods, late_first, stand_of
from koers.domain.partnertabellen import PARTNERTABELLEN
from koers.domain.weigering import Refused
from koers.policy import Beleid, beleid
from koers.policy.kinds.deliveries import Leverafspraak
from koers.registers.klok import nu, vandaag
from koers.registers.monitor.models import Aanlevering, AanleveringStatus, Partnercijfer

DOEL = "sturen op het eigen beleid"


@dataclass(frozen=True, slots=True)
class Partnerregel:
    """A row of a table as it may be shown: a cell per number, of which small ones say only that."""

    gemeente: str
    periode: str
    groep: str
    cellen: tuple[DisclosedCell, ...]


def agreement_on(tabel: str) -> Afspraak:
    """The agreement on a table that began last. Refused: partner_geen_afspraak."""
    found = [een for een in beleid().leveringen.values() if een.tabel == tabel]
    if not found:
        raise Refused("partner_geen_afspraak")
    return _agreement(max(found, key=lambda een: een.vanaf), beleid())


def names_of(afspraak: Afspraak) -> dict[str, str]:
    """The municipalities that may be told about, by code."""
    return {g.code: g.naam.nl for g in beleid().gebieden.values() if g.code in afspraak.gemeenten}


def import_partner(*, by: Actor, tabel: GelezenTabel, formulier: UUID | None = None) -> AanleveringRegel:
    """Takes in the numbers of a partner. Rows that were refused stay out, what was there before stays.
    The same file again changes nothing; another number replaces the earlier one, visibly.
    Refused: al_verwerkt (the same form twice).
    """

    def store(tabel: GelezenTabel, aanlevering: Aanlevering) -> tuple[GelezenTabel, Uitkomst]:
        return tabel, _store(tabel, aanlevering)

    return deliver_table(by, tabel, _partner(tabel.soort.value)[:120], formulier, store)


def read_leveringen(*, by: Actor | None) -> tuple[Levering, ...]:
    """Every delivery that was agreed and whose period is over, late first."""
    require(by, "read_aanleveringen")
    today, policy = vandaag(), beleid()
    binnen: dict[tuple[str, str], set[str]] = {}
    from_file: dict[tuple[str, str], int] = {}
    geldend = Partnercijfer.objects.geldend().values_list("tabel", "periode", "gemeente_code", "aanlevering")
    for tabel, periode, code, aanlevering in geldend.distinct():
        binnen.setdefault((tabel, periode), set()).add(code)
        from_file[tabel, periode] = max(from_file.get((tabel, periode), 0), aanlevering)
    files, last = _files()
    found = []
    for een in policy.leveringen.values():
        for verwacht in expected_periods(_agreement(een, policy), today):
            key = (een.tabel, verwacht.periode)
            there = frozenset(binnen.get(key, ()))
            bestand, newest = files.get(from_file.get(key, 0)), last.get(een.tabel)
            # Of rows that were refused nobody knows the period: they stand beside what is still missing.
            if (
                newest is not None
                and newest.geweigerd_of_ongelezen
                and not there.issuperset(verwacht.afspraak.gemeenten)
            ):
                bestand = newest
            found.append(stand_of(verwacht, there, bestand, today))
    return late_first(found)


def read_partnercijfers(*, by: Actor, aanlevering_id: int, tabel: str) -> tuple[Partnerregel, ...]:
    """The numbers that hold now from one delivery: exact from five up, for a role with a purpose."""
    with act("read_partnercijfers", by=by) as spoor:
        spoor.onderwerp("aanlevering", aanlevering_id)
        rijen = Partnercijfer.objects.geldend().filter(aanlevering_id=aanlevering_id)
        return disclosed(rijen, tabel)


def disclosed(rijen: Iterable[Partnercijfer], tabel: str) -> tuple[Partnerregel, ...]:
    """Through the one exit: a group of fewer than five is not shown, nor a rest of fewer than five."""
    maten, delen = PARTNERTABELLEN[tabel].maten, PARTNERTABELLEN[tabel].delen
    exact = {(r.gemeente_code, r.periode, r.groep, r.maat): r.aantal for r in rijen}
    keys = sorted({sleutel[:3] for sleutel in exact})
    whole: dict[Sleutel, int] = {(*key, maat): exact.get((*key, maat), 0) for key in keys for maat in maten}
    shown = show_internal(ExactTable(tabel, ("gemeente", "periode", "groep", "maat"), whole), doel=DOEL)
    geheel_van: dict[Sleutel, Sleutel] = {
        (*key, deel): (*key, geheel) for key in keys for deel, geheel in delen
    }
    told = {c.sleutel: c for c in hide_small_groups(shown, geheel_van).cellen}
    return tuple(Partnerregel(*key, tuple(told[(*key, maat)] for maat in maten)) for key in keys)


def _agreement(een: Leverafspraak, policy: Beleid) -> Afspraak:
    codes = tuple(policy.gebieden[id].code or id for id in een.gemeenten)
    return Afspraak(een.id, een.tabel, een.ritme, een.termijn_dagen, een.vanaf, een.tot_en_met, codes)


def _partner(tabel: str) -> str:
    return max(
        (een for een in beleid().leveringen.values() if een.tabel == tabel), key=lambda een: een.vanaf
    ).partner.nl


def _files() -> tuple[dict[int, Bestandstand], dict[str, Bestandstand]]:
    """Every file with a table of a partner by id, and the last one per table."""
    files, last = {}, {}
    for rij in Aanlevering.objects.filter(soort__in=PARTNERTABELLEN).order_by("pk"):
        read = rij.status == AanleveringStatus.VERWERKT and rij.rijen > rij.geweigerd
        files[rij.pk] = last[rij.soort] = Bestandstand(rij.pk, rij.geweigerd, read)
    return files, last


def _store(tabel: GelezenTabel, aanlevering: Aanlevering) -> Uitkomst:
    uitkomst, schrijven, moment = Uitkomst(), [], nu()
    soort = tabel.soort.value
    geldend = Partnercijfer.objects.geldend().filter(
        tabel=soort, periode__in={rij.kenmerken["periode"] for rij in tabel.rijen}
    )
    bekend = {(r.gemeente_code, r.periode, r.groep, r.maat): r for r in geldend}
    for rij in tabel.rijen:
        periode, groep = rij.kenmerken["periode"], rij.kenmerken["groep"]
        for maat, waarde in rij.waarden.items():
            aantal, oud = int(waarde.getal or 0), bekend.get((rij.code, periode, groep, maat))
            if oud is not None and oud.aantal == aantal:
                continue
            (uitkomst.nieuw if oud is None else uitkomst.gewijzigd).add(rij.rijnummer)
            schrijven.append(
                Partnercijfer(
                    tabel=soort,
                    gemeente_code=rij.code,
                    periode=periode,
                    groep=groep,
                    maat=maat,
                    aantal=aantal,
                    aanlevering=aanlevering,
                    vastgelegd_at=moment,
                    vervangt=oud,
                )
            )
    Partnercijfer.objects.bulk_create(schrijven)
    uitkomst.cijfers_vervangen = sum(een.vervangt_id is not None for een in schrijven)
    uitkomst.cijfers_nieuw = len(schrijven) - uitkomst.cijfers_vervangen
    return uitkomst
