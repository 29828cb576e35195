"""A page as somebody reads it: its table, its pictures, its words."""

import re
import xml.etree.ElementTree as ET
from html.parser import HTMLParser

LEEG = {"meta", "link", "input", "br", "img", "hr"}


class _Bladzijde(HTMLParser):
    """Collects the rows of tables, cell by cell, and checks that every element is closed."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.rows: list[list[str]] = []
        self.cell: list[str] | None = None
        self.small = 0
        self.fouten: list[str] = []

    def handle_starttag(self, tag, attrs) -> None:
        names = dict(attrs)
        self.fouten += [f"{key} on {tag}" for key in names if key == "style" or key.startswith("on")]
        if tag not in LEEG:
            self.open.append(tag)
        if tag == "tr":
            self.rows.append([])
        if tag in ("td", "th"):
            self.cell = []
        if tag == "small":
            self.small += 1

    def handle_startendtag(self, tag, attrs) -> None:
        pass

    def handle_endtag(self, tag) -> None:
        if not self.open or self.open.pop() != tag:
            self.fouten.append(f"</{tag}> closes nothing")
        if tag in ("td", "th") and self.cell is not None:
            self.rows[-1].append(" ".join("".join(self.cell).split()))
            self.cell = None
        if tag == "small":
            self.small -= 1

    def handle_data(self, data) -> None:
        if self.cell is not None and not self.small:
            self.cell.append(data)


def read(html: str) -> _Bladzijde:
    """The page; what is not closed, or carries form or behaviour inline, is in `fouten`."""
    bladzijde = _Bladzijde()
    bladzijde.feed(html)
    bladzijde.fouten += bladzijde.open
    return bladzijde


def table(html: str) -> dict[str, list[str]]:
    """Rows by their first cell (the first row of that name), without the small words below numbers."""
    return {row[0]: row[1:] for row in reversed(read(html).rows) if row}


def pictures(html: str) -> list[ET.Element]:
    """Every picture of ours on the page, as XML."""
    return [ET.fromstring(found) for found in re.findall(r'<svg[^>]*class="beeld.*?</svg>', html, re.DOTALL)]


def words(element: ET.Element) -> str:
    """What somebody hears of it."""
    return " ".join("".join(element.itertext()).split())
