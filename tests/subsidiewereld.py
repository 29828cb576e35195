"""A subsidy to test with, made through the acts."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import UUID

from koers.actions.sturing.subsidies import add_subsidie, agree_prestatie, weigh_prestaties
from koers.domain.actor import Actor
from koers.domain.subsidies import Houder, NieuweAfspraak, NieuweSubsidie
from koers.registers.klok import vandaag
from koers.registers.sturing.models import Prestatieafspraak
from tests.wereld import MIDDEN_DRENTHE


def nieuw(**other) -> NieuweSubsidie:
    """Welzijn for groups at school, for four years around now."""
    jaar = vandaag().year
    basis = NieuweSubsidie(
        ontvanger="Welzijn",
        waarvoor="Groepen op alle scholen.",
        bedrag_cent=12_500_000,
        begindatum=date(jaar - 2, 1, 1),
        einddatum=date(jaar + 1, 12, 31),
        bewijs="goede_aanwijzingen",
        bewijsbron="Databank Effectieve jeugdinterventies.",
    )
    return replace(basis, **other)


def subsidise(by: Actor, gemeente: str = MIDDEN_DRENTHE, **other) -> UUID:
    """A subsidy."""
    return add_subsidie(by=by, gemeente=gemeente, nieuw=nieuw(**other))


def agreement(**other) -> NieuweAfspraak:
    """At most ten percent at the end of last year."""
    basis = NieuweAfspraak(
        "aandeel-specialistisch", "hoogstens", Decimal("10"), date(vandaag().year - 1, 12, 31)
    )
    return replace(basis, **other)


def agree(by: Actor, op: Houder, **other) -> UUID:
    """An agreement. Returns its own id."""
    agree_prestatie(by=by, op=op, nieuw=agreement(**other))
    return Prestatieafspraak.objects.latest("vastgelegd_at").pk


def weigh(by: Actor, op: Houder, conclusie: str = "doorgaan", ago: int = 1) -> None:
    """The test over a year that is over."""
    weigh_prestaties(by=by, op=op, jaar=vandaag().year - ago, woorden="Zo ging het.", conclusie=conclusie)


def whole_subsidie(by: Actor, gemeente: str) -> dict[str, UUID]:
    """Name of a page to the id in its address."""
    subsidie = subsidise(by, gemeente)
    afspraak = agree(by, Houder(subsidie=subsidie))
    pages = ("subsidie", "subsidie-afspraak", "subsidie-toets", "subsidie-principe")
    return {**dict.fromkeys(pages, subsidie), "prestatie-los": afspraak}
