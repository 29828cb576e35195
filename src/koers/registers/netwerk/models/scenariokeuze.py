"""Weighing scenarios together: its criteria, what each participant brings in, and the decision."""

from django.db import models
from django.db.models import Q

from koers.registers.feiten import GedeeldFeit
from koers.registers.kern.models.basis import Bewerkbaar, Genummerd


class Scenariokeuze(Genummerd, Bewerkbaar):
    """One choice. `uren`: hours a week by task that no source gives, as text with a point."""

    naam = models.CharField(max_length=60)
    begindatum = models.DateField()
    uren = models.JSONField(default=dict)

    class Meta:
        verbose_name_plural = "scenariokeuzes"

    def __str__(self) -> str:
        return self.naam


class KeuzeCriterium(models.Model):
    """A criterion of one choice: a copy, so that another choice never changes it."""

    keuze = models.ForeignKey(Scenariokeuze, on_delete=models.PROTECT, related_name="criteria")
    volgorde = models.PositiveSmallIntegerField()
    code = models.CharField(max_length=40)
    naam = models.CharField(max_length=80)
    naam_en = models.CharField(max_length=80, blank=True)
    uitleg = models.CharField(max_length=200, blank=True)
    uitleg_en = models.CharField(max_length=200, blank=True)

    class Meta:
        verbose_name_plural = "criteria van een keuze"
        constraints = [
            models.UniqueConstraint(fields=["keuze", "code"], name="netwerk_keuzecriterium_eenmaal")
        ]

    def __str__(self) -> str:
        return self.naam


class KeuzeInbreng(Genummerd, Bewerkbaar):
    """What one participant brings in: weights by criterion, and scores by scenario and criterion.

    `deelnemer`: id of the actor. The other participants see numbers, never whose.
    """

    keuze = models.ForeignKey(Scenariokeuze, on_delete=models.PROTECT, related_name="inbrengen")
    deelnemer = models.CharField(max_length=80)
    gewichten = models.JSONField()
    scores = models.JSONField()

    class Meta:
        verbose_name_plural = "inbreng bij een keuze"
        constraints = [
            models.UniqueConstraint(fields=["keuze", "deelnemer"], name="netwerk_keuzeinbreng_eenmaal")
        ]

    def __str__(self) -> str:
        return str(self.pk)


class KeuzeBesluit(GedeeldFeit):
    """What was decided on `datum`, by which body. `scenario` is empty when none was chosen.

    `antwoorden`: on the fundamental choices behind it. `stand`: how the weighing stood, frozen.
    """

    keuze = models.OneToOneField(Scenariokeuze, on_delete=models.PROTECT, related_name="besluit")
    gremium = models.CharField(max_length=60)
    scenario = models.CharField(max_length=60, blank=True)
    toelichting = models.TextField()
    antwoorden = models.JSONField(default=dict)
    stand = models.JSONField(default=list)

    class Meta:
        verbose_name_plural = "besluiten over scenario's"
        constraints = [
            models.CheckConstraint(condition=~Q(toelichting=""), name="netwerk_keuzebesluit_toelichting")
        ]

    def __str__(self) -> str:
        return self.scenario or "geen"
