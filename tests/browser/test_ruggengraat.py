"""One young person from the first question to the figure, by the people who do it, in the browser."""

import re

from playwright.sync_api import Page, expect

STAND = "/indicatoren/aandeel-specialistisch/intern/?lezing=stand-31-december"
GEHAD = "/indicatoren/aandeel-specialistisch/intern/?lezing=in-de-periode"
AANBIEDER = "Stichting Kompasveld Jeugd"


def press(page: Page, naam: str) -> None:
    page.locator("main").get_by_role("button", name=naam, exact=True).click()


def choose(page: Page, veld: str, *woorden: str) -> str:
    """Chooses the first option with all these words; its text."""
    for tekst in page.locator(f"#id_{veld} option").all_inner_texts():
        if all(woord in tekst for woord in woorden):
            page.select_option(f"#id_{veld}", label=tekst)
            return tekst
    raise AssertionError(f"nothing with {woorden} in {veld}")


def new_family(page: Page) -> None:
    page.goto("/gezinnen/nieuw/")
    page.fill("#id_roepnaam", "Feline")
    page.fill("#id_achternaam", "Proefsma")
    page.fill("#id_geboortedatum", "2016-04-03")
    press(page, "Gezin invoeren")
    expect(page.locator("h1")).to_have_text("Gezin Proefsma")


def walk_the_steps(page: Page) -> None:
    """From the casus up the stairs: nothing below individual help is enough."""
    page.get_by_role("link", name="Treden bekijken").click()
    for trede in ("eigen_kracht", "omgevingskracht", "algemene_voorziening"):
        step = page.locator(f"#{trede}")
        step.locator("summary", has_text="Opschrijven wat deze trede gaf").click()
        step.get_by_label("dit helpt voor een deel").check()
        step.locator("textarea").last.fill("Dit is geprobeerd en het is niet genoeg.")
        step.get_by_role("button").click()
        expect(page.locator(f"#{trede} .status").first).to_contain_text("dit helpt voor een deel")


def apply_for_help(page: Page) -> None:
    """From the casus: the aanvraag is written down, and the form of the besluit opens."""
    page.get_by_role("link", name="Aanvraag opschrijven").click()
    press(page, "Opslaan in de casus")
    page.get_by_role("link", name="Besluit nemen").click()


def fill_in_besluit(page: Page) -> None:
    """A toekenning, with its costs, its principle and every rule that has to be answered."""
    page.get_by_label("de hulp wordt toegekend").check()
    choose(page, "product", "Begeleiding individueel")
    page.fill("#id_ingangsdatum", page.input_value("#id_datum"))
    page.fill("#id_bedrag", "6000")
    page.select_option("#id_principe", label="Normaliseren")
    for regel in ("gebruikelijke-hulp", "bovengebruikelijke-hulp", "andere-wet", "hardheidsclausule"):
        page.select_option(f"#id_regel-{regel}", value="nee")


def ask_and_decide(page: Page) -> None:
    """A parent's question, and the college grants individual help."""
    page.get_by_role("link", name="Melding opschrijven").click()
    page.fill("#id_vraag", "Feline durft niet meer naar school.")
    press(page, "Melding opslaan")
    page.get_by_role("link", name="Feline Proefsma (casus)").click()
    expect(page.locator("h1")).to_have_text("Casus van Feline Proefsma")
    expect(page.locator("main")).to_contain_text("Feline durft niet meer naar school.")
    walk_the_steps(page)
    page.locator(".kruimels").get_by_role("link", name="Feline Proefsma").click()
    apply_for_help(page)
    fill_in_besluit(page)
    press(page, "Besluit nemen")
    expect(page.locator("#besluiten + table")).to_contain_text("toegekend")


def give_help(page: Page) -> str:
    """The help goes to a provider; the day on which it may begin."""
    page.get_by_role("link", name="Hulp toewijzen").click()
    choose(page, "contractproduct", "Begeleiding individueel", AANBIEDER)
    today = page.evaluate("() => new Date().toLocaleDateString('sv', {timeZone: 'Europe/Amsterdam'})")
    page.fill("#id_ingangsdatum", today)
    press(page, "Hulp toewijzen")
    expect(page.locator("main")).to_contain_text(AANBIEDER)
    return today


def counted(alle_bladen, page: Page, address: str) -> int:
    """The exact number of young people in the newest year of the own municipality, after a refresh."""
    alle_bladen.server.koers("mart", "ververs")
    page.goto(address)
    row = page.locator("#berekend ~ .tabel__rol tr", has_text="Midden-Drenthe").first
    found = re.search(r"([\d.]+) van [\d.]+", row.locator("td").last.inner_text())
    assert found, row.inner_text()
    return int(found[1].replace(".", ""))


def test_from_the_first_question_to_the_figure(alle_bladen):
    alle_bladen.toezicht.klachten.clear()
    consulent, aanbieder, controller = (
        alle_bladen.of(wie) for wie in ("jeugdconsulent", "aanbieder", "controller")
    )
    stand, gehad = (counted(alle_bladen, controller, address) for address in (STAND, GEHAD))

    new_family(consulent)
    ask_and_decide(consulent)
    today = give_help(consulent)
    assert counted(alle_bladen, controller, STAND) == stand  # given is not begun

    aanbieder.goto("/toewijzingen/")
    aanbieder.get_by_role("row", name=re.compile("Feline Proefsma")).get_by_role("link").first.click()
    aanbieder.get_by_role("link", name="Start invoeren").click()
    aanbieder.fill("#id_datum", today)
    press(aanbieder, "Start opslaan")
    assert counted(alle_bladen, controller, STAND) == stand + 1
    assert counted(alle_bladen, controller, GEHAD) == gehad + 1

    aanbieder.get_by_role("link", name="Stop invoeren").click()
    aanbieder.fill("#id_datum", today)
    press(aanbieder, "Stop opslaan")
    assert counted(alle_bladen, controller, STAND) == stand  # on 31 December nobody of today is left
    assert counted(alle_bladen, controller, GEHAD) == gehad + 1  # but there was help this year
    assert alle_bladen.toezicht.klachten == []
