"""`koers ijw`: look at messages of iJw 3.2, and say what is wrong with them and where."""

import json
import os
import textwrap
from collections.abc import Iterator
from dataclasses import asdict
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from koers.cli.django import cli_actor, with_django

if TYPE_CHECKING:
    from koers.exchange.ijw.bericht import Bevinding
    from koers.exchange.ijw.controle import Uitkomst
    from koers.exchange.ijw.official import Schemas

TOON_HOOGSTENS = 20
BREEDTE = 80


@click.group("ijw")
def ijw() -> None:
    """Berichten tussen gemeente en aanbieder (iJw 3.2)."""


@ijw.command("controleer")
@click.argument(
    "paden",
    metavar="BESTAND",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, readable=True, path_type=Path),
)
@click.option(
    "--op",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATUM",
    help="Kijk alsof het deze dag is; zonder: vandaag.",
)
@click.option("--json", "als_json", is_flag=True, help="Geef JSON in plaats van leesbare tekst.")
@click.option("--register", is_flag=True, help="Kijk ook naast de toewijzingen en berichten in Koers.")
@click.pass_context
def controleer(
    ctx: click.Context, paden: tuple[Path, ...], op: datetime | None, als_json: bool, register: bool
) -> None:
    """Kijk of berichten kloppen: een BESTAND, meer bestanden, of een map ermee.

    Uitkomst 0: alles is geldig. 1: minstens één bericht is ongeldig. 2: verkeerd gebruik.
    Met KOERS_IJW_XSD (de map met de officiële schema's) kijkt Koers ook daarmee.
    """
    from koers.exchange.ijw.controle import control
    from koers.exchange.ijw.omgeving import surroundings

    om, schemas = surroundings(_day(op)), _official()
    bestanden = list(_files(paden))
    uitkomsten = [(pad, control(_read(pad), om, schemas)) for pad in bestanden]
    if register:
        uitkomsten = _beside_register(uitkomsten)
    if als_json:
        gegevens = [as_contract(pad, een) for pad, een in uitkomsten]
        een_bestand = len(paden) == 1 and paden[0].is_file()
        click.echo(json.dumps(gegevens[0] if een_bestand else gegevens, ensure_ascii=False, indent=2))
    else:
        for pad, een in uitkomsten:
            _show(pad, een)
    if not all(een.geldig for _, een in uitkomsten):
        ctx.exit(1)


@with_django
def _beside_register(uitkomsten: "list[tuple[Path, Uitkomst]]") -> "list[tuple[Path, Uitkomst]]":
    from koers.cli.opstarten import require_sound_start
    from koers.exchange.berichten.register import beside_register

    require_sound_start()
    return [(pad, beside_register(een, _read(pad), cli_actor())) for pad, een in uitkomsten]


MAP = click.Path(exists=True, file_okay=False, path_type=Path)
PEM = click.Path(exists=True, dir_okay=False, path_type=Path)


@ijw.command("ontvang")
@click.argument("map_", metavar="MAP", type=MAP)
@click.option("--json", "als_json", is_flag=True, help="Geef JSON in plaats van leesbare tekst.")
@with_django
def ontvang(map_: Path, als_json: bool) -> None:
    """Neem alle berichten uit MAP in ontvangst, en verwerk ze.

    Een bestand gaat naar MAP/ontvangen zodra het bericht vast in Koers staat, en naar MAP/geweigerd als het
    geen bericht voor deze gemeente is. Nog een keer ontvangen verandert niets.
    """
    from koers.cli.opstarten import require_sound_start
    from koers.exchange.berichten.ontvangst import take_in
    from koers.exchange.berichten.verwerking import process

    require_sound_start()
    opgehaald = list(take_in(map_, by=cli_actor()))
    process(by=cli_actor(), schemas=_official())
    if als_json:
        click.echo(json.dumps([asdict(een) for een in opgehaald], ensure_ascii=False, indent=2))
        return
    for een in opgehaald:
        click.echo(f"{een.bestand}: {een.hoe}. {een.zin}".strip())
    click.echo(f"{len(opgehaald)} bestanden opgehaald uit {map_}.")


@ijw.command("verstuur")
@click.argument("map_", metavar="MAP", type=MAP)
@with_django
def verstuur(map_: Path) -> None:
    """Zet alle berichten die klaarstaan in MAP, waar het knooppunt ze ophaalt: heel, en één keer.

    Een bericht dat een regel van iJw breekt, gaat niet uit; `koers ijw berichten` zegt waarom.
    """
    from koers.cli.opstarten import require_sound_start
    from koers.exchange.berichten.uitgaand import make_outgoing
    from koers.exchange.berichten.versturen import send

    require_sound_start()
    make_outgoing(by=cli_actor(), schemas=_official())
    namen = send(map_, by=cli_actor())
    for naam in namen:
        click.echo(naam)
    click.echo(f"{len(namen)} berichten in {map_} gezet.")


@ijw.command("bezorg")
@click.argument("map_", metavar="MAP", type=MAP)
@click.argument("adres", metavar="ADRES")
@click.option(
    "--certificaat", type=PEM, metavar="PEM", help="Ons certificaat, als het knooppunt erom vraagt."
)
@click.option(
    "--sleutel", type=PEM, metavar="PEM", help="De sleutel erbij, als die in een ander bestand staat."
)
@click.option("--vertrouwt", type=PEM, metavar="PEM", help="Wie het certificaat van het knooppunt uitgaf.")
@click.pass_context
@with_django
def bezorg(
    ctx: click.Context,
    map_: Path,
    adres: str,
    certificaat: Path | None,
    sleutel: Path | None,
    vertrouwt: Path | None,
) -> None:
    """Breng de berichten uit MAP naar het knooppunt op ADRES (https), in hun volgorde en één keer.

    Alleen nodig als geen ander programma MAP leeghaalt. Neemt het knooppunt iets nu niet aan, dan probeert
    Koers het vijf keer, steeds na langer wachten; daarna blijft het liggen voor de volgende keer.
    Uitkomst 0: alles is bezorgd. 1: er ligt nog iets, of er kwam iets terug.
    """
    from koers.cli.opstarten import require_sound_start
    from koers.exchange.berichten.bezorgen import HttpKanaal, Lot, Pas, deliver_folder

    if certificaat is None and (sleutel or vertrouwt):
        raise click.UsageError("--sleutel en --vertrouwt horen bij --certificaat.")
    require_sound_start()
    pas = Pas(certificaat, sleutel, vertrouwt) if certificaat else None
    gedaan = deliver_folder(map_, HttpKanaal(adres, pas), by=cli_actor())
    for een in gedaan:
        click.echo(f"{een.bestand}: {een.lot.value}. {een.zin}".strip())
    click.echo(f"{sum(een.lot is Lot.BEZORGD for een in gedaan)} berichten bezorgd.")
    if any(een.lot is not Lot.BEZORGD for een in gedaan):
        ctx.exit(1)


@ijw.command("berichten")
@click.option("--wacht", is_flag=True, help="Alleen wat wacht op een ander bericht.")
@click.option("--json", "als_json", is_flag=True, help="Geef JSON in plaats van leesbare tekst.")
@with_django
def berichten(wacht: bool, als_json: bool) -> None:
    """Toon de laatste berichten: wat er kwam, wat is afgekeurd en waarom, en wat wacht."""
    from koers.actions.zorg.postbus import read_berichten
    from koers.presentation.berichten import as_row, told

    rijen = read_berichten(by=cli_actor(), alleen="wacht" if wacht else "")
    if als_json:
        click.echo(json.dumps([as_row(een) for een in rijen], ensure_ascii=False, indent=2))
        return
    for een in rijen:
        click.echo(textwrap.fill(told(een), BREEDTE, subsequent_indent="  "))
    if not rijen:
        click.echo("Er zijn nog geen berichten." if not wacht else "Er wacht geen enkel bericht.")


@ijw.command("archief")
@click.argument("map_", metavar="MAP", type=MAP)
@click.argument("naar", metavar="NAAR", type=click.Path(path_type=Path))
@click.option(
    "--producten",
    metavar="BESTAND",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    required=True,
    help="CSV met de kolommen product en niveau; product is een code (45A04) of een categorie (45).",
)
@click.option("--json", "als_json", is_flag=True, help="Geef JSON in plaats van leesbare tekst.")
@click.pass_context
@with_django
def archief(ctx: click.Context, map_: Path, naar: Path, producten: Path, als_json: bool) -> None:
    """Maak van een MAP met berichten uit een ander systeem de tabellen van de monitor, in NAAR.

    Koers leest JW301, JW305, JW307, JW315, JW323 en JW325, in elke volgorde en ook als ze er dubbel in staan.
    Daarna telt u met: koers monitor --bron NAAR/tabellen. Wat niet paste staat in NAAR/verslag.csv.
    Uitkomst 0: alles paste. 1: er paste iets niet; de tabellen zijn er wel. 2: verkeerd gebruik.
    """
    from koers.cli.opstarten import require_sound_start
    from koers.exchange.archief.omzetten import convert, read_levels

    require_sound_start()
    verslag = convert(map_, naar, by=cli_actor(), niveaus=read_levels(producten))
    if als_json:
        click.echo(json.dumps(asdict(verslag), ensure_ascii=False, indent=2))
    else:
        soorten = ", ".join(f"{aantal} {soort}" for soort, aantal in verslag.berichten.items())
        click.echo(f"{verslag.bestanden} bestanden gelezen: {soorten or 'geen bericht dat telt'}.")
        if verslag.dubbel:
            click.echo(f"{verslag.dubbel} daarvan stonden er al; die tellen één keer.")
        if verslag.afgewezen:
            click.echo(f"{verslag.afgewezen} prestaties wees de gemeente af (JW325); die tellen niet mee.")
        for tabel, rijen in verslag.rijen.items():
            click.echo(f"{naar / 'tabellen' / tabel}.csv: {rijen} rijen")
        aantal = sum(verslag.past_niet.values())
        click.echo(f"{aantal} keer paste er iets niet; waarom staat in {naar / 'verslag.csv'}.")
        click.echo(f"Tel ze met: koers monitor --bron {naar / 'tabellen'}")
    if verslag.past_niet:
        ctx.exit(1)


def as_contract(pad: Path, uitkomst: "Uitkomst") -> dict[str, Any]:
    """The shape of docs/reference/ijw-controle.md. Of the findings only those of kind "fout" reject."""
    from koers.exchange.ijw.controle import in_order

    mild = set(uitkomst.opmerkingen)
    return {
        "bestand": pad.name,
        "bericht": uitkomst.bericht.soort if uitkomst.bericht else None,
        "geldig": uitkomst.geldig,
        "bevindingen": [
            _finding(een, "opmerking" if een in mild else "fout")
            for een in in_order(uitkomst.bevindingen + uitkomst.opmerkingen)
        ],
    }


def _finding(een: "Bevinding", soort: str) -> dict[str, Any]:
    from koers.exchange.ijw.controle import also_guards

    return {
        "soort": soort,
        "regel": een.regel,
        "ook": list(also_guards(een.regel)),
        "retourcode": een.code or None,
        "plaats": een.pad or "Bericht",
        "regelnummer": een.regelnummer,
        "zin": een.zin,
    }


def _day(op: datetime | None) -> date:
    from koers.registers.klok import vandaag

    return op.date() if op else vandaag()


def _official() -> "Schemas | None":
    from koers.exchange.ijw.official import Schemas

    map_ = os.environ.get("KOERS_IJW_XSD")
    if not map_:
        return None
    if not (Path(map_) / "jw301.xsd").is_file():
        raise click.UsageError(f"KOERS_IJW_XSD wijst naar {map_}, en daar staat geen jw301.xsd.")
    return Schemas(Path(map_))


def _files(paden: tuple[Path, ...]) -> Iterator[Path]:
    for pad in paden:
        if pad.is_file():
            yield pad
            continue
        gevonden = sorted(een for een in pad.iterdir() if een.suffix.lower() == ".xml" and een.is_file())
        if not gevonden:
            raise click.UsageError(f"In de map {pad} staat geen enkel bestand dat op .xml eindigt.")
        yield from gevonden


def _read(pad: Path) -> bytes:
    """No more than is needed to see that it is too much."""
    from koers.exchange.ijw.parse import HOOGSTENS_BYTES

    with pad.open("rb") as bestand:
        return bestand.read(HOOGSTENS_BYTES + 1)


def _show(pad: Path, uitkomst: "Uitkomst") -> None:
    from koers.exchange.ijw.controle import in_order
    from koers.exchange.ijw.namen import NAMEN

    soort = uitkomst.bericht.soort if uitkomst.bericht else ""
    wat = f"{soort} ({NAMEN[soort]})" if soort else "geen bericht dat Koers kent"
    if uitkomst.geldig:
        click.echo(f"{pad.name}: goed. Dit is {wat}.")
    else:
        aantal = len(uitkomst.bevindingen)
        click.echo(f"{pad.name}: geweigerd, {aantal} {'fout' if aantal == 1 else 'fouten'}. Dit is {wat}.")
    for een in in_order(uitkomst.bevindingen)[:TOON_HOOGSTENS]:
        bron = "het schema" if een.regel == "XSD" else een.regel
        _show_one(een, f"(volgens {bron}; retourcode {een.code})")
    if len(uitkomst.bevindingen) > TOON_HOOGSTENS:
        click.echo(f"  En nog {len(uitkomst.bevindingen) - TOON_HOOGSTENS}; met --json ziet u ze allemaal.")
    for een in in_order(uitkomst.opmerkingen)[:TOON_HOOGSTENS]:
        _show_one(een, f"(let op; geen fout, {een.regel})")


def _show_one(een: "Bevinding", achter: str) -> None:
    from koers.exchange.ijw.namen import spoken_place

    tekst = f"Regel {een.regelnummer}, {spoken_place(een.pad)}: {een.zin} {achter}"
    click.echo(textwrap.fill(tekst, BREEDTE, initial_indent="  ", subsequent_indent="    "))
