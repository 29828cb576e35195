"""Names: how to write them, sort them and find them whatever their accents."""

import re
import unicodedata
from typing import Protocol

# Letters that no decomposition turns into a plain one.
_LETTERS = str.maketrans(
    {
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "ð": "d",
        "þ": "th",
        "ß": "ss",
        "æ": "ae",
        "œ": "oe",
        "ı": "i",
        "ħ": "h",
        "ŋ": "n",
        "ĳ": "ij",
    }
)
_GAPS = re.compile(r"[^0-9a-z]+")


def fold(naam: str) -> str:
    """A name as searched: small plain letters and digits, single spaces.

    "Élise", "ÉLISE" and "e\\u0301lise" fold alike; so do "Şahin" and "sahin", "İbrahim" and "ibrahim",
    "Łukasz" and "lukasz", "Weiß" and "weiss". Same on every database, because it is stored.
    """
    plain = unicodedata.normalize("NFKD", naam.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c)).translate(_LETTERS)
    # An apostrophe belongs to the word ("'t", "d'Arc"); every other sign parts words.
    return _GAPS.sub(" ", re.sub(r"['’`´]", "", plain)).strip()


def fold_persoon(*, roepnaam: str, voornamen: str, voorvoegsel: str, achternaam: str) -> str:
    """The folded form that is stored with a person: surname first, so that an index serves it."""
    return "|".join(fold(deel) for deel in (achternaam, voorvoegsel, roepnaam, voornamen))


def fold_adres(
    *, straatnaam: str, huisnummer: int | None, toevoeging: str, postcode: str, plaatsnaam: str
) -> str:
    """An address as searched, each word with a space before it: " brink 3 a| 9411ab beilen"."""
    straat = fold(f"{straatnaam} {huisnummer or ''} {toevoeging}")
    plaats = fold(f"{postcode.replace(' ', '')} {plaatsnaam}")
    return f" {straat}| {plaats}" if straat or plaats else ""


class Genaamd(Protocol):
    """Somebody with a name, in the four parts of the BRP that are kept."""

    roepnaam: str
    voornamen: str
    voorvoegsel: str
    achternaam: str


def name_of(wie: Genaamd) -> str:
    """The name as people say it, of a person as read."""
    return written(
        roepnaam=wie.roepnaam, voornamen=wie.voornamen, voorvoegsel=wie.voorvoegsel, achternaam=wie.achternaam
    )


def written(*, roepnaam: str, voornamen: str, voorvoegsel: str, achternaam: str) -> str:
    """The name as people say it: "Elif van den Berg"."""
    # After an apostrophe no space follows: d'Ancona (the scheidingsteken of table 36 of the BRP).
    family = (
        f"{voorvoegsel}{achternaam}" if voorvoegsel.endswith(("'", "’")) else f"{voorvoegsel} {achternaam}"
    )
    return f"{roepnaam or voornamen} {family.strip()}".strip()


def sorted_by(*, voorvoegsel: str, achternaam: str) -> str:
    """The surname as a Dutch list sorts it: "Berg, van den"."""
    return f"{achternaam}, {voorvoegsel}" if voorvoegsel else achternaam
