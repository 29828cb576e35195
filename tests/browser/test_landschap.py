"""An escalation as the policy adviser walks it, with a keyboard alone; and a judgement without JavaScript."""

from playwright.sync_api import Page, expect

from tests.browser.test_rondleiding import Toetsenbord

VELD = "textbox|TEXTAREA"


def walk(page: Page) -> None:
    """From the first page of the day to an escalation that was closed by mistake and corrected."""
    keys, kop = Toetsenbord(page), page.locator("h1")

    def go(link: str, naar: str, soort: str = "link") -> None:
        keys.enter(link, soort)
        expect(kop).to_have_text(naar)

    def write(veld: str, tekst: str) -> None:
        keys.to(veld, VELD)
        page.keyboard.type(tekst)

    go("Escalaties", "Escalaties")
    go("Escalatie openen", "Escalatie openen")

    # What is missing is asked at its field, and what was chosen stays.
    keys.to(page.locator("label", has_text="Calamiteit").inner_text(), "textbox")
    page.keyboard.press("ArrowUp")  # of a group of choices the first has the focus; up from there is the last
    keys.enter("Escalatie openen", "button")
    expect(page.locator(".foutenlijst")).to_contain_text("Wat is er in het kort?")
    expect(page.locator("[name=soort]:checked")).to_have_value("onrust")
    write("Wat is er in het kort?", "De krant belt over een school.")
    go("Escalatie openen", "Onrust en vragen van de pers", "button")
    expect(page.locator(".kernzin")).to_contain_text("Eerst dit")
    expect(page.locator("#stap-woordvoerder")).to_contain_text("wacht op u")

    # The spokesperson was told; what may not be said stands above the form.
    go(
        "Opschrijven : de woordvoerder van de gemeente",
        "Wie de vraag krijgt informeert de woordvoerder van de gemeente",
    )
    expect(page.locator(".blad__midden")).to_contain_text("Een antwoord op de vraag zelf")
    go("Opschrijven", "Onrust en vragen van de pers", "button")
    expect(page.locator("#stap-woordvoerder .status")).to_have_text("op tijd")

    # A mistake is corrected by a new fact, with a reason.
    go(
        "Verbeteren : de woordvoerder van de gemeente",
        "Wie de vraag krijgt informeert de woordvoerder van de gemeente",
    )
    write("Opmerking of reden (hoeft niet)", "Het was de burgemeester die belde.")
    go("Opschrijven", "Onrust en vragen van de pers", "button")
    expect(page.locator("#stap-woordvoerder")).to_contain_text("eerst stond er")

    # Closing waits for every step.
    go("Het is bedaard", "Opschrijven dat het bedaard is")
    write("Wat is er gebeurd of besloten?", "De krant schrijft er niet over.")
    go("Opschrijven dat het bedaard is", "Onrust en vragen van de pers", "button")
    go("Sluiten", "Escalatie sluiten")
    write("Wat is er gebeurd of besloten?", "Klaar.")
    keys.enter("Escalatie sluiten", "button")
    expect(page.locator(".foutenlijst")).to_contain_text("Nog niet elke stap heeft een antwoord (2)")
    expect(page.locator("[name=tekst]")).to_have_value("Klaar.")


def test_an_escalation_with_a_keyboard_alone(alle_bladen):
    alle_bladen.toezicht.klachten.clear()
    page = alle_bladen.context("beleidsadviseur").new_page()
    alle_bladen.toezicht.watch(page)
    page.goto("/vandaag/")
    walk(page)
    assert alle_bladen.toezicht.klachten == []


def test_without_javascript_a_judgement_is_drafted_and_shared(alle_bladen):
    page = alle_bladen.context("wethouder", java_script_enabled=False).new_page()
    page.goto("/netwerk/oordelen/basisfuncties/brede-blik/schrijven/")
    page.check("[name=oordeel][value=begonnen]")
    page.fill("[name=toelichting]", "Elk gezin heeft één plan.")
    page.click(".blad__midden button[type=submit]")
    expect(page.locator(".blad__midden")).to_contain_text("Dit ziet nog niemand buiten uw gemeente")
    page.click("text=Antwoord delen")
    page.click(".blad__midden button[type=submit]")
    expect(page.locator("#antwoorden ~ .tabel__rol")).to_contain_text("Elk gezin heeft één plan.")
