"""`koers monitor`: every indicator on one road, from the own mart or from a folder of tables."""

import json
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from koers.cli.django import cli_actor, with_django

if TYPE_CHECKING:
    from koers.actions.monitor.overzicht import Overzicht
    from koers.exchange.tabellen.gebeurtenissen import Levering

TOON_HOOGSTENS = 100


@click.command("monitor")
@click.option("--gebied", metavar="CODE", help="Alleen dit gebied, zoals GM1731, JZ04 of zuid-drenthe.")
@click.option(
    "--periode", metavar="PERIODE", help="Een jaar (2021), een kwartaal (2021-Q3) of een maand (2021-03)."
)
@click.option(
    "--bron",
    metavar="MAP",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    help="Een map met tabellen uit een ander systeem. Welke: koers tabellen.",
)
@click.option(
    "--klasse",
    type=click.Choice(["openbaar", "intern"]),
    default="openbaar",
    help="Openbaar: afgeschermd, voor iedereen. Intern: exact, alleen met --bron.",
)
@click.option(
    "--stand",
    metavar="DATUM",
    type=click.DateTime(["%Y-%m-%d"]),
    help="De cijfers zoals ze aan het eind van die dag bekend waren.",
)
@click.option(
    "--motor",
    type=click.Choice(["kernels", "ibis", "in_memory", "postgresql", "spark"]),
    default="kernels",
    help="Wie er telt. Het antwoord is steeds hetzelfde; spark telt op meer machines (KOERS_SPARK_MASTER).",
)
@click.option("--json", "als_json", is_flag=True, help="Geef JSON in plaats van leesbare tekst.")
@with_django
def monitor(
    gebied: str | None,
    periode: str | None,
    bron: Path | None,
    klasse: str,
    stand: datetime | None,
    motor: str,
    als_json: bool,
) -> None:
    """Alle indicatoren, per gebied en periode.

    Zonder --bron telt Koers uit het eigen register. Met --bron uit een map met tabellen; daar is geen
    database voor nodig. Wat er niet in past, staat met de reden op stderr; de rest telt mee.
    Met --stand telt alleen mee wat op die dag al was opgeschreven.
    Uitkomst 0: geteld. 1: er was niets te tellen. 2: verkeerd gebruik.
    """
    from koers.actions.monitor.overzicht import count_overzicht, read_overzicht
    from koers.domain.disclosed import Klasse
    from koers.presentation.overzicht import json_rows, text_lines

    soort, dag = Klasse(klasse), stand and stand.date()
    if bron is None:
        found = read_overzicht(
            by=cli_actor(), gebied=gebied, periode=periode, klasse=soort, stand=dag, motor=motor
        )
    else:
        rijen = read_tables(bron)
        found = count_overzicht(rijen, gebied=gebied, periode=periode, klasse=soort, stand=dag, motor=motor)
    _tell_what_lacks(found, eigen=bron is None)
    if als_json:
        click.echo(json.dumps(json_rows(found), ensure_ascii=False))
    else:
        for line in text_lines(found):
            click.echo(line)
    click.get_current_context().exit(0 if found.berekeningen else 1)


def read_tables(bron: Path) -> dict[str, list]:
    """The rows of a folder per table; what stays out goes to stderr with its reason."""
    return rows_of(read_told(bron))


def read_told(bron: Path) -> "Levering":
    """A folder of tables; what stays out goes to stderr with its reason."""
    from koers.exchange.tabellen.gebeurtenissen import read_folder

    levering = read_folder(bron)
    _tell_what_arrived(levering)
    return levering


def rows_of(levering: "Levering") -> dict[str, list]:
    """The rows that fit, per table."""
    return {naam: gelezen.rijen for naam, gelezen in levering.tabellen.items()}


def _tell_what_arrived(levering: "Levering") -> None:
    """Per table what came in and what stays out, on stderr: it does not get lost when the rest is piped."""
    from koers.presentation.overzicht import finding_line
    from koers.presentation.zinnen import sentence

    for naam, gelezen in levering.tabellen.items():
        click.echo(
            f"{naam} ({gelezen.bestand.naam}): {len(gelezen.rijen)} rijen gelezen,"
            f" {gelezen.geweigerd} geweigerd",
            err=True,
        )
        for vondst in gelezen.vondsten[:TOON_HOOGSTENS]:
            click.echo("  " + finding_line(gelezen.tabel, vondst), err=True)
        if len(gelezen.vondsten) > TOON_HOOGSTENS:
            click.echo(f"  en nog {len(gelezen.vondsten) - TOON_HOOGSTENS}", err=True)
    for naam, (gekomen, refused) in levering.geweigerd.items():
        click.echo(f"{naam} ({gekomen.naam}): niet gelezen. {sentence(refused)}", err=True)
    for bestand in levering.vreemd:
        click.echo(
            f"{bestand}: overgeslagen, dit is niet de naam van een tabel. Welke er zijn: koers tabellen",
            err=True,
        )


def _tell_what_lacks(found: "Overzicht", *, eigen: bool) -> None:
    from koers.presentation.overzicht import lacks_line, signs

    for indicator, tabellen in found.missen:
        click.echo(lacks_line(indicator, tabellen), err=True)
    if eigen and not found.berekeningen:
        click.echo("Er zijn nog geen cijfers uit het register. Maak ze met: koers mart ververs", err=True)
    for line in signs(found):
        click.echo(line, err=True)
