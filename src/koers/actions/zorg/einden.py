"""Which help still runs, and when it ends: a toewijzing with its last change."""

from datetime import date
from typing import Any

from django.db.models import Case, DateField, Exists, F, OuterRef, Q, QuerySet, Subquery, When

from koers.domain.trajecten import TIJDELIJK
from koers.registers.zorg.models import Toewijzing, ToewijzingWijziging, TrajectStap


def with_end(toewijzingen: QuerySet[Toewijzing]) -> QuerySet[Any]:
    """The same toewijzingen with `einde`: the day on which each no longer holds, or None."""
    changes = (
        ToewijzingWijziging.objects.current()
        .filter(toewijzing=OuterRef("pk"), ingetrokken=False)
        .order_by("-datum", "-vastgelegd_at", "pk")
    )
    return toewijzingen.annotate(
        einde=Case(
            When(Exists(changes), then=Subquery(changes.values("tot_datum")[:1])),
            default=F("tot_datum"),
            output_field=DateField(),
        )
    )


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
