"""What fewer refusals by providers do, in words and as a table."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from koers.presentation.opmaak import getal
from koers.presentation.wat_als import Regel


@dataclass(frozen=True, slots=True)
class Weigervel:
    """No `regels`: nobody was refused."""

    zinnen: tuple[str, ...]
    koppen: tuple[str, ...]
    regels: tuple[Regel, ...]


def refusal_sheet(blik) -> Weigervel | None:
    """Of a `Vooruitblik`; None when acceptance was not asked."""
    beeld = blik.weigeringen
    if beeld is None:
        return None
    if not beeld.geweigerd:
        leeg = _(
            "In het laatste jaar is hier niets geweigerd: dan valt er met deze maatregel niets te winnen."
        )
        return Weigervel((leeg,), (), ())
    regels = tuple((str(jaar), _cells(een)) for jaar, een in beeld.jaren)
    return Weigervel(_sentences(beeld), tuple(kop for kop, *_rest in regels[0][1]), regels)


def _sentences(beeld) -> tuple[str, ...]:
    zinnen = [
        _(
            "In het laatste jaar weigerde een aanbieder %(geweigerd)s van de %(toewijzingen)s toewijzingen, "
            "waarvan %(buiten)s buiten de gronden die mogen. Alleen op die werkt de maatregel."
        )
        % {
            "geweigerd": getal(beeld.geweigerd),
            "toewijzingen": getal(beeld.toewijzingen),
            "buiten": getal(beeld.buiten),
        }
    ]
    if beeld.afgerond:
        zinnen.append(
            _("Van %(afgerond)s afgeronde weigeringen ging het bij %(elders)s naar een andere aanbieder.")
            % {"afgerond": getal(beeld.afgerond), "elders": getal(beeld.elders)}
        )
    zinnen.append(
        _(
            "Hoe lang iemand na een weigering wacht, is een aanname. Een weigering verandert niet wie hulp "
            "nodig heeft: de kans op het doel en het geld veranderen hier niet van."
        )
    )
    return tuple(zinnen)


def _cells(een) -> tuple[tuple[str, str, str], ...]:
    return (
        _cell(_("Weigeringen zonder maatregel"), een.zonder, 1),
        _cell(_("Weigeringen met maatregel"), een.met, 1),
        _cell(_("Weken wachten die wegvallen"), een.dagen, 7),
    )


def _cell(kop: str, maat, deler: int) -> tuple[str, str, str]:
    midden, onder, boven = (getal(round(w / deler)) for w in (maat.midden, maat.onder, maat.boven))
    return kop, midden, "" if onder == boven else f"{onder} – {boven}"
