"""Reports of the P&C-cycle: templates of a municipality, reports in the making, and what was published.

What is being written is of one municipality, behind its wall. Publishing writes the whole anew in a table
that everybody with that right may read; nothing that comes later changes it.
"""

from django.db import models
from django.db.models import Q

from koers.domain.rapportages import VORMEN
from koers.registers.feiten import Feit, GedeeldFeit
from koers.registers.kern.models.organisatie import Gemeente

STAPPEN = ("ingediend", "teruggegeven", "gepubliceerd")


class Sjabloonversie(Feit):
    """The template of a kind of report as a municipality made it; the highest version counts for new ones.

    `soort`: id in the policy, whose own template is version 0. `hoofdstukken`: as `Hoofdstuk.frozen`.
    """

    soort = models.CharField(max_length=60)
    versie = models.PositiveSmallIntegerField()
    hoofdstukken = models.JSONField()
    reden = models.TextField()
    naam = models.CharField(max_length=120)

    class Meta:
        verbose_name_plural = "sjabloonversies"
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "soort", "versie"], name="sturing_sjabloonversie_eenmaal"
            ),
            models.CheckConstraint(condition=Q(versie__gte=1), name="sturing_sjabloonversie_vanaf_1"),
        ]


class Rapportage(Feit):
    """A report was begun: of which kind, over which period, by which template.

    `sjabloon`: name, for whom and chapters as they were then. `herstelt`: the report that this one corrects,
    with `reden`.
    """

    soort = models.CharField(max_length=60)
    per = models.CharField(max_length=10)
    periode = models.CharField(max_length=10)
    sjabloon = models.JSONField()
    sjabloonversie = models.PositiveSmallIntegerField()
    editie = models.PositiveSmallIntegerField(default=1)
    herstelt = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="hersteld_door"
    )
    reden = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "rapportages"
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "soort", "periode", "editie"], name="sturing_rapportage_eenmaal"
            ),
            models.CheckConstraint(condition=Q(per__in=sorted(VORMEN)), name="sturing_rapportage_per"),
            models.CheckConstraint(
                condition=Q(editie=1, herstelt__isnull=True, reden="")
                | Q(editie__gt=1, herstelt__isnull=False) & ~Q(reden=""),
                name="sturing_rapportage_editie",
            ),
        ]


class Hoofdstuktekst(Feit):
    """The text of a chapter as somebody kept it; the highest version counts, the others stay.

    `scenarios`: ids of kept scenarios that go with it.
    """

    rapportage = models.ForeignKey(Rapportage, on_delete=models.PROTECT, related_name="teksten")
    hoofdstuk = models.CharField(max_length=60)
    versie = models.PositiveSmallIntegerField()
    tekst = models.TextField()
    scenarios = models.JSONField(default=list, blank=True)
    naam = models.CharField(max_length=120)

    class Meta:
        verbose_name_plural = "hoofdstukteksten"
        constraints = [
            models.UniqueConstraint(
                fields=["rapportage", "hoofdstuk", "versie"], name="sturing_hoofdstuktekst_eenmaal"
            )
        ]


class RapportageStap(Feit):
    """A report went on or back, its `nummer`th step; `opmerking`: why it went back."""

    rapportage = models.ForeignKey(Rapportage, on_delete=models.PROTECT, related_name="stappen")
    nummer = models.PositiveSmallIntegerField()
    soort = models.CharField(max_length=12)
    opmerking = models.TextField(blank=True)
    naam = models.CharField(max_length=120)

    class Meta:
        verbose_name_plural = "stappen van rapportages"
        constraints = [
            models.UniqueConstraint(fields=["rapportage", "nummer"], name="sturing_rapportagestap_eenmaal"),
            models.CheckConstraint(condition=Q(soort__in=STAPPEN), name="sturing_rapportagestap_soort"),
            models.CheckConstraint(
                condition=~Q(soort="teruggegeven") | ~Q(opmerking=""), name="sturing_rapportagestap_reden"
            ),
        ]


class Rapportageuitgave(GedeeldFeit):
    """A report as it was published: figures and text, with the SHA-256 of it and who signed off.

    `vorige`: the edition that this one corrects.
    """

    rapportage = models.OneToOneField(Rapportage, on_delete=models.PROTECT, related_name="uitgave")
    gemeente = models.ForeignKey(Gemeente, on_delete=models.PROTECT, related_name="+")
    soort = models.CharField(max_length=60)
    periode = models.CharField(max_length=10)
    editie = models.PositiveSmallIntegerField()
    inhoud = models.JSONField()
    sha256 = models.CharField(max_length=64)
    naam = models.CharField(max_length=120)
    vorige = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="volgende"
    )

    class Meta:
        verbose_name_plural = "uitgaven van rapportages"
        indexes = [models.Index(fields=["gemeente", "periode"], name="sturing_uitgave_periode")]


class RapportageDocument(GedeeldFeit):
    """The file of a published report in one form, made once."""

    uitgave = models.ForeignKey(Rapportageuitgave, on_delete=models.PROTECT, related_name="documenten")
    vorm = models.CharField(max_length=4)
    inhoud = models.BinaryField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        verbose_name_plural = "documenten van rapportages"
        constraints = [
            models.UniqueConstraint(fields=["uitgave", "vorm"], name="sturing_rapportagedocument_eenmaal")
        ]
