"""What a municipality keeps of learning: sheets of competences, paths and kenniscafés, and who took part.

All of it facts. Who took part is an organisation and a role; of somebody with an account also that account,
which nobody else is shown.
"""

from django.db import models
from django.db.models import Q

from koers.domain.leren import LANGSTE_REDEN, LEERSOORTEN
from koers.registers.feiten import Feit
from koers.registers.kern.models.organisatie import Medewerker, Organisatie


class Leerblad(Feit):
    """A competence, a path or a kenniscafé begins (`soort`); what it says are its versions."""

    soort = models.CharField(max_length=12)

    class Meta:
        verbose_name_plural = "leerbladen"
        constraints = [
            models.CheckConstraint(condition=Q(soort__in=LEERSOORTEN), name="sturing_leerblad_soort")
        ]


class Leerbladversie(Feit):
    """What a sheet says, as `Leerinhoud.frozen`; the highest version counts, the others stay."""

    blad = models.ForeignKey(Leerblad, on_delete=models.PROTECT, related_name="versies")
    versie = models.PositiveSmallIntegerField()
    inhoud = models.JSONField()
    reden = models.CharField(max_length=LANGSTE_REDEN, blank=True)
    naam = models.CharField(max_length=120)

    class Meta:
        verbose_name_plural = "versies van leerbladen"
        constraints = [
            models.UniqueConstraint(fields=["blad", "versie"], name="sturing_leerbladversie_eenmaal"),
            models.CheckConstraint(
                condition=Q(versie=1, reden="") | Q(versie__gt=1) & ~Q(reden=""),
                name="sturing_leerbladversie_reden",
            ),
        ]


class Leerdeelname(Feit):
    """People of an organisation in a role took part; of each the last one counts, 0 takes it back.

    `medewerker`: who says so of himself or herself; empty: guests, written by who organises.
    """

    blad = models.ForeignKey(Leerblad, on_delete=models.PROTECT, related_name="deelnames")
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    rol = models.CharField(max_length=40)
    medewerker = models.ForeignKey(
        Medewerker, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    aantal = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name_plural = "deelnames aan leren"
        constraints = [
            models.CheckConstraint(
                condition=Q(medewerker__isnull=True) | Q(aantal__lte=1), name="sturing_leerdeelname_een"
            )
        ]


class Leernotitie(Feit):
    """What somebody keeps for himself or herself of a sheet; the last one counts, empty takes it away."""

    blad = models.ForeignKey(Leerblad, on_delete=models.PROTECT, related_name="notities")
    medewerker = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    tekst = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "eigen notities bij leren"
