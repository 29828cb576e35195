"""The gebiedsagenda as it stands: areas, their meetings, reach per partner and quarter, open agreements."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from koers.actions.handeling import Spoor, act
from koers.actions.sturing.gebiedsagenda import VOLGORDE, area_ids
from koers.actions.sturing.gebiedsbronnen import BronBeeld, choosable_bronnen, school_group
from koers.authorization.zicht_gebieden import (
    visible_gebiedsagenda,
    visible_gebiedsgemeenten,
    visible_lichte_groepen,
    visible_partners,
    visible_schoolgroepen,
)
from koers.domain.actor import Actor
from koers.domain.gebiedsagenda import LOPEND, ORGANISEERT_GEBIED, SCHRIJFT_BIJDRAGE
from koers.domain.toestanden.gebiedsagenda import GEBIEDSAFSPRAAK
from koers.domain.weigering import Refused
from koers.registers.klok import vandaag
from koers.registers.sturing.models import (
    Bereikbron,
    Bijeenkomstversie,
    Gebiedsaanwezigheid,
    Gebiedsafspraak,
    GebiedsafspraakStap,
    Gebiedsbijeenkomst,
    Partnerbijdrage,
)


@dataclass(frozen=True, slots=True)
class PartnerBeeld:
    """An organisation; `aantal`: how many of it were at a meeting."""

    id: UUID
    naam: str
    aantal: int = 0


@dataclass(frozen=True, slots=True)
class BijdrageBeeld:
    """What a partner told. `bronnen`: groups that Koers knew; `vervallen`: how many of those were withdrawn.

    `eerder`: what it told before, the oldest first.
    """

    organisatie: UUID
    partner: str
    aanbod: str
    getypt: int
    ouders: int
    resultaat: str
    maat: str
    geteld: int | None
    totaal: int | None
    bronnen: tuple[BronBeeld, ...]
    vervallen: int
    versie: int
    reden: str
    naam: str
    op: datetime
    eerder: tuple["BijdrageBeeld", ...] = ()

    @property
    def jeugdigen(self) -> int:
        """Young people who were reached: typed, and in groups that Koers knew."""
        return self.getypt + sum(een.aantal for een in self.bronnen)


@dataclass(frozen=True, slots=True)
class AfspraakStapBeeld:
    """What came of an agreement on a day; `uiterlijk`: the new day, where one was agreed."""

    soort: str
    datum: date
    reden: str
    uiterlijk: date | None
    naam: str


@dataclass(frozen=True, slots=True)
class AfspraakBeeld:
    """An agreement. `dagen`: every agreed day, the first one first; the last counts."""

    id: UUID
    organisatie: UUID
    partner: str
    wat: str
    wie: str
    datum: date
    dagen: tuple[date, ...]
    stand: str
    stappen: tuple[AfspraakStapBeeld, ...]
    bijeenkomst: UUID
    gebied: str
    te_laat: bool

    @property
    def uiterlijk(self) -> date:
        return self.dagen[-1]

    @property
    def loopt(self) -> bool:
        """Whether it still has to be done."""
        return self.stand in LOPEND

    def open_before(self, dag: date) -> bool:
        """Whether it still had to be done when the partners met on `dag`."""
        last = [een.soort for een in self.stappen if een.datum < dag]
        return (last[-1] if last else GEBIEDSAFSPRAAK.begin) in LOPEND


@dataclass(frozen=True, slots=True)
class VersieBeeld:
    """How a meeting was written down at a moment; `reden`: why it was corrected."""

    datum: date
    onderwerpen: str
    reden: str
    naam: str
    op: datetime


@dataclass(frozen=True, slots=True)
class BijeenkomstBeeld:
    """A meeting; the last of `versies` counts. `meegenomen`: agreements of earlier ones, open on that day."""

    id: UUID
    gebied: str
    kwartaal: str
    versies: tuple[VersieBeeld, ...]
    aanwezigen: tuple[PartnerBeeld, ...]
    bijdragen: tuple[BijdrageBeeld, ...]
    afspraken: tuple[AfspraakBeeld, ...]
    meegenomen: tuple[AfspraakBeeld, ...]

    @property
    def datum(self) -> date:
        return self.versies[-1].datum

    @property
    def onderwerpen(self) -> str:
        return self.versies[-1].onderwerpen

    @property
    def mensen(self) -> int:
        """How many people were there."""
        return sum(een.aantal for een in self.aanwezigen)

    def bijdrage(self, organisatie: UUID) -> BijdrageBeeld | None:
        """What a partner told, if it did."""
        return next((een for een in self.bijdragen if een.organisatie == organisatie), None)


@dataclass(frozen=True, slots=True)
class GebiedBeeld:
    """An area (its id in the policy) with its meetings, the newest quarter first."""

    id: str
    bijeenkomsten: tuple[BijeenkomstBeeld, ...]

    @property
    def open_afspraken(self) -> tuple[AfspraakBeeld, ...]:
        """What still has to be done, the nearest day first: the next meeting has it on its list."""
        found = [een for bijeenkomst in self.bijeenkomsten for een in bijeenkomst.afspraken if een.loopt]
        return tuple(sorted(found, key=lambda een: (een.uiterlijk, een.wat)))


@dataclass(frozen=True, slots=True)
class GebiedsagendaBeeld:
    """The gebiedsagenda of a municipality. `partners`: for whom this reader may write."""

    gemeente: str
    naam: str
    gemeenten: tuple[tuple[str, str], ...]
    gebieden: tuple[GebiedBeeld, ...]
    partners: tuple[PartnerBeeld, ...]
    organiseer_ik: bool

    def gebied(self, id: str) -> GebiedBeeld:
        """Refused: niet_gevonden."""
        for een in self.gebieden:
            if een.id == id:
                return een
        raise Refused("niet_gevonden")

    def bijeenkomst(self, id: UUID) -> BijeenkomstBeeld:
        """Refused: niet_gevonden."""
        for gebied in self.gebieden:
            for een in gebied.bijeenkomsten:
                if een.id == id:
                    return een
        raise Refused("niet_gevonden")

    def known_partners(self) -> frozenset[UUID]:
        """Who sat at a table here before, or told something."""
        meetings = [een for gebied in self.gebieden for een in gebied.bijeenkomsten]
        there = {partner.id for een in meetings for partner in een.aanwezigen}
        return frozenset(there | {b.organisatie for een in meetings for b in een.bijdragen})

    def writes_for(self, organisatie: UUID) -> bool:
        """Whether this reader may write for a partner."""
        return any(een.id == organisatie for een in self.partners)


def read_gebiedsagenda(*, by: Actor, gemeente: str = "") -> GebiedsagendaBeeld:
    """All areas of a municipality; of the first of the actor's own when none is named.

    Refused: niet_gevonden.
    """
    with act("read_gebiedsagenda", by=by) as spoor:
        return picture(by, gemeente, spoor)


def read_bijeenkomst(*, by: Actor, bijeenkomst_id: UUID) -> tuple[GebiedsagendaBeeld, BijeenkomstBeeld]:
    """A meeting, with the agenda it stands in. Refused: niet_gevonden."""
    with act("read_gebiedsagenda", by=by) as spoor:
        beeld = picture(by, _row(by, Gebiedsbijeenkomst, bijeenkomst_id).gemeente_id, spoor)
        return beeld, beeld.bijeenkomst(bijeenkomst_id)


def read_afspraak(*, by: Actor, afspraak_id: UUID) -> tuple[GebiedsagendaBeeld, AfspraakBeeld]:
    """An agreement, with the agenda it stands in. Refused: niet_gevonden."""
    with act("read_gebiedsagenda", by=by) as spoor:
        row = _row(by, Gebiedsafspraak, afspraak_id)
        beeld = picture(by, row.gemeente_id, spoor)
        found = beeld.bijeenkomst(row.bijeenkomst_id).afspraken
        return beeld, next(een for een in found if een.id == afspraak_id)


def read_bronnen(*, by: Actor, bijeenkomst_id: UUID, organisatie_id: UUID) -> tuple[BronBeeld, ...]:
    """Groups of a partner that can be counted at a meeting. Refused: niet_gevonden."""
    with act("read_gebiedsagenda", by=by):
        return choosable_bronnen(by, _row(by, Gebiedsbijeenkomst, bijeenkomst_id), organisatie_id)


def read_partners(*, by: Actor, gemeente: str) -> tuple[PartnerBeeld, ...]:
    """Organisations that can sit at the table, for who writes down who was there."""
    with act("read_gebiedsagenda", by=by):
        rows = visible_partners(by, gemeente).order_by("naam", "pk").values_list("pk", "naam")
        return tuple(PartnerBeeld(pk, naam) for pk, naam in rows)


# --- rows into pictures -----------------------------------------------------------------------------


def picture(by: Actor, gemeente: str, spoor: Spoor) -> GebiedsagendaBeeld:
    """The gebiedsagenda; within an act. Refused: niet_gevonden."""
    gemeenten = tuple(visible_gebiedsgemeenten(by).order_by("naam").values_list("pk", "naam"))
    names = dict(gemeenten)
    gemeente = gemeente or next(iter(names), "")
    if gemeente not in names:
        raise Refused("niet_gevonden")
    spoor.onderwerp("gebiedsagenda", gemeente)
    return GebiedsagendaBeeld(
        gemeente=gemeente,
        naam=names[gemeente],
        gemeenten=gemeenten,
        gebieden=areas(by, gemeente),
        partners=_may_write_for(by, gemeente),
        organiseer_ik=by.rol in ORGANISEERT_GEBIED,
    )


def areas(by: Actor, gemeente: str) -> tuple[GebiedBeeld, ...]:
    """Every area of the policy, and after those any that left it and still has meetings; within an act."""
    rows = list(_rows(by, Gebiedsbijeenkomst, gemeente))
    parts = _Delen.of(by, gemeente)
    known = area_ids(gemeente)
    order = dict.fromkeys([*known, *sorted(row.gebied for row in rows)])
    return tuple(
        GebiedBeeld(
            id,
            tuple(
                sorted(
                    (parts.meeting(row) for row in rows if row.gebied == id),
                    key=lambda een: (een.kwartaal, een.datum),
                    reverse=True,
                )
            ),
        )
        for id in order
    )


def _may_write_for(by: Actor, gemeente: str) -> tuple[PartnerBeeld, ...]:
    if by.rol not in SCHRIJFT_BIJDRAGE or by.organisatie_id is None:
        return ()
    here = visible_partners(by, gemeente)
    if by.rol not in ORGANISEERT_GEBIED:
        here = here.filter(pk=by.organisatie_id)
    return tuple(PartnerBeeld(pk, naam) for pk, naam in here.order_by("naam", "pk").values_list("pk", "naam"))


@dataclass(frozen=True, slots=True)
class _Delen:
    """What hangs on the meetings of a municipality, by meeting."""

    versies: dict[UUID, list[Bijeenkomstversie]]
    aanwezigen: dict[UUID, list[Gebiedsaanwezigheid]]
    bijdragen: dict[UUID, list[BijdrageBeeld]]
    afspraken: tuple[AfspraakBeeld, ...]

    @classmethod
    def of(cls, by: Actor, gemeente: str) -> "_Delen":
        return cls(
            _per(_rows(by, Bijeenkomstversie, gemeente).order_by("versie"), "bijeenkomst_id"),
            _per(_rows(by, Gebiedsaanwezigheid, gemeente).select_related("organisatie"), "bijeenkomst_id"),
            _bijdragen(by, gemeente),
            tuple(_afspraken(by, gemeente)),
        )

    def meeting(self, row: Gebiedsbijeenkomst) -> BijeenkomstBeeld:
        versies = tuple(
            VersieBeeld(een.datum, een.onderwerpen, een.reden, een.naam, een.vastgelegd_at)
            for een in self.versies[row.pk]
        )
        there = {een.organisatie_id: een for een in self.aanwezigen.get(row.pk, ())}
        earlier = [een for een in self.afspraken if een.gebied == row.gebied and een.bijeenkomst != row.pk]
        day = versies[-1].datum
        return BijeenkomstBeeld(
            id=row.pk,
            gebied=row.gebied,
            kwartaal=row.kwartaal,
            versies=versies,
            aanwezigen=tuple(
                sorted(
                    (
                        PartnerBeeld(een.organisatie_id, een.organisatie.naam, een.aantal)
                        for een in there.values()
                        if een.aantal
                    ),
                    key=lambda een: een.naam,
                )
            ),
            bijdragen=tuple(sorted(self.bijdragen.get(row.pk, ()), key=lambda een: een.partner)),
            afspraken=tuple(een for een in self.afspraken if een.bijeenkomst == row.pk),
            meegenomen=tuple(een for een in earlier if een.datum < day and een.open_before(day)),
        )


def _bijdragen(by: Actor, gemeente: str) -> dict[UUID, list[BijdrageBeeld]]:
    """Per meeting what each partner told last, with what it told before."""
    rows = _rows(by, Partnerbijdrage, gemeente).select_related("organisatie").order_by("versie")
    bronnen = _per(_rows(by, Bereikbron, gemeente), "bijdrage_id")
    groups = {een.pk: school_group(een) for een in visible_schoolgroepen(by, gemeente).select_related("plek")}
    groups |= {
        een.pk: BronBeeld(een.pk, "lichte_groep", een.thema, "", een.datum, een.deelnemers)
        for een in visible_lichte_groepen(by, gemeente)
    }
    told: dict[tuple[UUID, UUID], list[BijdrageBeeld]] = {}
    for row in rows:
        named = [een.schoolwerk_id or een.lichte_groep_id for een in bronnen.get(row.pk, ())]
        there = tuple(groups[een] for een in named if een in groups)
        said = told.setdefault((row.bijeenkomst_id, row.organisatie_id), [])
        said.append(_bijdrage(row, there, len(named) - len(there), tuple(said)))
    found: dict[UUID, list[BijdrageBeeld]] = {}
    for (bijeenkomst, _organisatie), said in told.items():
        found.setdefault(bijeenkomst, []).append(said[-1])
    return found


def _bijdrage(
    row: Partnerbijdrage, bronnen: tuple[BronBeeld, ...], vervallen: int, eerder: tuple[BijdrageBeeld, ...]
) -> BijdrageBeeld:
    return BijdrageBeeld(
        organisatie=row.organisatie_id,
        partner=row.organisatie.naam,
        aanbod=row.aanbod,
        getypt=row.jeugdigen,
        ouders=row.ouders,
        resultaat=row.resultaat,
        maat=row.maat,
        geteld=row.geteld,
        totaal=row.totaal,
        bronnen=bronnen,
        vervallen=vervallen,
        versie=row.versie,
        reden=row.reden,
        naam=row.naam,
        op=row.vastgelegd_at,
        eerder=eerder,
    )


def _afspraken(by: Actor, gemeente: str) -> Iterable[AfspraakBeeld]:
    steps = _per(_rows(by, GebiedsafspraakStap, gemeente), "afspraak_id")
    for row in _rows(by, Gebiedsafspraak, gemeente).select_related("organisatie", "bijeenkomst"):
        said = steps.get(row.pk, [])
        dagen = (row.uiterlijk, *(een.uiterlijk for een in said if een.uiterlijk))
        stand = said[-1].soort if said else GEBIEDSAFSPRAAK.begin
        yield AfspraakBeeld(
            id=row.pk,
            organisatie=row.organisatie_id,
            partner=row.organisatie.naam,
            wat=row.wat,
            wie=row.wie,
            datum=row.datum,
            dagen=dagen,
            stand=stand,
            stappen=tuple(
                AfspraakStapBeeld(een.soort, een.datum, een.reden, een.uiterlijk, een.naam) for een in said
            ),
            bijeenkomst=row.bijeenkomst_id,
            gebied=row.bijeenkomst.gebied,
            te_laat=stand in LOPEND and dagen[-1] < vandaag(),
        )


def _row(by: Actor, table: Any, id: UUID) -> Any:
    found = visible_gebiedsagenda(by, table).filter(pk=id).first()
    if found is None:
        raise Refused("niet_gevonden")
    return found


def _rows(by: Actor, table: Any, gemeente: str) -> Any:
    return visible_gebiedsagenda(by, table).filter(gemeente=gemeente).order_by(*VOLGORDE)


def _per(rows: Iterable[Any], field: str) -> dict[Any, list[Any]]:
    """Rows by the value of a field, in their order."""
    found: dict[Any, list[Any]] = {}
    for row in rows:
        found.setdefault(getattr(row, field), []).append(row)
    return found
