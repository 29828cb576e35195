"""The pages of proeftuinen as somebody works with them."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse

from koers.domain.rollen import Rol
from koers.presentation.sturing.proeftuin import period_name
from koers.registers.klok import vandaag
from koers.registers.sturing.models import Proeftuin, ProeftuinOntwerp, ProeftuinStap, Proeftuintelling
from tests.agendawereld import OPGAVE
from tests.proeftuinwereld import decided, evaluated, running, try_out, whole_proeftuin
from tests.wereld import MIDDEN_DRENTHE, actor_of, make_actor, make_medewerker, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def als(client):
    """Signs somebody in, the adviser when nobody is named."""

    def sign(rol=Rol.BELEIDSADVISEUR):
        sign_in(client, make_medewerker(rol))
        return client

    return sign


def form(**fields) -> dict:
    return {"formulier_id": str(uuid4()), **fields}


DESIGN = {
    "naam": "POH in de praktijk",
    "opgave": OPGAVE,
    "hypothese": "Minder verwijzingen.",
    "indicator": "",
    "telt": "Verwijzingen van alle vragen",
    "richting": "omlaag",
    "verwacht": "2,5",
    "soort": "praktijk",
    "groep": "Praktijk A\nPraktijk B",
    "vergelijking": "Praktijk C\n\nPraktijk D",
    "begindatum": (vandaag().replace(month=1, day=1)).isoformat(),
    "evaluatie_op": vandaag().isoformat(),
}


def test_a_proeftuin_from_nothing_to_a_decision_page_by_page(als):
    client = als()
    assert "Er is nog geen proeftuin." in client.get(reverse("proeftuinen")).text
    client.post(reverse("proeftuin-nieuw"), form(**DESIGN))
    proeftuin, design = Proeftuin.objects.get(), ProeftuinOntwerp.objects.get()
    assert (str(design.verwacht), design.groep) == ("2.50", ["Praktijk A", "Praktijk B"])
    here = reverse("proeftuin", args=[proeftuin.pk])
    page = client.get(reverse("proeftuin-ontwerp", args=[proeftuin.pk])).text
    assert "Praktijk C\nPraktijk D" in page  # what stood there comes back
    for jaar in range(vandaag().year - 4, vandaag().year):
        client.post(
            reverse("proeftuin-telling", args=[proeftuin.pk]),
            form(
                begindatum=f"{jaar}-01-01",
                einddatum=f"{jaar}-12-31",
                **{f"teller_{nr}": "60" for nr in range(4)},
                **{f"noemer_{nr}": "200" for nr in range(4)},
                reden="",
            ),
        )
    assert Proeftuintelling.objects.count() == 16
    client.post(
        reverse("proeftuin-telling", args=[proeftuin.pk]),
        form(
            begindatum=f"{vandaag().year}-01-01",
            einddatum=vandaag().isoformat(),
            **{f"teller_{nr}": "20" if nr < 2 else "60" for nr in range(4)},
            **{f"noemer_{nr}": "200" for nr in range(4)},
        ),
    )
    assert "is niet te zien dat de groepen uiteenliepen" in client.get(here).text
    client.post(reverse("proeftuin-starten", args=[proeftuin.pk]), form())
    page = client.get(here).text
    assert "De dag om te kijken is er." in page
    assert "na het begin" in page  # fixed after the start, and that is said
    client.post(reverse("proeftuin-evaluatie", args=[proeftuin.pk]), form(woorden="Het helpt."))
    page = client.get(here).text
    for words in ("werkt waarschijnlijk", "procentpunt lager uit dan", "Het helpt.", "60 van 200", "Intern"):
        assert words in page
    answer = client.post(
        reverse("proeftuin-besluit", args=[proeftuin.pk]),
        form(keuze="doorgaan", reden="Nog een jaar.", leunt=["normaliseren"], wijkt="", waarom=""),
    )
    assert answer.status_code == 422
    assert "spreekt een nieuwe dag af" in answer.text
    assert "Nog een jaar." in answer.text  # nothing typed is lost
    client.post(
        reverse("proeftuin-besluit", args=[proeftuin.pk]),
        form(
            keuze="opschalen",
            reden="Overal doen.",
            leunt=["normaliseren", "iedereen-doet-mee"],
            wijkt="iedereen-doet-mee",
            waarom="Eerst alleen de praktijken.",
        ),
    )
    page = als(Rol.RAADSLID).get(here).text
    for words in ("Overal doen.", "Eerst alleen de praktijken.", "wijkt hiervan af", "wordt groter gemaakt"):
        assert words in page
    assert "Intern" not in page
    assert "ongeveer 60 van 200" in page


def test_who_picks_an_indicator_names_municipalities_by_name(als):
    client = als()
    fields = DESIGN | {
        "indicator": "aandeel-specialistisch",
        "soort": "gemeente",
        "groep": "midden-drenthe",
        "vergelijking": "Assen\nAa en Hunze",
    }
    client.post(reverse("proeftuin-nieuw"), form(**fields))
    design = ProeftuinOntwerp.objects.get()
    assert (design.groep, design.vergelijking, design.telt) == ([MIDDEN_DRENTHE], ["GM0106", "GM1680"], "")
    page = client.get(reverse("proeftuin", args=[design.proeftuin_id])).text
    assert "Aa en Hunze" in page
    fields["vergelijking"] = "Atlantis"
    answer = client.post(reverse("proeftuin-nieuw"), form(**fields))
    assert "Koers kent niet alle genoemde gemeenten" in answer.text
    assert "Atlantis" in answer.text


def test_half_a_count_is_asked_at_its_field(als):
    client = als()
    proeftuin = try_out(make_actor(Rol.BELEIDSADVISEUR))
    answer = client.post(
        reverse("proeftuin-telling", args=[proeftuin]),
        form(begindatum="2020-01-01", einddatum="2020-12-31", teller_0="6", noemer_1="9"),
    )
    assert answer.status_code == 422
    assert answer.text.count("Vul het deel en het geheel in, of laat beide leeg.") >= 2


def test_the_council_reads_a_running_proeftuin_without_its_effect(als):
    proeftuin = running(make_actor(Rol.BELEIDSADVISEUR), evaluatie_op=vandaag() + timedelta(days=9))
    page = als(Rol.RAADSLID).get(reverse("proeftuin", args=[proeftuin])).text
    assert "zoals afgesproken" in page
    assert "Proeftuin evalueren" not in page
    assert "Telling opschrijven" not in page


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_every_page_is_there_in_both_languages(client, taal):
    adviseur = make_medewerker(Rol.BELEIDSADVISEUR)
    sign_in(client, adviseur)
    client.cookies["django_language"] = taal
    by = actor_of(adviseur)
    decided(by)
    for naam, id in whole_proeftuin(by, MIDDEN_DRENTHE).items():
        assert client.get(reverse(naam, args=[id])).status_code == 200, naam
    for naam in ("proeftuinen", "proeftuin-nieuw"):
        assert client.get(reverse(naam)).status_code == 200, naam


def test_a_wethouder_decides_and_does_not_design(als):
    proeftuin = evaluated(make_actor(Rol.BELEIDSADVISEUR))
    client = als(Rol.WETHOUDER)
    assert client.get(reverse("proeftuin-besluit", args=[proeftuin])).status_code == 200
    client.post(
        reverse("proeftuin-besluit", args=[proeftuin]),
        form(keuze="stoppen", reden="Te duur.", leunt=["normaliseren"], wijkt="", waarom=""),
    )
    assert ProeftuinStap.objects.filter(soort="gestopt").exists()
    assert client.get(reverse("proeftuin-nieuw")).status_code == 404


@pytest.mark.parametrize(
    ("periode", "naam"),
    [
        ("2023", "2023"),
        ("2023-01-01/2023-12-31", "2023"),
        ("2023-01-01/2023-06-30", "01-01-2023 – 30-06-2023"),
    ],
)
def test_a_period_is_called_by_its_year_when_it_is_one(periode, naam):
    assert period_name(periode) == naam
