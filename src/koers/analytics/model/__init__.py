"""Frozen definitions of what is counted, without any way of counting it.

Everything here is pure: no framework, no database, no files, no clock. The engines know only this.
"""

from koers.analytics.model.definitions import (
    Aandeel,
    Combinatie,
    Definitie,
    Doelpunt,
    Gebeurtenissen,
    Heropname,
    Inwoners,
    Leeftijd,
    Maat,
    Selectie,
    Stand,
    Stroom,
    Telbaar,
    Uitkomst,
    Uniek,
    Verandering,
    Voorwaarde,
    Wachttijd,
    is_provisional,
    target_on,
    value,
)
from koers.analytics.model.grouping import MaatOngeldig, check_measure, dimensions, within
from koers.analytics.model.vocabulary import load_definitions, load_measure
from koers.analytics.model.windows import Venster, windows

__all__ = [
    "Aandeel",
    "Combinatie",
    "Definitie",
    "Doelpunt",
    "Gebeurtenissen",
    "Heropname",
    "Inwoners",
    "Leeftijd",
    "Maat",
    "MaatOngeldig",
    "Selectie",
    "Stand",
    "Stroom",
    "Telbaar",
    "Uitkomst",
    "Uniek",
    "Venster",
    "Verandering",
    "Voorwaarde",
    "Wachttijd",
    "check_measure",
    "dimensions",
    "is_provisional",
    "load_definitions",
    "load_measure",
    "target_on",
    "value",
    "windows",
    "within",
]
