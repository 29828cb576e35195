"""What the college decides."""

from django.db import models
from django.db.models import F, Q

from koers.registers.feiten import Feit
from koers.registers.toegang.models.meldingen import Casus


class BesluitSoort(models.TextChoices):
    TOEKENNING = "toekenning", "toekenning"
    AFWIJZING = "afwijzing", "afwijzing"


class Besluit(Feit):
    """The college decides about one jeugdige; `datum` is the day of the decision.

    `product`: the code of what is granted (no key into door zorg, decision 2); from `ingangsdatum`
    until just before `tot_datum`. `herindicatie`: goes on with help that was already running.
    `voorbereid_door`: the team that prepared it; until the new way of working that could be a partner.
    """

    casus = models.ForeignKey(Casus, on_delete=models.PROTECT, related_name="besluiten")
    soort = models.CharField(max_length=12, choices=BesluitSoort.choices)
    product = models.CharField(max_length=12, blank=True)
    ingangsdatum = models.DateField(null=True, blank=True)
    tot_datum = models.DateField(null=True, blank=True)
    herindicatie = models.BooleanField(default=False)
    voorbereid_door = models.CharField(max_length=40, default="team_jeugd")
    reden = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "besluiten"
        constraints = [
            models.CheckConstraint(
                condition=Q(soort="afwijzing") | Q(ingangsdatum__isnull=False, product__gt=""),
                name="toegang_besluit_inhoud",
            ),
            models.CheckConstraint(
                condition=Q(tot_datum__isnull=True) | Q(tot_datum__gt=F("ingangsdatum")),
                name="toegang_besluit_periode",
            ),
        ]
