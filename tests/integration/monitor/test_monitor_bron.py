"""`koers monitor --bron`: a folder somebody else made, counted by hand, on a machine without a database."""

import csv
import json
import sys
from pathlib import Path

import pytest
import time_machine
from click.testing import CliRunner

from koers.analytics.engines import MOTOREN
from koers.cli import koers
from koers.presentation.tabellen import WAT, markdown, schema

KOP = (
    *("jeugdige", "geboortemaand", "geslacht", "gemeente", "route", "niveau", "product", "aanbieder"),
    *("begindatum", "einddatum", "vastgelegd_at"),
)
# Who counts as specialised in Midden-Drenthe in 2021, and why (or why not).
SPELLS = [
    ("a", "2010-03", "GM1731", 5, "2020-05-01", "2021-01-01"),  # yes: the last day counts
    ("b", "2010-03", "GM1731", 5, "2020-05-01", "2020-12-31"),  # no: ended the day before
    ("c", "2010-03", "GM1731", 4, "2021-02-01", ""),  # yes, still running
    ("c", "2010-03", "GM1731", 6, "2021-03-01", "2021-04-30"),  # overlaps: the same young person
    ("d", "2002-01", "GM1731", 5, "2021-02-01", "2021-03-01"),  # no: 19 on 1 January 2021
    ("e", "2002-02", "GM1731", 5, "2021-02-01", "2021-03-01"),  # yes: 18 on 1 January
    ("f", "2015-07", "GM0106", 5, "2021-01-15", "2021-06-30"),  # yes, in both municipalities
    ("f", "2015-07", "GM1731", 5, "2021-07-01", ""),  # ... after moving
    ("g", "2015-07", "GM1731", 3, "2021-01-15", ""),  # no: level 3
    ("h", "", "GM1731", 5, "2021-01-15", ""),  # no: age unknown
    ("i", "2021-09", "GM1731", 5, "2021-10-01", ""),  # no: not born on 1 January
    ("j", "2010-03", "GM1731", 5, "2022-01-01", ""),  # no: after
]
FOUT = [
    ("k", "2010-03-05", "GM1731", 5, "2021-01-01", ""),
    ("l", "2010-03", "Beilen", 5, "2021-01-01", ""),
    ("m", "2010-03", "GM1731", 9, "2021-01-01", ""),
    ("n", "2010-03", "GM1731", 5, "2021-06-01", "2021-05-01"),
    ("o", "2010-03", "GM1731", 5, "1-6-2021", ""),
]


def write(map_: Path, naam: str, kop, rijen) -> None:
    with (map_ / f"{naam}.csv").open("w", newline="") as file:
        csv.writer(file).writerows([kop, *rijen])


def as_spell(wie, born, gemeente, niveau, begin, eind):
    return (wie, born, "V", gemeente, "toegang", niveau, "45A53", "72700001", begin, eind, "2022-01-15 09:00")


@pytest.fixture(autouse=True)
def _now():
    with time_machine.travel("2026-03-01T12:00:00+00:00", tick=False):
        yield


@pytest.fixture
def map_(tmp_path):
    write(tmp_path, "spells", KOP, [as_spell(*rij) for rij in SPELLS + FOUT])
    people = [(g, leeftijd, 2021, 10) for g in ("GM1731", "GM0106") for leeftijd in range(23)]
    write(tmp_path, "bevolking", ("gemeente", "leeftijd", "jaar", "aantal"), people)
    return tmp_path


def run(*options):
    return CliRunner().invoke(koers, ["monitor", *map(str, options)])


def row(answer, indicator, gebied="GM1731", lezing=None):
    rows = [r for r in json.loads(answer.stdout) if r["id"] == indicator and r["gebied"] == gebied]
    return next(r for r in rows if lezing in (None, r.get("lezing")))


def test_a_folder_is_counted_as_by_hand(map_):
    answer = run("--bron", map_, "--periode", "2021", "--klasse", "intern", "--json")
    assert answer.exit_code == 0
    found = row(answer, "aandeel-specialistisch")
    assert found == {
        "id": "aandeel-specialistisch",
        "gebied": "GM1731",
        "periode": "2021",
        "waarde": 2.1,
        "eenheid": "procent",
        "teller": 4,
        "noemer": 190,
        "klasse": "intern",
        "peildatum": "2022-01-15",
        "definitie_versie": found["definitie_versie"],
        "lezing": "in-de-periode",
    }
    assert row(answer, "aandeel-specialistisch", "GM0106")["teller"] == 1
    # On 31 December: c, and f who moved here. Begun: a no, c once, e, f here.
    assert row(answer, "aandeel-specialistisch", lezing="stand-31-december")["teller"] == 2
    assert row(answer, "aandeel-specialistisch", lezing="instroom")["teller"] == 3


def test_what_stays_out_is_named_with_row_column_and_reason(map_):
    answer = run("--bron", map_, "--periode", "2021", "--json")
    assert "spells (spells.csv): 12 rijen gelezen, 5 geweigerd" in answer.stderr
    for plek in ("rij 14, kolom geboortemaand", "rij 15, kolom gemeente", "rij 16, kolom niveau"):
        assert plek in answer.stderr
    assert "rij 17, kolom einddatum, “2021-05-01”: Deze dag ligt voor" in answer.stderr
    assert "rij 18, kolom begindatum, “1-6-2021”: Hier hoort een datum te staan" in answer.stderr
    # A date of birth is refused, and not repeated on the screen.
    assert "2010-03-05" not in answer.stderr


def test_a_missing_table_keeps_only_its_own_indicators_out(map_):
    answer = run("--bron", map_, "--periode", "2021", "--json")
    assert "wachttijd: niet te berekenen: tabel verwijzingen ontbreekt" in answer.stderr
    assert "aandeel-jeugdzorg: niet te berekenen: tabel lichte_hulp ontbreekt" in answer.stderr
    assert {r["id"] for r in json.loads(answer.stdout)} == {"aandeel-specialistisch", "gesloten-plaatsingen"}


def test_small_numbers_are_null_for_everybody(map_):
    rows = json.loads(run("--bron", map_, "--json").stdout)
    assert {r["klasse"] for r in rows} == {"openbaar"}
    assert {(r["waarde"], r["teller"]) for r in rows} == {(None, None)}
    assert len({r["periode"] for r in rows}) == 7


def test_a_quarter_and_a_month_are_internal(map_):
    # First quarter: a, c, e. March: c, and e until the first. Third quarter: c, f.
    for periode, number in (("2021-Q1", 3), ("2021-03", 2), ("2021-Q3", 2)):
        answer = run("--bron", map_, "--periode", periode, "--klasse", "intern", "--json")
        assert row(answer, "aandeel-specialistisch")["teller"] == number
        assert row(answer, "aandeel-specialistisch")["periode"] == periode
        openbaar = run("--bron", map_, "--periode", periode, "--json")
        assert {(r["waarde"], r["teller"], r["noemer"]) for r in json.loads(openbaar.stdout)} == {
            (None, None, None)
        }
        assert "Kwartalen en maanden zijn niet openbaar" in openbaar.stderr


def test_workbook_and_parquet_give_the_same_as_csv(map_, tmp_path_factory):
    import pyarrow as pa
    import pyarrow.parquet as pq
    from openpyxl import Workbook

    other = tmp_path_factory.mktemp("anders")
    boek = Workbook()
    for rij in (KOP, *(as_spell(*rij) for rij in SPELLS)):
        boek.active.append([cel if cel != "" else None for cel in rij])
    boek.save(other / "spells.xlsx")
    people = [(g, leeftijd, 2021, 10) for g in ("GM1731", "GM0106") for leeftijd in range(23)]
    columns = dict(zip(("gemeente", "leeftijd", "jaar", "aantal"), zip(*people, strict=True), strict=True))
    pq.write_table(pa.table({naam: list(cel) for naam, cel in columns.items()}), other / "bevolking.parquet")
    options = ("--periode", "2021", "--klasse", "intern", "--json")
    assert json.loads(run("--bron", other, *options).stdout) == json.loads(
        run("--bron", map_, *options).stdout
    )


def test_a_region_needs_all_its_municipalities(map_):
    answer = run("--bron", map_, "--gebied", "JZ04", "--periode", "2021")
    assert answer.exit_code == 1
    assert "Van Drenthe zijn niet alle gemeenten aangeleverd" in answer.stderr
    assert "GM1680" in answer.stderr


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (("--gebied", "GM9999"), "Van “GM9999” zijn er geen cijfers"),
        (("--periode", "2021-13"), "is geen periode die Koers kent"),
        (("--periode", "2031"), "ligt in de toekomst"),
    ],
)
def test_what_cannot_be_asked_is_a_sentence(map_, options, words):
    answer = run("--bron", map_, *options)
    assert answer.exit_code == 1
    assert words in answer.stderr


def test_a_file_that_cannot_be_read_leaves_the_others(map_):
    (map_ / "lichte_hulp.csv").write_text("jeugdige\nx\n")
    (map_ / "notities.docx").write_text("x")
    answer = run("--bron", map_, "--periode", "2021", "--klasse", "intern", "--json")
    assert "lichte_hulp (lichte_hulp.csv): niet gelezen. In de tabel lichte_hulp ontbreken" in answer.stderr
    assert "notities.docx: overgeslagen" in answer.stderr
    assert row(answer, "aandeel-specialistisch")["teller"] == 4


def test_the_example_folder_is_read_whole_and_counts_every_indicator(tmp_path):
    made = CliRunner().invoke(koers, ["tabellen", "voorbeeld", str(tmp_path / "proef")])
    assert made.exit_code == 0
    answer = run("--bron", tmp_path / "proef", "--periode", "2023", "--klasse", "intern", "--json")
    assert ", 0 geweigerd" in answer.stderr
    assert "niet te berekenen" not in answer.stderr
    rows = json.loads(answer.stdout)
    assert len({r["id"] for r in rows}) == 15
    assert all(r["teller"] for r in rows if r["id"] == "verwijzingen-team-jeugd")
    again = CliRunner().invoke(koers, ["tabellen", "voorbeeld", str(tmp_path / "proef")])
    assert again.exit_code == 1
    assert "staat al iets" in again.stderr


def test_the_page_of_the_tables_is_that_of_the_program():
    page = Path(__file__).parents[3] / "docs" / "reference" / "tabellen.md"
    assert page.read_text(encoding="utf-8") == markdown()
    assert {tabel["tabel"] for tabel in schema()} == set(WAT)
    shown = CliRunner().invoke(koers, ["tabellen", "spells", "--json"])
    assert [k["kolom"] for k in json.loads(shown.stdout)[0]["kolommen"]] == list(KOP)


@pytest.mark.parametrize("motor", [naam for naam in MOTOREN if naam not in ("postgresql", "spark")])
def test_every_engine_that_needs_no_address_gives_the_same_figures(map_, motor):
    asked = ("--bron", map_, "--klasse", "intern", "--json")
    assert run(*asked, "--motor", motor).stdout == run(*asked).stdout != "[]\n"


def test_the_command_offers_every_engine(map_):
    option = next(een for een in koers.get_command(None, "monitor").params if een.name == "motor")
    assert tuple(option.type.choices) == MOTOREN


@pytest.mark.parametrize(
    ("motor", "hint"), [("spark", "pip install 'koers[spark]'"), ("postgresql", "KOERS_TELDATABANK")]
)
def test_an_engine_that_is_not_there_says_how_to_get_it(map_, motor, hint, monkeypatch, settings):
    monkeypatch.setitem(sys.modules, "pyspark.errors", None)
    settings.TELDATABANK = ""
    answer = run("--bron", map_, "--motor", motor)
    assert answer.exit_code == 1
    assert hint in answer.stderr
