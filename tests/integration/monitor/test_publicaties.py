"""What is published stays: whatever comes in later, whoever tries, and it is what everybody saw."""

import csv
import io
from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
import time_machine
from django.db import DatabaseError, connection, transaction
from django.urls import reverse
from pyarrow import parquet

from koers.actions.monitor import berekend
from koers.actions.monitor.berekend import read_indicator
from koers.actions.monitor.mart import refresh_mart
from koers.actions.monitor.publicaties import (
    fingerprint,
    publish_cijfers,
    read_publicatie,
    read_publicaties,
    rows_of,
)
from koers.actions.zorg.toewijzen import register_start
from koers.domain.actor import systeemactor
from koers.domain.disclosed import Klasse
from koers.domain.rollen import Rol
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.registers.kern import triggers
from koers.registers.kern.models import LogRegel
from koers.registers.kern.verbinding import ALLE_GEMEENTEN, acting
from koers.registers.monitor.models import Bevolking, Publicatie
from tests.wereld import (
    MIDDEN_DRENTHE,
    give_help,
    make_actor,
    make_familie,
    make_gemeente,
    make_medewerker,
    make_organisatie,
    make_product,
    sign_in,
)

pytestmark = pytest.mark.django_db
SYSTEEM = systeemactor("mart", functionaris="controller")
NAMEN = ("Anker", "Berg", "Cirkel", "Duin", "Elzinga", "Fokkema", "Gras", "Hoekstra", "Ivens")


def help_of(by, product, namen, dag):
    with time_machine.travel(f"{dag}T12:00:00+00:00", tick=False):
        for naam in namen:
            familie = give_help(by, make_familie(by, naam), product)
            register_start(by=by, toewijzing_id=familie.toewijzing, datum=dag)


@pytest.fixture(autouse=True)
def mart(settings, tmp_path):
    """Nine in Midden-Drenthe with help since 2025; gives how to bring in nine more."""
    settings.MART = tmp_path / "mart"
    berekend._compute.cache_clear()
    berekend._open.cache_clear()
    with time_machine.travel("2026-03-02T12:00:00+00:00", tick=False):
        make_gemeente(MIDDEN_DRENTHE)
        Bevolking.objects.bulk_create(
            Bevolking(gemeente_code=MIDDEN_DRENTHE, jaar=jaar, leeftijd=leeftijd, aantal=10)
            for jaar in range(2019, 2027)
            for leeftijd in range(23)
        )
        by = make_actor(Rol.JEUGDCONSULENT)
        product = make_product(make_organisatie(MIDDEN_DRENTHE, "aanbieder"))
        help_of(by, product, NAMEN, date(2025, 9, 1))
        refresh_mart(by=SYSTEEM)

        def more():
            help_of(by, product, [f"Nog{naam}" for naam in NAMEN], date(2025, 10, 1))
            refresh_mart(by=SYSTEEM)

        yield more


def published(naam="Kwartaal 1", by=None):
    by = by or make_actor(Rol.CONTROLLER)
    return read_publicatie(by=None, publicatie_id=publish_cijfers(by=by, naam=naam))


def figure(rijen, jaar="2025"):
    return next(
        rij
        for rij in rijen
        if (rij["indicator"], rij["gebied"], rij["periode"])
        == ("aandeel-specialistisch", MIDDEN_DRENTHE, jaar)
    )


def now():
    return list(rows_of(read_indicator(by=None, indicator="aandeel-specialistisch")))


def test_later_data_does_not_change_what_was_published(mart):
    eerst = published()
    toen = figure(eerst.rijen)
    assert (toen["klasse"], toen["definitie_versie"]) == ("openbaar", figure(now())["definitie_versie"])
    assert toen == figure(now())
    mart()
    assert figure(now()) != toen
    assert read_publicatie(by=None, publicatie_id=eerst.id) == eerst
    assert eerst.klopt
    assert eerst.vingerafdruk == fingerprint(eerst.rijen)
    tweede = published("Kwartaal 2")
    assert figure(tweede.rijen) == figure(now())
    assert tweede.vingerafdruk != eerst.vingerafdruk
    assert {een.naam for een in read_publicaties(by=None)} == {"Kwartaal 1", "Kwartaal 2"}


def test_only_what_everybody_may_see_is_published(mart):
    beeld = published()
    assert {rij["klasse"] for rij in beeld.rijen} == {"openbaar"}
    assert 9 not in {rij["teller"] for rij in beeld.rijen}  # told as 10
    een = read_indicator(by=None, indicator="aandeel-specialistisch")
    with pytest.raises(ValueError, match="everybody"):
        list(rows_of(replace(een, klasse=Klasse.INTERN)))


def test_planted_exact_figures_stop_the_publication(mart, monkeypatch):
    """Were internal figures given in their place, nothing is kept."""
    een = read_indicator(by=None, indicator="aandeel-specialistisch")
    monkeypatch.setattr(
        "koers.actions.monitor.publicaties.read_indicator", lambda **_: replace(een, klasse=Klasse.INTERN)
    )
    with pytest.raises(ValueError, match="everybody"):
        publish_cijfers(by=make_actor(Rol.CONTROLLER), naam="Fout")
    assert not Publicatie.objects.exists()


def tamper(do) -> bool:
    """Whether this succeeds, even inside an act."""
    try:
        with transaction.atomic(), acting(uuid4(), ALLE_GEMEENTEN):
            do()
    except DatabaseError:
        return False
    return True


def test_nobody_changes_or_removes_it(mart):
    beeld = published()
    rows = Publicatie.objects.filter(pk=beeld.id)
    assert not tamper(lambda: rows.update(naam="Anders"))
    assert not tamper(lambda: rows._raw_delete(rows.db))
    assert read_publicatie(by=None, publicatie_id=beeld.id) == beeld


@pytest.mark.sqlite  # on PostgreSQL only the owner can take a guard away
def test_planted_without_its_guard_a_change_shows_by_the_fingerprint(mart):
    beeld = published()
    triggers.remove(connection)
    assert tamper(lambda: Publicatie.objects.update(rijen=[*beeld.rijen[1:]]))
    triggers.install(connection)
    assert not read_publicatie(by=None, publicatie_id=beeld.id).klopt


def test_who_publishes_and_what_is_refused(mart, settings, tmp_path):
    by = make_actor(Rol.BELEIDSADVISEUR)
    beeld = published(by=by)
    regel = LogRegel.objects.get(handeling="publish_cijfers")
    assert (regel.by_id, regel.onderwerp_id) == (by.id, str(beeld.id))
    for wie, naam, code in (
        (by, " ", "publicatie_zonder_naam"),
        (by, "Kwartaal 1", "publicatie_naam_bestaat"),
        (make_actor(Rol.WETHOUDER), "Van mij", "geen_recht"),
    ):
        with pytest.raises(Refused, match=code):
            publish_cijfers(by=wie, naam=naam)
    with pytest.raises(Refused, match="niet_gevonden"):
        read_publicatie(by=None, publicatie_id=uuid4())
    settings.MART = tmp_path / "leeg"
    with pytest.raises(Refused, match="publicatie_zonder_cijfers"):
        publish_cijfers(by=by, naam="Niets")


def test_the_pages_and_the_files_tell_the_same_to_everybody(mart, client):
    assert "Er is nog niets gepubliceerd" in client.get("/publicaties/").content.decode()
    sign_in(client, make_medewerker(Rol.CONTROLLER))
    leeg = client.post(reverse("publicatie-nieuw"), {"formulier_id": uuid4(), "naam": " "})
    assert leeg.status_code == 422
    klaar = client.post(reverse("publicatie-nieuw"), {"formulier_id": uuid4(), "naam": "Kwartaal 1"})
    assert klaar.status_code == 302
    client.logout()
    assert "Kwartaal 1" in client.get("/publicaties/").content.decode()
    tekst = client.get(klaar.headers["Location"]).content.decode()
    assert beleid().indicatoren["aandeel-specialistisch"].naam.nl in tekst
    assert "vingerafdruk klopt niet" not in tekst
    beeld = read_publicaties(by=None)[0]
    bestanden = {
        vorm: client.get(reverse("publicatie-tabel", args=[beeld.id, vorm])) for vorm in ("csv", "parquet")
    }
    gelezen = csv.DictReader(io.StringIO(bestanden["csv"].content.decode("utf-8-sig")), delimiter=";")
    uit_csv = figure(list(gelezen))
    uit_parquet = figure(parquet.read_table(io.BytesIO(bestanden["parquet"].content)).to_pylist())
    assert uit_csv["waarde"].replace(",", ".") == str(uit_parquet["waarde"])
    assert uit_parquet["vingerafdruk"] == beeld.vingerafdruk
    assert uit_parquet["klasse"] == "openbaar"
    assert client.get(reverse("publicatie", args=[uuid4()])).status_code == 404
