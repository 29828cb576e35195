"""Scenarios of "Wat als" that somebody kept."""

from django.db import models
from django.db.models import Q

from koers.registers.feiten import Feit


class Scenario(Feit):
    """A position of the levers with its name and why, and what it came to on the day it was kept.

    `vraag`: levers as text (`domain.hefbomen.read_inzet`), goal, year and costs. `uitkomst`: per year the
    share and its band in percent and the chance; the last known day of the figures. Kept, so that a later
    look can be laid beside it.
    """

    naam = models.CharField(max_length=80)
    toelichting = models.CharField(max_length=500)
    vraag = models.JSONField()
    uitkomst = models.JSONField()

    class Meta:
        verbose_name_plural = "scenario's"
        constraints = [models.CheckConstraint(condition=~Q(naam=""), name="prognose_scenario_naam")]
