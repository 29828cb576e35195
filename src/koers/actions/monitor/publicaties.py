"""Publications: the figures that everybody may see, under a name, as they were on that moment and stay.

Only what is told to everybody already goes in, so a publication tells nothing new. It does keep what would
else be told anew after a correction; whoever looked then could have kept it too.
"""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from typing import Any
from uuid import UUID

from koers.actions.feiten import shared_by, writers
from koers.actions.handeling import act
from koers.actions.monitor.berekend import Berekening, read_indicator
from koers.analytics.measures import measures
from koers.authorization.poort import require
from koers.domain.actor import Actor
from koers.domain.disclosed import Klasse
from koers.domain.weigering import Refused
from koers.registers.kern.models import Slot
from koers.registers.klok import vandaag
from koers.registers.monitor.models import Publicatie

LANGSTE_NAAM = 80


@dataclass(frozen=True, slots=True)
class Publicatiebeeld:
    """A publication. `klopt`: its rows still have the fingerprint that was kept; None in a list, which has
    no `rijen`.
    """

    id: UUID
    naam: str
    gepubliceerd_at: datetime
    door: str
    peildatum: datetime | None
    vingerafdruk: str
    klopt: bool | None = None
    rijen: tuple[dict[str, Any], ...] = ()


def publish_cijfers(*, by: Actor, naam: str, formulier: UUID | None = None) -> UUID:
    """Freezes every indicator as everybody sees it now. Refused: publicatie_zonder_naam,
    publicatie_naam_bestaat, publicatie_zonder_cijfers.
    """
    if not naam.strip():
        raise Refused("publicatie_zonder_naam")
    with act("publish_cijfers", by=by, formulier=formulier) as spoor:
        Slot.objects.lock("publicatie")
        if Publicatie.objects.filter(naam=naam.strip()[:LANGSTE_NAAM]).exists():
            raise Refused("publicatie_naam_bestaat")
        computed = [een for een in (read_indicator(by=by, indicator=id) for id in measures()) if een]
        rijen = [rij for een in computed for rij in rows_of(een)]
        if not rijen:
            raise Refused("publicatie_zonder_cijfers")
        row = Publicatie.objects.create(
            naam=naam.strip()[:LANGSTE_NAAM],
            datum=vandaag(),
            **shared_by(by),
            peildatum=max((een.peildatum for een in computed if een.peildatum), default=None),
            rijen=rijen,
            vingerafdruk=fingerprint(rijen),
        )
        spoor.onderwerp("publicatie", row.pk)
        spoor.note(rijen=len(rijen))
        return row.pk


def read_publicaties(*, by: Actor | None) -> tuple[Publicatiebeeld, ...]:
    """All publications, the newest first, without their rows."""
    require(by, "read_publicatie")
    rows = list(Publicatie.objects.defer("rijen").order_by("-vastgelegd_at", "pk"))
    names = writers(row.vastgelegd_door for row in rows)
    return tuple(_picture(row, names[row.vastgelegd_door]) for row in rows)


def read_publicatie(*, by: Actor | None, publicatie_id: UUID) -> Publicatiebeeld:
    """One publication with its rows, and whether they are as they were. Refused: niet_gevonden."""
    require(by, "read_publicatie")
    row = Publicatie.objects.filter(pk=publicatie_id).first()
    if row is None:
        raise Refused("niet_gevonden")
    return replace(
        _picture(row, writers([row.vastgelegd_door])[row.vastgelegd_door]),
        klopt=fingerprint(row.rijen) == row.vingerafdruk,
        rijen=tuple(row.rijen),
    )


def rows_of(een: Berekening) -> Iterator[dict[str, Any]]:
    """The figures of an indicator as plain values. ValueError: they are not for everybody."""
    if een.klasse is not Klasse.OPENBAAR:
        raise ValueError("only figures that everybody may see are published")
    peildatum = een.peildatum.isoformat(timespec="seconds") if een.peildatum else None
    for cijfer in een.cijfers:
        yield {
            "indicator": een.id,
            "lezing": een.lezing,
            "gebied": cijfer.gebied,
            "gebiedsnaam": cijfer.gebiedsnaam,
            "periode": cijfer.periode,
            "waarde": cijfer.waarde,
            "eenheid": een.eenheid,
            "teller": cijfer.teller,
            "noemer": cijfer.noemer,
            "status": cijfer.status.value,
            "voorlopig": cijfer.voorlopig,
            "klasse": een.klasse.value,
            "peildatum": peildatum,
            "definitie_versie": een.definitie_versie,
        }


def fingerprint(rijen: Sequence[dict[str, Any]]) -> str:
    """SHA-256 of the rows in one fixed form."""
    return sha256(json.dumps(list(rijen), sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def _picture(row: Publicatie, door: str) -> Publicatiebeeld:
    return Publicatiebeeld(row.pk, row.naam, row.vastgelegd_at, door, row.peildatum, row.vingerafdruk)
