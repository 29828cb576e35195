"""The published figures on which a forecast can be laid: of CBS, as Koers holds them for a municipality."""

from collections.abc import Iterable, Sequence
from datetime import date
from decimal import Decimal
from typing import Protocol

import numpy as np

from koers.actions.monitor.cijfers import Cijfer, published
from koers.domain.correctie import Correctie
from koers.domain.weigering import Refused
from koers.registers.monitor.models import Waarneming
from koers.simulation.prognose.spellen import EPOCH
from koers.simulation.prognose.verblijven import GEEN, Spelkolommen

AANDEEL, AANTAL = "jeugdzorg_in_natura", "jongeren_met_jeugdzorg"
OUDSTE = 18


class Verwacht(Protocol):
    """A coming year of a forecast."""

    @property
    def jaar(self) -> int:
        """Which year."""

    @property
    def aandeel(self) -> float:
        """Percent."""


def published_years(gemeente: str, grootheid: str = AANDEEL) -> tuple[Cijfer, ...]:
    """The figures of a municipality with a value, the newest year first."""
    rijen = Waarneming.objects.geldend().filter(gebied_code=gemeente, grootheid=grootheid)
    cijfers = (
        published(grootheid, rij.jaar, rij.waarde, rij.status, rij.bron) for rij in rijen.order_by("-jaar")
    )
    return tuple(een for een in cijfers if een.waarde is not None)


def correction(
    gemeente: str, jaar: int, verleden: Iterable[tuple[int, int, int]], zonder: Sequence[Verwacht]
) -> Correctie | None:
    """Beside what Koers counted in that year or, when it has yet to come, expects without measures; None when
    nothing was published for it."""
    cijfer = next((een for een in published_years(gemeente) if een.jaar == jaar), None)
    if cijfer is None or cijfer.waarde is None:
        return None
    eigen = {j: Decimal(100 * teller) / noemer for j, teller, noemer in verleden if noemer}
    for een in zonder:
        eigen.setdefault(een.jaar, Decimal(repr(float(een.aandeel))))
    return Correctie(jaar, cijfer.waarde, eigen.get(jaar), cijfer.bron)


def correction_of_table(gebied: str, jaar: int, eigen: int) -> Correctie:
    """The same in young people, for a table of spells. Refused: gepubliceerd_onbekend."""
    cijfer = next((een for een in published_years(gebied, AANTAL) if een.jaar == jaar), None)
    if cijfer is None or cijfer.waarde is None:
        raise Refused("gepubliceerd_onbekend", gebied=gebied, jaar=jaar)
    return Correctie(jaar, cijfer.waarde, Decimal(eigen), cijfer.bron, Decimal(1))


def counted_in(spellen: Spelkolommen, jaar: int) -> int:
    """Young people as the indicator counts: help of level 4 to 8 in the year, 0 to 18 on its first day."""
    begin, einde = (date(jaar, *dag).toordinal() - EPOCH for dag in ((1, 1), (12, 31)))
    # Born in January counts from the first of it.
    maanden = (jaar - 1970) * 12 - spellen.geboorte
    jong = (spellen.geboorte != GEEN) & (maanden >= 0) & (maanden < 12 * (OUDSTE + 1))
    telt = jong & (spellen.niveau >= 4) & (spellen.begin <= einde) & (spellen.einde >= begin)
    return len(np.unique(spellen.jeugdige[telt]))
