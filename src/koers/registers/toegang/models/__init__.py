"""Tables of door toegang. All facts: they are added, never changed."""

from koers.registers.toegang.models.besluiten import Besluit, BesluitSoort
from koers.registers.toegang.models.licht import (
    Ervaring,
    LichteGroep,
    LichteHulp,
    LichteHulpSoort,
    LichteHulpStap,
    LichteHulpStapSoort,
    Overdracht,
    OverdrachtOpname,
    VoorliggendGebruik,
)
from koers.registers.toegang.models.maatregelen import Maatregel, MaatregelEinde
from koers.registers.toegang.models.meldingen import Casus, Melding, Route, Verwijzing
from koers.registers.toegang.models.school import SchoolWerk
from koers.registers.toegang.models.toekomst import (
    SchrijnendBudget,
    SchrijnendGeval,
    SchrijnendGevalStap,
    Toekomstplan,
    ToekomstplanStap,
    ToekomstUitkomst,
)
from koers.registers.toegang.models.treden import LadderUitzondering, TredeUitkomst

__all__ = [
    "Besluit",
    "BesluitSoort",
    "Casus",
    "Ervaring",
    "LadderUitzondering",
    "LichteGroep",
    "LichteHulp",
    "LichteHulpSoort",
    "LichteHulpStap",
    "LichteHulpStapSoort",
    "Maatregel",
    "MaatregelEinde",
    "Melding",
    "Overdracht",
    "OverdrachtOpname",
    "Route",
    "SchoolWerk",
    "SchrijnendBudget",
    "SchrijnendGeval",
    "SchrijnendGevalStap",
    "ToekomstUitkomst",
    "Toekomstplan",
    "ToekomstplanStap",
    "TredeUitkomst",
    "Verwijzing",
    "VoorliggendGebruik",
]
