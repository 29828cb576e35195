"""The front door for delivered tables: read the file, then let the act take it in. And what Koers itself
brings along: areas and real figures, taken in by the same road as anybody's file."""

import csv
from datetime import date
from functools import cache
from importlib.resources import files
from uuid import UUID

from koers.actions.monitor.aanleveringen import AanleveringRegel
from koers.actions.monitor.importeren import import_gemeenten, import_kwb, import_regio, refuse_bestand
from koers.actions.monitor.partners import agreement_on, import_partner, names_of
from koers.actions.monitor.regio import areas_known
from koers.authorization.poort import require
from koers.domain.aanlevering import GelezenTabel, SoortAanlevering
from koers.domain.actor import Actor
from koers.domain.gebieden import Herindeling, Kaart
from koers.domain.partnertabellen import PARTNERTABELLEN
from koers.domain.weigering import Refused
from koers.exchange.tabellen.bestand import describe
from koers.exchange.tabellen.inlezen import TABELLEN_CBS, read_table
from koers.exchange.tabellen.partners import read_partner_table
from koers.registers.klok import vandaag

GEMEENTEN, KWB, REGIO = SoortAanlevering.GEMEENTEN, SoortAanlevering.KWB, SoortAanlevering.REGIO
# What Koers brings along, in the order in which it can be taken in; the source of the region's own figures.
MEEGELEVERD = ((GEMEENTEN, "gemeenten_2026.csv"), (KWB, "kwb_2021.csv"), (REGIO, "drenthe.csv"))
BRON_REGIO = "Omarm de complexiteit (Jeugdhulpregio Drenthe)"
BRON_GEBIEDEN = "CBS, indeling van Nederland in gemeenten, provincies en jeugdregio's"


def deliver(
    *,
    by: Actor,
    soort: SoortAanlevering,
    inhoud: bytes,
    bestandsnaam: str,
    jaar: int | None = None,
    bron: str = "",
    formulier: UUID | None = None,
) -> AanleveringRegel:
    """Takes a file in. What cannot be read at all stands in the ledger too, and is refused.

    `bron`: who published figures of the region; CBS is known. Refused: every reason of `read_table`.
    """
    require(by, "import_tabel")
    try:
        if soort.value in PARTNERTABELLEN:
            tabel = _read_of_partner(soort, inhoud, bestandsnaam)
        else:
            tabel = read_table(soort=soort, inhoud=inhoud, bestandsnaam=bestandsnaam, jaar=jaar)
    except Refused as refused:
        bestand = describe(bestandsnaam, inhoud)
        refuse_bestand(by=by, soort=soort, bestand=bestand, refused=refused, jaar=jaar, formulier=formulier)
        raise
    if soort.value in PARTNERTABELLEN:
        return import_partner(by=by, tabel=tabel, formulier=formulier)
    if soort is not GEMEENTEN and not areas_known():
        deliver(
            by=by, soort=GEMEENTEN, inhoud=shipped("gemeenten_2026.csv"), bestandsnaam="gemeenten_2026.csv"
        )
    if soort is GEMEENTEN:
        return import_gemeenten(by=by, tabel=tabel, kaart=shipped_map(), formulier=formulier)
    if soort is KWB:
        return import_kwb(by=by, tabel=tabel, bron=_source_of_kwb(tabel), formulier=formulier)
    bron = bron or f"opgave van de regio ({bestandsnaam})"
    return import_regio(by=by, tabel=tabel, bron=bron[:200], formulier=formulier)


def _read_of_partner(soort: SoortAanlevering, inhoud: bytes, bestandsnaam: str) -> GelezenTabel:
    afspraak = agreement_on(soort.value)
    return read_partner_table(
        soort=soort,
        inhoud=inhoud,
        bestandsnaam=bestandsnaam,
        afspraak=afspraak,
        namen=names_of(afspraak),
        today=vandaag(),
    )


def load_shipped(*, by: Actor) -> list[AanleveringRegel]:
    """Takes in everything that Koers brings along: real areas and figures. Twice changes nothing."""
    return [
        deliver(by=by, soort=soort, inhoud=shipped(naam), bestandsnaam=naam, bron=BRON_REGIO)
        for soort, naam in MEEGELEVERD
    ]


def shipped(naam: str) -> bytes:
    """A file that Koers brings along."""
    return (files("koers.exchange.tabellen") / "gegevens" / naam).read_bytes()


@cache
def shipped_map() -> Kaart:
    """Names of the jeugdregio's and the successions of municipalities since 2021."""
    return Kaart(
        BRON_GEBIEDEN,
        {rij["code"]: rij["naam"] for rij in _rows("jeugdregios_2024.csv")},
        tuple(
            Herindeling(
                van=rij["code"],
                naam=rij["naam"],
                naar=rij["naar_code"],
                nieuw=rij["nieuw"] == "ja",
                datum=date.fromisoformat(rij["datum"]),
            )
            for rij in _rows("opvolgingen.csv")
        ),
    )


def _rows(naam: str) -> list[dict[str, str]]:
    """The rows of a file of ours, below the line that says where it comes from."""
    return list(csv.DictReader(shipped(naam).decode().splitlines()[1:]))


def _source_of_kwb(tabel: GelezenTabel) -> str:
    nummers = [nummer for nummer, jaar in TABELLEN_CBS.items() if jaar == tabel.jaar]
    tabelnaam = f", tabel {nummers[0]}NED" if nummers else ""
    return f"CBS, Kerncijfers wijken en buurten {tabel.jaar}{tabelnaam}"
