"""Many generated histories in one mart, for engines that take a second per question.

Every history is a town with municipalities of its own, so that one question by municipality compares them
all at once. With the rows that the other histories leave out: the ladder, partners, closed placements.
"""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from pyarrow import parquet

from koers.analytics.columns import arrow_table
from koers.analytics.engines import in_memory, in_memory_flows
from koers.analytics.measures import measures
from koers.analytics.model import Venster, windows
from koers.domain.spells import TABELLEN, Ladderbesluit, Partneroordeel
from tests.generative import test_flows
from tests.generative.histories import BY_KIND, GEMEENTEN, T, grids, groupings, history

STEDEN = 300
PER_STAD = 3
GESLOTEN = "43A12"
_JAREN = windows("jaar", 2022, 2024)


def region(steden: int = STEDEN) -> dict[str, list]:
    """All tables of these towns; no person and no municipality is in two of them."""
    found: dict[str, list] = {naam: [] for naam in TABELLEN}
    for stad in range(steden):
        codes = _codes(stad)
        people = [stad * PER_STAD + i for i in range(PER_STAD)]
        for naam, rijen in history(people).items():
            found[naam] += [replace(rij, gemeente=codes[rij.gemeente]) for rij in rijen]
        _add_the_rest(found, Random(stad), codes)
    return found


def _codes(stad: int) -> dict[str, str]:
    """The first town keeps the codes that some measures ask for."""
    return {code: code if stad == 0 else f"GM{3000 + 2 * stad + i}" for i, code in enumerate(GEMEENTEN)}


def _add_the_rest(found: dict[str, list], r: Random, codes: dict[str, str]) -> None:
    hier = r.choice(list(codes.values()))
    for spell in r.sample(found["spells"][-4:], 2):
        found["spells"].append(replace(spell, product=GESLOTEN))
    dag = date(2022, 1, 1) + timedelta(days=r.randrange(1000))
    treden = [r.choice(("open", "niet_van_toepassing", "volstaat_niet")) for _ in range(3)]
    overgeslagen = next((t for t in ("open", "niet_van_toepassing") if t in treden), "nee")
    uitzondering = r.choice(("geen", "geen", "crisis", "hardheidsclausule"))
    spell = found["spells"][-1]
    found["ladder"].append(
        Ladderbesluit(spell.jeugdige, spell.geboortemaand, hier, dag, *treden, overgeslagen, uitzondering, T)
    )
    found["partneroordelen"].append(Partneroordeel(dag, r.random() < 0.5, "school", hier, T))


def write_mart(map_: Path, tabellen: dict[str, list]) -> dict[str, list[Path]]:
    """As Parquet files, each table in two where it has two rows."""
    files: dict[str, list[Path]] = {}
    for naam, rijen in tabellen.items():
        half = len(rijen) // 2
        for nummer, part in enumerate(filter(None, (rijen[:half], rijen[half:]))):
            file = map_ / f"{naam}-{nummer}.parquet"
            parquet.write_table(arrow_table(TABELLEN[naam], part), file, compression="zstd")
            files.setdefault(naam, []).append(file)
    return files


@dataclass(frozen=True)
class Vraag:
    """One question, and under which name a test shows it. `wat`: a measure, or how help flows."""

    naam: str
    wat: Any
    vensters: tuple[Venster, ...]
    groepeer: tuple[str, ...]
    stroom: bool = False

    def ask(self, motor: Any, stromen: Any, data: Any) -> tuple:
        """The answer of an engine."""
        if self.stroom:
            return stromen.flow(self.wat, data, self.vensters, self.groepeer)
        return motor.compute(self.wat, data, self.vensters, self.groepeer)

    def ask_plainly(self, tabellen: dict[str, list]) -> tuple:
        """The answer of the engine that is there to be right."""
        return self.ask(in_memory, in_memory_flows, tabellen)


def published() -> list[Vraag]:
    """Every reading of every indicator."""
    return [
        Vraag(f"{indicator}/{lezing}", definitie.maat, _JAREN, definitie.groepeer)
        for indicator, readings in measures().items()
        for lezing, definitie in readings.items()
    ]


def flowing() -> list[Vraag]:
    """Every kind of question on how help flows, per town."""
    return [
        Vraag(kind.__name__, _drawn(strategy, 1)[0], _JAREN, ("gemeente",), stroom=True)
        for kind, strategy in test_flows.BY_KIND.items()
    ]


def generated(per_kind: int) -> list[Vraag]:
    """Measures of every kind, with windows and groups; the same ones every time."""
    found = []
    for kind, measure in BY_KIND.items():
        asked = measure.flatmap(lambda m: st.tuples(st.just(m), grids, groupings(m)))
        for nummer, (maat, vensters, groepeer) in enumerate(_drawn(asked, per_kind)):
            found.append(Vraag(f"{kind.__name__} {nummer}", maat, vensters, groepeer))
    return found


def _drawn(strategy: st.SearchStrategy, keer: int) -> list:
    """So many of what a strategy makes, without the simple ones that it begins with."""
    seen: list = []

    @settings(
        max_examples=40,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(strategy)
    def look(one):
        if one not in seen:
            seen.append(one)

    look()
    return seen[-keer:]


def counts_something(answer: tuple) -> bool:
    """Engines that agree on nothing would prove nothing."""
    return any(getattr(een, "teller", 0) > 0 or any(getattr(een, "aantallen", ())) for een in answer)
