"""`koers uitlevering`: what the law asks to be handed to others, with a check report; and signals back."""

import json
import textwrap
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from koers.cli.django import cli_actor, with_django
from koers.cli.opties import als_json as _als_json

if TYPE_CHECKING:
    from koers.domain.uitlevering.controle import Controle

BREEDTE = 80
_naar = click.option(
    "--naar", metavar="MAP", required=True, type=click.Path(path_type=Path), help="Waar de bestanden komen."
)
_gemeente = click.option("--gemeente", metavar="CODE", required=True, help="De gemeente, zoals GM1731.")
_jaar = click.option("--jaar", type=int, required=True, help="Het jaar, zoals 2026.")


@click.group("uitlevering")
def uitlevering() -> None:
    """Wat de wet vraagt aan CBS en NZa te geven, met een controleverslag; en signalen die terugkomen."""


@uitlevering.command("beleidsinformatie")
@_gemeente
@click.option(
    "--periode", metavar="JAAR-HELFT", help="2026-1 is januari tot en met juni; zonder: de laatste."
)
@_naar
@_als_json
@click.pass_context
@with_django
def beleidsinformatie(
    ctx: click.Context, gemeente: str, periode: str | None, naar: Path, als_json: bool
) -> None:
    """Beleidsinformatie Jeugd (CBS, protocol 7) over hulp van het eigen team van een gemeente.

    In de bestanden staan BSN's, omdat de wet dat vraagt. Bewaar ze niet langer dan nodig.
    Uitkomst 0: elke rij is goed. 1: er moet iets worden hersteld; wat goed is, staat in het bestand.
    """
    from koers.actions.zorg.beleidsinformatie import export_beleidsinformatie
    from koers.domain.uitlevering.beleidsinformatie import VELDEN
    from koers.domain.uitlevering.perioden import last_ended, read_periode
    from koers.registers.klok import vandaag

    asked = read_periode(periode) if periode else last_ended(vandaag())
    bestand = export_beleidsinformatie(by=cli_actor(), gemeente=gemeente, periode=asked)
    naam = f"beleidsinformatie-{gemeente}-{asked}"
    _deliver(ctx, naar, naam, VELDEN, bestand.rijen, bestand.controle, als_json)


@uitlevering.command("contractlijst")
@_jaar
@_naar
@_als_json
@click.pass_context
@with_django
def contractlijst(ctx: click.Context, jaar: int, naar: Path, als_json: bool) -> None:
    """De jaarlijkse lijst van gecontracteerde aanbieders voor de NZa (Regeling Jeugdwet 8g).

    Uitkomst 0: elke rij is goed. 1: er moet iets worden hersteld; wat goed is, staat in het bestand.
    """
    from koers.actions.zorg.contractlijst import export_contractlijst
    from koers.domain.uitlevering.contractlijst import VELDEN

    lijst = export_contractlijst(by=cli_actor(), jaar=jaar)
    _deliver(ctx, naar, f"contractlijst-{jaar}", VELDEN, lijst.rijen, lijst.controle, als_json)


@uitlevering.command("gebeurtenissen")
@_gemeente
@_jaar
@_naar
@_als_json
@click.pass_context
@with_django
def gebeurtenissen(ctx: click.Context, gemeente: str, jaar: int, naar: Path, als_json: bool) -> None:
    """De velden van Regeling Jeugdwet 8f als tabel van de eigen gemeente, met codes in plaats van BSN's.

    Uitkomst 0: elke rij is goed. 1: er moet iets worden hersteld; wat goed is, staat in het bestand.
    """
    from koers.actions.zorg.gebeurtenissen import export_gebeurtenissen
    from koers.domain.uitlevering.gebeurtenissen import VELDEN

    tabel = export_gebeurtenissen(by=cli_actor(), gemeente=gemeente, jaar=jaar)
    naam = f"gebeurtenissen-{gemeente}-{jaar}"
    _deliver(ctx, naar, naam, VELDEN, tabel.rijen, tabel.controle, als_json)


@uitlevering.command("signalen")
@click.argument("bestand", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@_als_json
@click.pass_context
@with_django
def signalen(ctx: click.Context, bestand: Path, als_json: bool) -> None:
    """Neem signalen van de NZa (Regeling Jeugdwet 8h) uit BESTAND op: CSV of Excel.

    Uitkomst 0: alles is opgenomen of stond er al. 1: er zijn rijen niet opgenomen; het verslag zegt waarom.
    """
    from koers.actions.netwerk.nza_signalen import import_nza_signalen
    from koers.exchange.uitlevering.signalen import HOOGSTENS, read_rows

    with bestand.open("rb") as open_:
        rijen = read_rows(open_.read(HOOGSTENS + 1))
    inname = import_nza_signalen(by=cli_actor(), rijen=rijen)
    if als_json:
        click.echo(_json(inname.controle, nieuw=inname.nieuw, bekend=inname.bekend))
    else:
        click.echo(f"{inname.nieuw} signalen opgenomen, {inname.bekend} stonden er al.")
        _tell(inname.controle)
    if inname.controle.fout:
        ctx.exit(1)


def _deliver(
    ctx: click.Context,
    naar: Path,
    naam: str,
    velden: Sequence[str],
    rijen: Sequence[Mapping[str, object]],
    controle: "Controle",
    als_json: bool,
) -> None:
    from koers.exchange.uitlevering.bestanden import write_delivery

    paden = write_delivery(naar, naam, velden, rijen, controle)
    if als_json:
        click.echo(_json(controle, bestanden=[str(pad) for pad in paden]))
    else:
        _tell(controle)
        for pad in paden:
            click.echo(str(pad))
    if controle.fout:
        ctx.exit(1)


def _tell(controle: "Controle") -> None:
    from koers.presentation.uitlevering import left_out, summary, told

    click.echo(textwrap.fill(told(controle), BREEDTE))
    for een in summary(controle):
        tekst = f"{een.aantal} keer {'' if een.fout else '(let op) '}{een.wat} {een.herstel}"
        click.echo(textwrap.fill(tekst, BREEDTE, initial_indent="  ", subsequent_indent="    "))
    for zin in left_out(controle):
        click.echo(textwrap.fill(f"Niet in het bestand: {zin}.", BREEDTE))


def _json(controle: "Controle", **more: object) -> str:
    from koers.presentation.uitlevering import report_lines

    gegevens = {
        "rijen": controle.rijen,
        "goed": controle.goed,
        "fout": controle.fout,
        "let_op": controle.let_op,
        "buiten": dict(controle.buiten),
        **more,
        "vindingen": [
            {
                "rij": een.rij,
                "wie": een.wie,
                "veld": een.veld,
                "wat": een.wat,
                "herstel": een.herstel,
                "fout": een.fout,
            }
            for een in report_lines(controle)
        ],
    }
    return json.dumps(gegevens, ensure_ascii=False, indent=2)
