"""Sharing costs and searching the memory, with a keyboard alone, and without JavaScript."""

import pytest
from playwright.sync_api import expect

from tests.browser.test_rondleiding import Toetsenbord


def test_an_amount_is_shared_with_a_keyboard_alone(alle_bladen):
    alle_bladen.toezicht.klachten.clear()
    page = alle_bladen.context("").new_page()
    alle_bladen.toezicht.watch(page)
    keys = Toetsenbord(page)

    # From policy to the page where it is used.
    page.goto("/beleid/verdeelsleutels/")
    keys.enter("Een bedrag verdelen over de gemeenten")
    expect(page.locator("h1")).to_have_text("Verdeelsleutel")

    # A wrong amount is asked back at its field, and stays to be mended.
    keys.to("Bedrag in euro")
    page.keyboard.type("12.50")
    page.keyboard.press("Enter")
    expect(page.locator("#bedrag-fout")).to_contain_text("Bedoelt u 12,50?")
    expect(page.locator("#bedrag")).to_have_value("12.50")
    keys.to("Bedrag in euro")
    page.keyboard.type("12,50")
    page.keyboard.press("Enter")
    expect(page.locator("tr.totaal").first).to_contain_text("12,50")

    # On to the network and the register of mandates.
    keys.enter("Wie is waarvan")
    expect(page.locator("#netwerk-tekening")).to_be_visible()
    assert alle_bladen.toezicht.klachten == []


@pytest.mark.parametrize(
    ("adres", "veld", "getypt", "gevonden"),
    [
        ("/netwerk/verdeelsleutel/", "#bedrag", "2.977.725,00", "2.977.725,00"),
        ("/netwerk/geheugen/", "#zoek-geheugen", "KWV", "Kleinschalige woonvoorzieningen"),
    ],
)
def test_without_javascript_it_works_as_well(alle_bladen, adres, veld, getypt, gevonden):
    page = alle_bladen.context("", java_script_enabled=False).new_page()
    page.goto(adres)
    page.fill(veld, getypt)
    page.press(veld, "Enter")
    expect(page.locator(".blad__midden table").first).to_contain_text(gevonden)
