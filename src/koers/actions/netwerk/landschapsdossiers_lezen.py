"""Dossiers of the zorglandschap, with what the zorglandschap says today for who may see that."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from koers.actions.handeling import act
from koers.actions.monitor.landschap import Landschap, landschap_areas, read_landschap
from koers.actions.netwerk.landschapsdossiers import state_of
from koers.analytics.areas import Area, policy_areas
from koers.authorization.poort import may
from koers.authorization.zicht_landschap import visible_landschapsdossiers
from koers.authorization.zicht_netwerk import visible_besluiten
from koers.domain.actor import Actor
from koers.domain.landschapsdossiers import BESLIST_DOSSIERS, SCHRIJFT_DOSSIERS
from koers.domain.toestanden.landschap import LANDSCHAPSDOSSIER
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.registers.klok import vandaag
from koers.registers.netwerk.models import Landschapsdossier


@dataclass(frozen=True, slots=True)
class AlternatiefBeeld:
    """A way to meet the need."""

    wat: str
    voor: str
    tegen: str
    datum: date
    door: str


@dataclass(frozen=True, slots=True)
class AntwoordBeeld:
    """What a provider answered."""

    soort: str
    tekst: str
    datum: date


@dataclass(frozen=True, slots=True)
class MarktvraagBeeld:
    """A provider that was asked; the last of `antwoorden` counts."""

    id: UUID
    aanbieder: str
    vraag: str
    datum: date
    antwoorden: tuple[AntwoordBeeld, ...]


@dataclass(frozen=True, slots=True)
class DossierstapBeeld:
    """It was decided, handed over, finished or taken up again. `besluit_tekst` and the meeting: only for who
    may see that meeting."""

    soort: str
    tekst: str
    datum: date
    door: str
    besluit_tekst: str
    vergadering_id: UUID | None
    inkoopregio: str
    eigenaar: str
    uiterlijk: date | None


@dataclass(frozen=True, slots=True)
class DossierBeeld:
    """A dossier in its phase."""

    id: UUID
    naam: str
    hulpvorm: str
    gebied: str
    project: str
    behoefte: str
    plekken: int | None
    datum: date
    door: str
    stand: str
    alternatieven: tuple[AlternatiefBeeld, ...]
    marktvragen: tuple[MarktvraagBeeld, ...]
    stappen: tuple[DossierstapBeeld, ...]
    schrijf_ik: bool
    beslis_ik: bool

    @property
    def handelingen(self) -> tuple[str, ...]:
        """What may be done now, whoever does it."""
        return LANDSCHAPSDOSSIER.open_acts(self.stand)

    @property
    def overdracht_te_laat(self) -> bool:
        """Whether the day of the hand-over is past and nobody said that it was finished."""
        dag = self.stappen[-1].uiterlijk if self.stand == "overgedragen_aan_inkoop" else None
        return dag is not None and dag < vandaag()

    def marktvraag(self, id: UUID) -> MarktvraagBeeld:
        """Refused: niet_gevonden."""
        for een in self.marktvragen:
            if een.id == id:
                return een
        raise Refused("niet_gevonden")


def read_landschapsdossiers(*, by: Actor) -> tuple[DossierBeeld, ...]:
    """All of them, the newest first."""
    with act("read_landschapsdossiers", by=by):
        return _pictures(by, visible_landschapsdossiers(by).order_by("-vastgelegd_at", "pk"))


def read_dossiers_about(*, by: Actor, area: Area) -> tuple[DossierBeeld, ...]:
    """The dossiers about an area or a region around it, the newest first; none for who may not read them."""
    if not may(by, "read_landschapsdossiers"):
        return ()
    gebieden = beleid().gebieden
    around = {
        een.code
        for een in policy_areas(tuple(gebieden.values()))
        if not {*een.gemeenten}.isdisjoint(area.gemeenten)
    }
    ids = [id for id, een in gebieden.items() if (een.code or id) in around]
    with act("read_landschapsdossiers", by=by):
        found = visible_landschapsdossiers(by).filter(gebied__in=ids)
        return _pictures(by, found.order_by("-vastgelegd_at", "pk"))


def read_landschapsdossier(*, by: Actor, dossier_id: UUID) -> DossierBeeld:
    """One dossier. Refused: niet_gevonden."""
    with act("read_landschapsdossiers", by=by) as spoor:
        found = _pictures(by, visible_landschapsdossiers(by).filter(pk=dossier_id))
        if not found:
            raise Refused("niet_gevonden")
        spoor.onderwerp("landschapsdossier", dossier_id)
        return found[0]


def read_dossier_of_vraag(*, by: Actor, marktvraag_id: UUID) -> tuple[DossierBeeld, MarktvraagBeeld]:
    """A provider that was asked, with its dossier. Refused: niet_gevonden."""
    with act("read_landschapsdossiers", by=by) as spoor:
        found = _pictures(by, visible_landschapsdossiers(by).filter(marktvragen=marktvraag_id))
        if not found:
            raise Refused("niet_gevonden")
        spoor.onderwerp("landschapsdossier", found[0].id)
        return found[0], found[0].marktvraag(marktvraag_id)


def read_now(*, by: Actor, dossier: DossierBeeld) -> Landschap | None:
    """What the zorglandschap says today, for who may read those exact figures; nothing for anybody else.

    Of the area of the dossier when that is all the actor's own, else of the first own area.
    """
    if not may(by, "read_landschap"):
        return None
    gebied = beleid().gebieden.get(dossier.gebied)
    own = landschap_areas(by)
    codes = [een.code for een in own]
    wanted = [code for code in (dossier.gebied, gebied.code if gebied else None) if code in codes]
    code = next(iter([*wanted, *codes]), None)
    return read_landschap(by=by, gebied=code) if code else None


def readable_besluiten(by: Actor) -> tuple[tuple[UUID, date, str], ...]:
    """Besluiten of meetings that this actor may point at: id, day and words, the newest first."""
    with act("read_landschapsdossiers", by=by):
        rows = visible_besluiten(by).order_by("-datum", "-vastgelegd_at")
        return tuple(rows.values_list("pk", "datum", "tekst"))


# --- rows into pictures -----------------------------------------------------------------------------


def _pictures(by: Actor, rows: Any) -> tuple[DossierBeeld, ...]:
    parts = ("alternatieven", "marktvragen__antwoorden", "stappen__besluit__punt")
    found = list(rows.prefetch_related(*parts))
    pointed = {step.besluit_id for row in found for step in row.stappen.all() if step.besluit_id}
    seen = (
        set(visible_besluiten(by).filter(pk__in=pointed).values_list("pk", flat=True)) if pointed else set()
    )
    return tuple(_picture(by, row, seen) for row in found)


def _picture(by: Actor, row: Landschapsdossier, seen: set[UUID]) -> DossierBeeld:
    return DossierBeeld(
        id=row.pk,
        naam=row.naam,
        hulpvorm=row.hulpvorm,
        gebied=row.gebied,
        project=row.project,
        behoefte=row.behoefte,
        plekken=row.plekken,
        datum=row.datum,
        door=row.door,
        stand=state_of(row),
        alternatieven=tuple(
            AlternatiefBeeld(een.wat, een.voor, een.tegen, een.datum, een.door)
            for een in _in_order(row.alternatieven.all())
        ),
        marktvragen=tuple(
            MarktvraagBeeld(
                *(een.pk, een.aanbieder, een.vraag, een.datum),
                tuple(
                    AntwoordBeeld(said.soort, said.tekst, said.datum)
                    for said in _in_order(een.antwoorden.all())
                ),
            )
            for een in _in_order(row.marktvragen.all())
        ),
        stappen=tuple(_step(een, seen) for een in _in_order(row.stappen.all())),
        schrijf_ik=by.rol in SCHRIJFT_DOSSIERS,
        beslis_ik=by.rol in BESLIST_DOSSIERS,
    )


def _step(row: Any, seen: set[UUID]) -> DossierstapBeeld:
    besluit = row.besluit if row.besluit_id in seen else None
    return DossierstapBeeld(
        row.soort,
        row.tekst,
        row.datum,
        row.door,
        besluit.tekst if besluit else "",
        besluit.punt.vergadering_id if besluit else None,
        row.inkoopregio,
        row.eigenaar,
        row.uiterlijk,
    )


def _in_order(rows: Iterable[Any]) -> list[Any]:
    return sorted(rows, key=lambda row: (row.vastgelegd_at, row.pk))
