"""A provider refuses outside the agreement: contract management sees it, and the zorgmakelaar takes it up.

And the backoffice reads why a message did not arrive, without a word of XML.
"""

import re

from playwright.sync_api import expect

from tests.browser.wandelingen import stappen
from tests.browser.wandelingen.stappen import AANBIEDER, AANBIEDER_NAAM

BEHEER, MAKELAAR, KIND, HULP = "Hanneke Bruins", "Ineke Vedder", "Lotte Kerslotte", "Begeleiding 45Z97"
BACKOFFICE = "Sanne Kuiper"


def refuse(wie) -> None:
    """First the call, then a ground; without an explanation that ground is not taken, and nothing is lost."""
    wie.door("Toewijzingen")
    row = wie.main.get_by_role("row", name=KIND)
    wie.show("weigering-1-vragen")
    wie.press(re.compile("^Weigeren"), "link", binnen=row)
    wie.reads("Er is nog niet gebeld")
    wie.follow("Gesprek opschrijven")
    wie.day("Wanneer sprak u elkaar?", stappen.today(wie))
    wie.write("Met wie sprak u?", "consulent van de toegang")
    wie.pick("Is er plek?", "nee, geen plek")
    wie.pick("Past de hulp?", "ja, het past")
    wie.press("Gesprek opslaan")
    wie.follow("Hulp weigeren")
    wie.pick("Waarom neemt u deze hulp niet aan?", "Geen plek of een te lange wachttijd")
    wie.press("Weigering opslaan")
    wie.reads("Schrijf op wat er aan de hand is")
    expect(wie.field("Waarom neemt u deze hulp niet aan?")).to_have_value("geen-plek")
    wie.show("weigering-2-weigeren")
    wie.write("Toelichting", "Alle groepen zitten vol tot mei.")
    wie.press("Weigering opslaan")
    wie.reads("geweigerd buiten de afspraak", "open, nog niet opgepakt")


def judge(wie) -> None:
    """Contract management meets the refusal, its clock and both sides of the call, but no child."""
    wie.door("Antwoorden van aanbieders")
    row = wie.main.get_by_role("row", name=HULP)
    expect(row).to_contain_text(AANBIEDER_NAAM)
    wie.press(re.compile("^Beoordelen"), "link", binnen=row)
    wie.reads("Alle groepen zitten vol tot mei.", "op tijd beantwoord")
    expect(wie.main).not_to_contain_text("Lotte")
    wie.show("weigering-3-oordeel")
    wie.pick("Wat vindt u van deze weigering?", "de aanbieder moet de hulp aannemen")
    wie.write("Waarom?", "In april komt er een plek vrij.")
    wie.press("Oordeel opslaan")
    expect(wie.main.get_by_role("row", name=HULP)).to_contain_text("moet de hulp toch aannemen")


def find_a_place(wie) -> None:
    """The route stood open from the refusal on; nobody had to ask."""
    wie.door("Zorgmakelaar")
    wie.follow(KIND)
    wie.reads("Regisseur", stappen.CONSULENT)
    wie.show("weigering-4-zorgmakelaar")
    wie.press("Oppakken")
    wie.pick("Wat is ervan gekomen?", "plek bij dezelfde aanbieder")
    wie.press("Route afronden")
    expect(wie.main.get_by_role("row", name=KIND)).to_contain_text("afgerond door de zorgmakelaar")


def read_the_journey(wie) -> None:
    """What happened, drawn and as a table, in the order in which it happened."""
    table = wie.main.get_by_role("table", name="Verloop")
    said = ("hulp toegewezen", "hulp geweigerd", "contractbeheer gaf een oordeel", "hulp aangenomen")
    expect(table.get_by_role("row").filter(has_text=re.compile("|".join(said)))).to_have_count(len(said))
    expect(wie.main.get_by_role("group", name="Wat gemeente en aanbieder deden")).to_be_visible()
    wie.show("weigering-5-verloop", wie.main.get_by_role("heading", name="Verloop"))


def read_bad_messages(wie) -> None:
    """From the list to what is missing, where, and what to do about it."""
    wie.door("Berichten")
    row = wie.main.get_by_role("row", name="KAPOT1")
    expect(row).to_contain_text("Er ontbreekt iets: begindatum (start 1)")
    expect(row).to_contain_text(AANBIEDER_NAAM)
    wie.show("berichten-1-lijst")
    wie.press(re.compile("KAPOT1"), "link", binnen=row)
    wie.reads("afgekeurd", "begindatum", "U hoeft niets te doen")
    wie.show("berichten-2-afgekeurd")


def test_the_backoffice_reads_what_is_wrong_with_a_message(meld_aan):
    read_bad_messages(meld_aan(BACKOFFICE))


def test_a_refusal_outside_the_agreement_reaches_who_has_to_act(meld_aan):
    aanbieder, beheer, makelaar = meld_aan(AANBIEDER), meld_aan(BEHEER), meld_aan(MAKELAAR)
    refuse(aanbieder)
    judge(beheer)
    find_a_place(makelaar)
    aanbieder.page.reload()
    aanbieder.reads("de aanbieder moet de hulp aannemen", "In april komt er een plek vrij.")
    aanbieder.press("Hulp aannemen", "link")
    aanbieder.press("Hulp aannemen")
    aanbieder.reads("aangenomen")
    read_the_journey(aanbieder)
