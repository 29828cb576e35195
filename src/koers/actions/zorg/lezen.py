"""What a provider sees: the toewijzingen that were given to it, and only what those need."""

from collections.abc import Sequence
from typing import NamedTuple
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Case, F, Q, When

from koers.actions.handeling import Spoor, act
from koers.actions.toegang.lezen import ToewijzingBeeld, toewijzing_pictures
from koers.actions.zorg.acceptatie_lezen import AcceptatieBeeld, pictures
from koers.actions.zorg.einden import with_end
from koers.actions.zorg.tijdlijn import Gebeurtenis, journey_of
from koers.actions.zorg.verlengen import Verlenging, extensions_of
from koers.authorization.zicht import unanswered, visible_toewijzingen
from koers.domain.acceptatie import WEIGERT
from koers.domain.actor import Actor
from koers.domain.weigering import Refused
from koers.registers.klok import vandaag
from koers.registers.zorg.models import AcceptatieStap

MEEST = 200


def read_toewijzingen(*, by: Actor) -> tuple[ToewijzingBeeld, ...]:
    """The newest toewijzingen to the own organisation."""
    with act("read_toewijzingen", by=by) as spoor:
        found = visible_toewijzingen(by, vandaag())
        newest = list(
            found.order_by("-datum", "pk").values_list("pk", "casus__jeugdige_id", "gemeente_id")[:MEEST]
        )
        for _, kind, gemeente in newest:
            spoor.seen(kind, gemeente)
        return toewijzing_pictures(by, found.filter(pk__in=[pk for pk, _, _ in newest]))


def read_toewijzing(*, by: Actor, toewijzing_id: UUID) -> ToewijzingBeeld:
    """One toewijzing with its steps. Refused: niet_gevonden."""
    with act("read_toewijzing", by=by) as spoor:
        found = visible_toewijzingen(by, vandaag()).filter(pk=toewijzing_id)
        row = found.values_list("casus__jeugdige_id", "gemeente_id").first()
        if row is None:
            raise Refused("niet_gevonden")
        spoor.onderwerp("toewijzing", toewijzing_id)
        spoor.seen(*row)
        return toewijzing_pictures(by, found)[0]


def read_vragen(*, by: Actor) -> tuple[tuple[ToewijzingBeeld, AcceptatieBeeld], ...]:
    """The same newest toewijzingen with how it stands with our answer: who waits longest comes first."""
    with act("read_toewijzingen", by=by) as spoor:
        found = visible_toewijzingen(by, vandaag())
        newest = list(found.order_by("-datum", "pk").values_list("pk", flat=True)[:MEEST])
        both = _with_answer(by, found.filter(pk__in=newest), spoor)
        return tuple(sorted(both, key=_urgency))


WACHT, BEANTWOORD = "wacht", "beantwoord"
PER_PAGINA = 50


class Toewijzingenlijst(NamedTuple):
    """One page of what was given to the own organisation. `totaal`: that fits; `hulp`: every name of help."""

    regels: tuple[tuple[ToewijzingBeeld, AcceptatieBeeld], ...]
    pagina: Page
    alle: int
    wachten: int
    hulp: tuple[str, ...]


def read_toewijzingenlijst(
    *, by: Actor, stand: str = "", hulp: str = "", pagina: str | None = None
) -> Toewijzingenlijst:
    """What waits for our answer first, the oldest on top; then the newest. `stand`: WACHT, BEANTWOORD or "".

    Only the children on this page are written down as seen.
    """
    with act("read_toewijzingen", by=by) as spoor:
        today = vandaag()
        mine = with_end(visible_toewijzingen(by, today))
        open_now = unanswered() & (
            Q(einde__isnull=True) | (Q(einde__gt=today) & Q(einde__gt=F("ingangsdatum")))
        )
        found = mine.annotate(wacht=Case(When(open_now, then=True), default=False))
        names = found.order_by("contractproduct__naam").values_list("contractproduct__naam", flat=True)
        chosen = found.filter(contractproduct__naam=hulp) if hulp else found
        if stand in (WACHT, BEANTWOORD):
            chosen = chosen.filter(wacht=stand == WACHT)
        order = chosen.order_by("-wacht", Case(When(wacht=True, then="datum")), "-datum", "pk")
        page = Paginator(order.values_list("pk", flat=True), PER_PAGINA).get_page(pagina)
        both = {
            een[0].id: een
            for een in _with_answer(by, visible_toewijzingen(by, today).filter(pk__in=list(page)), spoor)
        }
        return Toewijzingenlijst(
            tuple(both[pk] for pk in page),
            page,
            found.count(),
            found.filter(wacht=True).count(),
            tuple(names.distinct()),
        )


class Toegewezen(NamedTuple):
    """One toewijzing, how it stands with the answer, what its provider asked, and its journey."""

    beeld: ToewijzingBeeld
    antwoord: AcceptatieBeeld
    verlengingen: Sequence[Verlenging]
    verloop: Sequence[Gebeurtenis]


def read_toewijzing_met_antwoord(*, by: Actor, toewijzing_id: UUID) -> Toegewezen:
    """One toewijzing with all of that. Refused: niet_gevonden."""
    with act("read_toewijzing", by=by) as spoor:
        found = visible_toewijzingen(by, vandaag()).filter(pk=toewijzing_id)
        both = _with_answer(by, found, spoor)
        if not both:
            raise Refused("niet_gevonden")
        spoor.onderwerp("toewijzing", toewijzing_id)
        row = found.select_related("casus", "contractproduct").get()
        asked = extensions_of(row)
        return Toegewezen(*both[0], asked, journey_of(by, row, *both[0], asked))


def read_geweigerd(*, by: Actor, most: int) -> tuple[tuple[ToewijzingBeeld, AcceptatieBeeld], ...]:
    """Help of own families that a provider refused and of which nobody wrote down what came; `most` of it."""
    with act("read_toewijzing", by=by) as spoor:
        refused = AcceptatieStap.objects.current().filter(soort=WEIGERT, ingetrokken=False)
        found = visible_toewijzingen(by, vandaag()).filter(pk__in=refused.values("toewijzing"))
        rows = with_end(found).select_related("contractproduct", "casus__melding").order_by("datum", "pk")
        still = [pk for pk, answer in pictures(rows).items() if answer.open][:most]
        return tuple(_with_answer(by, found.filter(pk__in=still), spoor))


def _with_answer(by: Actor, found, spoor: Spoor) -> list[tuple[ToewijzingBeeld, AcceptatieBeeld]]:
    rows = list(with_end(found).select_related("contractproduct", "casus__melding"))
    for row in rows:
        spoor.seen(row.casus.jeugdige_id, row.gemeente_id)
    answers = pictures(rows)
    return [(beeld, answers[beeld.id]) for beeld in toewijzing_pictures(by, found)]


def _urgency(both: tuple[ToewijzingBeeld, AcceptatieBeeld]) -> tuple[bool, int, str]:
    """Who waits for an answer first, by last day; then the newest."""
    beeld, answer = both
    if answer.wacht_op_antwoord and answer.uiterlijk:
        return (False, answer.uiterlijk.toordinal(), str(beeld.id))
    return (True, -answer.toegewezen.toordinal(), str(beeld.id))
