"""Every rule that is held against the register: what breaks it is found, what just keeps it is not."""

from dataclasses import replace
from datetime import timedelta

import pytest

from koers.exchange.ijw.regels import REGELS, Waar
from koers.exchange.ijw.regels.eerder import BIJ_ONTVANGST, BIJ_VERSTUREN, NOOT, OPGEZOCHT
from tests.unit.exchange.ijw.gevallen_register import (
    ALLEEN_REGISTER,
    ALLES,
    DAG,
    GEVALLEN,
    IN_TOTAAL,
    NU,
    OOK,
    SOORT,
    WENS,
    ask,
)


@pytest.mark.parametrize("geval", GEVALLEN, ids=lambda een: een.regel)
def test_what_breaks_it_is_found_and_what_keeps_it_is_not(geval):
    assert geval.regel in geval.fout()
    assert geval.goed() == []


def test_every_rule_that_is_looked_up_has_a_case_that_breaks_it_and_one_that_keeps_it():
    assert {een.regel for een in GEVALLEN} | ALLEEN_REGISTER == OPGEZOCHT


def test_every_rule_that_needs_more_than_the_message_says_where_it_is_looked_at():
    more = {een.nummer for een in REGELS if een.waar in (Waar.REGISTER, Waar.EERDER) and not een.via}
    places = [OPGEZOCHT, BIJ_ONTVANGST, frozenset(BIJ_VERSTUREN)]
    assert more | {"TR056"} == frozenset().union(*places)
    assert sum(len(een) for een in places) == len(frozenset().union(*places))
    assert NOOT.keys() <= more


@pytest.mark.parametrize("begin", [DAG + timedelta(days=1), NU.ingangsdatum - timedelta(days=1)])
def test_another_total_holds_from_the_first_day(begin):
    in_totaal = replace(WENS, frequentie="6", begindatum=begin)
    assert "TR373" in ask(in_totaal, nu=(IN_TOTAAL,))()
    zelfde = replace(in_totaal, volume=40, begindatum=DAG + timedelta(days=1))
    assert ask(zelfde, nu=(IN_TOTAAL,))() == []


@pytest.mark.parametrize(
    ("nieuw", "nu", "botst"),
    [
        (OOK, NU, False),
        (replace(OOK, code=""), NU, True),  # a category beside one product of it
        (replace(OOK, categorie="", code=""), NU, True),  # any help beside anything
        (replace(OOK, categorie="44", code="44A09"), SOORT, False),
        (replace(OOK, categorie="44", code="44A09"), ALLES, True),
        (
            replace(OOK, code="45A03", begindatum=WENS.einddatum + timedelta(days=1), einddatum=None),
            NU,
            False,
        ),
        (replace(OOK, code="45A03", begindatum=WENS.einddatum, einddatum=None), NU, True),
    ],
)
def test_what_is_new_does_not_lie_over_what_changes(nieuw, nu, botst):
    wens = WENS if nu.code else replace(WENS, volume=None, eenheid="", frequentie="")
    assert ("TR361" in ask(wens, nieuw, nu=(nu,))()) is botst
