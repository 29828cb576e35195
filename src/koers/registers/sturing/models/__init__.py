"""Tables of door sturing, by subject."""

from koers.registers.sturing.models.rapportages import (
    Hoofdstuktekst,
    Rapportage,
    RapportageDocument,
    RapportageStap,
    Rapportageuitgave,
    Sjabloonversie,
)

__all__ = [
    "Hoofdstuktekst",
    "Rapportage",
    "RapportageDocument",
    "RapportageStap",
    "Rapportageuitgave",
    "Sjabloonversie",
]
