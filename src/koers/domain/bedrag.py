"""Amounts and hours as people type them in Dutch: "1.000.000,00", "2977725", "€ 12,50", "-3,00".

A comma parts the cents, points part thousands. What could mean two amounts is not guessed: Refused says so.
"""

import re

from koers.domain.weigering import Refused

HOOGSTE_CENT = 10**14  # a thousand milliard euros: more is a slip of the keyboard
HOOGSTE_MINUTEN = 10_000_000 * 60

_RUIS = re.compile("[\\s\u00a0\u2009\u202f]+|€|^EUR(?:O)?|EUR(?:O)?$", re.IGNORECASE)
_HEEL = r"(?:[0-9]+|[0-9]{1,3}(?:\.[0-9]{3})+)"
_BEDRAG = re.compile(rf"(?P<heel>{_HEEL})(?:,(?P<cent>[0-9]{{1,2}}|-{{1,2}}|–))?")
_ENGELS = re.compile(r"(?P<heel>[0-9]+|[0-9]{1,3}(?:,[0-9]{3})*)\.(?P<cent>[0-9]{1,2})")
_DRIE_ACHTER_DE_KOMMA = re.compile(r"[0-9]{1,3},[0-9]{3}")
_UREN = re.compile(rf"(?P<heel>{_HEEL})(?:,(?P<deel>[0-9]{{1,2}}))?")


def read_bedrag(tekst: str) -> int:
    """The amount in cents.

    Refused: bedrag_ontbreekt, bedrag_dubbelzinnig, bedrag_onleesbaar, bedrag_te_groot.
    One figure after the comma counts as tenths: "12,5" is 12 euros and 50 cents.
    """
    kaal = _RUIS.sub("", tekst.strip()).replace("\u2212", "-")
    negatief = kaal.startswith("-")
    kaal = _RUIS.sub("", kaal.removeprefix("-"))
    if not kaal:
        raise Refused("bedrag_ontbreekt")
    gevonden = _BEDRAG.fullmatch(kaal)
    if gevonden is None:
        raise _refused(tekst, kaal)
    cent = (gevonden["cent"] or "").strip("-–").ljust(2, "0")
    totaal = int(gevonden["heel"].replace(".", "")) * 100 + int(cent)
    if totaal > HOOGSTE_CENT:
        raise Refused("bedrag_te_groot", bedrag=tekst.strip())
    return -totaal if negatief else totaal


def _refused(tekst: str, kaal: str) -> Refused:
    if engels := _ENGELS.fullmatch(kaal):
        heel = engels["heel"].replace(",", "")
        return Refused("bedrag_dubbelzinnig", bedrag=tekst.strip(), bedoeld=f"{heel},{engels['cent']:0<2}")
    if _DRIE_ACHTER_DE_KOMMA.fullmatch(kaal):
        return Refused("bedrag_dubbelzinnig", bedrag=tekst.strip(), bedoeld=kaal.replace(",", "."))
    return Refused("bedrag_onleesbaar", bedrag=tekst.strip()[:40])


def read_uren(tekst: str) -> int:
    """Hours as minutes: "29", "7,5", "1.250". Refused: uren_onleesbaar."""
    kaal = _RUIS.sub("", tekst)
    gevonden = _UREN.fullmatch(kaal)
    if gevonden is None:
        raise Refused("uren_onleesbaar", uren=tekst.strip()[:40])
    honderdsten = int(gevonden["heel"].replace(".", "")) * 100 + int((gevonden["deel"] or "").ljust(2, "0"))
    minuten, rest = divmod(honderdsten * 60, 100)
    if minuten > HOOGSTE_MINUTEN or rest:
        raise Refused("uren_onleesbaar", uren=tekst.strip()[:40])
    return minuten
