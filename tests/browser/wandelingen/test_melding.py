"""From a parent on the telephone to the letter with the besluit."""

import re
from datetime import date, timedelta

from playwright.sync_api import expect

from tests.browser.wandelingen import stappen
from tests.browser.wandelingen.stappen import CONSULENT, Kind

MILA = Kind("Mila", "Eikenhof", date(2015, 5, 6))
SAMEN = "Van ons samen"
VRAAG = "Mila eet slecht en slaapt bijna niet."


def write_note(wie) -> None:
    """Writes along while the mother talks; nobody presses a button before she is done."""
    wie.door("Eerste notitie")
    wie.write("Naam van het kind", MILA.naam)
    wie.write("De vraag, in de woorden van het gezin", VRAAG)
    wie.write("Wie belt er?", "Sanne, de moeder")
    wie.write("Nummer om terug te bellen", "0593-222111")
    wie.reads("Bewaard om")
    wie.show("melding-1-notitie")
    wie.press("Bewaren en afmaken")


def finish_note(wie) -> None:
    """No family is known: what was said on the telephone stands there already."""
    wie.reads(f"Geen gezin waarmee u werkt, past bij “{MILA.naam}”")
    wie.follow("Nieuw gezin invoeren")
    expect(wie.field("Achternaam")).to_have_value(MILA.achternaam)
    wie.day("Geboortedatum", MILA.geboren)
    wie.press("Gezin invoeren")
    expect(wie.field("Wat is de vraag, in de woorden van het gezin?")).to_have_value(VRAAG)
    wie.show("melding-2-melding")
    wie.press("Melding opslaan")
    stappen.add_parent(wie, "Sanne", MILA)


def do_triage(wie) -> None:
    """Safe enough today; a colleague looked along."""
    wie.door("Vandaag")
    wie.follow(re.compile(f"Triage doen.*{MILA.naam}"))
    wie.press("Triage beginnen")
    for vraag in wie.main.get_by_role("group").filter(has_text="geen zorgen").all():
        wie.mark("geen zorgen", binnen=vraag)
    wie.mark("een jeugdconsulent zoekt het uit")
    wie.write("Waarom?", "Er is geen gevaar. Eerst met Mila en Sanne praten.")
    wie.pick("Met welke gedragswetenschapper?", "Ruben Dijkhuis")
    wie.show("melding-3-triage", wie.main.get_by_role("heading", name="Hoe veilig is het?"))
    wie.press("Uitkomst opslaan")
    wie.mark(re.compile(f"{CONSULENT}: "))
    wie.press("Casus toedelen")
    wie.reads(f"{CONSULENT} zoekt het uit.")
    wie.crumb(MILA.naam)


def make_plan(wie) -> None:
    """A light plan: the words of the family, a goal, and Mila was heard. Then it is settled."""
    wie.crumb(MILA.achternaam)
    stappen.begin_plan(wie, MILA)
    stappen.add_to_plan(
        wie, "Woorden", SAMEN, {"De woorden, zoals ze gezegd zijn": "Wij willen rustig samen eten."}
    )
    goal = {
        "Wat willen jullie?": "Mila slaapt vijf nachten door.",
        "Wie helpt?": "oma Wil",
        "Wanneer kijken we?": stappen.today(wie) + timedelta(days=60),
    }
    stappen.add_to_plan(wie, "Doel", SAMEN, goal)
    stappen.hear(wie, MILA)
    wie.show("melding-5-plan")
    stappen.settle(wie)


def ask_and_decide(wie) -> None:
    """Sent twice by a finger that stays on Enter, the aanvraag stands there once; then the besluit."""
    wie.follow("Aanvraag opschrijven")
    wie.press("Opslaan in de casus", twice=True)
    expect(wie.main.get_by_role("heading", name="Aanvraag van")).to_have_count(1)
    wie.follow("Besluit nemen")
    stappen.fill_in_besluit(wie, "Mila leert weer slapen en eten.")
    expect(wie.main.get_by_role("region", name="Zo leest het gezin het")).to_contain_text(
        "Mila leert weer slapen en eten."
    )
    wie.show("melding-6-besluit")
    wie.press("Besluit nemen")
    wie.follow(re.compile(r"\d{4}$"), binnen=wie.main.get_by_role("table", name="Besluiten"))


def test_from_the_telephone_to_the_letter(meld_aan):
    wie = meld_aan(CONSULENT)
    write_note(wie)
    finish_note(wie)
    do_triage(wie)
    wie.show("melding-4-casus")
    stappen.walk_the_steps(wie, MILA)
    make_plan(wie)
    wie.crumb(MILA.achternaam)
    stappen.open_casus(wie, MILA)
    ask_and_decide(wie)

    wie.reads("Mila leert weer slapen en eten.", "Rust op versie 1 van het plan", "Leunt op: Normaliseren")
    letter = stappen.words_of(wie, stappen.letter_to(wie, "Sanne Eikenhof"))
    assert "Mila leert weer slapen en eten." in letter
    assert "Er woont geen familie in de buurt." in letter
    assert "uiterlijk op" in letter
    wie.page.reload()
    wie.press("Brief vrijgeven")
    wie.reads("vrijgegeven om te versturen")
    wie.show("melding-7-brief", wie.main.get_by_role("heading", name="Brieven"))
    wie.door("Vandaag")
    expect(wie.main).not_to_contain_text(MILA.naam)  # nothing is left to do
