"""A letter of the huisarts: light help by the POH Jeugd, to its end or on to the toegang."""

import re
from datetime import date, timedelta

from playwright.sync_api import expect

from tests.browser.wandelingen import stappen
from tests.browser.wandelingen.stappen import CONSULENT, Kind

POH = "Samira el Idrissi"
TESS = Kind("Tess", "Lindehof", date(2014, 2, 17))
BRAM = Kind("Bram", "Lindehof", date(2012, 9, 3))
GEDEELD = "Sinds de verhuizing slaapt Bram bij oma. Hij wil met iemand praten."


def write_question(poh, kind: Kind, *, dagen: int, vraag: str) -> None:
    """What stands in the letter; the four weeks run from the day of the letter."""
    poh.door("Lichte hulp")
    poh.follow("Lichte vraag opschrijven")
    poh.write("Nieuw: roepnaam", kind.roepnaam)
    poh.write("Nieuw: achternaam", kind.achternaam)
    poh.day("Nieuw: geboortedatum", kind.geboren)
    poh.day("Gevraagd op", stappen.today(poh) - timedelta(days=dagen))
    poh.write("Wat is de vraag, in de woorden van het gezin?", vraag)
    if kind is TESS:
        poh.show("poh-1-vraag")
    poh.press("Vraag opslaan")
    poh.heading(f"Lichte hulp voor {kind.naam}")


def figure(poh, naam: str) -> str:
    """A figure of this year on the page of light help."""
    poh.door("Lichte hulp")
    row = poh.main.get_by_role("row", name=naam)
    return row.get_by_role("cell").inner_text()


def clocks(poh) -> None:
    """Who waits too long stands on top, with how long."""
    poh.door("Lichte hulp")
    rows = poh.main.get_by_role("table", name="Wie wacht of in gesprek is").get_by_role("row")
    expect(rows.filter(has_text=TESS.naam)).to_contain_text("nog 8 dagen")
    expect(rows.filter(has_text=BRAM.naam)).to_contain_text("2 dagen te laat")
    order = rows.all_inner_texts()
    place = {
        kind.roepnaam: next(n for n, row in enumerate(order) if kind.naam in row) for kind in (TESS, BRAM)
    }
    assert place["Bram"] < place["Tess"]
    poh.show("poh-2-vier-weken")


def finish(poh) -> None:
    """Tess: a talk today, in time, and after three talks it is done."""
    in_time, done = figure(poh, "Eerste gesprek op tijd"), figure(poh, "Afgerond zonder overdracht")
    poh.follow(TESS.naam)
    poh.follow("Eerste gesprek opschrijven")
    poh.press("Stap opslaan")
    poh.reads("er is gesproken")
    poh.follow("Einde opschrijven")
    poh.write("Hoeveel gesprekken, in totaal?", "3")
    poh.write("Hoeveel minuten, in totaal?", "150")
    poh.press("Stap opslaan")
    poh.reads("afgerond")
    poh.show("poh-3-afgerond")
    assert int(figure(poh, "Eerste gesprek op tijd")) == int(in_time) + 1
    assert int(figure(poh, "Afgerond zonder overdracht")) == int(done) + 1


def hand_over(poh) -> None:
    """Bram: it is not enough. Without somebody who agrees nothing goes on, and nothing typed is lost."""
    poh.follow(BRAM.naam)
    poh.follow("Overdragen aan de toegang")
    poh.write("Wat wil het gezin delen? Alleen dit gaat mee.", GEDEELD)
    poh.press("Overdragen")
    expect(poh.main.get_by_role("alert")).to_contain_text("Wie is akkoord?")
    expect(poh.field("Wat wil het gezin delen?")).to_have_value(GEDEELD)
    poh.mark("de jongere en de ouder")
    poh.show("poh-4-overdragen")
    poh.press("Overdragen")
    poh.reads("overgedragen aan de toegang")


def test_a_letter_of_the_huisarts_to_its_end_or_to_the_toegang(meld_aan):
    poh, wie = meld_aan(POH), meld_aan(CONSULENT)
    write_question(poh, TESS, dagen=20, vraag="Tess piekert veel voor ze gaat slapen.")
    write_question(poh, BRAM, dagen=30, vraag="Bram komt zijn kamer niet meer uit.")
    clocks(poh)
    finish(poh)
    hand_over(poh)

    wie.door("Vandaag")
    expect(wie.main).not_to_contain_text(TESS.naam)  # what stayed light is not for the toegang to see
    wie.follow(re.compile(f"Vraag bekijken.*{BRAM.naam}"))
    wie.reads(GEDEELD, "Bram komt zijn kamer niet meer uit.")
    wie.show("poh-5-toegang")
    wie.press("Deze vraag opnemen")
    wie.heading(f"Casus van {BRAM.naam}")
    wie.reads("Bram komt zijn kamer niet meer uit.", "Huisartsen de Lichte Kamer")
    poh.page.reload()
    poh.reads("overgedragen aan de toegang")
