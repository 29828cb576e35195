"""What the college decides."""

from django.db import models
from django.db.models import F, Q

from koers.registers.feiten import Feit
from koers.registers.toegang.models.aanvragen import Aanvraag
from koers.registers.toegang.models.meldingen import Casus
from koers.registers.toegang.models.plannen import PlanVersie


class BesluitSoort(models.TextChoices):
    TOEKENNING = "toekenning", "toekenning"
    AFWIJZING = "afwijzing", "afwijzing"


class Besluit(Feit):
    """The college decides about one jeugdige; `datum` is the day of the decision.

    `toetsing`: per rule of the verordening the answer, with the article and version in force that day.
    `bedrag_cent`: the expected costs per year, by which `mandaat` was tested. `indiener` proposed what
    `vastgelegd_door` decided, where that took two; `adviseur`: who gave advice. `principe`: the leidend
    principe it leans on, or why it deviates. `plan_versie`: the plan as it was settled then (decision 3).

    `product`: the code of what is granted (no key into door zorg, decision 2); from `ingangsdatum`
    until just before `tot_datum`. `herindicatie`: goes on with help that was already running.
    `voorbereid_door`: the team that prepared it; until the new way of working that could be a partner.
    """

    casus = models.ForeignKey(Casus, on_delete=models.PROTECT, related_name="besluiten")
    soort = models.CharField(max_length=12, choices=BesluitSoort.choices)
    product = models.CharField(max_length=12, blank=True)
    ingangsdatum = models.DateField(null=True, blank=True)
    tot_datum = models.DateField(null=True, blank=True)
    herindicatie = models.BooleanField(default=False)
    voorbereid_door = models.CharField(max_length=40, default="team_jeugd")
    reden = models.TextField(blank=True)
    aanvraag = models.ForeignKey(
        Aanvraag, null=True, blank=True, on_delete=models.PROTECT, related_name="besluiten"
    )
    bedrag_cent = models.PositiveBigIntegerField(null=True, blank=True)
    toetsing = models.JSONField(default=list, blank=True)
    mandaat = models.CharField(max_length=80, blank=True)
    indiener = models.CharField(max_length=80, blank=True)
    adviseur = models.CharField(max_length=80, blank=True)
    principe = models.CharField(max_length=80, blank=True)
    principe_afwijking = models.TextField(blank=True)
    combinatie = models.TextField(blank=True)
    plan_versie = models.ForeignKey(
        PlanVersie, null=True, blank=True, on_delete=models.PROTECT, related_name="besluiten"
    )

    class Meta:
        verbose_name_plural = "besluiten"
        constraints = [
            models.CheckConstraint(
                condition=Q(soort="afwijzing") | Q(ingangsdatum__isnull=False, product__gt=""),
                name="toegang_besluit_inhoud",
            ),
            models.CheckConstraint(
                condition=Q(tot_datum__isnull=True) | Q(tot_datum__gt=F("ingangsdatum")),
                name="toegang_besluit_periode",
            ),
        ]


class BesluitIntrekking(Feit):
    """The college takes a besluit back on `datum`; help ends before `per_datum`. The besluit itself stays."""

    besluit = models.ForeignKey(Besluit, on_delete=models.PROTECT, related_name="intrekkingen")
    per_datum = models.DateField()
    reden = models.TextField()

    class Meta:
        verbose_name_plural = "intrekkingen van besluiten"


class Bezwaar(Feit):
    """Somebody objects to a besluit on `datum`; until `laatste_dag` that was in time."""

    WIE = [("jeugdige", "jeugdige"), ("ouder", "ouder"), ("ander", "iemand anders")]

    besluit = models.ForeignKey(Besluit, on_delete=models.PROTECT, related_name="bezwaren")
    wie = models.CharField(max_length=10, choices=WIE)
    laatste_dag = models.DateField()
    gronden = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "bezwaren"

    @property
    def op_tijd(self) -> bool:
        """Whether it came in within the term (Awb 6:7)."""
        return self.datum <= self.laatste_dag


class BezwaarUitkomst(Feit):
    """What became of a bezwaar on `datum`."""

    bezwaar = models.ForeignKey(Bezwaar, on_delete=models.PROTECT, related_name="uitkomsten")
    uitkomst = models.CharField(max_length=20)
    toelichting = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "uitkomsten van bezwaren"
