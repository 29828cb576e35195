"""Scenarios of "Wat als" that somebody kept, and what is spent beside declarations."""

from django.db import models
from django.db.models import Q

from koers.domain.uitgaven import KANTEN, LANGSTE_OMSCHRIJVING, SOORTEN
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


class Uitgave(Feit):
    """An amount that no declaration tells (`domain.uitgaven.Uitgavenregel`): budget, change, or spent.

    `maand`: the first of the month that it is for. Corrected by taking it back and writing it anew.
    """

    maand = models.DateField()
    soort = models.CharField(max_length=16)
    kant = models.CharField(max_length=10)
    taakveld = models.CharField(max_length=6, blank=True)
    bedrag_cent = models.BigIntegerField()
    omschrijving = models.CharField(max_length=LANGSTE_OMSCHRIJVING, blank=True)

    class Meta:
        verbose_name_plural = "uitgaven"
        constraints = [
            models.CheckConstraint(
                condition=Q(soort__in=SOORTEN, kant__in=KANTEN) & ~Q(bedrag_cent=0),
                name="prognose_uitgave_klopt",
            )
        ]
