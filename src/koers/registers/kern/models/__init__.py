"""Tables of door kern."""

from koers.registers.kern.models.berichten import (
    Bericht,
    Berichtregel,
    BerichtRichting,
    BerichtStand,
    Regelstand,
)
from koers.registers.kern.models.log import LogBetrokkene, LogRegel
from koers.registers.kern.models.organisatie import (
    Aanstelling,
    Beroepsregistratie,
    Gemeente,
    Medewerker,
    Organisatie,
)
from koers.registers.kern.models.personen import (
    Betrokkenheid,
    Gezag,
    Gezin,
    Gezinslid,
    Huishouden,
    Huishoudenlid,
    Inschrijving,
    Ouderschap,
    Persoon,
    Regisseurschap,
    Vervanging,
    Zoekwoord,
)
from koers.registers.kern.models.samenvoegen import Ongedaanmaking, Samenvoeging
from koers.registers.kern.models.slot import Slot

__all__ = [
    "Aanstelling",
    "Bericht",
    "BerichtRichting",
    "BerichtStand",
    "Berichtregel",
    "Beroepsregistratie",
    "Betrokkenheid",
    "Gemeente",
    "Gezag",
    "Gezin",
    "Gezinslid",
    "Huishouden",
    "Huishoudenlid",
    "Inschrijving",
    "LogBetrokkene",
    "LogRegel",
    "Medewerker",
    "Ongedaanmaking",
    "Organisatie",
    "Ouderschap",
    "Persoon",
    "Regelstand",
    "Regisseurschap",
    "Samenvoeging",
    "Slot",
    "Vervanging",
    "Zoekwoord",
]
