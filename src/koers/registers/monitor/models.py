"""Areas with their own year's borders, published figures with source and year, and the ledger of what
arrived from whom (rows M1 and M4)."""

from django.db import connection, models
from django.db.models import F, Q

from koers.domain.grootheden import MET_GETAL, Status
from koers.registers.feiten import Feit, GedeeldFeit
from koers.registers.kern.models import Organisatie

# An area that was there before the oldest list we hold.
VAN_OUDSHER = 0


class GebiedSoort(models.TextChoices):
    LAND = "land", "land"
    PROVINCIE = "provincie", "provincie"
    JEUGDREGIO = "jeugdregio", "jeugdregio"
    INKOOPREGIO = "inkoopregio", "inkoopregio"
    GEMEENTE = "gemeente", "gemeente"


class JarenQuerySet(models.QuerySet):
    """Rows that hold on 1 January of years, from `vanaf_jaar` until before `tot_jaar`."""

    def in_jaar(self, jaar: int) -> "JarenQuerySet":
        """Rows that hold on 1 January of this year: figures of a year keep that year's borders."""
        return self.filter(Q(tot_jaar__isnull=True) | Q(tot_jaar__gt=jaar), vanaf_jaar__lte=jaar)


class JaarPeriode(models.Model):
    """Holds on the 1 Januaries from `vanaf_jaar` until before `tot_jaar`, if that came."""

    vanaf_jaar = models.PositiveSmallIntegerField()
    tot_jaar = models.PositiveSmallIntegerField(null=True, blank=True)

    objects = JarenQuerySet.as_manager()

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(tot_jaar__isnull=True) | Q(tot_jaar__gt=F("vanaf_jaar")),
                name="%(app_label)s_%(class)s_jaren",
            )
        ]

    def holds_in(self, jaar: int) -> bool:
        """Whether it holds on 1 January of this year."""
        return self.vanaf_jaar <= jaar and (self.tot_jaar is None or self.tot_jaar > jaar)


class Gebied(JaarPeriode):
    """An area as it was from 1 January `vanaf_jaar`, until just before 1 January `tot_jaar` if that came.

    `code`: CBS (GM1731, JZ04, PV22, NL00); an inkoopregio has the id of our policy (zuid-drenthe).
    `naam` is empty while no source gave one.
    """

    code = models.CharField(max_length=40)
    soort = models.CharField(max_length=20, choices=GebiedSoort.choices)
    naam = models.CharField(max_length=80, blank=True)
    vanaf_jaar = models.PositiveSmallIntegerField(default=VAN_OUDSHER)
    bron = models.CharField(max_length=200)

    class Meta(JaarPeriode.Meta):
        verbose_name_plural = "gebieden"
        constraints = [
            *JaarPeriode.Meta.constraints,
            models.UniqueConstraint(fields=["code", "vanaf_jaar"], name="monitor_gebied_code"),
        ]

    def __str__(self) -> str:
        return f"{self.naam} ({self.code})"


class GebiedDeel(JaarPeriode):
    """`deel` belongs to `geheel` (codes) from 1 January `vanaf_jaar` until before `tot_jaar`.

    `soort`: what the whole is, so that a part has one whole of each kind at a time.
    """

    deel_code = models.CharField(max_length=40)
    geheel_code = models.CharField(max_length=40)
    soort = models.CharField(max_length=20, choices=GebiedSoort.choices)

    class Meta(JaarPeriode.Meta):
        verbose_name_plural = "gebiedsdelen"
        indexes = [models.Index(fields=["geheel_code"], name="monitor_gebieddeel_geheel")]
        constraints = [
            *JaarPeriode.Meta.constraints,
            models.UniqueConstraint(
                fields=["deel_code", "soort", "vanaf_jaar"], name="monitor_gebieddeel_eenmaal"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.deel_code} in {self.geheel_code}"


class Opvolging(models.Model):
    """A municipality ended and went on as (part of) another on a day. No figures are summed silently."""

    van_code = models.CharField(max_length=12)
    naar_code = models.CharField(max_length=12)
    datum = models.DateField()
    bron = models.CharField(max_length=200)

    class Meta:
        verbose_name_plural = "opvolgingen"
        constraints = [
            models.UniqueConstraint(
                fields=["van_code", "naar_code", "datum"], name="monitor_opvolging_eenmaal"
            )
        ]

    def __str__(self) -> str:
        return f"{self.van_code} naar {self.naar_code}"


class AanleveringStatus(models.TextChoices):
    VERWERKT = "verwerkt", "verwerkt"
    GEWEIGERD = "geweigerd", "geweigerd"


class Aanlevering(models.Model):
    """One delivery: a file that came in, with what became of its rows; or of which nothing was taken in.

    Every row of the file is counted once. `overgeslagen`: rows about areas that Koers does not keep
    (wijken, buurten). `code`, `params`: why the file was refused whole.
    """

    soort = models.CharField(max_length=20)
    jaar = models.PositiveSmallIntegerField(null=True, blank=True)
    bestandsnaam = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    omvang = models.PositiveBigIntegerField(help_text="bytes")
    codering = models.CharField(max_length=20, blank=True)
    partner = models.CharField(max_length=120)
    aangeleverd_at = models.DateTimeField()
    door = models.CharField(max_length=120)
    status = models.CharField(max_length=12, choices=AanleveringStatus.choices)
    code = models.CharField(max_length=60, blank=True)
    params = models.JSONField(default=dict)
    niet_gelezen = models.JSONField(default=list)
    rijen = models.PositiveIntegerField(default=0)
    nieuw = models.PositiveIntegerField(default=0)
    gewijzigd = models.PositiveIntegerField(default=0)
    ongewijzigd = models.PositiveIntegerField(default=0)
    geweigerd = models.PositiveIntegerField(default=0)
    overgeslagen = models.PositiveIntegerField(default=0)
    cijfers_nieuw = models.PositiveIntegerField(default=0)
    cijfers_vervangen = models.PositiveIntegerField(default=0)

    class Meta:
        verbose_name_plural = "aanleveringen"
        indexes = [models.Index(fields=["-aangeleverd_at"], name="monitor_aanlevering_tijd")]
        constraints = [
            models.CheckConstraint(
                condition=Q(
                    rijen=F("nieuw") + F("gewijzigd") + F("ongewijzigd") + F("geweigerd") + F("overgeslagen")
                ),
                name="monitor_aanlevering_telt_op",
            ),
            models.CheckConstraint(
                condition=Q(status="verwerkt", code="") | Q(status="geweigerd") & ~Q(code=""),
                name="monitor_aanlevering_reden",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.soort} {self.bestandsnaam}"


class BevindingErnst(models.TextChoices):
    GEWEIGERD = "geweigerd", "geweigerd"
    OPMERKING = "opmerking", "opmerking"


class Bevinding(models.Model):
    """What was found about a row: why it was not taken in, or what somebody should know about it.

    `rijnummer`: as people count in their spreadsheet, the header included. 0: about the whole file.
    """

    aanlevering = models.ForeignKey(Aanlevering, on_delete=models.CASCADE, related_name="bevindingen")
    rijnummer = models.PositiveIntegerField()
    kolom = models.CharField(max_length=120, blank=True)
    waarde = models.CharField(max_length=200, blank=True)
    ernst = models.CharField(max_length=12, choices=BevindingErnst.choices)
    code = models.CharField(max_length=60)
    params = models.JSONField(default=dict)

    class Meta:
        verbose_name_plural = "bevindingen"
        constraints = [
            models.UniqueConstraint(
                fields=["aanlevering", "rijnummer", "kolom", "code"], name="monitor_bevinding_eenmaal"
            )
        ]

    def __str__(self) -> str:
        return f"rij {self.rijnummer}: {self.code}"


class WaarnemingQuerySet(models.QuerySet):
    """Figures, of which some were replaced by later ones."""

    def geldend(self) -> "WaarnemingQuerySet":
        """The figures that no later one replaced."""
        return self.filter(vervangen_door__isnull=True)


class Waarneming(models.Model):
    """A published figure: what, where, when, from which source. Never corrected in place: a new value is
    a new row that replaces (`vervangt`) the old one, so a chain has one start and one end.

    `waarde` is exact as published; null when the source gives none. Over whom it is counted is part of
    the quantity (`koers.domain.grootheden`).
    """

    gebied_code = models.CharField(max_length=40)
    grootheid = models.CharField(max_length=60)
    jaar = models.PositiveSmallIntegerField()
    waarde = models.DecimalField(max_digits=18, decimal_places=6, null=True, blank=True)
    status = models.CharField(max_length=20, choices=[(status.value, status.value) for status in Status])
    bron = models.CharField(max_length=200)
    aanlevering = models.ForeignKey(Aanlevering, on_delete=models.PROTECT, related_name="waarnemingen")
    vastgelegd_at = models.DateTimeField()
    vervangt = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="vervangen_door"
    )

    objects = WaarnemingQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "waarnemingen"
        indexes = [models.Index(fields=["jaar", "gebied_code"], name="monitor_waarneming_vind")]
        constraints = [
            models.UniqueConstraint(
                fields=["gebied_code", "grootheid", "jaar"],
                condition=Q(vervangt__isnull=True),
                name="monitor_waarneming_eerste",
            ),
            models.CheckConstraint(
                condition=Q(status__in=sorted(MET_GETAL), waarde__isnull=False)
                | Q(status__in=sorted(set(Status) - MET_GETAL), waarde__isnull=True),
                name="monitor_waarneming_waarde",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.grootheid} {self.gebied_code} {self.jaar}"


class CijferstempelManager(models.Manager):
    """Marks by name."""

    def now(self, soort: str) -> str | None:
        """The mark of this moment. Asked at every public page, so in as few steps as there are."""
        with connection.cursor() as cursor:
            cursor.execute("SELECT stempel FROM monitor_cijferstempel WHERE soort = %s", [soort])
            row = cursor.fetchone()
        return row[0] if row else None


class Cijferstempel(models.Model):
    """A mark that the database itself makes anew with every change of published figures or of areas
    (`koers.registers.kern.stempels`). The same mark means: nothing changed. No row: nobody knows.
    """

    soort = models.CharField(max_length=20, primary_key=True)
    stempel = models.CharField(max_length=36)

    objects = CijferstempelManager()

    class Meta:
        verbose_name_plural = "cijferstempels"

    def __str__(self) -> str:
        return f"{self.soort}: {self.stempel}"


class PartnercijferQuerySet(models.QuerySet):
    """Numbers of partners, of which some were replaced by later ones."""

    def geldend(self) -> "PartnercijferQuerySet":
        """The numbers that no later one replaced."""
        return self.filter(vervangen_door__isnull=True)


class Partnercijfer(models.Model):
    """How many, as a partner delivered it: `maat` of a table, in a municipality, period and group (empty: the
    table has none). Never who. Never corrected in place: a new number replaces (`vervangt`) the old one.
    """

    tabel = models.CharField(max_length=20)
    gemeente_code = models.CharField(max_length=12)
    periode = models.CharField(max_length=12)
    groep = models.CharField(max_length=40, blank=True)
    maat = models.CharField(max_length=40)
    aantal = models.PositiveIntegerField()
    aanlevering = models.ForeignKey(Aanlevering, on_delete=models.PROTECT, related_name="partnercijfers")
    vastgelegd_at = models.DateTimeField()
    vervangt = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="vervangen_door"
    )

    objects = PartnercijferQuerySet.as_manager()

    class Meta:
        verbose_name_plural = "partnercijfers"
        indexes = [models.Index(fields=["tabel", "periode"], name="monitor_partnercijfer_vind")]
        constraints = [
            models.UniqueConstraint(
                fields=["tabel", "gemeente_code", "periode", "groep", "maat"],
                condition=Q(vervangt__isnull=True),
                name="monitor_partnercijfer_eerste",
            )
        ]

    def __str__(self) -> str:
        return f"{self.tabel} {self.gemeente_code} {self.periode} {self.maat}"


class Bevolking(models.Model):
    """How many people of one age lived in a municipality on 1 January: numbers, never persons (decision 5).

    `synthetisch`: made by the demo region, to be shown as such everywhere.
    """

    gemeente_code = models.CharField(max_length=12)
    jaar = models.PositiveSmallIntegerField()
    leeftijd = models.PositiveSmallIntegerField()
    aantal = models.PositiveIntegerField()
    synthetisch = models.BooleanField(default=False)

    class Meta:
        verbose_name_plural = "bevolking"
        constraints = [
            models.UniqueConstraint(
                fields=["gemeente_code", "jaar", "leeftijd"], name="monitor_bevolking_eenmaal"
            ),
            models.CheckConstraint(condition=models.Q(leeftijd__lte=22), name="monitor_bevolking_leeftijd"),
        ]


class Themaronde(Feit):
    """On `datum` a round began in which partners vote for at most `hoogstens` themes, up to and including
    `stemmen_tot_en_met`.
    """

    naam = models.CharField(max_length=80)
    stemmen_tot_en_met = models.DateField()
    hoogstens = models.PositiveSmallIntegerField()

    class Meta:
        verbose_name_plural = "themarondes"
        constraints = [
            models.CheckConstraint(
                condition=Q(stemmen_tot_en_met__gte=F("datum")), name="monitor_themaronde_periode"
            )
        ]


class Themastem(Feit):
    """What a partner chose in a round (ids of policy, in no order), and why. One chain per partner and round:
    a changed vote replaces the one before, and a vote that was taken back can be given again.
    """

    ronde = models.ForeignKey(Themaronde, on_delete=models.PROTECT, related_name="stemmen")
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="+")
    themas = models.JSONField()
    reden = models.TextField()

    class Meta:
        verbose_name_plural = "themastemmen"
        constraints = [
            models.UniqueConstraint(
                fields=["ronde", "organisatie"],
                condition=Q(vervangt__isnull=True),
                name="monitor_themastem_een_per_partner",
            ),
            models.CheckConstraint(condition=~Q(reden=""), name="monitor_themastem_reden"),
        ]


class Themabesluit(Feit):
    """Which themes were chosen at the end of a round, by which gremium, and why.

    `redenen`: per chosen theme (id) why. `cijfers`: the figures and votes on which it was decided, as they
    were then, each with source, year and the day it was written down; `vingerafdruk`: SHA-256 of them.
    """

    ronde = models.ForeignKey(Themaronde, on_delete=models.PROTECT, related_name="besluiten")
    gremium = models.CharField(max_length=60)
    redenen = models.JSONField()
    reden = models.TextField()
    cijfers = models.JSONField()
    vingerafdruk = models.CharField(max_length=64)

    class Meta:
        verbose_name_plural = "themabesluiten"
        constraints = [
            models.UniqueConstraint(
                fields=["ronde"],
                condition=Q(vervangt__isnull=True),
                name="monitor_themabesluit_een_per_ronde",
            ),
            models.CheckConstraint(condition=~Q(reden=""), name="monitor_themabesluit_reden"),
        ]


class Publicatie(GedeeldFeit):
    """Figures as everybody could see them at a moment, under a name: it never changes and never goes.

    `rijen`: one per indicator, area and period, each with its definition version, data date and class.
    `vingerafdruk`: SHA-256 of them.
    """

    naam = models.CharField(max_length=80)
    peildatum = models.DateTimeField(null=True, blank=True)
    rijen = models.JSONField()
    vingerafdruk = models.CharField(max_length=64)

    class Meta:
        verbose_name_plural = "publicaties"
        constraints = [
            models.CheckConstraint(condition=~Q(naam=""), name="monitor_publicatie_naam"),
            models.UniqueConstraint(fields=["naam"], name="monitor_publicatie_eenmaal"),
        ]

    def __str__(self) -> str:
        return self.naam
