"""Dossiers of the zorglandschap: a need, ways to meet it, what the market said, and what came of it.

All of it facts that the region shares. What was decided is a besluit of a meeting, to which a step points.
"""

from django.db import models
from django.db.models import Q

from koers.domain.landschapsdossiers import LANGSTE_NAAM, MARKTANTWOORDEN
from koers.registers.feiten import GedeeldFeit
from koers.registers.netwerk.models.vergaderingen import Vergaderbesluit

STAPPEN = ("inkopen", "niet_inkopen", "anders", "overgedragen", "afgerond", "heropend")


class Landschapsdossier(GedeeldFeit):
    """What is missing (see `koers.domain.landschapsdossiers.Behoefte`)."""

    naam = models.CharField(max_length=LANGSTE_NAAM)
    hulpvorm = models.CharField(max_length=2)
    gebied = models.CharField(max_length=60)
    project = models.CharField(max_length=60, blank=True)
    behoefte = models.TextField()
    plekken = models.PositiveIntegerField(null=True, blank=True)
    door = models.CharField(max_length=120)

    class Meta:
        verbose_name_plural = "dossiers van het zorglandschap"


class LandschapsAlternatief(GedeeldFeit):
    """A way to meet the need."""

    dossier = models.ForeignKey(Landschapsdossier, on_delete=models.PROTECT, related_name="alternatieven")
    wat = models.TextField()
    voor = models.TextField()
    tegen = models.TextField()
    door = models.CharField(max_length=120)

    class Meta:
        verbose_name_plural = "alternatieven"


class Marktvraag(GedeeldFeit):
    """A provider was asked."""

    dossier = models.ForeignKey(Landschapsdossier, on_delete=models.PROTECT, related_name="marktvragen")
    aanbieder = models.CharField(max_length=LANGSTE_NAAM)
    vraag = models.TextField()
    door = models.CharField(max_length=120)

    class Meta:
        verbose_name_plural = "vragen aan de markt"


class Marktantwoord(GedeeldFeit):
    """What it answered; the last counts."""

    marktvraag = models.ForeignKey(Marktvraag, on_delete=models.PROTECT, related_name="antwoorden")
    soort = models.CharField(max_length=20)
    tekst = models.TextField(blank=True)
    door = models.CharField(max_length=120)

    class Meta:
        verbose_name_plural = "antwoorden van de markt"
        constraints = [
            models.CheckConstraint(condition=Q(soort__in=MARKTANTWOORDEN), name="netwerk_marktantwoord_soort")
        ]


class LandschapsdossierStap(GedeeldFeit):
    """The dossier was decided, handed over, finished or taken up again; the last counts."""

    dossier = models.ForeignKey(Landschapsdossier, on_delete=models.PROTECT, related_name="stappen")
    soort = models.CharField(max_length=16)
    tekst = models.TextField()
    besluit = models.ForeignKey(
        Vergaderbesluit, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    inkoopregio = models.CharField(max_length=60, blank=True)
    eigenaar = models.CharField(max_length=120, blank=True)
    uiterlijk = models.DateField(null=True, blank=True)
    door = models.CharField(max_length=120)

    class Meta:
        verbose_name_plural = "stappen van dossiers van het zorglandschap"
        constraints = [
            models.CheckConstraint(condition=Q(soort__in=STAPPEN), name="netwerk_landschapsstap_soort"),
            models.CheckConstraint(
                condition=Q(soort__in=("inkopen", "niet_inkopen", "anders"), besluit__isnull=False)
                | ~Q(soort__in=("inkopen", "niet_inkopen", "anders")) & Q(besluit__isnull=True),
                name="netwerk_landschapsstap_besluit",
            ),
            models.CheckConstraint(
                condition=Q(soort="overgedragen", uiterlijk__isnull=False)
                & ~Q(inkoopregio="")
                & ~Q(eigenaar="")
                | ~Q(soort="overgedragen") & Q(uiterlijk__isnull=True),
                name="netwerk_landschapsstap_overdracht",
            ),
        ]
