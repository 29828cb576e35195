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
    LichteHulpCrisis,
    LichteHulpSoort,
    LichteHulpStap,
    LichteHulpStapSoort,
    Overdracht,
    OverdrachtOpname,
    VoorliggendGebruik,
)
from koers.registers.toegang.models.maatregelen import Maatregel, MaatregelEinde
from koers.registers.toegang.models.meldingen import Casus, Melding, Route, Verwijzing
from koers.registers.toegang.models.notities import EersteNotitie, NotitieStap, NotitieStapSoort, Urgentie
from koers.registers.toegang.models.overgang import Overgang, OvergangGesprek, OvergangStap
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
from koers.registers.toegang.models.triage import Toedeling, TriageStap, Veiligheidsstap, Veiligheidsvraag
from koers.registers.toegang.models.verwijsverzoeken import Verwijsverzoek, VerwijsverzoekStap

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
    "EersteNotitie",
    "Ervaring",
    "FamiliegroepsplanStap",
    "LadderUitzondering",
    "LichteGroep",
    "LichteHulp",
    "LichteHulpCrisis",
    "LichteHulpSoort",
    "LichteHulpStap",
    "LichteHulpStapSoort",
    "Maatregel",
    "MaatregelEinde",
    "Melding",
    "NotitieStap",
    "NotitieStapSoort",
    "Overdracht",
    "OverdrachtOpname",
    "Overgang",
    "OvergangGesprek",
    "OvergangStap",
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
    "Toedeling",
    "ToekomstUitkomst",
    "Toekomstplan",
    "ToekomstplanStap",
    "TredeUitkomst",
    "TriageStap",
    "Urgentie",
    "Veiligheidsstap",
    "Veiligheidsvraag",
    "Verwijsverzoek",
    "VerwijsverzoekStap",
    "Verwijzing",
    "Verzending",
    "VoorliggendGebruik",
]
