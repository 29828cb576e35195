"""Subsidies of a municipality, what it agreed on figures with who gets them, and its yearly tests. All facts.

An agreement or a test hangs on a subsidy, or on a contract of the region (`registers.zorg`): one of the two.
"""

from django.db import models
from django.db.models import F, Q

from koers.domain.subsidies import BEWIJSNIVEAUS, CONCLUSIES, LANGSTE_NAAM, STREEFKANTEN
from koers.registers.feiten import Feit
from koers.registers.sturing.models.proeftuinen import Proeftuin
from koers.registers.zorg.models import Contract

_EEN_VAN_TWEE = Q(subsidie__isnull=False, contract__isnull=True) | Q(
    subsidie__isnull=True, contract__isnull=False
)


class Subsidie(Feit):
    """Who gets how much for what; both days inclusive. `spuk`: id in the policy. `via`: through whom.

    `proeftuin`: the own proeftuin that showed how it works.
    """

    ontvanger = models.CharField(max_length=LANGSTE_NAAM)
    waarvoor = models.TextField()
    bedrag_cent = models.BigIntegerField()
    begindatum = models.DateField()
    einddatum = models.DateField()
    via = models.CharField(max_length=LANGSTE_NAAM, blank=True)
    spuk = models.CharField(max_length=60, blank=True)
    bewijs = models.CharField(max_length=24)
    bewijsbron = models.TextField(blank=True)
    proeftuin = models.ForeignKey(
        Proeftuin, null=True, blank=True, on_delete=models.PROTECT, related_name="subsidies"
    )

    class Meta:
        verbose_name_plural = "subsidies"
        constraints = [
            models.CheckConstraint(
                condition=Q(einddatum__gte=F("begindatum"), bedrag_cent__gt=0, bewijs__in=BEWIJSNIVEAUS),
                name="sturing_subsidie_klopt",
            )
        ]


class Prestatieafspraak(Feit):
    """What an indicator has to show on `uiterlijk`. A correction (`ingetrokken`): agreed no longer."""

    subsidie = models.ForeignKey(
        Subsidie, null=True, blank=True, on_delete=models.PROTECT, related_name="afspraken"
    )
    contract = models.ForeignKey(Contract, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    indicator = models.CharField(max_length=60)
    kant = models.CharField(max_length=10)
    streefwaarde = models.DecimalField(max_digits=12, decimal_places=2)
    uiterlijk = models.DateField()

    class Meta:
        verbose_name_plural = "prestatieafspraken"
        constraints = [
            models.CheckConstraint(condition=_EEN_VAN_TWEE, name="sturing_prestatieafspraak_een"),
            models.CheckConstraint(condition=Q(kant__in=STREEFKANTEN), name="sturing_prestatieafspraak_kant"),
        ]


class Prestatietoets(Feit):
    """The test over a year: per agreement its figure of that day (`uitkomsten`), what people make of it, and
    what follows (`conclusie`)."""

    subsidie = models.ForeignKey(
        Subsidie, null=True, blank=True, on_delete=models.PROTECT, related_name="toetsen"
    )
    contract = models.ForeignKey(Contract, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    jaar = models.PositiveSmallIntegerField()
    uitkomsten = models.JSONField()
    woorden = models.TextField()
    conclusie = models.CharField(max_length=12)
    naam = models.CharField(max_length=120)

    class Meta:
        verbose_name_plural = "prestatietoetsen"
        constraints = [
            models.CheckConstraint(condition=_EEN_VAN_TWEE, name="sturing_prestatietoets_een"),
            models.CheckConstraint(
                condition=Q(conclusie__in=CONCLUSIES), name="sturing_prestatietoets_conclusie"
            ),
            models.UniqueConstraint(
                fields=("subsidie", "jaar"),
                condition=Q(subsidie__isnull=False),
                name="sturing_prestatietoets_subsidie",
            ),
            models.UniqueConstraint(
                fields=("gemeente", "contract", "jaar"),
                condition=Q(contract__isnull=False),
                name="sturing_prestatietoets_contract",
            ),
        ]
