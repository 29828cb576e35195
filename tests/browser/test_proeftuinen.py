"""A proeftuin as the policy adviser walks it, with a keyboard alone: agreed, counted, looked at, decided."""

from playwright.sync_api import Page, expect

from koers.registers.klok import vandaag
from tests.browser.test_rondleiding import Toetsenbord

WIE = "beleidsadviseur"
VELD, NAAM = "textbox|TEXTAREA|spinbutton", "Lopen naar school"


class Wandelaar:
    """Somebody with a keyboard on a page."""

    def __init__(self, page: Page) -> None:
        self.page, self.keys = page, Toetsenbord(page)

    def go(self, link: str, naar: str, soort: str = "link") -> None:
        """Follows a link or presses a button, to the page with this heading."""
        self.keys.enter(link, soort)
        expect(self.page.locator("h1")).to_have_text(naar)

    def write(self, veld: str, tekst: str) -> None:
        """Types in a field."""
        self.keys.to(veld, VELD)
        self.page.keyboard.type(tekst)

    def choose(self, keuze: str) -> None:
        """Picks one of several by its selector."""
        self.page.locator(keuze).first.focus()
        self.page.keyboard.press("Space")

    def retype(self, naam: str, tekst: str) -> None:
        """Types over what stands in a field."""
        self.page.locator(f"[name={naam}]").focus()
        self.page.keyboard.press("Control+A")
        self.page.keyboard.type(tekst)

    def reads(self, *words: str) -> None:
        """What stands on the page."""
        for een in words:
            expect(self.page.locator(".blad__midden")).to_contain_text(een)


def design(wie: Wandelaar) -> None:
    """What is agreed beforehand. What was forgotten is asked, and what was typed stays."""
    jaar = vandaag().year
    wie.go("Proeftuin opzetten", "Proeftuin opzetten")
    wie.write("Wat probeert u uit?", NAAM)
    wie.keys.enter("Proeftuin opzetten", "button")
    expect(wie.page.locator(".foutenlijst")).to_contain_text("Wat verwacht u, en waarom?")
    expect(wie.page.locator("[name=naam]")).to_have_value(NAAM)
    wie.page.locator("[name=opgave]").focus()
    wie.page.keyboard.press("ArrowDown")
    wie.write("Wat verwacht u, en waarom?", "Wie loopt, is rustiger in de klas.")
    wie.write("Wat telt u zelf? (hoeft niet)", "Kinderen die hulp vragen, van alle kinderen")
    wie.choose("[name=richting][value=omlaag]")
    wie.write("Op hoeveel verschil hoopt u?", "2,5")
    wie.choose("[name=soort][value=gebied]")
    wie.retype("groep", "Noord")
    wie.write("Met wie vergelijkt u?", "Zuid")
    wie.write("Wanneer begint het?", f"0101{jaar}")
    # Which of day and month comes first is the browser's choice; only typed days that do not care are typed.
    wie.page.locator("[name=evaluatie_op]").fill(vandaag().isoformat())
    wie.go("Proeftuin opzetten", "Wat Midden-Drenthe uitprobeert", "button")
    wie.go(NAAM, NAAM)


def count(wie: Wandelaar) -> None:
    """A count that is impossible is said in a sentence; the numbers stay."""
    jaar = vandaag().year - 1
    wie.go("Telling opschrijven", "Telling opschrijven")
    wie.write("Eerste dag van de telling", f"0101{jaar}")
    wie.write("Laatste dag van de telling", f"1212{jaar}")
    wie.write("Noord: het deel (hoeft niet)", "90")
    wie.write("Noord: het geheel (hoeft niet)", "80")
    wie.keys.enter("Telling opschrijven", "button")
    expect(wie.page.locator(".foutenlijst")).to_contain_text("het deel groter dan het geheel")
    expect(wie.page.locator("[name=teller_0]")).to_have_value("90")
    wie.retype("noemer_0", "300")
    wie.go("Telling opschrijven", NAAM, "button")
    wie.reads("90 van 300")


def decide(wie: Wandelaar) -> None:
    """Fixed, looked at on the agreed day, and decided with the principle that it leans on."""
    wie.go("Ontwerp vastzetten", "Ontwerp vastzetten")
    wie.go("Ontwerp vastzetten", NAAM, "button")
    wie.go("Proeftuin evalueren", "Proeftuin evalueren")
    wie.write("Wat vindt u hiervan, en wat laten de cijfers niet zien?", "Er is te weinig geteld.")
    wie.go("Proeftuin evalueren", NAAM, "button")
    wie.reads("te weinig cijfers")
    wie.go("Besluit vastleggen", "Besluit vastleggen")
    wie.choose("[name=keuze][value=stoppen]")
    wie.write("Waarom?", "Zo leren wij niets.")
    wie.choose("[name=leunt]")
    wie.go("Besluit vastleggen", NAAM, "button")
    wie.reads("Stoppen. Zo leren wij niets.", "leunt hierop")


def test_a_proeftuin_is_agreed_counted_looked_at_and_decided(alle_bladen):
    alle_bladen.toezicht.klachten.clear()
    page = alle_bladen.context(WIE).new_page()
    alle_bladen.toezicht.watch(page)
    page.goto("/vandaag/")
    wie = Wandelaar(page)
    wie.go("Agenda", "Agenda van Midden-Drenthe")
    wie.go("Proeftuinen", "Wat Midden-Drenthe uitprobeert")
    design(wie)
    count(wie)
    decide(wie)
    assert alle_bladen.toezicht.klachten == []
