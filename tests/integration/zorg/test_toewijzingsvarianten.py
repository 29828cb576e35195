"""One product, a category or any help; another amount; what goes out about it and what is claimed on it."""

import pytest

from koers.actions.zorg.toewijzen import Invulling
from koers.domain.toewijzingsberichten import Hoeveelheid
from koers.domain.toewijzingsvarianten import ASPECIFIEK, GENERIEK, SPECIFIEK
from koers.domain.weigering import Refused
from koers.registers.klok import vandaag
from koers.registers.zorg.models import Toewijzing
from tests.integration.test_declaratie_bericht import TARIEF, arrive, claim, entry, month, rejected
from tests.integration.test_toewijzingsbericht import DAG, Wereld, products, sent
from tests.wereld import sign_in

pytestmark = pytest.mark.django_db(transaction=True)
ALLES = Invulling(variant=GENERIEK, budget_cent=200_000)
SOORT = Invulling(variant=ASPECIFIEK, budget_cent=100_000)
IN_TOTAAL = Invulling(40, "6", variant=SPECIFIEK)


@pytest.fixture
def wereld() -> Wereld:
    return Wereld()


def given(bericht: dict) -> list[dict]:
    return bericht["Client"]["ToegewezenProducten"]["ToegewezenProduct"]


@pytest.mark.parametrize(
    ("hoe", "verwacht"),
    [
        (ALLES, {"Budget": 200_000}),
        (SOORT, {"Product": {"Categorie": "45"}, "Budget": 100_000}),
        (Invulling(variant=ASPECIFIEK), {"Product": {"Categorie": "45"}}),
        (
            IN_TOTAAL,
            {
                "Product": {"Categorie": "45", "Code": "45A03"},
                "Omvang": {"Volume": 40, "Eenheid": "04", "Frequentie": "6"},
            },
        ),
    ],
)
def test_each_kind_goes_out_with_what_it_gives_and_nothing_else(wereld, tmp_path, hoe, verwacht):
    wereld.give(hoe=hoe)
    [bericht] = sent(tmp_path)
    [product] = given(bericht)
    assert {naam: product[naam] for naam in ("Product", "Omvang", "Budget") if naam in product} == verwacht


def test_any_help_of_a_provider_lets_nothing_stand_beside_it(wereld):
    wereld.give(hoe=ALLES)
    with pytest.raises(Refused, match="toewijzing_gestapeld"):
        wereld.give(1)
    wereld.give(1, van=100, tot=200)


def test_another_budget_goes_out_under_the_same_number(wereld, tmp_path):
    toewijzing = wereld.give(hoe=SOORT)
    wereld.change(toewijzing, "04", 100, hoeveel=Hoeveelheid(budget_cent=150_000))
    wereld.change(toewijzing, "04", 130)  # a longer end keeps the amount of the change before it
    [product] = given(sent(tmp_path)[-1])
    assert (product["ToewijzingNummer"], product["Budget"], product["RedenWijziging"]) == (1, 150_000, "04")
    with pytest.raises(Refused, match="minder_zonder_akkoord"):
        wereld.change(toewijzing, "05", 130, hoeveel=Hoeveelheid(budget_cent=120_000))
    wereld.change(toewijzing, "05", 130, hoeveel=Hoeveelheid(budget_cent=120_000), akkoord=True)
    assert given(sent(tmp_path)[-1])[0]["Budget"] == 120_000


def test_another_amount_a_week_ends_the_old_one_and_begins_a_new_one_in_one_message(wereld, tmp_path):
    oud = wereld.give(van=-30)
    nieuw = wereld.give(van=10, hoe=Invulling(4, "2", na=oud))
    bericht = sent(tmp_path)[-1]
    assert products(bericht) == [(1, -30, 9, "05"), (2, 10, 99, "")]
    assert Toewijzing.objects.get(pk=nieuw).voorganger_id == oud


def test_an_amount_that_changed_in_the_past_asks_what_the_provider_thinks(wereld):
    oud = wereld.give(van=-30)
    with pytest.raises(Refused, match="verkorten_zonder_akkoord"):
        wereld.give(van=-5, hoe=Invulling(4, "2", na=oud))
    wereld.give(van=-5, hoe=Invulling(4, "2", na=oud, akkoord=True))


def test_the_toewijzing_of_another_child_is_not_followed(wereld):
    ander = Wereld(bsn="999900018", achternaam="Jansen")
    with pytest.raises(Refused, match="niet_gevonden"):
        wereld.give(hoe=Invulling(4, "2", na=ander.give()))


def long_ago(wereld: Wereld, hoe: Invulling) -> None:
    van = (month()[0] - vandaag()).days
    wereld.give(van=van - 40, hoe=hoe)


def test_claims_fit_in_the_budget_together_and_only_what_is_too_much_comes_back(wereld, tmp_path):
    long_ago(wereld, Invulling(variant=ASPECIFIEK, budget_cent=6 * TARIEF))
    tweede = entry("R2", volume=3, ProductCode="45A04", ProductTarief=TARIEF)
    tweede["IngediendBedrag"] = {"Bedrag": 3 * TARIEF, "DebetCredit": "D"}
    antwoord = arrive(tmp_path, claim(entry("R1", volume=4), tweede))
    assert rejected(antwoord) == [("R2", ["9369"])]
    assert antwoord["TotaalToegekendBedrag"]["TotaalBedrag"] == 4 * TARIEF


def test_on_any_help_every_product_of_the_contract_is_claimed(wereld, tmp_path):
    long_ago(wereld, Invulling(variant=GENERIEK, budget_cent=100 * TARIEF))
    assert rejected(arrive(tmp_path, claim(entry("R1", volume=4)))) == []


def test_a_higher_budget_pays_what_the_first_one_would_not(wereld, tmp_path):
    long_ago(wereld, Invulling(variant=ASPECIFIEK, budget_cent=3 * TARIEF))
    assert rejected(arrive(tmp_path, claim(entry()))) == [("R1", ["9369"])]
    [row] = Toewijzing.objects.all()
    wereld.change(row.pk, "04", 100, hoeveel=Hoeveelheid(budget_cent=4 * TARIEF))
    assert rejected(arrive(tmp_path, claim(entry("R2"), identificatie="D2", nummer="N2"))) == []
    minder = Hoeveelheid(budget_cent=4 * TARIEF - 1)
    with pytest.raises(Refused, match="minder_dan_gedeclareerd"):
        wereld.change(row.pk, "05", 100, hoeveel=minder, akkoord=True)


def test_the_page_gives_any_help_and_says_what_is_missing(client, wereld):
    from koers.registers.kern.models import Medewerker

    sign_in(client, Medewerker.objects.get(pk=wereld.by.id))
    pad = f"/casussen/{wereld.casus}/toewijzing/"
    vooraf = client.get(pad).context["formulier"]
    data = {
        "contractproduct": str(wereld.producten[0].pk),
        "variant": GENERIEK,
        "ingangsdatum": vandaag().isoformat(),
        "einddatum": (vandaag() + 99 * DAG).isoformat(),
        "budget": "",
        "formulier_id": str(vooraf.fields["formulier_id"].initial),
    }
    fout = client.post(pad, data)
    assert fout.status_code == 422
    assert "hoort een bedrag" in fout.content.decode()
    assert client.post(pad, data | {"budget": "1.250,50"}).status_code == 302
    row = Toewijzing.objects.get()
    assert (row.generiek, row.budget_cent, row.volume) == (True, 125_050, None)
    pagina = client.get(f"/toewijzingen/{row.pk}/").content.decode()
    assert "alle hulp van deze aanbieder" in pagina
    wijzig = f"/toewijzingen/{row.pk}/wijzigen/"
    vooraf = client.get(wijzig).context["formulier"]
    data = {
        "reden": "04",
        "einddatum": (vandaag() + 99 * DAG).isoformat(),
        "budget": "2.000",
        "formulier_id": str(vooraf.fields["formulier_id"].initial),
    }
    assert client.post(wijzig, data).status_code == 302
    assert "2.000" in client.get(f"/toewijzingen/{row.pk}/").content.decode()
