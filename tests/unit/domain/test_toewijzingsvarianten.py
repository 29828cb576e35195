"""Which combinations of product, amount, unit, frequency, budget and end a toewijzing may have."""

from dataclasses import replace
from datetime import date, timedelta
from itertools import product

import pytest

from koers.domain.toewijzingsberichten import Gegeven, Hoeveelheid, check_wijziging
from koers.domain.toewijzingsvarianten import (
    ASPECIFIEK,
    GENERIEK,
    SPECIFIEK,
    Lopend,
    Omvang,
    Opzet,
    check_opzet,
    check_stapeling,
    variant_of,
)
from koers.domain.weigering import Refused

EIND = date(2026, 12, 31)
# What the standard allows, once more by hand: unit -> frequencies, of which 2 asks for an end.
INSPANNING = {"01": "1246", "04": "1246", "16": "246", "14": "246", "84": "246"}
OUTPUT = {"82": "1246", "83": "246"}


def opzet(variant: str, **anders) -> Opzet:
    return replace(Opzet(variant, "45", "04", None, None, EIND), **anders)


def fault(een: Opzet) -> str:
    try:
        check_opzet(een)
    except Refused as refused:
        return refused.code
    return ""


@pytest.mark.parametrize(
    ("eenheid", "frequentie", "eind"), list(product([*INSPANNING, *OUTPUT], "1246", [EIND, None]))
)
def test_one_product_in_every_unit_and_frequency(eenheid, frequentie, eind):
    mag = frequentie in (INSPANNING | OUTPUT)[eenheid] and (frequentie != "2" or eind is not None)
    een = opzet(SPECIFIEK, eenheid=eenheid, omvang=Omvang(2, eenheid, frequentie), tot_datum=eind)
    assert (fault(een) == "") is mag


@pytest.mark.parametrize(
    ("een", "code"),
    [
        (opzet("anders"), "variant_onbekend"),
        (opzet(SPECIFIEK), "specifiek_zonder_omvang"),
        (opzet(SPECIFIEK, omvang=Omvang(2, "04", "4"), budget_cent=100), "budget_naast_omvang"),
        (opzet(ASPECIFIEK), ""),
        (opzet(ASPECIFIEK, tot_datum=None), ""),
        (opzet(ASPECIFIEK, budget_cent=100), ""),
        (opzet(ASPECIFIEK, budget_cent=100, tot_datum=None), "budget_zonder_einde"),
        (opzet(ASPECIFIEK, budget_cent=0), "budget_klopt_niet"),
        (opzet(ASPECIFIEK, budget_cent=100_000_000), "budget_klopt_niet"),
        (opzet(ASPECIFIEK, omvang=Omvang(2, "04", "4")), "omvang_zonder_product"),
        (opzet(ASPECIFIEK, eenheid="82"), "aspecifiek_niet_bij_resultaat"),
        (opzet(ASPECIFIEK, eenheid="83"), "aspecifiek_niet_bij_resultaat"),
        (opzet(ASPECIFIEK, eenheid="83", categorie="55"), ""),
        (opzet(ASPECIFIEK, eenheid="04", categorie="55"), "aspecifiek_niet_landelijk"),
        (opzet(GENERIEK, budget_cent=100), ""),
        (opzet(GENERIEK, budget_cent=100, eenheid="82"), ""),
        (opzet(GENERIEK), "generiek_zonder_budget"),
        (opzet(GENERIEK, budget_cent=100, tot_datum=None), "budget_zonder_einde"),
        (opzet(GENERIEK, budget_cent=100, omvang=Omvang(2, "04", "4")), "omvang_zonder_product"),
    ],
)
def test_each_kind_has_what_it_needs_and_nothing_else(een, code):
    assert fault(een) == code


def test_a_toewijzing_that_is_there_has_one_kind():
    assert variant_of(met_omvang=True, generiek=False) == SPECIFIEK
    assert variant_of(met_omvang=False, generiek=False) == ASPECIFIEK
    assert variant_of(met_omvang=False, generiek=True) == GENERIEK


@pytest.mark.parametrize(
    ("een", "ander", "botst"),
    [
        (("45", "45A03"), ("45", "45A03"), True),
        (("45", "45A03"), ("45", "45A04"), False),
        (("45", "45A03"), ("45", ""), True),
        (("45", ""), ("44", ""), False),
        (("", ""), ("44", "44A09"), True),
        (("45", ""), ("", ""), True),
    ],
)
def test_stacking_by_kind(een, ander, botst):
    dag = date(2026, 5, 1)
    nieuw = Lopend(1, *een, dag, dag + timedelta(days=10))
    naast = Lopend(2, *ander, dag + timedelta(days=9), None)
    if botst:
        with pytest.raises(Refused, match="toewijzing_gestapeld"):
            check_stapeling(nieuw, [naast])
    else:
        check_stapeling(nieuw, [naast])
    check_stapeling(nieuw, [replace(naast, ingangsdatum=dag + timedelta(days=10))])
    check_stapeling(nieuw, [replace(naast, tot_datum=naast.ingangsdatum)])  # taken away: it has no days


NU = date(2026, 5, 20)
TOTAAL = Gegeven(NU - timedelta(days=30), EIND, Omvang(40, "04", "6"), gestart=True, verbruikt=10)
BUDGET = Gegeven(NU - timedelta(days=30), EIND, None, gestart=True, budget_cent=5_000, verbruikt=1_000)
PER_WEEK = replace(TOTAAL, omvang=Omvang(2, "04", "2"), verbruikt=0)
MEER, MINDER = Hoeveelheid(50), Hoeveelheid(30)


@pytest.mark.parametrize(
    ("nu", "reden", "hoeveel", "akkoord", "code"),
    [
        (TOTAAL, "04", MEER, False, ""),
        (TOTAAL, "05", MEER, False, "reden_past_niet_bij_meer"),
        (TOTAAL, "05", MINDER, False, "minder_zonder_akkoord"),
        (TOTAAL, "05", MINDER, True, ""),
        (TOTAAL, "04", MINDER, True, "reden_past_niet_bij_minder"),
        (TOTAAL, "14", MINDER, True, ""),
        (TOTAAL, "05", Hoeveelheid(9), True, "minder_dan_gedeclareerd"),
        (TOTAAL, "05", Hoeveelheid(10), True, ""),
        (TOTAAL, "04", Hoeveelheid(0), False, "omvang_klopt_niet"),
        (TOTAAL, "04", Hoeveelheid(40), False, "niets_gewijzigd"),
        (TOTAAL, "04", Hoeveelheid(budget_cent=100), False, "geen_budget"),
        (PER_WEEK, "04", Hoeveelheid(4), False, "omvang_vraagt_nieuwe"),
        (BUDGET, "04", Hoeveelheid(4), False, "omvang_vraagt_nieuwe"),
        (BUDGET, "12", Hoeveelheid(budget_cent=6_000), False, ""),
        (BUDGET, "12", Hoeveelheid(budget_cent=4_000), False, "minder_zonder_akkoord"),
        (BUDGET, "12", Hoeveelheid(budget_cent=999), True, "minder_dan_gedeclareerd"),
        (BUDGET, "12", Hoeveelheid(budget_cent=100_000_000), False, "budget_klopt_niet"),
    ],
)
def test_another_total_or_budget(nu, reden, hoeveel, akkoord, code):
    def change():
        return check_wijziging(nu, reden, nu.tot_datum, akkoord=akkoord, today=NU, hoeveel=hoeveel)

    if code:
        with pytest.raises(Refused) as refused:
            change()
        assert refused.value.code == code
    else:
        assert change() == EIND


def test_the_provider_that_asks_for_less_agrees_with_it():
    minder = Hoeveelheid(budget_cent=4_000)
    assert (
        check_wijziging(BUDGET, "12", EIND, akkoord=False, today=NU, hoeveel=minder, op_verzoek=True) == EIND
    )


def test_a_budget_keeps_its_end():
    with pytest.raises(Refused, match="budget_zonder_einde"):
        check_wijziging(BUDGET, "04", None, akkoord=False, today=NU)
