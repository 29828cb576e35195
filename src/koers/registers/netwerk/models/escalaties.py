"""What got out of hand: opened, whom was informed when, and what came of it. All of it facts of one gemeente.

Nobody stands in it by name. A casus can be pointed at; who may not see that casus does not meet it here.
"""

from django.db import models
from django.db.models import Q

from koers.domain.escalaties import LANGSTE_OMSCHRIJVING, STAPSOORTEN
from koers.registers.feiten import Feit
from koers.registers.toegang.models import Casus

VERVOLGEN = ("bedaard", "geevalueerd", "gesloten", "escalatie_loopt", "ingetrokken")


class Escalatie(Feit):
    """An escalation, or a drill of one. `soort`: its id in the policy; `protocol`: as it was then, frozen.

    `begin_at`: the moment on which it was known, from which the clock of every step runs.
    """

    soort = models.CharField(max_length=60)
    oefening = models.BooleanField(default=False)
    omschrijving = models.CharField(max_length=LANGSTE_OMSCHRIJVING)
    casus = models.ForeignKey(Casus, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    begin_at = models.DateTimeField()
    protocol = models.JSONField()
    naam = models.CharField(max_length=120)

    class Meta:
        verbose_name_plural = "escalaties"
        constraints = [
            models.CheckConstraint(
                condition=Q(oefening=False) | Q(casus__isnull=True), name="netwerk_escalatie_oefening"
            )
        ]


class EscalatieStap(Feit):
    """Somebody was informed, or that was not needed. A correction replaces it, with a reason."""

    escalatie = models.ForeignKey(Escalatie, on_delete=models.PROTECT, related_name="stappen")
    stap = models.CharField(max_length=60)
    soort = models.CharField(max_length=12)
    wie = models.CharField(max_length=120, blank=True)
    aan = models.CharField(max_length=120, blank=True)
    moment_at = models.DateTimeField(null=True, blank=True)
    reden = models.TextField(blank=True)
    naam = models.CharField(max_length=120)

    class Meta:
        verbose_name_plural = "stappen van escalaties"
        constraints = [
            models.CheckConstraint(condition=Q(soort__in=STAPSOORTEN), name="netwerk_escalatiestap_soort"),
            models.CheckConstraint(
                condition=Q(soort="gedaan", moment_at__isnull=False)
                | Q(soort="niet_nodig", moment_at__isnull=True) & ~Q(reden=""),
                name="netwerk_escalatiestap_moment",
            ),
        ]


class EscalatieVervolg(Feit):
    """The escalation goes to another state (`soort`). `lessen`: what an evaluation taught."""

    escalatie = models.ForeignKey(Escalatie, on_delete=models.PROTECT, related_name="vervolgen")
    soort = models.CharField(max_length=16)
    tekst = models.TextField()
    lessen = models.TextField(blank=True)
    naam = models.CharField(max_length=120)

    class Meta:
        verbose_name_plural = "vervolgen van escalaties"
        constraints = [
            models.CheckConstraint(condition=Q(soort__in=VERVOLGEN), name="netwerk_escalatievervolg_soort"),
            models.CheckConstraint(
                condition=~Q(soort="geevalueerd") | ~Q(lessen=""), name="netwerk_escalatievervolg_lessen"
            ),
        ]
