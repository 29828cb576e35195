"""What the register says of a message that is only looked at: nothing is stored but that somebody looked."""

from dataclasses import dataclass
from datetime import date

from koers.actions.handeling import act
from koers.actions.zorg.declareren import (
    MAAND_OVERGESLAGEN,
    NUMMER_GEBRUIKT,
    Ingediend,
    is_used,
    judge_prestatie,
    skips_a_month,
)
from koers.actions.zorg.postbus import Kop, Mangel
from koers.actions.zorg.regie import GEEN_TOEWIJZING, find_assignment
from koers.actions.zorg.verzoeken import Van, judge_verzoek, parties
from koers.domain.actor import Actor
from koers.domain.verzoeken import NieuwVerzoek
from koers.registers.kern.models import Gemeente


@dataclass(frozen=True, slots=True)
class TeZoeken:
    """What is looked up. `regie`: place and number of each start or stop; `nummer`, `maand`: of a claim."""

    bsn: str = ""
    regie: tuple[tuple[str, int | None], ...] = ()
    verzoeken: tuple[NieuwVerzoek, ...] = ()
    prestaties: tuple[Ingediend, ...] = ()
    nummer: str = ""
    maand: date | None = None


def look_up(*, by: Actor, kop: Kop, wat: TeZoeken) -> tuple[Mangel, ...]:
    """The rules that this message breaks beside what is known; nothing for a gemeente that is not here.

    A request names its number as place. What only asks for attention has no code.
    """
    with act("look_up_register", by=by) as spoor:
        gemeente = f"GM{kop.gemeente}"
        spoor.note(soort=kop.soort)
        if not Gemeente.objects.filter(pk=gemeente).exists():
            return ()
        return (
            *_regie(gemeente, kop.afzender, wat),
            *_verzoeken(gemeente, kop, wat),
            *_prestaties(gemeente, kop.afzender, wat),
        )


def _regie(gemeente: str, agb: str, wat: TeZoeken) -> list[Mangel]:
    return [
        Mangel("TR019", GEEN_TOEWIJZING, plek, "")
        for plek, nummer in wat.regie
        if find_assignment(gemeente, agb, nummer, wat.bsn) is None
    ]


def _verzoeken(gemeente: str, kop: Kop, wat: TeZoeken) -> list[Mangel]:
    if not wat.verzoeken:
        return []
    kind, aanbieder = parties(gemeente, wat.bsn, kop.afzender)
    van = Van(gemeente, kop.dagtekening)
    return [fout for een in wat.verzoeken for fout in judge_verzoek(van, een, kind, aanbieder)]


def _prestaties(gemeente: str, agb: str, wat: TeZoeken) -> list[Mangel]:
    gevonden = []
    if wat.nummer and is_used(gemeente, agb, wat.nummer):
        gevonden.append(Mangel(*NUMMER_GEBRUIKT, "Declaratie/DeclaratieNummer", ""))
    if wat.maand and skips_a_month(gemeente, agb, wat.maand):
        gevonden.append(Mangel(*MAAND_OVERGESLAGEN, ""))
    for een in wat.prestaties:
        _, fout = judge_prestatie(gemeente, agb, een.prestatie)
        if fout is not None and not een.code:
            gevonden.append(Mangel(*fout, een.prestatie.plek, ""))
    return gevonden
