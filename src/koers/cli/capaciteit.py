"""`koers capaciteit`: how long light questions wait at the POH Jeugd, and which fte is needed."""

import json
from dataclasses import asdict
from typing import TYPE_CHECKING

import click

from koers.cli.django import with_django
from koers.cli.opties import als_json

if TYPE_CHECKING:
    from koers.simulation.prognose.capaciteit import Maat, PohStand


@click.command("capaciteit")
@click.option("--fte", type=click.FloatRange(0, 100), help="Fte POH Jeugd. Zonder: wat de bron noemt.")
@click.option(
    "--vragen", type=click.IntRange(1, 5_000), required=True, help="Lichte vragen die u per jaar verwacht."
)
@click.option("--wachtend", type=click.IntRange(0, 5_000), default=0, help="Hoeveel jeugdigen nu wachten.")
@click.option(
    "--tekort", type=click.IntRange(0, 90), default=0, help="Hoeveel procent van de uren er niet is."
)
@als_json
@with_django
def capaciteit(fte: float | None, vragen: int, wachtend: int, tekort: int, als_json: bool) -> None:
    """Reken uit hoeveel lichte vragen op tijd beginnen, en hoeveel fte het doel vraagt.

    De aannames staan in het beleid: koers beleid toon aannames poh-jeugd-capaciteit.
    """
    from koers.actions.prognose.capaciteit import assumptions, rules
    from koers.presentation.capaciteit import poh_sentence, weeks
    from koers.presentation.opmaak import aandeel
    from koers.simulation.prognose.capaciteit import PohVraag, play_poh

    regels = rules()
    gekozen = regels.fte if fte is None else fte
    poh = play_poh(
        PohVraag(gekozen, vragen, wachtend, tekort / 100, regels.doel, regels.grens), assumptions(regels.poh)
    )
    if als_json:
        click.echo(json.dumps(as_data(poh, gekozen, regels.doel, regels.grens), ensure_ascii=False))
        return
    click.echo(poh_sentence(poh, gekozen, aandeel(regels.doel, 0), weeks(regels.grens)))


def as_data(poh: "PohStand", fte: float, doel: float, grens: int) -> dict[str, object]:
    """Shares between 0 and 1, each with its band of 95%."""

    def band(maat: "Maat | None") -> dict[str, float] | None:
        return None if maat is None else {naam: round(waarde, 4) for naam, waarde in asdict(maat).items()}

    return {
        "fte": fte,
        "grens_dagen": grens,
        "doel": doel,
        "binnen": band(poh.stand.binnen[0]),
        "nodig_fte": band(poh.nodig),
        "jeugdigen_per_jaar": band(poh.per_jaar),
        "wachtend_na_een_jaar": band(poh.stand.rij[-1]),
        "lijn": [{"fte": een, **(band(maat) or {})} for een, maat in poh.lijn],
    }
