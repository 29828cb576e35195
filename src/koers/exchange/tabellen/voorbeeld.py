"""A small folder of invented tables, to try `koers monitor --bron` with. The same every time."""

import csv
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from koers.domain.spells import (
    TABELLEN,
    Bevolking,
    ErvaringAntwoord,
    GedeclareerdeKosten,
    Ladderbesluit,
    LichteHulp,
    Partneroordeel,
    Spell,
    Verwijzing,
    VoorliggendGebruik,
)
from koers.domain.weigering import Refused

GEMEENTEN = ("GM1731", "GM0106")
TOT = date(2023, 12, 31)
JEUGDIGEN = 240
PRODUCTEN = {2: "45A04", 4: "45A48", 5: "45A53", 6: "44A20", 8: "43A06"}


def write_example(map_: Path) -> dict[str, int]:
    """Writes each table as CSV; gives the number of rows per file. Refused: map_niet_leeg."""
    if map_.exists() and (not map_.is_dir() or any(map_.iterdir())):
        raise Refused("map_niet_leeg", map=str(map_))
    map_.mkdir(parents=True, exist_ok=True)
    written = {}
    for naam, rijen in example_tables().items():
        with (map_ / f"{naam}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file)
            writer.writerow(TABELLEN[naam].namen)
            writer.writerows([_text(getattr(rij, k)) for k in TABELLEN[naam].namen] for rij in rijen)
        written[f"{naam}.csv"] = len(rijen)
    return written


def example_tables() -> dict[str, list[Any]]:
    """Two municipalities from 2020 up to and including 2023: some move, some come back, some help runs on."""
    r = Random(2023)  # noqa: S311  (invented rows, the same every time)
    found: dict[str, list[Any]] = {naam: [] for naam in TABELLEN}
    found["bevolking"] = [
        Bevolking(g, leeftijd, jaar, size + r.randrange(20))
        for g, size in zip(GEMEENTEN, (300, 700), strict=True)
        for jaar in range(2020, 2024)
        for leeftijd in range(23)
    ]
    for nummer in range(JEUGDIGEN):
        for naam, rij in _rows_of_one(r, f"v{nummer:03d}"):
            found[naam].append(rij)
    for nummer in range(40):
        dag = date(2022, 1, 10) + timedelta(days=nummer * 17)
        gemeente = GEMEENTEN[nummer % 2]
        wie = "ouder" if nummer % 3 else "jeugdige"
        found["ervaringen"].append(ErvaringAntwoord(dag, r.random() < 0.8, wie, gemeente, _moment(dag)))
        found["partneroordelen"].append(
            Partneroordeel(dag, r.random() < 0.7, ("school", "huisarts")[nummer % 2], gemeente, _moment(dag))
        )
    return found


def _rows_of_one(r: Random, wie: str) -> Iterator[tuple[str, Any]]:
    """One young person: a question, help that follows, perhaps a move, perhaps again."""
    born = f"{r.randrange(2004, 2019)}-{r.randrange(1, 13):02d}"
    geslacht, gemeente = r.choice("MV"), GEMEENTEN[r.random() < 0.65]
    niveau = r.choice((2, 4, 4, 5, 5, 5, 6, 8))
    vraag = date(2020, 1, 1) + timedelta(days=r.randrange(1400))
    begin = min(vraag + timedelta(days=r.randrange(5, 120)), TOT)
    verwijzer, route = r.choice((("01", "toegang"), ("02", "medisch")))
    team = "team_jeugd" if verwijzer == "01" and r.random() < 0.7 else None
    again = r.random() < 0.2
    yield (
        "verwijzingen",
        Verwijzing(
            wie, born, gemeente, vraag, route, verwijzer, None,
            r.choice(("school", "huisarts", "ouder")), team, again, niveau, PRODUCTEN[niveau], begin,
            _moment(vraag),
        ),
    )  # fmt: skip
    if route == "toegang":
        yield "ladder", _ladder(int(wie[1:]), wie, born, gemeente, begin)
    if niveau == 2:
        eind = begin + timedelta(days=r.randrange(10, 120))
        soort = r.choice(("poh_jeugd", "lokaal_team"))
        yield (
            "lichte_hulp",
            LichteHulp(wie, born, gemeente, soort, None, vraag, begin, eind, "afgerond", _moment(eind)),
        )
    for first, last, where in _stretches(r, begin, gemeente):
        yield "spells", Spell(
            wie, born, geslacht, where, route, niveau, PRODUCTEN[niveau], "72700001", first, last,
            _moment(last or first),
        )  # fmt: skip
        for maand in _months(first, last or TOT):
            cents = 40_000 * niveau + r.randrange(20_000)
            yield "declaraties", GedeclareerdeKosten(
                wie, where, maand, cents, niveau, route, verwijzer, team, PRODUCTEN[niveau],
                "72700001", _moment(date.fromisoformat(maand + "-28")),
            )  # fmt: skip
    if r.random() < 0.3:
        yield (
            "voorliggend",
            VoorliggendGebruik(
                wie, born, gemeente, "weerbaarheid", vraag, vraag + timedelta(days=90), _moment(vraag)
            ),
        )


def _ladder(nummer: int, wie: str, born: str, gemeente: str, dag: date) -> Ladderbesluit:
    """Of every ten besluiten two skip a step, and of every thirty one is of a crisis."""
    steps = ["helpt_deels", "niet_passend", "niet_beschikbaar"]
    crisis = nummer % 30 == 7
    how = "open" if crisis else ("niet_van_toepassing" if nummer % 5 == 0 else "nee")
    if how != "nee":
        steps[nummer % 3] = how
    passed = "crisis" if crisis else "geen"
    return Ladderbesluit(wie, born, gemeente, dag, steps[0], steps[1], steps[2], how, passed, _moment(dag))


def _stretches(r: Random, begin: date, gemeente: str) -> Iterator[tuple[date, date | None, str]]:
    last = begin + timedelta(days=int(r.expovariate(1 / 330)) + 20)
    if r.random() < 0.08:
        moved = begin + (last - begin) // 2
        yield begin, moved, gemeente
        begin, gemeente = moved + timedelta(days=1), next(g for g in GEMEENTEN if g != gemeente)
    yield begin, last if last <= TOT else None, gemeente
    if last < TOT - timedelta(days=200) and r.random() < 0.2:
        back = last + timedelta(days=r.randrange(60, 180))
        yield back, None, gemeente


def _months(first: date, last: date) -> Iterator[str]:
    maand = first.year * 12 + first.month - 1
    while maand <= min(last, TOT).year * 12 + min(last, TOT).month - 1:
        yield f"{maand // 12}-{maand % 12 + 1:02d}"
        maand += 1


def _moment(dag: date) -> datetime:
    noted = min(dag + timedelta(days=12), TOT)
    return datetime(noted.year, noted.month, noted.day, 9, tzinfo=UTC)


def _text(waarde: object) -> str:
    if waarde is None:
        return ""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    return waarde.isoformat() if isinstance(waarde, date) else str(waarde)
