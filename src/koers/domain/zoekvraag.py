"""What somebody types in the one search box, taken apart: BSN, birth date, casus number, address, name."""

import re
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from koers.domain.bsn import is_bsn, plain_bsn
from koers.domain.namen import fold
from koers.domain.zoekwoorden import Gezocht, searched

_MAANDEN = ("jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec")
_CASUS = re.compile(r"\bC-?([0-9a-f]{4})-?([0-9a-f]{4})\b", re.IGNORECASE)
_POSTCODE = re.compile(r"\b([1-9][0-9]{3})\s?([a-z]{2})\b", re.IGNORECASE)
_DAG_EERST = re.compile(r"(?<!\d)(\d{1,2})\s?[-/. ]\s?(\d{1,2})\s?[-/. ]\s?'?(\d{4}|\d{2})(?![\d.])")
_JAAR_EERST = re.compile(r"(?<!\d)(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})(?!\d)")
_MET_MAAND = re.compile(
    r"(?<!\d)(\d{1,2})[- .]*(jan|feb|mrt|maa|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]*"
    r"[- .]*['’]?(\d{4}|\d{2})\b",
    re.IGNORECASE,
)
_AANEEN = re.compile(r"(?<!\d)(\d{2})(\d{2})(\d{4}|\d{2})(?!\d)")
_NUMMER = re.compile(r"(?<!\d)\d(?:[. ]?\d){7,8}(?!\d)")


@dataclass(frozen=True, slots=True)
class Zoekvraag:
    """The parts. `bsn`: passes the elfproef. `bsn_fout`: nine digits that do not. `casus`: the first eight
    hex digits of its id. `adres`: folded words and numbers, as typed, without what was something else.
    """

    bsn: str = ""
    bsn_fout: bool = False
    geboortedatum: date | None = None
    datum_fout: str = ""
    casus: str = ""
    postcode: str = ""
    naam: tuple[Gezocht, ...] = ()
    adres: tuple[str, ...] = ()
    getallen: tuple[int, ...] = ()

    @property
    def is_leeg(self) -> bool:
        """Nothing that can be looked for."""
        woorden = any(len(gezocht.woord) > 1 for gezocht in self.naam)
        return not (self.bsn or self.geboortedatum or self.casus or self.postcode or woorden)


def casusnummer(casus_id: UUID) -> str:
    """The number by which people name a casus: C-3F2A-91BC. Unguessable, as its id is."""
    return f"C-{casus_id.hex[:4]}-{casus_id.hex[4:8]}".upper()


def parse(tekst: str, *, today: date) -> Zoekvraag:
    """Takes a question apart; never refuses: what is no number or date is a name or an address."""
    deel: dict[str, object] = {}
    rest = tekst.strip()
    if match := _CASUS.search(rest):
        deel["casus"] = (match[1] + match[2]).lower()
        rest = _without(rest, match)
    rest = _take_date(rest, deel, today)
    rest = _take_bsn(rest, deel)
    if match := _POSTCODE.search(rest):
        deel["postcode"] = (match[1] + match[2]).upper()
        rest = _without(rest, match)
    woorden = fold(rest).split()
    letters = " ".join(woord for woord in woorden if not woord[0].isdigit())
    return Zoekvraag(
        **deel,  # type: ignore[arg-type]
        naam=searched(letters) if letters else (),
        adres=tuple(woorden),
        getallen=tuple(int(woord) for woord in woorden if woord.isdigit() and len(woord) < 7),
    )


def _without(tekst: str, match: re.Match[str]) -> str:
    return f"{tekst[: match.start()]} {tekst[match.end() :]}".strip()


def _take_date(tekst: str, deel: dict[str, object], today: date) -> str:
    """A day in the ways people type it: 3-1-2012, 03/01/12, 3 jan '12, 2012-01-03, 03012012."""
    for vorm, lees in (
        (_JAAR_EERST, lambda m: (int(m[1]), int(m[2]), int(m[3]))),
        (_MET_MAAND, lambda m: (_year(m[3], today), _month(m[2]), int(m[1]))),
        (_DAG_EERST, lambda m: (_year(m[3], today), int(m[2]), int(m[1]))),
        (_AANEEN, lambda m: (_year(m[3], today), int(m[2]), int(m[1]))),
    ):
        match = vorm.search(tekst)
        if match is None:
            continue
        try:
            deel["geboortedatum"] = date(*lees(match))
        except ValueError:
            if vorm is _AANEEN:  # some other number
                continue
            if is_bsn(plain_bsn(match[0])):
                continue
            deel["datum_fout"] = match[0].strip()
        if vorm is _AANEEN and is_bsn(plain_bsn(match[0])):
            deel["bsn"] = plain_bsn(match[0])  # eight digits may be both
        return _without(tekst, match)
    return tekst


def _year(cijfers: str, today: date) -> int:
    if len(cijfers) == 4:
        return int(cijfers)
    eeuw = 2000 if 2000 + int(cijfers) <= today.year else 1900
    return eeuw + int(cijfers)


def _month(woord: str) -> int:
    return 3 if woord.lower() == "maa" else _MAANDEN.index(woord.lower()) + 1


def _take_bsn(tekst: str, deel: dict[str, object]) -> str:
    match = _NUMMER.search(tekst)
    if match is None:
        return tekst
    bsn = plain_bsn(match[0])
    if is_bsn(bsn):
        deel["bsn"] = bsn
    elif len(re.sub(r"\D", "", match[0])) == 9:
        deel["bsn_fout"] = True
    else:
        return tekst
    return _without(tekst, match)
