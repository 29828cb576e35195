"""The pages of door netwerk, as somebody reads them."""

import re

import pytest

from koers.analytics.netwerk import findings
from koers.policy import beleid, load_beleid
from koers.policy.finding import shipped_folder
from koers.registers.klok import vandaag
from tests.integration.regio.lezen import pictures, read, table, words

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped")]
PAGINAS = [
    "/netwerk/",
    "/netwerk/mandaat/",
    "/netwerk/dossiers/",
    "/netwerk/verdeelsleutel/",
    "/netwerk/geheugen/",
]
SLEUTEL = "/netwerk/verdeelsleutel/"


def cent(woorden):
    """ "€ 1.234,50" back to cents."""
    return int(re.sub(r"[^0-9−-]", "", woorden).replace("−", "-"))


@pytest.mark.parametrize("adres", PAGINAS)
def test_a_page_is_whole_leads_to_the_others_and_stands_under_one_door(client, adres):
    antwoord = client.get(adres)
    assert antwoord.status_code == 200
    assert read(antwoord.text).fouten == []
    assert all(f'href="{ander}"' in antwoord.text for ander in PAGINAS)
    assert "%(" not in antwoord.text


@pytest.mark.parametrize("adres", PAGINAS)
def test_a_page_reads_in_english(client, adres):
    client.post("/taal/", {"taal": "en"})
    html = client.get(adres).text
    assert 'lang="en"' in html
    assert "Who owns what" in html


def only(html, van, tot):
    """A part of a page, from one anchor to another."""
    return html[html.index(f'id="{van}"') : html.index(f'id="{tot}"')]


# --- verdeelsleutel ---------------------------------------------------------------------------------


def test_the_shares_and_the_invoices_add_up_to_the_cent(client):
    html = client.get(SLEUTEL, {"bedrag": "2.977.725,01"}).text
    rijen = [rij for rij in read(only(html, "wat-elk-betaalt", "naast-elkaar")).rows if "€" in rij[2]]
    assert len(rijen) == 13
    assert sum(cent(rij[2]) for rij in rijen[:-1]) == cent(rijen[-1][2]) == 297_772_501
    facturen = [rij for rij in read(html).rows if len(rij) == 6 and "€" in rij[1]]
    for rij in facturen:
        assert sum(cent(cel) for cel in rij[1:5]) == cent(rij[5])
    for kolom in range(1, 6):
        assert sum(cent(rij[kolom]) for rij in facturen[:-1]) == cent(facturen[-1][kolom])
    assert "99,9%" in rijen[-1]
    assert "De sleutel is verouderd." in html


def test_an_alternative_shows_what_each_municipality_would_pay_more_or_less(client):
    html = client.get(SLEUTEL, {"bedrag": "1.000.000", "sleutel": "jeugd"}).text
    assert "Dit is geen afspraak" in html
    eigen = only(html, "wat-elk-betaalt", "naast-elkaar")
    verschil = [
        cent(rij[3]) for rij in read(eigen).rows if len(rij) == 4 and "€" in rij[3] and rij[0] != "Samen"
    ]
    assert len(verschil) == 12
    assert sum(verschil) == 0
    assert table(eigen)["Emmen"][2].startswith("−")


def test_the_keys_stand_side_by_side_and_each_adds_up(client):
    html = client.get(SLEUTEL, {"bedrag": "2.977.725"}).text
    naast = only(html, "naast-elkaar", "facturen")
    rijen = [rij for rij in read(naast).rows if "€" in rij[-1]]
    assert len(rijen) == 13
    for kolom in (1, 2, 3):
        assert sum(cent(rij[kolom]) for rij in rijen[:-1]) == cent(rijen[-1][kolom]) == 297_772_500
    assert "uitgaven" not in naast


def test_the_bars_say_what_the_table_says(client):
    html = client.get(SLEUTEL).text
    (beeld,) = pictures(html)
    in_beeld = [words(rij).rpartition(" ")[2] for rij in beeld.iter("g") if rij.get("class") == "staaf-rij"]
    eigen = only(html, "wat-elk-betaalt", "naast-elkaar")
    in_tabel = [rij[1] for rij in read(eigen).rows if "€" in rij[2]][:-1]
    assert in_beeld == in_tabel
    assert html.index("<table") < html.index("<svg", html.index("wat-elk-betaalt"))


def test_hours_become_money_at_the_rate_of_the_programme_only(client):
    html = client.get(SLEUTEL, {"uren": "29"}).text
    assert "29 uur tegen € 80 per uur is € 2.320,00." in html.replace("\u00a0", " ")
    assert "niet voor ander werk van de regio" in html


@pytest.mark.parametrize(
    ("vraag", "zin"),
    [
        ({"bedrag": "12.50"}, "Bedoelt u 12,50?"),
        ({"uren": "zeven"}, "is geen aantal uren"),
        ({"datum": "31-3-2026"}, "is geen datum"),
        ({"sleutel": "geluk"}, "bestaat niet"),
        ({"sleutel": "mix"}, "ten minste één sleutel"),
        ({"sleutel": "mix", "gewicht-jeugd": "x"}, "geen gewicht"),
        ({"datum": "2018-12-31"}, "nog geen afgesproken sleutel"),
    ],
)
def test_a_mistake_stands_at_its_field_and_what_was_typed_stays(client, vraag, zin):
    antwoord = client.get(SLEUTEL, vraag)
    assert antwoord.status_code == 422
    assert zin in antwoord.text
    assert 'aria-invalid="true"' in antwoord.text
    for naam, getypt in vraag.items():
        assert naam in ("datum", "sleutel") or f'value="{getypt}"' in antwoord.text


def test_what_is_typed_is_escaped(client):
    assert "<b>x" not in client.get(SLEUTEL, {"bedrag": "<b>x"}).text
    assert "<b>x" not in client.get("/netwerk/geheugen/", {"zoek": "<b>x"}).text


# --- wie is waarvan ---------------------------------------------------------------------------------


def test_every_finding_is_told_with_why_and_what_helps(client):
    html = client.get("/netwerk/").text
    gevonden = findings(beleid(), vandaag())
    assert f"er ontbreken {len(gevonden)} schakels" in html
    namen = (
        "Beslist zonder voorbereiding",
        "Inkoop zonder inkoopregio",
        "Taak van",
        "Rol zonder mens",
        "Linking pin is weg",
    )
    rijen = [rij for rij in read(html).rows if len(rij) == 4 and rij[1].startswith(namen)]
    assert len(rijen) == len(gevonden)
    assert all(rij[2] and rij[3] for rij in rijen)
    (abo,) = [rij for rij in rijen if rij[0] == "Algemeen Bestuurlijk Overleg"]
    assert abo[3] == "Voorgesteld is: Beleidsoverleg jeugd. Besluit of dat overleg er komt."


def test_the_drawing_has_its_table_before_it(client):
    html = client.get("/netwerk/").text
    (beeld,) = pictures(html)
    assert html.index('id="lijnen"') < html.index("<svg", html.index('id="tekening"'))
    nummers = [een.text for een in beeld.iter("text") if een.get("class") == "netwerk__nummer"]
    assert nummers == [rij[0] for rij in read(html).rows if len(rij) == 5 and rij[0].isdigit()]


@pytest.mark.parametrize(
    ("wie", "taak", "datum", "zin"),
    [
        ("gremia:nmd", "inkoop-heel-drenthe", "2022-01-01", "heeft Inkoopregio Noordmidden-Drenthe bij"),
        ("gremia:nmd", "inkoop-heel-drenthe", "2018-12-31", "zegt niets over"),
        ("gremia:nmd", "inkoop-heel-drenthe", "2018-12-31", "Op een andere dag wel"),
        ("gremia:dialoogtafel", "besluiten-over-projecten", "2022-01-01", "geen mandaat"),
        ("rollen:regiomanager", "penvoering", "2022-01-01", "zegt niets over Regiomanager"),
    ],
)
def test_may_we_decide_this_here_answers_with_the_register_of_that_day(client, wie, taak, datum, zin):
    html = client.get("/netwerk/mandaat/", {"wie": wie, "taak": taak, "datum": datum}).text
    antwoord = html[html.index('id="antwoord"') :]
    assert zin in antwoord
    assert "Bron: Omarm de complexiteit" in antwoord or "zegt niets over" in antwoord


@pytest.mark.parametrize(
    "vraag",
    [
        {"taak": "geluk", "wie": "gremia:abo"},
        {"taak": "penvoering", "wie": "gremia:elf"},
        {"taak": "penvoering"},
        {"taak": "penvoering", "wie": "gremia:abo", "datum": "morgen"},
    ],
)
def test_an_unknown_task_party_or_day_is_a_sentence(client, vraag):
    antwoord = client.get("/netwerk/mandaat/", vraag)
    assert antwoord.status_code == 422
    assert 'role="alert"' in antwoord.text


# --- dossiers ---------------------------------------------------------------------------------------


def test_asked_and_given_stand_beside_each_other_and_add_up(client):
    html = client.get("/netwerk/dossiers/").text
    rijen = table(html)
    assert "minstens 30 uur per week" in html
    assert rijen["Coördinerende gemeente samen"][0] == "29"
    assert rijen["Programma Envedder"][0] == "minstens 183"
    assert rijen["Samen gevraagd"][0] == "30,3"
    uren = [rij for rij in read(html).rows if len(rij) == 4 and re.fullmatch(r"\d+ u \d\d", rij[1])]
    minuten = [int(u) * 60 + int(m) for u, m in (rij[1].split(" u ") for rij in uren)]
    assert sum(minuten[:-1]) == minuten[-1]
    assert sum(cent(rij[3]) for rij in uren[:-1]) == cent(uren[-1][3])


def test_the_money_of_the_programme_has_plan_actual_and_forecast(client):
    html = client.get("/netwerk/dossiers/").text.replace("\u00a0", " ")
    assert "Van de € 2.977.725 was eind 2021 hoogstens 45% uitgegeven." in html
    assert table(html)["Uitgegeven tot en met 2021"][0] == "hoogstens € 1.339.976,25"
    assert table(html)["Verwacht eind 2023, in het tempo tot nu toe"][0] == "hoogstens € 2.233.293,75"


def test_a_region_sees_the_hours_money_and_assignments_that_it_writes_down(client, monkeypatch, tmp_path):
    (tmp_path / "kengetallen").mkdir()
    (tmp_path / "organisatie" / "projecten").mkdir(parents=True)
    kop = (
        "bron:\n  - {document: omarm, plaats: eigen opgave}\neigenaar: controller\nherzien_voor: 2027-03-01\n"
    )
    (tmp_path / "kengetallen" / "inzet-per-gemeente.yaml").write_text(
        f"{kop}id: inzet-per-gemeente\nnaam: {{nl: Inzet, en: Hours}}\n"
        "toelichting: {nl: Opgave, en: Given}\n"
        "getallen:\n  - {id: emmen, naam: {nl: Emmen, en: Emmen}, waarde: 6, eenheid: uren_per_week,"
        " gebied: emmen, vindplaats: {document: omarm, plaats: eigen opgave}}\n"
    )
    oud = (shipped_folder() / "organisatie" / "projecten" / "kwv.yaml").read_text()
    (tmp_path / "organisatie" / "projecten" / "kwv.yaml").write_text(
        oud + "geld: {peil: 2022-12, begroot_euro: 500000, uitgegeven_euro: 120000,"
        " verwacht_euro: niet_in_bron}\n"
        "opdracht: {resultaat: {nl: Een keuze, en: A choice}, einddatum: 2023-06-30, uren_per_week: 13,"
        " budget_euro: 500000}\n"
    )
    eigen = load_beleid(overlay=tmp_path)
    monkeypatch.setattr("koers.web.monitor.beleid.in_force", lambda: eigen)
    rijen = table(client.get("/netwerk/dossiers/").text.replace("\u00a0", " "))
    assert rijen["Emmen"][1] == "6 uur"
    assert rijen["Meppel"][1] == "staat niet in de bron"
    plan, nu, verwacht, opdracht = rijen["Kleinschalige woonvoorzieningen"]
    assert "geld: € 500.000" in plan
    assert "geld: € 120.000" in nu
    assert "geld: staat niet in de bron" in verwacht
    assert opdracht == "Een keuze; klaar op 30 juni 2023; uren per week: 13; geld: € 500.000"


# --- memory -----------------------------------------------------------------------------------------


def test_the_memory_finds_by_short_form_and_leads_there(client):
    html = client.get("/netwerk/geheugen/", {"zoek": "KWV"}).text
    assert 'href="/beleid/projecten/#kwv"' in html
    assert 'id="kwv"' in client.get("/beleid/projecten/").text


def test_a_decision_shows_what_it_came_from_and_what_came_of_it(client):
    html = client.get("/netwerk/geheugen/", {"zoek": "transformatieplan 2018-2020 vastgesteld"}).text
    rij = html[html.index("/beleid/tijdlijn/#transformatieplan") :].partition("</tr>")[0]
    assert "Volgde op:" in rij
    assert "Statement Jeugd Drenthe (februari 2018)" in rij
    assert "Daaruit kwam:" in rij
    assert "Bestuurlijk Transformatie Akkoord 2019-2022 (december 2018)" in rij


def test_nothing_follows_on_what_came_later():
    tijdlijn = beleid().tijdlijn
    paren = [(een, tijdlijn[id]) for een in tijdlijn.values() for id in een.volgt_op]
    assert len(paren) > 10
    # "na september 2018" may lie before the month of what followed, so the year is what must be in order
    assert [een.id for een, eerder in paren if eerder.datum.vanaf.year > een.datum.vanaf.year] == []


def test_nothing_found_says_what_to_do(client):
    assert "Niets gevonden." in client.get("/netwerk/geheugen/", {"zoek": "qqq"}).text
