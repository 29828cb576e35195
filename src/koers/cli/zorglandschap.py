"""`koers zorglandschap`: supply against demand per hulpvorm, from a folder of tables."""

import json
from pathlib import Path

import click

from koers.cli import opties
from koers.cli.django import cli_actor, with_django
from koers.cli.monitor import read_tables


@click.command("zorglandschap")
@opties.bron
@opties.gebied
@click.option("--jaar", type=int, metavar="JAAR", help="Anders het laatste hele jaar.")
@opties.als_json
@with_django
def zorglandschap(bron: Path, gebied: str, jaar: int | None, als_json: bool) -> None:
    """Vraag en aanbod per hulpvorm: wie wacht, wie levert, wie een contract heeft, en waar er één is.

    Exact en dus intern: uit tabellen die u zelf hebt (spells en verwijzingen). De contracten komen uit het
    register. Het zorglandschap van het register staat in de browser, voor wie er een rol voor heeft.
    Uitkomst 0: geteld. 1: er is niets te tellen, of het kan niet. 2: verkeerd gebruik.
    """
    from koers.actions.monitor.landschap import count_landschap
    from koers.policy import beleid
    from koers.presentation.landschap import plain_rows, sheet

    beeld = count_landschap(read_tables(bron), by=cli_actor(), gebied=gebied, jaar=jaar)
    vel = sheet(beeld, beleid())
    if als_json:
        click.echo(json.dumps(plain_rows(beeld, beleid()), ensure_ascii=False))
    else:
        click.echo(vel.kernzin)
        for regel in vel.regels:
            click.echo(
                f"{regel.naam}: {regel.jeugdigen} jeugdigen, {regel.met_hulp} met hulp op 31 december,"
                f" {regel.begonnen} keer begonnen, {regel.wachttijd} gewacht, {regel.wacht_nog} wachten nog,"
                f" {regel.aanbieders} met contract, grootste {regel.grootste},"
                f" zonder contract {regel.zonder_contract}"
            )
            for signaal in regel.signalen:
                click.echo(f"  ! {signaal}")
    if vel.onbekend:
        click.echo(vel.onbekend, err=True)
    click.get_current_context().exit(0 if vel.regels else 1)
