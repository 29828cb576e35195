"""When a toewijzing may change, what is stacking, and that frozen values come back as they were."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koers.domain.toewijzingsberichten import (
    Adres,
    Clientbeeld,
    Gegeven,
    Relatie,
    Toegewezen,
    Toewijzingsbericht,
    Verzoekantwoord,
    check_wijziging,
    freeze,
    last_day,
    missing,
    thaw,
)
from koers.domain.toewijzingsvarianten import Lopend, Omvang, check_omvang, check_stapeling
from koers.domain.weigering import Refused

DAG = date(2026, 5, 20)
ADRES = Adres("03", "9411AB", 1, "", "Dorp", "Beilen")
KIND = Clientbeeld("999900006", "Dekker", "van", "Sem", date(2012, 6, 15), "M", ADRES)
NU = Gegeven(DAG - timedelta(days=30), DAG + timedelta(days=30), Omvang(2, "04", "2"))
dagen = st.integers(-40, 40).map(lambda n: DAG + timedelta(days=n))


def day(n: int) -> date:
    return DAG + timedelta(days=n)


def test_frozen_values_come_back_as_they_were_and_always_the_same():
    ouder = Relatie("Visser", "", "Ans", None, "V", ADRES)
    een = Toegewezen(1, "45", "45A03", DAG, "12:00:00", DAG, None, "04", Omvang(2, "04", "2"), "A1")
    bericht = Toewijzingsbericht(replace(KIND, relaties=(ouder,)), (een, replace(een, nummer=2, omvang=None)))
    assert thaw(Toewijzingsbericht, freeze(bericht)) == bericht
    assert freeze(bericht) == freeze(thaw(Toewijzingsbericht, freeze(bericht)))
    antwoord = Verzoekantwoord("A1", "2")
    assert thaw(Verzoekantwoord, freeze(antwoord)) == antwoord


@pytest.mark.parametrize(
    ("kind", "codes"),
    [
        (KIND, ()),
        (replace(KIND, bsn=""), ("geen_bsn",)),
        (replace(KIND, geboortedatum=None), ("geen_geboortedatum",)),
        (replace(KIND, adres=None), ("geen_adres",)),
    ],
)
def test_what_a_message_cannot_do_without(kind, codes):
    assert missing(kind) == codes


@pytest.mark.parametrize(
    ("omvang", "einde", "code"),
    [
        (None, None, ""),
        (Omvang(2, "04", "4"), None, ""),
        (Omvang(2, "04", "1"), None, ""),
        (Omvang(2, "04", "2"), DAG, ""),
        (Omvang(0, "04", "4"), None, "omvang_klopt_niet"),
        (Omvang(2, "04", ""), None, "omvang_klopt_niet"),
        (Omvang(100_000_000, "04", "4"), None, "omvang_klopt_niet"),
        (Omvang(2, "16", "1"), None, "frequentie_past_niet"),
        (Omvang(2, "04", "2"), None, "per_week_zonder_einde"),
    ],
)
def test_how_much_help(omvang, einde, code):
    if code:
        with pytest.raises(Refused, match=code):
            check_omvang(omvang, einde)
    else:
        check_omvang(omvang, einde)


@pytest.mark.parametrize(
    ("nu", "reden", "tot", "akkoord", "code"),
    [
        (NU, "01", day(40), False, "reden_wijziging_onbekend"),
        (replace(NU, tot_datum=NU.ingangsdatum), "04", day(40), False, "toewijzing_verwijderd"),
        (replace(NU, gestart=True), "13", None, False, "verwijderen_na_start"),
        (replace(NU, gedeclareerd=True), "13", None, False, "verwijderen_na_declaratie"),
        (NU, "05", NU.tot_datum, False, "niets_gewijzigd"),
        (NU, "05", NU.ingangsdatum, True, "periode_omgekeerd"),
        (NU, "04", day(10), False, "eind_niet_later"),
        (NU, "05", day(40), False, "verkorting_niet_eerder"),
        (NU, "05", day(0), False, "verkorten_zonder_akkoord"),
        (NU, "04", None, False, "per_week_zonder_einde"),
        (replace(NU, tot_datum=day(0)), "04", day(40), False, "verlengen_vraagt_nieuwe"),
        (replace(NU, omvang=Omvang(9, "04", "6")), "04", day(40), False, "verlengen_vraagt_nieuwe"),
    ],
)
def test_what_may_not_change(nu, reden, tot, akkoord, code):
    with pytest.raises(Refused, match=code):
        check_wijziging(nu, reden, tot, akkoord=akkoord, today=DAG)


@pytest.mark.parametrize(
    ("reden", "tot", "akkoord", "nieuw"),
    [
        ("04", day(40), False, day(40)),
        ("05", day(10), False, day(10)),
        ("05", day(1), False, day(1)),  # the last day is today
        ("05", day(-5), True, day(-5)),
        ("12", day(40), False, day(40)),
        ("14", day(10), False, day(10)),
        ("13", None, False, NU.ingangsdatum),
    ],
)
def test_what_may_change(reden, tot, akkoord, nieuw):
    assert check_wijziging(NU, reden, tot, akkoord=akkoord, today=DAG) == nieuw


@given(dagen, st.one_of(st.none(), dagen), dagen, st.one_of(st.none(), dagen))
def test_stacking_is_a_shared_day_whatever_the_order(van, tot, van2, tot2):
    een, ander = (Lopend(1, "45", "45A03", van, tot), Lopend(2, "45", "45A03", van2, tot2))
    horizon = [DAG + timedelta(days=n) for n in range(-45, 46)]
    samen = any(
        a <= dag < (b or date.max) and c <= dag < (d or date.max)
        for dag in horizon
        for a, b, c, d in [(van, tot, van2, tot2)]
    )
    if (tot is not None and tot <= van) or (tot2 is not None and tot2 <= van2):
        return
    for links, rechts in ((een, ander), (ander, een)):
        try:
            check_stapeling(links, [rechts])
            gestapeld = False
        except Refused:
            gestapeld = True
        assert gestapeld == samen


@pytest.mark.parametrize(
    ("categorie", "code", "gestapeld"),
    [("45", "45A03", True), ("45", "45A04", False), ("44", "44A09", False), ("45", "", True)],
)
def test_the_whole_category_stacks_with_each_of_its_products(categorie, code, gestapeld):
    ander = [Lopend(2, categorie, code, DAG, None)]
    if gestapeld:
        with pytest.raises(Refused, match="toewijzing_gestapeld"):
            check_stapeling(Lopend(1, "45", "45A03", DAG, None), ander)
    else:
        check_stapeling(Lopend(1, "45", "45A03", DAG, None), ander)


def test_the_last_day_of_what_was_taken_away_is_its_first():
    assert (last_day(None, DAG), last_day(day(1), DAG), last_day(DAG, DAG)) == (None, DAG, DAG)
