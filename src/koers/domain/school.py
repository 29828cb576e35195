"""Work at school and in the neighbourhood, told in numbers: nobody's name, nobody's story.

A Zorg Advies Team thinks along with a school, a group meets, a teacher or coach asks advice (Koersen 4 and 5;
Jeugdwet 2.6 lid 1c). A single child is met only by handing its question over to the toegang, with consent.
"""

from dataclasses import dataclass
from datetime import date

from koers.domain.weigering import Refused

ZAT, GROEP, CONSULTATIE = "zat", "groep", "consultatie"
SOORTEN_SCHOOLWERK = (ZAT, GROEP, CONSULTATIE)
# A fixed list, so that no words about a child can be written down.
THEMAS = (
    "weerbaarheid",
    "pesten",
    "vriendschap",
    "bang_of_somber",
    "gedrag",
    "leren",
    "verzuim",
    "thuis",
    "anders",
)
VRAGERS = ("leerkracht", "intern_begeleider", "coach", "kinderopvang", "ouders", "jongeren")
MEESTE_MENSEN = 500


@dataclass(frozen=True, slots=True)
class Schoolwerk:
    """What happened on a day: a meeting of a ZAT, the end of a group, or advice that was given.

    `aantal`: questions in a ZAT or of advice, young people in a group. `bijeenkomsten`: of a group.
    `overgedragen`: how many of the questions went to the toegang. `vrager`: who asked for advice.
    """

    soort: str
    thema: str
    aantal: int
    datum: date
    bijeenkomsten: int = 0
    overgedragen: int = 0
    vrager: str = ""


@dataclass(frozen=True, slots=True)
class Bereik:
    """Totals of a year: groups and young people in them, questions of ZATs, advice, and what went on."""

    groepen: int
    jongeren: int
    zat_vragen: int
    consultaties: int
    overgedragen: int


def check_schoolwerk(werk: Schoolwerk, *, today: date) -> None:
    """Refuses what cannot be. Refused: schoolwerk_onbekend, datum_in_toekomst, aantal_onmogelijk,
    groep_zonder_bijeenkomst, vrager_ontbreekt, meer_overgedragen."""
    if werk.soort not in SOORTEN_SCHOOLWERK or werk.thema not in THEMAS:
        raise Refused("schoolwerk_onbekend")
    if werk.datum > today:
        raise Refused("datum_in_toekomst")
    if not 1 <= werk.aantal <= MEESTE_MENSEN:
        raise Refused("aantal_onmogelijk", hoogste=MEESTE_MENSEN)
    if werk.soort == GROEP and werk.bijeenkomsten < 1:
        raise Refused("groep_zonder_bijeenkomst")
    if werk.soort == CONSULTATIE and werk.vrager not in VRAGERS:
        raise Refused("vrager_ontbreekt")
    if not 0 <= werk.overgedragen <= werk.aantal:
        raise Refused("meer_overgedragen", aantal=werk.aantal)


def reach(werk: tuple[Schoolwerk, ...], jaar: int) -> Bereik:
    """What the work of a calendar year adds up to."""
    this_year = [een for een in werk if een.datum.year == jaar]

    def count(soort: str) -> list[int]:
        return [een.aantal for een in this_year if een.soort == soort]

    return Bereik(
        groepen=len(count(GROEP)),
        jongeren=sum(count(GROEP)),
        zat_vragen=sum(count(ZAT)),
        consultaties=sum(count(CONSULTATIE)),
        overgedragen=sum(een.overgedragen for een in this_year),
    )
