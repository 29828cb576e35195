"""Tables of door toegang. All facts: they are added, never changed."""

from koers.registers.toegang.models.aanvragen import Aanvraag, AanvraagStap, AanvraagStapSoort
from koers.registers.toegang.models.besluiten import (
    Besluit,
    BesluitIntrekking,
    BesluitSoort,
    Bezwaar,
    BezwaarUitkomst,
)
from koers.registers.toegang.models.brieven import Beschikking, BeschikkingDocument, BriefStand, Verzending
from koers.registers.toegang.models.licht import (
    Ervaring,
    LichteHulp,
    LichteHulpSoort,
    LichteHulpStap,
    LichteHulpStapSoort,
    VoorliggendGebruik,
)
from koers.registers.toegang.models.maatregelen import Maatregel, MaatregelEinde
from koers.registers.toegang.models.meldingen import Casus, Melding, Route, Verwijzing
from koers.registers.toegang.models.school import SchoolWerk
from koers.registers.toegang.models.treden import LadderUitzondering, TredeUitkomst

__all__ = [
    "Aanvraag",
    "AanvraagStap",
    "AanvraagStapSoort",
    "Beschikking",
    "BeschikkingDocument",
    "Besluit",
    "BesluitIntrekking",
    "BesluitSoort",
    "Bezwaar",
    "BezwaarUitkomst",
    "BriefStand",
    "Casus",
    "Ervaring",
    "LadderUitzondering",
    "LichteHulp",
    "LichteHulpSoort",
    "LichteHulpStap",
    "LichteHulpStapSoort",
    "Maatregel",
    "MaatregelEinde",
    "Melding",
    "Route",
    "SchoolWerk",
    "TredeUitkomst",
    "Verwijzing",
    "Verzending",
    "VoorliggendGebruik",
]
