"""Links with which a provider without an account answers about one toewijzing."""

from django.db import models

from koers.registers.feiten import Feit
from koers.registers.zorg.models.toewijzingen import Toewijzing


class Antwoordlink(Feit):
    """Somebody of the toegang made a link for `voor` on `datum`. It works until and with `laatste_dag`.

    `zegel`: SHA-256 of the link; `code`: what was said on the telephone, as Django keeps a password. Neither
    can be read back.
    """

    toewijzing = models.ForeignKey(Toewijzing, on_delete=models.PROTECT, related_name="antwoordlinks")
    zegel = models.CharField(max_length=64, unique=True)
    code = models.CharField(max_length=160)
    voor = models.CharField(max_length=80)
    laatste_dag = models.DateField()

    class Meta:
        verbose_name_plural = "antwoordlinks"


class AntwoordlinkStap(Feit):
    """Something was done with a link: a wrong code, opened, used for an answer, or taken back."""

    SOORTEN = [
        ("verkeerde_code", "verkeerde code"),
        ("geopend", "geopend"),
        ("gebruikt", "gebruikt"),
        ("ingetrokken", "ingetrokken"),
    ]

    link = models.ForeignKey(Antwoordlink, on_delete=models.PROTECT, related_name="stappen")
    soort = models.CharField(max_length=14, choices=SOORTEN)

    class Meta:
        verbose_name_plural = "stappen van antwoordlinks"
        constraints = [
            # One answer, whoever sends it twice at once.
            models.UniqueConstraint(
                fields=["link"],
                condition=models.Q(soort="gebruikt"),
                name="zorg_antwoordlinkstap_eenmaal",
            )
        ]
