"""What is handed to CBS and the NZa, from the register to the file: whose data, and what the log says."""

import csv
import io
from datetime import date, timedelta
from uuid import UUID, uuid4

import pytest
from django.db import transaction
from django.urls import reverse

from koers.actions.kern.gezinnen import register_gezin
from koers.actions.toegang.licht import register_lichte_hulp, register_lichte_stap
from koers.actions.zorg.beleidsinformatie import (
    answer_crisisvraag,
    export_beleidsinformatie,
    read_beleidsinformatie,
    read_crisisvragen,
)
from koers.actions.zorg.contractlijst import read_contractlijst, register_kvk
from koers.actions.zorg.gebeurtenissen import export_gebeurtenissen
from koers.actions.zorg.toewijzen import register_start
from koers.domain.actor import systeemactor
from koers.domain.lichte_hulp import LichteStap
from koers.domain.personen import NieuwAdres, NieuwPersoon
from koers.domain.rollen import Rol
from koers.domain.uitlevering.perioden import Verslagperiode
from koers.domain.weigering import Refused
from koers.exchange.uitlevering.bestanden import write_delivery
from koers.registers.kern.models import Gezinslid, LogBetrokkene, LogRegel, Organisatie
from koers.registers.kern.verbinding import acting
from koers.registers.klok import nu, vandaag
from koers.registers.toegang.models import LichteHulp
from tests.contractwereld import typed
from tests.wereld import (
    ASSEN,
    MIDDEN_DRENTHE,
    actor_of,
    give_help,
    make_actor,
    make_familie,
    make_medewerker,
    make_organisatie,
    make_product,
    sign_in,
)

pytestmark = pytest.mark.django_db
BSN = "999990007"


def this_half() -> Verslagperiode:
    return Verslagperiode(vandaag().year, 1 if vandaag().month <= 6 else 2)


def helped(by, *, geheim: str = "nee", bsn: str = BSN, crisis: bool | None = False) -> UUID:
    """The id of light help of the team to a child, begun today."""
    kind = NieuwPersoon(
        achternaam="Uitlever",
        roepnaam="Kanarie",
        geboortedatum=date(2014, 2, 28),
        geslacht="V",
        bsn=bsn,
        bsn_status="bekend" if bsn else "nog_niet_bekend",
    )
    adres = NieuwAdres(
        straatnaam="Dorpsstraat", huisnummer=1, postcode="9411AB", plaatsnaam="Beilen", geheim=geheim
    )
    gezin = register_gezin(by=by, jeugdige=kind, adres=adres, toch=True, formulier=uuid4())
    child = Gezinslid.objects.get(gezin=gezin).persoon_id
    hulp = register_lichte_hulp(by=by, jeugdige_id=child, datum=vandaag())
    register_lichte_stap(by=by, lichte_hulp_id=hulp, stap=LichteStap("start", vandaag()))
    if crisis is not None:
        answer_crisisvraag(by=by, lichte_hulp_id=hulp, met_crisis=crisis)
    return hulp


@pytest.fixture
def consulent():
    return make_actor(Rol.JEUGDCONSULENT)


@pytest.fixture
def beheerder():
    return make_actor(Rol.FUNCTIONEEL_BEHEERDER)


class TestBeleidsinformatie:
    def test_from_a_first_talk_to_a_row(self, consulent, beheerder):
        helped(consulent, crisis=True)
        rij = export_beleidsinformatie(by=beheerder, gemeente=MIDDEN_DRENTHE, periode=this_half()).rijen[0]
        assert rij == {
            "burgerservicenummer": BSN,
            "geboortedatum": "20140228",
            "geslacht": "V",
            "postcode_of_gemeente": "9411AB",
            "verwijzer": "06",
            "hulpvorm": "01",
            "gestart_met_crisis": "01",
            "datum_aanvang": f"{vandaag():%Y%m%d}",
            "datum_einde": "",
            "reden_beeindiging": "",
        }

    @pytest.mark.parametrize("geheim", ["ja", "onbekend"])
    def test_a_secret_address_stays_secret(self, consulent, beheerder, geheim):
        helped(consulent, geheim=geheim)
        rij = export_beleidsinformatie(by=beheerder, gemeente=MIDDEN_DRENTHE, periode=this_half()).rijen[0]
        assert rij["postcode_of_gemeente"] == "1731"

    def test_the_log_names_every_child_in_the_file(self, consulent, beheerder):
        hulp = LichteHulp.objects.get(pk=helped(consulent))
        export_beleidsinformatie(by=beheerder, gemeente=MIDDEN_DRENTHE, periode=this_half())
        regel = LogRegel.objects.get(handeling="export_beleidsinformatie")
        assert regel.doel == "beleid_en_verantwoording"
        assert regel.onderwerp_id == f"beleidsinformatie {MIDDEN_DRENTHE} {this_half()}"
        assert regel.bijzonderheden == {"rijen": 1, "fout": 0}
        seen = LogBetrokkene.objects.filter(regel=regel)
        assert list(seen.values_list("persoon_id", "gemeente_id", "wijze")) == [
            (hulp.jeugdige_id, MIDDEN_DRENTHE, "gezien")
        ]

    def test_without_an_answer_it_stays_out_until_somebody_gives_one(self, consulent, beheerder):
        hulp = helped(consulent, crisis=None)
        vraag = {"by": beheerder, "gemeente": MIDDEN_DRENTHE, "periode": this_half()}
        found = read_beleidsinformatie(**vraag)
        assert (found.rijen, [een.code for een in found.controle.vindingen]) == ((), ["bi_crisis_ontbreekt"])
        assert found.controle.vindingen[0].wie == f"{str(hulp)[:8]}, {consulent.naam}"
        assert [een.id for een in read_crisisvragen(by=consulent)] == [hulp]
        answer_crisisvraag(by=consulent, lichte_hulp_id=hulp, met_crisis=False)
        answer_crisisvraag(by=consulent, lichte_hulp_id=hulp, met_crisis=True)
        assert read_beleidsinformatie(**vraag).rijen[0]["gestart_met_crisis"] == "01"
        assert read_crisisvragen(by=consulent) == ()

    def test_an_answer_goes_on_when_the_help_is_corrected(self, consulent, beheerder):
        old = LichteHulp.objects.get(pk=helped(consulent))
        with transaction.atomic(), acting(uuid4(), frozenset({MIDDEN_DRENTHE})):
            new = LichteHulp.objects.create(
                jeugdige=old.jeugdige,
                soort=old.soort,
                gemeente_id=MIDDEN_DRENTHE,
                datum=old.datum,
                vastgelegd_at=nu(),
                vastgelegd_door="x",
                vervangt=old,
            )
        register_lichte_stap(by=consulent, lichte_hulp_id=new.pk, stap=LichteStap("start", vandaag()))
        bestand = read_beleidsinformatie(by=beheerder, gemeente=MIDDEN_DRENTHE, periode=this_half())
        assert [rij["gestart_met_crisis"] for rij in bestand.rijen] == ["02"]

    def test_help_of_a_practice_is_counted_and_not_delivered(self, consulent, beheerder):
        helped(consulent)
        old = LichteHulp.objects.get()
        with transaction.atomic(), acting(uuid4(), frozenset({MIDDEN_DRENTHE})):
            LichteHulp.objects.create(
                jeugdige=old.jeugdige,
                soort="poh_jeugd",
                praktijk=make_organisatie(MIDDEN_DRENTHE, "huisartspraktijk"),
                gemeente_id=MIDDEN_DRENTHE,
                datum=old.datum,
                vastgelegd_at=nu(),
                vastgelegd_door="x",
            )
        bestand = read_beleidsinformatie(by=beheerder, gemeente=MIDDEN_DRENTHE, periode=this_half())
        assert (len(bestand.rijen), bestand.controle.buiten) == (1, {"poh": 1})

    def test_another_municipality_is_not_there(self, consulent):
        helped(consulent)
        elders = make_actor(Rol.FUNCTIONEEL_BEHEERDER, ASSEN)
        with pytest.raises(Refused, match="niet_gevonden"):
            export_beleidsinformatie(by=elders, gemeente=MIDDEN_DRENTHE, periode=this_half())
        assert export_beleidsinformatie(by=elders, gemeente=ASSEN, periode=this_half()).rijen == ()

    @pytest.mark.parametrize(
        "rol", [Rol.CONTROLLER, Rol.REGIOMANAGER, Rol.CONTRACTMANAGER, Rol.JEUGDCONSULENT]
    )
    def test_who_steers_or_carries_casework_hands_over_no_persons(self, rol):
        for do in (read_beleidsinformatie, export_beleidsinformatie):
            with pytest.raises(Refused, match="geen_recht"):
                do(by=make_actor(rol), gemeente=MIDDEN_DRENTHE, periode=this_half())

    def test_a_question_about_a_child_of_another_is_not_there(self, consulent):
        hulp = helped(consulent, crisis=None)
        ander = make_actor(Rol.JEUGDCONSULENT)
        assert read_crisisvragen(by=ander) == ()
        with pytest.raises(Refused, match="niet_gevonden"):
            answer_crisisvraag(by=ander, lichte_hulp_id=hulp, met_crisis=True)

    def test_the_page_has_no_bsn_and_no_name_and_the_file_has_the_bsn(self, consulent, client):
        helped(consulent)
        helped(consulent, bsn="", crisis=None)
        sign_in(client, make_medewerker(Rol.FUNCTIONEEL_BEHEERDER))
        ask = {"gemeente": MIDDEN_DRENTHE, "periode": str(this_half())}
        page = client.get(reverse("uitlevering-beleidsinformatie"), ask).content.decode()
        assert "Van de 2 rijen staan er 1 in het bestand. Nog te herstellen: 1." in page
        assert "Niemand schreef op of de hulp begon met een crisis." in page
        assert "Kanarie" not in page
        assert BSN not in page
        file = client.get(reverse("uitlevering-beleidsinformatie-bestand", args=["csv"]), ask)
        rijen = list(csv.DictReader(io.StringIO(file.content.decode("utf-8-sig")), delimiter=";"))
        assert [rij["burgerservicenummer"] for rij in rijen] == [BSN]
        assert file["Cache-Control"] == "no-store"
        report = client.get(reverse("uitlevering-beleidsinformatie-bestand", args=["controle"]), ask)
        assert "bi_" not in report.content.decode()
        assert "gestart met crisis" in report.content.decode()
        assert BSN not in report.content.decode()
        for wrong in ({"periode": "2026-9"}, {"gemeente": ASSEN}):
            assert client.get(reverse("uitlevering-beleidsinformatie"), ask | wrong).status_code == 404
        assert (
            client.get(reverse("uitlevering-beleidsinformatie-bestand", args=["exe"]), ask).status_code == 404
        )

    def test_an_answer_in_the_browser_is_one_click(self, client):
        medewerker = make_medewerker(Rol.JEUGDCONSULENT)
        hulp = helped(actor_of(medewerker), crisis=None)
        sign_in(client, medewerker)
        page = reverse("uitlevering-crisis")
        shown = client.get(page)
        assert "Kanarie Uitlever" in shown.content.decode()
        ((_, form),) = shown.context["vragen"]
        sent = {"formulier_id": form["formulier_id"].value(), "hulp": str(hulp)}
        assert client.post(page, sent).status_code == 422  # neither yes nor no
        assert client.post(page, sent | {"met_crisis": "ja"}).status_code == 302
        assert "Er is niets te beantwoorden." in client.get(page).content.decode()


class TestContractlijst:
    def test_a_number_makes_the_row_whole(self):
        manager = make_actor(Rol.CONTRACTMANAGER)
        typed(manager)
        lijst = read_contractlijst(by=manager, jaar=2026)
        assert (lijst.rijen, [een.code for een in lijst.controle.vindingen]) == ((), ["cl_kvk_ontbreekt"])
        ((id_, naam),) = lijst.zonder_kvk
        assert naam == "Getypt Jeugdhulp"
        register_kvk(by=manager, aanbieder_id=UUID(id_), kvk="1234 5678")
        assert read_contractlijst(by=manager, jaar=2026).rijen == (
            {
                "naam": "Getypt Jeugdhulp",
                "kvk_nummer": "12345678",
                "soort": "aanbieder",
                "grond": "contract",
                "vorm": "02",
                "vorm_naam": "Ambulant bij de aanbieder",
            },
        )
        assert read_contractlijst(by=manager, jaar=2025).rijen == ()

    def test_one_number_is_of_one_provider_and_of_a_region_of_ones_own(self):
        manager = make_actor(Rol.CONTRACTMANAGER)
        typed(manager)
        getypt = Organisatie.objects.get(naam="Getypt Jeugdhulp")
        ander = make_organisatie(ASSEN, "aanbieder")
        ander.kvk = "12345678"
        ander.save()
        with pytest.raises(Refused, match="kvk_van_ander"):
            register_kvk(by=manager, aanbieder_id=getypt.pk, kvk="12345678")
        with pytest.raises(Refused, match="niet_gevonden"):
            register_kvk(by=manager, aanbieder_id=ander.pk, kvk="87654321")
        with pytest.raises(Refused, match="niet_gevonden"):
            register_kvk(by=make_actor(Rol.CONTRACTMANAGER, "GM0114"), aanbieder_id=getypt.pk, kvk="87654321")

    def test_the_page_and_its_files(self, client):
        manager = make_medewerker(Rol.CONTRACTMANAGER)
        typed(actor_of(manager))
        sign_in(client, manager)
        page = client.get(reverse("uitlevering-contractlijst"), {"jaar": "2026"}).content.decode()
        getypt = Organisatie.objects.get(naam="Getypt Jeugdhulp")
        form_page = reverse("uitlevering-kvk", args=[getypt.pk])
        assert form_page in page
        form = client.get(form_page).context["formulier"]
        sent = {"formulier_id": form["formulier_id"].value(), "kvk": "123"}
        wrong = client.post(form_page, sent)
        assert (wrong.status_code, 'value="123"' in wrong.content.decode()) == (422, True)
        client.post(form_page, sent | {"kvk": "12345678"})
        page = client.get(reverse("uitlevering-contractlijst"), {"jaar": "2026"}).content.decode()
        assert "Alle 1 rijen zijn goed" in page
        for vorm in ("csv", "xlsx", "controle"):
            answer = client.get(reverse("uitlevering-contractlijst-bestand", args=[vorm]), {"jaar": "2026"})
            assert answer.status_code == 200
        assert client.get(reverse("uitlevering-contractlijst"), {"jaar": "1999"}).status_code == 404


class TestGebeurtenissen:
    def test_given_help_is_a_row_without_a_number_and_the_log_knows_who(self, consulent, beheerder):
        aanbieder = make_organisatie(MIDDEN_DRENTHE, "aanbieder")
        aanbieder.agb = "42420001"
        aanbieder.save()
        familie = give_help(consulent, make_familie(consulent, "Gebeurtenis"), make_product(aanbieder))
        register_start(by=consulent, toewijzing_id=familie.toewijzing, datum=vandaag())
        tabel = export_gebeurtenissen(by=beheerder, gemeente=MIDDEN_DRENTHE, jaar=vandaag().year)
        (rij,) = tabel.rijen
        assert (rij["agb_code"], rij["hulpvorm"], rij["geboortejaar"]) == ("42420001", "02", 2014)
        assert rij["daadwerkelijke_aanvang"] == vandaag().isoformat()
        assert len(rij["jeugdige"]) == 32
        assert str(familie.kind) not in str(rij)
        regel = LogRegel.objects.get(handeling="export_gebeurtenissen")
        assert list(LogBetrokkene.objects.filter(regel=regel).values_list("persoon_id", flat=True)) == [
            familie.kind
        ]
        elders = make_actor(Rol.FUNCTIONEEL_BEHEERDER, ASSEN)
        assert export_gebeurtenissen(by=elders, gemeente=ASSEN, jaar=vandaag().year).rijen == ()
        with pytest.raises(Refused, match="niet_gevonden"):
            export_gebeurtenissen(by=elders, gemeente=MIDDEN_DRENTHE, jaar=vandaag().year)

    def test_without_a_key_nothing_leaves(self, beheerder, settings):
        settings.MART_SLEUTEL = ""
        with pytest.raises(Refused, match="uitlevering_sleutel"):
            export_gebeurtenissen(by=beheerder, gemeente=MIDDEN_DRENTHE, jaar=vandaag().year)


def test_the_command_line_delivers_for_every_municipality_and_writes_nothing_over(consulent, tmp_path):
    helped(consulent)
    by = systeemactor("opdrachtregel", functionaris="beheerder van dienst")
    bestand = export_beleidsinformatie(by=by, gemeente=MIDDEN_DRENTHE, periode=this_half())
    velden = tuple(bestand.rijen[0])
    paden = write_delivery(tmp_path / "uit", "proef", velden, bestand.rijen, bestand.controle)
    assert sorted(pad.name for pad in paden) == ["proef-controle.csv", "proef.csv", "proef.xlsx"]
    assert {pad.stat().st_mode & 0o777 for pad in paden} == {0o600}
    before = paden[1].read_bytes()
    with pytest.raises(Refused, match="uitlevering_bestaat"):
        write_delivery(tmp_path / "uit", "proef", velden, (), bestand.controle)
    assert paden[1].read_bytes() == before


def test_what_one_takes_away_is_told_on_the_first_page(client):
    manager = make_medewerker(Rol.CONTRACTMANAGER)
    sign_in(client, manager)
    assert "nog nooit" in client.get(reverse("uitleveringen")).content.decode()
    client.get(reverse("uitlevering-contractlijst-bestand", args=["csv"]))
    page = client.get(reverse("uitleveringen")).content.decode()
    assert "nog nooit" not in page
    assert "Beleidsinformatie" not in page  # not of this role


def test_help_that_ended_before_a_talk_is_no_help(consulent, beheerder):
    hulp = helped(consulent)
    jeugdige = LichteHulp.objects.get(pk=hulp).jeugdige_id
    other = register_lichte_hulp(by=consulent, jeugdige_id=jeugdige, datum=vandaag() - timedelta(days=1))
    stop = LichteStap("gestopt_door_gezin", vandaag())
    register_lichte_stap(by=consulent, lichte_hulp_id=other, stap=stop)
    bestand = read_beleidsinformatie(by=beheerder, gemeente=MIDDEN_DRENTHE, periode=this_half())
    assert (len(bestand.rijen), bestand.controle.buiten) == (1, {"niet_begonnen": 1})
