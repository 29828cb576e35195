"""From a folder into the inbox. A file leaves the folder only after its message is stored for good.

    map/bericht.xml       waits
    map/ontvangen/        is in the inbox
    map/geweigerd/        is no message for here; why stands beside it

Whatever stops the program in between: the file is still there, and taking it in again is no second message.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from koers.actions.zorg.postbus import Kop, Mangel, Ontvangst, store_inbox
from koers.domain.actor import Actor
from koers.domain.weigering import Refused
from koers.exchange.ijw.bericht import Bericht
from koers.exchange.ijw.controle import Uitkomst, control
from koers.exchange.ijw.feiten import RETOUR
from koers.exchange.ijw.omgeving import surroundings
from koers.exchange.ijw.parse import HOOGSTENS_BYTES
from koers.registers.klok import vandaag

NIET_VOOR_ONS = "geweigerd"
# What Koers answers by itself; the rest asks for a person, unless it is wrong by itself.
ZELF = ("JW305", "JW307", "JW315", "JW317", "JW323")
ANTWOORDEN = ("JW302", "JW320")


@dataclass(frozen=True, slots=True)
class Opgehaald:
    """What became of one file."""

    bestand: str
    soort: str
    hoe: str
    zin: str = ""


def take_in(map_: Path, *, by: Actor) -> Iterator[Opgehaald]:
    """Takes in every message in the folder, in the order of their names."""
    for pad in sorted(een for een in map_.iterdir() if een.suffix.lower() == ".xml" and een.is_file()):
        with pad.open("rb") as bestand:
            inhoud = bestand.read(HOOGSTENS_BYTES + 1)
        yield _one(map_, pad, inhoud, by)


def _one(map_: Path, pad: Path, inhoud: bytes, by: Actor) -> Opgehaald:
    uitkomst = control(inhoud, surroundings(vandaag()))
    soort = uitkomst.bericht.soort if uitkomst.bericht else ""
    kop = read_header(uitkomst.bericht)
    if kop is None:
        zin = uitkomst.bevindingen[0].zin if uitkomst.bevindingen else "De kop van het bericht is niet heel."
        return _refuse(map_, pad, soort, zin)
    naar_mens = not _answers_itself(kop.soort, uitkomst)
    try:
        hoe = store_inbox(by=by, kop=kop, inhoud=inhoud, mangels=_mangels(uitkomst), naar_mens=naar_mens)
    except Refused:
        return _refuse(map_, pad, soort, f"Gemeente {kop.gemeente} werkt niet in deze Koers.")
    move(pad, map_ / "ontvangen" / pad.name)
    return Opgehaald(pad.name, soort, hoe.value, _sentence(hoe))


def _answers_itself(soort: str, uitkomst: Uitkomst) -> bool:
    """Whether no person is needed: an answer that is whole, what Koers works on, or what is wrong anyway."""
    if soort in ANTWOORDEN:
        return uitkomst.geldig
    return soort in ZELF or (soort in RETOUR and uitkomst.heel_afgekeurd)


def read_header(bericht: Bericht | None) -> Kop | None:
    """Who sent what, if the header is whole enough to know that."""
    try:
        kop = bericht.header if bericht else {}
        van = kop["BerichtIdentificatie"]
        gemeente = next(een for een in (kop["Afzender"], kop["Ontvanger"]) if len(een) == 4)
        soort = bericht.soort if bericht else ""
        return Kop(
            soort, gemeente, kop["Afzender"], kop["Ontvanger"], van["Identificatie"], van["Dagtekening"]
        )
    except (KeyError, StopIteration):
        return None


def _mangels(uitkomst: Uitkomst) -> list[Mangel]:
    return [Mangel(een.regel, een.code, een.pad, een.zin) for een in uitkomst.bevindingen]


def _sentence(hoe: Ontvangst) -> str:
    return {
        Ontvangst.NIEUW: "",
        Ontvangst.ZELFDE: "Dit bericht was er al; het antwoord gaat nog een keer uit.",
        Ontvangst.GEWIJZIGD: "De identificatie is eerder gebruikt voor een ander bericht: geweigerd (9056).",
    }[hoe]


def _refuse(map_: Path, pad: Path, soort: str, zin: str) -> Opgehaald:
    doel = map_ / NIET_VOOR_ONS / pad.name
    write_durably(doel.with_name(doel.name + ".txt"), zin.encode() + b"\r\n")
    move(pad, doel)
    return Opgehaald(pad.name, soort, NIET_VOOR_ONS, zin)


def move(van: Path, naar: Path) -> None:
    """Renames within a disk, and waits until both folders know it."""
    naar.parent.mkdir(exist_ok=True)
    van.replace(naar)
    flush_folder(naar.parent)
    flush_folder(van.parent)


def write_durably(pad: Path, inhoud: bytes) -> None:
    """A file that is there whole or not at all: written beside, flushed, and then renamed."""
    pad.parent.mkdir(exist_ok=True)
    naast = pad.with_name(pad.name + ".deel")
    with naast.open("wb") as bestand:
        bestand.write(inhoud)
        bestand.flush()
        os.fsync(bestand.fileno())
    naast.replace(pad)
    flush_folder(pad.parent)


def flush_folder(map_: Path) -> None:
    """Waits until the disk knows which names are in a folder."""
    if os.name == "nt":
        return
    nummer = os.open(map_, os.O_RDONLY)
    try:
        os.fsync(nummer)
    finally:
        os.close(nummer)
