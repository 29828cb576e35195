"""Work at school and in the neighbourhood: numbers and themes, never a person."""

from django.db import models
from django.db.models import F, Q

from koers.domain.school import SOORTEN_SCHOOLWERK, THEMAS
from koers.registers.feiten import Feit
from koers.registers.kern.models.organisatie import Organisatie


class SchoolWerk(Feit):
    """A ZAT, a group or advice on `datum`, at `plek`, done by `organisatie`. It has no free text on purpose.

    `voorziening`: the key in `beleid/voorzieningen` of the offer, for a group.
    """

    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    plek = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    soort = models.CharField(max_length=12)
    thema = models.CharField(max_length=16)
    vrager = models.CharField(max_length=20, blank=True)
    aantal = models.PositiveIntegerField()
    bijeenkomsten = models.PositiveIntegerField(default=0)
    overgedragen = models.PositiveIntegerField(default=0)
    voorziening = models.CharField(max_length=80, blank=True)

    class Meta:
        verbose_name_plural = "werk op school en in de buurt"
        constraints = [
            models.CheckConstraint(
                condition=Q(soort__in=SOORTEN_SCHOOLWERK, thema__in=THEMAS, overgedragen__lte=F("aantal")),
                name="toegang_schoolwerk",
            )
        ]
