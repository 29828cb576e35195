"""Tables of door toegang. All facts: they are added, never changed."""

from django.db import models
from django.db.models import F, Q

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


class BesluitSoort(models.TextChoices):
    TOEKENNING = "toekenning", "toekenning"
    AFWIJZING = "afwijzing", "afwijzing"


class Besluit(Feit):
    """The college decides about one jeugdige; `datum` is the day of the decision.

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


class LichteHulpSoort(models.TextChoices):
    LOKAAL_TEAM = "lokaal_team", "lokaal team"
    POH_JEUGD = "poh_jeugd", "POH Jeugd"


class LichteHulp(Feit):
    """A light question, free to ask, without a besluit; `datum` is the day it was asked."""

    jeugdige = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="lichte_hulp")
    casus = models.ForeignKey(
        Casus, null=True, blank=True, on_delete=models.PROTECT, related_name="lichte_hulp"
    )
    soort = models.CharField(max_length=12, choices=LichteHulpSoort.choices)
    praktijk = models.ForeignKey(
        Organisatie, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name_plural = "lichte hulp"


class LichteHulpStapSoort(models.TextChoices):
    START = "start", "eerste gesprek"
    AFGEROND = "afgerond", "afgerond"
    OPGESCHAALD = "opgeschaald", "overgedragen aan de toegang"
    GESTOPT_DOOR_GEZIN = "gestopt_door_gezin", "gestopt door het gezin"


class LichteHulpStap(Feit):
    """The first talk of light help, or its end on `datum`; `minuten` and `gesprekken` spent in all."""

    lichte_hulp = models.ForeignKey(LichteHulp, on_delete=models.PROTECT, related_name="stappen")
    soort = models.CharField(max_length=20, choices=LichteHulpStapSoort.choices)
    minuten = models.PositiveIntegerField(default=0)
    gesprekken = models.PositiveSmallIntegerField(default=0)

    class Meta:
        verbose_name_plural = "stappen van lichte hulp"


class VoorliggendGebruik(Feit):
    """A jeugdige uses a voorliggende voorziening from `datum` until just before `tot_datum`."""

    jeugdige = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="voorliggend")
    voorziening = models.CharField(max_length=80)
    tot_datum = models.DateField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "gebruik van voorliggende voorzieningen"


class Ervaring(Feit):
    """An answer to: was the help fitting? From 1 (not at all) to 5 (entirely); who answered is a role."""

    WIE = [("jeugdige", "jeugdige"), ("ouder", "ouder")]

    casus = models.ForeignKey(Casus, on_delete=models.PROTECT, related_name="ervaringen")
    wie = models.CharField(max_length=10, choices=WIE)
    passend = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name_plural = "ervaringen"
        constraints = [
            models.CheckConstraint(
                condition=Q(passend__gte=1, passend__lte=5), name="toegang_ervaring_passend"
            )
        ]
