"""The monitor's fixed set over ten million spells, beside plain DuckDB: `python -m benchmarks monitor 10`.

345 municipalities, levels 3 to 8, ten years. Both get the same columns in memory; ours were sorted once,
which is counted apart. DuckDB gets each question as one plain query and both threads; answers must be the
same. What counts is the ratio within this run, with processor seconds beside the clock: machines are shared.
"""

import resource
import sys
import time
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from koers.analytics.engines import kernels, layout
from koers.analytics.model import (
    Combinatie,
    Heropname,
    Selectie,
    Stand,
    Stroom,
    Uniek,
    Voorwaarde,
    windows,
)

GEMEENTEN, NIVEAUS, VAN, TOT = 345, tuple(range(3, 9)), 2015, 2024
DELEN = (0.3, 0.3, 0.2, 0.1, 0.06, 0.04)  # of each level
BLOK = 10_000_000
ZWAAR = (Selectie("spells", (Voorwaarde("niveau", (4, 5, 6, 7, 8)),)),)
LICHT = (Selectie("spells", (Voorwaarde("niveau", (3,)),)),)
ALLES = (Selectie("spells"),)
VRAGEN: dict[str, tuple[Any, str, tuple[str, ...], str]] = {
    "stand per maandeinde": (
        Stand(ALLES, tel="trajecten"),
        "maand",
        ("gemeente", "niveau"),
        """SELECT v.w, gemeente, niveau, count(*) FROM spells JOIN vensters v
           ON begin < v.tot AND einde >= v.tot GROUP BY ALL""",
    ),
    "instroom per maand": (
        Stroom(ALLES, "in", "trajecten"),
        "maand",
        ("gemeente", "niveau"),
        """SELECT v.w, gemeente, niveau, count(*) FROM spells JOIN vensters v
           ON begin >= v.van AND begin < v.tot GROUP BY ALL""",
    ),
    "uitstroom per maand": (
        Stroom(ALLES, "uit", "trajecten"),
        "maand",
        ("gemeente", "niveau"),
        """SELECT v.w, gemeente, niveau, count(*) FROM spells JOIN vensters v
           ON einde >= v.van AND einde < v.tot GROUP BY ALL""",
    ),
    "unieke jeugdigen per jaar": (
        Uniek(ALLES),
        "jaar",
        ("gemeente",),
        """SELECT v.w, gemeente, count(DISTINCT jeugdige) FROM spells JOIN vensters v
           ON begin < v.tot AND einde > v.van GROUP BY ALL""",
    ),
    "terug binnen 365 dagen": (
        Heropname(ALLES, 365),
        "jaar",
        ("gemeente",),
        """WITH gemerkt AS (SELECT jeugdige, gemeente, begin, einde, max(einde) OVER (
               PARTITION BY jeugdige, gemeente ORDER BY begin ROWS BETWEEN UNBOUNDED PRECEDING
               AND 1 PRECEDING) AS tot_nu FROM spells),
           eiland AS (SELECT *, sum(CASE WHEN begin <= tot_nu THEN 0 ELSE 1 END) OVER (
               PARTITION BY jeugdige, gemeente ORDER BY begin ROWS UNBOUNDED PRECEDING) AS nr FROM gemerkt),
           verblijf AS (SELECT jeugdige, gemeente, nr, min(begin) AS begin, max(einde) AS einde
               FROM eiland GROUP BY ALL),
           keten AS (SELECT *, lead(begin) OVER (PARTITION BY jeugdige, gemeente ORDER BY nr) AS weer
               FROM verblijf)
           SELECT v.w, gemeente, count(*) FILTER (weer - einde + 1 <= 365) FROM keten JOIN vensters v
           ON einde >= v.van AND einde < v.tot GROUP BY ALL""",
    ),
    "zwaar met licht ernaast": (
        Combinatie(ZWAAR, LICHT, "zelfde_dag", "laatste_dag"),
        "maand",
        ("gemeente",),
        """SELECT z.w, z.gemeente, count(DISTINCT z.jeugdige) FILTER (l.jeugdige IS NOT NULL)
           FROM (SELECT v.w, v.tot, gemeente, jeugdige FROM spells JOIN vensters v
                 ON begin < v.tot AND einde >= v.tot WHERE niveau >= 4) z
           LEFT JOIN (SELECT DISTINCT v.w, jeugdige FROM spells JOIN vensters v
                 ON begin < v.tot AND einde >= v.tot WHERE niveau = 3) l
           ON l.w = z.w AND l.jeugdige = z.jeugdige GROUP BY ALL""",
    ),
}


def main(argv: Sequence[str] = ()) -> int:
    """Prints both times per question; 1 when an answer differs or the goal (a fifth) is not reached.

    `100 zonder`: so many millions without DuckDB, to see memory and time alone.
    """
    millions = float(argv[0]) if argv else 10.0
    columns = _made(int(millions * 1_000_000))
    one = np.zeros(1, dtype=np.int32)
    small = layout.arrange(one, one, one + 1, one, _columns(one, one))  # compiled, or read from the cache
    begin, cpu = time.perf_counter(), time.process_time()
    personen, start, einde, gemeente, niveau = columns
    geboren = np.zeros(1, dtype=np.int32)
    verloop = layout.arrange(
        personen, start, einde, np.broadcast_to(geboren, start.shape), _columns(gemeente, niveau)
    )
    for naam in ("gemeente", "niveau", layout.BRON):
        verloop.kolommen.kolom(naam)
    _tell("eenmalig sorteren", time.perf_counter() - begin, time.process_time() - cpu)
    if "zonder" in argv:
        del columns, personen, start, einde, gemeente, niveau
    found = {}
    for naam, (maat, per, groepeer, _) in VRAGEN.items():
        vensters = windows(per, VAN, TOT)
        _count(maat, small, vensters, groepeer)  # compiled, or read from the cache
        fast, seconds, cpu = _timed(lambda: _count(maat, verloop, vensters, groepeer))  # noqa: B023
        found[naam] = (fast[0], seconds)
        _tell(naam, seconds, cpu)
    ours, slowest = (what(seconds for _, seconds in found.values()) for what in (sum, max))
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    sys.stdout.write(
        f"samen {ours:.2f} s, de langste {slowest:.2f} s; piek {peak:.2f} GB met het maken erbij\n"
    )
    return 0 if "zonder" in argv else _beside_duckdb(columns, found, ours)


def _beside_duckdb(
    columns: tuple[np.ndarray, ...], found: dict[str, tuple[np.ndarray, float]], ours: float
) -> int:
    duck, wrong, theirs = _duckdb(columns), [], 0.0
    for naam, (_, per, groepeer, sql) in VRAGEN.items():
        vensters = windows(per, VAN, TOT)
        slow, seconds, cpu = _timed(lambda: _ask(duck, sql, vensters))  # noqa: B023
        wrong += [] if _same(found[naam][0], slow, len(groepeer)) else [naam]
        theirs += seconds
        _tell(f"DuckDB: {naam}", seconds, cpu)
    sys.stdout.write(f"samen {ours:.2f} s tegen {theirs:.2f} s van DuckDB: {theirs / ours:.1f}x\n")
    sys.stdout.write(f"anders: {', '.join(wrong)}\n" if wrong else "alle antwoorden gelijk\n")
    return int(bool(wrong) or theirs < 5 * ours)


def _made(n: int) -> tuple[np.ndarray, ...]:
    """Spells in no order: about four a person, in one municipality or two, lengths with a long tail.

    Ten million at a time, so that making a hundred million is not what takes the memory.
    """
    rng = np.random.default_rng(20260101)
    columns = tuple(np.empty(n, dtype=soort) for soort in (np.int32, np.int32, np.int32, np.int16, np.int16))
    for van in range(0, n, BLOK):
        tot = min(n, van + BLOK)
        for column, part in zip(columns, _some(rng, n, tot - van), strict=True):
            column[van:tot] = part
    return columns


def _some(rng: np.random.Generator, n: int, some: int) -> tuple[np.ndarray, ...]:
    personen = rng.integers(0, n // 4, some)
    start = rng.integers(_day(VAN - 2), _day(TOT + 1), some)
    length = np.minimum(rng.exponential(300, some) + 1, 3000).astype(np.int32)
    einde = np.where(rng.random(some) < 0.08, layout.NOOIT, start + length)
    moved = rng.random(some) < 0.05
    return personen, start, einde, (personen * 7919 + moved) % GEMEENTEN, rng.choice(6, some, p=DELEN)


def _columns(gemeente: np.ndarray, niveau: np.ndarray) -> Callable[[str], layout.Kolom]:
    """The columns by name; numbers that are small already."""
    known = {
        "gemeente": (gemeente, tuple(map(str, range(GEMEENTEN)))),
        "niveau": (niveau, NIVEAUS),
        layout.BRON: (np.zeros(len(niveau), dtype=np.uint8), ("spells/looptijd",)),
    }
    return lambda naam: known[naam]


def _count(maat: Any, verloop: layout.Verloop, vensters: Sequence[Any], groepeer: tuple[str, ...]) -> Any:
    return kernels.persons_table(maat, verloop, vensters, kernels.Vakken(verloop.kolommen, groepeer))


def _day(year: int) -> int:
    return int((np.datetime64(f"{year}-01-01") - np.datetime64("1970-01-01")).astype(int))


def _duckdb(columns: tuple[np.ndarray, ...]) -> Any:
    import duckdb
    import pyarrow as pa

    names = ("jeugdige", "begin", "einde", "gemeente", "code")
    given = pa.table(dict(zip(names, columns, strict=True)))
    duck = duckdb.connect()
    duck.execute("SET threads = 2")
    duck.register("given", given)
    duck.execute(
        "CREATE TABLE spells AS SELECT * EXCLUDE code, code + 3 AS niveau FROM given WHERE einde > begin"
    )
    duck.unregister("given")
    return duck


def _ask(duck: Any, sql: str, vensters: Sequence[Any]) -> Any:
    epoch = np.datetime64("1970-01-01")
    rows = [
        (w, *(int((np.datetime64(day) - epoch).astype(int)) for day in (v.begindatum, v.tot_datum)))
        for w, v in enumerate(vensters)
    ]
    duck.execute("CREATE OR REPLACE TABLE vensters (w INTEGER, van INTEGER, tot INTEGER)")
    duck.executemany("INSERT INTO vensters VALUES (?, ?, ?)", rows)
    return duck.execute(sql).fetchnumpy()


def _same(fast: np.ndarray, slow: dict[str, np.ndarray], groepen: int) -> bool:
    w, gemeente, *rest = (np.asarray(slow[naam]).astype(np.int64) for naam in slow)
    place = gemeente if groepen == 1 else gemeente * len(NIVEAUS) + rest[0] - 3
    theirs = np.zeros_like(fast, dtype=np.int64)
    theirs[w, place] = rest[-1]
    return bool(np.array_equal(fast, theirs))


def _timed(ask: Callable[[], Any]) -> tuple[Any, float, float]:
    begin, cpu = time.perf_counter(), time.process_time()
    answer = ask()
    return answer, time.perf_counter() - begin, time.process_time() - cpu


def _tell(naam: str, seconds: float, cpu: float) -> None:
    sys.stdout.write(f"{naam:<36} {seconds:7.3f} s ({cpu:7.3f} cpu)\n")
    sys.stdout.flush()
