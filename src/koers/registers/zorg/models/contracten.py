"""What a provider may deliver."""

from django.db import models
from django.db.models import F, Q

from koers.registers.feiten import GedeeldFeit
from koers.registers.kern.models.basis import DagPeriode, Genummerd
from koers.registers.kern.models.organisatie import Organisatie


class Contractproduct(Genummerd, DagPeriode):
    """What a provider may deliver in a period: the product says the niveau (decision 3).

    `tarief_cent` per `eenheid` (iJw WJ756). `hulpvorm`: CBS code. `taakveld`: Iv3. `inkoopregio`: code.
    `ijw_code`: what messages call the product (JZ21), where the own code is another. Ages at the first day
    of help, both ends included; empty: the contract names none.
    """

    aanbieder = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="producten")
    code = models.CharField(max_length=12)
    naam = models.CharField(max_length=120)
    categorie = models.CharField(max_length=2)
    niveau = models.PositiveSmallIntegerField()
    hulpvorm = models.CharField(max_length=2)
    taakveld = models.CharField(max_length=6)
    eenheid = models.CharField(max_length=2)
    tarief_cent = models.PositiveBigIntegerField()
    inkoopregio = models.CharField(max_length=12)
    ijw_code = models.CharField(max_length=5, blank=True)
    leeftijd_van = models.PositiveSmallIntegerField(null=True, blank=True)
    leeftijd_tot_en_met = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta(DagPeriode.Meta):
        verbose_name_plural = "contractproducten"
        constraints = [
            *DagPeriode.Meta.constraints,
            models.UniqueConstraint(
                fields=["aanbieder", "code", "inkoopregio", "begindatum"], name="zorg_contractproduct_eenmaal"
            ),
            models.CheckConstraint(
                condition=Q(niveau__gte=1, niveau__lte=8), name="zorg_contractproduct_niveau"
            ),
            models.CheckConstraint(
                condition=Q(leeftijd_van__isnull=True)
                | Q(leeftijd_tot_en_met__isnull=True)
                | Q(leeftijd_tot_en_met__gte=F("leeftijd_van")),
                name="zorg_contractproduct_leeftijd",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} bij {self.aanbieder}"

    @property
    def berichtcode(self) -> str:
        """The product code as messages write it."""
        return self.ijw_code or self.code


class Locatie(Genummerd, DagPeriode):
    """Where a provider gives help in a period: a place in a gemeente (CBS code), also outside the region."""

    aanbieder = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="locaties")
    naam = models.CharField(max_length=80)
    plaatsnaam = models.CharField(max_length=80)
    gemeentecode = models.CharField(max_length=6)

    class Meta(DagPeriode.Meta):
        verbose_name_plural = "locaties"

    def __str__(self) -> str:
        return f"{self.naam} in {self.plaatsnaam}"


class Capaciteitsmelding(GedeeldFeit):
    """What a provider says on `datum` of one product in one procurement region: rows only come.

    `plekken`: children who could begin now. `wachttijd_dagen`: from a toewijzing to the first day of help.
    """

    aanbieder = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="capaciteit")
    code = models.CharField(max_length=12)
    inkoopregio = models.CharField(max_length=12)
    plekken = models.PositiveSmallIntegerField()
    wachttijd_dagen = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name_plural = "capaciteitsmeldingen"
        indexes = [models.Index(fields=["aanbieder", "code", "inkoopregio"], name="zorg_capaciteit_van")]

    def __str__(self) -> str:
        return f"{self.code} op {self.datum}"
