"""Signing in with two steps, as somebody does for the first time; every page on the way is looked at."""

import base64
import hashlib
import hmac
import struct
import time

from playwright.sync_api import Page, expect

from tests.browser.nieuweling import (
    GEBRUIKERSNAAM,
    NAAM,
    NAAM_VIA_ORGANISATIE,
    VIA_ORGANISATIE,
    WACHTWOORD,
)
from tests.browser.test_toegankelijk import SMALST, too_wide, violations


def look(page: Page, kop: str) -> None:
    """The right page, and nothing wrong with it in light, dark or narrow."""
    expect(page.locator("h1")).to_have_text(kop)
    for scheme in ("dark", "light"):
        page.emulate_media(color_scheme=scheme)
        assert violations(page) == []
    assert too_wide(page, SMALST) == []
    page.set_viewport_size({"width": 1280, "height": 900})


def totp(secret: str) -> str:
    """The code that an app on a phone would show now (RFC 6238)."""
    digest = hmac.new(
        base64.b32decode(secret), struct.pack(">Q", int(time.time()) // 30), hashlib.sha1
    ).digest()
    offset = digest[-1] & 15
    number = struct.unpack(">I", digest[offset : offset + 4])[0] & 0x7FFFFFFF
    return f"{number % 1_000_000:06d}"


def sign_in(page: Page, wachtwoord: str) -> None:
    page.goto("/aanmelden/")
    page.fill("#id_login", GEBRUIKERSNAAM)
    page.fill("#id_password", wachtwoord)
    page.get_by_role("button", name="Aanmelden", exact=True).click()


def test_the_first_time_somebody_signs_in(alle_bladen):
    context = alle_bladen.context("")
    page = context.new_page()
    alle_bladen.toezicht.klachten.clear()
    alle_bladen.toezicht.watch(page)

    sign_in(page, "dit is het niet")
    expect(page.locator(".foutenlijst")).to_be_focused()
    look(page, "Aanmelden")

    sign_in(page, WACHTWOORD)
    page.goto("/vandaag/")
    page.get_by_role("link", name="Tweede stap zetten").click()
    look(page, "Tweede stap instellen")
    page.fill("input[name=code]", "000000")
    page.locator("main form button").click()
    expect(page.locator(".foutenlijst")).to_be_visible()
    page.fill("input[name=code]", totp(page.locator("figcaption code").inner_text()))
    page.locator("main form button").click()
    look(page, "Uw herstelcodes")
    herstelcode = page.locator(".codes code").first.inner_text()
    page.goto("/tweede-factor/herstelcodes/nieuw/")
    look(page, "Nieuwe herstelcodes")
    page.goto("/bevestigen/")
    look(page, "Bevestig dat u het bent")
    page.goto("/tweede-factor/bevestigen/")
    look(page, "Tweede stap")

    page.goto("/afmelden/")
    page.locator("main form button").click()
    sign_in(page, WACHTWOORD)
    look(page, "Tweede stap")
    page.fill("input[name=code]", herstelcode)
    page.locator("main form button").click()
    page.wait_for_url("**/vandaag/")
    expect(page.locator(".bovenbalk")).to_contain_text(NAAM)
    expect(page.locator("main")).not_to_contain_text("Tweede stap zetten")
    context.close()
    assert alle_bladen.toezicht.klachten == []


def test_somebody_signs_in_with_the_account_of_the_organisation(alle_bladen):
    """There and back in the browser itself: its policy lets the form go to that one other host."""
    alle_bladen.server.organisatie.wie = {"sub": "sleutelhanger", "preferred_username": VIA_ORGANISATIE}
    context = alle_bladen.context("")
    page = context.new_page()
    said = []
    page.on("console", lambda message: said.append(message.text))
    page.goto("/aanmelden/")
    page.get_by_role("button", name="Aanmelden via uw organisatie").click()
    page.wait_for_url("**/vandaag/")
    expect(page.locator(".bovenbalk")).to_contain_text(NAAM_VIA_ORGANISATIE)
    assert said == []
    context.close()
