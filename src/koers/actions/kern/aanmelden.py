"""Who is this, and in which role do they work now."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from uuid import UUID

from django.db.models import QuerySet

from koers.actions.handeling import act
from koers.domain.actor import Actor, ActorSoort, systeemactor
from koers.domain.rollen import Rol
from koers.registers.kern.models import Aanstelling, Medewerker
from koers.registers.klok import vandaag
from koers.registers.vaste_vraag import vaste_vraag


@dataclass(frozen=True, slots=True)
class Aangesteld:
    """A role that somebody has today: at which organisation, for which municipalities."""

    id: UUID
    rol: Rol
    organisatie_id: UUID
    organisatie: str
    gemeenten: frozenset[str]


def running_aanstellingen(medewerker: Medewerker) -> Sequence[Aangesteld]:
    """The roles that somebody has today, oldest first; the first is the one they start in."""
    rows = _aanstellingen(vandaag(), medewerker.pk)
    return [
        Aangesteld(pk, Rol(rol), organisatie, naam, frozenset(row[4] for row in group if row[4]))
        for (pk, rol, organisatie, naam), group in groupby(rows, key=lambda row: row[:4])
    ]


@vaste_vraag
def _aanstellingen(today: date, medewerker: UUID) -> QuerySet:
    rows = Aanstelling.objects.on(today).filter(medewerker=medewerker).order_by("begindatum", "rol", "pk")
    return rows.values_list("pk", "rol", "organisatie_id", "organisatie__naam", "gemeenten")


def actor_for(
    medewerker: Medewerker,
    *,
    gekozen: str | None,
    tweede_factor: bool,
    aanstellingen: Sequence[Aangesteld] | None = None,
) -> Actor:
    """The actor behind a signed-in account. Without a running aanstelling: an actor without a role.

    `gekozen`: id of the aanstelling somebody chose in this session; one that is not theirs is ignored.
    `aanstellingen`: those of `running_aanstellingen`, when they were read already.
    """
    if aanstellingen is None:
        aanstellingen = running_aanstellingen(medewerker)
    now = next(
        (a for a in aanstellingen if str(a.id) == gekozen), aanstellingen[0] if aanstellingen else None
    )
    tweede_factor = tweede_factor or medewerker.demo
    if now is None:
        return Actor(ActorSoort.MEDEWERKER, str(medewerker.pk), medewerker.naam, tweede_factor=tweede_factor)
    return Actor(
        soort=ActorSoort.MEDEWERKER,
        id=str(medewerker.pk),
        naam=medewerker.naam,
        rol=now.rol,
        aanstelling_id=str(now.id),
        organisatie_id=str(now.organisatie_id),
        gemeenten=now.gemeenten,
        tweede_factor=tweede_factor,
    )


def find_for_oidc(gebruikersnaam: str) -> Medewerker | None:
    """The open, real account with exactly this name; None when there is none."""
    if not gebruikersnaam:
        return None
    return Medewerker.objects.filter(gebruikersnaam=gebruikersnaam, is_active=True, demo=False).first()


def find_demo(gebruikersnaam: str) -> Medewerker | None:
    """One of the people of the demo."""
    return Medewerker.objects.filter(gebruikersnaam=gebruikersnaam, is_active=True, demo=True).first()


def log_sign_in(medewerker: Medewerker) -> None:
    """Somebody came in."""
    _log_account("sign_in", medewerker)


def log_sign_out(medewerker: Medewerker) -> None:
    """Somebody went out."""
    _log_account("sign_out", medewerker)


def log_failed_sign_in(gebruikersnaam: str) -> None:
    """A wrong password. The typed name is kept only if it is an account: people type passwords there."""
    medewerker = Medewerker.objects.filter(gebruikersnaam__iexact=gebruikersnaam).first()
    by = systeemactor("aanmelden", functionaris="functioneel beheerder")
    with act("sign_in_failed", by=by) as spoor:
        spoor.onderwerp("medewerker", medewerker.pk if medewerker else "onbekend")


def _log_account(handeling: str, medewerker: Medewerker) -> None:
    with act(handeling, by=actor_for(medewerker, gekozen=None, tweede_factor=False)) as spoor:
        spoor.onderwerp("medewerker", medewerker.pk)
