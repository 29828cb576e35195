"""What a provider answers to a message of ours (JW302, JW320): accepted, or refused per product."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from koers.actions.handeling import act
from koers.domain.actor import Actor
from koers.registers.kern.models import Bericht, BerichtRichting, BerichtStand, Regelstand, Slot

ANTWOORD_OP = {"JW302": "JW301", "JW320": "JW319"}
ONDERWEG = (BerichtStand.KLAAR, BerichtStand.VERSTUURD)


def process_retour(
    *, by: Actor, bericht_id: UUID, heel: Sequence[str], per_nummer: Mapping[int, Sequence[str]]
) -> None:
    """Works on one answer. `heel`: codes that refuse the message or client as a whole; `per_nummer`: codes
    that refuse a toewijzing, by its number. An answer to nothing, or a second one, is for a person."""
    with act("process_retour", by=by) as spoor:
        Slot.objects.lock("berichten")
        terug = Bericht.objects.get(pk=bericht_id)
        spoor.onderwerp("bericht", bericht_id)
        if terug.stand != BerichtStand.ONTVANGEN:
            return
        heen = Bericht.objects.filter(
            richting=BerichtRichting.UIT,
            soort=ANTWOORD_OP[terug.soort],
            afzender=terug.afzender,
            ontvanger=terug.ontvanger,
            identificatie=terug.identificatie,
            stand__in=ONDERWEG,
        ).first()
        if heen is None:
            terug.stand = BerichtStand.TE_BEHANDELEN
            terug.save(update_fields=["stand"])
            return
        _judge_lines(heen, heel, per_nummer)
        codes = dict.fromkeys([*heel, *(code for een in per_nummer.values() for code in een)])
        heen.stand = BerichtStand.AFGEKEURD if codes else BerichtStand.AANVAARD
        heen.bevindingen = [["", code, "", ""] for code in heel]
        heen.save(update_fields=["stand", "bevindingen"])
        terug.stand, terug.antwoord_op = BerichtStand.VERWERKT, heen
        terug.save(update_fields=["stand", "antwoord_op"])
        spoor.note(soort=terug.soort, codes=list(codes))


def _judge_lines(heen: Bericht, heel: Sequence[str], per_nummer: Mapping[int, Sequence[str]]) -> None:
    for regel in heen.regels.all():
        codes = per_nummer.get(regel.toewijzing_nummer or -1) or heel
        regel.stand = Regelstand.AFGEKEURD if codes else Regelstand.GELDT
        regel.code = codes[0] if codes else ""
        regel.save(update_fields=["stand", "code"])
