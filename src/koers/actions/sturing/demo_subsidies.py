"""Invented subsidies of Midden-Drenthe in the demo, made through the acts, and agreements in a contract."""

from datetime import date
from decimal import Decimal
from uuid import UUID

from koers.actions.kern.demo import MIDDEN_DRENTHE, demo_actor
from koers.actions.sturing.demo_agenda import WOORD
from koers.actions.sturing.principes import state_principe
from koers.actions.sturing.subsidies import add_subsidie, agree_prestatie, weigh_prestaties
from koers.analytics.measures import measures
from koers.authorization.zicht_contracten import contracts_of
from koers.authorization.zicht_sturing import visible_agenda
from koers.domain.actor import Actor
from koers.domain.subsidies import Houder, NieuweAfspraak, NieuweSubsidie
from koers.domain.uitvoeringsagenda import NieuweHouding, Waarvan
from koers.policy import beleid
from koers.registers.klok import vandaag
from koers.registers.sturing.models import Proeftuin

CIJFERS = {"aandeel-specialistisch", "aandeel-jeugdzorg", "preventieve-voorzieningen", "wachttijd"}


def seed_subsidies() -> None:
    """Nothing when the people of the demo are not there, or Koers counts other figures."""
    by = demo_actor("beleidsadviseur")
    if by is None or not set(measures()) >= CIJFERS or "normaliseren" not in beleid().principes:
        return
    _tested(by)
    _waiting(by)
    _in_contract(by)


def _eind(jaren: int) -> date:
    """The last day of a year, so many years from this one."""
    return date(vandaag().year + jaren, 12, 31)


def _agree(by: Actor, op: Houder, indicator: str, kant: str, waarde: str, uiterlijk: date) -> None:
    agree_prestatie(by=by, op=op, nieuw=NieuweAfspraak(indicator, kant, Decimal(waarde), uiterlijk))


def _add(by: Actor, nieuw: NieuweSubsidie, proeftuin: UUID | None = None) -> Houder:
    subsidie = add_subsidie(by=by, gemeente=MIDDEN_DRENTHE, nieuw=nieuw, proeftuin_id=proeftuin)
    return Houder(subsidie=subsidie, gemeente=MIDDEN_DRENTHE)


def _tested(by: Actor) -> None:
    """One that was tested over last year, leans on a principle and comes from an own proeftuin."""
    own = visible_agenda(by, Proeftuin).filter(opgave="poh-jeugd-plek").first()
    op = _add(
        by,
        NieuweSubsidie(
            ontvanger="Huisartsenzorg in de regio",
            waarvoor=f"{WOORD}een POH Jeugd in elke huisartsenpraktijk.",
            bedrag_cent=28_500_000,
            begindatum=date(vandaag().year - 1, 1, 1),
            einddatum=_eind(2),
            bewijs="eerste_aanwijzingen",
            bewijsbron=f"{WOORD}de eigen proeftuin in twee praktijken.",
        ),
        own.pk if own else None,
    )
    _agree(by, op, "aandeel-specialistisch", "hoogstens", "9", _eind(1))
    _agree(by, op, "wachttijd", "hoogstens", "30", _eind(0))
    weigh_prestaties(
        by=by,
        op=op,
        jaar=vandaag().year - 1,
        woorden=f"{WOORD}de praktijken zijn tevreden. Of kinderen korter wachten, is nog niet te zien.",
        conclusie="doorgaan",
    )
    if op.subsidie is not None:
        leunt = NieuweHouding("normaliseren", "leunt")
        state_principe(by=by, van=Waarvan("subsidie", op.subsidie), nieuw=leunt)


def _waiting(by: Actor) -> None:
    """One on which a test waits."""
    op = _add(
        by,
        NieuweSubsidie(
            ontvanger="Welzijn Midden-Drenthe",
            waarvoor=f"{WOORD}groepen op alle basisscholen, en een gezinscoach die daarbij hoort.",
            bedrag_cent=16_250_000,
            begindatum=date(vandaag().year - 1, 1, 1),
            einddatum=_eind(1),
            bewijs="goed_onderbouwd",
            bewijsbron=f"{WOORD}de databank Effectieve jeugdinterventies.",
        ),
    )
    _agree(by, op, "preventieve-voorzieningen", "minstens", "150", _eind(0))
    _agree(by, op, "aandeel-jeugdzorg", "hoogstens", "12.5", _eind(1))


def _in_contract(by: Actor) -> None:
    """What was agreed in the first contract of the region, when one was typed in."""
    contract = contracts_of(MIDDEN_DRENTHE).order_by("aanbieder__naam", "pk").first()
    if contract:
        op = Houder(contract=contract.pk, gemeente=MIDDEN_DRENTHE)
        _agree(by, op, "wachttijd", "hoogstens", "42", _eind(1))
