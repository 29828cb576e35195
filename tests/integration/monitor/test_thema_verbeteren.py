"""A decision about themes that was written down wrong: mended with why, and what stood there stays."""

import re
from datetime import date
from uuid import uuid4

import pytest
from django.urls import reverse

from koers.actions.monitor.themaronde import correct_themabesluit, decide_themas, fingerprint
from koers.domain.rollen import Rol
from koers.registers.kern.models import LogRegel
from koers.registers.monitor.models import Themabesluit
from tests.integration.monitor.test_themas import (  # noqa: F401  the same small world
    LAATSTE,
    code_of,
    decision,
    klok,
    mensen,
    opened,
    seen,
    vote,
)
from tests.wereld import ASSEN, MIDDEN_DRENTHE, actor_of, make_medewerker, sign_in

pytestmark = pytest.mark.django_db
# ruff: noqa: F811  fixtures that were imported


def decided(mensen, klok):
    """A round with a vote and a decision, on 20 March."""
    opened(mensen)
    vote(mensen["school"])
    klok.move_to("2026-03-20T12:00:00+00:00")
    return decide_themas(by=mensen["advies"], gemeente=MIDDEN_DRENTHE, besluit=decision())


def mend(by, besluit_id, besluit=None, waarom="De notulen noemen een ander overleg.", **more):
    besluit = besluit or decision(reden="Dit hangt samen, zeggen de notulen.")
    return correct_themabesluit(
        by=by, gemeente=MIDDEN_DRENTHE, besluit_id=besluit_id, besluit=besluit, waarom=waarom, **more
    )


def test_a_wrong_decision_is_mended_and_what_stood_there_stays(mensen, klok):
    old = decided(mensen, klok)
    before = seen(mensen["advies"]).ronde.besluit
    klok.move_to("2026-04-02T12:00:00+00:00")
    new = mend(mensen["advies"], old, decision(redenen={"bestaanszekerheid": "Schulden groeien snel."}))
    after = seen(mensen["wethouder"]).ronde.besluit
    assert (after.id, after.redenen) == (new, {"bestaanszekerheid": "Schulden groeien snel."})
    assert after.verbetering == "De notulen noemen een ander overleg."
    assert (after.cijfers, after.vingerafdruk) == (before.cijfers, before.vingerafdruk)
    assert [(een.id, een.redenen, een.verbetering) for een in after.eerder] == [(old, before.redenen, "")]
    assert len(seen(mensen["advies"]).rondes) == 1
    again = mend(mensen["advies"], new)
    assert [een.id for een in seen(mensen["advies"]).ronde.besluit.eerder] == [new, old]
    assert LogRegel.objects.filter(handeling="correct_themabesluit", onderwerp_id=str(again)).exists()


@pytest.mark.parametrize(
    ("besluit", "waarom", "code"),
    [
        (decision(), "Wel een reden.", "themabesluit_gelijk"),
        (None, "  ", "correctie_zonder_reden"),
        (decision(datum=LAATSTE), "Andere dag.", "besluit_voor_stemmen"),
        (decision(datum=date(2026, 3, 21)), "Andere dag.", "datum_in_toekomst"),
        (decision(gremium="een-praatgroep"), "Ander overleg.", "themabesluit_overleg_onbekend"),
        (decision(redenen={"onzin": "Zomaar."}), "Ander thema.", "thema_onbekend"),
        (decision(redenen={}), "Geen thema.", "besluit_zonder_thema"),
    ],
)
def test_a_correction_keeps_the_rules_of_a_decision(mensen, klok, besluit, waarom, code):
    old = decided(mensen, klok)
    assert code_of(mend, by=mensen["advies"], besluit_id=old, besluit=besluit, waarom=waarom) == code
    assert Themabesluit.objects.count() == 1


def test_of_two_who_mend_at_once_the_second_hears_it(mensen, klok):
    old = decided(mensen, klok)
    mend(mensen["advies"], old)
    other = decision(reden="Nog weer anders.")
    assert code_of(mend, by=mensen["advies"], besluit_id=old, besluit=other) == "al_gewijzigd"


def test_a_decision_is_mended_by_who_decides_there_and_by_nobody_else(mensen, klok):
    old = decided(mensen, klok)
    for wie in ("school", "welzijn", "wethouder"):
        assert code_of(mend, by=mensen[wie], besluit_id=old) == "geen_recht"
    elsewhere = actor_of(make_medewerker(Rol.BELEIDSADVISEUR, ASSEN))
    assert code_of(mend, by=elsewhere, besluit_id=old) == "niet_gevonden"
    there = {"by": elsewhere, "gemeente": ASSEN, "besluit_id": old, "besluit": decision(), "waarom": "Zo."}
    assert code_of(correct_themabesluit, **there) == "niet_gevonden"
    assert code_of(mend, by=mensen["advies"], besluit_id=uuid4()) == "niet_gevonden"


def keeps_its_figures(mensen, klok):
    old = decided(mensen, klok)
    mend(mensen["advies"], old)
    besluit = Themabesluit.objects.get(vervangt=old)
    assert besluit.cijfers
    assert besluit.vingerafdruk == fingerprint(besluit.cijfers)


def test_a_mended_decision_keeps_the_figures_it_was_taken_on(mensen, klok):
    keeps_its_figures(mensen, klok)


def test_planted_a_correction_without_its_figures_is_seen(mensen, klok, monkeypatch):
    right = Themabesluit.objects.create
    monkeypatch.setattr(
        Themabesluit.objects,
        "create",
        lambda **words: right(**words | ({"cijfers": []} if words.get("vervangt") else {})),
    )
    with pytest.raises(AssertionError):
        keeps_its_figures(mensen, klok)


def test_the_page_shows_what_stands_and_what_stood(mensen, klok, client):
    decided(mensen, klok)
    sign_in(client, make_medewerker(Rol.BELEIDSADVISEUR))
    page = client.get(reverse("themas-gemeente", args=[MIDDEN_DRENTHE])).content.decode()
    adres = re.search(r'href="([^"]*besluit/verbeteren/[^"]*)"', page)[1]
    form = client.get(adres).content.decode()
    assert "Schulden groeien." in form
    hidden = re.search(r'name="besluit_id" value="([^"]+)"', form)[1]
    velden = {
        "formulier_id": uuid4(),
        "besluit_id": hidden,
        "datum": "2026-03-20",
        "gremium": "stuurgroep",
        "reden": "Dit hangt samen.",
        "kies-naar-school": "on",
        "waarom-naar-school": "Meer thuiszitters.",
        "verbetering": "",
    }
    wrong = client.post(adres, velden)
    assert (wrong.status_code, "Meer thuiszitters." in wrong.content.decode()) == (422, True)
    assert client.post(adres, velden | {"verbetering": "Er was maar een thema gekozen."}).status_code == 302
    page = client.get(reverse("themas-gemeente", args=[MIDDEN_DRENTHE])).content.decode()
    assert "Verbeterd: Er was maar een thema gekozen." in page
    assert "Wat er eerst stond" in page
    assert page.count("Schulden groeien.") == 1
