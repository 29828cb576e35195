"""A forecast laid on a published figure, as sentences and as a table in which the correction is a line."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from koers.presentation.grootheden import WOORDEN
from koers.presentation.opmaak import getal, procent
from koers.presentation.wat_als import Regel

AANDEEL = "jeugdzorg_in_natura"


@dataclass(frozen=True, slots=True)
class Correctievel:
    """What the page shows. No `regels`: there was nothing to compare with."""

    zinnen: tuple[str, ...]
    koppen: tuple[str, ...]
    regels: tuple[Regel, ...]
    bron: str


def published_choices(cijfers: Iterable) -> list[tuple[int, str]]:
    """The years to choose from, each with its figure."""
    return [
        (een.jaar, _("%(jaar)s: %(deel)s volgens het CBS") % {"jaar": een.jaar, "deel": procent(een.waarde)})
        for een in cijfers
    ]


def correction_sheet(blik) -> Correctievel | None:
    """Of a `Vooruitblik`; None when it was laid on nothing."""
    correctie = blik.correctie
    if not correctie:
        return None
    wat = {"jaar": correctie.jaar, "cijfer": procent(correctie.gepubliceerd)}
    if correctie.regel is None:
        zin = _(
            "Over %(jaar)s publiceerde het CBS %(cijfer)s. Koers heeft over dat jaar zelf geen cijfer. Er is "
            "dus niets om naast te leggen, en geen correctie."
        )
        return Correctievel((zin % wat,), (), (), correctie.bron)
    zin = _(
        "Over %(jaar)s publiceerde het CBS %(cijfer)s. Koers komt voor dat jaar op %(koers)s. Het verschil, "
        "%(regel)s procentpunt, staat hieronder elk jaar op een eigen regel."
    )
    wat |= {"koers": procent(correctie.geteld), "regel": signed(correctie.regel)}
    koppen = [_("Met maatregelen") if blik.met else _("Zonder maatregelen"), _("Correctie"), _("Samen")]
    return Correctievel(
        (zin % wat, _other_count()),
        tuple(koppen),
        tuple(_line(koppen, correctie, jaar) for jaar in blik.met or blik.zonder),
        correctie.bron,
    )


def _other_count() -> str:
    return _(
        "Het CBS telt anders: %(cbs)s. Koers telt 0 tot en met 18 jaar en niveau 4 tot en met 8. Een deel "
        "van het verschil komt daarvan. Dat het elk jaar even groot blijft, is een aanname. De kans, de band "
        "en het geld op deze pagina zijn zonder de correctie gerekend."
    ) % {"cbs": WOORDEN[AANDEEL].teller}


def _line(koppen, correctie, jaar) -> Regel:
    verwacht, regel, samen = correctie.lay(jaar.aandeel)
    teksten = (procent(verwacht), signed(regel), procent(samen))
    return str(jaar.jaar), tuple((kop, tekst, "") for kop, tekst in zip(koppen, teksten, strict=True))


def signed(waarde: Decimal, decimalen: int = 1) -> str:
    """What is added says so."""
    return f"+{getal(waarde, decimalen)}" if waarde > 0 else getal(waarde, decimalen)
