"""What a municipality keeps of its gebiedsagenda: meetings per area, reach per partner, what was agreed.

An area is its id in the policy. All of it facts: a correction stands beside what was written first.
"""

from django.db import models
from django.db.models import F, Q

from koers.domain.gebiedsagenda import LANGSTE_EIGENAAR, LANGSTE_REDEN
from koers.registers.feiten import Feit
from koers.registers.kern.models.organisatie import Organisatie
from koers.registers.toegang.models import LichteGroep, SchoolWerk


class Gebiedsbijeenkomst(Feit):
    """The partners of an area sit together about `kwartaal` ("2026-K3"); once per area and quarter."""

    gebied = models.CharField(max_length=60)
    kwartaal = models.CharField(max_length=7)

    class Meta:
        verbose_name_plural = "gebiedsbijeenkomsten"
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente", "gebied", "kwartaal"], name="sturing_gebiedsbijeenkomst_eenmaal"
            )
        ]


class Bijeenkomstversie(Feit):
    """When it was (`datum`) and what it was about; the highest version counts, the others stay."""

    bijeenkomst = models.ForeignKey(Gebiedsbijeenkomst, on_delete=models.PROTECT, related_name="versies")
    versie = models.PositiveSmallIntegerField()
    onderwerpen = models.TextField()
    reden = models.CharField(max_length=LANGSTE_REDEN, blank=True)
    naam = models.CharField(max_length=120)

    class Meta:
        verbose_name_plural = "versies van gebiedsbijeenkomsten"
        constraints = [
            models.UniqueConstraint(
                fields=["bijeenkomst", "versie"], name="sturing_bijeenkomstversie_eenmaal"
            ),
            models.CheckConstraint(
                condition=Q(versie=1, reden="") | Q(versie__gt=1) & ~Q(reden=""),
                name="sturing_bijeenkomstversie_reden",
            ),
        ]


class Gebiedsaanwezigheid(Feit):
    """So many people of an organisation were there; of an organisation the last one counts."""

    bijeenkomst = models.ForeignKey(Gebiedsbijeenkomst, on_delete=models.PROTECT, related_name="aanwezigen")
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    aantal = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name_plural = "aanwezigen bij gebiedsbijeenkomsten"


class Partnerbijdrage(Feit):
    """What a partner told at a meeting: its offer, whom it reached, and what came of it, also measured.

    `jeugdigen` and `ouders` come on top of the groups that Koers knows (`Bereikbron`). The highest version
    counts, the others stay.
    """

    bijeenkomst = models.ForeignKey(Gebiedsbijeenkomst, on_delete=models.PROTECT, related_name="bijdragen")
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    aanbod = models.TextField()
    jeugdigen = models.PositiveIntegerField()
    ouders = models.PositiveIntegerField()
    resultaat = models.TextField()
    maat = models.TextField(blank=True)
    geteld = models.PositiveIntegerField(null=True, blank=True)
    totaal = models.PositiveIntegerField(null=True, blank=True)
    versie = models.PositiveSmallIntegerField()
    reden = models.CharField(max_length=LANGSTE_REDEN, blank=True)
    naam = models.CharField(max_length=120)

    class Meta:
        verbose_name_plural = "bijdragen van partners"
        constraints = [
            models.CheckConstraint(
                condition=Q(maat="", geteld__isnull=True, totaal__isnull=True)
                | ~Q(maat="") & Q(geteld__isnull=False, totaal__isnull=False, geteld__lte=F("totaal")),
                name="sturing_partnerbijdrage_maat",
            ),
            models.CheckConstraint(
                condition=Q(versie=1, reden="") | Q(versie__gt=1) & ~Q(reden=""),
                name="sturing_partnerbijdrage_reden",
            ),
            models.UniqueConstraint(
                fields=["bijeenkomst", "organisatie", "versie"], name="sturing_partnerbijdrage_eenmaal"
            ),
        ]


class Bereikbron(Feit):
    """A group that Koers knew already and that a contribution counts: of school work, or of light help."""

    bijdrage = models.ForeignKey(Partnerbijdrage, on_delete=models.PROTECT, related_name="bronnen")
    schoolwerk = models.ForeignKey(
        SchoolWerk, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    lichte_groep = models.ForeignKey(
        LichteGroep, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name_plural = "bronnen van bereik"
        constraints = [
            models.CheckConstraint(
                condition=Q(schoolwerk__isnull=False, lichte_groep__isnull=True)
                | Q(schoolwerk__isnull=True, lichte_groep__isnull=False),
                name="sturing_bereikbron_een",
            ),
            models.UniqueConstraint(fields=["bijdrage", "schoolwerk"], name="sturing_bereikbron_schoolwerk"),
            models.UniqueConstraint(
                fields=["bijdrage", "lichte_groep"], name="sturing_bereikbron_lichte_groep"
            ),
        ]


class Gebiedsafspraak(Feit):
    """What somebody of a partner will do. `uiterlijk`: the day agreed first; later ones are steps."""

    bijeenkomst = models.ForeignKey(Gebiedsbijeenkomst, on_delete=models.PROTECT, related_name="afspraken")
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    wat = models.TextField()
    wie = models.CharField(max_length=LANGSTE_EIGENAAR)
    uiterlijk = models.DateField()

    class Meta:
        verbose_name_plural = "afspraken van gebiedsbijeenkomsten"
        constraints = [
            models.CheckConstraint(condition=Q(uiterlijk__gte=F("datum")), name="sturing_gebiedsafspraak_dag")
        ]


class GebiedsafspraakStap(Feit):
    """An agreement goes to another state (`soort`). `uiterlijk`: the newly agreed day, when that moved."""

    afspraak = models.ForeignKey(Gebiedsafspraak, on_delete=models.PROTECT, related_name="stappen")
    soort = models.CharField(max_length=12)
    reden = models.TextField(blank=True)
    uiterlijk = models.DateField(null=True, blank=True)
    naam = models.CharField(max_length=120)

    class Meta:
        verbose_name_plural = "stappen van afspraken in een gebied"
        constraints = [
            models.CheckConstraint(
                condition=Q(soort="verschoven", uiterlijk__isnull=False) & ~Q(reden="")
                | ~Q(soort="verschoven") & Q(uiterlijk__isnull=True),
                name="sturing_gebiedsafspraakstap_dag",
            )
        ]
