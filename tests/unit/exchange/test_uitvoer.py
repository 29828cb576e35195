"""Tables to take away come back as they went, and hold no formula."""

import csv
import io
from decimal import Decimal

import pytest
from openpyxl import load_workbook
from pyarrow import parquet

from koers.domain.weigering import Refused
from koers.exchange.tabellen import uitvoer
from koers.exchange.tabellen.uitvoer import FORMULETEKENS, write

RIJEN = [
    {"gebied": "GM1731", "naam": "Midden-Drenthe", "waarde": 11.2, "aantal": 6357, "voorlopig": False},
    {"gebied": "NL", "naam": "’s-Hertogenbosch; “en” meer", "waarde": None, "aantal": -3, "voorlopig": True},
    {"gebied": "GM0106", "naam": "Assen", "waarde": Decimal("14.6"), "aantal": 0, "voorlopig": False},
]
KWAAD = [f'{teken}HYPERLINK("x")' for teken in FORMULETEKENS]


def back_from_csv(inhoud):
    return list(csv.reader(io.StringIO(inhoud.decode("utf-8-sig"), newline=""), delimiter=";"))


def cells(inhoud):
    return list(load_workbook(io.BytesIO(inhoud)).active.iter_rows())


def test_csv_is_what_a_dutch_spreadsheet_reads():
    assert back_from_csv(write("csv", RIJEN)) == [
        ["gebied", "naam", "waarde", "aantal", "voorlopig"],
        ["GM1731", "Midden-Drenthe", "11,2", "6357", "nee"],
        ["NL", "’s-Hertogenbosch; “en” meer", "", "-3", "ja"],
        ["GM0106", "Assen", "14,6", "0", "nee"],
    ]


def test_a_workbook_holds_numbers_as_numbers():
    rows = [[cel.value for cel in rij] for rij in cells(write("xlsx", RIJEN))]
    assert rows[1:] == [
        ["GM1731", "Midden-Drenthe", 11.2, 6357, "nee"],
        ["NL", "’s-Hertogenbosch; “en” meer", None, -3, "ja"],
        ["GM0106", "Assen", 14.6, 0, "nee"],
    ]


def formulas(vorm, woorden):
    """The words that a spreadsheet would take for a formula."""
    inhoud = write(vorm, [{"woord": woord} for woord in woorden])
    if vorm == "xlsx":
        return [cel.value for (cel,) in cells(inhoud)[1:] if cel.data_type == "f"]
    return [rij[0] for rij in back_from_csv(inhoud)[1:] if rij and rij[0].startswith(FORMULETEKENS)]


@pytest.mark.parametrize("vorm", ["csv", "xlsx"])
def test_no_text_is_ever_a_formula(vorm):
    assert formulas(vorm, KWAAD) == []


def test_planted_without_the_guard_formulas_are_found(monkeypatch):
    monkeypatch.setattr(uitvoer, "_as_text", str)
    assert len(formulas("csv", KWAAD)) == len(KWAAD)
    boek = uitvoer.Workbook()
    boek.active.append(["woord"])
    boek.active.append(["=1+1"])
    inhoud = io.BytesIO()
    boek.save(inhoud)
    monkeypatch.setattr(uitvoer, "_xlsx", lambda koppen, rijen: inhoud.getvalue())
    assert formulas("xlsx", ["=1+1"]) == ["=1+1"]


def test_parquet_keeps_what_a_column_is():
    tabel = parquet.read_table(io.BytesIO(write("parquet", RIJEN)))
    assert [(veld.name, str(veld.type)) for veld in tabel.schema] == [
        ("gebied", "string"),
        ("naam", "string"),
        ("waarde", "double"),
        ("aantal", "int64"),
        ("voorlopig", "bool"),
    ]
    terug = tabel.to_pylist()
    assert [rij["naam"] for rij in terug] == [rij["naam"] for rij in RIJEN]
    assert [rij["waarde"] for rij in terug] == [11.2, None, 14.6]
    assert [rij["aantal"] for rij in terug] == [6357, -3, 0]
    gemengd = [{"x": 1}, {"x": "7 of minder"}, {"x": None}, {"x": True}]
    assert parquet.read_table(io.BytesIO(write("parquet", gemengd)))["x"].to_pylist() == [
        "1",
        "7 of minder",
        None,
        "True",
    ]
    assert parquet.read_table(io.BytesIO(write("parquet", []))).num_rows == 0


def test_no_rows_are_an_empty_file_that_opens():
    assert back_from_csv(write("csv", [])) == [[]]
    assert load_workbook(io.BytesIO(write("xlsx", [])))


def test_another_form_is_refused():
    with pytest.raises(Refused, match="vorm_onbekend"):
        write("pdf", RIJEN)
