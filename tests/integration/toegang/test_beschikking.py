"""The letter as a document: what stands in it, and whether somebody who cannot see it can read it."""

import io
from datetime import timedelta

import pytest
from pypdf import PdfReader

from koers.actions.toegang import besluit_lezen, brieven
from koers.actions.toegang.besluiten import correct_besluit, decide_besluit, withdraw_besluit
from koers.domain.awb import objection_term
from koers.domain.rollen import Rol
from koers.exchange.documents.beschikking import make_document, render
from koers.presentation.beschikking import compose
from koers.presentation.opmaak import datum
from koers.registers.klok import vandaag
from koers.registers.toegang.models import Beschikking, BeschikkingDocument, Besluit
from tests.integration.toegang.test_besluit import asked, second_parent
from tests.wereld import granted, make_actor, make_organisatie, make_product, rejected

pytestmark = pytest.mark.django_db


@pytest.fixture
def by():
    return make_actor(Rol.JEUGDCONSULENT)


@pytest.fixture
def product():
    return make_product(make_organisatie("GM1731", "aanbieder"))


def letter_of(besluit_id, achternaam=""):
    rows = Beschikking.objects.filter(besluit=besluit_id).order_by("vastgelegd_at")
    return next(row for row in rows if achternaam in row.aan.achternaam)


def text_of(pdf: bytes) -> str:
    pages = PdfReader(io.BytesIO(pdf)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_the_letter_says_what_why_by_which_rules_until_when_and_whom_to_call(by, product):
    z = asked(by)
    said = granted(
        product,
        tot_datum=vandaag() + timedelta(days=100),
        reden="Kind durft niet naar school.",
        combinatie="De zwemclub op woensdag.",
        telefoon="0593 12 34 56",
    )
    besluit = decide_besluit(by=by, casus_id=z.casus, besluit=said)
    pdf = make_document(by=by, beschikking_id=letter_of(besluit).pk)
    text = text_of(pdf)
    for part in (
        "“Kunt u ons helpen?”",
        product.naam,
        f"De laatste dag is {datum(vandaag() + timedelta(days=99))}",
        "Kind durft niet naar school.",
        "Wat uw gezin zelf kan doen",
        "De zwemclub op woensdag.",
        "Jeugdwet 1.2 lid 1",
        Besluit.objects.get().toetsing[0]["versie"],
        f"uiterlijk op {datum(objection_term(vandaag(), weken=6))}",
        "vertrouwenspersoon",
        "0593 12 34 56",
        "Op deze brief staat geen adres.",
    ):
        assert part in text, part
    assert "Geheimstraat" not in text


def test_the_document_is_tagged_has_a_language_and_a_title(by, product):
    z = asked(by)
    besluit = decide_besluit(by=by, casus_id=z.casus, besluit=rejected())
    pdf = PdfReader(io.BytesIO(make_document(by=by, beschikking_id=letter_of(besluit).pk)))
    root = pdf.trailer["/Root"]
    assert (root["/Lang"], root["/MarkInfo"]["/Marked"]) == ("nl", True)
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert pdf.metadata.title.startswith("Besluit: geen jeugdhulp")
    assert b"pdfuaid" in root["/Metadata"].get_data()
    assert {"/H1", "/H2", "/P", "/L", "/LI"} <= set(tags_of(root["/StructTreeRoot"]))


def tags_of(node):
    node = node.get_object() if hasattr(node, "get_object") else node
    if not isinstance(node, dict):
        return
    if "/S" in node:
        yield node["/S"]
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        yield from tags_of(kid)


def test_each_parent_reads_an_own_letter_and_nothing_of_the_other_house(by, product):
    z = asked(by)
    second_parent(by, z)
    besluit = decide_besluit(by=by, casus_id=z.casus, besluit=granted(product))
    father = text_of(make_document(by=by, beschikking_id=letter_of(besluit, "Elders").pk))
    mother = text_of(make_document(by=by, beschikking_id=letter_of(besluit, "Gezin").pk))
    # Whose words the aanvraag holds is not known: parents who live apart do not read each other's.
    assert not any("Kunt u ons helpen?" in text for text in (father, mother))
    assert "Dorpsstraat 9" in father
    assert not any(part in father for part in ("Geheimstraat", "9411", "Beilen", "Ouder"))
    assert not any(part in mother for part in ("Dorpsstraat", "9401", "Vader"))


def test_a_planted_leak_is_met_in_the_document(by, product, monkeypatch):
    """Without the check before it, the street would stand in the father's letter; so the check counts."""
    monkeypatch.setattr(brieven, "_leaks", lambda *args: False)
    z = asked(by)
    second_parent(by, z)
    said = granted(product, reden="Zij wonen in de Geheimstraat.")
    besluit = decide_besluit(by=by, casus_id=z.casus, besluit=said)
    father = letter_of(besluit, "Elders")
    assert "Geheimstraat" in text_of(make_document(by=by, beschikking_id=father.pk))
    monkeypatch.undo()
    assert brieven.release_brief(by=by, beschikking_id=father.pk) == "brief_teruggehaald"


def test_what_was_made_once_is_what_is_read_later(by, product, monkeypatch):
    z = asked(by)
    besluit = decide_besluit(by=by, casus_id=z.casus, besluit=granted(product))
    row = letter_of(besluit)
    first = make_document(by=by, beschikking_id=row.pk)
    monkeypatch.setattr("koers.exchange.documents.beschikking.render", lambda brief: b"anders")
    assert make_document(by=by, beschikking_id=row.pk) == first
    assert BeschikkingDocument.objects.count() == 1


def test_nothing_that_people_type_is_read_as_markup(by, product):
    z = asked(by)
    words = "#let x = 1 *vet* <script> \\ [haak] $geld$"
    vooraf = besluit_lezen.preview_besluit(by=by, casus_id=z.casus, besluit=granted(product, reden=words))
    assert words in text_of(render(compose(vooraf.gegevens)))


def test_a_correction_and_a_withdrawal_have_letters_of_their_own(by, product):
    z = asked(by)
    first = decide_besluit(by=by, casus_id=z.casus, besluit=granted(product))
    said = {"besluit": granted(product), "reden": "Het product was verkeerd."}
    second = correct_besluit(by=by, besluit_id=first, **said)
    text = text_of(make_document(by=by, beschikking_id=letter_of(second).pk))
    assert "komt in de plaats van ons besluit van" in text
    assert "Het product was verkeerd." in text
    days = {"datum": vandaag(), "per_datum": vandaag()}
    withdraw_besluit(by=by, besluit_id=second, **days, reden="Het gezin verhuisde.")
    last = Beschikking.objects.filter(besluit=second).latest("vastgelegd_at")
    text = text_of(make_document(by=by, beschikking_id=last.pk))
    assert "stopt" in text
    assert "Het gezin verhuisde." in text
    assert "bezwaar maken" in text


def test_the_letter_can_be_read_in_english_on_the_page(by, product):
    z = asked(by)
    vooraf = besluit_lezen.preview_besluit(by=by, casus_id=z.casus, besluit=granted(product))
    assert compose(vooraf.gegevens, "en").titel.startswith("Decision")
    assert compose(vooraf.gegevens).titel.startswith("Besluit")
