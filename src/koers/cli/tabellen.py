"""`koers tabellen`: the published tables, and a small folder to try them with."""

import json
from pathlib import Path

import click

from koers.cli.django import with_django


@click.command("tabellen")
@click.argument("wat", metavar="[TABEL]", required=False)
@click.argument("map_", metavar="[MAP]", required=False, type=click.Path(path_type=Path))
@click.option("--json", "als_json", is_flag=True, help="Geef JSON in plaats van leesbare tekst.")
@click.option("--markdown", is_flag=True, help="Als pagina voor de documentatie.")
@with_django
def tabellen(wat: str | None, map_: Path | None, als_json: bool, markdown: bool) -> None:
    """De tabellen waaruit Koers telt: kolom voor kolom.

    Met een TABEL alleen die. `koers tabellen voorbeeld MAP` schrijft een map met verzonnen gegevens,
    om te proberen met: koers monitor --bron MAP
    """
    from koers.domain.grootboek import GROOTBOEK
    from koers.domain.partnertabellen import PARTNERTABELLEN
    from koers.domain.spells import TABELLEN
    from koers.domain.uitgaven import UITGAVEN
    from koers.presentation import tabellen as woorden

    if wat == "voorbeeld":
        _write_example(map_)
        return
    namen = (*TABELLEN, GROOTBOEK.naam, UITGAVEN.naam, *PARTNERTABELLEN)
    if map_ is not None or (wat is not None and wat not in namen):
        raise click.UsageError(f"Kies een tabel: {', '.join(namen)}. Of: voorbeeld MAP.")
    if als_json:
        click.echo(json.dumps(woorden.schema(wat), ensure_ascii=False, indent=2))
    elif markdown:
        click.echo(woorden.markdown(), nl=False)
    else:
        for line in woorden.text_lines(wat):
            click.echo(line)


def _write_example(map_: Path | None) -> None:
    from koers.exchange.tabellen.voorbeeld import write_example

    if map_ is None:
        raise click.UsageError("In welke map? Bijvoorbeeld: koers tabellen voorbeeld proef")
    geschreven = write_example(map_)
    for bestand, rijen in geschreven.items():
        click.echo(f"{map_ / bestand}: {rijen} rijen")
    click.echo(f"Tel ze met: koers monitor --bron {map_} --periode 2023")
