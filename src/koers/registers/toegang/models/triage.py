"""Triage: how safe it is, and who goes on with the question."""

from django.db import models

from koers.registers.feiten import Feit
from koers.registers.kern.models.organisatie import Medewerker
from koers.registers.toegang.models.meldingen import Casus


class TriageStap(Feit):
    """A triage began or had its outcome on `datum`. `samen_met`: the gedragswetenschapper who looked too."""

    SOORTEN = [("begin", "begonnen"), ("uitkomst", "uitkomst")]
    UITKOMSTEN = [
        ("onderzoek", "onderzoek door een jeugdconsulent"),
        ("poh", "lichte hulp bij de POH Jeugd"),
        ("spoed", "Spoed4Jeugd"),
        ("afgesloten", "afgesloten"),
    ]

    casus = models.ForeignKey(Casus, on_delete=models.PROTECT, related_name="triage")
    soort = models.CharField(max_length=8, choices=SOORTEN)
    uitkomst = models.CharField(max_length=10, choices=UITKOMSTEN, blank=True)
    reden = models.TextField(blank=True)
    samen_met = models.ForeignKey(
        Medewerker, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        verbose_name_plural = "stappen van triage"


class Veiligheidsvraag(Feit):
    """The answer to one question about safety in a triage, and why."""

    ANTWOORDEN = [("niet_aan_de_orde", "niet aan de orde"), ("zorgen", "zorgen"), ("acuut", "acuut")]

    triage = models.ForeignKey(TriageStap, on_delete=models.PROTECT, related_name="vragen")
    vraag = models.CharField(max_length=30)
    antwoord = models.CharField(max_length=20, choices=ANTWOORDEN)
    reden = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "veiligheidsvragen"


class Veiligheidsstap(Feit):
    """Something was done for safety on `datum`: a meldcode step, a call, a hand-over. `wie`: to whom."""

    casus = models.ForeignKey(Casus, on_delete=models.PROTECT, related_name="veiligheid")
    soort = models.CharField(max_length=30)
    wie = models.CharField(max_length=120, blank=True)
    toelichting = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "veiligheidsstappen"


class Toedeling(Feit):
    """From `datum` this medewerker looks into the question; a person decided so."""

    casus = models.ForeignKey(Casus, on_delete=models.PROTECT, related_name="toedelingen")
    medewerker = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="+")
    voorgesteld = models.BooleanField(default=False)

    class Meta:
        verbose_name_plural = "toedelingen"
