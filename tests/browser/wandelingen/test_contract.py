"""A contractmanager types a contract, gives it a product and another tariff, and follows up a late answer."""

import re
from datetime import date

from playwright.sync_api import expect

BEHEER, AANBIEDER, HULP = "Hanneke Bruins", "Stichting Veenlicht", "Ambulante begeleiding"


def type_contract(wie) -> None:
    """An AGB code with a digit too few is refused in a sentence, and nothing of the form is lost."""
    wie.door("Contracten")
    wie.follow("Contract invoeren")
    wie.pick("Inkoopregio", "Noordmidden-Drenthe")
    wie.write("Naam van de aanbieder", AANBIEDER)
    wie.write("AGB-code", "1234567")
    wie.day("Het contract begint op", date(2026, 1, 1))
    wie.day(re.compile("^Laatste dag van het contract"), date(2027, 12, 31))
    wie.mark("Een eigen tas of koffer")
    wie.write(re.compile("^Naam van een locatie"), "Hoofdhuis")
    wie.write(re.compile("^Plaats van de locatie"), "Beilen")
    wie.pick(re.compile("^Gemeente van de locatie"), "Midden-Drenthe")
    wie.press("Contract opslaan")
    wie.reads("Een AGB-code heeft acht cijfers")
    expect(wie.field("Naam van de aanbieder")).to_have_value(AANBIEDER)
    expect(wie.field("Een eigen tas of koffer")).to_be_checked()
    wie.write("AGB-code", "12345678")
    wie.press("Contract opslaan", twice=True)
    wie.heading(f"Contract met {AANBIEDER}")
    wie.reads("Er staan nog geen producten in dit contract", "Een eigen tas of koffer")


def add_product(wie) -> None:
    """A code that is in no list, and a tariff of nothing, are refused one by one."""
    wie.follow("Product toevoegen")
    wie.write("Productcode", "99X99")
    wie.write("Naam van de hulp", HULP)
    wie.pick("Niveau", "4")
    wie.pick("Taakveld (Iv3)", "6.72a")
    wie.pick(re.compile("^Eenheid"), "Uur")
    wie.write("Tarief per eenheid", "0")
    wie.press("Product opslaan")
    wie.reads("staat niet in de landelijke lijst")
    wie.write("Productcode", "45A04")
    wie.press("Product opslaan")
    wie.reads("meer dan nul euro")
    wie.write("Tarief per eenheid", "95,50")
    wie.press("Product opslaan")
    expect(wie.main.get_by_role("row", name=HULP)).to_contain_text("€ 95,50 per uur")


def change_tariff(wie) -> None:
    """The old tariff keeps its place and its last day."""
    wie.follow(re.compile("^Tarief wijzigen"), binnen=wie.main.get_by_role("row", name=HULP))
    wie.write("Nieuw tarief per eenheid", "99")
    wie.day("Vanaf welke dag?", date(2027, 1, 1))
    wie.write("Waarom?", "Indexering 2027.")
    wie.press("Nieuw tarief opslaan")
    rows = wie.main.get_by_role("row", name=HULP)
    expect(rows).to_have_count(2)
    expect(rows.nth(0)).to_contain_text("€ 99 per uur")
    expect(rows.nth(1)).to_contain_text("31 december 2026")


def follow_up(wie) -> None:
    """A late answer stands on the day with its clock; what came of it takes it away from there."""
    wie.door("Vandaag")
    line = wie.main.get_by_role("listitem").filter(has_text="Begeleiding 45Z96")
    wie.follow(re.compile("^Wat kwam ervan"), binnen=line)
    wie.reads("er wacht een kind op deze hulp")
    expect(wie.main).not_to_contain_text("Mees")
    wie.press("Opslaan wat ervan kwam")
    expect(wie.main.get_by_role("alert")).to_be_visible()
    wie.pick("Wat is ervan gekomen?", "nieuwe dag afgesproken")
    wie.press("Opslaan wat ervan kwam")
    row = wie.main.get_by_role("row", name="Begeleiding 45Z96")
    expect(row).to_contain_text("afgerond door contractmanagement")
    wie.door("Vandaag")
    expect(wie.main).not_to_contain_text("Begeleiding 45Z96")


def test_a_contract_typed_by_keyboard_and_a_late_answer_followed_up(meld_aan):
    beheer = meld_aan(BEHEER)
    type_contract(beheer)
    add_product(beheer)
    change_tariff(beheer)
    follow_up(beheer)
