"""`koers ijw controleer`: exit codes, JSON and what a person reads."""

import json

import pytest
from click.testing import CliRunner

from koers.cli.ijw import ijw
from koers.exchange.ijw.build import build
from tests.unit.exchange.ijw.voorbeelden import changed, good

DAG = ["--op", "2026-05-21"]


def run(*woorden: object, **omgeving: str):
    return CliRunner().invoke(ijw, ["controleer", *map(str, woorden), *DAG], env=omgeving)


@pytest.fixture
def goed(tmp_path):
    pad = tmp_path / "start.xml"
    pad.write_bytes(build(good("JW305")))
    return pad


@pytest.fixture
def fout(tmp_path):
    pad = tmp_path / "start-fout.xml"
    anders = {"Client/StartProducten/StartProduct[2]/StatusAanlevering": "2"}
    pad.write_bytes(build(changed(good("JW305"), anders)))
    return pad


def test_a_good_message_ends_with_zero(goed):
    uitkomst = run(goed)
    assert (uitkomst.exit_code, uitkomst.output) == (0, "start.xml: goed. Dit is JW305 (start van hulp).\n")


def test_a_wrong_message_says_where_why_and_by_which_rule(fout):
    uitkomst = run(fout)
    assert uitkomst.exit_code == 1
    tekst = " ".join(uitkomst.output.split())
    assert "start-fout.xml: geweigerd, 1 fout. Dit is JW305 (start van hulp)." in tekst
    assert "StartProduct 2, StatusAanlevering: StatusAanlevering 2 kan niet" in tekst
    assert "(volgens CS058; retourcode 0001)" in tekst


def test_json_is_the_contract(fout):
    uitkomst = run(fout, "--json")
    assert uitkomst.exit_code == 1
    assert json.loads(uitkomst.output) == {
        "bestand": "start-fout.xml",
        "bericht": "JW305",
        "geldig": False,
        "bevindingen": [
            {
                "soort": "fout",
                "regel": "CS058",
                "ook": ["OP033", "OP033x2"],
                "retourcode": "0001",
                "plaats": "Client/StartProducten/StartProduct[2]/StatusAanlevering",
                "regelnummer": 50,
                "zin": "StatusAanlevering 2 kan niet: alleen 1 (eerste) of 3 (verwijderen).",
            }
        ],
    }


def test_a_folder_gives_a_list_and_one_wrong_message_decides(goed, fout):
    uitkomst = run(goed.parent, "--json")
    assert uitkomst.exit_code == 1
    assert [(een["bestand"], een["geldig"]) for een in json.loads(uitkomst.output)] == [
        ("start-fout.xml", False),
        ("start.xml", True),
    ]


def test_line_ends_without_cr_are_a_remark(goed):
    goed.write_bytes(goed.read_bytes().replace(b"\r\n", b"\n"))
    uitkomst = run(goed, "--json")
    [een] = json.loads(uitkomst.output)["bevindingen"]
    assert (uitkomst.exit_code, een["soort"], een["regel"], een["retourcode"]) == (
        0,
        "opmerking",
        "OP192",
        None,
    )


def test_wrong_use_ends_with_two(tmp_path, goed):
    assert run(tmp_path / "weg.xml").exit_code == 2
    leeg = tmp_path / "leeg"
    leeg.mkdir()
    assert run(leeg).exit_code == 2
    uitkomst = run(goed, KOERS_IJW_XSD=str(leeg))
    assert uitkomst.exit_code == 2
    assert "jw301.xsd" in uitkomst.output


@pytest.mark.parametrize("inhoud", [b"", b"\x1f\x8b\x08", b"<a/>", b"<!DOCTYPE a><a/>", b"\xff\xfe<\x00"])
def test_what_is_no_message_is_refused_in_a_sentence(tmp_path, inhoud):
    pad = tmp_path / "wat.xml"
    pad.write_bytes(inhoud)
    uitkomst = run(pad, "--json")
    gegevens = json.loads(uitkomst.output)
    assert (uitkomst.exit_code, gegevens["bericht"], gegevens["geldig"]) == (1, None, False)
    assert gegevens["bevindingen"][0]["retourcode"] == "0001"
    assert gegevens["bevindingen"][0]["zin"].endswith(".")
