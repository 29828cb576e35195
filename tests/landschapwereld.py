"""Escalations, developments, judgements and dossiers of the zorglandschap to test with, by the acts."""

from datetime import timedelta
from uuid import UUID

from koers.actions.netwerk.escalaties import inform_escalatie, open_escalatie
from koers.actions.netwerk.escalaties_lezen import EscalatieBeeld, read_escalatie
from koers.domain.actor import Actor
from koers.domain.escalaties import Gemeld, NieuweEscalatie
from koers.domain.rollen import Rol
from koers.registers.klok import nu
from tests.wereld import MIDDEN_DRENTHE, make_actor

SOORT = "onrust"


def escalate(by: Actor, soort: str = SOORT, gemeente: str = MIDDEN_DRENTHE, *, uren: int = 3, **more) -> UUID:
    """Something got out of hand so many hours ago."""
    casus = more.pop("casus_id", None)
    nieuw = NieuweEscalatie(soort, gemeente, "Er is onrust.", nu() - timedelta(hours=uren), **more)
    return open_escalatie(by=by, nieuw=nieuw, casus_id=casus)


def inform(by: Actor, escalatie: UUID, stap: str, *, uren: float = 1, reden: str = "") -> UUID:
    """Somebody was informed so many hours after it was known."""
    begin = read_escalatie(by=by, escalatie_id=escalatie).begin
    gemeld = Gemeld(stap, "gedaan", "De adviseur", "De ander", begin + timedelta(hours=uren), reden)
    return inform_escalatie(by=by, escalatie_id=escalatie, gemeld=gemeld)


def inform_all(by: Actor, escalatie: UUID) -> EscalatieBeeld:
    """Every step gets its answer."""
    for stap in read_escalatie(by=by, escalatie_id=escalatie).stappen:
        if stap.gemeld is None:
            inform(by, escalatie, stap.regel.id)
    return read_escalatie(by=by, escalatie_id=escalatie)


def whole_escalatie(gemeente: str) -> UUID:
    """One that runs, of this municipality."""
    return escalate(make_actor(Rol.BELEIDSADVISEUR, gemeente), gemeente=gemeente)
