"""`koers importeer`, `koers aanleveringen`, `koers regio`: readable, `--json` as a contract, exit codes."""

import json

import pytest
from click.testing import CliRunner

from koers.cli import koers
from tests.integration.monitor.tabellen import ASSEN, EMMEN, KOP

pytestmark = pytest.mark.django_db

AANLEVERING = {
    "aanlevering",
    "soort",
    "jaar",
    "bestand",
    "sha256",
    "codering",
    "partner",
    "aangeleverd_op",
    "door",
    "status",
    "reden",
    "zin",
    "rijen",
    "nieuw",
    "gewijzigd",
    "ongewijzigd",
    "geweigerd",
    "overgeslagen",
    "cijfers_nieuw",
    "cijfers_vervangen",
    "niet_gelezen",
}


def run(*args: str):
    return CliRunner().invoke(koers, [*args])


@pytest.fixture
def tabel(tmp_path):
    def write(tekst: str | bytes, naam: str = "kwb_2021.csv") -> str:
        pad = tmp_path / naam
        pad.write_bytes(tekst.encode() if isinstance(tekst, str) else tekst)
        return str(pad)

    return write


def test_a_good_table_goes_in_with_exit_code_0_and_nothing_on_stderr(tabel):
    done = run("importeer", "kwb", tabel(KOP + ASSEN))
    assert (done.exit_code, done.stderr) == (0, "")
    assert "1 rijen: 1 nieuw, 0 gewijzigd, 0 ongewijzigd, 0 geweigerd, 0 overgeslagen" in done.stdout


def test_refused_rows_are_said_on_stderr_and_the_good_ones_make_it_a_success(tabel):
    done = run("importeer", "kwb", tabel(KOP + ASSEN + "GM0114;Emmen;veel;1;1\n"))
    assert done.exit_code == 0
    assert done.stderr == (
        "geweigerd: rij 3, kolom inwoners, “veel”: Dit is geen getal. Vul een getal in, of laat de cel leeg"
        " als het er niet is.\n"
    )


def test_when_every_row_is_refused_nothing_went_in_and_that_is_a_failure(tabel):
    assert run("importeer", "kwb", tabel(KOP + "GM0114;Emmen;veel;1;1\n")).exit_code == 1


def test_a_file_that_is_no_table_is_one_sentence_on_stderr_and_exit_code_1(tabel):
    done = run("importeer", "kwb", tabel(b"%PDF-1.4", "kwb_2021.pdf"))
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == (
        "kwb_2021.pdf: Dit is een PDF. Koers leest tabellen: CSV of Excel (.xlsx)."
        " Vraag de afzender om de tabel zelf.\n"
    )
    data = json.loads(run("importeer", "kwb", "--json", tabel(b"%PDF-1.4", "kwb_2021.pdf")).stdout)
    assert data.keys() == {"status", "reden", "zin"}
    assert data["reden"] == "bestand_is_pdf"


def test_the_json_of_a_delivery_is_a_contract(tabel):
    done = run("importeer", "kwb", "--json", tabel(KOP + ASSEN + EMMEN.replace("12,0", "112,0")))
    data = json.loads(done.stdout)
    assert data.keys() == AANLEVERING | {"bevindingen"}
    assert (data["rijen"], data["nieuw"], data["geweigerd"], data["status"]) == (2, 1, 1, "verwerkt")
    assert data["bevindingen"] == [
        {
            "rij": 3,
            "kolom": "jeugdzorg_in_natura",
            "waarde": "112,0",
            "geweigerd": True,
            "code": "buiten_grenzen",
            "zin": "Dit getal kan niet: het ligt niet tussen 0 en 100. "
            "Controleer of het in de goede kolom staat.",
        }
    ]
    lijst = json.loads(run("aanleveringen", "--json").stdout)
    assert [rij["soort"] for rij in lijst] == ["kwb", "gemeenten"]
    assert all(rij.keys() == AANLEVERING for rij in lijst)
    een = json.loads(run("aanleveringen", "--json", str(data["aanlevering"])).stdout)
    assert een == data


def test_the_ledger_is_readable_and_says_what_to_do_when_empty():
    assert run("aanleveringen").stdout == (
        "Er is nog niets aangeleverd. Begin met: koers importeer voorbeeldgegevens\n"
    )
    assert run("aanleveringen", "1").exit_code == 1
    assert run("importeer", "voorbeeldgegevens").exit_code == 0
    lijst = run("aanleveringen").stdout
    assert "352 rijen: 352 nieuw" in lijst
    assert "342 rijen: 342 nieuw" in lijst


def test_the_example_figures_go_in_by_one_command_and_twice_changes_nothing():
    first = json.loads(run("importeer", "voorbeeldgegevens", "--json").stdout)
    second = json.loads(run("importeer", "voorbeeldgegevens", "--json").stdout)
    assert [rij["nieuw"] for rij in first] == [342, 352, 14]
    assert [rij["ongewijzigd"] for rij in second] == [342, 352, 14]


def test_without_figures_the_region_says_what_to_do():
    assert run("regio").stdout == (
        "Er zijn nog geen cijfers. Lees ze in met: koers importeer voorbeeldgegevens\n"
    )
