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

from koers.analytics.engines import kernels
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
    """Prints both times per question; 1 when an answer differs or the goal (a fifth) is not reached."""
    millions = float(argv[0]) if argv else 10.0
    columns = _made(int(millions * 1_000_000))
    begin, cpu = time.perf_counter(), time.process_time()
    personen, start, einde, gemeente, niveau = columns
    spellen = kernels.arrange(
        personen,
        start,
        einde,
        {"gemeente": gemeente, "niveau": niveau, "route": np.zeros_like(niveau)},
        {"gemeente": tuple(map(str, range(GEMEENTEN))), "niveau": NIVEAUS, "route": ("toegang",)},
    )
    _tell("eenmalig sorteren", time.perf_counter() - begin, time.process_time() - cpu)
    duck = _duckdb(columns)
    small = kernels.arrange(*_tiny())
    wrong, ours, theirs = [], 0.0, 0.0
    for naam, (maat, per, groepeer, sql) in VRAGEN.items():
        vensters = windows(per, VAN, TOT)
        kernels.table_of(maat, small, vensters, groepeer)  # compiled, or read from the cache
        fast, seconds, cpu = _timed(lambda: kernels.table_of(maat, spellen, vensters, groepeer))  # noqa: B023
        slow, duck_seconds, duck_cpu = _timed(lambda: _ask(duck, sql, vensters))  # noqa: B023
        same = _same(fast[0], slow, len(groepeer))
        wrong += [] if same else [naam]
        ours, theirs = ours + seconds, theirs + duck_seconds
        _tell(naam, seconds, cpu, duck_seconds, duck_cpu)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    sys.stdout.write(
        f"samen {ours:.2f} s tegen {theirs:.2f} s: {theirs / ours:.1f}x; piek {peak:.2f} GB met DuckDB\n"
    )
    sys.stdout.write(f"anders: {', '.join(wrong)}\n" if wrong else "alle antwoorden gelijk\n")
    return int(bool(wrong) or theirs < 5 * ours)


def _made(n: int) -> tuple[np.ndarray, ...]:
    """Spells in no order: about four a person, in one municipality or two, lengths with a long tail."""
    rng = np.random.default_rng(20260101)
    personen = rng.integers(0, n // 4, n).astype(np.int32)
    start = rng.integers(_day(VAN - 2), _day(TOT + 1), n).astype(np.int32)
    length = np.minimum(rng.exponential(300, n) + 1, 3000).astype(np.int32)
    einde = np.where(rng.random(n) < 0.08, kernels.NOOIT, start + length).astype(np.int32)
    moved = rng.random(n) < 0.05
    gemeente = ((personen * 7919 + moved) % GEMEENTEN).astype(np.int16)
    niveau = rng.choice(6, n, p=(0.3, 0.3, 0.2, 0.1, 0.06, 0.04)).astype(np.int16)
    return personen, start, einde, gemeente, niveau


def _tiny() -> tuple[Any, ...]:
    one = np.zeros(1, dtype=np.int32)
    codes = {naam: one.astype(np.int16) for naam in kernels.KOLOMMEN}
    waarden = {"gemeente": tuple(map(str, range(GEMEENTEN))), "niveau": NIVEAUS, "route": ("toegang",)}
    return one, one, one + 1, codes, waarden


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


def _tell(
    naam: str, seconds: float, cpu: float, duck: float | None = None, duck_cpu: float | None = None
) -> None:
    ours = f"{naam:<28} {seconds:7.3f} s ({cpu:7.3f} cpu)"
    sys.stdout.write(ours + ("\n" if duck is None else f"   DuckDB {duck:7.3f} s ({duck_cpu:7.3f} cpu)\n"))
    sys.stdout.flush()
