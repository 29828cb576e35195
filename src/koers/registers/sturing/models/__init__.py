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
from koers.registers.sturing.models.gebiedsagenda import (
    Bereikbron,
    Bijeenkomstversie,
    Gebiedsaanwezigheid,
    Gebiedsafspraak,
    GebiedsafspraakStap,
    Gebiedsbijeenkomst,
    Partnerbijdrage,
)
from koers.registers.sturing.models.herinrichting import Formatie, Gereedheidsvoorwaarde, VoorwaardeStap
from koers.registers.sturing.models.leren import (
    Leerblad,
    Leerbladversie,
    Leerdeelname,
    Leernotitie,
)
from koers.registers.sturing.models.proeftuinen import (
    Proeftuin,
    ProeftuinOntwerp,
    ProeftuinStap,
    Proeftuintelling,
)
from koers.registers.sturing.models.rapportages import (
    Hoofdstuktekst,
    Rapportage,
    RapportageDocument,
    RapportageStap,
    Rapportageuitgave,
    Sjabloonversie,
)
from koers.registers.sturing.models.risicos import (
    Risico,
    Risicomaatregel,
    RisicomaatregelStap,
    RisicoOordeel,
    Risicosignaal,
    RisicoStap,
)
from koers.registers.sturing.models.subsidies import Prestatieafspraak, Prestatietoets, Subsidie

__all__ = [
    "Afhankelijkheid",
    "Agendaactie",
    "AgendaactieStap",
    "Bereikbron",
    "Bijeenkomstversie",
    "Formatie",
    "Gebiedsaanwezigheid",
    "Gebiedsafspraak",
    "GebiedsafspraakStap",
    "Gebiedsbijeenkomst",
    "Gereedheidsvoorwaarde",
    "Hoofdstuktekst",
    "Interventie",
    "Leerblad",
    "Leerbladversie",
    "Leerdeelname",
    "Leernotitie",
    "OpgaveDoel",
    "OpgaveEigenaar",
    "OpgaveStand",
    "Partnerbijdrage",
    "Prestatieafspraak",
    "Prestatietoets",
    "Principegebruik",
    "Proeftuin",
    "ProeftuinOntwerp",
    "ProeftuinStap",
    "Proeftuintelling",
    "Rapportage",
    "RapportageDocument",
    "RapportageStap",
    "Rapportageuitgave",
    "Risico",
    "RisicoOordeel",
    "RisicoStap",
    "Risicomaatregel",
    "RisicomaatregelStap",
    "Risicosignaal",
    "Sjabloonversie",
    "Subsidie",
    "VoorwaardeStap",
]
