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

__all__ = [
    "Afhankelijkheid",
    "Agendaactie",
    "AgendaactieStap",
    "Interventie",
    "OpgaveDoel",
    "OpgaveEigenaar",
    "OpgaveStand",
    "Principegebruik",
]
