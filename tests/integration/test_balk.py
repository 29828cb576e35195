"""The bar at the top is kept per reader; the proof of its forms and the address are of this request."""

import re

import pytest
from django.test import Client

from koers.domain.rollen import Rol
from koers.web import context
from tests.wereld import make_medewerker, sign_in

pytestmark = pytest.mark.django_db


def bar(client, adres="/vandaag/") -> str:
    return re.search(r'<header class="bovenbalk">.*?</header>', client.get(adres).text, re.DOTALL)[0]


def proofs(text: str) -> set[str]:
    return set(re.findall(r'name="csrfmiddlewaretoken" value="([^"]+)"', text))


def test_each_reader_has_their_own_name_proof_and_address():

    een, ander = make_medewerker(Rol.JEUGDCONSULENT), make_medewerker(Rol.CONTROLLER)
    clients = [Client(enforce_csrf_checks=True), Client(enforce_csrf_checks=True)]
    for wie, who in zip((een, ander), clients, strict=True):
        sign_in(who, wie)
    seen = [bar(who) for who in (*clients, *clients)]
    assert all(naam in text for naam, text in zip((een.naam, ander.naam) * 2, seen, strict=True))
    # Masked anew for every page, and never the mark that stands in what is kept.
    assert len({proof for text in seen for proof in proofs(text)}) == 4
    assert not any(context.EIGEN_BEWIJS in text or context.ADRES in text for text in seen)
    assert 'value="/vandaag/?a=%22%3E&amp;b=1"' in bar(clients[0], "/vandaag/?a=%22%3E&b=1")


def test_the_proof_is_good_and_that_of_another_is_not():

    een, ander = Client(enforce_csrf_checks=True), Client(enforce_csrf_checks=True)
    for who in (een, ander):
        sign_in(who, make_medewerker(Rol.JEUGDCONSULENT))
    (mine,), (theirs,) = proofs(bar(een)), proofs(bar(ander))
    form = {"thema": "donker", "terug": "/vandaag/"}
    assert een.post("/thema/", form | {"csrfmiddlewaretoken": theirs}).status_code == 403
    assert een.post("/thema/", form | {"csrfmiddlewaretoken": mine}).status_code == 302
    assert 'value="donker" aria-pressed="true"' in bar(een)
    assert 'value="donker" aria-pressed="false"' in bar(ander)
