"""The register of national developments: what each means for Drenthe, who follows it, at which table."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from koers.actions.feiten import shared_by
from koers.actions.handeling import act
from koers.authorization.zicht_landschap import visible_ontwikkelingen
from koers.domain.actor import Actor
from koers.domain.ontwikkelingen import (
    LANGSTE_NAAM,
    SCHRIJFT_ONTWIKKELING,
    NieuweOntwikkeling,
    Volgstand,
    check_ontwikkeling,
    check_volgstand,
    check_writer,
)
from koers.domain.rollen import Rol
from koers.domain.toestanden.landschap import ONTWIKKELING
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.registers.kern.models import Gemeente
from koers.registers.klok import vandaag
from koers.registers.netwerk.models import Ontwikkeling, OntwikkelingStand

# The kind of a status and the state that it leads to.
TOESTAND_VAN = {een.keuze: een.naar for een in ONTWIKKELING.overgangen}
LOPEND = frozenset({"ontwikkeling_gevolgd", "op_tafel"})


@dataclass(frozen=True, slots=True)
class VolgstandBeeld:
    """How it stood on a day. `gemeente`: name of whose function follows it; empty: of the region."""

    stand: str
    gevolg: str
    volger: str
    gemeente: str
    gemeente_code: str
    gremium: str
    toelichting: str
    datum: date
    naam: str


@dataclass(frozen=True, slots=True)
class OntwikkelingBeeld:
    """A development with every status it had, the last of which counts."""

    id: UUID
    naam: str
    bron: str
    adres: str
    datum: date
    standen: tuple[VolgstandBeeld, ...]
    schrijf_ik: bool

    @property
    def nu(self) -> VolgstandBeeld:
        return self.standen[-1]

    @property
    def loopt(self) -> bool:
        return self.nu.stand in LOPEND


@dataclass(frozen=True, slots=True)
class OntwikkelingenBeeld:
    """The whole register: what runs first, of those the newest source first."""

    alle: tuple[OntwikkelingBeeld, ...]
    schrijf_ik: bool


def add_ontwikkeling(
    *, by: Actor, nieuw: NieuweOntwikkeling, stand: Volgstand, formulier: UUID | None = None
) -> UUID:
    """A development comes into the register, with its first status. Returns its id.

    Refused: as `check_ontwikkeling`, `check_volgstand` and `check_writer`, overgang_mag_niet.
    """
    with act("add_ontwikkeling", by=by, formulier=formulier) as spoor:
        check_ontwikkeling(nieuw, vandaag())
        check_writer(by.rol, by.gemeenten, stand.gemeente)
        check_volgstand(stand, beleid().gremia, _gemeenten())
        ONTWIKKELING.move(ONTWIKKELING.begin, "write_ontwikkeling", stand.soort)
        row = Ontwikkeling.objects.create(
            naam=nieuw.naam.strip()[:LANGSTE_NAAM],
            bron=nieuw.bron.strip(),
            adres=nieuw.adres.strip(),
            datum=nieuw.datum,
            **shared_by(by),
        )
        spoor.onderwerp("ontwikkeling", row.pk)
        _write(by, row, stand)
        return row.pk


def write_ontwikkeling(
    *, by: Actor, ontwikkeling_id: UUID, stand: Volgstand, formulier: UUID | None = None
) -> UUID:
    """How it stands now; every earlier status stays readable. Returns its id.

    Refused: niet_gevonden, overgang_mag_niet, and as `check_volgstand` and `check_writer`.
    """
    with act("write_ontwikkeling", by=by, formulier=formulier) as spoor:
        rows = visible_ontwikkelingen(by).select_for_update(of=("self",))
        row = rows.filter(pk=ontwikkeling_id).first()
        if row is None:
            raise Refused("niet_gevonden")
        spoor.onderwerp("ontwikkeling", row.pk)
        last = _in_order(row.standen.all())[-1]
        check_writer(by.rol, by.gemeenten, last.gemeente_id or "")
        check_volgstand(stand, beleid().gremia, _gemeenten())
        ONTWIKKELING.move(TOESTAND_VAN[last.soort], "write_ontwikkeling", stand.soort)
        _write(by, row, stand)
        return row.pk


def read_ontwikkelingen(*, by: Actor) -> OntwikkelingenBeeld:
    """The register."""
    with act("read_ontwikkelingen", by=by):
        rows = visible_ontwikkelingen(by).prefetch_related("standen__gemeente").order_by("-datum", "naam")
        alle = [_picture(by, row) for row in rows]
        return OntwikkelingenBeeld(
            tuple(sorted(alle, key=lambda een: not een.loopt)), by.rol in SCHRIJFT_ONTWIKKELING
        )


def read_ontwikkeling(*, by: Actor, ontwikkeling_id: UUID) -> OntwikkelingBeeld:
    """One development. Refused: niet_gevonden."""
    with act("read_ontwikkelingen", by=by) as spoor:
        row = visible_ontwikkelingen(by).filter(pk=ontwikkeling_id).first()
        if row is None:
            raise Refused("niet_gevonden")
        spoor.onderwerp("ontwikkeling", row.pk)
        return _picture(by, row)


def followers(by: Actor) -> tuple[tuple[str, str], ...]:
    """Code and name of the municipalities that this actor may name as follower."""
    rows = Gemeente.objects.filter(pk__in=by.gemeenten).order_by("naam")
    return tuple(rows.values_list("pk", "naam"))


def _gemeenten() -> set[str]:
    return set(Gemeente.objects.values_list("pk", flat=True))


def _write(by: Actor, row: Ontwikkeling, stand: Volgstand) -> None:
    OntwikkelingStand.objects.create(
        ontwikkeling=row,
        soort=stand.soort,
        gevolg=stand.gevolg.strip(),
        volger=stand.volger.strip()[:120],
        gemeente_id=stand.gemeente or None,
        gremium=stand.gremium,
        toelichting=stand.toelichting.strip(),
        naam=by.naam,
        datum=vandaag(),
        **shared_by(by),
    )


def _in_order(rows: Iterable[OntwikkelingStand]) -> list[OntwikkelingStand]:
    return sorted(rows, key=lambda een: (een.vastgelegd_at, een.pk))


def _picture(by: Actor, row: Ontwikkeling) -> OntwikkelingBeeld:
    standen = tuple(
        VolgstandBeeld(
            TOESTAND_VAN[een.soort],
            een.gevolg,
            een.volger,
            een.gemeente.naam if een.gemeente else "",
            een.gemeente_id or "",
            een.gremium,
            een.toelichting,
            een.datum,
            een.naam,
        )
        for een in _in_order(row.standen.all())
    )
    mine = by.rol is Rol.REGIOMANAGER or standen[-1].gemeente_code in by.gemeenten
    return OntwikkelingBeeld(
        *(row.pk, row.naam, row.bron, row.adres, row.datum, standen),
        schrijf_ik=by.rol in SCHRIJFT_ONTWIKKELING and mine,
    )
