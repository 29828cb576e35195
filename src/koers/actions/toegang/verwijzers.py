"""Who can refer by law to the municipalities of the actor: practices, institutions. No persons."""

from dataclasses import dataclass
from uuid import UUID

from koers.domain.actor import Actor
from koers.registers.kern.models import Gemeente, Organisatie

SOORTEN = ("huisartspraktijk", "ggd", "gecertificeerde_instelling", "overig")


@dataclass(frozen=True, slots=True)
class Verwijzende:
    """A practice or institution to choose."""

    id: UUID
    naam: str


def read_verwijzers(*, by: Actor) -> tuple[Verwijzende, ...]:
    """Practices and institutions that work for the actor's municipalities, by name."""
    found = Organisatie.objects.filter(soort__in=SOORTEN, gemeenten__in=by.gemeenten).distinct()
    return tuple(Verwijzende(pk, naam) for pk, naam in found.order_by("naam", "pk").values_list("pk", "naam"))


def read_gemeenten(*, by: Actor) -> tuple[tuple[str, str], ...]:
    """Code and name of the municipalities for which the actor works."""
    return tuple(Gemeente.objects.filter(pk__in=by.gemeenten).order_by("naam").values_list("code", "naam"))
