"""`koers databank`: make the database ready, the first time and after every new version."""

import click

from koers.cli.django import with_django


@click.group("databank")
def databank() -> None:
    """De database klaarmaken en bijwerken."""


@databank.command("bereid-voor")
@with_django
def bereid_voor() -> None:
    """Maak de database klaar, of werk hem bij. Twee keer mag: wat er al is, blijft.

    Met SQLite is er verder niets nodig. Met PostgreSQL staat in KOERS_EIGENAAR_URL het adres van
    koers_owner, of de eerste keer dat van een beheerder die rollen en databases mag maken.
    """
    from django.conf import settings
    from django.core.management import call_command
    from django.db import connection

    from koers.domain.weigering import Refused
    from koers.registers.kern.eigenaar import as_owner, make_roles_and_database

    if connection.vendor == "sqlite":
        call_command("migrate", verbosity=0)
        click.echo(f"De database is klaar: {connection.settings_dict['NAME']}")
        return
    if not settings.EIGENAAR_URL:
        raise Refused("eigenaar_url_ontbreekt")
    made = make_roles_and_database(connection, settings.EIGENAAR_URL)
    for naam in made:
        click.echo(f"Gemaakt: {naam}")
    with as_owner(connection, settings.EIGENAAR_URL):
        call_command("migrate", verbosity=0)
    click.echo("De tabellen zijn bijgewerkt. De wachters, de rechten en het zicht per gemeente staan.")
    if made:
        click.echo("Nieuwe rollen hebben geen wachtwoord. Geef er een met psql: \\password koers_app")
