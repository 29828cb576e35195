"""The published tables from files of another back office: every form gives the same rows."""

from datetime import UTC, date, datetime
from io import BytesIO

import pyarrow as pa
import pyarrow.csv
import pyarrow.parquet as pq
import pytest
from openpyxl import Workbook

from koers.domain.spells import TABELLEN, Spell
from koers.domain.weigering import Refused
from koers.exchange.tabellen.gebeurtenissen import read_events, read_folder
from koers.presentation.zinnen import ZINNEN

SPELLS = TABELLEN["spells"]
KOP = ",".join(SPELLS.namen)
EEN = "j1,2014-02,V,GM1731,toegang,4,45A04,72700001,2024-01-15,2024-12-31,2025-01-02 09:00"
TWEE = "j2,,M,GM1731,,6,,,2025-03-01,,2025-03-02"
VERWACHT = [
    Spell(
        "j1", "2014-02", "V", "GM1731", "toegang", 4, "45A04", "72700001",
        date(2024, 1, 15), date(2024, 12, 31), datetime(2025, 1, 2, 9, tzinfo=UTC),
    ),
    Spell(
        "j2", None, "M", "GM1731", None, 6, None, None,
        date(2025, 3, 1), None, datetime(2025, 3, 2, tzinfo=UTC),
    ),
]  # fmt: skip


def read(tmp_path, inhoud, naam="spells.csv"):
    pad = tmp_path / naam
    pad.write_bytes(inhoud if isinstance(inhoud, bytes) else inhoud.encode())
    return read_events(SPELLS, pad)


def lines(*rijen, kop=KOP):
    return "\n".join((kop, *rijen)) + "\n"


def workbook(*rijen):
    boek = Workbook()
    boek.active.append(KOP.split(","))
    for rij in rijen:
        cellen = [cel or None for cel in rij.split(",")]
        cellen[5] = int(cellen[5])
        cellen[8] = date.fromisoformat(cellen[8])
        boek.active.append(cellen)
    with BytesIO() as inhoud:
        boek.save(inhoud)
        return inhoud.getvalue()


def parquet():
    table = pa.table(
        {naam: [getattr(rij, naam) for rij in VERWACHT] for naam in reversed(SPELLS.namen)},
    )
    with BytesIO() as inhoud:
        pq.write_table(table, inhoud)
        return inhoud.getvalue()


@pytest.mark.parametrize(
    "inhoud",
    [
        lines(EEN, TWEE),
        lines(EEN, TWEE).replace(",", ";").replace("\n", "\r\n"),
        "\ufeff" + lines(EEN, TWEE).replace(",", "\t"),
        lines(EEN, TWEE).encode("utf-16"),
        workbook(EEN, TWEE),
        parquet(),
    ],
    ids=["comma", "semicolon", "tab", "utf-16", "workbook", "parquet"],
)
def test_every_form_gives_the_same_rows(tmp_path, inhoud):
    gelezen = read(tmp_path, inhoud)
    assert gelezen.vondsten == []
    assert gelezen.rijen == VERWACHT


def test_a_row_that_does_not_fit_stays_out_with_every_reason_and_its_number(tmp_path):
    slecht = "j3,2014-02-28,X,GM1731,toegang,9,,,2025-13-01,2024-01-01,2025-01-01"
    omgekeerd = "j4,,O,GM1731,,4,,,2025-02-01,2025-01-31,2025-03-01"
    gelezen = read(tmp_path, lines(EEN, slecht, omgekeerd, TWEE))
    assert gelezen.rijen == VERWACHT
    assert gelezen.geweigerd == 2
    assert [(v.rijnummer, v.kolom, v.code) for v in gelezen.vondsten] == [
        (3, "begindatum", "rij_geen_datum"),
        (3, "geboortemaand", "rij_geen_maand"),
        (3, "geslacht", "rij_niet_in_lijst"),
        (3, "niveau", "rij_niet_in_lijst"),
        (4, "einddatum", "rij_volgorde"),
    ]


def test_a_cell_too_many_moves_the_others_so_the_row_is_not_guessed_at(tmp_path):
    gelezen = read(tmp_path, lines(EEN.replace("GM1731,", "GM1731,,"), TWEE))
    assert [(v.rijnummer, v.code) for v in gelezen.vondsten] == [(2, "te_veel_cellen")]
    assert gelezen.rijen == VERWACHT[1:]


def test_columns_in_another_order_with_empty_ones_behind(tmp_path):
    kop = "Begindatum;gemeente;niveau;JEUGDIGE;;"
    gelezen = read(tmp_path, lines("2024-01-15;GM1731;4;j1;;", kop=kop))
    assert gelezen.vondsten == []
    rij = gelezen.rijen[0]
    assert (rij.jeugdige, rij.niveau, rij.geslacht, rij.einddatum) == ("j1", 4, "O", None)


def test_without_a_moment_of_writing_the_last_day_of_the_row_counts(tmp_path):
    gelezen = read(tmp_path, lines(EEN.replace("2025-01-02 09:00", "")))
    assert gelezen.rijen[0].vastgelegd_at == datetime(2024, 12, 31, tzinfo=UTC)


@pytest.mark.parametrize(
    ("inhoud", "code"),
    [
        ("", "bestand_leeg"),
        (b"%PDF-1.7", "bestand_is_pdf"),
        (lines(EEN, kop=KOP.replace("niveau", "zwaarte")), "kolommen_ontbreken"),
        (lines(EEN, kop=KOP.replace("product", "bsn")), "kolom_onbekend"),
        (lines(EEN, kop=KOP.replace("product", "niveau")), "kolom_dubbel"),
        (lines('"open'), "csv_onleesbaar"),
        (b"PAR1 en dan niets", "parquet_beschadigd"),
    ],
)
def test_what_cannot_be_read_is_told_in_a_sentence(tmp_path, inhoud, code):
    with pytest.raises(Refused) as refused:
        read(tmp_path, inhoud)
    assert refused.value.code == code
    assert "%(" not in str(ZINNEN[code]) % refused.value.params


def test_a_folder_holds_tables_called_by_their_name(tmp_path):
    (tmp_path / "Spells.CSV").write_text(lines(EEN))
    (tmp_path / "bevolking.csv").write_text("gemeente,leeftijd,jaar,aantal\nGM1731,3,2024,300\n")
    (tmp_path / "leesmij.txt").write_text("niets voor Koers")
    gelezen = read_folder(tmp_path)
    assert sorted(gelezen.tabellen) == ["bevolking", "spells"]
    assert gelezen.tabellen["bevolking"].rijen[0].aantal == 300
    assert gelezen.vreemd == ("leesmij.txt",)


def test_a_folder_without_tables_says_which_names_it_knows(tmp_path):
    (tmp_path / "iets.csv").write_text(lines(EEN))
    with pytest.raises(Refused) as refused:
        read_folder(tmp_path)
    assert refused.value.code == "map_zonder_tabellen"
    assert "spells" in str(ZINNEN[refused.value.code]) % refused.value.params


@pytest.mark.parametrize(
    ("bestanden", "code"),
    [
        ({"spells.csv": lines(EEN), "spells.xlsx": "x"}, "tabel_dubbel"),
        ({"spells.csv": "jeugdige,gemeente\nj1,GM1731\n"}, "kolommen_ontbreken"),
        ({"spells.parquet": "PAR1 maar verder niets"}, "parquet_beschadigd"),
    ],
)
def test_a_file_that_cannot_be_read_keeps_only_its_own_table_out(tmp_path, bestanden, code):
    for naam, inhoud in bestanden.items():
        (tmp_path / naam).write_text(inhoud)
    (tmp_path / "bevolking.csv").write_text("gemeente,leeftijd,jaar,aantal\nGM1731,3,2024,300\n")
    gelezen = read_folder(tmp_path)
    assert list(gelezen.tabellen) == ["bevolking"]
    refused = gelezen.geweigerd["spells"][1]
    assert refused.code == code
    assert "%(" not in str(ZINNEN[code]) % refused.params


def test_a_file_that_is_not_there(tmp_path):
    with pytest.raises(Refused) as refused:
        read_events(SPELLS, tmp_path / "weg.csv")
    assert refused.value.code == "bestand_weg"


def test_what_other_programs_make_of_days_and_numbers(tmp_path):
    """Midnight for a day, 5.0 for a level in a column with gaps; a thousand is not taken for a one."""
    rows = "j1,2014-02,GM1731,4.0,2024-01-15 00:00:00,\n\nj2,2014-02,GM1731,1.000,2024-01-15T00:00,\n"
    (tmp_path / "spells.csv").write_text(
        "jeugdige,geboortemaand,gemeente,niveau,begindatum,einddatum\n" + rows
    )
    gelezen = read_folder(tmp_path).tabellen["spells"]
    assert [(rij.niveau, rij.begindatum) for rij in gelezen.rijen] == [(4, date(2024, 1, 15))]
    # The empty line counts in the number, as in a spreadsheet.
    assert [(v.rijnummer, v.kolom) for v in gelezen.vondsten] == [(4, "niveau")]


def test_parquet_of_a_data_frame(tmp_path):
    import pyarrow as pa
    import pyarrow.parquet as pq

    moments = pa.array([datetime(2024, 1, 15), datetime(2024, 1, 15, 8)], type=pa.timestamp("ns"))  # noqa: DTZ001  (that is what it looks like)
    columns = {
        "jeugdige": ["j1", "j2"],
        "gemeente": ["GM1731"] * 2,
        "niveau": pa.array([4.0, float("nan")]),
        "begindatum": moments,
    }
    pq.write_table(pa.table(columns), tmp_path / "spells.parquet")
    gelezen = read_folder(tmp_path).tabellen["spells"]
    assert [rij.begindatum for rij in gelezen.rijen] == [date(2024, 1, 15)]
    assert [(v.rijnummer, v.kolom, v.code) for v in gelezen.vondsten] == [
        (2, "begindatum", "rij_geen_datum"),
        (2, "niveau", "rij_leeg"),
    ]


def test_costs_without_a_moment_are_known_at_the_end_of_their_month(tmp_path):
    (tmp_path / "declaraties.csv").write_text("gemeente,maand,bedrag_cent\nGM1731,2024-02,100\nGM1731,24,1\n")
    gelezen = read_folder(tmp_path).tabellen["declaraties"]
    assert [rij.vastgelegd_at.date() for rij in gelezen.rijen] == [date(2024, 2, 29)]
    assert gelezen.geweigerd == 1
