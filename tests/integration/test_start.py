"""The pages that everyone may open."""

import pytest


@pytest.mark.django_db
def test_who_is_not_signed_in_reads_what_koers_is(client):
    assert client.get("/").status_code == 200


@pytest.mark.django_db
def test_an_address_that_does_not_exist_says_so(client):
    assert client.get("/bestaat-niet/").status_code == 404


@pytest.mark.django_db
def test_the_day_of_somebody_asks_to_sign_in_first(client, settings):
    settings.LOGIN_URL = "/aanmelden/"
    assert client.get("/vandaag/").headers["Location"].startswith("/aanmelden/")
