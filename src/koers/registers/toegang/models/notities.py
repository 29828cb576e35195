"""The first note: what somebody on the phone says, before there is a gezin."""

from django.db import models

from koers.registers.feiten import Feit
from koers.registers.kern.models.basis import Bewerkbaar, Genummerd
from koers.registers.kern.models.organisatie import Gemeente, Organisatie
from koers.registers.toegang.models.meldingen import Melding


class Urgentie(models.TextChoices):
    KAN_WACHTEN = "kan_wachten", "kan een paar dagen wachten"
    VANDAAG = "vandaag", "vandaag terugbellen"
    NU = "nu", "kan niet wachten"


class EersteNotitie(Genummerd, Bewerkbaar):
    """A note that is written while somebody calls; anything may stay empty.

    Once it ended its words are wiped: they live on in the melding, or nowhere. `van_rol` and `organisatie`:
    the partner that passed the question on; empty for a note of the toegang itself.
    """

    gemeente = models.ForeignKey(Gemeente, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=120, blank=True)
    vraag = models.TextField(blank=True)
    beller = models.CharField(max_length=120, blank=True)
    telefoon = models.CharField(max_length=40, blank=True)
    urgentie = models.CharField(max_length=12, choices=Urgentie.choices, default=Urgentie.KAN_WACHTEN)
    begonnen_at = models.DateTimeField()
    begonnen_door = models.CharField(max_length=80)
    bewaard_door = models.CharField(max_length=80)
    organisatie = models.ForeignKey(
        Organisatie, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    van_rol = models.CharField(max_length=40, blank=True)

    class Meta:
        verbose_name_plural = "eerste notities"

    def __str__(self) -> str:
        return f"eerste notitie {self.pk}"


class NotitieStapSoort(models.TextChoices):
    OPGEPAKT = "opgepakt", "opgepakt door de toegang"
    AFGEROND = "afgerond", "melding geworden"
    WEGGELEGD = "weggelegd", "weggelegd"


class NotitieStap(Feit):
    """What became of a note on `datum`. `reden`: why it was put away, one of a fixed list (no free words)."""

    notitie = models.ForeignKey(EersteNotitie, on_delete=models.PROTECT, related_name="stappen")
    soort = models.CharField(max_length=10, choices=NotitieStapSoort.choices)
    reden = models.CharField(max_length=40, blank=True)
    melding = models.ForeignKey(
        Melding, null=True, blank=True, on_delete=models.PROTECT, related_name="notities"
    )

    class Meta:
        verbose_name_plural = "stappen van eerste notities"
