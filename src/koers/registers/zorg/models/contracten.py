"""What a provider may deliver."""

from django.db import models
from django.db.models import Q

from koers.registers.kern.models.basis import DagPeriode, Genummerd
from koers.registers.kern.models.organisatie import Organisatie


class Contractproduct(Genummerd, DagPeriode):
    """What a provider may deliver in a period: the product says the niveau (decision 3).

    `tarief_cent` per `eenheid` (iJw WJ756). `hulpvorm`: CBS code. `taakveld`: Iv3. `inkoopregio`: code.
    `ijw_code`: what messages call the product (JZ21), where the own code is another.
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
        ]

    def __str__(self) -> str:
        return f"{self.code} bij {self.aanbieder}"

    @property
    def berichtcode(self) -> str:
        """The product code as messages write it."""
        return self.ijw_code or self.code
