"""The journey of a toewijzing: both sides and their messages in order, each for who may see it."""

from datetime import timedelta

import pytest

from koers.actions.zorg import tijdlijn
from koers.actions.zorg.acceptatie import NieuwGesprek, accept_toewijzing, register_gesprek
from koers.actions.zorg.lezen import read_toewijzing_met_antwoord
from koers.actions.zorg.postbus import read_bericht, read_berichten
from koers.actions.zorg.toewijzen import register_start, register_stop
from koers.domain.actor import systeemactor
from koers.domain.rollen import Rol
from koers.exchange.berichten import demo
from koers.exchange.berichten.demo import seed_berichten
from koers.exchange.berichten.ontvangst import take_in
from koers.exchange.berichten.verwerking import process
from koers.presentation.berichten import advice, place, sentences
from koers.presentation.tijdlijn import as_rows, picture
from koers.registers.kern.models import Bericht, Medewerker
from koers.registers.klok import dag_van, vandaag
from koers.registers.zorg.models import Toewijzing, TrajectStap
from tests.integration.berichtenwereld import bericht, make_toewijzing
from tests.wereld import MIDDEN_DRENTHE, actor_of, make_actor, make_medewerker

pytestmark = pytest.mark.django_db(transaction=True)
DOOR = systeemactor("opdrachtregel", functionaris="proef")


@pytest.fixture
def row():
    """Help that began and ended, at a provider with messages."""
    nummer = make_toewijzing()
    return Toewijzing.objects.select_related("contractproduct__aanbieder").get(nummer=nummer)


@pytest.fixture
def consulent(row):
    """Whoever entered the family, so who may see it."""
    return actor_of(Medewerker.objects.get(pk=row.vastgelegd_door))


@pytest.fixture
def aanbieder(row):
    """Somebody who works at the provider."""
    found = make_medewerker(Rol.AANBIEDER, soort="welzijn")
    found.aanstellingen.update(organisatie=row.contractproduct.aanbieder)
    return actor_of(found)


@pytest.fixture
def gereisd(row, consulent, aanbieder):
    """Accepted, begun, stopped; and the messages about that."""
    mine = {"by": aanbieder, "toewijzing_id": row.pk}
    register_gesprek(**mine, gesprek=NieuwGesprek(vandaag(), "consulent", "ja", "ja"))
    accept_toewijzing(**mine)
    register_start(**mine, datum=vandaag() - timedelta(days=30))
    register_stop(**mine, datum=vandaag() - timedelta(days=2), reden="31")
    seed_berichten(by=DOOR)
    return row


def journey(by, row):
    return read_toewijzing_met_antwoord(by=by, toewijzing_id=row.pk).verloop


def kinds(verloop):
    return [een.waarde if een.bericht else een.soort for een in verloop]


def test_it_holds_what_both_sides_did_and_every_message_in_order(gereisd, aanbieder):
    verloop = journey(aanbieder, gereisd)
    assert sorted(kinds(verloop)) == sorted(
        [
            *("toegewezen", "gesprek", "geaccepteerd", "start", "stop"),
            *("JW301", "JW302", "JW305", "JW306", "JW307", "JW308"),
        ]
    )
    assert [een.dag for een in verloop] == sorted(een.dag for een in verloop)
    sides = {een.waarde: een.kant for een in verloop if een.bericht}
    assert sides == {
        **dict.fromkeys(("JW301", "JW306", "JW308"), "gemeente"),
        **dict.fromkeys(("JW302", "JW305", "JW307"), "aanbieder"),
    }
    drawn = str(picture(verloop))
    assert drawn.count("tijdlijn__pijl") == 6
    rows = as_rows(verloop, "IR-NMD")
    assert len(rows) == len(verloop)
    assert any("volgens plan" in een.meer for een in rows)


def test_messages_of_the_demo_add_no_fact_and_lie_on_their_own_day(gereisd):
    assert TrajectStap.objects.filter(toewijzing=gereisd).count() == 2
    days = dict(Bericht.objects.values_list("soort", "vastgelegd_at"))
    assert dag_van(days["JW301"]) == gereisd.datum
    assert dag_van(days["JW305"]) <= dag_van(days["JW307"]) <= vandaag()
    assert set(Bericht.objects.filter(richting="in").values_list("stand", flat=True)) == {"verwerkt"}


def test_a_message_of_another_provider_about_this_number_is_not_ours(
    gereisd, aanbieder, tmp_path, monkeypatch
):
    fout = bericht("JW305", gereisd.nummer, begin=vandaag(), afzender="42420009", identificatie="VREEMD")
    (tmp_path / "vreemd.xml").write_bytes(fout)
    list(take_in(tmp_path, by=DOOR))
    process(by=DOOR)
    before = kinds(journey(aanbieder, gereisd))
    assert before.count("JW305") == 1
    # Planted: without the filter of messages it is there.
    monkeypatch.setattr(tijdlijn, "visible_berichten", lambda *_: Bericht.objects.all())
    assert kinds(journey(aanbieder, gereisd)).count("JW305") == 2


def test_the_toegang_reads_the_same_and_opens_only_what_it_may(gereisd, consulent):
    verloop = journey(consulent, gereisd)
    assert "JW306" in kinds(verloop)
    for een in verloop:
        if een.bericht and een.adres:
            assert read_bericht(by=consulent, bericht_id=een.bericht.id).regel.id == een.bericht.id
    assert {een.waarde for een in verloop if een.bericht and een.adres} >= {"JW301", "JW305"}


def test_what_goes_wrong_is_told_without_the_names_of_the_standard(row, monkeypatch):
    beheer = make_actor(Rol.FUNCTIONEEL_BEHEERDER, MIDDEN_DRENTHE)
    register_start(
        by=actor_of(Medewerker.objects.get(pk=row.vastgelegd_door)),
        toewijzing_id=row.pk,
        datum=vandaag() - timedelta(days=30),
    )
    monkeypatch.setattr(demo, "KAPOT", 0)
    seed_berichten(by=DOOR)
    (kapot,) = [een for een in read_berichten(by=beheer) if een.stand == "afgekeurd"]
    assert kapot.aanbieder == row.contractproduct.aanbieder.naam
    (zin,) = sentences(kapot)
    assert "Er ontbreekt iets: begindatum (start 1)" in zin
    assert "stuurt het bericht opnieuw" in advice(kapot)
    # An answer of a provider carries our own header: the other side is still the provider.
    assert {een.agb for een in read_berichten(by=beheer)} == {row.contractproduct.aanbieder.agb}


@pytest.mark.parametrize(
    ("pad", "gezegd"),
    [
        ("Client/StartProducten/StartProduct[2]/Begindatum", "start 2, begindatum"),
        ("Header/BerichtIdentificatie", "de kop van het bericht, bericht identificatie"),
        ("Client/Bsn", "BSN"),
        ("", "het hele bericht"),
    ],
)
def test_a_place_is_said_in_words(pad, gezegd):
    assert place(pad) == gezegd
