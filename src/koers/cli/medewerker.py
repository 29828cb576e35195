"""Accounts on the command line: how the first one of an installation comes to be."""

import json
from typing import Any

import click

from koers.cli.django import cli_actor, with_django


@click.group(help="Accounts maken, tonen en sluiten.")
def medewerker() -> None:
    """Group of the account commands."""


@medewerker.command("nieuw", help="Maak een account met een rol; het startwachtwoord verschijnt één keer.")
@click.argument("gebruikersnaam")
@click.option("--naam", required=True, help="Naam van de persoon.")
@click.option("--rol", required=True, help="Bijvoorbeeld functioneel_beheerder.")
@click.option("--gemeente", "gemeenten", multiple=True, required=True, help="CBS-code, bijvoorbeeld GM1731.")
@click.option(
    "--organisatie", required=True, help="Naam van de organisatie; wordt gemaakt als zij er niet is."
)
@click.option("--soort", default="gemeente", show_default=True, help="Soort organisatie.")
@with_django
def nieuw(
    gebruikersnaam: str, naam: str, rol: str, gemeenten: tuple[str, ...], organisatie: str, soort: str
) -> None:
    """Makes an account; the municipality and organisation come along if they are new."""
    from koers.actions.kern.medewerkers import NieuweAanstelling, prepare_organisatie, register_medewerker

    by = cli_actor()
    where = prepare_organisatie(by=by, naam=organisatie, soort=soort, gemeenten=gemeenten)
    _, wachtwoord = register_medewerker(
        by=by,
        gebruikersnaam=gebruikersnaam,
        naam=naam,
        aanstelling=NieuweAanstelling(rol, where, frozenset(gemeenten)),
    )
    click.echo(f"Account gemaakt. Startwachtwoord: {wachtwoord}")
    click.echo(
        "Het wachtwoord is alleen nu te zien; bij de eerste keer aanmelden kiest de persoon een eigen."
    )


@medewerker.command("lijst", help="Toon alle accounts.")
@click.option("--json", "als_json", is_flag=True, help="Voor programma's.")
@with_django
def lijst(als_json: bool) -> None:
    """Lists every account with its running roles."""
    from koers.actions.kern.medewerkers import read_medewerkers

    rows: list[dict[str, Any]] = [
        {
            "gebruikersnaam": m.gebruikersnaam,
            "naam": m.naam,
            "actief": m.actief,
            "rollen": [a.rol for a in m.aanstellingen if a.loopt],
        }
        for m in read_medewerkers(by=cli_actor())
    ]
    if als_json:
        click.echo(json.dumps(rows, ensure_ascii=False))
        return
    for row in rows:
        stand = "" if row["actief"] else " (gesloten)"
        click.echo(f"{row['gebruikersnaam']:<28} {row['naam']:<28} {', '.join(row['rollen'])}{stand}")


@medewerker.command("sluit", help="Sluit een account; lopende sessies eindigen.")
@click.argument("gebruikersnaam")
@with_django
def sluit(gebruikersnaam: str) -> None:
    """Closes an account."""
    from koers.actions.kern.medewerkers import close_medewerker, read_medewerkers
    from koers.domain.weigering import Refused

    by = cli_actor()
    found = next((m for m in read_medewerkers(by=by) if m.gebruikersnaam == gebruikersnaam), None)
    if found is None:
        raise Refused("niet_gevonden")
    close_medewerker(by=by, medewerker_id=found.id, versie=found.versie)
    click.echo(f"Het account {gebruikersnaam} is gesloten.")
