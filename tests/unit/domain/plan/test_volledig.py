"""What a plan of each size must have before it is final; each rule with a plan that misses it."""

from dataclasses import replace
from datetime import date
from uuid import UUID

import pytest

from koers.domain.plan.onderdelen import (
    IN_DEEL,
    Actie,
    DeelSoort,
    Doel,
    Gehoord,
    Grootte,
    Hulp,
    Meting,
    Onderdeel,
    Woorden,
    Zorg,
    check_onderdeel,
)
from koers.domain.plan.volledig import missing
from koers.domain.weigering import Refused
from tests.unit.domain.plan.maken import GEHOORD, MOEDER, NOOR, SAM, VANDAAG, ZORG, whole, with_things

AL = date(2026, 9, 1)


def code_of(inhoud, deel) -> str:
    try:
        check_onderdeel(inhoud, deel, whole())
    except Refused as refused:
        return refused.code
    return ""


def codes(plan, *, besproken=True) -> list[str]:
    return [gemis.code for gemis in missing(plan, familiegroepsplan_besproken=besproken)]


@pytest.mark.parametrize("grootte", Grootte)
def test_a_whole_plan_misses_nothing(grootte):
    assert codes(whole(grootte)) == []


def heard(moment: Gehoord):
    plan = whole()
    stem = plan.delen[1]
    kept = tuple(replace(o, inhoud=moment) if o.id == GEHOORD else o for o in stem.onderdelen)
    return replace(plan, delen=(plan.delen[0], replace(stem, onderdelen=kept), *plan.delen[2:]))


@pytest.mark.parametrize(
    ("plan", "verwacht"),
    [
        (with_things(whole(), DOEL=Doel("Noor slaapt door.", wanneer=AL)), ["plan_zorg_open"]),
        (
            with_things(whole(), DOEL=Doel("Iets anders", wanneer=AL), ZORG=Zorg("x", "doel")),
            ["plan_zorg_open"],
        ),
        (with_things(whole(), DOEL=Doel("d", wanneer=AL), ZORG=Zorg("x", "aanvaard", "mag zo blijven")), []),
        (with_things(whole(), DOEL=Doel("d", wanneer=AL), ZORG=Zorg("x", "elders", "huisarts")), []),
        (
            with_things(whole(), DOEL=Doel("d", wanneer=AL), ZORG=Zorg("x", "elders", " ")),
            ["plan_zorg_zonder_waarom"],
        ),
        (with_things(whole(), DOEL=Doel("d", zorgen=(ZORG,))), ["plan_doel_zonder_wanneer"]),
        (with_things(whole(), DOEL=None, ZORG=None), ["plan_doel"]),
        (with_things(whole(), ACTIE=Actie("iets", AL)), ["plan_actie_zonder_eigenaar"]),
        (with_things(whole(), ACTIE=Actie("iets", netwerk="oma")), ["plan_actie_zonder_datum"]),
        (
            with_things(whole(), HULP=Hulp(NOOR, "Begeleiding", afschalen_op=AL)),
            ["plan_hulp_zonder_voorliggend"],
        ),
        (with_things(whole(), HULP=Hulp(NOOR, "x", waarom_niet="te ver", afschalen_op=AL)), []),
        (with_things(whole(), HULP=Hulp(NOOR, "x", voorliggend="judo")), ["plan_hulp_zonder_afschalen"]),
        (heard(Gehoord(NOOR, True, None, "Annet")), ["plan_gehoord_onvolledig"]),
        (heard(Gehoord(NOOR, True, VANDAAG)), ["plan_gehoord_onvolledig"]),
        (heard(Gehoord(NOOR, False)), ["plan_gehoord_onvolledig"]),
        (heard(Gehoord(NOOR, False, waarom_niet="een baby")), []),
        (replace(whole(), jeugdigen=(NOOR, SAM)), ["plan_kind_niet_gehoord"]),
        (replace(whole(), evaluatiedatum=None), ["plan_evaluatiedatum"]),
    ],
)
def test_what_is_missing(plan, verwacht):
    assert codes(plan) == verwacht


def test_a_light_plan_asks_less():
    light = with_things(whole(Grootte.LICHT), DOEL=None, ZORG=None, HULP=None)
    assert codes(light, besproken=False) == []
    assert codes(with_things(light, ACTIE=None)) == ["plan_afspraak"]
    assert codes(replace(light, grootte=Grootte.GEWOON), besproken=False) == [
        "plan_doel",
        "plan_familiegroepsplan",
    ]


def test_a_complex_plan_wants_an_action_for_every_goal():
    plan = with_things(whole(Grootte.COMPLEX), ACTIE=Actie("iets", AL, netwerk="oma"))
    assert codes(plan) == ["plan_doel_zonder_actie"]
    assert codes(replace(plan, grootte=Grootte.GEWOON)) == []


def test_nothing_at_all_tells_all_at_once():
    empty = replace(whole(), delen=())
    assert codes(replace(empty, evaluatiedatum=None), besproken=False) == [
        "plan_woorden",
        "plan_kind_niet_gehoord",
        "plan_doel",
        "plan_familiegroepsplan",
        "plan_vertrouwenspersoon",
        "plan_evaluatiedatum",
    ]


@pytest.mark.parametrize(
    ("plek", "inhoud", "code"),
    [
        (0, Woorden("Ik", MOEDER), "woorden_in_eigen_deel"),
        (0, Meting(NOOR, VANDAAG, (("meedoen", 7),)), "onderdeel_hoort_hier_niet"),
        (1, Meting(NOOR, VANDAAG, ()), "meting_zonder_score"),
        (1, Meting(NOOR, VANDAAG, (("meedoen", 11),)), "score_buiten_bereik"),
        (1, Meting(NOOR, VANDAAG, (("meedoen", -1),)), "score_buiten_bereik"),
        (1, Gehoord(SAM, True), "kind_niet_in_plan"),
        (0, Zorg(""), "onderdeel_leeg"),
        (0, Doel("iets", jeugdigen=(SAM,)), "kind_niet_in_plan"),
        (0, Actie("iets", netwerk="oma", gezinslid=MOEDER), "te_veel_eigenaren"),
        (0, Hulp(SAM, "x"), "kind_niet_in_plan"),
        (0, Doel("iets"), ""),
        (1, Meting(NOOR, VANDAAG, (("meedoen", 0), ("zin", 10))), ""),
    ],
)
def test_what_can_stand_where(plek, inhoud, code):
    assert code_of(inhoud, whole().delen[plek]) == code
    assert Onderdeel(UUID(int=1), inhoud).soort in IN_DEEL[DeelSoort.SAMEN] + IN_DEEL[DeelSoort.JEUGDIGE]
