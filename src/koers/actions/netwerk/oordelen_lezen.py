"""Judgements as they stand: who told what this year and the year before, one's own draft, what is improved.

Municipalities stand by name, never by how they judge themselves.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from koers.actions.handeling import act
from koers.actions.netwerk.oordelen import VOLGORDE, newest, verbetering_state
from koers.authorization.zicht_landschap import (
    visible_conceptoordelen,
    visible_oordelen,
    visible_regioconcepten,
    visible_verbeteringen,
)
from koers.domain.actor import Actor
from koers.domain.oordelen import DEELT_OORDEEL, SCHRIJFT_OORDEEL, check_jaar, moved
from koers.domain.rollen import Rol
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.policy.kinds.judgements import Oordeellijst
from koers.registers.klok import vandaag
from koers.registers.netwerk.models import Oordeel, Verbetering

LOPEND = frozenset({"open", "loopt_uit"})


@dataclass(frozen=True, slots=True)
class OordeelBeeld:
    """An answer as it was told or drafted in a year."""

    jaar: int
    oordeel: str
    toelichting: str
    bewijs: str
    datum: date
    naam: str


@dataclass(frozen=True, slots=True)
class Vak:
    """What one municipality (or the region) told of one point. `stappen`: how far it moved in a year."""

    punt: str
    nu: OordeelBeeld | None
    vorig: OordeelBeeld | None
    stappen: int
    alle: tuple[OordeelBeeld, ...]


@dataclass(frozen=True, slots=True)
class Regel:
    """One municipality with its answers in the order of the points; the region has no code."""

    gemeente: str
    naam: str
    vakken: tuple[Vak, ...]


@dataclass(frozen=True, slots=True)
class EigenVak:
    """How far my own answer is, with my draft."""

    punt: str
    stand: str
    concept: OordeelBeeld | None


@dataclass(frozen=True, slots=True)
class VerbeteringBeeld:
    """An improvement as it stands. `naam`: of the municipality; empty: of the region."""

    id: UUID
    punt: str
    gemeente: str
    naam: str
    jaar: int
    wat: str
    wie: str
    uiterlijk: date
    stand: str
    reden: str
    te_laat: bool
    volg_ik: bool

    @property
    def loopt(self) -> bool:
        return self.stand in LOPEND


@dataclass(frozen=True, slots=True)
class LijstBeeld:
    """One list in a year. `mijn`: GM code for which the reader judges, "" the region, None nobody."""

    lijst: Oordeellijst
    jaar: int
    jaren: tuple[int, ...]
    regels: tuple[Regel, ...]
    mijn: str | None
    eigen: tuple[EigenVak, ...]
    verbeteringen: tuple[VerbeteringBeeld, ...]
    schrijf_ik: bool
    deel_ik: bool

    @property
    def verteld(self) -> int:
        """How many told something of at least one point this year."""
        return sum(any(vak.nu for vak in regel.vakken) for regel in self.regels)

    def punt(self, punt: str) -> "PuntBeeld":
        """One point of it. Refused: niet_gevonden."""
        if punt not in {een.id for een in self.lijst.punten}:
            raise Refused("niet_gevonden")
        return PuntBeeld(
            punt,
            tuple((regel, vak) for regel in self.regels for vak in regel.vakken if vak.punt == punt),
            next((een for een in self.eigen if een.punt == punt), None),
            tuple(een for een in self.verbeteringen if een.punt == punt),
        )


@dataclass(frozen=True, slots=True)
class PuntBeeld:
    """One point: what everybody told, one's own draft, and what is improved."""

    punt: str
    regels: tuple[tuple[Regel, Vak], ...]
    eigen: EigenVak | None
    verbeteringen: tuple[VerbeteringBeeld, ...]


def read_oordelen(*, by: Actor, jaar: int | None = None) -> tuple[LijstBeeld, ...]:
    """Every list in this year. Refused: oordeeljaar_onbekend."""
    with act("read_oordelen", by=by):
        lists = sorted(beleid().oordelen.values(), key=lambda een: een.nr)
        return tuple(_list(by, een, jaar, "") for een in lists)


def read_oordeellijst(*, by: Actor, lijst: str, jaar: int | None = None, gemeente: str = "") -> LijstBeeld:
    """One list in a year, this one by default. `gemeente`: for whom somebody of several judges now.

    Refused: niet_gevonden, oordeeljaar_onbekend.
    """
    with act("read_oordelen", by=by) as spoor:
        found = beleid().oordelen.get(lijst)
        if found is None:
            raise Refused("niet_gevonden")
        spoor.onderwerp("oordeellijst", lijst)
        return _list(by, found, jaar, gemeente)


def read_verbetering(*, by: Actor, verbetering_id: UUID) -> tuple[LijstBeeld, VerbeteringBeeld]:
    """An improvement with its list. Refused: niet_gevonden."""
    with act("read_oordelen", by=by) as spoor:
        row = visible_verbeteringen(by).filter(pk=verbetering_id).first()
        if row is None:
            raise Refused("niet_gevonden")
        spoor.onderwerp("verbetering", row.pk)
        beeld = _list(by, beleid().oordelen[row.lijst], row.jaar, row.gemeente_id or "")
        return beeld, next(een for een in beeld.verbeteringen if een.id == row.pk)


def gemeente_namen() -> tuple[tuple[str, str], ...]:
    """Code and name of the municipalities of the policy, by name."""
    own = [een for een in beleid().gebieden.values() if een.eigen_omgeving and een.code]
    return tuple(sorted(((een.code or "", een.naam.nl) for een in own), key=lambda row: row[1]))


# --- rows into pictures -----------------------------------------------------------------------------


def _list(by: Actor, lijst: Oordeellijst, jaar: int | None, gemeente: str) -> LijstBeeld:
    year = vandaag().year if jaar is None else jaar
    check_jaar(year, vandaag())
    told: dict[tuple[str, str], list[Oordeel]] = {}
    for row in visible_oordelen(by).filter(lijst=lijst.id).order_by(*VOLGORDE):
        told.setdefault((row.gemeente_id or "", row.punt), []).append(row)
    who = (("", "Jeugdhulpregio Drenthe"),) if lijst.van == "regio" else gemeente_namen()
    mine = _mine(by, lijst, gemeente)
    years = {row.jaar for rows in told.values() for row in rows} | {vandaag().year, year}
    return LijstBeeld(
        lijst=lijst,
        jaar=year,
        jaren=tuple(sorted(years, reverse=True)),
        regels=tuple(
            Regel(
                code,
                naam,
                tuple(_cell(lijst, punt.id, told.get((code, punt.id), []), year) for punt in lijst.punten),
            )
            for code, naam in who
        ),
        mijn=mine,
        eigen=() if mine is None else _own(by, lijst, mine, year, told),
        verbeteringen=_improvements(by, lijst),
        schrijf_ik=mine is not None and by.rol in SCHRIJFT_OORDEEL,
        deel_ik=mine is not None and by.rol in DEELT_OORDEEL,
    )


def _mine(by: Actor, lijst: Oordeellijst, gemeente: str) -> str | None:
    """For whom this actor judges on this list; None when for nobody."""
    if lijst.van == "regio":
        return "" if by.rol is Rol.REGIOMANAGER else None
    if by.rol not in SCHRIJFT_OORDEEL - {Rol.REGIOMANAGER} or not by.gemeenten:
        return None
    return gemeente if gemeente in by.gemeenten else min(by.gemeenten)


def _cell(lijst: Oordeellijst, punt: str, rows: list[Oordeel], jaar: int) -> Vak:
    last = {row.jaar: _told(row) for row in rows}
    nu, vorig = last.get(jaar), last.get(jaar - 1)
    schaal = [een.id for een in lijst.schaal]
    stappen = moved(schaal, vorig.oordeel, nu.oordeel) if nu and vorig else 0
    return Vak(punt, nu, vorig, stappen, tuple(map(_told, rows)))


def _told(row: Any) -> OordeelBeeld:
    return OordeelBeeld(row.jaar, row.oordeel, row.toelichting, row.bewijs, row.datum, row.naam)


def _own(
    by: Actor, lijst: Oordeellijst, mine: str, jaar: int, told: dict[tuple[str, str], list[Oordeel]]
) -> tuple[EigenVak, ...]:
    drafts = visible_conceptoordelen(by).filter(gemeente=mine) if mine else visible_regioconcepten(by)
    last = {row.punt: row for row in drafts.filter(lijst=lijst.id, jaar=jaar).order_by(*VOLGORDE)}
    found = []
    for punt in lijst.punten:
        shared = [row for row in told.get((mine, punt.id), []) if row.jaar == jaar]
        draft = last.get(punt.id)
        stand = newest(draft, shared[-1] if shared else None)
        found.append(EigenVak(punt.id, stand, _told(draft) if draft else None))
    return tuple(found)


def _improvements(by: Actor, lijst: Oordeellijst) -> tuple[VerbeteringBeeld, ...]:
    rows = visible_verbeteringen(by).filter(lijst=lijst.id)
    found = rows.select_related("gemeente").prefetch_related("vervolgen")
    return tuple(sorted((_improvement(by, lijst, row) for row in found), key=lambda een: een.uiterlijk))


def _improvement(by: Actor, lijst: Oordeellijst, row: Verbetering) -> VerbeteringBeeld:
    steps = _in_order(row.vervolgen.all())
    stand = verbetering_state(row)
    days = [row.uiterlijk, *(een.uiterlijk for een in steps if een.uiterlijk)]
    mine = by.rol is Rol.REGIOMANAGER if lijst.van == "regio" else row.gemeente_id in by.gemeenten
    return VerbeteringBeeld(
        id=row.pk,
        punt=row.punt,
        gemeente=row.gemeente_id or "",
        naam=row.gemeente.naam if row.gemeente else "",
        jaar=row.jaar,
        wat=row.wat,
        wie=row.wie,
        uiterlijk=days[-1],
        stand=stand,
        reden=steps[-1].reden if steps else "",
        te_laat=stand in LOPEND and days[-1] < vandaag(),
        volg_ik=mine and by.rol in SCHRIJFT_OORDEEL,
    )


def _in_order(rows: Iterable[Any]) -> list[Any]:
    return sorted(rows, key=lambda row: (row.vastgelegd_at, row.pk))
