"""Light help to its end and on to the toegang."""

import re

from playwright.sync_api import Page, expect

from tests.browser.test_ruggengraat import press


def ask(page: Page, roepnaam: str) -> None:
    """A question at the practice, of a child that is new there."""
    page.goto("/poh/")
    page.get_by_role("link", name="Lichte vraag opschrijven").first.click()
    page.fill("#id_roepnaam", roepnaam)
    page.fill("#id_achternaam", "Wandelsma")
    page.fill("#id_geboortedatum", "2015-06-07")
    page.fill("#id_vraag", f"{roepnaam} slaapt slecht.")
    press(page, "Vraag opslaan")
    expect(page.locator("h1")).to_have_text(f"Lichte hulp voor {roepnaam} Wandelsma")


def test_a_question_at_the_practice_to_its_end_and_on_to_the_toegang(alle_bladen):
    alle_bladen.toezicht.klachten.clear()
    poh, consulent = alle_bladen.of("poh"), alle_bladen.of("jeugdconsulent")

    ask(poh, "Mats")
    poh.get_by_role("link", name="Eerste gesprek opschrijven").click()
    press(poh, "Stap opslaan")
    expect(poh.locator(".kernzin")).to_contain_text("er is gesproken")
    poh.get_by_role("link", name="Einde opschrijven").click()
    poh.fill("#id_gesprekken", "3")
    poh.fill("#id_minuten", "150")
    press(poh, "Stap opslaan")
    expect(poh.locator(".kernzin")).to_contain_text("afgerond")

    ask(poh, "Noor")
    poh.get_by_role("link", name="Overdragen aan de toegang").click()
    poh.fill("#id_gedeeld", "Sinds de verhuizing slaapt Noor bij oma.")
    press(poh, "Overdragen")
    expect(poh.locator(".foutenlijst")).to_contain_text("Wie is akkoord?")
    expect(poh.locator("#id_gedeeld")).to_have_value("Sinds de verhuizing slaapt Noor bij oma.")
    poh.get_by_label("de jongere en de ouder").check()
    press(poh, "Overdragen")
    expect(poh.locator(".kernzin")).to_contain_text("overgedragen aan de toegang")

    consulent.goto("/vandaag/")
    consulent.get_by_role("link", name=re.compile("Vraag bekijken.*Noor Wandelsma")).click()
    expect(consulent.locator("main")).to_contain_text("Sinds de verhuizing slaapt Noor bij oma.")
    press(consulent, "Deze vraag opnemen")
    # The practice also knows a child with this surname and birth date: somebody looks first.
    consulent.get_by_label("Ik heb gekeken, en neem de vraag op").check()
    press(consulent, "Deze vraag opnemen")
    expect(consulent.locator("h1")).to_have_text("Casus van Noor Wandelsma")
    expect(consulent.locator("main")).to_contain_text("Noor slaapt slecht.")
    expect(consulent.locator("main")).to_contain_text("Huisartsen de Lichte Kamer")
    assert alle_bladen.toezicht.klachten == []
