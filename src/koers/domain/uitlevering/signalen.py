"""Signals of the Nederlandse Zorgautoriteit about supply (Regeling Jeugdwet 8h), as rows of a table.

The article names what the zorgautoriteit tells; no file layout was found, so the columns here are our own:
somebody copies a letter or a list into them.
"""

import hashlib
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from koers.domain.uitlevering.controle import Controle, Vinding

MELDING, ANALYSE = "melding", "analyse"  # article 8h, a and b
SOORTEN = (MELDING, ANALYSE)
ERNST = ("risico", "ontoereikend")
KOLOMMEN = (
    *("gebied", "soort", "dagtekening", "vormen", "ernst", "ontwikkelingen"),
    *("aanbieder", "aanbiedercode"),
)
VERPLICHT = ("gebied", "soort", "vormen", "ernst", "ontwikkelingen")
OPEN_VRAGEN = ("bestandsindeling", "vormen", "instellingscode")
LANGSTE_NAAM, LANGSTE_CODE, LANGSTE_TEKST = 120, 20, 5_000
LANGST = {"aanbieder": LANGSTE_NAAM, "aanbiedercode": LANGSTE_CODE, "ontwikkelingen": LANGSTE_TEKST}


@dataclass(frozen=True, slots=True)
class Signaal:
    """One signal. `gebied`: GM or JZ code. `dagtekening`: of the report that others made (8h a 1), else None.
    `vormen`: codes of forms of help or measures. The provider is named only where that applies.
    """

    gebied: str
    soort: str
    dagtekening: date | None
    vormen: tuple[str, ...]
    ernst: str
    ontwikkelingen: str
    aanbieder: str = ""
    aanbiedercode: str = ""

    @property
    def vingerafdruk(self) -> str:
        """By what the same signal is known again."""
        parts = (
            *(self.gebied, self.soort, str(self.dagtekening or ""), ",".join(self.vormen), self.ernst),
            *(" ".join(self.ontwikkelingen.split()), self.aanbieder.casefold(), self.aanbiedercode),
        )
        return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()


def read_signalen(
    rijen: Iterable[tuple[int, Mapping[str, str]]],
    *,
    gebieden: Collection[str],
    vormen: Collection[str],
    today: date,
) -> tuple[list[Signaal], Controle]:
    """Rows (number in the file, column -> text) as signals, and the report about the others.

    `gebieden`: which are of the reader. `vormen`: known codes. A row twice in one file counts once.
    """
    good: dict[str, Signaal] = {}
    found: list[Vinding] = []
    total = 0
    for nummer, cellen in rijen:
        total += 1
        rij = {naam: cellen.get(naam, "").strip() for naam in KOLOMMEN}
        vindingen, dag, codes = _judge(nummer, rij, gebieden, vormen, today)
        if not vindingen:
            een = Signaal(
                *(rij["gebied"].upper(), rij["soort"].lower(), dag, codes, rij["ernst"].lower()),
                *(rij["ontwikkelingen"], rij["aanbieder"], rij["aanbiedercode"]),
            )
            if een.vingerafdruk in good:
                vindingen = [Vinding(nummer, rij["gebied"], "", "sg_dubbel", False)]
            good.setdefault(een.vingerafdruk, een)
        found += vindingen
    return list(good.values()), Controle(total, tuple(found))


def _judge(
    nummer: int, rij: Mapping[str, str], gebieden: Collection[str], vormen: Collection[str], today: date
) -> tuple[list[Vinding], date | None, tuple[str, ...]]:
    codes = tuple(dict.fromkeys(rij["vormen"].replace(",", " ").replace(";", " ").split()))
    known: tuple[tuple[str, Collection[str], str], ...] = (
        ("gebied", gebieden, rij["gebied"].upper()),
        ("soort", SOORTEN, rij["soort"].lower()),
        ("ernst", ERNST, rij["ernst"].lower()),
        *(("vormen", vormen, code) for code in codes),
    )
    wrong: list[tuple[str, str, dict[str, object]]] = []
    for veld in VERPLICHT:
        if not rij[veld]:
            wrong.append((veld, "sg_leeg", {}))
    for veld, kan, woord in known:
        if woord and woord not in kan:
            wrong.append((veld, f"sg_{veld}_onbekend", {"waarde": woord[:20]}))
    for veld, langst in LANGST.items():
        if len(rij[veld]) > langst:
            wrong.append((veld, "sg_te_lang", {"langst": langst}))
    dag = _day(rij["dagtekening"])
    if rij["soort"].lower() == MELDING and not rij["dagtekening"]:
        wrong.append(("dagtekening", "sg_dagtekening_ontbreekt", {}))
    elif rij["dagtekening"] and dag is None:
        wrong.append(("dagtekening", "sg_dagtekening_onleesbaar", {"waarde": rij["dagtekening"][:20]}))
    elif dag is not None and dag > today:
        wrong.append(("dagtekening", "sg_dagtekening_toekomst", {"datum": dag}))
    wie = rij["gebied"][:20]
    return [Vinding(nummer, wie, veld, code, True, params) for veld, code, params in wrong], dag, codes


def _day(tekst: str) -> date | None:
    """2026-03-31, and 31-3-2026 as people type it."""
    parts = tekst.split("-")
    if len(parts) != 3 or not all(part.isascii() and part.isdecimal() for part in parts):
        return None
    year, month, day = parts if len(parts[0]) == 4 else reversed(parts)
    if len(year) != 4:
        return None
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None
