"""What a provider asks, by message or in the browser: a toewijzing (JW315), or another one (JW317)."""

from django.db import models
from django.db.models import Q

from koers.registers.feiten import Feit
from koers.registers.kern.models import Bericht, Gemeente, Organisatie, Persoon
from koers.registers.kern.models.basis import Genummerd
from koers.registers.toegang.models import Verwijsverzoek
from koers.registers.zorg.models.toewijzingen import Toewijzing


class VerzoekSoort(models.TextChoices):
    TOEWIJZING = "toewijzing", "verzoek om toewijzing"
    WIJZIGING = "wijziging", "verzoek om wijziging"


class Verzoek(Genummerd):
    """One request as it came in. `volgnummer`: which product of the message. `referentie`: of the provider.

    `persoon`: the child, if its BSN is known here. `verwijzer`: CBS code. `wensen`: what is asked, as
    `koers.domain.verzoeken.Wens`; nothing in it names somebody. No `bericht`: asked in the browser.
    """

    gemeente = models.ForeignKey(Gemeente, on_delete=models.PROTECT, related_name="+")
    bericht = models.ForeignKey(
        Bericht, null=True, blank=True, on_delete=models.PROTECT, related_name="verzoeken"
    )
    volgnummer = models.PositiveIntegerField()
    soort = models.CharField(max_length=10, choices=VerzoekSoort.choices)
    aanbieder = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    referentie = models.CharField(max_length=36)
    persoon = models.ForeignKey(Persoon, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    verwijzer = models.CharField(max_length=2, blank=True)
    wensen = models.JSONField(default=list)
    ontvangen_datum = models.DateField()
    uiterlijk_datum = models.DateField()
    vastgelegd_at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "verzoeken"
        constraints = [
            models.UniqueConstraint(fields=["bericht", "volgnummer"], name="zorg_verzoek_eenmaal"),
            models.UniqueConstraint(
                fields=["gemeente", "aanbieder", "referentie"], name="zorg_verzoek_referentie"
            ),
        ]

    def __str__(self) -> str:
        return f"verzoek {self.pk}"


class VerzoekStap(Feit):
    """What was done with a request on `datum`. `reden`: WJ759; `andere_gemeente`: four digits."""

    SOORTEN = [
        ("verwezen", "opende een verwijzing"),
        ("in_onderzoek", "in onderzoek"),
        ("afgewezen", "afgewezen"),
        ("toegewezen", "toegewezen"),
    ]

    verzoek = models.ForeignKey(Verzoek, on_delete=models.PROTECT, related_name="stappen")
    soort = models.CharField(max_length=12, choices=SOORTEN)
    reden = models.CharField(max_length=1, blank=True)
    andere_gemeente = models.CharField(max_length=4, blank=True)
    verwijsverzoek = models.ForeignKey(
        Verwijsverzoek, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    toewijzing = models.ForeignKey(
        Toewijzing, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name_plural = "stappen van verzoeken"
        constraints = [
            models.CheckConstraint(
                condition=~Q(soort="afgewezen") | ~Q(reden=""), name="zorg_verzoekstap_reden"
            )
        ]
