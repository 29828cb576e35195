"""The mart: nobody in it can be recognised, the same rows give the same bytes, and it never half exists."""

import json
import os
import sqlite3
from collections import Counter
from pathlib import Path

import pytest

from koers.analytics import mart
from koers.analytics.engines import in_memory
from koers.analytics.mart import Bron, MartGeweigerd, last_written, mart_files, pseudonym, refresh
from koers.domain.spells import TABELLEN

SLEUTEL = b"een sleutel van meer dan 32 bytes lang"
KOLOMMEN = TABELLEN["spells"].namen
ROWS = [
    (
        "17",
        "2010-03",
        "V",
        "GM1731",
        "toegang",
        5,
        "45",
        None,
        "2023-11-01",
        "2024-02-29",
        "2024-03-01 09:30:00",
    ),
    ("4", "2012-12", "M", "GM0106", None, 4, None, "99000001", "2024-05-01", None, "2024-05-02 10:00:00"),
    ("17", "2010-03", "V", "GM1731", "medisch", 7, "73", None, "2024-03-01", None, "2024-03-02 08:00:00"),
]


def source(rows, *, columns=KOLOMMEN, changed=None, counts=None):
    """Rows as a cursor on the register gives them."""
    day = columns.index("begindatum")
    per_year = Counter(int(row[day][:4]) for row in rows) if counts is None else counts
    return Bron("spells", columns, lambda years: iter(rows), dict(per_year), changed)


def bytes_of(folder):
    return {file.name: file.read_bytes() for file in Path(folder).iterdir()}


def rows_of(folder):
    return in_memory.load(mart_files(folder))["spells"]


def test_a_person_becomes_a_code_that_only_the_key_gives(tmp_path):
    refresh(tmp_path, [source(ROWS)], sleutel=SLEUTEL)
    codes = {rij.jeugdige for rij in rows_of(tmp_path)}
    assert codes == {pseudonym(SLEUTEL, "17"), pseudonym(SLEUTEL, "4")}
    assert all(len(code) == 32 for code in codes)
    assert pseudonym(b"x" * 32, "17") not in codes


def test_nothing_of_the_key_or_the_number_is_in_the_mart(tmp_path):
    known = [*ROWS[:1], ("999990019", *ROWS[1][1:])]
    refresh(tmp_path, [source(known)], sleutel=SLEUTEL)
    everything = b"".join(bytes_of(tmp_path).values())
    for secret in (SLEUTEL, b"999990019", SLEUTEL.hex().encode()):
        assert secret not in everything


def test_the_order_of_the_rows_does_not_matter(tmp_path):
    refresh(tmp_path / "een", [source(ROWS)], sleutel=SLEUTEL)
    refresh(tmp_path / "twee", [source(ROWS[::-1])], sleutel=SLEUTEL)
    assert bytes_of(tmp_path / "een") == bytes_of(tmp_path / "twee")


def test_incremental_is_whole_byte_for_byte(tmp_path):
    stopped = [ROWS[0], ROWS[1], (*ROWS[2][:9], "2024-06-30", "2024-07-01 09:00:00")]
    new = ("5", "2015-01", "O", "GM1731", "toegang", 4, None, None, "2024-09-01", None, "2024-09-02 09:00:00")
    refresh(tmp_path / "stap", [source(ROWS)], sleutel=SLEUTEL)
    refresh(tmp_path / "stap", [source(stopped, changed=frozenset({2024}))], sleutel=SLEUTEL)
    report = refresh(tmp_path / "stap", [source([*stopped, new], changed=frozenset({2024}))], sleutel=SLEUTEL)
    refresh(tmp_path / "heel", [source([new, *stopped])], sleutel=SLEUTEL)
    assert report.ongewijzigd == 1
    current = {file.name for files in mart_files(tmp_path / "stap").values() for file in files} | {
        mart.MANIFEST
    }
    assert {n: b for n, b in bytes_of(tmp_path / "stap").items() if n in current} == bytes_of(
        tmp_path / "heel"
    )


def test_only_changed_years_are_asked_for(tmp_path):
    refresh(tmp_path, [source(ROWS)], sleutel=SLEUTEL)
    asked = []
    again = source(ROWS, changed=frozenset({2024}))
    rows = again.rijen
    refresh(
        tmp_path,
        [Bron("spells", KOLOMMEN, lambda y: asked.append(y) or rows(y), again.aantallen, again.gewijzigd)],
        sleutel=SLEUTEL,
    )
    assert asked == [frozenset({2024})]


def test_a_year_whose_count_changed_unannounced_is_read_again(tmp_path):
    refresh(tmp_path, [source(ROWS)], sleutel=SLEUTEL)
    moved = [(*ROWS[0][:8], "2024-01-01", *ROWS[0][9:]), *ROWS[1:]]
    refresh(tmp_path, [source(moved, changed=frozenset())], sleutel=SLEUTEL)
    assert [file.name[:11] for file in mart_files(tmp_path)["spells"]] == ["spells-2024"]


def test_years_written_before_a_table_got_a_column_are_read_again(tmp_path):
    """Else the old years would lack it for ever: nothing in them is called changed."""
    refresh(tmp_path, [source(ROWS)], sleutel=SLEUTEL)
    manifest = json.loads((tmp_path / mart.MANIFEST).read_text())
    for entry in manifest["tabellen"]["spells"].values():
        entry["kolommen"].remove("aanbieder")
    (tmp_path / mart.MANIFEST).write_text(json.dumps(manifest))
    asked = []
    again = source(ROWS, changed=frozenset())
    rows = again.rijen
    bron = Bron("spells", KOLOMMEN, lambda y: asked.append(y) or rows(y), again.aantallen, again.gewijzigd)
    refresh(tmp_path, [bron], sleutel=SLEUTEL)
    assert asked == [None]


@pytest.mark.parametrize("column", ["bsn", "naam", "geboortedatum", "adres"])
def test_a_column_that_is_not_published_is_refused(tmp_path, column):
    columns, rows = (*KOLOMMEN, column), [(*row, "x") for row in ROWS]
    with pytest.raises(MartGeweigerd) as no:
        refresh(tmp_path, [source(rows, columns=columns)], sleutel=SLEUTEL)
    assert (no.value.code, no.value.params["kolom"]) == ("mart_kolom_niet_toegestaan", column)


def test_a_column_under_a_good_name_cannot_carry_a_birth_date(tmp_path):
    rows = [(row[0], "2010-03-04", *row[2:]) for row in ROWS]
    with pytest.raises(MartGeweigerd) as no:
        refresh(tmp_path, [source(rows)], sleutel=SLEUTEL)
    assert no.value.code == "mart_rij_klopt_niet"
    assert no.value.params == {
        "tabel": "spells",
        "rij": 1,
        "kolom": "geboortemaand",
        "reden": "rij_geen_maand",
    }


def test_a_missing_column_and_an_unknown_table_are_refused(tmp_path):
    with pytest.raises(MartGeweigerd, match="mart_kolom_ontbreekt"):
        refresh(tmp_path, [source([row[:-1] for row in ROWS], columns=KOLOMMEN[:-1])], sleutel=SLEUTEL)
    with pytest.raises(MartGeweigerd, match="mart_tabel_onbekend"):
        refresh(tmp_path, [Bron("personen", ("bsn",), lambda years: [], {})], sleutel=SLEUTEL)


def test_rows_that_stay_away_are_noticed(tmp_path):
    """Row level security gives a reader without a municipality no rows, and no error."""
    silent = source([], counts={2023: 1, 2024: 2})
    with pytest.raises(MartGeweigerd, match="mart_telling_klopt_niet"):
        refresh(tmp_path, [silent], sleutel=SLEUTEL)


def test_a_row_in_a_year_that_the_register_does_not_count_is_noticed(tmp_path):
    with pytest.raises(MartGeweigerd, match="mart_telling_klopt_niet"):
        refresh(tmp_path, [source(ROWS, counts={2024: 2})], sleutel=SLEUTEL)


def test_a_drop_is_refused_unless_somebody_was_destroyed(tmp_path):
    refresh(tmp_path, [source(ROWS)], sleutel=SLEUTEL)
    before = bytes_of(tmp_path)
    for fewer in ([source(ROWS[1:])], []):
        with pytest.raises(MartGeweigerd, match="mart_minder_rijen"):
            refresh(tmp_path, fewer, sleutel=SLEUTEL)
    assert {name: bytes_of(tmp_path)[name] for name in before} == before
    refresh(tmp_path, [source(ROWS[1:2])], sleutel=SLEUTEL, na_vernietiging=True)
    assert pseudonym(SLEUTEL, "17").encode() not in b"".join(bytes_of(tmp_path).values())
    assert len(list(tmp_path.glob("*.parquet"))) == 1


def test_files_of_the_mart_before_stay_for_one_refresh(tmp_path):
    refresh(tmp_path, [source(ROWS)], sleutel=SLEUTEL)
    old = mart_files(tmp_path)["spells"]
    rows = [(*row[:10], "2025-01-01 00:00:00") for row in ROWS]
    refresh(tmp_path, [source(rows)], sleutel=SLEUTEL)
    assert all(file.is_file() for file in old)
    refresh(tmp_path, [source([(*row[:10], "2025-02-02 00:00:00") for row in ROWS])], sleutel=SLEUTEL)
    assert not any(file.is_file() for file in old)


@pytest.mark.parametrize("step", range(8))
def test_wherever_a_refresh_is_cut_off_a_reader_sees_a_whole_mart(tmp_path, monkeypatch, step):
    refresh(tmp_path, [source(ROWS)], sleutel=SLEUTEL)
    before = rows_of(tmp_path)
    extra = [*ROWS, ("6", *ROWS[0][1:])]
    calls = []

    def cut_off(path, target):
        calls.append(target)
        if len(calls) > step:
            raise OSError("no power")
        os.rename(path, target)

    monkeypatch.setattr(Path, "replace", cut_off)
    try:
        refresh(tmp_path, [source(extra)], sleutel=SLEUTEL)
        assert len(rows_of(tmp_path)) == 4
    except OSError:
        assert rows_of(tmp_path) == before


def test_everything_is_on_disk_before_the_manifest_points_to_it(tmp_path, monkeypatch):
    steps = []
    fsync = os.fsync
    replace = Path.replace
    monkeypatch.setattr(os, "fsync", lambda number: steps.append("fsync") or fsync(number))
    monkeypatch.setattr(
        Path, "replace", lambda self, target: steps.append(Path(target).name) or replace(self, target)
    )
    refresh(tmp_path, [source(ROWS)], sleutel=SLEUTEL)
    assert steps[-3:] == ["fsync", mart.MANIFEST, "fsync"]
    assert all(
        steps[i - 1] == steps[i + 1] == "fsync" for i, step in enumerate(steps) if step.endswith(".parquet")
    )
    assert [s for s in steps if s.endswith(".parquet")]


def test_another_key_needs_a_whole_mart(tmp_path):
    refresh(tmp_path, [source(ROWS)], sleutel=SLEUTEL)
    with pytest.raises(MartGeweigerd, match="mart_andere_sleutel"):
        refresh(tmp_path, [source(ROWS, changed=frozenset())], sleutel=SLEUTEL[::-1])
    refresh(tmp_path, [source(ROWS)], sleutel=SLEUTEL[::-1])
    assert {rij.jeugdige for rij in rows_of(tmp_path)} == {pseudonym(SLEUTEL[::-1], n) for n in ("4", "17")}


def test_a_short_key_is_refused(tmp_path):
    with pytest.raises(MartGeweigerd, match="mart_sleutel_te_kort"):
        refresh(tmp_path, [source(ROWS)], sleutel=b"kort")


def test_no_mart_is_a_sentence(tmp_path):
    with pytest.raises(MartGeweigerd, match="mart_ontbreekt"):
        mart_files(tmp_path)


def test_the_age_of_the_data_is_that_of_the_last_fact(tmp_path):
    refresh(tmp_path, [source(ROWS)], sleutel=SLEUTEL)
    assert last_written(tmp_path)["spells"].isoformat() == "2024-05-02T10:00:00+00:00"
    assert "laatst_vastgelegd_at" in json.dumps(json.loads((tmp_path / mart.MANIFEST).read_text()))


def test_rows_come_from_a_cursor_of_any_database(tmp_path):
    with sqlite3.connect(":memory:") as con:
        con.execute(f"CREATE TABLE spells ({', '.join(KOLOMMEN)})")
        con.executemany(f"INSERT INTO spells VALUES ({', '.join('?' * len(KOLOMMEN))})", ROWS)
        cursor = con.execute("SELECT * FROM spells")
        columns = tuple(part[0] for part in cursor.description)
        report = refresh(
            tmp_path, [Bron("spells", columns, lambda years: cursor, {2023: 1, 2024: 2})], sleutel=SLEUTEL
        )
    con.close()
    assert report.rijen == {"spells": 3}
