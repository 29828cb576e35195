"""The journey of one toewijzing: what each side did, and the messages that went between them, day by day."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Q, QuerySet

from koers.actions.toegang.lezen import ToewijzingBeeld
from koers.actions.zorg.acceptatie_lezen import AcceptatieBeeld
from koers.actions.zorg.postbus import PostRegel, ledger_lines
from koers.actions.zorg.verlengen import Verlenging
from koers.authorization.zicht import visible_berichten
from koers.domain.acceptatie import AANBIEDER, ACCEPTEERT, GEMEENTE, WEIGERT
from koers.domain.actor import Actor
from koers.domain.rollen import TOEGANG
from koers.registers.kern.models import Bericht, Berichtregel
from koers.registers.klok import dag_van, vandaag
from koers.registers.zorg.models import (
    AcceptatieStap,
    AntwoordEscalatie,
    Declaratie,
    Evaluatie,
    Toewijzing,
    ToewijzingWijziging,
    ZorgmakelaarStap,
)


@dataclass(frozen=True, slots=True)
class Gebeurtenis:
    """One thing on `dag`. `kant`: whose doing it was. `bericht`: the message that it is, if it is one.

    `soort` and `waarde` are codes; `toelichting` what somebody wrote down beside it. `adres`: whether who
    reads may open the message itself.
    """

    dag: date
    kant: str
    soort: str
    waarde: str = ""
    toelichting: str = ""
    tot: date | None = None
    bericht: PostRegel | None = None
    adres: bool = False


def journey_of(
    by: Actor,
    row: Toewijzing,
    beeld: ToewijzingBeeld,
    antwoord: AcceptatieBeeld,
    verlengingen: Sequence[Verlenging],
) -> tuple[Gebeurtenis, ...]:
    """Everything about a toewijzing that `by` may see already, oldest first; inside an act.

    On one day: first what was typed, as it was typed, then what goes out because of it.
    """
    found = [*_said(beeld, antwoord, verlengingen), *_facts(by, row), *_messages(by, row)]
    return tuple(een for _, een in sorted(found, key=lambda pair: (pair[1].dag, *pair[0])))


Volgorde = tuple[int, str]


def _said(
    beeld: ToewijzingBeeld, antwoord: AcceptatieBeeld, verlengingen: Sequence[Verlenging]
) -> Iterator[tuple[Volgorde, Gebeurtenis]]:
    yield (0, ""), Gebeurtenis(antwoord.toegewezen, GEMEENTE, "toegewezen", tot=beeld.datum)
    for een in antwoord.gesprekken:
        yield (
            (1, een.kant),
            Gebeurtenis(een.datum, een.kant, "gesprek", een.capaciteit, een.toelichting),
        )
    for stap in beeld.stappen:
        yield (4, stap.soort), Gebeurtenis(stap.datum, AANBIEDER, stap.soort, stap.reden)
    for vraag in verlengingen:
        yield (5, ""), Gebeurtenis(vraag.gevraagd, AANBIEDER, "verlenging", tot=vraag.einddatum)


def _facts(by: Actor, row: Toewijzing) -> Iterator[tuple[Volgorde, Gebeurtenis]]:
    mine = {"toewijzing": row, "ingetrokken": False}
    for stap in AcceptatieStap.objects.current().filter(**mine):
        kant = AANBIEDER if stap.soort in (ACCEPTEERT, WEIGERT) else GEMEENTE
        waarde = stap.grond or stap.oordeel or stap.uitkomst
        yield _at(2, stap.vastgelegd_at), Gebeurtenis(stap.datum, kant, stap.soort, waarde, stap.toelichting)
    for weg in ZorgmakelaarStap.objects.current().filter(**mine):
        soort = f"route_{weg.soort}"
        yield _at(2, weg.vastgelegd_at), Gebeurtenis(weg.datum, GEMEENTE, soort, weg.uitkomst)
    for laat in AntwoordEscalatie.objects.current().filter(**mine):
        soort = f"te_laat_{laat.soort}"
        yield _at(2, laat.vastgelegd_at), Gebeurtenis(laat.datum, GEMEENTE, soort, laat.uitkomst)
    for een in ToewijzingWijziging.objects.current().filter(**mine):
        yield _at(6, een.vastgelegd_at), Gebeurtenis(een.datum, GEMEENTE, "gewijzigd", een.reden)
    if by.rol in TOEGANG:
        for terug in Evaluatie.objects.current().filter(**mine):
            yield _at(6, terug.vastgelegd_at), Gebeurtenis(terug.datum, GEMEENTE, "evaluatie")


def _messages(by: Actor, row: Toewijzing) -> Iterator[tuple[Volgorde, Gebeurtenis]]:
    rows, seen = messages_of(by, row)
    for een, regel in zip(rows, ledger_lines(rows), strict=True):
        kant = AANBIEDER if een.richting == "in" else GEMEENTE
        yield (
            _at(7, een.vastgelegd_at),
            Gebeurtenis(
                dag_van(een.vastgelegd_at),
                kant,
                "bericht",
                een.soort,
                bericht=regel,
                adres=een.pk in seen,
            ),
        )


def messages_of(by: Actor, row: Toewijzing) -> tuple[list[Bericht], set[UUID]]:
    """The messages about this toewijzing with the answers to them; and which of them `by` may open.

    A message names a toewijzing in a line, or is what was declared for it.
    """
    lines = Berichtregel.objects.filter(gemeente=row.gemeente_id, toewijzing_nummer=row.nummer)
    declared = Declaratie.objects.current().filter(toewijzing=row, ingetrokken=False)
    about = Q(pk__in=lines.values("bericht")) | Q(pk__in=declared.values("bericht"))
    visible = visible_berichten(by, vandaag())
    opened = set(visible.filter(about).values_list("pk", flat=True)) if row.nummer is not None else set()
    # The answer to a message that one may see tells no more of anybody than that message.
    both = Bericht.objects.filter(Q(pk__in=opened) | Q(antwoord_op__in=opened))
    found = list(_light(both))
    return found, set(_may_open(visible, (een.pk for een in found)))


def _light(rows: QuerySet[Bericht]) -> QuerySet[Bericht]:
    return rows.defer("inhoud").prefetch_related("regels").order_by("vastgelegd_at", "pk")


def _may_open(visible: QuerySet[Bericht], found: Iterable[UUID]) -> Iterable[UUID]:
    return visible.filter(pk__in=list(found)).values_list("pk", flat=True)


def _at(plaats: int, moment: datetime) -> Volgorde:
    return (plaats, moment.isoformat())
