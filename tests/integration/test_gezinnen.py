"""Families: entered once, seen by who works with them, every look in the log."""

from datetime import date
from uuid import uuid4

import pytest

from koers.actions.kern.gezin_lezen import read_gezin, read_gezinnen, reveal_adres
from koers.actions.kern.gezinnen import NieuwLid, Plaats, add_gezinslid, register_gezin
from koers.domain.personen import NieuwAdres, NieuwPersoon
from koers.domain.rollen import Rol
from koers.domain.weigering import Refused
from koers.registers.kern.models import Gezin, Gezinslid, LogRegel, Persoon
from tests.wereld import ASSEN, make_actor, make_familie, make_medewerker, sign_in

pytestmark = pytest.mark.django_db

ELIF = NieuwPersoon(achternaam="Yılmaz", roepnaam="Elif", geboortedatum=date(2012, 2, 29))
TEST_BSN = "999900006"


@pytest.fixture
def by():
    return make_actor(Rol.JEUGDCONSULENT)


def register(by, jeugdige=ELIF, **more):
    return register_gezin(by=by, jeugdige=jeugdige, formulier=uuid4(), **more)


def test_a_new_family_has_one_regisseur_and_one_log_row_about_the_child(by):
    gezin = register(by)
    picture = read_gezin(by=by, gezin_id=gezin)
    assert picture.regisseurs == (by.naam,)
    row = LogRegel.objects.get(handeling="register_gezin")
    assert (row.by_id, row.rol, row.doel, row.onderwerp_id) == (
        by.id,
        "jeugdconsulent",
        "toegang_tot_jeugdhulp",
        str(gezin),
    )
    assert [b.wijze for b in row.betrokkenen.all()] == ["gewijzigd"]


@pytest.mark.parametrize("aantal", [1, 2, 8])
def test_every_child_of_a_family_is_shown_and_logged(by, aantal):
    gezin = register(by)
    for nummer in range(1, aantal):
        kind = NieuwPersoon(
            achternaam="Yılmaz", roepnaam=f"Kind{nummer}", geboortedatum=date(2013, 1, nummer)
        )
        add_gezinslid(by=by, gezin_id=gezin, lid=NieuwLid(kind, "jeugdige"), formulier=uuid4())
    assert len(read_gezin(by=by, gezin_id=gezin).leden) == aantal
    assert LogRegel.objects.get(handeling="read_gezin").betrokkenen.count() == aantal
    assert len(read_gezinnen(by=by).gezinnen[0].jeugdigen) == aantal


def test_a_colleague_who_does_not_work_with_the_family_sees_nothing(by):
    gezin = register(by)
    other = make_actor(Rol.JEUGDCONSULENT)
    assert read_gezinnen(by=other).totaal == 0
    with pytest.raises(Refused) as refused:
        read_gezin(by=other, gezin_id=gezin)
    assert refused.value.code == "niet_gevonden"


def test_involvement_does_not_cross_the_border_of_a_municipality(by):
    from koers.registers.kern.models import Betrokkenheid

    gezin = Gezin.objects.get(pk=register(by))
    other = make_medewerker(Rol.JEUGDCONSULENT, ASSEN)
    from tests.wereld import actor_of

    assert Betrokkenheid.objects.filter(gezin=gezin).count() == 1
    with pytest.raises(Refused):
        read_gezin(by=actor_of(other), gezin_id=gezin.pk)


def test_the_same_form_twice_makes_one_family(by):
    formulier = uuid4()
    first = register_gezin(by=by, jeugdige=ELIF, formulier=formulier)
    with pytest.raises(Refused) as refused:
        register_gezin(by=by, jeugdige=ELIF, formulier=formulier)
    assert (refused.value.code, refused.value.params["sleutel"]) == ("al_verwerkt", str(first))
    assert Gezin.objects.count() == 1


def test_a_possible_double_asks_a_person_and_a_twin_gets_in(by):
    register(by)
    twin = NieuwPersoon(achternaam="Yilmaz", roepnaam="Emine", geboortedatum=date(2012, 2, 29))
    with pytest.raises(Refused) as refused:
        register(by, twin)
    assert refused.value.code == "mogelijk_dubbel"
    register(by, twin, toch=True)
    assert Persoon.objects.count() == 2


def test_a_bsn_stands_once_per_municipality_and_is_not_readable_in_the_database(by):
    with_bsn = NieuwPersoon(
        achternaam="Yılmaz", geboortedatum=date(2012, 2, 29), bsn=TEST_BSN, bsn_status="bekend"
    )
    gezin = register(by, with_bsn)
    stored = Persoon.objects.get()
    assert TEST_BSN.encode() not in bytes(stored.bsn_versleuteld)
    assert TEST_BSN not in str(stored.__dict__)
    assert read_gezin(by=by, gezin_id=gezin).leden[0].bsn == TEST_BSN
    with pytest.raises(Refused) as refused:
        register(by, with_bsn, toch=True)
    assert refused.value.code == "bsn_al_bekend"


def test_a_bsn_copied_to_another_row_does_not_open(by):
    from cryptography.exceptions import InvalidTag

    from koers.registers.kern.kluis import open_bsn, seal_bsn

    sealed = seal_bsn(TEST_BSN, uuid4())
    with pytest.raises(InvalidTag):
        open_bsn(sealed, uuid4())


def test_a_child_of_another_family_cannot_be_slipped_into_the_form(by):
    mine, theirs = make_familie(by, "Eigen"), make_familie(make_actor(Rol.JEUGDCONSULENT), "Ander")
    stepfather = NieuwPersoon(achternaam="Slinks", geboortedatum=date(1980, 1, 1))
    for lid in (
        NieuwLid(stepfather, "ouder", gezag_over=(theirs.kind,)),
        NieuwLid(stepfather, "ouder", ouder_van=(theirs.kind,)),
        NieuwLid(stepfather, "ouder", plaats=Plaats(huishouden_id=theirs.huishouden)),
    ):
        with pytest.raises(Refused) as refused:
            add_gezinslid(by=by, gezin_id=mine.gezin, lid=lid, formulier=uuid4())
        assert refused.value.code == "hoort_niet_bij_gezin"
    assert not Persoon.objects.filter(achternaam="Slinks").exists()


@pytest.mark.parametrize("geheim", ["ja", "onbekend"])
def test_a_secret_address_stays_closed_until_somebody_says_why(by, geheim):
    adres = NieuwAdres(straatnaam="Verborgenlaan", huisnummer=7, plaatsnaam="Hijken", geheim=geheim)
    gezin = register(by, adres=adres)
    picture = read_gezin(by=by, gezin_id=gezin)
    assert "Verborgenlaan" not in str(picture)
    huis = picture.huishoudens[0].id
    with pytest.raises(Refused):
        reveal_adres(by=by, gezin_id=gezin, huishouden_id=huis, reden="zomaar")
    assert not LogRegel.objects.filter(handeling="reveal_adres").exists()
    assert reveal_adres(by=by, gezin_id=gezin, huishouden_id=huis, reden="huisbezoek").startswith(
        "Verborgenlaan 7"
    )
    assert LogRegel.objects.get(handeling="reveal_adres").bijzonderheden == {"reden": "huisbezoek"}


def test_an_address_that_may_be_told_is_shown(by):
    gezin = register(
        by, adres=NieuwAdres(straatnaam="Brink", huisnummer=3, plaatsnaam="Westerbork", geheim="nee")
    )
    assert read_gezin(by=by, gezin_id=gezin).huishoudens[0].adres == "Brink 3, Westerbork"


def test_if_the_log_cannot_be_written_nothing_is_shown_and_nothing_is_kept(by, monkeypatch):
    def broken(*args, **kwargs):
        raise RuntimeError("no log")

    monkeypatch.setattr("koers.actions.handeling.insert_few", broken)
    with pytest.raises(RuntimeError):
        register(by)
    assert Persoon.objects.count() == 0
    assert LogRegel.objects.count() == 0


def test_a_list_asks_the_same_number_of_questions_whatever_its_length(by, django_assert_num_queries):
    def questions():
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        with CaptureQueriesContext(
            connection,
        ) as captured:
            read_gezinnen(by=by)
        return len(captured)

    register(by)
    one = questions()
    for nummer in range(8):
        other = NieuwPersoon(achternaam=f"Familie{nummer}", geboortedatum=date(2013, 1, 1))
        register(by, other, toch=True)
    assert questions() == one


class TestPages:
    @pytest.fixture
    def consulent(self, client):
        medewerker = make_medewerker(Rol.JEUGDCONSULENT)
        sign_in(client, medewerker)
        return client

    def test_a_family_is_entered_in_the_browser(self, consulent):
        answer = consulent.post("/gezinnen/nieuw/", {**FILLED, "formulier_id": str(uuid4())}, follow=True)
        assert answer.status_code == 200
        assert "Elif Yılmaz" in answer.content.decode()
        assert Gezinslid.objects.count() == 1

    def test_what_is_missing_is_said_beside_the_field_and_nothing_typed_is_lost(self, consulent):
        answer = consulent.post(
            "/gezinnen/nieuw/", {**FILLED, "geboortedatum": "", "formulier_id": str(uuid4())}
        )
        page = answer.content.decode()
        assert answer.status_code == 422
        assert "Vul de geboortedatum in" in page
        assert 'value="Yılmaz"' in page

    def test_a_wrong_bsn_gets_a_sentence(self, consulent):
        sent = {**FILLED, "bsn": "123456789", "bsn_status": "bekend", "formulier_id": str(uuid4())}
        assert "Dit is geen geldig BSN" in consulent.post("/gezinnen/nieuw/", sent).content.decode()

    def test_without_a_second_factor_no_person_is_shown(self, client):
        sign_in(client, make_medewerker(Rol.JEUGDCONSULENT), tweede_factor=False)
        answer = client.get("/gezinnen/")
        assert answer.status_code == 302
        assert "tweede-factor" in answer.headers["Location"]


FILLED = {
    "roepnaam": "Elif",
    "achternaam": "Yılmaz",
    "geboortedatum": "2012-02-29",
    "geslacht": "V",
    "bsn_status": "nog_niet_bekend",
    "geheim": "onbekend",
}
