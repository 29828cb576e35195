"""`koers importeer` and `koers aanleveringen`: take tables in, and see what became of them."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from koers.cli.django import cli_actor, with_django

if TYPE_CHECKING:
    from koers.actions.monitor.aanleveringen import AanleveringRegel, BevindingRegel

# So many refused rows stand on the screen; the others are in `koers aanleveringen ID`.
TOON_HOOGSTENS = 20
BESTAND = click.Path(exists=True, dir_okay=False, readable=True, path_type=Path)
_als_json = click.option("--json", "als_json", is_flag=True, help="Geef JSON in plaats van leesbare tekst.")
_jaar = click.option(
    "--jaar",
    type=int,
    metavar="JAAR",
    help="Het jaar van de cijfers, als dat niet uit de bestandsnaam blijkt.",
)


@click.group("importeer")
def importeer() -> None:
    """Lees een tabel in: CSV of Excel (.xlsx).

    Rijen die niet kunnen, blijven buiten; de goede rijen gaan erin. Twee keer inlezen verandert niets.
    Uitkomst 0: ingelezen (ook als er rijen geweigerd zijn). 1: er is niets ingelezen. 2: verkeerd gebruik.
    """


@importeer.command("kwb")
@click.argument("bestand", metavar="BESTAND", type=BESTAND)
@_jaar
@_als_json
@click.pass_context
@with_django
def kwb(ctx: click.Context, bestand: Path, jaar: int | None, als_json: bool) -> None:
    """Cijfers per gemeente van CBS: Kerncijfers wijken en buurten."""
    _take_in(ctx, "kwb", bestand, als_json, jaar=jaar)


@importeer.command("gemeenten")
@click.argument("bestand", metavar="BESTAND", type=BESTAND)
@_jaar
@_als_json
@click.pass_context
@with_django
def gemeenten(ctx: click.Context, bestand: Path, jaar: int | None, als_json: bool) -> None:
    """De gemeenten van een jaar, met provincie en jeugdregio."""
    _take_in(ctx, "gemeenten", bestand, als_json, jaar=jaar)


@importeer.command("regio")
@click.argument("bestand", metavar="BESTAND", type=BESTAND)
@_jaar
@click.option("--bron", default="", metavar="TEKST", help="Wie de cijfers publiceerde, en waar.")
@_als_json
@click.pass_context
@with_django
def regio(ctx: click.Context, bestand: Path, jaar: int | None, bron: str, als_json: bool) -> None:
    """Cijfers van de regio zelf: jeugdigen, verdeelsleutel en inkoopregio."""
    _take_in(ctx, "regio", bestand, als_json, jaar=jaar, bron=bron)


@importeer.command("partner")
@click.argument("tabel", metavar="TABEL")
@click.argument("bestand", metavar="BESTAND", type=BESTAND)
@_als_json
@click.pass_context
@with_django
def partner(ctx: click.Context, tabel: str, bestand: Path, als_json: bool) -> None:
    """Een tabel van een partner, zoals school_verzuim. Welke er zijn: koers tabellen."""
    from koers.domain.partnertabellen import PARTNERTABELLEN

    if tabel not in PARTNERTABELLEN:
        raise click.UsageError(f"Kies een tabel: {', '.join(PARTNERTABELLEN)}.")
    _take_in(ctx, tabel, bestand, als_json)


@importeer.command("cbs")
@click.argument("tabel", metavar="TABEL")
@click.option(
    "--basis", envvar="KOERS_CBS", metavar="ADRES", help="Waar de tabellen staan; anders KOERS_CBS."
)
@click.option(
    "--versie", type=click.Choice(["3", "4"]), default="3", help="Welke OData daar wordt gesproken."
)
@_als_json
@click.pass_context
@with_django
def cbs(ctx: click.Context, tabel: str, basis: str | None, versie: str, als_json: bool) -> None:
    """Kerncijfers van CBS ophalen, zoals 85039NED, en inlezen."""
    from koers.domain.aanlevering import SoortAanlevering
    from koers.domain.weigering import Refused
    from koers.exchange.cbs.invoer import fetch_kwb
    from koers.presentation.zinnen import sentence

    try:
        inhoud = fetch_kwb(basis or "", tabel, versie=3 if versie == "3" else 4)
    except Refused as refused:
        click.echo(f"{tabel}: {sentence(refused)}", err=True)
        ctx.exit(1)
    _deliver(ctx, SoortAanlevering.KWB.value, f"{tabel}.csv", inhoud, als_json)


@importeer.command("voorbeeldgegevens")
@_als_json
@with_django
def voorbeeldgegevens(als_json: bool) -> None:
    """De gemeenten en echte cijfers die Koers meebrengt."""
    from koers.exchange.tabellen.invoer import load_shipped

    rijen = load_shipped(by=cli_actor())
    if als_json:
        _print_json([_data(rij, ()) for rij in rijen])
        return
    for rij in rijen:
        click.echo(_headline(rij))


def _take_in(ctx: click.Context, soort: str, bestand: Path, als_json: bool, **rest: Any) -> None:
    _deliver(ctx, soort, bestand.name, _read(bestand), als_json, **rest)


def _deliver(ctx: click.Context, soort: str, naam: str, inhoud: bytes, als_json: bool, **rest: Any) -> None:
    from koers.actions.monitor.aanleveringen import all_findings
    from koers.domain.aanlevering import SoortAanlevering
    from koers.domain.weigering import Refused
    from koers.exchange.tabellen.invoer import deliver
    from koers.presentation.zinnen import sentence

    by = cli_actor()
    try:
        rij = deliver(by=by, soort=SoortAanlevering(soort), inhoud=inhoud, bestandsnaam=naam, **rest)
    except Refused as refused:
        if als_json:
            _print_json({"status": "geweigerd", "reden": refused.code, "zin": sentence(refused)})
        click.echo(f"{naam}: {sentence(refused)}", err=True)
        ctx.exit(1)
    gevonden = all_findings(by=by, aanlevering_id=rij.id)
    if als_json:
        _print_json(_data(rij, gevonden))
    else:
        _print_delivery(rij)
    _tell(rij, gevonden)
    ctx.exit(0 if rij.rijen > rij.geweigerd else 1)


def _read(bestand: Path) -> bytes:
    """The file, unless it is far too big to be a table: then only so much that this shows."""
    from koers.exchange.tabellen.bestand import HOOGSTENS

    with bestand.open("rb") as stroom:
        return stroom.read(HOOGSTENS + 1)


@click.command("aanleveringen")
@click.argument("nummer", metavar="[NUMMER]", type=int, required=False)
@click.option("--aantal", type=click.IntRange(1, 500), default=20, help="Hoeveel de lijst er toont.")
@click.option("--verwacht", is_flag=True, help="Wat partners zouden leveren, wat te laat is eerst.")
@_als_json
@with_django
def aanleveringen(nummer: int | None, aantal: int, verwacht: bool, als_json: bool) -> None:
    """Wat er binnenkwam, en wat ervan geweigerd is.

    Met het NUMMER van een aanlevering: die ene, met elke geweigerde rij en de reden.
    """
    from koers.actions.monitor.aanleveringen import all_findings, read_aanlevering, read_aanleveringen

    by = cli_actor()
    if verwacht:
        _print_expected(als_json)
        return
    if nummer is not None:
        rij = read_aanlevering(by=by, aanlevering_id=nummer).aanlevering
        gevonden = all_findings(by=by, aanlevering_id=nummer)
        if als_json:
            _print_json(_data(rij, gevonden))
            return
        _print_delivery(rij)
        for een in gevonden:
            click.echo(_finding_line(een))
        return
    lijst = read_aanleveringen(by=by, per_pagina=aantal)
    if als_json:
        _print_json([_data(rij, None) for rij in lijst.aanleveringen])
        return
    if not lijst.aanleveringen:
        click.echo("Er is nog niets aangeleverd. Begin met: koers importeer voorbeeldgegevens")
    for rij in lijst.aanleveringen:
        click.echo(f"{rij.id:>5}  {_headline(rij)}")


def _print_expected(als_json: bool) -> None:
    from koers.actions.monitor.partners import read_leveringen
    from koers.policy import beleid
    from koers.presentation.leveringen import in_a_sentence, ledger, plain
    from koers.registers.klok import vandaag

    leveringen = read_leveringen(by=cli_actor())
    if als_json:
        _print_json(plain(leveringen))
        return
    click.echo(in_a_sentence(leveringen))
    for een in ledger(leveringen, beleid(), vandaag()):
        bestand = f"  (aanlevering {een.bestand})" if een.bestand else ""
        click.echo(f"{een.woord:<14}{een.periode:<12}{een.tabel}, {een.partner}")
        click.echo(f"{'':<14}uiterlijk {een.uiterlijk}. {een.uitleg}{bestand}")


def _headline(rij: "AanleveringRegel") -> str:
    from koers.presentation.leveringen import finding
    from koers.presentation.opmaak import tijdstip

    over = f" ({rij.jaar})" if rij.jaar else ""
    wat = f"{tijdstip(rij.aangeleverd_at)}  {rij.soort}{over}  {rij.bestandsnaam}"
    if rij.reden:
        return f"{wat}\n       geweigerd: {finding(rij.reden, rij.params)}"
    return (
        f"{wat}\n       {rij.rijen} rijen: {rij.nieuw} nieuw, {rij.gewijzigd} gewijzigd,"
        f" {rij.ongewijzigd} ongewijzigd, {rij.geweigerd} geweigerd, {rij.overgeslagen} overgeslagen"
    )


def _print_delivery(rij: "AanleveringRegel") -> None:
    click.echo(f"Aanlevering {rij.id}: {_headline(rij)}")
    if rij.cijfers_nieuw or rij.cijfers_vervangen:
        click.echo(f"       {rij.cijfers_nieuw} cijfers nieuw, {rij.cijfers_vervangen} vervangen")
    if rij.niet_gelezen:
        click.echo(f"       niet gelezen: {len(rij.niet_gelezen)} kolommen die Koers hier niet gebruikt")
    click.echo(f"       sha256 {rij.sha256}")


def _tell(rij: "AanleveringRegel", gevonden: "tuple[BevindingRegel, ...]") -> None:
    """What stayed out or needs attention, on stderr: it does not get lost when the rest is piped away."""
    for een in gevonden[:TOON_HOOGSTENS]:
        click.echo(_finding_line(een), err=True)
    if len(gevonden) > TOON_HOOGSTENS:
        rest = len(gevonden) - TOON_HOOGSTENS
        click.echo(f"En nog {rest}. Alles staat in: koers aanleveringen {rij.id}", err=True)


def _finding_line(een: "BevindingRegel") -> str:
    from koers.presentation.leveringen import finding

    soort = "geweigerd" if een.geweigerd else "let op"
    plek = [f"rij {een.rijnummer}"] if een.rijnummer else []
    plek += [f"kolom {een.kolom}"] if een.kolom else []
    plek += [f"“{een.waarde}”"] if een.waarde else []
    return f"{soort}: {', '.join(plek)}{': ' if plek else ''}{finding(een.code, een.params)}"


def _data(rij: "AanleveringRegel", gevonden: "tuple[BevindingRegel, ...] | None") -> dict[str, object]:
    from koers.presentation.leveringen import finding

    data: dict[str, object] = {
        "aanlevering": rij.id,
        "soort": rij.soort,
        "jaar": rij.jaar,
        "bestand": rij.bestandsnaam,
        "sha256": rij.sha256,
        "codering": rij.codering or None,
        "partner": rij.partner or None,
        "aangeleverd_op": rij.aangeleverd_at.isoformat(),
        "door": rij.door,
        "status": rij.status,
        "reden": rij.reden or None,
        "zin": finding(rij.reden, rij.params) if rij.reden else None,
        "rijen": rij.rijen,
        "nieuw": rij.nieuw,
        "gewijzigd": rij.gewijzigd,
        "ongewijzigd": rij.ongewijzigd,
        "geweigerd": rij.geweigerd,
        "overgeslagen": rij.overgeslagen,
        "cijfers_nieuw": rij.cijfers_nieuw,
        "cijfers_vervangen": rij.cijfers_vervangen,
        "niet_gelezen": list(rij.niet_gelezen),
    }
    if gevonden is not None:
        data["bevindingen"] = [
            {
                "rij": een.rijnummer or None,
                "kolom": een.kolom or None,
                "waarde": een.waarde or None,
                "geweigerd": een.geweigerd,
                "code": een.code,
                "zin": finding(een.code, een.params),
            }
            for een in gevonden
        ]
    return data


def _print_json(data: object) -> None:
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))
