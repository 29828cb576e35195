"""Reading families: frozen pictures of what somebody may see, logged in the same transaction."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from datetime import date, datetime
from itertools import groupby, starmap
from uuid import UUID

from django.db.models import Count, QuerySet, Window

from koers.actions.handeling import Spoor, act
from koers.actions.kern.een_persoon import NIEMAND, EenPersoon, once_each, one_person
from koers.authorization.zicht import visible_gezinnen
from koers.domain.actor import Actor
from koers.domain.namen import name_of, sorted_by
from koers.domain.personen import leeftijd
from koers.domain.weigering import Refused
from koers.registers.kern.kluis import open_bsn
from koers.registers.kern.models import (
    Gezag,
    Gezin,
    Gezinslid,
    Huishouden,
    Huishoudenlid,
    Inschrijving,
    LogBetrokkene,
    Medewerker,
    Ouderschap,
    Persoon,
    Regisseurschap,
    Vervanging,
)
from koers.registers.klok import vandaag
from koers.registers.vaste_vraag import vaste_vraag

PER_PAGINA = 25
JEUGDIGE = "jeugdige"
# Why somebody may open a secret address; the reason goes into the log.
REDENEN_ADRES = ("eigen_brief", "huisbezoek", "veiligheid")


@dataclass(frozen=True, slots=True)
class Mens:
    """A person as shown. `leeftijd` in whole years; None when not yet born or unknown."""

    id: UUID
    naam: str
    sorteernaam: str
    geboortedatum: date | None
    leeftijd: int | None
    geslacht: str
    bsn_status: str
    bsn: str
    rol: str


@dataclass(frozen=True, slots=True)
class Kind:
    """A child on the line of its family: no more than tells them apart."""

    id: UUID
    naam: str
    leeftijd: int | None


@dataclass(slots=True)
class KindVanGezin:
    """What of a child stands on the line of its family; to open a BSN for each would only cost."""

    gezin_id: UUID
    persoon_id: UUID
    gemeente_id: str
    roepnaam: str
    voornamen: str
    voorvoegsel: str
    achternaam: str
    geboortedatum: date | None


# Those of its columns that are the person's own.
ALS_KIND = tuple(field.name for field in fields(KindVanGezin))[3:]


@dataclass(frozen=True, slots=True)
class GezinKort:
    """A line of the list."""

    id: UUID
    naam: str
    jeugdigen: tuple[Kind, ...]
    regisseurs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GezinnenPagina:
    gezinnen: tuple[GezinKort, ...]
    totaal: int
    pagina: int
    paginas: int


@dataclass(frozen=True, slots=True)
class Thuis:
    """A household with who lives there. A secret address is not in here at all."""

    id: UUID
    geheim: bool
    adres: str
    bewoners: tuple[str, ...]
    bewoner_ids: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class Kijker:
    """Somebody who looked at, or worked in, this family's data."""

    tijdstip_at: datetime
    naam: str
    rol: str
    handeling: str


@dataclass(frozen=True, slots=True)
class GezinBeeld:
    """The page of a family. `gezag` maps a child to the names of who holds gezag today, `scholen` to where
    it goes today.
    """

    id: UUID
    naam: str
    leden: tuple[Mens, ...]
    huishoudens: tuple[Thuis, ...]
    zonder_huishouden: tuple[str, ...]
    ouders: dict[UUID, tuple[str, ...]]
    gezag: dict[UUID, tuple[str, ...]]
    scholen: dict[UUID, tuple[str, ...]]
    regisseurs: tuple[str, ...]
    vervanging: tuple[tuple[str, date], ...]
    kijkers: tuple[Kijker, ...]


def read_gezinnen(
    *, by: Actor, pagina: int = 1, per_pagina: int = PER_PAGINA, zonder_regie: bool = False
) -> GezinnenPagina:
    """The families that the actor works with, by name; `zonder_regie` narrows to families without exactly
    one regisseur today.
    """
    today = vandaag()
    with act("read_gezinnen", by=by) as spoor:
        page, totaal, pagina = _page_of(by, today, pagina, per_pagina, zonder_regie=zonder_regie)
        gezinnen = _short(page, today, spoor, one_person(by, today))
        spoor.note(aantal=len(page), pagina=pagina)
    return GezinnenPagina(gezinnen, totaal, pagina, max(1, -(-totaal // per_pagina)))


def _page_of(
    by: Actor, today: date, pagina: int, per_pagina: int, *, zonder_regie: bool
) -> tuple[Sequence[tuple[UUID, str]], int, int]:
    """The families of a page, how many there are on all pages, and which page it became: a page after the
    last is the last. One question tells it all, but for a page that is not there.
    """
    pagina = max(1, pagina)
    rows = _families(by, today, zonder_regie, (pagina - 1) * per_pagina, pagina * per_pagina)
    if not rows and pagina > 1:
        aantal = _mine(by, today, zonder_regie).count()
        return _page_of(by, today, max(1, -(-aantal // per_pagina)), per_pagina, zonder_regie=zonder_regie)
    return [(pk, naam) for pk, naam, _ in rows], rows[0][2] if rows else 0, pagina


@vaste_vraag
def _families(by: Actor, today: date, zonder_regie: bool, vanaf: int, tot: int) -> QuerySet:
    found = _mine(by, today, zonder_regie).order_by("naam", "pk").annotate(totaal=Window(Count("*")))
    return found.values_list("pk", "naam", "totaal")[vanaf:tot]


def _mine(by: Actor, today: date, zonder_regie: bool) -> QuerySet[Gezin]:
    found = visible_gezinnen(by, today)
    return found.exclude(pk__in=_with_one_regisseur(today)) if zonder_regie else found


def _with_one_regisseur(today: date) -> QuerySet:
    perioden = Regisseurschap.objects.on(today).values("gezin").annotate(aantal=Count("pk"))
    return perioden.filter(aantal=1).values("gezin")


def _short(
    gezinnen: Sequence[tuple[UUID, str]], today: date, spoor: Spoor, one: EenPersoon
) -> tuple[GezinKort, ...]:
    ids = [pk for pk, _ in gezinnen]
    kinderen: dict[UUID, list[Kind]] = {}
    for lid in once_each(starmap(KindVanGezin, _children(today, ids)), one):
        wie = one.blijft.get(lid.persoon_id, lid)
        kinderen.setdefault(lid.gezin_id, []).append(
            Kind(lid.persoon_id, name_of(wie), _age(wie.geboortedatum, today))
        )
        for row in one.rows_of([lid.persoon_id]):
            spoor.seen(row, lid.gemeente_id)
    regie = regisseurs_of(ids, today)
    return tuple(GezinKort(pk, naam, tuple(kinderen.get(pk, ())), regie.get(pk, ())) for pk, naam in gezinnen)


@vaste_vraag
def _children(today: date, gezinnen: Sequence[UUID]) -> QuerySet:
    leden = Gezinslid.objects.on(today).filter(gezin_id__in=gezinnen, rol=JEUGDIGE)
    return leden.order_by("persoon__geboortedatum", "pk").values_list(
        "gezin_id", "persoon_id", "gemeente_id", *(f"persoon__{veld}" for veld in ALS_KIND)
    )


def read_gezin(*, by: Actor, gezin_id: UUID) -> GezinBeeld:
    """The whole family as the actor may see it. Refused: niet_gevonden."""
    today = vandaag()
    with act("read_gezin", by=by) as spoor:
        gezin = visible_gezinnen(by, today).filter(pk=gezin_id).first()
        if gezin is None:
            raise Refused("niet_gevonden")
        spoor.onderwerp("gezin", gezin.pk)
        rows = (
            Gezinslid.objects.on(today)
            .filter(gezin=gezin)
            .select_related("persoon")
            .order_by("rol", "persoon__geboortedatum", "pk")
        )
        one = one_person(by, today)
        leden = once_each(rows, one)
        for persoon in one.rows_of(lid.persoon_id for lid in leden):
            spoor.seen(persoon, gezin.gemeente_id)
        return _picture(gezin, [mens_of(lid, today, one) for lid in leden], today, one)


def _picture(gezin: Gezin, leden: list[Mens], today: date, one: EenPersoon = NIEMAND) -> GezinBeeld:
    namen = {mens.id: mens.naam for mens in leden}
    thuis = households(namen, today, one)
    met_huis = {wie for huis in thuis for wie in huis.bewoner_ids}
    # Of a merged person everything is read, and told of the row by which this family knows them.
    people = one.rows_of(namen)
    here = {one.kept(wie): wie for wie in namen}
    ouders = Ouderschap.objects.filter(jeugdige__in=people).order_by("pk")
    gezag = Gezag.objects.on(today).filter(jeugdige__in=people).order_by("begindatum", "pk")
    scholen = Inschrijving.objects.on(today).filter(jeugdige__in=people).order_by("begindatum", "pk")

    def told(wie: UUID | None) -> str:
        """Gezag or parenthood of somebody outside this family is no name to show here."""
        return namen.get(here.get(one.kept(wie), wie), "") if wie else ""

    return GezinBeeld(
        id=gezin.pk,
        naam=gezin.naam,
        leden=tuple(leden),
        huishoudens=thuis,
        zonder_huishouden=tuple(mens.naam for mens in leden if mens.id not in met_huis),
        ouders=_per_child(
            (here[one.kept(kind)], one.kept(ouder), told(ouder))
            for kind, ouder in ouders.values_list("jeugdige_id", "ouder_id")
        ),
        gezag=_per_child(
            (here[one.kept(kind)], one.kept(houder) if houder else instelling, instelling or told(houder))
            for kind, houder, instelling in gezag.values_list("jeugdige_id", "houder_id", "instelling__naam")
        ),
        scholen=_per_child(
            (here[one.kept(kind)], school, school)
            for kind, school in scholen.values_list("jeugdige_id", "instelling__naam")
        ),
        regisseurs=regisseurs_of([gezin], today).get(gezin.pk, ()),
        vervanging=_standing_in(gezin, today),
        kijkers=_viewers(gezin, people),
    )


def _per_child(told: Iterable[tuple[UUID, UUID | str, str]]) -> dict[UUID, tuple[str, ...]]:
    """Names per child, of triples child, who it is, name: whoever was written down twice is named once."""
    by_child: dict[UUID, dict[UUID | str, str]] = {}
    for kind, wie, naam in told:
        by_child.setdefault(kind, {})[wie] = naam
    return {kind: tuple(namen.values()) for kind, namen in by_child.items()}


def households(namen: dict[UUID, str], today: date, one: EenPersoon = NIEMAND) -> tuple[Thuis, ...]:
    """Where these people live; of an address that may not be told only that it is there.

    Of a merged person: where either row lives.
    """
    here: dict[UUID, list[UUID]] = {}
    for wie in namen:
        here.setdefault(one.kept(wie), []).append(wie)
    order = {wie: place for place, wie in enumerate(here)}
    rows = list(
        Huishoudenlid.objects.on(today)
        .filter(persoon__in=one.rows_of(namen))
        .select_related("huishouden")
        .order_by("huishouden_id", "begindatum", "pk")
    )
    thuis = []
    for _, group in groupby(rows, key=lambda row: row.huishouden_id):
        members = list(group)
        huis = members[0].huishouden
        people = sorted({one.kept(row.persoon_id) for row in members}, key=order.__getitem__)
        bewoners = tuple(namen[here[wie][0]] for wie in people), tuple(w for wie in people for w in here[wie])
        thuis.append(Thuis(huis.pk, huis.is_geheim, "" if huis.is_geheim else _address(huis), *bewoners))
    # As the family is listed, and not by a key that means nothing to who reads it.
    thuis.sort(key=lambda huis: [order[one.kept(wie)] for wie in huis.bewoner_ids])
    return tuple(thuis)


def _address(huis: Huishouden) -> str:
    straat = " ".join(str(deel) for deel in (huis.straatnaam, huis.huisnummer or "", huis.toevoeging) if deel)
    return ", ".join(deel for deel in (straat, f"{huis.postcode} {huis.plaatsnaam}".strip()) if deel)


def regisseurs_of(gezinnen: Iterable[Gezin | UUID], today: date) -> dict[UUID, tuple[str, ...]]:
    """Who directs each family today; none and two are possible."""
    names: dict[UUID, tuple[str, ...]] = {}
    ids = [gezin.pk if isinstance(gezin, Gezin) else gezin for gezin in gezinnen]
    for gezin, naam in _leading(today, ids):
        names[gezin] = (*names.get(gezin, ()), naam)
    return names


@vaste_vraag
def _leading(today: date, gezinnen: Sequence[UUID]) -> QuerySet:
    rows = Regisseurschap.objects.on(today).filter(gezin__in=gezinnen).order_by("begindatum", "pk")
    return rows.values_list("gezin_id", "medewerker__naam")


def _standing_in(gezin: Gezin, today: date) -> tuple[tuple[str, date], ...]:
    """Who stands in for the regisseur today, and until just before which day."""
    rows = Vervanging.objects.on(today).filter(gezin=gezin).order_by("begindatum", "pk")
    return tuple((naam, tot) for naam, tot in rows.values_list("medewerker__naam", "tot_datum") if tot)


def _viewers(gezin: Gezin, people: set[UUID], most: int = 10) -> tuple[Kijker, ...]:
    """Who looked at the members of this family lately, whatever page they used; `people`: those of today."""
    ooit = set(Gezinslid.objects.filter(gezin=gezin).values_list("persoon_id", flat=True))
    rows = list(
        LogBetrokkene.objects.filter(persoon_id__in=ooit | people)
        .order_by("-regel_id")
        .values_list("regel_id", "regel__tijdstip_at", "regel__by_id", "regel__rol", "regel__handeling")
        .distinct()[:most]
    )
    namen = {
        str(pk): naam
        for pk, naam in Medewerker.objects.filter(
            pk__in=[row[2] for row in rows if not row[2].startswith("systeem:")]
        ).values_list("pk", "naam")
    }
    return tuple(Kijker(at, namen.get(wie, wie), rol, handeling) for _, at, wie, rol, handeling in rows)


def mens_of(lid: Gezinslid, today: date, one: EenPersoon = NIEMAND) -> Mens:
    """A member as shown: of a merged person what stands on the row that stays, under the id known here."""
    persoon: Persoon = one.persoon(lid.persoon)
    geboren = persoon.geboortedatum
    return Mens(
        id=lid.persoon_id,
        naam=name_of(persoon),
        sorteernaam=sorted_by(voorvoegsel=persoon.voorvoegsel, achternaam=persoon.achternaam),
        geboortedatum=geboren,
        leeftijd=_age(geboren, today),
        geslacht=persoon.geslacht,
        bsn_status=persoon.bsn_status,
        bsn=open_bsn(persoon.bsn_versleuteld, persoon.pk) if persoon.bsn_versleuteld else "",
        rol=lid.rol,
    )


def _age(geboren: date | None, today: date) -> int | None:
    return leeftijd(geboren, today) if geboren and geboren <= today else None


def reveal_adres(*, by: Actor, gezin_id: UUID, huishouden_id: UUID, reden: str) -> str:
    """Opens one secret address for one of the known reasons. Refused: niet_gevonden, reden_ontbreekt."""
    if reden not in REDENEN_ADRES:
        raise Refused("reden_ontbreekt")
    today = vandaag()
    with act("reveal_adres", by=by) as spoor:
        leden = Gezinslid.objects.on(today).filter(
            gezin__in=visible_gezinnen(by, today).filter(pk=gezin_id).values("pk")
        )
        people = one_person(by, today).rows_of(leden.values_list("persoon_id", flat=True))
        rows = list(
            Huishoudenlid.objects.on(today)
            .filter(huishouden_id=huishouden_id, persoon__in=people)
            .select_related("huishouden")
        )
        if not rows:
            raise Refused("niet_gevonden")
        spoor.onderwerp("huishouden", huishouden_id)
        spoor.note(reden=reden)
        for row in rows:
            spoor.seen(row.persoon_id, row.gemeente_id)
        return _address(rows[0].huishouden)
