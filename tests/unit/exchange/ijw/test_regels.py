"""Every rule of the table: a message that breaks it and one that only just keeps it."""

import pytest

from koers.exchange.ijw.build import build
from koers.exchange.ijw.controle import control
from koers.exchange.ijw.regels import OP_NUMMER, REGELS, Waar
from tests.unit.exchange.ijw.gevallen import GEVALLEN
from tests.unit.exchange.ijw.voorbeelden import OMGEVING, changed, good

SOORTEN = ("JW301", "JW305", "JW306", "JW307", "JW315", "JW317", "JW319", "JW323", "JW325")
# Rules that only ask for attention: what they see is right if the toewijzing says so.
MILD = {"TR387", "TR388"}
NAMEN = [f"{nummer} {een.regel} {een.soort}" for nummer, een in enumerate(GEVALLEN)]


@pytest.mark.parametrize("soort", SOORTEN)
def test_nothing_is_wrong_with_a_good_message(soort):
    uitkomst = control(build(good(soort)), OMGEVING)
    assert (uitkomst.geldig, uitkomst.bevindingen, uitkomst.opmerkingen) == (True, (), ())


@pytest.mark.parametrize("geval", GEVALLEN, ids=NAMEN)
def test_the_rule_finds_what_breaks_it_at_its_place_and_line(geval):
    inhoud = build(changed(good(geval.soort), geval.fout))
    uitkomst = control(inhoud, OMGEVING)
    gezien = uitkomst.opmerkingen if geval.regel in MILD else uitkomst.bevindingen
    [een] = [een for een in gezien if (een.regel, een.pad) == (geval.regel, geval.pad)]
    assert een.code == ("" if geval.regel in MILD else OP_NUMMER[geval.regel].code)
    naam = geval.pad.rpartition("/")[2].partition("[")[0]
    assert f":{naam}>".encode() in inhoud.split(b"\r\n")[een.regelnummer - 1]


@pytest.mark.parametrize("geval", [een for een in GEVALLEN if een.goed], ids=lambda een: een.regel)
def test_the_rule_keeps_still_about_what_only_just_keeps_it(geval):
    uitkomst = control(build(changed(good(geval.soort), geval.goed)), OMGEVING)
    assert geval.regel not in {een.regel for een in uitkomst.bevindingen + uitkomst.opmerkingen}


def test_every_rule_that_a_message_can_break_has_a_case_for_it():
    assert {een.nummer for een in REGELS if een.kijk} == {een.regel for een in GEVALLEN}


def test_every_rule_is_checked_or_says_why_not():
    for een in REGELS:
        assert een.zin.endswith(".")
        redenen = [een.kijk is not None, bool(een.via), bool(een.waarom), een.waar is Waar.OPBOUW]
        assert sum(redenen) == 1, een.nummer
        assert set(een.via) <= OP_NUMMER.keys() - {een.nummer}


def test_a_number_stands_once_in_the_table():
    assert len(OP_NUMMER) == len(REGELS)
