"""Two sides and what went between them, oldest on top: a dot is what a side did, an arrow is a message.

Not to scale: many things happen on one day and then nothing for months. The days stand beside it, and the
table below holds the same rows.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.safestring import SafeString

from koers.presentation.beelden.svg import Beeld, el, groep, lijn, link, tekst, veelhoek

BREEDTE, RIJ, DAG, KOP = 400.0, 38.0, 26.0, 26.0
LINKS, RECHTS = 10.0, 390.0
LANGST = 50


@dataclass(frozen=True, slots=True)
class Rij:
    """`naar_rechts`: whose line it stands on, or which way the arrow goes. `fout`: it did not arrive well."""

    dag: str
    woorden: str
    naar_rechts: bool
    pijl: bool = False
    fout: bool = False
    adres: str = ""


def tijdlijn(
    *, id: str, titel: str, omschrijving: str, kanten: tuple[str, str], rijen: Sequence[Rij]
) -> SafeString:
    """The picture; `kanten`: the name of the left line and of the right one."""
    delen: list[str] = []
    y, dag = KOP, ""
    for rij in rijen:
        if rij.dag != dag:
            # A day is named once, above the first of its rows.
            delen.append(tekst(BREEDTE / 2, y + 18, rij.dag, "beeld__klein tijdlijn__dag", "middle"))
            y, dag = y + DAG, rij.dag
        delen.append(_row(rij, y))
        y += RIJ
    lijnen: list[str] = [
        tekst(0, 14, kanten[0], "beeld__naam"),
        tekst(BREEDTE, 14, kanten[1], "beeld__naam", "end"),
        *(lijn(x, 24, x, y, "beeld__as") for x in (LINKS, RECHTS)),
    ]
    beeld = Beeld(id, titel, omschrijving, BREEDTE, y + 4, "tijdlijn")
    return beeld.draw([*lijnen, *delen], links=any(rij.adres for rij in rijen))


def _row(rij: Rij, y: float) -> SafeString:
    woorden = rij.woorden if len(rij.woorden) <= LANGST else f"{rij.woorden[: LANGST - 1].rstrip()}…"
    if rij.pijl:
        delen = [tekst(BREEDTE / 2, y + 16, woorden, "beeld__klein", "middle"), *_arrow(rij, y + 25)]
    else:
        x, anker = (LINKS, "start") if rij.naar_rechts else (RECHTS, "end")
        delen = [
            el("circle", klasse="tijdlijn__punt", cx=x, cy=y + 14, r=6),
            tekst(x + (14 if rij.naar_rechts else -14), y + 19, woorden, "", anker),
        ]
    klasse = "tijdlijn__rij tijdlijn__rij--fout" if rij.fout else "tijdlijn__rij"
    return link(rij.adres, *delen, klasse=klasse) if rij.adres else groep(*delen, klasse=klasse)


def _arrow(rij: Rij, y: float) -> list[SafeString]:
    van, naar = (LINKS, RECHTS) if rij.naar_rechts else (RECHTS, LINKS)
    terug = -9 if rij.naar_rechts else 9
    return [
        lijn(van, y, naar, y, "tijdlijn__pijl"),
        veelhoek([(naar, y), (naar + terug, y - 5), (naar + terug, y + 5)], "tijdlijn__punt"),
    ]
