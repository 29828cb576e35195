"""Light help to its end and on to the toegang; and help that goes on after an evaluation."""

import re

from playwright.sync_api import Page, expect

from tests.browser.test_ruggengraat import AANBIEDER, choose, press, walk_the_steps


def today(page: Page) -> str:
    return page.evaluate("() => new Date().toLocaleDateString('sv', {timeZone: 'Europe/Amsterdam'})")


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
    consulent.get_by_role("link", name="Vraag bekijken: Noor Wandelsma").click()
    expect(consulent.locator("main")).to_contain_text("Sinds de verhuizing slaapt Noor bij oma.")
    press(consulent, "Deze vraag opnemen")
    expect(consulent.locator("h1")).to_have_text("Casus van Noor Wandelsma")
    expect(consulent.locator("main")).to_contain_text("Noor slaapt slecht.")
    expect(consulent.locator("main")).to_contain_text("Huisartsen de Lichte Kamer")
    assert alle_bladen.toezicht.klachten == []


def help_that_ends(page: Page) -> None:
    """Help that began today and ends in a few weeks; leaves the page of the toewijzing open."""
    page.goto("/gezinnen/nieuw/")
    page.fill("#id_roepnaam", "Jorn")
    page.fill("#id_achternaam", "Vervolgstra")
    page.fill("#id_geboortedatum", "2013-02-27")
    press(page, "Gezin invoeren")
    page.get_by_role("link", name="Melding opschrijven").click()
    page.fill("#id_vraag", "Jorn is vaak boos.")
    press(page, "Melding opslaan")
    page.get_by_role("link", name=re.compile("Jorn Vervolgstra")).first.click()
    soon = page.evaluate("() => new Date(Date.now() + 20 * 864e5).toISOString().slice(0, 10)")
    walk_the_steps(page)
    page.get_by_role("link", name="Besluit nemen").click()
    page.get_by_label("de hulp wordt toegekend").check()
    choose(page, "product", "Begeleiding individueel")
    page.fill("#id_ingangsdatum", today(page))
    page.fill("#id_einddatum", soon)
    press(page, "Besluit nemen")
    page.get_by_role("link", name="Hulp toewijzen").click()
    choose(page, "contractproduct", "Begeleiding individueel", AANBIEDER)
    page.fill("#id_ingangsdatum", today(page))
    page.fill("#id_einddatum", soon)
    press(page, "Hulp toewijzen")
    page.locator("#toewijzingen + table").get_by_role("link").first.click()
    page.get_by_role("link", name="Start invoeren").click()
    press(page, "Start opslaan")


def test_help_without_an_evaluation_is_stopped_and_then_granted(alle_bladen):
    alle_bladen.toezicht.klachten.clear()
    page = alle_bladen.of("jeugdconsulent")
    help_that_ends(page)
    page.get_by_role("link", name="Evalueren of laten doorgaan").click()
    page.fill("#id_reden", "Jorn heeft nog hulp nodig.")
    press(page, "Hulp laten doorgaan")
    expect(page.locator(".foutenlijst")).to_contain_text("nog geen evaluatie met het gezin")
    expect(page.locator("#id_reden")).to_have_value("Jorn heeft nog hulp nodig.")

    page.get_by_role("link", name="Evalueren met het gezin").click()
    page.get_by_label("de jongere en een ouder").check()
    page.get_by_label("3: ongeveer de helft").check()
    page.get_by_label("de hulp gaat door").check()
    press(page, "Evaluatie opslaan")
    expect(page.locator("#evaluaties + table")).to_contain_text("3: ongeveer de helft")
    page.fill("#id_reden", "Jorn heeft nog hulp nodig.")
    press(page, "Hulp laten doorgaan")
    expect(page.locator("h1")).to_have_text("Casus van Jorn Vervolgstra")
    expect(page.locator("#besluiten + table")).to_contain_text("Jorn heeft nog hulp nodig.")
    assert alle_bladen.toezicht.klachten == []
