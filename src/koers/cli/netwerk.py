"""`koers netwerk` and `koers geheugen`: what is missing in the network, and what was decided on something."""

import json
import textwrap
from typing import TYPE_CHECKING

import click

from koers.cli.django import cli_actor, with_django

if TYPE_CHECKING:
    from koers.presentation.beleid.delen import Omgeving

BREEDTE = 80
_als_json = click.option("--json", "als_json", is_flag=True, help="Geef JSON in plaats van leesbare tekst.")


@click.command("netwerk")
@_als_json
@with_django
def netwerk(als_json: bool) -> None:
    """Wat er ontbreekt tussen overleggen, rollen, taken en dossiers, en wat helpt."""
    from koers.actions.netwerk.netwerk import read_bevindingen
    from koers.presentation.netwerk import bevindingen

    om = _surroundings()
    gevonden = read_bevindingen(by=cli_actor(), today=om.today)
    regels = bevindingen.lines(gevonden, om)
    if als_json:
        data = [
            {
                "regel": een.regel,
                "soort": een.soort,
                "id": een.id,
                "naam": regel.ding.tekst,
                "waarom": regel.waarom,
                "herstel": regel.herstel,
            }
            for een, regel in zip(gevonden, regels, strict=True)
        ]
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
        return
    for regel in regels:
        click.echo(textwrap.fill(f"{regel.ding.tekst}: {regel.regel.lower()}", BREEDTE))
        _paragraph(f"{regel.waarom} {regel.herstel}")
    click.echo(f"{len(regels)} schakels ontbreken.")


@click.command("geheugen")
@click.argument("woorden", nargs=-1, required=True)
@_als_json
@with_django
def geheugen(woorden: tuple[str, ...], als_json: bool) -> None:
    """Zoek in alles wat sinds 2011 is besloten, afgesproken en gepland."""
    from koers.actions.netwerk.vergadering_lezen import read_besloten
    from koers.actions.sturing.herinneringen import read_herinneringen
    from koers.presentation.netwerk.geheugen import search
    from koers.presentation.netwerk.herinneringen import remembered

    vraag, om, by = " ".join(woorden), _surroundings(), cli_actor()
    meer = tuple(remembered(read_herinneringen(by=by), om))
    gevonden = search(vraag, om, besluiten=read_besloten(by=by), meer=meer)
    if als_json:
        data = [
            {
                "naam": een.naam,
                "soort": een.soort,
                "wanneer": een.wanneer,
                "plaats": een.adres,
                "volgde_op": [vorige.tekst for vorige in een.eerder],
                "daaruit_kwam": [volgende.tekst for volgende in een.later],
            }
            for een in gevonden
        ]
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
        return
    if not gevonden:
        click.echo(f"Niets gevonden met '{vraag}'. Probeer een ander woord, of een deel ervan.", err=True)
        raise click.exceptions.Exit(1)
    for een in gevonden:
        click.echo(f"{een.naam} ({', '.join(deel for deel in (een.soort, een.wanneer) if deel)})")
        for volgende in een.later:
            _paragraph(f"daaruit kwam: {volgende.tekst}")


def _surroundings() -> "Omgeving":
    """The policy in force and today; a place is its path in the policy, as there is no page here."""
    from koers.policy import beleid
    from koers.presentation.beleid.delen import Omgeving
    from koers.registers.klok import vandaag

    return Omgeving(beleid(), vandaag(), lambda soort, id_: f"{soort}/{id_}")


def _paragraph(tekst: str) -> None:
    click.echo(textwrap.fill(tekst, BREEDTE, initial_indent="  ", subsequent_indent="  "))
