"""A casus that the JeugdTeam carries and that goes to a new owner. All of it facts."""

from django.db import models
from django.db.models import Q

from koers.domain.overgang import EIGENAREN, LANGSTE_DRAGER, STAPPEN
from koers.registers.feiten import Feit
from koers.registers.kern.models.organisatie import Medewerker, Organisatie
from koers.registers.toegang.models.meldingen import Casus


class Overgang(Feit):
    """From `datum` on `drager` carries this casus and is to hand it over. A step ends it."""

    casus = models.ForeignKey(Casus, on_delete=models.PROTECT, related_name="overgangen")
    drager = models.CharField(max_length=LANGSTE_DRAGER)
    naam = models.CharField(max_length=120)

    class Meta:
        verbose_name_plural = "overgangen"


class OvergangStap(Feit):
    """What came of it on `datum`: who takes it over and by when, that they did, or that it ended otherwise.

    Of an assignment the last one counts; `medewerker` is the regisseur that will be.
    """

    overgang = models.ForeignKey(Overgang, on_delete=models.PROTECT, related_name="stappen")
    soort = models.CharField(max_length=12)
    eigenaar = models.CharField(max_length=30, blank=True)
    organisatie = models.ForeignKey(
        Organisatie, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    medewerker = models.ForeignKey(
        Medewerker, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    uiterlijk = models.DateField(null=True, blank=True)
    reden = models.TextField(blank=True)
    naam = models.CharField(max_length=120)

    class Meta:
        verbose_name_plural = "stappen van overgangen"
        constraints = [
            models.CheckConstraint(condition=Q(soort__in=STAPPEN), name="toegang_overgangstap_soort"),
            models.CheckConstraint(
                condition=Q(soort="toegewezen", eigenaar__in=tuple(EIGENAREN))
                | ~Q(soort="toegewezen")
                & Q(eigenaar="", organisatie__isnull=True, medewerker__isnull=True, uiterlijk__isnull=True),
                name="toegang_overgangstap_eigenaar",
            ),
        ]


class OvergangGesprek(Feit):
    """On `datum` the family heard who takes over, and agreed or not.

    `na`: the assignment it was about; a talk about an earlier owner says nothing of a later one.
    """

    overgang = models.ForeignKey(Overgang, on_delete=models.PROTECT, related_name="gesprekken")
    na = models.ForeignKey(OvergangStap, on_delete=models.PROTECT, related_name="+")
    akkoord = models.BooleanField()
    toelichting = models.TextField(blank=True)
    naam = models.CharField(max_length=120)

    class Meta:
        verbose_name_plural = "gesprekken over een overgang"
