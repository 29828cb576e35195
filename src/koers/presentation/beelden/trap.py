"""Levels as steps that rise from left to right, with what they have in common written below."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from koers.presentation.beelden.svg import Beeld, groep, lijn, tekst, vlak

BREEDTE = 440.0
LAAGSTE = 34.0
STIJGING = 15.0
ONDER = 40.0
TUSSEN = 3.0
# Words below are about this wide per letter, so that long ones go over two lines.
LETTER = 6.0


@dataclass(frozen=True, slots=True)
class Trede:
    """One step: its name and its kind (groen, geel or rood), which the stylesheet also marks by pattern."""

    naam: str
    soort: str


def trap(
    *,
    id: str,
    titel: str,
    omschrijving: str,
    treden: Sequence[Trede],
    groepen: Sequence[tuple[int, int, str]],
) -> SafeString:
    """The steps. `groepen`: first and last place of steps that belong together, with their words."""
    top = LAAGSTE + STIJGING * (len(treden) - 1)
    beeld = Beeld(id, titel, omschrijving, BREEDTE, top + ONDER + 8, "trap")
    breed = BREEDTE / len(treden)
    delen = [_step(trede, plek, breed, top) for plek, trede in enumerate(treden)]
    onder = [_words(eerste, laatste, woorden, breed, top) for eerste, laatste, woorden in groepen]
    return beeld.draw([*delen, *onder])


def _step(trede: Trede, plek: int, breed: float, top: float) -> SafeString:
    hoog = LAAGSTE + STIJGING * plek
    x = plek * breed
    return groep(
        vlak(x, top - hoog, breed - TUSSEN, hoog, "trap__vlak"),
        tekst(x + (breed - TUSSEN) / 2, top - hoog + 22, trede.naam, "trap__naam", "middle"),
        klasse=f"trap__trede trap__trede--{trede.soort}",
    )


def _words(eerste: int, laatste: int, woorden: str, breed: float, top: float) -> SafeString:
    links, rechts = eerste * breed, (laatste + 1) * breed - TUSSEN
    regels = _lines(woorden, rechts - links)
    return groep(
        lijn(links, top + 6, rechts, top + 6, "beeld__as"),
        *(
            tekst((links + rechts) / 2, top + 22 + 15 * nummer, regel, "beeld__klein", "middle")
            for nummer, regel in enumerate(regels)
        ),
    )


def _lines(woorden: str, breed: float) -> list[str]:
    """At most two lines that fit, parted at a space."""
    if len(woorden) * LETTER <= breed:
        return [woorden]
    delen = woorden.split(" ")
    beste = min(
        range(1, len(delen)),
        key=lambda n: abs(len(" ".join(delen[:n])) - len(" ".join(delen[n:]))),
        default=0,
    )
    return [" ".join(delen[:beste]), " ".join(delen[beste:])] if beste else [woorden]
