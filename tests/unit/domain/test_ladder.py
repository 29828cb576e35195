"""The ladder binds the toegang and nobody else; every rule with a case that passes and one that does not."""

from datetime import date, timedelta
from itertools import product

import pytest

from koers.domain.ladder import (
    ALGEMENE_VOORZIENING,
    CRISIS,
    EIGEN_KRACHT,
    HARDHEIDSCLAUSULE,
    HELPT,
    INDIVIDUELE_VOORZIENING,
    OMGEVINGSKRACHT,
    UITKOMSTEN,
    UITZONDERINGEN,
    VOORLIGGENDE_TREDEN,
    Trede,
    Uitzondering,
    check_ladder,
    check_trede,
    check_uitzondering,
    latest,
    open_treden,
    reasons_for_letter,
)
from koers.domain.routes import JUSTITIE, MEDISCH, TOEGANG
from koers.domain.weigering import Refused
from koers.presentation.woorden import TREDE_UITKOMSTEN, TREDEN
from koers.presentation.woorden import UITZONDERINGEN as WOORDEN_UITZONDERING
from koers.presentation.zinnen_treden import GAF, OVERGESLAGEN, WIE

TODAY = date(2026, 3, 3)
GISTEREN, MORGEN = TODAY - timedelta(days=1), TODAY + timedelta(days=1)


def trede(welke, uitkomst="niet_passend", datum=TODAY, reden="Dit is geprobeerd."):
    return Trede(welke, uitkomst, reden, datum)


def walked(**other):
    """Every step with an outcome; some of them another one."""
    return tuple(trede(t, other.get(t, "helpt_deels")) for t in VOORLIGGENDE_TREDEN)


def refusal(do, *args, **kwargs):
    with pytest.raises(Refused) as refused:
        do(*args, **kwargs)
    return refused.value


def test_every_open_step_stops_the_toegang_and_is_named():
    for known in product((False, True), repeat=3):
        rows = [trede(t) for t, there in zip(VOORLIGGENDE_TREDEN, known, strict=True) if there]
        missing = tuple(t for t, there in zip(VOORLIGGENDE_TREDEN, known, strict=True) if not there)
        assert open_treden(rows, today=TODAY) == missing
        if missing:
            refused = refusal(check_ladder, TOEGANG, rows, today=TODAY)
            assert (refused.code, refused.params["treden"]) == ("trede_open", missing)
        else:
            check_ladder(TOEGANG, rows, today=TODAY)


@pytest.mark.parametrize("route", [MEDISCH, JUSTITIE])
@pytest.mark.parametrize("rows", [(), walked(), walked(eigen_kracht=HELPT)])
def test_the_other_routes_never_wait_for_the_ladder(route, rows):
    check_ladder(route, rows, today=TODAY)


@pytest.mark.parametrize("welke", VOORLIGGENDE_TREDEN)
def test_a_step_that_suffices_leaves_nothing_to_decide_until_it_no_longer_does(welke):
    rows = walked(**{welke: HELPT})
    refused = refusal(check_ladder, TOEGANG, rows, today=TODAY)
    assert (refused.code, refused.params["treden"]) == ("trede_volstaat", (welke,))
    check_ladder(TOEGANG, (*rows, trede(welke, "helpt_deels", MORGEN)), today=MORGEN)


@pytest.mark.parametrize("uitkomst", [u for u in UITKOMSTEN if u != HELPT])
def test_every_other_outcome_leads_on(uitkomst):
    check_ladder(TOEGANG, walked(omgevingskracht=uitkomst), today=TODAY)


def test_a_step_walked_after_the_day_of_the_besluit_does_not_count():
    rows = (*walked()[:2], trede(ALGEMENE_VOORZIENING, datum=TODAY))
    assert refusal(check_ladder, TOEGANG, rows, today=GISTEREN).code == "trede_open"
    check_ladder(TOEGANG, rows, today=TODAY)


def test_an_outcome_without_a_reason_is_an_open_step():
    rows = (*walked()[:2], trede(ALGEMENE_VOORZIENING, reden=" "))
    assert refusal(check_ladder, TOEGANG, rows, today=TODAY).params["treden"] == (ALGEMENE_VOORZIENING,)


@pytest.mark.parametrize("soort", [CRISIS, HARDHEIDSCLAUSULE])
@pytest.mark.parametrize("rows", [(), walked(eigen_kracht=HELPT)])
def test_a_recorded_exception_passes_over_the_ladder_from_its_day(soort, rows):
    check_ladder(TOEGANG, rows, **{soort: Uitzondering(soort, "Dit kan niet wachten.", TODAY)}, today=TODAY)
    for hollow in (
        Uitzondering(soort, "Dit kan niet wachten.", MORGEN),
        Uitzondering(soort, "  ", TODAY),
    ):
        assert refusal(check_ladder, TOEGANG, rows, **{soort: hollow}, today=TODAY).code in (
            "trede_open",
            "trede_volstaat",
        )


def test_what_is_written_down_says_enough():
    check_trede(trede(EIGEN_KRACHT), today=TODAY)
    for wrong, code in (
        (trede("trap"), "trede_onbekend"),
        (trede(INDIVIDUELE_VOORZIENING), "trede_onbekend"),
        (trede(EIGEN_KRACHT, "misschien"), "trede_onbekend"),
        (trede(EIGEN_KRACHT, reden="  "), "trede_zonder_reden"),
        (trede(EIGEN_KRACHT, datum=MORGEN), "datum_in_toekomst"),
    ):
        assert refusal(check_trede, wrong, today=TODAY).code == code
    check_uitzondering(Uitzondering(CRISIS, "Nu.", TODAY), today=TODAY)
    for wrong, code in (
        (Uitzondering("haast", "Nu.", TODAY), "uitzondering_onbekend"),
        (Uitzondering(CRISIS, "", TODAY), "uitzondering_zonder_reden"),
        (Uitzondering(CRISIS, "Nu.", MORGEN), "datum_in_toekomst"),
    ):
        assert refusal(check_uitzondering, wrong, today=TODAY).code == code


def test_the_later_day_holds_and_of_one_day_the_last_written():
    rows = (trede(EIGEN_KRACHT, "helpt_deels"), trede(EIGEN_KRACHT, HELPT, GISTEREN))
    assert latest(rows, today=TODAY)[EIGEN_KRACHT].uitkomst == "helpt_deels"
    assert latest(rows, today=GISTEREN)[EIGEN_KRACHT].uitkomst == HELPT
    same_day = (trede(EIGEN_KRACHT, "helpt_deels"), trede(EIGEN_KRACHT, HELPT))
    assert latest(same_day, today=TODAY)[EIGEN_KRACHT].uitkomst == HELPT


def test_the_letter_goes_up_the_stairs_and_then_says_what_was_passed_over():
    rows = (trede(OMGEVINGSKRACHT), trede(EIGEN_KRACHT, "helpt_deels"))
    passed = [Uitzondering(CRISIS, "Nu.", GISTEREN), Uitzondering(HARDHEIDSCLAUSULE, "Later.", MORGEN)]
    reasons = reasons_for_letter(rows, passed, today=TODAY)
    assert [r.soort for r in reasons] == [EIGEN_KRACHT, OMGEVINGSKRACHT, CRISIS]
    assert reasons_for_letter((), (), today=TODAY) == ()


def test_every_choice_has_its_words():
    assert set(WIE) == set(VOORLIGGENDE_TREDEN)
    assert set(GAF) == set(TREDE_UITKOMSTEN) == set(UITKOMSTEN)
    assert set(OVERGESLAGEN) == set(WOORDEN_UITZONDERING) == set(UITZONDERINGEN)
    assert set(TREDEN) == {*VOORLIGGENDE_TREDEN, INDIVIDUELE_VOORZIENING}
