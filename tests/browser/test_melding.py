"""A parent calls: by keyboard, with a browser that closes in between."""

import re

from playwright.sync_api import Page, expect

from tests.browser.test_ruggengraat import choose

VRAGEN = (
    "lichamelijk_veilig",
    "geweld_thuis",
    "gevaar_voor_zichzelf",
    "gevaar_voor_anderen",
    "zorg_van_ouders",
)


def enter(page: Page, rol: str, naam: str | re.Pattern) -> None:
    """Goes to a link or button and presses Enter."""
    found = page.locator("main").get_by_role(rol, name=naam).first
    found.focus()
    page.keyboard.press("Enter")


def type_note(page: Page) -> None:
    """Writes along while the parent talks; nobody presses a button."""
    page.goto("/eerste-notitie/")
    page.locator("#id_kind").focus()
    with page.expect_response(lambda answer: "0593-111222" in (answer.request.post_data or "")):
        for words in ("Mila Proefhuis", "Mila eet al dagen niet.", "moeder", "0593-111222"):
            page.keyboard.type(words)
            page.keyboard.press("Tab")
    expect(page.locator("#stand")).to_contain_text("Bewaard om")
    expect(page).to_have_url(re.compile("/eerste-notitie/[0-9a-f-]{36}/"))


def finish_note(page: Page) -> None:
    """Another day in another window: from Vandaag to a new family and a melding."""
    page.goto("/vandaag/")
    enter(page, "link", re.compile("Notitie afmaken.*Mila Proefhuis"))
    enter(page, "link", "Nieuw gezin invoeren")
    expect(page.locator("#id_achternaam")).to_have_value("Proefhuis")
    page.fill("#id_geboortedatum", "2015-05-06")
    enter(page, "button", "Gezin invoeren")
    expect(page.locator("h1")).to_have_text("Melding voor gezin Proefhuis")
    expect(page.locator("#id_vraag")).to_have_value("Mila eet al dagen niet.")
    enter(page, "button", "Melding opslaan")
    expect(page.locator("h1")).to_have_text("Gezin Proefhuis")


def do_triage(page: Page) -> None:
    """Every question about safety, an outcome, and a colleague."""
    page.goto("/vandaag/")
    enter(page, "link", re.compile("Triage doen.*Mila Proefhuis"))
    enter(page, "button", "Triage beginnen")
    for vraag in VRAGEN:
        page.locator(f"#id_{vraag}_0").focus()
        page.keyboard.press("Space")
    page.locator("#id_keuze_0").focus()
    page.keyboard.press("Space")
    page.fill("#id_reden", "Eerst met de ouders praten.")
    choose(page, "samen_met", "Ruben Dijkhuis")
    enter(page, "button", "Uitkomst opslaan")
    expect(page.locator("main")).to_contain_text("Voorstel:")
    enter(page, "button", "Casus toedelen")
    expect(page.locator("main")).to_contain_text("zoekt het uit.")


def test_a_parent_calls_the_browser_closes_and_nothing_is_lost(bladen):
    first = bladen.context("jeugdconsulent")
    page = first.new_page()
    bladen.toezicht.watch(page)
    type_note(page)
    first.close()
    page = bladen.context("jeugdconsulent").new_page()
    bladen.toezicht.watch(page)
    finish_note(page)
    do_triage(page)
    page.goto("/vandaag/")
    expect(page.locator("main")).not_to_contain_text("Notitie afmaken: Mila Proefhuis")
