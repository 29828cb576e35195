"""`koers regio`: readable in 80 columns, `--json` as a contract, exit codes."""

import json
import re

import pytest
from click.testing import CliRunner

from koers.cli import koers
from tests.integration.monitor.tabellen import ASSEN, KOP, bring

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped")]

CIJFER = {
    "gebied",
    "gebied_naam",
    "gebied_soort",
    "inkoopregio",
    "grootheid",
    "jaar",
    "waarde",
    "eenheid",
    "noemer",
    "bron",
    "klasse",
    "periode",
    "voorlopig",
    "reden",
    "berekening",
    "delen",
}


def run(*args: str):
    return CliRunner().invoke(koers, [*args])


def test_the_region_fits_in_80_columns_and_no_number_is_cut_off():
    done = run("regio")
    assert (done.exit_code, done.stderr) == (0, "")
    regels = done.stdout.splitlines()
    assert max(len(regel) for regel in regels) <= 80
    assert regels[2].split() == ["Aa", "en", "Hunze", "11,3%", "4.581", "25.399", "13,32%", "4,3%", "12,99"]
    assert "17.475.415" in done.stdout
    assert "personen tot 23 jaar" in done.stdout
    assert "85039NED" in done.stdout
    assert (
        "het gemiddelde van 352 gemeenten is 10,4% (elke gemeente telt even zwaar), van 4,6% tot 19,0%"
        in re.sub(r"\s+", " ", done.stdout)
    )


def test_sorting_and_choosing_change_the_order_and_nothing_else():

    def names(*args: str) -> list[str]:
        regels = run("regio", *args).stdout.splitlines()
        return [regel[:19].strip() for regel in regels[2 : regels.index(regels[1], 2)]]

    assert names("--sorteer", "jeugd_0_18")[:2] == ["Emmen", "Assen"]
    assert names("--sorteer", "inkoopregio")[5] == "Borger-Odoorn"
    assert sorted(names("--sorteer", "jeugdzorg_in_natura")) == names()
    zuid = ["Borger-Odoorn", "Coevorden", "De Wolden", "Emmen", "Hoogeveen", "Meppel", "Westerveld"]
    assert names("--inkoopregio", "zuid-drenthe") == names("--inkoopregio", "Zuid-Drenthe") == zuid


def test_the_json_of_the_region_is_a_contract():
    data = json.loads(run("regio", "--json").stdout)
    assert data.keys() == {"regio", "jaar", "cijfers", "spreiding"}
    assert (data["regio"], data["jaar"]) == ("JZ04", 2021)
    assert all(cijfer.keys() == CIJFER for cijfer in data["cijfers"])
    assen = next(
        cijfer
        for cijfer in data["cijfers"]
        if (cijfer["gebied"], cijfer["grootheid"]) == ("GM0106", "jeugdzorg_in_natura")
    )
    assert assen == {
        "gebied": "GM0106",
        "gebied_naam": "Assen",
        "gebied_soort": "gemeente",
        "inkoopregio": "noordmidden-drenthe",
        "grootheid": "jeugdzorg_in_natura",
        "jaar": 2021,
        "waarde": 14.6,
        "eenheid": "procent",
        "noemer": "personen tot 23 jaar",
        "bron": "CBS, Kerncijfers wijken en buurten 2021, tabel 85039NED",
        "klasse": "gepubliceerd",
        "periode": "kalenderjaar",
        "voorlopig": False,
        "reden": None,
        "berekening": None,
        "delen": None,
    }
    assert {rij["gemiddelde_van_gemeenten"] for rij in data["spreiding"] if rij["gebied"] == "NL00"} >= {10.4}


def test_one_municipality_by_code_or_name_shows_all_years_and_what_was_replaced():
    bring(KOP + ASSEN.replace("14,6", "14,8"))
    by_name, by_code = run("regio", "--gemeente", "assen").stdout, run("regio", "--gemeente", "GM0106").stdout
    assert by_name == by_code
    assert "eerder: 14,6%" in by_name
    data = json.loads(run("regio", "--gemeente", "GM0106", "--json").stdout)
    (jeugdzorg,) = (cijfer for cijfer in data["cijfers"] if cijfer["grootheid"] == "jeugdzorg_in_natura")
    assert jeugdzorg.keys() == CIJFER | {"vervangt"}
    assert (jeugdzorg["waarde"], jeugdzorg["vervangt"][0]["waarde"]) == (14.8, 14.6)
    assert "Opgegaan in Amsterdam op 24 maart 2022." in run("regio", "--gemeente", "GM0457").stdout
    unknown = run("regio", "--gemeente", "Atlantis")
    assert (unknown.exit_code, unknown.stdout) == (1, "")
    assert "Atlantis" in unknown.stderr


@pytest.mark.parametrize(
    "args",
    [
        ("importeer", "kwb", "bestaat-niet.csv"),
        ("importeer", "kwb"),
        ("importeer", "onzin", "x"),
        ("importeer", "kwb", "--jaar", "ooit", "x.csv"),
        ("regio", "--sorteer", "schoenmaat"),
        ("regio", "--inkoopregio", "Oost"),
        ("aanleveringen", "geen-nummer"),
    ],
)
def test_wrong_use_is_exit_code_2(args):
    done = run(*args)
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr
