"""Reading a casus: what was asked, decided, given and what became of it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from koers.actions.handeling import act
from koers.actions.kern.een_persoon import EenPersoon, one_person
from koers.actions.toegang.besluit_lezen import (
    AanvraagBeeld,
    BezwaarBeeld,
    aanvraag_pictures,
    bezwaar_pictures,
)
from koers.actions.zorg.einden import with_amount
from koers.authorization.zicht import visible_casussen, visible_gezinnen
from koers.domain.actor import Actor
from koers.domain.toewijzingsvarianten import IN_TOTAAL, variant_of
from koers.domain.weigering import Refused
from koers.registers.klok import vandaag
from koers.registers.toegang.models import Besluit, Casus, Maatregel, MaatregelEinde, Melding
from koers.registers.zorg.models import Contractproduct, Toewijzing, TrajectStap


@dataclass(frozen=True, slots=True)
class CasusKort:
    """A casus as a line: the child, when it was asked, by which road."""

    id: UUID
    kind: str
    datum: date
    route: str
    verwijzer: str
    vraag: str


@dataclass(frozen=True, slots=True)
class BesluitBeeld:
    id: UUID
    datum: date
    soort: str
    product: str
    ingangsdatum: date | None
    tot_datum: date | None
    reden: str
    ingetrokken_per: date | None


@dataclass(frozen=True, slots=True)
class StapBeeld:
    soort: str
    datum: date
    reden: str


@dataclass(frozen=True, slots=True)
class ToewijzingBeeld:
    """Help given to a provider. `loopt`: it began and did not stop. `volume` per `frequentie` (WMO757) in
    units of `eenheid` (WJ756), or `budget_cent` for the whole period: as it is now."""

    id: UUID
    kind: str
    aanbieder: str
    product: str
    niveau: int
    datum: date
    tot_datum: date | None
    stappen: tuple[StapBeeld, ...]
    casus_id: UUID
    nummer: int | None
    contractproduct_id: UUID
    variant: str
    volume: int | None
    eenheid: str
    frequentie: str
    budget_cent: int | None

    @property
    def verwijderd(self) -> bool:
        """Whether it was taken away, as if it was never given."""
        return self.tot_datum == self.datum

    @property
    def in_totaal(self) -> bool:
        """Whether its amount holds for the whole period, so that another one needs no new toewijzing."""
        return self.frequentie == IN_TOTAAL or self.budget_cent is not None

    @property
    def loopt(self) -> bool:
        return bool(self.stappen) and self.stappen[-1].soort == "start"


@dataclass(frozen=True, slots=True)
class MaatregelBeeld:
    """A measure (`soort`: CBS code) and who carries it out; `einddatum` is its last day, None: it runs."""

    soort: str
    instelling: str
    datum: date
    einddatum: date | None


@dataclass(frozen=True, slots=True)
class CasusBeeld:
    kort: CasusKort
    gezin_id: UUID
    gezin: str
    aanvragen: tuple[AanvraagBeeld, ...]
    maatregelen: tuple[MaatregelBeeld, ...]
    besluiten: tuple[BesluitBeeld, ...]
    bezwaren: tuple[BezwaarBeeld, ...]
    toewijzingen: tuple[ToewijzingBeeld, ...]


@dataclass(frozen=True, slots=True)
class Keuze:
    """A contract product that can be chosen."""

    id: UUID
    code: str
    naam: str
    aanbieder: str
    niveau: int


def read_casus(*, by: Actor, casus_id: UUID) -> CasusBeeld:
    """The whole casus. Refused: niet_gevonden."""
    today = vandaag()
    with act("read_casus", by=by) as spoor:
        casus = (
            visible_casussen(by, today)
            .select_related("melding__gezin", "jeugdige")
            .filter(pk=casus_id)
            .first()
        )
        if casus is None:
            raise Refused("niet_gevonden")
        spoor.onderwerp("casus", casus.pk)
        spoor.seen(casus.jeugdige_id, casus.gemeente_id)
        besluiten = Besluit.objects.current().filter(casus=casus, ingetrokken=False)
        toewijzingen = Toewijzing.objects.current().filter(casus=casus, ingetrokken=False)
        return CasusBeeld(
            kort=casus_short(casus, one_person(by, today)),
            gezin_id=casus.melding.gezin_id,
            gezin=casus.melding.gezin.naam,
            aanvragen=aanvraag_pictures(by, [casus]),
            bezwaren=bezwaar_pictures(by, [casus]),
            besluiten=tuple(_besluit(row) for row in besluiten.order_by("datum", "vastgelegd_at")),
            maatregelen=_measures(casus),
            toewijzingen=toewijzing_pictures(by, toewijzingen),
        )


def _measures(casus: Casus) -> tuple[MaatregelBeeld, ...]:
    rows = Maatregel.objects.current().filter(casus=casus, ingetrokken=False).select_related("instelling")
    einden = MaatregelEinde.objects.current().filter(maatregel__in=rows, ingetrokken=False)
    last = dict(einden.order_by("datum", "vastgelegd_at").values_list("maatregel_id", "datum"))
    return tuple(
        MaatregelBeeld(row.soort, row.instelling.naam, row.datum, last.get(row.pk))
        for row in rows.order_by("datum", "pk")
    )


def read_casussen(*, by: Actor, gezin_id: UUID) -> tuple[CasusKort, ...]:
    """The casussen of a family, newest first. Refused: niet_gevonden."""
    today = vandaag()
    with act("read_casus", by=by) as spoor:
        if not visible_gezinnen(by, today).filter(pk=gezin_id).exists():
            raise Refused("niet_gevonden")
        rows = list(
            visible_casussen(by, today)
            .filter(melding__gezin_id=gezin_id)
            .select_related("melding", "jeugdige")
            .order_by("-melding__datum", "pk")
        )
        spoor.onderwerp("gezin", gezin_id)
        for casus in rows:
            spoor.seen(casus.jeugdige_id, casus.gemeente_id)
        one = one_person(by, today)
        return tuple(casus_short(casus, one) for casus in rows)


def read_keuzes(*, by: Actor) -> tuple[Keuze, ...]:
    """The contract products of today of providers that work for the actor's municipalities. No persons."""
    del by  # every procurement region's list is public among those who assign
    rows = (
        Contractproduct.objects.on(vandaag())
        .select_related("aanbieder")
        .order_by("niveau", "naam", "aanbieder__naam", "pk")
    )
    return tuple(Keuze(row.pk, row.code, row.naam, row.aanbieder.naam, row.niveau) for row in rows)


def toewijzing_pictures(by: Actor, toewijzingen) -> tuple[ToewijzingBeeld, ...]:
    """Toewijzingen (a queryset of what may be seen) with their steps, in three questions."""
    one = one_person(by, vandaag())
    rows = list(
        with_amount(toewijzingen)
        .select_related("contractproduct__aanbieder", "casus__jeugdige")
        .order_by("datum", "pk")
    )
    steps: dict[UUID, tuple[StapBeeld, ...]] = {}
    for row in (
        TrajectStap.objects.current()
        .filter(toewijzing__in=rows, ingetrokken=False)
        .order_by("datum", "soort", "vastgelegd_at")
    ):
        beeld = StapBeeld(row.soort, row.datum, row.reden)
        steps[row.toewijzing_id] = (*steps.get(row.toewijzing_id, ()), beeld)
    return tuple(
        ToewijzingBeeld(
            id=row.pk,
            kind=one.name_of(row.casus.jeugdige),
            aanbieder=row.contractproduct.aanbieder.naam,
            product=row.contractproduct.naam,
            niveau=row.contractproduct.niveau,
            datum=row.ingangsdatum,
            tot_datum=row.einde,
            stappen=steps.get(row.pk, ()),
            casus_id=row.casus_id,
            nummer=row.nummer,
            contractproduct_id=row.contractproduct_id,
            variant=variant_of(met_omvang=bool(row.volume), generiek=row.generiek),
            volume=row.nu_volume,
            eenheid=row.eenheid,
            frequentie=row.frequentie,
            budget_cent=row.nu_budget_cent,
        )
        for row in rows
    )


def casus_short(casus: Casus, one: EenPersoon) -> CasusKort:
    """A casus whose melding and jeugdige were fetched, as a line."""
    melding: Melding = casus.melding
    return CasusKort(
        casus.pk, one.name_of(casus.jeugdige), melding.datum, melding.route, melding.verwijzer, melding.vraag
    )


def _besluit(row: Besluit) -> BesluitBeeld:
    withdrawn = row.intrekkingen.first()
    return BesluitBeeld(
        row.pk,
        row.datum,
        row.soort,
        row.product,
        row.ingangsdatum,
        row.tot_datum,
        row.reden,
        withdrawn.per_datum if withdrawn else None,
    )
