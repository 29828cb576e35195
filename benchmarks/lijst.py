"""The signed-in list of families beside a bare Django page: `python -m benchmarks lijst`.

The whole synthetic Drenthe (made once, in var/benchmark), rights, second factor and log on. Both pages are
asked in turn, in one process, through Django's own handler; the ratio is what counts, not the milliseconds.
The bare page has no middleware, no session and no database: one small template.
"""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from statistics import quantiles

RONDEN = 400
VAR = Path("var/benchmark").resolve()
HOOGSTENS = 12


def main() -> int:
    """Prints the two p95s and their ratio; 1 when the goal is not reached."""
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
    times: dict[str, list[float]] = {naam: [] for naam in ("kaal", *pages)}
    for ronde in range(RONDEN + 20):
        for naam, ask in pages.items():
            _time(ask, times[naam] if ronde >= 20 else [])
        _time(lambda: bare_client.get("/"), times["kaal"] if ronde >= 20 else [])
    with CaptureQueriesContext(connection) as queries:
        client.get("/gezinnen/")
    p95 = {naam: quantiles(values, n=20)[-1] * 1000 for naam, values in times.items()}
    for naam, value in p95.items():
        sys.stdout.write(f"{naam:<20} p95 {value:8.2f} ms   {value / p95['kaal']:6.1f}x kaal\n")
    sys.stdout.write(f"{len(queries)} vragen aan de database voor de lijst\n")
    return int(p95["lijst van gezinnen"] > HOOGSTENS * p95["kaal"])


def _time(ask: Callable[[], object], into: list[float]) -> None:
    begin = time.perf_counter()
    answer = ask()
    into.append(time.perf_counter() - begin)
    if getattr(answer, "status_code", None) != 200:
        raise RuntimeError(f"{answer}: geen pagina om te meten")
