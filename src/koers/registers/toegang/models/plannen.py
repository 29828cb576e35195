"""One plan per gezin: what is being worked on, its settled versions, and who agreed and consented."""

from django.db import models
from django.db.models import Q

from koers.registers.feiten import Feit
from koers.registers.kern.models.basis import Bewerkbaar, DagPeriode, Genummerd
from koers.registers.kern.models.organisatie import Gemeente, Organisatie
from koers.registers.kern.models.personen import Gezin, Huishouden, Persoon


class PlanGrootte(models.TextChoices):
    LICHT = "licht", "licht"
    GEWOON = "gewoon", "gewoon"
    COMPLEX = "complex", "complex"


class Plan(Genummerd, Bewerkbaar, DagPeriode):
    """The plan of a gezin; `tot_datum`: closed on that day. `versie` counts what changes it as a whole.

    `evaluatiedatum`: when it is looked at again.
    """

    gezin = models.ForeignKey(Gezin, on_delete=models.PROTECT, related_name="plannen")
    gemeente = models.ForeignKey(Gemeente, on_delete=models.PROTECT, related_name="+")
    grootte = models.CharField(max_length=8, choices=PlanGrootte.choices)
    evaluatiedatum = models.DateField(null=True, blank=True)

    class Meta(DagPeriode.Meta):
        verbose_name_plural = "plannen"
        constraints = [
            *DagPeriode.Meta.constraints,
            models.UniqueConstraint(
                fields=["gezin"], condition=Q(tot_datum__isnull=True), name="toegang_een_plan_per_gezin"
            ),
        ]


class PlanJeugdige(Genummerd, DagPeriode):
    """The plan is about this jeugdige. The database holds no second open plan of the same jeugdige."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="jeugdigen")
    jeugdige = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="plannen")
    gemeente = models.ForeignKey(Gemeente, on_delete=models.PROTECT, related_name="+")

    class Meta(DagPeriode.Meta):
        verbose_name_plural = "jeugdigen van plannen"
        constraints = [
            *DagPeriode.Meta.constraints,
            models.UniqueConstraint(
                fields=["jeugdige"], condition=Q(tot_datum__isnull=True), name="toegang_een_open_plan"
            ),
        ]


class PlanDeelSoort(models.TextChoices):
    SAMEN = "samen", "van het hele gezin"
    JEUGDIGE = "jeugdige", "van één kind of jongere"
    THUIS = "thuis", "van één woonsituatie"
    ORGANISATIE = "organisatie", "van een organisatie"


class PlanDeel(Genummerd, Bewerkbaar):
    """A part with readers of its own: of all, of one child, of one living situation, of one organisation.

    `vrijgegeven`, `achtergehouden`: ids of persons to whom it is opened, or from whom it is kept, by hand.
    """

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="delen")
    gemeente = models.ForeignKey(Gemeente, on_delete=models.PROTECT, related_name="+")
    soort = models.CharField(max_length=12, choices=PlanDeelSoort.choices)
    jeugdige = models.ForeignKey(Persoon, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    huishouden = models.ForeignKey(
        Huishouden, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    organisatie = models.ForeignKey(
        Organisatie, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    vrijgegeven = models.JSONField(default=list, blank=True)
    achtergehouden = models.JSONField(default=list, blank=True)

    class Meta:
        verbose_name_plural = "delen van plannen"
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    soort="samen", jeugdige__isnull=True, huishouden__isnull=True, organisatie__isnull=True
                )
                | Q(soort="jeugdige", jeugdige__isnull=False, huishouden__isnull=True)
                | Q(soort="thuis", jeugdige__isnull=True, huishouden__isnull=False)
                | Q(soort="organisatie", jeugdige__isnull=True, organisatie__isnull=False),
                name="toegang_plandeel_van_wie",
            ),
            models.UniqueConstraint(
                fields=["plan"], condition=Q(soort="samen"), name="toegang_plandeel_een_samen"
            ),
            models.UniqueConstraint(fields=["plan", "jeugdige"], name="toegang_plandeel_een_jeugdige"),
            models.UniqueConstraint(fields=["plan", "huishouden"], name="toegang_plandeel_een_thuis"),
            models.UniqueConstraint(fields=["plan", "organisatie"], name="toegang_plandeel_een_organisatie"),
        ]


class PlanOnderdeel(Genummerd, Bewerkbaar):
    """One thing in the working concept: words, a zorg, a doel. `inhoud` as `koers.domain.plan.opslag`.

    Taken out is `weg`, so that who was editing it sees that; versions keep what they had.
    """

    deel = models.ForeignKey(PlanDeel, on_delete=models.PROTECT, related_name="onderdelen")
    gemeente = models.ForeignKey(Gemeente, on_delete=models.PROTECT, related_name="+")
    soort = models.CharField(max_length=20)
    inhoud = models.JSONField()
    weg = models.BooleanField(default=False)
    aangemaakt_at = models.DateTimeField()
    gewijzigd_at = models.DateTimeField()
    gewijzigd_door = models.CharField(max_length=80)

    class Meta:
        verbose_name_plural = "onderdelen van plannen"


class PlanVersie(Feit):
    """The plan as settled on `datum`: never changed. `inhoud`: everything, with ids instead of names."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="versies")
    nummer = models.PositiveSmallIntegerField()
    grootte = models.CharField(max_length=8, choices=PlanGrootte.choices)
    evaluatiedatum = models.DateField(null=True, blank=True)
    inhoud = models.JSONField()

    class Meta:
        verbose_name_plural = "versies van plannen"
        constraints = [models.UniqueConstraint(fields=["plan", "nummer"], name="toegang_planversie_nummer")]


class PlanInstemming(Feit):
    """Somebody of the family agreed, or not, with a version; `wijze`: signed, said, or in a message."""

    versie = models.ForeignKey(PlanVersie, on_delete=models.PROTECT, related_name="instemmingen")
    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="+")
    akkoord = models.BooleanField()
    wijze = models.CharField(max_length=20)
    toelichting = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "instemmingen met plannen"


class PlanToestemming(Feit):
    """Consent to help, or to sharing with an organisation or a person, about one jeugdige of the plan.

    `gever`: who answered; empty for a ground that sets an answer aside (`koers.domain.toestemming`).
    """

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="toestemmingen")
    jeugdige = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="+")
    gever = models.ForeignKey(Persoon, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    antwoord = models.CharField(max_length=20)
    organisatie = models.ForeignKey(
        Organisatie, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    ontvanger = models.ForeignKey(Persoon, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    toelichting = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "toestemmingen bij plannen"


class FamiliegroepsplanStap(Feit):
    """What happened with the offer that the family makes the plan itself first (Jeugdwet 4.1.2)."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="familiegroepsplan")
    stap = models.CharField(max_length=20)
    grond = models.CharField(max_length=20, blank=True)
    reden = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "stappen van familiegroepsplannen"


class PlanStap(Feit):
    """An action was done or dropped, or agreed help began; `onderdeel`: its id in the plan."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="stappen")
    onderdeel = models.UUIDField()
    soort = models.CharField(max_length=12)

    class Meta:
        verbose_name_plural = "stappen van plannen"
        constraints = [
            models.UniqueConstraint(fields=["plan", "onderdeel", "soort"], name="toegang_planstap_eenmaal")
        ]


class PlanVraag(Feit):
    """A reader asked for the plan on paper, or for the main facts, or got what was asked."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="vragen")
    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="+")
    soort = models.CharField(max_length=20)

    class Meta:
        verbose_name_plural = "vragen bij plannen"
