"""Three invented escalations in the demo, made through the acts: one that runs, one that is over, a drill."""

from datetime import datetime, timedelta
from uuid import UUID

from koers.actions.kern.demo import MIDDEN_DRENTHE, demo_actor
from koers.actions.netwerk.escalaties import (
    calm_escalatie,
    end_escalatie,
    evaluate_escalatie,
    inform_escalatie,
    open_escalatie,
)
from koers.domain.actor import Actor
from koers.domain.escalaties import Gemeld, NieuweEscalatie
from koers.policy import beleid
from koers.registers.klok import nu

WOORD = "Verzonnen voor de demo: "
LOOPT, VOORBIJ, OEFENING = "geen-plek", "calamiteit", "onrust"


def seed_escalaties() -> None:
    """Nothing when the people of the demo are not there, or the policy has other protocols."""
    namen = ("jeugdconsulent", "gedragswetenschapper", "beleidsadviseur")
    caller, leader, adviser = (demo_actor(naam) for naam in namen)
    known = {LOOPT, VOORBIJ, OEFENING} <= set(beleid().escalaties)
    if caller is None or leader is None or adviser is None or not known:
        return
    _running(caller, leader)
    _over(adviser)
    _drill(adviser)


def _open(by: Actor, soort: str, begin: datetime, omschrijving: str, *, oefening: bool = False) -> UUID:
    nieuw = NieuweEscalatie(soort, MIDDEN_DRENTHE, f"{WOORD}{omschrijving}", begin, oefening)
    return open_escalatie(by=by, nieuw=nieuw)


def _running(caller: Actor, leader: Actor) -> None:
    """The first hour was made, the care broker was called late, and the providers not yet."""
    begin = nu() - timedelta(hours=9)
    made = _open(caller, LOOPT, begin, "een jongere kan vannacht niet in de groep blijven.")
    for by, stap, wie, aan, na in (
        (caller, "leidinggevende", "De jeugdconsulent", "De gedragswetenschapper", 1),
        (leader, "zorgmakelaar", "De gedragswetenschapper", "De zorgmakelaar", 6),
    ):
        gemeld = Gemeld(stap, "gedaan", wie, aan, begin + timedelta(hours=na))
        inform_escalatie(by=by, escalatie_id=made, gemeld=gemeld)


def _over(by: Actor) -> None:
    """Everybody was informed in time, what was learned is written down, and it is closed."""
    begin = nu() - timedelta(days=25)
    made = _open(by, VOORBIJ, begin, "een ernstig ongeluk op een woongroep.")
    for stap in beleid().escalaties[VOORBIJ].stappen:
        moment = begin + timedelta(minutes=40 * stap.binnen_uren)
        gemeld = Gemeld(stap.id, "gedaan", stap.wie.nl, stap.aan.nl, moment)
        inform_escalatie(by=by, escalatie_id=made, gemeld=gemeld)
    calm_escalatie(by=by, escalatie_id=made, tekst=f"{WOORD}iedereen is veilig, de inspectie onderzoekt.")
    evaluate_escalatie(
        by=by,
        escalatie_id=made,
        tekst=f"{WOORD}het informeren ging op tijd; de raad hoorde het van de wethouder zelf.",
        lessen=f"{WOORD}spreek vooraf af wie het gezin belt, dan hoort het dit niet van een ander.",
    )
    end_escalatie(by=by, escalatie_id=made, tekst=f"{WOORD}het onderzoek is klaar en besproken.")


def _drill(by: Actor) -> None:
    """A drill that began an hour ago: nobody waits for it."""
    made = _open(
        *(by, OEFENING, nu() - timedelta(minutes=90), "een journalist belt over een school."), oefening=True
    )
    gemeld = Gemeld(
        "woordvoerder", "gedaan", "De beleidsadviseur", "De woordvoerder", nu() - timedelta(minutes=60)
    )
    inform_escalatie(by=by, escalatie_id=made, gemeld=gemeld)
