"""`koers badkuip`: inflow, stock, stay and outflow from a folder of tables, and what explains the growth."""

import json
from pathlib import Path

import click

from koers.cli import opties
from koers.cli.django import with_django
from koers.cli.monitor import read_tables


@click.command("badkuip")
@opties.bron
@opties.gebied
@opties.hulp
@click.option("--tot", type=int, metavar="JAAR", help="Het laatste jaar. Anders het laatste hele jaar.")
@click.option(
    "--per",
    metavar="WAT",
    help="Dat jaar ook verdeeld: naar route, niveau, product, aanbieder, leeftijd of praktijk.",
)
@opties.als_json
@with_django
def badkuip(bron: Path, gebied: str, hulp: str, tot: int | None, per: str | None, als_json: bool) -> None:
    """Instroom, stand, duur en uitstroom per jaar, en wat de groei verklaart.

    Exact en dus intern: uit tabellen die u zelf hebt. De badkuip van het register staat in de browser,
    voor wie er een rol voor heeft.
    """
    from koers.actions.monitor.badkuip import count_badkuip
    from koers.presentation.badkuip import plain, sheet

    blad = count_badkuip(
        read_tables(bron), gebied=gebied, specialistisch=hulp == "specialistisch", tot=tot, per=per
    )
    if als_json:
        click.echo(json.dumps(plain(blad), ensure_ascii=False))
        return
    vel = sheet(blad)
    click.echo(vel.kernzin)
    for regels in (vel.regels, vel.groei, vel.uitgaven):
        for regel in regels:
            ster = "*" if regel.voorlopig else ""
            click.echo(f"{regel.jaar}{ster:<2} " + "  ".join(f"{naam}: {cel}" for naam, cel in regel.cellen))
        click.echo("")
    for deel in vel.verdeling:
        click.echo(f"{deel.naam}: " + "  ".join(f"{naam}: {cel}" for naam, cel in deel.cellen))
    if vel.verdeelzin:
        click.echo(f"{vel.verdeelzin}\n")
    for wat, aantal in (*vel.stapeling, *vel.paden):
        click.echo(f"{aantal:>6}  {wat}")
