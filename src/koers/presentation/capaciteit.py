"""Waiting in words, as tables and as a picture."""

import math
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from koers.presentation.beelden.bezetting import Punt, bezetting
from koers.presentation.beleid.delen import exact, exact_procent, taal
from koers.presentation.beleid.woorden import KENGETALEENHEDEN
from koers.presentation.opmaak import aandeel, datum, getal
from koers.presentation.wat_als import Regel

# On which days of the year the line is counted: `koers.simulation.prognose.capaciteit.PEILDAGEN`.
MOMENTEN = (
    gettext_lazy("Nu"),
    gettext_lazy("Na 3 maanden"),
    gettext_lazy("Na 6 maanden"),
    gettext_lazy("Na 9 maanden"),
    gettext_lazy("Na een jaar"),
)


@dataclass(frozen=True, slots=True)
class Rijvel:
    """A waiting list: what is said of it, and who waits when."""

    zinnen: tuple[str, ...]
    regels: tuple[Regel, ...]


@dataclass(frozen=True, slots=True)
class Aannameregel:
    """An assumed figure: its name, its range, and whose it is."""

    naam: str
    bereik: str
    anker: str


@dataclass(frozen=True, slots=True)
class Capaciteitsvel:
    """What the page shows; parts that were not asked are None."""

    kernzin: str
    geteld: str
    poh: Rijvel | None
    fteregels: tuple[Regel, ...]
    beeld: SafeString | None
    regie: Rijvel | None
    lijst: Rijvel | None
    aannamen: tuple[Aannameregel, ...]


def sheet(blad) -> Capaciteitsvel:
    """A `koers.actions.prognose.capaciteit.Capaciteitsblad` as text in the language of now."""
    doel = aandeel(blad.regels.doel, 0)
    return Capaciteitsvel(
        kernzin=poh_sentence(blad.poh, fte_of(blad), doel, weeks(blad.regels.grens))
        if blad.poh
        else _(
            "Vul in hoeveel lichte vragen u per jaar verwacht. Koers rekent dan uit hoe lang "
            "jeugdigen wachten."
        ),
        geteld=_counted(blad.geteld, blad.regels.grens),
        poh=_poh(blad) if blad.poh else None,
        fteregels=tuple(_fte_line(fte, maat) for fte, maat in blad.poh.lijn) if blad.poh else (),
        beeld=_picture(blad, doel) if blad.poh else None,
        regie=_list(blad.regie, blad) if blad.regie else None,
        lijst=_list(blad.lijst, blad) if blad.lijst else None,
        aannamen=tuple(
            Aannameregel(taal(getal_.naam), _range(getal_), aanname.id)
            for aanname in (blad.regels.poh, blad.regels.rij)
            for getal_ in aanname.getallen
        ),
    )


def fte_of(blad) -> float:
    """The fte that was reckoned with."""
    return blad.regels.fte if blad.vraag.fte is None else float(blad.vraag.fte)


def weeks(dagen: int) -> str:
    """A limit in words: "vier weken" for the one of the source."""
    if dagen == 28:
        return _("vier weken")
    return ngettext("%(dagen)s dag", "%(dagen)s dagen", dagen) % {"dagen": dagen}


def poh_sentence(poh, fte: float, doel: str, grens: str) -> str:
    """First of all: how many begin in time, and what is needed."""
    binnen = poh.stand.binnen[0]
    delen = [
        _("Met %(fte)s fte begint naar verwachting %(deel)s van de lichte vragen binnen %(grens)s%(band)s.")
        % {
            "fte": getal(fte, 1),
            "grens": grens,
            "deel": aandeel(binnen.midden, 0),
            "band": _band(binnen),
        }
    ]
    if poh.nodig is None:
        delen.append(
            _("Voor %(doel)s is meer nodig dan Koers kan zoeken: kijk naar de wachtlijst en het tekort.")
            % {"doel": doel}
        )
    else:
        delen.append(
            _("Voor %(doel)s is %(nodig)s fte nodig (tussen %(onder)s en %(boven)s).")
            % {
                "doel": doel,
                "nodig": getal(poh.nodig.midden, 1),
                "onder": getal(poh.nodig.onder, 1),
                "boven": getal(poh.nodig.boven, 1),
            }
        )
    return " ".join(delen)


def _band(maat) -> str:
    """The band behind a share; nothing when both ends read the same."""
    onder, boven = aandeel(maat.onder, 0), aandeel(maat.boven, 0)
    if onder == boven:
        return ""
    return _("; met 95%% kans tussen %(onder)s en %(boven)s") % {"onder": onder, "boven": boven}


def _poh(blad) -> Rijvel:
    poh = blad.poh
    zinnen = [
        _(
            "Gerekend met %(vragen)s vragen per jaar en %(wachtend)s die nu wachten. Dit aantal fte kan "
            "ongeveer %(kan)s jeugdigen per jaar helpen (tussen %(onder)s en %(boven)s)."
        )
        % {
            "vragen": getal(blad.vragen),
            "wachtend": getal(blad.wachtend),
            "kan": getal(round(poh.per_jaar.midden)),
            "onder": getal(round(poh.per_jaar.onder)),
            "boven": getal(round(poh.per_jaar.boven)),
        },
        *_waits(poh.stand),
    ]
    return Rijvel(tuple(zinnen), _moments(poh.stand))


def _list(stand, blad) -> Rijvel:
    grens = weeks(blad.regels.grens)
    samen, voorrang, andere = stand.binnen
    zinnen = [
        _("Binnen %(grens)s begint %(deel)s%(band)s.")
        % {"grens": grens, "deel": aandeel(samen.midden, 0), "band": _band(samen)}
        if samen
        else _("Er komt naar verwachting niemand."),
        *_waits(stand),
    ]
    if voorrang and andere:
        zinnen.append(
            _("Met voorrang begint %(voorrang)s binnen %(grens)s, zonder voorrang %(andere)s.")
            % {
                "grens": grens,
                "voorrang": aandeel(voorrang.midden, 0),
                "andere": aandeel(andere.midden, 0),
            }
        )
    if stand.vertrokken.boven > 0:
        zinnen.append(
            _("%(deel)s gaat van de lijst voordat er plaats is (tussen %(onder)s en %(boven)s).")
            % {
                "deel": aandeel(stand.vertrokken.midden, 0),
                "onder": aandeel(stand.vertrokken.onder, 0),
                "boven": aandeel(stand.vertrokken.boven, 0),
            }
        )
    return Rijvel(tuple(zinnen), _moments(stand))


def _waits(stand) -> list[str]:
    """How long, and whether the line grows."""
    zinnen = [
        _("De helft begint %(helft)s; negen van de tien %(negen)s.")
        % {"helft": _within(stand.helft), "negen": _within(stand.negen_op_tien)}
    ]
    if stand.druk > 1:
        zinnen.append(
            _(
                "Er komen meer vragen dan er plaats is (%(druk)s van wat kan): zonder meer plaats "
                "groeit de wachtlijst, of gaan mensen weg."
            )
            % {"druk": aandeel(stand.druk, 0)}
        )
    return zinnen


def _within(dagen: float) -> str:
    if math.isinf(dagen):
        return _("niet binnen een jaar")
    if dagen < 1:
        return _("meteen")
    if dagen < 14:
        heel = math.ceil(dagen)
        return ngettext("binnen %(heel)s dag", "binnen %(heel)s dagen", heel) % {"heel": getal(heel)}
    return _("binnen %(heel)s weken") % {"heel": getal(math.ceil(dagen / 7))}


def _moments(stand) -> tuple[Regel, ...]:
    kop = _("Wachten")

    def cell(m) -> tuple[str, str, str]:
        onder, boven = getal(round(m.onder)), getal(round(m.boven))
        return kop, getal(round(m.midden)), "" if onder == boven else f"{onder} – {boven}"

    return tuple((str(moment), (cell(m),)) for moment, m in zip(MOMENTEN, stand.rij, strict=True))


def _fte_line(fte: float, maat) -> Regel:
    onder, boven = aandeel(maat.onder, 0), aandeel(maat.boven, 0)
    band = "" if onder == boven else f"{onder} – {boven}"
    return getal(fte, 1), ((_("Begint op tijd"), aandeel(maat.midden, 0), band),)


def _counted(geteld, grens: int) -> str:
    if geteld is None:
        return _("Van deze gemeente zijn nog geen lichte vragen geteld. Vul zelf in hoeveel u er verwacht.")
    wat = {
        "tot": datum(geteld.tot),
        "vragen": getal(geteld.vragen),
        "wachtend": getal(geteld.wachtend),
        "grens": weeks(grens),
    }
    if geteld.binnen is None:
        return _("Geteld in het jaar tot %(tot)s: %(vragen)s lichte vragen; %(wachtend)s wachten nog.") % wat
    return _(
        "Geteld in het jaar tot %(tot)s: %(vragen)s lichte vragen, waarvan %(deel)s binnen %(grens)s begon; "
        "%(wachtend)s wachten nog."
    ) % {**wat, "deel": aandeel(geteld.binnen, 0)}


def _range(getal_) -> str:
    """ "900 – 1.100 – 1.250 uur", or one figure without a range."""

    def figure(waarde) -> str:
        return exact_procent(waarde) if getal_.eenheid == "procent" else exact(waarde)

    midden = str(KENGETALEENHEDEN[getal_.eenheid]) % {"getal": figure(getal_.waarschijnlijk)}
    if getal_.laag == getal_.hoog:
        return midden
    return _("%(midden)s (tussen %(laag)s en %(hoog)s)") % {
        "midden": midden,
        "laag": figure(getal_.laag),
        "hoog": figure(getal_.hoog),
    }


def _picture(blad, doel: str) -> SafeString:
    punten = [Punt(f, 100 * m.midden, 100 * m.onder, 100 * m.boven) for f, m in blad.poh.lijn]
    return bezetting(
        id="bezetting",
        titel=_("Lichte vragen die binnen %(grens)s beginnen, in procenten, bij zoveel fte")
        % {"grens": weeks(blad.regels.grens)},
        omschrijving=_(
            "De lijn is de verwachting, met een band van 95%. Het vierkant is het gekozen aantal fte."
        ),
        assen=(_("fte POH Jeugd"), _("procent op tijd")),
        punten=punten,
        gekozen=next((p for p in punten if abs(p.fte - fte_of(blad)) < 0.005), None),
        doel=(100 * blad.regels.doel, _("doel %(doel)s") % {"doel": doel}),
    )
