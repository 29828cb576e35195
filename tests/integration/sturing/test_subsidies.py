"""Subsidies and contracts: agreed on figures, tested each year, and what was tested stays as it was."""

from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction
from django.urls import reverse

from koers.actions.sturing import risicos_lezen
from koers.actions.sturing.principes import read_principes, state_principe
from koers.actions.sturing.subsidies import add_subsidie, weigh_prestaties, withdraw_prestatie
from koers.actions.sturing.subsidies_lezen import (
    read_contractprestaties,
    read_subsidie,
    read_subsidies,
)
from koers.domain.rollen import Rol
from koers.domain.subsidies import Houder
from koers.domain.uitvoeringsagenda import NieuweHouding, Waarvan
from koers.domain.weigering import Refused
from koers.registers.kern.verbinding import acting
from koers.registers.klok import vandaag
from koers.registers.sturing.models import Prestatietoets, Subsidie
from tests.cijferwereld import told
from tests.contractwereld import typed
from tests.integration.toegang.verwacht import VAN_EEN_CONTRACT
from tests.proeftuinwereld import decided
from tests.subsidiewereld import agree, nieuw, subsidise, weigh, whole_subsidie
from tests.wereld import ASSEN, MIDDEN_DRENTHE, actor_of, make_actor, make_gemeente, make_medewerker, sign_in

pytestmark = pytest.mark.django_db
JAAR = vandaag().year - 1


@pytest.fixture
def by():
    return make_actor(Rol.BELEIDSADVISEUR)


@pytest.fixture
def figures(monkeypatch):
    """8.0 two years ago and 12.5 last year, of the own municipality."""

    def put(last=(25, 200)):
        rows = {(MIDDEN_DRENTHE, JAAR - 1): (16, 200), (MIDDEN_DRENTHE, JAAR): last, (ASSEN, JAAR): (1, 200)}
        monkeypatch.setattr(risicos_lezen, "read_indicator", lambda **_: told(rows, voorlopig=JAAR))

    put()
    return put


def refused(do) -> str:
    with pytest.raises(Refused) as found:
        do()
    return found.value.code


MIS = {
    "ontvanger_ontbreekt": {"ontvanger": " "},
    "waarvoor_ontbreekt": {"waarvoor": ""},
    "subsidiebedrag_onmogelijk": {"bedrag_cent": 0},
    "subsidie_eindigt_voor_begin": {"einddatum": date(2001, 1, 1)},
    "spuk_onbekend": {"spuk": "maanreis"},
    "bewijs_onbekend": {"bewijs": "zeker"},
    "bewijs_zonder_bron": {"bewijsbron": " "},
}


@pytest.mark.parametrize("code", MIS)
def test_what_is_not_known_of_a_subsidy_is_asked(by, code):
    assert refused(lambda: subsidise(by, **MIS[code])) == code
    assert not Subsidie.objects.exists()


def test_an_agreement_shows_the_figure_of_last_year(by, figures):
    subsidie = subsidise(by)
    op = Houder(subsidie=subsidie)
    agree(by, op)
    agree(by, op, indicator="combinatie-voorliggend", kant="minstens", uiterlijk=date(JAAR + 2, 1, 1))
    agree(by, op, indicator="aandeel-jeugdzorg", streefwaarde=Decimal("12.5"))
    een, _mine = read_subsidie(by=by, subsidie_id=subsidie)
    assert [(a.waarde, a.uitkomst) for a in een.prestaties.afspraken] == [
        (Decimal("12.5"), "niet_gehaald"),
        (Decimal("12.5"), "gehaald"),
        (Decimal("12.5"), "gehaald"),
    ]
    assert all(a.voorlopig and a.versie == "abc123" for a in een.prestaties.afspraken)


def test_a_figure_of_an_earlier_year_says_nothing_of_this_one(by, figures):
    figures(last=None)
    subsidie = subsidise(by)
    agree(by, Houder(subsidie=subsidie))
    een, _mine = read_subsidie(by=by, subsidie_id=subsidie)
    assert [a.uitkomst for a in een.prestaties.afspraken] == ["niet_te_zeggen"]


def test_the_figure_of_a_test_stays_when_the_figure_changes(by, figures):
    subsidie = subsidise(by)
    op = Houder(subsidie=subsidie)
    agree(by, op)
    weigh(by, op, "aanpassen")
    figures(last=(10, 200))
    een, _mine = read_subsidie(by=by, subsidie_id=subsidie)
    assert een.prestaties.afspraken[0].uitkomst == "gehaald"  # now
    (toets,) = een.prestaties.toetsen
    assert (toets.uitkomsten[0].waarde, toets.uitkomsten[0].uitkomst) == (Decimal("12.5"), "niet_gehaald")
    assert een.prestaties.stand == "wordt_aangepast"
    with pytest.raises(DatabaseError), transaction.atomic(), acting(uuid4(), by.gemeenten):
        Prestatietoets.objects.update(conclusie="doorgaan")


def test_a_year_is_tested_once_when_it_is_over_and_something_was_agreed(by, figures):
    op = Houder(subsidie=subsidise(by))
    test = lambda jaar, conclusie="doorgaan", woorden="Zo.": weigh_prestaties(  # noqa: E731
        by=by, op=op, jaar=jaar, woorden=woorden, conclusie=conclusie
    )
    assert refused(lambda: test(JAAR)) == "toets_zonder_afspraak"
    agree(by, op)
    assert refused(lambda: test(JAAR + 1)) == "toets_te_vroeg"
    assert refused(lambda: test(JAAR - 9)) == "toets_buiten_periode"
    assert refused(lambda: test(JAAR, woorden=" ")) == "toets_zonder_woorden"
    assert refused(lambda: test(JAAR, "misschien")) == "overgang_mag_niet"
    test(JAAR)
    assert refused(lambda: test(JAAR)) == "toets_al_gedaan"
    test(JAAR - 1, "stoppen")
    assert refused(lambda: test(JAAR)) == "overgang_mag_niet"


def test_the_same_agreement_is_made_once_and_can_be_withdrawn(by, figures):
    subsidie = subsidise(by)
    op = Houder(subsidie=subsidie)
    afspraak = agree(by, op)
    assert refused(lambda: agree(by, op)) == "afspraak_staat_er_al"
    assert refused(lambda: agree(by, op, indicator="besparing")) == "indicator_niet_berekend"
    assert refused(lambda: agree(by, op, indicator="wachttijd", kant="rond")) == "streefkant_onbekend"
    weigh(by, op)
    assert refused(lambda: withdraw_prestatie(by=by, afspraak_id=afspraak, reden="")) == "reden_verplicht"
    withdraw_prestatie(by=by, afspraak_id=afspraak, reden="Ander cijfer.")
    een, _mine = read_subsidie(by=by, subsidie_id=subsidie)
    assert een.prestaties.afspraken == ()
    assert len(een.prestaties.toetsen[0].uitkomsten) == 1  # what was tested stays
    agree(by, op)


def test_each_municipality_agrees_for_itself_in_a_contract_of_its_region(by, figures):
    make_gemeente(ASSEN)
    contract, _product = typed(make_actor(Rol.CONTRACTMANAGER))
    mine = Houder(contract=contract, gemeente=MIDDEN_DRENTHE)
    agree(by, mine, indicator="wachttijd")
    neighbour = make_actor(Rol.BELEIDSADVISEUR, ASSEN)
    theirs, _mag = read_contractprestaties(by=neighbour, contract_id=contract)
    assert (theirs.gemeente, theirs.prestaties.afspraken) == (ASSEN, ())
    assert refused(lambda: agree(neighbour, mine)) == "niet_gevonden"
    asked = lambda: read_contractprestaties(  # noqa: E731
        by=neighbour, contract_id=contract, gemeente=MIDDEN_DRENTHE
    )
    assert refused(asked) == "niet_gevonden"
    own, _mag = read_contractprestaties(by=by, contract_id=contract)
    assert [een.indicator for een in own.prestaties.afspraken] == ["wachttijd"]
    assert [een.aanbieder for een in read_subsidies(by=by).contracten] == ["Getypt Jeugdhulp"]


def test_a_contract_of_another_region_is_not_there():
    make_gemeente("GM0109")
    contract, _product = typed(make_actor(Rol.CONTRACTMANAGER))
    south = make_actor(Rol.BELEIDSADVISEUR, "GM0109")
    assert read_subsidies(by=south).contracten == ()
    assert refused(lambda: read_contractprestaties(by=south, contract_id=contract)) == "niet_gevonden"
    here = Houder(contract=contract, gemeente="GM0109")
    assert refused(lambda: agree(south, here)) == "niet_gevonden"


def test_another_municipality_finds_nothing(by):
    subsidie = subsidise(by)
    stranger = make_actor(Rol.BELEIDSADVISEUR, ASSEN)
    assert refused(lambda: read_subsidie(by=stranger, subsidie_id=subsidie)) == "niet_gevonden"
    assert refused(lambda: read_subsidies(by=stranger, gemeente=MIDDEN_DRENTHE)) == "niet_gevonden"
    other = lambda: add_subsidie(by=stranger, gemeente=MIDDEN_DRENTHE, nieuw=nieuw())  # noqa: E731
    assert refused(other) == "niet_gevonden"


def test_what_leans_on_a_principle_stands_with_the_principles(by):
    subsidie, proeftuin = subsidise(by), decided(by)
    state_principe(
        by=by,
        van=Waarvan("subsidie", subsidie),
        nieuw=NieuweHouding("normaliseren", "wijkt_af", "Eerst de zware groep."),
    )
    beeld = read_principes(by=by)
    blad = next(een for een in beeld.bladen if een.principe == "normaliseren")
    assert [(een.pk, wat.houding) for een, wat in blad.subsidies] == [(subsidie, "wijkt_af")]
    assert [(een.pk, wat.houding) for een, wat in blad.proeftuinen] == [(proeftuin, "leunt")]
    assert beeld.afwijkingen == 1
    stranger = make_actor(Rol.BELEIDSADVISEUR, ASSEN)
    strange = lambda: state_principe(  # noqa: E731
        by=stranger, van=Waarvan("subsidie", subsidie), nieuw=NieuweHouding("normaliseren", "leunt")
    )
    assert refused(strange) == "niet_gevonden"


def test_a_contract_leans_on_a_principle_as_one_municipality_says(by):
    contract, _product = typed(make_actor(Rol.CONTRACTMANAGER))
    nieuw = NieuweHouding("normaliseren", "leunt")
    state_principe(by=by, van=Waarvan("contract", contract, MIDDEN_DRENTHE), nieuw=nieuw)
    een, _mine = read_contractprestaties(by=by, contract_id=contract)
    assert [(wat.principe, wat.houding) for wat in een.principes] == [("normaliseren", "leunt")]
    blad = next(een for een in read_principes(by=by).bladen if een.principe == "normaliseren")
    assert [(een.pk, wat.houding) for een, wat in blad.contracten] == [(contract, "leunt")]
    # Each municipality says it for itself, of a contract of its own procurement region.
    make_gemeente(ASSEN)
    stranger = make_actor(Rol.BELEIDSADVISEUR, ASSEN)
    for who, id in ((stranger, contract), (by, uuid4())):
        said = {"by": who, "van": Waarvan("contract", id, MIDDEN_DRENTHE), "nieuw": nieuw}
        assert refused(lambda said=said: state_principe(**said)) == "niet_gevonden"
    een, _mine = read_contractprestaties(by=make_actor(Rol.WETHOUDER), contract_id=contract)
    assert len(een.principes) == 1


# --- the pages --------------------------------------------------------------------------------------


def form(**fields) -> dict:
    return {"formulier_id": str(uuid4()), **fields}


def test_a_subsidy_from_nothing_to_a_test_page_by_page(client, figures):
    adviseur = make_medewerker(Rol.BELEIDSADVISEUR)
    sign_in(client, adviseur)
    proeftuin = decided(actor_of(adviseur))
    assert "Er is nog geen subsidie opgeschreven." in client.get(reverse("subsidies")).text
    said = {
        "ontvanger": "Stichting Welzijn",
        "waarvoor": "Groepen op school.",
        "bedrag": "45.00",
        "begindatum": f"{JAAR - 1}-01-01",
        "einddatum": f"{JAAR + 2}-12-31",
        "via": "Gemeente Assen",
        "spuk": "driemilieuvoorzieningen",
        "bewijs": "goede_aanwijzingen",
        "bewijsbron": "Eigen proeftuin.",
        "proeftuin": str(proeftuin),
    }
    answer = client.post(reverse("subsidie-nieuw"), form(**said))
    assert answer.status_code == 422  # an amount that could mean two things is asked again
    assert "Groepen op school." in answer.text
    client.post(reverse("subsidie-nieuw"), form(**said | {"bedrag": "45.000,50"}))
    subsidie = Subsidie.objects.get()
    assert subsidie.bedrag_cent == 4_500_050
    here = reverse("subsidie", args=[subsidie.pk])
    client.post(
        reverse("subsidie-afspraak", args=[subsidie.pk]),
        form(
            indicator="aandeel-specialistisch",
            kant="hoogstens",
            streefwaarde="10,5",
            uiterlijk=f"{JAAR}-12-31",
        ),
    )
    client.post(
        reverse("subsidie-principe", args=[subsidie.pk]),
        form(principe="normaliseren", houding="leunt", reden=""),
    )
    assert "1 wacht op een toets." in client.get(reverse("subsidies")).text
    client.post(
        reverse("subsidie-toets", args=[subsidie.pk]),
        form(jaar=str(JAAR), woorden="Het lukte niet.", conclusie="aanpassen"),
    )
    page = client.get(here).text
    for words in (
        *("€ 45.000,50", "POH in de praktijk", "Goede aanwijzingen", "leunt hierop", "Gemeente Assen"),
        *("hoogstens 10,5", "12,5%", "niet gehaald", "Het lukte niet.", f"Toets over {JAAR}", "abc123"),
    ):
        assert words in page.replace("\xa0", " ")
    sign_in(client, make_medewerker(Rol.RAADSLID))
    page = client.get(here).text
    assert "Het lukte niet." in page
    assert "Prestatieafspraak opschrijven" not in page


def test_a_contract_gets_agreements_on_its_own_page(client, figures):
    contract, _product = typed(make_actor(Rol.CONTRACTMANAGER))
    sign_in(client, make_medewerker(Rol.BELEIDSADVISEUR))
    client.post(
        reverse("contract-afspraak", args=[contract]),
        form(indicator="wachttijd", kant="hoogstens", streefwaarde="30", uiterlijk=f"{JAAR + 2}-12-31"),
    )
    page = client.get(reverse("contractprestaties", args=[contract])).text
    assert "hoogstens 30" in page
    client.post(
        reverse("contract-principe", args=[contract]),
        form(principe="normaliseren", houding="wijkt_af", reden="Eerst de wachtlijst."),
    )
    assert "Eerst de wachtlijst." in client.get(reverse("contractprestaties", args=[contract])).text
    assert "Eerst de wachtlijst." in client.get(reverse("agenda-principes")).text
    assert "Producten en tarieven van dit contract" in page
    assert "Noordmidden-Drenthe" in client.get(reverse("subsidies")).text
    sign_in(client, make_medewerker(Rol.RAADSLID))
    page = client.get(reverse("contractprestaties", args=[contract])).text
    assert "Producten en tarieven van dit contract" not in page  # who may not open it gets no link


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_every_page_is_there_in_both_languages(client, taal):
    contract, _product = typed(make_actor(Rol.CONTRACTMANAGER))
    adviseur = make_medewerker(Rol.BELEIDSADVISEUR)
    sign_in(client, adviseur)
    client.cookies["django_language"] = taal
    pages = whole_subsidie(actor_of(adviseur), MIDDEN_DRENTHE)
    pages |= dict.fromkeys(VAN_EEN_CONTRACT, contract)
    for naam, id in pages.items():
        assert client.get(reverse(naam, args=[id])).status_code == 200, naam
    for naam in ("subsidies", "subsidie-nieuw", "agenda-principes"):
        assert client.get(reverse(naam)).status_code == 200, naam
