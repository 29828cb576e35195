"""`koers netwerk` and `koers geheugen`: readable, `--json` as a contract, exit codes."""

import json

import pytest
from click.testing import CliRunner

from koers.analytics.netwerk import findings
from koers.cli import koers
from koers.policy import beleid
from koers.registers.klok import vandaag


def run(*args):
    return CliRunner().invoke(koers, [*args])


def test_every_finding_is_in_the_json_with_why_and_what_helps():
    done = run("netwerk", "--json")
    assert (done.exit_code, done.stderr) == (0, "")
    gevonden = json.loads(done.stdout)
    assert [(een["regel"], een["id"]) for een in gevonden] == [
        (een.regel, een.id) for een in findings(beleid(), vandaag())
    ]
    assert {tuple(een) for een in gevonden} == {("regel", "soort", "id", "naam", "waarom", "herstel")}
    assert all(een["waarom"] and een["herstel"] for een in gevonden)


def test_the_findings_read_well_in_a_terminal():
    done = run("netwerk")
    assert max(len(regel) for regel in done.stdout.splitlines()) <= 80
    assert "Algemeen Bestuurlijk Overleg: beslist zonder voorbereiding" in done.stdout


@pytest.mark.parametrize("vraag", [["KWV"], ["kleinschalig", "wonen"], ["kleinschalige", "woonvoorziening"]])
def test_the_memory_is_searched_in_plain_words(vraag):
    gevonden = json.loads(run("geheugen", *vraag, "--json").stdout)
    assert gevonden[0]["plaats"] == "projecten/kwv"


def test_what_came_of_a_decision_is_told():
    tekst = run("geheugen", "transformatieplan").stdout
    assert "Transformatieplan Zorg voor de Jeugd 2018-2020 vastgesteld (Tijdlijn, september 2018)" in tekst
    assert "daaruit kwam: Bestuurlijk Transformatie Akkoord 2019-2022 (december 2018)" in tekst


def test_nothing_found_is_a_sentence_and_exit_code_1():
    done = run("geheugen", "qqq")
    assert done.exit_code == 1
    assert "Niets gevonden met 'qqq'" in done.stderr
    assert run("geheugen").exit_code == 2
