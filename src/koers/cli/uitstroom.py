"""`koers uitstroom`: ends of help per month from a folder of tables, reported and expected."""

import json
from datetime import datetime
from pathlib import Path

import click

from koers.cli import opties
from koers.cli.django import with_django
from koers.cli.monitor import read_tables


@click.command("uitstroom")
@opties.bron
@opties.gebied
@opties.hulp
@click.option(
    "--stand",
    metavar="DATUM",
    type=click.DateTime(["%Y-%m-%d"]),
    help="Zoals aan het eind van die dag bekend.",
)
@opties.als_json
@with_django
def uitstroom(bron: Path, gebied: str, hulp: str, stand: datetime | None, als_json: bool) -> None:
    """Trajecten die stopten, per maand: gemeld, en verwacht na naloop.

    Een einde van hulp wordt vaak pas later gemeld. Koers leert van eerdere maanden hoeveel er nog komt.
    Exact en dus intern: uit tabellen die u zelf hebt.
    """
    from koers.actions.monitor.uitstroom import count_uitstroom
    from koers.presentation.uitstroom import plain, sheet

    blad = count_uitstroom(
        read_tables(bron),
        gebied=gebied,
        specialistisch=hulp == "specialistisch",
        stand=stand and stand.date(),
    )
    if als_json:
        click.echo(json.dumps(plain(blad), ensure_ascii=False))
        return
    vel = sheet(blad)
    click.echo(vel.kernzin)
    click.echo(f"{'maand':<16}{'gemeld':>8}{'verwacht':>20}{'8 van de 10 keer':>20}")
    for regel in vel.regels:
        ster = "*" if regel.voorlopig else ""
        click.echo(f"{regel.maand + ster:<16}{regel.gemeld:>8}{regel.verwacht:>20}{regel.band:>20}")
    click.echo(f"* voorlopig. Zoals bekend op {vel.stand}.")
