"""What a municipality keeps of the uitvoeringsagenda, per opgave (its id in the policy). All of it facts.

`datum` of each is the day on which it was agreed or seen. What holds now is what was written last; every
earlier agreed day, status and owner stays readable.
"""

from collections.abc import Iterable
from functools import reduce
from operator import or_

from django.db import models
from django.db.models import Q

from koers.domain.uitvoeringsagenda import HOUDINGEN, LANGSTE_NAAM, STANDEN
from koers.registers.feiten import Feit
from koers.registers.kern.models import Medewerker
from koers.registers.netwerk.models import Vergaderbesluit
from koers.registers.sturing.models.proeftuinen import Proeftuin
from koers.registers.sturing.models.subsidies import Subsidie


class OpgaveEigenaar(Feit):
    """Who carries an opgave: a role, or somebody by name; the last one counts."""

    opgave = models.CharField(max_length=60)
    rol = models.CharField(max_length=40, blank=True)
    medewerker = models.ForeignKey(
        Medewerker, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name_plural = "eigenaren van opgaven"
        constraints = [
            models.CheckConstraint(
                condition=Q(rol="", medewerker__isnull=False) | ~Q(rol="") & Q(medewerker__isnull=True),
                name="sturing_eigenaar_een",
            )
        ]


class OpgaveStand(Feit):
    """How an opgave stands (`soort`), and why; the last one counts."""

    opgave = models.CharField(max_length=60)
    soort = models.CharField(max_length=20)
    toelichting = models.TextField()
    naam = models.CharField(max_length=120)

    class Meta:
        verbose_name_plural = "standen van opgaven"
        constraints = [
            models.CheckConstraint(condition=Q(soort__in=STANDEN), name="sturing_opgavestand_soort")
        ]


class OpgaveDoel(Feit):
    """What an indicator of the opgave has to show on `uiterlijk`, in words; of each the last counts."""

    opgave = models.CharField(max_length=60)
    indicator = models.CharField(max_length=60)
    doel = models.TextField()
    uiterlijk = models.DateField()

    class Meta:
        verbose_name_plural = "doelen van opgaven"


class Interventie(Feit):
    """What is done for an opgave, and what has to come of it."""

    opgave = models.CharField(max_length=60)
    naam = models.CharField(max_length=LANGSTE_NAAM)
    resultaat = models.TextField()

    class Meta:
        verbose_name_plural = "interventies"
        indexes = [models.Index(fields=["gemeente", "opgave"], name="sturing_interventie_opgave")]


class Agendaactie(Feit):
    """An action of an intervention. `uiterlijk`: the day that was agreed first; later ones are steps."""

    interventie = models.ForeignKey(Interventie, on_delete=models.PROTECT, related_name="acties")
    wat = models.TextField()
    wie = models.CharField(max_length=120)
    begindatum = models.DateField()
    uiterlijk = models.DateField()

    class Meta:
        verbose_name_plural = "acties van de uitvoeringsagenda"
        constraints = [
            models.CheckConstraint(
                condition=Q(uiterlijk__gte=models.F("begindatum")), name="sturing_agendaactie_dagen"
            )
        ]


class AgendaactieStap(Feit):
    """An action goes to another state (`soort`). `uiterlijk`: the newly agreed day, when that moved."""

    actie = models.ForeignKey(Agendaactie, on_delete=models.PROTECT, related_name="stappen")
    soort = models.CharField(max_length=12)
    reden = models.TextField(blank=True)
    uiterlijk = models.DateField(null=True, blank=True)
    naam = models.CharField(max_length=120)

    class Meta:
        verbose_name_plural = "stappen van acties van de uitvoeringsagenda"
        constraints = [
            models.CheckConstraint(
                condition=Q(soort="verschoven", uiterlijk__isnull=False) & ~Q(reden="")
                | ~Q(soort="verschoven") & Q(uiterlijk__isnull=True),
                name="sturing_agendaactiestap_dag",
            )
        ]


class Afhankelijkheid(Feit):
    """An action waits on another. A correction (`ingetrokken`) says that it does not any more."""

    actie = models.ForeignKey(Agendaactie, on_delete=models.PROTECT, related_name="wacht_op")
    wacht_op = models.ForeignKey(Agendaactie, on_delete=models.PROTECT, related_name="wachtenden")

    class Meta:
        verbose_name_plural = "afhankelijkheden"
        constraints = [
            models.CheckConstraint(
                condition=~Q(actie=models.F("wacht_op")), name="sturing_afhankelijkheid_ander"
            )
        ]


# Of what it can be said that it leans on a principle or deviates: one of these in every row.
LEUNT = ("interventie", "besluit", "proeftuin", "subsidie", "contract")


def _one_of(names: Iterable[str]) -> Q:
    """Exactly one of these is named."""
    each = [Q(**{f"{een}__isnull": een != here for een in names}) for here in names]
    return reduce(or_, each)


class Principegebruik(Feit):
    """An intervention, a besluit of a meeting, the decision on a proeftuin, a subsidie, or a contract as one
    municipality holds it, leans on a principle or deviates; the last counts."""

    interventie = models.ForeignKey(
        Interventie, null=True, blank=True, on_delete=models.PROTECT, related_name="principes"
    )
    besluit = models.ForeignKey(
        Vergaderbesluit, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    proeftuin = models.ForeignKey(
        Proeftuin, null=True, blank=True, on_delete=models.PROTECT, related_name="principes"
    )
    subsidie = models.ForeignKey(
        Subsidie, null=True, blank=True, on_delete=models.PROTECT, related_name="principes"
    )
    contract = models.ForeignKey(
        "zorg.Contract", null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    principe = models.CharField(max_length=60)
    houding = models.CharField(max_length=12)
    reden = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "gebruik van principes"
        constraints = [
            models.CheckConstraint(condition=_one_of(LEUNT), name="sturing_principegebruik_een"),
            models.CheckConstraint(
                condition=Q(houding__in=HOUDINGEN), name="sturing_principegebruik_houding"
            ),
            models.CheckConstraint(
                condition=Q(houding="leunt") | ~Q(reden=""), name="sturing_principegebruik_reden"
            ),
        ]
