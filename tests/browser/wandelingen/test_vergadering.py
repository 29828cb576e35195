"""A meeting from plan to adopted minutes, by five people who each do their part."""

import re
from datetime import timedelta

from playwright.sync_api import expect

from tests.browser.wandelingen import stappen

MANAGER, ADVISEUR = "Lieke Wanders", "Mirjam Postma"
WETHOUDER, WETHOUDER_ASSEN = "Aaltje Meijer", "Jelle Roelfsema"
ABO = "Algemeen Bestuurlijk Overleg"
ANNOTATIE = "De werkgroep stopt. Eén persoon verbindt de uitvoerder met de gemeenten."
BESLUIT = "De verwijsindex krijgt één linking pin voor de twaalf gemeenten."


def open_meeting(wie) -> None:
    """From wherever somebody is to the meeting of today: it comes first."""
    wie.door("Vergaderingen")
    first = wie.main.get_by_role("table", name="Wat komt").get_by_role("row").nth(1)
    wie.follow(ABO, binnen=first)


def plan_it(wie) -> None:
    """A meeting of today, with one item about a dossier; the agenda goes out."""
    wie.door("Vergaderingen")
    wie.follow("Vergadering plannen")
    wie.pick("Welk overleg?", ABO)
    wie.day("Op welke dag?", stappen.today(wie))
    wie.write("Waar?", "Provinciehuis, Assen")
    wie.press("Vergadering plannen")
    wie.follow("Punt op de agenda zetten")
    wie.pick("Welk dossier?", "Drentse Verwijsindex")
    wie.mark("ter besluitvorming")
    wie.pick("Wie bereidt het voor?", "Beleidsoverleg jeugd")
    wie.press("Punt op de agenda zetten")
    wie.reads("Er staat 1 punt op de agenda.")
    wie.press("Agenda versturen")
    wie.reads("De leden zien de agenda nu.")
    wie.show("vergadering-1-agenda", wie.main.get_by_role("heading", level=1))


def annotate(wie) -> None:
    """The adviser writes what members have to know, and releases it."""
    open_meeting(wie)
    wie.follow(re.compile("^Annotatie schrijven"))
    wie.write("Wat moeten de leden vooraf weten?", ANNOTATIE)
    wie.write("Wat stelt u voor om te besluiten?", "Kies één linking pin.")
    wie.press("Bewaren en vrijgeven")
    wie.reads(ANNOTATIE, "Voorstel:")


def take_position(wie, keuze: str, tekst: str) -> None:
    """An alderman keeps a draft to the own municipality first, and then shares it."""
    open_meeting(wie)
    wie.follow(re.compile("^Standpunt schrijven"))
    wie.mark(wie.main.get_by_role("radio", name=keuze, exact=True))
    wie.write("Waarom?", tekst)
    wie.press("Bewaren voor onze gemeente")
    wie.reads("Bewaard. Alleen uw gemeente ziet dit.", "in de maak, alleen voor uw gemeente")
    wie.show("vergadering-2-standpunt", wie.main.get_by_role("heading", name="Annotatie"))


def share_it(wie, tekst: str) -> None:
    """What was drafted goes to the others."""
    open_meeting(wie)
    wie.follow(re.compile("^Standpunt schrijven"))
    wie.press("Bewaren en delen")
    wie.reads("De andere gemeenten lezen uw standpunt nu.", tekst)


def decide(wie) -> None:
    """The decision with its votes and whom it touches, and one action."""
    open_meeting(wie)
    wie.follow(re.compile("^Besluit vastleggen"))
    wie.write("Wat is er besloten?", BESLUIT)
    wie.pick("Over welke taak gaat dit?", "projecten")
    expect(wie.field("Stem van Assen")).to_have_value("tegen")  # as it was told beforehand
    wie.mark(wie.main.get_by_role("checkbox", name="Jeugdoverleg", exact=True))
    wie.press("Besluit vastleggen")
    wie.reads(BESLUIT, "Volgens het mandaatregister van", "Bron:", "nog niet gehoord")
    wie.show("vergadering-3-besluit", wie.main.get_by_role("heading", name="Besluit", exact=True))
    open_meeting(wie)
    wie.follow(re.compile("^Actie vastleggen"))
    wie.write("Wat moet er gebeuren?", "Een linking pin zoeken.")
    wie.pick("Van wie is de actie?", "Midden-Drenthe")
    wie.write("Wie doet het?", "de beleidsadviseur jeugd")
    wie.day("Wanneer is het klaar?", stappen.today(wie) + timedelta(days=30))
    wie.press("Actie vastleggen")
    wie.reads("Een linking pin zoeken.")


def write_minutes(wie) -> None:
    """What was said, beside what comes in by itself."""
    wie.follow("Verslag schrijven")
    wie.write("Wie waren er?", "De wethouders jeugd en de regiomanager")
    wie.write(re.compile("Wat is er gezegd bij punt 1"), "Assen vraagt naar de kosten.")
    wie.press("Verslag bewaren")
    wie.reads("Een ander lid stelt het vast.")


def adopt(wie) -> None:
    """A member reads the minutes and adopts them; then nobody changes anything."""
    open_meeting(wie)
    wie.follow("Verslag lezen")
    wie.reads("Assen vraagt naar de kosten.", BESLUIT, "Dit verslag is nog niet vastgesteld.")
    wie.press("Verslag vaststellen")
    wie.reads("Het verslag is vastgesteld.")
    wie.follow("Verslag lezen")
    wie.reads("Controlegetal (SHA-256)")
    wie.show("vergadering-4-verslag", wie.main.get_by_role("heading", level=1))
    words = stappen.words_of(wie, wie.main.get_by_role("link", name="Verslag als PDF"))
    assert BESLUIT in words


def follow_up(wie) -> None:
    """Who has the action finds it on Vandaag and says that it takes longer."""
    wie.door("Vandaag")
    wie.follow(re.compile("^Opschrijven hoe het staat.*Een linking pin zoeken"))
    wie.mark("loopt uit")
    wie.write("Toelichting", "er is nog niemand gevonden.")
    wie.day("Nieuwe dag", stappen.today(wie) + timedelta(days=60))
    wie.press("Opschrijven")
    wie.reads("omdat er is nog niemand gevonden.")


def test_a_meeting_is_planned_prepared_decided_and_kept(meld_aan):
    manager, adviser = meld_aan(MANAGER), meld_aan(ADVISEUR)
    plan_it(manager)
    annotate(adviser)
    mine, theirs = meld_aan(WETHOUDER), meld_aan(WETHOUDER_ASSEN)
    take_position(mine, "voor", "Wij willen één aanspreekpunt.")
    open_meeting(theirs)
    expect(theirs.main).not_to_contain_text("Wij willen één aanspreekpunt.")  # not shared yet
    share_it(mine, "Wij willen één aanspreekpunt.")
    take_position(theirs, "tegen", "Wij betalen dit al.")
    theirs.reads("Wij willen één aanspreekpunt.")
    share_it(theirs, "Wij betalen dit al.")
    decide(manager)
    write_minutes(manager)
    adopt(mine)
    follow_up(adviser)
    adviser.page.goto("/netwerk/geheugen/?zoek=verwijsindex")
    adviser.reads(BESLUIT, "Een linking pin zoeken. (loopt uit)")
    adviser.show("vergadering-5-geheugen", adviser.main.get_by_role("heading", level=1))
