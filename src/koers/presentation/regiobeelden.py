"""The pictures of the state of the region: the map and the bars of one figure, with the same numbers as the
table."""

from decimal import ROUND_HALF_UP, Decimal
from itertools import pairwise

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from koers.actions.monitor.regio import GebiedRegel, RegioOverzicht
from koers.domain.grootheden import GROOTHEDEN
from koers.presentation.beelden.staven import Staaf, Streep, staven
from koers.presentation.beelden.tegelkaart import LIGGING, STAPPEN, Tegel, tegelkaart
from koers.presentation.grootheden import WOORDEN, show
from koers.presentation.regio import AdresVan, Keuzes, cell, chosen, comparable, middle, under


def finding(overzicht: RegioOverzicht, grootheid: str) -> str:
    """What the figure tells in one line: how the municipalities differ."""
    naam = str(WOORDEN[grootheid].naam)
    spreiding = overzicht.regio.spreiding.get(grootheid)
    if spreiding is None:
        return naam
    return _("%(naam)s: per gemeente van %(laagste)s tot %(hoogste)s") % {
        "naam": naam,
        "laagste": show(grootheid, spreiding.laagste),
        "hoogste": show(grootheid, spreiding.hoogste),
    }


def bars(overzicht: RegioOverzicht, keuzes: Keuzes, adres_van: AdresVan) -> SafeString:
    """The chosen figure of the chosen municipalities, in the order of the table."""
    grootheid = keuzes.cijfer
    rijen = [_bar(regel, grootheid, adres_van(regel.code)) for regel in chosen(overzicht, keuzes)]
    return staven(
        id="staven",
        titel=finding(overzicht, grootheid),
        omschrijving=_("Liggende staven vanaf nul: %(wat)s. De tabel geeft dezelfde getallen.")
        % {"wat": _what(overzicht, grootheid)},
        rijen=rijen,
        strepen=_lines(overzicht, grootheid),
    )


def _bar(regel: GebiedRegel, grootheid: str, adres: str) -> Staaf:
    cijfer = regel.cijfers[grootheid]
    waarde = None if cijfer.waarde is None else float(cijfer.waarde)
    return Staaf(regel.naam, waarde, cell(grootheid, cijfer).woorden, adres)


def _what(overzicht: RegioOverzicht, grootheid: str) -> str:
    return f"{WOORDEN[grootheid].naam} ({under(grootheid, overzicht.jaren[grootheid])})"


def _lines(overzicht: RegioOverzicht, grootheid: str) -> list[Streep]:
    """The country: its own figure where there is one, else its municipality in the middle; never a sum."""
    if not comparable(grootheid):
        return []
    land = overzicht.nederland.cijfers[grootheid]
    if land.waarde is not None:
        woorden = _("Nederland: %(waarde)s") % {"waarde": show(grootheid, land.waarde)}
        return [Streep(float(land.waarde), woorden)]
    midden = middle(overzicht, grootheid)
    if midden is None:
        return []
    woorden = _("middelste gemeente van Nederland: %(waarde)s") % {"waarde": show(grootheid, midden.mediaan)}
    return [Streep(float(midden.mediaan), woorden)]


def tile_map(overzicht: RegioOverzicht, keuzes: Keuzes, adres_van: AdresVan) -> SafeString | None:
    """The map of the chosen figure; None where the region is not the one that our map is of."""
    if {regel.code for regel in overzicht.gemeenten} != set(LIGGING):
        return None
    grootheid = keuzes.cijfer
    grenzen = steps(overzicht, grootheid)
    return tegelkaart(
        id="kaart",
        titel=finding(overzicht, grootheid),
        omschrijving=_(
            "Kaart van de twaalf gemeenten als zeshoeken: %(wat)s. Vier stappen van laag naar hoog. "
            "De tabel geeft dezelfde getallen."
        )
        % {"wat": _what(overzicht, grootheid)},
        tegels=[_tile(regel, grootheid, grenzen, keuzes, adres_van) for regel in overzicht.gemeenten],
        stappen=step_words(grootheid, grenzen),
        inkoopregios={regio.code: regio.naam for regio in overzicht.inkoopregios},
    )


def _tile(
    regel: GebiedRegel, grootheid: str, grenzen: list[Decimal], keuzes: Keuzes, adres_van: AdresVan
) -> Tegel:
    cijfer = regel.cijfers[grootheid]
    return Tegel(
        regel.code,
        regel.naam,
        cell(grootheid, cijfer).woorden,
        0 if cijfer.waarde is None else step_of(cijfer.waarde, grenzen),
        adres_van(regel.code),
        regel.inkoopregio,
        gedempt=keuzes.inkoopregio not in ("", regel.inkoopregio),
    )


def steps(overzicht: RegioOverzicht, grootheid: str) -> list[Decimal]:
    """The edges of four equally wide steps from the lowest to the highest figure, as they are printed.

    Equally wide, so that what is close together looks alike. One edge when all are the same.
    """
    gevonden = [regel.cijfers[grootheid].waarde for regel in overzicht.gemeenten]
    waarden = [waarde for waarde in gevonden if waarde is not None]
    if not waarden:
        return []
    laag, hoog = min(waarden), max(waarden)
    eenheid = Decimal(1).scaleb(-GROOTHEDEN[grootheid].decimalen)
    grenzen = [laag + (hoog - laag) * stap / STAPPEN for stap in range(STAPPEN + 1)]
    gerond = [grens.quantize(eenheid, rounding=ROUND_HALF_UP) for grens in grenzen]
    return gerond if len(set(gerond)) == len(gerond) else [laag]


def step_of(waarde: Decimal, grenzen: list[Decimal]) -> int:
    """In which step a figure falls: 1 to 4. An edge belongs to the step above it, the last one to the top."""
    return max(1, sum(waarde >= grens for grens in grenzen[:-1]))


def step_words(grootheid: str, grenzen: list[Decimal]) -> list[str]:
    """The steps in words, from light to dark."""
    if len(grenzen) < 2:
        return [show(grootheid, grens) for grens in grenzen]
    woorden = [
        _("%(van)s tot %(tot)s") % {"van": show(grootheid, van), "tot": show(grootheid, tot)}
        for van, tot in pairwise(grenzen[:-1])
    ]
    laatste = {"van": show(grootheid, grenzen[-2]), "tot": show(grootheid, grenzen[-1])}
    return [*woorden, _("%(van)s t/m %(tot)s") % laatste]
