"""From a folder into the inbox, in chunks. A file leaves the folder only after the commit of its chunk.

    map/bericht.xml       waits
    map/ontvangen/        is in the inbox
    map/geweigerd/        is no message for here; why stands beside it

Whatever stops the program in between: the file is still there, and taking it in again is no second message.
"""

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from koers.actions.zorg.postbus import Inkomend, Kop, Mangel, Ontvangst, store_inbox
from koers.domain.actor import Actor
from koers.exchange.ijw.bericht import Bericht
from koers.exchange.ijw.controle import Uitkomst, control
from koers.exchange.ijw.feiten import RETOUR
from koers.exchange.ijw.omgeving import surroundings
from koers.exchange.ijw.parse import HOOGSTENS_BYTES
from koers.exchange.ijw.regels import Omgeving
from koers.registers.klok import vandaag

NIET_VOOR_ONS, ONTVANGEN = "geweigerd", "ontvangen"
# Of one transaction: nobody else writes while it runs, so it has to stay short.
PER_KEER, BYTES_PER_KEER = 200, 8 * 1024 * 1024
EERST = 64 * 1024  # bytes of a file that are read first
# What Koers answers by itself; the rest asks for a person, unless it is wrong by itself.
ZELF = ("JW305", "JW307", "JW315", "JW317", "JW323")
ANTWOORDEN = ("JW302", "JW320")

Bestand = tuple[Path, bytes]


@dataclass(frozen=True, slots=True)
class Opgehaald:
    """What became of one file."""

    bestand: str
    soort: str
    hoe: str
    zin: str = ""


def take_in(map_: Path, *, by: Actor) -> Iterator[Opgehaald]:
    """Takes in every message in the folder, in the order of their names, a chunk at a time."""
    for stuk in _chunks(map_):
        yield from _take_chunk(map_, stuk, by)


def _chunks(map_: Path) -> Iterator[list[Bestand]]:
    """The files by the hundred, and never more bytes at once than one of the largest and a few more."""
    stuk: list[Bestand] = []
    bytes_ = 0
    with os.scandir(map_) as namen:
        gevonden = sorted(een.name for een in namen if een.is_file() and een.name.lower().endswith(".xml"))
    for naam in gevonden:
        pad = map_ / naam
        stuk.append((pad, _read(pad)))
        bytes_ += len(stuk[-1][1])
        if len(stuk) == PER_KEER or bytes_ >= BYTES_PER_KEER:
            yield stuk
            stuk, bytes_ = [], 0
    if stuk:
        yield stuk


def _read(pad: Path) -> bytes:
    """The bytes of a file, no more than a message may have and one: who reads on sees that it is too many."""
    with pad.open("rb") as bestand:
        # Not the most at once: room for all of it would be made for every file.
        inhoud = bestand.read(EERST)
        return inhoud if len(inhoud) < EERST else inhoud + bestand.read(HOOGSTENS_BYTES + 1 - EERST)


def _take_chunk(map_: Path, stuk: list[Bestand], by: Actor) -> Iterator[Opgehaald]:
    """Looks at every file, stores what is a message in one transaction, and only then lets the files go."""
    ontvangen = map_ / ONTVANGEN
    ontvangen.mkdir(exist_ok=True)
    om = surroundings(vandaag())
    gelezen = [(pad, *_look(inhoud, om)) for pad, inhoud in stuk]
    hoe = iter(store_inbox(by=by, stukken=[een for _, _, een in gelezen if isinstance(een, Inkomend)]))
    opgehaald = [_sorted_out(map_, ontvangen, pad, soort, een, hoe) for pad, soort, een in gelezen]
    flush_folder(ontvangen)
    flush_folder(map_)
    yield from opgehaald


def _look(inhoud: bytes, om: Omgeving) -> tuple[str, Inkomend | str]:
    """The kind of message, and the message as it will be stored or why it is none."""
    uitkomst = control(inhoud, om)
    soort = uitkomst.bericht.soort if uitkomst.bericht else ""
    kop = read_header(uitkomst.bericht)
    if kop is None:
        zin = uitkomst.bevindingen[0].zin if uitkomst.bevindingen else "De kop van het bericht is niet heel."
        return soort, zin
    return soort, Inkomend(kop, inhoud, _mangels(uitkomst), not _answers_itself(kop.soort, uitkomst))


def _sorted_out(
    map_: Path, ontvangen: Path, pad: Path, soort: str, een: Inkomend | str, hoe: Iterator[Ontvangst]
) -> Opgehaald:
    """Where a file goes, now that what was stored is stored for good."""
    if isinstance(een, str):
        return _refuse(map_, pad, soort, een)
    ontvangst = next(hoe)
    if ontvangst is Ontvangst.ELDERS:
        return _refuse(map_, pad, soort, f"Gemeente {een.kop.gemeente} werkt niet in deze Koers.")
    if ontvangst is not Ontvangst.MISLUKT:
        rename(pad, ontvangen / pad.name)
    return Opgehaald(pad.name, soort, ontvangst.value, _sentence(ontvangst))


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
        Ontvangst.MISLUKT: "De databank nam dit bericht niet aan. Het blijft liggen.",
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
    rename(van, naar)
    flush_folder(naar.parent)
    flush_folder(van.parent)


def rename(van: Path, naar: Path) -> None:
    """Renames within a disk; whoever calls this flushes both folders."""
    os.replace(van, naar)


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
