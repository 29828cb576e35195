"""Which engine counts, and where: the fast one here, or another that somebody asks for by name."""

from typing import Any

from django.conf import settings

from koers.analytics.engines import MOTOREN, Engine, engine
from koers.domain.weigering import Refused


def asked_engine(naam: str) -> Engine:
    """The engine with this name, at the address of the settings. All of them count the same.

    Refused: motor_onbekend, motor_zonder_databank.
    """
    if naam not in MOTOREN:
        raise Refused("motor_onbekend", motor=naam, motoren=", ".join(MOTOREN))
    adressen = {"spark": settings.SPARK_MASTER, "postgresql": settings.TELDATABANK}
    return engine(naam, adressen.get(naam, ""))


def let_go(data: Any) -> None:
    """Of tables that an engine held; plain rows need no letting go."""
    if hasattr(data, "disconnect"):
        data.disconnect()
