"""Inbox and outbox: every message between gemeente and aanbieder, and what became of it (decision 15)."""

from django.db import models
from django.db.models import Q

from koers.registers.kern.models.basis import Genummerd
from koers.registers.kern.models.organisatie import Gemeente


class BerichtRichting(models.TextChoices):
    IN = "in", "ontvangen"
    UIT = "uit", "verstuurd"


class BerichtStand(models.TextChoices):
    """`geweigerd`: its identification was used before for something else. `te_behandelen`: for a person.

    Of what goes out: `te_maken` holds frozen values, `tegengehouden` may not go out as it is, `aanvaard` was
    answered without a remark, `vervangen` is told again by a later message.
    """

    ONTVANGEN = "ontvangen", "ontvangen"
    WACHT = "wacht", "wacht op een ander bericht"
    VERWERKT = "verwerkt", "verwerkt"
    AFGEKEURD = "afgekeurd", "afgekeurd"
    GEWEIGERD = "geweigerd", "geweigerd"
    TE_BEHANDELEN = "te_behandelen", "voor een medewerker"
    KLAAR = "klaar", "klaar om te versturen"
    VERSTUURD = "verstuurd", "verstuurd"
    TE_MAKEN = "te_maken", "wordt gemaakt"
    TEGENGEHOUDEN = "tegengehouden", "tegengehouden"
    AANVAARD = "aanvaard", "aanvaard"
    VERVANGEN = "vervangen", "vervangen door een later bericht"


class Bericht(Genummerd):
    """One message as it came in or goes out. `inhoud`: the bytes, sealed to this row; while `te_maken` the
    frozen values of it. `vingerafdruk`: hash of what came in or was frozen. `bevindingen`: what was wrong, as
    rule, code and place."""

    gemeente = models.ForeignKey(Gemeente, on_delete=models.PROTECT, related_name="+")
    richting = models.CharField(max_length=3, choices=BerichtRichting.choices)
    soort = models.CharField(max_length=5)
    afzender = models.CharField(max_length=8)
    ontvanger = models.CharField(max_length=8)
    identificatie = models.CharField(max_length=12)
    dagtekening = models.DateField()
    vingerafdruk = models.CharField(max_length=64)
    inhoud = models.BinaryField()
    stand = models.CharField(max_length=20, choices=BerichtStand.choices)
    vastgelegd_at = models.DateTimeField()
    uiterlijk_datum = models.DateField(null=True, blank=True)
    bevindingen = models.JSONField(default=list)
    antwoord_op = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="antwoord"
    )

    class Meta:
        verbose_name_plural = "berichten"
        constraints = [
            models.UniqueConstraint(
                fields=["richting", "soort", "afzender", "identificatie"],
                condition=~Q(stand="geweigerd"),
                name="kern_bericht_identificatie",
            ),
            models.UniqueConstraint(
                fields=["richting", "soort", "afzender", "identificatie", "vingerafdruk"],
                name="kern_bericht_eenmaal",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.soort} {self.pk}"


class Regelstand(models.TextChoices):
    WACHT = "wacht", "wacht op een ander bericht"
    GELDT = "geldt", "geldt"
    VERWIJDERD = "verwijderd", "later verwijderd"
    VERWERKT = "verwerkt", "verwerkt"
    AFGEKEURD = "afgekeurd", "afgekeurd"
    GEMELD = "gemeld", "gemeld aan de aanbieder"


class Berichtregel(Genummerd):
    """One line of a message: a start or stop that came in, or a toewijzing that goes out (`soort`
    toewijzing; `reden` of JZ002). `code` of WJ001: why it was rejected, or what it waits for."""

    bericht = models.ForeignKey(Bericht, on_delete=models.PROTECT, related_name="regels")
    gemeente = models.ForeignKey(Gemeente, on_delete=models.PROTECT, related_name="+")
    volgnummer = models.PositiveIntegerField()
    toewijzing_nummer = models.PositiveIntegerField(null=True, blank=True)
    soort = models.CharField(max_length=10)
    begindatum = models.DateField()
    einddatum = models.DateField(null=True, blank=True)
    reden = models.CharField(max_length=2, blank=True)
    verwijdert = models.BooleanField(default=False)
    stand = models.CharField(max_length=20, choices=Regelstand.choices)
    code = models.CharField(max_length=4, blank=True)

    class Meta:
        verbose_name_plural = "berichtregels"
        constraints = [
            models.UniqueConstraint(fields=["bericht", "volgnummer"], name="kern_berichtregel_eenmaal")
        ]

    def __str__(self) -> str:
        return f"regel {self.volgnummer} van {self.bericht_id}"
