"""Public pages beside a bare Django page, their weight, and the figures on them: `benchmarks paginas`.

The demo region at scale 0.1 (made once, in var/benchmark-klein; another folder with a demo as argument).
Nobody is signed in. Pages and bare page (`benchmarks/kaal.py`) are served by the same server and asked in
turn; weight is the page with every stylesheet, script and picture that it asks for. Then the mart is built
anew and every indicator is counted and told, by the compiled engine and by DuckDB.
"""

import os
import re
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from http.client import HTTPConnection
from pathlib import Path
from statistics import median, quantiles
from typing import Any

from benchmarks.lijst import _get, _measure, _served

KLEIN = Path("var/benchmark-klein")
HOOGSTENS, ZWAARST = 3, 250_000
PAGINAS = (
    "/",
    "/regio/",
    "/regio/GM1731/",
    "/indicatoren/",
    "/indicatoren/aandeel-specialistisch/",
    "/publicaties/",
    "/api/indicatoren/",
    "/api/indicatoren/aandeel-specialistisch/cijfers/",
)
ERBIJ = re.compile(r'(?:href|src)="(/static/[^"]+\.(?:css|js|svg|png|woff2))"')


def main(argv: Sequence[str] = ()) -> int:
    """Prints ratios and weights; 1 when a page is too slow or too heavy."""
    var = Path(argv[0] if argv else KLEIN).resolve()
    env = {"KOERS_VAR": str(var), "KOERS_DEMO": "1", "KOERS_DATABASE_URL": f"sqlite:///{var}/demo.sqlite3"}
    os.environ.update(env, DJANGO_SETTINGS_MODULE="koers.config.settings")
    koers = str(Path(sys.executable).with_name("koers"))
    subprocess.run([koers, "demo", "--alleen-gegevens"], check=True)  # noqa: S603  our own program
    with (
        _served([sys.executable, "-m", "benchmarks.kaal"]) as kaal,
        _served([koers, "serve", "--poort"]) as dienst,
    ):
        asks: dict[str, Callable[[], int]] = {"kaal": lambda: _get(kaal, "/", {})}
        asks |= {pad: lambda pad=pad: _get(dienst, pad, {}) for pad in PAGINAS}  # type: ignore[misc]
        times = _measure(asks)
        weights = {pad: _weight(dienst, pad) for pad in PAGINAS}
    bare = quantiles(times["kaal"], n=20)[-1]
    slow = False
    for naam, waited in times.items():
        p95 = quantiles(waited, n=20)[-1]
        half, weight = median(waited) / median(times["kaal"]), weights.get(naam, 0)
        slow |= p95 > HOOGSTENS * bare or weight > ZWAARST
        sys.stdout.write(
            f"{naam:<50} p95 {p95 * 1000:7.2f} ms = {p95 / bare:5.1f}x kaal (mediaan {half:5.1f}x)"
            f" {weight / 1000:6.0f} kB\n"
        )
    _figures()
    return int(slow)


def _weight(verbinding: HTTPConnection, pad: str) -> int:
    """Bytes of a page and of all that it asks for."""
    page = _bytes(verbinding, pad)
    return len(page) + sum(len(_bytes(verbinding, bij)) for bij in set(ERBIJ.findall(page.decode())))


def _bytes(verbinding: HTTPConnection, pad: str) -> bytes:
    verbinding.request("GET", pad, headers={"Accept-Encoding": "gzip"})
    return verbinding.getresponse().read()


def _figures() -> None:
    import django

    django.setup()
    from koers.actions.monitor.mart import refresh_mart
    from koers.analytics.areas import policy_areas
    from koers.analytics.engines import engine
    from koers.analytics.figures import Counted, count, tell
    from koers.analytics.mart import mart_files
    from koers.analytics.measures import measures
    from koers.analytics.model import windows
    from koers.cli.django import cli_actor
    from koers.domain.disclosed import Klasse
    from koers.policy import beleid
    from koers.registers.klok import vandaag

    definities = [d for readings in measures().values() for d in readings.values()]
    areas = policy_areas(tuple(beleid().gebieden.values()))
    jaren = windows("jaar", 2019, vandaag().year)

    def all_of(naam: str) -> list[Counted]:
        motor = engine(naam)
        return [count(d, motor, data, areas, jaren) for d in definities for data in (motor.load(files),)]

    _tell("mart bijwerken", refresh_mart, by=cli_actor())
    _tell("mart heel opnieuw", refresh_mart, by=cli_actor(), heel=True)
    from django.conf import settings

    files = mart_files(Path(settings.MART))
    all_of("kernels")  # compiled, or read from the cache
    fast = _tell(f"{len(definities)} lezingen tellen", all_of, "kernels")
    slow = _tell("dezelfde met DuckDB", all_of, "ibis")
    _tell("en zo vertellen dat iedereen het mag zien", lambda: [tell(een, Klasse.OPENBAAR) for een in fast])
    sys.stdout.write("gelijk\n" if fast == slow else "NIET GELIJK\n")


def _tell(naam: str, doe: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
    begin, cpu = time.perf_counter(), time.process_time()
    found = doe(*args, **kwargs)
    sys.stdout.write(
        f"{naam:<50} {time.perf_counter() - begin:7.2f} s ({time.process_time() - cpu:.2f} cpu)\n"
    )
    return found
