"""The rules of iJw 3.2 as one table: TR (technical), OP (business), CD (condition) and CS (constraint)."""

from koers.exchange.ijw.regels.afspraken import AFSPRAKEN
from koers.exchange.ijw.regels.client import CLIENT
from koers.exchange.ijw.regels.declaratie import DECLARATIE
from koers.exchange.ijw.regels.eerder import EERDER
from koers.exchange.ijw.regels.kop import KOP
from koers.exchange.ijw.regels.product import PRODUCT
from koers.exchange.ijw.regels.regel import Omgeving, Regel, Vondst, Waar
from koers.exchange.ijw.regels.regie import REGIE

REGELS: tuple[Regel, ...] = tuple(
    sorted(
        (*KOP, *CLIENT, *PRODUCT, *REGIE, *DECLARATIE, *EERDER, *AFSPRAKEN),
        key=lambda een: een.nummer,
    )
)
OP_NUMMER: dict[str, Regel] = {een.nummer: een for een in REGELS}

__all__ = ["OP_NUMMER", "REGELS", "Omgeving", "Regel", "Vondst", "Waar"]
