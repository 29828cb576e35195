"""Takes delivered tables in. One file is one act: all its good rows and its ledger row, or nothing."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from uuid import UUID

from koers.actions.handeling import act
from koers.actions.monitor.aanleveringen import AanleveringRegel, as_row
from koers.actions.monitor.cijfers_opslaan import Uitkomst, store_figures
from koers.actions.monitor.gebieden import own_region
from koers.actions.monitor.gebieden_opslaan import (
    ensure_frame,
    note_successions,
    store_inkoopregios,
    store_municipalities,
    store_names,
    store_provinces,
)
from koers.actions.monitor.rijen_toetsen import (
    municipalities,
    remark_on_key,
    remarks_on_names,
    without_impossible_municipalities,
    without_unknown_areas,
    without_unknown_inkoopregios,
)
from koers.domain.aanlevering import Bestand, Brontabel, GelezenTabel, SoortAanlevering, Vondst
from koers.domain.actor import Actor
from koers.domain.gebieden import Kaart
from koers.domain.weigering import Refused
from koers.registers.kern.models import Slot
from koers.registers.klok import nu
from koers.registers.monitor.models import Aanlevering, AanleveringStatus, Bevinding, BevindingErnst

CBS = "CBS"
ANDER_SYSTEEM = "ander systeem"
# Of a table of events no more findings than a person reads are kept; how many rows stayed out always is.
HOOGSTENS_BEVINDINGEN = 1000
Opslaan = Callable[[GelezenTabel, Aanlevering], tuple[GelezenTabel, Uitkomst]]


def import_kwb(
    *, by: Actor, tabel: GelezenTabel, bron: str, formulier: UUID | None = None
) -> AanleveringRegel:
    """Takes in figures of CBS per municipality. A row of an unknown municipality is refused, the rest stays.

    Taking in the same file again changes nothing; another figure replaces the earlier one, visibly.
    Refused: al_verwerkt (the same form twice).
    """

    def store(tabel: GelezenTabel, aanlevering: Aanlevering) -> tuple[GelezenTabel, Uitkomst]:
        tabel = without_unknown_areas(tabel)
        bekend = municipalities()
        uitkomst = store_figures(tabel, aanlevering, bron)
        store_names(tabel, bekend)
        store_provinces(tabel, _year(tabel))
        uitkomst.vondsten += remarks_on_names(tabel, bekend)
        return tabel, uitkomst

    return deliver_table(by, tabel, CBS, formulier, store)


def import_gemeenten(
    *, by: Actor, tabel: GelezenTabel, kaart: Kaart, formulier: UUID | None = None
) -> AanleveringRegel:
    """Takes in the municipalities of a year with their province and jeugdregio, and the known successions.

    Borders are dated: an earlier list stays true for its own year. Refused: al_verwerkt.
    """

    def store(tabel: GelezenTabel, aanlevering: Aanlevering) -> tuple[GelezenTabel, Uitkomst]:
        ensure_frame(kaart)
        note_successions(kaart)
        tabel = without_impossible_municipalities(tabel, kaart)
        return tabel, store_municipalities(tabel, kaart, _year(tabel))

    return deliver_table(by, tabel, CBS, formulier, store)


def import_regio(
    *, by: Actor, tabel: GelezenTabel, bron: str, formulier: UUID | None = None
) -> AanleveringRegel:
    """Takes in the figures that the region itself publishes, and which municipality buys with which.

    Refused: al_verwerkt.
    """

    def store(tabel: GelezenTabel, aanlevering: Aanlevering) -> tuple[GelezenTabel, Uitkomst]:
        tabel = without_unknown_inkoopregios(without_unknown_areas(tabel))
        uitkomst = store_figures(tabel, aanlevering, bron)
        uitkomst.gewijzigd |= store_inkoopregios(tabel)
        uitkomst.vondsten += remark_on_key(tabel)
        return tabel, uitkomst

    return deliver_table(by, tabel, own_region().naam, formulier, store)


def refuse_bestand(
    *,
    by: Actor,
    soort: SoortAanlevering,
    bestand: Bestand,
    refused: Refused,
    jaar: int | None = None,
    formulier: UUID | None = None,
) -> AanleveringRegel:
    """Writes in the ledger that a file came that could not be read at all, and why."""
    with act("import_tabel", by=by, formulier=formulier) as spoor:
        rij = Aanlevering.objects.create(
            soort=soort.value,
            jaar=jaar if jaar and 0 < jaar <= 9999 else None,  # what somebody typed may be anything
            partner="",
            status=AanleveringStatus.GEWEIGERD,
            code=refused.code,
            params=refused.params,
            **_came(by, bestand),
        )
        spoor.onderwerp("aanlevering", rij.pk)
        spoor.note(soort=soort.value, sha256=bestand.sha256, geweigerd=refused.code)
        return as_row(rij)


def deliver_table(
    by: Actor, tabel: GelezenTabel, partner: str, formulier: UUID | None, store: Opslaan
) -> AanleveringRegel:
    """The act around every kind of table: the ledger row, the findings and the log row go together."""
    with act("import_tabel", by=by, formulier=formulier) as spoor:
        Slot.objects.lock("aanlevering")  # two files at once would both find the same figure current
        rij = Aanlevering.objects.create(
            soort=tabel.soort.value,
            jaar=tabel.jaar,
            partner=partner,
            status=AanleveringStatus.VERWERKT,
            niet_gelezen=list(tabel.niet_gelezen),
            **_came(by, tabel.bestand),
        )
        total = len(tabel.rijen) + len(tabel.geweigerd) + tabel.overgeslagen
        tabel, uitkomst = store(tabel, rij)
        _count(rij, tabel, uitkomst, total)
        _write_findings(rij, [*tabel.vondsten, *uitkomst.vondsten])
        spoor.onderwerp("aanlevering", rij.pk)
        spoor.note(soort=rij.soort, sha256=rij.sha256, rijen=rij.rijen, geweigerd=rij.geweigerd)
        return as_row(rij)


def note_brontabellen(tabellen: Iterable[Brontabel], *, by: Actor) -> None:
    """Writes in the ledger which tables of another back office came, within the act that takes them in.

    What stood in a refused row is not kept: those rows are about young people.
    """
    for een in tabellen:
        rij = Aanlevering.objects.create(
            soort=een.naam,
            partner=ANDER_SYSTEEM,
            status=AanleveringStatus.GEWEIGERD if een.reden else AanleveringStatus.VERWERKT,
            code=een.reden.code if een.reden else "",
            params=een.reden.params if een.reden else {},
            rijen=een.rijen + een.geweigerd,
            nieuw=een.rijen,
            geweigerd=een.geweigerd,
            **_came(by, een.bestand),
        )
        kept = een.vondsten[:HOOGSTENS_BEVINDINGEN]
        _write_findings(rij, [replace(vondst, waarde="") for vondst in kept])


def _year(tabel: GelezenTabel) -> int:
    """The year of a table whose rows do not name one; reading it already made sure that there is one."""
    if tabel.jaar is None:
        raise Refused("jaar_ontbreekt")
    return tabel.jaar


def _came(by: Actor, bestand: Bestand) -> dict[str, object]:
    return {
        "bestandsnaam": bestand.naam,
        "sha256": bestand.sha256,
        "omvang": bestand.omvang,
        "codering": bestand.codering,
        "aangeleverd_at": nu(),
        "door": (by.functionaris or by.naam)[:120],
    }


def _count(rij: Aanlevering, tabel: GelezenTabel, uitkomst: Uitkomst, total: int) -> None:
    rij.rijen = total
    rij.geweigerd = len(tabel.geweigerd)
    rij.overgeslagen = tabel.overgeslagen
    rij.gewijzigd = len(uitkomst.gewijzigd)
    rij.nieuw = len(uitkomst.nieuw - uitkomst.gewijzigd)
    rij.ongewijzigd = total - rij.geweigerd - rij.overgeslagen - rij.gewijzigd - rij.nieuw
    rij.cijfers_nieuw, rij.cijfers_vervangen = uitkomst.cijfers_nieuw, uitkomst.cijfers_vervangen
    rij.save()


def _write_findings(rij: Aanlevering, vondsten: Iterable[Vondst]) -> None:
    eenmaal = {(vondst.rijnummer, vondst.kolom, vondst.code): vondst for vondst in vondsten}
    Bevinding.objects.bulk_create(
        Bevinding(
            aanlevering=rij,
            rijnummer=vondst.rijnummer,
            kolom=vondst.kolom,
            waarde=vondst.waarde,
            ernst=BevindingErnst.GEWEIGERD if vondst.geweigerd else BevindingErnst.OPMERKING,
            code=vondst.code,
            params=dict(vondst.params),
        )
        for vondst in eenmaal.values()
    )
