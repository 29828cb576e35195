"""The mart on the command line."""

import json
from datetime import datetime

import click

from koers.cli.django import cli_actor, with_django


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
@click.option("--json", "als_json", is_flag=True, help="Voor programma's.")
@with_django
def ververs(heel: bool, stand: datetime | None, als_json: bool) -> None:
    """Refreshes the mart from the register."""
    from koers.actions.monitor.berekend import warm_up
    from koers.actions.monitor.mart import refresh_mart

    warm_up()
    verslag = refresh_mart(by=cli_actor(), heel=heel, stand=stand and stand.date())
    if als_json:
        click.echo(json.dumps({"rijen": dict(verslag.rijen), "geschreven": list(verslag.geschreven)}))
        return
    for tabel, aantal in verslag.rijen.items():
        click.echo(f"{tabel:<14} {aantal:>9} rijen")
    click.echo(
        f"{len(verslag.geschreven)} bestanden geschreven, {verslag.ongewijzigd} bleven zoals ze waren."
    )
