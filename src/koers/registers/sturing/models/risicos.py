"""The risks of a municipality, as it says and judges them itself. All of it facts; the last counts."""

from django.db import models
from django.db.models import Q

from koers.domain.risicos import GRENSKANTEN, LANGSTE_EIGENAAR, LANGSTE_NAAM, MAATREGELUITKOMSTEN, SCHAAL
from koers.domain.toestanden.risico import RISICO
from koers.registers.feiten import Feit


class Risico(Feit):
    """What can go wrong, through what, and what comes of it. `beleidsrisico`: its id in the policy."""

    naam = models.CharField(max_length=LANGSTE_NAAM)
    oorzaak = models.TextField()
    gevolg = models.TextField()
    beleidsrisico = models.CharField(max_length=60, blank=True)

    class Meta:
        verbose_name_plural = "risico’s"


class RisicoOordeel(Feit):
    """How a risk was judged on `datum`, and when it has to be looked at again."""

    risico = models.ForeignKey(Risico, on_delete=models.PROTECT, related_name="oordelen")
    kans = models.CharField(max_length=8)
    impact = models.CharField(max_length=8)
    waarom = models.TextField()
    eigenaar = models.CharField(max_length=LANGSTE_EIGENAAR)
    herzien_op = models.DateField()
    naam = models.CharField(max_length=120)

    class Meta:
        verbose_name_plural = "oordelen over risico’s"
        constraints = [
            models.CheckConstraint(
                condition=Q(kans__in=SCHAAL, impact__in=SCHAAL), name="sturing_risicooordeel_schaal"
            )
        ]


class RisicoStap(Feit):
    """It is closed, or opened again (`soort`), and why."""

    risico = models.ForeignKey(Risico, on_delete=models.PROTECT, related_name="stappen")
    soort = models.CharField(max_length=10)
    reden = models.TextField()
    naam = models.CharField(max_length=120)

    class Meta:
        verbose_name_plural = "stappen van risico’s"
        constraints = [
            models.CheckConstraint(condition=Q(soort__in=RISICO.toestanden), name="sturing_risicostap_soort")
        ]


class Risicomaatregel(Feit):
    """What is done against it, by whom (a function), before which day."""

    risico = models.ForeignKey(Risico, on_delete=models.PROTECT, related_name="maatregelen")
    wat = models.TextField()
    wie = models.CharField(max_length=LANGSTE_EIGENAAR)
    uiterlijk = models.DateField()

    class Meta:
        verbose_name_plural = "maatregelen tegen risico’s"


class RisicomaatregelStap(Feit):
    """A measure was done on `datum`, or will not be done."""

    maatregel = models.ForeignKey(Risicomaatregel, on_delete=models.PROTECT, related_name="stappen")
    soort = models.CharField(max_length=10)
    reden = models.TextField(blank=True)
    naam = models.CharField(max_length=120)

    class Meta:
        verbose_name_plural = "stappen van maatregelen tegen risico’s"
        constraints = [
            models.CheckConstraint(
                condition=Q(soort__in=MAATREGELUITKOMSTEN), name="sturing_risicomaatregelstap_soort"
            )
        ]


class Risicosignaal(Feit):
    """An indicator that warns above or below `grens`. A correction (`ingetrokken`): not any more."""

    risico = models.ForeignKey(Risico, on_delete=models.PROTECT, related_name="signalen")
    indicator = models.CharField(max_length=60)
    kant = models.CharField(max_length=6)
    grens = models.DecimalField(max_digits=12, decimal_places=2)

    class Meta:
        verbose_name_plural = "signalen van risico’s"
        constraints = [
            models.CheckConstraint(condition=Q(kant__in=GRENSKANTEN), name="sturing_risicosignaal_kant")
        ]
