"""A risk to test with, made through the acts."""

from dataclasses import replace
from decimal import Decimal
from uuid import UUID

from koers.actions.sturing.risicos import add_risico, add_risicomaatregel, watch_indicator
from koers.domain.actor import Actor
from koers.domain.risicos import NieuwOordeel, NieuwRisico, NieuwSignaal
from koers.registers.sturing.models import Risicomaatregel, Risicosignaal
from tests.agendawereld import days
from tests.wereld import MIDDEN_DRENTHE

RISICO = NieuwRisico(
    "Te weinig mensen", "De arbeidsmarkt is krap.", "Gezinnen wachten langer.", "personeelskrapte"
)


def oordeel(**other) -> NieuwOordeel:
    """Large and middling, to be looked at in ninety days."""
    basis = NieuwOordeel("groot", "middel", "Er zijn vacatures.", "afdelingshoofd", days(90))
    return replace(basis, **other)


def risk(by: Actor, gemeente: str = MIDDEN_DRENTHE, nieuw: NieuwRisico = RISICO, **other) -> UUID:
    """A risk with its first judgement."""
    return add_risico(by=by, gemeente=gemeente, nieuw=nieuw, oordeel=oordeel(**other))


def measure(by: Actor, risico: UUID, wat: str = "Werven") -> UUID:
    """A measure against it. Returns the measure's id."""
    add_risicomaatregel(by=by, risico_id=risico, wat=wat, wie="P&O", uiterlijk=days(30))
    return Risicomaatregel.objects.filter(risico=risico).latest("vastgelegd_at").pk


def watch(
    by: Actor, risico: UUID, indicator: str = "wachttijd", kant: str = "boven", grens: str = "10"
) -> UUID:
    """An indicator that warns of it. Returns the signal's id."""
    watch_indicator(by=by, risico_id=risico, signaal=NieuwSignaal(indicator, kant, Decimal(grens)))
    return Risicosignaal.objects.filter(risico=risico).latest("vastgelegd_at").pk


def whole_risico(by: Actor, gemeente: str) -> dict[str, UUID]:
    """Name of a page to the id in its address."""
    risico = risk(by, gemeente)
    return {
        **dict.fromkeys(
            (
                *("risico", "risico-oordeel", "risico-maatregel", "risico-signaal"),
                *("risico-sluiten", "risico-heropenen"),
            ),
            risico,
        ),
        "maatregel-klaar": measure(by, risico),
        "signaal-los": watch(by, risico),
    }
