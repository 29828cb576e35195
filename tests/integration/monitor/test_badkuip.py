"""De badkuip: from tables in hand, counted by hand; on its page, only for one's own municipality."""

import csv
import json
import re

import pytest
import time_machine
from click.testing import CliRunner

from koers.actions.monitor.mart import refresh_mart
from koers.actions.zorg.toewijzen import register_start
from koers.cli import koers
from koers.domain.actor import systeemactor
from koers.domain.rollen import Rol
from koers.registers.kern.models import LogRegel
from tests.integration.monitor.test_monitor_bron import KOP, as_spell
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

# 2020: two begin. 2021: c begins twice (what follows on is one stay, a pause makes two), a stops, b moves.
SPELLS = [
    ("a", "2010-03", "GM1731", 5, "2020-01-01", "2021-06-30"),
    ("b", "2010-03", "GM1731", 5, "2020-07-01", "2021-12-31"),
    ("b", "2010-03", "GM0106", 5, "2022-01-01", ""),
    ("c", "2010-03", "GM1731", 4, "2021-01-01", "2021-01-31"),
    ("c", "2010-03", "GM1731", 6, "2021-02-01", "2021-02-28"),
    ("c", "2010-03", "GM1731", 6, "2021-12-01", ""),
    ("c", "2010-03", "GM1731", 8, "2021-12-01", ""),
    ("d", "2010-03", "GM1731", 2, "2020-03-01", ""),
]


@pytest.fixture
def map_(tmp_path):
    with (tmp_path / "spells.csv").open("w", newline="") as file:
        csv.writer(file).writerows([KOP, *(as_spell(*rij) for rij in SPELLS)])
    return tmp_path


def run(*options):
    with time_machine.travel("2026-03-01T12:00:00+00:00", tick=False):
        return CliRunner().invoke(koers, ["badkuip", *map(str, options)])


def test_the_basin_is_counted_as_by_hand(map_):
    answer = json.loads(run("--bron", map_, "--gebied", "GM1731", "--tot", 2022, "--json").stdout)
    numbers = [(j["jaar"], j["begin"], j["instroom"], j["uitstroom"], j["eind"]) for j in answer["jaren"]]
    # b's last day in the municipality is 31 December 2021: outflow on 1 January 2022, and not in the stock.
    assert numbers == [(2020, 0, 2, 0, 2), (2021, 2, 2, 2, 2), (2022, 2, 0, 1, 1)]
    jaar = answer["jaren"][1]
    # a until 30 June, b all year, c January and February, and December.
    assert jaar["dagen"] == 181 + 365 + 59 + 31
    assert answer["stapeling"] == [{"lopend": 2, "jeugdigen": 1}]
    assert answer["jaren"][1]["groei"]["totaal"] == 0
    parts = jaar["groei"]
    together = parts["zonder_verandering"] + parts["door_instroom"] + parts["door_uitstroom"]
    assert abs(together - parts["totaal"]) < 0.002


def test_a_median_of_fewer_than_five_says_that_it_is_not_sure(map_):
    """In 2021 two were still there when the first one stopped."""
    answer = run("--bron", map_, "--gebied", "GM1731", "--tot", 2022).stdout
    assert "onzeker" in answer


def test_the_chain_of_levels_follows_the_order_of_beginning(map_):
    answer = json.loads(run("--bron", map_, "--gebied", "GM1731", "--tot", 2021, "--json").stdout)
    assert {(tuple(p["niveaus"]), p["aantal"]) for p in answer["paden"]} == {((4, 6), 1), ((6, 8), 1)}


def test_all_help_counts_the_lighter_levels_too(map_):
    answer = json.loads(
        run("--bron", map_, "--gebied", "GM1731", "--tot", 2021, "--hulp", "alles", "--json").stdout
    )
    assert [j["eind"] for j in answer["jaren"]] == [3, 3]


def test_without_the_table_of_help_there_is_a_sentence(tmp_path):
    (tmp_path / "bevolking.csv").write_text("gemeente,leeftijd,jaar,aantal\nGM1731,3,2024,300\n")
    answer = run("--bron", tmp_path, "--gebied", "GM1731")
    assert answer.exit_code == 1
    assert "tabel spells nodig" in answer.stderr


@pytest.fixture
def mart(settings, tmp_path):
    settings.MART = tmp_path / "mart"
    return settings.MART


@pytest.mark.django_db
def test_the_page_shows_the_own_municipality_and_writes_the_log(client, mart):
    make_gemeente(ASSEN)
    product, by = make_product(make_organisatie(MIDDEN_DRENTHE, "aanbieder")), make_actor(Rol.JEUGDCONSULENT)
    with time_machine.travel("2025-05-01T12:00:00+00:00", tick=False):
        familie = give_help(by, make_familie(by, "Kanarie"), product)
        register_start(by=by, toewijzing_id=familie.toewijzing, datum=familie_day())
    refresh_mart(by=systeemactor("mart", functionaris="controller"))
    sign_in(client, make_medewerker(Rol.CONTROLLER))
    page = client.get("/badkuip/", follow=True)
    html = page.content.decode()
    assert page.request["PATH_INFO"] == f"/badkuip/{MIDDEN_DRENTHE}/"
    assert "ging het aantal jeugdigen met hulp in 2025 van 0 naar 1" in html
    assert "Intern: exacte cijfers" in html
    assert "Kanarie" not in html
    assert re.search(r"<svg[^>]+badkuip", html)
    assert LogRegel.objects.filter(handeling="read_badkuip", onderwerp_id=MIDDEN_DRENTHE).exists()
    assert client.get(f"/badkuip/{ASSEN}/").status_code == 404
    assert "alle hulp" in client.get(f"/badkuip/{MIDDEN_DRENTHE}/?hulp=alles").content.decode()


def familie_day():
    from koers.registers.klok import vandaag

    return vandaag()


@pytest.mark.django_db
def test_without_figures_the_page_says_what_is_needed(client, mart):
    make_gemeente(MIDDEN_DRENTHE)
    sign_in(client, make_medewerker(Rol.BELEIDSADVISEUR))
    assert "nog geen cijfers over hulp" in client.get(f"/badkuip/{MIDDEN_DRENTHE}/").content.decode()
