"""What has to be ready before the new way of working begins, and fte per role of the herinrichtingsplan."""

from django.db import models
from django.db.models import Q

from koers.domain.herinrichting import LANGSTE_BRON, LANGSTE_ROL, STAPPEN
from koers.registers.feiten import Feit


class Gereedheidsvoorwaarde(Feit):
    """Something that has to be ready on `uiterlijk`, as it was agreed first; later words are steps."""

    wat = models.TextField()
    wie = models.CharField(max_length=120)
    uiterlijk = models.DateField()
    naam = models.CharField(max_length=120)

    class Meta:
        verbose_name_plural = "gereedheidsvoorwaarden"


class VoorwaardeStap(Feit):
    """A condition was met, changed, dropped or opened again. `wat`, `wie`, `uiterlijk`: as changed."""

    voorwaarde = models.ForeignKey(Gereedheidsvoorwaarde, on_delete=models.PROTECT, related_name="stappen")
    soort = models.CharField(max_length=12)
    wat = models.TextField(blank=True)
    wie = models.CharField(max_length=120, blank=True)
    uiterlijk = models.DateField(null=True, blank=True)
    toelichting = models.TextField()
    naam = models.CharField(max_length=120)

    class Meta:
        verbose_name_plural = "stappen van gereedheidsvoorwaarden"
        constraints = [
            models.CheckConstraint(condition=Q(soort__in=STAPPEN), name="sturing_voorwaardestap_soort"),
            models.CheckConstraint(
                condition=Q(soort="gewijzigd", uiterlijk__isnull=False) & ~Q(wat="") & ~Q(wie="")
                | ~Q(soort="gewijzigd") & Q(wat="", wie="", uiterlijk__isnull=True),
                name="sturing_voorwaardestap_anders",
            ),
        ]


class Formatie(Feit):
    """Fte of a role in the plan; of each role the last row counts. `vervallen`: not in it any more.

    `afgesproken` holds from `per` on; `bron`: where the figures stand.
    """

    rol = models.CharField(max_length=LANGSTE_ROL)
    nu = models.DecimalField(max_digits=5, decimal_places=2)
    nodig = models.DecimalField(max_digits=5, decimal_places=2)
    afgesproken = models.DecimalField(max_digits=5, decimal_places=2, null=True, blank=True)
    per = models.DateField(null=True, blank=True)
    bron = models.CharField(max_length=LANGSTE_BRON)
    reden = models.TextField(blank=True)
    naam = models.CharField(max_length=120)
    vervallen = models.BooleanField(default=False)

    class Meta:
        verbose_name_plural = "formatie"
        constraints = [
            models.CheckConstraint(
                condition=Q(afgesproken__isnull=True, per__isnull=True)
                | Q(afgesproken__isnull=False, per__isnull=False),
                name="sturing_formatie_per",
            ),
            models.CheckConstraint(
                condition=Q(nu__gte=0, nodig__gte=0) & (Q(afgesproken__isnull=True) | Q(afgesproken__gte=0)),
                name="sturing_formatie_fte",
            ),
        ]
