"""Supply against demand from the register: exact for who steers, of own areas, logged; nobody else."""

import csv
import io
import json
from dataclasses import replace
from datetime import date

import pytest
import time_machine
from click.testing import CliRunner
from django.urls import reverse
from pyarrow import concat_tables, parquet

from koers.actions.monitor import landschap as landschap_module
from koers.actions.monitor.landschap import ONBEKEND, read_landschap
from koers.actions.monitor.mart import refresh_mart
from koers.actions.netwerk.landschapsdossiers import add_alternatief, consult_markt, open_landschap
from koers.actions.zorg.contract_schrijven import end_contractproduct
from koers.actions.zorg.toewijzen import register_start, register_stop
from koers.analytics.disclosure import disclose
from koers.analytics.mart import mart_files
from koers.authorization.zicht_contracten import writable_inkoopregios
from koers.cli import koers
from koers.domain.actor import systeemactor
from koers.domain.landschapsdossiers import Alternatief, Behoefte, Marktvraag
from koers.domain.rollen import Rol
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.presentation.landschap import plain_rows, sheet
from koers.registers.kern.models import LogRegel, Organisatie
from koers.registers.zorg.models import Contractproduct
from tests.wereld import (
    ASSEN,
    MIDDEN_DRENTHE,
    actor_of,
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


@pytest.fixture(autouse=True)
def mart(settings, tmp_path):
    """Two children of Midden-Drenthe with help of one provider in 2025, one that stopped; Assen has one."""
    settings.MART = tmp_path / "mart"
    landschap_module._demand.cache_clear()
    with time_machine.travel("2025-03-03T12:00:00+00:00", tick=False):
        for gemeente, namen in ((MIDDEN_DRENTHE, ("Anker", "Berg")), (ASSEN, ("Duin",))):
            by = make_actor(Rol.JEUGDCONSULENT, gemeente)
            aanbieder = make_organisatie(gemeente, "aanbieder")
            Organisatie.objects.filter(pk=aanbieder.pk).update(agb=f"4242{gemeente[2:]}")
            aanbieder.refresh_from_db()
            product = make_product(aanbieder)
            Contractproduct.objects.filter(pk=product.pk).update(inkoopregio=f"IR-{gemeente}")
            for naam in namen:
                familie = give_help(by, make_familie(by, naam), product)
                register_start(by=by, toewijzing_id=familie.toewijzing, datum=date(2025, 3, 3))
            last = familie.toewijzing
    with time_machine.travel("2025-06-02T12:00:00+00:00", tick=False):
        register_stop(by=by, toewijzing_id=last, datum=date(2025, 6, 1), reden="01")
    with time_machine.travel("2026-03-02T12:00:00+00:00", tick=False):
        refresh_mart(by=SYSTEEM)
        yield product


def seen(by=None, gebied=MIDDEN_DRENTHE, **more):
    return read_landschap(by=by or make_actor(Rol.BELEIDSADVISEUR), gebied=gebied, **more)


def form_of(beeld, hulpvorm):
    return next(vorm for vorm in beeld.vormen if vorm.hulpvorm == hulpvorm)


def test_demand_and_supply_stand_beside_each_other(mart):
    beeld = seen()
    vorm = form_of(beeld, mart.hulpvorm)
    assert (vorm.vraag["jeugdigen"].teller, vorm.vraag["met_hulp"].teller) == (2, 2)
    assert beeld.aanbod.cell(mart.hulpvorm, "begonnen").waarde == 2
    assert beeld.aanbod.cell(mart.hulpvorm, "lopend").waarde == 2
    assert beeld.klasse == beeld.aanbod.klasse == "intern"
    assert beeld.aanbod.doel
    # In Assen the one child stopped: it had help in the year, and none at its end.
    assen = form_of(seen(make_actor(Rol.CONTROLLER, ASSEN), ASSEN), mart.hulpvorm)
    assert (assen.vraag["jeugdigen"].teller, assen.vraag["met_hulp"].teller) == (1, 0)


def test_one_provider_and_help_without_a_contract_are_said(mart):
    signalen = [zin for _naam, zin in sheet(seen(), beleid()).signalen]
    assert signalen == ["Er is één aanbieder met een contract: aanbieder in Midden-Drenthe."]
    Contractproduct.objects.update(begindatum=date(2025, 4, 1))
    signalen = [zin for _naam, zin in sheet(seen(), beleid()).signalen]
    assert "2 keer begon hulp bij een aanbieder zonder contract." in signalen
    Contractproduct.objects.update(begindatum=date(2020, 1, 1), tot_datum=date(2025, 5, 1))
    beeld = seen()
    signalen = [zin for _naam, zin in sheet(beeld, beleid()).signalen]
    assert signalen == ["Geen aanbieder heeft een contract, en 2 jeugdigen hadden deze hulp."]
    assert beeld.aanbod.cell(mart.hulpvorm, "zonder_contract").waarde == 0


def test_a_contract_ended_earlier_than_agreed_is_no_supply_from_then_on(mart):
    by = make_actor(Rol.CONTRACTMANAGER)
    Contractproduct.objects.update(inkoopregio=next(iter(writable_inkoopregios(by))))
    for product in Contractproduct.objects.all():
        end_contractproduct(by=by, product_id=product.pk, tot=date(2025, 5, 1), reden="gestopt")
    signalen = [zin for _naam, zin in sheet(seen(), beleid()).signalen]
    assert signalen == ["Geen aanbieder heeft een contract, en 2 jeugdigen hadden deze hulp."]


def test_only_own_areas_only_for_who_steers_and_always_logged(mart):
    by = make_actor(Rol.BELEIDSADVISEUR)
    seen(by)
    regel = LogRegel.objects.get(handeling="read_landschap")
    assert (regel.by_id, regel.onderwerp_id, regel.doel) == (
        by.id,
        MIDDEN_DRENTHE,
        "beleid_en_verantwoording",
    )
    for ander in (ASSEN, "noordmidden-drenthe", "GM9999"):
        with pytest.raises(Refused, match="niet_gevonden"):
            seen(by, ander)
    for rol in (Rol.WETHOUDER, Rol.RAADSLID, Rol.JEUGDCONSULENT, Rol.AANBIEDER, Rol.FUNCTIONEEL_BEHEERDER):
        with pytest.raises(Refused, match="geen_recht"):
            seen(make_actor(rol))


def test_a_region_is_for_who_has_all_of_it(mart):
    medewerker = make_medewerker(Rol.REGIOMANAGER)
    codes = [g.code for g in beleid().gebieden.values() if g.deel_van == "noordmidden-drenthe" and g.code]
    medewerker.aanstellingen.get().gemeenten.set([make_gemeente(code) for code in codes])
    beeld = seen(actor_of(medewerker), "noordmidden-drenthe")
    vorm = form_of(beeld, mart.hulpvorm)
    assert (vorm.vraag["jeugdigen"].teller, vorm.vraag["met_hulp"].teller) == (3, 2)


def test_a_year_that_is_not_there_is_refused(mart):
    assert seen(jaar=2024).jaar == 2024
    assert form_of(seen(jaar=2024), mart.hulpvorm).vraag["jeugdigen"].teller == 0
    for jaar in (2026, 1900):
        with pytest.raises(Refused, match="periode_onbekend"):
            seen(jaar=jaar)


def test_without_figures_the_page_says_so(mart, settings, tmp_path, client):
    settings.MART = tmp_path / "leeg"
    beeld = seen()
    assert (beeld.vormen, beeld.aanbod) == ((), None)
    sign_in(client, make_medewerker(Rol.CONTROLLER))
    tekst = client.get(reverse("zorglandschap", args=[MIDDEN_DRENTHE])).content.decode()
    assert "Zodra er hulp begint" in tekst


def test_a_product_of_no_contract_is_told(mart):
    """The help is there and the contract row goes by another code now."""
    Contractproduct.objects.update(code="ANDERS")
    beeld = seen()
    assert beeld.aanbod.cell(*ONBEKEND).waarde == 2
    assert (
        "2 keer begon hulp met een productcode die in geen contract staat" in sheet(beeld, beleid()).onbekend
    )


def test_the_page_and_the_file_say_internal_and_the_same(mart, client):
    sign_in(client, make_medewerker(Rol.BELEIDSADVISEUR))
    assert client.get("/zorglandschap/").headers["Location"] == "/zorglandschap/GM1731/"
    tekst = client.get(reverse("zorglandschap", args=[MIDDEN_DRENTHE])).content.decode()
    assert "Intern: exacte cijfers" in tekst
    assert "één aanbieder met een contract" in tekst
    antwoord = client.get(reverse("zorglandschap-tabel", args=[MIDDEN_DRENTHE, "csv"]))
    assert "intern" in antwoord.headers["Content-Disposition"]
    rijen = list(csv.DictReader(io.StringIO(antwoord.content.decode("utf-8-sig")), delimiter=";"))
    eigen = next(rij for rij in rijen if rij["hulpvorm"] == mart.hulpvorm)
    assert (eigen["jeugdigen"], eigen["lopend"], eigen["klasse"], eigen["jaar"]) == (
        "2",
        "2",
        "intern",
        "2025",
    )
    assert client.get(reverse("zorglandschap", args=[ASSEN])).status_code == 404


def test_planted_another_class_would_change_what_is_told(mart, monkeypatch):
    """The counts really go through the exit: with the open door in its place small ones are gone."""
    monkeypatch.setattr(landschap_module, "show_internal", lambda tabel, doel: disclose(tabel))
    beeld = seen()
    assert beeld.aanbod.klasse == "openbaar"
    assert beeld.aanbod.cell(mart.hulpvorm, "lopend").waarde is None
    assert {rij["lopend"] for rij in plain_rows(beeld, beleid())} == {0}


def test_who_mends_what_is_missing_stands_there_and_can_begin(mart, client):
    """One provider: a hulpvorm that leans, with nobody who mends it until somebody opens a dossier."""
    schrijver = make_medewerker(Rol.REGIOMANAGER)
    sign_in(client, schrijver)
    adres = reverse("zorglandschap", args=[MIDDEN_DRENTHE])
    tekst = client.get(adres).content.decode()
    assert "nog geen dossier" in tekst
    begin = f"{reverse('landschapsdossier-nieuw')}?hulpvorm={mart.hulpvorm}&amp;gebied=noordmidden-drenthe"
    assert begin in tekst
    form = client.get(begin.replace("&amp;", "&")).content.decode()
    assert f'<option value="{mart.hulpvorm}" selected>' in form
    assert '<option value="noordmidden-drenthe" selected>' in form
    by = actor_of(schrijver)
    behoefte = Behoefte(
        "Meer ambulante hulp", mart.hulpvorm, "noordmidden-drenthe", "Er is maar één aanbieder."
    )
    dossier = open_landschap(by=by, nieuw=behoefte)
    elders = Behoefte("Hulp in het zuiden", mart.hulpvorm, "zuid-drenthe", "Daar ook.")
    open_landschap(by=by, nieuw=elders)
    tekst = client.get(adres).content.decode()
    assert f'href="{reverse("landschapsdossier", args=[dossier])}"' in tekst
    assert "nog niemand gevraagd" in tekst
    assert "nog geen dossier" not in tekst
    assert "Hulp in het zuiden" not in tekst
    alternatief = Alternatief("Samen met het team.", "Dichtbij.", "Het team heeft weinig tijd.")
    add_alternatief(by=by, dossier_id=dossier, nieuw=alternatief)
    consult_markt(by=by, dossier_id=dossier, nieuw=Marktvraag("Zorg A", "Kunt u dit?", date(2026, 3, 2)))
    assert "1 aanbieder gevraagd, 0 antwoordde" in client.get(adres).content.decode()


def test_a_question_that_waits_without_any_contract_is_a_gap_too(mart):
    Contractproduct.objects.update(begindatum=date(2020, 1, 1), tot_datum=date(2025, 2, 1))
    beeld = seen()
    vorm = form_of(beeld, mart.hulpvorm)
    alone = {"jeugdigen": replace(vorm.vraag["jeugdigen"], teller=0)}
    waits = {"gewacht": replace(vorm.vraag["gewacht"], teller=0, noemer=3)}
    only_waiting = replace(vorm, vraag={**vorm.vraag, **alone, **waits})
    vel = sheet(replace(beeld, vormen=(only_waiting,)), beleid())
    first = next(zin for _naam, zin in vel.signalen)
    assert first == "Geen aanbieder heeft een contract, en 3 vragen wachten nog."
    assert "bij 1 is er vraag zonder contract" in vel.kernzin


# --- from tables of another back office -------------------------------------------------------------


def in_a_folder(settings, map_):
    """What the mart holds, as another back office would bring it."""
    for naam in ("spells", "verwijzingen"):
        whole = concat_tables([parquet.read_table(pad) for pad in mart_files(settings.MART)[naam]])
        parquet.write_table(whole, map_ / f"{naam}.parquet")
    return map_


def test_the_command_gives_the_same_from_tables_as_the_page_from_the_register(mart, settings, tmp_path):
    (map_ := tmp_path / "tabellen").mkdir()
    asked = ["zorglandschap", "--bron", str(in_a_folder(settings, map_)), "--gebied", MIDDEN_DRENTHE]
    answer = CliRunner().invoke(koers, [*asked, "--json"])
    assert answer.exit_code == 0, answer.output
    assert json.loads(answer.stdout) == plain_rows(seen(), beleid())
    text = CliRunner().invoke(koers, asked).stdout
    assert sheet(seen(), beleid()).kernzin in text
    assert "Er is één aanbieder met een contract: aanbieder in Midden-Drenthe." in text


def test_the_command_says_what_it_cannot_count(mart, settings, tmp_path, monkeypatch):
    (map_ := tmp_path / "tabellen").mkdir()
    bron = ["zorglandschap", "--bron", str(in_a_folder(settings, map_)), "--gebied"]
    later = CliRunner().invoke(koers, [*bron, MIDDEN_DRENTHE, "--jaar", "2030"])
    strange = CliRunner().invoke(koers, [*bron, "GM9999"])
    (map_ / "verwijzingen.parquet").unlink()
    half = CliRunner().invoke(koers, [*bron, MIDDEN_DRENTHE])
    for answer, words in ((later, "2030"), (strange, "GM9999"), (half, "verwijzingen")):
        assert answer.exit_code == 1
        assert words in answer.output
    in_a_folder(settings, map_)
    monkeypatch.setattr(landschap_module, "_contracts", lambda: ())  # as in a register that has none
    empty = CliRunner().invoke(koers, [*bron, MIDDEN_DRENTHE])
    assert empty.exit_code == 1
    assert "nog geen cijfers over vraag en aanbod" in empty.output
