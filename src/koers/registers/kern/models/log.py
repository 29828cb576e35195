"""The log: one row per act, one row per person shown or touched, in the act's own transaction (decision 9).

A sealer gives committed rows their place (`volgnummer`) and chains them (`schakel`); triggers refuse
every other change. The row ids of persons are no foreign keys: a log outlives what it tells about.
"""

import uuid

from django.db import models
from django.db.models import Q


class LogRegel(models.Model):
    """One act: who, in which role, for which purpose, on what, when."""

    handeling_id = models.UUIDField(unique=True, default=uuid.uuid4)
    handeling = models.CharField(max_length=60)
    tijdstip_at = models.DateTimeField()
    by_soort = models.CharField(max_length=20)
    by_id = models.CharField(max_length=80)
    rol = models.CharField(max_length=40, blank=True)
    organisatie_id = models.CharField(max_length=40, blank=True)
    functionaris = models.CharField(max_length=120, blank=True)
    doel = models.CharField(max_length=40)
    onderwerp_soort = models.CharField(max_length=40, blank=True)
    onderwerp_id = models.CharField(max_length=80, blank=True)
    bijzonderheden = models.JSONField(default=dict)
    formulier_id = models.UUIDField(null=True, blank=True, unique=True)
    volgnummer = models.BigIntegerField(null=True, blank=True, unique=True)
    schakel = models.CharField(max_length=64, blank=True, default="")

    class Meta:
        verbose_name_plural = "logregels"
        indexes = [
            models.Index(fields=["id"], condition=Q(volgnummer__isnull=True), name="kern_log_onverzegeld"),
            models.Index(fields=["tijdstip_at"], name="kern_log_tijdstip"),
            models.Index(fields=["by_id", "tijdstip_at"], name="kern_log_by"),
        ]

    def __str__(self) -> str:
        return f"{self.handeling} {self.handeling_id}"


class LogBetrokkene(models.Model):
    """A person whose data the act showed (`gezien`) or touched (`gewijzigd`)."""

    GEZIEN = "gezien"
    GEWIJZIGD = "gewijzigd"

    # No index of its own: the constraint's begins with it, and every page that is read writes dozens of rows.
    regel = models.ForeignKey(LogRegel, on_delete=models.PROTECT, related_name="betrokkenen", db_index=False)
    persoon_id = models.UUIDField()
    gemeente_id = models.CharField(max_length=6)
    wijze = models.CharField(max_length=10, choices=[(GEZIEN, GEZIEN), (GEWIJZIGD, GEWIJZIGD)])

    class Meta:
        verbose_name_plural = "logbetrokkenen"
        indexes = [models.Index(fields=["persoon_id"], name="kern_log_persoon")]
        constraints = [
            models.UniqueConstraint(
                fields=["regel", "persoon_id", "gemeente_id", "wijze"], name="kern_logbetrokkene_eenmaal"
            )
        ]
