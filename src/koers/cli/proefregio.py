"""The synthetic Drenthe on the command line: load it, or hold it beside what is published."""

import json
from dataclasses import asdict
from datetime import date, datetime

import click

from koers.cli.django import cli_actor, with_django


@click.command("proefregio", help="Maak een verzonnen Drenthe in een lege demo, of toon de ijking.")
@click.option("--zaad", type=int, default=None, help="Hetzelfde zaad geeft dezelfde regio.")
@click.option("--schaal", default=0.1, show_default=True, help="Deel van Drenthe: 1 is de hele regio.")
@click.option("--tot", type=click.DateTime(["%Y-%m-%d"]), default=None, help="Einddatum; standaard gisteren.")
@click.option("--ijking", is_flag=True, help="Toon gepubliceerd, gemaakt en verschil; laad niets.")
@click.option("--json", "als_json", is_flag=True, help="Voor programma's.")
@with_django
def proefregio(zaad: int | None, schaal: float, tot: datetime | None, ijking: bool, als_json: bool) -> None:
    """Loads the region into an empty demo, or prints its calibration."""
    from datetime import timedelta

    from koers.actions.proefregio import STANDAARD_SEED
    from koers.registers.klok import vandaag

    zaad = STANDAARD_SEED if zaad is None else zaad
    einde = tot.date() if tot else vandaag() - timedelta(days=1)
    if ijking:
        _calibrate(zaad, schaal, einde, als_json=als_json)
    else:
        _load(zaad, schaal, einde, als_json=als_json)


def _load(zaad: int, schaal: float, tot: date, *, als_json: bool) -> None:
    from django.conf import settings

    from koers.actions.proefregio import load_proefregio

    lading = load_proefregio(by=cli_actor(), seed=zaad, schaal=schaal, tot=tot, demo=settings.DEMO)
    if als_json:
        click.echo(json.dumps({"rijen": lading.rijen, "vingerafdruk": lading.regio.vingerafdruk()}))
        return
    for tabel, aantal in lading.rijen.items():
        click.echo(f"{tabel:<20} {aantal:>9} rijen")
    click.echo(f"Samen {lading.aantal} rijen. Alle personen zijn verzonnen.")


def _calibrate(zaad: int, schaal: float, tot: date, *, als_json: bool) -> None:
    from koers.actions.proefregio import OPMERKINGEN, calibrate

    regels = calibrate(seed=zaad, schaal=schaal, tot=tot)
    if als_json:
        click.echo(json.dumps([asdict(regel) for regel in regels], ensure_ascii=False, default=str))
        return
    for regel in regels:
        click.echo(f"{regel.gebied:<16} {regel.periode:<12} {regel.naam}")
        click.echo(
            f"    gepubliceerd {_number(regel.gepubliceerd)}, gemaakt {_number(regel.gemaakt)},"
            f" verschil {_number(regel.verschil_pct)}%  {regel.oordeel}"
        )
        if regel.opmerking:
            click.echo(f"    {OPMERKINGEN.get(regel.opmerking, regel.opmerking)}")


def _number(waarde: float | None) -> str:
    return "–" if waarde is None else f"{waarde:.1f}".replace(".", ",")
