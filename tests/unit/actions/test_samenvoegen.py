"""The figure of a whole from those of its parts: told only when it follows exactly, never made up."""

from dataclasses import replace
from decimal import Decimal

import pytest

from koers.actions.monitor import cijfers
from koers.actions.monitor.cijfers import Cijfer, combine, spread, with_derived
from koers.domain.grootheden import GROOTHEDEN, Samenvoegen
from koers.presentation.grootheden import BEREKENINGEN

D = Decimal


def part(**waarden: str | None) -> dict[str, Cijfer]:
    return {
        naam: Cijfer(naam, 2021, None if waarde is None else D(waarde), "b", "" if waarde else "ontbreekt")
        for naam, waarde in waarden.items()
    }


DELEN = [
    part(inwoners="100", aandeel_0_14="10", jeugdzorg_in_natura="10"),
    part(inwoners="900", aandeel_0_14="20", jeugdzorg_in_natura="12"),
]
GAT = [*DELEN, part(inwoners=None, aandeel_0_14="5")]
VERWACHT = [
    ("inwoners", DELEN, (D(1000), "")),
    ("inwoners", GAT, (None, "onvolledig")),
    ("inwoners", [], (None, "onvolledig")),
    ("aandeel_0_14", DELEN, (D("19.00"), "")),
    ("aandeel_0_14", GAT, (None, "onvolledig")),
    ("aandeel_0_14", [*DELEN, part(inwoners="5")], (None, "onvolledig")),
    ("jeugdzorg_in_natura", DELEN, (None, "niet_gepubliceerd")),
    ("stedelijkheid", DELEN, (None, "niet_gepubliceerd")),
]


def wrong() -> list[str]:
    found = []
    for grootheid, delen, expected in VERWACHT:
        cijfer = cijfers.combine(grootheid, 2021, delen)
        if (cijfer.waarde, cijfer.reden) != expected:
            found.append(f"{grootheid} of {len(delen)} is {cijfer.waarde} {cijfer.reden}")
    return found


def test_a_whole_is_told_only_when_it_follows_exactly():
    assert wrong() == []
    assert {cijfer.berekening for cijfer in [combine("inwoners", 2021, DELEN)]} <= set(BEREKENINGEN)


def _unweighted(grootheid, delen):
    waarden = [deel[grootheid].waarde for deel in delen]
    return sum(waarden) / len(waarden)


def _weights_of_the_known(grootheid, delen):
    known = [deel for deel in delen if deel.get("inwoners") and deel["inwoners"].waarde is not None]
    return sum(deel[grootheid].waarde * deel["inwoners"].waarde for deel in known) / sum(
        deel["inwoners"].waarde for deel in known
    )


@pytest.mark.parametrize("planted", [_unweighted, _weights_of_the_known])
def test_a_planted_fault_in_weighing_is_met(planted, monkeypatch):
    monkeypatch.setattr(cijfers, "_weigh", planted)
    assert wrong()


def test_a_planted_mean_of_shares_over_unknown_people_is_met(monkeypatch):
    soort = replace(GROOTHEDEN["jeugdzorg_in_natura"], samenvoegen=Samenvoegen.GEWOGEN, gewicht="inwoners")
    monkeypatch.setitem(GROOTHEDEN, "jeugdzorg_in_natura", soort)
    assert wrong()


def test_a_published_share_is_never_replaced_by_a_computed_one():
    own = part(inwoners="1000", inwoners_0_14="150", aandeel_0_14="14.9")
    assert with_derived(own)["aandeel_0_14"].waarde == D("14.9")


def test_one_municipality_has_no_spread():
    assert spread("inwoners", 2021, DELEN[:1]) is None
