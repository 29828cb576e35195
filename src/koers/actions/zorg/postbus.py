"""Inbox and outbox of messages: store first and acknowledge after, lose nothing, do nothing twice."""

import hashlib
import logging
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from uuid import UUID, uuid4

from django.db import DatabaseError, OperationalError

from koers.actions.handeling import Spoor, act, acts
from koers.authorization.zicht import visible_berichten
from koers.domain.actor import Actor
from koers.domain.regieberichten import answer_day, workdays_after
from koers.domain.weigering import Refused
from koers.registers.bulk import Invoeger
from koers.registers.kern.kluis import open_bytes, seal_bytes
from koers.registers.kern.models import (
    Bericht,
    BerichtRichting,
    BerichtStand,
    Gemeente,
    Organisatie,
    Regelstand,
    Slot,
)
from koers.registers.klok import nu, vandaag

logger = logging.getLogger(__name__)
DUBBEL_GEBRUIKT = "9056"
SLOT = "berichten"
# What is kept of a message that comes in.
INKOMEND = (
    "id",
    "gemeente",
    "richting",
    "soort",
    "afzender",
    "ontvanger",
    "identificatie",
    "dagtekening",
    "vingerafdruk",
    "inhoud",
    "stand",
    "vastgelegd_at",
    "uiterlijk_datum",
    "bevindingen",
)
# What is decided and, if it is no answer itself, has to be answered.
BESLIST = (BerichtStand.VERWERKT, BerichtStand.AFGEKEURD, BerichtStand.GEWEIGERD)
# What goes out and gets an answer of the provider.
WACHT_OP_ANTWOORD = ("JW301", "JW319")
# What comes in from a provider and gets an answer; the rest is an answer itself.
BEANTWOORD = ("JW305", "JW307", "JW315", "JW317", "JW323")


@dataclass(frozen=True, slots=True)
class Kop:
    """What the header of a message says; `gemeente`: four digits of CBS."""

    soort: str
    gemeente: str
    afzender: str
    ontvanger: str
    identificatie: str
    dagtekening: date


@dataclass(frozen=True, slots=True)
class Mangel:
    """One thing that is wrong: number of the rule, return code, and place in the message. Without a code it
    asks for attention, and rejects nothing."""

    regel: str
    code: str
    plaats: str
    zin: str


class Ontvangst(StrEnum):
    """How a message came in."""

    NIEUW = "nieuw"
    ZELFDE = "zelfde"  # it was here before: its answer goes out again
    GEWIJZIGD = "gewijzigd"  # its identification was used for something else
    ELDERS = "elders"  # it is for a municipality that does not work here: not stored
    MISLUKT = "mislukt"  # the database refused it: not stored


@dataclass(frozen=True, slots=True)
class Inkomend:
    """A message to be stored. `mangels`: what it breaks by itself. `naar_mens`: a person has to answer it."""

    kop: Kop
    inhoud: bytes
    mangels: Sequence[Mangel]
    naar_mens: bool


@dataclass(frozen=True, slots=True)
class Stuk:
    """A stored message with its bytes, to be worked on."""

    id: UUID
    kop: Kop
    inhoud: bytes
    mangels: tuple[Mangel, ...]


def store_inbox(*, by: Actor, stukken: Sequence[Inkomend]) -> tuple[Ontvangst, ...]:
    """Stores messages for good; how each came in. Only when this returns may a sender hear that it is here.

    One transaction for all of them, and for each a savepoint and a log row: what is wrong with one is undone
    for that one alone.
    """
    with acts("store_inbox", by=by) as one:
        Slot.objects.lock(SLOT)
        bekend = _Bekend(stukken, Invoeger(Bericht, INKOMEND), answer_day(vandaag()))
        return tuple(_undone_alone(one, stuk, bekend) for stuk in stukken)


class _Bekend:
    """What is known of the messages of a chunk: asked once, as nobody else stores one meanwhile."""

    def __init__(self, stukken: Sequence[Inkomend], rijen: Invoeger, uiterlijk: date) -> None:
        self.rijen, self.uiterlijk = rijen, uiterlijk
        self.identificaties = {een.kop.identificatie for een in stukken}
        self.gemeenten: dict[str, str] = {}
        self._eerder: dict[tuple[str, str, str], dict[str, UUID]] | None = None

    def eerder(self, kop: Kop) -> dict[str, UUID]:
        """What was stored under this identification: hash of the content -> key. Only within an act."""
        if self._eerder is None:
            self._eerder = {}
            rows = Bericht.objects.filter(
                richting=BerichtRichting.IN, identificatie__in=self.identificaties
            ).values_list("soort", "afzender", "identificatie", "vingerafdruk", "pk")
            for soort, afzender, identificatie, vingerafdruk, sleutel in rows:
                self._eerder.setdefault((soort, afzender, identificatie), {})[vingerafdruk] = sleutel
        return self._eerder.setdefault((kop.soort, kop.afzender, kop.identificatie), {})


def _undone_alone(
    one: Callable[[], AbstractContextManager[Spoor]], stuk: Inkomend, bekend: _Bekend
) -> Ontvangst:
    vingerafdruk = hashlib.sha256(stuk.inhoud).hexdigest()
    try:
        with one() as spoor:
            hoe, sleutel = _store(stuk, vingerafdruk, bekend, spoor)
    except Refused:
        return Ontvangst.ELDERS
    except OperationalError:  # the database itself is gone or full: then nothing of this has happened
        raise
    except DatabaseError:
        logger.exception("de databank nam een bericht niet aan")
        return Ontvangst.MISLUKT
    bekend.eerder(stuk.kop)[vingerafdruk] = sleutel
    return hoe


def _store(stuk: Inkomend, vingerafdruk: str, bekend: _Bekend, spoor: Spoor) -> tuple[Ontvangst, UUID]:
    kop, mangels = stuk.kop, stuk.mangels
    if kop.gemeente not in bekend.gemeenten:
        bekend.gemeenten[kop.gemeente] = _municipality(kop).pk
    eerder = bekend.eerder(kop)
    if (zelfde := eerder.get(vingerafdruk)) is not None:
        Bericht.objects.filter(antwoord_op=zelfde).update(stand=BerichtStand.KLAAR)
        spoor.onderwerp("bericht", zelfde)
        return Ontvangst.ZELFDE, zelfde
    stand = BerichtStand.TE_BEHANDELEN if stuk.naar_mens else BerichtStand.ONTVANGEN
    if eerder:
        zin = "Deze identificatie is eerder gebruikt voor een ander bericht."
        plaats = "Header/BerichtIdentificatie/Identificatie"
        mangels, stand = [Mangel("TR056", DUBBEL_GEBRUIKT, plaats, zin)], BerichtStand.GEWEIGERD
    sleutel = uuid4()
    bekend.rijen.insert(
        (
            sleutel,
            bekend.gemeenten[kop.gemeente],
            BerichtRichting.IN.value,
            kop.soort,
            kop.afzender,
            kop.ontvanger,
            kop.identificatie,
            kop.dagtekening,
            vingerafdruk,
            seal_bytes(stuk.inhoud, sleutel),
            stand.value,
            nu(),
            bekend.uiterlijk,
            [[een.regel, een.code, een.plaats, een.zin] for een in mangels],
        )
    )
    spoor.onderwerp("bericht", sleutel)
    spoor.note(soort=kop.soort, stand=str(stand))
    return Ontvangst.GEWIJZIGD if eerder else Ontvangst.NIEUW, sleutel


def read_inbox(*, by: Actor) -> tuple[Stuk, ...]:
    """What came in and was not worked on yet, oldest first."""
    with act("read_inbox", by=by):
        rows = Bericht.objects.filter(richting=BerichtRichting.IN, stand=BerichtStand.ONTVANGEN)
        return tuple(_piece(row) for row in rows.order_by("vastgelegd_at", "pk"))


def read_unanswered(*, by: Actor) -> tuple[Stuk, ...]:
    """What was decided and has no answer yet; what is wrong with it stands in `mangels`."""
    with act("read_inbox", by=by):
        rows = Bericht.objects.filter(
            richting=BerichtRichting.IN, soort__in=BEANTWOORD, stand__in=BESLIST, antwoord__isnull=True
        )
        return tuple(_piece(row, extra=_rejected_lines(row)) for row in rows.order_by("vastgelegd_at", "pk"))


def read_stuk(*, by: Actor, bericht_id: UUID) -> Stuk:
    """One message with its bytes."""
    with act("read_inbox", by=by) as spoor:
        spoor.onderwerp("bericht", bericht_id)
        return _piece(Bericht.objects.get(pk=bericht_id))


def store_antwoord(*, by: Actor, op: UUID, kop: Kop, inhoud: bytes) -> UUID:
    """Puts the answer to a message in the outbox; a second one for the same message is not made."""
    with act("store_outbox", by=by) as spoor:
        Slot.objects.lock(SLOT)
        eerder = Bericht.objects.filter(antwoord_op=op).first()
        if eerder is not None:
            return eerder.pk
        row = _new(kop, _municipality(kop), inhoud, BerichtRichting.UIT, BerichtStand.KLAAR)
        row.antwoord_op_id = op
        row.save(force_insert=True)
        spoor.onderwerp("bericht", row.pk)
        return row.pk


def read_outbox(*, by: Actor) -> tuple[Stuk, ...]:
    """What has to go out, oldest first."""
    with act("read_inbox", by=by):
        rows = Bericht.objects.filter(richting=BerichtRichting.UIT, stand=BerichtStand.KLAAR)
        return tuple(_piece(row) for row in rows.order_by("vastgelegd_at", "pk"))


def mark_sent(*, by: Actor, bericht_id: UUID) -> None:
    """The message goes out now; what has to be answered is waited for until the third working day (OP090)."""
    with act("store_outbox", by=by) as spoor:
        spoor.onderwerp("bericht", bericht_id)
        rows = Bericht.objects.filter(pk=bericht_id, stand=BerichtStand.KLAAR)
        rows.filter(soort__in=WACHT_OP_ANTWOORD).update(
            stand=BerichtStand.VERSTUURD, uiterlijk_datum=workdays_after(vandaag(), 3)
        )
        rows.update(stand=BerichtStand.VERSTUURD)


def is_sent(*, by: Actor, soort: str, gemeente: str, identificatie: str) -> bool:
    """Whether an outgoing message was marked as sent: then its file has to reach the exchange."""
    with act("read_inbox", by=by):
        rows = Bericht.objects.filter(
            richting=BerichtRichting.UIT, soort=soort, afzender=gemeente, identificatie=identificatie
        )
        return rows.exclude(stand__in=(BerichtStand.KLAAR, BerichtStand.TE_MAKEN)).exists()


def _municipality(kop: Kop) -> Gemeente:
    found = Gemeente.objects.filter(code=f"GM{kop.gemeente}").first()
    if found is None:
        raise Refused("bericht_andere_gemeente", gemeente=kop.gemeente)
    return found


def _new(kop: Kop, gemeente: Gemeente, inhoud: bytes, richting: str, stand: str) -> Bericht:
    sleutel = uuid4()
    return Bericht(
        id=sleutel,
        gemeente=gemeente,
        richting=richting,
        soort=kop.soort,
        afzender=kop.afzender,
        ontvanger=kop.ontvanger,
        identificatie=kop.identificatie,
        dagtekening=kop.dagtekening,
        vingerafdruk=hashlib.sha256(inhoud).hexdigest(),
        inhoud=seal_bytes(inhoud, sleutel),
        stand=stand,
        vastgelegd_at=nu(),
    )


def head_of(row: Bericht) -> Kop:
    """The header of a stored message."""
    gemeente = row.gemeente_id.removeprefix("GM")
    return Kop(row.soort, gemeente, row.afzender, row.ontvanger, row.identificatie, row.dagtekening)


def _piece(row: Bericht, extra: Sequence[Mangel] = ()) -> Stuk:
    mangels = (*(Mangel(*een) for een in row.bevindingen), *extra)
    return Stuk(row.pk, head_of(row), open_bytes(row.inhoud, row.pk), mangels)


def _rejected_lines(row: Bericht) -> list[Mangel]:
    if row.soort not in ("JW305", "JW307"):
        return []
    naam = "Start" if row.soort == "JW305" else "Stop"
    return [
        Mangel(
            f"TR{een.code[1:]}",
            een.code,
            f"Client/{naam}Producten/{naam}Product[{een.volgnummer}]",
            "De regel kan niet gelden naast wat er al is gemeld.",
        )
        for een in row.regels.filter(stand="afgekeurd").exclude(code="").order_by("volgnummer")
        if een.code not in {mangel[1] for mangel in row.bevindingen}
    ]


@dataclass(frozen=True, slots=True)
class PostRegel:
    """One line of the ledger of messages. `mangels`: what was wrong; `wacht_op`: codes its lines wait for.

    `agb` and `aanbieder`: code and name of the provider at the other end, whichever way it went; the name is
    empty when nobody here has that code.
    """

    id: UUID
    op: datetime
    kop: Kop
    richting: str
    stand: str
    uiterlijk: date | None
    mangels: tuple[Mangel, ...]
    wacht_op: tuple[str, ...]
    agb: str
    aanbieder: str


@dataclass(frozen=True, slots=True)
class Lijn:
    """One line of a message; `nummer`: of the toewijzing. `code` of WJ001, if it was refused."""

    nummer: int | None
    soort: str
    begin: date
    einde: date | None
    reden: str
    stand: str
    code: str


@dataclass(frozen=True, slots=True)
class PostBeeld:
    """One message with its lines. `te_herstellen`: it did not arrive well and can be told again."""

    regel: PostRegel
    lijnen: tuple[Lijn, ...]
    te_herstellen: bool


MEEST = 200


def read_berichten(*, by: Actor, alleen: str = "") -> tuple[PostRegel, ...]:
    """The newest messages of the own municipalities, by their envelope. `alleen`: of one stand."""
    with act("read_berichten", by=by) as spoor:
        rows = visible_berichten(by, vandaag()).order_by("-vastgelegd_at", "pk")
        if alleen:
            rows = rows.filter(stand=alleen)
        found = list(rows.defer("inhoud").prefetch_related("regels")[:MEEST])
        spoor.note(aantal=len(found))
        return tuple(ledger_lines(found))


def read_bericht(*, by: Actor, bericht_id: UUID) -> PostBeeld:
    """One message by its envelope and its lines. Refused: niet_gevonden."""
    with act("read_berichten", by=by) as spoor:
        row = visible_berichten(by, vandaag()).defer("inhoud").filter(pk=bericht_id).first()
        if row is None:
            raise Refused("niet_gevonden")
        spoor.onderwerp("bericht", bericht_id)
        lijnen = tuple(
            Lijn(
                een.toewijzing_nummer,
                een.soort,
                een.begindatum,
                een.einddatum,
                een.reden,
                een.stand,
                een.code,
            )
            for een in row.regels.order_by("volgnummer")
        )
        hier = row.soort == "JW301" and row.stand in (BerichtStand.TEGENGEHOUDEN, BerichtStand.AFGEKEURD)
        return PostBeeld(ledger_lines([row])[0], lijnen, hier)


def ledger_lines(rows: Sequence[Bericht]) -> list[PostRegel]:
    """Messages as the ledger tells them, without what they say of anybody."""
    codes = {_agb(row) for row in rows}
    names = dict(Organisatie.objects.filter(agb__in=codes - {""}).values_list("agb", "naam"))
    return [_ledger_line(row, names) for row in rows]


def _agb(row: Bericht) -> str:
    """The provider's code: an answer of a provider carries the header of what it answers, so look at both."""
    gemeente = row.gemeente_id.removeprefix("GM")
    return next((een for een in (row.afzender, row.ontvanger) if een != gemeente), "")


def _ledger_line(row: Bericht, names: dict[str, str]) -> PostRegel:
    regels = list(row.regels.all())
    wacht = {een.code for een in regels if een.stand == Regelstand.WACHT}
    afgekeurd = {een.code for een in regels if een.stand == Regelstand.AFGEKEURD}
    al = {een[1] for een in row.bevindingen}
    mangels = (
        *(Mangel(*een) for een in row.bevindingen),
        *(Mangel(f"TR{code[1:]}", code, "", "") for code in sorted(afgekeurd - al - {""})),
    )
    return PostRegel(
        row.pk,
        row.vastgelegd_at,
        head_of(row),
        row.richting,
        row.stand,
        row.uiterlijk_datum,
        mangels,
        tuple(sorted(wacht)),
        _agb(row),
        names.get(_agb(row), ""),
    )
