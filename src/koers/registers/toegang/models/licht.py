"""Light help, what is there for everybody, and how families found it."""

from django.db import models
from django.db.models import Q

from koers.registers.feiten import Feit
from koers.registers.kern.models.organisatie import Organisatie
from koers.registers.kern.models.personen import Persoon
from koers.registers.toegang.models.meldingen import Casus


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
    vraag = models.TextField(blank=True, default="", db_default="")

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


class LichteHulpCrisis(Feit):
    """Whether light help began by calming a crisis, as who gave it says (CBS asks it, protocol v7, 3.4)."""

    lichte_hulp = models.ForeignKey(LichteHulp, on_delete=models.PROTECT, related_name="crisis")
    met_crisis = models.BooleanField()

    class Meta:
        verbose_name_plural = "begin van lichte hulp"


class Overdracht(Feit):
    """Light help was not enough: the question goes to the toegang, with what the family wants to share.

    `casus`: where it goes on. `akkoord`: who agreed to share `gedeeld`.
    """

    AKKOORD = [("jeugdige", "jeugdige"), ("ouder", "ouder"), ("allebei", "jeugdige en ouder")]

    lichte_hulp = models.OneToOneField(LichteHulp, on_delete=models.PROTECT, related_name="overdracht")
    casus = models.OneToOneField(Casus, on_delete=models.PROTECT, related_name="overdracht")
    akkoord = models.CharField(max_length=8, choices=AKKOORD)
    gedeeld = models.TextField()

    class Meta:
        verbose_name_plural = "overdrachten"


class OverdrachtOpname(Feit):
    """Somebody of the toegang takes the question over on `datum`."""

    overdracht = models.OneToOneField(Overdracht, on_delete=models.PROTECT, related_name="opname")

    class Meta:
        verbose_name_plural = "opnames van overdrachten"


class LichteGroep(Feit):
    """Light help in a group, from `datum` on: numbers and a theme, no names."""

    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    thema = models.CharField(max_length=80)
    deelnemers = models.PositiveSmallIntegerField()
    bijeenkomsten = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name_plural = "lichte groepen"


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
