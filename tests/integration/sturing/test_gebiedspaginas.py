"""The pages of the gebiedsagenda as the partners work with them."""

import re
from uuid import uuid4

import pytest
from django.urls import reverse

from koers.domain.rollen import Rol
from koers.registers.sturing.models import (
    Gebiedsafspraak,
    GebiedsafspraakStap,
    Gebiedsbijeenkomst,
    Partnerbijdrage,
)
from tests.gebiedswereld import after, group, hold, own, partner, promise, quarter, tell
from tests.wereld import MIDDEN_DRENTHE, actor_of, make_medewerker, make_organisatie, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def adviser():
    return make_medewerker(Rol.BELEIDSADVISEUR, naam="De adviseur")


@pytest.fixture
def worker():
    return make_medewerker(Rol.JONGERENWERKER, soort="welzijn", naam="De werker")


@pytest.fixture
def als(client):
    """Signs somebody in."""

    def sign(wie):
        sign_in(client, wie)
        return client

    return sign


def form(**fields) -> dict:
    return {"formulier_id": str(uuid4()), **fields}


def words(answer) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


TOLD = {
    "op_versie": 0,
    "aanbod": "Een groep op school.",
    "jeugdigen": 4,
    "ouders": 2,
    "resultaat": "Kinderen doen weer mee.",
}


def test_a_quarter_from_nothing_to_an_agreement_page_by_page(als, adviser, worker):
    client = als(adviser)
    assert "Hier is nog geen bijeenkomst opgeschreven." in words(client.get("/gebiedsagenda/beilen/"))
    said = {"kwartaal": quarter(), "datum": after(quarter()).isoformat(), "onderwerpen": "Vervoer"}
    answer = client.post(reverse("bijeenkomst-nieuw", args=["beilen"]), form(**said))
    assert answer.headers["Location"] == "/gebiedsagenda/beilen/?gemeente=GM1731"
    meeting = Gebiedsbijeenkomst.objects.get()
    here = reverse("bijeenkomst", args=[meeting.pk])
    welzijn = worker.aanstellingen.get().organisatie_id
    answer = client.post(
        reverse("bijeenkomst-aanwezigen", args=[meeting.pk]),
        form(**{"wie-1": welzijn, "hoeveel-1": 2}),
    )
    assert answer.headers["Location"] == here
    assert "welzijn in Midden-Drenthe (2)" in words(client.get(here))
    client = als(worker)
    assert "Bereik en resultaat van welzijn in Midden-Drenthe opschrijven" in words(client.get(here))
    answer = client.post(reverse("bijdrage", args=[meeting.pk, welzijn]), form(**TOLD))
    assert answer.headers["Location"] == here
    text = words(client.get(here))
    assert "1 partner vertelde over 4 jeugdigen en 2 ouders." in text
    assert "Opgeschreven door De werker" in text
    client.post(
        reverse("gebiedsafspraak-nieuw", args=[meeting.pk]),
        form(organisatie=welzijn, wat="De scholen bellen", wie="de werker", uiterlijk="2199-01-01"),
    )
    assert "De scholen bellen" in words(client.get("/gebiedsagenda/beilen/"))
    assert Gebiedsafspraak.objects.get().organisatie_id == welzijn


def test_nothing_that_was_typed_is_lost_after_a_refusal(als, adviser, worker):
    meeting = hold(actor_of(adviser))
    client = als(worker)
    here = reverse("bijdrage", args=[meeting, worker.aanstellingen.get().organisatie_id])
    answer = client.post(here, form(**TOLD | {"resultaat": "Bij 3 kinderen hielp het erg goed."}))
    assert answer.status_code == 422
    assert "In de tekst staat “3 kinderen”." in words(answer)
    assert "Bij 3 kinderen hielp het erg goed." in words(answer)
    assert not Partnerbijdrage.objects.exists()


def test_sent_twice_is_written_once(als, adviser, worker):
    meeting = hold(actor_of(adviser))
    client, sent = als(worker), form(**TOLD)
    here = reverse("bijdrage", args=[meeting, worker.aanstellingen.get().organisatie_id])
    assert [client.post(here, sent).status_code for _ in range(2)] == [302, 302]
    assert Partnerbijdrage.objects.count() == 1


def test_who_comes_second_sees_what_stands_there_and_can_go_on(als, adviser, worker):
    by = actor_of(worker)
    meeting = hold(actor_of(adviser))
    tell(by, meeting, aanbod="Van de collega.")
    client = als(worker)
    here = reverse("bijdrage", args=[meeting, own(by)])
    answer = client.post(here, form(**TOLD | {"aanbod": "Van mij."}))
    assert answer.status_code == 422
    text = words(answer)
    for part in ("Iemand anders heeft dit intussen gewijzigd.", "Van de collega.", "Van mij."):
        assert part in text
    assert 'name="op_versie" value="1"' in answer.content.decode()
    answer = client.post(here, form(**TOLD | {"aanbod": "Samen.", "op_versie": 1, "reden": "Samengevoegd."}))
    assert answer.status_code == 302


def test_a_group_that_koers_knows_is_ticked_and_not_typed(als, adviser, worker):
    by = actor_of(worker)
    meeting, known = hold(actor_of(adviser)), group(by, 9)
    client = als(worker)
    here = reverse("bijdrage", args=[meeting, own(by)])
    text = words(client.get(here))
    assert "Hoeveel jeugdigen bereikte u daarnaast?" in text
    assert "Pesten, school in Midden-Drenthe" in text
    client.post(here, form(**TOLD, bronnen=[str(known)]))
    assert "13 jeugdigen, 2 ouders" in words(client.get(reverse("bijeenkomst", args=[meeting])))


def test_who_told_something_wrong_says_why_and_both_stay_readable(als, adviser, worker):
    by = actor_of(worker)
    meeting = hold(actor_of(adviser))
    tell(by, meeting)
    client = als(worker)
    here = reverse("bijdrage", args=[meeting, own(by)])
    answer = client.post(here, form(**TOLD | {"op_versie": 1, "jeugdigen": 8}))
    assert "Schrijf op waarom u dit verbetert." in words(answer)
    client.post(here, form(**TOLD | {"op_versie": 1, "jeugdigen": 8, "reden": "Twee keer geteld."}))
    text = words(client.get(reverse("bijeenkomst", args=[meeting])))
    for part in ("8 jeugdigen, 2 ouders", "4 jeugdigen, 12 ouders", "Twee keer geteld."):
        assert part in text


def test_an_area_shows_reach_over_the_quarters_with_a_drawing_and_its_table(als, adviser):
    by = partner()
    for back, jeugdigen in ((2, 4), (1, 9)):
        tell(by, hold(actor_of(adviser), back=back), jeugdigen=jeugdigen)
    answer = als(adviser).get("/gebiedsagenda/beilen/")
    page = answer.content.decode()
    assert page.count('class="staaf"') == 2
    assert "Dit zijn exacte aantallen, ook kleine." in page
    text = words(answer)
    assert "4 jeugdigen, 12 ouders" in text
    assert "9 jeugdigen, 12 ouders" in text


def test_another_partner_without_its_number_is_asked_for(als, adviser):
    meeting = hold(actor_of(adviser))
    school = make_organisatie(MIDDEN_DRENTHE, "school").pk
    here = reverse("bijeenkomst-aanwezigen", args=[meeting])
    client = als(adviser)
    assert "Vul in hoeveel mensen er van deze partner waren." in words(
        client.post(here, form(**{"wie-1": school}))
    )
    assert "Kies welke partner er was" in words(client.post(here, form(**{"hoeveel-2": 3})))


def test_an_agreement_moves_and_ends_with_its_reasons(als, adviser):
    by = partner()
    afspraak = promise(by, hold(actor_of(adviser)))
    client = als(adviser)
    here = reverse("gebiedsafspraak", args=[afspraak])
    assert "Afspraak afronden" in words(client.get(here))
    client.post(
        reverse("gebiedsafspraak-verschuiven", args=[afspraak]),
        form(uiterlijk="2199-01-01", reden="Ziek.", datum=after(quarter(0)).isoformat()),
    )
    client.post(
        reverse("gebiedsafspraak-vervallen", args=[afspraak]),
        form(reden="Niet meer nodig.", datum=after(quarter(0)).isoformat()),
    )
    text = words(client.get(here))
    for part in ("1 januari 2199", "Ziek.", "Niet meer nodig.", "Afspraak weer openen"):
        assert part in text
    assert GebiedsafspraakStap.objects.count() == 2


def test_who_reads_along_gets_no_buttons(als, adviser):
    by = partner()
    meeting = hold(actor_of(adviser))
    tell(by, meeting)
    afspraak = promise(by, meeting)
    client = als(make_medewerker(Rol.WETHOUDER))
    for adres in (
        "/gebiedsagenda/beilen/",
        reverse("bijeenkomst", args=[meeting]),
        reverse("gebiedsafspraak", args=[afspraak]),
    ):
        page = client.get(adres).content.decode()
        assert 'class="knop' not in page.split("<main", 1)[1].split("</main>", 1)[0]
