"""Signing in with the account of the organisation: who is let in, as whom, and what a wrong answer does."""

import urllib.request
from urllib.parse import urlsplit

import pytest
from allauth.socialaccount.models import SocialAccount
from django.contrib.auth import SESSION_KEY
from django.core.cache import cache
from django.test import Client

from koers.domain.rollen import Rol
from koers.registers.kern.models import LogRegel, Medewerker
from tests.aanbieder_oidc import CLIENT, GEHEIM, organisatie
from tests.wereld import actor_of, make_familie, make_medewerker

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def idp():
    with organisatie() as een:
        yield een


@pytest.fixture
def org(idp, settings):
    """The organisation, with nobody at the screen yet and nothing wrong."""
    cache.clear()
    idp.wie, idp.stuk = {}, ""
    settings.OIDC_ISSUER = idp.adres
    app = {
        "provider_id": "organisatie",
        "name": "Gemeente Proef",
        "client_id": CLIENT,
        "secret": GEHEIM,
        "settings": {"server_url": idp.adres, "uid_field": "sub"},
    }
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}}
    return idp


@pytest.fixture
def consulent():
    return make_medewerker(Rol.JEUGDCONSULENT)


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *args: object) -> None:
        return None


def to_organisation(client) -> str:
    """Presses the button; the address at the organisation."""
    answer = client.post("/aanmelden/via/organisatie/")
    assert answer.status_code == 302
    return answer["Location"]


def back_from(address: str) -> str:
    """What a browser does at the organisation: follow its answer back to Koers."""
    try:
        urllib.request.build_opener(_Stay).open(address, timeout=5)
    except urllib.error.HTTPError as redirect:
        url = urlsplit(redirect.headers["Location"])
        return f"{url.path}?{url.query}"
    raise AssertionError("the organisation did not send us back")


def come_in(client, **claims):
    return client.get(back_from(to_organisation(client)))


def signed_in_as(client) -> str | None:
    return client.session.get(SESSION_KEY)


def at_screen(org, medewerker, **more) -> None:
    org.wie = {"sub": f"s-{medewerker.pk}", "preferred_username": medewerker.gebruikersnaam} | more


def test_who_has_an_account_comes_in_and_the_log_hears_it(client, org, consulent):
    at_screen(org, consulent)
    answer = come_in(client)
    assert (answer.status_code, answer["Location"]) == (302, "/vandaag/")
    assert signed_in_as(client) == str(consulent.pk)
    assert LogRegel.objects.filter(handeling="sign_in", by_id=str(consulent.pk)).count() == 1


def test_the_button_is_there_only_when_it_leads_somewhere(client, org, settings):
    assert b"Aanmelden via" in client.get("/aanmelden/").content
    settings.OIDC_ISSUER = ""
    assert b"Aanmelden via" not in client.get("/aanmelden/").content


def test_afterwards_the_subject_decides_and_not_the_name(client, org, consulent):
    at_screen(org, consulent)
    come_in(client)
    other = make_medewerker(Rol.JEUGDCONSULENT)
    org.wie |= {"preferred_username": other.gebruikersnaam}
    fresh = Client()
    come_in(fresh)
    assert signed_in_as(fresh) == str(consulent.pk)


def test_somebody_else_who_takes_over_a_name_is_not_that_person(client, org, consulent):
    at_screen(org, consulent)
    come_in(client)
    org.wie |= {"sub": "een nieuwe collega"}
    fresh = Client()
    assert come_in(fresh).status_code == 403
    assert signed_in_as(fresh) is None
    assert SocialAccount.objects.count() == 1


def _closed(medewerker) -> None:
    Medewerker.objects.filter(pk=medewerker.pk).update(is_active=False)


def _of_the_demo(medewerker) -> None:
    Medewerker.objects.filter(pk=medewerker.pk).update(demo=True)


@pytest.mark.parametrize("change", [_closed, _of_the_demo])
def test_a_closed_account_and_one_of_the_demo_are_not_let_in(client, org, consulent, change):
    change(consulent)
    at_screen(org, consulent)
    come_in(client)
    assert signed_in_as(client) is None


def test_an_account_that_is_closed_later_is_not_let_in(client, org, consulent):
    at_screen(org, consulent)
    come_in(client)
    _closed(consulent)
    fresh = Client()
    come_in(fresh)
    assert fresh.get("/vandaag/").status_code == 302
    assert signed_in_as(fresh) is None


@pytest.mark.parametrize("claims", [{}, {"preferred_username": ""}, {"preferred_username": "niemand"}])
def test_who_has_no_account_is_told_whom_to_ask_and_gets_none(client, org, consulent, claims):
    people = Medewerker.objects.count()
    org.wie = {"sub": "vreemd", "email": consulent.email or "x@voorbeeld.nl"} | claims
    answer = come_in(client)
    assert answer.status_code == 403
    assert "Vraag de functioneel beheerder" in answer.content.decode()
    assert signed_in_as(client) is None
    assert Medewerker.objects.count() == people


def test_an_address_of_mail_opens_nothing(client, org, consulent):
    Medewerker.objects.filter(pk=consulent.pk).update(email="c.onsulent@voorbeeld.nl")
    org.wie = {
        "sub": "1",
        "preferred_username": "x",
        "email": "c.onsulent@voorbeeld.nl",
        "email_verified": True,
    }
    come_in(client)
    assert signed_in_as(client) is None


@pytest.mark.parametrize("amr", [None, ["pwd"], ["pwd", "mfa"]])
def test_the_second_step_of_the_organisation_counts_only_when_it_says_so(
    client, org, consulent, settings, amr
):
    settings.OIDC_TWEEDE_FACTOR_AMR = "mfa"
    familie = make_familie(actor_of(consulent), "Proef")
    at_screen(org, consulent, **({"amr": amr} if amr else {}))
    come_in(client)
    answer = client.get(f"/gezinnen/{familie.gezin}/")
    assert (answer.status_code == 200) is (amr == ["pwd", "mfa"])


def test_its_second_step_does_not_count_when_nobody_agreed_to_it(client, org, consulent, settings):
    settings.OIDC_TWEEDE_FACTOR_AMR = ""
    familie = make_familie(actor_of(consulent), "Proef")
    at_screen(org, consulent, amr=["mfa", ""])
    come_in(client)
    assert client.get(f"/gezinnen/{familie.gezin}/").status_code != 200


@pytest.mark.parametrize("stuk", ["geweigerd", "code", "afzender", "publiek", "verlopen"])
def test_an_answer_that_is_not_right_lets_nobody_in_and_says_so(client, org, consulent, stuk):
    at_screen(org, consulent)
    org.stuk = stuk
    answer = come_in(client)
    assert answer.status_code == 401
    assert "Begin opnieuw" in answer.content.decode()
    assert signed_in_as(client) is None


def test_an_organisation_that_does_not_answer_is_told_in_a_sentence(client, org):
    org.stuk = "storing"
    answer = client.post("/aanmelden/via/organisatie/")
    assert answer.status_code == 401
    assert "Uw organisatie gaf geen bruikbaar antwoord" in answer.content.decode()


def test_an_answer_that_belongs_to_another_session_is_refused(client, org, consulent):
    at_screen(org, consulent)
    stolen = back_from(to_organisation(client))
    other = Client()
    assert other.get(stolen).status_code == 401
    assert signed_in_as(other) is None


def test_an_answer_works_once(client, org, consulent):
    at_screen(org, consulent)
    address = back_from(to_organisation(client))
    client.get(address)
    client.logout()
    client.get(address)
    assert signed_in_as(client) is None


def test_planted_an_intercepted_code_without_its_proof_opens_nothing(client, org, consulent, settings):
    """Without PKCE the organisation of this proof refuses; so the proof is really sent and really asked."""
    settings.SOCIALACCOUNT_PROVIDERS["openid_connect"]["OAUTH_PKCE_ENABLED"] = False
    at_screen(org, consulent)
    assert come_in(client).status_code == 401
    assert signed_in_as(client) is None
