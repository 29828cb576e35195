"""The uitvoeringsagenda as the policy adviser walks it, with a keyboard alone; and without JavaScript."""

from playwright.sync_api import Page, expect

from koers.registers.klok import vandaag
from tests.browser.test_rondleiding import Toetsenbord

WIE = "beleidsadviseur"
VELD, OPGAVE = "textbox|TEXTAREA", "2. Investeren in leren"


def walk(page: Page) -> None:
    """From the first page of the day to what the stuurgroep reads."""
    keys, kop, jaar = Toetsenbord(page), page.locator("h1"), vandaag().year + 1

    def go(link: str, naar: str, soort: str = "link") -> None:
        keys.enter(link, soort)
        expect(kop).to_have_text(naar)

    def write(veld: str, tekst: str) -> None:
        keys.to(veld, VELD)
        page.keyboard.type(tekst)

    go("Agenda", "Agenda van Midden-Drenthe")
    expect(page.locator("#agenda-tijd")).to_be_visible()

    # An intervention. What is missing is asked at its field, and what was typed stays.
    go("Investeren in leren", OPGAVE)
    go("Interventie toevoegen", "Interventie toevoegen")
    write("Wat gaat u doen?", "Samen leren op vrijdag")
    keys.enter("Interventie toevoegen", "button")
    expect(page.locator(".foutenlijst")).to_contain_text("Wat is er dan anders?")
    expect(page.locator("[name=naam]")).to_have_value("Samen leren op vrijdag")
    write("Wat is er dan anders?", "Collega's kennen elkaar.")
    go("Interventie toevoegen", OPGAVE, "button")

    # An action, due in June of next year; day and month are the same, whatever comes first.
    go("Actie toevoegen : Samen leren op vrijdag", "Actie toevoegen")
    write("Wat moet er gebeuren?", "Een eerste vrijdag plannen")
    write("Wie doet het?", "de teamleider")
    write("Wanneer is het klaar?", f"0606{jaar}")
    go("Actie toevoegen", OPGAVE, "button")

    # It slips: the first day stays beside the new one.
    go("Een eerste vrijdag plannen", "Een eerste vrijdag plannen")
    go("Nieuwe dag afspreken", "Nieuwe dag afspreken")
    write("Wat is de nieuwe dag?", f"0707{jaar}")
    write("Waarom schuift de dag?", "De zaal is dan vrij.")
    go("Nieuwe dag afspreken", "Een eerste vrijdag plannen", "button")
    expect(page.locator(".blad__midden")).to_contain_text(
        f"7 juli {jaar} in plaats van 6 juni {jaar}. De zaal is dan vrij."
    )

    # How it stands, and how the stuurgroep reads all of this.
    go("Investeren in leren", OPGAVE)
    go("Stand opschrijven", "Opschrijven hoe de opgave ervoor staat")
    keys.to("Op koers", "textbox")
    page.keyboard.press("Space")
    write("Waarom?", "De eerste vrijdag is bekend.")
    go("Stand opschrijven", OPGAVE, "button")
    expect(page.locator(".kernzin .status")).to_have_text("op koers")
    go("Uitvoeringsagenda", "Agenda van Midden-Drenthe")
    go("Sinds de vorige stuurgroep", "Wat is er veranderd in Midden-Drenthe?")
    for words in ("Samen leren op vrijdag", "De zaal is dan vrij.", "De eerste vrijdag is bekend."):
        expect(page.locator(".blad__midden")).to_contain_text(words)


def test_an_action_slips_and_the_stuurgroep_sees_it(alle_bladen):
    alle_bladen.toezicht.klachten.clear()
    page = alle_bladen.context(WIE).new_page()
    alle_bladen.toezicht.watch(page)
    page.goto("/vandaag/")
    walk(page)
    assert alle_bladen.toezicht.klachten == []


def test_without_javascript_a_day_can_be_chosen_to_compare_with(alle_bladen):
    page = alle_bladen.context("raadslid", java_script_enabled=False).new_page()
    page.goto("/agenda/sinds/")
    expect(page.locator("#besluiten + ul")).to_contain_text("alle scholen krijgen een aanbod in groepen")
    page.fill("[name=dag]", vandaag().isoformat())
    page.click("text=Veranderingen tonen")
    expect(page.locator(".kernzin")).to_contain_text("Sinds")
    expect(page.locator("#besluiten + p")).to_contain_text("geen besluit van de stuurgroep")
