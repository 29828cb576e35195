"""How each indicator of `beleid/indicatoren` is computed: one file per indicator, loaded and checked.

The policy file says what is meant and why; the file here says it so that an engine can count it. Where a
source leaves more than one reading, each has its own name and all are computed. `besparing` is not here:
what would have been spent without measures is a forecast, not a count.
"""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files
from types import MappingProxyType
from typing import Any

import yaml

from koers.analytics.model import Definitie, Doelpunt, MaatOngeldig, load_definitions
from koers.policy.kinds.indicators import Indicator
from koers.policy.values import Ontbreekt

Readings = Mapping[str, Definitie]


@cache
def measures() -> Mapping[str, Readings]:
    """Per indicator its readings, the standard one first. Raises MaatOngeldig for a wrong file."""
    folder = files(__name__)
    found = {}
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".yaml"):
            readings = load_definitions(_block(file.name, file.read_text(encoding="utf-8")))
            found[next(iter(readings.values())).indicator] = MappingProxyType(readings)
    return MappingProxyType(found)


@cache
def source(indicator: str) -> Mapping[str, Any]:
    """Per reading the measure as its file says it, in plain values. KeyError when there is no file."""
    for file in files(__name__).iterdir():
        if file.name == f"{indicator}.yaml":
            return dict(_block(file.name, file.read_text(encoding="utf-8"))["lezingen"])
    raise KeyError(indicator)


def definition(indicator: str, lezing: str | None = None) -> Definitie:
    """One reading; without a name the standard one. KeyError when it does not exist."""
    readings = measures()[indicator]
    return readings[lezing] if lezing else next(iter(readings.values()))


def with_targets(definitie: Definitie, indicator: Indicator) -> Definitie:
    """The definition with a target path per target date of the policy file. A start without a date in the
    source is no point of the path: the page draws from its own first figure.
    """
    start = indicator.startwaarde
    begin: tuple[Doelpunt, ...] = ()
    if start is not None and not isinstance(start.peil, Ontbreekt):
        begin = (Doelpunt(start.peil.vanaf, start.waarde),)
    paths = [
        (*begin, Doelpunt(moment.datum, doel.streefwaarde))
        for doel in indicator.doelen
        if not isinstance(doel.streefwaarde, Ontbreekt) and not isinstance(doel.streefdata, Ontbreekt)
        for moment in doel.streefdata
    ]
    return replace(definitie, doelpaden=tuple(paths))


def _block(naam: str, tekst: str) -> dict[str, Any]:
    blok = yaml.safe_load(tekst)
    if not isinstance(blok, dict) or blok.get("indicator") != naam.removesuffix(".yaml"):
        raise MaatOngeldig(f"{naam}: zet bij 'indicator' dezelfde naam als die van het bestand.")
    return blok
