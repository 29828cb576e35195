"""An uitvoeringsagenda to test with, made through the acts."""

from datetime import date, timedelta
from uuid import UUID

from koers.actions.sturing.agenda import (
    add_agendaactie,
    add_interventie,
    link_agendaactie,
    write_opgavestand,
)
from koers.domain.actor import Actor
from koers.domain.uitvoeringsagenda import NieuweAgendaactie, NieuweInterventie
from koers.registers.klok import vandaag
from koers.registers.sturing.models import Afhankelijkheid
from tests.wereld import MIDDEN_DRENTHE

OPGAVE = "hulp-op-school"


def days(count: int) -> date:
    """So many days from today."""
    return vandaag() + timedelta(days=count)


def intervene(by: Actor, gemeente: str = MIDDEN_DRENTHE, opgave: str = OPGAVE, *, ago: int = 100) -> UUID:
    """An intervention that was agreed some days ago."""
    nieuw = NieuweInterventie("Groepen op alle scholen", "Meer kinderen doen mee.", days(-ago))
    return add_interventie(by=by, gemeente=gemeente, opgave=opgave, nieuw=nieuw)


def agree(
    by: Actor,
    interventie: UUID,
    wat: str = "De scholen bellen",
    *,
    begin: int = -50,
    klaar: int = 30,
    ago: int = 90,
) -> UUID:
    """An action of it."""
    nieuw = NieuweAgendaactie(wat, "de gezinscoach", days(begin), days(klaar), days(-ago))
    return add_agendaactie(by=by, interventie_id=interventie, nieuw=nieuw)


def say(by: Actor, soort: str, gemeente: str = MIDDEN_DRENTHE, opgave: str = OPGAVE, *, ago: int = 0) -> UUID:
    """How the opgave stood."""
    return write_opgavestand(
        by=by, gemeente=gemeente, opgave=opgave, soort=soort, toelichting="Daarom.", datum=days(-ago)
    )


def whole_agenda(by: Actor, gemeente: str) -> dict[str, UUID]:
    """One opgave with an intervention, two actions of which one waits on the other, and a status.

    Name of a page to the id in its address.
    """
    interventie = intervene(by, gemeente)
    first, second = agree(by, interventie), agree(by, interventie, "De groepen starten", begin=31, klaar=90)
    link_agendaactie(by=by, actie_id=second, wacht_op_id=first)
    say(by, "op_koers", gemeente)
    return {
        **dict.fromkeys(
            (
                *("agendaactie", "agendaactie-verschuiven", "agendaactie-afronden", "agendaactie-wacht"),
                *("agendaactie-vervallen", "agendaactie-heropenen"),
            ),
            first,
        ),
        **dict.fromkeys(("agendaactie-nieuw", "interventie-principe"), interventie),
        "agendaactie-los": Afhankelijkheid.objects.get(actie=second).pk,
    }
