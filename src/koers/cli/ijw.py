"""`koers ijw`: look at messages of iJw 3.2, and say what is wrong with them and where."""

import json
import os
import textwrap
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

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
@click.pass_context
def controleer(ctx: click.Context, paden: tuple[Path, ...], op: datetime | None, als_json: bool) -> None:
    """Kijk of berichten kloppen: een BESTAND, meer bestanden, of een map ermee.

    Uitkomst 0: alles is geldig. 1: minstens één bericht is ongeldig. 2: verkeerd gebruik.
    Met KOERS_IJW_XSD (de map met de officiële schema's) kijkt Koers ook daarmee.
    """
    from koers.exchange.ijw.controle import control
    from koers.exchange.ijw.omgeving import surroundings

    om, schemas = surroundings(_day(op)), _official()
    bestanden = list(_files(paden))
    uitkomsten = [(pad, control(_read(pad), om, schemas)) for pad in bestanden]
    if als_json:
        gegevens = [as_contract(pad, een) for pad, een in uitkomsten]
        een_bestand = len(paden) == 1 and paden[0].is_file()
        click.echo(json.dumps(gegevens[0] if een_bestand else gegevens, ensure_ascii=False, indent=2))
    else:
        for pad, een in uitkomsten:
            _show(pad, een)
    if not all(een.geldig for _, een in uitkomsten):
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
