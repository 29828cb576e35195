"""The stairs and the directory as pages: what the first line says, what is suggested, what is mended."""

from uuid import uuid4

import pytest

from koers.actions.toegang.melden import NieuweMelding, register_melding
from koers.domain.rollen import Rol
from koers.registers.klok import vandaag
from koers.registers.toegang.models import TredeUitkomst
from tests.wereld import ASSEN, actor_of, make_familie, make_medewerker, sign_in

pytestmark = pytest.mark.django_db
VRAAG = "Ze wordt gepest en durft niet meer naar school."


@pytest.fixture
def consulent(client):
    medewerker = make_medewerker(Rol.JEUGDCONSULENT)
    sign_in(client, medewerker)
    return medewerker


def casus_of(medewerker, verwijzer="06"):
    by = actor_of(medewerker)
    familie = make_familie(by, f"Trap{uuid4().hex[:5]}")
    melding = NieuweMelding(jeugdigen=(familie.kind,), datum=vandaag(), verwijzer=verwijzer, vraag=VRAAG)
    return register_melding(by=by, gezin_id=familie.gezin, melding=melding)[0]


def send(client, adres, **fields):
    return client.post(
        adres, {"formulier_id": str(uuid4()), "datum": vandaag().isoformat()} | fields, follow=True
    )


def step(trede, uitkomst="helpt_deels", **more):
    return {"trede": trede, "uitkomst": uitkomst, "reden": "Dit is besproken."} | more


def test_the_first_line_follows_what_is_written_and_the_letter_grows(client, consulent):
    adres = f"/casussen/{casus_of(consulent)}/treden/"
    page = client.get(adres).text
    assert "Eerst nog 3 treden: eigen kracht, omgevingskracht en algemene voorziening." in page
    assert VRAAG in page
    assert "Hulp op School" in page
    assert "onbekend: de bron noemt geen aantal" in page
    assert "Besluit nemen" not in page
    send(client, adres, **step("eigen_kracht"))
    send(client, adres, **step("omgevingskracht", "niet_beschikbaar", reden="Oma woont ver weg"))
    page = send(client, adres, **step("algemene_voorziening", voorziening="hulp-op-school")).text
    assert "Alle treden zijn gezet" in page
    assert "Besluit nemen" in page
    assert "Wat mensen om u heen kunnen doen, kan nu niet: Oma woont ver weg." in page
    page = send(client, adres, **step("algemene_voorziening", "helpt")).text
    assert "Hiermee is het gezin geholpen: algemene voorziening." in page
    assert TredeUitkomst.objects.get(voorziening="hulp-op-school").trede == "algemene_voorziening"


def test_a_form_that_says_too_little_comes_back_with_what_was_typed(client, consulent):
    adres = f"/casussen/{casus_of(consulent)}/treden/"
    answer = send(client, adres, **step("omgevingskracht", reden="", geprobeerd="Met oma gebeld."))
    assert answer.status_code == 422
    assert "Met oma gebeld." in answer.text
    assert 'id="id_eigen_kracht_reden"' in answer.text
    assert send(client, adres, **step("trap")).status_code == 200
    assert not TredeUitkomst.objects.exists()


def test_a_crisis_is_written_down_with_its_reason(client, consulent):
    adres = f"/casussen/{casus_of(consulent)}/treden/"
    assert send(client, adres, soort="crisis", reden="").status_code == 422
    page = send(client, adres, soort="crisis", reden="Ze is vannacht weggelopen.").text
    assert "De treden zijn overgeslagen." in page
    assert "Wij keken niet eerst naar andere oplossingen" in page


def test_a_doctors_referral_waits_for_nothing(client, consulent):
    page = client.get(f"/casussen/{casus_of(consulent, '02')}/treden/").text
    assert "Een wettelijke verwijzer bepaalt hier de hulp" in page
    assert "Besluit nemen" in page


def test_what_was_wrong_is_mended_with_a_reason_and_stays_kept(client, consulent):
    adres = f"/casussen/{casus_of(consulent)}/treden/"
    send(client, adres, **step("eigen_kracht"))
    wrong = TredeUitkomst.objects.get()
    mend = f"{adres}{wrong.pk}/"
    assert "Dit is besproken." in client.get(mend).text
    undone = step("eigen_kracht", "niet_gebeurd", reden_correctie="Ander kind.")
    page = send(client, mend, **undone).text
    assert "Eerst nog 3 treden" in page
    assert TredeUitkomst.objects.count() == 2
    assert client.get(mend).status_code == 404
    assert client.get(f"{adres}{uuid4()}/").status_code == 404


def test_another_gemeente_gets_no_suggestions_of_this_one(client):
    medewerker = make_medewerker(Rol.JEUGDCONSULENT, ASSEN)
    sign_in(client, medewerker)
    page = client.get(f"/casussen/{casus_of(medewerker)}/treden/").text
    assert "Voor deze gemeente staat hier nog niets" in page
    assert "Hulp op School" not in page


def test_a_family_finds_what_is_there_without_signing_in_and_the_question_stays_out_of_the_address(client):
    page = client.get("/voorzieningen/").text
    assert "Er zijn 15 plekken en mensen" in page
    answer = client.post("/voorzieningen/", {"vraag": "geldzorgen", "leeftijd": "9", "plaats": "beilen"})
    assert "Budgetcoach" in answer.text
    assert "Jongerenwerk" not in answer.text
    assert answer.request["QUERY_STRING"] == ""
    assert "Niets gevonden." in client.post("/voorzieningen/", {"vraag": "qqqq"}).text
    wrong = client.post("/voorzieningen/", {"leeftijd": "99"})
    assert wrong.status_code == 422
    assert "99" in wrong.text
