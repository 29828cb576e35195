"""Meetings of bodies, their agenda, positions, besluiten, actions and minutes. All of it facts.

What is shared stands in tables of `GedeeldFeit`. What a municipality thinks before it says so stands in a
table of its own (`ConceptStandpunt`), behind the wall of that municipality; sharing writes its words anew.
"""

from django.db import models
from django.db.models import Q

from koers.domain.vergadering import KEUZES, STEMMEN, VRAGEN
from koers.registers.feiten import Feit, GedeeldFeit
from koers.registers.kern.models.organisatie import Gemeente


class Vergadering(GedeeldFeit):
    """A body (`gremium`: its id in the policy) meets on `datum`."""

    gremium = models.CharField(max_length=60)
    plaats = models.CharField(max_length=120, blank=True)

    class Meta:
        verbose_name_plural = "vergaderingen"
        indexes = [models.Index(fields=["datum"], name="netwerk_vergadering_datum")]


class VergaderingDeelnemer(GedeeldFeit):
    """A municipality takes part."""

    vergadering = models.ForeignKey(Vergadering, on_delete=models.PROTECT, related_name="deelnemers")
    gemeente = models.ForeignKey(Gemeente, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "deelnemers van vergaderingen"
        constraints = [
            models.UniqueConstraint(fields=["vergadering", "gemeente"], name="netwerk_deelnemer_eenmaal")
        ]


class VergaderingStap(GedeeldFeit):
    """The meeting goes to another state (`soort`); a later step counts."""

    vergadering = models.ForeignKey(Vergadering, on_delete=models.PROTECT, related_name="stappen")
    soort = models.CharField(max_length=24)
    reden = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "stappen van vergaderingen"


class Agendapunt(GedeeldFeit):
    """An item. `dossier`: its id in the policy, if any. `voorbereider`: the body that prepares it.

    `rapportage`: the published report that lies on the table.
    """

    vergadering = models.ForeignKey(Vergadering, on_delete=models.PROTECT, related_name="punten")
    volgorde = models.PositiveSmallIntegerField()
    titel = models.CharField(max_length=200)
    dossier = models.CharField(max_length=60, blank=True)
    # By name: the agenda of the programme leans on meetings in its turn.
    rapportage = models.ForeignKey(
        "sturing.Rapportageuitgave",
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="agendapunten",
    )
    vraag = models.CharField(max_length=12)
    voorbereider = models.CharField(max_length=60)

    class Meta:
        verbose_name_plural = "agendapunten"
        constraints = [
            models.UniqueConstraint(fields=["vergadering", "volgorde"], name="netwerk_agendapunt_volgorde"),
            models.CheckConstraint(condition=Q(vraag__in=VRAGEN), name="netwerk_agendapunt_vraag"),
        ]


class AgendapuntStap(GedeeldFeit):
    """The item goes to another state (`soort`); a later step counts."""

    punt = models.ForeignKey(Agendapunt, on_delete=models.PROTECT, related_name="stappen")
    soort = models.CharField(max_length=16)
    reden = models.TextField(blank=True)

    class Meta:
        verbose_name_plural = "stappen van agendapunten"


class Annotatie(GedeeldFeit):
    """What the preparing body writes about an item; the last counts. Members read what is `vrijgegeven`."""

    punt = models.ForeignKey(Agendapunt, on_delete=models.PROTECT, related_name="annotaties")
    tekst = models.TextField()
    voorstel = models.TextField(blank=True)
    vrijgegeven = models.BooleanField(default=False)
    naam = models.CharField(max_length=120)

    class Meta:
        verbose_name_plural = "annotaties"


class ConceptStandpunt(Feit):
    """What a municipality thinks of an item before it says so; the last one counts. Only its own people."""

    punt = models.ForeignKey(Agendapunt, on_delete=models.PROTECT, related_name="+")
    keuze = models.CharField(max_length=16)
    tekst = models.TextField(blank=True)
    naam = models.CharField(max_length=120)

    class Meta:
        verbose_name_plural = "standpunten in de maak"
        constraints = [models.CheckConstraint(condition=Q(keuze__in=KEUZES), name="netwerk_concept_keuze")]


class Standpunt(GedeeldFeit):
    """What a municipality told the others about an item; the last one counts."""

    punt = models.ForeignKey(Agendapunt, on_delete=models.PROTECT, related_name="standpunten")
    gemeente = models.ForeignKey(Gemeente, on_delete=models.PROTECT, related_name="+")
    keuze = models.CharField(max_length=16)
    tekst = models.TextField(blank=True)
    naam = models.CharField(max_length=120)

    class Meta:
        verbose_name_plural = "standpunten"
        constraints = [models.CheckConstraint(condition=Q(keuze__in=KEUZES), name="netwerk_standpunt_keuze")]


class Vergaderbesluit(GedeeldFeit):
    """What a body decided on an item. `mandaat`: what the register said that day, frozen with its source.

    `volgt_op`: the besluit on the same dossier before this one. `zonder_voorbereiding`: why there was no
    annotation.
    """

    punt = models.OneToOneField(Agendapunt, on_delete=models.PROTECT, related_name="besluit")
    tekst = models.TextField()
    taak = models.CharField(max_length=60)
    mandaat = models.JSONField()
    zonder_voorbereiding = models.TextField(blank=True)
    volgt_op = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="daarna"
    )

    class Meta:
        verbose_name_plural = "besluiten van vergaderingen"


class BesluitGemeente(GedeeldFeit):
    """Whether a municipality is bound by a besluit, and how it voted (empty: it did not)."""

    besluit = models.ForeignKey(Vergaderbesluit, on_delete=models.PROTECT, related_name="gemeenten")
    gemeente = models.ForeignKey(Gemeente, on_delete=models.PROTECT, related_name="+")
    gebonden = models.BooleanField()
    stem = models.CharField(max_length=12, blank=True)

    class Meta:
        verbose_name_plural = "gemeenten bij besluiten"
        constraints = [
            models.UniqueConstraint(fields=["besluit", "gemeente"], name="netwerk_besluitgemeente_eenmaal"),
            models.CheckConstraint(condition=Q(stem__in=("", *STEMMEN)), name="netwerk_besluit_stem"),
        ]


class BesluitRaakt(GedeeldFeit):
    """A besluit touches a body (its id in the policy) or a municipality, which has to hear of it."""

    besluit = models.ForeignKey(Vergaderbesluit, on_delete=models.PROTECT, related_name="raakt")
    gremium = models.CharField(max_length=60, blank=True)
    gemeente = models.ForeignKey(Gemeente, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        verbose_name_plural = "wie besluiten raken"
        constraints = [
            models.CheckConstraint(
                condition=Q(gremium="", gemeente__isnull=False) | ~Q(gremium="") & Q(gemeente__isnull=True),
                name="netwerk_besluitraakt_een",
            )
        ]


class Terugkoppeling(GedeeldFeit):
    """Whom a besluit touches heard of it on `datum`; `tekst`: what they said to it."""

    raakt = models.ForeignKey(BesluitRaakt, on_delete=models.PROTECT, related_name="terugkoppelingen")
    tekst = models.TextField(blank=True)
    naam = models.CharField(max_length=120)

    class Meta:
        verbose_name_plural = "terugkoppelingen"


class Actie(GedeeldFeit):
    """Who does what before `uiterlijk`, to carry out a besluit. `gemeente`: of whom; none: of the region."""

    besluit = models.ForeignKey(Vergaderbesluit, on_delete=models.PROTECT, related_name="acties")
    wat = models.TextField()
    wie = models.CharField(max_length=120)
    gemeente = models.ForeignKey(Gemeente, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    uiterlijk = models.DateField()

    class Meta:
        verbose_name_plural = "acties"


class ActieVervolg(GedeeldFeit):
    """What came of an action on `datum`; the last counts. `uiterlijk`: the new day when it takes longer."""

    actie = models.ForeignKey(Actie, on_delete=models.PROTECT, related_name="vervolgen")
    soort = models.CharField(max_length=12)
    reden = models.TextField(blank=True)
    uiterlijk = models.DateField(null=True, blank=True)
    naam = models.CharField(max_length=120)

    class Meta:
        verbose_name_plural = "vervolgen van acties"


class Verslag(GedeeldFeit):
    """The minutes as somebody wrote them; the last one counts. `per_punt`: id of an item to what was said."""

    vergadering = models.ForeignKey(Vergadering, on_delete=models.PROTECT, related_name="verslagen")
    aanwezig = models.TextField()
    per_punt = models.JSONField(default=dict)
    naam = models.CharField(max_length=120)

    class Meta:
        verbose_name_plural = "verslagen"


class VastgesteldVerslag(GedeeldFeit):
    """The minutes as they stay: all of it frozen, and the SHA-256 of that. `naam`: who signed off."""

    vergadering = models.OneToOneField(Vergadering, on_delete=models.PROTECT, related_name="vastgesteld")
    inhoud = models.JSONField()
    sha256 = models.CharField(max_length=64)
    naam = models.CharField(max_length=120)

    class Meta:
        verbose_name_plural = "vastgestelde verslagen"


class VerslagDocument(GedeeldFeit):
    """Settled minutes as a file, once made; `sha256` of `inhoud`."""

    verslag = models.OneToOneField(VastgesteldVerslag, on_delete=models.PROTECT, related_name="document")
    inhoud = models.BinaryField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        verbose_name_plural = "documenten van verslagen"
