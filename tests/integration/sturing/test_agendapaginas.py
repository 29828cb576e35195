"""The pages of the uitvoeringsagenda as somebody works with them."""

import re
from uuid import uuid4

import pytest
from django.urls import reverse

from koers.actions.sturing.agenda import move_agendaactie
from koers.domain.rollen import Rol
from koers.presentation.beelden.tijdbalken import Mijlpaal, Tijdbalk, tijdbalken
from koers.registers.sturing.models import (
    Afhankelijkheid,
    Agendaactie,
    AgendaactieStap,
    Interventie,
    OpgaveEigenaar,
    OpgaveStand,
    Principegebruik,
)
from tests.agendawereld import OPGAVE, agree, days, intervene, whole_agenda
from tests.integration.regio.lezen import read
from tests.wereld import ASSEN, actor_of, make_gemeente, make_medewerker, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def adviseur():
    return make_medewerker(Rol.BELEIDSADVISEUR, naam="De adviseur")


@pytest.fixture
def als(client, adviseur):
    """Signs the adviser in, or somebody in another role."""

    def sign(rol=None):
        sign_in(client, make_medewerker(rol) if rol else adviseur)
        return client

    return sign


def form(**fields) -> dict:
    return {"formulier_id": str(uuid4()), **fields}


def test_an_agenda_from_nothing_to_a_slip_page_by_page(als, adviseur):
    client = als()
    here = reverse("opgave", args=[OPGAVE])
    assert "Er staan nog geen acties op de agenda." in client.get(reverse("agenda")).text
    client.post(reverse("opgave-eigenaar", args=[OPGAVE]), form(eigenaar=f"wie:{adviseur.pk}"))
    assert OpgaveEigenaar.objects.get().medewerker == adviseur
    answer = client.post(
        reverse("interventie-nieuw", args=[OPGAVE]),
        form(naam="Groepen", resultaat="Meer kinderen doen mee.", datum=days(-9).isoformat()),
    )
    assert answer.headers["Location"] == f"{here}?gemeente=GM1731"
    interventie = Interventie.objects.get()
    for wat, klaar in (("Scholen bellen", 20), ("Groepen starten", 60)):
        client.post(
            reverse("agendaactie-nieuw", args=[interventie.pk]),
            form(
                wat=wat,
                wie="de coach",
                begindatum=days(0).isoformat(),
                uiterlijk=days(klaar).isoformat(),
                datum=days(-9).isoformat(),
            ),
        )
    bellen, starten = Agendaactie.objects.order_by("uiterlijk")
    client.post(reverse("agendaactie-wacht", args=[starten.pk]), form(wacht_op=str(bellen.pk)))
    page = client.get(reverse("agendaactie-verschuiven", args=[bellen.pk])).text
    assert "Groepen starten" in page
    assert "begint voordat deze klaar is" in page
    client.post(
        reverse("agendaactie-verschuiven", args=[bellen.pk]),
        form(uiterlijk=days(40).isoformat(), reden="De scholen zijn dicht.", datum=days(0).isoformat()),
    )
    client.post(
        reverse("opgave-stand", args=[OPGAVE]),
        form(soort="vraagt_aandacht", toelichting="Het loopt uit.", datum=days(0).isoformat()),
    )
    client.post(
        reverse("interventie-principe", args=[interventie.pk]),
        form(principe="normaliseren", houding="leunt", reden=""),
    )
    page = client.get(f"{reverse('agenda-sinds')}?dag={days(-3)}").text
    assert "De scholen zijn dicht." in page
    assert "Het loopt uit." in page
    page = client.get(reverse("agenda-principes")).text
    assert re.search(r"Normaliseren.*Groepen.*leunt hierop", page, re.S)
    client.post(reverse("agendaactie-afronden", args=[bellen.pk]), form(datum=days(0).isoformat(), reden=""))
    assert [een.soort for een in AgendaactieStap.objects.order_by("vastgelegd_at")] == [
        "verschoven",
        "gedaan",
    ]
    schakel = Afhankelijkheid.objects.get()
    client.post(reverse("agendaactie-los", args=[schakel.pk]), form(reden="Niet nodig."))
    client.post(
        reverse("agendaactie-heropenen", args=[bellen.pk]),
        form(reden="Toch niet.", datum=days(0).isoformat()),
    )
    client.post(
        reverse("agendaactie-vervallen", args=[bellen.pk]), form(reden="Stopt.", datum=days(0).isoformat())
    )
    page = als(Rol.RAADSLID).get(reverse("agendaactie", args=[bellen.pk])).text
    for words in ("De scholen zijn dicht.", "klaar", "Toch niet.", "Stopt.", "in plaats van"):
        assert words in page
    assert "Actie weer openen" not in page  # the council reads


@pytest.fixture
def adressen(adviseur):
    ids = whole_agenda(actor_of(adviseur), "GM1731")
    opgave = ("opgave", "opgave-eigenaar", "opgave-stand", "opgave-doel", "interventie-nieuw")
    return {naam: [id] for naam, id in ids.items()} | {naam: [OPGAVE] for naam in opgave}


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_every_page_is_whole_in_both_languages(als, adressen, taal):
    client = als()
    client.post("/taal/", {"taal": taal})
    for naam in (*adressen, "agenda", "agenda-sinds", "agenda-principes"):
        answer = client.get(reverse(naam, args=adressen.get(naam, [])))
        assert answer.status_code == 200, naam
        assert read(answer.text).fouten == [], naam
        assert f'lang="{taal}"' in answer.text
        assert "%(" not in answer.text, naam


@pytest.mark.parametrize(
    ("naam", "typed", "zin"),
    [
        ("opgave-stand", {"soort": "zit_vast", "datum": "2099-01-01"}, "Deze datum ligt in de toekomst."),
        ("interventie-nieuw", {"naam": "Getypt", "datum": "2099-01-01"}, "Deze datum ligt in de toekomst."),
        ("agendaactie-verschuiven", {"uiterlijk": "2000-01-01"}, "De actie begint op"),
        ("agendaactie-afronden", {"datum": "2001-01-01"}, "Deze dag ligt voor wat er al staat"),
        ("interventie-principe", {"principe": "normaliseren", "houding": "wijkt_af"}, "Schrijf waarom u"),
        ("agendaactie-wacht", {"wacht_op": "tweede"}, "Dan begint er niets."),
    ],
)
def test_what_was_typed_stays_when_something_is_wrong(als, adressen, naam, typed, zin):
    said = {"toelichting": "Getypte tekst.", "resultaat": "Getypte tekst.", "datum": days(0).isoformat()}
    reden = {} if naam == "interventie-principe" else {"reden": "Getypte tekst."}
    if naam == "agendaactie-wacht":
        typed = {"wacht_op": str(Agendaactie.objects.latest("uiterlijk").pk)}
    answer = als().post(reverse(naam, args=adressen[naam]), form(**(said | reden | typed)))
    assert answer.status_code == 422
    assert zin in answer.text
    if naam not in ("interventie-principe", "agendaactie-wacht"):
        assert "Getypte tekst." in answer.text


def test_a_day_that_is_no_day_is_asked_back_at_its_field(als):
    for dag, zin in (("morgen", "geldige datum"), (days(1).isoformat(), "Deze datum ligt in de toekomst.")):
        answer = als().get(f"{reverse('agenda-sinds')}?dag={dag}")
        assert answer.status_code == 422
        assert zin in answer.text
        assert f'value="{dag}"' in answer.text


def test_a_double_click_writes_one_status(als):
    client, sent = als(), form(soort="op_koers", toelichting="Goed.", datum=days(0).isoformat())
    for _time in range(2):
        answer = client.post(reverse("opgave-stand", args=[OPGAVE]), sent)
        assert answer.status_code == 302
    assert OpgaveStand.objects.count() == 1


def test_two_people_who_write_at_once_lose_nothing(als, adviseur):
    actie = agree(actor_of(adviseur), intervene(actor_of(adviseur)))
    client, here = als(), reverse("agendaactie-verschuiven", args=[actie])
    client.get(here)
    move_agendaactie(
        by=actor_of(adviseur), actie_id=actie, uiterlijk=days(50), reden="De een.", datum=days(0)
    )
    client.post(here, form(uiterlijk=days(70).isoformat(), reden="De ander.", datum=days(0).isoformat()))
    page = client.get(reverse("agendaactie", args=[actie])).text
    assert "De een." in page
    assert "De ander." in page


def test_who_works_for_more_municipalities_chooses_and_writes_in_the_chosen_one(als, adviseur):
    adviseur.aanstellingen.get().gemeenten.add(make_gemeente(ASSEN))
    client = als()
    page = client.get(f"{reverse('agenda')}?gemeente={ASSEN}").text
    assert "Agenda van Assen" in page
    assert re.search(r'href="/agenda/\?gemeente=GM1731">Midden-Drenthe', page)
    client.post(
        f"{reverse('opgave-stand', args=[OPGAVE])}?gemeente={ASSEN}",
        form(soort="op_koers", toelichting="Goed.", datum=days(0).isoformat()),
    )
    assert OpgaveStand.objects.get().gemeente_id == ASSEN
    assert client.get(f"{reverse('agenda')}?gemeente=GM0109").status_code == 404
    assert client.get(reverse("opgave", args=["bestaat-niet"])).status_code == 404


def test_a_refused_principle_writes_nothing(als, adressen):
    als().post(
        reverse("interventie-principe", args=adressen["interventie-principe"]),
        form(principe="normaliseren", houding="wijkt_af", reden="  "),
    )
    assert not Principegebruik.objects.exists()


# --- the picture ------------------------------------------------------------------------------------


def draw(*mijlpalen: Mijlpaal, naam: str = "Bellen", woorden: str = "de coach") -> str:
    rij = Tijdbalk(naam, woorden, days(-30), mijlpalen, "/agenda/")
    return tijdbalken(
        id="t", titel="Titel", omschrijving="Uitleg", rijen=[rij], vandaag=days(0), vandaag_naam="vandaag"
    )


def test_a_slip_is_drawn_from_the_first_day_to_the_last_and_only_then():
    slip = draw(Mijlpaal(days(60), days(30)))
    x, width = (
        float(re.search(rf'class="tijdbalk__uitloop"[^>]* {naam}="([\d.]+)"', slip)[1])
        for naam in ("x", "width")
    )
    dot = float(re.search(r'class="tijdbalk__punt"[^>]* cx="([\d.]+)"', slip)[1])
    assert x + width == pytest.approx(dot, abs=0.02)
    assert width > 0
    for agreed in (Mijlpaal(days(30), days(30)), Mijlpaal(days(20), days(30), True)):
        assert "tijdbalk__uitloop" not in draw(agreed)
    assert "tijdbalk__punt--gedaan" in draw(Mijlpaal(days(-5), days(-5), True))


def test_what_people_wrote_is_text_in_the_picture_and_never_too_long_for_it():
    found = draw(Mijlpaal(days(3), days(3)), naam="<script>" + "x" * 90)
    assert "<script>" not in found
    assert "x" * 60 not in found
    assert "…" in found
