"""Reading aanvragen, besluiten, letters and bezwaren; and the letter before it is there."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, QuerySet

from koers.actions.handeling import act
from koers.actions.kern.een_persoon import EenPersoon, one_person
from koers.actions.kern.regie import caseworkers
from koers.actions.toegang.aanvragen import (
    OPEN,
    Termijn,
    lock_casus,
    open_aanvraag,
    state_from,
    state_of,
    steps_of,
    term_of,
)
from koers.actions.toegang.besluiten import frozen_rules
from koers.actions.toegang.bezwaren import last_outcome, state_of_bezwaar
from koers.actions.toegang.brieven import addressees, contents, for_reader
from koers.authorization.zicht import visible_casussen
from koers.domain.actor import Actor
from koers.domain.besluiten import NieuwBesluit
from koers.domain.namen import name_of
from koers.domain.toestanden.besluit import AANVRAAG
from koers.domain.weigering import Refused
from koers.registers.kern.models import Medewerker
from koers.registers.klok import vandaag
from koers.registers.toegang.models import (
    Aanvraag,
    AanvraagStap,
    Beschikking,
    Besluit,
    Bezwaar,
    Casus,
    Verzending,
)
from koers.registers.zorg.models import Contractproduct


@dataclass(frozen=True, slots=True)
class StapBeeld:
    soort: str
    datum: date
    termijn_datum: date | None
    toelichting: str


@dataclass(frozen=True, slots=True)
class AanvraagBeeld:
    """An aanvraag: where it stands, until when, and what may be done. `aan`: before whom it lies."""

    id: UUID
    casus_id: UUID
    kind: str
    datum: date
    gevraagd: str
    toestand: str
    termijn: Termijn
    stappen: tuple[StapBeeld, ...]
    kan: tuple[str, ...]
    aan: str
    aan_mij: bool
    voorstel: NieuwBesluit | None

    @property
    def open(self) -> bool:
        """Whether the college still has to decide."""
        return self.toestand in OPEN

    @property
    def te_laat(self) -> bool:
        """Whether the last day has passed."""
        return self.open and self.termijn.laatste_dag < vandaag()


@dataclass(frozen=True, slots=True)
class BezwaarBeeld:
    id: UUID
    casus_id: UUID
    kind: str
    datum: date
    wie: str
    laatste_dag: date
    op_tijd: bool
    gronden: str
    toestand: str
    toelichting: str

    @property
    def open(self) -> bool:
        """Whether somebody still has to decide about it."""
        return self.toestand == "bezwaar_ontvangen"


@dataclass(frozen=True, slots=True)
class BriefBeeld:
    """A letter about the besluit to one person. `per_post`: an address stands on it."""

    id: UUID
    aan: str
    datum: date
    stand: str
    per_post: bool
    gemaakt: bool


@dataclass(frozen=True, slots=True)
class Besluitblad:
    """Everything about one besluit. `eerder`: what it replaced, the youngest first. `plan`: number and day of
    the version of the plan that it cites.
    """

    id: UUID
    casus_id: UUID
    kind: str
    gezin_id: UUID
    gezin: str
    soort: str
    datum: date
    product: str
    product_code: str
    ingangsdatum: date | None
    tot_datum: date | None
    reden: str
    bedrag_cent: int | None
    toetsing: list[dict[str, Any]]
    principe: str
    principe_afwijking: str
    combinatie: str
    plan: tuple[int, date] | None
    door: str
    indiener: str
    adviseur: str
    mandaat: str
    reden_correctie: str
    toestand: str
    kan: tuple[str, ...]
    ingetrokken_per: date | None
    reden_intrekking: str
    brieven: tuple[BriefBeeld, ...]
    bezwaren: tuple[BezwaarBeeld, ...]
    eerder: tuple[tuple[date, str, str], ...]

    @property
    def laatste_dag(self) -> date | None:
        """The last day of the help, as people name it."""
        return self.tot_datum and self.tot_datum - timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Vooraf:
    """The letter as it would be. `aan`: everybody who gets one."""

    gegevens: dict[str, Any]
    aan: tuple[str, ...]


def aanvraag_pictures(by: Actor, casussen: Iterable[Casus]) -> tuple[AanvraagBeeld, ...]:
    """The aanvragen of casussen that may be seen, oldest first; inside the act that asked."""
    rows = Aanvraag.objects.current().filter(casus__in=casussen, ingetrokken=False)
    return _aanvragen(by, rows)


def _aanvragen(by: Actor, rows: QuerySet[Aanvraag]) -> tuple[AanvraagBeeld, ...]:
    """Pictures in a number of questions that does not grow with the rows."""
    asked = list(rows.select_related("casus__jeugdige").order_by("datum", "vastgelegd_at"))
    steps: dict[UUID, list[AanvraagStap]] = {row.pk: [] for row in asked}
    happened = AanvraagStap.objects.current().filter(aanvraag__in=asked, ingetrokken=False)
    for step in happened.order_by("datum", "vastgelegd_at"):
        steps[step.aanvraag_id].append(step)
    decided = Besluit.objects.current().filter(aanvraag__in=asked, ingetrokken=False)
    besluiten = {row.aanvraag_id: row for row in decided.prefetch_related("intrekkingen")}
    one = one_person(by, vandaag())
    return tuple(
        _aanvraag(by, row, steps[row.pk], besluiten.get(row.pk), one.name_of(row.casus.jeugdige))
        for row in asked
    )


def _aanvraag(
    by: Actor, row: Aanvraag, steps: list[AanvraagStap], besluit: Besluit | None, kind: str
) -> AanvraagBeeld:
    toestand = state_from(steps, besluit)
    laid = _last_laid(steps) if toestand == "voorgelegd" else None
    aan = laid.aan if laid else ""
    extra = ("extend_term", "register_ingebrekestelling") if toestand in OPEN else ()
    return AanvraagBeeld(
        id=row.pk,
        casus_id=row.casus_id,
        kind=kind,
        datum=row.datum,
        gevraagd=row.gevraagd,
        toestand=toestand,
        termijn=term_of(row, steps),
        stappen=tuple(StapBeeld(s.soort, s.datum, s.termijn_datum, s.toelichting) for s in steps),
        kan=(*AANVRAAG.open_acts(toestand), *extra),
        aan=_naam(aan),
        aan_mij=aan == by.id,
        voorstel=NieuwBesluit.from_json(laid.voorstel) if laid and laid.voorstel else None,
    )


def _last_laid(steps: list[AanvraagStap]) -> AanvraagStap:
    return next(step for step in reversed(steps) if step.soort == "voorgelegd")


def bezwaar_pictures(by: Actor, casussen: Iterable[Casus]) -> tuple[BezwaarBeeld, ...]:
    """The bezwaren about casussen that may be seen, oldest first; inside the act that asked."""
    rows = Bezwaar.objects.current().filter(besluit__casus__in=casussen, ingetrokken=False)
    rows = rows.select_related("besluit__casus__jeugdige").prefetch_related("uitkomsten")
    one = one_person(by, vandaag())
    return tuple(_bezwaar(row, one) for row in rows.order_by("datum", "vastgelegd_at"))


def _bezwaar(row: Bezwaar, one: EenPersoon) -> BezwaarBeeld:
    outcome = last_outcome(row)
    return BezwaarBeeld(
        id=row.pk,
        casus_id=row.besluit.casus_id,
        kind=one.name_of(row.besluit.casus.jeugdige),
        datum=row.datum,
        wie=row.wie,
        laatste_dag=row.laatste_dag,
        op_tijd=row.op_tijd,
        gronden=row.gronden,
        toestand=state_of_bezwaar(row),
        toelichting=outcome.toelichting if outcome else "",
    )


def read_aanvragen(*, by: Actor) -> tuple[tuple[AanvraagBeeld, ...], tuple[BezwaarBeeld, ...]]:
    """The aanvragen and bezwaren that wait, of everybody the actor works with; first due comes first."""
    with act("read_aanvragen", by=by) as spoor:
        casussen = visible_casussen(by, vandaag())
        asked = waiting_of(by, casussen)
        objected = [beeld for beeld in bezwaar_pictures(by, casussen) if beeld.open]
        shown = {beeld.casus_id for beeld in asked} | {beeld.casus_id for beeld in objected}
        for casus in casussen.filter(pk__in=shown):
            spoor.seen(casus.jeugdige_id, casus.gemeente_id)
        asked.sort(key=lambda beeld: (beeld.termijn.laatste_dag, beeld.id))
        return tuple(asked), tuple(sorted(objected, key=lambda beeld: (beeld.datum, beeld.id)))


def waiting_of(by: Actor, casussen: QuerySet[Casus]) -> list[AanvraagBeeld]:
    """The aanvragen of these casussen that wait for an answer; inside the act that asked."""
    decided = Besluit.objects.current().filter(aanvraag=OuterRef("pk"), ingetrokken=False)
    waiting = Aanvraag.objects.current().filter(~Exists(decided), casus__in=casussen, ingetrokken=False)
    return [beeld for beeld in _aanvragen(by, waiting) if beeld.open]


def read_besluit(*, by: Actor, besluit_id: UUID) -> Besluitblad:
    """One besluit with its letters, bezwaren and what it replaced. Refused: niet_gevonden."""
    with act("read_besluit", by=by) as spoor:
        row = Besluit.objects.filter(pk=besluit_id, ingetrokken=False).first()
        if row is None:
            raise Refused("niet_gevonden")
        casus = lock_casus(by, row.casus_id, spoor)
        withdrawn = row.intrekkingen.first()
        holds = not Besluit.objects.filter(vervangt=row).exists()
        toestand = _state_of_besluit(row) if holds else "vervangen"
        product = Contractproduct.objects.filter(code=row.product).order_by("-begindatum").first()
        return Besluitblad(
            id=row.pk,
            casus_id=casus.pk,
            kind=one_person(by, vandaag()).name_of(casus.jeugdige),
            gezin_id=casus.melding.gezin_id,
            gezin=casus.melding.gezin.naam,
            soort=row.soort,
            datum=row.datum,
            product=product.naam if product else row.product,
            product_code=row.product,
            ingangsdatum=row.ingangsdatum,
            tot_datum=row.tot_datum,
            reden=row.reden,
            bedrag_cent=row.bedrag_cent,
            toetsing=row.toetsing,
            principe=row.principe,
            principe_afwijking=row.principe_afwijking,
            combinatie=row.combinatie,
            plan=(row.plan_versie.nummer, row.plan_versie.datum) if row.plan_versie else None,
            door=_naam(row.vastgelegd_door),
            indiener=_naam(row.indiener),
            adviseur=_naam(row.adviseur),
            mandaat=row.mandaat,
            reden_correctie=row.reden_correctie,
            toestand=toestand,
            kan=AANVRAAG.open_acts(toestand) if holds and row.aanvraag_id else (),
            ingetrokken_per=withdrawn.per_datum if withdrawn else None,
            reden_intrekking=withdrawn.reden if withdrawn else "",
            brieven=_letters(row),
            bezwaren=tuple(b for b in bezwaar_pictures(by, [casus]) if _about(b, row)),
            eerder=tuple(_earlier(row)),
        )


def _about(bezwaar: BezwaarBeeld, besluit: Besluit) -> bool:
    return besluit.bezwaren.filter(pk=bezwaar.id).exists()


def _state_of_besluit(row: Besluit) -> str:
    if row.aanvraag is not None:
        return state_of(row.aanvraag, steps_of(row.aanvraag))
    return "toegekend" if row.soort == "toekenning" else "afgewezen"


def _letters(besluit: Besluit) -> tuple[BriefBeeld, ...]:
    rows = Beschikking.objects.filter(besluit=besluit).select_related("aan", "document")
    stands = dict(
        Verzending.objects.current().filter(beschikking__in=rows).values_list("beschikking_id", "stand")
    )
    return tuple(
        BriefBeeld(
            id=row.pk,
            aan=name_of(row.aan),
            datum=row.datum,
            stand=stands[row.pk],
            per_post=row.huishouden_id is not None,
            gemaakt=hasattr(row, "document"),
        )
        for row in rows.order_by("vastgelegd_at", "pk")
    )


def _earlier(row: Besluit) -> Iterable[tuple[date, str, str]]:
    """What stood here before: day, kind, and why it was corrected."""
    while row.vervangt_id is not None:
        before = Besluit.objects.get(pk=row.vervangt_id)
        yield before.datum, before.soort, row.reden_correctie
        row = before


def _naam(medewerker: str) -> str:
    """The name of an account; of a process its own name."""
    if not medewerker or medewerker.startswith("systeem:"):
        return medewerker
    found = Medewerker.objects.filter(pk=medewerker).first()
    return found.naam if found else ""


def preview_besluit(*, by: Actor, casus_id: UUID, besluit: NieuwBesluit) -> Vooraf:
    """The letter as it would read; nothing is kept. Refused: niet_gevonden, geen_aanvraag."""
    with act("preview_besluit", by=by) as spoor:
        casus = lock_casus(by, casus_id, spoor)
        aanvraag = open_aanvraag(casus) or Aanvraag.objects.current().filter(casus=casus).last()
        if aanvraag is None:
            raise Refused("geen_aanvraag")
        row = Besluit(
            casus=casus,
            aanvraag=aanvraag,
            soort=besluit.soort,
            datum=besluit.datum,
            product=besluit.product if besluit.toegekend else "",
            ingangsdatum=besluit.ingangsdatum if besluit.toegekend else None,
            tot_datum=besluit.tot_datum if besluit.toegekend else None,
            reden=besluit.reden,
            toetsing=frozen_rules(besluit),
            principe=besluit.principe,
            principe_afwijking=besluit.principe_afwijking,
            combinatie=besluit.combinatie,
        )
        people = addressees(casus, vandaag())
        # The reference comes with the besluit.
        inhoud = contents(row, door=by.naam, telefoon=besluit.telefoon) | {"kenmerk": "…"}
        nobody = inhoud | {"aan": {"naam": "…", "adres": [], "is_jeugdige": False}}
        first = for_reader(casus, people[0], inhoud) if people else nobody
        return Vooraf(first, tuple(name_of(persoon) for persoon in people))


def read_collegas(*, by: Actor, casus_id: UUID) -> tuple[tuple[UUID, str], ...]:
    """The colleagues of the toegang before whom a besluit can be laid. Refused: niet_gevonden."""
    with act("read_besluit", by=by) as spoor:
        casus = lock_casus(by, casus_id, spoor)
        rows = caseworkers(casus.gemeente_id, vandaag()).exclude(pk=by.id).order_by("naam", "pk")
        return tuple((row.pk, row.naam) for row in rows.distinct())
