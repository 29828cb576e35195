"""Tables of door sturing, by subject."""

from koers.registers.sturing.models.agenda import (
    Afhankelijkheid,
    Agendaactie,
    AgendaactieStap,
    Interventie,
    OpgaveDoel,
    OpgaveEigenaar,
    OpgaveStand,
    Principegebruik,
)
from koers.registers.sturing.models.herinrichting import Formatie, Gereedheidsvoorwaarde, VoorwaardeStap
from koers.registers.sturing.models.rapportages import (
    Hoofdstuktekst,
    Rapportage,
    RapportageDocument,
    RapportageStap,
    Rapportageuitgave,
    Sjabloonversie,
)

__all__ = [
    "Afhankelijkheid",
    "Agendaactie",
    "AgendaactieStap",
    "Formatie",
    "Gereedheidsvoorwaarde",
    "Hoofdstuktekst",
    "Interventie",
    "OpgaveDoel",
    "OpgaveEigenaar",
    "OpgaveStand",
    "Principegebruik",
    "Rapportage",
    "RapportageDocument",
    "RapportageStap",
    "Rapportageuitgave",
    "Sjabloonversie",
    "VoorwaardeStap",
]
