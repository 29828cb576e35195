"""A proeftuin: the adviser agrees it and counts, the alderman decides, the council reads along."""

from playwright.sync_api import expect

from tests.browser.wandelingen import stappen

ADVISEUR, WETHOUDER, RAADSLID = "Mirjam Postma", "Aaltje Meijer", "Dirk ten Hoor"
NAAM, PROEFTUINEN = "Lopen naar school", "Wat Midden-Drenthe uitprobeert"
# Where a council member reads along, and the link that leads there from the agenda.
BLADEN = (
    "Sinds de vorige stuurgroep",
    "Leidende principes",
    "Overgang van het JeugdTeam",
    "Proeftuinen",
    "Risico’s",
    "Subsidies en contracten",
)


def to_proeftuinen(wie) -> None:
    """From wherever somebody is."""
    wie.door("Agenda")
    wie.follow("Proeftuinen")
    wie.heading(PROEFTUINEN)


def open_proeftuin(wie) -> None:
    """The one of this walk."""
    to_proeftuinen(wie)
    wie.follow(NAAM)
    wie.heading(NAAM)


def design(wie) -> None:
    """What is agreed beforehand. What was forgotten is asked, and what was typed stays."""
    today = stappen.today(wie)
    to_proeftuinen(wie)
    wie.follow("Proeftuin opzetten")
    wie.write("Wat probeert u uit?", NAAM)
    wie.press("Proeftuin opzetten")
    expect(wie.page.locator(".foutenlijst")).to_contain_text("Wat verwacht u, en waarom?")
    expect(wie.field("Wat probeert u uit?")).to_have_value(NAAM)
    to_proeftuinen(wie)
    wie.follow("Proeftuin opzetten")
    wie.write("Wat probeert u uit?", NAAM)
    wie.pick("Bij welke opgave hoort het?", "POH Jeugd")
    wie.write("Wat verwacht u, en waarom?", "Wie loopt, is rustiger in de klas.")
    wie.write("Wat telt u zelf?", "Kinderen die hulp vragen, van alle kinderen")
    wie.mark("Omlaag")
    wie.write("Op hoeveel verschil hoopt u?", "2,5")
    wie.mark("Gebieden binnen de gemeente")
    wie.write("Wie doet mee?", "Noord")
    wie.write("Met wie vergelijkt u?", "Zuid")
    wie.day("Wanneer begint het?", today.replace(month=1, day=1))
    wie.day("Op welke dag kijkt u naar de cijfers?", today)
    wie.show("proeftuin-1-afspreken", wie.field("Op hoeveel verschil hoopt u?"))
    wie.press("Proeftuin opzetten")
    wie.heading(PROEFTUINEN)


def count(wie) -> None:
    """A count that is impossible is said in a sentence; the numbers stay."""
    last_year = stappen.today(wie).year - 1
    open_proeftuin(wie)
    wie.follow("Telling opschrijven")
    wie.day("Eerste dag van de telling", stappen.today(wie).replace(year=last_year, month=1, day=1))
    wie.day("Laatste dag van de telling", stappen.today(wie).replace(year=last_year, month=12, day=12))
    wie.write("Noord: het deel", "93")
    wie.write("Noord: het geheel", "80")
    wie.press("Telling opschrijven")
    expect(wie.page.locator(".foutenlijst")).to_contain_text("het deel groter dan het geheel")
    expect(wie.field("Noord: het deel")).to_have_value("93")
    wie.write("Noord: het geheel", "300")
    wie.press("Telling opschrijven")
    wie.reads("93 van 300")


def look(wie) -> None:
    """Fixed, and looked at on the agreed day."""
    wie.follow("Ontwerp vastzetten")
    wie.press("Ontwerp vastzetten")
    wie.heading(NAAM)
    wie.follow("Proeftuin evalueren")
    wie.write("Wat vindt u hiervan, en wat laten de cijfers niet zien?", "Er is te weinig geteld.")
    wie.press("Proeftuin evalueren")
    wie.reads("te weinig cijfers", "Er is te weinig geteld.")


def decide(wie) -> None:
    """The alderman, with the reason and the principle that it leans on."""
    open_proeftuin(wie)
    wie.reads("te weinig cijfers")
    wie.follow("Besluit vastleggen")
    wie.mark(wie.main.get_by_role("radio", name="Stoppen"))
    wie.write("Waarom?", "Zo leren wij niets.")
    wie.mark("Normaliseren")
    wie.press("Besluit vastleggen")
    wie.reads("Stoppen. Zo leren wij niets.", "leunt hierop")
    wie.show("proeftuin-2-besluit", wie.main.get_by_role("heading", level=1))


def read_along(wie) -> None:
    """Every page of the agenda can be read; on none of them there is something to fill in or to press."""
    open_proeftuin(wie)
    wie.reads("Stoppen. Zo leren wij niets.", f"({WETHOUDER})")
    expect(wie.main).not_to_contain_text("93 van 300")  # rounded: exact numbers are for who works with them
    for blad in BLADEN:
        wie.door("Agenda")
        wie.follow(blad)
        expect(wie.main.locator("form[method=post]")).to_have_count(0)
        expect(wie.main.get_by_role("link", name="toevoegen")).to_have_count(0)
        if blad == "Overgang van het JeugdTeam":
            wie.show("proeftuin-3-meelezen", wie.main.get_by_role("heading", level=1))


def test_a_proeftuin_is_agreed_counted_looked_at_decided_and_read(meld_aan):
    adviser = meld_aan(ADVISEUR)
    design(adviser)
    count(adviser)
    look(adviser)
    decide(meld_aan(WETHOUDER))
    read_along(meld_aan(RAADSLID))
