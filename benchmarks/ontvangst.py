"""Taking in messages in chunks, beside a bare parse and a bulk insert of the same rows.

`python -m benchmarks ontvangst [AANTAL]`: AANTAL files with a JW305 (100,000 unless told) in folders of a
thousand, each taken in by Koers and by the bare one in turn. Koers: every rule, content sealed, a savepoint
and a log row per message, the log chained, and files put aside after the commit of their chunk. The bare one:
the same files read and parsed, their rows in one transaction per folder, and as many log rows in another; the
content not sealed, nothing chained, no rules. Its tables have the same columns and indexes, in a file of its
own with the same settings. The goal: three times.

Through `scripts/op-postgresql`, with the name of no database yet, both write there, the bare one into a
schema of its own. Look at the clock then: what the server's processor does is not in ours.
"""

import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from itertools import chain
from pathlib import Path
from typing import Any
from uuid import uuid4

from koers.exchange.ijw.bericht import Bericht
from koers.exchange.ijw.build import build, header
from koers.exchange.ijw.parse import parse

DOEL = 3
AANTAL, BEURT = 100_000, 1_000
GEMEENTE, AANBIEDER = "1731", "42424242"


def main(woorden: list[str]) -> int:
    """Prints the seconds of both, of processor and of the clock; 1 when the goal is not reached."""
    aantal = int(woorden[0]) if woorden else AANTAL
    with tempfile.TemporaryDirectory() as werk:
        _install(Path(werk))
        return _compare(aantal, Path(werk))


def _compare(aantal: int, werk: Path) -> int:
    from koers.domain.actor import systeemactor
    from koers.exchange.berichten.ontvangst import take_in

    by = systeemactor("benchmark", functionaris="wie dit meet")
    ons, kaal, log = _Tijd(), _Tijd(), _Tijd()
    with closing(_bare_tables(werk)) as tabel:
        for begin in range(0, aantal, BEURT):
            map_ = _folder(werk, begin, min(begin + BEURT, aantal))
            with kaal:
                _bare(tabel, "kern_bericht", _bare_rows(map_))
            with log:
                _bare(tabel, "kern_logregel", _bare_log(range(begin, min(begin + BEURT, aantal))))
            with ons:
                opgehaald = list(take_in(map_, by=by))
            if any(een.hoe != "nieuw" for een in opgehaald) or list(map_.glob("*.xml")):
                _say(f"not everything came in: {opgehaald[0]}")
                return 1
            shutil.rmtree(map_)
        if not _same(aantal, tabel):
            return 1
    _say(f"{aantal} messages of {len(_message(0))} bytes, in folders of {BEURT}")
    samen, klok = kaal.processor + log.processor, kaal.klok + log.klok
    _say(f"processor: Koers {ons.processor:.2f} s, bare {samen:.2f} s = {ons.processor / samen:.1f} times")
    _say(f"without its log rows {kaal.processor:.2f} s = {ons.processor / kaal.processor:.1f} times")
    _say(f"clock: Koers {ons.klok:.2f} s, bare {klok:.2f} s = {ons.klok / klok:.1f} times")
    _say(f"goal: {DOEL} times")
    return int(ons.processor > DOEL * samen)


class _Tijd:
    """Seconds of processor and of the clock, added up over the turns."""

    def __init__(self) -> None:
        self.processor = self.klok = 0.0

    def __enter__(self) -> None:
        self._begin = time.process_time(), time.perf_counter()

    def __exit__(self, *_: object) -> None:
        self.processor += time.process_time() - self._begin[0]
        self.klok += time.perf_counter() - self._begin[1]


def _install(werk: Path) -> None:
    """An installation of its own with one municipality, and Django upon it."""
    os.environ.setdefault("KOERS_DATABASE_URL", f"sqlite:///{werk}/koers.sqlite3")
    env = {"KOERS_VAR": str(werk), "KOERS_DEMO": "1", "DJANGO_SETTINGS_MODULE": "koers.config.settings"}
    os.environ.update(env)
    command = [sys.executable, "-c", "from koers.cli import main; main()", "databank", "bereid-voor"]
    subprocess.run(command, check=True)  # noqa: S603  own words
    import django

    django.setup()
    from koers.registers.kern.models import Gemeente

    Gemeente.objects.create(code=f"GM{GEMEENTE}", naam="Midden-Drenthe")


def _bare_tables(werk: Path) -> Any:
    """The tables of messages and of the log alone, elsewhere: their columns and indexes, no triggers."""
    from django.db import connection

    if connection.vendor == "postgresql":
        return _bare_schema()
    tabellen = sqlite3.connect(werk / "kaal.sqlite3", isolation_level=None)
    tabellen.executescript("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;")
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT sql FROM sqlite_master WHERE tbl_name IN ('kern_bericht', 'kern_logregel')"
            " AND sql IS NOT NULL AND type IN ('table', 'index') ORDER BY type DESC"
        )
        for (sql,) in cursor.fetchall():
            tabellen.execute(sql)
    return tabellen


def _bare_schema() -> Any:
    import psycopg

    eigenaar = psycopg.connect(os.environ["KOERS_EIGENAAR_URL"], autocommit=True)
    eigenaar.execute("CREATE SCHEMA kaal")
    eigenaar.execute("SET search_path = kaal")
    for naam in ("kern_bericht", "kern_logregel"):
        eigenaar.execute(f"CREATE TABLE {naam} (LIKE public.{naam} INCLUDING ALL)")
    return eigenaar


def _bare(tabellen: Any, naam: str, rijen: Iterator[dict[str, object]]) -> None:
    """All rows at once, in one transaction."""
    eerste = next(rijen)
    lite = isinstance(tabellen, sqlite3.Connection)
    kolommen, marks = ", ".join(eerste), ", ".join(["?" if lite else "%s"] * len(eerste))
    tabellen.execute("BEGIN IMMEDIATE" if lite else "BEGIN")
    (tabellen if lite else tabellen.cursor()).executemany(
        f"INSERT INTO {naam} ({kolommen}) VALUES ({marks})",  # noqa: S608  own words
        (tuple(rij.values()) for rij in chain([eerste], rijen)),
    )
    tabellen.execute("COMMIT")


def _bare_log(nummers: range) -> Iterator[dict[str, object]]:
    for nummer in nummers:
        yield {
            "handeling_id": uuid4().hex,
            "handeling": "store_inbox",
            "tijdstip_at": "2026-03-31 12:00:00",
            "by_soort": "systeem",
            "by_id": "benchmark",
            "rol": "",
            "organisatie_id": "",
            "functionaris": "wie dit meet",
            "doel": "toegang",
            "onderwerp_soort": "bericht",
            "onderwerp_id": f"{nummer:036d}",
            "bijzonderheden": '{"soort": "JW305", "stand": "ontvangen"}',
            "schakel": "",
        }


def _bare_rows(map_: Path) -> Iterator[dict[str, object]]:
    for pad in sorted(map_.glob("*.xml")):
        inhoud = pad.read_bytes()
        gelezen = parse(inhoud)
        if gelezen.bericht is None or gelezen.bevindingen:
            raise ValueError(gelezen.bevindingen)
        kop = gelezen.bericht.header
        van = kop["BerichtIdentificatie"]
        yield {
            "id": uuid4().hex,
            "gemeente_id": f"GM{kop['Ontvanger']}",
            "richting": "in",
            "soort": gelezen.bericht.soort,
            "afzender": kop["Afzender"],
            "ontvanger": kop["Ontvanger"],
            "identificatie": van["Identificatie"],
            "dagtekening": van["Dagtekening"].isoformat(),
            "vingerafdruk": hashlib.sha256(inhoud).hexdigest(),
            "inhoud": inhoud,
            "stand": "ontvangen",
            "vastgelegd_at": "2026-03-31 12:00:00",
            "uiterlijk_datum": "2026-04-03",
            "bevindingen": "[]",
        }


def _same(aantal: int, tabel: Any) -> bool:
    """Whether both hold the same messages, and Koers a log row for each of them."""
    from django.db import transaction

    from koers.registers.kern.models import Bericht as Rij
    from koers.registers.kern.models import LogRegel
    from koers.registers.kern.verbinding import ALLE_GEMEENTEN, acting

    with transaction.atomic(), acting(uuid4(), ALLE_GEMEENTEN):
        ons = set(Rij.objects.values_list("identificatie", "vingerafdruk"))
        logregels = LogRegel.objects.filter(handeling="store_inbox").count()
    kaal = set(tabel.execute("SELECT identificatie, vingerafdruk FROM kern_bericht"))
    if ons == kaal and len(ons) == logregels == aantal:
        return True
    _say(f"{len(ons)} messages with {logregels} log rows are not what was sent")
    return False


def _folder(werk: Path, begin: int, eind: int) -> Path:
    """Messages that wait in a folder."""
    map_ = werk / f"in{begin}"
    map_.mkdir()
    for nummer in range(begin, eind):
        (map_ / f"{nummer:08d}.xml").write_bytes(_message(nummer))
    return map_


def _message(nummer: int) -> bytes:
    """A provider tells that help began, of one young person and two products."""
    kop = header(
        "JW305",
        afzender=AANBIEDER,
        ontvanger=GEMEENTE,
        identificatie=f"{nummer:012d}",
        dagtekening=date(2026, 3, 31),
    )
    client = {
        "Bsn": "999990007",
        "Geboortedatum": {"Datum": date(2014, 2, 28)},
        "Geslacht": "1",
        "Naam": {
            "Geslachtsnaam": {"Achternaam": f"Berg{nummer}", "Voorvoegsel": "van den"},
            "Voornamen": "Elif",
            "Voorletters": "E",
        },
        "StartProducten": {"StartProduct": [_start(nummer, plek) for plek in range(2)]},
    }
    return build(Bericht("JW305", {"Header": kop, "Client": client}))


def _start(nummer: int, plek: int) -> dict[str, object]:
    return {
        "ToewijzingNummer": 2 * nummer + plek + 1,
        "Product": {"Categorie": "45", "Code": f"45A0{plek + 3}"},
        "ToewijzingIngangsdatum": date(2026, 3, 1),
        "Begindatum": date(2026, 3, 2),
        "StatusAanlevering": "1",
    }


def _say(regel: str) -> None:
    sys.stdout.write(regel + "\n")
