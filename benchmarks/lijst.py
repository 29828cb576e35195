"""The signed-in list of families beside a bare Django page: `python -m benchmarks lijst`.

The whole synthetic Drenthe and a tenth more, so that there are 100,000 casussen (made once, in
var/benchmark): rights, second factor and log on. Koers and the
bare page (`benchmarks/kaal.py`) are served by the same server on this machine; each page is asked in turn
over HTTP, and the ratio of what an asker waits is what counts, not the milliseconds.
"""

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from statistics import median, quantiles
from urllib.parse import urlencode

RONDEN, KEER, RUST = 60, 20, 0.2  # the first round warms up
VAR = Path("var/benchmark").resolve()
HOOGSTENS = 12
SCHAAL, CASUSSEN = "1.1", 100_000
SECONDEN = 60
Ask = Callable[[], int]


def main(argv: Sequence[str] = ()) -> int:
    """Prints the p95s and their ratio; 1 when the goal is not reached."""
    del argv
    env = {"KOERS_VAR": str(VAR), "KOERS_DEMO": "1", "KOERS_DATABASE_URL": f"sqlite:///{VAR}/demo.sqlite3"}
    os.environ.update(env, DJANGO_SETTINGS_MODULE="koers.config.settings")
    koers = str(Path(sys.executable).with_name("koers"))
    subprocess.run([koers, "demo", "--alleen-gegevens", "--schaal", SCHAAL], check=True)  # noqa: S603  our own program
    client = _signed_in()
    with (
        _served([sys.executable, "-m", "benchmarks.kaal"]) as kaal,
        _served([koers, "serve", "--poort"]) as dienst,
    ):
        cookies = "; ".join(f"{naam}={morsel.value}" for naam, morsel in client.cookies.items())
        headers = {"Cookie": cookies, "Origin": f"http://{dienst.host}:{dienst.port}"}
        zoek = urlencode({"vraag": "jansen", "csrfmiddlewaretoken": client.cookies["csrftoken"].value})
        posted = headers | {"Content-Type": "application/x-www-form-urlencoded"}
        pages: dict[str, Ask] = {
            "kaal": lambda: _get(kaal, "/", {}),
            "lijst van gezinnen": lambda: _get(dienst, "/gezinnen/", headers),
            "gezin zoeken": lambda: _get(dienst, "/zoeken/", posted, zoek),
        }
        times = _measure(pages)
    bare = quantiles(times["kaal"], n=20)[-1]
    for naam, waited in times.items():
        p95 = quantiles(waited, n=20)[-1]
        half = median(waited) / median(times["kaal"])
        sys.stdout.write(
            f"{naam:<20} p95 {p95 * 1000:7.2f} ms = {p95 / bare:5.1f}x kaal "
            f"(mediaan {median(waited) * 1000:6.2f} ms = {half:5.1f}x)\n"
        )
    sys.stdout.write(f"{_queries(client)} vragen aan de database voor de lijst, {_casussen()} casussen\n")
    return int(quantiles(times["lijst van gezinnen"], n=20)[-1] > HOOGSTENS * bare)


def _measure(pages: dict[str, Ask]) -> dict[str, list[float]]:
    """Seconds that an asker waits, the pages in turn, a row of times each: what one leaves to be done behind
    it (the log is sealed) then falls on itself, and not on the bare page it is compared with.
    """
    times: dict[str, list[float]] = {naam: [] for naam in pages}
    for ronde in range(RONDEN + 1):
        for naam, ask in pages.items():
            time.sleep(RUST)
            for _ in range(KEER):
                begin = time.perf_counter()
                if (status := ask()) != 200:
                    raise RuntimeError(f"{naam} antwoordt {status}: geen pagina om te meten")
                if ronde:
                    times[naam].append(time.perf_counter() - begin)
    return times


def _signed_in():
    """A client with the session of a jeugdconsulent of the demo."""
    import django

    django.setup()
    from django.test import Client

    from koers.registers.kern.models import Medewerker
    from koers.web.kern.aanmelden import BACKEND

    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(Medewerker.objects.get(gebruikersnaam="jeugdconsulent"), backend=BACKEND)
    client.get("/gezinnen/")
    return client


def _queries(client) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as queries:
        client.get("/gezinnen/")
    return len(queries)


def _casussen() -> int:
    """How many there are; fewer than the goal speaks of is no measurement of it."""
    from koers.registers.toegang.models import Casus

    aantal = Casus.objects.count()
    if aantal < CASUSSEN:
        raise RuntimeError(f"{aantal} casussen in plaats van {CASUSSEN}: maak var/benchmark leeg")
    return aantal


@contextmanager
def _served(opdracht: list[str]) -> Iterator[HTTPConnection]:
    """A server on a free port of this machine, until the measuring is done."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        poort = free.getsockname()[1]
    proces = subprocess.Popen([*opdracht, str(poort)])  # noqa: S603  our own program
    try:
        for _ in range(SECONDEN * 10):
            with socket.socket() as probe:
                if probe.connect_ex(("127.0.0.1", poort)) == 0:
                    break
            time.sleep(0.1)
        yield HTTPConnection("127.0.0.1", poort, timeout=SECONDEN)
    finally:
        proces.terminate()
        proces.wait(SECONDEN)


def _get(verbinding: HTTPConnection, pad: str, headers: dict[str, str], inhoud: str | None = None) -> int:
    verbinding.request("POST" if inhoud else "GET", pad, body=inhoud, headers=headers)
    antwoord = verbinding.getresponse()
    antwoord.read()
    return antwoord.status
