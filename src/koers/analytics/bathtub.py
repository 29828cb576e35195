"""The basin of an area: what came in, how much there is, how long it stays, what went out, and why.

Exact figures, for inside use only: stock, inflow and outflow with their totals close a cycle, of which
the one exit for numbers tells almost nothing (ADR 6), so no public edition is made.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

from koers.analytics.areas import Area
from koers.analytics.engines import Engine, Flows
from koers.analytics.model import Maat, Selectie, Stand, Stroom, Venster, Voorwaarde
from koers.analytics.model.decomposition import (
    Groei,
    Jaarstroom,
    Uitgavengroei,
    Uitgavenjaar,
    Verblijfsduur,
    explain_growth,
    explain_spending,
    staying,
    unsure_from,
)
from koers.analytics.model.flows import Bestedingen, Overleving, Paden, Persoonsdagen, Stapeling, Stroomvraag

SPECIALISTISCH = (4, 5, 6, 7, 8)
NODIG = ("spells",)


@dataclass(frozen=True, slots=True)
class Badkuipjaar:
    """One year. `groei` and `uitgavengroei` are against the year before; None where that cannot be said.

    `onzeker_vanaf`: days of stay from which too few were still there to be sure of `duur`; None: sure.
    """

    jaar: int
    stroom: Jaarstroom
    groei: Groei | None
    duur: Verblijfsduur
    uitgaven: Uitgavenjaar | None
    uitgavengroei: Uitgavengroei | None
    voorlopig: bool = False
    onzeker_vanaf: int | None = None

    @property
    def mediaan(self) -> int | None:
        """Days after which half has stopped, at the pace of this year."""
        return self.duur.quantile(Fraction(1, 2))


@dataclass(frozen=True, slots=True)
class Badkuip:
    """The years of one area. `stapeling`: running rows per person on the last day, with how many persons.

    `paden`: the commonest chains of levels of help that began in the last year, with how often.
    """

    gebied: str
    jaren: tuple[Badkuipjaar, ...]
    stapeling: tuple[tuple[int, int], ...]
    paden: tuple[tuple[tuple[int, ...], bool, int], ...]


def bathtub(
    motor: Engine,
    stromen: Flows,
    data: Any,
    area: Area,
    jaren: Sequence[Venster],
    *,
    specialistisch: bool = True,
    met_uitgaven: bool = True,
) -> Badkuip:
    """The basin over these calendar years, which follow each other; persons who move inside the area stay."""
    waar = [Voorwaarde("gemeente", area.gemeenten)]
    waar += [Voorwaarde("niveau", SPECIALISTISCH)] if specialistisch else []
    uit = (Selectie("spells", tuple(waar)),)
    before = jaren[0].in_year(jaren[0].jaar - 1)
    windows = (before, *jaren)

    def counted(maat: Maat) -> dict[str, int]:
        return {u.periode: u.teller for u in motor.compute(maat, data, windows)}

    def flow(vraag: Stroomvraag) -> dict[str, list[tuple[tuple[int, ...], tuple[int, ...]]]]:
        found: dict[str, list[tuple[tuple[int, ...], tuple[int, ...]]]] = {v.naam: [] for v in windows}
        for regel in stromen.flow(vraag, data, windows):
            found[regel.periode].append((regel.sleutel, regel.aantallen))
        return found

    stock, into, out = counted(Stand(uit)), counted(Stroom(uit, "in")), counted(Stroom(uit, "uit"))
    days, staying_lines = flow(Persoonsdagen(uit)), flow(Overleving(uit))
    spent = flow(Bestedingen(tuple(waar))) if met_uitgaven else None
    found: list[Badkuipjaar] = []
    for earlier, year in zip(windows, jaren, strict=False):
        stroom = Jaarstroom(
            stock.get(earlier.naam, 0),
            into.get(year.naam, 0),
            out.get(year.naam, 0),
            stock.get(year.naam, 0),
            sum(n for _, (n,) in days[year.naam]),
        )
        uitgaven = Uitgavenjaar(*spent[year.naam][0][1]) if spent and spent[year.naam] else None
        last = found[-1] if found else None
        stays = [(key[0], n, d) for key, (n, d) in staying_lines[year.naam]]
        found.append(
            Badkuipjaar(
                year.jaar,
                stroom,
                explain_growth(stroom, last.stroom) if last else None,
                staying(stays),
                uitgaven,
                explain_spending(uitgaven, last.uitgaven) if last and last.uitgaven and uitgaven else None,
                onzeker_vanaf=unsure_from(stays),
            )
        )
    latest = jaren[-1].naam
    stacked = {key[0]: n for key, (n,) in flow(Stapeling(uit))[latest]}
    paths = Counter({(key[:-1], bool(key[-1])): n for key, (n,) in flow(Paden(uit))[latest]})
    common = sorted(paths.items(), key=lambda item: (-item[1], item[0]))[:8]
    return Badkuip(
        area.code,
        tuple(found),
        tuple(sorted(stacked.items())),
        tuple((path, more, n) for (path, more), n in common),
    )
