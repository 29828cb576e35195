"""From the inbox into the register, from the register into the outbox, and out."""

from pathlib import Path
from typing import Any
from uuid import uuid4

from koers.actions.zorg.postbus import (
    Kop,
    Stuk,
    mark_sent,
    read_inbox,
    read_outbox,
    read_unanswered,
    store_antwoord,
)
from koers.actions.zorg.regie import NieuweRegel, expire_waiting, process_regie, reject_whole
from koers.domain.actor import Actor
from koers.domain.regieberichten import Regieregel
from koers.exchange.berichten.ontvangst import write_durably
from koers.exchange.ijw.antwoord import GeenAntwoordMogelijk, answer
from koers.exchange.ijw.bericht import Bericht, Bevinding
from koers.exchange.ijw.build import build
from koers.exchange.ijw.controle import Uitkomst
from koers.exchange.ijw.parse import parse
from koers.exchange.ijw.regels.plekken import regie
from koers.registers.klok import vandaag

SOORT = {"JW305": "start", "JW307": "stop"}
VERWIJDERT = "3"


def process(*, by: Actor) -> int:
    """Works on all that came in, rejects what waited too long, and writes the answers. How many messages."""
    stukken = read_inbox(by=by)
    for stuk in stukken:
        _process_one(stuk, by)
    expire_waiting(by=by)
    for stuk in read_unanswered(by=by):
        _answer(stuk, by)
    return len(stukken)


def send(map_: Path, *, by: Actor) -> list[str]:
    """Writes what is in the outbox to the folder of the exchange. Twice is the same file."""
    namen = []
    for stuk in read_outbox(by=by):
        naam = f"{stuk.kop.soort}_{stuk.kop.gemeente}_{stuk.kop.identificatie}.xml"
        write_durably(map_ / naam, stuk.inhoud)
        mark_sent(by=by, bericht_id=stuk.id)
        namen.append(naam)
    return namen


def _process_one(stuk: Stuk, by: Actor) -> None:
    bericht = parse(stuk.inhoud).bericht
    uitkomst = _outcome(stuk, bericht)
    if bericht is None or uitkomst.heel_afgekeurd or bericht.soort not in SOORT:
        reject_whole(by=by, bericht_id=stuk.id)
        return
    regels = [_line(bericht.soort, een, _code_at(stuk, plek)) for plek, een in regie(bericht)]
    process_regie(by=by, bericht_id=stuk.id, bsn=bericht.inhoud["Client"]["Bsn"], regels=regels)


def _line(soort: str, een: dict[str, Any], code: str) -> NieuweRegel:
    regel = Regieregel(
        SOORT[soort],
        een["Begindatum"],
        een["StatusAanlevering"] == VERWIJDERT,
        een.get("RedenBeeindiging", ""),
        een.get("Einddatum"),
    )
    return NieuweRegel(een.get("ToewijzingNummer"), regel, code)


def _code_at(stuk: Stuk, plek: str) -> str:
    """The code by which the message itself rejects this line."""
    return next((een.code for een in stuk.mangels if f"{een.plaats}/".startswith(plek + "/")), "")


def _outcome(stuk: Stuk, bericht: Bericht | None) -> Uitkomst:
    return Uitkomst(
        bericht, tuple(Bevinding(een.regel, een.code, een.plaats, een.zin) for een in stuk.mangels)
    )


def _answer(stuk: Stuk, by: Actor) -> None:
    nummer = uuid4().hex[:12]
    try:
        terug = answer(
            _outcome(stuk, parse(stuk.inhoud).bericht), identificatie=nummer, dagtekening=vandaag()
        )
    except GeenAntwoordMogelijk:
        return  # it stays in the list of messages: people tell the sender (OP090x2)
    kop = Kop(terug.soort, stuk.kop.gemeente, stuk.kop.ontvanger, stuk.kop.afzender, nummer, vandaag())
    store_antwoord(by=by, op=stuk.id, kop=kop, inhoud=build(terug))
