"""Writes docs/reference/ijw-regels.md out of the table of rules.

    python -m scripts.ijw_regels > docs/reference/ijw-regels.md

A test compares the page with the table.
"""

import sys

from koers.exchange.ijw.regels import REGELS, Regel, Waar
from koers.exchange.ijw.regels.eerder import BIJ_ONTVANGST, BIJ_VERSTUREN, NOOT, OPGEZOCHT

KOP = """# iJw 3.2: welke regels Koers nakijkt

Deze bladzijde is gemaakt uit de tabel in `src/koers/exchange/ijw/regels`. De zinnen zijn van Koers; de
nummers, berichten en retourcodes zijn die van de standaard. Wat het schema al tegenhoudt (namen, volgorde,
lengtes en codes) staat er niet in: dat kijkt Koers altijd na, en het heet dan `XSD`, `OP192` of `RS…`.
"""
DELEN = (
    ("Aan het bericht zelf te zien", "`koers ijw controleer` kijkt deze regels na.", "bericht"),
    ("Met de opbouw al nagekeken", "De tabel van elementen en codes houdt deze regels vast.", "opbouw"),
    ("Via een andere regel", "Wie die andere regel nakijkt, kijkt ook deze na.", "via"),
    (
        "Naast het register te zien",
        "`koers ijw controleer --register` kijkt deze regels na, en `koers ijw ontvang` ook.",
        "register",
    ),
    (
        "Naast de eerdere berichten te zien",
        "`koers ijw ontvang` kijkt deze regels na; `koers ijw controleer` heeft de eerdere berichten niet.",
        "ontvangst",
    ),
    (
        "Wat Koers zelf verstuurt",
        "Een ontvanger kijkt deze regels na. Koers kan er geen bericht mee maken dat ze breekt.",
        "versturen",
    ),
    ("Niet nagekeken", "Dit zijn afspraken tussen mensen; er staat bij waarom.", "afspraak"),
)


def part(een: Regel) -> str:
    """In which part of the page a rule stands."""
    if een.via:
        return "via"
    if een.nummer in OPGEZOCHT:
        return "register"
    if een.nummer in BIJ_ONTVANGST:
        return "ontvangst"
    return "versturen" if een.nummer in BIJ_VERSTUREN else een.waar.value


def row(een: Regel) -> str:
    """One line of a table."""
    berichten = " ".join(naam.removeprefix("JW") for naam in een.berichten) or "retour"
    waardoor = ", ".join(een.via) or (een.waarom if een.waar is Waar.AFSPRAAK else een.code)
    if een.nummer in BIJ_VERSTUREN:
        waardoor = f"{een.code} | {BIJ_VERSTUREN[een.nummer]}"
    elif een.nummer in NOOT:
        waardoor = f"{een.code} ({NOOT[een.nummer]})"
    return f"| {een.nummer} | {een.zin} | {berichten} | {waardoor} |"


def page() -> str:
    """The whole page."""
    delen = [KOP]
    for titel, uitleg, welk in DELEN:
        rijen = [row(een) for een in REGELS if part(een) == welk]
        laatste = {"via": "Via", "afspraak": "Waarom niet", "versturen": "Retourcode | Waardoor"}.get(
            welk, "Retourcode"
        )
        delen.append(f"## {titel} ({len(rijen)})\n\n{uitleg}\n")
        streep = "---|" * (4 + laatste.count("|"))
        kop = f"| Regel | Wat er geldt | JW | {laatste} |\n|{streep}"
        delen.append("\n".join([kop, *rijen]) + "\n")
    return "\n".join(delen)


if __name__ == "__main__":
    sys.stdout.write(page())
