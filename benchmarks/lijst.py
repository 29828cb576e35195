"""The signed-in list of families beside a bare Django page: `python -m benchmarks lijst`.

The whole synthetic Drenthe (made once, in var/benchmark), rights, second factor and log on. Both pages are
asked in turn, in one process, through Django's own handler; the ratio is what counts, not the milliseconds.
The bare page has no middleware, no session and no database: one small template. On a busy machine the clock
also counts who had to wait for whom; the processor's own time does not.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path
from statistics import quantiles

RONDEN, WARM = 300, 20
VAR = Path("var/benchmark").resolve()
HOOGSTENS = 12


def main(argv: Sequence[str] = ()) -> int:
    """Prints the two p95s and their ratio; 1 when the goal is not reached."""
    del argv
    env = {"KOERS_VAR": str(VAR), "KOERS_DEMO": "1", "KOERS_DATABASE_URL": f"sqlite:///{VAR}/demo.sqlite3"}
    os.environ.update(env, DJANGO_SETTINGS_MODULE="koers.config.settings")
    koers = Path(sys.executable).with_name("koers")
    subprocess.run([koers, "demo", "--alleen-gegevens", "--schaal", "1"], check=True)  # noqa: S603  our own program
    import django

    django.setup()
    from django.db import connection
    from django.test import Client
    from django.test.utils import CaptureQueriesContext, override_settings

    from koers.registers.kern.models import Medewerker
    from koers.web.kern.aanmelden import BACKEND

    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(Medewerker.objects.get(gebruikersnaam="jeugdconsulent"), backend=BACKEND)
    pages: dict[str, Callable[[], object]] = {
        "lijst van gezinnen": lambda: client.get("/gezinnen/"),
        "gezin zoeken": lambda: client.post("/zoeken/", {"vraag": "jansen"}),
    }
    bare_client = Client()
    with override_settings(MIDDLEWARE=["benchmarks.kaal.alleen_dit"]):
        bare_client.get("/")  # the handler keeps the middleware that it met first
    pages = {"kaal": lambda: bare_client.get("/"), **pages}
    times: dict[str, list[tuple[float, float]]] = {naam: [] for naam in pages}
    for ronde in range(RONDEN + WARM):
        for naam, ask in pages.items():
            seconds = _time(ask)
            if ronde >= WARM:
                times[naam].append(seconds)
    with CaptureQueriesContext(connection) as queries:
        client.get("/gezinnen/")
    p95 = {
        naam: [quantiles(kind, n=20)[-1] * 1000 for kind in zip(*rows, strict=True)]
        for naam, rows in times.items()
    }
    for naam, (clock, cpu) in p95.items():
        ratio = clock / p95["kaal"][0], cpu / p95["kaal"][1]
        sys.stdout.write(
            f"{naam:<20} p95 {clock:8.2f} ms = {ratio[0]:5.1f}x kaal;"
            f" processor {cpu:8.2f} ms = {ratio[1]:5.1f}x kaal\n"
        )
    sys.stdout.write(f"{len(queries)} vragen aan de database voor de lijst\n")
    return int(p95["lijst van gezinnen"][0] > HOOGSTENS * p95["kaal"][0])


def _time(ask: Callable[[], object]) -> tuple[float, float]:
    """Seconds by the clock and of the processor."""
    begin, cpu = time.perf_counter(), time.process_time()
    answer = ask()
    seconds = time.perf_counter() - begin, time.process_time() - cpu
    if getattr(answer, "status_code", None) != 200:
        raise RuntimeError(f"{answer}: geen pagina om te meten")
    return seconds
