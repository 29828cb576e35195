"""`koers rapportage`: the report of a period as HTML, PDF and DOCX, in one go."""

import json
from pathlib import Path

import click

from koers.cli.django import cli_actor, with_django
from koers.cli.opties import als_json


@click.command("rapportage")
@click.argument("soort")
@click.option("--gemeente", metavar="CODE", required=True, help="De CBS-code van de gemeente, zoals GM1731.")
@click.option(
    "--periode",
    metavar="PERIODE",
    required=True,
    help="Een kwartaal (2025-K4), een halfjaar (2025-H1) of een jaar (2025): wat bij de soort past.",
)
@click.option(
    "--naar",
    metavar="MAP",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="De map waarin de bestanden komen; zij wordt gemaakt als zij er niet is.",
)
@als_json
@with_django
def rapportage(soort: str, gemeente: str, periode: str, naar: Path, als_json: bool) -> None:
    """Maak een rapportage: kwartaalrapportage, gebiedsagenda of jaarrapportage.

    Is zij gepubliceerd, dan precies zoals zij toen was. Anders een concept, met de cijfers van nu en de
    teksten die er al zijn. Er wordt niets gepubliceerd: dat doet een wethouder, in de browser.
    """
    from koers.actions.sturing.lezen import read_periode
    from koers.domain.weigering import Refused
    from koers.exchange.documents.rapportage import SOORTEN, file_of
    from koers.policy import beleid

    if soort not in beleid().rapportages:
        raise Refused("soort_onbekend", soort=soort, soorten=", ".join(beleid().rapportages))
    by = cli_actor()
    beeld = read_periode(by=by, gemeente=gemeente, soort=soort, periode=periode)
    naar.mkdir(parents=True, exist_ok=True)
    stem = f"{soort}-{gemeente}-{beeld.inhoud['periode']}{'' if beeld.vast else '-concept'}"
    paden = []
    for vorm in SOORTEN:
        pad = naar / f"{stem}.{vorm}"
        pad.write_bytes(file_of(beeld, vorm, by=by))
        paden.append(str(pad))
    if als_json:
        click.echo(
            json.dumps(
                {
                    "soort": soort,
                    "gemeente": gemeente,
                    "periode": beeld.inhoud["periode"],
                    "stand": beeld.stand,
                    "editie": beeld.inhoud["editie"],
                    "sha256": beeld.sha256 or None,
                    "bestanden": paden,
                },
                ensure_ascii=False,
            )
        )
        return
    for regel in paden:
        click.echo(regel)
