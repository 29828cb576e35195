"""Which help still runs, and when it ends: a toewijzing with its last change."""

from datetime import date
from typing import Any

from django.db.models import (
    BigIntegerField,
    Case,
    DateField,
    Exists,
    F,
    IntegerField,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    When,
)
from django.db.models.functions import Coalesce

from koers.domain.toewijzingsvarianten import Lopend, Omvang
from koers.domain.trajecten import TIJDELIJK
from koers.registers.zorg.models import Toewijzing, ToewijzingWijziging, TrajectStap


def with_end(toewijzingen: QuerySet[Toewijzing]) -> QuerySet[Any]:
    """The same toewijzingen with `einde`: the day on which each no longer holds, or None."""
    changes = _changes()
    return toewijzingen.annotate(
        einde=Case(
            When(Exists(changes), then=Subquery(changes.values("tot_datum")[:1])),
            default=F("tot_datum"),
            output_field=DateField(),
        )
    )


def _changes() -> QuerySet[ToewijzingWijziging]:
    """Of the toewijzing outside, the last change first."""
    found = ToewijzingWijziging.objects.current().filter(toewijzing=OuterRef("pk"), ingetrokken=False)
    return found.order_by("-datum", "-vastgelegd_at", "pk")


def with_amount(toewijzingen: QuerySet[Toewijzing]) -> QuerySet[Any]:
    """The same with `einde`, and how much they give now: `nu_volume` and `nu_budget_cent`, or None."""
    changes = _changes()
    return with_end(toewijzingen).annotate(
        nu_volume=Coalesce(Subquery(changes.values("volume")[:1]), F("volume"), output_field=IntegerField()),
        nu_budget_cent=Coalesce(
            Subquery(changes.values("budget_cent")[:1]), F("budget_cent"), output_field=BigIntegerField()
        ),
    )


def amount_of(row: Any) -> Omvang | None:
    """How much a row of `with_amount` gives now; None for one without a product."""
    return Omvang(row.nu_volume, row.eenheid, row.frequentie) if row.nu_volume else None


def named_product(row: Toewijzing) -> tuple[str, str]:
    """Category and code as messages name them: a toewijzing without them gives more than one product."""
    if row.generiek:
        return "", ""
    product = row.contractproduct
    return product.categorie, product.berichtcode if row.volume else ""


def beside_others(row: Any) -> Lopend:
    """A row of `with_end` beside others."""
    return Lopend(row.nummer or 0, *named_product(row), row.ingangsdatum, row.einde)


def running(toewijzingen: QuerySet[Toewijzing], today: date) -> QuerySet[Any]:
    """Those that hold today and whose help did not stop for good, with `einde`."""
    over = (
        TrajectStap.objects.current()
        .filter(toewijzing=OuterRef("pk"), soort="stop", ingetrokken=False)
        .exclude(reden=TIJDELIJK)
    )
    return with_end(toewijzingen).filter(
        ~Exists(over), Q(einde__isnull=True) | Q(einde__gt=today), ingangsdatum__lte=today
    )
