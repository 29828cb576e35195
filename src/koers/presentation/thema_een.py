"""One theme in words, tables and pictures: beside a group by name, never in a row of best and worst."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from koers.domain.disclosed import CelStatus
from koers.domain.gelijkenis import Gelijkenis
from koers.domain.grootheden import GROOTHEDEN, Eenheid
from koers.presentation.beelden.stippen import Stip, Zwerm, stippen
from koers.presentation.beelden.verloop import Punt, verloop
from koers.presentation.beleid.delen import taal
from koers.presentation.beleid.themas import measure_words
from koers.presentation.gemeente import KENMERKWOORDEN, VER
from koers.presentation.grootheden import WOORDEN, period, show
from koers.presentation.leveringen import words
from koers.presentation.opmaak import datum, getal, procent
from koers.registers.klok import dag_van

PLEKKEN = {
    "onder": gettext_lazy("lager dan de meeste"),
    "in": gettext_lazy("zoals de meeste"),
    "boven": gettext_lazy("hoger dan de meeste"),
}
UNTOLD = {
    CelStatus.AFGESCHERMD: gettext_lazy("7 of minder"),
    CelStatus.INGEHOUDEN: gettext_lazy("niet te zeggen"),
}


@dataclass(frozen=True, slots=True)
class Cijfervel:
    """One figure: the municipality beside each of its group, its spread, its years."""

    id: str
    naam: str
    onder: str
    kernzin: str
    rijen: tuple[tuple[str, str, bool], ...]
    spreiding: tuple[tuple[str, str], ...]
    beeld: SafeString | None
    omvang: str
    trend: str
    jaren: tuple[tuple[str, str, str], ...]
    lijn: SafeString | None
    bron: str


@dataclass(frozen=True, slots=True)
class Partnervel:
    """One number of a partner over its periods."""

    naam: str
    rijen: tuple[tuple[str, str, str, str], ...]
    leeg: str


@dataclass(frozen=True, slots=True)
class Peervel:
    """A municipality of the group: how far apart, and per characteristic both values and the distance."""

    naam: str
    afstand: str
    kenmerken: tuple[tuple[str, str, str, str], ...]
    zonder: str


@dataclass(frozen=True, slots=True)
class Themavel:
    """The page of one theme."""

    id: str
    naam: str
    wat: str
    gemeente: str
    kernzin: str
    cijfers: tuple[Cijfervel, ...]
    partners: tuple[Partnervel, ...]
    peers: tuple[Peervel, ...]
    let_op: tuple[str, ...]
    gebruikt: str
    stemmen: tuple[tuple[str, str], ...]


def theme_sheet(blad, id: str) -> Themavel:
    """The page of the theme with this id. KeyError: there is none."""
    beeld = next((een for een in blad.themas if een.thema.id == id), None)
    if beeld is None:
        raise KeyError(id)
    groep = beeld.groep
    return Themavel(
        id,
        taal(beeld.thema.naam),
        taal(beeld.thema.wat),
        blad.gemeente.naam,
        _in_a_sentence(beeld, blad),
        tuple(_figure(een, blad) for een in beeld.cijfers),
        tuple(_partner(reeks) for reeks in beeld.partners),
        tuple(_peer(een, blad.namen) for een in _by_name(groep, blad.namen)) if groep else (),
        tuple(_warnings(groep, blad)),
        ", ".join(str(KENMERKWOORDEN[naam]) for naam in groep.kenmerken) if groep else "",
        tuple(
            (stem.partner, stem.reden)
            for stem in (blad.ronde.stemmen if blad.ronde else ())
            if id in stem.themas
        ),
    )


def value_words(grootheid: str, waarde: Decimal | None) -> str:
    """A published figure, or that it is not known."""
    return _("niet bekend") if waarde is None else show(grootheid, waarde)


def point_words(punt) -> str:
    """A told number of a partner, as a share where it has a whole."""
    if punt.deel is not None and punt.deel.waarde is not None:
        return _("ongeveer %(deel)s") % {"deel": procent(punt.deel.waarde, 0)}
    return count_words(punt)


def count_words(punt) -> str:
    """A told number of a partner, or why it is not told."""
    if punt.aantal.waarde is None:
        return str(UNTOLD[punt.aantal.status])
    tekst = getal(punt.aantal.waarde)
    rounded = punt.aantal.status is CelStatus.AFGEROND
    return _("ongeveer %(aantal)s") % {"aantal": tekst} if rounded else tekst


def beside_words(een) -> str:
    """Where the municipality stands in the middle half of its group."""
    c = een.cijfer
    if c.plek is None:
        return _("geen groep om mee te vergelijken")
    return _("%(plek)s: de helft heeft %(kwart)s tot %(driekwart)s") % {
        "plek": PLEKKEN[c.plek],
        "kwart": show(c.grootheid, c.kwart),
        "driekwart": show(c.grootheid, c.driekwart),
    }


def size_words(een) -> str:
    """About how many people."""
    if een.omvang is None:
        return _("de bron zegt niet over hoeveel")
    return ngettext("ongeveer %(aantal)s persoon", "ongeveer %(aantal)s personen", een.omvang) % {
        "aantal": getal(een.omvang)
    }


def trend_words(een) -> str:
    """How the own figure changed, as far as its years can be compared."""
    if een.trend.verandering is None:
        return _("één jaar, dus nog geen verloop")
    eerst, laatst = een.trend.punten[0], een.trend.punten[-1]
    return _("van %(was)s (%(eerst)s) naar %(nu)s (%(laatst)s)") % {
        "was": show(een.cijfer.grootheid, eerst.eigen),
        "eerst": eerst.jaar,
        "nu": show(een.cijfer.grootheid, laatst.eigen),
        "laatst": laatst.jaar,
    }


def _in_a_sentence(beeld, blad) -> str:
    for een in beeld.cijfers:
        c = een.cijfer
        if c.plek is None:
            continue
        return _("%(wat)s in %(naam)s, %(jaar)s: %(eigen)s. Dat is %(naast)s.") % {
            "wat": WOORDEN[c.grootheid].naam,
            "eigen": show(c.grootheid, c.eigen),
            "naam": blad.gemeente.naam,
            "jaar": c.jaar,
            "naast": beside_words(een),
        }
    if any(reeks.punten for reeks in beeld.partners):
        return _("Over dit thema zijn er alleen cijfers van partners in %(naam)s zelf.") % {
            "naam": blad.gemeente.naam
        }
    return _("Over dit thema zijn in %(naam)s nog geen cijfers binnen.") % {"naam": blad.gemeente.naam}


def _figure(een, blad) -> Cijfervel:
    c, naam = een.cijfer, str(WOORDEN[een.cijfer.grootheid].naam)
    rijen = [(blad.namen.get(code, code), show(c.grootheid, waarde), False) for code, waarde in c.groep]
    rijen += [(blad.namen.get(code, code), _("niet bekend"), False) for code in c.zonder]
    rijen.append((blad.gemeente.naam, value_words(c.grootheid, c.eigen), True))
    woorden = WOORDEN[c.grootheid]
    over = _("%(teller)s, van %(noemer)s") if woorden.noemer else "%(teller)s"
    return Cijfervel(
        c.grootheid,
        naam,
        over % {"teller": woorden.teller, "noemer": woorden.noemer},
        _apart(een),
        tuple(sorted(rijen)),
        tuple(_spread(c)),
        _dots(een, blad, naam),
        size_words(een),
        trend_words(een),
        tuple(
            (str(punt.jaar), value_words(c.grootheid, punt.eigen), value_words(c.grootheid, punt.midden))
            for punt in een.trend.punten
        ),
        _years(een, naam),
        _("%(bron)s; %(periode)s; vastgelegd op %(dag)s.")
        % {
            "bron": een.bron,
            "periode": period(c.grootheid, c.jaar),
            "dag": datum(dag_van(een.vastgelegd_at)),
        },
    )


def _apart(een) -> str:
    c = een.cijfer
    if c.verschil is None:
        return _("Er zijn te weinig cijfers om naast een groep te zetten.")
    woorden = {"verschil": _difference(c.grootheid, abs(c.verschil)), "midden": show(c.grootheid, c.midden)}
    if not c.verschil:
        return _("Gelijk aan de middelste van de groep (%(midden)s).") % woorden
    if c.verschil > 0:
        return _("%(verschil)s meer dan de middelste van de groep (%(midden)s).") % woorden
    return _("%(verschil)s minder dan de middelste van de groep (%(midden)s).") % woorden


def _difference(grootheid: str, verschil: Decimal) -> str:
    soort = GROOTHEDEN[grootheid]
    if soort.eenheid is Eenheid.PROCENT:
        return _("%(aantal)s procentpunt") % {"aantal": getal(verschil, soort.decimalen)}
    return show(grootheid, verschil)


def _spread(c) -> Iterator[tuple[str, str]]:
    if c.midden is None:
        return
    yield _("Laagste"), show(c.grootheid, c.laagste)
    yield _("Een kwart heeft hoogstens"), show(c.grootheid, c.kwart)
    yield _("De middelste"), show(c.grootheid, c.midden)
    yield _("Een kwart heeft minstens"), show(c.grootheid, c.driekwart)
    yield _("Hoogste"), show(c.grootheid, c.hoogste)


def _dots(een, blad, naam: str) -> SafeString | None:
    """The group by name with the municipality in it, above all municipalities."""
    c, alle = een.cijfer, [float(waarde) for waarde in blad.alle.get(een.cijfer.grootheid, ())]
    if not alle or not c.groep:
        return None
    rijen = [
        Stip(blad.namen.get(code, code), float(waarde), show(c.grootheid, waarde)) for code, waarde in c.groep
    ]
    if c.eigen is not None:
        rijen.append(Stip(blad.gemeente.naam, float(c.eigen), show(c.grootheid, c.eigen), zelf=True))
    laag, hoog = (show(c.grootheid, Decimal(str(grens))) for grens in (min(alle), max(alle)))
    return stippen(
        id=f"stip-{c.grootheid}",
        titel=_("%(wat)s, %(jaar)s") % {"wat": naam, "jaar": c.jaar},
        omschrijving=_("De gemeenten staan op naam. De streepjes onderaan zijn alle gemeenten van het land."),
        rijen=sorted(rijen, key=lambda rij: rij.naam),
        zwerm=Zwerm(_("alle gemeenten"), alle, laag, hoog),
    )


def _years(een, naam: str) -> SafeString | None:
    punten = [
        Punt(
            punt.jaar,
            None if punt.eigen is None else float(punt.eigen),
            value_words(een.cijfer.grootheid, punt.eigen),
            open=een.voorlopig and punt is een.trend.punten[-1],
        )
        for punt in een.trend.punten
    ]
    titel = _("%(wat)s, per jaar") % {"wat": naam}
    uitleg = _("De tabel ernaast geeft ook de middelste van de groep.")
    return verloop(id=f"jaren-{een.cijfer.grootheid}", titel=titel, omschrijving=uitleg, punten=punten)


def _partner(reeks) -> Partnervel:
    naam = measure_words(reeks.maat)
    if reeks.groep and not reeks.maat.groep:
        naam = f"{naam}, {words(reeks.groep)}"
    rijen = tuple(
        (
            punt.periode,
            count_words(punt),
            _("ongeveer %(deel)s van %(geheel)s")
            % {"deel": procent(punt.deel.waarde, 0), "geheel": words(reeks.maat.geheel)}
            if punt.deel is not None and punt.deel.waarde is not None
            else "–",
            datum(dag_van(punt.vastgelegd_at)),
        )
        for punt in reversed(reeks.punten)
    )
    return Partnervel(naam, rijen, "" if rijen else _("Nog niet geleverd."))


def _by_name(groep: Gelijkenis, namen: Mapping[str, str]):
    return sorted(groep.gelijken, key=lambda een: namen.get(een.code, een.code))


def _peer(een, namen: Mapping[str, str]) -> Peervel:
    return Peervel(
        namen.get(een.code, een.code),
        getal(een.afstand, 2),
        tuple(
            (
                str(KENMERKWOORDEN[v.kenmerk]),
                show(v.kenmerk, v.eigen),
                show(v.kenmerk, v.ander),
                _("%(stappen)s stap") % {"stappen": getal(abs(v.stappen), 2)},
            )
            for v in een.verschillen
        ),
        ", ".join(str(KENMERKWOORDEN[naam]) for naam in een.ontbreekt),
    )


def _warnings(groep: Gelijkenis | None, blad) -> Iterator[str]:
    if groep is None:
        return
    if not groep.gelijken:
        yield _("Van %(naam)s is te weinig bekend om gemeenten te vinden die erop lijken.") % {
            "naam": blad.gemeente.naam
        }
    elif min(een.afstand for een in groep.gelijken) > VER:
        yield _("Geen enkele gemeente lijkt sterk op %(naam)s. Wees voorzichtig met vergelijken.") % {
            "naam": blad.gemeente.naam
        }
    if groep.zonder:
        yield _("Niet meegeteld, want onbekend: %(wat)s.") % {
            "wat": ", ".join(str(KENMERKWOORDEN[naam]) for naam in groep.zonder)
        }
