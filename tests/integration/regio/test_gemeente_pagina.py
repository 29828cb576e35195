"""Any municipality: its own figures, its peers, its borders, and what was replaced."""

import pytest

from koers.actions.monitor.regio import VERGELIJKBAAR, read_vergelijking
from koers.domain import gelijkenis
from koers.domain.gelijkenis import KENMERKEN, nearest
from koers.registers.monitor.models import Gebied, GebiedSoort
from tests.integration.monitor.tabellen import bring
from tests.integration.regio.lezen import pictures, read, table, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped")]
# Found once by hand-checking the columns: large towns of the north and east, of about the same age.
GELIJK_AAN_ASSEN = {
    "Deventer",
    "Heerenveen",
    "Helmond",
    "Hengelo (O.)",
    "Middelburg (Z.)",
    "Roosendaal",
    "Schiedam",
    "Zutphen",
}


def peers(html: str) -> set[str]:
    """The eight, from the picture."""
    strip = next(een for een in pictures(html) if een.get("id") == "gelijken")
    return {words(link).rpartition(" ")[0] for link in strip.iter("a")}


def test_own_figures_stand_beside_inkoopregio_region_and_country(client):
    rows = table(client.get("/regio/GM1731/").text)
    assert rows["Jongeren met jeugdzorg in natura"] == ["11,2%", *["niet gepubliceerd"] * 3, "10,3%"]
    assert rows["Inwoners"] == ["33.381", "192.808", "494.771", "17.475.415", "31.376"]
    assert rows["Gemiddeld inkomen per inwoner"][0] == "€ 27.700"


def test_the_first_line_is_the_own_figure_and_that_of_the_peers(client):
    html = client.get("/regio/GM0106/").text
    assert "In Assen kreeg 14,6% van de personen tot 23 jaar jeugdzorg in natura (2021)." in html
    assert "In de 8 gemeenten die er het meest op lijken was dat" in html


def test_peers_are_those_that_are_alike_and_the_picture_holds_the_numbers_of_the_table(client):
    html = client.get("/regio/GM0106/").text
    assert peers(html) == GELIJK_AAN_ASSEN
    rows = table(html)
    strip = next(een for een in pictures(html) if een.get("id") == "gelijken")
    for link in strip.iter("a"):
        naam, _, waarde = words(link).rpartition(" ")
        assert rows[naam][0] == waarde


def test_peers_by_raw_numbers_would_be_noticed(client, monkeypatch):
    monkeypatch.setattr(gelijkenis, "step", lambda maten: 1.0)
    assert peers(client.get("/regio/GM0106/").text) != GELIJK_AAN_ASSEN


def test_the_columns_that_are_read_are_the_characteristics_that_are_compared():
    assert set(VERGELIJKBAAR) == {kenmerk.naam for kenmerk in KENMERKEN}


def test_what_is_alike_and_what_is_not_is_said_in_words(client):
    rows = table(client.get("/regio/GM1731/").text)
    _, _, gelijk, anders = rows["De Wolden"]
    assert gelijk == "aantal inwoners, kinderen tot 15 jaar, jongeren van 15 tot 25, inkomen, stedelijkheid"
    assert anders == "bijstand 9,44 (hier 12,88)"


def test_who_is_like_nobody_is_told(client):
    assert "Geen enkele gemeente lijkt sterk op Amsterdam" in client.get("/regio/GM0363/").text
    assert "Geen enkele gemeente lijkt sterk" not in client.get("/regio/GM1731/").text


def test_a_municipality_that_ended_says_in_what_it_went_on(client):
    html = client.get("/regio/GM0457/").text
    assert "Deze gemeente bestaat niet meer." in html
    assert "Op 24 maart 2022 ging zij op in" in html
    assert 'href="/regio/GM0363/"' in html
    assert "20.445" in html


def test_a_municipality_that_is_new_says_where_its_earlier_figures_are(client):
    html = client.get("/regio/GM1982/").text
    assert 'href="/regio/GM1684/"' in html  # Cuijk
    assert "Cijfers van voor die dag horen bij de grenzen van toen" in html
    assert "er is niets om op te vergelijken" in html


def test_where_others_went_on_in_figures_are_not_summed(client):
    """Amsterdam of 2021 is without Weesp, and stays so."""
    rows = table(client.get("/regio/GM0363/").text)
    assert rows["Inwoners"][0] == "873.338"


@pytest.mark.parametrize("code", ["GM9999", "JZ04", "NL00", "gm1731", "x"])
def test_what_is_no_municipality_is_not_there(client, code):
    assert client.get(f"/regio/{code}/").status_code == 404


def test_a_replaced_figure_stays_to_be_seen(client):
    bring("code;inwoners;jeugdzorg_in_natura\nGM1731;33381;11,6\n", naam="kwb_2021.csv")
    html = client.get("/regio/GM1731/").text
    assert "1 cijfer is later vervangen" in html
    assert "<s>11,2%</s>" in html
    assert "In Midden-Drenthe kreeg 11,6%" in html


def test_peers_are_sought_in_the_year_of_the_figure(client):
    bring("code;inwoners\nGM0106;69000\nGM0114;107500\n", naam="kwb_2022.csv")
    html = client.get("/regio/GM0106/").text
    assert "In Assen kreeg 14,6%" in html
    assert peers(html) == GELIJK_AAN_ASSEN


def test_every_municipality_of_any_year_has_a_page_that_holds(client):
    """A sample over the whole country, with the smallest and what came later."""
    vergelijking = read_vergelijking(by=None)
    assert len(vergelijking.codes) == 352
    for code in vergelijking.codes[::9]:
        found = nearest(code, vergelijking.codes, vergelijking.kolommen)
        assert len(found.gelijken) == 8
    codes = Gebied.objects.filter(soort=GebiedSoort.GEMEENTE).order_by("code").values_list("code", flat=True)
    for code in [*codes[::40], "GM0088", "GM0096"]:
        answer = client.get(f"/regio/{code}/")
        assert answer.status_code == 200
        assert read(answer.text).fouten == []
        assert pictures(answer.text) or "er is niets om op te vergelijken" in answer.text


def test_a_page_asks_few_queries(client, django_assert_max_num_queries):
    with django_assert_max_num_queries(22):
        client.get("/regio/GM1731/")
