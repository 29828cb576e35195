"""One municipality as people read it: its own figures beside larger areas, its peers, its borders, and what
figures replaced which.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from koers.actions.monitor.cijfers import Cijfer
from koers.actions.monitor.gemeente import GemeenteBlad, Lidmaatschap, Overgang
from koers.actions.monitor.regio import GebiedRegel, RegioOverzicht, Vergelijking
from koers.domain.gelijkenis import KENMERKEN, Gelijke, Gelijkenis, nearest
from koers.domain.grootheden import GROOTHEDEN, Bron, Eenheid
from koers.presentation.beelden.stippen import Stip, Zwerm, stippen
from koers.presentation.grootheden import REDENEN, WOORDEN, show
from koers.presentation.opmaak import datum, getal, tijdstip
from koers.presentation.regio import JEUGDZORG, AdresVan, Cel, area_name, cell, middle, middle_cell, under

# Closer than this is hardly a difference; the nearest farther than VER is not really alike.
BIJNA = 0.5
VER = 1.0
# The characteristics that municipalities are compared by, in a word that goes on in a sentence.
KENMERKWOORDEN = {
    "inwoners": gettext_lazy("aantal inwoners"),
    "aandeel_0_14": gettext_lazy("kinderen tot 15 jaar"),
    "aandeel_15_24": gettext_lazy("jongeren van 15 tot 25"),
    "gemiddeld_inkomen": gettext_lazy("inkomen"),
    "bijstand_per_1000": gettext_lazy("bijstand"),
    "stedelijkheid": gettext_lazy("stedelijkheid"),
}
SOORTEN = {
    "provincie": gettext_lazy("Provincie"),
    "jeugdregio": gettext_lazy("Jeugdregio"),
    "inkoopregio": gettext_lazy("Inkoopregio"),
    "land": gettext_lazy("Land"),
}


@dataclass(frozen=True, slots=True)
class Regel:
    """One quantity: the municipality's own figure and those that stand beside it."""

    kop: str
    onder: str
    cellen: tuple[Cel, ...]
    bron: str


@dataclass(frozen=True, slots=True)
class Peer:
    """A municipality that is alike: in what, and in what not."""

    code: str
    naam: str
    adres: str
    waarde: Cel
    inwoners: str
    gelijk: str
    anders: str


@dataclass(frozen=True, slots=True)
class Maat:
    """How one characteristic was compared: what one step is."""

    kop: str
    stap: str


@dataclass(frozen=True, slots=True)
class Peers:
    """The section of peers. `waarom_niet`: why there are none. `let_op`: what weakens the comparison."""

    jaar: int
    rijen: tuple[Peer, ...]
    beeld: SafeString | None
    titel: str
    maten: tuple[Maat, ...]
    let_op: tuple[str, ...]
    waarom_niet: str = ""


@dataclass(frozen=True, slots=True)
class Vastgelegd:
    """A figure as taken in; `vervangen`: a later one took its place."""

    kop: str
    jaar: int
    waarde: str
    wanneer: str
    bron: str
    vervangen: bool


@dataclass(frozen=True, slots=True)
class Gemeentepagina:
    """The whole page."""

    kernzin: str
    koppen: tuple[str, ...]
    regels: tuple[Regel, ...]
    peers: Peers
    grenzen: tuple[tuple[str, str], ...]
    geschiedenis: tuple[Vastgelegd, ...]


def page(
    blad: GemeenteBlad, overzicht: RegioOverzicht | None, vergelijking: Vergelijking, adres_van: AdresVan
) -> Gemeentepagina:
    """The page of one municipality; `overzicht` None: this installation has no region of its own."""
    gelijken = _alike(blad.code, vergelijking)
    naast = _beside(blad, overzicht)
    return Gemeentepagina(
        kernzin=_lead(blad, vergelijking, gelijken),
        koppen=(blad.naam, *(area_name(een) for een in naast), *_middle_head(overzicht)),
        regels=tuple(_lines(blad, naast, overzicht)),
        peers=_peers(blad, vergelijking, gelijken, adres_van),
        grenzen=tuple(_borders(blad)),
        geschiedenis=tuple(_history(blad)),
    )


# --- figures beside each other ----------------------------------------------------------------------


def _beside(blad: GemeenteBlad, overzicht: RegioOverzicht | None) -> list[GebiedRegel]:
    """The areas that the municipality is part of, as far as their figures are known; always the country."""
    if overzicht is None:
        return []
    eigen = next((een for een in overzicht.gemeenten if een.code == blad.code), None)
    if eigen is None:
        return [overzicht.nederland]
    inkoop = [een for een in overzicht.inkoopregios if een.code == eigen.inkoopregio]
    return [*inkoop, overzicht.regio, overzicht.nederland]


def _middle_head(overzicht: RegioOverzicht | None) -> list[str]:
    if overzicht is None:
        return []
    middens = [middle(overzicht, grootheid) for grootheid in overzicht.grootheden]
    aantal = max((midden.aantal for midden in middens if midden is not None), default=0)
    return [_("Middelste van %(aantal)s") % {"aantal": aantal}] if aantal else []


def _lines(
    blad: GemeenteBlad, naast: Sequence[GebiedRegel], overzicht: RegioOverzicht | None
) -> Iterator[Regel]:
    """The newest figure of each quantity; beside it only figures of the same year."""
    for reeks in blad.reeksen:
        cijfer = reeks.jaren[-1].cijfer
        if cijfer.waarde is None and GROOTHEDEN[reeks.grootheid].bron is Bron.REGIO:
            continue  # the region's own document speaks of few areas; that says nothing of this one
        cellen = [_labelled(cell(reeks.grootheid, cijfer), blad.naam)]
        cellen += [_labelled(_same_year(een, cijfer), area_name(een)) for een in naast]
        cellen += [_labelled(_middle_of(overzicht, cijfer), kop) for kop in _middle_head(overzicht)]
        yield Regel(
            str(WOORDEN[reeks.grootheid].naam),
            under(reeks.grootheid, cijfer.jaar),
            tuple(cellen),
            cijfer.bron,
        )


def _same_year(gebied: GebiedRegel, eigen: Cijfer) -> Cel:
    cijfer = gebied.cijfers.get(eigen.grootheid)
    if cijfer is None or cijfer.jaar != eigen.jaar:
        return Cel("", "–", stil=True)
    return cell(cijfer.grootheid, cijfer)


def _middle_of(overzicht: RegioOverzicht | None, eigen: Cijfer) -> Cel:
    if overzicht is None or overzicht.jaren.get(eigen.grootheid) != eigen.jaar:
        return Cel("", "–", stil=True)
    return middle_cell(eigen.grootheid, middle(overzicht, eigen.grootheid))


def _labelled(cel: Cel, label: str) -> Cel:
    """On a phone each cell says whose figure it is."""
    return Cel(label, cel.woorden, cel.stil, cel.uitleg)


# --- peers ------------------------------------------------------------------------------------------


def _alike(code: str, vergelijking: Vergelijking) -> Gelijkenis | None:
    if code not in vergelijking.codes:
        return None
    return nearest(code, vergelijking.codes, vergelijking.kolommen)


def _lead(blad: GemeenteBlad, vergelijking: Vergelijking, gelijken: Gelijkenis | None) -> str:
    """The own figure, and the range of the peers."""
    eigen = _value(blad.code, vergelijking)
    woorden = {"naam": blad.naam, "jaar": vergelijking.jaar}
    if eigen is None:
        return _("Van %(naam)s is geen cijfer bekend over jeugdzorg in natura.") % woorden
    woorden["waarde"] = show(JEUGDZORG, eigen)
    zin = _("In %(naam)s kreeg %(waarde)s van de personen tot 23 jaar jeugdzorg in natura (%(jaar)s).")
    zin %= woorden
    anderen = [
        waarde
        for peer in (gelijken.gelijken if gelijken else ())
        if (waarde := _value(peer.code, vergelijking)) is not None
    ]
    if len(anderen) < 2:
        return zin
    return f"{zin} " + _(
        "In de %(aantal)s gemeenten die er het meest op lijken was dat %(laagste)s tot %(hoogste)s."
    ) % {
        "aantal": getal(len(anderen)),
        "laagste": show(JEUGDZORG, min(anderen)),
        "hoogste": show(JEUGDZORG, max(anderen)),
    }


def _value(code: str, vergelijking: Vergelijking, grootheid: str = JEUGDZORG) -> Decimal | None:
    if code not in vergelijking.codes:
        return None
    return vergelijking.kolommen[grootheid][vergelijking.codes.index(code)]


def _peers(
    blad: GemeenteBlad, vergelijking: Vergelijking, gelijken: Gelijkenis | None, adres_van: AdresVan
) -> Peers:
    jaar = vergelijking.jaar or 0
    if gelijken is None:
        zin = _("Van %(naam)s zijn over %(jaar)s geen cijfers bekend, dus er is niets om op te vergelijken.")
        return Peers(jaar, (), None, "", (), (), zin % {"naam": blad.naam, "jaar": jaar})
    if not gelijken.gelijken:
        zin = _(
            "Van %(naam)s zijn over %(jaar)s te weinig cijfers bekend om gemeenten te vinden die erop lijken."
        )
        return Peers(jaar, (), None, "", (), (), zin % {"naam": blad.naam, "jaar": jaar})
    rijen = tuple(_peer(een, vergelijking, adres_van) for een in gelijken.gelijken)
    titel = _("%(naam)s naast de %(aantal)s gemeenten die er het meest op lijken") % {
        "naam": blad.naam,
        "aantal": len(rijen),
    }
    return Peers(
        jaar,
        rijen,
        _strip(blad, vergelijking, rijen, titel),
        titel,
        tuple(_measures(gelijken)),
        tuple(_warnings(blad, gelijken)),
    )


def _peer(peer: Gelijke, vergelijking: Vergelijking, adres_van: AdresVan) -> Peer:
    naam = vergelijking.namen[vergelijking.codes.index(peer.code)]
    inwoners = _value(peer.code, vergelijking, "inwoners")
    gelijk = [_short(een.kenmerk) for een in peer.verschillen if abs(een.stappen) < BIJNA]
    anders = sorted(
        (een for een in peer.verschillen if abs(een.stappen) >= BIJNA), key=lambda een: -abs(een.stappen)
    )
    verschillen = [
        _("%(wat)s %(daar)s (hier %(hier)s)")
        % {
            "wat": _short(een.kenmerk),
            "daar": show(een.kenmerk, een.ander),
            "hier": show(een.kenmerk, een.eigen),
        }
        for een in anders
    ]
    if peer.ontbreekt:
        niet = _("niet bekend: %(wat)s") % {"wat": ", ".join(_short(naam) for naam in peer.ontbreekt)}
        verschillen.append(niet)
    return Peer(
        peer.code,
        naam,
        adres_van(peer.code),
        _figure_cell(peer.code, vergelijking),
        "" if inwoners is None else getal(inwoners),
        ", ".join(gelijk) or _("niets bijna gelijk"),
        "; ".join(verschillen) or _("geen groot verschil"),
    )


def _short(kenmerk: str) -> str:
    return str(KENMERKWOORDEN[kenmerk])


def _figure_cell(code: str, vergelijking: Vergelijking) -> Cel:
    waarde = _value(code, vergelijking)
    label = str(WOORDEN[JEUGDZORG].kort)
    if waarde is None:
        return Cel(label, str(REDENEN["ontbreekt"]), stil=True)
    return Cel(label, show(JEUGDZORG, waarde))


def _strip(
    blad: GemeenteBlad, vergelijking: Vergelijking, rijen: Sequence[Peer], titel: str
) -> SafeString | None:
    alle = sorted(float(waarde) for waarde in vergelijking.kolommen[JEUGDZORG] if waarde is not None)
    if not alle:
        return None
    eigen = _figure_cell(blad.code, vergelijking)
    stippen_ = [Stip(blad.naam, _float(blad.code, vergelijking), eigen.woorden, zelf=True)]
    stippen_ += [
        Stip(rij.naam, _float(rij.code, vergelijking), rij.waarde.woorden, rij.adres) for rij in rijen
    ]
    return stippen(
        id="gelijken",
        titel=titel,
        omschrijving=_(
            "Per gemeente een stip: %(wat)s. Onderaan alle gemeenten van Nederland. "
            "De tabel geeft dezelfde getallen."
        )
        % {"wat": f"{WOORDEN[JEUGDZORG].naam} ({under(JEUGDZORG, vergelijking.jaar or 0)})"},
        rijen=stippen_,
        zwerm=Zwerm(
            _("alle %(aantal)s gemeenten") % {"aantal": len(alle)},
            alle,
            show(JEUGDZORG, Decimal(str(alle[0]))),
            show(JEUGDZORG, Decimal(str(alle[-1]))),
        ),
    )


def _float(code: str, vergelijking: Vergelijking) -> float | None:
    waarde = _value(code, vergelijking)
    return None if waarde is None else float(waarde)


def _measures(gelijken: Gelijkenis) -> Iterator[Maat]:
    """What one step is of each characteristic, in its own unit."""
    verhouding = {kenmerk.naam for kenmerk in KENMERKEN if kenmerk.verhouding}
    for naam, stap in gelijken.stappen.items():
        yield Maat(str(WOORDEN[naam].naam), _step_words(naam, stap, verhouding=naam in verhouding))


def _step_words(naam: str, stap: float, *, verhouding: bool) -> str:
    if verhouding:
        return _("%(keer)s keer zo veel of zo weinig") % {"keer": getal(10**stap, 1)}
    eenheid = GROOTHEDEN[naam].eenheid
    if eenheid is Eenheid.PROCENT:
        return _("%(punten)s procentpunt") % {"punten": getal(stap, 1)}
    if eenheid is Eenheid.DUIZEND_EURO:
        return show(naam, Decimal(str(round(stap, 1))))
    return getal(stap, 1)


def _warnings(blad: GemeenteBlad, gelijken: Gelijkenis) -> Iterator[str]:
    if gelijken.gelijken[0].afstand > VER:
        yield _("Geen enkele gemeente lijkt sterk op %(naam)s. Wees voorzichtig met vergelijken.") % {
            "naam": blad.naam
        }
    if gelijken.zonder:
        yield _("Niet meegeteld, want onbekend: %(wat)s.") % {
            "wat": ", ".join(_short(naam) for naam in gelijken.zonder)
        }


# --- borders and history ----------------------------------------------------------------------------


def exists(blad: GemeenteBlad, today: date) -> bool:
    """Whether the municipality still exists on this day."""
    return blad.tot_jaar is None or today < date(blad.tot_jaar, 1, 1)


def _borders(blad: GemeenteBlad) -> Iterator[tuple[str, str]]:
    for deel in sorted(blad.hoort_bij, key=lambda deel: (list(SOORTEN).index(deel.soort), -deel.vanaf_jaar)):
        yield str(SOORTEN[deel.soort]), f"{deel.naam or deel.code} ({_years(deel)})"


def _years(deel: Lidmaatschap) -> str:
    if deel.tot_jaar is None:
        return _("volgens de lijst van %(jaar)s") % {"jaar": deel.vanaf_jaar}
    return _("van %(vanaf)s tot %(tot)s") % {"vanaf": deel.vanaf_jaar, "tot": deel.tot_jaar}


def _history(blad: GemeenteBlad) -> Iterator[Vastgelegd]:
    """Every figure that was ever taken in, newest year first; what was replaced stays to be seen."""
    regels: list[Vastgelegd] = []
    for reeks in blad.reeksen:
        kop = str(WOORDEN[reeks.grootheid].naam)
        for jaar in reversed(reeks.jaren):
            nu = jaar.cijfer
            wanneer = tijdstip(jaar.vastgelegd_at) if jaar.vastgelegd_at else _("zelf uitgerekend")
            regels.append(Vastgelegd(kop, nu.jaar, cell(nu.grootheid, nu).woorden, wanneer, nu.bron, False))
            regels += [
                Vastgelegd(
                    kop,
                    nu.jaar,
                    str(REDENEN[oud.reden]) if oud.waarde is None else show(nu.grootheid, oud.waarde),
                    tijdstip(oud.vastgelegd_at),
                    oud.bron,
                    True,
                )
                for oud in jaar.eerder
            ]
    return iter(sorted(regels, key=lambda regel: -regel.jaar))


def transitions(overgangen: Sequence[Overgang], adres_van: AdresVan) -> list[tuple[str, str, str]]:
    """The municipalities of a change of borders: page, name, and the day in words."""
    return [(adres_van(een.code), een.naam, datum(een.datum)) for een in overgangen]


def replaced(pagina: Gemeentepagina) -> str:
    """How many figures were replaced, in a sentence."""
    aantal = sum(regel.vervangen for regel in pagina.geschiedenis)
    if not aantal:
        return _("Geen van deze cijfers is later vervangen.")
    return ngettext(
        "%(aantal)s cijfer is later vervangen; het oude staat er nog bij.",
        "%(aantal)s cijfers zijn later vervangen; de oude staan er nog bij.",
        aantal,
    ) % {"aantal": aantal}
