"""Tables of door toegang. Facts are only added; the plan being worked on can be edited."""

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
from koers.registers.toegang.models.plannen import (
    FamiliegroepsplanStap,
    Plan,
    PlanDeel,
    PlanDeelSoort,
    PlanGrootte,
    PlanInstemming,
    PlanJeugdige,
    PlanOnderdeel,
    PlanStap,
    PlanToestemming,
    PlanVersie,
    PlanVraag,
)
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
    "FamiliegroepsplanStap",
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
    "Plan",
    "PlanDeel",
    "PlanDeelSoort",
    "PlanGrootte",
    "PlanInstemming",
    "PlanJeugdige",
    "PlanOnderdeel",
    "PlanStap",
    "PlanToestemming",
    "PlanVersie",
    "PlanVraag",
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
    "Verzending",
    "VoorliggendGebruik",
]
