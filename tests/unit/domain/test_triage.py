"""Triage: safety is never skipped, a crisis never waits, and nobody but a person decides who goes on."""

from datetime import date
from uuid import UUID

import pytest

from koers.domain.toestanden.melding import MELDING
from koers.domain.triage import (
    VRAGEN,
    Antwoord,
    Uitkomst,
    Werklast,
    check_uitkomst,
    check_veiligheidsstap,
    propose,
    runs_vto,
    state_of_melding,
)
from koers.domain.weigering import Refused

RUSTIG = {vraag: Antwoord("niet_aan_de_orde") for vraag in VRAGEN}
DAG = date(2026, 3, 3)


def code(keuze="onderzoek", reden="rustig genoeg", antwoorden=RUSTIG, samen=True):
    try:
        check_uitkomst(Uitkomst(keuze, reden, antwoorden, samen))
    except Refused as refused:
        return refused.code
    return ""


@pytest.mark.parametrize(
    ("wat", "verwacht"),
    [
        ({}, ""),
        ({"keuze": "overleg"}, "uitkomst_onbekend"),  # a meeting is no outcome
        ({"reden": "  "}, "triage_zonder_reden"),
        ({"antwoorden": {}}, "veiligheid_open"),
        ({"antwoorden": {v: RUSTIG[v] for v in VRAGEN[1:]}}, "veiligheid_open"),
        ({"antwoorden": RUSTIG | {VRAGEN[0]: Antwoord("misschien")}}, "veiligheid_open"),
        ({"antwoorden": RUSTIG | {"iets_anders": Antwoord("zorgen", "x")}}, "veiligheid_open"),
        ({"antwoorden": RUSTIG | {VRAGEN[0]: Antwoord("zorgen")}}, "veiligheid_zonder_reden"),
        ({"antwoorden": RUSTIG | {VRAGEN[0]: Antwoord("zorgen", "blauwe plekken")}}, ""),
        ({"antwoorden": RUSTIG | {VRAGEN[4]: Antwoord("acuut", "nu")}}, "acuut_is_spoed"),
        ({"keuze": "poh", "antwoorden": {VRAGEN[0]: Antwoord("acuut", "nu")}}, "acuut_is_spoed"),
        ({"samen": False}, "triage_alleen"),
        ({"keuze": "afgesloten", "samen": False}, "triage_alleen"),
        ({"keuze": "spoed", "antwoorden": {}, "samen": False}, ""),
        ({"keuze": "spoed", "reden": ""}, "triage_zonder_reden"),
    ],
)
def test_an_outcome_never_skips_safety_and_a_crisis_never_waits(wat, verwacht):
    assert code(**wat) == verwacht


@pytest.mark.parametrize(
    ("soort", "wie", "eerder", "verwacht"),
    [
        ("meldcode_1", "", [], ""),
        ("meldcode_6", "", [], "veiligheidsstap_onbekend"),
        ("veilig_thuis", " ", [], "stap_zonder_wie"),
        ("warme_overdracht", "Jo", [], ""),
        ("vto_antwoord", "", [], "vto_niet_gevraagd"),
        ("vto_antwoord", "", ["vto_gevraagd"], ""),
        ("vto_antwoord", "", ["vto_gevraagd", "vto_antwoord"], "vto_niet_gevraagd"),
    ],
)
def test_steps_for_safety(soort, wie, eerder, verwacht):
    if not verwacht:
        check_veiligheidsstap(soort, wie, DAG, eerder, today=DAG)
        return
    with pytest.raises(Refused) as refused:
        check_veiligheidsstap(soort, wie, DAG, eerder, today=DAG)
    assert refused.value.code == verwacht


def test_the_clock_of_an_enquiry_runs_until_its_answer_and_starts_anew():
    assert not runs_vto(["rvt"])
    assert runs_vto(["vto_gevraagd", "rvt"])
    assert not runs_vto(["vto_gevraagd", "vto_antwoord"])
    assert runs_vto(["vto_gevraagd", "vto_antwoord", "vto_gevraagd"])


@pytest.mark.parametrize(
    ("stappen", "stand"),
    [
        ([], "ontvangen"),
        ([("begin", "")], "in_triage"),
        ([("begin", ""), ("uitkomst", "onderzoek")], "te_verdelen"),
        ([("begin", ""), ("uitkomst", "onderzoek"), ("toedeling", "")], "in_onderzoek"),
        ([("uitkomst", "spoed")], "spoed"),
        ([("begin", ""), ("uitkomst", "poh")], "naar_poh"),
        ([("begin", ""), ("uitkomst", "afgesloten")], "afgesloten"),
        ([("uitkomst", "spoed"), ("begin", "")], "in_triage"),
    ],
)
def test_the_state_comes_from_the_facts_and_the_table_knows_it(stappen, stand):
    assert state_of_melding(stappen) == stand
    assert stand in MELDING.toestanden


def test_from_every_open_state_a_crisis_goes_straight_on():
    for toestand in set(MELDING.toestanden) - {"afgesloten", "spoed"}:
        assert MELDING.move(toestand, "conclude_triage", "spoed") == "spoed"


def test_the_proposal_is_who_has_fewest_here_and_then_in_all():
    def load(n, hier, totaal):
        return Werklast(UUID(int=n), f"Naam {n}", hier, totaal)

    assert propose([]) is None
    assert propose([load(1, 2, 2), load(2, 1, 9), load(3, 1, 8)]) == load(3, 1, 8)
    assert propose([load(2, 0, 0), load(1, 0, 0)]) == load(1, 0, 0)
