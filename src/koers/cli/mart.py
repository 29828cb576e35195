"""The mart on the command line."""

import json
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from time import monotonic

import click

from koers.cli import opties
from koers.cli.django import cli_actor, with_django
from koers.cli.monitor import read_told, rows_of


@click.group(help="De bestanden waaruit Koers telt: zonder namen, zonder BSN.")
def mart() -> None:
    """Group of the mart commands."""


@mart.command("ververs", help="Breng de mart bij: alleen wat veranderde, of alles met --heel.")
@click.option("--heel", is_flag=True, help="Bouw elk jaar opnieuw. De uitkomst is tot op de byte dezelfde.")
@click.option(
    "--stand",
    metavar="DATUM",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Maak en bewaar de mart zoals zij aan het eind van die dag was.",
)
@click.option(
    "--bron",
    metavar="MAP",
    type=opties.BRON,
    help="Tel voortaan uit deze map met tabellen van een ander systeem. Welke: koers tabellen.",
)
@click.option("--json", "als_json", is_flag=True, help="Voor programma's.")
@with_django
def ververs(heel: bool, stand: datetime | None, bron: Path | None, als_json: bool) -> None:
    """Refreshes the mart from the register, and counts every indicator. The steps are told on stderr."""
    from koers.actions.monitor.berekend import tell_everything, warm_up
    from koers.actions.monitor.mart import fill_mart, refresh_mart

    if bron and stand:
        raise click.UsageError(
            "Kies --bron of --stand: van aangeleverde tabellen is er alleen de stand van nu."
        )
    begin, by = monotonic(), cli_actor()
    warm_up()
    if bron:
        levering = read_told(bron)
        verslag = fill_mart(
            rows_of(levering),
            by=by,
            heel=heel,
            gekomen=levering.brontabellen(),
            voortgang=_step("Tabel"),
        )
    else:
        verslag = refresh_mart(by=by, heel=heel, stand=stand and stand.date(), voortgang=_step("Tabel"))
    # An earlier day is counted when somebody asks for it.
    geteld = 0 if stand else tell_everything(by=by, voortgang=_step("Indicator"))
    if als_json:
        found = {"rijen": dict(verslag.rijen), "geschreven": list(verslag.geschreven), "geteld": geteld}
        click.echo(json.dumps(found))
        return
    for tabel, aantal in verslag.rijen.items():
        click.echo(f"{tabel:<14} {aantal:>9} rijen")
    click.echo(
        f"{len(verslag.geschreven)} bestanden geschreven, {verslag.ongewijzigd} bleven zoals ze waren."
    )
    if geteld:
        click.echo(f"{geteld} cijfers geteld: elke indicator op elke manier van tellen.")
    click.echo(f"Klaar in {monotonic() - begin:.0f} seconden.")


def _step(wat: str) -> Callable[[str, int, int], None]:
    """Tells a step on stderr: a line that is written over on a terminal, else a line each."""

    def tell(naam: str, nummer: int, totaal: int) -> None:
        line = f"{wat} {nummer} van {totaal}: {naam}"
        if sys.stderr.isatty():
            click.echo(f"\r\x1b[K{line}", err=True, nl=nummer == totaal)
        else:
            click.echo(line, err=True)

    return tell
