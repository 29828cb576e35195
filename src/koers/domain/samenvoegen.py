"""May two rows be called one person? A number says so, and a person decides; likeness alone never does."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from koers.domain.dubbel import Kenmerken, Overeenkomst, compare, near_date
from koers.domain.weigering import Refused
from koers.domain.zoekwoorden import sound


@dataclass(frozen=True, slots=True)
class Kant:
    """One of the two. `ouders`: ids of the parents that are written down, after merges that hold."""

    id: UUID
    kenmerken: Kenmerken
    gemeente: str
    ouders: frozenset[UUID] = frozenset()


@dataclass(frozen=True, slots=True)
class Keuze:
    """Who stays and who goes up in them."""

    blijft: UUID
    opgegaan: UUID


def choose_blijft(een: Kant, ander: Kant) -> Keuze:
    """Whether these may be merged, and who stays: the one with the BSN, or `een` when both have it.

    Refused: samenvoegen_zichzelf, samenvoegen_andere_gemeente, samenvoegen_ander_bsn,
    samenvoegen_zonder_bsn, samenvoegen_tweeling, samenvoegen_andere_datum.
    """
    if een.id == ander.id:
        raise Refused("samenvoegen_zichzelf")
    if een.gemeente != ander.gemeente:
        raise Refused("samenvoegen_andere_gemeente")
    numbers = {een.kenmerken.bsn, ander.kenmerken.bsn} - {""}
    if len(numbers) > 1:
        raise Refused("samenvoegen_ander_bsn")
    if not numbers:
        raise Refused("samenvoegen_zonder_bsn")
    if not (een.kenmerken.bsn and ander.kenmerken.bsn):
        if is_tweeling(een, ander):
            raise Refused("samenvoegen_tweeling")
        days = een.kenmerken.geboortedatum, ander.kenmerken.geboortedatum
        if not (_same_day(*days) or near_date(*days)):
            raise Refused("samenvoegen_andere_datum")
    if een.kenmerken.bsn:
        return Keuze(een.id, ander.id)
    return Keuze(ander.id, een.id)


def is_tweeling(een: Kant, ander: Kant) -> bool:
    """Born on the same day, of the same family or parent, and called otherwise. Equal numbers say no."""
    links, rechts = een.kenmerken, ander.kenmerken
    if links.bsn and links.bsn == rechts.bsn:
        return False
    if not _same_day(links.geboortedatum, rechts.geboortedatum):
        return False
    without_number = (Kenmerken(een.gevouwen, een.geboortedatum) for een in (links, rechts))
    if compare(*without_number) is Overeenkomst.TWEELING:
        return True
    related = bool(een.ouders & ander.ouders) or _surname(links) == _surname(rechts)
    return related and _called_otherwise(_called(links), _called(rechts))


def _same_day(een: date | None, ander: date | None) -> bool:
    return een is not None and een == ander


def _surname(kenmerken: Kenmerken) -> str:
    return kenmerken.gevouwen.split("|")[0]


def _called(kenmerken: Kenmerken) -> str:
    """The name they are called by: twins may share a second name."""
    _, _, roepnaam, voornamen = kenmerken.gevouwen.split("|")
    return roepnaam or (voornamen.split() or [""])[0]


def _called_otherwise(een: str, ander: str) -> bool:
    """Two names that are known, that sound different and of which neither is the initial of the other."""
    if not een or not ander or sound(een) == sound(ander):
        return False
    kort = min(een, ander, key=len)
    return not (len(kort) == 1 and een[0] == ander[0])
