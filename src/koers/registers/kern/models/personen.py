"""Persons, families, households and gezag (decision 3). Written in acts only; triggers refuse the rest."""

from django.db import models
from django.db.models import Q

from koers.registers.kern.models.basis import Bewerkbaar, DagPeriode, Genummerd
from koers.registers.kern.models.organisatie import Gemeente, Medewerker, Organisatie


class Geslacht(models.TextChoices):
    """CBS codes (Beleidsinformatie Jeugd v7)."""

    VROUW = "V", "vrouw"
    MAN = "M", "man"
    ONBEKEND = "O", "onbekend"


class BsnStatus(models.TextChoices):
    """Why there is, or is not, a burgerservicenummer. None of these is an error."""

    BEKEND = "bekend", "bekend"
    NOG_NIET_BEKEND = "nog_niet_bekend", "nog niet bekend"
    GEEN = "geen", "heeft geen BSN"
    ONGEBOREN = "ongeboren", "nog niet geboren"
    SYNTHETISCH = "synthetisch", "verzonnen persoon"


class Persoon(Genummerd, Bewerkbaar):
    """Somebody in the register: a jeugdige with a question or help, or family of one (decision 5).

    `gemeente`: responsible for the row. `bsn_versleuteld`: AES-256-GCM bound to this row's id;
    `bsn_index`: keyed hash to find and compare by. `gevouwen`: the name without capitals, prefixes'
    accents or special letters, made by `koers.domain.namen.fold`.
    """

    gemeente = models.ForeignKey(Gemeente, on_delete=models.PROTECT, related_name="+")
    roepnaam = models.CharField(max_length=60, blank=True)
    voornamen = models.CharField(max_length=200, blank=True)
    voorvoegsel = models.CharField(max_length=10, blank=True)
    achternaam = models.CharField(max_length=200)
    gevouwen = models.CharField(max_length=500, db_index=True)
    geboortedatum = models.DateField(null=True, blank=True)
    geslacht = models.CharField(max_length=1, choices=Geslacht.choices, default=Geslacht.ONBEKEND)
    bsn_status = models.CharField(max_length=20, choices=BsnStatus.choices, default=BsnStatus.NOG_NIET_BEKEND)
    bsn_versleuteld = models.BinaryField(null=True, blank=True)
    bsn_index = models.CharField(max_length=64, null=True, blank=True)

    class Meta:
        verbose_name_plural = "personen"
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "bsn_index"],
                name="kern_persoon_bsn",
                condition=Q(bsn_index__isnull=False),
            ),
            models.CheckConstraint(
                condition=Q(bsn_status="bekend", bsn_index__isnull=False)
                | (~Q(bsn_status="bekend") & Q(bsn_index__isnull=True)),
                name="kern_persoon_bsn_status",
            ),
        ]

    def __str__(self) -> str:
        return f"persoon {self.pk}"  # never a name: this lands in tracebacks


class Zoekwoord(models.Model):
    """A word of a name to find the person by (`koers.domain.zoekwoorden`); made anew with the name."""

    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="zoekwoorden")
    gemeente = models.ForeignKey(Gemeente, on_delete=models.PROTECT, related_name="+")
    woord = models.CharField(max_length=60, db_index=True)
    kop = models.CharField(max_length=40, db_index=True)
    staart = models.CharField(max_length=40, db_index=True)

    class Meta:
        verbose_name_plural = "zoekwoorden"

    def __str__(self) -> str:
        return f"zoekwoord {self.pk}"


class Gezin(Genummerd, Bewerkbaar):
    """The working unit: who belongs together for the question at hand."""

    gemeente = models.ForeignKey(Gemeente, on_delete=models.PROTECT, related_name="+")
    naam = models.CharField(max_length=120)
    aangemaakt_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "gezinnen"

    def __str__(self) -> str:
        return f"gezin {self.pk}"


class GezinslidRol(models.TextChoices):
    JEUGDIGE = "jeugdige", "jeugdige"
    OUDER = "ouder", "ouder of verzorger"
    OVERIG = "overig", "hoort bij het gezin"


class Gezinslid(Genummerd, DagPeriode):
    """Somebody belongs to a gezin in a period."""

    gezin = models.ForeignKey(Gezin, on_delete=models.PROTECT, related_name="leden")
    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="lidmaatschappen")
    gemeente = models.ForeignKey(Gemeente, on_delete=models.PROTECT, related_name="+")
    rol = models.CharField(max_length=20, choices=GezinslidRol.choices)

    class Meta(DagPeriode.Meta):
        verbose_name_plural = "gezinsleden"
        constraints = [
            *DagPeriode.Meta.constraints,
            models.UniqueConstraint(
                fields=["gezin", "persoon"],
                condition=Q(tot_datum__isnull=True),
                name="kern_gezinslid_eenmaal",
            ),
        ]


class Geheim(models.TextChoices):
    """Whether the address may be told. Whatever is not `nee` counts as secret."""

    NEE = "nee", "niet geheim"
    JA = "ja", "geheim"
    ONBEKEND = "onbekend", "niet bekend, dus behandeld als geheim"


class Huishouden(Genummerd, Bewerkbaar):
    """An address where people live together. The secret lies on the address, not on the child.

    `gevouwen`: the address as searched; the database refuses one for an address that may not be told.
    """

    gemeente = models.ForeignKey(Gemeente, on_delete=models.PROTECT, related_name="+")
    straatnaam = models.CharField(max_length=80, blank=True)
    huisnummer = models.PositiveIntegerField(null=True, blank=True)
    toevoeging = models.CharField(max_length=10, blank=True)
    postcode = models.CharField(max_length=8, blank=True)
    plaatsnaam = models.CharField(max_length=80, blank=True)
    geheim = models.CharField(max_length=10, choices=Geheim.choices, default=Geheim.ONBEKEND)
    gevouwen = models.CharField(max_length=220, blank=True, db_index=True)

    class Meta:
        verbose_name_plural = "huishoudens"
        constraints = [
            models.CheckConstraint(
                condition=Q(geheim="nee") | Q(gevouwen=""), name="kern_huishouden_geheim_niet_zoekbaar"
            )
        ]

    def __str__(self) -> str:
        return f"huishouden {self.pk}"

    @property
    def is_geheim(self) -> bool:
        """True unless it is known that the address may be told."""
        return self.geheim != Geheim.NEE


class Huishoudenlid(Genummerd, DagPeriode):
    """Somebody lives in a huishouden in a period; a child may live in two."""

    huishouden = models.ForeignKey(Huishouden, on_delete=models.PROTECT, related_name="leden")
    persoon = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="huishoudens")
    gemeente = models.ForeignKey(Gemeente, on_delete=models.PROTECT, related_name="+")

    class Meta(DagPeriode.Meta):
        verbose_name_plural = "huishoudenleden"
        constraints = [
            *DagPeriode.Meta.constraints,
            models.UniqueConstraint(
                fields=["huishouden", "persoon"],
                condition=Q(tot_datum__isnull=True),
                name="kern_huishoudenlid_eenmaal",
            ),
        ]


class Ouderschap(Genummerd):
    """Who is a parent of whom, with or without gezag."""

    ouder = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="kinderen")
    jeugdige = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="ouders")
    gemeente = models.ForeignKey(Gemeente, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "ouderschappen"
        constraints = [models.UniqueConstraint(fields=["ouder", "jeugdige"], name="kern_ouderschap_eenmaal")]


class GezagSoort(models.TextChoices):
    OUDERLIJK = "ouderlijk_gezag", "ouderlijk gezag"
    VOOGDIJ = "voogdij", "voogdij"
    VOORLOPIGE_VOOGDIJ = "voorlopige_voogdij", "voorlopige voogdij"


class Gezag(Genummerd, DagPeriode):
    """Legal authority over a jeugdige, per holder, in a period (BW boek 1).

    The holder is a person, or a gecertificeerde instelling that has the voogdij (BW 1:302).
    """

    jeugdige = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="gezag")
    houder = models.ForeignKey(
        Persoon, null=True, blank=True, on_delete=models.PROTECT, related_name="gezag_over"
    )
    instelling = models.ForeignKey(
        Organisatie, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    gemeente = models.ForeignKey(Gemeente, on_delete=models.PROTECT, related_name="+")
    soort = models.CharField(max_length=30, choices=GezagSoort.choices, default=GezagSoort.OUDERLIJK)

    class Meta(DagPeriode.Meta):
        verbose_name_plural = "gezag"
        constraints = [
            *DagPeriode.Meta.constraints,
            models.UniqueConstraint(
                fields=["jeugdige", "houder"], condition=Q(tot_datum__isnull=True), name="kern_gezag_eenmaal"
            ),
            models.CheckConstraint(
                condition=Q(houder__isnull=False, instelling__isnull=True)
                | (Q(houder__isnull=True, instelling__isnull=False) & ~Q(soort="ouderlijk_gezag")),
                name="kern_gezag_een_houder",
            ),
        ]


class Inschrijving(Genummerd, DagPeriode):
    """A jeugdige goes to a school or to kinderopvang in a period."""

    jeugdige = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="inschrijvingen")
    instelling = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    gemeente = models.ForeignKey(Gemeente, on_delete=models.PROTECT, related_name="+")

    class Meta(DagPeriode.Meta):
        verbose_name_plural = "inschrijvingen"
        constraints = [
            *DagPeriode.Meta.constraints,
            models.UniqueConstraint(
                fields=["jeugdige", "instelling"],
                condition=Q(tot_datum__isnull=True),
                name="kern_inschrijving_eenmaal",
            ),
        ]


class Regisseurschap(Genummerd, DagPeriode):
    """The one named regisseur of a gezin. The database holds no second one at the same time."""

    gezin = models.ForeignKey(Gezin, on_delete=models.PROTECT, related_name="regisseurs")
    medewerker = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    gemeente = models.ForeignKey(Gemeente, on_delete=models.PROTECT, related_name="+")

    class Meta(DagPeriode.Meta):
        verbose_name_plural = "regisseurschappen"
        constraints = [
            *DagPeriode.Meta.constraints,
            models.UniqueConstraint(
                fields=["gezin"], condition=Q(tot_datum__isnull=True), name="kern_regisseur_een"
            ),
        ]


class Betrokkenheid(Genummerd, DagPeriode):
    """A medewerker works with a gezin in a period, and so may see it."""

    gezin = models.ForeignKey(Gezin, on_delete=models.PROTECT, related_name="betrokkenheid")
    medewerker = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    gemeente = models.ForeignKey(Gemeente, on_delete=models.PROTECT, related_name="+")

    class Meta(DagPeriode.Meta):
        verbose_name_plural = "betrokkenheid"
        constraints = [
            *DagPeriode.Meta.constraints,
            models.UniqueConstraint(
                fields=["gezin", "medewerker"],
                condition=Q(tot_datum__isnull=True),
                name="kern_betrokkenheid_eenmaal",
            ),
        ]
