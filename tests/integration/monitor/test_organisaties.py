"""One provider and one practice from the register: exact, of own areas, for who works with them, logged."""

import csv
import io
from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest
import time_machine
from django.db import transaction
from django.urls import reverse
from pyarrow import parquet

from koers.actions.monitor import organisaties as module
from koers.actions.monitor.mart import refresh_mart
from koers.actions.monitor.organisaties import read_aanbiedercijfers, read_praktijkcijfers
from koers.actions.toegang.melden import NieuweMelding, register_melding
from koers.actions.zorg.acceptatie import accept_toewijzing
from koers.actions.zorg.contracten import report_capaciteit
from koers.actions.zorg.toewijzen import assign_toewijzing, register_start, register_stop
from koers.analytics.disclosure import disclose
from koers.analytics.engines import layout
from koers.analytics.mart import mart_files
from koers.domain.actor import systeemactor
from koers.domain.rollen import Rol
from koers.domain.weigering import Refused
from koers.presentation.organisaties import plain_rows, practice_sheet, provider_sheet
from koers.registers.kern.models import LogRegel, Organisatie
from koers.registers.kern.verbinding import acting
from koers.registers.klok import nu, vandaag
from koers.registers.zorg.models import Contractproduct, Declaratie
from tests.wereld import (
    ASSEN,
    MIDDEN_DRENTHE,
    actor_of,
    make_actor,
    make_familie,
    make_medewerker,
    make_organisatie,
    make_product,
    sign_in,
)

pytestmark = pytest.mark.django_db
SYSTEEM = systeemactor("mart", functionaris="controller")
AANBIEDER, PRAKTIJK = "42421731", "01011731"


def helped(by, product, praktijk, naam, start):
    """A child referred by the practice, with help of the product from that day."""
    familie = make_familie(by, naam)
    melding = NieuweMelding(
        jeugdigen=(familie.kind,), datum=start, verwijzer="02", verwijzer_organisatie=praktijk.pk
    )
    (casus,) = register_melding(by=by, gezin_id=familie.gezin, melding=melding)
    toewijzing = assign_toewijzing(by=by, casus_id=casus, contractproduct_id=product.pk, ingangsdatum=start)
    register_start(by=by, toewijzing_id=toewijzing, datum=start)
    return replace(familie, casus=casus, toewijzing=toewijzing)


def declare(toewijzing, gemeente, maand, cent):
    with transaction.atomic(), acting(uuid4(), frozenset({gemeente})):
        feit = {"gemeente_id": gemeente, "datum": maand, "vastgelegd_at": nu(), "vastgelegd_door": "x"}
        Declaratie.objects.create(toewijzing_id=toewijzing, maand=maand, bedrag_cent=cent, **feit)


@pytest.fixture(autouse=True)
def wereld(settings, tmp_path):
    """Two children of Midden-Drenthe at one provider, one of whom stopped; one of Assen at another."""
    settings.MART = tmp_path / "mart"
    for cache in (module._of_provider, module._of_practice):
        cache.cache_clear()
    with time_machine.travel("2025-03-03T12:00:00+00:00", tick=False):
        for gemeente, namen in ((MIDDEN_DRENTHE, ("Anker", "Berg")), (ASSEN, ("Duin",))):
            by = make_actor(Rol.JEUGDCONSULENT, gemeente)
            aanbieder, praktijk = (make_organisatie(gemeente, s) for s in ("aanbieder", "huisartspraktijk"))
            for org, kop in ((aanbieder, "4242"), (praktijk, "0101")):
                Organisatie.objects.filter(pk=org.pk).update(agb=f"{kop}{gemeente[2:]}")
            product = make_product(aanbieder)
            for naam in namen:
                familie = helped(by, product, praktijk, naam, date(2025, 3, 3))
                declare(familie.toewijzing, gemeente, date(2025, 3, 1), 10_000)
            if gemeente == MIDDEN_DRENTHE:
                stopt, eigen = familie.toewijzing, by
    with time_machine.travel("2025-06-02T12:00:00+00:00", tick=False):
        register_stop(by=eigen, toewijzing_id=stopt, datum=date(2025, 6, 1), reden="01")
    with time_machine.travel("2026-03-02T12:00:00+00:00", tick=False):
        refresh_mart(by=SYSTEEM)
        yield eigen


def provider(by=None, gebied=MIDDEN_DRENTHE, agb=AANBIEDER):
    return read_aanbiedercijfers(by=by or make_actor(Rol.CONTRACTMANAGER), gebied=gebied, agb=agb)


def practice(by=None, gebied=MIDDEN_DRENTHE, agb=PRAKTIJK):
    return read_praktijkcijfers(by=by or make_actor(Rol.CONTROLLER), gebied=gebied, agb=agb)


def number(cijfers, wat, deel="", jaar="2025"):
    return cijfers.tabel.cell(wat, deel, jaar).waarde


def test_a_provider_in_numbers():
    cijfers = provider()
    assert (cijfers.naam, cijfers.jaren[-1]) == ("aanbieder in Midden-Drenthe", 2025)
    flow = {wat: number(cijfers, wat) for wat in ("jeugdigen", "instroom", "uitstroom", "stand")}
    assert flow == {"jeugdigen": 2, "instroom": 2, "uitstroom": 1, "stand": 1}
    assert number(cijfers, "gedeclareerd_cent") == 20_000
    # From the first day up to and including the last one: of two, one stopped after 91 days.
    assert number(cijfers, "helft_klaar_dagen") == 91
    assert number(cijfers, "niveau", "5") == 1
    assert (number(cijfers, "product_hier", "45A04"), number(cijfers, "product_gebied", "45A04")) == (1, 1)
    assert cijfers.tabel.klasse == "intern"
    assert cijfers.tabel.doel


def test_what_a_provider_answered_and_reported_stands_there_with_its_day(wereld):
    product = Contractproduct.objects.get(aanbieder__agb=AANBIEDER)
    theirs = make_medewerker(Rol.AANBIEDER, soort="aanbieder")
    report = {"by": actor_of(theirs), "contractproduct_id": product.pk, "datum": date(2026, 2, 20)}
    report_capaciteit(**report, plekken=3, wachttijd_dagen=40)
    familie = make_familie(wereld, "Elzen")
    melding = NieuweMelding(jeugdigen=(familie.kind,), datum=vandaag(), verwijzer="02")
    (casus,) = register_melding(by=wereld, gezin_id=familie.gezin, melding=melding)
    new = {"casus_id": casus, "contractproduct_id": product.pk, "ingangsdatum": vandaag()}
    toewijzing = assign_toewijzing(by=wereld, **new)
    before = number(provider(), "antwoord", "geaccepteerd", "")
    accept_toewijzing(by=actor_of(theirs), toewijzing_id=toewijzing)
    cijfers = provider()
    assert number(cijfers, "antwoord", "geaccepteerd", "") == before + 1
    (regel,) = provider_sheet(cijfers).aanbod
    told = dict(regel.cellen)
    assert (told["Gemelde plekken"], told["Gemelde wachttijd"], told["Gemeld op"]) == (
        "3",
        "40 dagen",
        "20 februari 2026",
    )
    rows = {(rij["wat"], rij["periode"]): rij["waarde"] for rij in plain_rows(cijfers)}
    assert rows["gemelde_wachttijd_dagen", "2026-02-20"] == 40


def test_a_practice_in_numbers(wereld):
    cijfers = practice()
    told = {
        wat: number(cijfers, wat) for wat in ("verwijzingen", "jeugdigen", "herindicaties", "had_al_hulp")
    }
    assert told == {"verwijzingen": 2, "jeugdigen": 2, "herindicaties": 0, "had_al_hulp": 2}
    assert number(cijfers, "niveau", "5") == 2
    vel = practice_sheet(cijfers)
    assert vel.kernzin.startswith("huisartspraktijk in Midden-Drenthe verwees in 2025 2 keer")
    assert "Herindicaties: 0 in 2025" in vel.afspraak
    assert vel.huisarts
    Organisatie.objects.filter(agb=PRAKTIJK).update(soort="gi")
    assert not practice_sheet(practice()).huisarts  # the agreement is with GPs


@pytest.mark.parametrize(("read", "agb"), [(provider, AANBIEDER), (practice, PRAKTIJK)])
def test_only_own_areas_only_for_who_works_with_it_and_always_logged(read, agb):
    by = make_actor(Rol.REGIOMANAGER)
    read(by)
    regel = LogRegel.objects.get(handeling__endswith="cijfers", by_id=by.id)
    assert (regel.onderwerp_id, regel.doel) == (f"{MIDDEN_DRENTHE} {agb}", "beleid_en_verantwoording")
    for gebied in (ASSEN, "noordmidden-drenthe", "GM9999"):
        with pytest.raises(Refused, match="niet_gevonden"):
            read(by, gebied)
    # Who gives or refers in the neighbouring municipality only, is not there here.
    with pytest.raises(Refused, match="niet_gevonden"):
        read(by, agb="00000000")
    for rol in (Rol.WETHOUDER, Rol.RAADSLID, Rol.JEUGDCONSULENT, Rol.AANBIEDER, Rol.HUISARTS):
        with pytest.raises(Refused, match="geen_recht"):
            read(make_actor(rol))


def test_a_practice_is_not_for_contract_management():
    with pytest.raises(Refused, match="geen_recht"):
        practice(make_actor(Rol.CONTRACTMANAGER))


@pytest.mark.parametrize(
    ("naam", "agb", "rol"),
    [
        ("aanbiedercijfers", AANBIEDER, Rol.CONTRACTMANAGER),
        ("praktijkcijfers", PRAKTIJK, Rol.BELEIDSADVISEUR),
    ],
)
def test_the_page_and_the_file_say_internal_and_the_same(client, naam, agb, rol):
    sign_in(client, make_medewerker(rol))
    tekst = client.get(reverse(naam, args=[MIDDEN_DRENTHE, agb])).content.decode()
    assert "Intern: exacte cijfers" in tekst
    assert 'id="organisatie"' in tekst
    antwoord = client.get(reverse(f"{naam}-tabel", args=[MIDDEN_DRENTHE, agb, "csv"]))
    assert "intern" in antwoord.headers["Content-Disposition"]
    rijen = list(csv.DictReader(io.StringIO(antwoord.content.decode("utf-8-sig")), delimiter=";"))
    found = {(rij["wat"], rij["periode"]): rij["waarde"] for rij in rijen}
    assert found["jeugdigen", "2025"] == "2"
    assert {rij["klasse"] for rij in rijen} == {"intern"}
    assert all(rij["doel"] for rij in rijen)
    assert client.get(reverse(f"{naam}-tabel", args=[MIDDEN_DRENTHE, agb, "exe"])).status_code == 404
    for args in ([ASSEN, agb], [MIDDEN_DRENTHE, "00000000"]):
        assert client.get(reverse(naam, args=args)).status_code == 404


def test_the_pages_are_reached_from_where_somebody_is_named(client):
    sign_in(client, make_medewerker(Rol.REGIOMANAGER))
    to_provider = reverse("aanbiedercijfers", args=[MIDDEN_DRENTHE, AANBIEDER])
    to_practice = reverse("praktijkcijfers", args=[MIDDEN_DRENTHE, PRAKTIJK])
    contract = Organisatie.objects.get(agb=AANBIEDER)
    for adres, naar in (
        (reverse("zorglandschap", args=[MIDDEN_DRENTHE]), to_provider),
        (reverse("contract-aanbieder", args=[contract.pk]), to_provider),
        (reverse("badkuip", args=[MIDDEN_DRENTHE]) + "?per=aanbieder", to_provider),
        (reverse("badkuip", args=[MIDDEN_DRENTHE]) + "?per=praktijk", to_practice),
    ):
        assert f'href="{naar}"' in client.get(adres).content.decode(), adres


def test_without_figures_the_page_says_so(settings, tmp_path, client):
    settings.MART = tmp_path / "leeg"
    sign_in(client, make_medewerker(Rol.CONTROLLER))
    for naam, agb, zin in (
        ("aanbiedercijfers", AANBIEDER, "Zodra er bij deze aanbieder hulp begint"),
        ("praktijkcijfers", PRAKTIJK, "Zodra deze praktijk verwijst"),
    ):
        assert zin in client.get(reverse(naam, args=[MIDDEN_DRENTHE, agb])).content.decode()


def test_a_mart_from_before_the_column_says_that_nothing_is_known_about_money(settings):
    assert dict(provider_sheet(provider()).jaren[-1].cellen)["Gedeclareerd"] == "€\u00a0200"
    for file in mart_files(settings.MART)["declaraties"]:
        parquet.write_table(parquet.read_table(file).drop_columns(["aanbieder"]), file)
    module._of_provider.cache_clear()
    layout._loaded.cache_clear()
    assert dict(provider_sheet(provider()).jaren[-1].cellen)["Gedeclareerd"] == "–"


def test_planted_another_class_would_change_what_is_told(monkeypatch):
    """Every number really goes through the exit: with the open door in its place small ones are gone."""
    monkeypatch.setattr(module, "show_internal", lambda tabel, doel: disclose(tabel))
    for cijfers in (provider(), practice()):
        assert cijfers.tabel.klasse == "openbaar"
        assert number(cijfers, "jeugdigen") is None
