"""Reading families: frozen pictures of what somebody may see, logged in the same transaction."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby
from uuid import UUID

from django.db.models import Count, QuerySet

from koers.actions.handeling import Spoor, act
from koers.authorization.zicht import visible_gezinnen
from koers.domain.actor import Actor
from koers.domain.namen import sorted_by, written
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
)
from koers.registers.klok import vandaag

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
class GezinKort:
    """A line of the list."""

    id: UUID
    naam: str
    jeugdigen: tuple[Mens, ...]
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
    kijkers: tuple[Kijker, ...]


def read_gezinnen(
    *, by: Actor, pagina: int = 1, per_pagina: int = PER_PAGINA, zonder_regie: bool = False
) -> GezinnenPagina:
    """The families that the actor works with, by name; `zonder_regie` narrows to families without exactly
    one regisseur today.
    """
    today = vandaag()
    with act("read_gezinnen", by=by) as spoor:
        found = visible_gezinnen(by, today).order_by("naam", "pk")
        if zonder_regie:
            found = found.exclude(pk__in=_with_one_regisseur(today))
        totaal = found.count()
        paginas = max(1, -(-totaal // per_pagina))
        pagina = min(max(1, pagina), paginas)
        page = list(found[(pagina - 1) * per_pagina : pagina * per_pagina])
        gezinnen = _short(page, today, spoor)
        spoor.note(aantal=len(page), pagina=pagina)
    return GezinnenPagina(gezinnen, totaal, pagina, paginas)


def _with_one_regisseur(today: date) -> QuerySet:
    perioden = Regisseurschap.objects.on(today).values("gezin").annotate(aantal=Count("pk"))
    return perioden.filter(aantal=1).values("gezin")


def _short(gezinnen: list[Gezin], today: date, spoor: Spoor) -> tuple[GezinKort, ...]:
    leden = Gezinslid.objects.on(today).filter(gezin__in=gezinnen, rol=JEUGDIGE).select_related("persoon")
    kinderen: dict[UUID, list[Mens]] = {}
    for lid in leden.order_by("persoon__geboortedatum", "pk"):
        kinderen.setdefault(lid.gezin_id, []).append(mens_of(lid, today))
        spoor.seen(lid.persoon_id, lid.gemeente_id)
    regie = regisseurs_of(gezinnen, today)
    return tuple(
        GezinKort(g.pk, g.naam, tuple(kinderen.get(g.pk, ())), regie.get(g.pk, ())) for g in gezinnen
    )


def read_gezin(*, by: Actor, gezin_id: UUID) -> GezinBeeld:
    """The whole family as the actor may see it. Refused: niet_gevonden."""
    today = vandaag()
    with act("read_gezin", by=by) as spoor:
        gezin = visible_gezinnen(by, today).filter(pk=gezin_id).first()
        if gezin is None:
            raise Refused("niet_gevonden")
        spoor.onderwerp("gezin", gezin.pk)
        leden = list(
            Gezinslid.objects.on(today)
            .filter(gezin=gezin)
            .select_related("persoon")
            .order_by("rol", "persoon__geboortedatum", "pk")
        )
        for lid in leden:
            spoor.seen(lid.persoon_id, lid.gemeente_id)
        return _picture(gezin, [mens_of(lid, today) for lid in leden], today)


def _picture(gezin: Gezin, leden: list[Mens], today: date) -> GezinBeeld:
    namen = {mens.id: mens.naam for mens in leden}
    thuis = households(namen, today)
    met_huis = {wie for huis in thuis for wie in huis.bewoner_ids}
    ouders = (
        Ouderschap.objects.filter(jeugdige__in=namen).order_by("pk").values_list("jeugdige_id", "ouder_id")
    )
    gezag = Gezag.objects.on(today).filter(jeugdige__in=namen).order_by("begindatum", "pk")
    scholen = Inschrijving.objects.on(today).filter(jeugdige__in=namen).order_by("begindatum", "pk")
    return GezinBeeld(
        id=gezin.pk,
        naam=gezin.naam,
        leden=tuple(leden),
        huishoudens=thuis,
        zonder_huishouden=tuple(mens.naam for mens in leden if mens.id not in met_huis),
        # Gezag or parenthood of somebody outside this family is no name to show here.
        ouders=_per_child((kind, namen.get(ouder, "")) for kind, ouder in ouders),
        gezag=_per_child(
            (kind, instelling or namen.get(houder, ""))
            for kind, houder, instelling in gezag.values_list("jeugdige_id", "houder_id", "instelling__naam")
        ),
        scholen=_per_child(scholen.values_list("jeugdige_id", "instelling__naam")),
        regisseurs=regisseurs_of([gezin], today).get(gezin.pk, ()),
        kijkers=_viewers(gezin),
    )


def _per_child(pairs: Iterable[tuple[UUID, str]]) -> dict[UUID, tuple[str, ...]]:
    by_child: dict[UUID, tuple[str, ...]] = {}
    for kind, naam in pairs:
        by_child[kind] = (*by_child.get(kind, ()), naam)
    return by_child


def households(namen: dict[UUID, str], today: date) -> tuple[Thuis, ...]:
    """Where these people live; of an address that may not be told only that it is there."""
    rows = list(
        Huishoudenlid.objects.on(today)
        .filter(persoon__in=namen)
        .select_related("huishouden")
        .order_by("huishouden_id", "begindatum", "pk")
    )
    thuis = []
    for _, group in groupby(rows, key=lambda row: row.huishouden_id):
        members = list(group)
        huis = members[0].huishouden
        bewoners = tuple(namen[row.persoon_id] for row in members), tuple(row.persoon_id for row in members)
        thuis.append(Thuis(huis.pk, huis.is_geheim, "" if huis.is_geheim else _address(huis), *bewoners))
    return tuple(thuis)


def _address(huis: Huishouden) -> str:
    straat = " ".join(str(deel) for deel in (huis.straatnaam, huis.huisnummer or "", huis.toevoeging) if deel)
    return ", ".join(deel for deel in (straat, f"{huis.postcode} {huis.plaatsnaam}".strip()) if deel)


def regisseurs_of(gezinnen: Iterable[Gezin | UUID], today: date) -> dict[UUID, tuple[str, ...]]:
    """Who directs each family today; none and two are possible."""
    names: dict[UUID, tuple[str, ...]] = {}
    rows = Regisseurschap.objects.on(today).filter(gezin__in=gezinnen).order_by("begindatum", "pk")
    for gezin, naam in rows.values_list("gezin_id", "medewerker__naam"):
        names[gezin] = (*names.get(gezin, ()), naam)
    return names


def _viewers(gezin: Gezin, most: int = 10) -> tuple[Kijker, ...]:
    """Who looked at the members of this family lately, whatever page they used."""
    leden = Gezinslid.objects.filter(gezin=gezin).values("persoon")
    rows = list(
        LogBetrokkene.objects.filter(persoon_id__in=leden)
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


def mens_of(lid: Gezinslid, today: date) -> Mens:
    """A member as shown."""
    persoon: Persoon = lid.persoon
    geboren = persoon.geboortedatum
    return Mens(
        id=persoon.pk,
        naam=written(
            roepnaam=persoon.roepnaam,
            voornamen=persoon.voornamen,
            voorvoegsel=persoon.voorvoegsel,
            achternaam=persoon.achternaam,
        ),
        sorteernaam=sorted_by(voorvoegsel=persoon.voorvoegsel, achternaam=persoon.achternaam),
        geboortedatum=geboren,
        leeftijd=leeftijd(geboren, today) if geboren and geboren <= today else None,
        geslacht=persoon.geslacht,
        bsn_status=persoon.bsn_status,
        bsn=open_bsn(persoon.bsn_versleuteld, persoon.pk) if persoon.bsn_versleuteld else "",
        rol=lid.rol,
    )


def reveal_adres(*, by: Actor, gezin_id: UUID, huishouden_id: UUID, reden: str) -> str:
    """Opens one secret address for one of the known reasons. Refused: niet_gevonden, reden_ontbreekt."""
    if reden not in REDENEN_ADRES:
        raise Refused("reden_ontbreekt")
    today = vandaag()
    with act("reveal_adres", by=by) as spoor:
        leden = Gezinslid.objects.on(today).filter(
            gezin__in=visible_gezinnen(by, today).filter(pk=gezin_id).values("pk")
        )
        rows = list(
            Huishoudenlid.objects.on(today)
            .filter(huishouden_id=huishouden_id, persoon__in=leden.values("persoon"))
            .select_related("huishouden")
        )
        if not rows:
            raise Refused("niet_gevonden")
        spoor.onderwerp("huishouden", huishouden_id)
        spoor.note(reden=reden)
        for row in rows:
            spoor.seen(row.persoon_id, row.gemeente_id)
        return _address(rows[0].huishouden)
