"""Contracts typed in: what is wrong is refused with nothing lost, and nothing agreed is overwritten."""

from dataclasses import replace
from datetime import date, timedelta
from threading import Thread
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.test import Client
from django.urls import reverse

from koers.actions.zorg.contract_schrijven import (
    NieuwContract,
    NieuwProduct,
    add_contractproduct,
    change_tarief,
    end_contract,
    end_contractproduct,
    register_contract,
    withdraw_contract,
)
from koers.actions.zorg.contracten import (
    read_aanbieder,
    read_congruentie,
    read_contract,
    read_contracten,
    read_voorwaarden,
)
from koers.actions.zorg.contractgevolg import read_contractgevolg
from koers.actions.zorg.locaties import NieuweLocatie
from koers.actions.zorg.toewijzen import assign_toewijzing
from koers.domain.contracten import Periode
from koers.domain.rollen import Rol
from koers.domain.weigering import Refused
from koers.exchange.ijw.feiten import producten
from koers.registers.kern.models import Organisatie
from koers.registers.kern.verbinding import ALLE_GEMEENTEN, acting
from koers.registers.klok import vandaag
from koers.registers.zorg.models import Contract, Contractproduct, ContractproductEinde
from tests.integration.test_toewijzingsbericht import Wereld
from tests.integration.zorg.test_contracten import outcome
from tests.wereld import make_actor, make_medewerker, make_product, sign_in

pytestmark = pytest.mark.django_db(transaction=True)
JAAR = Periode(date(2026, 1, 1), date(2028, 1, 1))
NIEUW = NieuwContract("IR-NMD", "Stichting Veenlicht", "12345678", JAAR)
PRODUCT = NieuwProduct("45A04", "Begeleiding", 4, "6.72a", "04", 9_550, JAAR)


@pytest.fixture
def manager():
    return make_actor(Rol.CONTRACTMANAGER)


@pytest.fixture
def contract(manager):
    return register_contract(by=manager, nieuw=NIEUW)


def add(by, contract_id, nieuw=PRODUCT, **more):
    return add_contractproduct(
        by=by, contract_id=contract_id, nieuw=replace(nieuw, **more), bekend=producten()
    )


def rows():
    return sorted((row.begindatum, row.einde, row.tarief_cent) for row in Contractproduct.objects.with_end())


def test_a_contract_with_a_place_and_a_product_can_be_used_at_once(manager):
    plek = NieuweLocatie("Huis", "Beilen", "GM1731", date(2026, 1, 1))
    made = register_contract(by=manager, nieuw=replace(NIEUW, locatie=plek, voorwaarden=("eigen-koffer",)))
    add(manager, made)
    (line,) = read_contracten(by=manager)
    assert (line.naam, line.agb, line.regios, line.producten, line.plaatsen) == (
        "Stichting Veenlicht",
        "12345678",
        ("IR-NMD",),
        1,
        ("Beilen",),
    )
    beeld = read_contract(by=manager, contract_id=made)
    assert beeld.voorwaarden == ("eigen-koffer",)
    assert [(een.code, een.tarief_cent, een.loopt) for een in beeld.producten] == [("45A04", 9_550, True)]
    row = Contractproduct.objects.get()
    assert (row.categorie, row.hulpvorm) == ("45", producten()["45A04"][1])
    assert {een.code for een in Organisatie.objects.get(agb="12345678").gemeenten.all()} == {"GM1731"}


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"agb": "1234567"}, "agb_fout"),
        ({"agb": "1234567a"}, "agb_fout"),
        ({"agb": "١٢٣٤٥٦٧٨"}, "agb_fout"),
        ({"periode": Periode(date(2026, 1, 1), date(2026, 1, 1))}, "periode_omgekeerd"),
        ({"inkoopregio": "IR-ZD"}, "inkoopregio_niet_van_u"),
        ({"inkoopregio": "IR-XX"}, "inkoopregio_niet_van_u"),
        ({"voorwaarden": ("bestaat-niet",)}, "voorwaarde_onbekend"),
        ({"locatie": NieuweLocatie("", "Beilen", "GM1731", vandaag())}, "locatie_onvolledig"),
    ],
)
def test_what_is_wrong_is_refused_and_leaves_nothing(manager, more, code):
    assert outcome(lambda: register_contract(by=manager, nieuw=replace(NIEUW, **more))) == code
    assert not Contract.objects.exists()
    assert not Organisatie.objects.filter(naam="Stichting Veenlicht").exists()


@pytest.mark.parametrize(
    ("periode", "code"),
    [
        (Periode(date(2027, 12, 31), None), "contract_overlapt"),
        (Periode(date(2025, 1, 1), None), "contract_overlapt"),
        (Periode(date(2025, 1, 1), date(2026, 1, 2)), "contract_overlapt"),
        (Periode(date(2025, 1, 1), date(2026, 1, 1)), ""),  # until the day before: they touch
        (Periode(date(2028, 1, 1), None), ""),
    ],
)
def test_two_contracts_of_one_provider_in_one_region_never_share_a_day(manager, contract, periode, code):
    assert outcome(lambda: register_contract(by=manager, nieuw=replace(NIEUW, periode=periode))) == code
    assert Contract.objects.count() == (1 if code else 2)


def test_an_agb_code_is_of_one_provider(manager, contract):
    assert (
        outcome(lambda: register_contract(by=manager, nieuw=replace(NIEUW, naam="Ander"))) == "agb_van_ander"
    )
    other = replace(NIEUW, agb="87654321")
    assert outcome(lambda: register_contract(by=manager, nieuw=other)) == "aanbieder_met_andere_agb"


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"code": "99X99"}, "productcode_onbekend"),
        ({"code": ""}, "productcode_onbekend"),
        ({"tarief_cent": 0}, "tarief_nul"),
        ({"tarief_cent": -1}, "tarief_nul"),
        ({"tarief_cent": 50_000_001}, "tarief_te_hoog"),
        ({"leeftijd_van": 12, "leeftijd_tot_en_met": 11}, "leeftijden_omgekeerd"),
        ({"periode": Periode(date(2025, 12, 31), date(2027, 1, 1))}, "buiten_contract"),
        ({"periode": Periode(date(2026, 1, 1), None)}, "buiten_contract"),
        ({"periode": Periode(date(2026, 6, 1), date(2026, 6, 1))}, "periode_omgekeerd"),
        ({"periode": Periode(date(2027, 6, 1), date(2028, 1, 1))}, "product_overlapt"),
    ],
)
def test_a_product_that_cannot_be_is_refused(manager, contract, more, code):
    add(manager, contract)
    assert outcome(lambda: add(manager, contract, **more)) == code
    assert Contractproduct.objects.count() == 1


def test_a_code_without_hulpvorm_in_the_list_asks_for_one(manager, contract):
    bare = next(code for code, (_soort, vorm) in producten().items() if vorm == "-")
    assert outcome(lambda: add(manager, contract, code=bare)) == "hulpvorm_ontbreekt"
    add(manager, contract, code=bare, hulpvorm="02")
    assert Contractproduct.objects.get().hulpvorm == "02"


def test_a_product_that_came_in_another_way_overlaps_too(manager, contract):
    seeded = make_product(Organisatie.objects.get(agb="12345678"), code="45A04")
    assert outcome(lambda: add(manager, contract)) == "product_overlapt"
    end_contractproduct(by=manager, product_id=seeded.pk, tot=date(2026, 1, 1), reden="nieuw contract")
    add(manager, contract)
    assert [row for row in rows() if row[1] == date(2026, 1, 1)] == [
        (date(2020, 1, 1), date(2026, 1, 1), 9_500)
    ]


def test_another_tariff_is_a_row_from_that_day_and_the_old_one_stays_as_it_was(manager, contract):
    old = add(manager, contract)
    before = Contractproduct.objects.filter(pk=old).values().get()
    day = date(2027, 1, 1)
    new = change_tarief(by=manager, product_id=old, vanaf=day, tarief_cent=9_900, reden="indexering")
    assert Contractproduct.objects.filter(pk=old).values().get() == before  # nothing was overwritten
    assert rows() == [(date(2026, 1, 1), day, 9_550), (day, date(2028, 1, 1), 9_900)]
    on = Contractproduct.objects.on
    assert [row.pk for row in on(day - timedelta(days=1))] == [old]
    assert [row.pk for row in on(day)] == [new]
    again = {"by": manager, "vanaf": date(2027, 7, 1), "reden": "x"}
    assert outcome(lambda: change_tarief(**again, product_id=old, tarief_cent=1)) == "einde_niet_eerder"
    assert outcome(lambda: change_tarief(**again, product_id=new, tarief_cent=9_900)) == "tarief_zelfde"
    assert outcome(lambda: change_tarief(**again, product_id=new, tarief_cent=0)) == "tarief_nul"
    change_tarief(**again, product_id=new, tarief_cent=10_000)
    assert len(read_contract(by=manager, contract_id=contract).producten) == 3  # the history stays readable


@pytest.mark.parametrize(
    ("dag", "reden", "code"),
    [
        (date(2026, 1, 1), "x", "einde_voor_begin"),
        (date(2028, 1, 1), "x", "einde_niet_eerder"),
        (date(2027, 1, 1), "  ", "reden_ontbreekt_contract"),
    ],
)
def test_an_end_that_cannot_be_is_refused(manager, contract, dag, reden, code):
    product = add(manager, contract)
    told = {"by": manager, "reden": reden}
    assert outcome(lambda: end_contractproduct(**told, product_id=product, tot=dag)) == code
    assert outcome(lambda: end_contract(**told, contract_id=contract, tot=dag)) == code
    assert outcome(lambda: change_tarief(**told, product_id=product, vanaf=dag, tarief_cent=5)) == code
    assert rows() == [(date(2026, 1, 1), date(2028, 1, 1), 9_550)]


def test_a_contract_that_ends_takes_every_product_along_also_one_of_later(manager, contract):
    first = add(manager, contract)
    change_tarief(by=manager, product_id=first, vanaf=date(2027, 6, 1), tarief_cent=9_900, reden="x")
    add(manager, contract, code="45A05", periode=Periode(date(2026, 1, 1), date(2026, 3, 1)))
    end_contract(by=manager, contract_id=contract, tot=date(2027, 1, 1), reden="opgezegd")
    on = Contractproduct.objects.on
    assert [row.code for row in on(date(2026, 12, 31))] == ["45A04"]
    assert not on(date(2027, 1, 1)).exists()
    assert not on(date(2027, 7, 1)).exists()
    twice = {"by": manager, "contract_id": contract, "reden": "x"}
    assert outcome(lambda: end_contract(**twice, tot=date(2026, 6, 1))) == "contract_al_beeindigd"
    # And then a new one may begin.
    register_contract(by=manager, nieuw=replace(NIEUW, periode=Periode(date(2027, 1, 1), None)))


def test_the_regions_side_by_side_show_what_was_typed(manager, contract):
    add(manager, contract)
    del manager
    south = make_actor(Rol.CONTRACTMANAGER, "GM0114")
    more = replace(NIEUW, inkoopregio="IR-ZD", voorwaarden=("eigen-koffer", "niet-selectief"))
    add(south, register_contract(by=south, nieuw=more), tarief_cent=9_000)
    (row,) = read_congruentie(by=south)
    assert row.verschillen == ("tarief",)
    counted = read_voorwaarden(by=south)
    assert counted["IR-NMD"] == (1, {})
    assert counted["IR-ZD"] == (1, {"eigen-koffer": 1, "niet-selectief": 1})


def test_who_writes_for_one_region_does_not_for_the_other(manager, contract):
    product = add(manager, contract)
    south = make_actor(Rol.CONTRACTMANAGER, "GM0114")
    told = {"by": south, "reden": "x"}
    for do in (
        lambda: add(south, contract, code="45A05"),
        lambda: change_tarief(**told, product_id=product, vanaf=date(2027, 1, 1), tarief_cent=1),
        lambda: end_contractproduct(**told, product_id=product, tot=date(2027, 1, 1)),
        lambda: end_contract(**told, contract_id=contract, tot=date(2027, 1, 1)),
    ):
        assert outcome(do) == "niet_gevonden"
    assert not ContractproductEinde.objects.exists()
    seen = read_aanbieder(by=south, aanbieder_id=Contract.objects.get().aanbieder_id)
    assert [een.mag_schrijven for een in seen.producten] == [False]  # reading is for both


@pytest.mark.parametrize("rol", sorted(set(Rol) - {Rol.CONTRACTMANAGER}))
def test_only_a_contractmanager_writes(contract, rol):
    by = make_actor(rol)
    assert outcome(lambda: register_contract(by=by, nieuw=NIEUW)) == "geen_recht"
    assert outcome(lambda: add(by, contract)) == "geen_recht"


def test_what_was_written_stays(manager, contract):
    product = add(manager, contract)
    end_contractproduct(by=manager, product_id=product, tot=date(2027, 1, 1), reden="x")
    for change in (
        lambda: Contract.objects.update(tot_datum=None),
        lambda: ContractproductEinde.objects.update(tot_datum=date(2026, 2, 1)),
        lambda: ContractproductEinde.objects.all().delete(),
    ):
        with pytest.raises(IntegrityError), transaction.atomic(), acting(uuid4(), ALLE_GEMEENTEN):
            change()


def test_a_product_that_ends_takes_the_tariff_that_was_to_follow_along(manager, contract):
    first = add(manager, contract)
    change_tarief(by=manager, product_id=first, vanaf=date(2027, 6, 1), tarief_cent=9_900, reden="x")
    end_contractproduct(by=manager, product_id=first, tot=date(2027, 1, 1), reden="stopt")
    for day in (date(2027, 1, 1), date(2027, 7, 1)):
        assert not Contractproduct.objects.on(day).exists()


@pytest.mark.postgres
def test_two_who_type_the_same_contract_at_once_make_one(manager):
    found = []

    def run():
        try:
            found.append(outcome(lambda: register_contract(by=manager, nieuw=NIEUW)))
        finally:
            connection.close()

    both = [Thread(target=run) for _ in range(2)]
    for een in both:
        een.start()
    for een in both:
        een.join()
    assert sorted(found) == ["", "contract_overlapt"]


# --- pages ------------------------------------------------------------------------------------------------


@pytest.fixture
def client():
    client = Client()
    sign_in(client, make_medewerker(Rol.CONTRACTMANAGER))
    return client


FORM = {
    "inkoopregio": "IR-NMD",
    "naam": "Stichting Veenlicht",
    "agb": "12 34 56 78",
    "begindatum": "2026-01-01",
    "einddatum": "2027-12-31",
    "voorwaarden": ["eigen-koffer"],
}


def test_a_form_with_a_fault_keeps_what_was_typed_and_says_what_to_do(client):
    page = client.post(reverse("contract-nieuw"), FORM | {"agb": "123", "formulier_id": str(uuid4())})
    text = page.content.decode()
    assert page.status_code == 422
    assert "Een AGB-code heeft acht cijfers" in text
    for typed in (
        "Stichting Veenlicht",
        'value="123"',
        'value="2026-01-01"',
        'value="2027-12-31"',
        "checked",
    ):
        assert typed in text


def test_a_double_click_makes_one_contract_and_one_product(client):
    sent = FORM | {"formulier_id": str(uuid4())}
    first, second = (client.post(reverse("contract-nieuw"), sent) for _ in range(2))
    assert (first.status_code, second.status_code, first.url) == (302, 302, second.url)
    row = Contract.objects.get()
    assert (row.begindatum, row.tot_datum) == (date(2026, 1, 1), date(2028, 1, 1))
    product = {
        "code": "45a04",
        "naam": "Begeleiding",
        "niveau": "4",
        "taakveld": "6.72a",
        "eenheid": "04",
        "tarief": "95,50",
        "begindatum": "2026-01-01",
        "formulier_id": str(uuid4()),
    }
    where = reverse("contractproduct-nieuw", args=[row.pk])
    for _ in range(2):
        assert client.post(where, product).status_code == 302
    (made,) = Contractproduct.objects.all()
    assert (made.tarief_cent, made.tot_datum) == (9_550, date(2028, 1, 1))
    wrong = client.post(where, product | {"tarief": "0", "formulier_id": str(uuid4())})
    assert wrong.status_code == 422
    assert "meer dan nul euro" in wrong.content.decode()
    text = client.get(reverse("contract", args=[row.pk])).content.decode()
    assert "95,50" in text
    assert "31 december 2027" in text


def test_the_way_to_type_is_shown_to_who_may(client):
    assert reverse("contract-nieuw") in client.get("/contracten/").content.decode()
    other = Client()
    sign_in(other, make_medewerker(Rol.REGIOMANAGER))
    assert reverse("contract-nieuw") not in other.get("/contracten/").content.decode()


def regional(manager):
    """One who works for every gemeente of the region."""
    return replace(
        manager, gemeenten=frozenset({"GM1680", "GM0106", "GM1731", "GM1699", "GM1730", *manager.gemeenten})
    )


def leaning(product, tot=None):
    """Help of a child on this product."""
    wereld = Wereld()
    return assign_toewijzing(
        by=wereld.by,
        casus_id=wereld.casus,
        contractproduct_id=product,
        ingangsdatum=vandaag(),
        tot_datum=tot,
    )


def test_a_contract_that_never_held_is_withdrawn_and_may_be_typed_again(manager, contract):
    add(manager, contract)
    with pytest.raises(Refused, match="reden_ontbreekt_contract"):
        withdraw_contract(by=regional(manager), contract_id=contract, reden=" ")
    withdraw_contract(by=regional(manager), contract_id=contract, reden="Verkeerde aanbieder gekozen.")
    beeld = read_contract(by=manager, contract_id=contract)
    assert (beeld.kort.ingetrokken, beeld.reden_einde) == (True, "Verkeerde aanbieder gekozen.")
    assert not Contractproduct.objects.on(JAAR.van).filter(contract=contract).exists()
    opnieuw = register_contract(by=manager, nieuw=NIEUW)
    product = add(manager, opnieuw)
    assert Contractproduct.objects.on(JAAR.van).get(code="45A04", contract=opnieuw).pk == product
    with pytest.raises(Refused, match="contract_al_beeindigd"):
        withdraw_contract(by=regional(manager), contract_id=contract, reden="Nog een keer.")


def test_a_contract_on_which_help_was_given_is_not_withdrawn_and_says_what_leans_on_it(manager, contract):
    product = add(manager, contract)
    leaning(product)
    with pytest.raises(Refused, match="contract_heeft_toewijzingen"):
        withdraw_contract(by=regional(manager), contract_id=contract, reden="Toch niet.")
    end_contract(by=manager, contract_id=contract, tot=vandaag() + timedelta(days=30), reden="Opgezegd.")
    gevolg = read_contractgevolg(by=manager, contract_id=contract)
    [regel] = gevolg.regels
    assert (regel.loopt, regel.komt, regel.na_einde, gevolg.ooit) == (1, 0, 1, 1)


def test_who_does_not_see_every_gemeente_of_the_region_withdraws_nothing(manager, contract):
    with pytest.raises(Refused, match="contract_van_meer_gemeenten"):
        withdraw_contract(by=manager, contract_id=contract, reden="Toch niet.")


def test_help_that_was_taken_away_does_not_lean(manager, contract):
    product = add(manager, contract)
    wereld = Wereld()
    toewijzing = assign_toewijzing(
        by=wereld.by, casus_id=wereld.casus, contractproduct_id=product, ingangsdatum=vandaag()
    )
    wereld.change(toewijzing, "13")
    assert read_contractgevolg(by=manager, contract_id=contract).ooit == 0
    withdraw_contract(by=regional(manager), contract_id=contract, reden="Toch niet.")


def test_the_page_withdraws(manager, contract):
    client = Client()
    medewerker = make_medewerker(Rol.CONTRACTMANAGER)
    sign_in(client, medewerker)
    pagina = client.get(reverse("contract-intrekken", args=[contract]))
    assert "Er loopt geen hulp op dit contract" in pagina.content.decode()
    formulier = pagina.context["formulier"]
    data = {"reden": "Toch niet.", "formulier_id": str(formulier.fields["formulier_id"].initial)}
    fout = client.post(reverse("contract-intrekken", args=[contract]), data)
    assert fout.status_code == 422
    assert "Toch niet." in fout.content.decode()
