"""`koers voorzieningen`: what is there before individual help, for a question, an age and a place."""

import json
import textwrap

import click

from koers.cli.django import with_django

BREEDTE = 80


@click.command("voorzieningen")
@click.option("--vraag", default="", help="Waar het om gaat, in een paar woorden.")
@click.option("--leeftijd", type=click.IntRange(0, 22), default=None, help="Leeftijd in jaren.")
@click.option("--plaats", default="", help="Gemeente of plaats, zoals in beleid/gebieden: beilen.")
@click.option("--json", "als_json", is_flag=True, help="Geef JSON in plaats van leesbare tekst.")
@with_django
def voorzieningen(vraag: str, leeftijd: int | None, plaats: str, als_json: bool) -> None:
    """Wat er is voor gezinnen zonder besluit."""
    from koers.analytics.voorzieningen import Zoekopdracht, search
    from koers.domain.weigering import Refused
    from koers.policy import beleid
    from koers.policy.plain import as_data
    from koers.presentation.beleid.delen import Omgeving
    from koers.presentation.voorzieningen import row
    from koers.registers.klok import vandaag

    plaats = plaats.strip().lower().replace(" ", "-")
    plekken = [een.id for een in beleid().gebieden.values() if een.soort in ("gemeente", "deelgebied")]
    if plaats and plaats not in plekken:
        raise Refused("plaats_onbekend", plaats=plaats, plaatsen=", ".join(sorted(plekken)))
    gevonden = search(beleid(), Zoekopdracht(vraag, leeftijd, plaats))
    if als_json:
        data = [as_data(een) for een in gevonden]
        click.echo(json.dumps(data, ensure_ascii=False, indent=2))
        return
    if not gevonden:
        click.echo("Niets gevonden. Probeer een ander woord, of laat leeftijd of plaats weg.", err=True)
        raise click.exceptions.Exit(1)
    om = Omgeving(beleid(), vandaag(), lambda soort, id_: f"{soort}/{id_}")
    for regel in (row(een, om) for een in gevonden):
        click.echo(f"{regel.naam} ({regel.aanbieder}; {regel.plaatsen})")
        for tekst in (regel.wat, regel.waarom):
            click.echo(textwrap.fill(tekst, BREEDTE, initial_indent="  ", subsequent_indent="  "))
