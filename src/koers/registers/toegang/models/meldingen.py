"""A question and the legal road it takes."""

from django.db import models
from django.db.models import Q

from koers.registers.feiten import Feit
from koers.registers.kern.models.basis import Genummerd
from koers.registers.kern.models.organisatie import Gemeente, Organisatie
from koers.registers.kern.models.personen import Gezin, Persoon


class Route(models.TextChoices):
    """The three legal roads to help, fixed when the melding is made (row T2)."""

    TOEGANG = "toegang", "lokaal team of toegang"
    MEDISCH = "medisch", "huisarts, jeugdarts of medisch specialist"
    JUSTITIE = "justitie", "gecertificeerde instelling of strafrechter"


class Melding(Feit):
    """A question reaches the gemeente. It concerns one or more jeugdigen; each gets a casus.

    `verwijzer`: CBS code 01-06, 08. `kanaal`: who came with the question, which is not always who refers.
    """

    gezin = models.ForeignKey(Gezin, on_delete=models.PROTECT, related_name="meldingen")
    route = models.CharField(max_length=10, choices=Route.choices)
    verwijzer = models.CharField(max_length=2)
    kanaal = models.CharField(max_length=40, blank=True)
    vraag = models.TextField(blank=True)
    met_spoed = models.BooleanField(default=False)

    class Meta:
        verbose_name_plural = "meldingen"
        constraints = [
            models.CheckConstraint(
                condition=Q(verwijzer__in=["01", "02", "03", "04", "05", "06", "08"]),
                name="toegang_melding_verwijzer",
            )
        ]


class Casus(Genummerd):
    """One jeugdige, one melding, one responsible gemeente: our file of the question."""

    melding = models.ForeignKey(Melding, on_delete=models.PROTECT, related_name="casussen")
    jeugdige = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="casussen")
    gemeente = models.ForeignKey(Gemeente, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "casussen"
        constraints = [models.UniqueConstraint(fields=["melding", "jeugdige"], name="toegang_casus_eenmaal")]


class Verwijzing(Feit):
    """A legal referral by a doctor, a gecertificeerde instelling or the court; `datum` is its day.

    `herindicatie`: it asks to go on with help that was already given.
    """

    casus = models.ForeignKey(Casus, on_delete=models.PROTECT, related_name="verwijzingen")
    verwijzer = models.CharField(max_length=2)
    organisatie = models.ForeignKey(
        Organisatie, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    herindicatie = models.BooleanField(default=False)

    class Meta:
        verbose_name_plural = "verwijzingen"
        constraints = [
            models.CheckConstraint(
                condition=Q(verwijzer__in=["02", "03", "04", "05", "08"]), name="toegang_verwijzing_verwijzer"
            )
        ]
