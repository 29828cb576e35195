"""Whether a provider accepts help that was given to it: calls, answers, and what became of a refusal."""

from django.db import models
from django.db.models import Q

from koers.registers.feiten import Feit
from koers.registers.zorg.models.toewijzingen import Toewijzing


class Gesprek(Feit):
    """The toegang and the provider spoke on `datum`; each side (`kant`) writes down what it heard.

    `met`: a function or a name at the other side. `capaciteit`: is there room; `passend`: does the help fit.
    """

    KANTEN = [("gemeente", "gemeente"), ("aanbieder", "aanbieder")]

    toewijzing = models.ForeignKey(Toewijzing, on_delete=models.PROTECT, related_name="gesprekken")
    kant = models.CharField(max_length=9, choices=KANTEN)
    met = models.CharField(max_length=80)
    capaciteit = models.CharField(max_length=5)
    passend = models.CharField(max_length=7)
    toelichting = models.CharField(max_length=500, blank=True)

    class Meta:
        verbose_name_plural = "gesprekken"


class AcceptatieStap(Feit):
    """The provider answered, or something was done with a refusal, on `datum`.

    `grond`: id in `beleid/acceptatieplicht`; `buiten`: it was no allowed ground on that day. `oordeel`: of
    contract management. `uitkomst`: what came of it. `toelichting`: read by contract management too.
    """

    SOORTEN = [
        ("geaccepteerd", "geaccepteerd"),
        ("geweigerd", "geweigerd"),
        ("beoordeeld", "beoordeeld door contractmanagement"),
        ("afgerond", "afgerond"),
    ]

    toewijzing = models.ForeignKey(Toewijzing, on_delete=models.PROTECT, related_name="antwoorden")
    soort = models.CharField(max_length=12, choices=SOORTEN)
    grond = models.CharField(max_length=40, blank=True)
    buiten = models.BooleanField(default=False)
    oordeel = models.CharField(max_length=15, blank=True)
    uitkomst = models.CharField(max_length=20, blank=True)
    toelichting = models.CharField(max_length=500, blank=True)

    class Meta:
        verbose_name_plural = "antwoorden op toewijzingen"
        constraints = [
            models.CheckConstraint(
                condition=~Q(soort="geweigerd") | ~Q(grond=""), name="zorg_acceptatiestap_grond"
            ),
            models.CheckConstraint(
                condition=~Q(soort="geweigerd", buiten=True) | ~Q(toelichting=""),
                name="zorg_acceptatiestap_toelichting",
            ),
            models.CheckConstraint(
                condition=~Q(soort="beoordeeld") | ~Q(oordeel=""), name="zorg_acceptatiestap_oordeel"
            ),
            models.CheckConstraint(
                condition=~Q(soort="afgerond") | ~Q(uitkomst=""), name="zorg_acceptatiestap_uitkomst"
            ),
        ]


class ZorgmakelaarStap(Feit):
    """The route of the zorgmakelaar opened by a refusal, was taken up, or ended with `uitkomst`."""

    SOORTEN = [("geopend", "geopend"), ("opgepakt", "opgepakt"), ("afgerond", "afgerond")]

    toewijzing = models.ForeignKey(Toewijzing, on_delete=models.PROTECT, related_name="zorgmakelaarstappen")
    soort = models.CharField(max_length=8, choices=SOORTEN)
    uitkomst = models.CharField(max_length=24, blank=True)
    toelichting = models.CharField(max_length=500, blank=True)

    class Meta:
        verbose_name_plural = "stappen van zorgmakelaars"
        constraints = [
            models.CheckConstraint(
                condition=~Q(soort="afgerond") | ~Q(uitkomst=""), name="zorg_zorgmakelaarstap_uitkomst"
            )
        ]


class AntwoordEscalatie(Feit):
    """An answer was still not there after its last day (`uiterlijk`): it went to contract management, once.

    `geopend` by the daily work, `afgerond` with `uitkomst`: what came of it, in the words of who looked.
    """

    SOORTEN = [("geopend", "geopend"), ("afgerond", "afgerond")]

    toewijzing = models.ForeignKey(Toewijzing, on_delete=models.PROTECT, related_name="escalaties")
    soort = models.CharField(max_length=8, choices=SOORTEN)
    uiterlijk = models.DateField()
    uitkomst = models.CharField(max_length=24, blank=True)
    toelichting = models.CharField(max_length=500, blank=True)

    class Meta:
        verbose_name_plural = "escalaties van antwoorden"
        constraints = [
            models.CheckConstraint(
                condition=~Q(soort="afgerond") | ~Q(uitkomst=""), name="zorg_antwoordescalatie_uitkomst"
            ),
            # Two processes that work on the same day write one.
            models.UniqueConstraint(
                fields=["toewijzing", "soort"],
                condition=Q(vervangt__isnull=True),
                name="zorg_antwoordescalatie_eenmaal",
            ),
        ]
