"""A figure as it leaves the register: with its source, its year, and how it came about."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from koers.domain.grootheden import GROOTHEDEN, MET_GETAL, Samenvoegen, Status, derive, round_half_up

GEPUBLICEERD = "gepubliceerd"  # the class of decision 13: as published, with its source


@dataclass(frozen=True, slots=True)
class Cijfer:
    """One figure of one area. Without `waarde` there is a `reden`; both are codes of presentation.

    `berekening`: empty when the source printed it; else som, gewogen, afgeleid. `delen`: over how many
    municipalities it was computed. `voorlopig`: the source may still change it, or one of its parts.
    """

    grootheid: str
    jaar: int
    waarde: Decimal | None
    bron: str = ""
    reden: str = ""
    berekening: str = ""
    delen: int = 0
    voorlopig: bool = False
    klasse: str = GEPUBLICEERD


@dataclass(frozen=True, slots=True)
class Spreiding:
    """How the municipalities of an area differ. The mean counts every municipality once: it is not the
    share of all young people of the area.
    """

    grootheid: str
    jaar: int
    aantal: int
    gemiddelde: Decimal
    mediaan: Decimal
    laagste: Decimal
    hoogste: Decimal
    bron: str
    klasse: str = GEPUBLICEERD


def published(grootheid: str, jaar: int, waarde: Decimal | None, status: str, bron: str) -> Cijfer:
    """The figure as the source gave it; a cell without a number keeps the source's reason."""
    if Status(status) in MET_GETAL:
        return Cijfer(grootheid, jaar, _plain(waarde), bron, voorlopig=status == Status.VOORLOPIG)
    return Cijfer(grootheid, jaar, None, bron, reden=status)


def _plain(waarde: Decimal | None) -> Decimal | None:
    """Without the zeros that only the column of the database adds: 11.300000 becomes 11.3."""
    if waarde is None:
        return None
    return waarde.to_integral_value() if waarde == waarde.to_integral_value() else waarde.normalize()


def with_derived(cijfers: Mapping[str, Cijfer]) -> dict[str, Cijfer]:
    """Adds the shares that follow from published counts, where the source printed no share."""
    found = dict(cijfers)
    getallen = {naam: cijfer.waarde for naam, cijfer in cijfers.items() if cijfer.waarde is not None}
    for naam in GROOTHEDEN:
        waarde = None if naam in getallen else derive(naam, getallen)
        if waarde is not None:
            basis = cijfers["inwoners"]
            found[naam] = Cijfer(naam, basis.jaar, waarde, basis.bron, berekening="afgeleid")
    return found


def combine(grootheid: str, jaar: int, delen: Sequence[Mapping[str, Cijfer]]) -> Cijfer:
    """The figure of an area from those of all its municipalities, or why it cannot be told.

    A share is weighed only where the people it is over are known; otherwise it is not published.
    """
    regel = GROOTHEDEN[grootheid].samenvoegen
    if regel is Samenvoegen.GEEN:
        return Cijfer(grootheid, jaar, None, reden="niet_gepubliceerd")
    eigen = [deel[grootheid] for deel in delen if grootheid in deel]
    waarden = [cijfer.waarde for cijfer in eigen if cijfer.waarde is not None]
    if not delen or len(waarden) < len(delen):
        return Cijfer(grootheid, jaar, None, reden="onvolledig", delen=len(waarden))
    waarde = sum(waarden, Decimal(0)) if regel is Samenvoegen.SOM else _weigh(grootheid, delen)
    if waarde is None:
        return Cijfer(grootheid, jaar, None, reden="onvolledig", delen=len(waarden))
    return Cijfer(
        grootheid,
        jaar,
        waarde,
        _sources(eigen),
        berekening=regel.value,
        delen=len(delen),
        voorlopig=any(cijfer.voorlopig for cijfer in eigen),
    )


def _weigh(grootheid: str, delen: Sequence[Mapping[str, Cijfer]]) -> Decimal | None:
    """The mean weighed with the people that the share is over; None when one of the weights is unknown."""
    soort = GROOTHEDEN[grootheid]
    gewichten = [deel[soort.gewicht].waarde for deel in delen if soort.gewicht in deel]
    bekend = [gewicht for gewicht in gewichten if gewicht is not None]
    if len(bekend) < len(delen) or not sum(bekend):
        return None
    waarden = [deel[grootheid].waarde or Decimal(0) for deel in delen]
    totaal = sum((waarde * gewicht for waarde, gewicht in zip(waarden, bekend, strict=True)), Decimal(0))
    return round_half_up(totaal / sum(bekend), soort.decimalen)


def spread(grootheid: str, jaar: int, delen: Iterable[Mapping[str, Cijfer]]) -> Spreiding | None:
    """How the municipalities differ; None when fewer than two have a figure."""
    eigen = [deel[grootheid] for deel in delen if grootheid in deel]
    waarden = [cijfer.waarde for cijfer in eigen if cijfer.waarde is not None]
    if len(waarden) < 2:
        return None
    decimalen = GROOTHEDEN[grootheid].decimalen
    return Spreiding(
        grootheid,
        jaar,
        len(waarden),
        gemiddelde=round_half_up(sum(waarden, Decimal(0)) / len(waarden), decimalen),
        mediaan=round_half_up(median(waarden), decimalen),
        laagste=min(waarden),
        hoogste=max(waarden),
        bron=_sources(eigen),
    )


def _sources(cijfers: Iterable[Cijfer]) -> str:
    return "; ".join(sorted({cijfer.bron for cijfer in cijfers if cijfer.bron}))
