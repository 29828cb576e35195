"""The few elements our pictures are made of. Everything that goes in is escaped here, once."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.html import escape
from django.utils.safestring import SafeString, mark_safe

# What XML cannot hold at all, escaped or not.
_ONMOGELIJK = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
# How wide a letter of 14 units is at most, on average: enough to keep room for a name.
LETTER = 7.7

Maat = float | int


@dataclass(frozen=True, slots=True)
class Beeld:
    """One picture. `id` is unique on its page: the title and description hang on it."""

    id: str
    titel: str
    omschrijving: str
    breedte: Maat
    hoogte: Maat
    klasse: str = ""

    def draw(self, delen: Iterable[str], *, links: bool = False) -> SafeString:
        """The picture of its parts. With `links` inside it is a group, so that each can be reached."""
        return el(
            "svg",
            el("title", self.titel, id=f"{self.id}-titel"),
            el("desc", self.omschrijving, id=f"{self.id}-uitleg"),
            *delen,
            id=self.id,
            klasse=f"beeld {self.klasse}".strip(),
            viewBox=f"0 0 {maat(self.breedte)} {maat(self.hoogte)}",
            role="group" if links else "img",
            aria_labelledby=f"{self.id}-titel",
            aria_describedby=f"{self.id}-uitleg",
        )


def el(naam: str, *inhoud: str, klasse: str = "", **attributen: str | Maat | None) -> SafeString:
    """One element. Content that is not already safe is escaped; so is every attribute.

    Raises ValueError for an attribute that would carry form or behaviour: those live in our own files.
    """
    paren = {"class": klasse or None} | {key.replace("_", "-"): waarde for key, waarde in attributen.items()}
    for key in paren:
        if key == "style" or key.startswith("on"):
            raise ValueError(f"{key} has no place in a picture")
    tekst = "".join(f' {key}="{_attribute(waarde)}"' for key, waarde in paren.items() if waarde is not None)
    binnen = "".join(_inside(deel) for deel in inhoud)
    # Names and keys are this program's own; values and content were escaped above.
    return mark_safe(f"<{naam}{tekst}>{binnen}</{naam}>" if binnen else f"<{naam}{tekst}/>")  # noqa: S308


def _inside(deel: str) -> str:
    return deel if isinstance(deel, SafeString) else str(escape(_clean(deel)))


def _attribute(waarde: str | Maat) -> str:
    return str(escape(_clean(waarde))) if isinstance(waarde, str) else maat(waarde)


def _clean(tekst: str) -> str:
    return _ONMOGELIJK.sub("\ufffd", str(tekst))


def maat(getal: Maat) -> str:
    """A length with a point and at most two decimals, whatever the language."""
    return f"{round(float(getal), 2):g}" if abs(getal) < 100_000 else str(int(getal))


def tekst(x: Maat, y: Maat, woorden: str, klasse: str = "", anker: str = "") -> SafeString:
    """Words at a place; `anker` start (default), middle or end."""
    return el("text", woorden, klasse=klasse, x=x, y=y, text_anchor=anker or None)


def lijn(x1: Maat, y1: Maat, x2: Maat, y2: Maat, klasse: str) -> SafeString:
    """A straight line."""
    return el("line", klasse=klasse, x1=x1, y1=y1, x2=x2, y2=y2)


def vlak(x: Maat, y: Maat, breedte: Maat, hoogte: Maat, klasse: str, rond: Maat | None = None) -> SafeString:
    """A rectangle."""
    return el("rect", klasse=klasse, x=x, y=y, width=breedte, height=hoogte, rx=rond)


def groep(*delen: str, klasse: str = "", **attributen: str | Maat | None) -> SafeString:
    """Parts that belong together."""
    return el("g", *delen, klasse=klasse, **attributen)


def link(adres: str, *delen: str, klasse: str = "", **attributen: str | Maat | None) -> SafeString:
    """Parts that lead somewhere; an address without its own page is none."""
    if not adres.startswith("/"):
        raise ValueError("a picture only leads to pages of Koers")
    return el("a", *delen, klasse=klasse, href=adres, **attributen)


def breedte_van(namen: Iterable[str], minstens: Maat = 0) -> float:
    """Room for the longest of these names, in letters of 14 units."""
    return max([float(minstens), *(len(naam) * LETTER for naam in namen)])


def veelhoek(punten: Iterable[tuple[float, float]], klasse: str) -> SafeString:
    """A closed shape through these points."""
    return el("polygon", klasse=klasse, points=" ".join(f"{maat(x)},{maat(y)}" for x, y in punten))
