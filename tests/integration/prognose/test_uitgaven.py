"""All spending on a page: counted beside written down, to the cent, and of the own municipality alone."""

import re
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError

from koers.actions.handeling import act
from koers.actions.prognose.grootboek import compare_grootboek
from koers.actions.prognose.uitgaven import keep_uitgaven, read_uitgaven, withdraw_uitgave
from koers.domain.grootboek import Grootboekregel
from koers.domain.rollen import Rol
from koers.domain.uitgaven import Uitgavenregel
from koers.domain.weigering import Refused
from koers.registers.kern.models import LogRegel
from koers.registers.klok import nu, vandaag
from koers.registers.prognose.models import Uitgave
from koers.registers.sturing.models import Subsidie
from tests.wereld import ASSEN, MIDDEN_DRENTHE, make_actor, make_gemeente, make_medewerker, sign_in

pytestmark = pytest.mark.django_db
JAAR = vandaag().year
PGB = Uitgavenregel(MIDDEN_DRENTHE, f"{JAAR}-01", "pgb", "uitgave", 12_345, "6.72a", "SVB januari")
BEGROOT = Uitgavenregel(MIDDEN_DRENTHE, f"{JAAR}-01", "zorg", "begroting", 100_000, None, None)


@pytest.fixture
def gemeenten(db):
    for code in (MIDDEN_DRENTHE, ASSEN):
        make_gemeente(code)


@pytest.fixture
def controller(gemeenten):
    return make_actor(Rol.CONTROLLER, MIDDEN_DRENTHE)


def keep(by, *regels, gemeente=MIDDEN_DRENTHE):
    return keep_uitgaven(by=by, gemeente=gemeente, regels=regels)


def lines(by, **rest):
    blad = read_uitgaven(by=by, gemeente=MIDDEN_DRENTHE, **rest)
    return {regel.soort: regel for regel in blad.soorten}, blad


def test_care_is_counted_the_rest_is_written_and_all_of_it_adds_up(kosten, controller):
    keep(controller, PGB, BEGROOT)
    soorten, blad = lines(controller, jaar=2026)
    declared = 10_000 + 5_050 + 700 + 33 + 11
    assert soorten["zorg"].uitgegeven == blad.monitor == declared
    assert soorten["pgb"].uitgegeven == 12_345
    assert soorten[""].uitgegeven == declared + 12_345
    assert soorten["zorg"].over == 100_000 - declared
    assert blad.delen["taakveld"] == {"6.72a": 15_050, "6.74a": 700, "": 44}
    assert sum(blad.delen["route"].values()) == declared
    assert lines(controller, jaar=2025)[0]["zorg"].uitgegeven == 99


def test_the_ledger_closes_on_what_was_declared_and_what_was_written_down(kosten, controller):
    booked = [
        Grootboekregel(MIDDEN_DRENTHE, "2026-01", "6.72a", 15_050 + 12_345, None),
        Grootboekregel(MIDDEN_DRENTHE, "2026-01", "6.2", 500, None),
    ]

    def differences():
        uit = compare_grootboek(by=controller, gemeente=MIDDEN_DRENTHE, regels=booked)[1]
        return [(r.taakveld, r.verschil) for r in uit.verschillen]

    assert differences() == [("6.2", 500), ("6.72a", 12_345)]
    keep(controller, PGB)
    keep(controller, Uitgavenregel(MIDDEN_DRENTHE, "2026-01", "eigen_personeel", "uitgave", 500, "6.2", None))
    assert differences() == []


def test_subsidies_stand_for_their_days_and_the_region_for_its_key(controller):
    with act("keep_uitgaven", by=controller):
        Subsidie.objects.create(
            gemeente_id=MIDDEN_DRENTHE,
            datum=date(JAAR, 1, 1),
            vastgelegd_at=nu(),
            vastgelegd_door="x",
            ontvanger="Welzijn",
            waarvoor="Groepen",
            bedrag_cent=200,
            begindatum=date(JAAR, 1, 1),
            einddatum=date(JAAR, 1, 1) + timedelta(days=2 * 365 - 1),
            bewijs="onbekend",
        )
    soorten, blad = lines(controller)
    assert 99 <= soorten["subsidie"].verleend <= 101
    # 5.7 of 99.9 parts of 850,000 euro.
    assert soorten["regiobijdrage"].verleend == blad.regio[0] == 4_849_850


def test_taken_back_it_counts_no_more_and_stays_in_the_register(controller):
    keep(controller, PGB)
    (een,) = lines(controller)[1].geschreven
    withdraw_uitgave(by=controller, gemeente=MIDDEN_DRENTHE, uitgave_id=een.id)
    soorten, blad = lines(controller)
    assert (soorten["pgb"].uitgegeven, blad.geschreven) == (0, ())
    assert Uitgave.objects.count() == 2
    with pytest.raises(Refused):
        withdraw_uitgave(by=controller, gemeente=MIDDEN_DRENTHE, uitgave_id=een.id)
    with pytest.raises(IntegrityError), act("keep_uitgaven", by=controller):
        Uitgave.objects.filter(pk=een.id).update(bedrag_cent=1)


def test_another_municipality_and_another_role_write_and_take_back_nothing(controller):
    keep(controller, PGB)
    (een,) = lines(controller)[1].geschreven
    elders = make_actor(Rol.CONTROLLER, ASSEN)
    adviseur = make_actor(Rol.BELEIDSADVISEUR, MIDDEN_DRENTHE)
    for do, code in (
        (lambda: keep(elders, PGB), "niet_gevonden"),
        (lambda: keep(elders, PGB, gemeente=ASSEN), "uitgave_andere_gemeente"),
        (lambda: withdraw_uitgave(by=elders, gemeente=ASSEN, uitgave_id=een.id), "niet_gevonden"),
        (lambda: lines(elders), "niet_gevonden"),
        (lambda: keep(adviseur, PGB), "geen_recht"),
        (lambda: withdraw_uitgave(by=adviseur, gemeente=MIDDEN_DRENTHE, uitgave_id=een.id), "geen_recht"),
        (lambda: keep(controller), "uitgaven_geen"),
    ):
        with pytest.raises(Refused) as refused:
            do()
        assert refused.value.code == code
    assert lines(adviseur)[0]["pgb"].uitgegeven == 12_345
    assert LogRegel.objects.get(handeling="keep_uitgaven").bijzonderheden == {"regels": 1}


def signed_in(client, rol=Rol.CONTROLLER):
    sign_in(client, make_medewerker(rol, MIDDEN_DRENTHE, naam="Gert"))
    return f"/wat-als/{MIDDEN_DRENTHE}/uitgaven/"


def test_from_the_page_one_amount_and_a_table(gemeenten, client):
    adres = signed_in(client)
    leeg = client.get(adres).content.decode()
    assert "Er is nog geen begroting opgeschreven." in leeg
    form = {
        "formulier_id": str(uuid4()),
        "soort": "pgb",
        "kant": "uitgave",
        "maand": f"{JAAR}-02",
        "bedrag": "veel",
        "taakveld": "6.72a",
        "omschrijving": "SVB",
    }
    wrong = client.post(f"{adres}opslaan/", form)
    assert wrong.status_code == 422
    assert 'value="veel"' in wrong.content.decode()
    for _ in range(2):  # a double click is one
        assert client.post(f"{adres}opslaan/", {**form, "bedrag": "1.000,05"}).status_code == 302
    assert Uitgave.objects.get().bedrag_cent == 100_005
    html = client.get(f"{adres}?jaar={JAAR}").content.decode()
    assert "€ 1.000,05" in html.replace("\u00a0", " ")
    assert "Gert, " in html
    csv = (
        f"gemeente;maand;soort;kant;bedrag_cent\n{MIDDEN_DRENTHE};{JAAR}-01;eigen_personeel;begroting;5000\n"
    )
    half = csv + f"{MIDDEN_DRENTHE};{JAAR}-01;hobby;begroting;1\n"

    def upload(inhoud):
        bestand = SimpleUploadedFile("u.csv", inhoud.encode())
        return client.post(f"{adres}inlezen/", {"formulier_id": str(uuid4()), "bestand": bestand})

    refused = upload(half)
    assert refused.status_code == 422
    assert "Er is niets ingelezen." in refused.content.decode()
    assert Uitgave.objects.count() == 1
    assert upload(csv).status_code == 302
    assert Uitgave.objects.count() == 2
    (weg,) = set(re.findall(rf'action="([^"]+{Uitgave.objects.get(soort="pgb").pk}/intrekken/)"', html))
    assert client.post(weg, {"formulier_id": str(uuid4()), "jaar": str(JAAR)}).status_code == 302
    assert "1.000,05" not in client.get(adres).content.decode()


def test_who_only_reads_sees_no_form(gemeenten, client):
    html = client.get(signed_in(client, Rol.BELEIDSADVISEUR)).content.decode()
    assert "Waar het geld heen gaat" in html
    assert "Een bedrag opschrijven" not in html
