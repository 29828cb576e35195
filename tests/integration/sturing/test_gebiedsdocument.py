"""The half-yearly document of the gebiedsagenda: one for all areas, rounded, and frozen when it is signed."""

import json

import pytest
import time_machine

from koers.actions.sturing import gebiedsbereik
from koers.actions.sturing.lezen import read_hoofdstuk, read_periode, read_rapportage
from koers.actions.sturing.rapportages import (
    open_rapportage,
    publish_rapportage,
    submit_rapportage,
    write_hoofdstuk,
)
from koers.actions.sturing.sjablonen import change_sjabloon, read_sjabloon
from koers.analytics.disclosure import show_internal
from koers.domain.actor import systeemactor
from koers.domain.rapportages import Hoofdstuk
from koers.domain.rollen import Rol
from koers.exchange.documents.rapportage import as_docx, as_html, as_pdf
from koers.presentation.sturing.rapport import compose
from tests.gebiedswereld import hold, own, partner, promise, tell
from tests.integration.sturing.rapportwereld import fill_mart, make_schrijvers
from tests.wereld import ASSEN, MIDDEN_DRENTHE, make_actor, make_gemeente

pytestmark = pytest.mark.django_db
SOORT, PERIODE = "gebiedsagenda", "2026-H1"
# Told exactly to who takes part; unlikely to stand anywhere else in a document.
KLEIN, GROOT = 3, 4_861


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel("2026-08-03T12:00:00+00:00", tick=False):
        yield


@pytest.fixture
def wie(settings, tmp_path):
    fill_mart(settings, tmp_path)
    make_gemeente(MIDDEN_DRENTHE)
    return make_schrijvers()


@pytest.fixture
def beilen(wie):
    """Two partners met in Beilen about the first two quarters; nobody did in the other areas."""
    welzijn, school = partner(), partner(Rol.SCHOOL, "school")
    for back in (2, 1):
        id = hold(wie.adviseur, back=back)
        tell(welzijn, id, jeugdigen=KLEIN, ouders=GROOT, maat="doet weer mee", geteld=2, totaal=3)
        tell(school, id, jeugdigen=41, ouders=0)
    promise(welzijn, id, "De huisartsen bellen", days=200)
    return welzijn


def begin(wie, gemeente=MIDDEN_DRENTHE):
    return open_rapportage(by=wie.adviseur, gemeente=gemeente, soort=SOORT, periode=PERIODE)


def sign(wie):
    id = begin(wie)
    for een in read_rapportage(by=wie.adviseur, rapportage_id=id).hoofdstukken:
        write_hoofdstuk(
            by=wie.adviseur, rapportage_id=id, hoofdstuk=een.hoofdstuk.id, tekst="Het ging goed.", op_versie=0
        )
    submit_rapportage(by=wie.adviseur, rapportage_id=id)
    publish_rapportage(by=wie.wethouder, rapportage_id=id)
    return id


def area(inhoud, gebied="beilen"):
    return next(een for een in inhoud["hoofdstukken"] if een.get("gebied") == gebied)["gebiedsdeel"]


def number(inhoud, organisatie, kwartaal, maat):
    (een,) = (
        cel
        for cel in area(inhoud)["cijfers"]
        if (cel["partner"], cel["kwartaal"], cel["maat"]) == (str(organisatie), kwartaal, maat)
    )
    return een["status"], een["waarde"]


def test_every_area_of_the_municipality_has_a_chapter(wie, beilen):
    inhoud = read_rapportage(by=wie.adviseur, rapportage_id=begin(wie)).inhoud
    assert [een["id"] for een in inhoud["hoofdstukken"]] == [
        *("inspanningen", "gebied-beilen", "gebied-de-smildes", "gebied-westerbork"),
        *("resultaten", "prioriteiten"),
    ]
    assert inhoud["hoofdstukken"][1]["titel"] == {"nl": "Gebied Beilen", "en": "Area Beilen"}
    assert [een["kwartaal"] for een in area(inhoud)["bijeenkomsten"]] == ["2026-K1", "2026-K2"]
    assert area(inhoud, "westerbork")["bijeenkomsten"] == []
    assert inhoud["hoofdstukken"][0]["gebiedsdeel"] is None


def test_a_municipality_without_areas_has_one_chapter():
    make_gemeente(ASSEN)
    adviser = make_actor(Rol.BELEIDSADVISEUR, ASSEN)
    controller = make_actor(Rol.CONTROLLER, ASSEN)
    assert [
        een.id for een in read_sjabloon(by=controller, gemeente=ASSEN, soort=SOORT).hoofdstukken if een.gebied
    ] == ["gebied-assen"]
    id = open_rapportage(by=adviser, gemeente=ASSEN, soort=SOORT, periode=PERIODE)
    assert read_hoofdstuk(by=adviser, rapportage_id=id, hoofdstuk="gebied-assen")[0].inhoud


def test_small_numbers_are_not_told_and_others_are_rounded(wie, beilen):
    inhoud = read_rapportage(by=wie.adviseur, rapportage_id=begin(wie)).inhoud
    assert number(inhoud, own(beilen), "2026-K1", "jeugdigen") == ("afgeschermd", None)
    assert number(inhoud, own(beilen), "2026-K1", "geteld") == ("afgeschermd", None)
    status, waarde = number(inhoud, own(beilen), "2026-K1", "ouders")
    assert status == "afgerond"
    assert waarde % 5 == 0
    assert str(GROOT) not in json.dumps(inhoud)
    # What the partners reached together would otherwise give the small number away.
    assert number(inhoud, "", "2026-K1", "jeugdigen")[1] != 41 + KLEIN


def test_what_is_told_does_not_depend_on_the_chapter_that_somebody_writes(wie, beilen):
    id = begin(wie)
    whole = area(read_rapportage(by=wie.adviseur, rapportage_id=id).inhoud)
    one = read_hoofdstuk(by=wie.adviseur, rapportage_id=id, hoofdstuk="gebied-beilen")[0].inhoud
    assert area(one) == whole


def test_a_document_that_goes_round_the_disclosure_is_found(wie, beilen, monkeypatch):
    """The planted fault: exact numbers in the document, which the checks above would meet."""
    monkeypatch.setattr(gebiedsbereik, "disclose", lambda table: show_internal(table, doel="fout"))
    inhoud = read_rapportage(by=wie.adviseur, rapportage_id=begin(wie)).inhoud
    assert str(GROOT) in json.dumps(inhoud)
    assert number(inhoud, own(beilen), "2026-K1", "jeugdigen") == ("getoond", KLEIN)


def test_what_was_signed_stays_what_it_was(wie, beilen):
    id = sign(wie)
    raadslid = make_actor(Rol.RAADSLID)
    before = read_rapportage(by=raadslid, rapportage_id=id)
    assert before.klopt
    meeting = hold(wie.adviseur, "westerbork")
    tell(wie.adviseur, meeting, own(beilen), jeugdigen=500)
    after = read_rapportage(by=raadslid, rapportage_id=id)
    assert (after.sha256, after.inhoud) == (before.sha256, before.inhoud)
    assert area(after.inhoud, "westerbork")["bijeenkomsten"] == []


def test_the_document_reads_in_both_languages_and_every_form(wie, beilen):
    inhoud = read_rapportage(by=wie.adviseur, rapportage_id=begin(wie)).inhoud
    rapport = compose(inhoud, "nl")
    html = as_html(rapport).decode()
    for words in (
        *("Gebied Beilen", "Bereik per partner in Beilen", "7 of minder", "Bij elkaar opgeteld"),
        *("De huisartsen bellen", "Kinderen doen weer mee.", "doet weer mee: 7 of minder van 7 of minder"),
        "In Westerbork is over deze periode geen bijeenkomst opgeschreven.",
    ):
        assert words in html
    assert as_pdf(rapport).startswith(b"%PDF")
    assert as_docx(rapport).startswith(b"PK")
    english = as_html(compose(inhoud, "en")).decode()
    assert "Area Beilen" in english
    assert "7 or fewer" in english


def test_a_report_of_before_areas_had_chapters_still_reads(wie):
    inhoud = read_rapportage(by=wie.adviseur, rapportage_id=begin(wie)).inhoud
    for een in inhoud["hoofdstukken"]:
        een.pop("gebiedsdeel")
        een.pop("gebied")
        assert Hoofdstuk.thawed(een).gebied == ""
    assert compose(inhoud, "nl").hoofdstukken[1].figuren == ()


def test_an_own_template_keeps_the_area_of_a_chapter(wie, beilen):
    now = read_sjabloon(by=wie.controller, gemeente=MIDDEN_DRENTHE, soort=SOORT)
    change_sjabloon(
        by=wie.controller,
        gemeente=MIDDEN_DRENTHE,
        soort=SOORT,
        hoofdstukken=now.hoofdstukken[1:3],
        reden="Alleen twee gebieden.",
        op_versie=0,
    )
    inhoud = read_rapportage(by=wie.adviseur, rapportage_id=begin(wie)).inhoud
    assert [een["gebied"] for een in inhoud["hoofdstukken"]] == ["beilen", "de-smildes"]
    assert area(inhoud)["partners"]


def test_a_process_makes_the_same_document(wie, beilen):
    by = systeemactor("toets", functionaris="toets")
    inhoud = read_periode(by=by, gemeente=MIDDEN_DRENTHE, soort=SOORT, periode=PERIODE).inhoud
    assert number(inhoud, own(beilen), "2026-K1", "jeugdigen") == ("afgeschermd", None)
    assert area(inhoud)["bijeenkomsten"]
