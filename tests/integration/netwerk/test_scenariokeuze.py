"""Choosing a scenario: criteria of one's own, everybody's weights, who gets more work, and the decision."""

import re
from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from fractions import Fraction
from html import unescape
from uuid import uuid4

import pytest
from django.urls import reverse

from koers.actions.kern.demo import create_demo, demo_actor
from koers.actions.netwerk.demo_wiel import seed_wiel
from koers.actions.netwerk.scenariokeuze import (
    Besluit,
    begin_keuze,
    decide_keuze,
    future_scenarios,
    read_keuze,
    read_keuzes,
    read_verschuivingen,
    set_uren,
    unsaid,
)
from koers.actions.netwerk.wiel_lezen import read_rondes
from koers.domain.actor import systeemactor
from koers.domain.rollen import STURING, Rol
from koers.domain.scenariokeuze import Criterium
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.registers.kern.models import LogRegel
from koers.registers.klok import vandaag
from koers.registers.netwerk.models import KeuzeBesluit, KeuzeInbreng, Scenariokeuze
from tests.integration.netwerk.keuzewereld import CRITERIA, begin, bring, brought
from tests.integration.regio.lezen import read
from tests.wereld import actor_of, make_actor, make_medewerker, sign_in

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def manager():
    return make_medewerker(Rol.REGIOMANAGER)


@pytest.fixture
def by(manager):
    return actor_of(manager)


@pytest.fixture
def signed_in(client, manager):
    sign_in(client, manager)
    return client


def decision(**anders):
    antwoorden = {een.id: "Zo doen we dat." for een in beleid().scenariokader.keuzes}
    basis = Besluit(vandaag(), "abo", "organisatienetwerk", "Het past bij de opgave.", antwoorden, ())
    return replace(basis, **anders)


def decide(by, keuze, **anders):
    return decide_keuze(by=by, keuze_id=keuze, besluit=decision(**anders), formulier=uuid4())


def words(html):
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


# --- the group --------------------------------------------------------------------------------------


def test_a_choice_starts_with_the_seven_criteria_of_2018_and_may_have_its_own(by):
    assert len(read_keuze(by=by, keuze_id=begin(by)).criteria) == 7
    own = [Criterium("x", "Eigen", ""), Criterium("y", "", ""), Criterium("z", "Tweede", "vraag")]
    keuze = begin_keuze(by=by, naam="eigen", criteria=own)
    assert [een.naam for een in read_keuze(by=by, keuze_id=keuze).criteria] == ["Eigen", "Tweede"]


def test_everybody_counts_alike_and_sees_their_own_beside_the_group(by):
    keuze = begin(by)
    other = make_actor(Rol.WETHOUDER)
    bring(by, keuze, brought(organisatienetwerk=5, opheffen=1))
    bring(other, keuze, brought(leernetwerk=4))
    beeld = read_keuze(by=by, keuze_id=keuze)
    assert [(een.scenario, een.score) for een in beeld.groep[:2]] == [
        ("organisatienetwerk", Fraction(4)),
        ("leernetwerk", Fraction(7, 2)),
    ]
    assert beeld.eigen_volgorde[0].score == 5
    assert beeld.favorieten == {"organisatienetwerk": 1, "leernetwerk": 1}
    assert read_keuze(by=make_actor(Rol.RAADSLID), keuze_id=keuze).eigen is None


def test_changing_ones_own_replaces_it_and_the_second_writer_hears_so(by):
    keuze = begin(by)
    bring(by, keuze, brought(opheffen=5))
    bring(by, keuze, brought(leernetwerk=5), versie=1)
    assert read_keuze(by=by, keuze_id=keuze).groep[0].scenario == "leernetwerk"
    for stale in (0, 1):
        with pytest.raises(Refused, match="al_gewijzigd"):
            bring(by, keuze, brought(opheffen=5), versie=stale)
    assert KeuzeInbreng.objects.count() == 1


def test_a_tipping_point_of_the_group_turns_it_round_when_it_is_followed(by):
    """What the page says is tried: with the weight just beyond it, the named scenario comes first."""
    keuze = begin(by)
    base = brought(organisatienetwerk=4, beleidsmaker=3)
    base.scores["beleidsmaker"]["c1"] = 5
    base.scores["organisatienetwerk"]["c1"] = 1
    bring(by, keuze, base)
    tip = next(k for k in read_keuze(by=by, keuze_id=keuze).kantelpunten if k.criterium == "c1")
    assert (tip.scenario, tip.bij) == ("beleidsmaker", Fraction(1, 5))
    # Six others of weight 4: a fifth is weight 6; seven is beyond.
    weights = dict.fromkeys(CRITERIA, 4)
    for gewicht, winner in [(5, "organisatienetwerk"), (7, "beleidsmaker")]:
        versie = KeuzeInbreng.objects.get().versie
        bring(by, keuze, replace(base, gewichten=weights | {"c1": gewicht}), versie=versie)
        assert read_keuze(by=by, keuze_id=keuze).groep[0].scenario == winner


def test_the_log_tells_nothing_of_what_somebody_gave(by):
    keuze = begin(by)
    bring(by, keuze, brought(opheffen=5))
    row = LogRegel.objects.get(handeling="contribute_scenariokeuze")
    assert (row.bijzonderheden, row.onderwerp_id) == ({}, str(keuze))


# --- who gets more work -----------------------------------------------------------------------------


def test_abolishing_moves_the_known_hours_to_both_regions():
    moved = read_verschuivingen(uren={})["opheffen"]
    by_task = {(een.taak, een.partij): een.uren for een in moved}
    assert by_task["kennis-delen", "jeugdhulpregio"] == -26
    assert by_task["kennis-delen", "noordmidden"] == by_task["kennis-delen", "zuid"] == 13
    assert by_task["envedder", "zuid"] == Decimal("78.5")
    assert by_task["vertegenwoordigen", "zuid"] is None
    assert by_task["inkoopbeleid-maken", "zuid"] is None
    assert ("inkoopbeleid-maken", "noordmidden") not in by_task


def test_hours_filled_in_count_and_who_sits_at_a_table_does_it_whole():
    moved = read_verschuivingen(uren={"vertegenwoordigen": Decimal(10)})["opheffen"]
    assert {e.partij: e.uren for e in moved if e.taak == "vertegenwoordigen"} == {
        "jeugdhulpregio": -10,
        "noordmidden": 10,
        "zuid": 10,
    }


def test_hours_together_are_those_of_the_source():
    """Envedder's 183 hours and those of its parts stand elsewhere in the policy: the split adds up."""
    taken = {een.id: een.uren_per_week for een in beleid().scenariotaken.taken}
    getallen = {een.id: een.waarde for een in beleid().kengetallen["personele-inzet"].getallen}
    projecten = beleid().projecten
    assert taken["kennis-delen"] == projecten["jeugdacademie"].uren_per_week + projecten["bta"].uren_per_week
    assert taken["envedder"] + taken["kennis-delen"] == getallen["envedder-uren"]


def test_what_the_source_does_not_tell_is_said_and_not_guessed():
    assert "envedder" in unsaid("organisatienetwerk")
    assert "envedder" not in {e.taak for e in read_verschuivingen(uren={})["organisatienetwerk"]}


def test_only_hours_that_no_source_gives_are_filled_in(by):
    keuze = begin(by)
    set_uren(by=by, keuze_id=keuze, versie=1, uren={"vertegenwoordigen": Decimal("7.5")})
    assert read_keuze(by=by, keuze_id=keuze).uren == {"vertegenwoordigen": Decimal("7.5")}
    for wrong in ({"envedder": Decimal(1)}, {"vertegenwoordigen": Decimal(-1)}, {"iets": Decimal(1)}):
        with pytest.raises(Refused, match="keuze_uren_onmogelijk"):
            set_uren(by=by, keuze_id=keuze, versie=2, uren=wrong)
    with pytest.raises(Refused, match="al_gewijzigd"):
        set_uren(by=by, keuze_id=keuze, versie=1, uren={})


# --- the decision -----------------------------------------------------------------------------------


def test_a_decision_freezes_the_weighing_and_closes_the_choice(by):
    keuze = begin(by)
    bring(by, keuze, brought(organisatienetwerk=5))
    decide(by, keuze)
    beeld = read_keuze(by=by, keuze_id=keuze)
    assert beeld.besluit.scenario == "organisatienetwerk"
    assert beeld.besluit.stand[0] == ("organisatienetwerk", 500)
    assert len(beeld.besluit.stand) == len(future_scenarios()) == 6
    assert read_keuzes(by=by)[0].besloten == vandaag()
    for again in (
        lambda: decide(by, keuze),
        lambda: bring(by, keuze, brought(opheffen=5), versie=1),
        lambda: set_uren(by=by, keuze_id=keuze, versie=1, uren={}),
    ):
        with pytest.raises(Refused, match="keuze_besloten"):
            again()


@pytest.mark.parametrize(
    ("anders", "code"),
    [
        ({"datum": vandaag() + timedelta(days=1)}, "datum_in_toekomst"),
        ({"scenario": "huidige-jeugdhulpregio"}, "keuze_scenario_onbekend"),
        ({"gremium": "niets"}, "keuze_gremium_onbekend"),
        ({"toelichting": "  "}, "keuze_zonder_toelichting"),
        ({"antwoorden": {}}, "keuze_zonder_antwoord"),
    ],
)
def test_a_decision_that_cannot_be_is_refused(by, anders, code):
    keuze = begin(by)
    with pytest.raises(Refused, match=code):
        decide(by, keuze, **anders)
    assert not KeuzeBesluit.objects.exists()


def test_deciding_on_no_scenario_yet_is_a_decision_too(by):
    keuze = begin(by)
    decide(by, keuze, scenario="", antwoorden={}, toelichting="Eerst terug naar de raden.")
    assert read_keuze(by=by, keuze_id=keuze).besluit.scenario == ""


@pytest.mark.parametrize("rol", sorted(set(Rol) - STURING))
def test_who_does_not_steer_neither_reads_nor_contributes(by, rol):
    keuze, other = begin(by), make_actor(rol)
    for act in (lambda: read_keuzes(by=other), lambda: bring(other, keuze, brought())):
        with pytest.raises(Refused, match="geen_recht"):
            act()


@pytest.mark.parametrize("rol", sorted(STURING - {Rol.REGIOMANAGER}))
def test_only_the_regiomanager_begins_and_records(by, rol):
    keuze, other = begin(by), make_actor(rol)
    bring(other, keuze, brought())
    for act in (lambda: begin(other), lambda: decide(other, keuze)):
        with pytest.raises(Refused, match="geen_recht"):
            act()


# --- pages ------------------------------------------------------------------------------------------


def form_id(html):
    return re.search(r'name="formulier_id" value="([^"]+)"', html)[1]


def test_a_choice_from_beginning_to_decision_on_its_pages(signed_in):
    html = signed_in.get("/netwerk/scenariokeuze/nieuw/").text
    data = dict(re.findall(r'name="((?:criterium|uitleg)-\d+)" value="([^"]*)"', html))
    data = {naam: unescape(waarde) for naam, waarde in data.items()}
    data |= {
        "formulier_id": form_id(html),
        "naam": "ABO voorjaar",
        "criterium-8": "Uitvoerbaar",
        "criterium-2": "",
    }
    signed_in.post("/netwerk/scenariokeuze/nieuw/", data)
    keuze = Scenariokeuze.objects.get()
    assert keuze.criteria.count() == 7
    adres = reverse("scenariokeuze-inbreng", args=[keuze.pk])
    html = signed_in.get(adres).text
    velden = re.findall(r'name="((?:gewicht|score)-[^"]+)"', html)
    assert len(velden) == 7 * 7
    filled = {v: "5" if "organisatienetwerk" in v or v.startswith("gewicht") else "2" for v in velden}
    filled |= {"formulier_id": form_id(html), "versie": "0"}
    wrong = signed_in.post(adres, filled | {velden[0]: "11"})
    assert wrong.status_code == 422
    assert 'value="11"' in wrong.text
    signed_in.post(adres, filled)
    html = signed_in.get(reverse("scenariokeuze", args=[keuze.pk])).text
    assert read(html).fouten == []
    assert "Met de gewichten van 1 mens staat Organisatienetwerk bovenaan." in words(html)
    assert "Geen enkel gewicht draait de uitkomst om" in words(html)
    adres = reverse("scenariokeuze-uren", args=[keuze.pk])
    html = signed_in.get(adres).text
    signed_in.post(adres, {"formulier_id": form_id(html), "versie": "1", "uren-vertegenwoordigen": "7,5"})
    assert "+7,5" in signed_in.get(reverse("scenariokeuze", args=[keuze.pk])).text
    adres = reverse("scenariokeuze-besluit", args=[keuze.pk])
    html = signed_in.get(adres).text
    vragen = dict.fromkeys(re.findall(r'name="(keuze-[^"]+)"', html), "Samen.")
    assert len(vragen) == 3
    data = {"formulier_id": form_id(html), "datum": vandaag().isoformat(), "gremium": "abo"}
    data |= vragen | {"scenario": "organisatienetwerk", "toelichting": "Breed gedragen."}
    signed_in.post(adres, data)
    html = signed_in.get(reverse("scenariokeuze", args=[keuze.pk])).text
    assert "Breed gedragen." in html
    assert "Gewichten en scores geven" not in html
    assert read(html).fouten == []


def test_the_scenarios_stand_side_by_side_with_who_does_what(signed_in):
    html = signed_in.get("/netwerk/scenariokeuze/").text
    assert read(html).fouten == []
    kop = next(rij for rij in read(html).rows if rij[1:2] == ["Huidige Jeugdhulpregio"])
    assert len(kop) == 8
    assert "De bron zegt niet wie dit doet" in words(html)


def test_the_pages_read_in_english(by, signed_in):
    keuze = begin(by)
    bring(by, keuze, brought(organisatienetwerk=5))
    signed_in.post("/taal/", {"taal": "en"})
    for naam in ("", "-inbreng", "-uren", "-besluit"):
        html = signed_in.get(reverse(f"scenariokeuze{naam}", args=[keuze])).text
        assert read(html).fouten == []
        assert "%(" not in html
    assert "comes first" in signed_in.get(reverse("scenariokeuze", args=[keuze])).text


def test_the_memory_finds_what_was_chosen_for_who_may_read_it(client, by):
    decide(by, begin(by, "Kanariekeuze"), toelichting="Vanwege de kanaries.")
    begin(by, "Kanarie die nog loopt")

    def found() -> str:
        return client.get("/netwerk/geheugen/?zoek=kanaries").content.decode()

    sign_in(client, make_medewerker(Rol.WETHOUDER))
    page = found()
    assert "Gekozen scenario: " in page
    assert reverse("scenariokeuze", args=[Scenariokeuze.objects.get(naam="Kanariekeuze").pk]) in page
    assert page.count("Keuze van een scenario") == 1
    client.logout()
    assert "Vanwege de" not in found()
    sign_in(client, make_medewerker(Rol.JEUGDCONSULENT))
    assert "Vanwege de" not in found()


def test_the_demo_has_rounds_of_the_wheel_and_choices_to_look_at():
    create_demo(by=systeemactor("toets", functionaris="toets"), demo=True)
    seed_wiel()
    who = demo_actor("wethouder")
    assert {kop.naam: uitslag is not None for kop, uitslag in read_rondes(by=who)} == {
        "demo, eerste ronde": True,
        "demo, tweede ronde": True,
    }
    keuzes = {een.naam: (een.deelnemers, een.besloten is not None) for een in read_keuzes(by=who)}
    assert keuzes == {"demo, loopt nog": (3, False), "demo, besloten": (3, True)}
