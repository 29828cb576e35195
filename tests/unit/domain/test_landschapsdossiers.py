"""What each phase of a dossier of the zorglandschap needs."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from koers.domain.landschapsdossiers import (
    Alternatief,
    Behoefte,
    Marktantwoord,
    Marktvraag,
    Overdrachtsplan,
    check_alternatief,
    check_behoefte,
    check_marktantwoord,
    check_marktvraag,
    check_overdracht,
    check_uitkomst,
)
from koers.domain.weigering import Refused

VANDAAG = date(2026, 11, 30)
MORGEN = VANDAAG + timedelta(days=1)


def refused(do) -> str:
    with pytest.raises(Refused) as found:
        do()
    return found.value.code


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"naam": " "}, "dossier_zonder_naam"),
        ({"hulpvorm": "99"}, "hulpvorm_onbekend"),
        ({"gebied": "assen"}, "dossiergebied_onbekend"),
        ({"project": "xyz"}, "project_onbekend"),
        ({"plekken": 0}, "plekken_onmogelijk"),
        ({"plekken": 10_001}, "plekken_onmogelijk"),
        ({"tekst": ""}, "behoefte_zonder_tekst"),
    ],
)
def test_a_need_says_who_misses_what(more, code):
    nieuw = Behoefte("Kleine huizen", "14", "drenthe", "Jeugdigen.")
    known = ({"14"}, {"drenthe"}, {"kwv"})
    assert refused(lambda: check_behoefte(replace(nieuw, **more), *known)) == code
    check_behoefte(replace(nieuw, plekken=12, project="kwv"), *known)


@pytest.mark.parametrize(
    ("nieuw", "code"),
    [
        (Alternatief("", "a", "b"), "alternatief_zonder_wat"),
        (Alternatief("x", "", "b"), "alternatief_zonder_voor_en_tegen"),
        (Alternatief("x", "a", " "), "alternatief_zonder_voor_en_tegen"),
    ],
)
def test_an_alternative_has_two_sides(nieuw, code):
    assert refused(lambda: check_alternatief(nieuw)) == code


@pytest.mark.parametrize(
    ("nieuw", "code"),
    [
        (Marktvraag("", "x", VANDAAG), "aanbieder_ontbreekt"),
        (Marktvraag("A", "", VANDAAG), "marktvraag_leeg"),
        (Marktvraag("A", "x", MORGEN), "datum_in_toekomst"),
    ],
)
def test_a_provider_was_asked_something_on_a_day(nieuw, code):
    assert refused(lambda: check_marktvraag(nieuw, VANDAAG)) == code


@pytest.mark.parametrize(
    ("nieuw", "code"),
    [
        (Marktantwoord("misschien", "x", VANDAAG), "marktantwoord_onbekend"),
        (Marktantwoord("kan", "", VANDAAG), "marktantwoord_leeg"),
        (Marktantwoord("kan", "x", MORGEN), "datum_in_toekomst"),
        (Marktantwoord("kan", "x", VANDAAG - timedelta(days=9)), "dag_voor_vorige"),
    ],
)
def test_an_answer_comes_after_the_question(nieuw, code):
    asked = VANDAAG - timedelta(days=5)
    assert refused(lambda: check_marktantwoord(nieuw, asked, VANDAAG)) == code
    check_marktantwoord(Marktantwoord("geen_antwoord", "", VANDAAG), asked, VANDAAG)


def test_a_decision_has_reasons_and_waits_for_nobody():
    assert refused(lambda: check_uitkomst("later", "x", 0)) == "inkoopkeuze_onbekend"
    assert refused(lambda: check_uitkomst("inkopen", " ", 0)) == "uitkomst_zonder_reden"
    assert refused(lambda: check_uitkomst("niet_inkopen", "x", 2)) == "markt_wacht_nog"
    check_uitkomst("anders", "x", 0)


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"inkoopregio": "drenthe"}, "overdrachtregio_onbekend"),
        ({"eigenaar": ""}, "actie_zonder_eigenaar"),
        ({"tekst": ""}, "overdracht_zonder_tekst"),
        ({"uiterlijk": VANDAAG}, "actie_nieuwe_dag"),
    ],
)
def test_handing_over_names_an_owner_and_a_day(more, code):
    nieuw = Overdrachtsplan("zuid-drenthe", "de inkoper", MORGEN, "Alles.")
    assert refused(lambda: check_overdracht(replace(nieuw, **more), {"zuid-drenthe"}, VANDAAG)) == code
    check_overdracht(nieuw, {"zuid-drenthe"}, VANDAAG)
