"""What the register says of a message that is only looked at: nothing is stored but that somebody looked."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Max

from koers.actions.handeling import act
from koers.actions.zorg.declareren import NUMMER_GEBRUIKT, Ingediend, is_used, judge_prestatie
from koers.actions.zorg.einden import running
from koers.actions.zorg.postbus import Kop, Mangel
from koers.actions.zorg.regie import GEEN_TOEWIJZING, find_assignment
from koers.actions.zorg.verzoeken import Van, judge_verzoek, parties
from koers.domain.actor import Actor
from koers.domain.verzoeken import NieuwVerzoek
from koers.registers.kern.models import Gemeente
from koers.registers.zorg.models import Declaratie, Toewijzing


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


def _skips_a_month(gemeente: str, agb: str, maand: date) -> bool:
    """Whether help that began and did not stop was not claimed for a whole month before this one (TR318).

    No claim is rejected for it: that would be for a start or stop (OP364), and there may have been no help.
    """
    claimed = Declaratie.objects.current().filter(
        gemeente=gemeente, ingetrokken=False, bericht__afzender=agb, maand__lt=maand
    )
    last = claimed.aggregate(last=Max("maand"))["last"]
    if last is None:
        return False
    volgende = (last + timedelta(days=31)).replace(day=1)
    if volgende >= maand:
        return False
    given = Toewijzing.objects.current().filter(
        gemeente=gemeente, ingetrokken=False, contractproduct__aanbieder__agb=agb
    )
    whole = given.filter(stappen__soort="start", stappen__datum__lte=volgende, stappen__ingetrokken=False)
    return running(whole, maand).exists()


def _prestaties(gemeente: str, agb: str, wat: TeZoeken) -> list[Mangel]:
    gevonden = []
    if wat.nummer and is_used(gemeente, agb, wat.nummer):
        gevonden.append(Mangel(*NUMMER_GEBRUIKT, "Declaratie/DeclaratieNummer", ""))
    if wat.maand and _skips_a_month(gemeente, agb, wat.maand):
        gevonden.append(Mangel("TR318", "", "Declaratie/DeclaratiePeriode/Begindatum", ""))
    for een in wat.prestaties:
        _, fout = judge_prestatie(gemeente, agb, een.prestatie)
        if fout is not None and not een.code:
            gevonden.append(Mangel(*fout, een.prestatie.plek, ""))
    return gevonden
