"""Whether help reached what it was for, and on what ground it goes on."""

from django.db import models
from django.db.models import Q

from koers.registers.feiten import Feit
from koers.registers.toegang.models import Besluit, Verwijzing
from koers.registers.zorg.models.toewijzingen import Toewijzing


class Evaluatie(Feit):
    """The family says on `datum` what the help brought: `doelen` from 1 (nothing) to 5 (everything).

    `met`: who was at the table. `vervolg`: what comes next.
    """

    toewijzing = models.ForeignKey(Toewijzing, on_delete=models.PROTECT, related_name="evaluaties")
    met = models.CharField(max_length=8)
    doelen = models.PositiveSmallIntegerField()
    vervolg = models.CharField(max_length=12)
    toelichting = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "evaluaties"
        constraints = [
            models.CheckConstraint(condition=Q(doelen__gte=1, doelen__lte=5), name="zorg_evaluatie_doelen")
        ]


class Herindicatie(Feit):
    """Help of a toewijzing goes on, and why: an evaluatie, or a reason with the day by which it will be done.

    It goes on by a besluit (route toegang) or by a new referral (the other routes).
    """

    toewijzing = models.ForeignKey(Toewijzing, on_delete=models.PROTECT, related_name="herindicaties")
    besluit = models.OneToOneField(
        Besluit, null=True, blank=True, on_delete=models.PROTECT, related_name="grond"
    )
    verwijzing = models.OneToOneField(
        Verwijzing, null=True, blank=True, on_delete=models.PROTECT, related_name="grond"
    )
    evaluatie = models.ForeignKey(
        Evaluatie, null=True, blank=True, on_delete=models.PROTECT, related_name="herindicaties"
    )
    reden = models.TextField(blank=True)
    evaluatie_voor_datum = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "herindicaties"
        constraints = [
            models.CheckConstraint(
                condition=Q(besluit__isnull=True) ^ Q(verwijzing__isnull=True),
                name="zorg_herindicatie_een_weg",
            )
        ]
