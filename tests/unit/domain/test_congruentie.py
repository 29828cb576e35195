"""Two procurement regions side by side: every difference is told, and nothing that is equal is."""

from dataclasses import replace

import pytest

from koers.domain.congruentie import Contractregel, compare

REGIOS = ("IR-NMD", "IR-ZD")
HIER = Contractregel("IR-NMD", "45A01", "Begeleiding", "Kompas", 4, "01", 122, (0, 17))
DAAR = replace(HIER, regio="IR-ZD")


def test_equal_is_equal():
    (row,) = compare([HIER, DAAR], REGIOS)
    assert row.verschillen == ()


@pytest.mark.parametrize(
    ("wat", "verschil"),
    [
        ({"niveau": 5}, "niveau"),
        ({"eenheid": "04"}, "eenheid"),
        ({"tarief_cent": 123}, "tarief"),
        ({"leeftijd": (4, 17)}, "leeftijd"),
        ({"aanbieder": "Ander"}, "aanbieders"),
    ],
)
def test_each_difference_is_told(wat, verschil):
    (row,) = compare([HIER, replace(DAAR, **wat)], REGIOS)
    assert row.verschillen == (verschil,)


def test_what_only_one_region_buys_is_told_and_no_side_is_made_up():
    (row,) = compare([DAAR], REGIOS)
    assert row.verschillen == ("alleen_hier",)
    assert row.per_regio["IR-NMD"] is None
    assert row.per_regio["IR-ZD"].aanbieders == ("Kompas",)


def test_tariffs_are_lowest_and_highest_of_the_providers_and_most_differences_come_first():
    rows = compare(
        [
            *(HIER, DAAR),
            *(replace(HIER, product="41A01"), replace(DAAR, product="41A01", tarief_cent=150, niveau=6)),
            replace(DAAR, product="41A01", tarief_cent=130, niveau=6, aanbieder="Ander"),
        ],
        REGIOS,
    )
    assert [row.product for row in rows] == ["41A01", "45A01"]
    side = rows[0].per_regio["IR-ZD"]
    assert (side.laagste_cent, side.hoogste_cent) == (130, 150)
    assert set(rows[0].verschillen) == {"niveau", "tarief", "aanbieders"}


def test_another_region_does_not_come_along():
    assert compare([replace(HIER, regio="IR-GR")], REGIOS) == ()
