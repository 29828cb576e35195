"""`koers regio`: the state of the region in the terminal, the same figures as on the page."""

import json
import textwrap
from typing import TYPE_CHECKING

import click

from koers.cli.django import cli_actor, with_django

if TYPE_CHECKING:
    from koers.actions.monitor.gemeente import GemeenteBlad
    from koers.actions.monitor.regio import GebiedRegel, RegioOverzicht

BREEDTE = 80
# What fits beside each other in 80 columns; `--json` and `--gemeente` give everything.
KOLOMMEN = (
    "jeugdzorg_in_natura",
    "jeugd_0_18",
    "inwoners",
    "aandeel_0_14",
    "verdeelsleutel",
    "bijstand_per_1000",
)
SORTEER = ("naam", "inkoopregio", *KOLOMMEN, "aandeel_15_24", "gemiddeld_inkomen", "stedelijkheid")


@click.command("regio")
@click.option("--jaar", type=int, metavar="JAAR", help="De nieuwste cijfers tot en met dit jaar.")
@click.option("--gemeente", metavar="CODE", help="Eén gemeente, met alle jaren: GM1731 of Midden-Drenthe.")
@click.option("--inkoopregio", metavar="NAAM", help="Alleen de gemeenten van deze inkoopregio.")
@click.option(
    "--sorteer", type=click.Choice(SORTEER), default="naam", help="Op welke kolom.", show_default=True
)
@click.option("--json", "als_json", is_flag=True, help="Geef JSON in plaats van leesbare tekst.")
@with_django
def regio(
    jaar: int | None, gemeente: str | None, inkoopregio: str | None, sorteer: str, als_json: bool
) -> None:
    """De twaalf gemeenten naast elkaar, met de inkoopregio's, de regio en Nederland.

    Elk cijfer met bron, jaar en over wie het gaat. Gemeenten worden vergeleken, niet gerangschikt.
    """
    from koers.actions.monitor.regio import read_regio

    overzicht = read_regio(by=cli_actor(), jaar=jaar)
    if gemeente is not None:
        _one(overzicht, gemeente, als_json)
        return
    gemeenten = _sorted(_chosen(overzicht, inkoopregio), sorteer)
    if als_json:
        _print_json(overzicht, gemeenten)
    elif not overzicht.gemeenten:
        click.echo("Er zijn nog geen cijfers. Lees ze in met: koers importeer voorbeeldgegevens")
    else:
        _print_table(overzicht, gemeenten)


def _chosen(overzicht: "RegioOverzicht", inkoopregio: str | None) -> "list[GebiedRegel]":
    from koers.domain.namen import fold

    if inkoopregio is None:
        return list(overzicht.gemeenten)
    for een in overzicht.inkoopregios:
        if fold(inkoopregio) in (fold(een.code), fold(een.naam)):
            return [regel for regel in overzicht.gemeenten if regel.inkoopregio == een.code]
    namen = ", ".join(een.code for een in overzicht.inkoopregios)
    raise click.BadParameter(
        f"'{inkoopregio}' is geen inkoopregio. Kies uit: {namen}.", param_hint="--inkoopregio"
    )


def _sorted(gemeenten: "list[GebiedRegel]", kolom: str) -> "list[GebiedRegel]":
    """By the column, then by name; a municipality without the figure stands last."""
    if kolom == "naam":
        return gemeenten
    if kolom == "inkoopregio":
        return sorted(gemeenten, key=lambda regel: (regel.inkoopregio, regel.naam))

    def place(regel: "GebiedRegel") -> tuple:
        cijfer = regel.cijfers.get(kolom)
        known = cijfer is not None and cijfer.waarde is not None
        return (not known, -(cijfer.waarde or 0) if known and cijfer else 0, regel.naam)

    return sorted(gemeenten, key=place)


def _print_table(overzicht: "RegioOverzicht", gemeenten: "list[GebiedRegel]") -> None:
    from koers.presentation.cijfers import in_words
    from koers.presentation.grootheden import WOORDEN

    kolommen = [naam for naam in KOLOMMEN if naam in overzicht.grootheden]
    naast = [*overzicht.inkoopregios, overzicht.regio, overzicht.nederland]
    cellen = [
        [regel.naam, *(in_words(regel.cijfers[kolom]) for kolom in kolommen)]
        for regel in (*gemeenten, *naast)
    ]
    koppen = ["Gemeente", *(str(WOORDEN[kolom].kort) for kolom in kolommen)]
    breed = [max(len(rij[plaats]) for rij in (koppen, *cellen)) for plaats in range(len(koppen))]
    lijn = "-" * (sum(breed) + len(breed) - 1)
    click.echo(_line(koppen, breed))
    click.echo(lijn)
    for nummer, rij in enumerate(cellen):
        if nummer == len(gemeenten):
            click.echo(lijn)
        click.echo(_line(rij, breed))
    click.echo()
    _print_differences(overzicht, kolommen)
    _print_sources(overzicht, kolommen)


def _line(rij: list[str], breed: list[int]) -> str:
    """Numbers line up at the right and are never cut off."""
    naam, *getallen = (
        cel.rjust(breed[plaats]) if plaats else cel.ljust(breed[0]) for plaats, cel in enumerate(rij)
    )
    return " ".join([naam, *getallen])


def _print_differences(overzicht: "RegioOverzicht", kolommen: list[str]) -> None:
    """Where no figure of the whole is published, what can honestly be said of its municipalities."""
    from koers.presentation.grootheden import WOORDEN, show

    for kolom in kolommen:
        for regel in (overzicht.regio, overzicht.nederland):
            spreiding = regel.spreiding.get(kolom)
            if spreiding is None or regel.cijfers[kolom].reden != "niet_gepubliceerd":
                continue
            _paragraph(
                f"{WOORDEN[kolom].naam}, {regel.naam}: het gemiddelde van {spreiding.aantal} gemeenten is"
                f" {show(kolom, spreiding.gemiddelde)} (elke gemeente telt even zwaar), van"
                f" {show(kolom, spreiding.laagste)} tot {show(kolom, spreiding.hoogste)}. Een cijfer over"
                " het hele gebied is niet gepubliceerd."
            )


def _print_sources(overzicht: "RegioOverzicht", kolommen: list[str]) -> None:
    from koers.presentation.cijfers import about
    from koers.presentation.grootheden import WOORDEN

    for kolom in kolommen:
        cijfers = [regel.cijfers[kolom] for regel in overzicht.gemeenten]
        bronnen = sorted({cijfer.bron for cijfer in cijfers if cijfer.bron})
        tekst = f"{WOORDEN[kolom].kort}: {about(kolom, overzicht.jaren[kolom])}. Bron: {'; '.join(bronnen)}."
        _paragraph(tekst)
    if any(regel.cijfers[kolom].voorlopig for regel in overzicht.gemeenten for kolom in kolommen):
        _paragraph("* voorlopig cijfer.")
    _paragraph("Een som of gewogen gemiddelde over gemeenten staat alleen waar dat precies kan; anders “–”.")


def _paragraph(tekst: str) -> None:
    click.echo(textwrap.fill(tekst, BREEDTE, subsequent_indent="  "))


def _print_json(overzicht: "RegioOverzicht", gemeenten: "list[GebiedRegel]") -> None:
    from koers.presentation.cijfers import difference, figure

    naast = (*overzicht.inkoopregios, overzicht.regio, overzicht.nederland)
    click.echo(
        json.dumps(
            {
                "regio": overzicht.regio.code,
                "jaar": overzicht.jaar,
                "cijfers": [
                    figure(regel, cijfer)
                    for regel in (*gemeenten, *naast)
                    for cijfer in regel.cijfers.values()
                ],
                "spreiding": [
                    difference(regel, spreiding) for regel in naast for spreiding in regel.spreiding.values()
                ],
            },
            ensure_ascii=False,
            indent=2,
        )
    )


def _one(overzicht: "RegioOverzicht", gevraagd: str, als_json: bool) -> None:
    from koers.actions.monitor.gemeente import read_gemeente
    from koers.domain.namen import fold
    from koers.domain.weigering import Refused

    namen = {fold(regel.naam): regel.code for regel in overzicht.gemeenten}
    try:
        blad = read_gemeente(by=cli_actor(), code=namen.get(fold(gevraagd), gevraagd.strip().upper()))
    except Refused:
        click.echo(
            f"Koers kent geen gemeente '{gevraagd}'. Geef een code zoals GM1731, of een naam.", err=True
        )
        raise click.exceptions.Exit(1) from None
    if als_json:
        click.echo(json.dumps(_one_data(blad), ensure_ascii=False, indent=2))
        return
    _print_one(blad)


def _one_data(blad: "GemeenteBlad") -> dict[str, object]:
    from koers.presentation.cijfers import figure, number

    return {
        "gebied": blad.code,
        "gebied_naam": blad.naam,
        "opgegaan_in": [{"gebied": een.code, "datum": een.datum.isoformat()} for een in blad.opgegaan_in],
        "ontstaan_uit": [{"gebied": een.code, "datum": een.datum.isoformat()} for een in blad.ontstaan_uit],
        "cijfers": [
            figure(blad.regel, jaarcijfer.cijfer)
            | {
                "vervangt": [
                    {"waarde": number(oud.waarde), "bron": oud.bron, "aanlevering": oud.aanlevering_id}
                    for oud in jaarcijfer.eerder
                ]
            }
            for reeks in blad.reeksen
            for jaarcijfer in reeks.jaren
        ],
    }


def _print_one(blad: "GemeenteBlad") -> None:
    from koers.presentation.cijfers import about, how, in_words
    from koers.presentation.grootheden import show
    from koers.presentation.opmaak import datum

    click.echo(f"{blad.naam} ({blad.code})")
    for een in blad.opgegaan_in:
        _paragraph(f"Opgegaan in {een.naam} op {datum(een.datum)}.")
    for een in blad.ontstaan_uit:
        _paragraph(f"Hier ging {een.naam} in op, op {datum(een.datum)}.")
    for lid in blad.hoort_bij:
        tot = f" tot {lid.tot_jaar}" if lid.tot_jaar else ""
        click.echo(f"  {lid.soort}: {lid.naam} (sinds de lijst van {lid.vanaf_jaar}{tot})")
    for reeks in blad.reeksen:
        for jaarcijfer in reversed(reeks.jaren):
            cijfer = jaarcijfer.cijfer
            click.echo()
            _paragraph(f"{in_words(cijfer)}  {about(reeks.grootheid, cijfer.jaar)}")
            _paragraph(f"  {how(cijfer)}; bron: {cijfer.bron}")
            for oud in jaarcijfer.eerder:
                was = "geen cijfer" if oud.waarde is None else show(reeks.grootheid, oud.waarde)
                _paragraph(f"  eerder: {was}, vastgelegd op {datum(oud.vastgelegd_at)}")
