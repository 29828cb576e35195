"""The state of the region: what is said is what was published, for everyone, without JavaScript."""

import pytest

from koers.presentation import regiobeelden
from koers.presentation.beelden.tegelkaart import LIGGING
from koers.registers.kern.models import LogRegel
from koers.registers.monitor.models import Gebied
from tests.integration.monitor.tabellen import bring
from tests.integration.regio.lezen import pictures, read, table, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped")]
PUBLISHED = {
    "Aa en Hunze": ["Noordmidden-Drenthe", "25.399", "4.581", "11,3%", "4,3%"],
    "Assen": ["Noordmidden-Drenthe", "68.836", "14.385", "14,6%", "18,3%"],
    "Emmen": ["Zuid-Drenthe", "107.024", "20.251", "12,0%", "24,7%"],
    "Midden-Drenthe": ["Noordmidden-Drenthe", "33.381", "6.357", "11,2%", "5,7%"],
    "Westerveld": ["Zuid-Drenthe", "19.661", "3.332", "11,2%", "3,1%"],
}


def names(html: str) -> list[str]:
    """The municipalities in the order of the table."""
    return [
        row[0]
        for row in read(html).rows
        if len(row) == 6 and row[1] in ("Noordmidden-Drenthe", "Zuid-Drenthe")
    ]


def test_the_first_sentence_is_the_published_number_of_young_people(client):
    html = client.get("/regio/").text
    assert (
        "Van de 97.536 jeugdigen (0 t/m 18 jaar, 2021) in Drenthe wonen er 58.780 in Zuid-Drenthe "
        "en 38.756 in Noordmidden-Drenthe." in html
    )


def test_the_table_holds_what_was_published(client):
    rows = table(client.get("/regio/").text)
    assert {naam: rows[naam] for naam in PUBLISHED} == PUBLISHED
    assert rows["Drenthe"] == ["494.771", "97.536", "niet gepubliceerd", "99,9%"]
    assert rows["Nederland"] == [
        "17.475.415",
        "alleen in de regio",
        "niet gepubliceerd",
        "alleen in de regio",
    ]
    assert rows["Middelste van 352 gemeenten in Nederland"][2] == "10,3%"


def test_the_page_is_well_formed_and_carries_no_form_or_behaviour_inline(client):
    assert read(client.get("/regio/").text).fouten == []


def gaps(html: str) -> set[str]:
    """Numbers in a picture that do not stand in the row of that municipality."""
    rows = table(html)
    found = set()
    for picture in pictures(html):
        for link in picture.iter("a"):
            *naam, waarde = words(link).split(" ")
            row = next(cells for key, cells in rows.items() if key.replace(" ", "") == "".join(naam))
            if waarde not in row:
                found.add(words(link))
    return found


@pytest.mark.parametrize(
    "cijfer", ["", "jeugd_0_18", "inwoners", "verdeelsleutel", "gemiddeld_inkomen", "aandeel_0_14"]
)
def test_every_number_in_the_pictures_stands_in_the_table(client, cijfer):
    html = client.get("/regio/", {"cijfer": cijfer}).text.replace("€\u00a0", "€")
    kaart, staven = pictures(html)
    assert len(list(kaart.iter("a"))) == len(list(staven.iter("a"))) == 12
    assert gaps(html) == set()


def test_a_picture_with_other_numbers_would_be_noticed(client, monkeypatch):
    right = regiobeelden.cell
    monkeypatch.setattr(
        regiobeelden, "cell", lambda grootheid, cijfer: type(right(grootheid, cijfer))("Jeugdzorg", "99,9%")
    )
    assert gaps(client.get("/regio/").text)


def test_the_order_is_alphabetical_until_somebody_asks_otherwise(client):
    assert names(client.get("/regio/").text) == sorted(names(client.get("/regio/").text))
    assert names(client.get("/regio/?sorteer=-inwoners").text)[:2] == ["Emmen", "Assen"]
    assert names(client.get("/regio/?sorteer=jeugdzorg_in_natura").text)[0] == "De Wolden"


def test_the_headings_are_links_that_sort_without_javascript(client):
    html = client.get("/regio/?sorteer=-inwoners").text
    assert 'aria-sort="descending"' in html
    assert html.count("aria-sort=") == 1
    assert 'href="?sorteer=inwoners"' in html


def test_a_filter_shows_one_inkoopregio_and_says_so(client):
    html = client.get("/regio/?inkoopregio=zuid-drenthe").text
    assert len(names(html)) == 7
    assert "7 gemeenten van Zuid-Drenthe" in html
    kaart, staven = pictures(html)
    assert len(list(staven.iter("a"))) == 7
    assert sum("gedempt" in link.get("class", "") for link in kaart.iter("a")) == 5


def test_nothing_is_ranked(client):
    html = client.get("/regio/?sorteer=-jeugdzorg_in_natura").text
    assert "<ol" not in html.partition("<main")[2].partition("</nav>")[2].partition("</main>")[0]
    assert not {"beste", "slechtste", "ranglijst"} & set(html.lower().split())


@pytest.mark.parametrize(
    "vraag",
    [
        "?sorteer=<script>",
        "?cijfer=alert(1)",
        "?inkoopregio=%00",
        "?jaar=abcd",
        "?jaar=0000",
        "?jaar=²²²²",
        "?sorteer=-",
    ],
)
def test_a_strange_address_is_the_usual_page(client, vraag):
    answer = client.get(f"/regio/{vraag}")
    assert answer.status_code == 200
    assert "<script>" not in answer.text


def test_a_year_without_figures_of_municipalities_says_what_to_do(client):
    answer = client.get("/regio/?jaar=2015")
    assert answer.status_code == 200
    assert "Nieuwste cijfers tonen" in answer.text


def test_a_figure_that_the_source_keeps_back_says_so_in_its_cell(client):
    bring("code;inwoners;jeugdzorg_in_natura\nGM0106;68836;.\n", naam="kwb_2021.csv")
    html = client.get("/regio/").text
    assert table(html)["Assen"][3] == "volgens de bron onbekend, te onzeker of geheim"
    assert "onzeker" in words(pictures(html)[1])


def test_a_name_that_is_code_stays_a_name(client):
    Gebied.objects.filter(code="GM0106").update(naam="<script>alert(1)</script>")
    html = client.get("/regio/").text
    assert "<script>alert" not in html
    assert len(pictures(html)) == 2


def test_reading_public_figures_leaves_no_log_and_asks_few_queries(client, django_assert_max_num_queries):
    before = LogRegel.objects.count()
    with django_assert_max_num_queries(12):
        client.get("/regio/")
    assert LogRegel.objects.count() == before


def test_the_answer_to_htmx_holds_the_part_that_it_swaps(client):
    html = client.get("/regio/?sorteer=-inwoners", headers={"HX-Request": "true"}).text
    assert html.count('id="staat"') == 1
    assert "data-aankondiging" in html.partition('id="staat"')[2]
    assert 'hx-target="#staat"' in html


def test_the_map_is_of_the_twelve_of_the_database(client):
    kaart, _ = pictures(client.get("/regio/").text)
    assert {link.get("href") for link in kaart.iter("a")} == {f"/regio/{code}/" for code in LIGGING}
