"""Accounts: a beheerder of one municipality gives nobody anything in another, and nothing to themselves."""

from dataclasses import replace
from uuid import uuid4

import pytest

from koers.actions.kern.medewerkers import (
    NieuweAanstelling,
    add_aanstelling,
    close_medewerker,
    end_aanstelling,
    read_medewerker,
    read_medewerkers,
    register_medewerker,
    renew_wachtwoord,
)
from koers.domain.rollen import Rol
from koers.domain.weigering import Refused
from koers.registers.kern.models import Aanstelling, LogRegel, Medewerker
from tests.wereld import ASSEN, MIDDEN_DRENTHE, actor_of, make_medewerker, make_organisatie, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def beheerder():
    return make_medewerker(Rol.FUNCTIONEEL_BEHEERDER, naam="Beheerder MD")


@pytest.fixture
def by(beheerder):
    return actor_of(beheerder)


@pytest.fixture
def elders():
    return make_medewerker(Rol.JEUGDCONSULENT, ASSEN, naam="Iemand in Assen")


def role(gemeente=MIDDEN_DRENTHE, rol="jeugdconsulent", where=None):
    return NieuweAanstelling(rol, make_organisatie(where or gemeente).pk, frozenset({gemeente}))


def code_of(do, **kwargs):
    with pytest.raises(Refused) as refused:
        do(**kwargs)
    return refused.value.code


def test_an_account_gets_a_start_password_that_is_kept_nowhere(by):
    pk, wachtwoord = register_medewerker(
        by=by, gebruikersnaam="A.Nieuw", naam="Anna Nieuw", aanstelling=role()
    )
    account = Medewerker.objects.get(pk=pk)
    assert account.gebruikersnaam == "a.nieuw"
    assert account.check_password(wachtwoord)
    assert account.startwachtwoord
    assert len(wachtwoord) >= 20
    assert wachtwoord not in str(list(LogRegel.objects.values()))


def test_a_name_is_taken_once_whatever_its_capitals(by):
    register_medewerker(by=by, gebruikersnaam="a.nieuw", naam="Anna", aanstelling=role())
    assert (
        code_of(register_medewerker, by=by, gebruikersnaam="A.NIEUW", naam="Ander", aanstelling=role())
        == "gebruikersnaam_bezet"
    )


@pytest.mark.parametrize(
    ("aanstelling", "code"),
    [
        (lambda: role(ASSEN), "organisatie_niet_van_u"),
        (lambda: role(ASSEN, where=MIDDEN_DRENTHE), "gemeente_niet_van_u"),
        (
            lambda: NieuweAanstelling("jeugdconsulent", make_organisatie(MIDDEN_DRENTHE).pk, frozenset()),
            "gemeente_niet_van_u",
        ),
        (lambda: role(rol="superbaas"), "rol_niet_van_u"),
    ],
)
def test_a_role_elsewhere_cannot_be_given(by, aanstelling, code):
    given = aanstelling()
    assert code_of(register_medewerker, by=by, gebruikersnaam="x", naam="X", aanstelling=given) == code
    colleague = make_medewerker(Rol.CONTROLLER)
    assert code_of(add_aanstelling, by=by, medewerker_id=colleague.pk, aanstelling=given) == code
    assert not Medewerker.objects.filter(gebruikersnaam="x").exists()


def test_accounts_elsewhere_are_not_there(by, elders):
    assert elders.naam not in [m.naam for m in read_medewerkers(by=by)]
    held = elders.aanstellingen.get()
    assert code_of(read_medewerker, by=by, medewerker_id=elders.pk) == "niet_gevonden"
    assert code_of(add_aanstelling, by=by, medewerker_id=elders.pk, aanstelling=role()) == "niet_gevonden"
    assert code_of(close_medewerker, by=by, medewerker_id=elders.pk, versie=1) == "niet_gevonden"
    assert code_of(renew_wachtwoord, by=by, medewerker_id=elders.pk, versie=1) == "niet_gevonden"
    assert code_of(end_aanstelling, by=by, medewerker_id=elders.pk, aanstelling_id=held.pk) == "niet_gevonden"


def test_nobody_changes_their_own_rights(by, beheerder):
    held = beheerder.aanstellingen.get()
    make_me = role(rol="privacy_officer")
    assert code_of(add_aanstelling, by=by, medewerker_id=beheerder.pk, aanstelling=make_me) == "eigen_account"
    assert (
        code_of(end_aanstelling, by=by, medewerker_id=beheerder.pk, aanstelling_id=held.pk) == "eigen_account"
    )
    assert code_of(close_medewerker, by=by, medewerker_id=beheerder.pk, versie=1) == "eigen_account"


def test_a_role_that_ended_opens_nothing_from_that_moment(client, by):
    colleague = make_medewerker(Rol.CONTROLLER)
    sign_in(client, colleague)
    assert client.get("/aanleveringen/").status_code == 200
    held = colleague.aanstellingen.get()
    end_aanstelling(by=by, medewerker_id=colleague.pk, aanstelling_id=held.pk)
    assert client.get("/aanleveringen/").status_code == 404
    assert (
        code_of(end_aanstelling, by=by, medewerker_id=colleague.pk, aanstelling_id=held.pk)
        == "aanstelling_al_beeindigd"
    )


def test_two_beheerders_at_once_the_second_sees_that_somebody_was_first(by):
    colleague = make_medewerker(Rol.CONTROLLER)
    renew_wachtwoord(by=by, medewerker_id=colleague.pk, versie=1)
    assert code_of(close_medewerker, by=by, medewerker_id=colleague.pk, versie=1) == "al_gewijzigd"
    close_medewerker(by=by, medewerker_id=colleague.pk, versie=2)


def test_the_whole_way_in_the_browser(client, beheerder):
    sign_in(client, beheerder)
    organisatie = str(make_organisatie(MIDDEN_DRENTHE).pk)
    form = {
        "naam": "Bo de Jong",
        "gebruikersnaam": "b.dejong",
        "rol": "controller",
        "organisatie": organisatie,
        "gemeenten": [MIDDEN_DRENTHE],
        "formulier_id": str(uuid4()),
    }
    page = client.post("/medewerkers/nieuw/", form)
    assert "Startwachtwoord, alleen nu te zien:" in page.content.decode()
    bo = Medewerker.objects.get(gebruikersnaam="b.dejong")
    again = client.post("/medewerkers/nieuw/", form)
    assert again.headers["Location"] == f"/medewerkers/{bo.pk}/"
    assert Medewerker.objects.filter(naam="Bo de Jong").count() == 1
    held = Aanstelling.objects.get(medewerker=bo)
    client.post(f"/medewerkers/{bo.pk}/rol/{held.pk}/einde/")
    assert "beëindigd" in client.get(f"/medewerkers/{bo.pk}/").content.decode()
    client.post(f"/medewerkers/{bo.pk}/sluiten/", {"versie": "1"})
    bo.refresh_from_db()
    assert not bo.is_active


def test_a_crafted_form_gives_no_role_elsewhere(client, beheerder):
    sign_in(client, beheerder)
    form = {
        "naam": "X",
        "gebruikersnaam": "x",
        "rol": "controller",
        "organisatie": str(make_organisatie(ASSEN).pk),
        "gemeenten": [ASSEN],
        "formulier_id": str(uuid4()),
    }
    assert client.post("/medewerkers/nieuw/", form).status_code == 422
    assert not Medewerker.objects.filter(gebruikersnaam="x").exists()


def test_a_password_alone_makes_no_account_and_opens_none(client, beheerder, elders):
    """Who has only the password of a beheerder would else give themselves an account with another role."""
    sign_in(client, beheerder, tweede_factor=False)
    account = make_medewerker(Rol.JEUGDCONSULENT, naam="Collega")
    before = set(Medewerker.objects.values_list("pk", "password"))
    nieuw = {"gebruikersnaam": "indringer", "naam": "Indringer", "rol": "jeugdconsulent"}
    for pad in ("/medewerkers/", "/medewerkers/nieuw/", f"/medewerkers/{account.pk}/"):
        for answer in (client.get(pad), client.post(pad, nieuw | {"stap": "wachtwoord"})):
            assert (answer.status_code, answer.url) == (302, "/tweede-factor/"), pad
    assert set(Medewerker.objects.values_list("pk", "password")) == before
    bare = replace(actor_of(beheerder), tweede_factor=False)
    assert code_of(read_medewerkers, by=bare) == "tweede_factor_nodig"
    assert code_of(renew_wachtwoord, by=bare, medewerker_id=account.pk, versie=1) == "tweede_factor_nodig"
    new = {"gebruikersnaam": "indringer", "naam": "Indringer", "aanstelling": role()}
    assert code_of(register_medewerker, by=bare, **new) == "tweede_factor_nodig"
