"""The future plan that opens at sixteen and a half, and the money for distressing cases."""

from django.db import models
from django.db.models import Q

from koers.registers.feiten import Feit
from koers.registers.kern.models.organisatie import Medewerker
from koers.registers.kern.models.personen import Persoon


class Toekomstplan(Feit):
    """What has to be settled before somebody is grown up; `datum` is the day of sixteen and a half."""

    jeugdige = models.OneToOneField(Persoon, on_delete=models.PROTECT, related_name="toekomstplan")

    class Meta:
        verbose_name_plural = "toekomstplannen"


class ToekomstplanStap(Feit):
    """The plan goes to another state (`soort`) on `datum`."""

    plan = models.ForeignKey(Toekomstplan, on_delete=models.PROTECT, related_name="stappen")
    soort = models.CharField(max_length=12)
    reden = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "stappen van toekomstplannen"


class ToekomstUitkomst(Feit):
    """How one onderwerp of a plan stands on `datum`; the last one counts. `wie`: who sees to it."""

    plan = models.ForeignKey(Toekomstplan, on_delete=models.PROTECT, related_name="uitkomsten")
    onderwerp = models.CharField(max_length=8)
    uitkomst = models.CharField(max_length=10)
    wie = models.CharField(max_length=80)
    toelichting = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "uitkomsten van toekomstplannen"


class SchrijnendBudget(Feit):
    """What a municipality may promise in a year; the last one counts. `besluit`: on which decision it stands.

    `gemandateerde`: who decides above it.
    """

    jaar = models.PositiveSmallIntegerField()
    bedrag_cent = models.PositiveBigIntegerField()
    besluit = models.CharField(max_length=200)
    gemandateerde = models.ForeignKey(
        Medewerker, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name_plural = "budgetten voor schrijnende gevallen"


class SchrijnendGeval(Feit):
    """Somebody would get stuck between youth help and sheltered living: money is asked on `datum`."""

    jeugdige = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="schrijnende_gevallen")
    jaar = models.PositiveSmallIntegerField()
    bedrag_cent = models.PositiveBigIntegerField()
    reden = models.TextField()

    class Meta:
        verbose_name_plural = "schrijnende gevallen"
        constraints = [models.CheckConstraint(condition=Q(bedrag_cent__gt=0), name="toegang_geval_bedrag")]


class SchrijnendGevalStap(Feit):
    """The request goes to another state (`soort`), with the amount that counts from then on."""

    geval = models.ForeignKey(SchrijnendGeval, on_delete=models.PROTECT, related_name="stappen")
    soort = models.CharField(max_length=12)
    bedrag_cent = models.PositiveBigIntegerField()
    reden = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "stappen van schrijnende gevallen"
