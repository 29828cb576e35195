"""Signing in: factors, closed doors, ended roles, and what the log hears."""

from datetime import UTC, datetime

import pytest
import time_machine
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret, hotp_value
from django.core.cache import cache

from koers.domain.rollen import Rol
from koers.registers.kern.models import Aanstelling, LogRegel
from tests.wereld import actor_of, make_familie, make_medewerker, sign_in

pytestmark = pytest.mark.django_db
WACHTWOORD = "paard batterij nietje juist"


@pytest.fixture(autouse=True)
def _fresh_limits():
    cache.clear()


@pytest.fixture
def consulent():
    medewerker = make_medewerker(Rol.JEUGDCONSULENT)
    medewerker.set_password(WACHTWOORD)
    medewerker.save()
    return medewerker


def log_in(client, medewerker, wachtwoord=WACHTWOORD, **more):
    return client.post(
        "/aanmelden/", {"login": medewerker.gebruikersnaam, "password": wachtwoord} | more, follow=False
    )


def give_factor(medewerker) -> str:
    secret = generate_totp_secret()
    TOTP.activate(medewerker, secret)
    return secret


def code(secret: str) -> str:
    import time

    return f"{hotp_value(secret, int(time.time()) // 30):06d}"


def test_a_password_alone_opens_the_day_but_no_person(client, consulent):
    assert log_in(client, consulent).headers["Location"] == "/vandaag/"
    assert client.get("/vandaag/").status_code == 200
    assert client.get("/gezinnen/").headers["Location"] == "/tweede-factor/"
    assert client.get("/tweede-factor/").headers["Location"] == "/tweede-factor/instellen/"


@pytest.mark.django_db(transaction=True)
def test_who_sets_up_a_second_factor_goes_on_with_it(client, consulent):
    log_in(client, consulent)
    page = client.get("/tweede-factor/instellen/")
    assert page.status_code == 200
    secret = page.context["form"].secret
    answer = client.post("/tweede-factor/instellen/", {"code": code(secret)})
    assert answer.headers["Location"] == "/tweede-factor/herstelcodes/"
    assert client.get("/tweede-factor/herstelcodes/").status_code == 200
    assert client.get("/gezinnen/").status_code == 200


def test_who_has_a_second_factor_must_use_it(client, consulent):
    secret = give_factor(consulent)
    assert log_in(client, consulent).headers["Location"].startswith("/tweede-factor/code/")
    assert client.get("/vandaag/").status_code == 302
    wrong = client.post("/tweede-factor/code/", {"code": "000000"})
    assert "Deze code klopt niet" in wrong.content.decode()
    assert client.post("/tweede-factor/code/", {"code": code(secret)}).headers["Location"] == "/vandaag/"
    assert client.get("/gezinnen/").status_code == 200


def test_the_secret_of_a_second_factor_is_not_readable_in_the_database(consulent):
    secret = give_factor(consulent)
    assert secret not in str(Authenticator.objects.get(user=consulent).data)


def test_a_session_from_before_the_factor_does_not_count_as_having_used_it(client, consulent):
    log_in(client, consulent)
    give_factor(consulent)
    assert client.get("/gezinnen/").headers["Location"] == "/tweede-factor/"
    assert client.get("/tweede-factor/").headers["Location"] == "/tweede-factor/bevestigen/"


def test_an_unknown_name_and_a_wrong_password_read_the_same(client, consulent):
    wrong = log_in(client, consulent, "fout wachtwoord")
    unknown = client.post("/aanmelden/", {"login": "bestaat.niet", "password": "fout wachtwoord"})
    sentence = "Deze gebruikersnaam en dit wachtwoord horen niet bij elkaar."
    assert sentence in wrong.content.decode()
    assert sentence in unknown.content.decode()


def test_five_wrong_passwords_lock_the_name_for_a_while(client, consulent):
    answers = [log_in(client, consulent, "fout wachtwoord").status_code for _ in range(5)]
    assert answers[-1] == 429
    assert log_in(client, consulent).status_code == 429
    with time_machine.travel(datetime.now(UTC).timestamp() + 16 * 60, tick=True):
        cache.clear()
        assert log_in(client, consulent).status_code == 302


def test_a_header_does_not_make_somebody_a_stranger_again(client, consulent):
    for number in range(5):
        client.post(
            "/aanmelden/",
            {"login": consulent.gebruikersnaam, "password": "fout"},
            headers={"x-forwarded-for": f"10.0.0.{number}"},
        )
    assert log_in(client, consulent).status_code == 429


def test_a_closed_account_is_out_at_once(client, consulent):
    log_in(client, consulent)
    assert client.get("/vandaag/").status_code == 200
    consulent.is_active = False
    consulent.save()
    assert client.get("/vandaag/").status_code == 302
    log_in(client, consulent)
    assert client.get("/vandaag/").status_code == 302


def test_a_new_password_ends_every_other_session(client, consulent):
    log_in(client, consulent)
    consulent.set_password("een heel ander lang wachtwoord")
    consulent.save()
    assert client.get("/vandaag/").status_code == 302


def test_a_role_ends_at_midnight_in_the_netherlands(client, consulent):
    familie = make_familie(actor_of(consulent), "Middernacht")
    Aanstelling.objects.filter(medewerker=consulent).update(tot_datum="2027-07-01")
    sign_in(client, consulent)
    address = f"/gezinnen/{familie.gezin}/"
    with time_machine.travel("2027-06-30T21:59:00+00:00", tick=False):
        sign_in(client, consulent)
        assert client.get(address).status_code == 200
    with time_machine.travel("2027-06-30T22:00:00+00:00", tick=False):
        sign_in(client, consulent)
        assert client.get(address).status_code == 404
        assert client.get("/vandaag/").status_code == 404


def test_a_start_password_has_to_be_changed_first(client, consulent):
    consulent.startwachtwoord = True
    consulent.save()
    log_in(client, consulent)
    assert client.get("/vandaag/").headers["Location"] == "/wachtwoord/"
    new = {
        "oldpassword": WACHTWOORD,
        "password1": "drie gewone woorden hier",
        "password2": "drie gewone woorden hier",
    }
    assert client.post("/wachtwoord/", new).status_code == 302
    log_in(client, consulent, "drie gewone woorden hier")
    assert client.get("/vandaag/").status_code == 200


@pytest.mark.parametrize("weak", ["kort", "wachtwoord123"])
def test_a_weak_password_is_refused(client, consulent, weak):
    log_in(client, consulent)
    answer = client.post("/wachtwoord/", {"oldpassword": WACHTWOORD, "password1": weak, "password2": weak})
    assert answer.status_code == 200
    assert answer.context["form"].errors


class TestDemo:
    @pytest.fixture
    def somebody(self):
        medewerker = make_medewerker(Rol.JEUGDCONSULENT)
        medewerker.demo = True
        medewerker.set_password(WACHTWOORD)
        medewerker.save()
        return medewerker

    def test_in_the_demo_one_button_is_enough(self, client, somebody, settings):
        settings.DEMO = True
        answer = client.post("/aanmelden/demo/", {"gebruikersnaam": somebody.gebruikersnaam})
        assert answer.headers["Location"] == "/vandaag/"
        assert client.get("/gezinnen/").status_code == 200

    def test_outside_the_demo_that_button_does_not_exist(self, client, somebody, settings):
        settings.DEMO = False
        assert client.post("/aanmelden/demo/", {"gebruikersnaam": somebody.gebruikersnaam}).status_code == 404
        log_in(client, somebody)
        assert client.get("/vandaag/").status_code == 302

    def test_a_session_of_the_demo_dies_outside_it(self, client, somebody, settings):
        settings.DEMO = True
        client.post("/aanmelden/demo/", {"gebruikersnaam": somebody.gebruikersnaam})
        settings.DEMO = False
        assert client.get("/vandaag/").status_code == 302

    def test_a_real_account_has_no_button_in_the_demo(self, client, consulent, settings):
        settings.DEMO = True
        assert (
            client.post("/aanmelden/demo/", {"gebruikersnaam": consulent.gebruikersnaam}).status_code == 404
        )


def test_the_log_hears_who_came_who_went_and_who_tried(client, consulent):
    log_in(client, consulent, "fout wachtwoord")
    client.post("/aanmelden/", {"login": "mijn-geheime-wachtwoord", "password": "x"})
    log_in(client, consulent)
    client.post("/afmelden/")
    rows = LogRegel.objects.filter(handeling__startswith="sign_").order_by("pk")
    assert [row.handeling for row in rows] == ["sign_in_failed", "sign_in_failed", "sign_in", "sign_out"]
    assert [row.onderwerp_id for row in rows] == [
        str(consulent.pk),
        "onbekend",
        str(consulent.pk),
        str(consulent.pk),
    ]
    assert "mijn-geheime-wachtwoord" not in str([row.__dict__ for row in rows])


@pytest.mark.parametrize("address", ["account_signup", "account_reset_password", "account_email"])
def test_nobody_registers_or_resets_by_mail(client, address):
    assert client.get(f"/bestaat-niet/{address}/").status_code == 404
    assert client.post(f"/bestaat-niet/{address}/", {"email": "a@b.nl"}).status_code == 404


def test_somebody_with_two_roles_chooses_and_a_role_of_another_changes_nothing(client, consulent):
    other = make_medewerker(Rol.PRIVACY_OFFICER)
    second = Aanstelling.objects.create(
        medewerker=consulent,
        organisatie=consulent.aanstellingen.get().organisatie,
        rol=Rol.CONTROLLER.value,
        begindatum="2021-01-01",
    )
    second.gemeenten.set(consulent.aanstellingen.earliest("begindatum").gemeenten.all())
    sign_in(client, consulent)
    assert client.get("/aanleveringen/").status_code == 404
    client.post("/rol/", {"aanstelling": str(second.pk)})
    assert client.get("/aanleveringen/").status_code == 200
    client.post("/rol/", {"aanstelling": str(other.aanstellingen.get().pk)})
    assert client.get("/logboek/").status_code == 404
    assert client.get("/aanleveringen/").status_code == 200
