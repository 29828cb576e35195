"""Somebody at work with a keyboard alone: Tab until it is there, then type, choose or press Enter.

What is looked for is what a person looks for: a label, a link, a button. On the way every stop is checked for
a ring that shows where the focus is.
"""

import re
from datetime import date
from functools import cache

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.beelden import Beelden
from tests.browser.test_rondleiding import RING_TE_ZIEN

MEEST = 250
IS_HIER = "e => e === document.activeElement"
Woorden = str | re.Pattern


@cache
def _order_of_days(page: Page) -> str:
    """How this browser wants a day typed: its own setting, not that of the page."""
    probe = page.context.new_page()
    probe.set_content('<label>dag <input type="date"></label>')
    probe.get_by_label("dag").focus()
    probe.keyboard.type("03042016")
    month_first = probe.get_by_label("dag").input_value() == "2016-03-04"
    probe.close()
    return "%m%d%Y" if month_first else "%d%m%Y"


class Wandelaar:
    """One person of the demo in a window of their own. `naam`: as it stands on the page to sign in."""

    def __init__(self, bladen, naam: str, beelden: Beelden) -> None:
        self.beelden = beelden
        self.page = bladen.context("").new_page()
        self.page.set_viewport_size({"width": 1280, "height": 800})
        bladen.toezicht.watch(self.page)
        self.page.goto("/aanmelden/")
        self.press(f"Aanmelden als {naam}")
        expect(self.page.get_by_role("heading", level=1)).to_contain_text("Vandaag")

    @property
    def main(self) -> Locator:
        """The sheet itself, without the frame around it."""
        return self.page.get_by_role("main")

    # --- going somewhere ---------------------------------------------------------------------------------

    def to(self, doel: Locator) -> None:
        """Tabs on until this has the focus; fails when it is never met, or when nothing shows it."""
        expect(doel).to_be_visible()
        if self.page.evaluate("document.activeElement === document.body"):
            self._skip_frame(doel)
        there = doel.element_handle()
        for _step in range(MEEST):
            if there.evaluate(IS_HIER):
                assert self.page.evaluate(RING_TE_ZIEN), f"no ring to be seen around {doel}"
                return
            self.page.keyboard.press("Tab")
        pytest.fail(f"{doel} cannot be reached with Tab on {self.page.url}")

    def _skip_frame(self, doel: Locator) -> None:
        """On a fresh page the first stop leads past the frame, for who looks for something on the sheet."""
        if doel.evaluate("e => !!e.closest('main')"):
            self.page.keyboard.press("Tab")
            self.page.keyboard.press("Enter")

    def press(
        self, naam: Woorden, soort: str = "button", *, binnen: Locator | None = None, twice: bool = False
    ) -> None:
        """Presses Enter on a button or link that leads to a page, and waits for it.

        `twice`: the finger stays too long, and the form is sent two times.
        """
        where = self.main if binnen is None else binnen
        exact = isinstance(naam, str)
        self.to(where.get_by_role(soort, name=naam, exact=exact))
        if twice:
            before = self.page.url
            self.page.keyboard.press("Enter")
            self.page.keyboard.press("Enter")
            self.page.wait_for_url(lambda url: url != before)
            return
        self.enter()

    def enter(self) -> None:
        """Presses Enter where the focus is, and waits for the page."""
        with self.page.expect_navigation():
            self.page.keyboard.press("Enter")

    def follow(self, naam: Woorden, *, binnen: Locator | None = None) -> None:
        """Takes a link."""
        self.press(naam, "link", binnen=binnen)

    def door(self, naam: str) -> None:
        """Takes a door of the rail at the left."""
        self.press(naam, "link", binnen=self.page.get_by_role("navigation", name="Deuren"))

    def crumb(self, naam: str) -> None:
        """Goes back along the way at the top of the sheet."""
        self.press(naam, "link", binnen=self.page.get_by_role("navigation", name="Waar u bent"))

    def unfold(self, woorden: str, *, binnen: Locator | None = None) -> None:
        """Opens what is folded."""
        where = self.main if binnen is None else binnen
        self.to(where.locator("summary", has_text=woorden))
        self.page.keyboard.press("Enter")

    # --- filling in --------------------------------------------------------------------------------------

    def field(self, label: Woorden | Locator, binnen: Locator | None = None) -> Locator:
        """The field with this label, or the one that is given."""
        if isinstance(label, Locator):
            return label
        return (self.main if binnen is None else binnen).get_by_label(label)

    def write(self, label: Woorden | Locator, tekst: str, *, binnen: Locator | None = None) -> None:
        """Types in the place of what stood there."""
        field = self.field(label, binnen)
        self.to(field)
        self.page.keyboard.press("Control+a")
        self.page.keyboard.type(tekst)
        expect(field).to_have_value(tekst)

    def day(self, label: Woorden, dag: date) -> None:
        """Types a day in the order of the browser."""
        field = self.field(label)
        self.to(field)
        self.page.keyboard.type(dag.strftime(_order_of_days(self.page)))
        expect(field).to_have_value(dag.isoformat())

    def pick(self, label: Woorden | Locator, *woorden: str, binnen: Locator | None = None) -> str:
        """With the arrows to the first choice that has all these words; its text."""
        field = self.field(label, binnen)
        self.to(field)
        texts = field.evaluate("e => [...e.options].map(o => o.text)")
        goal = next(n for n, tekst in enumerate(texts) if all(w in tekst for w in woorden))
        steps = goal - field.evaluate("e => e.selectedIndex")
        for _step in range(abs(steps)):
            self.page.keyboard.press("ArrowDown" if steps > 0 else "ArrowUp")
        assert field.evaluate("e => e.selectedIndex") == goal, texts[goal]
        return texts[goal]

    def mark(self, label: Woorden | Locator, *, binnen: Locator | None = None) -> None:
        """A box with the space bar; one of several with the arrows."""
        field = self.field(label, binnen)
        expect(field).to_be_visible()
        if field.get_attribute("type") == "radio":
            self._mark_one(field)
        else:
            self.to(field)
            self.page.keyboard.press("Space")
        expect(field).to_be_checked()

    def _mark_one(self, field: Locator) -> None:
        """Tab stops once at such a group: at what is chosen, else at the first."""
        name = field.get_attribute("name")
        same = field.locator(f"xpath=ancestor::form[1]//input[@type='radio' and @name='{name}']")
        chosen = [een for een in same.all() if een.is_checked()]
        self.to(chosen[0] if chosen else same.first)
        if not chosen:
            self.page.keyboard.press("Space")
        for _step in range(same.count()):
            if field.evaluate(IS_HIER):
                return
            self.page.keyboard.press("ArrowDown")

    # --- looking -----------------------------------------------------------------------------------------

    def reads(self, *zinnen: Woorden) -> None:
        """Each of these stands on the sheet."""
        for zin in zinnen:
            expect(self.main).to_contain_text(zin)

    def heading(self, tekst: Woorden) -> None:
        """The heading of the page."""
        expect(self.page.get_by_role("heading", level=1)).to_have_text(tekst)

    def show(self, naam: str, bij: Locator | None = None) -> None:
        """This is a moment for the manual; on a phone nothing of it falls off at the side."""
        self._fits_a_phone(naam)
        self.beelden.take(self.page, naam, bij)

    def _fits_a_phone(self, naam: str) -> None:
        self.page.set_viewport_size({"width": 320, "height": 700})
        wide = self.page.evaluate("document.documentElement.scrollWidth")
        self.page.set_viewport_size({"width": 1280, "height": 800})
        assert wide <= 320, f"{naam}: {wide} pixels wide on a phone of 320"
