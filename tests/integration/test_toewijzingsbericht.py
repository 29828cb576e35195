"""JW301 going out: made by the act itself, valid, complete, once; and what the provider answers to it."""

from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from koers.actions.kern.gezinnen import register_gezin
from koers.actions.toegang.melden import NieuweMelding, register_melding
from koers.actions.zorg.postbus import read_bericht, read_berichten
from koers.actions.zorg.toewijzen import (
    Invulling,
    assign_toewijzing,
    register_declaratie,
    register_start,
)
from koers.actions.zorg.uitgaand import resend_toewijzingen
from koers.actions.zorg.wijzigen import change_toewijzing
from koers.domain.actor import systeemactor
from koers.domain.personen import NieuwAdres, NieuwPersoon
from koers.domain.rollen import Rol
from koers.domain.toewijzingsberichten import Adres
from koers.domain.weigering import Refused
from koers.exchange.berichten.ontvangst import take_in
from koers.exchange.berichten.uitgaand import make_outgoing
from koers.exchange.berichten.versturen import ONDERWEG, send
from koers.exchange.berichten.verwerking import process
from koers.exchange.ijw.antwoord import answer
from koers.exchange.ijw.bericht import Bevinding
from koers.exchange.ijw.build import build
from koers.exchange.ijw.controle import control
from koers.exchange.ijw.omgeving import surroundings
from koers.exchange.ijw.parse import parse
from koers.presentation.berichten import mends, told
from koers.registers.kern.models import Bericht, Gezinslid, LogRegel
from koers.registers.klok import vandaag
from koers.registers.zorg.models import Contractproduct, Toewijzing, ToewijzingWijziging
from tests.unit.exchange.ijw.voorbeelden import BSN
from tests.wereld import make_actor, make_organisatie, make_product

pytestmark = pytest.mark.django_db(transaction=True)
DOOR = systeemactor("berichten", functionaris="beheer")
AGB = "42420001"
DAG = timedelta(days=1)
PER_WEEK = Invulling(2, "2")


class Wereld:
    """A child with a BSN at an address, a provider with an AGB code and two products, and a consulent."""

    def __init__(self, *, bsn: str = BSN, geheim: str = "nee", achternaam: str = "Dekker") -> None:
        self.by = make_actor(Rol.JEUGDCONSULENT)
        kind = NieuwPersoon(
            achternaam=achternaam,
            voorvoegsel="van",
            roepnaam="Sem",
            geboortedatum=vandaag().replace(year=vandaag().year - 12, day=1),
            bsn=bsn,
            bsn_status="bekend" if bsn else "nog_niet_bekend",
        )
        adres = NieuwAdres(
            straatnaam="Burgemeester van Oosterhoutstraat",
            huisnummer=12,
            toevoeging="b",
            postcode="9411 AB",
            plaatsnaam="Beilen",
            geheim=geheim,
        )
        gezin = register_gezin(by=self.by, jeugdige=kind, adres=adres, formulier=uuid4())
        self.kind = Gezinslid.objects.get(gezin=gezin).persoon
        self.aanbieder = make_organisatie("GM1731", "aanbieder")
        self.aanbieder.agb = AGB
        self.aanbieder.save()
        contract = Contractproduct.objects.filter(aanbieder=self.aanbieder).order_by("code")
        self.producten = list(contract) or [make_product(self.aanbieder, code=c) for c in ("45A03", "45A04")]
        melding = NieuweMelding(jeugdigen=(self.kind.pk,), datum=vandaag(), verwijzer="02")
        (self.casus,) = register_melding(by=self.by, gezin_id=gezin, melding=melding)

    def give(
        self, product: int = 0, *, van: int = 0, tot: int | None = 100, hoe: Invulling = PER_WEEK
    ) -> UUID:
        """The id of a toewijzing from `van` until before `tot` days from today."""
        return assign_toewijzing(
            by=self.by,
            casus_id=self.casus,
            contractproduct_id=self.producten[product].pk,
            ingangsdatum=vandaag() + van * DAG,
            tot_datum=None if tot is None else vandaag() + tot * DAG,
            invulling=hoe,
        )

    def change(self, toewijzing: UUID, reden: str, tot: int | None = None, **meer) -> None:
        """Another end, so many days from today."""
        dag = None if tot is None else vandaag() + tot * DAG
        change_toewijzing(by=self.by, toewijzing_id=toewijzing, reden=reden, tot_datum=dag, **meer)


@pytest.fixture
def wereld() -> Wereld:
    return Wereld()


def sent(map_: Path) -> list[dict]:
    """What the folder holds after making and sending, in the order of the numbers."""
    make_outgoing(by=DOOR)
    send(map_, by=DOOR)
    return [parse(pad.read_bytes()).bericht.inhoud for pad in sorted(map_.glob("JW301*.xml"))]


def products(bericht: dict) -> list[tuple]:
    """Number, first day, last day and reason of each product, in days from today."""
    return [
        (
            een["ToewijzingNummer"],
            (een["Ingangsdatum"] - vandaag()).days,
            (een["Einddatum"] - vandaag()).days if "Einddatum" in een else None,
            een.get("RedenWijziging", ""),
        )
        for een in bericht["Client"]["ToegewezenProducten"]["ToegewezenProduct"]
    ]


def reply(map_: Path, *fouten: Bevinding, naam: str = "") -> None:
    """The provider answers the message (the last one, or the named) with these findings."""
    pad = map_ / naam if naam else sorted(map_.glob("JW301*.xml"))[-1]
    uitkomst = control(pad.read_bytes(), surroundings(vandaag()))
    assert uitkomst.geldig, uitkomst.bevindingen
    terug = answer(
        replace(uitkomst, bevindingen=fouten), identificatie=uuid4().hex[:12], dagtekening=vandaag()
    )
    (map_ / "in").mkdir(exist_ok=True)
    (map_ / "in" / f"{uuid4().hex}.xml").write_bytes(build(terug))
    list(take_in(map_ / "in", by=DOOR))
    process(by=DOOR)


def refusal(code: str, plek: int) -> Bevinding:
    return Bevinding("TR332", code, f"Client/ToegewezenProducten/ToegewezenProduct[{plek}]", "Fout.")


def test_giving_help_queues_one_valid_message(wereld, tmp_path):
    wereld.give()
    row = Bericht.objects.get()
    assert (row.soort, row.stand, row.ontvanger, row.identificatie) == (
        "JW301",
        "te_maken",
        AGB,
        "0" * 11 + "1",
    )
    assert BSN.encode() not in bytes(row.inhoud)
    [bericht] = sent(tmp_path)
    assert products(bericht) == [(1, 0, 99, "")]
    client = bericht["Client"]
    assert client["Naam"]["Geslachtsnaam"] == {"Achternaam": "Dekker", "Voorvoegsel": "van"}
    adres = client["Contactgegevens"]["Contact"][0]["Adres"]
    assert (adres["Postcode"], adres["Huis"]) == ("9411AB", {"Huisnummer": 12, "Huisletter": "b"})
    assert len(adres["Straatnaam"]) <= 24
    product = client["ToegewezenProducten"]["ToegewezenProduct"][0]
    assert product["Product"] == {"Categorie": "45", "Code": "45A03"}
    assert product["Omvang"] == {"Volume": 2, "Eenheid": "04", "Frequentie": "2"}
    assert Bericht.objects.get().stand == "verstuurd"
    assert Bericht.objects.get().uiterlijk_datum > vandaag()


def test_a_provider_without_agb_code_gets_no_message(wereld):
    wereld.aanbieder.agb = ""
    wereld.aanbieder.save()
    wereld.give()
    assert Bericht.objects.count() == 0


def test_act_and_message_are_there_together_or_not_at_all(wereld, monkeypatch):
    def broken(*args, **kwargs):
        raise RuntimeError("stroom weg")

    monkeypatch.setattr("koers.actions.zorg.uitgaand.freeze", broken)
    with pytest.raises(RuntimeError):
        wereld.give()
    assert (Toewijzing.objects.count(), Bericht.objects.count()) == (0, 0)
    assert not LogRegel.objects.filter(handeling="assign_toewijzing").exists()


def test_without_an_amount_the_provider_chooses_within_the_category(wereld, tmp_path):
    wereld.give(tot=None, hoe=Invulling())
    [bericht] = sent(tmp_path)
    [product] = bericht["Client"]["ToegewezenProducten"]["ToegewezenProduct"]
    assert product["Product"] == {"Categorie": "45"}
    assert "Omvang" not in product


def test_every_message_holds_all_that_runs_or_is_to_come(wereld, tmp_path):
    wereld.give(0, van=-300, tot=-200)
    wereld.give(0, van=-10)
    wereld.give(1, van=30)
    assert products(sent(tmp_path)[-1]) == [(2, -10, 99, ""), (3, 30, 99, "")]


def test_what_was_not_told_yet_is_told_by_the_later_message(wereld, tmp_path):
    """Two acts before anything went out: one message, and it says what the first would have said."""
    oud = wereld.give(0, van=-30)
    sent(tmp_path)
    wereld.change(oud, "05", -5, akkoord=True)
    wereld.give(1)
    berichten = sent(tmp_path)
    assert [products(een) for een in berichten] == [
        [(1, -30, 99, "")],
        [(1, -30, -6, "05"), (2, 0, 99, "")],
    ]
    assert list(Bericht.objects.order_by("identificatie").values_list("stand", flat=True)) == [
        "verstuurd",
        "vervangen",
        "verstuurd",
    ]
    wereld.give(0, van=200, tot=300)
    assert products(sent(tmp_path)[-1]) == [(2, 0, 99, ""), (3, 200, 299, "")]


@pytest.mark.parametrize(
    ("reden", "tot", "verwacht"),
    [
        ("04", 200, (1, -30, 199, "04")),
        ("05", 50, (1, -30, 49, "05")),
        ("02", 1, (1, -30, 0, "02")),
        ("13", None, (1, -30, -30, "13")),
        ("12", 300, (1, -30, 299, "12")),
        ("14", 20, (1, -30, 19, "14")),
    ],
)
def test_a_change_goes_out_as_ijw_wants_it(wereld, tmp_path, reden, tot, verwacht):
    toewijzing = wereld.give(van=-30)
    sent(tmp_path)
    wereld.change(toewijzing, reden, tot)
    assert products(sent(tmp_path)[-1]) == [verwacht]


def test_correcting_takes_the_wrong_one_away_in_the_same_message(wereld, tmp_path):
    fout = wereld.give(0)
    sent(tmp_path)
    goed = wereld.give(1, hoe=replace(PER_WEEK, in_plaats_van=fout))
    assert products(sent(tmp_path)[-1]) == [(1, 0, 0, "13"), (2, 0, 99, "")]
    assert Toewijzing.objects.get(pk=goed).voorganger_id == fout
    # The same product again is no stacking: the wrong one has no days left.
    wereld.give(0)


def test_help_that_began_or_was_declared_is_not_taken_away(wereld):
    toewijzing = wereld.give(van=-30)
    register_start(by=wereld.by, toewijzing_id=toewijzing, datum=vandaag())
    with pytest.raises(Refused, match="verwijderen_na_start"):
        wereld.change(toewijzing, "13")
    ander = wereld.give(1, van=-30)
    aanbieder = make_actor(Rol.AANBIEDER)
    aanbieder = replace(aanbieder, organisatie_id=str(wereld.aanbieder.pk))
    register_declaratie(by=aanbieder, toewijzing_id=ander, maand=vandaag(), bedrag_cent=100)
    with pytest.raises(Refused, match="verwijderen_na_declaratie"):
        wereld.change(ander, "13")
    assert ToewijzingWijziging.objects.count() == 0


def test_the_same_product_is_not_given_twice_for_the_same_days(wereld):
    wereld.give(0)
    with pytest.raises(Refused, match="toewijzing_gestapeld"):
        wereld.give(0, van=50, tot=150)
    wereld.give(0, van=100, tot=150)


def test_a_longer_end_may_not_run_into_the_next_one(wereld):
    eerste = wereld.give(0)
    wereld.give(0, van=100, tot=150)
    with pytest.raises(Refused, match="toewijzing_gestapeld"):
        wereld.change(eerste, "04", 120)


def test_without_a_bsn_it_is_held_back_and_the_list_says_what_to_do(tmp_path):
    wereld = Wereld(bsn="")
    wereld.give()
    assert sent(tmp_path) == []
    [rij] = read_berichten(by=wereld.by)
    assert rij.stand == "tegengehouden"
    assert "het BSN van het kind is niet bekend" in told(rij)
    assert "Vul het BSN in" in mends(rij)[0]


def test_a_secret_address_never_goes_out_and_a_postal_one_mends_it(tmp_path):
    wereld = Wereld(geheim="onbekend")
    wereld.give()
    assert sent(tmp_path) == []
    [rij] = read_berichten(by=wereld.by)
    assert "geen adres dat de aanbieder mag weten" in told(rij)
    resend_toewijzingen(by=wereld.by, bericht_id=rij.id, postadres=Adres("02", "9411PC", 1))
    [bericht] = sent(tmp_path)
    [contact] = bericht["Client"]["Contactgegevens"]["Contact"]
    assert (contact["Soort"], contact["Adres"]["Postcode"]) == ("02", "9411PC")
    assert "Oosterhout" not in str(bericht)
    assert sorted(een.stand for een in read_berichten(by=wereld.by)) == ["verstuurd", "vervangen"]


def test_a_wrong_product_code_is_held_back_by_the_rules(wereld, tmp_path):
    product = wereld.producten[0]
    product.ijw_code = "45Z99"
    product.save()
    wereld.give()
    assert sent(tmp_path) == []
    assert Bericht.objects.get().bevindingen[0][:2] == ["TR381", "S329"]
    product.ijw_code = "45A03"
    product.save()
    resend_toewijzingen(by=wereld.by, bericht_id=Bericht.objects.get().pk)
    assert len(sent(tmp_path)) == 1


def test_the_provider_accepts(wereld, tmp_path):
    wereld.give()
    sent(tmp_path)
    reply(tmp_path)
    heen = Bericht.objects.get(soort="JW301")
    assert (heen.stand, [regel.stand for regel in heen.regels.all()]) == ("aanvaard", ["geldt"])
    assert Bericht.objects.get(soort="JW302").antwoord_op == heen
    assert not list(tmp_path.glob("JW302*.xml"))  # an answer gets no answer
    with pytest.raises(Refused, match="bericht_niet_te_herstellen"):
        resend_toewijzingen(by=wereld.by, bericht_id=heen.pk)


def test_the_provider_refuses_one_product_and_it_is_told_again(wereld, tmp_path):
    wereld.give(0)
    sent(tmp_path)
    wereld.give(1)
    sent(tmp_path)
    reply(tmp_path, refusal("9332", 2))
    heen = Bericht.objects.get(soort="JW301", identificatie__endswith="2")
    assert heen.stand == "afgekeurd"
    assert [(een.stand, een.code) for een in heen.regels.order_by("volgnummer")] == [
        ("geldt", ""),
        ("afgekeurd", "9332"),
    ]
    beeld = read_bericht(by=wereld.by, bericht_id=heen.pk)
    assert beeld.te_herstellen
    assert "toewijzingsnummer is eerder gebruikt" in told(beeld.regel)
    resend_toewijzingen(by=wereld.by, bericht_id=heen.pk)
    assert products(sent(tmp_path)[-1]) == [(1, 0, 99, ""), (2, 0, 99, "")]
    reply(tmp_path)
    assert [een.stand for een in Bericht.objects.filter(soort="JW301").order_by("identificatie")] == [
        "verstuurd",
        "vervangen",
        "aanvaard",
    ]


def test_a_refused_change_is_told_again(wereld, tmp_path):
    """What the provider refused, it does not know: the next message says it once more."""
    toewijzing = wereld.give(0, van=-30)
    sent(tmp_path)
    wereld.change(toewijzing, "05", -5, akkoord=True)
    sent(tmp_path)
    reply(tmp_path, refusal("9385", 1))
    wereld.give(1)
    assert products(sent(tmp_path)[-1]) == [(1, -30, -6, "05"), (2, 0, 99, "")]


def test_the_whole_message_is_refused(wereld, tmp_path):
    wereld.give()
    sent(tmp_path)
    reply(tmp_path, Bevinding("XSD", "0001", "", "Fout."))
    heen = Bericht.objects.get(soort="JW301")
    assert (heen.stand, heen.bevindingen) == ("afgekeurd", [["", "0001", "", ""]])
    assert [regel.code for regel in heen.regels.all()] == ["0001"]


def test_an_answer_to_nothing_and_a_second_answer_are_for_a_person(wereld, tmp_path):
    wereld.give()
    sent(tmp_path)
    reply(tmp_path)
    reply(tmp_path, refusal("9332", 1))
    standen = sorted(Bericht.objects.filter(soort="JW302").values_list("stand", flat=True))
    assert standen == ["geweigerd", "verwerkt"]
    assert Bericht.objects.get(soort="JW301").stand == "aanvaard"


def test_identifications_count_on_and_are_never_used_twice(wereld, tmp_path):
    for product in (0, 1):
        wereld.give(product)
        sent(tmp_path)
    nummers = Bericht.objects.order_by("identificatie").values_list("identificatie", flat=True)
    assert list(nummers) == [f"{een:012d}" for een in (1, 2)]


def test_a_file_that_was_marked_and_not_renamed_is_finished_and_not_made_again(wereld, tmp_path, monkeypatch):
    wereld.give()
    make_outgoing(by=DOOR)

    def stop(van: Path, naar: Path) -> None:
        raise RuntimeError("stroom weg")

    with monkeypatch.context() as patch:
        patch.setattr("koers.exchange.berichten.versturen.move", stop)
        with pytest.raises(RuntimeError):
            send(tmp_path, by=DOOR)
    assert not list(tmp_path.glob("JW301*.xml"))
    assert send(tmp_path, by=DOOR) == ["JW301_1731_000000000001.xml"]
    (tmp_path / "JW301_1731_000000000001.xml").unlink()  # the exchange took it away
    assert send(tmp_path, by=DOOR) == []
    assert not list((tmp_path / ONDERWEG).glob("*.xml"))


def test_who_may_see_and_mend(wereld, tmp_path):
    wereld.give()
    row = Bericht.objects.get()
    ander = make_actor(Rol.JEUGDCONSULENT)
    assert read_berichten(by=ander) == ()
    with pytest.raises(Refused, match="niet_gevonden"):
        read_bericht(by=ander, bericht_id=row.pk)
    with pytest.raises(Refused, match="niet_gevonden"):
        resend_toewijzingen(by=ander, bericht_id=row.pk)
    aanbieder = replace(make_actor(Rol.AANBIEDER), organisatie_id=str(wereld.aanbieder.pk))
    vreemd = replace(aanbieder, organisatie_id=str(make_organisatie("GM1731", "gemeente").pk))
    assert [een.id for een in read_berichten(by=aanbieder)] == [row.pk]
    assert read_berichten(by=vreemd) == ()
    with pytest.raises(Refused, match="geen_recht"):
        resend_toewijzingen(by=aanbieder, bericht_id=row.pk)
