"""`koers beleid`: check policy files before they are used, and read what they say."""

import json
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from koers.policy import Beleid, BeleidOngeldig, load_beleid
from koers.policy.kinds import SOORTEN
from koers.policy.plain import as_data
from koers.policy.values import Tekst

_NAMES = tuple(soort.naam for soort in SOORTEN)
# The field that tells people what a thing is; the first that exists.
_TITLES = ("naam", "wat", "taak", "doel")
_as_json = click.option("--json", "als_json", is_flag=True, help="Geef JSON in plaats van leesbare tekst.")


@click.group("beleid")
def beleid() -> None:
    """Beleidsbestanden controleren en lezen."""


@beleid.command("controleer")
@click.argument("map_", metavar="[MAP]", required=False, type=click.Path(path_type=Path))
@_as_json
@click.pass_context
def controleer(ctx: click.Context, map_: Path | None, als_json: bool) -> None:
    """Kijk of alle beleidsbestanden kloppen.

    MAP is een map met eigen beleid van een gemeente. Koers legt die over het meegeleverde beleid heen.
    Zonder MAP geldt de map uit KOERS_BELEID, als die is ingesteld.
    """
    try:
        found = load_beleid(overlay=map_ or _own_folder())
    except BeleidOngeldig as invalid:
        _show_faults(invalid, als_json)
        ctx.exit(1)
    counts = {naam: len(found.van_soort(naam)) for naam in _NAMES}
    if als_json:
        _print_json(
            {"geldig": True, "bestanden": len(found.bestanden), "aantallen": counts, "digest": found.digest}
        )
        return
    own = sum(bestand.herkomst.eigen_beleid for bestand in found.bestanden)
    click.echo(f"Alle {len(found.bestanden)} bestanden kloppen, waarvan {own} van uzelf.")
    for naam, count in counts.items():
        click.echo(f"  {count:>4}  {naam}")


@beleid.command("toon")
@click.argument("soort", metavar="SOORT", type=click.Choice(_NAMES))
@click.argument("id_", metavar="[ID]", required=False)
@_as_json
@click.pass_context
def toon(ctx: click.Context, soort: str, id_: str | None, als_json: bool) -> None:
    """Toon het beleid van een SOORT, of één onderdeel met zijn ID."""
    try:
        found = load_beleid(overlay=_own_folder())
    except BeleidOngeldig as invalid:
        _show_faults(invalid, als_json=False)
        ctx.exit(1)
    things = found.van_soort(soort)
    if id_ is None:
        _show_list(things, als_json)
    elif id_ in things:
        _show_one(found, things[id_], als_json)
    else:
        raise click.UsageError(f"'{id_}' bestaat niet in {soort}. Kies uit: {', '.join(things)}.")


def _own_folder() -> Path | None:
    own = os.environ.get("KOERS_BELEID")
    return Path(own) if own else None


def _show_faults(invalid: BeleidOngeldig, als_json: bool) -> None:
    """The faults are what was asked for, so they go to stdout; what to do next goes to stderr."""
    if als_json:
        _print_json({"geldig": False, "fouten": [as_data(fout) for fout in invalid.fouten]})
        return
    for fout in invalid.fouten:
        click.echo(str(fout))
    count, files = len(invalid.fouten), len({fout.bestand for fout in invalid.fouten})
    click.echo(
        f"{count} {'fout' if count == 1 else 'fouten'} in {files} "
        f"{'bestand' if files == 1 else 'bestanden'}. "
        "Verbeter de regels hierboven en controleer opnieuw.",
        err=True,
    )


def _show_list(things: Mapping[str, Any], als_json: bool) -> None:
    if als_json:
        _print_json([as_data(thing) for thing in things.values()])
        return
    width = max(len(id_) for id_ in things)
    for id_, thing in things.items():
        click.echo(f"{id_:<{width}}  {_title(thing)}")


def _show_one(found: Beleid, thing: Any, als_json: bool) -> None:
    if als_json:
        _print_json(as_data(thing))
        return
    for line in _lines(_dutch(as_data(thing))):
        click.echo(line)
    herkomst = thing.herkomst
    click.echo("")
    click.echo(f"Bron: {'; '.join(found.noem_bron(bron) for bron in herkomst.bron)}")
    click.echo(
        f"Houdt het bij: {found.noem_eigenaar(herkomst)}, na te kijken voor "
        f"{herkomst.herzien_voor.isoformat()}"
    )


def _title(thing: Any) -> Tekst | str:
    return next((getattr(thing, name) for name in _TITLES if hasattr(thing, name)), "")


def _dutch(data: Any) -> Any:
    """The same without English, and without the herkomst, which is told in words."""
    if isinstance(data, dict):
        if set(data) == {"nl", "en"}:
            return data["nl"]
        return {key: _dutch(value) for key, value in data.items() if key != "herkomst"}
    return [_dutch(value) for value in data] if isinstance(data, list) else data


def _lines(data: Any, indent: str = "") -> Iterator[str]:
    """A group as 'key: value' lines, a list with dashes, what lies within two spaces further in."""
    pairs = data.items() if isinstance(data, dict) else (("-", value) for value in data)
    for key, value in pairs:
        label = key if key == "-" else f"{key}:"
        if isinstance(value, dict | list):
            yield f"{indent}{label}"
            yield from _lines(value, indent + "  ")
        else:
            yield f"{indent}{label} {_word(value)}"


def _word(value: Any) -> str:
    if isinstance(value, bool):
        return "ja" if value else "nee"
    return "geen" if value is None else str(value)


def _print_json(data: Any) -> None:
    click.echo(json.dumps(data, ensure_ascii=False, indent=2))
