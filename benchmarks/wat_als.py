"""The page "Wat als" of one municipality, asked over HTTP with other levers every time: `benchmarks wat_als`.

The twelve municipalities of the demo region at scale 0.1 taken as one: about as many young people as one
real municipality has. A controller signed in, rights, log and the whole page, which plays 200 replications
with measures, ten years ahead, twice what the goal asks. The first answer reads the mart and fits;
after that every position of the levers is one that was not asked before.
Another folder with a demo as argument.
"""

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from statistics import median

import pyarrow as pa
import pyarrow.parquet as pq

from benchmarks.lijst import SECONDEN, _served

KLEIN = Path("var/benchmark-klein")
GEMEENTE = "GM1731"
DOEL = 2.0
KEER = 20
# Two levers of one kind, then others, a shortage and costs: every part of the page is drawn.
VRAAG = (
    "/wat-als/{gemeente}/?doeljaar=2029&instroom-arts={een}&duur-4-5={twee}&poh-jeugd={een}&tekort={twee}"
    "&jaarkosten=100000&indexatie=3"
)


def main(argv: Sequence[str] = ()) -> int:
    """Prints seconds by the clock and of processor; 1 when the slowest answer but one takes too long."""
    var = Path(argv[0] if argv else KLEIN).resolve()
    env = {"KOERS_VAR": str(var), "KOERS_DEMO": "1", "KOERS_DATABASE_URL": f"sqlite:///{var}/demo.sqlite3"}
    os.environ.update(env, DJANGO_SETTINGS_MODULE="koers.config.settings")
    koers = str(Path(sys.executable).with_name("koers"))
    subprocess.run([koers, "demo", "--alleen-gegevens"], check=True)  # noqa: S603  our own
    os.environ["KOERS_MART"] = str(_as_one(var / "mart", var / "mart-een-gemeente"))
    cookies = _signed_in()
    with _served([koers, "serve", "--poort"]) as dienst, _processor() as processor:
        headers = {"Cookie": cookies}
        eerste = _ask(dienst, f"/wat-als/{GEMEENTE}/", headers, processor)
        found = [
            _ask(dienst, VRAAG.format(gemeente=GEMEENTE, een=10 + n, twee=5 + n % 7), headers, processor)
            for n in range(KEER)
        ]
    klok, cpu = zip(*found, strict=True)
    traag = sorted(klok)[-2]
    sys.stdout.write(
        f"eerste antwoord {eerste[0]:.2f} s (processor {eerste[1]:.2f}); daarna {KEER} keer anders: mediaan "
        f"{median(klok):.2f} s (processor {median(cpu):.2f}), op een na traagste {traag:.2f} s\n"
    )
    return int(traag > DOEL)


def _as_one(mart: Path, een: Path) -> Path:
    """A copy of the mart in which everybody lives in one municipality."""
    shutil.rmtree(een, ignore_errors=True)
    een.mkdir()
    shutil.copy(mart / "mart.json", een)
    for bestand in mart.glob("*.parquet"):
        tabel = pq.read_table(bestand)
        if "gemeente" in tabel.column_names:
            plaats = tabel.column_names.index("gemeente")
            tabel = tabel.set_column(plaats, "gemeente", pa.array([GEMEENTE] * len(tabel)))
        if bestand.name.startswith("bevolking"):
            groepen = [naam for naam in tabel.column_names if naam != "aantal"]
            som = tabel.group_by(groepen).aggregate([("aantal", "sum")])
            tabel = som.rename_columns([naam.removesuffix("_sum") for naam in som.column_names])
        pq.write_table(tabel, een / bestand.name)
    return een


def _signed_in() -> str:
    """The cookies of a controller of the demo."""
    import django

    django.setup()
    from django.test import Client

    from koers.registers.kern.models import Medewerker
    from koers.web.kern.aanmelden import BACKEND

    client = Client(SERVER_NAME="127.0.0.1")
    client.force_login(Medewerker.objects.get(gebruikersnaam="controller"), backend=BACKEND)
    client.get("/indicatoren/")
    return "; ".join(f"{naam}={morsel.value}" for naam, morsel in client.cookies.items())


@contextmanager
def _processor() -> Iterator[list[int]]:
    """The ids of the processes that this one started and what they started: whoever serves is among them."""
    mine: list[int] = []
    todo = [os.getpid()]
    while todo:
        for taak in Path(f"/proc/{todo.pop()}/task").glob("*/children"):
            kinderen = [int(een) for een in taak.read_text().split()]
            mine += kinderen
            todo += kinderen
    yield mine


def _spent(processen: Sequence[int]) -> float:
    """Seconds of processor that they took so far."""
    tik = os.sysconf("SC_CLK_TCK")
    som = 0
    for proces in processen:
        velden = Path(f"/proc/{proces}/stat").read_text().rpartition(")")[2].split()
        som += int(velden[11]) + int(velden[12])
    return som / tik


def _ask(
    dienst: HTTPConnection, pad: str, headers: dict[str, str], processen: Sequence[int]
) -> tuple[float, float]:
    """Seconds by the clock and of processor for one whole answer."""
    begin, voor = time.perf_counter(), _spent(processen)
    dienst.timeout = SECONDEN
    dienst.request("GET", pad, headers=headers)
    antwoord = dienst.getresponse()
    pagina = antwoord.read()
    if antwoord.status != 200 or b'class="kernzin"' not in pagina:
        raise RuntimeError(f"{pad} antwoordt {antwoord.status}: geen vooruitblik om te meten")
    return time.perf_counter() - begin, _spent(processen) - voor
