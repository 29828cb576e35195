"""Developments and judgements by acts and pages: drafts stay private, years are compared, no ranking."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from koers.actions.kern.demo import create_demo, demo_actor
from koers.actions.netwerk.demo_landschap import seed_landschap
from koers.actions.netwerk.ontwikkelingen import (
    add_ontwikkeling,
    read_ontwikkeling,
    read_ontwikkelingen,
    write_ontwikkeling,
)
from koers.actions.netwerk.oordelen import follow_verbetering
from koers.actions.netwerk.oordelen_lezen import gemeente_namen, read_oordeellijst, read_oordelen
from koers.domain.actor import systeemactor
from koers.domain.ontwikkelingen import NieuweOntwikkeling
from koers.domain.rollen import STURING, Rol
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.registers.kern.verbinding import acting
from koers.registers.klok import vandaag
from koers.registers.netwerk.models import (
    ConceptOordeel,
    Ontwikkeling,
    OntwikkelingStand,
    Oordeel,
    RegioConceptOordeel,
    Verbetering,
)
from tests.landschapwereld import KNELPUNT, NORMPUNT, develop, improve, judge, standing, tell
from tests.wereld import ASSEN, MIDDEN_DRENTHE, make_actor, make_medewerker, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def by():
    return make_actor(Rol.WETHOUDER)


def refused(do) -> str:
    with pytest.raises(Refused) as found:
        do()
    return found.value.code


def cell(by, gemeente=MIDDEN_DRENTHE, waar=KNELPUNT, jaar=None):
    lijst = read_oordeellijst(by=by, lijst=waar[0], jaar=jaar)
    return next(vak for regel, vak in lijst.punt(waar[1]).regels if regel.gemeente == gemeente)


# --- judgements -------------------------------------------------------------------------------------


def test_what_is_drafted_only_the_own_writers_see_until_it_is_shared(by):
    judge(by, toelichting="Geheim")
    for rol in STURING:
        for gemeente in (MIDDEN_DRENTHE, ASSEN):
            who = make_actor(rol, gemeente)
            lijst = read_oordeellijst(by=who, lijst="knelpunten")
            eigen = lijst.punt(KNELPUNT[1]).eigen
            sees = eigen is not None and eigen.concept is not None
            own = gemeente == MIDDEN_DRENTHE and rol in {Rol.WETHOUDER, Rol.BELEIDSADVISEUR}
            assert sees is own, (rol, gemeente)
            assert cell(who).nu is None
    tell(by)
    assert cell(make_actor(Rol.RAADSLID, ASSEN)).nu.toelichting == "Geheim"


def test_what_the_region_drafts_only_its_manager_sees():
    manager = make_actor(Rol.REGIOMANAGER)
    judge(manager, NORMPUNT, "", oordeel="staat", toelichting="Geheim")
    for rol in STURING - {Rol.REGIOMANAGER}:
        assert read_oordeellijst(by=make_actor(rol), lijst=NORMPUNT[0]).eigen == ()
    assert cell(manager, "", NORMPUNT).nu is None
    tell(manager, NORMPUNT, "")
    assert cell(make_actor(Rol.RAADSLID), "", NORMPUNT).nu.oordeel == "staat"


def test_without_the_filter_the_wall_of_the_database_keeps_a_draft(by, monkeypatch):
    judge(by)
    stranger = make_actor(Rol.WETHOUDER, ASSEN)
    monkeypatch.setattr(
        "koers.actions.netwerk.oordelen_lezen.visible_conceptoordelen",
        lambda who: ConceptOordeel.objects.filter(lijst="knelpunten"),
    )
    lijst = read_oordeellijst(by=stranger, lijst="knelpunten", gemeente=MIDDEN_DRENTHE)
    assert lijst.mijn == ASSEN  # and asking for another municipality does not help
    assert all(een.concept is None for een in lijst.eigen)
    with acting(uuid4(), stranger.gemeenten):
        seen = ConceptOordeel.objects.count()
    assert seen == (0 if connection.vendor == "postgresql" else 1)


def test_what_was_shared_stays_until_something_newer_is_shared(by):
    judge(by, oordeel="ja")
    tell(by)
    judge(by, oordeel="nee")
    assert cell(by).nu.oordeel == "ja"
    assert read_oordeellijst(by=by, lijst="knelpunten").punt(KNELPUNT[1]).eigen.stand == "oordeel_in_de_maak"
    tell(by)
    assert [een.oordeel for een in cell(by).alle] == ["ja", "nee"]
    with pytest.raises(DatabaseError), transaction.atomic(), acting(uuid4(), by.gemeenten):
        Oordeel.objects.update(oordeel="ja")


def test_a_year_stands_beside_the_year_before(by):
    jaar = vandaag().year
    for year, oordeel in ((jaar - 1, "nee"), (jaar, "ja")):
        judge(by, jaar=year, oordeel=oordeel)
        tell(by, jaar=year)
    vak = cell(by)
    assert (vak.nu.oordeel, vak.vorig.oordeel, vak.stappen) == ("ja", "nee", -2)
    assert cell(by, jaar=jaar - 1).vorig is None
    assert read_oordeellijst(by=by, lijst="knelpunten").jaren == (jaar, jaar - 1)


def test_the_twelve_stand_by_name_whatever_they_answer(by, client):
    tell_of = {"GM0118": "ja", MIDDEN_DRENTHE: "nee", ASSEN: "deels"}
    for gemeente, oordeel in tell_of.items():
        who = make_actor(Rol.WETHOUDER, gemeente)
        judge(who, gemeente=gemeente, oordeel=oordeel)
        tell(who, gemeente=gemeente)
    names = [naam for _code, naam in gemeente_namen()]
    assert len(names) == 12
    assert names == sorted(names)
    sign_in(client, make_medewerker(Rol.RAADSLID))
    page = client.get(reverse("oordeellijst", args=["knelpunten"])).text
    table = page[page.index('aria-labelledby="antwoorden"') :]
    assert re.findall(r'<th scope="row">([^<]+)</th>', table) == names


def test_another_municipality_and_the_region_do_not_write_here(by):
    assert refused(lambda: judge(by, gemeente=ASSEN)) == "niet_gevonden"
    assert refused(lambda: judge(by, ("knelpunten", "weg"))) == "niet_gevonden"
    assert refused(lambda: judge(by, NORMPUNT, "")) == "oordeel_niet_van_u"
    assert refused(lambda: judge(by, NORMPUNT)) == "niet_gevonden"
    assert refused(lambda: judge(make_actor(Rol.REGIOMANAGER))) == "oordeel_niet_van_u"
    adviser = make_actor(Rol.BELEIDSADVISEUR)
    judge(adviser)
    assert refused(lambda: tell(adviser)) == "geen_recht"
    assert refused(lambda: read_oordeellijst(by=by, lijst="knelpunten", jaar=1999)) == "oordeeljaar_onbekend"


def test_an_improvement_runs_out_with_a_new_day_and_is_late_after_it(by, monkeypatch):
    made = improve(by)
    later = vandaag() + timedelta(days=60)
    said = {"by": by, "verbetering_id": made}
    assert refused(lambda: follow_verbetering(**said, soort="loopt_uit")) == "reden_verplicht"
    assert refused(lambda: follow_verbetering(**said, soort="loopt_uit", reden="x")) == "actie_nieuwe_dag"
    follow_verbetering(**said, soort="loopt_uit", reden="Ziek.", uiterlijk=later)
    (een,) = read_oordeellijst(by=by, lijst="knelpunten").verbeteringen
    assert (een.uiterlijk, een.stand, een.te_laat) == (later, "loopt_uit", False)
    monkeypatch.setattr("koers.actions.netwerk.oordelen_lezen.vandaag", lambda: later + timedelta(days=1))
    (een,) = read_oordeellijst(by=by, lijst="knelpunten", jaar=vandaag().year).verbeteringen
    assert een.te_laat
    other = make_actor(Rol.WETHOUDER, ASSEN)
    assert not read_oordeellijst(by=other, lijst="knelpunten", jaar=vandaag().year).verbeteringen[0].volg_ik


def test_the_three_lists_ask_what_the_sources_name():
    lists = beleid().oordelen
    assert [len(een.punten) for een in lists.values()] == [5, 5, 8]
    assert [een.van for een in lists.values()] == ["gemeente", "gemeente", "regio"]
    assert all(punt.bron_zegt for punt in lists["knelpunten"].punten)


def form(**fields) -> dict:
    return {"formulier_id": str(uuid4()), **fields}


def test_a_judgement_from_draft_to_improvement_page_by_page(client):
    sign_in(client, make_medewerker(Rol.WETHOUDER))
    here = reverse("oordeel", args=KNELPUNT)
    page = client.get(here).text
    assert "Antwoord schrijven" in page
    assert "Antwoord delen" not in page
    write = reverse("oordeel-schrijven", args=KNELPUNT)
    answer = client.post(write, form(oordeel="deels", toelichting="", bewijs="Het jaarverslag"))
    assert (answer.status_code, "Het jaarverslag" in answer.text) == (422, True)
    client.post(write, form(oordeel="deels", toelichting="Soms.", bewijs="Het jaarverslag"))
    assert ConceptOordeel.objects.get().jaar == vandaag().year
    assert "Antwoord delen" in client.get(here).text
    share = reverse("oordeel-delen", args=KNELPUNT)
    assert "Soms." in client.get(share).text
    client.post(share, form())
    assert Oordeel.objects.get().bewijs == "Het jaarverslag"
    assert client.post(share, form()).status_code == 422
    assert Oordeel.objects.count() == 1
    day = vandaag() + timedelta(days=9)
    client.post(
        reverse("verbetering-nieuw", args=KNELPUNT), form(wat="Bellen", wie="ik", uiterlijk=day.isoformat())
    )
    made = Verbetering.objects.get()
    client.post(reverse("verbetering", args=[made.pk]), form(soort="gedaan"))
    assert "gedaan" in client.get(here).text


def test_a_year_that_cannot_be_is_not_found(client):
    sign_in(client, make_medewerker(Rol.RAADSLID))
    for jaar, status in (("1999", 404), ("2999", 404), ("x", 200), ("²²²²", 200)):
        answer = client.get(reverse("oordeellijst", args=["knelpunten"]), {"jaar": jaar})
        assert answer.status_code == status, jaar


# --- developments -----------------------------------------------------------------------------------


def test_every_status_of_a_development_stays_readable():
    manager = make_actor(Rol.REGIOMANAGER)
    made = develop(manager)
    write_ontwikkeling(by=manager, ontwikkeling_id=made, stand=standing("op_tafel"))
    een = read_ontwikkeling(by=make_actor(Rol.RAADSLID, ASSEN), ontwikkeling_id=made)
    assert [stand.stand for stand in een.standen] == ["ontwikkeling_gevolgd", "op_tafel"]
    assert (een.nu.gremium, een.nu.volger, een.bron) == ("abo", "de regiomanager", "Een wetsvoorstel")
    with pytest.raises(DatabaseError), transaction.atomic(), acting(uuid4(), manager.gemeenten):
        OntwikkelingStand.objects.update(gevolg="Niets.")


def test_an_adviser_follows_for_the_own_municipality_alone():
    adviser = make_actor(Rol.BELEIDSADVISEUR)
    assert refused(lambda: develop(adviser)) == "ontwikkeling_niet_van_u"
    make_actor(Rol.BELEIDSADVISEUR, ASSEN)
    assert refused(lambda: develop(adviser, ASSEN)) == "ontwikkeling_niet_van_u"
    made = develop(adviser, MIDDEN_DRENTHE)
    write_ontwikkeling(by=adviser, ontwikkeling_id=made, stand=standing("op_tafel", MIDDEN_DRENTHE))
    nieuw = NieuweOntwikkeling("x", "y", vandaag() + timedelta(days=1))
    said = {"by": adviser, "nieuw": nieuw, "stand": standing("gevolgd", MIDDEN_DRENTHE)}
    assert refused(lambda: add_ontwikkeling(**said)) == "datum_in_toekomst"


def test_what_is_over_stands_below_what_runs():
    manager = make_actor(Rol.REGIOMANAGER)
    first = develop(manager)
    write_ontwikkeling(by=manager, ontwikkeling_id=first, stand=standing("verwerkt"))
    second = develop(manager)
    assert [een.id for een in read_ontwikkelingen(by=manager).alle] == [second, first]


def test_a_development_page_by_page(client):
    sign_in(client, make_medewerker(Rol.REGIOMANAGER))
    fields = form(
        naam="Samen inkopen",
        bron="Kamerbrief",
        adres="ftp://x",
        datum="2022-05-13",
        gevolg="Wij kopen samen in.",
        volger="de regiomanager",
        gemeente="",
        gremium="abo",
        soort="gevolgd",
    )
    answer = client.post(reverse("ontwikkeling-nieuw"), fields)
    assert (answer.status_code, "https://" in answer.text, "Kamerbrief" in answer.text) == (422, True, True)
    client.post(reverse("ontwikkeling-nieuw"), fields | {"adres": "https://example.org/brief"})
    made = Ontwikkeling.objects.get()
    page = client.get(reverse("ontwikkeling", args=[made.pk])).text
    assert 'href="https://example.org/brief"' in page
    sign_in(client, make_medewerker(Rol.BELEIDSADVISEUR))
    assert client.get(reverse("ontwikkeling-stand", args=[made.pk])).status_code == 409


def test_the_demo_shows_developments_two_years_and_a_draft(settings):
    settings.DEMO = True
    create_demo(by=systeemactor("toets", functionaris="de beheerder"), demo=True)
    seed_landschap()
    member = demo_actor("raadslid")
    assert {een.nu.stand for een in read_ontwikkelingen(by=member).alle} == {
        "ontwikkeling_gevolgd",
        "op_tafel",
        "verwerkt",
    }
    lists = read_oordelen(by=member)
    assert [een.verteld for een in lists] == [2, 2, 1]
    assert any(vak.stappen for een in lists for regel in een.regels for vak in regel.vakken)
    assert RegioConceptOordeel.objects.count() == 4
    adviser = read_oordeellijst(by=demo_actor("beleidsadviseur"), lijst="basisfuncties")
    assert adviser.punt("leren").eigen.stand == "oordeel_in_de_maak"
