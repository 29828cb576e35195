"""Trede voor trede: what each step of the ladder gave, and why it was passed over."""

from django.db import models
from django.db.models import Q

from koers.domain.ladder import UITKOMSTEN, UITZONDERINGEN, VOORLIGGENDE_TREDEN
from koers.registers.feiten import Feit
from koers.registers.toegang.models.meldingen import Casus


class TredeUitkomst(Feit):
    """What one step gave on `datum`. A later outcome of the same step stands beside it, and holds then.

    `voorziening`: the key in `beleid/voorzieningen` of what was chosen from the directory, if it was.
    """

    casus = models.ForeignKey(Casus, on_delete=models.PROTECT, related_name="trede_uitkomsten")
    trede = models.CharField(max_length=24)
    uitkomst = models.CharField(max_length=20)
    reden = models.TextField()
    geprobeerd = models.TextField(blank=True)
    voorziening = models.CharField(max_length=80, blank=True)

    class Meta:
        verbose_name_plural = "uitkomsten van treden"
        constraints = [
            models.CheckConstraint(
                condition=Q(trede__in=VOORLIGGENDE_TREDEN, uitkomst__in=UITKOMSTEN) & ~Q(reden=""),
                name="toegang_trede_uitkomst",
            )
        ]


class LadderUitzondering(Feit):
    """The ladder was passed over from `datum`: a crisis, or the hardheidsclausule, with the reason."""

    casus = models.ForeignKey(Casus, on_delete=models.PROTECT, related_name="ladder_uitzonderingen")
    soort = models.CharField(max_length=20)
    reden = models.TextField()

    class Meta:
        verbose_name_plural = "uitzonderingen op de ladder"
        constraints = [
            models.CheckConstraint(
                condition=Q(soort__in=UITZONDERINGEN) & ~Q(reden=""), name="toegang_ladder_uitzondering"
            )
        ]
