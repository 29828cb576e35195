"""The page of one person: everything that the reader may see of them, whatever row it was written about."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from koers.actions.handeling import Spoor, act
from koers.actions.kern.dubbelen import Dubbelen
from koers.actions.kern.een_persoon import EenPersoon, once_each, one_person
from koers.actions.kern.gezin_lezen import Mens, Thuis, households, mens_of
from koers.actions.kern.samenvoegen import find_lid, find_zelfde, sides
from koers.actions.kern.zoeken import CasusRegel, TrajectRegel
from koers.authorization.zicht import (
    visible_casussen,
    visible_gezinnen,
    visible_plannen,
    visible_samenvoegingen,
    visible_toewijzingen,
)
from koers.domain.actor import Actor
from koers.domain.namen import written
from koers.domain.samenvoegen import choose_blijft
from koers.domain.weigering import Refused
from koers.domain.zoekvraag import casusnummer
from koers.registers.kern.models import Gezag, Gezinslid, Medewerker, Ouderschap, Persoon
from koers.registers.klok import vandaag


@dataclass(frozen=True, slots=True)
class GezinRegel:
    """A family of which this person is a member, and as what."""

    id: UUID
    naam: str
    rol: str


@dataclass(frozen=True, slots=True)
class PlanRegel:
    """A plan about this person; `tot_datum` None: it is open."""

    gezin_id: UUID
    gezin: str
    begindatum: date
    tot_datum: date | None


@dataclass(frozen=True, slots=True)
class PersoonBeeld:
    """Somebody, with where they are found. Names that the reader may not see are "" here.

    `gezag`: who has gezag over them; `gezag_over`: over whom they have it. `versie`: to send along.
    """

    mens: Mens
    gezinnen: tuple[GezinRegel, ...]
    huishoudens: tuple[Thuis, ...]
    ouders: tuple[str, ...]
    gezag: tuple[str, ...]
    gezag_over: tuple[str, ...]
    casussen: tuple[CasusRegel, ...]
    plannen: tuple[PlanRegel, ...]
    trajecten: tuple[TrajectRegel, ...]
    versie: int

    @property
    def open_plannen(self) -> int:
        """More than one is possible once two rows are one person."""
        return sum(1 for plan in self.plannen if plan.tot_datum is None)


@dataclass(frozen=True, slots=True)
class SamenvoegingBeeld:
    """A merge that holds: the name on the row that went up, the day, by whom and why."""

    id: UUID
    naam: str
    datum: date
    door: str
    reden: str


@dataclass(frozen=True, slots=True)
class PersoonPagina:
    beeld: PersoonBeeld
    gezin_id: UUID
    gezin: str
    samenvoegingen: tuple[SamenvoegingBeeld, ...]
    dubbelen: Dubbelen


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """Two side by side. `waarom_niet`: the code of why they may not be merged; else `blijft` is who stays."""

    een: PersoonBeeld
    ander: PersoonBeeld
    gezin_id: UUID
    gezin: str
    blijft: UUID | None
    waarom_niet: Refused | None


def read_persoon(*, by: Actor, gezin_id: UUID, persoon_id: UUID) -> PersoonPagina:
    """Everything of one member of this family, and who may be the same. Refused: niet_gevonden."""
    today = vandaag()
    with act("read_persoon", by=by) as spoor:
        lid = find_lid(by, persoon_id, today, gezin_id)
        one = one_person(by, today)
        dubbelen = find_zelfde(by, one.persoon(lid.persoon), one)
        spoor.onderwerp("persoon", persoon_id)
        for kandidaat in dubbelen.kandidaten:
            spoor.seen(kandidaat.persoon_id, lid.gemeente_id)
        return PersoonPagina(
            beeld=_picture(by, lid, one, today, spoor),
            gezin_id=gezin_id,
            gezin=lid.gezin.naam,
            samenvoegingen=_merges(by, persoon_id, one, today),
            dubbelen=dubbelen,
        )


def read_vergelijking(*, by: Actor, gezin_id: UUID, persoon_id: UUID, ander_id: UUID) -> Vergelijking:
    """Two people beside each other, before somebody decides. Refused: niet_gevonden."""
    today = vandaag()
    with act("merge_personen", by=by) as spoor:
        een = find_lid(by, persoon_id, today, gezin_id)
        ander = find_lid(by, ander_id, today)
        one = one_person(by, today)
        spoor.onderwerp("persoon", persoon_id)
        spoor.note(vergeleken=True)
        try:
            blijft, why = choose_blijft(*sides(een.persoon, ander.persoon, one)).blijft, None
        except Refused as refused:
            blijft, why = None, refused
        return Vergelijking(
            een=_picture(by, een, one, today, spoor),
            ander=_picture(by, ander, one, today, spoor),
            gezin_id=gezin_id,
            gezin=een.gezin.naam,
            blijft=blijft,
            waarom_niet=why,
        )


def _picture(by: Actor, lid: Gezinslid, one: EenPersoon, today: date, spoor: Spoor) -> PersoonBeeld:
    rows = one.rows_of([lid.persoon_id])
    for row in rows:
        spoor.seen(row, lid.gemeente_id)
    mens = mens_of(lid, today, one)
    leden = Gezinslid.objects.on(today).filter(
        persoon__in=rows, gezin__in=visible_gezinnen(by, today).values("pk")
    )
    ouders = Ouderschap.objects.filter(jeugdige__in=rows).values_list("ouder_id", flat=True)
    gezag = Gezag.objects.on(today)
    over_hem = gezag.filter(jeugdige__in=rows).values_list("houder_id", "instelling__naam")
    over = gezag.filter(houder__in=rows).values_list("jeugdige_id", flat=True)
    holders = {houder for houder, _ in over_hem if houder}
    namen = _names(by, {*ouders, *holders, *over}, one, today, spoor)
    return PersoonBeeld(
        mens=mens,
        gezinnen=tuple(
            GezinRegel(een.gezin_id, een.gezin.naam, een.rol)
            for een in once_each(leden.select_related("gezin").order_by("gezin__naam", "pk"), one)
        ),
        huishoudens=households({mens.id: mens.naam}, today, one),
        ouders=_told(ouders, namen, one),
        gezag=(*_told(sorted(holders), namen, one), *(naam for _, naam in over_hem if naam)),
        gezag_over=_told(over, namen, one),
        casussen=_casussen(by, rows, mens.naam, today),
        plannen=_plannen(by, rows, today),
        trajecten=_trajecten(by, rows, mens.naam, today),
        versie=lid.persoon.versie,
    )


def _names(by: Actor, people: set[UUID], one: EenPersoon, today: date, spoor: Spoor) -> dict[UUID, str]:
    """Names of who of these is in a family of the actor, by the row that stays."""
    leden = Gezinslid.objects.on(today).filter(
        persoon__in=people, gezin__in=visible_gezinnen(by, today).values("pk")
    )
    namen = {}
    for lid in leden.select_related("persoon"):
        spoor.seen(lid.persoon_id, lid.gemeente_id)
        namen[one.kept(lid.persoon_id)] = mens_of(lid, today, one).naam
    return namen


def _told(people: Iterable[UUID], namen: dict[UUID, str], one: EenPersoon) -> tuple[str, ...]:
    return tuple(namen.get(wie, "") for wie in dict.fromkeys(one.kept(wie) for wie in people))


def _casussen(by: Actor, rows: set[UUID], naam: str, today: date) -> tuple[CasusRegel, ...]:
    found = visible_casussen(by, today).filter(jeugdige__in=rows).select_related("melding")
    return tuple(
        CasusRegel(casus.pk, casusnummer(casus.pk), naam, casus.melding.datum)
        for casus in found.order_by("-melding__datum", "pk")
    )


def _plannen(by: Actor, rows: set[UUID], today: date) -> tuple[PlanRegel, ...]:
    found = visible_plannen(by, today).filter(jeugdigen__jeugdige__in=rows).select_related("gezin")
    return tuple(
        PlanRegel(plan.gezin_id, plan.gezin.naam, plan.begindatum, plan.tot_datum)
        for plan in found.distinct().order_by("-begindatum", "pk")
    )


def _trajecten(by: Actor, rows: set[UUID], naam: str, today: date) -> tuple[TrajectRegel, ...]:
    found = visible_toewijzingen(by, today).filter(casus__jeugdige__in=rows)
    return tuple(
        TrajectRegel(row.pk, naam, row.contractproduct.naam, row.contractproduct.aanbieder.naam)
        for row in found.select_related("contractproduct__aanbieder").order_by("-ingangsdatum", "pk")
    )


def _merges(by: Actor, persoon_id: UUID, one: EenPersoon, today: date) -> tuple[SamenvoegingBeeld, ...]:
    rows = list(
        visible_samenvoegingen(by, today)
        .filter(blijft_id=one.kept(persoon_id))
        .select_related("opgegaan")
        .order_by("vastgelegd_at", "pk")
    )
    who = dict(
        Medewerker.objects.filter(pk__in=[row.vastgelegd_door for row in rows]).values_list("pk", "naam")
    )
    return tuple(
        SamenvoegingBeeld(
            row.pk, _called(row.opgegaan), row.datum, who.get(UUID(row.vastgelegd_door), ""), row.reden
        )
        for row in rows
    )


def _called(persoon: Persoon) -> str:
    """The name as it stands on the row itself."""
    return written(
        roepnaam=persoon.roepnaam,
        voornamen=persoon.voornamen,
        voorvoegsel=persoon.voorvoegsel,
        achternaam=persoon.achternaam,
    )
