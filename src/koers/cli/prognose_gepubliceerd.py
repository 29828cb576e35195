"""The yearly side of `koers prognose --gepubliceerd`: forecast, published figure, and the line between."""

import re
import textwrap
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from koers.domain.correctie import Correctie
    from koers.simulation.prognose.rekenen import Prognose
    from koers.simulation.prognose.verblijven import Spelkolommen

_TEKST = re.compile(r"(?P<gebied>[A-Za-z]{2}[0-9]{2,4}):(?P<jaar>[0-9]{4})")


@dataclass(frozen=True)
class Gelegd:
    """The correction of an area, and the expected young people per whole year."""

    gebied: str
    correctie: "Correctie"
    verwacht: tuple[tuple[int, float], ...]


def read_asked(tekst: str) -> tuple[str, int]:
    """ "GM1731:2022": area and year. Refused: gepubliceerd_tekst."""
    from koers.domain.weigering import Refused

    gevonden = _TEKST.fullmatch(tekst.strip())
    if gevonden is None:
        raise Refused("gepubliceerd_tekst", tekst=tekst)
    return gevonden["gebied"].upper(), int(gevonden["jaar"])


def years_within(tot: date, laatste: date) -> list[int]:
    """The running year and those after it, as far as they end within the horizon."""
    return [
        jaar
        for jaar in range((tot + timedelta(days=1)).year, laatste.year + 1)
        if date(jaar, 12, 31) <= laatste
    ]


def yearly(gebied: str, jaar: int, spellen: "Spelkolommen", uitkomst: "Prognose", jaren: list[int]) -> Gelegd:
    """The published number beside what the table holds, or the forecast has, for that year.

    Refused: gepubliceerd_onbekend.
    """
    from koers.actions.prognose.gepubliceerd import correction_of_table, counted_in

    verwacht = tuple(zip(jaren, (float(som) for som in uitkomst.jeugd.mean(axis=0)), strict=True))
    eigen = round(dict(verwacht)[jaar]) if jaar in jaren else counted_in(spellen, jaar)
    return Gelegd(gebied, correction_of_table(gebied, jaar, eigen), verwacht)


def yearly_data(gelegd: Gelegd) -> dict[str, object]:
    """For programs: whole young people; every line adds up."""
    correctie = gelegd.correctie
    regels = [(jaar, correctie.lay(verwacht)) for jaar, verwacht in gelegd.verwacht]
    return {
        "gebied": gelegd.gebied,
        "jaar": correctie.jaar,
        "bron": correctie.bron,
        "gepubliceerd": int(correctie.gepubliceerd),
        "geteld": None if correctie.geteld is None else int(correctie.geteld),
        "correctie": None if correctie.regel is None else int(correctie.regel),
        "jaren": [
            {"jaar": jaar, "verwacht": int(regel[0]), "correctie": int(regel[1]), "samen": int(regel[2])}
            for jaar, regel in regels
            if regel is not None
        ],
    }


def print_laid(gelegd: Gelegd) -> None:
    """The same for people."""
    from koers.presentation.opmaak import getal
    from koers.presentation.wat_als_correctie import signed

    correctie = gelegd.correctie
    click.echo()
    zin = (
        f"Het CBS publiceerde over {correctie.jaar} voor {gelegd.gebied} {getal(correctie.gepubliceerd)} "
        f"jeugdigen; deze tabel komt op {getal(correctie.geteld or 0)}. Het verschil staat op een eigen "
        "regel. Het CBS telt anders (tot 23 jaar, alle jeugdzorg in natura); dat het verschil gelijk blijft "
        "is een aanname."
    )
    click.echo(textwrap.fill(zin, 80))
    click.echo(f"{'Jaar':<8}{'verwacht':>12}{'correctie':>12}{'samen':>12}")
    for jaar, verwacht in gelegd.verwacht:
        regel = correctie.lay(verwacht)
        if regel is not None:
            click.echo(f"{jaar:<8}{getal(regel[0]):>12}{signed(regel[1], 0):>12}{getal(regel[2]):>12}")
    if not gelegd.verwacht:
        click.echo("Geen heel jaar valt binnen de horizon: kies meer dagen.")
