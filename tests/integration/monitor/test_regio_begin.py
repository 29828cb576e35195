"""The region while little came in yet, or other things than usual."""

from decimal import Decimal

import pytest

from koers.actions.monitor.regio import read_regio, read_vergelijking
from koers.presentation.cijfers import how
from tests.integration.monitor.tabellen import bring, bring_shipped

pytestmark = pytest.mark.django_db
D = Decimal


def test_before_anything_came_in_there_is_nothing_and_that_is_no_error():
    overzicht = read_regio(by=None)
    assert (overzicht.gemeenten, overzicht.jaar, overzicht.grootheden) == ((), None, ())
    assert read_vergelijking(by=None).codes == ()


def test_a_published_figure_of_the_country_is_shown_as_such():
    bring_shipped("gemeenten_2026.csv", "drenthe.csv")
    bring("code;inwoners;jeugdzorg_in_natura\nGM0106;68836;14,6\nNL00;17475415;10,3\n")
    nederland = read_regio(by=None).nederland.cijfers["jeugdzorg_in_natura"]
    assert (nederland.waarde, nederland.berekening, how(nederland)) == (D("10.3"), "", "zoals gepubliceerd")


def test_counts_of_cbs_become_shares_that_say_they_were_computed():
    bring_shipped("gemeenten_2026.csv", "drenthe.csv")
    bring("code;a_inw;a_00_14;a_15_24;a_soz_wb\nGM0106;68836;10780;8247;1960\n", naam="kwb-2021.csv")
    assen = next(regel for regel in read_regio(by=None).gemeenten if regel.code == "GM0106")
    found = assen.cijfers["aandeel_0_14"]
    assert (found.waarde, found.berekening) == (D("15.66"), "afgeleid")
    assert assen.cijfers["bijstand_per_1000"].waarde == D("28.47")
    emmen = next(regel for regel in read_regio(by=None).gemeenten if regel.code == "GM0114")
    assert emmen.cijfers["aandeel_0_14"].reden == "ontbreekt"
