"""One file of an archive: judged on its own day, and what it tells as small lines about one child.

A BSN never leaves this module: a line carries the code that stands for the child in the tables.
"""

import hashlib
import hmac
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from koers.exchange.ijw.bericht import Bericht, Bevinding
from koers.exchange.ijw.controle import control_on
from koers.exchange.ijw.omgeving import surroundings
from koers.exchange.ijw.parse import HOOGSTENS_BYTES
from koers.exchange.ijw.regels.plekken import dated, prestaties, products, regie

GELEZEN = ("JW301", "JW305", "JW307", "JW315", "JW323", "JW325")
NIET_AFGEWEZEN = frozenset({"0200", "8001"})
GESLACHT = {"1": "M", "2": "V"}
VERWIJDERT = "3"  # StatusAanlevering
# One entry of each kind of message; what is wrong inside one entry takes only that one out.
_ENTRIES = ("ToegewezenProduct[", "StartProduct[", "StopProduct[", "AangevraagdProduct[", "Prestatie[")


@dataclass(frozen=True, slots=True)
class Mis:
    """Something that did not fit: in which file, by which rule, where, and why."""

    bestand: str
    bericht: str
    regel: str
    plaats: str
    regelnummer: int
    zin: str


@dataclass(frozen=True, slots=True)
class Regel:
    """What one entry of a message tells. `wat`: kind of message; `inhoud`: only what the tables need."""

    gemeente: str
    kind: str
    aanbieder: str
    wat: str
    plek: str
    inhoud: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Afwijzing:
    """A gemeente rejected an entry of a claim, or with an empty `referentie` all of it. `sleutel`: of the
    claim, as a `Stuk` has it."""

    gemeente: str
    sleutel: str
    referentie: str = ""


@dataclass(frozen=True, slots=True)
class Stuk:
    """One file. `soort` is empty when it is no message; `sleutel`: sender, kind, identification."""

    bestand: str
    sha: str
    soort: str = ""
    sleutel: str = ""
    dagtekening: date | None = None
    identificatie: str = ""
    regels: tuple[Regel, ...] = ()
    mis: tuple[Mis, ...] = field(default=())
    afwijzingen: tuple[Afwijzing, ...] = ()


def read_bytes(pad: Path) -> bytes:
    """No more than is needed to see that it is too much."""
    with pad.open("rb") as bestand:
        return bestand.read(HOOGSTENS_BYTES + 1)


def read_one(bestand: str, inhoud: bytes, sleutel: bytes) -> Stuk:
    """What a file tells. `sleutel`: with which codes are made of BSNs."""
    sha = hashlib.sha256(inhoud).hexdigest()
    uitkomst = control_on(inhoud, lambda bericht: surroundings(dated(bericht)))
    bericht = uitkomst.bericht
    soort = bericht.soort if bericht else ""
    mis = tuple(_miss(bestand, soort, een) for een in uitkomst.bevindingen)
    if bericht is None or (soort in GELEZEN and uitkomst.heel_afgekeurd):
        return Stuk(bestand, sha, soort, mis=mis)
    if soort not in GELEZEN:
        return Stuk(bestand, sha, soort)
    kop = bericht.header
    naam = kop["BerichtIdentificatie"]["Identificatie"]
    if soort == "JW325":
        return Stuk(
            bestand,
            sha,
            soort,
            f"{kop['Afzender']} {soort} {naam}",
            dated(bericht),
            naam,
            mis=mis,
            afwijzingen=tuple(_refusals(bericht)),
        )
    return Stuk(
        bestand,
        sha,
        soort,
        f"{kop['Afzender']} {soort} {naam}",
        dated(bericht),
        naam,
        tuple(een for een in _lines(bericht, sleutel) if not _rejected(uitkomst.bevindingen, een.plek)),
        mis,
    )


def _miss(bestand: str, soort: str, een: Bevinding) -> Mis:
    return Mis(bestand, soort, een.regel, een.pad or "Bericht", een.regelnummer, een.zin)


def _rejected(bevindingen: tuple[Bevinding, ...], plek: str) -> bool:
    """Whether the entry, its client or the message as a whole is wrong."""
    client = plek.partition("/Prestaties/")[0] if "/Prestaties/" in plek else ""
    for een in bevindingen:
        hier = f"{een.pad}/"
        if hier.startswith(f"{plek}/"):
            return True
        in_an_entry = any(naam in hier for naam in _ENTRIES)
        other_client = client and "/Client[" in hier and not hier.startswith(f"{client}/")
        if not in_an_entry and not other_client:
            return True
    return False


def _refusals(bericht: Bericht) -> Iterator[Afwijzing]:
    """What the answer to a claim rejects: entries by name, or the claim as a whole (OP286)."""
    kop, antwoord = bericht.header, bericht.inhoud.get("DeclaratieAntwoord")
    gemeente = f"GM{kop['Afzender']}"
    sleutel = f"{kop['Ontvanger']} JW323 {kop['DeclaratieIdentificatie']['Identificatie']}"
    named = [
        een["ProductReferentie"]["ReferentieNummer"]
        for _plek, _bsn, een in prestaties(bericht)
        if not NIET_AFGEWEZEN.issuperset(een["RetourCodes"]["RetourCode"])
    ]
    whole = antwoord or {"RetourCodes": kop["RetourCodes"]}
    if not named and not NIET_AFGEWEZEN.issuperset(whole["RetourCodes"]["RetourCode"]):
        yield Afwijzing(gemeente, sleutel)
    for referentie in named:
        yield Afwijzing(gemeente, sleutel, referentie)


def _lines(bericht: Bericht, sleutel: bytes) -> Iterator[Regel]:
    kop = bericht.header
    van_gemeente = bericht.soort == "JW301"
    gemeente, aanbieder = (
        (kop["Afzender"], kop["Ontvanger"]) if van_gemeente else (kop["Ontvanger"], kop["Afzender"])
    )
    for plek, bsn, inhoud in _entries(bericht):
        yield Regel(f"GM{gemeente}", code_of(bsn, sleutel), aanbieder, bericht.soort, plek, inhoud)


def code_of(bsn: str, sleutel: bytes) -> str:
    """The code of a child: the same for one run, and nobody counts back from it without the key."""
    return hmac.new(sleutel, bsn.encode(), hashlib.sha256).hexdigest()[:20]


def _entries(bericht: Bericht) -> Iterator[tuple[str, str, dict[str, Any]]]:
    if bericht.soort == "JW323":
        for plek, bsn, een in prestaties(bericht):
            yield plek, bsn, _claimed(een)
        return
    client = bericht.inhoud["Client"]
    who = {
        "geboortemaand": client["Geboortedatum"]["Datum"].isoformat()[:7],
        "geslacht": GESLACHT.get(client["Geslacht"], "O"),
    }
    if bericht.soort in ("JW305", "JW307"):
        for plek, een in regie(bericht):
            yield plek, client["Bsn"], who | _told(een)
        return
    for product in products(bericht):
        yield product.pad, client["Bsn"], who | _given(product.klasse, product.begin, product.eind)


def _product(klasse: dict[str, Any]) -> dict[str, Any]:
    product = klasse.get("Product", {})
    return {"categorie": product.get("Categorie", ""), "code": product.get("Code", "")}


def _given(een: dict[str, Any], begin: str, eind: str) -> dict[str, Any]:
    """A product that is assigned (JW301) or asked for (JW315)."""
    verwijzer = een.get("Verwijzer", {})
    return _product(een) | {
        "nummer": een.get("ToewijzingNummer"),
        "referentie": een.get("ReferentieAanbieder", ""),
        "moment": f"{een.get('Toewijzingsdatum', '')} {een.get('Toewijzingstijd', '')}",
        "begin": een[begin].isoformat(),
        "eind": een[eind].isoformat() if eind in een else None,
        "reden": een.get("RedenWijziging", ""),
        "verwijzer": verwijzer.get("Type", ""),
        "praktijk": verwijzer.get("ZorgverlenerCode"),
    }


def _told(een: dict[str, Any]) -> dict[str, Any]:
    """A start or a stop."""
    ingang, eind = een.get("ToewijzingIngangsdatum"), een.get("Einddatum")
    return _product(een) | {
        "nummer": een.get("ToewijzingNummer"),
        "ingang": ingang.isoformat() if ingang else None,
        "begin": een["Begindatum"].isoformat(),
        "eind": eind.isoformat() if eind else None,
        "reden": een.get("RedenBeeindiging", ""),
        "verwijdert": een["StatusAanlevering"] == VERWIJDERT,
    }


def _claimed(een: dict[str, Any]) -> dict[str, Any]:
    """An entry of a claim; a credit is negative."""
    bedrag = een["IngediendBedrag"]
    return {
        "nummer": een["ToewijzingNummer"],
        "referentie": een["ProductReferentie"]["ReferentieNummer"],
        "categorie": een["ProductCategorie"],
        "code": een["ProductCode"],
        "maand": een["ProductPeriode"]["Begindatum"].isoformat()[:7],
        "bedrag_cent": -bedrag["Bedrag"] if bedrag["DebetCredit"] == "C" else bedrag["Bedrag"],
    }
