"""What can be turned, how far, and what is said of the rest."""

import pytest

from koers.domain.hefbomen import HOOGSTE_PROCENT, KNOPPEN, LANGSTE_AANLOOP, make_inzet, read_inzet
from koers.domain.routes import JUSTITIE
from koers.domain.weigering import Refused
from koers.presentation.wat_als import KNOPPEN as WOORDEN


@pytest.mark.parametrize("knop", KNOPPEN)
def test_what_is_written_is_read(knop):
    inzet = make_inzet(knop, HOOGSTE_PROCENT, "2027-03", LANGSTE_AANLOOP)
    assert read_inzet(inzet.tekst) == inzet
    assert read_inzet(f"{knop}:0:2027-03").aanloop == 0


def test_practices_are_read_once_each_and_their_names_can_be_left_out():
    inzet = read_inzet("herindicatie:20:2027-01:12:99000002,99000001,99000002")
    assert inzet.praktijken == ("99000001", "99000002")
    assert read_inzet(inzet.tekst) == inzet
    zonder = inzet.without_names()
    assert (zonder.praktijken, read_inzet(zonder.tekst)) == (("1", "2"), zonder)


@pytest.mark.parametrize(
    ("tekst", "code"),
    [
        ("", "hefboom_tekst"),
        ("instroom-arts", "hefboom_tekst"),
        ("instroom-arts:20", "hefboom_tekst"),
        ("instroom-arts:-5:2027-01:12", "hefboom_tekst"),
        ("instroom-arts:20:2027-01:12:3", "hefboom_praktijken"),
        ("herindicatie:20:2027-01:12:", "hefboom_tekst"),
        ("herindicatie:20:2027-01:12:a,,b", "hefboom_tekst"),
        ("kraan:20:2027-01:12", "hefboom_onbekend"),
        (f"vervolg:{HOOGSTE_PROCENT + 1}:2027-01:12", "hefboom_procent"),
        ("vervolg:20:2027-13:12", "hefboom_vanaf"),
        ("vervolg:20:0000-01:12", "hefboom_vanaf"),
        (f"vervolg:20:2027-01:{LANGSTE_AANLOOP + 1}", "hefboom_aanloop"),
    ],
)
def test_what_cannot_be_is_refused(tekst, code):
    with pytest.raises(Refused) as refused:
        read_inzet(tekst)
    assert refused.value.code == code


def test_nothing_turns_what_a_judge_or_gecertificeerde_instelling_asks():
    assert JUSTITIE not in {knop.route for knop in KNOPPEN.values()}


def test_every_lever_has_its_words():
    assert WOORDEN.keys() == KNOPPEN.keys()
