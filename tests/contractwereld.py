"""A contract that was typed in, and an answer that came to contract management because it was late."""

from datetime import date
from uuid import UUID, uuid4

from django.db import transaction

from koers.actions.netwerk.nza_signalen import import_nza_signalen
from koers.actions.zorg.contract_schrijven import (
    NieuwContract,
    NieuwProduct,
    add_contractproduct,
    register_contract,
)
from koers.domain.actor import Actor, systeemactor
from koers.domain.contracten import Periode
from koers.registers.kern.verbinding import acting
from koers.registers.klok import nu, vandaag
from koers.registers.netwerk.models import NzaSignaal
from koers.registers.zorg.models import AntwoordEscalatie


def escalated(toewijzing: UUID, gemeente: str) -> None:
    """The answer on this help came to contract management, as the work of a day does."""
    with transaction.atomic(), acting(uuid4(), frozenset({gemeente})):
        feit = {"gemeente_id": gemeente, "datum": vandaag(), "vastgelegd_at": nu(), "vastgelegd_door": "x"}
        AntwoordEscalatie.objects.create(
            toewijzing_id=toewijzing, soort="geopend", uiterlijk=vandaag(), **feit
        )


def typed(by: Actor) -> tuple[UUID, UUID]:
    """A contract that was typed in, and its product."""
    periode = Periode(date(2026, 1, 1), None)
    nieuw = NieuwContract("IR-NMD", "Getypt Jeugdhulp", "62626262", periode)
    contract = register_contract(by=by, nieuw=nieuw)
    wat = NieuwProduct("45A04", "Begeleiding", 4, "6.72a", "04", 9_500, periode)
    product = add_contractproduct(by=by, contract_id=contract, nieuw=wat, bekend={"45A04": ("45", "02")})
    return contract, product


def nza_signal(gebied: str = "JZ04", tekst: str = "Een groep sluit.") -> UUID:
    """A signal of the NZa about an area, taken in on the command line."""
    by = systeemactor("toets", functionaris="contractmanager van dienst")
    rij = {"gebied": gebied, "soort": "analyse", "vormen": "13", "ernst": "risico", "ontwikkelingen": tekst}
    import_nza_signalen(by=by, rijen=[(2, rij)])
    return NzaSignaal.objects.get(gebied=gebied, ontwikkelingen=tekst).pk
