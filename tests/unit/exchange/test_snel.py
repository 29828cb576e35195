"""The quick way of reading spells gives what the careful way gives, or nothing."""

import pyarrow as pa
import pyarrow.csv as pc
import pyarrow.parquet as pq
import pytest

from koers.domain.spells import TABELLEN
from koers.exchange.tabellen.gebeurtenissen import read_events
from koers.exchange.tabellen.snel import read_spell_columns
from koers.simulation.prognose.spellen import columns

KOP = (
    "jeugdige,geboortemaand,geslacht,gemeente,route,niveau,product,aanbieder,"
    "begindatum,einddatum,vastgelegd_at"
)
GOED = (
    "J2,2012-05,M,GM1731,huisarts_jeugdarts_medisch_specialist,5,45A12,12345678,2024-01-31,2024-06-30,2024-02-01T10:00:00",
    "J10,,V,GM1731,,4,,,2024-03-01,,2024-03-01",
    "J2,2012-05,M,GM0114,gemeentelijke_toegang,8,,,2024-07-01,2024-07-01,2024-07-02T23:30:00+00:00",
    "J2,2012-05,M,GM0114,,8,,,2024-08-01 00:00:00,,2024-07-02T23:30:00-02:00",
)
"""Rows that are right, in several ways of writing."""


def goed() -> list[str]:
    routes = sorted(TABELLEN["spells"].kolom("route").keuze)
    namen = ("huisarts_jeugdarts_medisch_specialist", "gemeentelijke_toegang")
    return [rij.replace(namen[0], routes[0]).replace(namen[1], routes[-1]) for rij in GOED]


def both(pad):
    gelezen = read_events(TABELLEN["spells"], pad)
    return read_spell_columns(pad), columns(gelezen.rijen), gelezen.vondsten


def same(een, ander) -> bool:
    return all(a.tolist() == b.tolist() for a, b in zip(een, ander, strict=True))


@pytest.mark.parametrize("teken", [",", ";", "\t"])
@pytest.mark.parametrize("begin", ["", "\ufeff"])
def test_both_ways_are_one(tmp_path, teken, begin):
    pad = tmp_path / "t.csv"
    pad.write_text(begin + "\n".join([KOP, *goed()]).replace(",", teken) + "\n", encoding="utf-8")
    snel, rij_voor_rij, vondsten = both(pad)
    assert not vondsten
    assert snel is not None
    assert same(snel, rij_voor_rij)


def test_parquet_with_days_and_moments_is_one(tmp_path):
    bron = tmp_path / "t.csv"
    bron.write_text("\n".join([KOP, *goed()[:3]]), encoding="utf-8")
    table = pc.read_csv(bron, convert_options=pc.ConvertOptions(strings_can_be_null=True, null_values=[""]))
    tekst = {"jeugdige", "geboortemaand", "geslacht", "gemeente", "route", "product", "aanbieder"}
    velden = [
        pa.field(n, pa.string() if n in tekst else table.schema.field(n).type) for n in table.column_names
    ]
    pad = tmp_path / "t.parquet"
    pq.write_table(
        pa.table(
            [table[n].cast(f.type) for n, f in zip(table.column_names, velden, strict=True)],
            pa.schema(velden),
        ),
        pad,
    )
    snel, rij_voor_rij, vondsten = both(pad)
    assert not vondsten
    assert snel is not None
    assert same(snel, rij_voor_rij)


@pytest.mark.parametrize(
    ("oud", "nieuw"),
    [
        (",5,", ",9,"),
        ("2024-06-30", "2024-06-31"),
        ("2024-06-30", "2023-06-30"),
        ("GM0114", "GM114"),
        ("2012-05", "2012-05-01"),
        ("J10,", ","),
        ("J10,", " J10,"),
        ("J10,", '"J10",'),
        ("J10,", "J\x0110,"),
        (",V,", ",X,"),
        ("geslacht", "sekse"),
        ("2024-03-01,,2024-03-01", "2024-03-01,,"),
        ("J10,,V", "J10,,V,V"),
    ],
)
def test_planted_what_is_not_plain_is_read_row_by_row(tmp_path, oud, nieuw):
    tekst = "\n".join([KOP, *goed()])
    assert oud in tekst
    pad = tmp_path / "t.csv"
    pad.write_text(tekst.replace(oud, nieuw), encoding="utf-8")
    assert read_spell_columns(pad) is None


def test_no_file_is_left_to_the_careful_way(tmp_path):
    assert read_spell_columns(tmp_path / "weg.csv") is None
    (tmp_path / "leeg.csv").write_bytes(b"")
    assert read_spell_columns(tmp_path / "leeg.csv") is None
