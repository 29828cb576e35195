"""Tables of door toegang. All facts: they are added, never changed."""

from koers.registers.toegang.models.aanvragen import Aanvraag, AanvraagStap
from koers.registers.toegang.models.besluiten import Besluit, BesluitSoort
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
from koers.registers.toegang.models.notities import EersteNotitie, NotitieStap, NotitieStapSoort, Urgentie
from koers.registers.toegang.models.school import SchoolWerk
from koers.registers.toegang.models.treden import LadderUitzondering, TredeUitkomst
from koers.registers.toegang.models.triage import Toedeling, TriageStap, Veiligheidsstap, Veiligheidsvraag

__all__ = [
    "Aanvraag",
    "AanvraagStap",
    "Besluit",
    "BesluitSoort",
    "Casus",
    "EersteNotitie",
    "Ervaring",
    "LadderUitzondering",
    "LichteHulp",
    "LichteHulpSoort",
    "LichteHulpStap",
    "LichteHulpStapSoort",
    "Maatregel",
    "MaatregelEinde",
    "Melding",
    "NotitieStap",
    "NotitieStapSoort",
    "Route",
    "SchoolWerk",
    "Toedeling",
    "TredeUitkomst",
    "TriageStap",
    "Urgentie",
    "Veiligheidsstap",
    "Veiligheidsvraag",
    "Verwijzing",
    "VoorliggendGebruik",
]
