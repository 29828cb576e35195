"""National developments, yearly judgements of oneself, and what is improved. All of it facts.

What is shared stands in tables of `GedeeldFeit`. A judgement in the making is behind the wall of its
municipality; that of the region is of who leads it.
"""

from django.db import models
from django.db.models import Q

from koers.domain.ontwikkelingen import LANGSTE_NAAM, ONTWIKKELINGSTANDEN
from koers.domain.vergadering import VERVOLGEN
from koers.registers.feiten import Feit, GedeeldFeit
from koers.registers.kern.models.organisatie import Gemeente


class Ontwikkeling(GedeeldFeit):
    """Something that the country decides or prepares; `datum` is the day of its source."""

    naam = models.CharField(max_length=LANGSTE_NAAM)
    bron = models.TextField()
    adres = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name_plural = "landelijke ontwikkelingen"


class OntwikkelingStand(GedeeldFeit):
    """How it stands, its consequence, who follows it, at which body it comes; the last counts."""

    ontwikkeling = models.ForeignKey(Ontwikkeling, on_delete=models.PROTECT, related_name="standen")
    soort = models.CharField(max_length=12)
    gevolg = models.TextField()
    volger = models.CharField(max_length=120)
    gemeente = models.ForeignKey(Gemeente, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    gremium = models.CharField(max_length=60)
    toelichting = models.TextField(blank=True)
    naam = models.CharField(max_length=120)

    class Meta:
        verbose_name_plural = "standen van ontwikkelingen"
        constraints = [
            models.CheckConstraint(
                condition=Q(soort__in=ONTWIKKELINGSTANDEN), name="netwerk_ontwikkelingstand_soort"
            )
        ]


class Oordeelvelden(models.Model):
    """An answer of the scale to one point of a list (ids in the policy), for one year."""

    lijst = models.CharField(max_length=60)
    punt = models.CharField(max_length=60)
    jaar = models.PositiveSmallIntegerField()
    oordeel = models.CharField(max_length=40)
    toelichting = models.TextField()
    bewijs = models.TextField(blank=True)
    naam = models.CharField(max_length=120)

    class Meta:
        abstract = True


class ConceptOordeel(Oordeelvelden, Feit):
    """What a municipality thinks of itself before it says so; the last counts. Only its own people."""

    class Meta:
        verbose_name_plural = "oordelen in de maak"


class RegioConceptOordeel(Oordeelvelden, GedeeldFeit):
    """What the region thinks of itself before it says so; only who leads the region."""

    class Meta:
        verbose_name_plural = "oordelen van de regio in de maak"


class Oordeel(Oordeelvelden, GedeeldFeit):
    """What a municipality, or the region (none), told the others; the last of a year counts."""

    gemeente = models.ForeignKey(Gemeente, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "oordelen"
        indexes = [models.Index(fields=["lijst", "jaar"], name="netwerk_oordeel_jaar")]


class Verbetering(GedeeldFeit):
    """Who does what before `uiterlijk`, to do better at a point. `gemeente`: of whom; none: of the region."""

    lijst = models.CharField(max_length=60)
    punt = models.CharField(max_length=60)
    jaar = models.PositiveSmallIntegerField()
    gemeente = models.ForeignKey(Gemeente, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    wat = models.TextField()
    wie = models.CharField(max_length=120)
    uiterlijk = models.DateField()
    naam = models.CharField(max_length=120)

    class Meta:
        verbose_name_plural = "verbeteringen"


class VerbeteringVervolg(GedeeldFeit):
    """What came of an improvement on `datum`; the last counts. `uiterlijk`: the new day."""

    verbetering = models.ForeignKey(Verbetering, on_delete=models.PROTECT, related_name="vervolgen")
    soort = models.CharField(max_length=12)
    reden = models.TextField(blank=True)
    uiterlijk = models.DateField(null=True, blank=True)
    naam = models.CharField(max_length=120)

    class Meta:
        verbose_name_plural = "vervolgen van verbeteringen"
        constraints = [
            models.CheckConstraint(condition=Q(soort__in=VERVOLGEN), name="netwerk_verbeteringvervolg_soort")
        ]
