"""What a provider may deliver."""

from django.db import models
from django.db.models import DateField, Exists, F, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce

from koers.registers.feiten import GedeeldFeit
from koers.registers.kern.models.basis import DagPeriode, DagPeriodeQuerySet, Genummerd
from koers.registers.kern.models.organisatie import Organisatie


class Contract(GedeeldFeit):
    """What one procurement region agreed with one provider, as somebody typed it on `datum`.

    From `begindatum`, until just before `tot_datum` if an end was agreed. `voorwaarden`: ids in
    `beleid/inkoopvoorwaarden`.
    """

    aanbieder = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="contracten")
    inkoopregio = models.CharField(max_length=12)
    begindatum = models.DateField()
    tot_datum = models.DateField(null=True, blank=True)
    voorwaarden = models.JSONField(default=list, blank=True)

    class Meta:
        verbose_name_plural = "contracten"
        constraints = [
            models.CheckConstraint(
                condition=Q(tot_datum__isnull=True) | Q(tot_datum__gt=F("begindatum")),
                name="zorg_contract_periode",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.aanbieder} in {self.inkoopregio}"


class ContractEinde(GedeeldFeit):
    """A contract holds until just before `tot_datum`, earlier than was agreed: a fact beside it.

    `ingetrokken`: it never held, and ends where it began.
    """

    contract = models.OneToOneField(Contract, on_delete=models.PROTECT, related_name="einde_feit")
    tot_datum = models.DateField()
    reden = models.CharField(max_length=300)
    ingetrokken = models.BooleanField(default=False)

    class Meta:
        verbose_name_plural = "contracteinden"


class ContractproductQuerySet(DagPeriodeQuerySet):
    """Products with the end that was told later, if one was."""

    def on(self, day):
        """Products that hold on `day`; one that was ended by a later fact holds until that day."""
        ended = ContractproductEinde.objects.filter(product=OuterRef("pk"), tot_datum__lte=day)
        return super().on(day).filter(~Exists(ended))

    def with_end(self):
        """Each with `einde`: the first day on which it does not hold any more, None while it has no end."""
        told = ContractproductEinde.objects.filter(product=OuterRef("pk")).order_by("tot_datum")
        first = Subquery(told.values("tot_datum")[:1])
        return self.annotate(einde=Coalesce(first, F("tot_datum"), output_field=DateField()))


class Contractproduct(Genummerd, DagPeriode):
    """What a provider may deliver in a period: the product says the niveau (decision 3).

    Another tariff is another row from that day on; no act changes one that is there. `contract`: where it was
    typed; empty for what came in another way.

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
    contract = models.ForeignKey(
        Contract, null=True, blank=True, on_delete=models.PROTECT, related_name="producten"
    )

    objects = ContractproductQuerySet.as_manager()  # type: ignore[misc]  # that of a period, and more

    class Meta(DagPeriode.Meta):
        verbose_name_plural = "contractproducten"
        constraints = [
            *DagPeriode.Meta.constraints,
            # Within one contract: one that was withdrawn may be typed again with the same products.
            models.UniqueConstraint(
                fields=["aanbieder", "code", "inkoopregio", "begindatum"],
                condition=Q(contract__isnull=True),
                name="zorg_contractproduct_eenmaal",
            ),
            models.UniqueConstraint(
                fields=["contract", "code", "begindatum"],
                condition=Q(contract__isnull=False),
                name="zorg_contractproduct_in_contract",
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


class ContractproductEinde(GedeeldFeit):
    """A product holds until just before `tot_datum`, earlier than was known: a fact beside it.

    Of several the earliest counts: what gets another tariff in July may still end in March. `opvolger`: the
    row that goes on from that day at another tariff.
    """

    product = models.ForeignKey(Contractproduct, on_delete=models.PROTECT, related_name="einden")
    tot_datum = models.DateField()
    reden = models.CharField(max_length=300)
    opvolger = models.OneToOneField(
        Contractproduct, null=True, blank=True, on_delete=models.PROTECT, related_name="voorganger_einde"
    )

    class Meta:
        verbose_name_plural = "einden van contractproducten"


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
