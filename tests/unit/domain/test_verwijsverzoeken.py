"""Referrals that come in by themselves: who may send which, and a clock that no stop holds up."""

from dataclasses import replace
from datetime import date

import pytest

from koers.domain.rollen import Rol
from koers.domain.toestanden.verwijsverzoek import VERWIJSVERZOEK
from koers.domain.verwijsverzoeken import (
    DIENT_IN,
    NieuwVerwijsverzoek,
    Stap,
    Stilstand,
    check_stilstand,
    check_verwijsverzoek,
    days_until_start,
    route_of_rol,
    state_of_verwijsverzoek,
    stoppages,
)
from koers.domain.weigering import Refused

DAG = date(2026, 3, 3)
GOED = NieuwVerwijsverzoek(
    "GM1731", "02", DAG, achternaam="Proefsma", geboortedatum=date(2016, 4, 3), verwijzer_naam="Praktijk"
)


def code(nieuw, rol):
    try:
        check_verwijsverzoek(nieuw, rol, route_of_rol(rol), today=DAG)
    except Refused as refused:
        return refused.code
    return ""


MAG = {
    Rol.HUISARTS: {"02"},
    Rol.JEUGDARTS: {"03"},
    Rol.MEDISCH_SPECIALIST: {"05"},
    Rol.GECERTIFICEERDE_INSTELLING: {"04", "08"},
    Rol.AANBIEDER: {"02", "03", "05"},
}


@pytest.mark.parametrize("rol", sorted(DIENT_IN))
@pytest.mark.parametrize("verwijzer", ["01", "02", "03", "04", "05", "06", "08"])
def test_who_sends_which_referral(rol, verwijzer):
    outcome = code(replace(GOED, verwijzer=verwijzer), rol)
    assert outcome == ("" if verwijzer in MAG[rol] else "verwijzer_past_niet")


@pytest.mark.parametrize(
    ("wat", "verwacht"),
    [
        ({"verwijzer": "07"}, "verwijzer_onbekend"),
        ({"datum": date(2026, 3, 4)}, "datum_in_toekomst"),
        ({"achternaam": " "}, "achternaam_ontbreekt"),
        ({"geboortedatum": None}, "geboortedatum_ontbreekt"),
        ({"geboortedatum": date(2026, 3, 4)}, "geboortedatum_in_toekomst"),
        ({"bsn": "123456789"}, "bsn_klopt_niet"),
        ({"verwijzer_naam": ""}, "verwijzer_zonder_naam"),
        ({"agb": "1234567"}, "agb_klopt_niet"),
        ({"agb": "01234567"}, ""),
    ],
)
def test_what_can_be_wrong_with_a_referral_that_a_provider_sends_on(wat, verwacht):
    assert code(replace(GOED, **wat), Rol.AANBIEDER) == verwacht


def test_a_stop_has_a_cause_and_the_clock_runs_on():
    stappen = [
        Stap("gekoppeld", DAG),
        Stap("wacht", date(2026, 3, 4), "wachtlijst"),
        Stap("wacht", date(2026, 3, 5), "woonplaats_onbekend"),
        Stap("verder", date(2026, 3, 9), "woonplaats_onbekend"),
    ]
    assert stoppages(stappen, None) == (
        Stilstand("wachtlijst", date(2026, 3, 4), None),
        Stilstand("woonplaats_onbekend", date(2026, 3, 5), date(2026, 3, 9)),
    )
    assert stoppages(stappen, date(2026, 3, 12))[0].tot_datum == date(2026, 3, 12)
    assert days_until_start(DAG, None, today=date(2026, 3, 10)) == 7
    assert days_until_start(DAG, date(2026, 3, 12), today=date(2026, 4, 1)) == 9


@pytest.mark.parametrize(
    ("soort", "oorzaak", "verwacht"),
    [
        ("wacht", "hulp_is_niet_nodig", "oorzaak_onbekend"),  # content is no cause
        ("gekoppeld", "wachtlijst", "oorzaak_onbekend"),
        ("wacht", "wachtlijst", "stilstand_loopt_al"),
        ("verder", "overleg_met_gi", "stilstand_loopt_niet"),
    ],
)
def test_a_stop_that_cannot_be(soort, oorzaak, verwacht):
    with pytest.raises(Refused) as refused:
        check_stilstand(soort, oorzaak, [Stap("wacht", DAG, "wachtlijst")])
    assert refused.value.code == verwacht


@pytest.mark.parametrize(
    ("soorten", "gestart", "stand"),
    [
        ([], False, "te_koppelen"),
        (["wacht"], False, "te_koppelen"),
        (["gekoppeld"], False, "wacht_op_start"),
        (["gekoppeld", "wacht"], True, "gestart"),
        (["geweigerd"], False, "geweigerd"),
    ],
)
def test_the_state_comes_from_the_steps(soorten, gestart, stand):
    assert state_of_verwijsverzoek(soorten, gestart=gestart) == stand
    assert stand in VERWIJSVERZOEK.toestanden
