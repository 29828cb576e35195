"""Help that ends asks for an evaluation; help goes on by the rule of its road, and the figure hears of it."""

from contextlib import suppress
from datetime import timedelta
from uuid import UUID, uuid4

import pytest
from django.urls import reverse

from koers.actions.monitor.mart import refresh_mart
from koers.actions.toegang.besluiten import (
    approve_besluit,
    correct_besluit,
    decide_besluit,
    propose_besluit,
)
from koers.actions.toegang.melden import NieuweMelding, register_melding
from koers.actions.zorg.herindicatie import (
    HerindicatieGrond,
    NieuweEvaluatie,
    read_aflopend,
    read_herindicatie,
    refer_herindicatie,
    register_evaluatie,
)
from koers.actions.zorg.toewijzen import assign_toewijzing, register_declaratie, register_start
from koers.analytics.engines import engine
from koers.analytics.mart import mart_files
from koers.domain.actor import systeemactor
from koers.domain.rollen import Rol
from koers.domain.weigering import Refused
from koers.registers.kern.models import Medewerker
from koers.registers.klok import vandaag
from koers.registers.toegang.models import Aanvraag, AanvraagStap, Besluit, Verwijzing
from koers.registers.zorg.models import Herindicatie, Toewijzing
from tests.wereld import (
    ASSEN,
    MIDDEN_DRENTHE,
    TOETSING,
    actor_of,
    ask,
    decide,
    granted,
    make_actor,
    make_familie,
    make_medewerker,
    make_organisatie,
    make_product,
    sign_in,
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


def test_help_that_goes_on_can_be_laid_before_a_colleague_with_its_ground(by, product):
    casus, toewijzing = helped(by, product)
    collega = make_actor(Rol.JEUGDCONSULENT)
    besluit = granted(product, herindicatie=True, reden="Het gaat beter.")
    said = {"by": by, "casus_id": ask(by, casus), "besluit": besluit, "aan": UUID(collega.id)}
    assert code_of(propose_besluit, **said) == "herindicatie_zonder_grond"
    grond = HerindicatieGrond(toewijzing)
    assert code_of(propose_besluit, **said, grond=grond) == "herindicatie_zonder_evaluatie"
    evaluatie = evaluate(by, toewijzing)
    propose_besluit(**said, grond=grond)
    assert not Herindicatie.objects.exists()  # it only lies there
    aanvraag = Aanvraag.objects.get(casus=casus, besluiten__isnull=True).pk
    taken = approve_besluit(by=collega, aanvraag_id=aanvraag)
    noted = Herindicatie.objects.get(besluit=taken)
    assert (noted.toewijzing_id, noted.evaluatie_id) == (toewijzing, evaluatie)
    assert Besluit.objects.get(pk=taken).indiener == by.id


def test_the_page_of_help_that_goes_on_lays_it_before_a_colleague(client, by, product):
    casus, toewijzing = helped(by, product)
    evaluate(by, toewijzing)
    collega = make_actor(Rol.JEUGDCONSULENT)
    sign_in(client, Medewerker.objects.get(pk=by.id))
    sent = {
        "formulier_id": str(uuid4()),
        "datum": vandaag().isoformat(),
        "bedrag": "6000",
        "ingangsdatum": vandaag().isoformat(),
        "reden": "Het gaat beter.",
        "principe": "normaliseren",
        **{f"regel-{said.regel}": said.antwoord for said in TOETSING},
        "aan": collega.id,
    }
    answer = client.post(reverse("herindicatie", args=[toewijzing]), sent)
    assert answer.status_code == 302, answer.content.decode()
    laid = AanvraagStap.objects.get(aanvraag__casus=casus, soort="voorgelegd")
    assert (laid.aan, laid.voorstel["grond"]["toewijzing_id"]) == (collega.id, str(toewijzing))


def test_what_goes_on_follows_the_earlier_toewijzing_also_after_a_correction(by, product):
    casus, eerste = helped(by, product)
    evaluate(by, eerste)
    besluit = extend(by, casus, product, HerindicatieGrond(eerste))
    right = granted(product, vandaag(), bedrag_cent=500_000, reden="Het gaat beter.")
    correct_besluit(by=by, besluit_id=besluit, besluit=right, reden="Bedrag was fout")
    new = {"by": by, "casus_id": casus, "contractproduct_id": product.pk, "ingangsdatum": vandaag()}
    tweede = Toewijzing.objects.get(pk=assign_toewijzing(**new))
    assert tweede.voorganger_id == eerste
    assert Toewijzing.objects.get(pk=eerste).voorganger_id is None


def test_what_a_doctor_lets_go_on_follows_the_earlier_toewijzing(by, product):
    casus, eerste = helped(by, product, "02")
    refer_herindicatie(by=by, grond=HerindicatieGrond(eerste, "Klachten blijven."), datum=vandaag())
    new = {"by": by, "casus_id": casus, "contractproduct_id": product.pk, "ingangsdatum": vandaag()}
    assert Toewijzing.objects.get(pk=assign_toewijzing(**new)).voorganger_id == eerste


def test_after_a_correction_of_the_besluit_the_figures_still_know_its_help(by, product, settings):
    casus, toewijzing = helped(by, product)
    aanbieder = actor_of(make_medewerker(Rol.AANBIEDER, soort="aanbieder"))
    register_declaratie(by=aanbieder, toewijzing_id=toewijzing, maand=vandaag(), bedrag_cent=10_000)
    wrong = Besluit.objects.get(casus=casus)
    right = granted(product, wrong.ingangsdatum, tot_datum=wrong.tot_datum, bedrag_cent=500_000)
    again = correct_besluit(by=by, besluit_id=wrong.pk, besluit=right, reden="Bedrag was fout")
    correct_besluit(by=by, besluit_id=again, besluit=right, reden="Nog een keer")
    # What the replaced besluit said of who prepared it must not come back by way of the toewijzing.
    assert wrong.toewijzingen.count() == 1
    refresh_mart(by=systeemactor("mart", functionaris="controller"))
    data = engine("in_memory").load(mart_files(settings.MART))
    (verwijzing,) = data["verwijzingen"]
    assert (verwijzing.niveau, verwijzing.hulp_begindatum) == (product.niveau, wrong.ingangsdatum)
    (declaratie,) = data["declaraties"]
    assert declaratie.team == Besluit.objects.get(vervangt=again).voorbereid_door
