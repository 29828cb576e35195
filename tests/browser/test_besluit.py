"""From aanvraag to letter in the browser: rules, a letter that follows the typing, the PDF, a correction."""

import io

from playwright.sync_api import Page, expect
from pypdf import PdfReader

from tests.browser.test_ruggengraat import apply_for_help, fill_in_besluit, press, walk_the_steps


def ask(page: Page) -> None:
    """A family with a parent who has gezag, and a question."""
    page.goto("/gezinnen/nieuw/")
    page.fill("#id_roepnaam", "Noor")
    page.fill("#id_achternaam", "Briefstra")
    page.fill("#id_geboortedatum", "2014-02-11")
    press(page, "Gezin invoeren")
    page.get_by_role("link", name="Kind, ouder of ander toevoegen").click()
    page.fill("#id_roepnaam", "Mira")
    page.fill("#id_achternaam", "Briefstra")
    page.select_option("#id_rol", value="ouder")
    page.get_by_role("group", name="gezag").get_by_label("Noor").check()
    page.locator("main form button[type=submit]").last.click()
    page.get_by_role("link", name="Melding opschrijven").click()
    page.fill("#id_vraag", "Noor slaapt slecht.")
    press(page, "Melding opslaan")
    page.get_by_role("link", name="Noor Briefstra (casus)").click()


def words_of(page: Page, address: str) -> str:
    """The text of a letter, and that it is tagged."""
    answer = page.request.get(address)
    assert answer.headers["content-type"] == "application/pdf"
    pdf = PdfReader(io.BytesIO(answer.body()))
    assert pdf.trailer["/Root"]["/MarkInfo"]["/Marked"]
    return " ".join(" ".join(blad.extract_text() for blad in pdf.pages).split())


def test_an_aanvraag_becomes_a_letter_and_a_correction_another(alle_bladen):
    alle_bladen.toezicht.klachten.clear()
    page = alle_bladen.of("jeugdconsulent")
    ask(page)
    walk_the_steps(page)
    page.locator(".kruimels").get_by_role("link", name="Noor Briefstra").click()
    apply_for_help(page)

    fill_in_besluit(page)
    page.fill("#id_reden", "Noor leert weer slapen.")
    expect(page.locator("#brief")).to_contain_text("Noor leert weer slapen.")  # while typing
    expect(page.locator("#brief")).to_contain_text("Deze brief gaat naar: Mira Briefstra")
    rule = page.locator("section.regel", has_text="Een andere wet gaat voor")
    rule.locator("summary").click()
    expect(rule).to_contain_text("nog in te vullen door de gemeente")
    page.get_by_role("button", name="Brief bekijken").click()  # the same without script
    expect(page.locator("#brief")).to_contain_text("Noor leert weer slapen.")
    press(page, "Besluit nemen")

    page.locator("#besluiten + table").get_by_role("link").first.click()
    letter = page.locator("#brieven + table").get_by_role("link", name="Mira Briefstra")
    text = words_of(page, letter.get_attribute("href"))
    assert "Noor leert weer slapen." in text
    assert "uiterlijk op" in text
    page.reload()
    press(page, "Brief vrijgeven")
    expect(page.locator("#brieven + table")).to_contain_text("vrijgegeven om te versturen")

    page.get_by_role("link", name="Besluit verbeteren").click()
    page.fill("#id_reden", "Noor leert weer slapen, thuis.")
    page.fill("#id_reden_correctie", "De plaats stond er niet in.")
    press(page, "Besluit verbeteren")
    page.locator("#besluiten + table").get_by_role("link").first.click()
    expect(page.locator("main")).to_contain_text("Verbeterd, omdat: De plaats stond er niet in.")
    letter = page.locator("#brieven + table").get_by_role("link", name="Mira Briefstra")
    assert "komt in de plaats van ons besluit" in words_of(page, letter.get_attribute("href"))
    assert alle_bladen.toezicht.klachten == []
