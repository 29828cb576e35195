"""What is asked of the college by law, and the steps on the way to a besluit (Awb 4:1 to 4:17)."""

from django.db import models

from koers.registers.feiten import Feit
from koers.registers.toegang.models.meldingen import Casus


class Aanvraag(Feit):
    """Somebody asks the college to decide about one jeugdige; `datum` is the day it came in."""

    WIE = [("ouder", "ouder"), ("jeugdige", "jeugdige"), ("gemachtigde", "gemachtigde")]

    casus = models.ForeignKey(Casus, on_delete=models.PROTECT, related_name="aanvragen")
    wie = models.CharField(max_length=12, choices=WIE, default="ouder")
    gevraagd = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "aanvragen"


class AanvraagStapSoort(models.TextChoices):
    AANVULLING_GEVRAAGD = "aanvulling_gevraagd", "aanvulling gevraagd"
    AANGEVULD = "aangevuld", "aangevuld"
    VERDAAGD = "verdaagd", "later beslissen"
    INGEBREKE_GESTELD = "ingebreke_gesteld", "in gebreke gesteld"
    VOORGELEGD = "voorgelegd", "voorgelegd"
    TERUGGEGEVEN = "teruggegeven", "teruggegeven"
    BUITEN_BEHANDELING = "buiten_behandeling", "buiten behandeling gesteld"
    INGETROKKEN = "ingetrokken", "ingetrokken door de aanvrager"


class AanvraagStap(Feit):
    """What happened on `datum` to an aanvraag that is not decided.

    `termijn_datum`: until when may be supplied, or the day named when deciding takes longer. `voorstel`:
    what is laid before `aan` (id of a medewerker), as `koers.domain.voorstel` writes it.
    """

    aanvraag = models.ForeignKey(Aanvraag, on_delete=models.PROTECT, related_name="stappen")
    soort = models.CharField(max_length=20, choices=AanvraagStapSoort.choices)
    termijn_datum = models.DateField(null=True, blank=True)
    toelichting = models.TextField(blank=True)
    voorstel = models.JSONField(null=True, blank=True)
    aan = models.CharField(max_length=80, blank=True)

    class Meta:
        verbose_name_plural = "stappen van aanvragen"
