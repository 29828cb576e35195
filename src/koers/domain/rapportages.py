"""Reports of the P&C-cycle: over which period, who writes what, and what a template may look like.

Koersen 6.2 and 6.3: progress per quarter, half-yearly a joint report of the gebiedsagenda, and the council
watches through its P&C-cycle. A controller may change the template of the own municipality; a report keeps
the template with which it began.
"""

import hashlib
import json
import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

from koers.domain.rollen import STURING, Rol
from koers.domain.weigering import Refused

Per = Literal["kwartaal", "halfjaar", "jaar"]
MAANDEN: dict[str, int] = {"kwartaal": 3, "halfjaar": 6, "jaar": 12}
LETTERS = {"kwartaal": "K", "halfjaar": "H", "jaar": ""}
VORMEN: dict[str, str] = {
    "kwartaal": r"(20\d{2})-[KQ]([1-4])",
    "halfjaar": r"(20\d{2})-H([12])",
    "jaar": r"(20\d{2})()",
}

# Who writes chapters, who signs off, who works on a concept; the others read what was published.
SCHRIJVERS = frozenset({Rol.CONTROLLER, Rol.BELEIDSADVISEUR})
ONDERTEKENAARS = frozenset({Rol.WETHOUDER})
ZIET_CONCEPT = SCHRIJVERS | ONDERTEKENAARS
LEEST_RAPPORTAGES = STURING

TONEN = ("verloop", "vergelijking")
LANGSTE_TEKST = 10_000
LANGSTE_REDEN = 1_000
LANGSTE_TITEL = 120
MEESTE_HOOFDSTUKKEN = 20


@dataclass(frozen=True, slots=True)
class Rapportageperiode:
    """The days from `begindatum` until just before `tot_datum`; `naam`: "2025-K4", "2025-H1" or "2025"."""

    naam: str
    begindatum: date
    tot_datum: date

    @property
    def jaar(self) -> int:
        """The year that it lies in."""
        return self.begindatum.year


@dataclass(frozen=True, slots=True)
class Hoofdstuk:
    """A chapter of a template. `titel`, `vraag`: per language ("nl", "en"); `eigenaar`: role that writes.

    `gebied`: the area (its id in the policy) whose meetings stand in it. `principes`: whether it says what
    leaned on the leading principles.
    """

    id: str
    titel: Mapping[str, str]
    vraag: Mapping[str, str]
    eigenaar: Rol
    indicatoren: tuple[str, ...] = ()
    tonen: tuple[str, ...] = ()
    gebied: str = ""
    principes: bool = False

    def frozen(self) -> dict[str, Any]:
        """As plain values, to keep."""
        return {
            "id": self.id,
            "titel": dict(self.titel),
            "vraag": dict(self.vraag),
            "eigenaar": self.eigenaar.value,
            "indicatoren": list(self.indicatoren),
            "tonen": list(self.tonen),
            "gebied": self.gebied,
            "principes": self.principes,
        }

    @classmethod
    def thawed(cls, kept: Mapping[str, Any]) -> "Hoofdstuk":
        """From what `frozen` gave."""
        return cls(
            kept["id"],
            kept["titel"],
            kept["vraag"],
            Rol(kept["eigenaar"]),
            tuple(kept["indicatoren"]),
            tuple(kept["tonen"]),
            kept.get("gebied", ""),  # not there in what was kept before areas had chapters
            kept.get("principes", False),  # nor was this, at first
        )


def named_periode(per: str, naam: str) -> Rapportageperiode:
    """The period that people mean by "2025-K4". Refused: rapportageperiode_onbekend."""
    found = re.fullmatch(VORMEN[per], naam.strip().upper())
    if not found:
        raise Refused("rapportageperiode_onbekend", per=per, periode=naam)
    jaar, nummer = int(found[1]), int(found[2] or 1)
    return _periode(per, jaar, nummer)


def _periode(per: str, jaar: int, nummer: int) -> Rapportageperiode:
    length = MAANDEN[per]
    first = (nummer - 1) * length
    after = jaar * 12 + first + length
    naam = f"{jaar}-{LETTERS[per]}{nummer}" if LETTERS[per] else str(jaar)
    return Rapportageperiode(naam, date(jaar, first + 1, 1), date(after // 12, after % 12 + 1, 1))


def recent_perioden(per: str, vandaag: date, aantal: int) -> tuple[Rapportageperiode, ...]:
    """The last periods that have begun, the running one first."""
    length = MAANDEN[per]
    index = (vandaag.year * 12 + vandaag.month - 1) // length
    per_jaar = 12 // length
    return tuple(
        _periode(per, (index - back) // per_jaar, (index - back) % per_jaar + 1) for back in range(aantal)
    )


def check_begun(periode: Rapportageperiode, vandaag: date) -> None:
    """Nothing can be told of what has not begun. Refused: rapportageperiode_in_toekomst."""
    if periode.begindatum > vandaag:
        raise Refused("rapportageperiode_in_toekomst", periode=periode.naam)


def check_owner(hoofdstuk: Hoofdstuk, rol: Rol | None) -> None:
    """A chapter is written by its owner. Refused: hoofdstuk_niet_van_u."""
    if rol != hoofdstuk.eigenaar:
        raise Refused("hoofdstuk_niet_van_u", eigenaar=hoofdstuk.eigenaar.value)


def find_hoofdstuk(hoofdstukken: Iterable[Hoofdstuk], id: str) -> Hoofdstuk:
    """The chapter with this id. Refused: niet_gevonden."""
    for een in hoofdstukken:
        if een.id == id:
            return een
    raise Refused("niet_gevonden")


def check_written(hoofdstukken: Iterable[Hoofdstuk], geschreven: Collection[str]) -> None:
    """Every chapter says something before it goes to review. Refused: hoofdstukken_leeg."""
    empty = [een.titel["nl"] for een in hoofdstukken if een.id not in geschreven]
    if empty:
        raise Refused("hoofdstukken_leeg", hoofdstukken=", ".join(empty))


def check_other_eyes(by_id: str, schrijvers: Collection[str]) -> None:
    """Who signs off did not write it. Refused: rapportage_zelf_geschreven."""
    if by_id in schrijvers:
        raise Refused("rapportage_zelf_geschreven")


def check_tekst(tekst: str, leeg: str, langste: int = LANGSTE_TEKST) -> str:
    """The text without blanks around it. Refused: the code of an empty one, tekst_te_lang."""
    if not tekst.strip():
        raise Refused(leeg)
    if len(tekst) > langste:
        raise Refused("tekst_te_lang", aantal=langste)
    return tekst.strip()


def check_sjabloon(hoofdstukken: Sequence[Hoofdstuk], indicatoren: Collection[str]) -> None:
    """A template that a report can be made of.

    Refused: sjabloon_leeg, sjabloon_te_lang, hoofdstuk_zonder_titel, hoofdstuk_zonder_vraag,
    hoofdstuk_dubbel, eigenaar_kan_niet, indicator_onbekend.
    """
    if not hoofdstukken:
        raise Refused("sjabloon_leeg")
    if len(hoofdstukken) > MEESTE_HOOFDSTUKKEN:
        raise Refused("sjabloon_te_lang", aantal=MEESTE_HOOFDSTUKKEN)
    if len({een.id for een in hoofdstukken}) < len(hoofdstukken):
        raise Refused("hoofdstuk_dubbel")
    for nummer, een in enumerate(hoofdstukken, 1):
        _check_hoofdstuk(een, nummer, indicatoren)


def _check_hoofdstuk(een: Hoofdstuk, nummer: int, indicatoren: Collection[str]) -> None:
    if not een.titel["nl"].strip() or len(een.titel["nl"]) > LANGSTE_TITEL:
        raise Refused("hoofdstuk_zonder_titel", nummer=nummer, aantal=LANGSTE_TITEL)
    if not een.vraag["nl"].strip() or len(een.vraag["nl"]) > 2 * LANGSTE_TITEL:
        raise Refused("hoofdstuk_zonder_vraag", nummer=nummer, aantal=2 * LANGSTE_TITEL)
    if een.eigenaar not in SCHRIJVERS:
        raise Refused("eigenaar_kan_niet", nummer=nummer)
    unknown = [id for id in een.indicatoren if id not in indicatoren]
    if unknown:
        raise Refused("indicator_onbekend", indicator=unknown[0])


def new_id(titel: str, taken: Collection[str]) -> str:
    """A name for a chapter in addresses, made of its title and not yet taken."""
    stem = re.sub(r"[^a-z0-9]+", "-", titel.lower()).strip("-")[:40] or "hoofdstuk"
    found, nummer = stem, 2
    while found in taken:
        found, nummer = f"{stem}-{nummer}", nummer + 1
    return found


def digest(inhoud: Mapping[str, Any]) -> str:
    """SHA-256 (hex) of a report, whatever the order in which its parts were written down."""
    text = json.dumps(inhoud, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
