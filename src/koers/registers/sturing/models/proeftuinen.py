"""What a municipality tries out: what was agreed before, what was counted, what it said and what followed.

All of it facts. Of a design the last one counts, and after the start there is none later.
"""

from django.db import models
from django.db.models import F, Q

from koers.domain.proeftuinen import LANGSTE_EENHEID, LANGSTE_NAAM, RICHTINGEN, SOORTEN
from koers.domain.toestanden.proeftuin import PROEFTUIN
from koers.registers.feiten import Feit


class Proeftuin(Feit):
    """Something that is tried out for an opgave (its id in the policy), agreed on `datum`."""

    opgave = models.CharField(max_length=60)
    naam = models.CharField(max_length=LANGSTE_NAAM)

    class Meta:
        verbose_name_plural = "proeftuinen"


class ProeftuinOntwerp(Feit):
    """What is agreed before the start. `verwacht`: the difference hoped for, in percentage points.

    `groep` and `vergelijking`: codes of municipalities, or names of practices or areas.
    """

    proeftuin = models.ForeignKey(Proeftuin, on_delete=models.PROTECT, related_name="ontwerpen")
    hypothese = models.TextField()
    indicator = models.CharField(max_length=60, blank=True)
    telt = models.TextField(blank=True)
    richting = models.CharField(max_length=10)
    verwacht = models.DecimalField(max_digits=5, decimal_places=2)
    eenheidsoort = models.CharField(max_length=10)
    groep = models.JSONField()
    vergelijking = models.JSONField()
    begindatum = models.DateField()
    evaluatie_op = models.DateField()
    naam = models.CharField(max_length=120)

    class Meta:
        verbose_name_plural = "ontwerpen van proeftuinen"
        constraints = [
            models.CheckConstraint(
                condition=Q(indicator="") & ~Q(telt="") | ~Q(indicator="") & Q(telt=""),
                name="sturing_proeftuinontwerp_maat",
            ),
            models.CheckConstraint(
                condition=Q(richting__in=RICHTINGEN, eenheidsoort__in=SOORTEN),
                name="sturing_proeftuinontwerp_soort",
            ),
            models.CheckConstraint(
                condition=Q(evaluatie_op__gt=F("begindatum")), name="sturing_proeftuinontwerp_dagen"
            ),
        ]


class Proeftuintelling(Feit):
    """A typed count of one unit from `begindatum` up to and including `einddatum`."""

    proeftuin = models.ForeignKey(Proeftuin, on_delete=models.PROTECT, related_name="tellingen")
    eenheid = models.CharField(max_length=LANGSTE_EENHEID)
    begindatum = models.DateField()
    einddatum = models.DateField()
    teller = models.PositiveIntegerField()
    noemer = models.PositiveIntegerField()

    class Meta:
        verbose_name_plural = "tellingen van proeftuinen"
        constraints = [
            models.CheckConstraint(
                condition=Q(teller__lte=F("noemer"), einddatum__gte=F("begindatum")),
                name="sturing_proeftuintelling_deel",
            )
        ]


class ProeftuinStap(Feit):
    """It goes to another state (`soort`). `keuze`: what was decided; `evaluatie_op`: the next agreed day.

    `uitkomst`: what an evaluation found, as it was then, with the counts it was found from.
    """

    proeftuin = models.ForeignKey(Proeftuin, on_delete=models.PROTECT, related_name="stappen")
    soort = models.CharField(max_length=12)
    keuze = models.CharField(max_length=12, blank=True)
    reden = models.TextField(blank=True)
    evaluatie_op = models.DateField(null=True, blank=True)
    uitkomst = models.JSONField(null=True, blank=True)
    naam = models.CharField(max_length=120)

    class Meta:
        verbose_name_plural = "stappen van proeftuinen"
        constraints = [
            models.CheckConstraint(
                condition=Q(soort__in=PROEFTUIN.toestanden), name="sturing_proeftuinstap_soort"
            ),
            models.CheckConstraint(
                condition=Q(soort="geevalueerd", uitkomst__isnull=False)
                | ~Q(soort="geevalueerd") & Q(uitkomst__isnull=True),
                name="sturing_proeftuinstap_uitkomst",
            ),
            models.CheckConstraint(
                condition=Q(keuze="doorgaan", evaluatie_op__isnull=False)
                | ~Q(keuze="doorgaan") & Q(evaluatie_op__isnull=True),
                name="sturing_proeftuinstap_moment",
            ),
        ]
