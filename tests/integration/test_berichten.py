"""Messages in and out: stored before they are acknowledged, in any order, and never twice."""

from datetime import timedelta
from pathlib import Path

import pytest

from koers.actions.zorg.postbus import read_berichten
from koers.actions.zorg.regie import expire_waiting
from koers.domain.actor import systeemactor
from koers.domain.rollen import Rol
from koers.domain.weigering import Refused
from koers.exchange.berichten.ontvangst import take_in
from koers.exchange.berichten.versturen import send
from koers.exchange.berichten.verwerking import process
from koers.exchange.ijw.parse import parse
from koers.presentation.berichten import told
from koers.registers.kern.models import Bericht
from koers.registers.klok import vandaag
from koers.registers.zorg.models import Toewijzing, TrajectStap
from tests.integration.berichtenwereld import BSN, bericht, make_toewijzing
from tests.wereld import ASSEN, make_actor

pytestmark = pytest.mark.django_db(transaction=True)
DOOR = systeemactor("berichten", functionaris="beheer")
GISTEREN = vandaag() - timedelta(days=1)


@pytest.fixture
def nummer():
    return make_toewijzing()


@pytest.fixture
def map_(tmp_path) -> Path:
    return tmp_path


def arrive(map_: Path, *inhouden: bytes) -> list:
    """The messages lie in the folder, are taken in and worked on."""
    for volgnummer, inhoud in enumerate(inhouden):
        (map_ / f"bericht{volgnummer}.xml").write_bytes(inhoud)
    opgehaald = list(take_in(map_, by=DOOR))
    process(by=DOOR)
    return opgehaald


def facts() -> list[tuple]:
    rows = TrajectStap.objects.current().filter(ingetrokken=False).order_by("datum", "soort")
    return [(row.soort, row.datum, row.reden) for row in rows]


def answers(map_: Path) -> list[tuple[str, list[str], bool]]:
    """Kind, codes of the header, and whether anything of the client comes back."""
    send(map_, by=DOOR)
    gelezen = [parse(pad.read_bytes()) for pad in sorted(map_.glob("JW3*.xml"))]
    assert all(een.goed for een in gelezen)
    return [
        (een.bericht.soort, een.bericht.header["RetourCodes"]["RetourCode"], "Client" in een.bericht.inhoud)
        for een in gelezen
    ]


def test_a_start_becomes_a_fact_and_is_answered(map_, nummer, tmp_path):
    [een] = arrive(map_, bericht("JW305", nummer, begin=GISTEREN))
    assert (een.soort, een.hoe) == ("JW305", "nieuw")
    assert facts() == [("start", GISTEREN, "")]
    assert not list(map_.glob("*.xml"))
    assert (map_ / "ontvangen" / "bericht0.xml").exists()
    assert answers(map_) == [("JW306", ["0200"], False)]


def test_the_bsn_does_not_stand_readable_in_the_database(map_, nummer):
    arrive(map_, bericht("JW305", nummer, begin=GISTEREN))
    assert BSN.encode() not in bytes(Bericht.objects.get(richting="in").inhoud)


def test_the_same_message_again_gets_the_same_answer_and_changes_nothing(map_, nummer):
    inhoud = bericht("JW305", nummer, begin=GISTEREN)
    arrive(map_, inhoud)
    send(map_, by=DOOR)
    [antwoord] = map_.glob("JW3*.xml")
    eerste = antwoord.read_bytes()
    antwoord.unlink()
    [een] = arrive(map_, inhoud)
    assert een.hoe == "zelfde"
    send(map_, by=DOOR)
    [antwoord] = map_.glob("JW3*.xml")
    assert antwoord.read_bytes() == eerste
    assert facts() == [("start", GISTEREN, "")]
    assert Bericht.objects.filter(richting="in").count() == 1


def test_a_changed_message_under_a_used_identification_is_refused(map_, nummer):
    arrive(map_, bericht("JW305", nummer, begin=GISTEREN))
    [een] = arrive(map_, bericht("JW305", nummer, begin=vandaag()))
    assert een.hoe == "gewijzigd"
    assert facts() == [("start", GISTEREN, "")]
    assert sorted(answers(map_)) == [("JW306", ["0200"], False), ("JW306", ["9056"], False)]
    assert Bericht.objects.get(stand="geweigerd").bevindingen[0][0] == "TR056"


def test_a_stop_waits_for_its_start_and_then_holds(map_, nummer):
    stop = bericht("JW307", nummer, begin=GISTEREN, eind=vandaag(), identificatie="B2")
    arrive(map_, stop)
    assert facts() == []
    assert Bericht.objects.get().stand == "wacht"
    assert answers(map_) == []
    arrive(map_, bericht("JW305", nummer, begin=GISTEREN))
    assert facts() == [("start", GISTEREN, ""), ("stop", vandaag(), "31")]
    assert sorted(answers(map_)) == [("JW306", ["0200"], False), ("JW308", ["0200"], False)]


def test_what_waits_too_long_is_rejected_with_its_code(map_, nummer, monkeypatch):
    arrive(map_, bericht("JW307", nummer, begin=GISTEREN, eind=vandaag()))
    assert Bericht.objects.get().uiterlijk_datum > vandaag()
    laatste = Bericht.objects.get().uiterlijk_datum
    monkeypatch.setattr("koers.actions.zorg.regie.vandaag", lambda: laatste)
    assert expire_waiting(by=DOOR) == 1
    process(by=DOOR)
    [(soort, kop, client)] = answers(map_)
    assert (soort, kop, client) == ("JW308", ["0200"], True)
    assert b"9069" in next(map_.glob("JW308*.xml")).read_bytes()
    assert facts() == []


def test_a_correction_withdraws_the_fact_and_writes_the_right_one(map_, nummer):
    anders = GISTEREN - timedelta(days=3)
    arrive(map_, bericht("JW305", nummer, begin=GISTEREN))
    arrive(map_, bericht("JW305", nummer, begin=GISTEREN, status="3", identificatie="B2"))
    arrive(map_, bericht("JW305", nummer, begin=anders, identificatie="B3"))
    assert facts() == [("start", anders, "")]
    assert TrajectStap.objects.count() == 3


@pytest.mark.parametrize("anders", ["nummer", "bsn", "aanbieder"])
def test_a_start_without_a_toewijzing_to_this_provider_for_this_child_is_rejected(map_, nummer, anders):
    waarden = {
        "nummer": {"nummer": nummer + 1},
        "bsn": {"nummer": nummer, "bsn": "999900018"},
        "aanbieder": {"nummer": nummer, "afzender": "87654321"},
    }[anders]
    arrive(map_, bericht("JW305", begin=GISTEREN, **waarden))
    assert facts() == []
    assert answers(map_) == [("JW306", ["0200"], True)]
    assert b"9019" in next(map_.glob("JW306*.xml")).read_bytes()


def test_a_technical_fault_rejects_the_whole_message(map_, nummer):
    arrive(map_, bericht("JW305", nummer, begin=GISTEREN, status="2"))
    assert facts() == []
    assert answers(map_) == [("JW306", ["0001"], False)]


def test_what_is_no_message_for_here_is_set_aside_with_the_reason(map_, nummer):
    opgehaald = arrive(map_, b"<a/>", bericht("JW305", nummer, begin=GISTEREN, ontvanger="0363"))
    assert [een.hoe for een in opgehaald] == ["geweigerd", "geweigerd"]
    assert sorted(pad.name for pad in (map_ / "geweigerd").iterdir()) == [
        "bericht0.xml",
        "bericht0.xml.txt",
        "bericht1.xml",
        "bericht1.xml.txt",
    ]
    assert Bericht.objects.count() == 0


def test_numbers_of_toewijzingen_count_on_per_gemeente(nummer):
    assert nummer == 1
    assert list(Toewijzing.objects.values_list("nummer", flat=True)) == [1]


def test_the_ledger_tells_what_came_what_was_rejected_and_what_waits(map_, nummer):
    arrive(map_, bericht("JW307", nummer, begin=GISTEREN, eind=vandaag(), identificatie="B2"))
    arrive(map_, bericht("JW305", nummer + 1, begin=GISTEREN))
    arrive(map_, bericht("JW305", nummer, begin=vandaag()))
    rijen = {een.stand: told(een) for een in read_berichten(by=DOOR) if een.richting == "in"}
    assert "er is geen start bij dit einde" in rijen["wacht"]
    assert "geen toewijzing met dit nummer" in rijen["afgekeurd"]
    assert "eerder gebruikt voor een ander bericht" in rijen["geweigerd"]
    assert not any(BSN in tekst or "Dekker" in tekst for tekst in rijen.values())
    assert [een.stand for een in read_berichten(by=DOOR, alleen="wacht")] == ["wacht"]


def test_the_ledger_is_for_who_keeps_the_system_and_of_the_own_gemeente(map_, nummer):
    arrive(map_, bericht("JW305", nummer, begin=GISTEREN))
    assert len(read_berichten(by=make_actor(Rol.FUNCTIONEEL_BEHEERDER))) == 2
    assert read_berichten(by=make_actor(Rol.FUNCTIONEEL_BEHEERDER, ASSEN)) == ()
    assert read_berichten(by=make_actor(Rol.JEUGDCONSULENT)) == ()  # works with other families
    with pytest.raises(Refused, match="geen_recht"):
        read_berichten(by=make_actor(Rol.SCHOOL))
