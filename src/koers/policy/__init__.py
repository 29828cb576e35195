"""Policy as data: loads and validates `beleid/`, and hands it out as frozen values.

Files in, values out: no Django, no database, no clock. `beleid()` is what other rooms use; a wrong file
raises BeleidOngeldig with every fault in it (file, line, field, sentence).
"""

from koers.policy.faults import BeleidFout, BeleidOngeldig
from koers.policy.loading import Beleid, Bestand, beleid, load_beleid
from koers.policy.values import NIET_IN_BRON, NIET_VAN_TOEPASSING, Bron, Herkomst, Ontbreekt, Tekst, Tijdstip

__all__ = [
    "NIET_IN_BRON",
    "NIET_VAN_TOEPASSING",
    "Beleid",
    "BeleidFout",
    "BeleidOngeldig",
    "Bestand",
    "Bron",
    "Herkomst",
    "Ontbreekt",
    "Tekst",
    "Tijdstip",
    "beleid",
    "load_beleid",
]
