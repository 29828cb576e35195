"""The page with the messages: for who keeps the system running, and without a word about anybody."""

from datetime import timedelta

import pytest

from koers.domain.actor import systeemactor
from koers.domain.rollen import Rol
from koers.exchange.berichten.ontvangst import take_in
from koers.exchange.berichten.verwerking import process
from koers.registers.klok import vandaag
from tests.integration.berichtenwereld import BSN, bericht, make_toewijzing
from tests.wereld import make_medewerker, sign_in

pytestmark = pytest.mark.django_db(transaction=True)
DOOR = systeemactor("berichten", functionaris="beheer")


def test_the_page_tells_what_waits_and_why_and_nothing_of_the_child(client, tmp_path):
    nummer = make_toewijzing()
    gisteren = vandaag() - timedelta(days=1)
    (tmp_path / "een.xml").write_bytes(bericht("JW307", nummer, begin=gisteren, eind=gisteren))
    list(take_in(tmp_path, by=DOOR))
    process(by=DOOR)
    sign_in(client, make_medewerker(Rol.CONTROLLER))
    assert client.get("/berichten/").status_code == 404
    # Of the toegang only who works with the child meets the message.
    sign_in(client, make_medewerker(Rol.JEUGDCONSULENT))
    assert "er is geen start bij dit einde" not in client.get("/berichten/").content.decode()
    sign_in(client, make_medewerker(Rol.FUNCTIONEEL_BEHEERDER))
    antwoord = client.get("/berichten/")
    tekst = antwoord.content.decode()
    assert antwoord.status_code == 200
    assert "1 bericht vraagt aandacht" in tekst
    assert "er is geen start bij dit einde" in tekst
    assert BSN not in tekst
    assert "Dekker" not in tekst
