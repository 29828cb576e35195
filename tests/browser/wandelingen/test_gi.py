"""A gecertificeerde instelling asks for help, and it begins the same day (route C)."""

import re
from datetime import date

from playwright.sync_api import expect

from tests.browser.wandelingen import stappen
from tests.browser.wandelingen.stappen import AANBIEDER, CONSULENT, Kind

GI, INSTELLING = "Tom Beuving", "Jeugdbescherming Veldzicht"
JORIS = Kind("Joris", "Dijkveld", date(2013, 11, 4))


def send_request(gi) -> None:
    """What the GI knows is enough; nobody judges it again."""
    gi.door("Aanvraag sturen")
    gi.write("Roepnaam van het kind", JORIS.roepnaam)
    gi.write("Achternaam", JORIS.achternaam)
    gi.day("Geboortedatum", JORIS.geboren)
    gi.pick("Waar woont het kind?", "Midden-Drenthe")
    gi.pick("Welke hulp?", "Begeleiding individueel")
    gi.show("gi-1-aanvraag")
    gi.press("Aanvraag sturen")
    own = gi.main.get_by_role("row", name=JORIS.naam)
    expect(own).to_contain_text("de hulp begon nog niet")


def link_to_child(wie) -> None:
    """The consulent types nothing over: the family is entered with what the GI wrote."""
    expect(wie.main).to_contain_text(re.compile(f"{JORIS.naam}.*vandaag aangevraagd"))
    link = re.compile(f"Verwijzing koppelen.*{JORIS.naam}")
    wie.show("gi-2-vandaag", wie.main.get_by_role("link", name=link))
    wie.follow(link)
    wie.reads("U beoordeelt dat niet opnieuw", "De klok loopt sinds vandaag", INSTELLING)
    wie.follow("Nieuw gezin invoeren")
    expect(wie.field("Achternaam")).to_have_value(JORIS.achternaam)
    expect(wie.field("Geboortedatum")).to_have_value(JORIS.geboren.isoformat())
    wie.press("Gezin invoeren")
    wie.mark(re.compile(JORIS.naam))
    wie.show("gi-3-koppelen")
    wie.press("Verwijzing koppelen")
    wie.heading(f"Casus van {JORIS.naam}")


def begin_help(aanbieder) -> None:
    """The provider sees the new help and writes down that it began today."""
    aanbieder.door("Toewijzingen")
    row = aanbieder.main.get_by_role("row", name=JORIS.naam)
    aanbieder.press(re.compile(f"^{JORIS.naam}"), "link", binnen=row)
    aanbieder.follow("Start invoeren")
    aanbieder.day("Eerste dag van de hulp", stappen.today(aanbieder))
    aanbieder.press("Start opslaan")
    aanbieder.reads("eerste dag van hulp")


def test_help_of_a_gi_begins_the_same_day(meld_aan):
    gi, wie, aanbieder = meld_aan(GI), meld_aan(CONSULENT), meld_aan(AANBIEDER)
    send_request(gi)
    wie.door("Vandaag")
    link_to_child(wie)
    expect(wie.main).not_to_contain_text("Triage en veiligheid")  # there is nothing to judge by this road
    stappen.assign(wie)  # without aanvraag, steps or besluit
    wie.show("gi-4-toewijzing", wie.main.get_by_role("heading", name="Toegewezen hulp"))
    begin_help(aanbieder)

    gi.page.reload()
    expect(gi.main.get_by_role("row", name=JORIS.naam)).to_contain_text("hulp gestart")
    gi.show("gi-5-begonnen", gi.main.get_by_role("heading", name="Wat ervan is geworden"))
    wie.door("Vandaag")
    expect(wie.main).not_to_contain_text(JORIS.naam)
    wie.door("Verwijzingen")
    expect(wie.main).not_to_contain_text(JORIS.naam)
