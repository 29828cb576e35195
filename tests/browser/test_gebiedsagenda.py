"""The gebiedsagenda with a keyboard alone: the adviser calls a meeting, a partner tells and agrees."""

from playwright.sync_api import Page, expect

from koers.domain.rapportages import recent_perioden
from koers.presentation.woorden_rapportage import period_words
from koers.registers.klok import vandaag
from tests.browser.test_rondleiding import Toetsenbord

VELD = "textbox|TEXTAREA"
PARTNER = "Welzijn Middenveld"


def quarter() -> str:
    """The running quarter, which is the first that the form offers."""
    return period_words("kwartaal", recent_perioden("kwartaal", vandaag(), 1)[0].naam)


def organise(page: Page) -> None:
    """The adviser writes down that the partners of de Smildes met; what is missing is asked for."""
    keys, kop = Toetsenbord(page), page.locator("h1")
    keys.enter("Gebiedsagenda")
    expect(kop).to_have_text("Gebiedsagenda van Midden-Drenthe")
    keys.enter("de Smildes")
    expect(kop).to_have_text("de Smildes")
    keys.enter("Bijeenkomst opschrijven")
    expect(kop).to_have_text("Bijeenkomst in de Smildes opschrijven")
    keys.enter("Bijeenkomst opschrijven", "button")
    expect(page.locator(".foutenlijst")).to_contain_text("Waar ging het over?")
    keys.to("Waar ging het over?", VELD)
    page.keyboard.type("Vervoer naar de groepen")
    keys.enter("Bijeenkomst opschrijven", "button")
    expect(kop).to_have_text("de Smildes")
    expect(page.locator(".blad__midden")).to_contain_text("Vervoer naar de groepen")


def tell(page: Page) -> None:
    """The partner tells for itself; a number of people in the words is sent back with everything typed."""
    keys, kop = Toetsenbord(page), page.locator("h1")

    def write(veld: str, tekst: str) -> None:
        keys.to(veld, VELD)
        page.keyboard.press("Control+a")
        page.keyboard.type(tekst)

    keys.enter(quarter().capitalize())
    expect(kop).to_have_text(f"de Smildes, {quarter()}")
    keys.enter(f"Bereik en resultaat van {PARTNER} opschrijven")
    expect(kop).to_have_text(f"Bereik en resultaat van {PARTNER}")
    write("Wat bood u aan?", "Een inloop voor ouders.")
    write("Hoeveel jeugdigen bereikte u?", "14")
    write("Hoeveel ouders bereikte u?", "22")
    write("Wat leverde het op?", "3 ouders kwamen terug.")
    keys.enter("Bereik en resultaat opschrijven", "button")
    expect(page.locator(".foutenlijst")).to_contain_text("3 ouders")
    expect(page.locator("[name=ouders]")).to_have_value("22")
    write("Wat leverde het op?", "Ouders komen terug.")
    keys.enter("Bereik en resultaat opschrijven", "button")
    expect(page.locator(".kernzin")).to_contain_text("14 jeugdigen en 22 ouders")

    keys.enter("Afspraak opschrijven")
    expect(kop).to_have_text("Afspraak opschrijven")
    write("Wat is er afgesproken?", "De bus regelen")
    write("Wie doet dat?", "de gezinscoach")
    write("Wanneer is het klaar?", f"0606{vandaag().year + 1}")
    keys.enter("Afspraak opschrijven", "button")
    expect(kop).to_have_text(f"de Smildes, {quarter()}")
    keys.enter("De bus regelen")
    expect(kop).to_have_text("De bus regelen")
    keys.enter("Nieuwe dag afspreken")
    expect(kop).to_have_text("Nieuwe dag afspreken")
    write("Wat is de nieuwe dag?", f"0707{vandaag().year + 1}")
    write("Waarom schuift de dag?", "De gemeente besluit later.")
    keys.enter("Nieuwe dag afspreken", "button")
    expect(page.locator(".kernzin")).to_contain_text("was 6 juni")


def test_a_quarter_of_an_area_from_meeting_to_agreement(alle_bladen):
    alle_bladen.toezicht.klachten.clear()
    for wie, adres, walk in (
        ("beleidsadviseur", "/vandaag/", organise),
        ("gezinscoach", "/gebiedsagenda/de-smildes/", tell),
    ):
        page = alle_bladen.context(wie).new_page()
        alle_bladen.toezicht.watch(page)
        page.goto(adres)
        walk(page)
    assert alle_bladen.toezicht.klachten == []
