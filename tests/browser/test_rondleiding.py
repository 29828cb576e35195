"""The newcomer's tour, with nothing but a keyboard: what somebody would do in the first ten minutes."""

import re

import pytest
from playwright.sync_api import Page, expect

MEEST = 150


class Toetsenbord:
    """Somebody without a mouse: Tab until it is there, then Enter."""

    def __init__(self, page: Page) -> None:
        self.page = page

    def to(self, naam: str, soort: str = "link|button|combobox|textbox|summary") -> None:
        """Tabs on until what has the focus is called `naam`; fails when it is never met."""
        for _step in range(MEEST):
            self.page.keyboard.press("Tab")
            role, name = self.page.evaluate(WIE_HEEFT_FOCUS)
            if name == naam and re.fullmatch(soort, role):
                assert self.page.evaluate(RING_TE_ZIEN), f"no ring to be seen around {naam}"
                return
        pytest.fail(f"{naam} cannot be reached with Tab on {self.page.url}")

    def enter(self, naam: str, soort: str = "link|button|combobox|textbox|summary") -> None:
        """Goes there and presses Enter."""
        self.to(naam, soort)
        self.page.keyboard.press("Enter")


WIE_HEEFT_FOCUS = """() => {
  const e = document.activeElement;
  const kind = {A: "link", BUTTON: "button", SELECT: "combobox", INPUT: "textbox", SUMMARY: "summary"};
  const label = e.labels && e.labels[0] ? e.labels[0].innerText : "";
  const image = e.querySelector && e.querySelector("svg[aria-label]");
  const drawn = image ? image.getAttribute("aria-label") : "";
  const words = label || e.innerText || drawn || e.textContent || "";
  return [kind[e.tagName] || e.tagName, words.replace(/\\s+/g, " ").trim()];
}"""
# A ring: an outline of at least two pixels, or for a part of a picture a heavier line or underlined words.
RING_TE_ZIEN = """() => {
  const e = document.activeElement, s = getComputedStyle(e);
  if (s.outlineStyle !== "none" && parseFloat(s.outlineWidth) >= 2) return true;
  const part = e.querySelector("text");
  return !!part && getComputedStyle(part).textDecorationLine.includes("underline");
}"""


def test_the_newcomers_tour_with_a_keyboard_alone(alle_bladen):
    alle_bladen.toezicht.klachten.clear()
    context = alle_bladen.context("")
    page = context.new_page()
    alle_bladen.toezicht.watch(page)
    keys = Toetsenbord(page)

    # The first page: past the frame in one go, and on to the region.
    page.goto("/")
    keys.enter("Naar de inhoud")
    assert page.evaluate("document.activeElement.id") == "inhoud"
    keys.enter("Staat van de regio bekijken")
    expect(page.locator("h1")).to_have_text("Staat van de regio")

    # Sort, and stay where you are.
    keys.enter("Inwoners")
    page.wait_for_url("**inwoners**")
    expect(page.locator("th[aria-sort]")).to_contain_text("Inwoners")

    # Only the own inkoopregio.
    page.goto("/regio/")
    keys.to("Inkoopregio", "combobox")
    page.keyboard.press("ArrowDown")
    keys.enter("Cijfers tonen", "button")
    page.wait_for_url("**inkoopregio=**")
    expect(page.locator("#staat tbody:first-of-type tr")).to_have_count(5)

    # One municipality, beside those like it.
    keys.enter("Midden-Drenthe", "link")
    page.wait_for_url("**/regio/GM1731/")
    expect(page.locator("h1")).to_have_text("Midden-Drenthe")

    # Sign in as somebody of the example region: today.
    keys.enter("Aanmelden", "link")
    page.wait_for_url("**/aanmelden/**")
    keys.enter("Aanmelden als Annet Wiersema", "button")
    page.wait_for_url("**/vandaag/")
    expect(page.locator("h1")).to_contain_text("Vandaag")

    # English, and back, on the same page.
    page.goto("/gezinnen/")
    keys.enter("English", "button")
    expect(page.locator("h1")).to_have_text("Families")
    assert page.url.endswith("/gezinnen/")
    assert page.locator("html").get_attribute("lang") == "en"
    keys.enter("Nederlands", "button")
    expect(page.locator("h1")).to_have_text("Gezinnen")

    # Dark, and it stays dark.
    light = page.evaluate("getComputedStyle(document.body).backgroundColor")
    keys.enter("Weergave", "summary")
    keys.enter("Donker", "button")
    expect(page.locator("html")).to_have_attribute("data-thema", "donker")
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") != light

    # Out again.
    keys.enter("Annet Wiersema", "summary")
    keys.enter("Afmelden", "button")
    page.wait_for_url(lambda url: not url.endswith("/gezinnen/"))
    if page.url.endswith("/afmelden/"):
        keys.enter("Afmelden", "button")
        page.wait_for_url(lambda url: not url.endswith("/afmelden/"))
    page.goto("/vandaag/")
    expect(page.locator("h1")).to_have_text("Aanmelden")
    context.close()
    assert alle_bladen.toezicht.klachten == []


def test_on_a_phone_every_door_is_reached_without_javascript(alle_bladen):
    context = alle_bladen.context(
        "controller", java_script_enabled=False, viewport={"width": 375, "height": 700}
    )
    page = context.new_page()
    page.goto("/vandaag/")
    page.locator(".onderbalk summary").click()
    page.locator(".onderbalk__meer a", has_text="Aanleveringen").click()
    expect(page.locator("h1")).to_have_text("Aanleveringen")
    context.close()
