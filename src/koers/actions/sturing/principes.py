"""On which leading principle what a municipality does leans, and where it deviates."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from koers.actions.feiten import written_by
from koers.actions.handeling import act
from koers.actions.netwerk.vergaderbeelden import BesluitKort
from koers.actions.netwerk.vergadering_lezen import besluit_short
from koers.actions.netwerk.vergaderingen import deelnemers_of
from koers.actions.sturing.agenda import lock
from koers.actions.sturing.agenda_lezen import (
    AgendaBeeld,
    InterventieBeeld,
    PrincipeBeeld,
    last_said,
    picture,
)
from koers.authorization.zicht_contracten import contracts_of
from koers.authorization.zicht_netwerk import visible_besluiten
from koers.authorization.zicht_sturing import visible_agenda
from koers.domain.actor import Actor
from koers.domain.uitvoeringsagenda import NieuweHouding, Waarvan, check_houding
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.registers.klok import vandaag
from koers.registers.sturing.models import Interventie, Principegebruik, Proeftuin, Subsidie
from koers.registers.zorg.models import Contract

# What is of one municipality: that one says it.
EIGEN: dict[str, type[Interventie | Subsidie]] = {"interventie": Interventie, "subsidie": Subsidie}


@dataclass(frozen=True, slots=True)
class PrincipeBlad:
    """What leans on a principle (its id in the policy) and what deviates, in one municipality."""

    principe: str
    interventies: tuple[tuple[InterventieBeeld, PrincipeBeeld], ...]
    besluiten: tuple[tuple[BesluitKort, PrincipeBeeld], ...]
    proeftuinen: tuple[tuple[Proeftuin, PrincipeBeeld], ...]
    subsidies: tuple[tuple[Subsidie, PrincipeBeeld], ...]
    contracten: tuple[tuple[Contract, PrincipeBeeld], ...]

    @property
    def alles(self) -> tuple[tuple[object, PrincipeBeeld], ...]:
        """Everything of which this principle is said."""
        return (*self.interventies, *self.besluiten, *self.proeftuinen, *self.subsidies, *self.contracten)


@dataclass(frozen=True, slots=True)
class PrincipesBeeld:
    """All principles. `zonder`: interventions, and besluiten, that say nothing of any principle."""

    agenda: AgendaBeeld
    bladen: tuple[PrincipeBlad, ...]
    interventies_zonder: tuple[InterventieBeeld, ...]
    besluiten_zonder: tuple[BesluitKort, ...]

    @property
    def afwijkingen(self) -> int:
        """How often the municipality deviates."""
        return sum(wat.houding == "wijkt_af" for blad in self.bladen for _een, wat in blad.alles)


def state_principe(*, by: Actor, van: Waarvan, nieuw: NieuweHouding, formulier: UUID | None = None) -> UUID:
    """What a municipality says of its own intervention or subsidy, of a besluit of a meeting with it, or of a
    contract of its procurement region. Returns the id of the fact.

    Refused: niet_gevonden, and as `check_houding`.
    """
    with act("state_principe", by=by, formulier=formulier) as spoor:
        check_houding(nieuw, beleid().principes.keys())
        row = Principegebruik.objects.create(
            **{f"{van.soort}_id": van.id},
            principe=nieuw.principe,
            houding=nieuw.houding,
            reden=nieuw.reden.strip(),
            datum=vandaag(),
            **written_by(by, _who_says(by, van)),
        )
        spoor.onderwerp("vergaderbesluit" if van.soort == "besluit" else van.soort, van.id)
        return row.pk


def _who_says(by: Actor, van: Waarvan) -> str:
    """The municipality that may say something of this. Refused: niet_gevonden."""
    if van.soort in EIGEN:
        return str(lock(by, EIGEN[van.soort], van.id).gemeente_id)
    if van.soort == "besluit":
        _own_besluit(by, van.id, van.gemeente)
    elif van.gemeente not in by.gemeenten or not contracts_of(van.gemeente).filter(pk=van.id).exists():
        raise Refused("niet_gevonden")
    return van.gemeente


def _own_besluit(by: Actor, besluit_id: UUID, gemeente: str) -> None:
    row = visible_besluiten(by).select_related("punt__vergadering").filter(pk=besluit_id).first()
    if row is None or gemeente not in by.gemeenten or gemeente not in deelnemers_of(row.punt.vergadering):
        raise Refused("niet_gevonden")


def read_principes(*, by: Actor, gemeente: str = "") -> PrincipesBeeld:
    """Per principle what leans on it and where was deviated. Refused: niet_gevonden."""
    with act("read_agenda", by=by) as spoor:
        agenda = picture(by, gemeente, spoor)
        interventies = [een for opgave in agenda.opgaven for een in opgave.interventies]
        besluiten = _besluiten(by, agenda.gemeente)
        said = [(een, wat) for een in interventies for wat in een.principes]
        tried = _said_of(by, agenda.gemeente, "proeftuin")
        paid = _said_of(by, agenda.gemeente, "subsidie")
        bought = _said_of(by, agenda.gemeente, "contract", "contract__aanbieder")
        bladen = tuple(
            PrincipeBlad(
                principe,
                tuple((een, wat) for een, wat in said if wat.principe == principe),
                tuple((een, wat) for een, alles in besluiten for wat in alles if wat.principe == principe),
                tuple((een, wat) for een, wat in tried if wat.principe == principe),
                tuple((een, wat) for een, wat in paid if wat.principe == principe),
                tuple((een, wat) for een, wat in bought if wat.principe == principe),
            )
            for principe in beleid().principes
        )
        return PrincipesBeeld(
            agenda,
            bladen,
            tuple(een for een in interventies if not een.principes),
            tuple(een for een, alles in besluiten if not alles),
        )


def _said_of(by: Actor, gemeente: str, wat: str, *along: str) -> list[tuple[Any, PrincipeBeeld]]:
    """Every proeftuin, subsidy or contract with what was said of it last, per principle."""
    rows = visible_agenda(by, Principegebruik).filter(gemeente=gemeente, **{f"{wat}__isnull": False})
    said: dict[Any, list[Principegebruik]] = {}
    for row in rows.select_related(wat, *along).order_by("vastgelegd_at", "pk"):
        said.setdefault(getattr(row, wat), []).append(row)
    return [(een, beeld) for een, alles in said.items() for beeld in last_said(alles)]


def _besluiten(by: Actor, gemeente: str) -> list[tuple[BesluitKort, tuple[PrincipeBeeld, ...]]]:
    """Besluiten of meetings in which this municipality took part, with what it says of each."""
    said: dict[UUID | None, list[Principegebruik]] = {}
    rows = visible_agenda(by, Principegebruik).filter(gemeente=gemeente, besluit__isnull=False)
    for row in rows.order_by("vastgelegd_at", "pk"):
        said.setdefault(row.besluit_id, []).append(row)
    found = (
        visible_besluiten(by)
        .filter(punt__vergadering__deelnemers__gemeente=gemeente)
        .select_related("punt__vergadering")
        .order_by("-datum", "punt__volgorde", "pk")
    )
    return [(besluit_short(row), last_said(said.get(row.pk, ()))) for row in found]


def read_besluit_principes(
    *, by: Actor, besluit_id: UUID, gemeente: str = ""
) -> tuple[AgendaBeeld, BesluitKort, tuple[PrincipeBeeld, ...]]:
    """A besluit with what this municipality says of it. Refused: niet_gevonden."""
    with act("read_agenda", by=by) as spoor:
        agenda = picture(by, gemeente, spoor)
        for een, said in _besluiten(by, agenda.gemeente):
            if een.id == besluit_id:
                return agenda, een, said
        raise Refused("niet_gevonden")
