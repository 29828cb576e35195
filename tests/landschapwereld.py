"""Escalations, developments, judgements and dossiers of the zorglandschap to test with, by the acts."""

from datetime import timedelta
from uuid import UUID

from koers.actions.netwerk.escalaties import inform_escalatie, open_escalatie
from koers.actions.netwerk.escalaties_lezen import EscalatieBeeld, read_escalatie
from koers.actions.netwerk.landschapsdossiers import (
    add_alternatief,
    answer_markt,
    consult_markt,
    open_landschap,
)
from koers.actions.netwerk.landschapsdossiers_lezen import read_landschapsdossier
from koers.actions.netwerk.ontwikkelingen import add_ontwikkeling
from koers.actions.netwerk.oordelen import add_verbetering, draft_oordeel, share_oordeel
from koers.domain.actor import Actor
from koers.domain.escalaties import Gemeld, NieuweEscalatie
from koers.domain.landschapsdossiers import Alternatief, Behoefte, Marktantwoord, Marktvraag
from koers.domain.ontwikkelingen import NieuweOntwikkeling, Volgstand
from koers.domain.oordelen import NieuweVerbetering, NieuwOordeel
from koers.domain.rollen import Rol
from koers.registers.klok import nu, vandaag
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


# --- developments and judgements --------------------------------------------------------------------

KNELPUNT = ("knelpunten", "continuiteit")
NORMPUNT = ("norm-opdrachtgeverschap", "regiovisie")


def develop(by: Actor, gemeente: str = "") -> UUID:
    """A development that somebody follows."""
    nieuw = NieuweOntwikkeling("Samen inkopen", "Een wetsvoorstel", vandaag() - timedelta(days=9))
    return add_ontwikkeling(by=by, nieuw=nieuw, stand=standing("gevolgd", gemeente))


def standing(soort: str, gemeente: str = "") -> Volgstand:
    """How it stands."""
    return Volgstand(soort, "Wij kopen samen in.", "de regiomanager", "abo", gemeente, "Daarom.")


def judge(by: Actor, waar: tuple[str, str] = KNELPUNT, gemeente: str = MIDDEN_DRENTHE, **more) -> UUID:
    """A draft; `jaar` is this year and `oordeel` "ja", unless it is said differently."""
    said = {"jaar": vandaag().year, "oordeel": "ja", "toelichting": "Zo zien wij het."} | more
    lijst, punt = waar
    return draft_oordeel(by=by, lijst=lijst, punt=punt, gemeente=gemeente, nieuw=NieuwOordeel(**said))


def tell(
    by: Actor, waar: tuple[str, str] = KNELPUNT, gemeente: str = MIDDEN_DRENTHE, jaar: int | None = None
) -> UUID:
    """What was drafted is shared."""
    lijst, punt = waar
    return share_oordeel(by=by, lijst=lijst, punt=punt, gemeente=gemeente, jaar=jaar or vandaag().year)


def improve(by: Actor, waar: tuple[str, str] = KNELPUNT, gemeente: str = MIDDEN_DRENTHE, **more) -> UUID:
    """Something will be better in a month."""
    said = {"jaar": vandaag().year, "wat": "Bellen", "wie": "de adviseur"}
    nieuw = NieuweVerbetering(**said, uiterlijk=more.pop("uiterlijk", vandaag() + timedelta(days=30)))
    lijst, punt = waar
    return add_verbetering(by=by, lijst=lijst, punt=punt, gemeente=gemeente, nieuw=nieuw)


# --- dossiers of the zorglandschap ------------------------------------------------------------------

BEHOEFTE = Behoefte(
    "Kleine huizen", "14", "drenthe", "Jeugdigen die uit een gesloten plek komen.", None, "kwv"
)


def need(by: Actor) -> UUID:
    """Something is missing."""
    return open_landschap(by=by, nieuw=BEHOEFTE)


def weigh(by: Actor, dossier: UUID) -> UUID:
    """A way to meet it."""
    return add_alternatief(by=by, dossier_id=dossier, nieuw=Alternatief("Inkopen", "Snel.", "Duur."))


def consult(by: Actor, dossier: UUID, *, answered: bool = True) -> UUID:
    """A provider was asked, and answered. Returns the id of the question."""
    consult_markt(by=by, dossier_id=dossier, nieuw=Marktvraag("Huis en Haard", "Kunt u dit?", vandaag()))
    vraag = read_landschapsdossier(by=by, dossier_id=dossier).marktvragen[-1].id
    if answered:
        answer_markt(by=by, marktvraag_id=vraag, nieuw=Marktantwoord("kan", "Ja.", vandaag()))
    return vraag


def whole_dossier(by: Actor) -> tuple[UUID, UUID]:
    """A dossier whose market was asked: ids of the dossier and of the question."""
    dossier = need(by)
    weigh(by, dossier)
    return dossier, consult(by, dossier)
