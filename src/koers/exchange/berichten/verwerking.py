"""From the inbox into the register, from the register into the outbox, and out."""

from typing import Any
from uuid import uuid4

from koers.actions.zorg.declareren import process_declaratie
from koers.actions.zorg.postbus import (
    Kop,
    Stuk,
    read_inbox,
    read_unanswered,
    store_antwoord,
)
from koers.actions.zorg.regie import NieuweRegel, expire_waiting, process_regie, reject_whole
from koers.actions.zorg.retour import ANTWOORD_OP, process_retour
from koers.domain.actor import Actor
from koers.domain.regieberichten import Regieregel
from koers.exchange.berichten.declaraties import read_323
from koers.exchange.berichten.uitgaand import make_outgoing
from koers.exchange.berichten.verzoeken import open_roads, process_verzoeken
from koers.exchange.ijw.antwoord import GeenAntwoordMogelijk, answer
from koers.exchange.ijw.bericht import Bericht, Bevinding
from koers.exchange.ijw.build import build
from koers.exchange.ijw.controle import Uitkomst
from koers.exchange.ijw.official import Schemas
from koers.exchange.ijw.parse import parse
from koers.exchange.ijw.regels.declaratie import refusals
from koers.exchange.ijw.regels.plekken import regie
from koers.exchange.ijw.regels.regel import filled
from koers.registers.klok import vandaag

SOORT = {"JW305": "start", "JW307": "stop"}
VERWIJDERT = "3"


def process(*, by: Actor, schemas: Schemas | None = None) -> int:
    """Works on all that came in, rejects what waited too long, writes the answers and makes what goes out.

    How many messages came in."""
    stukken = read_inbox(by=by)
    for stuk in stukken:
        _process_one(stuk, by)
    expire_waiting(by=by)
    open_roads(by)
    for stuk in read_unanswered(by=by):
        _answer(stuk, by)
    make_outgoing(by=by, schemas=schemas)
    return len(stukken)


def _process_one(stuk: Stuk, by: Actor) -> None:
    bericht = parse(stuk.inhoud).bericht
    uitkomst = _outcome(stuk, bericht)
    if bericht is None or uitkomst.heel_afgekeurd:
        reject_whole(by=by, bericht_id=stuk.id)
    elif bericht.soort in SOORT:
        regels = [_line(bericht.soort, een, _code_at(stuk, plek)) for plek, een in regie(bericht)]
        process_regie(by=by, bericht_id=stuk.id, bsn=bericht.inhoud["Client"]["Bsn"], regels=regels)
    elif bericht.soort in ("JW315", "JW317"):
        process_verzoeken(stuk, bericht, by)
    elif bericht.soort == "JW323":
        claim = bericht.inhoud["Declaratie"]
        process_declaratie(
            by=by,
            bericht_id=stuk.id,
            nummer=claim["DeclaratieNummer"],
            maand=claim["DeclaratiePeriode"]["Begindatum"],
            regels=read_323(stuk.mangels, bericht),
        )
    elif bericht.soort in ANTWOORD_OP:
        heel, per_nummer = read_retour(bericht)
        process_retour(by=by, bericht_id=stuk.id, heel=heel, per_nummer=per_nummer)
    else:
        reject_whole(by=by, bericht_id=stuk.id)


def read_retour(bericht: Bericht) -> tuple[list[str], dict[int, list[str]]]:
    """What a JW302 or JW320 refuses: codes of the whole, and codes per toewijzing by its number."""
    client = dict(bericht.inhoud.get("Client", {}))
    producten = filled(client, "ToegewezenProducten", "ToegewezenProduct") or ()
    per_nummer = {een["ToewijzingNummer"]: refusals(een) for een in producten}
    client.pop("ToegewezenProducten", None)
    heel = refusals(
        {"Header": bericht.header, "Client": client, "Antwoord": bericht.inhoud.get("Antwoord", {})}
    )
    return heel, {nummer: codes for nummer, codes in per_nummer.items() if codes}


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
    """What is wrong with it; what only asks for attention is told to people here, and to no sender."""
    wrong = (een for een in stuk.mangels if een.code)
    return Uitkomst(bericht, tuple(Bevinding(een.regel, een.code, een.plaats, een.zin) for een in wrong))


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
