"""Contracts: room with its day, places, two regions side by side, and providers beside a question."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction

from koers.actions.zorg.acceptatie import NieuwGesprek, refuse_toewijzing, register_gesprek
from koers.actions.zorg.contracten import (
    read_aanbieder,
    read_congruentie,
    read_contracten,
    read_eigen_contract,
    report_capaciteit,
)
from koers.actions.zorg.locaties import NieuweLocatie, register_locatie
from koers.actions.zorg.matching import read_matches
from koers.domain.rollen import Rol
from koers.domain.weigering import Refused
from koers.registers.kern import triggers
from koers.registers.kern.models import Organisatie
from koers.registers.kern.verbinding import ALLE_GEMEENTEN, acting
from koers.registers.klok import vandaag
from koers.registers.zorg.models import Capaciteitsmelding, Contractproduct
from tests.wereld import ASSEN, actor_of, give_help, make_actor, make_familie, make_medewerker, make_product

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def aanbieder():
    return actor_of(make_medewerker(Rol.AANBIEDER, soort="aanbieder"))


@pytest.fixture
def beheer():
    return make_actor(Rol.REGIOMANAGER)


def product_of(by, **more) -> Contractproduct:
    row = make_product(Organisatie.objects.get(pk=by.organisatie_id), code=more.pop("code", "45A04"))
    Contractproduct.objects.filter(pk=row.pk).update(**more)
    return Contractproduct.objects.get(pk=row.pk)


def report(by, product, *, geleden: int = 0, plekken: int = 1, wacht: int = 10) -> None:
    report_capaciteit(
        by=by,
        contractproduct_id=product.pk,
        datum=vandaag() - timedelta(days=geleden),
        plekken=plekken,
        wachttijd_dagen=wacht,
    )


def outcome(do) -> str:
    try:
        do()
    except Refused as refused:
        return refused.code
    return ""


def test_the_newest_report_counts_with_its_day_and_its_age(aanbieder, beheer):
    product = product_of(aanbieder)
    report(aanbieder, product, geleden=3, wacht=20)
    report(aanbieder, product, geleden=60, wacht=5)  # told later, but about an earlier day
    (beeld,) = read_aanbieder(by=beheer, aanbieder_id=product.aanbieder_id).producten
    assert (beeld.gemeld.wachttijd_dagen, beeld.gemeld.dagen_oud, beeld.gemeld.verouderd) == (20, 3, False)


def test_an_old_report_is_called_old(aanbieder, beheer):
    product = product_of(aanbieder)
    report(aanbieder, product, geleden=31)
    assert read_contracten(by=beheer)[0].verouderd == 1
    report(aanbieder, product, geleden=30)
    assert read_contracten(by=beheer)[0].verouderd == 0


@pytest.mark.parametrize(
    ("wat", "verwacht"),
    [
        ({"geleden": -1}, "datum_in_toekomst"),
        ({"geleden": 400}, "capaciteit_te_oud"),
        ({"plekken": 1_000}, "capaciteit_te_groot"),
        ({"wacht": 1_001}, "capaciteit_te_groot"),
        ({"plekken": -1}, "capaciteit_te_groot"),
    ],
)
def test_a_report_that_cannot_be_is_refused(aanbieder, wat, verwacht):
    product = product_of(aanbieder)
    assert outcome(lambda: report(aanbieder, product, **wat)) == verwacht
    assert not Capaciteitsmelding.objects.exists()


def test_a_provider_reports_for_itself_only(aanbieder):
    ander = actor_of(make_medewerker(Rol.AANBIEDER, ASSEN, soort="aanbieder"))
    product = product_of(aanbieder)
    assert outcome(lambda: report(ander, product)) == "niet_gevonden"
    assert read_eigen_contract(by=ander).producten == ()
    assert outcome(lambda: report(make_actor(Rol.JEUGDCONSULENT), product)) == "geen_recht"


def test_a_report_stays_as_it_was_written_and_only_an_act_writes_one(aanbieder):
    product = product_of(aanbieder)
    report(aanbieder, product)
    row = Capaciteitsmelding.objects.get()
    for change in (
        lambda: Capaciteitsmelding.objects.filter(pk=row.pk).update(plekken=9),
        lambda: Capaciteitsmelding.objects.filter(pk=row.pk).delete(),
    ):
        with pytest.raises(IntegrityError), transaction.atomic(), acting(uuid4(), ALLE_GEMEENTEN):
            change()
    row.pk, row._state.adding = uuid4(), True
    with pytest.raises(IntegrityError), transaction.atomic():
        row.save(force_insert=True)
    assert Capaciteitsmelding.objects.count() == 1


@pytest.mark.sqlite  # on PostgreSQL only the owner can take a guard away
def test_planted_without_its_guard_a_report_can_be_changed(aanbieder):
    report(aanbieder, product_of(aanbieder))
    triggers.remove(connection)
    with transaction.atomic():
        assert Capaciteitsmelding.objects.update(plekken=9) == 1
    triggers.install(connection)


def test_the_regions_side_by_side_show_another_tariff(aanbieder, beheer):
    product_of(aanbieder)
    product_of(aanbieder, code="45A05")
    same = {"aanbieder_id": aanbieder.organisatie_id, "begindatum": date(2020, 1, 1)}
    one = Contractproduct.objects.get(code="45A04", **same)
    one.pk, one._state.adding, one.inkoopregio, one.tarief_cent = uuid4(), True, "IR-ZD", 9_000
    one.save(force_insert=True)
    rows = {row.product: row for row in read_congruentie(by=beheer)}
    assert rows["45A04"].verschillen == ("tarief",)
    assert rows["45A05"].verschillen == ("alleen_hier",)
    one.tot_datum = vandaag()
    one.save()
    assert {row.verschillen for row in read_congruentie(by=beheer)} == {("alleen_hier",)}


def test_a_place_is_complete_and_of_a_provider(beheer, aanbieder):
    product_of(aanbieder)
    found = {"by": beheer, "aanbieder_id": aanbieder.organisatie_id}
    goed = NieuweLocatie("Hoofdhuis", "Beilen", "GM1731", date(2020, 1, 1))
    assert outcome(lambda: register_locatie(**found, locatie=NieuweLocatie(" ", "x", "GM1731", vandaag())))
    register_locatie(**found, locatie=goed)
    (plek,) = read_aanbieder(**found).locaties
    assert (plek.plaatsnaam, plek.gemeente) == ("Beilen", "Midden-Drenthe")
    assert (
        outcome(lambda: register_locatie(**(found | {"aanbieder_id": uuid4()}), locatie=goed))
        == "niet_gevonden"
    )


# --- matching ---------------------------------------------------------------------------------------------


def test_providers_stand_beside_the_question_with_reasons_and_none_is_left_out(aanbieder, beheer):
    consulent = make_actor(Rol.JEUGDCONSULENT)
    product = product_of(aanbieder, leeftijd_van=4, leeftijd_tot_en_met=17)
    other = actor_of(make_medewerker(Rol.AANBIEDER, ASSEN, soort="aanbieder"))
    to_old = product_of(other, leeftijd_van=16, leeftijd_tot_en_met=17)
    report(aanbieder, product, wacht=40)
    report(other, to_old, wacht=1)
    where = NieuweLocatie("Huis", "Beilen", "GM1731", date(2020, 1, 1))
    register_locatie(by=beheer, aanbieder_id=product.aanbieder_id, locatie=where)
    familie = give_help(consulent, make_familie(consulent, "Zoeker"), product)
    found = read_matches(by=consulent, casus_id=familie.casus, hulp="Begeleiding 45A04")
    assert [een.contractproduct_id for een in found.regels] == [product.pk, to_old.pk]
    fits, fits_not = (een.oordeel for een in found.regels)
    assert fits.past
    assert not fits_not.past
    assert "leeftijd_past_niet" in {r.soort for r in fits_not.redenen}
    # The address of this family is secret: nothing nearer than the gemeente is told.
    assert found.adres_geheim
    assert "afstand_gemeente" in {r.soort for r in fits.redenen}


def test_an_earlier_refusal_of_this_child_is_told(aanbieder):
    consulent = make_actor(Rol.JEUGDCONSULENT)
    product = product_of(aanbieder)
    familie = give_help(consulent, make_familie(consulent, "Zoeker"), product)
    call = NieuwGesprek(vandaag(), "intake", "nee", "ja")
    register_gesprek(by=aanbieder, toewijzing_id=familie.toewijzing, gesprek=call)
    refuse_toewijzing(by=aanbieder, toewijzing_id=familie.toewijzing, grond="geen-plek", toelichting="vol")
    (regel,) = read_matches(by=consulent, casus_id=familie.casus, hulp=product.naam).regels
    assert "eerder_geweigerd" in {r.soort for r in regel.oordeel.redenen}


def test_only_who_works_with_the_child_matches_and_nothing_is_chosen_for_them(aanbieder):
    consulent = make_actor(Rol.JEUGDCONSULENT)
    familie = give_help(consulent, make_familie(consulent, "Zoeker"), product_of(aanbieder))
    colleague = make_actor(Rol.JEUGDCONSULENT)
    assert outcome(lambda: read_matches(by=colleague, casus_id=familie.casus)) == "niet_gevonden"
    assert outcome(lambda: read_matches(by=aanbieder, casus_id=familie.casus)) == "geen_recht"
    found = read_matches(by=consulent, casus_id=familie.casus)
    assert found.gekozen == ""
    assert found.regels == ()


def test_a_contract_of_the_other_region_is_no_candidate(aanbieder):
    consulent = make_actor(Rol.JEUGDCONSULENT)
    product = product_of(aanbieder)
    familie = give_help(consulent, make_familie(consulent, "Zoeker"), product)
    Contractproduct.objects.filter(pk=product.pk).update(inkoopregio="IR-ZD")
    assert read_matches(by=consulent, casus_id=familie.casus).hulp == ()


def test_a_provider_without_a_report_says_nothing_and_no_number_is_made_up(aanbieder, beheer):
    product_of(aanbieder)
    (regel,) = read_contracten(by=beheer)
    assert (regel.zonder, regel.verouderd) == (1, 0)
