"""Reading a plan: as it is worked on, a version, what changed, and as one reader gets it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from uuid import UUID

from koers.actions.handeling import act
from koers.actions.kern.een_persoon import one_among
from koers.actions.kern.gezin_lezen import regisseurs_of
from koers.actions.toegang.plan.laden import (
    betrokkenen,
    children_of,
    circumstances,
    concept,
    consents,
    get_plan,
    note_people,
    offer_of,
    people_of,
    state_of,
    versions,
)
from koers.authorization.zicht import visible_gezinnen, visible_plannen
from koers.domain.actor import Actor
from koers.domain.namen import name_of
from koers.domain.plan.familiegroepsplan import Groepsplanstap, due, is_discussed, state
from koers.domain.plan.onderdelen import PlanInhoud
from koers.domain.plan.opslag import decode_plan
from koers.domain.plan.verschil import Verschil, difference
from koers.domain.plan.volledig import Gemis, missing
from koers.domain.plan.zicht import Kijker, KijkerSoort, Omstandigheden, read_by
from koers.domain.rollen import TOEGANG
from koers.domain.toestemming import Toestemmingsstand
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.registers.kern.models import Huishoudenlid, LogRegel, Medewerker, Organisatie, Persoon
from koers.registers.klok import vandaag
from koers.registers.toegang.models import Plan, PlanDeel, PlanInstemming, PlanOnderdeel, PlanStap


@dataclass(frozen=True, slots=True)
class InstemmingBeeld:
    persoon: UUID
    naam: str
    akkoord: bool
    wijze: str
    datum: date
    toelichting: str


@dataclass(frozen=True, slots=True)
class VersieBeeld:
    """A settled version, without its content."""

    id: UUID
    nummer: int
    datum: date
    door: str
    instemmingen: tuple[InstemmingBeeld, ...]


@dataclass(frozen=True, slots=True)
class LezerBeeld:
    """Somebody who could get the plan: a named child, or a parent of one."""

    id: UUID
    naam: str
    soort: str


@dataclass(frozen=True, slots=True)
class ToestemmingBeeld:
    """How consent stands for one child: to help (`ontvanger` empty), or to sharing with a receiver."""

    kind: str
    ontvanger: str
    stand: Toestemmingsstand
    wie: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Inzien:
    """Who looked at this plan."""

    naam: str
    handeling: str
    tijdstip_at: datetime


@dataclass(frozen=True, slots=True)
class Lezers:
    """To whom a part is opened by hand and from whom it is kept; `versie` goes along with the form."""

    versie: int
    vrijgegeven: tuple[UUID, ...]
    achtergehouden: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class PlanBeeld:
    """The plan as this actor sees it. `namen`: of every person, home and organisation in it.

    `versies_van`: thing -> its version, for its form; `gedaan`: thing -> what was written down about it.
    """

    id: UUID
    gezin_id: UUID
    gezin: str
    versie: int
    toestand: str
    begindatum: date
    inhoud: PlanInhoud
    namen: Mapping[UUID, str]
    versies_van: Mapping[UUID, int]
    gedaan: Mapping[UUID, tuple[str, date]]
    versies: tuple[VersieBeeld, ...]
    gemis: tuple[Gemis, ...]
    groepsplan: tuple[Groepsplanstap, ...]
    groepsplan_stand: str
    uiterlijk: date | None
    toestemmingen: tuple[ToestemmingBeeld, ...]
    lezers: tuple[LezerBeeld, ...]
    lezers_van: Mapping[UUID, Lezers]
    gezien: tuple[Inzien, ...]
    eigen_deel: UUID | None
    mag_alles: bool

    @property
    def open(self) -> bool:
        return self.toestand != "afgesloten"


def has_plan(*, by: Actor, gezin_id: UUID) -> bool:
    """Whether there is a plan to read; shows nothing of anybody. Refused: niet_gevonden."""
    today = vandaag()
    with act("read_plan", by=by) as spoor:
        spoor.onderwerp("gezin", gezin_id)
        if visible_plannen(by, today).filter(gezin_id=gezin_id).exists():
            return True
        if not visible_gezinnen(by, today).filter(pk=gezin_id).exists():
            raise Refused("niet_gevonden")
        return False


def read_plan(*, by: Actor, gezin_id: UUID, nummer: int | None = None) -> PlanBeeld:
    """The plan, or version `nummer` of it, as this actor may see it. Refused: niet_gevonden."""
    today = vandaag()
    with act("read_plan", by=by) as spoor:
        plan = get_plan(by, gezin_id, today)
        note_people(plan, spoor)
        inhoud = content_of(plan, nummer)
        om = circumstances(plan, today)
        kijker = viewer_of(by)
        seen = read_by(inhoud, kijker, om)
        return _picture(by, plan, seen, om, today)


def content_of(plan: Plan, nummer: int | None) -> PlanInhoud:
    if nummer is None:
        return concept(plan)
    found = [row for row in versions(plan) if row.nummer == nummer]
    if not found:
        raise Refused("niet_gevonden")
    return decode_plan(found[0].inhoud)


def viewer_of(by: Actor) -> Kijker:
    if by.rol in TOEGANG:
        return Kijker(KijkerSoort.TOEGANG)
    return Kijker(KijkerSoort.ORGANISATIE, UUID(by.organisatie_id) if by.organisatie_id else None)


def _picture(by: Actor, plan: Plan, inhoud: PlanInhoud, om: Omstandigheden, today: date) -> PlanBeeld:
    mag_alles = by.rol in TOEGANG
    stappen = offer_of(plan)
    own = next((d for d in plan.delen.all() if str(d.organisatie_id) == by.organisatie_id), None)
    lezers = readers_of(plan, om) if mag_alles else ()
    return PlanBeeld(
        id=plan.pk,
        gezin_id=plan.gezin_id,
        gezin=plan.gezin.naam if mag_alles else "",
        versie=plan.versie,
        toestand=state_of(plan),
        begindatum=plan.begindatum,
        inhoud=inhoud,
        namen=names_in(plan, inhoud, today, extra=[lezer.id for lezer in lezers]),
        versies_van=dict(PlanOnderdeel.objects.filter(deel__plan=plan).values_list("pk", "versie")),
        gedaan={
            row.onderdeel: (row.soort, row.datum)
            for row in PlanStap.objects.current().filter(plan=plan, ingetrokken=False)
        },
        versies=_versions(plan) if mag_alles else (),
        gemis=missing(concept(plan), familiegroepsplan_besproken=is_discussed(stappen)) if mag_alles else (),
        groepsplan=tuple(stappen) if mag_alles else (),
        groepsplan_stand=state(stappen),
        uiterlijk=due(stappen, weken=weeks_for_plan()),
        toestemmingen=_consents(plan, today) if mag_alles else (),
        lezers=lezers,
        lezers_van={row.pk: _hands(row) for row in plan.delen.all()} if mag_alles else {},
        gezien=_seen(plan) if mag_alles else (),
        eigen_deel=own.pk if own and not mag_alles else None,
        mag_alles=mag_alles,
    )


def _hands(row: PlanDeel) -> Lezers:
    return Lezers(
        row.versie,
        tuple(UUID(een) for een in row.vrijgegeven),
        tuple(UUID(een) for een in row.achtergehouden),
    )


def weeks_for_plan() -> int:
    """The weeks of Jeugdwet 4.1.3 lid 5, from the norm."""
    return int(beleid().normen["plan-na-afzien-familiegroepsplan"].waarde or 0)


def names_in(plan: Plan, inhoud: PlanInhoud, today: date, extra: Iterable[UUID] = ()) -> dict[UUID, str]:
    """Names of everybody, every home and every organisation that this content mentions, and no others."""
    ids = {*_mentioned(inhoud), *extra}
    namen = {persoon.pk: name_of(persoon) for persoon in Persoon.objects.filter(pk__in=ids)}
    namen |= dict(Medewerker.objects.filter(pk__in=ids).values_list("pk", "naam"))
    namen |= dict(Organisatie.objects.filter(pk__in=ids).values_list("pk", "naam"))
    homes = [deel.huishouden for deel in inhoud.delen if deel.huishouden]
    living: dict[UUID, list[str]] = {}
    people = people_of(plan) - set(children_of(plan))
    rows = Huishoudenlid.objects.on(today).filter(huishouden__in=homes, persoon__in=people)
    for row in rows.select_related("persoon").order_by("persoon__geboortedatum", "pk"):
        living.setdefault(row.huishouden_id, []).append(row.persoon.roepnaam or name_of(row.persoon))
    return namen | {huis: " & ".join(wie) for huis, wie in living.items()}


def _mentioned(inhoud: PlanInhoud) -> Iterable[UUID]:
    yield from inhoud.jeugdigen
    for deel in inhoud.delen:
        yield from (een for een in (deel.jeugdige, deel.organisatie) if een)
        for onderdeel in deel.onderdelen:
            for field in fields(onderdeel.inhoud):
                value = getattr(onderdeel.inhoud, field.name)
                yield from (
                    een for een in (value if isinstance(value, tuple) else (value,)) if isinstance(een, UUID)
                )


def _versions(plan: Plan) -> tuple[VersieBeeld, ...]:
    rows = versions(plan)
    said: dict[UUID, list[InstemmingBeeld]] = {}
    agreed = PlanInstemming.objects.current().filter(versie__in=rows, ingetrokken=False)
    for row in agreed.select_related("persoon").order_by("datum", "vastgelegd_at", "pk"):
        beeld = InstemmingBeeld(
            row.persoon_id, name_of(row.persoon), row.akkoord, row.wijze, row.datum, row.toelichting
        )
        said.setdefault(row.versie_id, []).append(beeld)
    door = _workers(row.vastgelegd_door for row in rows)
    return tuple(
        VersieBeeld(
            row.pk,
            row.nummer,
            row.datum,
            door.get(row.vastgelegd_door, row.vastgelegd_door),
            tuple(said.get(row.pk, ())),
        )
        for row in rows
    )


def _workers(ids: Iterable[str]) -> dict[str, str]:
    real = {een for een in ids if not een.startswith("systeem:")}
    return {str(pk): naam for pk, naam in Medewerker.objects.filter(pk__in=real).values_list("pk", "naam")}


def readers_of(plan: Plan, om: Omstandigheden) -> tuple[LezerBeeld, ...]:
    """Named children, eldest first, and their parents and holders of gezag."""
    kinderen = children_of(plan)
    parents = {wie for een in om.ouders.values() for wie in een}
    rows = {persoon.pk: persoon for persoon in Persoon.objects.filter(pk__in={*kinderen, *parents})}
    old = sorted(parents - set(kinderen), key=lambda wie: (name_of(rows[wie]), wie))
    return tuple(
        [LezerBeeld(kind, name_of(rows[kind]), "jeugdige") for kind in kinderen]
        + [LezerBeeld(wie, name_of(rows[wie]), "ouder") for wie in old]
    )


def _consents(plan: Plan, today: date) -> tuple[ToestemmingBeeld, ...]:
    stands = consents(plan, today)
    ids = {een for key in stands for een in key if een} | {wie for s in stands.values() for wie in s.wie}
    namen = {persoon.pk: name_of(persoon) for persoon in Persoon.objects.filter(pk__in=ids)}
    namen |= dict(Organisatie.objects.filter(pk__in=ids).values_list("pk", "naam"))
    return tuple(
        ToestemmingBeeld(
            namen[kind],
            namen.get(receiver, "") if receiver else "",
            stand,
            tuple(sorted(namen.get(wie, "") for wie in stand.wie)),
        )
        for (kind, receiver), stand in stands.items()
    )


def _seen(plan: Plan, most: int = 10) -> tuple[Inzien, ...]:
    rows = LogRegel.objects.filter(onderwerp_soort="plan", onderwerp_id=str(plan.pk)).order_by("-id")[:most]
    found = list(rows.values_list("by_id", "handeling", "tijdstip_at"))
    namen = _workers(row[0] for row in found)
    return tuple(Inzien(namen.get(wie, wie), handeling, at) for wie, handeling, at in found)


@dataclass(frozen=True, slots=True)
class VerschilBeeld:
    """What changed: from `oud` to what `plan` holds."""

    plan: PlanBeeld
    oud: PlanInhoud
    verschil: Verschil
    namen: Mapping[UUID, str]


def read_verschil(*, by: Actor, gezin_id: UUID, van: int, naar: int | None) -> VerschilBeeld:
    """What changed, in what this actor may see. Refused: niet_gevonden."""
    today = vandaag()
    with act("read_plan", by=by) as spoor:
        plan = get_plan(by, gezin_id, today)
        note_people(plan, spoor)
        om, kijker = circumstances(plan, today), viewer_of(by)
        oud = read_by(content_of(plan, van), kijker, om)
        nieuw = read_by(content_of(plan, naar), kijker, om)
        namen = names_in(plan, oud, today) | names_in(plan, nieuw, today)
        return VerschilBeeld(_picture(by, plan, nieuw, om, today), oud, difference(oud, nieuw), namen)


@dataclass(frozen=True, slots=True)
class Leesversie:
    """The plan for one reader, to print: only what is theirs, with the names in it."""

    lezer: LezerBeeld
    gezin_id: UUID
    nummer: int | None
    datum: date
    leeftijd: int | None
    inhoud: PlanInhoud
    namen: Mapping[UUID, str]
    regisseurs: tuple[str, ...]
    instemmingen: tuple[InstemmingBeeld, ...]


def read_leesversie(*, by: Actor, gezin_id: UUID, lezer_id: UUID) -> Leesversie:
    """The newest version (or else the concept) as this child or parent gets it. Refused: niet_gevonden."""
    today = vandaag()
    with act("print_plan", by=by) as spoor:
        plan = get_plan(by, gezin_id, today)
        om = circumstances(plan, today)
        found = [lezer for lezer in readers_of(plan, om) if lezer.id == lezer_id]
        if not found:
            raise Refused("niet_gevonden")
        lezer = found[0]
        note_people(plan, spoor)
        spoor.note(voor=str(lezer_id))
        rows = versions(plan)
        whole = decode_plan(rows[-1].inhoud) if rows else concept(plan)
        inhoud = read_by(whole, Kijker(KijkerSoort(lezer.soort), lezer_id), om)
        born = betrokkenen([lezer_id], today)[lezer_id] if lezer.soort == "jeugdige" else None
        one = one_among({*people_of(plan), lezer_id})
        said = _versions(plan)[-1].instemmingen if rows else ()
        own = [een for een in said if one.kept(een.persoon) == one.kept(lezer_id)]
        return Leesversie(
            lezer=lezer,
            gezin_id=plan.gezin_id,
            nummer=rows[-1].nummer if rows else None,
            datum=rows[-1].datum if rows else today,
            leeftijd=born.age(today) if born and born.geboortedatum else None,
            inhoud=inhoud,
            namen=names_in(plan, inhoud, today, extra=[lezer_id]),
            regisseurs=regisseurs_of([plan.gezin], today).get(plan.gezin_id, ()),
            instemmingen=tuple(own),
        )
