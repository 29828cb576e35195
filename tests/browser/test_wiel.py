"""A round of the wheel with a keyboard alone: opened, answered by five people by their link, closed, read."""

import re
from datetime import timedelta

from playwright.sync_api import expect

from koers.registers.klok import vandaag
from tests.browser.test_rondleiding import Toetsenbord


def choose(page, keys, score):
    """The same score for every statement: Tab to each group, and to the score with the arrows."""
    for vraag in page.locator("fieldset.veld").all():
        vraag.locator("input").first.focus()
        page.keyboard.press("Space")
        for _step in range(score - 1):
            page.keyboard.press("ArrowDown")
    keys.enter("Antwoord versturen", "button")
    expect(page.locator("h1")).to_have_text("Dank u wel")


def test_a_round_is_opened_answered_by_five_and_told_only_then(alle_bladen):
    alle_bladen.toezicht.klachten.clear()
    page = alle_bladen.context("regiomanager").new_page()
    alle_bladen.toezicht.watch(page)
    keys = Toetsenbord(page)

    # A round is prepared.
    page.goto("/netwerk/")
    keys.enter("Wiel van samenwerking", "link")
    expect(page.locator("h1")).to_have_text("Wiel van samenwerking")
    keys.enter("Ronde beginnen", "link")
    expect(page.locator("h1")).to_have_text("Ronde beginnen")
    keys.to("Naam van de ronde")
    page.keyboard.type("met het toetsenbord")
    page.locator("#id_laatste_datum").fill((vandaag() + timedelta(days=14)).isoformat())
    keys.enter("Ronde klaarzetten", "button")
    expect(page.locator("h1")).to_have_text("met het toetsenbord")

    # Five people are invited; their links stand there once.
    keys.enter("Mensen uitnodigen", "link")
    expect(page.locator("h1")).to_have_text("Mensen uitnodigen")
    page.locator("#id_aantal-bestuurlijk").focus()
    page.keyboard.type("5")
    keys.enter("Links maken", "button")
    expect(page.locator("h1")).to_have_text("De links")
    links = page.locator("ol code").all_inner_texts()
    assert len(links) == 5
    keys.enter("Naar de ronde", "link")
    expect(page.locator("h1")).to_have_text("met het toetsenbord")
    ronde = page.url

    # Each answers without an account, in a browser of their own.
    for nummer, link in enumerate(links, start=1):
        other = alle_bladen.context("").new_page()
        alle_bladen.toezicht.watch(other)
        other.goto(link)
        choose(other, Toetsenbord(other), nummer)
        other.goto(link)
        expect(other.locator("h1")).to_have_text("Deze link werkt niet")
        other.context.close()
        page.goto(ronde)
        told = "minder dan vijf" if nummer < 5 else "antwoordden er 5"
        expect(page.locator(".kernzin")).to_contain_text(told)
        expect(page.locator("#wiel-tekening")).to_have_count(0)

    # Closed: the wheel, its table, and nothing that could be of four.
    keys.enter("Ronde sluiten", "link")
    expect(page.locator("h1")).to_have_text("Ronde sluiten")
    keys.enter("Ronde sluiten", "button")
    expect(page.locator("#wiel-tekening")).to_be_visible()
    expect(page.locator("tr.totaal").first).to_have_text(re.compile(r"Ambitie\s*3,0\s*3,0"))
    assert alle_bladen.toezicht.klachten == []
