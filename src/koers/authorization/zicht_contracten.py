"""Whose contracts somebody may write: of the procurement regions in which the own municipalities lie."""

from django.db.models import QuerySet

from koers.domain.actor import Actor
from koers.domain.rollen import Rol
from koers.policy import beleid
from koers.registers.zorg.models import Contract, Contractproduct


def contracts_of(gemeente: str) -> QuerySet[Contract]:
    """The contracts of the procurement region in which a municipality lies: what it buys itself from."""
    lies_in = {een.deel_van for een in beleid().gebieden.values() if een.code == gemeente}
    codes = [een.contractcode for een in beleid().acceptatieplicht.values() if een.inkoopregio in lies_in]
    return Contract.objects.filter(inkoopregio__in=codes)


def writable_inkoopregios(by: Actor) -> frozenset[str]:
    """Procurement regions, as contracts call them, whose contracts this actor writes."""
    if by.rol is not Rol.CONTRACTMANAGER:
        return frozenset()
    lies_in = {een.deel_van for een in beleid().gebieden.values() if een.code in by.gemeenten}
    return frozenset(
        een.contractcode for een in beleid().acceptatieplicht.values() if een.inkoopregio in lies_in
    )


def writable_contracten(by: Actor) -> QuerySet[Contract]:
    """Contracts that this actor may end, or add products to."""
    return Contract.objects.filter(inkoopregio__in=writable_inkoopregios(by))


def writable_producten(by: Actor) -> QuerySet[Contractproduct]:
    """Contract products that this actor may end or give another tariff."""
    return Contractproduct.objects.filter(inkoopregio__in=writable_inkoopregios(by))
