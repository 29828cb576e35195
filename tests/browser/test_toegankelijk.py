"""Every page, for everyone: the rules of axe in light, dark and on a phone, and no sideways scrolling."""

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from playwright.sync_api import expect

from koers.authorization.ingangen import INGANGEN
from tests.browser.paginas import BIJ_AANMELDEN, GEEN_PAGINA, OOK, PAGINAS

REGELS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
OPTIES = {"runOnly": REGELS, "resultTypes": ["violations"]}
# All that another colour scheme can change.
KLEUREN = OPTIES | {"runOnly": ["color-contrast", "link-in-text-block"]}
BREED, TELEFOON, SMALST = 1280, 375, 320
ALLES = PAGINAS | OOK


def violations(page, opties=OPTIES) -> list[str]:
    """What axe finds, a line per element."""
    if not page.evaluate("'axe' in window"):  # half a megabyte: once per page
        page.evaluate(AXE_SCRIPT)
    found = page.evaluate("(opties) => axe.run(document, opties)", opties)["violations"]
    return [
        f"{v['id']}: {node['html'][:160]} | {node['failureSummary'][:300]}"
        for v in found
        for node in v["nodes"]
    ]


def too_wide(page, width: int) -> list[str]:
    """What sticks out sideways at this width (WCAG 1.4.10: 1280 px at 400% is 320 px)."""
    page.set_viewport_size({"width": width, "height": 700})
    return page.evaluate(
        """() => document.documentElement.scrollWidth <= window.innerWidth ? [] :
        [...document.querySelectorAll("body *")]
            .filter((e) => e.getBoundingClientRect().right > window.innerWidth + 1)
            .map((e) => e.outerHTML.slice(0, 120))"""
    )


def test_every_page_has_a_row():
    names = {key.removeprefix("web:") for key in INGANGEN if key.startswith("web:")}
    assert names == set(PAGINAS) | set(GEEN_PAGINA) | BIJ_AANMELDEN


@pytest.mark.parametrize("naam", ALLES)
def test_a_page_for_everyone(bladen, naam):
    pagina = ALLES[naam]
    page = bladen.of(pagina.wie)
    page.goto(pagina.adres.format(**bladen.server.adressen))
    assert page.locator("h1").count() == 1
    assert page.url.endswith(pagina.adres.format(**bladen.server.adressen)), "led elsewhere"
    found = {"licht": violations(page)}
    page.emulate_media(color_scheme="dark")
    found["donker"] = violations(page, KLEUREN)
    assert too_wide(page, SMALST) == []
    page.set_viewport_size({"width": TELEFOON, "height": 700})
    page.emulate_media(color_scheme="light")
    found["telefoon"] = violations(page)
    assert found == {"licht": [], "donker": [], "telefoon": []}
    # Letters twice as large on an ordinary window: the page has half the room.
    assert too_wide(page, BREED // 2) == []


def test_the_check_of_the_log_and_an_opened_address(bladen):
    """Two pages that only answer a button."""
    page = bladen.of("privacy")
    page.goto("/logboek/")
    page.locator("main form[method=post] button").click()
    expect(page.locator("h1")).to_have_text("Controle van het logboek")
    assert violations(page) == []
    page = bladen.of("jeugdconsulent")
    page.goto("/gezinnen/{gezin_id}/".format(**bladen.server.adressen))
    page.locator("select[name=reden]").select_option("huisbezoek")
    page.locator("form:has(select[name=reden]) button").click()
    expect(page.get_by_text("Geheimstraat 1")).to_have_count(1)
    assert violations(page) == []


@pytest.mark.parametrize(("vraag", "gevonden"), [("Kind", True), ("Niemandson", False), ("30-2-2012", False)])
def test_the_answer_of_the_search_box(bladen, vraag, gevonden):
    page = bladen.of("jeugdconsulent")
    page.goto("/vandaag/")
    page.locator("#zoek-boven").fill(vraag)
    page.locator("#zoek-boven").press("Enter")
    page.wait_for_url("**/zoeken/")  # the question is in no address
    page.wait_for_load_state()
    expect(page.locator("main").get_by_text(vraag).first).to_be_visible()
    assert (page.locator("main article.kaart").count() > 0) == gevonden
    found = violations(page)
    page.emulate_media(color_scheme="dark")
    assert found + violations(page) + too_wide(page, SMALST) == []


def test_a_form_that_is_not_right_says_so_at_the_top_and_at_the_field(bladen):
    page = bladen.of("jeugdconsulent")
    page.goto("/gezinnen/nieuw/")
    page.locator("main form[method=post] button.knop").click()
    expect(page.locator(".foutenlijst")).to_be_focused()
    veld = page.locator("[aria-invalid=true]").first
    assert page.locator(f"#{veld.get_attribute('id')}_error").is_visible()
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert violations(page) == []


@pytest.mark.parametrize(
    ("geplant", "regel"),
    [
        ("<img src='data:,'>", "image-alt"),
        ("<p class='grijs'>bijna niet te lezen</p>", "color-contrast"),
        ("<label>Naam</label><input>", "label"),
    ],
)
def test_axe_finds_what_is_planted(bladen, geplant, regel):
    page = bladen.of("")
    page.goto("/over/")
    page.evaluate("(html) => document.querySelector('h1').insertAdjacentHTML('afterend', html)", geplant)
    page.evaluate("document.querySelectorAll('.grijs').forEach((e) => e.style.color = '#dcdcd6')")
    assert any(found.startswith(f"{regel}:") for found in violations(page))
    page.goto("about:blank")


def test_axe_finds_what_is_planted_in_the_dark(bladen):
    page = bladen.of("")
    page.goto("/over/")
    page.evaluate("document.querySelector('main p').style.color = '#3a3a36'")
    assert violations(page) == []
    page.emulate_media(color_scheme="dark")
    assert any(found.startswith("color-contrast:") for found in violations(page, KLEUREN))
    page.goto("about:blank")


def test_a_planted_wide_element_is_found(bladen):
    page = bladen.of("")
    page.goto("/over/")
    page.evaluate("document.querySelector('h1').style.minWidth = '50rem'")
    assert too_wide(page, SMALST)


def test_a_planted_script_and_a_planted_address_elsewhere_are_refused_and_noticed(alle_bladen):
    page = alle_bladen.of("")
    page.goto("/over/")
    alle_bladen.toezicht.klachten.clear()
    page.evaluate(
        """() => { const s = document.createElement('script'); s.textContent = 'window.binnen = 1';
        document.body.append(s); const i = new Image(); i.src = 'http://127.0.0.1:9/x.png'; }"""
    )
    page.wait_for_timeout(200)
    assert page.evaluate("window.binnen") is None
    klachten = " ".join(alle_bladen.toezicht.klachten)
    assert "script-src" in klachten
    assert "img-src" in klachten
    alle_bladen.toezicht.klachten.clear()
