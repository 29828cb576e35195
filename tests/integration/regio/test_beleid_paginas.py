"""Policy for everyone: every kind, every indicator, with source, owner, review date and open questions."""

import re
import shutil
from datetime import date

import pytest

from koers.policy import beleid, load_beleid
from koers.policy.kinds import SOORTEN as SOORTEN_VAN_BELEID
from koers.policy.loading import shipped_folder
from koers.presentation.beleid.bladen import BLADEN
from koers.presentation.beleid.woorden import INDELING, SOORTEN
from tests.integration.regio.lezen import pictures, read, table, words

pytestmark = pytest.mark.django_db
ALLE = {soort.naam for soort in SOORTEN_VAN_BELEID}


def test_every_kind_of_policy_has_a_page_a_name_and_a_place():
    assert set(BLADEN) == ALLE - {"indicatoren"}
    assert set(SOORTEN) == ALLE
    ingedeeld = [soort for _titel, soorten in INDELING for soort in soorten]
    assert sorted(ingedeeld) == sorted(ALLE)


def test_the_first_page_leads_to_every_kind_and_counts_right(client):
    html = client.get("/beleid/").text
    assert f"Koers werkt hier met {len(beleid().bestanden)} bestanden" in html
    rows = table(html)
    for soort in ALLE:
        naam = str(SOORTEN[soort].naam)
        assert rows[naam][0] == str(len(beleid().van_soort(soort)))
        assert (f'href="/beleid/{soort}/"' in html) or soort == "indicatoren"
    assert 'href="/indicatoren/"' in html


def missing(soort: str, html: str) -> set[str]:
    """Ids of things of this kind without a place on the page."""
    return {id for id in beleid().van_soort(soort) if f'id="{id}"' not in html}


@pytest.mark.parametrize("soort", sorted(BLADEN))
def test_everything_of_a_kind_stands_on_its_page_with_an_anchor(client, soort):
    answer = client.get(f"/beleid/{soort}/")
    assert answer.status_code == 200
    assert missing(soort, answer.text) == set()
    assert read(answer.text).fouten == []


@pytest.mark.parametrize("soort", sorted(BLADEN))
def test_every_anchor_is_there_once_and_every_link_leads_somewhere(client, soort):
    html = client.get(f"/beleid/{soort}/").text
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    doelen: dict[str, str] = {}
    for adres in set(re.findall(r'href="(/(?:beleid|indicatoren)/[^"]*)"', html)):
        pad, _, anker = adres.partition("#")
        if pad not in doelen:
            answer = client.get(pad, follow=True)
            assert answer.status_code == 200, adres
            doelen[pad] = answer.text
        assert not anker or f'id="{anker}"' in doelen[pad], adres


@pytest.mark.parametrize("soort", sorted(BLADEN))
def test_every_file_is_listed_with_its_version(client, soort):
    html = client.get(f"/beleid/{soort}/").text
    for bestand in beleid().bestanden:
        if bestand.soort == soort:
            assert bestand.pad in html
            assert bestand.herkomst.definitie_versie in html


def test_an_unknown_kind_is_not_there(client):
    assert client.get("/beleid/wensen/").status_code == 404


def test_the_key_says_that_it_is_not_a_hundred(client):
    html = client.get("/beleid/verdeelsleutels/").text
    assert "telt op tot 99,9%" in html
    rows = table(html)
    assert (rows["Emmen"], rows["Samen"]) == (["24,7%"], ["99,9%"])
    staven = pictures(html)[0]
    assert {words(rij) for rij in staven.iter("g")} >= {"Emmen 24,7%", "De Wolden 2,9%"}


def test_the_eight_levels_are_drawn_in_three_stretches(client):
    html = client.get("/beleid/interventieniveaus/").text
    (trap,) = pictures(html)
    treden = [een.get("class") for een in trap.iter("g") if "trap__trede" in een.get("class", "")]
    assert [een.rpartition("--")[2] for een in treden] == ["groen"] * 3 + ["geel"] * 2 + ["rood"] * 3
    assert "vrij toegankelijk" in words(trap)
    assert table(html)["Niveau 8"][2] == "bovenlokaal"


def test_a_code_is_found_by_meaning_by_code_and_by_list(client):
    for zoek, verwacht in (
        ("huisarts", "Huisarts"),
        ("8001", "8001"),
        ("COD327 08", "08"),
        ("HUÍSARTS", "Huisarts"),
    ):
        html = client.get("/beleid/codelijsten/", {"zoek": zoek}).text
        assert verwacht in html
        assert "<details class" not in html.partition('id="gevonden"')[2].partition("<table")[0]


def test_a_search_narrows_and_says_how_many_it_found(client):
    html = client.get("/beleid/codelijsten/", {"zoek": "huisarts"}).text
    found = [row for row in read(html).rows if len(row) == 3 and row[1].startswith("Huisarts")]
    assert f"{len(found)} codes gevonden met “huisarts”" in html
    assert "Gecertificeerde instelling" not in html


def test_nothing_found_says_what_to_do(client):
    html = client.get("/beleid/codelijsten/", {"zoek": "<b>qqq</b>"}).text
    assert "Niets gevonden met" in html
    assert "<b>qqq" not in html


def test_the_time_line_runs_from_early_to_late_and_is_no_more_precise_than_its_source(client):
    html = client.get("/beleid/tijdlijn/").text
    data = [row[0] for row in read(html).rows if len(row) == 6 and re.fullmatch(r"[^/]*\d{4}.*", row[0])]
    assert data[0] == "2011"
    assert "najaar 2015" in data
    assert "7 mei 2021" in data
    assert "na september 2018 (de bron geeft geen einde)" in data
    jaren = [int(re.findall(r"\d{4}", dag)[0]) for dag in data]
    assert jaren == sorted(jaren)


def test_what_has_not_happened_yet_says_so(client, monkeypatch):
    html = client.get("/beleid/tijdlijn/").text
    assert "nog niet gebeurd" in html
    monkeypatch.setattr("koers.web.monitor.beleid.vandaag", lambda: date(2031, 1, 1))
    assert "nog niet gebeurd" not in client.get("/beleid/tijdlijn/").text


def test_a_review_date_that_passed_is_said(client, monkeypatch):
    assert "die dag is voorbij" not in client.get("/beleid/normen/").text
    assert "Van geen enkel bestand is die dag voorbij." in client.get("/beleid/").text
    monkeypatch.setattr("koers.web.monitor.beleid.vandaag", lambda: date(2040, 1, 1))
    assert "die dag is voorbij" in client.get("/beleid/normen/").text
    assert "bestanden is die dag voorbij" in client.get("/beleid/").text


def test_policy_of_the_municipality_itself_is_told_apart(client, monkeypatch, tmp_path):
    (tmp_path / "principes").mkdir()
    shutil.copy(shipped_folder() / "principes" / "normaliseren.yaml", tmp_path / "principes")
    eigen = load_beleid(overlay=tmp_path)
    assert "Dit is beleid van de gemeente zelf." not in client.get("/beleid/principes/").text
    monkeypatch.setattr("koers.web.monitor.beleid.in_force", lambda: eigen)
    html = client.get("/beleid/principes/").text
    assert html.count("Dit is beleid van de gemeente zelf.") == 1
    assert "Daarvan is 1 van de gemeente zelf." in client.get("/beleid/").text


# --- indicators -------------------------------------------------------------------------------------


def test_the_list_leads_to_every_indicator(client):
    html = client.get("/indicatoren/").text
    for id in beleid().indicatoren:
        assert f'href="/indicatoren/{id}/"' in html


@pytest.mark.parametrize("id", sorted(beleid().indicatoren))
def test_an_indicator_says_everything_that_its_file_says(client, id):
    een = beleid().indicatoren[id]
    html = client.get(f"/indicatoren/{id}/").text
    from django.utils.html import escape

    teksten = [een.naam, een.wat, een.waarom, een.meting.teller, een.toelichting]
    teksten += [tekst for vraag in een.open_vragen for tekst in (vraag.vraag, vraag.zolang)]
    teksten += [tekst for doel in een.doelen for tekst in (doel.in_woorden, *doel.voorwaarden)]
    for tekst in teksten:
        assert tekst is None or escape(tekst.nl) in html
    assert een.herkomst.definitie_versie in html
    assert "Koers rekent dit cijfer nog niet zelf uit" in html
    assert read(html).fouten == []


def test_both_dates_of_the_seven_percent_are_shown(client):
    html = client.get("/indicatoren/aandeel-specialistisch/").text
    doelen = [row for row in read(html).rows if "7%" in row]
    assert [row[2] for row in doelen] == ["31 december 2026", "31 december 2027"]
    (beeld,) = pictures(html)
    assert "doel: 7% op 31 december 2026 of 31 december 2027" in words(beeld)
    assert "De bron geeft er twee data voor" in html


def test_the_numbers_of_the_picture_stand_in_the_table(client):
    html = client.get("/indicatoren/aandeel-jeugdzorg/").text
    (beeld,) = pictures(html)
    in_beeld = [words(rij).rpartition(" ")[2] for rij in beeld.iter("g") if rij.get("class") == "staaf-rij"]
    in_tabel = [row[2] for row in read(html).rows if len(row) == 5][1:]
    assert in_beeld == in_tabel == ["10,6%", "11,8%", "3,7%", "10%", "13,3%", "14,3%"]


def test_where_no_source_gives_a_figure_the_page_says_so_and_draws_nothing(client):
    html = client.get("/indicatoren/clienttevredenheid/").text
    assert "Geen van de bronnen geeft hierover een cijfer." in html
    assert pictures(html) == []


def test_an_unknown_indicator_is_not_there(client):
    assert client.get("/indicatoren/geluk/").status_code == 404
