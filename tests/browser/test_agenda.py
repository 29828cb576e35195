"""The uitvoeringsagenda with a keyboard alone, as the policy adviser of a municipality; and without JavaScript."""

from playwright.sync_api import expect

from koers.registers.klok import vandaag
from tests.browser.test_rondleiding import Toetsenbord

WIE = "beleidsadviseur"
VELD = "textbox|TEXTAREA"


def test_an_action_slips_and_the_stuurgroep_sees_it(alle_bladen):
    alle_bladen.toezicht.klachten.clear()
    page = alle_bladen.context(WIE).new_page()
    alle_bladen.toezicht.watch(page)
    keys = Toetsenbord(page)

    def write(veld: str, tekst: str) -> None:
        keys.to(veld, VELD)
        page.keyboard.type(tekst)

    page.goto("/vandaag/")
    keys.enter("Agenda")
    expect(page.locator("h1")).to_have_text("Agenda van Midden-Drenthe")
    expect(page.locator("#agenda-tijd")).to_be_visible()

    # An intervention, and what goes with it.
    keys.enter("Investeren in leren")
    keys.enter("Interventie toevoegen")
    write("Wat gaat u doen?", "Samen leren op vrijdag")
    keys.enter("Interventie toevoegen", "button")
    # What is missing is asked at its field, and what was typed stays.
    expect(page.locator(".foutenlijst")).to_contain_text("Wat is er dan anders?")
    expect(page.locator("[name=naam]")).to_have_value("Samen leren op vrijdag")
    write("Wat is er dan anders?", "Collega's kennen elkaar.")
    keys.enter("Interventie toevoegen", "button")
    expect(page.locator("h2").first).to_have_text("Samen leren op vrijdag")

    # An action with a day in June of next year; day and month are the same, whatever comes first.
    keys.enter("Actie toevoegen: Samen leren op vrijdag")
    write("Wat moet er gebeuren?", "Een eerste vrijdag plannen")
    write("Wie doet het?", "de teamleider")
    write("Wanneer is het klaar?", f"0606{vandaag().year + 1}")
    keys.enter("Actie toevoegen", "button")

    # It slips: the first day stays beside the new one.
    keys.enter("Een eerste vrijdag plannen")
    keys.enter("Nieuwe dag afspreken")
    write("Wat is de nieuwe dag?", f"0707{vandaag().year + 1}")
    write("Waarom schuift de dag?", "De zaal is dan vrij.")
    keys.enter("Nieuwe dag afspreken", "button")
    expect(page.locator(".blad__midden")).to_contain_text(
        f"7 juli {vandaag().year + 1} in plaats van 6 juni {vandaag().year + 1}. De zaal is dan vrij."
    )

    # How it stands, and how the stuurgroep reads all of this.
    keys.enter("Investeren in leren")
    keys.enter("Stand opschrijven")
    keys.to("Op koers", "textbox")
    page.keyboard.press("Space")
    write("Waarom?", "De eerste vrijdag is bekend.")
    keys.enter("Stand opschrijven", "button")
    expect(page.locator(".kernzin .status")).to_have_text("op koers")
    keys.enter("Uitvoeringsagenda")
    keys.enter("Sinds de vorige stuurgroep")
    for words in ("Samen leren op vrijdag", "De zaal is dan vrij.", "De eerste vrijdag is bekend."):
        expect(page.locator(".blad__midden")).to_contain_text(words)
    assert alle_bladen.toezicht.klachten == []


def test_without_javascript_a_day_can_be_chosen_to_compare_with(alle_bladen):
    page = alle_bladen.context("raadslid", java_script_enabled=False).new_page()
    page.goto("/agenda/sinds/")
    expect(page.locator("#besluiten + ul")).to_contain_text("alle scholen krijgen een aanbod in groepen")
    page.fill("[name=dag]", vandaag().isoformat())
    page.click("text=Veranderingen tonen")
    expect(page.locator(".kernzin")).to_contain_text("Sinds")
    expect(page.locator("#besluiten + p")).to_contain_text("geen besluit van de stuurgroep")
