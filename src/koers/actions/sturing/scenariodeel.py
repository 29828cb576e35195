"""Kept scenarios in a chapter of a report, as everybody may see them.

A report is public, so a forecast goes in by the one exit for numbers: what is expected and its band as
classes of five, percentages made of those, the chance in steps of five. The running year stays out: it holds
what was counted already. What somebody wrote beside the scenario was for colleagues, and stays there.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from koers.actions.feiten import writers
from koers.analytics.disclosure import ExactTable, disclose, share
from koers.authorization.zicht import kept_scenarios, visible_scenarios
from koers.domain.actor import Actor
from koers.domain.disclosed import DisclosedShare, DisclosedTable, Sleutel
from koers.domain.hefbomen import read_inzet
from koers.domain.scenario import HERHALINGEN, MEESTE_IN_HOOFDSTUK
from koers.domain.weigering import Refused
from koers.registers.prognose.models import Scenario

STAP = 5  # percent in which a chance is told
MATEN = ("onder", "verwacht", "boven")


@dataclass(frozen=True, slots=True)
class Keuze:
    """A scenario that may be chosen for a chapter."""

    id: UUID
    naam: str
    door: str
    datum: date


def choosable(by: Actor, gemeente: str) -> tuple[Keuze, ...]:
    """The kept scenarios of a municipality that have the counts a report needs, newest first."""
    rows = [
        row
        for row in visible_scenarios(by).filter(gemeente=gemeente).order_by("-vastgelegd_at", "pk")
        if _years(row)
    ]
    names = writers(_author(row) for row in rows)
    return tuple(Keuze(row.pk, row.naam, names[_author(row)], row.datum) for row in rows)


def checked_choice(by: Actor, gemeente: str, gekozen: Sequence[UUID]) -> list[str]:
    """The ids as a chapter keeps them. Refused: hoofdstuk_scenario_onbekend, hoofdstuk_scenarios_veel."""
    if len(gekozen) > MEESTE_IN_HOOFDSTUK:
        raise Refused("hoofdstuk_scenarios_veel", aantal=MEESTE_IN_HOOFDSTUK)
    if gekozen and not set(gekozen) <= {een.id for een in choosable(by, gemeente)}:
        raise Refused("hoofdstuk_scenario_onbekend")
    return [str(id) for id in dict.fromkeys(gekozen)]


def scenario_parts(gemeente: str, ids: Iterable[str]) -> list[dict[str, Any]]:
    """What a report tells of these scenarios, in this order; one taken off the list meanwhile is not told."""
    order = list(ids)
    rows = {str(row.pk): row for row in kept_scenarios(gemeente, order)} if order else {}
    names = writers(_author(row) for row in rows.values())
    return [_part(rows[id], names) for id in order if id in rows and _years(rows[id])]


def _part(row: Scenario, names: dict[str, str]) -> dict[str, Any]:
    jaren = _years(row)
    told = disclose(_exact(jaren))
    return {
        "id": str(row.pk),
        "naam": row.naam,
        "door": names[_author(row)],
        "datum": row.datum.isoformat(),
        "tot": row.uitkomst["tot"],
        "keren": row.uitkomst.get("keren", HERHALINGEN),
        # Which practices is for who may see their figures: everybody reads this.
        "hefbomen": [read_inzet(tekst).without_names().tekst for tekst in row.vraag["hefbomen"]],
        "doel": row.vraag["doel"],
        "doeljaar": row.vraag["doeljaar"],
        "noten": list(told.noten),
        "jaren": [_told(told, een) for een in jaren],
    }


def _exact(jaren: Sequence[dict[str, Any]]) -> ExactTable:
    """What is expected and its band, and the residents, which CBS publishes."""
    cells: dict[Sleutel, int] = {
        (str(een["jaar"]), maat): een["jeugd"][maat] for een in jaren for maat in MATEN
    }
    residents: dict[Sleutel, int] = {(str(een["jaar"]), "inwoners"): een["inwoners"] for een in jaren}
    return ExactTable("prognose", ("jaar", "maat"), cells | residents, bekend=frozenset(residents))


def _told(tabel: DisclosedTable, een: dict[str, Any]) -> dict[str, Any]:
    jaar = str(een["jaar"])
    residents = tabel.cell(jaar, "inwoners")
    aantallen = {maat: tabel.cell(jaar, maat) for maat in MATEN}
    delen = {maat: share(cel.sleutel, cel, residents) for maat, cel in aantallen.items()}
    kans = None if een["kans"] is None else STAP * round(100 * een["kans"] / STAP)
    return {
        "jaar": een["jaar"],
        "aantal": {maat: cel.waarde for maat, cel in aantallen.items()},
        "deel": {maat: _text(deel) for maat, deel in delen.items()},
        # Told only beside a number that is told.
        "kans": kans if aantallen["verwacht"].waarde is not None else None,
    }


def _text(deel: DisclosedShare) -> str | None:
    return None if deel.waarde is None else str(Decimal(deel.waarde))


def _years(row: Scenario) -> list[dict[str, Any]]:
    """The years after the running one; none for what was kept before counts were kept with it."""
    nu = date.fromisoformat(row.uitkomst["tot"]).year
    return [een for een in row.uitkomst["jaren"] if een["jaar"] > nu and "jeugd" in een]


def _author(row: Scenario) -> str:
    return str(row.uitkomst.get("door", row.vastgelegd_door))
