"""Stores delivered figures: what is new, what replaces an earlier figure, and what was known already."""

from dataclasses import dataclass, field
from decimal import Decimal
from typing import NamedTuple

from koers.domain.aanlevering import GelezenRij, GelezenTabel, Vondst, Waarde
from koers.domain.grootheden import MET_GETAL, Status
from koers.registers.klok import nu
from koers.registers.monitor.models import Aanlevering, Waarneming


class Bekend(NamedTuple):
    """The figure that holds now."""

    pk: int
    waarde: Decimal | None
    status: str


Plek = tuple[str, str, int]


@dataclass
class Uitkomst:
    """What became of the rows, by row number."""

    nieuw: set[int] = field(default_factory=set)
    gewijzigd: set[int] = field(default_factory=set)
    cijfers_nieuw: int = 0
    cijfers_vervangen: int = 0
    vondsten: list[Vondst] = field(default_factory=list)


def store_figures(tabel: GelezenTabel, aanlevering: Aanlevering, bron: str) -> Uitkomst:
    """Writes the figures of all rows in a constant number of queries.

    An empty cell never takes away a published figure: a smaller file is no correction. A mark of the
    source ("not released") does, because then the source itself took it back.
    """
    bekend = _current(tabel.rijen)
    uitkomst = Uitkomst()
    schrijven: list[Waarneming] = []
    moment = nu()
    for rij in tabel.rijen:
        for grootheid, waarde in rij.waarden.items():
            oud = bekend.get((rij.code, grootheid, rij.jaar))
            if oud is not None and not _replaces(waarde, oud):
                if _is_lost(waarde, oud):
                    uitkomst.vondsten.append(
                        tabel.remark(rij, "leeg_laat_staan", grootheid, "", code=rij.code)
                    )
                continue
            (uitkomst.nieuw if oud is None else uitkomst.gewijzigd).add(rij.rijnummer)
            schrijven.append(
                Waarneming(
                    gebied_code=rij.code,
                    grootheid=grootheid,
                    jaar=rij.jaar,
                    waarde=waarde.getal,
                    status=waarde.status.value,
                    bron=bron,
                    aanlevering=aanlevering,
                    vastgelegd_at=moment,
                    vervangt_id=oud.pk if oud else None,
                )
            )
    Waarneming.objects.bulk_create(schrijven)
    uitkomst.cijfers_vervangen = sum(waarneming.vervangt_id is not None for waarneming in schrijven)
    uitkomst.cijfers_nieuw = len(schrijven) - uitkomst.cijfers_vervangen
    return uitkomst


def _current(rijen: tuple[GelezenRij, ...]) -> dict[Plek, Bekend]:
    jaren = {rij.jaar for rij in rijen}
    grootheden = {grootheid for rij in rijen for grootheid in rij.waarden}
    geldend = Waarneming.objects.geldend().filter(jaar__in=jaren, grootheid__in=grootheden)
    return {
        (code, grootheid, jaar): Bekend(pk, waarde, status)
        for pk, code, grootheid, jaar, waarde, status in geldend.values_list(
            "pk", "gebied_code", "grootheid", "jaar", "waarde", "status"
        )
    }


def _replaces(waarde: Waarde, oud: Bekend) -> bool:
    """Whether the source now says something else."""
    return (oud.waarde, oud.status) != (waarde.getal, waarde.status.value) and not _is_lost(waarde, oud)


def _is_lost(waarde: Waarde, oud: Bekend) -> bool:
    return waarde.status is Status.ONTBREEKT and Status(oud.status) in MET_GETAL
