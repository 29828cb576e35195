"""Requests of providers (JW315, JW317): on the desk, by their own road, answered by JW301 or JW319."""

from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace

import pytest
import time_machine

from koers.actions.zorg import verzoeken
from koers.actions.zorg.toewijzen import Invulling, assign_toewijzing
from koers.actions.zorg.verzoeken import read_verzoek, read_verzoeken, reject_verzoek, research_verzoek
from koers.actions.zorg.wijzigen import change_toewijzing
from koers.domain.actor import systeemactor
from koers.domain.bsn import is_bsn
from koers.domain.rollen import TOEGANG, Rol
from koers.domain.toestanden.verzoek import VERZOEK
from koers.domain.weigering import Refused
from koers.exchange.berichten.ontvangst import take_in
from koers.exchange.berichten.versturen import send
from koers.exchange.berichten.verwerking import process
from koers.exchange.ijw.antwoord import answer
from koers.exchange.ijw.build import build
from koers.exchange.ijw.controle import control
from koers.exchange.ijw.omgeving import surroundings
from koers.exchange.ijw.parse import parse
from koers.exchange.ijw.regels.declaratie import refusals
from koers.registers.kern.models import Bericht, Medewerker
from koers.registers.klok import nu, vandaag
from koers.registers.toegang.models import Verwijsverzoek
from koers.registers.zorg.models import Verzoek
from koers.web.kern.vandaag import today_of
from tests.integration.test_toewijzingsbericht import AGB, PER_WEEK, Wereld
from tests.overgangen import ElkeOvergang
from tests.unit.exchange.ijw.voorbeelden import WEG, changed, good
from tests.wereld import ASSEN, make_actor, sign_in

pytestmark = pytest.mark.django_db(transaction=True)
DOOR = systeemactor("berichten", functionaris="beheer")
DAG = timedelta(days=1)
AANGEVRAAGD = "Client/AangevraagdeProducten/AangevraagdProduct"
WIJZIGT = "Client/Verzoek/TeWijzigenProducten/TeWijzigenProduct[1]"


@pytest.fixture
def wereld() -> Wereld:
    return Wereld()


def kop(identificatie: str) -> dict:
    return {
        "Header/BerichtIdentificatie": {"Identificatie": identificatie, "Dagtekening": vandaag()},
        "Header/Afzender": AGB,
        "Header/Ontvanger": "1731",
    }


def vot(identificatie: str = "V1", referentie: str = "A1", anders: dict | None = None) -> bytes:
    """A JW315 for one product, from tomorrow, on a doctor's referral."""
    een = {
        f"{AANGEVRAAGD}[2]": WEG,
        f"{AANGEVRAAGD}[1]/ReferentieAanbieder": referentie,
        f"{AANGEVRAAGD}[1]/BeschikkingNummer": WEG,
        f"{AANGEVRAAGD}[1]/BeschikkingIngangsdatum": WEG,
        f"{AANGEVRAAGD}[1]/ToewijzingIngangsdatum": vandaag() + DAG,
        f"{AANGEVRAAGD}[1]/ToewijzingEinddatum": vandaag() + 100 * DAG,
        "Client/Geboortedatum/Datum": vandaag().replace(year=vandaag().year - 12, day=1),
    }
    return build(changed(good("JW315"), kop(identificatie) | een | (anders or {})))


def vow(nummer: int, identificatie: str = "W1", referentie: str = "B1", anders: dict | None = None) -> bytes:
    """A JW317 that asks for a later end of one toewijzing."""
    wens = {
        "ToewijzingNummer": nummer,
        "GewensteIngangsdatum": vandaag() - 30 * DAG,
        "Einddatum": vandaag() + 200 * DAG,
        "Omvang": {"Volume": 2, "Eenheid": "04", "Frequentie": "2"},
    }
    een = {
        "Client/Verzoek/ReferentieAanbieder": referentie,
        "Client/Verzoek/OngewijzigdeProducten": WEG,
        "Client/Verzoek/NieuweProducten": WEG,
        "Client/Verzoek/TeWijzigenProducten": {"TeWijzigenProduct": [wens]},
    }
    return build(changed(good("JW317"), kop(identificatie) | een | (anders or {})))


def arrive(map_: Path, *inhouden: bytes) -> None:
    (map_ / "in").mkdir(exist_ok=True)
    for volgnummer, inhoud in enumerate(inhouden):
        (map_ / "in" / f"bericht{volgnummer}.xml").write_bytes(inhoud)
    list(take_in(map_ / "in", by=DOOR))
    process(by=DOOR)


def out(map_: Path, soort: str) -> list[dict]:
    process(by=DOOR)
    send(map_, by=DOOR)
    return [parse(pad.read_bytes()).bericht.inhoud for pad in sorted(map_.glob(f"{soort}_*.xml"))]


def codes(map_: Path, soort: str) -> list[str]:
    """Every code that refuses in the newest answer of this kind."""
    return refusals(out(map_, soort)[-1])


def test_a_doctors_request_opens_its_own_road_and_is_on_the_desk(wereld, tmp_path):
    arrive(tmp_path, vot())
    assert [een["Header"]["RetourCodes"] for een in out(tmp_path, "JW316")] == [{"RetourCode": ["0200"]}]
    [regel] = read_verzoeken(by=wereld.by)
    assert (regel.kind, regel.toestand, regel.soort) == ("Sem van Dekker", "open", "toewijzing")
    assert regel.uiterlijk >= vandaag() + 5 * DAG
    weg = Verwijsverzoek.objects.get()
    assert (weg.route, weg.verwijzer, weg.agb, weg.pk) == (
        "medisch",
        "02",
        "01234567",
        regel.verwijsverzoek_id,
    )
    assert weg.ingediend_bij == wereld.aanbieder


def test_what_waits_is_on_vandaag_and_a_late_answer_says_so(wereld, tmp_path):
    arrive(tmp_path, vot())
    [regel] = read_verzoeken(by=wereld.by)
    adres = f"/verzoeken/{regel.id}/"
    [line] = [een for een in today_of(wereld.by).vraagt if een.adres == adres]
    assert (line.wie, "te laat" in line.wat) == ("Sem van Dekker", False)
    with time_machine.travel(nu() + timedelta(days=30)):
        [line] = [een for een in today_of(wereld.by).vraagt if een.adres == adres]
    assert line.wat.endswith("(te laat)")
    reject_verzoek(by=wereld.by, verzoek_id=regel.id, reden="3")
    assert not [een for een in today_of(wereld.by).vraagt if een.adres == adres]


def test_answers_of_years_do_not_crowd_out_what_waits(wereld, tmp_path, monkeypatch):
    arrive(tmp_path, vot())
    reject_verzoek(by=wereld.by, verzoek_id=read_verzoeken(by=wereld.by)[0].id, reden="3")
    arrive(tmp_path, vot("V2", "A2"))
    monkeypatch.setattr(verzoeken, "MEEST", 1)
    assert [een.referentie for een in read_verzoeken(by=wereld.by)] == ["A2"]


def test_a_crash_between_road_and_request_opens_no_second_road(wereld, tmp_path, monkeypatch):
    with monkeypatch.context() as patch:

        def stop(**kwargs) -> None:
            raise RuntimeError("stroom weg")

        patch.setattr("koers.exchange.berichten.verzoeken.note_weg", stop)
        with pytest.raises(RuntimeError):
            arrive(tmp_path, vot())
    process(by=DOOR)
    process(by=DOOR)
    assert Verwijsverzoek.objects.count() == 1
    assert read_verzoeken(by=wereld.by)[0].verwijsverzoek_id is not None


def test_an_unknown_child_waits_to_be_linked(wereld, tmp_path):
    arrive(tmp_path, vot(anders={"Client/Bsn": "999900018"}))
    [regel] = read_verzoeken(by=wereld.by)
    assert (regel.kind, regel.bekend) == ("", False)
    assert Verwijsverzoek.objects.get().achternaam == "Dekker"


def test_without_a_referral_no_road_is_opened(wereld, tmp_path):
    verwijzer = {"Type": "01"}
    arrive(tmp_path, vot(anders={f"{AANGEVRAAGD}[1]/Verwijzer": verwijzer}))
    assert Verwijsverzoek.objects.count() == 0
    assert read_verzoeken(by=wereld.by)[0].verwijzer == "01"


def test_granting_names_the_reference_in_the_toewijzing(wereld, tmp_path):
    arrive(tmp_path, vot())
    [regel] = read_verzoeken(by=wereld.by)
    wereld.give(van=1, hoe=Invulling(2, "2", verzoek_id=regel.id))
    [bericht] = out(tmp_path, "JW301")
    assert bericht["Client"]["ToegewezenProducten"]["ToegewezenProduct"][0]["ReferentieAanbieder"] == "A1"
    assert read_verzoeken(by=wereld.by) == ()
    assert read_verzoek(by=wereld.by, verzoek_id=regel.id).toestand == "toegewezen"
    with pytest.raises(Refused, match="overgang_mag_niet"):
        reject_verzoek(by=wereld.by, verzoek_id=regel.id, reden="3")


def test_help_without_a_request_names_no_reference(wereld, tmp_path):
    arrive(tmp_path, vot())
    wereld.give(van=1)
    [bericht] = out(tmp_path, "JW301")
    assert "ReferentieAanbieder" not in str(bericht)


def test_looked_into_and_then_rejected_is_two_answers(wereld, tmp_path):
    arrive(tmp_path, vot())
    [regel] = read_verzoeken(by=wereld.by)
    research_verzoek(by=wereld.by, verzoek_id=regel.id)
    with pytest.raises(Refused, match="overgang_mag_niet"):
        research_verzoek(by=wereld.by, verzoek_id=regel.id)
    reject_verzoek(by=wereld.by, verzoek_id=regel.id, reden="8", andere_gemeente="0106")
    assert [een["Antwoord"] for een in out(tmp_path, "JW319")] == [
        {"ReferentieAanbieder": "A1", "VerzoekAntwoord": "2"},
        {
            "ReferentieAanbieder": "A1",
            "VerzoekAntwoord": "1",
            "RedenAfwijzingVerzoek": "8",
            "Woonplaatsbeginsel": {"Gemeente": "0106"},
        },
    ]
    assert read_verzoeken(by=wereld.by) == ()


def test_the_answer_is_accepted_by_the_provider(wereld, tmp_path):
    arrive(tmp_path, vot())
    research_verzoek(by=wereld.by, verzoek_id=read_verzoeken(by=wereld.by)[0].id)
    out(tmp_path, "JW319")
    [pad] = tmp_path.glob("JW319_*.xml")
    uitkomst = control(pad.read_bytes(), surroundings(vandaag()))
    arrive(tmp_path, build(answer(uitkomst, identificatie="R320", dagtekening=vandaag())))
    assert Bericht.objects.get(soort="JW319").stand == "aanvaard"
    assert Bericht.objects.get(soort="JW320").stand == "verwerkt"


@pytest.mark.parametrize(
    ("reden", "gemeente", "code"),
    [
        ("", "", "reden_afwijzing_ontbreekt"),
        ("8", "", "gemeente_ontbreekt"),
        ("3", "0106", "gemeente_hoort_er_niet_bij"),
        ("7", "", "afwijzen_na_verwijzing"),
    ],
)
def test_a_rejection_has_a_reason_that_the_gemeente_may_have(wereld, tmp_path, reden, gemeente, code):
    arrive(tmp_path, vot())
    [regel] = read_verzoeken(by=wereld.by)
    with pytest.raises(Refused, match=code):
        reject_verzoek(by=wereld.by, verzoek_id=regel.id, reden=reden, andere_gemeente=gemeente)
    assert not Bericht.objects.filter(soort="JW319").exists()


def test_a_used_reference_is_rejected(wereld, tmp_path):
    arrive(tmp_path, vot())
    reject_verzoek(by=wereld.by, verzoek_id=read_verzoeken(by=wereld.by)[0].id, reden="3")
    arrive(tmp_path, vot("V2"))
    assert "9347" in str(out(tmp_path, "JW316"))
    assert Verzoek.objects.count() == 1


def test_a_second_request_while_one_is_open_is_rejected(wereld, tmp_path):
    arrive(tmp_path, vot())
    arrive(tmp_path, vot("V2", "A2"))
    assert "9374" in str(out(tmp_path, "JW316"))
    assert Verzoek.objects.count() == 1
    reject_verzoek(by=wereld.by, verzoek_id=read_verzoeken(by=wereld.by)[0].id, reden="3")
    arrive(tmp_path, vot("V3", "A3"))
    assert Verzoek.objects.count() == 2


def test_the_same_message_again_is_no_second_request(wereld, tmp_path):
    arrive(tmp_path, vot())
    arrive(tmp_path, vot())
    assert (Verzoek.objects.count(), Verwijsverzoek.objects.count()) == (1, 1)


def test_two_products_are_two_requests_and_the_wrong_one_alone_is_rejected(wereld, tmp_path):
    tweede = {
        "ReferentieAanbieder": "A2",
        "Product": {"Categorie": "45", "Code": "44A09"},
        "ToewijzingIngangsdatum": vandaag() + DAG,
        "ToewijzingEinddatum": vandaag() + 100 * DAG,
        "Omvang": {"Volume": 2, "Eenheid": "04", "Frequentie": "2"},
        "Verwijzer": {"Type": "02", "ZorgverlenerCode": "01234567"},
    }
    arrive(tmp_path, vot(anders={f"{AANGEVRAAGD}[2]": tweede}))
    assert [een.referentie for een in read_verzoeken(by=wereld.by)] == ["A1"]
    assert codes(tmp_path, "JW316") == ["S329"]


def test_a_change_is_asked_and_granted(wereld, tmp_path):
    toewijzing = wereld.give(van=-30)
    arrive(tmp_path, vow(1))
    [regel] = read_verzoeken(by=wereld.by)
    assert (regel.soort, regel.toewijzingen) == ("wijziging", ((1, toewijzing),))
    change_toewijzing(
        by=wereld.by,
        toewijzing_id=toewijzing,
        reden="12",
        tot_datum=vandaag() + 201 * DAG,
        verzoek_id=regel.id,
    )
    bericht = out(tmp_path, "JW301")[-1]
    [product] = bericht["Client"]["ToegewezenProducten"]["ToegewezenProduct"]
    assert (product["ReferentieAanbieder"], product["RedenWijziging"]) == ("B1", "12")
    assert product["Einddatum"] == vandaag() + 200 * DAG
    assert read_verzoeken(by=wereld.by) == ()


def test_the_form_begins_with_what_was_asked(client, wereld, tmp_path):
    toewijzing = wereld.give(van=-30)
    arrive(tmp_path, vow(1, anders={f"{WIJZIGT}/Omvang/Volume": 5}))
    [regel] = read_verzoeken(by=wereld.by)
    sign_in(client, Medewerker.objects.get(pk=wereld.by.id))
    pagina = client.get(f"/toewijzingen/{toewijzing}/wijzigen/?verzoek={regel.id}")
    begin = pagina.context["formulier"].initial
    assert (begin["reden"], begin["einddatum"]) == ("12", vandaag() + 200 * DAG)
    # Five hours a week instead of two: another toewijzing, as it was asked.
    weg = f"/casussen/{wereld.casus}/toewijzing/?na={toewijzing}&verzoek={regel.id}"
    assert weg in pagina.content.decode().replace("&amp;", "&")
    nieuw = client.get(weg).context["formulier"].initial
    assert (nieuw["volume"], nieuw["frequentie"], nieuw["variant"]) == (5, "2", "specifiek")
    assert nieuw["contractproduct"] == wereld.producten[0].pk


@pytest.mark.parametrize(
    ("anders", "code"),
    [
        ({"Client/Bsn": "999900018"}, "8187"),
        ({"Client/Verzoek/TeWijzigenProducten/TeWijzigenProduct[1]/ToewijzingNummer": 77}, "9351"),
        (
            {"Client/Verzoek/OngewijzigdeProducten": {"OngewijzigdProduct": [{"ToewijzingNummer": 77}]}},
            "9350",
        ),
        (
            {"Client/Verzoek/TeWijzigenProducten/TeWijzigenProduct[1]/GewensteIngangsdatum": vandaag()},
            "9357",
        ),
        ({"Client/Verzoek/TeWijzigenProducten/TeWijzigenProduct[1]/Omvang": WEG}, "9411"),
    ],
)
def test_a_change_that_the_register_does_not_know_is_rejected(wereld, tmp_path, anders, code):
    wereld.give(van=-30)
    arrive(tmp_path, vow(1, anders=anders))
    assert code in codes(tmp_path, "JW318")
    assert read_verzoeken(by=wereld.by) == ()


def test_a_change_names_all_that_runs(wereld, tmp_path):
    wereld.give(0, van=-30)
    wereld.give(1)
    arrive(tmp_path, vow(1))
    assert codes(tmp_path, "JW318") == ["9349"]


def test_a_request_of_another_provider_or_child_is_not_granted_by_this_help(wereld, tmp_path):
    arrive(tmp_path, vot(anders={"Client/Bsn": "999900018"}))
    [regel] = read_verzoeken(by=wereld.by)
    with pytest.raises(Refused, match="verzoek_ander_kind"):
        wereld.give(hoe=Invulling(2, "2", verzoek_id=regel.id))


def test_who_may_see_and_answer(wereld, tmp_path):
    arrive(tmp_path, vot())
    collega = make_actor(Rol.JEUGDCONSULENT)
    [regel] = read_verzoeken(by=collega)
    assert (regel.kind, regel.casussen) == ("", ())  # not of the own families: no name
    assert read_verzoeken(by=make_actor(Rol.JEUGDCONSULENT, ASSEN)) == ()
    with pytest.raises(Refused, match="geen_recht"):
        read_verzoeken(by=make_actor(Rol.AANBIEDER))
    with pytest.raises(Refused, match="niet_gevonden"):
        reject_verzoek(by=make_actor(Rol.JEUGDCONSULENT, ASSEN), verzoek_id=regel.id, reden="3")
    with pytest.raises(Refused, match="niet_gevonden"):
        assign_toewijzing(
            by=make_actor(Rol.JEUGDCONSULENT, ASSEN),
            casus_id=wereld.casus,
            contractproduct_id=wereld.producten[0].pk,
            ingangsdatum=vandaag(),
            invulling=PER_WEEK,
        )


# --- every move of the table, allowed and not, for every role --------------------------------------------


class TestVerzoek(ElkeOvergang):
    """Each request is of a child of its own: a provider has one open at a time for the same help."""

    machine = VERZOEK
    vastgelegd = True
    wie = {
        **dict.fromkeys(("research_verzoek", "reject_verzoek", "change_toewijzing"), TOEGANG),
        "assign_toewijzing": TOEGANG,
    }
    vreemd = ASSEN

    @pytest.fixture(autouse=True)
    def _map(self, tmp_path):
        self.map_ = tmp_path

    def maak(self):
        self.by, self.nummer = make_actor(Rol.JEUGDCONSULENT), 0

    def zetten(self):
        return {
            ("research_verzoek", ""): lambda who, z: research_verzoek(by=who, verzoek_id=z.verzoek),
            ("reject_verzoek", ""): lambda who, z: reject_verzoek(by=who, verzoek_id=z.verzoek, reden="3"),
            ("assign_toewijzing", ""): self._assign,
            ("change_toewijzing", ""): lambda who, z: change_toewijzing(
                by=who,
                toewijzing_id=z.loopt,
                reden="12",
                tot_datum=vandaag() + 201 * DAG,
                verzoek_id=z.verzoek,
            ),
        }

    def _assign(self, who, z):
        z.gegeven += 1  # a next product, after the one before
        return assign_toewijzing(
            by=who,
            casus_id=z.wereld.casus,
            contractproduct_id=z.wereld.producten[0].pk,
            ingangsdatum=vandaag() + 100 * z.gegeven * DAG,
            tot_datum=vandaag() + 100 * (z.gegeven + 1) * DAG,
            invulling=Invulling(2, "2", verzoek_id=z.verzoek),
        )

    def reach(self, toestand):
        self.nummer += 1
        bsn = next(b for b in map(str, range(999900000 + 100 * self.nummer, 999999999)) if is_bsn(b))
        wereld = Wereld(bsn=bsn, achternaam=f"Dekker{self.nummer}")
        z = SimpleNamespace(wereld=wereld, loopt=wereld.give(1, van=-30), gegeven=0)
        naam = f"T{self.nummer}"
        arrive(self.map_, vot(naam, naam, {"Client/Bsn": bsn}))
        z.verzoek = Verzoek.objects.get(referentie=naam).pk
        road = {"in_onderzoek": "research_verzoek", "afgewezen": "reject_verzoek"}
        if toestand == "toegewezen":
            self._assign(wereld.by, z)
        elif toestand in road:
            self.zetten()[road[toestand], ""](wereld.by, z)
        return z

    def state(self, z):
        return read_verzoek(by=z.wereld.by, verzoek_id=z.verzoek).toestand

    def doener(self, z, handeling):
        return z.wereld.by
