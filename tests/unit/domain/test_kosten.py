"""What help cost so far and what is to come, counted by hand; and which gemeente pays."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koers.domain.kosten import Hulp, Waaruit, cost_of, in_all
from koers.domain.toewijzingsvarianten import Omvang
from koers.domain.weigering import Refused
from koers.domain.woonplaats import (
    GRONDEN,
    MOEDER,
    VOOR_VERBLIJF,
    WERKELIJK,
    WOONADRES,
    Overdracht,
    check_overdracht,
)

HORIZON = date(2026, 12, 31)
APRIL, MEI = date(2026, 4, 1), date(2026, 5, 1)
# Ten hours a month at 95 euros, from 1 April through 30 September.
MAANDELIJKS = Hulp(APRIL, date(2026, 9, 30), Omvang(10, "04", "4"), None, 9_500)


@pytest.mark.parametrize(
    ("anders", "te_komen", "waaruit"),
    [
        ({}, 6 * 95_000, "hoeveelheid"),
        ({"maanden": (APRIL, MEI), "gedeclareerd_cent": 150_000}, 4 * 95_000, "hoeveelheid"),
        ({"maanden": (MEI,)}, 4 * 95_000, "hoeveelheid"),  # April was skipped: it is not to come any more
        ({"laatste": None}, 9 * 95_000, "hoeveelheid"),
        ({"omvang": Omvang(2, "04", "2"), "ingangsdatum": date(2026, 9, 21)}, 2 * 2 * 9_500, "hoeveelheid"),
        ({"omvang": Omvang(100, "04", "6"), "gedeclareerd_volume": 30}, 70 * 9_500, "hoeveelheid"),
        ({"omvang": Omvang(100, "04", "6"), "gedeclareerd_volume": 130}, 0, "hoeveelheid"),
        ({"omvang": Omvang(90_000, "83", "6")}, 90_000, "hoeveelheid"),  # euros are counted in cents
        ({"omvang": None, "budget_cent": 50_000, "gedeclareerd_cent": 20_000}, 30_000, "budget"),
        ({"omvang": None, "budget_cent": 50_000, "gedeclareerd_cent": 60_000}, 0, "budget"),
        ({"omvang": None}, None, "onbekend"),
        ({"omvang": None, "maanden": (APRIL, MEI), "gedeclareerd_cent": 3_000}, 4 * 1_500, "gemiddelde"),
        ({"verwijderd": True}, 0, "klaar"),
        ({"maanden": (date(2026, 9, 1),)}, 0, "klaar"),
        ({"omvang": None, "budget_cent": 50_000, "maanden": (date(2026, 9, 1),)}, 0, "klaar"),
    ],
)
def test_what_is_to_come(anders, te_komen, waaruit):
    kosten = cost_of(replace(MAANDELIJKS, **anders), horizon=HORIZON)
    assert (kosten.te_komen_cent, kosten.waaruit) == (te_komen, Waaruit(waaruit))
    assert kosten.gedeclareerd_cent == anders.get("gedeclareerd_cent", 0)


def test_together_is_unknown_as_soon_as_one_is():
    zeker, vaag = (
        cost_of(MAANDELIJKS, horizon=HORIZON),
        cost_of(replace(MAANDELIJKS, omvang=None, gedeclareerd_cent=5), horizon=HORIZON),
    )
    assert in_all([zeker]) == (0, 6 * 95_000)
    assert in_all([zeker, vaag]) == (5, None)
    assert in_all([]) == (0, 0)


@given(
    st.integers(0, 10**7), st.integers(1, 10**7), st.sampled_from([(), (APRIL,), (APRIL, MEI)]), st.booleans()
)
def test_a_budget_is_never_promised_twice(gedaan, budget, maanden, weg):
    een = replace(MAANDELIJKS, omvang=None, budget_cent=budget, gedeclareerd_cent=gedaan, maanden=maanden)
    kosten = cost_of(replace(een, verwijderd=weg), horizon=HORIZON)
    assert 0 <= kosten.te_komen_cent <= max(0, budget - gedaan)


DAG = date(2026, 5, 20)
GOED = Overdracht("GM0106", WOONADRES, date(2026, 6, 1), "toegang jeugd", DAG)


@pytest.mark.parametrize(
    ("anders", "verblijf", "code"),
    [
        ({}, False, ""),
        ({"grond": VOOR_VERBLIJF}, True, ""),
        ({"grond": MOEDER}, True, ""),
        ({"grond": WERKELIJK}, False, ""),
        ({}, True, "woonplaats_bij_verblijf"),
        ({"gemeentecode": "GM9999"}, False, "woonplaats_onbekend"),
        ({"gemeentecode": "GM1731"}, False, "woonplaats_eigen_gemeente"),
        ({"grond": ""}, False, "woonplaats_grond_ontbreekt"),
        ({"bevestigd_door": " "}, False, "woonplaats_niet_bevestigd"),
        ({"bevestigd_datum": None}, False, "woonplaats_niet_bevestigd"),
        ({"bevestigd_datum": date(2026, 5, 21)}, False, "datum_in_toekomst"),
    ],
)
def test_another_gemeente_pays_when_it_said_so_and_the_law_does(anders, verblijf, code):
    def check():
        check_overdracht(
            replace(GOED, **anders),
            eigen="GM1731",
            bekend=("GM0106", "GM1731"),
            met_verblijf=verblijf,
            today=DAG,
        )

    if code:
        with pytest.raises(Refused) as refused:
            check()
        assert refused.value.code == code
    else:
        check()


def test_every_ground_has_a_word():
    from koers.presentation.woorden_toewijzing import GRONDEN_WOONPLAATS, WAARUIT

    assert set(GRONDEN_WOONPLAATS) == set(GRONDEN)
    assert set(WAARUIT) == {een.value for een in Waaruit}
