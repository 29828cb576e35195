"""Providers beside a question, with the reasons why they fit or not. Who assigns chooses."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from koers.actions.handeling import act
from koers.actions.kern.een_persoon import rows_anywhere
from koers.actions.zorg.contracten import newest_reports
from koers.authorization.zicht import visible_casussen
from koers.domain.actor import Actor
from koers.domain.matching import Gemeld, Kandidaat, Kind, Oordeel, Plek, judge, order_of
from koers.domain.personen import leeftijd
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.policy.kinds.areas import places_around
from koers.registers.kern.models import Huishoudenlid
from koers.registers.klok import vandaag
from koers.registers.toegang.models import Besluit, Casus
from koers.registers.zorg.models import AcceptatieStap, Contractproduct, Locatie, Toewijzing


@dataclass(frozen=True, slots=True)
class Match:
    """One contract product beside the question."""

    contractproduct_id: UUID
    aanbieder: str
    product: str
    niveau: int
    gemeld: Gemeld | None
    oordeel: Oordeel


@dataclass(frozen=True, slots=True)
class Matches:
    """`hulp`: what may be chosen in this region; `gekozen`: what is looked at now. `uit_besluit`: a besluit
    says so. `adres_geheim`: distance is told by gemeente only."""

    hulp: tuple[str, ...]
    gekozen: str
    uit_besluit: bool
    adres_geheim: bool
    regels: tuple[Match, ...]


def read_matches(*, by: Actor, casus_id: UUID, hulp: str = "") -> Matches:
    """The providers in the own procurement region for one kind of help (its name). Refused: niet_gevonden."""
    today = vandaag()
    with act("read_matches", by=by) as spoor:
        casus = visible_casussen(by, today).select_related("melding", "jeugdige").filter(pk=casus_id).first()
        if casus is None:
            raise Refused("niet_gevonden")
        spoor.onderwerp("casus", casus.pk)
        spoor.seen(casus.jeugdige_id, casus.gemeente_id)
        rows = list(_products(casus.gemeente_id, today))
        granted = _granted(casus)
        names = tuple(dict.fromkeys(row.naam for row in rows))
        named = {row.naam for row in rows if row.code in granted}
        chosen = hulp if hulp in names else min(named, default="")
        kind, secret = _child(casus, today)
        return Matches(
            hulp=names,
            gekozen=chosen,
            uit_besluit=chosen in named,
            adres_geheim=secret,
            regels=_matches([r for r in rows if r.naam == chosen], casus, kind, granted, today),
        )


def _products(gemeente: str, today: date):
    """Contract products of the procurement region of this gemeente, or of all where nobody says which."""
    rows = Contractproduct.objects.on(today).select_related("aanbieder")
    areas = beleid().gebieden
    region = next((g.deel_van for g in areas.values() if g.code == gemeente), None)
    codes = [een.contractcode for een in beleid().acceptatieplicht.values() if een.inkoopregio == region]
    rows = rows.filter(inkoopregio__in=codes) if codes else rows
    return rows.order_by("niveau", "naam", "aanbieder__naam", "pk")


def _granted(casus: Casus) -> frozenset[str]:
    standing = Besluit.objects.current().filter(casus=casus, ingetrokken=False, intrekkingen__isnull=True)
    return frozenset(standing.filter(soort="toekenning").values_list("product", flat=True))


def _child(casus: Casus, today: date) -> tuple[Kind, bool]:
    """What may be used of the child: a place only when every address of today may be told."""
    areas = beleid().gebieden.values()
    here = next((g for g in areas if g.code == casus.gemeente_id), None)
    region = frozenset(g.code for g in areas if here and g.code and g.deel_van == here.deel_van)
    homes = [
        home.huishouden
        for home in Huishoudenlid.objects.on(today)
        .filter(persoon__in=rows_anywhere(casus.jeugdige_id))
        .select_related("huishouden")
    ]
    secret = any(home.is_geheim for home in homes)
    places = frozenset() if secret else frozenset(h.plaatsnaam for h in homes if h.plaatsnaam)
    born = casus.jeugdige.geboortedatum
    kind = Kind(
        leeftijd(born, today) if born else None,
        places,
        places_around(areas, places),
        casus.gemeente_id,
        region,
    )
    return kind, secret


def _matches(
    rows: list[Contractproduct], casus: Casus, kind: Kind, granted: frozenset[str], today: date
) -> tuple[Match, ...]:
    providers = {row.aanbieder_id for row in rows}
    reported = newest_reports(providers)
    places: dict[UUID, list[Plek]] = {}
    for een in Locatie.objects.on(today).filter(aanbieder__in=providers):
        places.setdefault(een.aanbieder_id, []).append(Plek(een.plaatsnaam, een.gemeentecode))
    earlier, refused = _before(casus, providers)
    found = []
    for row in rows:
        gemeld = reported.get((row.aanbieder_id, row.code, row.inkoopregio))
        kandidaat = Kandidaat(
            row.code,
            row.leeftijd_van,
            row.leeftijd_tot_en_met,
            tuple(places.get(row.aanbieder_id, ())),
            gemeld,
            earlier.get(row.aanbieder_id, ()),
            weigerde=row.aanbieder_id in refused,
        )
        oordeel = judge(kind, kandidaat, toegekend=granted)
        found.append(Match(row.pk, row.aanbieder.naam, row.naam, row.niveau, gemeld, oordeel))
    return tuple(sorted(found, key=lambda een: order_of(een.oordeel, een.aanbieder)))


def _before(casus: Casus, providers: set[UUID]) -> tuple[Mapping[UUID, tuple[str, ...]], set[UUID]]:
    """Help this child had at these providers before (its names), and which of them refused it."""
    mine = Toewijzing.objects.current().filter(
        ingetrokken=False,
        gemeente=casus.gemeente_id,
        casus__jeugdige__in=rows_anywhere(casus.jeugdige_id),
        contractproduct__aanbieder__in=providers,
    )
    earlier: dict[UUID, tuple[str, ...]] = {}
    begun = mine.filter(stappen__soort="start").order_by("ingangsdatum").distinct()
    for aanbieder, naam in begun.values_list("contractproduct__aanbieder", "contractproduct__naam"):
        earlier[aanbieder] = tuple(dict.fromkeys((*earlier.get(aanbieder, ()), naam)))
    refusals = AcceptatieStap.objects.current().filter(
        soort="geweigerd", ingetrokken=False, toewijzing__in=mine
    )
    return earlier, set(refusals.values_list("toewijzing__contractproduct__aanbieder", flat=True))
