"""Help given to a provider, its real starts and stops, and what was declared for it."""

from django.db import models
from django.db.models import F, Q

from koers.registers.feiten import Feit
from koers.registers.kern.models import Bericht
from koers.registers.toegang.models import Besluit, Casus, Verwijzing
from koers.registers.zorg.models.contracten import Contractproduct


class Toewijzing(Feit):
    """Help is given to a provider on `datum`, to deliver from `ingangsdatum` until before `tot_datum`.

    It stands on a besluit (route toegang) or on a legal referral (the other routes). `volume` in units
    of `eenheid` (WJ756) per `frequentie` (WMO757). `voorganger`: the toewijzing that it follows. `nummer`:
    what messages call it (ToewijzingNummer), one per gemeente. `referentie`: of the request that it grants.

    With `volume` it gives one product (specifiek), without it a category (aspecifiek) or, `generiek`, any
    help of the provider. `budget_cent`: for the whole period, never beside a volume, always if generic.
    """

    casus = models.ForeignKey(Casus, on_delete=models.PROTECT, related_name="toewijzingen")
    nummer = models.PositiveIntegerField(null=True, blank=True)
    besluit = models.ForeignKey(
        Besluit, null=True, blank=True, on_delete=models.PROTECT, related_name="toewijzingen"
    )
    verwijzing = models.ForeignKey(
        Verwijzing, null=True, blank=True, on_delete=models.PROTECT, related_name="toewijzingen"
    )
    contractproduct = models.ForeignKey(
        Contractproduct, on_delete=models.PROTECT, related_name="toewijzingen"
    )
    ingangsdatum = models.DateField()
    tot_datum = models.DateField(null=True, blank=True)
    volume = models.PositiveIntegerField(null=True, blank=True)
    eenheid = models.CharField(max_length=2, blank=True)
    frequentie = models.CharField(max_length=1, blank=True)
    generiek = models.BooleanField(default=False)
    budget_cent = models.PositiveBigIntegerField(null=True, blank=True)
    voorganger = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="opvolgers"
    )
    referentie = models.CharField(max_length=36, blank=True)

    class Meta:
        verbose_name_plural = "toewijzingen"
        # The last number of a gemeente. That of the constraint is partial: SQLite then walks all rows.
        indexes = [models.Index(fields=["gemeente", "nummer"], name="zorg_toewijzing_laatste")]
        constraints = [
            models.CheckConstraint(
                condition=Q(tot_datum__isnull=True) | Q(tot_datum__gt=F("ingangsdatum")),
                name="zorg_toewijzing_periode",
            ),
            models.CheckConstraint(
                condition=Q(besluit__isnull=True) | Q(verwijzing__isnull=True),
                name="zorg_toewijzing_een_grond",
            ),
            models.UniqueConstraint(
                fields=["gemeente", "nummer"],
                condition=Q(vervangt__isnull=True),
                name="zorg_toewijzing_nummer",
            ),
            # iJw CD075, CD077 and CD079: a budget has an end and no volume; what is generic has a budget.
            models.CheckConstraint(
                condition=Q(budget_cent__isnull=True) | Q(volume__isnull=True, tot_datum__isnull=False),
                name="zorg_toewijzing_budget",
            ),
            models.CheckConstraint(
                condition=Q(generiek=False) | Q(budget_cent__isnull=False), name="zorg_toewijzing_generiek"
            ),
        ]


class ToewijzingWijziging(Feit):
    """A toewijzing gets another end on `datum`; the last one counts. `reden`: JZ002, of which 13 takes it
    away as if it was never given: then it ends where it began. `referentie`: of the granted request.

    `volume`, `budget_cent`: what it gives from then on for its whole period; empty: as it was given.
    """

    toewijzing = models.ForeignKey(Toewijzing, on_delete=models.PROTECT, related_name="wijzigingen")
    reden = models.CharField(max_length=2)
    tot_datum = models.DateField(null=True, blank=True)
    volume = models.PositiveIntegerField(null=True, blank=True)
    budget_cent = models.PositiveBigIntegerField(null=True, blank=True)
    referentie = models.CharField(max_length=36, blank=True)

    class Meta:
        verbose_name_plural = "wijzigingen van toewijzingen"


class Woonplaats(Feit):
    """From `per_datum` on another gemeente pays for this casus (woonplaatsbeginsel, Jeugdwet 1.1).

    `gemeentecode`: CBS, also of a gemeente that is not here. `grond`: which rule of the beginsel.
    `bevestigd`: who there said on which day that the help goes on: until then we stay responsible.
    """

    casus = models.ForeignKey(Casus, on_delete=models.PROTECT, related_name="woonplaatsen")
    gemeentecode = models.CharField(max_length=6)
    per_datum = models.DateField()
    grond = models.CharField(max_length=20)
    bevestigd_door = models.CharField(max_length=80)
    bevestigd_datum = models.DateField()

    class Meta:
        verbose_name_plural = "woonplaatsen"


class TrajectSoort(models.TextChoices):
    START = "start", "hulp begonnen"
    STOP = "stop", "hulp gestopt"


class TrajectStap(Feit):
    """Help really started or stopped on `datum`. On the day of a stop there is still help (iJw Einddatum).

    `reden`: JZ588, for a stop; 20 is a pause, after which help may start again.
    """

    toewijzing = models.ForeignKey(Toewijzing, on_delete=models.PROTECT, related_name="stappen")
    soort = models.CharField(max_length=5, choices=TrajectSoort.choices)
    reden = models.CharField(max_length=2, blank=True)

    class Meta:
        verbose_name_plural = "stappen van trajecten"
        constraints = [
            models.CheckConstraint(
                condition=Q(soort="start", reden="") | (Q(soort="stop") & ~Q(reden="")),
                name="zorg_trajectstap_reden",
            )
        ]


class Declaratie(Feit):
    """What a provider declared for one month of a toewijzing; `datum` is the day it came in.

    `maand`: first day of the month in which help was given. `bedrag_cent` may be negative: a credit. The rest
    only if it came by message (JW323): `referentie` of the entry, and of the debit that a credit takes back.
    """

    toewijzing = models.ForeignKey(Toewijzing, on_delete=models.PROTECT, related_name="declaraties")
    maand = models.DateField()
    bedrag_cent = models.BigIntegerField()
    bericht = models.ForeignKey(Bericht, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    declaratienummer = models.CharField(max_length=12, blank=True)
    referentie = models.CharField(max_length=20, blank=True)
    vorige_referentie = models.CharField(max_length=20, blank=True)
    code = models.CharField(max_length=5, blank=True)
    begindatum = models.DateField(null=True, blank=True)
    einddatum = models.DateField(null=True, blank=True)
    volume = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "declaraties"
