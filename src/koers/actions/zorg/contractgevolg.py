"""Which help leans on a contract: what its end or withdrawal would mean for children. Numbers, no names."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from koers.actions.handeling import act
from koers.actions.zorg.einden import running, with_end
from koers.authorization.zicht_contracten import writable_contracten
from koers.domain.actor import Actor
from koers.domain.weigering import Refused
from koers.registers.klok import vandaag
from koers.registers.zorg.models import Contract, Toewijzing


@dataclass(frozen=True, slots=True)
class Leunt:
    """Help on one product: that runs today, that begins later, and that goes on past the contract's end."""

    product: str
    loopt: int
    komt: int
    na_einde: int


@dataclass(frozen=True, slots=True)
class Gevolg:
    """`einde`: first day on which the contract does not hold, None without one. `ooit`: ever given on it."""

    regels: tuple[Leunt, ...]
    einde: date | None
    ooit: int

    @property
    def na_einde(self) -> int:
        """How many go on past the end."""
        return sum(een.na_einde for een in self.regels)


def read_contractgevolg(*, by: Actor, contract_id: UUID) -> Gevolg:
    """What leans on this contract in the actor's municipalities. Refused: niet_gevonden."""
    with act("read_contracten", by=by) as spoor:
        contract = writable_contracten(by).select_related("einde_feit").filter(pk=contract_id).first()
        if contract is None:
            raise Refused("niet_gevonden")
        spoor.onderwerp("contract", contract_id)
        return consequences(by, contract)


def consequences(by: Actor, contract: Contract) -> Gevolg:
    """The same; inside an act. Only the municipalities of the actor: of others nobody here sees the rows."""
    today = vandaag()
    told = getattr(contract, "einde_feit", None)
    einde = told.tot_datum if told else contract.tot_datum
    given = Toewijzing.objects.current().filter(
        ingetrokken=False, contractproduct__contract=contract, gemeente__in=by.gemeenten
    )
    now = set(running(given, today).values_list("pk", flat=True))
    per: dict[str, list[int]] = {}
    ooit = 0
    for pk, naam, begin, tot in (
        with_end(given)
        .order_by("contractproduct__naam")
        .values_list("pk", "contractproduct__naam", "ingangsdatum", "einde")
    ):
        if tot == begin:
            continue  # taken away
        ooit += 1
        counts = per.setdefault(naam, [0, 0, 0])
        counts[0] += pk in now
        counts[1] += begin > today
        ends_later = einde is not None and (tot is None or tot > einde)
        counts[2] += ends_later and (pk in now or begin > today)
    return Gevolg(tuple(Leunt(naam, *counts) for naam, counts in per.items() if any(counts)), einde, ooit)
