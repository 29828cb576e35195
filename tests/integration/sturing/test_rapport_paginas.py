"""The pages, files and command of reports: the same contents, told in the right form to the right people."""

import io
import json
import re
import zipfile
from uuid import uuid4
from xml.etree import ElementTree as ET

import pytest
import time_machine
from click.testing import CliRunner
from django.urls import reverse
from django.utils import translation

from koers.actions.sturing.lezen import read_rapportage
from koers.actions.sturing.rapportages import write_hoofdstuk
from koers.cli import koers
from koers.domain.rollen import Rol
from koers.exchange.documents.rapportage import SOORTEN
from koers.registers.sturing.models import Rapportage, RapportageDocument
from tests.integration.sturing.rapportwereld import (
    NU,
    PERIODE,
    SOORT,
    begin,
    fill_mart,
    in_review,
    make_schrijvers,
    published,
)
from tests.wereld import MIDDEN_DRENTHE, make_gemeente, make_medewerker, sign_in

pytestmark = pytest.mark.django_db
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


@pytest.fixture(autouse=True)
def _now():
    with time_machine.travel(NU, tick=False), translation.override("nl"):
        yield


@pytest.fixture
def wie():
    make_gemeente(MIDDEN_DRENTHE)
    return make_schrijvers()


def page(client, naam, *args) -> str:
    answer = client.get(reverse(naam, args=args))
    assert answer.status_code == 200
    return answer.content.decode()


def sent(**velden) -> dict:
    return {"formulier_id": uuid4(), **velden}


def test_a_report_goes_from_begin_to_published_on_its_pages(client, wie):
    sign_in(client, make_medewerker(Rol.CONTROLLER))
    assert "Er is nog geen rapportage." in page(client, "rapportages")
    form = sent(gemeente=MIDDEN_DRENTHE, wat=f"{SOORT}/{PERIODE}")
    for _twice in range(2):
        begun = client.post(reverse("rapportage-nieuw"), form)
        assert begun.status_code == 302
    rapportage = Rapportage.objects.get().pk
    again = client.post(reverse("rapportage-nieuw"), form | {"formulier_id": uuid4()})
    assert (again.status_code, "is er al" in again.content.decode()) == (422, True)
    early = client.post(reverse("rapportage-indienen", args=[rapportage]), sent(), follow=True)
    assert "Er is nog geen tekst bij: De hoofdlijn" in early.content.decode()
    for by, hoofdstukken in (
        (Rol.CONTROLLER, ("hoofdlijn", "geld")),
        (Rol.BELEIDSADVISEUR, ("lichte-hulp", "toegang", "bijsturen")),
    ):
        sign_in(client, make_medewerker(by))
        for een in hoofdstukken:
            text = sent(op_versie=0, tekst=f"Over {een}.\n\n- eerste punt")
            done = client.post(reverse("rapportage-hoofdstuk", args=[rapportage, een]), text)
            assert done.status_code == 302
    elsewhere = client.get(reverse("rapportage-hoofdstuk", args=[rapportage, "geld"]), follow=True)
    assert "Dit hoofdstuk schrijft een ander: controller" in elsewhere.content.decode()
    client.post(reverse("rapportage-indienen", args=[rapportage]), sent())
    sign_in(client, make_medewerker(Rol.WETHOUDER))
    empty = client.post(reverse("rapportage-teruggeven", args=[rapportage]), sent(reden=""))
    assert (empty.status_code, "Schrijf wat er anders moet" in empty.content.decode()) == (422, True)
    assert "U ondertekent deze rapportage" in page(client, "rapportage-publiceren", rapportage)
    client.post(reverse("rapportage-publiceren", args=[rapportage]), sent())
    sign_in(client, make_medewerker(Rol.RAADSLID))
    text = page(client, "rapportage", rapportage)
    assert "Vastgesteld en gepubliceerd op 2 maart 2026, 13:00 door" in text
    assert "Over hoofdlijn." in text
    assert "<li>eerste punt</li>" in text
    assert read_rapportage(by=wie.controller, rapportage_id=rapportage).sha256 in text
    assert "Verbeterde uitgave" not in text
    sign_in(client, make_medewerker(Rol.CONTROLLER))
    assert "Verbeterde uitgave beginnen" in page(client, "rapportage", rapportage)


def test_two_writers_at_once_see_both_texts(client, wie):
    rapportage = begin(wie)
    sign_in(client, make_medewerker(Rol.CONTROLLER))
    where = reverse("rapportage-hoofdstuk", args=[rapportage, "geld"])
    page(client, "rapportage-hoofdstuk", rapportage, "geld")
    write_hoofdstuk(by=wie.controller, rapportage_id=rapportage, hoofdstuk="geld", tekst="Die.", op_versie=0)
    clash = client.post(where, sent(op_versie=0, tekst="Mijn tekst."))
    text = clash.content.decode()
    assert clash.status_code == 422
    assert f"Dit bewaarde {wie.controller.naam} intussen" in text
    assert "<p>Die.</p>" in text
    assert "Mijn tekst.</textarea>" in text
    assert 'name="op_versie" value="1"' in text
    assert client.post(where, sent(op_versie=1, tekst="Die. Mijn tekst.")).status_code == 302
    long = client.post(where, sent(op_versie=2, tekst="x" * 10_001))
    assert (long.status_code, "x" * 10_001 in long.content.decode()) == (422, True)


def test_a_controller_changes_the_template_on_its_page(client, wie):
    sign_in(client, make_medewerker(Rol.CONTROLLER))
    where = reverse("rapportagesjabloon", args=[MIDDEN_DRENTHE, "gebiedsagenda"])
    text = page(client, "rapportagesjabloon", MIDDEN_DRENTHE, "gebiedsagenda")
    velden = {
        **dict(re.findall(r'<input type="(?:text|number)" name="(h\d-[a-z]+)" value="([^"]*)"', text)),
        **{f"h{nummer}-eigenaar": "beleidsadviseur" for nummer in range(7)},
        "h0-indicatoren": ["wachttijd"],
        "h6-titel": "Wat kinderen zeggen",
        "h6-vraag": "Wat vinden kinderen ervan?",
        "h6-plaats": "1",
        "h0-plaats": "2",
        "h4-weg": "on",
        "op_versie": 0,
    }
    no_reason = client.post(where, sent(**velden))
    assert (no_reason.status_code, "Schrijf waarom het sjabloon verandert" in no_reason.content.decode()) == (
        422,
        True,
    )
    assert "Wat kinderen zeggen" in no_reason.content.decode()
    done = client.post(where, sent(**velden, reden="De kinderen hoorden we niet."))
    assert done.status_code == 302
    overview = page(client, "rapportagesjablonen")
    assert "versie 1" in overview
    assert "De kinderen hoorden we niet." in overview
    client.post(reverse("rapportage-nieuw"), sent(gemeente=MIDDEN_DRENTHE, wat="gebiedsagenda/2025-H2"))
    beeld = read_rapportage(by=wie.controller, rapportage_id=Rapportage.objects.get().pk)
    assert [een["id"] for een in beeld.inhoud["hoofdstukken"]] == [
        "wat-kinderen-zeggen",
        "inspanningen",
        *("gebied-beilen", "gebied-de-smildes", "gebied-westerbork"),
        "prioriteiten",
    ]
    assert beeld.inhoud["hoofdstukken"][2]["gebied"] == "beilen"  # the form keeps whose chapter it is
    assert [een["id"] for een in beeld.inhoud["hoofdstukken"][1]["figuren"]] == ["wachttijd"]
    assert beeld.inhoud["hoofdstukken"][1]["titel"]["en"] == "What we did together"  # not touched
    stale = client.post(where, sent(**velden, reden="Nog eens."))
    assert (stale.status_code, "Intussen bewaarde" in stale.content.decode()) == (422, True)


def test_figures_have_their_origin_and_what_is_not_told_is_said_in_words(client, wie, settings, tmp_path):
    fill_mart(settings, tmp_path)
    rapportage = published(wie)
    sign_in(client, make_medewerker(Rol.RAADSLID))
    text = page(client, "rapportage", rapportage)
    assert "In 2025 is dit in Midden-Drenthe tot nu toe 5,3%." in text
    assert "In 2025 ging dit in Midden-Drenthe om 7 of minder." in text
    assert "Dit cijfer is er nog niet: de gegevens die ervoor nodig zijn" in text
    for word in ("Definitie", "Gegevens tot en met", "Bron van de definitie", "Wat er is geteld"):
        assert f"<dt>{word}</dt>" in text
    assert text.count("<svg") > text.count('<svg class="icoon"')
    assert "Cijfers van een kwartaal of halfjaar apart staan er niet" in text


def test_the_files_say_the_same_and_stay_the_same(client, wie, settings, tmp_path):
    fill_mart(settings, tmp_path)
    rapportage = published(wie)
    sign_in(client, make_medewerker(Rol.RAADSLID))

    def files():
        return {v: client.get(reverse("rapportage-bestand", args=[rapportage, v])).content for v in SOORTEN}

    eerst = files()
    with time_machine.travel("2026-03-03T12:00:00+00:00", tick=False):
        sign_in(client, make_medewerker(Rol.WETHOUDER))
        assert files() == eerst
    assert RapportageDocument.objects.count() == 3
    assert "In 2025 is dit in Midden-Drenthe tot nu toe 5,3%" in eerst["html"].decode()
    assert not re.search(r'(?:src|href)="(?!#)', eerst["html"].decode())  # nothing from elsewhere
    for mark in (b"/StructTreeRoot", b"/Lang", b"pdfuaid"):
        assert mark in eerst["pdf"]
    docx = zipfile.ZipFile(io.BytesIO(eerst["docx"]))
    body = ET.fromstring(docx.read("word/document.xml"))
    words = "".join(een.text or "" for een in body.iter(f"{W}t"))
    assert "In 2025 is dit in Midden-Drenthe tot nu toe 5,3%" in words
    styles = [een.get(f"{W}val") for een in body.iter(f"{W}pStyle")]
    assert {"Kop1", "Kop2", "Kop3"} <= set(styles)
    tables = list(body.iter(f"{W}tbl"))
    assert tables
    assert all(tabel.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None for tabel in tables)
    assert 'w:lang w:val="nl-NL"' in docx.read("word/styles.xml").decode()
    for part in docx.namelist():
        ET.fromstring(docx.read(part))
    assert client.get(reverse("rapportage-bestand", args=[rapportage, "odt"])).status_code == 404


def test_a_concept_is_made_anew_and_says_so(client, wie):
    rapportage = begin(wie)
    sign_in(client, make_medewerker(Rol.CONTROLLER))
    eerst = client.get(reverse("rapportage-bestand", args=[rapportage, "html"])).content.decode()
    assert "Concept. Cijfers en tekst kunnen nog veranderen." in eerst
    assert not RapportageDocument.objects.exists()
    sign_in(client, make_medewerker(Rol.RAADSLID))
    assert client.get(reverse("rapportage-bestand", args=[rapportage, "html"])).status_code == 404
    assert client.get(reverse("rapportage", args=[rapportage])).status_code == 404


def test_what_people_type_is_never_markup(client, wie):
    rapportage = begin(wie)
    nasty = "<b>vet</b> #text(fill: red)[x] {{ 7 }} \x0b"
    write_hoofdstuk(by=wie.controller, rapportage_id=rapportage, hoofdstuk="geld", tekst=nasty, op_versie=0)
    sign_in(client, make_medewerker(Rol.CONTROLLER))
    text = page(client, "rapportage", rapportage)
    assert "&lt;b&gt;vet&lt;/b&gt; #text(fill: red)[x] {{ 7 }}" in text
    for vorm in SOORTEN:
        made = client.get(reverse("rapportage-bestand", args=[rapportage, vorm]))
        assert made.status_code == 200
    docx = zipfile.ZipFile(io.BytesIO(made.content))
    assert b"&lt;b&gt;vet" in docx.read("word/document.xml")


# --- the command ------------------------------------------------------------------------------------


def run(*opdracht):
    return CliRunner().invoke(koers, ["rapportage", *map(str, opdracht)])


@pytest.fixture
def _own_connection(monkeypatch):
    """The command seals the log at its end; that is looked at elsewhere."""
    monkeypatch.setattr("koers.cli.django._seal_what_was_done", lambda: None)


@pytest.mark.usefixtures("_own_connection")
def test_one_command_makes_the_quarter(wie, tmp_path):
    vast = ["--gemeente", MIDDEN_DRENTHE, "--periode", "2025-k4", "--naar", tmp_path / "uit"]
    made = run(SOORT, *vast, "--json")
    assert made.exit_code == 0, made.output
    told = json.loads(made.stdout)
    assert (told["stand"], told["periode"], told["sha256"]) == ("concept", PERIODE, None)
    assert sorted(pad.suffix for pad in (tmp_path / "uit").iterdir()) == [".docx", ".html", ".pdf"]
    assert not Rapportage.objects.exists()
    published(wie)
    told = json.loads(run(SOORT, *vast, "--json").stdout)
    assert told["stand"] == "gepubliceerd"
    assert len(told["sha256"]) == 64
    assert (tmp_path / "uit" / f"{SOORT}-{MIDDEN_DRENTHE}-{PERIODE}.pdf").exists()


@pytest.mark.usefixtures("_own_connection")
def test_the_half_year_and_the_year_are_made_the_same_way(wie, tmp_path):
    for soort, periode, kop in (
        ("gebiedsagenda", "2025-H2", "Halfjaarrapportage gebiedsagenda, tweede helft van 2025"),
        ("jaarrapportage", "2025", "Jaarrapportage jeugd aan de raad, 2025"),
    ):
        made = run(soort, "--gemeente", MIDDEN_DRENTHE, "--periode", periode, "--naar", tmp_path)
        assert made.exit_code == 0, made.output
        html = (tmp_path / f"{soort}-{MIDDEN_DRENTHE}-{periode}-concept.html").read_text(encoding="utf-8")
        assert f"<h1>{kop}</h1>" in html
        assert ("Cijfers van een kwartaal" in html) is (soort == "gebiedsagenda")


@pytest.mark.usefixtures("_own_connection")
def test_what_the_command_cannot_make_it_says(wie, tmp_path):
    for soort, gemeente, periode, zin in (
        ("maandrapportage", MIDDEN_DRENTHE, PERIODE, "bestaat niet. Kies uit: gebiedsagenda"),
        (SOORT, "GM9999", PERIODE, "GM9999"),
        (SOORT, MIDDEN_DRENTHE, "2025", "is geen periode voor deze rapportage"),
        (SOORT, MIDDEN_DRENTHE, "2026-K4", "is nog niet begonnen"),
    ):
        made = run(soort, "--gemeente", gemeente, "--periode", periode, "--naar", tmp_path)
        assert (made.exit_code, zin in made.stderr) == (1, True), made.stderr
    assert not list(tmp_path.glob("*.pdf"))


def test_english_readers_get_english_words(client, wie):
    rapportage = in_review(wie)
    sign_in(client, make_medewerker(Rol.CONTROLLER))
    client.cookies["django_language"] = "en"
    text = page(client, "rapportage", rapportage)
    assert "Quarterly report on youth care, fourth quarter of 2025" in text
