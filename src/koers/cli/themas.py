"""`koers themas`: what is known of each theme in a municipality, beside the municipalities most like it."""

import json

import click

from koers.cli import opties
from koers.cli.django import cli_actor, with_django


@click.command("themas")
@click.argument("gemeente", metavar="CODE")
@opties.als_json
@with_django
def themas(gemeente: str, als_json: bool) -> None:
    """Per thema de cijfers van een gemeente, naast de gemeenten die het meest op haar lijken.

    Gepubliceerd, of zoals iedereen ze mag zien. Wat de partners kiezen staat in de browser, voor wie kiest.
    """
    from koers.actions.monitor.themas import read_themacijfers
    from koers.policy import beleid
    from koers.presentation.themas import list_sheet, plain_rows

    blad = read_themacijfers(by=cli_actor(), gemeente=gemeente)
    if als_json:
        rows = [{naam: cel for naam, cel in rij.items() if naam != "stemmen"} for rij in plain_rows(blad)]
        click.echo(json.dumps(rows, ensure_ascii=False))
        return
    for regel in list_sheet(blad, beleid()).regels:
        click.echo(regel.naam)
        click.echo(f"  {regel.cijfernaam}: {regel.cijfer}" if regel.cijfernaam else f"  {regel.cijfer}")
        click.echo(f"  {regel.naast}; {regel.trend}")
