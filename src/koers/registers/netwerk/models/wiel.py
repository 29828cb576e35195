"""Rounds of the wheel of working together. What people answered is kept in tallies, never per person.

Nothing here says who answered: an invitation has no name and is thrown away when it is used, and there is no
row of an answer. The tallies of a round are written all at once, so that no write tells which of them moved.
"""

from django.db import models
from django.db.models import Q

from koers.domain.wiel import (
    CONCEPT,
    GESLOTEN,
    NAAR_GEMEENTE,
    NAAR_GREMIUM,
    NAAR_PARTNER,
    OPEN,
    PARTNERS,
    WIEL,
)
from koers.registers.kern.models.basis import Bewerkbaar, Genummerd

SOORTEN = [(WIEL, "wiel van samenwerking"), (PARTNERS, "jaarlijkse evaluatie met partners")]
GROEPERINGEN = [
    (NAAR_GREMIUM, "naar soort overleg"),
    (NAAR_GEMEENTE, "naar gemeente"),
    (NAAR_PARTNER, "naar gemeente en soort partner"),
]
TOESTANDEN = [(CONCEPT, "in voorbereiding"), (OPEN, "open"), (GESLOTEN, "gesloten")]


class WielRonde(Genummerd, Bewerkbaar):
    """One round: who is asked, until when, on which scale (1 to `hoogste`, enough from `voldoende_vanaf`).

    `gesloten_at` is the moment of closing, not of any answer.
    """

    soort = models.CharField(max_length=10, choices=SOORTEN)
    naam = models.CharField(max_length=60)
    groepering = models.CharField(max_length=10, choices=GROEPERINGEN)
    toestand = models.CharField(max_length=10, choices=TOESTANDEN, default=CONCEPT)
    hoogste = models.PositiveSmallIntegerField()
    voldoende_vanaf = models.PositiveSmallIntegerField(null=True, blank=True)
    begindatum = models.DateField()
    laatste_datum = models.DateField()
    gesloten_datum = models.DateField(null=True, blank=True)
    gesloten_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        verbose_name_plural = "rondes van het wiel"
        constraints = [
            models.CheckConstraint(
                condition=Q(toestand=GESLOTEN, gesloten_datum__isnull=False, gesloten_at__isnull=False)
                | ~Q(toestand=GESLOTEN) & Q(gesloten_datum__isnull=True, gesloten_at__isnull=True),
                name="netwerk_wielronde_gesloten",
            )
        ]

    def __str__(self) -> str:
        return self.naam


class WielVraag(models.Model):
    """A statement as this round asks it: a copy, so that another round never changes it."""

    ronde = models.ForeignKey(WielRonde, on_delete=models.PROTECT, related_name="vragen")
    volgorde = models.PositiveSmallIntegerField()
    categorie = models.CharField(max_length=40)
    code = models.CharField(max_length=40)
    naam = models.CharField(max_length=60)
    naam_en = models.CharField(max_length=60, blank=True)
    stelling = models.CharField(max_length=300)
    stelling_en = models.CharField(max_length=300, blank=True)

    class Meta:
        verbose_name_plural = "stellingen van het wiel"
        constraints = [models.UniqueConstraint(fields=["ronde", "code"], name="netwerk_wielvraag_eenmaal")]

    def __str__(self) -> str:
        return self.naam


class WielGroep(models.Model):
    """A group of a round by its code, how many links it got and how many of them were answered.

    `gemeente_code` and `partnersoort`: what the code is made of, in an evaluation by partners.
    """

    ronde = models.ForeignKey(WielRonde, on_delete=models.PROTECT, related_name="groepen")
    code = models.CharField(max_length=60)
    gemeente_code = models.CharField(max_length=12, blank=True)
    partnersoort = models.CharField(max_length=40, blank=True)
    uitgenodigd = models.PositiveIntegerField(default=0)
    antwoorden = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name_plural = "groepen van het wiel"
        constraints = [models.UniqueConstraint(fields=["ronde", "code"], name="netwerk_wielgroep_eenmaal")]

    def __str__(self) -> str:
        return self.code


class WielUitnodiging(Genummerd):
    """A link for one answer of one group, until and including `laatste_datum`. Only the digest of its secret
    is kept, and nobody's name. Using it throws it away."""

    ronde = models.ForeignKey(WielRonde, on_delete=models.PROTECT, related_name="uitnodigingen")
    groep = models.ForeignKey(WielGroep, on_delete=models.PROTECT, related_name="uitnodigingen")
    afdruk = models.CharField(max_length=64, unique=True)
    laatste_datum = models.DateField()

    class Meta:
        verbose_name_plural = "uitnodigingen voor het wiel"

    def __str__(self) -> str:
        return str(self.groep_id)


class WielTelling(models.Model):
    """How often a group gave one score to one statement. Every cell exists from the first invitation on."""

    ronde = models.ForeignKey(WielRonde, on_delete=models.PROTECT, related_name="tellingen")
    groep = models.ForeignKey(WielGroep, on_delete=models.PROTECT, related_name="tellingen")
    vraag = models.ForeignKey(WielVraag, on_delete=models.PROTECT, related_name="tellingen")
    score = models.PositiveSmallIntegerField()
    aantal = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name_plural = "tellingen van het wiel"
        constraints = [
            models.UniqueConstraint(fields=["groep", "vraag", "score"], name="netwerk_wieltelling_eenmaal")
        ]

    def __str__(self) -> str:
        return f"{self.score}: {self.aantal}"
