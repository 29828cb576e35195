"""What was read from a delivered table: rows that can be taken in, and what was found about the others.

`exchange` makes these from files, `actions` stores them. Nothing here knows a file format.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from enum import StrEnum

from koers.domain.grootheden import Status
from koers.domain.weigering import Refused


class SoortAanlevering(StrEnum):
    """The kinds of tables that can be taken in."""

    KWB = "kwb"
    GEMEENTEN = "gemeenten"
    REGIO = "regio"
    SCHOOL_VERZUIM = "school_verzuim"
    SCHOOL_ZAT = "school_zat"
    OPVANG_ZAT = "opvang_zat"
    WELZIJN_BEREIK = "welzijn_bereik"
    WELZIJN_GROEPEN = "welzijn_groepen"
    GGD_MONITOR = "ggd_monitor"
    GGD_VERPLEEGKUNDIGE = "ggd_verpleegkundige"
    PARTICIPATIEWET = "participatiewet"
    SCHULDEN = "schulden"
    ERVARINGSONDERZOEK = "ervaringsonderzoek"


@dataclass(frozen=True, slots=True)
class Waarde:
    """What stands in a cell: a number, or why there is none."""

    getal: Decimal | None
    status: Status


@dataclass(frozen=True, slots=True)
class GelezenRij:
    """One row. `code`: CBS area code. `kenmerken`: words such as provincie, jeugdregio, inkoopregio."""

    rijnummer: int
    code: str
    naam: str
    jaar: int
    waarden: Mapping[str, Waarde] = field(default_factory=dict)
    kenmerken: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Vondst:
    """Something about a row (0: the whole file). Refused rows are left out; remarks only tell.

    `code` and `params` make a sentence; `kolom` and `waarde` are as they stand in the file.
    """

    rijnummer: int
    code: str
    kolom: str = ""
    waarde: str = ""
    params: Mapping[str, object] = field(default_factory=dict)
    geweigerd: bool = True


@dataclass(frozen=True, slots=True)
class Bestand:
    """The file as it came: name, size, digest, and in which characters it was written."""

    naam: str
    omvang: int
    sha256: str
    codering: str = ""


@dataclass(frozen=True, slots=True)
class Brontabel:
    """A table of events from another back office, as it came. `rijen`: how many fit; `vondsten`: why others
    do not; `reden`: why nothing of it could be read.
    """

    naam: str
    bestand: Bestand
    rijen: int = 0
    vondsten: tuple[Vondst, ...] = ()
    reden: Refused | None = None

    @property
    def geweigerd(self) -> int:
        """Number of rows that stay out."""
        return len({vondst.rijnummer for vondst in self.vondsten})


@dataclass(frozen=True, slots=True)
class GelezenTabel:
    """A table with its good rows. Every data row counts in `rijen`, in a refusal, or in `overgeslagen`.

    `jaar`: None when every row names its own. `koppen`: heading in the file, by what Koers calls it.
    `niet_gelezen`: headings of columns that stay out.
    """

    soort: SoortAanlevering
    jaar: int | None
    bestand: Bestand
    rijen: tuple[GelezenRij, ...]
    vondsten: tuple[Vondst, ...] = ()
    overgeslagen: int = 0
    koppen: Mapping[str, str] = field(default_factory=dict)
    niet_gelezen: tuple[str, ...] = ()

    @property
    def geweigerd(self) -> frozenset[int]:
        """Numbers of the rows that are not taken in."""
        return frozenset(vondst.rijnummer for vondst in self.vondsten if vondst.geweigerd)

    @property
    def jaren(self) -> list[int]:
        """The years of the rows, in order."""
        return sorted({rij.jaar for rij in self.rijen})

    def refusal(self, rij: GelezenRij, code: str, wat: str, waarde: str, /, **params: object) -> Vondst:
        """A refusal of this row because of what it says in the column for `wat`."""
        return Vondst(rij.rijnummer, code, self.koppen.get(wat, ""), waarde[:200], params)

    def remark(self, rij: GelezenRij, code: str, wat: str, waarde: str, /, **params: object) -> Vondst:
        """Something to know about this row, which is taken in."""
        return replace(self.refusal(rij, code, wat, waarde, **params), geweigerd=False)

    def with_found(self, vondsten: Iterable[Vondst]) -> "GelezenTabel":
        """The same table, without the rows that were refused now."""
        alle = (*self.vondsten, *vondsten)
        weg = {vondst.rijnummer for vondst in alle if vondst.geweigerd}
        return replace(
            self, rijen=tuple(rij for rij in self.rijen if rij.rijnummer not in weg), vondsten=alle
        )


def find_doubles(rijen: Iterable[GelezenRij]) -> list[Vondst]:
    """Areas that stand in the table twice in a period and group. Equal rows: the first counts. Different
    ones: none does, because nobody can tell which is right.
    """
    per_gebied: dict[tuple[object, ...], list[GelezenRij]] = defaultdict(list)
    for rij in rijen:
        kenmerken = (rij.kenmerken.get("periode"), rij.kenmerken.get("groep"))
        per_gebied[rij.code, rij.jaar, *kenmerken].append(rij)
    found = []
    for dubbel in per_gebied.values():
        eerste = dubbel[0]
        code = eerste.code
        gelijk = all(_same(rij, eerste) for rij in dubbel)
        for rij in dubbel[1:] if gelijk else dubbel if len(dubbel) > 1 else ():
            ander = eerste.rijnummer if rij is not eerste else dubbel[1].rijnummer
            reden = "dubbele_rij" if gelijk else "dubbele_rij_verschilt"
            found.append(Vondst(rij.rijnummer, reden, waarde=code, params={"ander": ander}))
    return found


def _same(een: GelezenRij, ander: GelezenRij) -> bool:
    return (een.waarden, een.kenmerken) == (ander.waarden, ander.kenmerken)


# Together these can never be more than that; the whole comes last.
DELEN_VAN = (
    ("inwoners_0_14", "inwoners_15_24", "inwoners"),
    ("jongeren_met_jeugdzorg", "inwoners"),
    ("bijstandsontvangers", "inwoners"),
)
SAMEN_HOOGSTENS_100 = ("aandeel_0_14", "aandeel_15_24")


def impossible_together(waarden: Mapping[str, Waarde]) -> list[str]:
    """Quantities of a row that contradict each other: more young people than inhabitants, for example."""
    getallen = {naam: waarde.getal for naam, waarde in waarden.items() if waarde.getal is not None}
    found = []
    for *delen, geheel in DELEN_VAN:
        som = sum((getallen.get(deel, Decimal(0)) for deel in delen), Decimal(0))
        if geheel in getallen and som > getallen[geheel]:
            found += [deel for deel in delen if deel in getallen]
    if sum((getallen.get(naam, Decimal(0)) for naam in SAMEN_HOOGSTENS_100), Decimal(0)) > 100:
        found += [naam for naam in SAMEN_HOOGSTENS_100 if naam in getallen]
    return found
