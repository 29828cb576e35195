"""`koers logboek`: is the log whole, and seal what waits."""

import json
import sys
from typing import TYPE_CHECKING

import click

from koers.cli.django import cli_actor, with_django

if TYPE_CHECKING:
    from koers.actions.kern.controle import Bevindingen


@click.group("logboek")
def logboek() -> None:
    """Het logboek controleren en verzegelen."""


@logboek.command("controleer")
@click.option("--json", "als_json", is_flag=True, help="Geef JSON in plaats van leesbare tekst.")
@with_django
def controleer(als_json: bool) -> None:
    """Kijk of het logboek heel is. Code 1 als er iets niet klopt."""
    from koers.actions.kern.controle import verify_log

    outcome = verify_log(by=cli_actor())
    if als_json:
        click.echo(json.dumps(_as_data(outcome), ensure_ascii=False, indent=2))
    else:
        _tell(outcome)
    if not outcome.klopt:
        sys.exit(1)


@logboek.command("verzegel")
@with_django
def verzegel() -> None:
    """Verzegel nu wat nog wacht. Dat gebeurt anders vanzelf, door “koers serve” of “koers werk”."""
    from koers.actions.kern.zegel import seal
    from koers.registers.klok import nu

    click.echo(f"{seal(nu())} rijen verzegeld.")


def _as_data(outcome: "Bevindingen") -> dict[str, object]:
    from koers.presentation.logboek import finding

    laatste = outcome.laatste
    return {
        "klopt": outcome.klopt,
        "rijen": outcome.rijen,
        "onverzegeld": outcome.onverzegeld,
        "laatste_bevestiging": laatste
        and {"tot": laatste.tot, "schakel": laatste.schakel, "tijdstip": laatste.tijdstip},
        "bevindingen": [
            {"code": bevinding.code, "zin": finding(bevinding)} | bevinding.params
            for bevinding in outcome.gevonden
        ],
        "niet_verteld": outcome.niet_verteld,
    }


def _tell(outcome: "Bevindingen") -> None:
    from koers.presentation.logboek import finding, state_of

    click.echo(state_of(outcome))
    for bevinding in outcome.gevonden:
        click.echo(f"- {finding(bevinding)}", err=True)
    if outcome.niet_verteld:
        click.echo(f"- En nog {outcome.niet_verteld} keer iets.", err=True)
