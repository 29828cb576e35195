"""What a sheet of learning needs, who can have taken part, and that nothing is in the order of a number."""

from dataclasses import replace
from datetime import date

import pytest

from koers.domain.leren import (
    COMPETENTIE,
    KENNISCAFE,
    LEERLIJN,
    Deelnamegroep,
    Leerinhoud,
    check_deelname,
    check_gasten,
    check_leerinhoud,
    grouped,
)
from koers.domain.weigering import Refused

GOED = Leerinhoud("Normaliseren", "Eerst kijken wat gewoon is.")
TODAY = date(2026, 11, 30)
CAFE = replace(GOED, dag=TODAY, gastheer="Welzijn")


def refused(do, *args) -> str:
    with pytest.raises(Refused) as found:
        do(*args)
    return found.value.code


@pytest.mark.parametrize(
    ("soort", "inhoud", "code"),
    [
        ("rangorde", GOED, "niet_gevonden"),
        (COMPETENTIE, replace(GOED, naam=" "), "leerblad_zonder_naam"),
        (COMPETENTIE, replace(GOED, naam="a" * 121), "tekst_te_lang"),
        (COMPETENTIE, replace(GOED, omschrijving=""), "leerblad_zonder_tekst"),
        (LEERLIJN, GOED, "leerlijn_zonder_onderdelen"),
        (LEERLIJN, replace(GOED, onderdelen=("a",) * 21), "leerlijn_zonder_onderdelen"),
        (LEERLIJN, replace(GOED, onderdelen=("a",), competenties=("x",)), "competentie_onbekend"),
        (KENNISCAFE, GOED, "kenniscafe_zonder_dag"),
        (KENNISCAFE, replace(CAFE, gastheer=" "), "kenniscafe_zonder_dag"),
        (KENNISCAFE, replace(CAFE, vervolg="a" * 4_001), "tekst_te_lang"),
    ],
)
def test_a_sheet_that_cannot_be_is_refused(soort, inhoud, code):
    assert refused(check_leerinhoud, soort, inhoud, {"known"}) == code


@pytest.mark.parametrize(
    ("soort", "inhoud"),
    [
        (COMPETENTIE, GOED),
        (LEERLIJN, replace(GOED, onderdelen=("Meelopen",), competenties=("known",))),
        (KENNISCAFE, CAFE),
    ],
)
def test_what_is_kept_comes_back_as_it_was(soort, inhoud):
    check_leerinhoud(soort, inhoud, {"known"})
    assert Leerinhoud.thawed(inhoud.frozen()) == inhoud


def test_nobody_took_part_in_what_has_not_been():
    check_deelname(KENNISCAFE, CAFE, TODAY)
    check_deelname(LEERLIJN, GOED, TODAY)
    assert refused(check_deelname, KENNISCAFE, CAFE, date(2026, 11, 29)) == "kenniscafe_nog_niet_geweest"
    assert refused(check_deelname, COMPETENTIE, GOED, TODAY) == "deelname_kan_niet"
    assert refused(check_gasten, 201) == "aantal_onmogelijk"


def test_groups_add_up_and_stand_in_the_order_of_their_names_whatever_their_number():
    found = grouped(
        [("Welzijn", "gezinscoach", 9), ("GGD", "jeugdarts", 1), ("Welzijn", "gezinscoach", 1), ("A", "x", 0)]
    )
    assert found == (Deelnamegroep("GGD", "jeugdarts", 1), Deelnamegroep("Welzijn", "gezinscoach", 10))
