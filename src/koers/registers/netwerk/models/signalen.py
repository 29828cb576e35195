"""Signals of the Nederlandse Zorgautoriteit about supply, and what was done with them: no persons in it."""

from django.db import models
from django.db.models import Q

from koers.domain.uitlevering.signalen import ERNST, LANGSTE_CODE, LANGSTE_NAAM, SOORTEN
from koers.registers.feiten import GedeeldFeit

NZA_STAPPEN = ("opgepakt", "afgerond", "heropend")


class NzaSignaal(GedeeldFeit):
    """What the zorgautoriteit told (Regeling Jeugdwet 8h); `datum` is the day it was taken in.

    `gebied`: GM or JZ code. `dagtekening`: of the report that others made. `vormen`: codes.
    """

    gebied = models.CharField(max_length=6)
    soort = models.CharField(max_length=10)
    dagtekening = models.DateField(null=True, blank=True)
    vormen = models.JSONField(default=list)
    ernst = models.CharField(max_length=14)
    ontwikkelingen = models.TextField()
    aanbieder = models.CharField(max_length=LANGSTE_NAAM, blank=True)
    aanbiedercode = models.CharField(max_length=LANGSTE_CODE, blank=True)
    vingerafdruk = models.CharField(max_length=64, unique=True)

    class Meta:
        verbose_name_plural = "signalen van de NZa"
        constraints = [
            models.CheckConstraint(
                condition=Q(soort__in=SOORTEN, ernst__in=ERNST), name="netwerk_nzasignaal_soort"
            )
        ]


class NzaSignaalStap(GedeeldFeit):
    """Somebody took a signal up, finished it or opened it again; the last counts. `naam`: who."""

    signaal = models.ForeignKey(NzaSignaal, on_delete=models.PROTECT, related_name="stappen")
    soort = models.CharField(max_length=8)
    toelichting = models.TextField(blank=True)
    naam = models.CharField(max_length=120)
    volgorde = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name_plural = "stappen van signalen van de NZa"
        constraints = [
            models.CheckConstraint(condition=Q(soort__in=NZA_STAPPEN), name="netwerk_nzasignaalstap_soort"),
            models.UniqueConstraint(fields=["signaal", "volgorde"], name="netwerk_nzasignaalstap_volgorde"),
        ]
