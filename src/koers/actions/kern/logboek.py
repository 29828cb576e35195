"""The log as the privacy officer reads it: who did what, when, in which role and for which purpose.

A privacy officer sees every act about persons of the own municipalities, by whoever did it, and acts
about nobody by people who work for those municipalities or by a process of the whole installation. Of
an act that was also about persons elsewhere, only the own ones are counted. Reading is an act itself.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from django.conf import settings
from django.db.models import Count, IntegerField, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce

from koers.actions.handeling import act
from koers.actions.kern.getuige import Punt, standing_still
from koers.actions.kern.zegel import HOOGSTENS_SECONDEN, chain_head, unsealed
from koers.authorization.poort import require
from koers.authorization.zicht import colleagues_of, visible_log
from koers.domain.actor import Actor, ActorSoort
from koers.registers.kern.models import LogBetrokkene, LogRegel, Medewerker
from koers.registers.klok import AMSTERDAM, nu

PER_PAGINA = 50
# The choice of all processes at once, where a medewerker can be chosen.
SYSTEEM = "systeem"


@dataclass(frozen=True, slots=True)
class Keuze:
    """What to show: acts on a legal day, of a medewerker (id, or SYSTEEM), of a kind. Empty: all."""

    dag: date | None = None
    medewerker: str = ""
    handeling: str = ""


@dataclass(frozen=True, slots=True)
class Handeling:
    """A line of the log. `personen`: how many people of the own municipalities it was about."""

    tijdstip_at: datetime
    by_id: str
    wie: str
    functionaris: str
    rol: str
    doel: str
    handeling: str
    personen: int
    verzegeld: bool


@dataclass(frozen=True, slots=True)
class Ketenstand:
    """How the chain stands, without walking it: its end beside the last line of the witness.

    `gecontroleerd`: when it was last walked as a whole, and how much was found then.
    """

    rijen: int
    onverzegeld: int
    te_lang: bool
    bevestigd: Punt | None
    sluit_aan: bool
    gecontroleerd_at: datetime | None
    bevindingen: int


@dataclass(frozen=True, slots=True)
class LogPagina:
    """A page of the log, newest first. `medewerkers`: (id, name) of who can be chosen."""

    handelingen: tuple[Handeling, ...]
    pagina: int
    meer: bool
    keuze: Keuze
    medewerkers: tuple[tuple[str, str], ...]
    keten: Ketenstand


def read_log(*, by: Actor, keuze: Keuze | None = None, pagina: int = 1) -> LogPagina:
    """The acts that this privacy officer watches over, as chosen."""
    keuze, pagina = keuze or Keuze(), max(1, pagina)
    require(by, "read_log")
    # Before the act: a sealer holds the witness and waits for the database, so nobody may do the reverse.
    keten = _state()
    with act("read_log", by=by) as spoor:
        start = (pagina - 1) * PER_PAGINA
        rows = list(_chosen(visible_log(by), keuze, by)[start : start + PER_PAGINA + 1])
        namen = _names(rows)
        collegas = Medewerker.objects.filter(pk__in=colleagues_of(by)).order_by("naam", "pk")
        choices = tuple((str(pk), naam) for pk, naam in collegas.values_list("pk", "naam"))
        dag = keuze.dag.isoformat() if keuze.dag else ""
        spoor.note(pagina=pagina, dag=dag, medewerker=keuze.medewerker, handeling=keuze.handeling)
    shown = tuple(_line(row, namen) for row in rows[:PER_PAGINA])
    return LogPagina(shown, pagina, len(rows) > PER_PAGINA, keuze, choices, keten)


def read_keten(*, by: Actor) -> Ketenstand:
    """How the chain stands. It tells nothing of anybody, so it leaves no row."""
    require(by, "read_log")
    return _state()


def _chosen(rows: QuerySet[LogRegel], keuze: Keuze, by: Actor) -> QuerySet[LogRegel]:
    if keuze.dag:
        rows = rows.filter(tijdstip_at__gte=_midnight(keuze.dag), tijdstip_at__lt=_midnight(_next(keuze.dag)))
    if keuze.medewerker == SYSTEEM:
        rows = rows.filter(by_soort=ActorSoort.SYSTEEM.value)
    elif keuze.medewerker:
        rows = rows.filter(by_id=keuze.medewerker)
    if keuze.handeling:
        rows = rows.filter(handeling=keuze.handeling)
    own = LogBetrokkene.objects.filter(regel=OuterRef("pk"), gemeente_id__in=by.gemeenten).order_by()
    counted = own.values("regel").annotate(n=Count("persoon_id", distinct=True)).values("n")
    rows = rows.annotate(personen=Coalesce(Subquery(counted, output_field=IntegerField()), 0))
    return rows.order_by("-tijdstip_at", "-pk")


def _midnight(dag: date) -> datetime:
    """Where a legal day begins, in UTC; 23 or 25 hours before the next one twice a year."""
    return datetime.combine(dag, time.min, AMSTERDAM).astimezone(UTC)


def _next(dag: date) -> date:
    return dag + timedelta(days=1)


def _names(rows: Sequence[LogRegel]) -> dict[str, str]:
    people = {row.by_id for row in rows if row.by_soort == ActorSoort.MEDEWERKER.value}
    return {str(pk): naam for pk, naam in Medewerker.objects.filter(pk__in=people).values_list("pk", "naam")}


def _line(row: LogRegel, namen: dict[str, str]) -> Handeling:
    return Handeling(
        tijdstip_at=row.tijdstip_at,
        by_id=row.by_id if row.by_soort == ActorSoort.MEDEWERKER.value else SYSTEEM,
        wie=namen.get(row.by_id, row.by_id.removeprefix("systeem:")),
        functionaris=row.functionaris,
        rol=row.rol,
        doel=row.doel,
        handeling=row.handeling,
        personen=row.personen,  # type: ignore[attr-defined]  # annotated
        verzegeld=row.volgnummer is not None,
    )


def _state() -> Ketenstand:
    with standing_still(settings.GETUIGE) as getuige:
        kop = chain_head()
        last = getuige.last() if getuige else None
    waiting = unsealed()
    oldest = waiting.first()
    checked = LogRegel.objects.filter(handeling="verify_log").order_by("-tijdstip_at").first()
    return Ketenstand(
        rijen=kop.volgnummer,
        onverzegeld=waiting.count(),
        te_lang=oldest is not None and nu() - oldest.tijdstip_at > timedelta(seconds=HOOGSTENS_SECONDEN),
        bevestigd=last,
        sluit_aan=(last.tot, last.schakel) == (kop.volgnummer, kop.schakel) if last else not kop.volgnummer,
        gecontroleerd_at=checked.tijdstip_at if checked else None,
        bevindingen=int(checked.bijzonderheden.get("bevindingen", 0)) if checked else 0,
    )
