"""A child that lives in two homes, one of them secret: what each parent reads, on paper and by letter."""

import re
from datetime import date, timedelta

from playwright.sync_api import expect

from tests.browser.wandelingen import stappen
from tests.browser.wandelingen.stappen import CONSULENT, Kind

NOA = Kind("Noa", "Tweehoven", date(2016, 4, 3))
STRAAT, POSTCODE, PLAATS = "Schuilpad", "9411", "Beilen"
GEHEIM = re.compile(f"{STRAAT}|{POSTCODE}", re.I)
VAN_MOEDER, VAN_VADER = "Hier is het eindelijk rustig.", "Ik bel Noa elke woensdag."


def open_family(wie) -> None:
    """By the search box on top."""
    box = wie.page.get_by_role("banner").get_by_role("searchbox")
    wie.write(box, NOA.naam)
    wie.enter()
    wie.follow("Gezin Tweehoven")
    wie.heading("Gezin Tweehoven")


def look_up_address(wie) -> None:
    """The address opens only for a reason, once; the log tells it."""
    expect(wie.main).not_to_contain_text(GEHEIM)
    wie.show("geheim-1-gezin", wie.main.get_by_role("heading", name="Waar ze wonen"))
    wie.pick("Waarvoor hebt u het adres nodig?", "brief aan wie hier woont")
    wie.press("Adres bekijken")
    wie.reads(STRAAT)
    wie.page.reload()
    open_family(wie)
    expect(wie.main).not_to_contain_text(GEHEIM)


def make_plan(wie) -> None:
    """One plan with a part for each home. A shared text that names the secret street is refused."""
    stappen.begin_plan(wie, NOA)
    stappen.add_to_plan(
        wie, "Woorden", "Van ons samen", {"De woorden, zoals ze gezegd zijn": "Wij willen rust voor Noa."}
    )
    for ouder, tekst in (("Marieke", VAN_MOEDER), ("Rik", VAN_VADER)):
        part = wie.main.get_by_role("region", name=re.compile(f"Bij {ouder}"))
        wie.follow(re.compile("^Woorden toevoegen"), binnen=part)
        wie.write("De woorden, zoals ze gezegd zijn", tekst)
        wie.pick("Wie zei dit?", ouder)
        wie.press("Opslaan in het plan")
    refuse_the_street(wie)
    goal = {
        "Wat willen jullie?": "Noa slaapt in beide huizen goed.",
        "Wie helpt?": "oma Wil",
        "Wanneer kijken we?": stappen.today(wie) + timedelta(days=60),
    }
    stappen.add_to_plan(wie, "Doel", "Van ons samen", goal)
    stappen.hear(wie, NOA)
    wie.show("geheim-2-plan", wie.main.get_by_role("region", name=re.compile("Bij Marieke")))
    stappen.settle(wie)


def refuse_the_street(wie) -> None:
    part = wie.main.get_by_role("region", name="Van ons samen", exact=True)
    wie.follow(re.compile("^Kracht toevoegen"), binnen=part)
    wie.write("Wat gaat goed?", f"Noa speelt graag buiten op het {STRAAT}.")
    wie.press("Opslaan in het plan")
    expect(wie.main.get_by_role("alert")).to_contain_text("geheim")
    wie.show("geheim-3-geweigerd", wie.main.get_by_role("alert"))
    wie.follow("Terug naar het plan")


def print_for(wie, ouder: str) -> str:
    """The text of the plan on paper for this parent."""
    wie.follow("Afdrukken per lezer")
    wie.follow(re.compile(f"Versie maken.*{ouder}"))
    tekst = wie.main.inner_text()
    if ouder == "Rik":
        wie.show("geheim-4-afdruk")
    wie.crumb("Plan")
    return tekst


def decide(wie) -> None:
    """A besluit for Noa; each parent with gezag gets a letter of their own."""
    wie.crumb("Tweehoven")
    stappen.write_melding(wie, NOA, "Noa slaapt slecht sinds de scheiding.")
    stappen.walk_the_steps(wie, NOA)
    stappen.write_aanvraag(wie)
    wie.follow("Besluit nemen")
    stappen.fill_in_besluit(wie, f"Noa krijgt hulp thuis aan het {STRAAT}.")
    wie.press("Besluit nemen")
    expect(wie.main.get_by_role("alert")).to_contain_text("adres")  # a reader does not live there
    wie.write("Waarom? Het gezin leest dit in de brief.", "Noa leert weer rustig slapen.")
    wie.press("Besluit nemen")
    wie.follow(re.compile(r"\d{4}$"), binnen=wie.main.get_by_role("table", name="Besluiten"))


def test_the_secret_address_stays_secret_for_who_does_not_live_there(meld_aan):
    wie = meld_aan(CONSULENT)
    open_family(wie)
    look_up_address(wie)
    make_plan(wie)

    father, mother = print_for(wie, "Rik"), print_for(wie, "Marieke")
    assert VAN_VADER in father
    assert VAN_MOEDER not in father
    assert VAN_MOEDER in mother
    assert not GEHEIM.search(father)
    decide(wie)

    letters = {
        naam: stappen.words_of(wie, stappen.letter_to(wie, f"{naam} Tweehoven"))
        for naam in ("Rik", "Marieke")
    }
    assert not GEHEIM.search(letters["Rik"])
    assert PLAATS not in letters["Rik"]
    assert "Kerkweg 2" in letters["Rik"]
    assert "Kerkweg" not in letters["Marieke"]
    assert not GEHEIM.search(letters["Marieke"])  # her own letter is handed over: no envelope tells where
    rows = wie.main.get_by_role("table", name="Brieven").get_by_role("row")
    expect(rows.filter(has_text="Marieke")).to_contain_text("zelf overhandigen")
    expect(rows.filter(has_text="Rik")).to_contain_text("per post")
    wie.show("geheim-5-brieven", wie.main.get_by_role("heading", name="Brieven"))
