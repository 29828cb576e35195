"""The one search box: families within sight, best answer first. What may not be seen is never looked at."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Q, QuerySet

from koers.actions.handeling import Spoor, act
from koers.actions.kern.een_persoon import EenPersoon, once_each, one_person
from koers.actions.kern.gezin_lezen import Mens, Thuis, households, mens_of, regisseurs_of
from koers.authorization.poort import may
from koers.authorization.zicht import visible_casussen, visible_gezinnen, visible_toewijzingen
from koers.domain.actor import Actor
from koers.domain.zoekvraag import Zoekvraag, casusnummer, parse
from koers.domain.zoekwoorden import TYPEFOUT_VANAF, Gezocht, halves, sound, weigh
from koers.registers.kern.kluis import index_bsn
from koers.registers.kern.models import Gezin, Gezinslid, Huishouden, Huishoudenlid, Persoon, Zoekwoord
from koers.registers.klok import vandaag
from koers.registers.zorg.models import Toewijzing

MEEST = 20  # families on the page
# How sure each way of finding is; a name weighs 0 to 1.
BSN, CASUS, ADRES, DATUM = 4.0, 3.0, 0.8, 1.0


@dataclass(frozen=True, slots=True)
class CasusRegel:
    """A casus of the family. `nummer`: as people name it."""

    id: UUID
    nummer: str
    kind: str
    datum: date


@dataclass(frozen=True, slots=True)
class TrajectRegel:
    """Help that was given."""

    id: UUID
    kind: str
    product: str
    aanbieder: str


@dataclass(frozen=True, slots=True)
class Treffer:
    """A family that was found. `door`: persons that answer the question; `adressen`: by their address."""

    id: UUID
    naam: str
    leden: tuple[Mens, ...]
    door: frozenset[UUID]
    manieren: tuple[str, ...]
    huishoudens: tuple[Thuis, ...]
    casussen: tuple[CasusRegel, ...]
    trajecten: tuple[TrajectRegel, ...]
    regisseurs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gevonden:
    """The best families; `totaal` may be more."""

    vraag: Zoekvraag
    treffers: tuple[Treffer, ...]
    totaal: int


@dataclass
class _Punten:
    """What speaks for one family."""

    punten: float
    manieren: set[str]
    door: set[UUID]


def search_gezinnen(*, by: Actor, tekst: str) -> Gevonden:
    """Families that the actor works with, found by BSN, name, birth date, address or casus number.

    The question itself is not kept: the log says how was searched, and who was shown.
    """
    today = vandaag()
    vraag = parse(tekst, today=today)
    with act("search_gezinnen", by=by) as spoor:
        if vraag.is_leeg:
            return Gevonden(vraag, (), 0)
        zicht = visible_gezinnen(by, today)
        one = one_person(by, today)
        found = _found(zicht, vraag, by, today, one)
        namen = dict(zicht.filter(pk__in=found).values_list("pk", "naam"))
        order = sorted(found, key=lambda pk: (-found[pk].punten, namen[pk], pk.hex))
        treffers = _pictures(order[:MEEST], found, namen, by, today, one, spoor)
        spoor.note(aantal=len(treffers), manieren=sorted({m for t in treffers for m in t.manieren}))
    return Gevonden(vraag, treffers, len(order))


def _found(
    zicht: QuerySet[Gezin], vraag: Zoekvraag, by: Actor, today: date, one: EenPersoon
) -> dict[UUID, _Punten]:
    leden = Gezinslid.objects.on(today).filter(gezin__in=zicht.values("pk"))
    found: dict[UUID, _Punten] = {}

    def count(gezin: UUID, punten: float, manier: str, persoon: UUID | None) -> None:
        row = found.setdefault(gezin, _Punten(0.0, set(), set()))
        row.punten = max(row.punten, punten)
        row.manieren.add(manier)
        if persoon is not None:
            row.door.add(persoon)

    answers = list(_persons(leden, vraag))
    for gezin, persoon, punten, manier in (*answers, *_elsewhere(answers, leden, one)):
        count(gezin, punten, manier, persoon)
    for gezin, persoon in _addresses(leden, vraag, today):
        count(gezin, ADRES, "adres", persoon)
    if vraag.casus and may(by, "read_casus"):
        laag, hoog = UUID(vraag.casus + "0" * 24), UUID(vraag.casus + "f" * 24)
        rows = visible_casussen(by, today).filter(pk__gte=laag, pk__lte=hoog)
        for gezin, kind in rows.values_list("melding__gezin_id", "jeugdige_id"):
            count(gezin, CASUS, "casus", kind)
    return found


Antwoord = tuple[UUID, UUID, float, str]


def _elsewhere(
    answers: Iterable[Antwoord], leden: QuerySet[Gezinslid], one: EenPersoon
) -> Iterable[Antwoord]:
    """The same people as other families know them, once two rows turned out to be one person."""
    wanted = {
        row: (punten, manier)
        for _, persoon, punten, manier in answers
        for row in one.rows_of([persoon]) - {persoon}
    }
    if wanted:
        for gezin, wie in leden.filter(persoon__in=wanted).values_list("gezin_id", "persoon_id"):
            yield gezin, wie, *wanted[wie]


def _persons(leden: QuerySet[Gezinslid], vraag: Zoekvraag) -> Iterable[Antwoord]:
    """Members that answer: gezin, persoon, how well, in what way."""
    if vraag.bsn:
        exact = leden.filter(persoon__bsn_index=index_bsn(vraag.bsn))
        yield from ((gezin, wie, BSN, "bsn") for gezin, wie in exact.values_list("gezin_id", "persoon_id"))
    if vraag.geboortedatum:
        leden = leden.filter(persoon__geboortedatum=vraag.geboortedatum)
    if not vraag.naam:
        if vraag.geboortedatum:
            rows = leden.values_list("gezin_id", "persoon_id")
            yield from ((gezin, wie, DATUM, "geboortedatum") for gezin, wie in rows)
        return
    for gezocht in _telling(vraag.naam):
        leden = leden.filter(persoon__in=_candidates(gezocht))
    fields = ("gezin_id", "persoon_id", "persoon__gevouwen", "persoon__geboortedatum")
    for gezin, wie, gevouwen, geboren in leden.values_list(*fields):
        jaren = {geboren.year} if geboren else set()
        if (punten := weigh(vraag.naam, gevouwen)) and set(vraag.getallen) <= jaren:
            yield gezin, wie, punten + (1 if vraag.geboortedatum else 0), "naam"


def _telling(naam: tuple[Gezocht, ...]) -> list[Gezocht]:
    """The words that the database is asked for: initials only when there is nothing longer."""
    lang = [gezocht for gezocht in naam if not gezocht.is_kort]
    return lang or [gezocht for gezocht in naam if len(gezocht.woord) > 1]


def _candidates(gezocht: Gezocht) -> QuerySet:
    """Persons with a word that begins so, or may be one letter off; `weigh` decides."""
    asked = Q()
    for vorm in {v for woord in gezocht.vormen for v in (woord, sound(woord))}:
        asked |= Q(woord__startswith=vorm)
        if len(vorm) >= TYPEFOUT_VANAF - 1:
            koppen, staarten = halves(vorm)
            asked |= Q(kop__in=koppen) | Q(staart__in=staarten)
        if len(vorm) <= 3:  # may be initials: Jan Piet as "jp"
            asked |= Q(woord__startswith=vorm[0])
    return Zoekwoord.objects.filter(asked).values("persoon")


def _addresses(leden: QuerySet[Gezinslid], vraag: Zoekvraag, today: date) -> Iterable[tuple[UUID, UUID]]:
    """Members who live at the address; one that may not be told has no words to be found by."""
    if not (vraag.postcode or vraag.adres) or vraag.geboortedatum:
        return
    huizen = Huishouden.objects.filter(geheim="nee")
    if vraag.postcode:
        huizen = huizen.filter(gevouwen__contains=f"| {vraag.postcode.lower()}")
    for woord in vraag.adres:
        huizen = huizen.filter(gevouwen__contains=f" {woord}")
    bewoners = Huishoudenlid.objects.on(today).filter(
        huishouden__in=huizen, persoon__in=leden.values("persoon")
    )
    adressen = dict(bewoners.values_list("persoon_id", "huishouden__gevouwen"))
    for gezin, wie in leden.filter(persoon__in=adressen).values_list("gezin_id", "persoon_id"):
        straat = adressen[wie].split("|")[0]
        # A town alone is no address: something of the street has to be named.
        if vraag.postcode or any(f" {woord}" in straat for woord in vraag.adres if not woord.isdigit()):
            yield gezin, wie


def _pictures(
    order: list[UUID],
    found: dict[UUID, _Punten],
    namen: dict[UUID, str],
    by: Actor,
    today: date,
    one: EenPersoon,
    spoor: Spoor,
) -> tuple[Treffer, ...]:
    """What the page shows, in as many questions for twenty families as for one."""
    leden: dict[UUID, list[Mens]] = {pk: [] for pk in order}
    rows = Gezinslid.objects.on(today).filter(gezin__in=order).select_related("persoon")
    for lid in once_each(rows.order_by("rol", "persoon__geboortedatum", "pk"), one):
        leden[lid.gezin_id].append(mens_of(lid, today, one))
        for row in one.rows_of([lid.persoon_id]):
            spoor.seen(row, lid.gemeente_id)
    everybody = {mens.id: mens.naam for mensen in leden.values() for mens in mensen}
    thuis = households(everybody, today, one)
    casussen = _casussen(order, by, today, one)
    trajecten = _trajecten(order, by, today, one)
    shown = {pk: {one.kept(mens.id): mens.id for mens in leden[pk]} for pk in order}
    regie = regisseurs_of(order, today)
    return tuple(
        Treffer(
            id=pk,
            naam=namen[pk],
            leden=tuple(leden[pk]),
            door=frozenset(shown[pk].get(one.kept(wie), wie) for wie in found[pk].door),
            manieren=tuple(sorted(found[pk].manieren)),
            huishoudens=tuple(
                huis for huis in thuis if {mens.id for mens in leden[pk]} & set(huis.bewoner_ids)
            ),
            casussen=casussen.get(pk, ()),
            trajecten=trajecten.get(pk, ()),
            regisseurs=regie.get(pk, ()),
        )
        for pk in order
    )


def _casussen(
    order: list[UUID], by: Actor, today: date, one: EenPersoon
) -> dict[UUID, tuple[CasusRegel, ...]]:
    if not may(by, "read_casus"):
        return {}
    lines: dict[UUID, tuple[CasusRegel, ...]] = {}
    rows = visible_casussen(by, today).filter(melding__gezin__in=order).select_related("melding", "jeugdige")
    for casus in rows.order_by("-melding__datum", "pk"):
        gezin = casus.melding.gezin_id
        line = CasusRegel(
            casus.pk, casusnummer(casus.pk), _called(one.persoon(casus.jeugdige)), casus.melding.datum
        )
        lines[gezin] = (*lines.get(gezin, ()), line)
    return lines


def _trajecten(
    order: list[UUID], by: Actor, today: date, one: EenPersoon
) -> dict[UUID, tuple[TrajectRegel, ...]]:
    if not may(by, "read_toewijzing"):
        return {}
    lines: dict[UUID, tuple[TrajectRegel, ...]] = {}
    rows: QuerySet[Toewijzing] = visible_toewijzingen(by, today).filter(casus__melding__gezin__in=order)
    for row in rows.select_related(
        "casus__melding", "casus__jeugdige", "contractproduct__aanbieder"
    ).order_by("-ingangsdatum", "pk"):
        gezin, product = row.casus.melding.gezin_id, row.contractproduct
        line = TrajectRegel(
            row.pk, _called(one.persoon(row.casus.jeugdige)), product.naam, product.aanbieder.naam
        )
        lines[gezin] = (*lines.get(gezin, ()), line)
    return lines


def _called(persoon: Persoon) -> str:
    return persoon.roepnaam or persoon.voornamen or persoon.achternaam
