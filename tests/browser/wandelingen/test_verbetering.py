"""A day was written down wrongly: it is mended with a reason, both stay readable, and the figures follow."""

import re
from datetime import date, timedelta

from playwright.sync_api import expect

from tests.browser.wandelingen import stappen
from tests.browser.wandelingen.stappen import Kind
from tests.browser.wandelingen.test_poh import POH, figure

FLEUR = Kind("Fleur", "Wilgenhof", date(2013, 6, 21))
REDEN = "De dag van de tweede afspraak was overgenomen."
CONTROLLER = "Gert Jan Zijlstra"
INDICATOR = "Lichte vragen binnen vier weken bij de POH Jeugd"


def counted(server, controller) -> tuple[int, int]:
    """In time, of how many: the newest exact figure of the own municipality, after a refresh."""
    server.koers("mart", "ververs")
    controller.door("Indicatoren")
    controller.follow(re.compile(INDICATOR))
    controller.follow("Exacte cijfers van mijn gemeente bekijken")
    row = controller.main.get_by_role("row", name="Midden-Drenthe").first
    found = re.search(r"([\d.]+) van ([\d.]+)", row.get_by_role("cell").last.inner_text())
    assert found, row.inner_text()
    return int(found[1].replace(".", "")), int(found[2].replace(".", ""))


def write_wrongly(poh) -> None:
    """The question of forty days ago; the talk is written down as of yesterday: that would be late."""
    today = stappen.today(poh)
    poh.door("Lichte hulp")
    poh.follow("Lichte vraag opschrijven")
    poh.write("Nieuw: roepnaam", FLEUR.roepnaam)
    poh.write("Nieuw: achternaam", FLEUR.achternaam)
    poh.day("Nieuw: geboortedatum", FLEUR.geboren)
    poh.day("Gevraagd op", today - timedelta(days=40))
    poh.press("Vraag opslaan")
    poh.follow("Eerste gesprek opschrijven")
    poh.day("Op welke dag?", today - timedelta(days=1))
    poh.press("Stap opslaan")
    poh.reads("er is gesproken")


def correct(poh) -> None:
    """Without a reason nothing changes; with one the right day stands there, and the old one below."""
    today = stappen.today(poh)
    poh.follow("Verbeteren")
    poh.day("Eerste gesprek op", today - timedelta(days=20))
    poh.press(re.compile("Verbeter"))
    expect(poh.main.get_by_role("alert")).to_contain_text("Waarom verbetert u dit?")
    poh.write("Waarom verbetert u dit?", REDEN)
    poh.show("verbetering-2-reden")
    poh.press(re.compile("Verbeter"))


def test_a_wrong_day_is_mended_and_the_figures_follow(meld_aan, server):
    poh, controller = meld_aan(POH), meld_aan(CONTROLLER)
    in_time, late = (
        int(figure(poh, "Eerste gesprek op tijd")),
        int(figure(poh, "Te laat, of nog niet geweest")),
    )
    write_wrongly(poh)
    poh.show("verbetering-1-fout")
    good, asked = counted(server, controller)
    assert int(figure(poh, "Te laat, of nog niet geweest")) == late + 1

    poh.follow(FLEUR.naam)
    correct(poh)
    before = poh.main.get_by_role("table", name="Wat hier eerder stond")
    expect(before).to_contain_text(REDEN)
    wrong, right = (stappen.in_words(stappen.today(poh) - timedelta(days=d)) for d in (1, 20))
    expect(before).to_contain_text(wrong)
    expect(poh.main.get_by_role("row", name="Eerste gesprek").first).to_contain_text(right)
    poh.show("verbetering-3-beide")

    assert int(figure(poh, "Te laat, of nog niet geweest")) == late
    assert int(figure(poh, "Eerste gesprek op tijd")) == in_time + 1
    assert counted(server, controller) == (good + 1, asked)
    controller.show("verbetering-4-cijfer", controller.main.get_by_role("row", name="Midden-Drenthe").first)
