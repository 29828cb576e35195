"""What contract management sees: every answer that is late or no, and the sums per provider and region.

No child is in it: not by name, not by number. Sums are exact here; what leaves goes through `disclose`.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from statistics import median
from uuid import UUID

from django.db.models import DateField, F, Min, Q

from koers.actions.handeling import act
from koers.actions.zorg.acceptatie_lezen import AcceptatieBeeld, pictures
from koers.actions.zorg.einden import with_end
from koers.actions.zorg.plicht import duty_of
from koers.analytics.acceptatie import Telling, disclosed_table
from koers.authorization.zicht import visible_acceptatie, visible_weigeringen
from koers.domain.acceptatie import answer_before
from koers.domain.actor import Actor
from koers.domain.disclosed import DisclosedTable
from koers.domain.toestanden.acceptatie import BUITEN, ESCALATIE_OPEN
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.registers.klok import dag_van, vandaag
from koers.registers.zorg.models import AcceptatieStap, AntwoordEscalatie, Contractproduct, Toewijzing


@dataclass(frozen=True, slots=True)
class Lijstregel:
    """One toewijzing as contract management sees it."""

    toewijzing_id: UUID
    aanbieder: str
    aanbieder_id: UUID
    product: str
    inkoopregio: str
    beeld: AcceptatieBeeld

    @property
    def te_beoordelen(self) -> bool:
        """Refused outside the grounds, and nobody of contract management looked yet."""
        return self.beeld.toestand == BUITEN

    @property
    def te_laat(self) -> bool:
        """Still no answer, past the last day for it."""
        return bool(self.beeld.wacht_op_antwoord and self.beeld.te_laat)

    @property
    def bij_ons(self) -> bool:
        """A late answer that came to contract management; nobody wrote down what came of it."""
        return self.beeld.escalatie == ESCALATIE_OPEN


@dataclass(frozen=True, slots=True)
class Grondtelling:
    """How often one provider refused on one ground in one region, and what came of it.

    `dagen`: the median of the calendar days between the toewijzing and the refusal. `uitkomsten`: kind of
    word (uitkomst_route, uitkomst_weigering, or toestand while it goes on), code and how often, the most
    first.
    """

    aanbieder: str
    inkoopregio: str
    grond: str
    aantal: int
    dagen: float
    uitkomsten: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True, slots=True)
class Acceptatielijst:
    regels: tuple[Lijstregel, ...]
    tellingen: tuple[Telling, ...]
    vanaf: date

    @property
    def gronden(self) -> tuple[Grondtelling, ...]:
        """Per provider, region and ground; a toewijzing counts with its last refusal."""
        groups: dict[tuple[str, str, str], list[AcceptatieBeeld]] = {}
        for regel in self.regels:
            if regel.beeld.weigering:
                key = (regel.aanbieder, regel.inkoopregio, regel.beeld.weigering.grond)
                groups.setdefault(key, []).append(regel.beeld)
        return tuple(_ground(key, groups[key]) for key in sorted(groups))


def _ground(key: tuple[str, str, str], beelden: Sequence[AcceptatieBeeld]) -> Grondtelling:
    days = [(een.weigering.datum - een.toegewezen).days for een in beelden if een.weigering]
    ends = Counter(_came_of_it(een) for een in beelden)
    told = tuple((soort, code, aantal) for (soort, code), aantal in ends.most_common())
    return Grondtelling(*key, len(beelden), median(days), told)


def _came_of_it(beeld: AcceptatieBeeld) -> tuple[str, str]:
    """What came of a refusal (kind of word, code): of the route, else its end, else how it is now."""
    if beeld.route_uitkomst:
        return "uitkomst_route", beeld.route_uitkomst
    if beeld.weigering and beeld.weigering.uitkomst:
        return "uitkomst_weigering", beeld.weigering.uitkomst
    return "toestand", beeld.toestand


def read_acceptatie(*, by: Actor, inkoopregio: str = "", aanbieder_id: UUID | None = None) -> Acceptatielijst:
    """Late answers first, then what waits for a judgement, then the rest; and the sums since the duty holds.

    `inkoopregio`: as contracts call it; empty for both.
    """
    with act("read_acceptatie", by=by) as spoor:
        since = holds_since()
        found = visible_acceptatie(by)
        spoor.note(inkoopregio=inkoopregio)
        own = _chosen(inkoopregio, aanbieder_id)
        rows = lines_of(found.filter(own, datum__gte=since))
        return Acceptatielijst(rows, sums_of(by, own, since), since)


@dataclass(frozen=True, slots=True)
class Verslag:
    """The sums as everybody may see them; `tellingen` say which rows (provider, region), in which order.

    Of toewijzingen from `vanaf` until before `tot`: whole quarters, so that nobody learns from one day to the
    next what happened in between.
    """

    tabel: DisclosedTable
    tellingen: tuple[Telling, ...]
    vanaf: date
    tot: date


def read_acceptatieverslag(*, by: Actor) -> Verslag:
    """The sums of the finished quarters, for every provider with a contract: no row tells by being there."""
    with act("read_acceptatie", by=by) as spoor:
        spoor.note(verslag=True)
        since, today = holds_since(), vandaag()
        until = today.replace(month=(today.month - 1) // 3 * 3 + 1, day=1)
        counted = sums_of(by, Q(datum__lt=until), since)
        found = {(een.aanbieder, een.inkoopregio): een for een in counted}
        contracted = Contractproduct.objects.with_end().filter(Q(einde__isnull=True) | Q(einde__gt=since))
        for aanbieder, naam, regio in contracted.values_list(
            "aanbieder", "aanbieder__naam", "inkoopregio"
        ).distinct():
            found.setdefault((str(aanbieder), regio), Telling(str(aanbieder), naam, regio))
        rows = tuple(sorted(found.values(), key=lambda t: (t.naam, t.inkoopregio)))
        return Verslag(disclosed_table(rows), rows, since, until)


def read_weigering(*, by: Actor, toewijzing_id: UUID) -> Lijstregel:
    """One refusal outside the allowed grounds. Refused: niet_gevonden."""
    with act("judge_weigering", by=by) as spoor:
        rows = lines_of(visible_weigeringen(by).filter(pk=toewijzing_id))
        if not rows:
            raise Refused("niet_gevonden")
        spoor.onderwerp("toewijzing", toewijzing_id)
        kind, gemeente = Toewijzing.objects.values_list("casus__jeugdige", "gemeente").get(pk=toewijzing_id)
        spoor.seen(kind, gemeente)
        return rows[0]


def holds_since() -> date:
    """The first day on which one of the regions holds providers to the duty."""
    return min(een.geldt_vanaf for een in beleid().acceptatieplicht.values())


def _chosen(inkoopregio: str, aanbieder_id: UUID | None) -> Q:
    own = Q(contractproduct__inkoopregio=inkoopregio) if inkoopregio else Q()
    return own & Q(contractproduct__aanbieder=aanbieder_id) if aanbieder_id else own


def lines_of(found) -> tuple[Lijstregel, ...]:
    """Refused once, brought here as late, or not answered while it still holds."""
    refused = AcceptatieStap.objects.current().filter(soort="geweigerd", ingetrokken=False)
    brought = AntwoordEscalatie.objects.current().filter(ingetrokken=False)
    holds = Q(einde__isnull=True) | (Q(einde__gt=vandaag()) & Q(einde__gt=F("ingangsdatum")))
    rows = list(
        with_end(found)
        .filter(holds | Q(pk__in=refused.values("toewijzing")) | Q(pk__in=brought.values("toewijzing")))
        .select_related("contractproduct__aanbieder", "casus__melding")
    )
    beelden = pictures(rows)
    lines = [
        Lijstregel(
            row.pk,
            row.contractproduct.aanbieder.naam,
            row.contractproduct.aanbieder_id,
            row.contractproduct.naam,
            row.contractproduct.inkoopregio,
            beelden[row.pk],
        )
        for row in rows
    ]
    return tuple(sorted(lines, key=_order))


def _order(regel: Lijstregel) -> tuple[int, int, str]:
    beeld = regel.beeld
    if regel.te_laat or regel.bij_ons:
        return (0, -beeld.te_laat, str(regel.toewijzing_id))
    if regel.te_beoordelen:
        return (1, beeld.toegewezen.toordinal(), str(regel.toewijzing_id))
    return (2 if beeld.open else 3, -beeld.toegewezen.toordinal(), str(regel.toewijzing_id))


def sums_of(by: Actor, own: Q, since: date) -> tuple[Telling, ...]:
    """Per provider and region: what was given, answered in time, late, refused and refused outside."""
    given = (
        Toewijzing.objects.current()
        .filter(own, ingetrokken=False, gemeente__in=by.gemeenten, datum__gte=since)
        .annotate(
            antwoord=Min(
                "antwoorden__datum",
                filter=Q(antwoorden__soort__in=("geaccepteerd", "geweigerd")),
                output_field=DateField(),
            ),
            gestart=Min(
                "stappen__vastgelegd_at",
                filter=Q(
                    stappen__soort="start", stappen__ingetrokken=False, stappen__vervangen_door__isnull=True
                ),
            ),
        )
        .values_list(
            *("pk", "contractproduct__aanbieder__naam", "contractproduct__aanbieder"),
            *("contractproduct__inkoopregio", "datum", "casus__melding__met_spoed", "antwoord", "gestart"),
        )
    )
    refusals = _refusals()
    brought = set(
        AntwoordEscalatie.objects.current().filter(ingetrokken=False).values_list("toewijzing", flat=True)
    )
    tellingen: dict[tuple[UUID, str], Telling] = {}
    for pk, naam, aanbieder, regio, datum, spoed, antwoord, gestart in given:
        key = (aanbieder, regio)
        telling = tellingen.get(key) or Telling(str(aanbieder), naam, regio)
        days = [dag for dag in (antwoord, dag_van(gestart) if gestart else None) if dag]
        tellingen[key] = telling.plus(
            late=_late(regio, datum, min(days, default=None), spoed=spoed),
            answered=bool(days),
            refused=pk in refusals,
            outside=refusals.get(pk, False),
            escalated=pk in brought,
        )
    return tuple(sorted(tellingen.values(), key=lambda t: (t.naam, t.inkoopregio)))


def accepted_of(by: Actor, own: Q, since: date) -> int:
    """How many of the same toewijzingen the provider took on: it said so or began, and never refused."""
    said = Q(
        antwoorden__soort="geaccepteerd",
        antwoorden__ingetrokken=False,
        antwoorden__vervangen_door__isnull=True,
    )
    begun = Q(stappen__soort="start", stappen__ingetrokken=False, stappen__vervangen_door__isnull=True)
    given = Toewijzing.objects.current().filter(
        own, ingetrokken=False, gemeente__in=by.gemeenten, datum__gte=since
    )
    return given.filter(said | begun).exclude(pk__in=_refusals()).distinct().count()


def _refusals() -> Mapping[UUID, bool]:
    """Of each toewijzing that was refused, whether that was outside the allowed grounds."""
    rows = AcceptatieStap.objects.current().filter(soort="geweigerd", ingetrokken=False)
    return dict(rows.values_list("toewijzing", "buiten"))


def _late(regio: str, datum: date, beantwoord: date | None, *, spoed: bool) -> bool:
    plicht = duty_of(regio)
    last = answer_before(datum, plicht, spoed=spoed) if plicht else None
    return last is not None and (beantwoord or vandaag()) > last
