"""Help that ends asks for an evaluation; help goes on by the rule of its road, and the figure hears of it."""

from contextlib import suppress
from datetime import timedelta
from uuid import uuid4

import pytest

from koers.actions.toegang.besluiten import decide_besluit
from koers.actions.toegang.melden import NieuweMelding, register_melding
from koers.actions.zorg.herindicatie import (
    HerindicatieGrond,
    NieuweEvaluatie,
    read_aflopend,
    read_herindicatie,
    refer_herindicatie,
    register_evaluatie,
)
from koers.actions.zorg.toewijzen import assign_toewijzing, register_start
from koers.domain.rollen import Rol
from koers.domain.weigering import Refused
from koers.registers.klok import vandaag
from koers.registers.toegang.models import Besluit, Verwijzing
from koers.registers.zorg.models import Herindicatie
from tests.wereld import (
    ASSEN,
    MIDDEN_DRENTHE,
    ask,
    decide,
    granted,
    make_actor,
    make_familie,
    make_organisatie,
    make_product,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def by():
    return make_actor(Rol.JEUGDCONSULENT)


@pytest.fixture
def product():
    return make_product(make_organisatie(MIDDEN_DRENTHE, "aanbieder"))


def helped(by, product, verwijzer="01", *, days=30):
    """Help that began and ends in so many days: its casus and toewijzing."""
    familie = make_familie(by, f"Door{uuid4().hex[:12]}")
    begin, tot = vandaag() - timedelta(days=60), vandaag() + timedelta(days=days)
    melding = NieuweMelding(jeugdigen=(familie.kind,), datum=begin, verwijzer=verwijzer)
    (casus,) = register_melding(by=by, gezin_id=familie.gezin, melding=melding)
    if verwijzer == "01":
        decide(by, casus, granted(product, begin, tot_datum=tot))
    toewijzing = assign_toewijzing(
        by=by, casus_id=casus, contractproduct_id=product.pk, ingangsdatum=begin, tot_datum=tot
    )
    register_start(by=by, toewijzing_id=toewijzing, datum=begin)
    return casus, toewijzing


def extend(by, casus, product, grond):
    besluit = granted(product, herindicatie=True, reden="Het gaat beter.")
    with suppress(Refused):  # what was refused before is asked already
        ask(by, casus)
    return decide_besluit(by=by, casus_id=casus, besluit=besluit, grond=grond)


def evaluate(by, toewijzing, vervolg="doorgaan"):
    told = NieuweEvaluatie(vandaag(), "allebei", 4, vervolg, "Slaapt weer.")
    return register_evaluatie(by=by, toewijzing_id=toewijzing, evaluatie=told)


def code_of(do, *args, **kwargs):
    with pytest.raises(Refused) as refused:
        do(*args, **kwargs)
    return refused.value.code


def test_without_an_evaluation_it_is_stopped_and_then_granted(by, product):
    casus, toewijzing = helped(by, product)
    grond = HerindicatieGrond(toewijzing)
    assert code_of(extend, by, casus, product, None) == "herindicatie_zonder_grond"
    assert code_of(extend, by, casus, product, grond) == "herindicatie_zonder_evaluatie"
    assert not Besluit.objects.filter(herindicatie=True).exists()  # refused is nothing at all
    evaluatie = evaluate(by, toewijzing)
    besluit = extend(by, casus, product, grond)
    noted = Herindicatie.objects.get(besluit=besluit)
    assert (noted.evaluatie_id, noted.evaluatie_voor_datum) == (evaluatie, None)


def test_help_goes_on_with_a_reason_and_the_promise_stays_on_the_list(by, product):
    casus, toewijzing = helped(by, product)
    voor = vandaag() + timedelta(days=20)
    extend(by, casus, product, HerindicatieGrond(toewijzing, "Moeder ligt in het ziekenhuis.", voor))
    (regel,) = read_aflopend(by=by)
    assert (regel.toewijzing_id, regel.beloofd) == (toewijzing, voor)
    evaluate(by, toewijzing)
    assert read_aflopend(by=by) == ()


def test_what_ends_within_eight_weeks_stands_on_the_list_of_its_own_people_only(by, product):
    _, soon = helped(by, product, days=56)
    helped(by, product, days=57)
    assert [(r.toewijzing_id, r.geevalueerd) for r in read_aflopend(by=by)] == [(soon, False)]
    evaluate(by, soon)
    assert [r.geevalueerd for r in read_aflopend(by=by)] == [True]
    for ander in (make_actor(Rol.JEUGDCONSULENT), make_actor(Rol.JEUGDCONSULENT, ASSEN)):
        assert read_aflopend(by=ander) == ()
        assert code_of(read_herindicatie, by=ander, toewijzing_id=soon) == "niet_gevonden"
        assert code_of(evaluate, ander, soon) == "niet_gevonden"
        grond = {"grond": HerindicatieGrond(soon, "x"), "datum": vandaag()}
        assert code_of(refer_herindicatie, by=ander, **grond) == "niet_gevonden"


def test_a_doctor_brings_a_practice_and_a_reason_and_a_court_nothing(by, product):
    _, arts = helped(by, product, "02")
    praktijk = make_organisatie(MIDDEN_DRENTHE, "huisartspraktijk")
    when = {"datum": vandaag(), "praktijk": praktijk.pk}
    assert code_of(refer_herindicatie, by=by, grond=HerindicatieGrond(arts), **when) == (
        "herindicatie_zonder_reden"
    )
    verwijzing = refer_herindicatie(by=by, grond=HerindicatieGrond(arts, "Klachten blijven."), **when)
    row = Verwijzing.objects.get(pk=verwijzing)
    assert (row.herindicatie, row.verwijzer, row.organisatie_id) == (True, "02", praktijk.pk)
    beeld = read_herindicatie(by=by, toewijzing_id=arts)
    assert beeld.verlengd == ((vandaag(), "Klachten blijven.", None, praktijk.naam),)
    elders = make_organisatie(ASSEN, "huisartspraktijk")
    elsewhere = {"grond": HerindicatieGrond(arts, "x"), "datum": vandaag(), "praktijk": elders.pk}
    assert code_of(refer_herindicatie, by=by, **elsewhere) == "niet_gevonden"

    _, rechter = helped(by, product, "08")
    assert refer_herindicatie(by=by, grond=HerindicatieGrond(rechter), datum=vandaag())
    _, toegang = helped(by, product)
    assert code_of(refer_herindicatie, by=by, grond=HerindicatieGrond(toegang), datum=vandaag()) == (
        "herindicatie_met_besluit"
    )


def test_help_of_another_child_is_no_ground(by, product):
    casus, _ = helped(by, product)
    _, ander = helped(by, product, days=40)
    evaluate(by, ander)
    assert code_of(extend, by, casus, product, HerindicatieGrond(ander)) == "niet_gevonden"
