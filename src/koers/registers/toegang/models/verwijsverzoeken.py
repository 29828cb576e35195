"""A referral that comes in by itself: of a doctor (route B), or of a gecertificeerde instelling (route C)."""

from django.db import models
from django.db.models import Q

from koers.registers.feiten import Feit
from koers.registers.kern.models.basis import Bewerkbaar, Genummerd
from koers.registers.kern.models.organisatie import Gemeente, Organisatie
from koers.registers.toegang.models.meldingen import Casus, Route


class Verwijsverzoek(Genummerd, Bewerkbaar):
    """A referral as it was sent. Who the child is, is wiped once it is linked to a casus.

    `verwijzer`: CBS code; `organisatie` (or `verwijzer_naam` with `agb`): who refers, by law.
    `ingediend_door`, `ingediend_bij`: who sent it and where; for a doctor that may be a provider.
    """

    gemeente = models.ForeignKey(Gemeente, on_delete=models.PROTECT, related_name="+")
    route = models.CharField(max_length=10, choices=Route.choices)
    verwijzer = models.CharField(max_length=2)
    organisatie = models.ForeignKey(
        Organisatie, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    verwijzer_naam = models.CharField(max_length=120, blank=True)
    agb = models.CharField(max_length=8, blank=True)
    product = models.CharField(max_length=12, blank=True)
    datum = models.DateField()
    ingediend_at = models.DateTimeField()
    ingediend_door = models.CharField(max_length=80)
    ingediend_bij = models.ForeignKey(
        Organisatie, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    roepnaam = models.CharField(max_length=60, blank=True)
    achternaam = models.CharField(max_length=200, blank=True)
    geboortedatum = models.DateField(null=True, blank=True)
    bsn_versleuteld = models.BinaryField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "verwijsverzoeken"
        constraints = [
            models.CheckConstraint(
                condition=Q(route="medisch", verwijzer__in=["02", "03", "05"])
                | Q(route="justitie", verwijzer__in=["04", "08"]),
                name="toegang_verwijsverzoek_verwijzer",
            )
        ]

    def __str__(self) -> str:
        return f"verwijsverzoek {self.pk}"


class VerwijsverzoekStap(Feit):
    """What happened to a referral on `datum`; `oorzaak`: why it stands still from that day on.

    `met`, `uitkomst`, `toelichting`: of what was done so that help can begin.
    """

    SOORTEN = [
        ("gekoppeld", "gekoppeld aan een casus"),
        ("geweigerd", "geweigerd"),
        ("wacht", "staat stil"),
        ("verder", "gaat verder"),
        ("overleg", "overleg met de gecertificeerde instelling"),
        ("woonplaats", "welke gemeente betaalt"),
        ("inkoop", "hulp zonder contract inkopen"),
    ]

    verwijsverzoek = models.ForeignKey(Verwijsverzoek, on_delete=models.PROTECT, related_name="stappen")
    soort = models.CharField(max_length=10, choices=SOORTEN)
    oorzaak = models.CharField(max_length=30, blank=True)
    met = models.CharField(max_length=120, blank=True)
    uitkomst = models.CharField(max_length=30, blank=True)
    toelichting = models.CharField(max_length=500, blank=True)
    casus = models.ForeignKey(
        Casus, null=True, blank=True, on_delete=models.PROTECT, related_name="verwijsverzoeken"
    )

    class Meta:
        verbose_name_plural = "stappen van verwijsverzoeken"
