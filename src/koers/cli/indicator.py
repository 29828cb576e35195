"""An indicator on the command line: the same figures as on its page."""

import json
import sys

import click

from koers.cli.django import cli_actor, with_django


@click.command("indicator", help="Reken een indicator uit, per gemeente en jaar.")
@click.argument("indicator_id")
@click.option(
    "--lezing", default=None, help="Een andere manier van tellen, als de bron meer lezingen toelaat."
)
@click.option("--gebied", default=None, help="Alleen dit gebied, bijvoorbeeld GM1731.")
@click.option("--json", "als_json", is_flag=True, help="Voor programma's.")
@with_django
def indicator(indicator_id: str, lezing: str | None, gebied: str | None, als_json: bool) -> None:
    """Prints the figures that everybody may see."""
    from koers.actions.monitor.berekend import read_indicator
    from koers.presentation.berekend import plain_rows

    found = read_indicator(by=cli_actor(), indicator=indicator_id, lezing=lezing)
    if found is None:
        click.echo(
            f"Koers rekent “{indicator_id}” nog niet uit, of er is nog geen mart."
            " Maak die met: koers mart ververs",
            err=True,
        )
        sys.exit(1)
    if als_json:
        rows = [row for row in plain_rows(found) if gebied in (None, row["gebied"])]
        click.echo(json.dumps(rows, ensure_ascii=False))
        return
    click.echo(f"{found.id}, {found.lezing} ({found.klasse}, definitie {found.definitie_versie})")
    for code, naam, row in found.rows():
        if gebied in (None, code):
            click.echo(f"{naam:<16}" + "".join(f"{_cell(c):>9}" for c in row))
    click.echo(" " * 16 + "".join(f"{periode:>9}" for periode in found.perioden))


def _cell(cijfer) -> str:
    return "≤ 7" if cijfer.waarde is None else cijfer.waarde.replace(".", ",")
