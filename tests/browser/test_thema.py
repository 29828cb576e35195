"""Koers wears a municipality's own NL Design System theme; our own has every token that the parts use."""

import re
from pathlib import Path

STATIC = Path(__file__).resolve().parents[2] / "src" / "koers" / "web" / "static" / "koers"
THEMA = """.gemeente-theme {
  --basis-color-default-bg-document: rgb(255, 250, 230);
  --basis-heading-color: rgb(120, 20, 60);
  --utrecht-button-primary-action-background-color: rgb(0, 70, 30);
  --utrecht-button-border-radius: 20px;
}"""


def style(page, selector: str, naam: str) -> str:
    return page.locator(selector).first.evaluate(f"(e) => getComputedStyle(e).{naam}")


def wear(page, css: str) -> None:
    """What the server does with KOERS_THEMA_CSS: the class on the page, the file behind our own."""
    page.evaluate(
        """(css) => { const sheet = new CSSStyleSheet(); sheet.replaceSync(css);
        document.adoptedStyleSheets = [sheet]; document.documentElement.classList.add("gemeente-theme"); }""",
        css,
    )


def test_a_theme_of_common_and_component_tokens_is_worn(bladen):
    page = bladen.of("")
    page.goto("/")
    wear(page, THEMA)
    assert style(page, "body", "backgroundColor") == "rgb(255, 250, 230)"
    assert style(page, "h1", "color") == "rgb(120, 20, 60)"
    assert style(page, ".knop", "backgroundColor") == "rgb(0, 70, 30)"
    assert style(page, ".knop", "borderRadius") == "20px"


def test_every_token_that_is_used_has_a_value():
    used = {
        naam for path in STATIC.glob("*.css") for naam in re.findall(r"var\((--[a-z0-9-]+)", path.read_text())
    }
    given = set(re.findall(r"^\s+(--[a-z0-9-]+):", (STATIC / "thema.css").read_text(), re.MULTILINE))
    assert used - given == set()


def test_our_own_names_are_few_and_the_others_are_those_of_nl_design_system():
    given = re.findall(r"^\s+--([a-z0-9-]+):", (STATIC / "thema.css").read_text(), re.MULTILINE)
    assert {naam.split("-")[0] for naam in given} == {"basis", "utrecht", "nl", "koers"}


def test_every_colour_has_a_light_and_a_dark_value():
    css = (STATIC / "thema.css").read_text()
    single = re.findall(r"^\s+(--[a-z0-9-]+):\s*#", css, re.MULTILINE)
    assert single == []


def test_paper_is_white_whatever_the_screen_was(bladen):
    page = bladen.of("")
    page.emulate_media(color_scheme="dark", media="print")
    page.goto("/regio/")
    assert style(page, "body", "backgroundColor") == "rgb(255, 255, 255)"
    assert not page.locator(".rail").is_visible()
    assert not page.locator(".filters").is_visible()
    page.emulate_media(media="screen")
