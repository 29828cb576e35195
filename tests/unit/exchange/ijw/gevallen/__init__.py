"""For every rule that a message can break by itself: a message that does, and one that only just does not."""

from tests.unit.exchange.ijw.gevallen.client import CLIENT
from tests.unit.exchange.ijw.gevallen.declaratie import DECLARATIE
from tests.unit.exchange.ijw.gevallen.kop import KOP
from tests.unit.exchange.ijw.gevallen.product import PRODUCT
from tests.unit.exchange.ijw.gevallen.regie import REGIE

GEVALLEN = [*KOP, *CLIENT, *PRODUCT, *REGIE, *DECLARATIE]

__all__ = ["GEVALLEN"]
