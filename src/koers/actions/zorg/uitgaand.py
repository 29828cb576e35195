"""What goes out by itself: an act that gives or changes help queues its message in the same transaction.

Here stand frozen values; `koers.exchange.berichten.uitgaand` makes the message of them. Nothing is lost when
a process stops in between, and nothing goes out twice: the row is there once, whoever picks it up.
"""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID, uuid4

from django.db.models import Max, QuerySet

from koers.actions.handeling import Spoor, act
from koers.actions.kern.een_persoon import rows_anywhere
from koers.actions.zorg.clientbeeld import picture_client
from koers.actions.zorg.einden import amount_of, named_product, with_amount
from koers.actions.zorg.postbus import Kop, Mangel, head_of
from koers.authorization.zicht import visible_berichten
from koers.domain.actor import Actor
from koers.domain.toewijzingsberichten import (
    VERWIJDERD,
    Adres,
    Toegewezen,
    Toewijzingsbericht,
    freeze,
    last_day,
    missing,
)
from koers.domain.weigering import Refused
from koers.registers.kern.kluis import open_bytes, seal_bytes
from koers.registers.kern.models import Bericht, Berichtregel, BerichtRichting, BerichtStand, Regelstand, Slot
from koers.registers.klok import lokaal, nu, vandaag
from koers.registers.zorg.models import Toewijzing, ToewijzingWijziging

JW301, TOEWIJZING = "JW301", "toewijzing"
# Not told yet, or told in vain: a later message tells it again.
NIET_GEMELD = (BerichtStand.TE_MAKEN, BerichtStand.TEGENGEHOUDEN, BerichtStand.AFGEKEURD)
TE_HERSTELLEN = (BerichtStand.TEGENGEHOUDEN, BerichtStand.AFGEKEURD)


@dataclass(frozen=True, slots=True)
class TeMaken:
    """Frozen values of a message that still has to be made."""

    id: UUID
    kop: Kop
    bevroren: bytes


def queue_toewijzingen(
    by: Actor, toewijzing: Toewijzing, spoor: Spoor, *, postadres: Adres | None = None
) -> UUID | None:
    """Puts the JW301 about the child of this toewijzing at its provider in the outbox; inside an act.

    Returns the id of the message; None for a provider without AGB code, who works in the portal.
    """
    aanbieder, kind = toewijzing.contractproduct.aanbieder, toewijzing.casus.jeugdige
    if not aanbieder.agb:
        return None
    Slot.objects.lock(f"uitgaand {toewijzing.gemeente_id}")
    samen = list(_together(toewijzing))
    nummers = [row.nummer for row in samen]
    _replace(toewijzing.gemeente_id, aanbieder.agb, nummers)
    toegewezen = _to_tell(samen, toewijzing)
    client = picture_client(kind, postadres)
    row = queue(
        JW301,
        gemeente=toewijzing.gemeente_id,
        ontvanger=aanbieder.agb,
        bevroren=freeze(Toewijzingsbericht(client, tuple(toegewezen))),
        mangels=[Mangel("", code, "", "") for code in missing(client)],
    )
    Berichtregel.objects.bulk_create(
        _line(row, volgnummer, een) for volgnummer, een in enumerate(toegewezen, 1)
    )
    spoor.note(bericht=str(row.pk), toewijzingen=len(toegewezen))
    spoor.touched(kind.pk, toewijzing.gemeente_id)
    return row.pk


def queue(
    soort: str, *, gemeente: str, ontvanger: str, bevroren: bytes, mangels: Sequence[Mangel]
) -> Bericht:
    """A new row of the outbox with an identification of its own; inside an act that holds the lock."""
    sleutel, afzender = uuid4(), gemeente.removeprefix("GM")
    row = Bericht(
        id=sleutel,
        gemeente_id=gemeente,
        richting=BerichtRichting.UIT,
        soort=soort,
        afzender=afzender,
        ontvanger=ontvanger,
        identificatie=_next_identification(soort, afzender),
        dagtekening=vandaag(),
        vingerafdruk=hashlib.sha256(bevroren).hexdigest(),
        inhoud=seal_bytes(bevroren, sleutel),
        stand=BerichtStand.TEGENGEHOUDEN if mangels else BerichtStand.TE_MAKEN,
        vastgelegd_at=nu(),
        bevindingen=[[een.regel, een.code, een.plaats, een.zin] for een in mangels],
    )
    row.save(force_insert=True)
    return row


def _next_identification(soort: str, afzender: str) -> str:
    """Twelve digits, counting on per sender and kind; the database refuses one that was used."""
    mine = Bericht.objects.filter(richting=BerichtRichting.UIT, soort=soort, afzender=afzender)
    last = mine.aggregate(last=Max("identificatie"))["last"]
    return f"{int(last or 0) + 1:012d}"


def _together(toewijzing: Toewijzing) -> QuerySet[Any]:
    """All toewijzingen of this child at this provider, with `einde` and what they give now."""
    rows = Toewijzing.objects.current().filter(
        gemeente=toewijzing.gemeente_id,
        ingetrokken=False,
        nummer__isnull=False,
        casus__jeugdige__in=rows_anywhere(toewijzing.casus.jeugdige_id),
        contractproduct__aanbieder=toewijzing.contractproduct.aanbieder_id,
    )
    return with_amount(rows).select_related("contractproduct").order_by("nummer")


def _replace(gemeente: str, agb: str, nummers: Sequence[int]) -> None:
    """What still waits, was held back or was refused about this child is told again by the new message."""
    lines = Berichtregel.objects.filter(gemeente=gemeente, soort=TOEWIJZING, toewijzing_nummer__in=nummers)
    Bericht.objects.filter(
        pk__in=lines.values("bericht"), soort=JW301, ontvanger=agb, stand__in=NIET_GEMELD
    ).update(stand=BerichtStand.VERVANGEN)


def _to_tell(samen: Sequence[Any], deze: Toewijzing) -> list[Toegewezen]:
    """Every toewijzing that runs or is to come, and every change that the provider does not know (OP087)."""
    changes: dict[UUID, ToewijzingWijziging] = {}
    found = ToewijzingWijziging.objects.current().filter(toewijzing__in=[row.pk for row in samen])
    for wijziging in found.filter(ingetrokken=False).order_by("datum", "vastgelegd_at", "-pk"):
        changes[wijziging.toewijzing_id] = wijziging
    told = _told(deze.gemeente_id, [row.nummer for row in samen])
    today = vandaag()
    te_melden = []
    for row in samen:
        een = _as_told(row, changes.get(row.pk))
        loopt = een.reden != VERWIJDERD and (een.einddatum is None or een.einddatum >= today)
        onbekend = bool(een.reden) and told.get(een.nummer) != (een.einddatum, een.reden)
        if loopt or onbekend or row.pk == deze.pk:
            te_melden.append(een)
    return te_melden


def _told(gemeente: str, nummers: Sequence[int]) -> dict[int | None, tuple[date | None, str]]:
    """Per number the last day and reason that the provider heard last."""
    lines = (
        Berichtregel.objects.filter(gemeente=gemeente, soort=TOEWIJZING, toewijzing_nummer__in=nummers)
        .exclude(bericht__stand__in=(*NIET_GEMELD, BerichtStand.VERVANGEN))
        .order_by("bericht__vastgelegd_at", "bericht_id")
    )
    return {een.toewijzing_nummer: (een.einddatum, een.reden) for een in lines}


def _as_told(row: Any, wijziging: ToewijzingWijziging | None) -> Toegewezen:
    categorie, code = named_product(row)
    moment = lokaal(wijziging.vastgelegd_at if wijziging else row.vastgelegd_at)
    return Toegewezen(
        nummer=row.nummer,
        categorie=categorie,
        code=code,
        datum=moment.date(),
        tijd=f"{moment:%H:%M:%S}",
        ingangsdatum=row.ingangsdatum,
        einddatum=last_day(row.einde, row.ingangsdatum),
        reden=wijziging.reden if wijziging else "",
        omvang=amount_of(row),
        referentie=(wijziging.referentie if wijziging else "") or row.referentie,
        budget_cent=row.nu_budget_cent,
    )


def _line(row: Bericht, volgnummer: int, een: Toegewezen) -> Berichtregel:
    return Berichtregel(
        bericht=row,
        gemeente_id=row.gemeente_id,
        volgnummer=volgnummer,
        toewijzing_nummer=een.nummer,
        soort=TOEWIJZING,
        begindatum=een.ingangsdatum,
        einddatum=een.einddatum,
        reden=een.reden,
        verwijdert=een.reden == VERWIJDERD,
        stand=Regelstand.GEMELD,
    )


def read_te_maken(*, by: Actor) -> tuple[TeMaken, ...]:
    """What was queued and has to be made, oldest first."""
    with act("read_inbox", by=by):
        rows = Bericht.objects.filter(richting=BerichtRichting.UIT, stand=BerichtStand.TE_MAKEN)
        return tuple(
            TeMaken(row.pk, head_of(row), open_bytes(row.inhoud, row.pk))
            for row in rows.order_by("vastgelegd_at", "pk")
        )


def finish_uitgaand(*, by: Actor, bericht_id: UUID, inhoud: bytes, mangels: Sequence[Mangel]) -> None:
    """The message was made and may go; or it is held back, and why. Twice is once."""
    with act("store_outbox", by=by) as spoor:
        spoor.onderwerp("bericht", bericht_id)
        rows = Bericht.objects.filter(pk=bericht_id, stand=BerichtStand.TE_MAKEN)
        if mangels:
            wrong = [[een.regel, een.code, een.plaats, een.zin] for een in mangels]
            rows.update(stand=BerichtStand.TEGENGEHOUDEN, bevindingen=wrong)
        else:
            rows.update(stand=BerichtStand.KLAAR, inhoud=seal_bytes(inhoud, bericht_id))
        spoor.note(tegengehouden=len(mangels))


def resend_toewijzingen(
    *, by: Actor, bericht_id: UUID, postadres: Adres | None = None, formulier: UUID | None = None
) -> UUID:
    """Tells the provider again, as the register is now, what was held back or refused. The new message.

    `postadres`: to write to, where the address of the child may not be told.
    Refused: niet_gevonden, bericht_niet_te_herstellen.
    """
    with act("resend_toewijzingen", by=by, formulier=formulier) as spoor:
        row = visible_berichten(by, vandaag()).filter(pk=bericht_id, soort=JW301).first()
        if row is None:
            raise Refused("niet_gevonden")
        toewijzing = (
            Toewijzing.objects.current()
            .filter(gemeente=row.gemeente_id, nummer__in=row.regels.values("toewijzing_nummer"))
            .select_related("casus__jeugdige", "contractproduct__aanbieder")
            .order_by("-nummer")
            .first()
        )
        if row.stand not in TE_HERSTELLEN or toewijzing is None:
            raise Refused("bericht_niet_te_herstellen")
        nieuw = queue_toewijzingen(by, toewijzing, spoor, postadres=postadres)
        if nieuw is None:
            raise Refused("bericht_niet_te_herstellen")
        spoor.onderwerp("bericht", nieuw)
        return nieuw
