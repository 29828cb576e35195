"""From a start of help to the figure on the page: the mart, the indicator, and what is told of it."""

import csv
import hashlib
import io
import json
import re
from datetime import date
from pathlib import Path

import pytest
import time_machine
from click.testing import CliRunner

from koers.actions.monitor import berekend
from koers.actions.monitor import mart as mart_acts
from koers.actions.monitor.berekend import read_indicator, read_indicator_intern
from koers.actions.monitor.mart import refresh_mart
from koers.actions.zorg.toewijzen import register_start, register_stop
from koers.analytics.mart import mart_files
from koers.cli import koers
from koers.domain.actor import systeemactor
from koers.domain.rollen import Rol
from koers.registers.kern.models import LogRegel, Persoon
from koers.registers.klok import vandaag
from koers.registers.monitor.models import Bevolking
from tests.wereld import (
    ASSEN,
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
INDICATOR = "aandeel-specialistisch"
NAMEN = (
    "Anker",
    "Berg",
    "Cirkel",
    "Duin",
    "Elzinga",
    "Fokkema",
    "Gras",
    "Hoekstra",
    "Ivens",
    "Jager",
    "Lans",
)


@pytest.fixture(autouse=True)
def mart(settings, tmp_path):
    settings.MART = tmp_path / "mart"
    berekend._compute.cache_clear()
    berekend._open.cache_clear()
    return settings.MART


@pytest.fixture
def product():
    return make_product(make_organisatie(MIDDEN_DRENTHE, "aanbieder"))


@pytest.fixture
def controller():
    return make_actor(Rol.CONTROLLER)


@pytest.fixture(autouse=True)
def _population():
    for gemeente in (MIDDEN_DRENTHE, ASSEN):
        make_gemeente(gemeente)
        Bevolking.objects.bulk_create(
            Bevolking(gemeente_code=gemeente, jaar=jaar, leeftijd=leeftijd, aantal=100)
            for jaar in range(2019, vandaag().year + 1)
            for leeftijd in range(23)
        )


def start_one(product, naam="Telt", begin=None):
    by = make_actor(Rol.JEUGDCONSULENT)
    familie = give_help(by, make_familie(by, naam), product)
    register_start(by=by, toewijzing_id=familie.toewijzing, datum=begin or vandaag())
    return by, familie


def counted(controller, jaar=None):
    """The exact numerator of Midden-Drenthe in a year, after a refresh."""
    refresh_mart(by=SYSTEEM)
    found = read_indicator_intern(by=controller, indicator=INDICATOR)
    row = {c.periode: c.teller for c in found.cijfers if c.gebied == MIDDEN_DRENTHE}
    return row[str(jaar or vandaag().year)]


def bytes_of(mart: Path) -> dict[str, str]:
    return {
        p.relative_to(mart).as_posix(): hashlib.sha256(p.read_bytes()).hexdigest()
        for p in sorted(mart.rglob("*"))
        if p.is_file()
    }


@pytest.mark.parametrize("motor", ["ibis", "in_memory"])
def test_another_engine_counts_the_own_mart_the_same(product, controller, motor):
    start_one(product)
    assert counted(controller) == 1
    assert read_indicator(by=None, indicator=INDICATOR, motor=motor) == read_indicator(
        by=None, indicator=INDICATOR
    )
    sleutel = berekend._key(INDICATOR, None, None)
    exact = berekend._compute(sleutel)[1].uitkomsten
    assert berekend._compute(sleutel, motor)[1].uitkomsten == exact != {}


def test_one_start_of_help_moves_the_figure_by_exactly_one(product, controller):
    start_one(product, "Eerste")
    before = counted(controller)
    start_one(product, "Tweede")
    assert counted(controller) == before + 1


def test_help_that_was_given_but_did_not_start_does_not_count(product, controller):
    by = make_actor(Rol.JEUGDCONSULENT)
    give_help(by, make_familie(by, "Wacht"), product)
    assert counted(controller) == 0


def test_one_child_with_help_twice_is_one_young_person(product, controller):
    by, familie = start_one(product)
    again = give_help(by, familie, product)
    register_start(by=by, toewijzing_id=again.toewijzing, datum=vandaag())
    assert counted(controller) == 1


def test_level_three_is_not_specialised(controller):
    start_one(make_product(make_organisatie(MIDDEN_DRENTHE, "aanbieder"), niveau=3, code="45A03"))
    assert counted(controller) == 0


def test_the_day_help_starts_decides_the_year(product, controller):
    with time_machine.travel("2025-12-31T12:00:00+00:00", tick=False):
        by, familie = start_one(product)
        register_stop(by=by, toewijzing_id=familie.toewijzing, datum=date(2025, 12, 31), reden="31")
    assert counted(controller, 2025) == 1
    assert counted(controller, 2026) == 0


def test_a_mart_holds_no_person(product, mart):
    start_one(product, "Kanarienaam")
    refresh_mart(by=SYSTEEM)
    import pyarrow.parquet as pq

    text = ""
    for files in mart_files(mart).values():
        for file in files:
            table = pq.read_table(file)
            text += str(table.to_pylist()) + str(table.schema.names)
    keys = {str(pk).replace("-", "") for pk in Persoon.objects.values_list("pk", flat=True)}
    assert keys
    assert not any(key in text.replace("-", "") for key in keys)
    assert "Kanarienaam" not in text
    assert "2014-02-28" not in text
    assert "2014-02" in text


def test_a_refresh_of_what_changed_equals_a_whole_one_byte_for_byte(product, mart, settings, tmp_path):
    by, familie = start_one(product, "Een")
    refresh_mart(by=SYSTEEM)
    start_one(product, "Twee")
    register_stop(by=by, toewijzing_id=familie.toewijzing, datum=vandaag(), reden="31")
    refresh_mart(by=SYSTEEM)
    step_by_step = bytes_of(mart)
    now = mart_files(mart)
    settings.MART = tmp_path / "heel"
    refresh_mart(by=SYSTEEM, heel=True)
    whole = bytes_of(settings.MART)
    assert whole == {k: step_by_step[k] for k in whole}
    assert {p.name for files in now.values() for p in files} == {
        k.split("/")[-1] for k in whole if k.endswith("parquet")
    }


def test_a_second_refresh_without_news_writes_nothing(product):
    start_one(product)
    refresh_mart(by=SYSTEEM)
    assert refresh_mart(by=SYSTEEM).geschreven == ()


def test_everybody_sees_no_small_number_and_the_controller_sees_it_marked(product, controller, client):
    start_one(product)
    assert counted(controller) == 1
    found = read_indicator(by=None, indicator=INDICATOR)
    cell = next(c for c in found.cijfers if c.gebied == MIDDEN_DRENTHE and c.periode == str(vandaag().year))
    assert (cell.waarde, cell.teller) == (None, None)
    page = client.get(f"/indicatoren/{INDICATOR}/").content.decode()
    assert "7 of minder" in page
    assert "1 van 1.900" not in page
    sign_in(client, make_medewerker(Rol.CONTROLLER))
    page = client.get(f"/indicatoren/{INDICATOR}/intern/").content.decode()
    assert "1 van 1.900" in page
    assert "Intern: exacte cijfers" in page
    assert LogRegel.objects.filter(handeling="read_indicator_intern", onderwerp_id=INDICATOR).exists()


def test_a_controller_sees_only_the_own_municipality_exactly(product):
    refresh_mart(by=SYSTEEM)
    found = read_indicator_intern(by=make_actor(Rol.CONTROLLER, ASSEN), indicator=INDICATOR)
    assert {c.gebied for c in found.cijfers} == {ASSEN}


def test_the_denominator_is_the_population_of_0_to_18_on_1_january(product, controller):
    start_one(product)
    counted(controller)
    found = read_indicator_intern(by=controller, indicator=INDICATOR)
    assert {c.noemer for c in found.cijfers} == {1900}


def test_the_command_prints_the_contract(product, mart):
    start_one(product)
    refresh_mart(by=SYSTEEM)
    answer = CliRunner().invoke(koers, ["indicator", INDICATOR, "--json", "--gebied", MIDDEN_DRENTHE])
    rows = json.loads(answer.output)
    assert set(rows[0]) == {
        *("id", "gebied", "periode", "waarde", "eenheid", "teller", "noemer", "klasse", "peildatum"),
        "definitie_versie",
    }
    assert len(rows) == vandaag().year - 2018
    assert rows[-1]["klasse"] == "openbaar"


def cells_of_page(html):
    """Per area and period the text of its cell, as a reader sees it."""
    table = re.search(r'<table class="tabel" aria-labelledby="berekend">.*?</table>', html, re.S).group()
    found = {}
    for rij in re.findall(r"<tr>(<th scope=\"row\".*?)</tr>", table, re.S):
        naam = re.search(r"<th[^>]*>(.*?)</th>", rij).group(1)
        for periode, cel in re.findall(r'<td class="getal" data-label="(\d+)">(.*?)</td>', rij, re.S):
            found[naam, periode] = re.sub(r"<[^>]+>", " ", cel).replace("*", "").split(" ")[0]
    return found


def as_shown(waarde):
    return "7" if waarde is None else f"{waarde:.1f}%".replace(".", ",")


def test_command_page_and_file_give_the_same_figures(product, mart, client, controller):
    """Value by value; what is not told stands in none of them."""
    for naam in NAMEN:
        start_one(product, naam)
    refresh_mart(by=SYSTEEM)
    answer = json.loads(CliRunner().invoke(koers, ["indicator", INDICATOR, "--json"]).stdout)
    names = {c.gebied: c.gebiedsnaam for c in read_indicator(by=None, indicator=INDICATOR).cijfers}
    page = cells_of_page(client.get(f"/indicatoren/{INDICATOR}/").content.decode())
    assert len(page) == len(answer)
    now = str(vandaag().year)
    assert next(r for r in answer if (r["gebied"], r["periode"]) == (MIDDEN_DRENTHE, now))["teller"] == 10
    for rij in answer:
        cel = page[names[rij["gebied"]], rij["periode"]]
        untold = {"7", "niet", "geen"}
        assert cel in untold if rij["waarde"] is None else cel == as_shown(rij["waarde"])
    text = client.get(f"/indicatoren/{INDICATOR}/tabel.csv").content.decode("utf-8-sig")
    lines = csv.DictReader(io.StringIO(text), delimiter=";")
    from_file = {(r["gebied"], r["periode"]): (r["waarde"], r["teller"]) for r in lines}
    for rij in answer:
        told = ["" if rij[naam] is None else str(rij[naam]) for naam in ("waarde", "teller")]
        assert [v.replace(",", ".") for v in from_file[rij["gebied"], rij["periode"]]] == told
    alles = json.loads(CliRunner().invoke(koers, ["monitor", "--json"]).stdout)
    standard = [r for r in alles if r["id"] == INDICATOR and r["lezing"] == "in-de-periode"]
    assert [{k: v for k, v in r.items() if k != "lezing"} for r in standard] == answer


def test_exact_figures_of_the_register_are_not_for_the_command_line(product, mart):
    refresh_mart(by=SYSTEEM)
    answer = CliRunner().invoke(koers, ["monitor", "--klasse", "intern"])
    assert answer.exit_code == 1
    assert "Exacte cijfers uit het register ziet alleen wie er een rol voor heeft" in answer.stderr


def test_the_monitor_says_which_tables_the_mart_lacks(product, mart, monkeypatch):
    monkeypatch.delitem(mart_acts._FEITEN, "partneroordelen")  # as an older mart had none
    refresh_mart(by=SYSTEEM)
    answer = CliRunner().invoke(koers, ["monitor", "--gebied", MIDDEN_DRENTHE, "--periode", "2025", "--json"])
    assert "samenwerking-partners: niet te berekenen: tabel partneroordelen ontbreekt" in answer.stderr
    rows = json.loads(answer.stdout)
    assert {(r["gebied"], r["periode"]) for r in rows} == {(MIDDEN_DRENTHE, "2025")}
    assert len({r["id"] for r in rows}) == 14


def test_without_a_mart_the_page_says_that_koers_does_not_compute_yet(client):
    assert (
        "Koers rekent dit cijfer nog niet zelf uit"
        in client.get(f"/indicatoren/{INDICATOR}/").content.decode()
    )
