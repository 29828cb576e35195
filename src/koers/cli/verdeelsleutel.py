"""`koers verdeelsleutel`: share an amount over the municipalities without losing a cent."""

import json
import textwrap
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

import click

from koers.cli.django import cli_actor, with_django

if TYPE_CHECKING:
    from koers.actions.netwerk.verdelen import Verdeling

BREEDTE = 80


# A negative amount begins as an option does, so what is no option of ours counts as the amount.
@click.command("verdeelsleutel", context_settings={"ignore_unknown_options": True})
@click.argument("bedrag", metavar="BEDRAG")
@click.option("--sleutel", default="", metavar="NAAM", help="Welke sleutel; zonder: de afspraak van die dag.")
@click.option("--datum", default="", metavar="DATUM", help="De sleutel van deze dag, zoals 2026-03-31.")
@click.option(
    "--gewicht",
    "gewichten",
    multiple=True,
    metavar="NAAM=GETAL",
    help="Voor de sleutel mix, bijvoorbeeld jeugd=50. Mag vaker.",
)
@click.option("--kwartalen", is_flag=True, help="Toon ook de vier facturen van een jaar.")
@click.option("--json", "als_json", is_flag=True, help="Geef JSON in plaats van leesbare tekst.")
@with_django
def verdeelsleutel(
    bedrag: str, sleutel: str, datum: str, gewichten: tuple[str, ...], kwartalen: bool, als_json: bool
) -> None:
    """Verdeel BEDRAG over de gemeenten, tot op de cent.

    Schrijf het bedrag als 1.000.000,00 of 2977725. Sleutels: de afgesproken sleutel, en om te vergelijken
    jeugd, gebruik, uitgaven en mix.
    """
    from koers.actions.netwerk.verdelen import verdeel
    from koers.domain.bedrag import read_bedrag

    verdeling = verdeel(
        by=cli_actor(),
        bedrag_cent=read_bedrag(bedrag),
        datum=_day(datum),
        sleutel=sleutel,
        mengsel=dict(_weight(een) for een in gewichten),
    )
    if als_json:
        click.echo(json.dumps(as_contract(verdeling), ensure_ascii=False, indent=2))
        return
    _print_table(verdeling)
    if kwartalen:
        _print_quarters(verdeling)


def as_contract(verdeling: "Verdeling") -> dict[str, object]:
    """The shape of decision 23: municipalities by their CBS code, amounts in cents."""
    procenten = verdeling.sleutel.procenten
    return {
        "sleutel": verdeling.sleutel.naam,
        "bedrag_cent": verdeling.bedrag_cent,
        "verdeling": [
            {
                "gemeente": deel.gemeente,
                "bedrag_cent": deel.bedrag_cent,
                "percentage": float(procenten[deel.gemeente]),
            }
            for deel in verdeling.delen
        ],
    }


def _day(tekst: str) -> date:
    from koers.domain.weigering import Refused
    from koers.registers.klok import vandaag

    try:
        return date.fromisoformat(tekst) if tekst else vandaag()
    except ValueError:
        raise Refused("datum_onleesbaar", datum=tekst[:40]) from None


def _weight(tekst: str) -> tuple[str, Fraction]:
    from koers.domain.weigering import Refused

    naam, _, getal = tekst.partition("=")
    if not (getal.isascii() and getal.isdigit() and len(getal) < 7):
        raise Refused("mengsel_onleesbaar", gewicht=tekst[:40])
    return naam, Fraction(int(getal))


def _print_table(verdeling: "Verdeling") -> None:
    from koers.presentation.netwerk.verdeling import cents, key_sentence, total_sentence
    from koers.presentation.opmaak import procent

    _paragraph(key_sentence(verdeling))
    click.echo()
    click.echo(f"{'Gemeente':<18}{'Aandeel':>9}{'Bedrag':>22}{'Naast de afspraak':>22}")
    click.echo("-" * 71)
    procenten = verdeling.sleutel.procenten
    decimalen = 1 if verdeling.sleutel.afspraak else 2
    for deel in verdeling.delen:
        verschil = deel.bedrag_cent - verdeling.volgens_afspraak.get(deel.gemeente, deel.bedrag_cent)
        click.echo(
            f"{verdeling.namen[deel.gemeente]:<18}{procent(procenten[deel.gemeente], decimalen):>9}"
            f"{cents(deel.bedrag_cent):>22}{cents(verschil, teken=True) if verschil else 'gelijk':>22}"
        )
    click.echo("-" * 71)
    totaal = procent(verdeling.sleutel.telt_op_tot, decimalen)
    click.echo(f"{'Samen':<18}{totaal:>9}{cents(verdeling.bedrag_cent):>22}")
    click.echo()
    if zin := total_sentence(verdeling):
        _paragraph(zin)


def _print_quarters(verdeling: "Verdeling") -> None:
    from koers.presentation.netwerk.verdeling import cents

    click.echo(f"{'Gemeente':<18}" + "".join(f"{f'kwartaal {een}':>15}" for een in (1, 2, 3, 4)))
    for deel in verdeling.delen:
        rij = verdeling.facturen[deel.gemeente]
        click.echo(f"{verdeling.namen[deel.gemeente]:<18}" + "".join(f"{cents(een):>15}" for een in rij))
    kolommen = [sum(kolom) for kolom in zip(*verdeling.facturen.values(), strict=True)]
    click.echo(f"{'Samen':<18}" + "".join(f"{cents(een):>15}" for een in kolommen))


def _paragraph(tekst: str) -> None:
    click.echo(textwrap.fill(tekst, BREEDTE))
