"""On which leading principle an intervention or a besluit of a meeting leans, and where it deviates."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from koers.actions.feiten import written_by
from koers.actions.handeling import act
from koers.actions.netwerk.vergadering_lezen import BesluitKort, besluit_short
from koers.actions.netwerk.vergaderingen import deelnemers_of
from koers.actions.sturing.agenda import lock
from koers.actions.sturing.agenda_lezen import (
    AgendaBeeld,
    InterventieBeeld,
    PrincipeBeeld,
    last_said,
    picture,
)
from koers.authorization.zicht_netwerk import visible_besluiten
from koers.authorization.zicht_sturing import visible_agenda
from koers.domain.actor import Actor
from koers.domain.uitvoeringsagenda import NieuweHouding, check_houding
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.registers.klok import vandaag
from koers.registers.sturing.models import Interventie, Principegebruik, Proeftuin, Subsidie


@dataclass(frozen=True, slots=True)
class PrincipeBlad:
    """What leans on a principle (its id in the policy) and what deviates, in one municipality."""

    principe: str
    interventies: tuple[tuple[InterventieBeeld, PrincipeBeeld], ...]
    besluiten: tuple[tuple[BesluitKort, PrincipeBeeld], ...]
    proeftuinen: tuple[tuple[Proeftuin, PrincipeBeeld], ...]
    subsidies: tuple[tuple[Subsidie, PrincipeBeeld], ...]


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
        groups = (
            (*blad.interventies, *blad.besluiten, *blad.proeftuinen, *blad.subsidies) for blad in self.bladen
        )
        return sum(wat.houding == "wijkt_af" for group in groups for _een, wat in group)


def state_principe(
    *,
    by: Actor,
    nieuw: NieuweHouding,
    interventie_id: UUID | None = None,
    besluit_id: UUID | None = None,
    subsidie_id: UUID | None = None,
    gemeente: str = "",
    formulier: UUID | None = None,
) -> UUID:
    """What a municipality says of its own intervention or subsidy, or of a besluit of a meeting with it.

    `gemeente`: for a besluit, who says so. Of several municipalities each says it for itself. Returns the id
    of the fact. Refused: niet_gevonden, and as `check_houding`.
    """
    with act("state_principe", by=by, formulier=formulier) as spoor:
        check_houding(nieuw, beleid().principes.keys())
        if interventie_id is not None:
            interventie = lock(by, Interventie, interventie_id)
            gemeente = interventie.gemeente_id
            spoor.onderwerp("interventie", interventie.pk)
        elif subsidie_id is not None:
            subsidie = lock(by, Subsidie, subsidie_id)
            gemeente = subsidie.gemeente_id
            spoor.onderwerp("subsidie", subsidie.pk)
        elif besluit_id is not None:
            _own_besluit(by, besluit_id, gemeente)
            spoor.onderwerp("vergaderbesluit", besluit_id)
        else:
            raise Refused("niet_gevonden")
        row = Principegebruik.objects.create(
            interventie_id=interventie_id,
            subsidie_id=subsidie_id if interventie_id is None else None,
            besluit_id=besluit_id if interventie_id is None and subsidie_id is None else None,
            principe=nieuw.principe,
            houding=nieuw.houding,
            reden=nieuw.reden.strip(),
            datum=vandaag(),
            **written_by(by, gemeente),
        )
        return row.pk


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
        bladen = tuple(
            PrincipeBlad(
                principe,
                tuple((een, wat) for een, wat in said if wat.principe == principe),
                tuple((een, wat) for een, alles in besluiten for wat in alles if wat.principe == principe),
                tuple((een, wat) for een, wat in tried if wat.principe == principe),
                tuple((een, wat) for een, wat in paid if wat.principe == principe),
            )
            for principe in beleid().principes
        )
        return PrincipesBeeld(
            agenda,
            bladen,
            tuple(een for een in interventies if not een.principes),
            tuple(een for een, alles in besluiten if not alles),
        )


def _said_of(by: Actor, gemeente: str, wat: str) -> list[tuple[Any, PrincipeBeeld]]:
    """Every proeftuin or subsidy with what was said of it last, per principle."""
    rows = visible_agenda(by, Principegebruik).filter(gemeente=gemeente, **{f"{wat}__isnull": False})
    said: dict[Any, list[Principegebruik]] = {}
    for row in rows.select_related(wat).order_by("vastgelegd_at", "pk"):
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
