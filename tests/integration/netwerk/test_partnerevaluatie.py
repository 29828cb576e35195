"""The yearly evaluation by partners reaches its indicator, and only once it is closed."""

from datetime import date

import pytest

from koers.actions.monitor.berekend import read_indicator, read_indicator_intern
from koers.actions.monitor.mart import refresh_mart
from koers.domain.actor import systeemactor
from koers.domain.rollen import Rol
from koers.domain.wiel import PARTNERS
from koers.registers import mart
from koers.registers.klok import vandaag
from koers.registers.netwerk.models import WielRonde, WielTelling
from tests.integration.netwerk.wielwereld import answer, ask, close, prepare
from tests.wereld import ASSEN, MIDDEN_DRENTHE, make_actor, make_gemeente

pytestmark = pytest.mark.django_db(transaction=True)
INDICATOR = "samenwerking-partners"
SYSTEEM = systeemactor("toets", functionaris="controller van dienst")


@pytest.fixture(autouse=True)
def _gemeenten():
    make_gemeente(MIDDEN_DRENTHE)
    make_gemeente(ASSEN)


@pytest.fixture
def by():
    return make_actor(Rol.REGIOMANAGER)


def evaluate(by, **cijfers):
    """An evaluation that still runs, in which partners gave these marks; by "GM1731:school"."""
    ronde = prepare(by, "evaluatie", PARTNERS)
    sleutels = ask(by, ronde, **{groep: len(given) for groep, given in cijfers.items()})
    for groep, given in cijfers.items():
        for sleutel, cijfer in zip(sleutels[groep], given, strict=True):
            answer(sleutel, cijfer)
    return ronde


def figure(gebied=MIDDEN_DRENTHE):
    """What the regiomanager reads of this year: value, numerator and denominator."""
    told = read_indicator_intern(by=make_actor(Rol.REGIOMANAGER), indicator=INDICATOR)
    one = next(c for c in told.cijfers if (c.gebied, c.periode) == (gebied, str(vandaag().year)))
    return one.waarde, one.teller, one.noemer


def test_six_and_higher_is_sufficient_over_all_kinds_of_partners(by):
    ronde = evaluate(
        by, **{f"{MIDDEN_DRENTHE}:school": [10, 6, 6, 6, 8, 5], f"{MIDDEN_DRENTHE}:huisarts": [7, 7, 7, 9]}
    )
    close(by, ronde)
    refresh_mart(by=SYSTEEM)
    waarde, teller, noemer = figure()
    assert (float(waarde), teller, noemer) == (90.0, 9, 10)


def test_an_evaluation_closed_after_new_year_counts_in_its_own_year(by):
    """So that a year never adds up two evaluations."""
    ronde = evaluate(by, **{f"{MIDDEN_DRENTHE}:school": [9] * 5})
    WielRonde.objects.filter(pk=ronde).update(begindatum=date(vandaag().year - 1, 12, 20))
    close(by, ronde)
    assert mart.counts("partneroordelen", "datum") == {vandaag().year - 1: 5}


def test_a_running_evaluation_counts_nowhere(by):
    evaluate(by, **{f"{MIDDEN_DRENTHE}:school": [9] * 6})
    refresh_mart(by=SYSTEEM)
    assert mart.counts("partneroordelen", "datum") == {}


def test_a_municipality_with_fewer_than_five_answers_is_not_told_not_even_internally(by):
    close(by, evaluate(by, **{f"{MIDDEN_DRENTHE}:school": [9] * 4}))
    refresh_mart(by=SYSTEEM)
    assert figure() == (None, None, None)


def test_everybody_reads_it_rounded(by):
    # More municipalities, so that the totals of the region tell nothing of a small one.
    marks = [9] * 25 + [3] * 15
    for code in ("GM0114", "GM0109"):
        make_gemeente(code)
    everywhere = (MIDDEN_DRENTHE, ASSEN, "GM0114", "GM0109")
    close(by, evaluate(by, **{f"{code}:school": marks for code in everywhere}))
    refresh_mart(by=SYSTEEM)
    told = read_indicator(by=None, indicator=INDICATOR)
    one = next(c for c in told.cijfers if (c.gebied, c.periode) == (MIDDEN_DRENTHE, str(vandaag().year)))
    assert (one.teller, one.noemer) == (25, 40)


def test_a_wheel_is_no_evaluation(by):
    ronde = prepare(by)
    for sleutel in ask(by, ronde, bestuurlijk=5)["bestuurlijk"]:
        answer(sleutel, 5)
    close(by, ronde)
    refresh_mart(by=SYSTEEM)
    assert mart.counts("partneroordelen", "datum") == {}


def test_the_view_makes_as_many_rows_as_were_counted(by):
    close(by, evaluate(by, **{f"{MIDDEN_DRENTHE}:school": [9] * 3 + [2], f"{ASSEN}:ggd": [1]}))
    assert mart.counts("partneroordelen", "datum") == {vandaag().year: 5}
    assert sum(WielTelling.objects.values_list("aantal", flat=True)) == 5
