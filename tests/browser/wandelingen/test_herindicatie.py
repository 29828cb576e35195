"""Help ends soon: without an evaluation it does not go on, with one it does."""

import re
from datetime import timedelta

from playwright.sync_api import expect

from tests.browser.wandelingen import stappen
from tests.browser.wandelingen.stappen import CONSULENT

BENTE = "Bente Voortman"
REDEN = "Bente gaat nu alleen naar school. Alleen slapen lukt nog niet."


def let_go_on(wie, *, reden: str = "") -> None:
    """Fills in the form and sends it."""
    wie.day("Laatste dag", stappen.today(wie) + timedelta(days=200))
    if reden:
        wie.write("Waarom gaat de hulp door?", reden)
    stappen.weigh(wie, "4000")
    wie.press("Hulp laten doorgaan")


def evaluate(wie) -> None:
    """With Bente and her mother: most goals were reached, and it goes on."""
    wie.follow("Evalueren met het gezin")
    wie.mark("de jongere en een ouder")
    wie.mark("4: het meeste")
    wie.mark("de hulp gaat door")
    wie.write("Wat zei het gezin?", "Het gaat veel beter op school.")
    wie.show("herindicatie-3-evaluatie")
    wie.press("Evaluatie opslaan")
    wie.reads("Het gaat veel beter op school.", "Er is geëvalueerd met het gezin.")


def test_without_an_evaluation_it_is_stopped_and_after_it_granted(meld_aan):
    wie = meld_aan(CONSULENT)
    wie.show("herindicatie-1-vandaag", wie.main.get_by_role("link", name=re.compile(BENTE)))
    wie.follow(re.compile(BENTE))
    wie.reads("Er is nog geen evaluatie met het gezin.")
    let_go_on(wie)
    stopped = wie.main.get_by_role("alert")
    expect(stopped).to_contain_text("Er is nog geen evaluatie met het gezin. Schrijf die eerst op.")
    expect(stopped).to_be_focused()
    expect(wie.field("Verwachte kosten per jaar, in euro")).to_have_value("4000")  # nothing is lost
    wie.show("herindicatie-2-tegengehouden", stopped)

    evaluate(wie)
    let_go_on(wie, reden=REDEN)
    wie.heading(f"Casus van {BENTE}")
    table = wie.main.get_by_role("table", name="Besluiten")
    expect(table.get_by_role("row")).to_have_count(3)  # the heading, the old one and the new one
    expect(table).to_contain_text(REDEN)
    # The try that was stopped left nothing behind: one aanvraag for each besluit.
    expect(wie.main.get_by_role("heading", name="Aanvraag van")).to_have_count(2)
    wie.show("herindicatie-4-toegekend", wie.main.get_by_role("heading", name="Besluiten"))
