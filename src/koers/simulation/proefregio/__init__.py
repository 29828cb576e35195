"""A synthetic Drenthe: numbers of residents, and invented families with a question or help since 2019.

`maak_proefregio` makes it, `ijking` compares it with what is published, `controleer` looks for what cannot
be. `schema.TABELLEN` documents every table; the lookup tuples that their indexes point into are here.
"""

from koers.simulation.proefregio import codes, ijkregel
from koers.simulation.proefregio.aanbieders import AANBIEDERS, IJW_CODES, PRODUCTEN
from koers.simulation.proefregio.controle import controleer
from koers.simulation.proefregio.gepubliceerd import GEMEENTEN, INKOOPREGIOS, MIDDEN_DRENTHE
from koers.simulation.proefregio.ijking import ijking
from koers.simulation.proefregio.ijkregel import OPMERKINGEN, IJkregel
from koers.simulation.proefregio.instellingen import PRAKTIJK_BEILEN, PRAKTIJKEN, SCHOLEN, VOORZIENINGEN
from koers.simulation.proefregio.namen import ACHTERNAMEN, VOORNAMEN
from koers.simulation.proefregio.personen import bsn_testbereik
from koers.simulation.proefregio.plaatsen import (
    GEBIEDEN,
    PLAATS_GEBIED,
    PLAATSEN,
    POSTCODE_LETTERS,
    STRATEN,
    postcode,
)
from koers.simulation.proefregio.regio import STANDAARD_SEED, Proefregio, maak_proefregio
from koers.simulation.proefregio.schema import TABELLEN

__all__ = [
    "AANBIEDERS",
    "ACHTERNAMEN",
    "GEBIEDEN",
    "GEMEENTEN",
    "IJW_CODES",
    "INKOOPREGIOS",
    "MIDDEN_DRENTHE",
    "OPMERKINGEN",
    "PLAATSEN",
    "PLAATS_GEBIED",
    "POSTCODE_LETTERS",
    "PRAKTIJKEN",
    "PRAKTIJK_BEILEN",
    "PRODUCTEN",
    "SCHOLEN",
    "STANDAARD_SEED",
    "STRATEN",
    "TABELLEN",
    "VOORNAMEN",
    "VOORZIENINGEN",
    "IJkregel",
    "Proefregio",
    "bsn_testbereik",
    "codes",
    "controleer",
    "ijking",
    "ijkregel",
    "maak_proefregio",
    "postcode",
]
