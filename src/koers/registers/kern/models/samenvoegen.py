"""Two rows that are one person, and that they are not after all. Facts: the rows themselves never change."""

from django.db import models
from django.db.models import F, Q

from koers.registers.feiten import Feit
from koers.registers.kern.models.personen import Persoon


class Samenvoeging(Feit):
    """Somebody decided that `opgegaan` is the same person as `blijft`, whose name and BSN count from then on.

    Nothing moves: what was written about each row stays there, and `actions.kern.een_persoon` reads both.
    """

    blijft = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="samenvoegingen")
    opgegaan = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="opgegaan_in")
    reden = models.CharField(max_length=500)

    class Meta:
        verbose_name_plural = "samenvoegingen"
        constraints = [
            models.CheckConstraint(condition=~Q(blijft=F("opgegaan")), name="kern_samenvoeging_twee_rijen"),
        ]

    @classmethod
    def running(cls) -> models.QuerySet["Samenvoeging"]:
        """Merges that nobody undid."""
        return cls.objects.filter(ongedaanmaking__isnull=True)


class Ongedaanmaking(Feit):
    """A merge turned out wrong: they are two people again, each with what was written about them."""

    samenvoeging = models.OneToOneField(Samenvoeging, on_delete=models.PROTECT, related_name="ongedaanmaking")
    reden = models.CharField(max_length=500)

    class Meta:
        verbose_name_plural = "ongedaanmakingen"
