"""`koers ijw controleer --register`: what the register says of a message, and nothing of it is stored."""

import json
from datetime import timedelta
from uuid import uuid4

import pytest
from click.testing import CliRunner

from koers.actions.handeling import act
from koers.actions.zorg.toewijzen import register_start, register_stop
from koers.cli.ijw import ijw
from koers.domain.actor import systeemactor
from koers.exchange.berichten.ontvangst import take_in
from koers.exchange.berichten.register import beside_register
from koers.exchange.berichten.verwerking import process
from koers.exchange.ijw.controle import control
from koers.exchange.ijw.omgeving import surroundings
from koers.exchange.ijw.regels.eerder import OPGEZOCHT
from koers.registers.kern.models import Bericht
from koers.registers.klok import vandaag
from koers.registers.zorg.models import Declaratie, Toewijzing, Verzoek
from tests.integration.berichtenwereld import bericht
from tests.integration.test_declaratie_bericht import claim, credit, entry, month
from tests.integration.test_toewijzingsbericht import Wereld
from tests.integration.test_verzoeken import vot, vow
from tests.unit.exchange.ijw.gevallen_register import ALLEEN_REGISTER
from tests.unit.exchange.ijw.voorbeelden import WEG

pytestmark = pytest.mark.django_db(transaction=True)
DOOR = systeemactor("berichten", functionaris="beheer")
DAG = timedelta(days=1)
WIJZIGT = "Client/Verzoek/TeWijzigenProducten/TeWijzigenProduct[1]"


@pytest.fixture
def wereld() -> Wereld:
    """One toewijzing of two hours a week since long."""
    wereld = Wereld()
    wereld.give(van=-150)
    return wereld


def rules(inhoud: bytes) -> list[str]:
    """The rules of the register that this message breaks."""
    vooraf = control(inhoud, surroundings(vandaag()))
    assert vooraf.geldig, vooraf.bevindingen
    uitkomst = beside_register(vooraf, inhoud, DOOR)
    assert all(een.regelnummer for een in uitkomst.bevindingen)
    return [een.regel for een in uitkomst.bevindingen]


def arrive(map_, *inhouden: bytes) -> None:
    for inhoud in inhouden:
        (map_ / "een.xml").write_bytes(inhoud)
        list(take_in(map_, by=DOOR))
        process(by=DOOR)


def wish(**anders) -> dict:
    return {f"{WIJZIGT}/GewensteIngangsdatum": vandaag() - 150 * DAG} | {
        f"{WIJZIGT}/{naam}": waarde for naam, waarde in anders.items()
    }


def test_what_fits_the_register_is_valid(wereld):
    assert rules(bericht("JW305", 1, begin=vandaag())) == []
    assert rules(vot()) == []
    assert rules(vow(1, anders=wish())) == []
    assert rules(claim(entry())) == []
    assert Bericht.objects.filter(richting="in").count() == 0
    assert (Verzoek.objects.count(), Declaratie.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    ("inhoud", "regel"),
    [
        (lambda: bericht("JW305", 77, begin=vandaag()), "TR019"),
        (lambda: bericht("JW307", 77, begin=vandaag(), eind=vandaag()), "TR019"),
        (lambda: vow(1, anders=wish() | {"Client/Bsn": "999900018"}), "TR304"),
        (lambda: vow(1, anders=wish(ToewijzingNummer=77)), "TR351"),
        (lambda: vow(1, anders=wish(GewensteIngangsdatum=vandaag())), "TR357"),
        (lambda: vow(1, anders=wish(Omvang=WEG)), "TR411"),
        (lambda: claim(entry(ToewijzingNummer=77)), "TR338"),
        (lambda: claim(entry(ProductCategorie="44", ProductCode="44A09")), "TR339"),
        (lambda: claim(entry(ProductCode="45A04")), "TR340"),
        (lambda: claim(entry(Eenheid="01")), "TR341"),
        (lambda: claim(entry(volume=90)), "TR321"),
        (lambda: claim(credit("R3", "R1")), "TR323"),
        (lambda: claim(entry(), bsn="999900018"), "TR304"),
    ],
)
def test_what_the_register_does_not_know_is_named_with_its_place(wereld, inhoud, regel):
    assert regel in rules(inhoud())
    assert regel in OPGEZOCHT


def test_a_month_that_was_skipped_asks_for_attention_and_is_no_reason_to_reject(wereld, tmp_path):
    inhoud = claim(entry("R2"), identificatie="D2", nummer="N2")
    assert attention(inhoud) == []
    toewijzing = Toewijzing.objects.get()
    begin = month()[0]
    lang_terug = (begin - timedelta(days=40)).replace(day=1)
    register_start(by=wereld.by, toewijzing_id=toewijzing.pk, datum=toewijzing.ingangsdatum)
    arrive(tmp_path, claim(entry()))
    assert attention(inhoud) == []  # the month before: nothing lies in between
    with act("process_declaratie", by=DOOR) as spoor:
        spoor.touched(wereld.kind.pk, "GM1731")
        eerst = Declaratie.objects.get()
        velden = {veld.attname: getattr(eerst, veld.attname) for veld in Declaratie._meta.concrete_fields}
        anders = {"id": uuid4(), "maand": lang_terug, "vervangt_id": eerst.pk}
        Declaratie.objects.create(**velden | anders)
    assert attention(inhoud) == ["TR318"]
    assert "TR318" not in rules(inhoud)
    eind = lang_terug + timedelta(days=27)
    register_stop(by=wereld.by, toewijzing_id=toewijzing.pk, datum=eind, reden="31")
    assert attention(inhoud) == []  # no help in between


def attention(inhoud: bytes) -> list[str]:
    """What a person is told of, beside what is rejected."""
    uitkomst = beside_register(control(inhoud, surroundings(vandaag())), inhoud, DOOR)
    return [een.regel for een in uitkomst.opmerkingen if een.regel != "OP192"]


def test_every_rule_that_only_the_register_can_tell_is_broken_and_kept_here():
    broken = {"TR019", "TR304", "TR338"} | {"TR347", "TR374", "TR333"} | {"TR318"}
    assert broken == ALLEEN_REGISTER


def test_what_came_before_counts(wereld, tmp_path):
    arrive(tmp_path, vot(), claim(entry()))
    assert rules(vot("V9")) == ["TR347"]
    assert rules(vot("V9", "A9")) == ["TR374"]
    assert rules(claim(entry("R2"), identificatie="D2")) == ["TR333", "TR389"]
    arrive(tmp_path, claim(credit("R3", "R1"), identificatie="D3", nummer="N3"))
    assert rules(claim(credit("R4", "R1"), identificatie="D4", nummer="N4")) == ["TR390"]


def test_the_command_says_it_as_any_other_rule(wereld, tmp_path):
    pad = tmp_path / "start.xml"
    pad.write_bytes(bericht("JW305", 77, begin=vandaag()))
    zonder = CliRunner().invoke(ijw, ["controleer", str(pad)])
    assert zonder.exit_code == 0
    met = CliRunner().invoke(ijw, ["controleer", str(pad), "--register", "--json"])
    assert met.exit_code == 1, met.output
    [bevinding] = [een for een in json.loads(met.output)["bevindingen"] if een["soort"] == "fout"]
    assert (bevinding["regel"], bevinding["retourcode"]) == ("TR019", "9019")
