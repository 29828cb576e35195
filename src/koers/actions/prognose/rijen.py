"""The queues of the capacity page under a scenario: at the shortage that each coming year ends with.

A shortage grows, so a queue is played anew at the level of each year until it is whole. What nobody counts
(requests for Regie op 3, the list of a provider) is what somebody filled in.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from koers.actions.prognose.capaciteit import (
    Geteld,
    Regels,
    assumptions,
    counted,
    list_of,
    regie_of,
    rules,
)
from koers.actions.prognose.geld import JAREN
from koers.domain.capaciteit import Capaciteitsvraag
from koers.domain.scenario import Wens
from koers.simulation.prognose.capaciteit import Aannamen, PohVraag, Stand, play_poh_year


@dataclass(frozen=True, slots=True)
class Rijjaar:
    """How the queues go at the shortage (whole percent) that a year ends with; None: not asked."""

    jaar: int
    tekort: int
    poh: Stand | None
    regie: Stand | None
    lijst: Stand | None


@dataclass(frozen=True, slots=True)
class Rijbeeld:
    """`jaren`: until the shortage is whole. `erbij`: light questions a year more by the lever."""

    jaren: tuple[Rijjaar, ...]
    regels: Regels
    erbij: int


def queues(gemeente: str, tot: date, wens: Wens, erbij: int) -> Rijbeeld | None:
    """None when neither a shortage nor a queue was asked."""
    rijen = wens.rijen
    vraag = Capaciteitsvraag(
        fte=wens.poh_fte,
        regie_vragen=rijen.regie_vragen,
        lijst_vragen=rijen.lijst_vragen,
        lijst_plaatsen=rijen.lijst_plaatsen,
        lijst_voorrang=rijen.lijst_voorrang,
        lijst_geduld=rijen.lijst_geduld,
    )
    if not (wens.tekort or vraag.regie_vragen or (vraag.lijst_vragen and vraag.lijst_plaatsen)):
        return None
    regels, geteld = rules(), counted(gemeente)
    jaren = tuple(
        Rijjaar(jaar, tekort, *_played(regels, geteld, vraag, tekort, erbij))
        for jaar, tekort in levels(tot.year, wens)
    )
    return Rijbeeld(jaren, regels, erbij)


def levels(eerste: int, wens: Wens) -> Iterator[tuple[int, int]]:
    """Per year the shortage at its end, until it is whole and stays so."""
    for jaar in range(eerste, eerste + JAREN + 1):
        tekort = round(100 * wens.shortage(date(jaar, 12, 1)))
        yield jaar, tekort
        if tekort >= wens.tekort:
            return


def _played(
    regels: Regels, geteld: Geteld | None, vraag: Capaciteitsvraag, tekort: int, erbij: int
) -> tuple[Stand | None, Stand | None, Stand | None]:
    vragen = (geteld.vragen if geteld else 0) + erbij
    poh = None
    if vragen:
        fte = regels.fte if vraag.fte is None else float(vraag.fte)
        wachtend = geteld.wachtend if geteld else 0
        poh_vraag = PohVraag(fte, vragen, wachtend, tekort / 100, regels.doel, regels.grens)
        poh = _poh_year(poh_vraag, assumptions(regels.poh))
    regie = regie_of(regels, vraag, tekort) if vraag.regie_vragen else None
    lijst = list_of(regels, vraag, tekort) if vraag.lijst_vragen and vraag.lijst_plaatsen else None
    return poh, regie, lijst


@lru_cache(maxsize=256)
def _poh_year(vraag: PohVraag, aannamen: Aannamen) -> Stand:
    return play_poh_year(vraag, aannamen)
