"""The letter in which a besluit is made known: its frozen data, the document, and its way out."""

from django.db import models

from koers.registers.feiten import Feit
from koers.registers.kern.models.personen import Huishouden, Persoon
from koers.registers.toegang.models.besluiten import Besluit


class Beschikking(Feit):
    """The letter about a besluit to one person: everything in it, as it was on `datum`.

    `huishouden`: whose address stands on it; none when that is secret or unknown. `sjabloon`: name and
    version of the template that makes `gegevens` into words.
    """

    besluit = models.ForeignKey(Besluit, on_delete=models.PROTECT, related_name="beschikkingen")
    aan = models.ForeignKey(Persoon, on_delete=models.PROTECT, related_name="+")
    huishouden = models.ForeignKey(
        Huishouden, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    sjabloon = models.CharField(max_length=40)
    gegevens = models.JSONField()

    class Meta:
        verbose_name_plural = "beschikkingen"


class BeschikkingDocument(Feit):
    """The letter as a file, once made; `sha256` of `inhoud`."""

    beschikking = models.OneToOneField(Beschikking, on_delete=models.PROTECT, related_name="document")
    inhoud = models.BinaryField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        verbose_name_plural = "documenten van beschikkingen"


class BriefStand(models.TextChoices):
    KLAAR = "brief_klaar", "klaar om te versturen"
    VRIJGEGEVEN = "brief_vrijgegeven", "vrijgegeven om te versturen"
    TERUGGEHAALD = "brief_teruggehaald", "teruggehaald"
    VERVANGEN = "brief_vervangen", "vervangen door een nieuwe brief"


class Verzending(Feit):
    """A row of the outbox: where a letter stands. Each next stand replaces the one before it."""

    beschikking = models.ForeignKey(Beschikking, on_delete=models.PROTECT, related_name="verzendingen")
    stand = models.CharField(max_length=20, choices=BriefStand.choices)

    class Meta:
        verbose_name_plural = "verzendingen"
