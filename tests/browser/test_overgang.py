"""The hand-over of the JeugdTeam, with a keyboard alone: a casus gets an owner, a condition is met."""

from playwright.sync_api import Page, expect

from koers.registers.klok import vandaag
from tests.browser.test_rondleiding import Toetsenbord

VELD = "textbox|TEXTAREA"
KOP = "Overgang van het JeugdTeam in Midden-Drenthe"


def to_owner(page: Page) -> None:
    """A casus without an owner gets one, with a day, and the family is asked."""
    keys, kop = Toetsenbord(page), page.locator("h1")
    naam = page.locator("#lijst ~ div tbody tr a").first.inner_text()

    def go(link: str, naar: str, soort: str = "link") -> None:
        keys.enter(link, soort)
        expect(kop).to_have_text(naar)

    def write(veld: str, tekst: str) -> None:
        keys.to(veld, VELD)
        page.keyboard.type(tekst)

    go(naam, f"Casus van {naam}")
    expect(page.locator("#overgang ~ p .status").first).to_have_text("zonder nieuwe eigenaar")
    go("Nieuwe eigenaar kiezen", "Afspreken wie de casus overneemt")
    # Without an owner the form says so, and the day that was typed stays.
    write("Uiterlijk op welke dag? (hoeft niet)", f"0606{vandaag().year + 1}")
    keys.enter("Afspraak opschrijven", "button")
    expect(page.locator(".foutenlijst")).to_contain_text("Wie neemt de casus over?")
    expect(page.locator("[name=uiterlijk]")).to_have_value(f"{vandaag().year + 1}-06-06")
    keys.to("Wie neemt de casus over?", "combobox|SELECT")
    page.keyboard.type("Team Jeugd")
    go("Afspraak opschrijven", f"Casus van {naam}", "button")
    expect(page.locator("#overgang ~ dl").first).to_contain_text("Team Jeugd")
    expect(page.locator("#overgang ~ ul").first).to_contain_text("nog niet over deze eigenaar gesproken")
    go("Gezin gesproken", "Opschrijven wat het gezin ervan vindt")
    keys.to("Ja", "textbox")
    page.keyboard.press("Space")
    go("Antwoord opschrijven", f"Casus van {naam}", "button")
    expect(page.locator("#overgang ~ dl").first).to_contain_text("eens, op")
    go("Hoe de overgang van het JeugdTeam loopt", KOP)


def meet(page: Page) -> None:
    """A condition is met, with the words that the stuurgroep reads."""
    keys, kop = Toetsenbord(page), page.locator("h1")
    keys.enter("Agenda", "link")
    expect(kop).to_have_text("Agenda van Midden-Drenthe")
    keys.enter("Overgang van het JeugdTeam", "link")
    expect(kop).to_have_text(KOP)
    keys.enter("Voldaan : Elk gezin weet wie zijn nieuwe vaste gezicht is.", "link")
    expect(kop).to_have_text("Aan de voorwaarde is voldaan")
    keys.to("Leg uit waarom.", VELD)
    page.keyboard.type("Alle gezinnen zijn gebeld.")
    keys.enter("Aan de voorwaarde is voldaan", "button")
    expect(kop).to_have_text(KOP)
    expect(page.locator(".blad__midden")).to_contain_text("Alle gezinnen zijn gebeld.")
    keys.enter("Sinds de vorige stuurgroep", "link")
    expect(page.locator("#herinrichting + ul")).to_contain_text("Alle gezinnen zijn gebeld.")


def test_a_casus_gets_an_owner_and_a_condition_is_met(alle_bladen):
    alle_bladen.toezicht.klachten.clear()
    for wie, adres, do in (
        ("jeugdconsulent", "/agenda/overgang/", to_owner),
        ("beleidsadviseur", "/vandaag/", meet),
    ):
        page = alle_bladen.context(wie).new_page()
        alle_bladen.toezicht.watch(page)
        page.goto(adres)
        do(page)
    assert alle_bladen.toezicht.klachten == []
