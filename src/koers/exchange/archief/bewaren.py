"""What was read waits on disk until everything is read: an archive may be larger than memory.

A database of its own in a temporary file, gone afterwards. It holds codes of children and no names.
"""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import astuple
from datetime import date
from itertools import groupby
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple

from koers.exchange.archief.lezen import Mis, Stuk

_TABELLEN = """
CREATE TABLE bericht (id INTEGER PRIMARY KEY, sleutel TEXT, sha TEXT, bestand TEXT, soort TEXT,
                      dagtekening TEXT, identificatie TEXT);
CREATE INDEX bericht_sleutel ON bericht (sleutel, sha);
CREATE TABLE regel (bericht INTEGER, volgnummer INTEGER, gemeente TEXT, kind TEXT, aanbieder TEXT,
                    wat TEXT, plek TEXT, inhoud TEXT);
CREATE INDEX regel_kind ON regel (kind, gemeente);
CREATE INDEX regel_bericht ON regel (bericht);
CREATE TABLE afwijzing (bericht INTEGER, gemeente TEXT, sleutel TEXT, referentie TEXT);
CREATE INDEX afwijzing_sleutel ON afwijzing (sleutel);
CREATE TABLE mis (bestand TEXT, bericht TEXT, regel TEXT, plaats TEXT, regelnummer INTEGER, zin TEXT);
"""
GEBRUIKT = (
    "Een ander bericht van deze afzender heeft dezelfde identificatie. Van de twee telt het oudste; "
    "vraag de afzender welk bericht goed is."
)


class Bewaard(NamedTuple):
    """A line as it was told. Sorts by the day of its message, its identification and its place there."""

    dagtekening: date
    identificatie: str
    volgnummer: int
    bestand: str
    aanbieder: str
    wat: str
    plek: str
    inhoud: dict[str, Any]


class Bewaarplaats:
    """Lines of all messages, per child, and what did not fit."""

    def __init__(self, pad: Path) -> None:
        self.db = sqlite3.connect(pad, isolation_level=None)
        self.db.execute("PRAGMA journal_mode = OFF")
        self.db.execute("PRAGMA synchronous = OFF")
        self.db.executescript(_TABELLEN)
        self.db.execute("BEGIN")

    def __enter__(self) -> "Bewaarplaats":
        return self

    def __exit__(
        self, soort: type[BaseException] | None, fout: BaseException | None, spoor: TracebackType | None
    ) -> None:
        self.db.close()

    def add(self, stuk: Stuk) -> None:
        """Keeps what one file told; a copy of a message that is there is only counted."""
        self.miss(*stuk.mis)
        if not stuk.sleutel:
            return
        copy = self.db.execute(
            "SELECT 1 FROM bericht WHERE sleutel = ? AND sha = ?", (stuk.sleutel, stuk.sha)
        ).fetchone()
        day = stuk.dagtekening.isoformat() if stuk.dagtekening else ""
        told = (stuk.sleutel, stuk.sha, stuk.bestand, stuk.soort, day, stuk.identificatie)
        row = self.db.execute("INSERT INTO bericht VALUES (NULL, ?, ?, ?, ?, ?, ?)", told)
        if copy is None:
            self.db.executemany(
                "INSERT INTO afwijzing VALUES (?, ?, ?, ?)",
                ((row.lastrowid, een.gemeente, een.sleutel, een.referentie) for een in stuk.afwijzingen),
            )
            self.db.executemany(
                "INSERT INTO regel VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                (
                    (
                        row.lastrowid,
                        nummer,
                        r.gemeente,
                        r.kind,
                        r.aanbieder,
                        r.wat,
                        r.plek,
                        json.dumps(r.inhoud),
                    )
                    for nummer, r in enumerate(stuk.regels)
                ),
            )

    def miss(self, *mis: Mis) -> None:
        """Notes what did not fit."""
        self.db.executemany("INSERT INTO mis VALUES (?, ?, ?, ?, ?, ?)", (astuple(een) for een in mis))

    def drop_changed(self) -> None:
        """Of two different messages under one identification the oldest counts, whichever came first."""
        query = """
            SELECT b.id, b.bestand, b.soort FROM bericht b WHERE b.sha <> (
                SELECT o.sha FROM bericht o WHERE o.sleutel = b.sleutel ORDER BY o.dagtekening, o.sha LIMIT 1)
        """
        for nummer, bestand, soort in self.db.execute(query).fetchall():
            self.miss(Mis(bestand, soort, "TR056", "Header", 0, GEBRUIKT))
            self.db.execute("DELETE FROM regel WHERE bericht = ?", (nummer,))
            self.db.execute("DELETE FROM afwijzing WHERE bericht = ?", (nummer,))

    def drop_rejected(self) -> int:
        """Entries of claims that the gemeente rejected are no spending. How many; in any order of arrival."""
        query = """
            DELETE FROM regel WHERE wat = 'JW323' AND EXISTS (
                SELECT 1 FROM bericht b JOIN afwijzing a ON a.sleutel = b.sleutel
                WHERE b.id = regel.bericht AND a.gemeente = regel.gemeente
                  AND a.referentie IN ('', json_extract(regel.inhoud, '$.referentie')))
        """
        return self.db.execute(query).rowcount

    def duplicates(self) -> int:
        """How many files were a copy of another."""
        query = "SELECT count(*) - count(DISTINCT sleutel || ' ' || sha) FROM bericht"
        return int(self.db.execute(query).fetchone()[0])

    def messages(self) -> dict[str, int]:
        """How many different messages of each kind were read."""
        query = "SELECT soort, count(DISTINCT sleutel || ' ' || sha) FROM bericht GROUP BY soort"
        return dict(self.db.execute(query + " ORDER BY soort").fetchall())

    def children(self) -> Iterator[tuple[str, str, list[Bewaard]]]:
        """Code and municipality of every child, with its lines in an order that no arrival decides."""
        query = """
            SELECT r.kind, r.gemeente, b.dagtekening, b.identificatie, r.volgnummer, b.bestand, r.aanbieder,
                   r.wat, r.plek, r.inhoud
            FROM regel r JOIN bericht b ON b.id = r.bericht
            ORDER BY r.kind, r.gemeente, b.dagtekening, b.identificatie, r.aanbieder, r.wat, r.volgnummer
        """
        with closing(self.db.cursor()) as cursor:
            rows = cursor.execute(query)
            for (kind, gemeente), group in groupby(rows, key=lambda row: (row[0], row[1])):
                yield (
                    kind,
                    gemeente,
                    [_kept(row[2:]) for row in group],
                )

    def misses(self) -> Iterator[Mis]:
        """Everything that did not fit, by file and line."""
        query = "SELECT * FROM mis ORDER BY bestand, regelnummer, plaats, regel, zin"
        with closing(self.db.cursor()) as cursor:
            for row in cursor.execute(query):
                yield Mis(*row)

    def per_rule(self) -> dict[str, int]:
        """How often each rule was broken."""
        return dict(
            self.db.execute("SELECT regel, count(*) FROM mis GROUP BY regel ORDER BY regel").fetchall()
        )


def _kept(row: tuple[Any, ...]) -> Bewaard:
    """A row of the file as a line again."""
    dag, identificatie, volgnummer, bestand, aanbieder, wat, plek, inhoud = row
    day = date.fromisoformat(dag)
    return Bewaard(day, identificatie, volgnummer, bestand, aanbieder, wat, plek, json.loads(inhoud))
