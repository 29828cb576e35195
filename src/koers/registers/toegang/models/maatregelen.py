"""Measures of child protection and youth probation, as far as the gemeente hears of them."""

from django.db import models

from koers.registers.feiten import Feit
from koers.registers.kern.models.organisatie import Organisatie
from koers.registers.toegang.models.meldingen import Casus


class Maatregel(Feit):
    """A measure begins on `datum`, carried out by an instelling. `soort`: CBS code (cbs-maatregel)."""

    casus = models.ForeignKey(Casus, on_delete=models.PROTECT, related_name="maatregelen")
    soort = models.CharField(max_length=2)
    instelling = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "maatregelen"


class MaatregelEinde(Feit):
    """`datum` was the last day of the measure. `reden`: CBS code (cbs-einde-maatregel), if known."""

    maatregel = models.ForeignKey(Maatregel, on_delete=models.PROTECT, related_name="einden")
    reden = models.CharField(max_length=2, blank=True)

    class Meta:
        verbose_name_plural = "einden van maatregelen"
