"""Reasons beside providers: each by itself, an order that the reasons explain, and never a choice."""

from dataclasses import replace
from datetime import date
from itertools import permutations

import pytest

from koers.domain.matching import Afstand, Gemeld, Kandidaat, Kind, Plek, judge, nearest, order_of

KIND = Kind(
    12, frozenset({"Wijster"}), frozenset({"Wijster", "Beilen"}), "GM1731", frozenset({"GM1731", "GM0106"})
)
GEMELD = Gemeld(date(2026, 3, 1), 2, 14, 3, verouderd=False)
KANDIDAAT = Kandidaat("N4101", 4, 17, (Plek("Beilen", "GM1731"),), GEMELD)


def reasons(kandidaat, kind=KIND, toegekend=frozenset()):
    return {(r.soort, r.telt) for r in judge(kind, kandidaat, toegekend=frozenset(toegekend)).redenen}


@pytest.mark.parametrize(
    ("plek", "verwacht"),
    [
        (Plek("Wijster", "GM1731"), Afstand.PLAATS),
        (Plek("Beilen", "GM1731"), Afstand.DEELGEBIED),
        (Plek("Smilde", "GM1731"), Afstand.GEMEENTE),
        (Plek("Wijster", "GM0106"), Afstand.INKOOPREGIO),  # a place of that name in another gemeente
        (Plek("Emmen", "GM0114"), Afstand.ELDERS),
    ],
)
def test_distance_is_told_by_area(plek, verwacht):
    assert nearest(KIND, [Plek("Emmen", "GM0114"), plek]) is verwacht


def test_without_a_place_nothing_is_said_of_distance_and_a_secret_address_says_no_more_than_the_gemeente():
    assert nearest(KIND, []) is Afstand.ONBEKEND
    secret = replace(KIND, plaatsen=frozenset(), gebied=frozenset())
    assert nearest(secret, [Plek("Wijster", "GM1731")]) is Afstand.GEMEENTE


@pytest.mark.parametrize(
    ("leeftijd", "van", "tot", "verwacht"),
    [
        (4, 4, 17, ("leeftijd_past", 1)),
        (17, 4, 17, ("leeftijd_past", 1)),
        (3, 4, 17, ("leeftijd_past_niet", -1)),
        (18, 4, 17, ("leeftijd_past_niet", -1)),
        (0, None, 3, ("leeftijd_past", 1)),
        (22, 18, None, ("leeftijd_past", 1)),
        (None, 4, 17, ("leeftijd_onbekend", 0)),
        (12, None, None, ("leeftijd_niet_in_contract", 0)),
    ],
)
def test_age_is_that_of_the_contract_both_ends_included(leeftijd, van, tot, verwacht):
    found = reasons(
        replace(KANDIDAAT, leeftijd_van=van, leeftijd_tot_en_met=tot), replace(KIND, leeftijd=leeftijd)
    )
    assert verwacht in found


def test_what_a_besluit_grants_speaks_and_without_a_besluit_nothing_does():
    assert ("besluit", 1) in reasons(KANDIDAAT, toegekend={"N4101"})
    assert ("geen_besluit", -1) in reasons(KANDIDAAT, toegekend={"N5201"})
    assert not {soort for soort, _ in reasons(KANDIDAAT)} & {"besluit", "geen_besluit"}


def test_waiting_is_only_what_was_reported_and_an_old_report_speaks_for_nobody():
    assert ("wachttijd", 1) in reasons(KANDIDAAT)
    assert ("wachttijd", 0) in reasons(replace(KANDIDAAT, gemeld=replace(GEMELD, verouderd=True)))
    assert ("wachttijd", 0) in reasons(replace(KANDIDAAT, gemeld=replace(GEMELD, plekken=0)))
    assert ("wachttijd_onbekend", 0) in reasons(replace(KANDIDAAT, gemeld=None))


def test_earlier_help_and_an_earlier_refusal_are_told_and_exclude_nobody():
    found = judge(KIND, replace(KANDIDAAT, eerder=("Begeleiding",), weigerde=True), toegekend=frozenset())
    assert {r.soort for r in found.redenen} >= {"eerder_hulp", "eerder_geweigerd"}
    assert found.past


def test_the_order_is_fitting_then_waiting_then_distance_whatever_order_they_came_in():
    near, far = Plek("Wijster", "GM1731"), Plek("Emmen", "GM0114")
    candidates = {
        "kort": replace(KANDIDAAT, gemeld=replace(GEMELD, wachttijd_dagen=1), plekken=(far,)),
        "lang, dichtbij": replace(KANDIDAAT, plekken=(near,)),
        "lang, ver": replace(KANDIDAAT, plekken=(far,)),
        "zwijgt": replace(KANDIDAAT, gemeld=None, plekken=(near,)),
        "past niet": replace(KANDIDAAT, leeftijd_tot_en_met=5, gemeld=replace(GEMELD, wachttijd_dagen=0)),
    }
    expected = list(candidates)
    for names in permutations(candidates):
        judged = {n: judge(KIND, candidates[n], toegekend=frozenset()) for n in names}
        assert sorted(names, key=lambda n, judged=judged: order_of(judged[n], n)) == expected
