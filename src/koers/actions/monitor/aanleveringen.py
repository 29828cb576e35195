"""The ledger of deliveries: what arrived from whom, what became of it, and why rows stayed out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from koers.authorization.poort import require
from koers.domain.actor import Actor
from koers.domain.weigering import Refused
from koers.registers.monitor.models import Aanlevering, Bevinding

PER_PAGINA = 25
BEVINDINGEN_PER_PAGINA = 100


@dataclass(frozen=True, slots=True)
class AanleveringRegel:
    """One delivery. `reden` with `params`: why the whole file was refused; empty when it was read.

    Rows: `rijen` = nieuw + gewijzigd + ongewijzigd + geweigerd + overgeslagen.
    """

    id: int
    soort: str
    jaar: int | None
    bestandsnaam: str
    sha256: str
    omvang: int
    codering: str
    partner: str
    aangeleverd_at: datetime
    door: str
    status: str
    reden: str
    params: Mapping[str, object]
    niet_gelezen: tuple[str, ...]
    rijen: int
    nieuw: int
    gewijzigd: int
    ongewijzigd: int
    geweigerd: int
    overgeslagen: int
    cijfers_nieuw: int
    cijfers_vervangen: int


@dataclass(frozen=True, slots=True)
class BevindingRegel:
    """Why a row stayed out (`geweigerd`), or what somebody should know about it. Row 0: the whole file."""

    rijnummer: int
    kolom: str
    waarde: str
    geweigerd: bool
    code: str
    params: Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Aanleveringenlijst:
    """A page of the ledger, newest first."""

    aanleveringen: tuple[AanleveringRegel, ...]
    totaal: int
    pagina: int
    paginas: int


@dataclass(frozen=True, slots=True)
class Aanleveringsblad:
    """One delivery with what was found about its rows; `andere`: earlier deliveries of the same file."""

    aanlevering: AanleveringRegel
    bevindingen: tuple[BevindingRegel, ...]
    totaal: int
    pagina: int
    paginas: int
    andere: tuple[AanleveringRegel, ...]


def read_aanleveringen(
    *, by: Actor | None, pagina: int = 1, per_pagina: int = PER_PAGINA
) -> Aanleveringenlijst:
    """The ledger; a page that is not there gives the nearest one that is."""
    require(by, "read_aanleveringen")
    totaal = Aanlevering.objects.count()
    pagina, paginas = _within(pagina, totaal, per_pagina)
    start = (pagina - 1) * per_pagina
    rijen = Aanlevering.objects.order_by("-aangeleverd_at", "-pk")[start : start + per_pagina]
    return Aanleveringenlijst(tuple(as_row(rij) for rij in rijen), totaal, pagina, paginas)


def read_aanlevering(*, by: Actor | None, aanlevering_id: int, pagina: int = 1) -> Aanleveringsblad:
    """One delivery with what was found, refusals first. Refused: niet_gevonden."""
    require(by, "read_aanleveringen")
    rij = Aanlevering.objects.filter(pk=aanlevering_id).first()
    if rij is None:
        raise Refused("niet_gevonden")
    totaal = rij.bevindingen.count()
    pagina, paginas = _within(pagina, totaal, BEVINDINGEN_PER_PAGINA)
    start = (pagina - 1) * BEVINDINGEN_PER_PAGINA
    gevonden = rij.bevindingen.order_by("ernst", "rijnummer", "pk")[start : start + BEVINDINGEN_PER_PAGINA]
    zelfde = Aanlevering.objects.filter(sha256=rij.sha256, soort=rij.soort).exclude(pk=rij.pk)
    return Aanleveringsblad(
        as_row(rij),
        tuple(as_finding(bevinding) for bevinding in gevonden),
        totaal,
        pagina,
        paginas,
        tuple(as_row(ander) for ander in zelfde.order_by("-aangeleverd_at")[:10]),
    )


def all_findings(*, by: Actor | None, aanlevering_id: int) -> tuple[BevindingRegel, ...]:
    """Everything that was found in one delivery, refusals first."""
    require(by, "read_aanleveringen")
    gevonden = Bevinding.objects.filter(aanlevering_id=aanlevering_id)
    return tuple(as_finding(rij) for rij in gevonden.order_by("ernst", "rijnummer", "pk"))


def _within(pagina: int, totaal: int, per_pagina: int) -> tuple[int, int]:
    paginas = max(1, -(-totaal // per_pagina))
    return min(max(1, pagina), paginas), paginas


def as_row(rij: Aanlevering) -> AanleveringRegel:
    """The delivery as other rooms know it."""
    zelfde = {
        naam: getattr(rij, naam)
        for naam in AanleveringRegel.__slots__
        if naam not in {"reden", "niet_gelezen"}
    }
    return AanleveringRegel(**zelfde, reden=rij.code, niet_gelezen=tuple(rij.niet_gelezen))


def as_finding(rij: Bevinding) -> BevindingRegel:
    """What was found, as other rooms know it."""
    geweigerd = rij.ernst == "geweigerd"
    return BevindingRegel(rij.rijnummer, rij.kolom, rij.waarde, geweigerd, rij.code, rij.params)
