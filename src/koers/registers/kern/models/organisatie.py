"""Municipalities that work here, organisations, the people who work there and in which role."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from koers.domain.rollen import Rol
from koers.registers.kern.models.basis import Bewerkbaar, DagPeriode, Genummerd


class Gemeente(models.Model):
    """A municipality that works in this installation: the tenant of every row about a person."""

    code = models.CharField(primary_key=True, max_length=6)
    naam = models.CharField(max_length=80, unique=True)

    class Meta:
        verbose_name_plural = "gemeenten"

    def __str__(self) -> str:
        return self.naam


class OrganisatieSoort(models.TextChoices):
    GEMEENTE = "gemeente", "gemeente"
    HUISARTSPRAKTIJK = "huisartspraktijk", "huisartspraktijk"
    SCHOOL = "school", "school"
    KINDEROPVANG = "kinderopvang", "kinderopvang"
    WELZIJN = "welzijn", "welzijn"
    GGD = "ggd", "GGD"
    AANBIEDER = "aanbieder", "aanbieder"
    GECERTIFICEERDE_INSTELLING = "gecertificeerde_instelling", "gecertificeerde instelling"
    REGIO = "regio", "regio-organisatie"
    OVERIG = "overig", "overig"


class Organisatie(Genummerd):
    """Where somebody works. `agb` (8 digits) and `kvk` (8 digits) where they have one."""

    naam = models.CharField(max_length=120)
    soort = models.CharField(max_length=40, choices=OrganisatieSoort.choices)
    gemeenten = models.ManyToManyField(Gemeente, related_name="organisaties")
    agb = models.CharField(max_length=8, blank=True)
    kvk = models.CharField(max_length=8, blank=True)

    class Meta:
        verbose_name_plural = "organisaties"
        constraints = [models.UniqueConstraint(fields=["naam", "soort"], name="kern_organisatie_naam")]

    def __str__(self) -> str:
        return self.naam


class MedewerkerManager(BaseUserManager):
    """Finds accounts by their log-in name, whatever its capitals."""

    def get_by_natural_key(self, username):
        return self.get(gebruikersnaam__iexact=username)


class Medewerker(Genummerd, Bewerkbaar, AbstractBaseUser):
    """An account of somebody who works. `is_active` is Django's name; False means: no longer lets in.

    `demo`: made by the demo, may sign in without a second factor, and only there.
    `startwachtwoord`: the password was made up by somebody else and has to be changed first.
    """

    gebruikersnaam = models.CharField(max_length=80, unique=True)
    naam = models.CharField(max_length=120)
    email = models.EmailField(blank=True)
    is_active = models.BooleanField(default=True)
    demo = models.BooleanField(default=False)
    startwachtwoord = models.BooleanField(default=False)

    USERNAME_FIELD = "gebruikersnaam"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["naam"]

    objects = MedewerkerManager()

    class Meta:
        verbose_name_plural = "medewerkers"

    def __str__(self) -> str:
        return self.naam


class Aanstelling(Genummerd, DagPeriode):
    """A role of a medewerker at an organisation, for some municipalities, in a period."""

    medewerker = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="aanstellingen")
    organisatie = models.ForeignKey(Organisatie, on_delete=models.PROTECT, related_name="aanstellingen")
    rol = models.CharField(max_length=40, choices=[(rol.value, rol.value) for rol in Rol])
    gemeenten = models.ManyToManyField(Gemeente, related_name="+")

    class Meta(DagPeriode.Meta):
        verbose_name_plural = "aanstellingen"

    def __str__(self) -> str:
        return f"{self.rol} bij {self.organisatie}"


class BeroepsregisterSoort(models.TextChoices):
    SKJ = "SKJ", "Kwaliteitsregister Jeugd"
    BIG = "BIG", "BIG-register"


class Beroepsregistratie(Genummerd, DagPeriode):
    """A medewerker stands in a professional register in a period."""

    medewerker = models.ForeignKey(Medewerker, on_delete=models.PROTECT, related_name="beroepsregistraties")
    register = models.CharField(max_length=3, choices=BeroepsregisterSoort.choices)
    nummer = models.CharField(max_length=11)

    class Meta(DagPeriode.Meta):
        verbose_name_plural = "beroepsregistraties"
