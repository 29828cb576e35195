"""What changed, storing and reading back, the offer of a familiegroepsplan, and its clock."""

import json
from dataclasses import replace
from datetime import date

import pytest

from koers.domain.plan.familiegroepsplan import Groepsplanstap, Stap, check_stap, due, is_discussed, state
from koers.domain.plan.onderdelen import SOORTEN, Doel, Grootte, Kracht, Onderdeel
from koers.domain.plan.opslag import decode_plan, encode_plan
from koers.domain.plan.verschil import Wat, difference
from koers.domain.weigering import Refused
from koers.policy import beleid
from tests.unit.domain.plan.maken import ACTIE, DOEL, NOOR, UUID, ZORG, whole, with_things


def test_a_plan_comes_back_as_it_was_stored():
    plan = whole()
    assert decode_plan(json.loads(json.dumps(encode_plan(plan)))) == plan


def test_every_kind_can_be_stored():
    assert {soort for deel in whole().delen for soort in [o.soort for o in deel.onderdelen]} <= set(SOORTEN)
    assert len(SOORTEN) == 11


def test_nothing_changed_is_no_difference():
    assert not difference(whole(), whole())
    turned = whole()
    samen = turned.delen[0]
    backwards = replace(samen, onderdelen=samen.onderdelen[::-1])
    assert not difference(whole(), replace(turned, delen=(backwards, *turned.delen[1:])))


def test_what_came_what_went_and_what_changed():
    nieuw_doel = Doel("Noor slaapt zeven nachten door.", "oma", date(2026, 9, 1), (ZORG,), (NOOR,))
    plan = with_things(whole(), DOEL=nieuw_doel, ACTIE=None)
    extra = Onderdeel(UUID(int=99), Kracht("Oma woont dichtbij."))
    samen = plan.delen[0]
    plan = replace(plan, delen=(replace(samen, onderdelen=(*samen.onderdelen, extra)), *plan.delen[1:]))
    found = difference(whole(), replace(plan, grootte=Grootte.COMPLEX))
    assert [(w.wat, w.onderdeel, w.velden) for w in found.wijzigingen] == [
        (Wat.ANDERS, DOEL, ("wat", "wanneer")),
        (Wat.NIEUW, extra.id, ()),
        (Wat.WEG, ACTIE, ()),
    ]
    assert found.velden == ("grootte",)
    back = difference(replace(plan, grootte=Grootte.COMPLEX), whole())
    assert [w.wat for w in back.wijzigingen] == [Wat.ANDERS, Wat.NIEUW, Wat.WEG]


DAG = date(2026, 3, 2)
AANGEBODEN, GAAT_MAKEN = Groepsplanstap(Stap.AANGEBODEN, DAG), Groepsplanstap(Stap.GAAT_MAKEN, DAG)
ZIET_AF = Groepsplanstap(Stap.ZIET_AF, date(2026, 3, 9), reden="liever samen met ons")
GEMAAKT = Groepsplanstap(Stap.GEMAAKT, date(2026, 4, 1))
NIET = Groepsplanstap(Stap.NIET_AANGEBODEN, DAG, "bedreiging", "er is acuut gevaar")


def code(eerder, stap):
    try:
        check_stap(eerder, stap, today=date(2026, 6, 1))
    except Refused as refused:
        return refused.code
    return ""


@pytest.mark.parametrize(
    ("eerder", "stap", "verwacht"),
    [
        ([], AANGEBODEN, ""),
        ([], NIET, ""),
        ([], ZIET_AF, "overgang_mag_niet"),
        ([AANGEBODEN], ZIET_AF, ""),
        ([AANGEBODEN], GAAT_MAKEN, ""),
        ([AANGEBODEN, GAAT_MAKEN], GEMAAKT, ""),
        ([AANGEBODEN, GAAT_MAKEN], ZIET_AF, ""),
        ([AANGEBODEN], GEMAAKT, "overgang_mag_niet"),
        ([AANGEBODEN, ZIET_AF], GAAT_MAKEN, "plan_stap_te_vroeg"),
        ([AANGEBODEN, ZIET_AF], replace(GAAT_MAKEN, datum=date(2026, 5, 1)), "overgang_mag_niet"),
        ([], replace(NIET, grond="geen tijd"), "plan_grond_ontbreekt"),
        ([], replace(NIET, reden=" "), "plan_reden_nodig"),
        ([AANGEBODEN], replace(ZIET_AF, reden=""), "plan_reden_nodig"),
        ([AANGEBODEN], replace(ZIET_AF, datum=date(2026, 3, 1)), "plan_stap_te_vroeg"),
        ([], replace(AANGEBODEN, datum=date(2026, 6, 2)), "datum_in_toekomst"),
    ],
)
def test_the_offer_goes_in_order(eerder, stap, verwacht):
    assert code(eerder, stap) == verwacht


def test_six_weeks_count_from_the_day_that_it_was_settled():
    weken = int(beleid().normen["plan-na-afzien-familiegroepsplan"].waarde)
    assert due([AANGEBODEN, ZIET_AF], weken=weken) == date(2026, 4, 20)
    assert due([NIET], weken=weken) == date(2026, 4, 13)
    for running in ([], [AANGEBODEN], [AANGEBODEN, GAAT_MAKEN], [AANGEBODEN, GAAT_MAKEN, GEMAAKT]):
        assert due(running, weken=weken) is None


def test_an_answer_or_a_ground_means_that_it_was_discussed():
    assert [is_discussed(s) for s in ([], [AANGEBODEN], [AANGEBODEN, GAAT_MAKEN], [NIET])] == [
        False,
        False,
        True,
        True,
    ]
    assert state([AANGEBODEN, ZIET_AF]) == "afgezien"
