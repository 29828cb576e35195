"""What several tables share: a version to write against, and a period of days."""

import uuid

from django.db import models
from django.db.models import F, Q


class Genummerd(models.Model):
    """A row with an unguessable id, so that an address never counts."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)

    class Meta:
        abstract = True


class Bewerkbaar(models.Model):
    """A row that people edit: `versie` tells the second writer that somebody was first."""

    versie = models.PositiveIntegerField(default=1)

    class Meta:
        abstract = True


class DagPeriodeQuerySet(models.QuerySet):
    """Rows that hold from `begindatum` up to, not including, `tot_datum`."""

    def on(self, day):
        """Rows that hold on `day` (a legal day)."""
        return self.filter(Q(tot_datum__isnull=True) | Q(tot_datum__gt=day), begindatum__lte=day)


class DagPeriode(models.Model):
    """A half-open period of legal days: from `begindatum`, until just before `tot_datum` if there is one."""

    begindatum = models.DateField()
    tot_datum = models.DateField(null=True, blank=True)

    objects = DagPeriodeQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(tot_datum__isnull=True) | Q(tot_datum__gte=F("begindatum")),
                name="%(app_label)s_%(class)s_periode",
            )
        ]
