"""From a delivered file to a table of good rows and what was found about the others. Pure: bytes in,
values out; what the register knows (which areas exist) is asked later, by the act.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from koers.domain.aanlevering import (
    GelezenRij,
    GelezenTabel,
    SoortAanlevering,
    Vondst,
    Waarde,
    find_doubles,
    impossible_together,
)
from koers.domain.grootheden import GROOTHEDEN, Status
from koers.domain.weigering import Refused
from koers.exchange.tabellen.bestand import describe, refuse_no_table
from koers.exchange.tabellen.getallen import Cel, Formule, NietGelezen, Teken, decimal_sign, plain, read_cell
from koers.exchange.tabellen.kolommen import Kolommen, find_columns
from koers.exchange.tabellen.rooster import Rooster, grids

# The tables of CBS "Kerncijfers wijken en buurten", and of which year each is.
TABELLEN_CBS = {
    "83765": 2017,
    "84286": 2018,
    "84583": 2019,
    "84799": 2020,
    "85039": 2021,
    "85318": 2022,
    "85618": 2023,
    "85984": 2024,
    "86165": 2025,
}
VROEGSTE_JAAR, LAATSTE_JAAR = 1995, 2100
_JAAR = re.compile(r"(?<![0-9])(?:19|20)[0-9]{2}(?![0-9])")
_GEBIED = re.compile(r"(GM|JZ|WK|BU|PV|LD|CR|NL)[0-9A-Z]{2,8}")
_GEMEENTENUMMER = re.compile(r"[0-9]{1,4}")
_JEUGDREGIO = re.compile(r"JZ[0-9]{2}")
# Which areas a table is read for; rows about other kinds of areas are passed over, not refused.
GELEZEN_GEBIEDEN = {
    SoortAanlevering.KWB: ("GM", "NL"),
    SoortAanlevering.GEMEENTEN: ("GM",),
    SoortAanlevering.REGIO: ("GM", "JZ"),
}


def read_table(
    *, soort: SoortAanlevering, inhoud: bytes, bestandsnaam: str, jaar: int | None = None
) -> GelezenTabel:
    """Reads a delivered file. Refused: what cannot be read at all; a bad row only costs itself."""
    refuse_no_table(inhoud)
    rooster, kolommen = _best(inhoud, soort)
    year = _year(bestandsnaam, kolommen, jaar)
    lezer = _Lezer(soort, rooster, kolommen, year)
    rijen = tuple(lezer.rows())
    if not rijen and not lezer.vondsten:
        raise Refused("alleen_kop")
    remarks = [Vondst(0, "alleen_eerste_blad", geweigerd=False)] if rooster.bladen > 1 else []
    tabel = GelezenTabel(
        soort,
        year,
        replace(describe(bestandsnaam, inhoud), codering=rooster.codering),
        rijen,
        tuple(remarks),
        lezer.overgeslagen,
        lezer.headings(),
        kolommen.unread(),
    )
    return tabel.with_found([*lezer.vondsten, *find_doubles(rijen)])


def _best(inhoud: bytes, soort: SoortAanlevering) -> tuple[Rooster, Kolommen]:
    """The way of cutting in which most headings are known. Refused: when the needed ones are not there."""
    roosters, failed = grids(inhoud)
    ways = [(rooster, kolommen) for rooster in roosters if (kolommen := find_columns(rooster, soort))]
    if not ways:
        raise failed[0] if failed else Refused("code_kolom_ontbreekt", soort=soort.value)
    rooster, kolommen = max(ways, key=lambda way: way[1].known)
    if soort is SoortAanlevering.GEMEENTEN:
        if "jeugdregio" not in kolommen.kenmerken:
            raise Refused("jeugdregio_kolom_ontbreekt")
    elif not kolommen.cijfers:
        raise Refused("cijfers_ontbreken", soort=soort.value)
    return rooster, kolommen


def _year(bestandsnaam: str, kolommen: Kolommen, gegeven: int | None) -> int | None:
    """The year of all rows; None when every row names its own. Refused: when it is unknown or contradicts."""
    tabel = {jaar for nummer, jaar in TABELLEN_CBS.items() if nummer in bestandsnaam}
    gevonden = tabel or {int(jaar) for jaar in _JAAR.findall(bestandsnaam)} | kolommen.jaren
    if gegeven is not None:
        if not VROEGSTE_JAAR <= gegeven <= LAATSTE_JAAR:
            raise Refused("jaar_kan_niet", jaar=gegeven)
        if gevonden and gegeven not in gevonden:
            raise Refused("jaar_spreekt_tegen", gegeven=gegeven, gevonden=_enumerate(gevonden))
        return gegeven
    if "jaar" in kolommen.kenmerken:
        return None
    if len(gevonden) > 1:
        raise Refused("jaren_spreken_tegen", gevonden=_enumerate(gevonden))
    if not gevonden:
        raise Refused("jaar_ontbreekt")
    return next(iter(gevonden))


def _enumerate(jaren: set[int]) -> str:
    return ", ".join(str(jaar) for jaar in sorted(jaren))


@dataclass
class _Lezer:
    """Reads the rows below the headings one by one."""

    soort: SoortAanlevering
    rooster: Rooster
    kolommen: Kolommen
    jaar: int | None
    vondsten: list[Vondst] = field(default_factory=list)
    overgeslagen: int = 0
    teken: Teken | None = None
    code_kolommen: tuple[int, ...] = ()

    def rows(self) -> Iterator[GelezenRij]:
        """The good rows; meanwhile what is found about the others, and how many were passed over."""
        self.teken = decimal_sign(
            (cel, GROOTHEDEN[naam])
            for rij in self._below()
            for naam, plaatsen in self.kolommen.cijfers.items()
            for plaats in plaatsen
            if (cel := _at(rij, plaats)) is not None
        )
        self.code_kolommen = self._columns_with_codes()
        for nummer, rij in enumerate(self._below(), start=self.kolommen.kop + 2):
            if any(plain(cel) for cel in rij) and (gelezen := self._row(nummer, rij)) is not None:
                yield gelezen

    def headings(self) -> dict[str, str]:
        """The heading in the file of everything that was read."""
        places = self.kolommen.cijfers | self.kolommen.kenmerken | {"code": self.code_kolommen}
        if self.kolommen.naam:
            places["naam"] = self.kolommen.naam
        return {naam: self._heading(plaatsen[0])[:120] for naam, plaatsen in places.items()}

    def _below(self) -> list[list[Cel]]:
        return self.rooster.rijen[self.kolommen.kop + 1 :]

    def _columns_with_codes(self) -> tuple[int, ...]:
        """The columns that hold codes: CBS also puts names under such a heading."""
        below = [rij for rij in self._below() if any(plain(cel) for cel in rij)]
        sure = [
            plaats
            for plaats in self.kolommen.code
            if sum(area_code(_at(rij, plaats)) is not None for rij in below) * 2 > len(below)
        ]
        return tuple(sure) or self.kolommen.code[:1]

    def _row(self, nummer: int, rij: list[Cel]) -> GelezenRij | None:
        if self._is_of_another_kind(rij) or self._is_note(rij):
            self.overgeslagen += 1
            return None
        if fault := self._width(rij):
            self.vondsten.append(Vondst(nummer, fault, params={"kolommen": len(self.kolommen.koppen)}))
            return None
        code = self._code(nummer, rij)
        return None if code is None else self._good(nummer, rij, code)

    def _good(self, nummer: int, rij: list[Cel], code: str) -> GelezenRij | None:
        """The row, or None when anything in it is wrong: all its faults are told at once."""
        before = len(self.vondsten)
        waarden = self._figures(nummer, rij)
        words = [naam for naam in self.kolommen.kenmerken if naam != "jaar"]
        kenmerken = {naam: self._word(nummer, rij, naam) for naam in words}
        jaar = self._year_of(nummer, rij)
        for naam in impossible_together(waarden):
            plaats = self.kolommen.cijfers[naam][0]
            self._refuse(nummer, plaats, _at(rij, plaats), "kan_niet_samen")
        if len(self.vondsten) > before or jaar is None:
            return None
        naam = next((plain(cel) for plaats in self.kolommen.naam if plain(cel := _at(rij, plaats))), "")
        return GelezenRij(nummer, code, naam[:80], jaar, waarden, kenmerken)

    def _is_of_another_kind(self, rij: list[Cel]) -> bool:
        """A wijk, a buurt, a province: an area that this table is not read for."""
        code = area_code(_at(rij, self.code_kolommen[0]))
        return code is not None and not code.startswith(GELEZEN_GEBIEDEN[self.soort])

    def _is_note(self, rij: list[Cel]) -> bool:
        """A single text below the table, such as CBS's own source line."""
        filled = [tekst for cel in rij if (tekst := plain(cel))]
        return len(filled) == 1 and area_code(filled[0]) is None and len(self.kolommen.koppen) > 1

    def _width(self, rij: list[Cel]) -> str:
        """A comma too many moves every cell after it: such a row is never guessed at."""
        width = len(self.kolommen.koppen)
        if any(plain(cel) for cel in rij[width:]):
            return "te_veel_cellen"
        return "te_weinig_cellen" if len(rij) < width and not self.rooster.uit_werkboek else ""

    def _code(self, nummer: int, rij: list[Cel]) -> str | None:
        plaats = self.code_kolommen[0]
        cel = _at(rij, plaats)
        codes = {area_code(_at(rij, een)) for een in self.code_kolommen}
        code = area_code(cel)
        if not plain(cel):
            self._refuse(nummer, plaats, cel, "code_ontbreekt")
        elif code is None:
            self._refuse(nummer, plaats, cel, "code_onleesbaar")
        elif len(codes - {None}) > 1:
            ander = self._heading(self.code_kolommen[1])
            self._refuse(nummer, plaats, cel, "kolommen_spreken_tegen", ander=ander)
        else:
            return code
        return None

    def _figures(self, nummer: int, rij: list[Cel]) -> dict[str, Waarde]:
        found: dict[str, Waarde] = {}
        for naam, plaatsen in self.kolommen.cijfers.items():
            for plaats in plaatsen:
                cel = _at(rij, plaats)
                waarde = read_cell(cel, GROOTHEDEN[naam], self.teken)
                if isinstance(waarde, NietGelezen):
                    self._refuse(nummer, plaats, cel, waarde.code, **waarde.params)
                elif self._says_nothing(waarde):
                    continue
                elif found.setdefault(naam, waarde) != waarde:
                    ander = self._heading(plaatsen[0])
                    self._refuse(nummer, plaats, cel, "kolommen_spreken_tegen", ander=ander)
        return found

    def _says_nothing(self, waarde: Waarde) -> bool:
        """An empty cell in a table of CBS tells that CBS has no figure; elsewhere nothing."""
        return self.soort is SoortAanlevering.REGIO and waarde.status is Status.ONTBREEKT

    def _word(self, nummer: int, rij: list[Cel], naam: str) -> str:
        cellen = [(plaats, _at(rij, plaats)) for plaats in self.kolommen.kenmerken[naam]]
        for plaats, cel in cellen:
            if isinstance(cel, Formule):
                self._refuse(nummer, plaats, cel, "formule")
        words = [plain(cel) for _, cel in cellen]
        if naam == "jeugdregio":  # one column may hold names, another codes
            return next((word.upper() for word in words if _JEUGDREGIO.fullmatch(word.upper())), words[0])
        return next((word for word in words if word), "")

    def _year_of(self, nummer: int, rij: list[Cel]) -> int | None:
        if self.jaar is not None:
            return self.jaar
        plaats = self.kolommen.kenmerken["jaar"][0]
        tekst = plain(_at(rij, plaats)).removesuffix("JJ00")
        if tekst.isascii() and tekst.isdecimal() and VROEGSTE_JAAR <= int(tekst) <= LAATSTE_JAAR:
            return int(tekst)
        self._refuse(nummer, plaats, _at(rij, plaats), "jaar_onleesbaar")
        return None

    def _heading(self, plaats: int) -> str:
        return self.kolommen.koppen[plaats] or str(plaats + 1)

    def _refuse(self, nummer: int, plaats: int, cel: Cel, code: str, **params: object) -> None:
        self.vondsten.append(
            Vondst(nummer, code, self._heading(plaats)[:120], plain(cel)[:200], params=params)
        )


def _at(rij: list[Cel], plaats: int) -> Cel:
    return rij[plaats] if plaats < len(rij) else None


def area_code(cel: Cel) -> str | None:
    """The code of an area: GM0106, and also 0106 or 106, as spreadsheets make of it."""
    tekst = plain(cel).upper()
    if _GEMEENTENUMMER.fullmatch(tekst):
        return f"GM{int(tekst):04d}" if int(tekst) else None
    if tekst.startswith("GM") and not re.fullmatch("GM[0-9]{4}", tekst):
        return None
    return tekst if _GEBIED.fullmatch(tekst) else None
