"""The wheel of working together as a drawing, and the hours of a scenario in words."""

import re
from decimal import Decimal
from math import hypot

import pytest
from django.utils import translation

from koers.domain.scenariokeuze import Verschuiving
from koers.policy import beleid
from koers.presentation.beelden import samenwerkingswiel as beeld
from koers.presentation.beelden.samenwerkingswiel import Sector, Wieldeel, samenwerkingswiel
from koers.presentation.netwerk.scenariokeuze import consequences


@pytest.fixture(autouse=True)
def _dutch():
    with translation.override("nl"):
        yield


def wheel(*scores, vorige=None):
    sectoren = tuple(
        Sector(n, f"{n}. <b>", None if score is None else Decimal(score), vorige)
        for n, score in enumerate(scores, start=1)
    )
    return samenwerkingswiel(
        id="w", titel="t", omschrijving="o", delen=[Wieldeel("Ambitie", sectoren)], hoogste=5
    )


def reach(path):
    """How far from the middle the first corner of a sector is."""
    x, y = (float(n) for n in re.search(r"L(\S+) (\S+)", path).groups())
    return hypot(x - beeld.X, y - beeld.Y)


def test_a_sector_reaches_as_far_as_its_score_from_the_middle():
    paths = re.findall(r'<path class="samenwerkingswiel__nu" d="([^"]+)"', wheel("5", "2.5", "1", "4"))
    assert [reach(path) / beeld.STRAAL for path in paths] == pytest.approx([1, 0.5, 0.2, 0.8], abs=0.01)
    assert all(path.startswith(f"M{beeld.X:g} {beeld.Y:g} ") for path in paths)


def test_what_is_not_told_is_not_drawn_and_keeps_its_number():
    svg = wheel("5", None, "1", None)
    assert svg.count("samenwerkingswiel__nu") == 2
    assert [int(n) for n in re.findall(r">(\d)</text>", svg)] == [1, 2, 3, 4]


def test_the_round_before_is_a_line_of_its_own_and_words_are_escaped():
    svg = wheel("5", "4", "3", "2", vorige=Decimal(3))
    assert svg.count("samenwerkingswiel__vorige") == 4
    assert "<b>" not in svg
    assert 'role="img"' in svg


def sheet(*moved):
    return next(blad for blad in consequences({"opheffen": moved}, beleid()) if blad.naam == "Opheffen")


def test_who_gets_most_is_named_and_so_are_those_who_get_as_much():
    one = sheet(
        Verschuiving("kennis-delen", "jeugdhulpregio", Decimal(-10), False),
        Verschuiving("kennis-delen", "zuid", Decimal(10), True),
    )
    assert one.zin == "Van wat bekend is, komt er het meest werk bij Zuid-Drenthe: +10 uur per week."
    both = sheet(
        Verschuiving("kennis-delen", "noordmidden", Decimal("6.5"), True),
        Verschuiving("kennis-delen", "zuid", Decimal("6.5"), True),
    )
    assert "bij Noordmidden-Drenthe en Zuid-Drenthe: elk +6,5 uur" in both.zin


def test_unknown_hours_say_which_way_and_stay_out_of_the_total():
    blad = sheet(
        Verschuiving("kennis-delen", "zuid", Decimal(10), True),
        Verschuiving("vertegenwoordigen", "zuid", None, True),
        Verschuiving("vertegenwoordigen", "jeugdhulpregio", None, False),
    )
    rijen = {rij.cellen[0].tekst: [cel.tekst for cel in rij.cellen[1:]] for rij in blad.tabel.rijen}
    assert rijen[next(naam for naam in rijen if naam.startswith("Drenthe vertegenw"))] == [
        "erbij, uren onbekend",
        "eraf, uren onbekend",
    ]
    assert rijen["Samen, waar uren bekend zijn"] == ["+10", "–"]
    assert sheet().zin == "Er verschuift volgens de bron geen taak."
