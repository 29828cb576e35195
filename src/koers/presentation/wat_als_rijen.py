"""The queues of the capacity page under a scenario, as a table, with what of it is an assumption."""

from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from koers.presentation.capaciteit import weeks
from koers.presentation.opmaak import aandeel, getal
from koers.presentation.wat_als import Regel


@dataclass(frozen=True, slots=True)
class Rijenvel:
    """`zinnen`: how to read it, and what nobody counted."""

    zinnen: tuple[str, ...]
    koppen: tuple[str, ...]
    regels: tuple[Regel, ...]


def queue_sheet(blik) -> Rijenvel | None:
    """Of a `Vooruitblik`; None when no queue was asked."""
    beeld = blik.rijen
    if beeld is None:
        return None
    regels = tuple((str(een.jaar), _cells(een)) for een in beeld.jaren)
    return Rijenvel(_sentences(beeld), tuple(kop for kop, *_rest in regels[0][1]), regels)


def _cells(een) -> tuple[tuple[str, str, str], ...]:
    """Short heads: seven columns have to fit beside each other."""
    cellen = [(_("Tekort"), f"{een.tekort}%", "")]
    if een.poh is not None:
        cellen.append(_share(_("POH op tijd"), een.poh.binnen[0]))
    if een.regie is not None:
        cellen.append(_people(_("Regie op 3 wacht"), een.regie.rij[-1]))
    if een.lijst is not None:
        samen, voorrang, andere = een.lijst.binnen
        if voorrang and andere:
            cellen += [_share(_("Voorrang op tijd"), voorrang), _share(_("Anderen op tijd"), andere)]
        else:
            cellen.append(_share(_("Aanbieder op tijd"), samen))
        cellen.append(_people(_("Aanbieder wacht"), een.lijst.rij[-1]))
        cellen.append(_share(_("Gaat van de lijst"), een.lijst.vertrokken))
    return tuple(cellen)


def _share(kop: str, maat) -> tuple[str, str, str]:
    if maat is None:
        return kop, _("niemand"), ""
    return kop, aandeel(maat.midden, 0), _band(aandeel(maat.onder, 0), aandeel(maat.boven, 0))


def _people(kop: str, maat) -> tuple[str, str, str]:
    return kop, getal(round(maat.midden)), _band(getal(round(maat.onder)), getal(round(maat.boven)))


def _band(onder: str, boven: str) -> str:
    return "" if onder == boven else f"{onder} – {boven}"


def _sentences(beeld) -> tuple[str, ...]:
    eerste = beeld.jaren[0]
    zinnen = [
        _(
            "Elke rij zegt hoe een jaar loopt bij het tekort waarmee dat jaar eindigt, zoals op de pagina "
            "over wachten. Daarna verandert het tekort niet meer. Op tijd is binnen %(grens)s; wie wacht, "
            "wacht aan het eind van dat jaar."
        )
        % {"grens": weeks(beeld.regels.grens)}
    ]
    if beeld.erbij and eerste.poh is not None:
        zinnen.append(
            ngettext(
                "De POH Jeugd krijgt daarbij %(erbij)s lichte vraag per jaar extra, door de maatregel.",
                "De POH Jeugd krijgt daarbij %(erbij)s lichte vragen per jaar extra, door de maatregel.",
                beeld.erbij,
            )
            % {"erbij": getal(beeld.erbij)}
        )
    if eerste.poh is None:
        zinnen.append(_("Lichte vragen zijn hier nog niet geteld: de rij bij de POH Jeugd ontbreekt."))
    if eerste.regie is not None:
        zinnen.append(
            _("Regie op 3 heeft %(plaatsen)s plaatsen in de regio; hoeveel aanvragen er komen, vulde u in.")
            % {"plaatsen": getal(beeld.regels.plaatsen)}
        )
    if eerste.lijst is not None:
        zinnen.append(
            _("Aanmeldingen, plaatsen en voorrang van de aanbieder vulde u in: Koers telt die niet.")
        )
    return tuple(zinnen)
