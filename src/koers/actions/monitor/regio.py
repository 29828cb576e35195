"""The state of the region: its municipalities, its inkoopregio's, the region and the country side by side.

Figures keep the borders of their own year. Nothing here is about persons, so reading leaves no log row.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from types import MappingProxyType

from koers.actions.monitor.cijfers import Cijfer, Spreiding, combine, published, spread, with_derived
from koers.actions.monitor.gebieden import NEDERLAND, own_region
from koers.authorization.poort import require
from koers.domain.actor import Actor
from koers.domain.grootheden import AFLEIDINGEN
from koers.registers.monitor.models import Cijferstempel, Gebied, GebiedDeel, GebiedSoort, Waarneming

# What the page and the command show beside each other, in this order.
GETOOND = (
    "jeugdzorg_in_natura",
    "jeugd_0_18",
    "inwoners",
    "aandeel_0_14",
    "aandeel_15_24",
    "verdeelsleutel",
    "bijstand_per_1000",
    "gemiddeld_inkomen",
    "stedelijkheid",
    "jeugdzorg_volgens_regio",
)
# By which municipalities are alike: size, ages, income, urban or not. Not by the figure compared.
VERGELIJKBAAR = (
    "inwoners",
    "aandeel_0_14",
    "aandeel_15_24",
    "bijstand_per_1000",
    "gemiddeld_inkomen",
    "stedelijkheid",
)


@dataclass(frozen=True, slots=True)
class GebiedRegel:
    """One area with its figures, by quantity. `spreiding`: how its municipalities differ (not of a gemeente).

    Every shown quantity is a key of `cijfers`; without number the Cijfer says why.
    """

    code: str
    naam: str
    soort: str
    inkoopregio: str
    cijfers: Mapping[str, Cijfer]
    spreiding: Mapping[str, Spreiding]


@dataclass(frozen=True, slots=True)
class RegioOverzicht:
    """The region and what stands beside it. `jaren`: of each shown quantity, the year of all its figures.

    Municipalities stand in the order of the alphabet: compared, never ranked. `inkoopregios` gives the
    names by id. `beschikbare_jaren`: what may be asked for. Empty `gemeenten`: nothing was taken in yet.
    """

    jaar: int | None
    beschikbare_jaren: tuple[int, ...]
    jaren: Mapping[str, int]
    gemeenten: tuple[GebiedRegel, ...]
    inkoopregios: tuple[GebiedRegel, ...]
    regio: GebiedRegel
    nederland: GebiedRegel

    @property
    def grootheden(self) -> tuple[str, ...]:
        """The quantities of which a municipality has a figure, in the order to show them."""
        return tuple(
            grootheid
            for grootheid in self.jaren
            if any(regel.cijfers[grootheid].waarde is not None for regel in self.gemeenten)
        )


def read_regio(*, by: Actor | None, jaar: int | None = None) -> RegioOverzicht:
    """The own region with the newest figures up to and including `jaar` (default: the newest there are).

    Of each quantity all areas have the same year. Refused: geen_eigen_regio.
    """
    require(by, "read_regio")
    regio = own_region()
    bij = _inkoopregio_of(list(regio.inkoopregios))
    jaren = _years_of({*bij, regio.code})
    beschikbaar = {een for gevonden in _years_of(set(bij)).values() for een in gevonden}
    gekozen = _newest(jaren, jaar)
    beeld = _Beeld(gekozen)
    gemeenten = tuple(
        sorted((beeld.gemeente(code, inkoop) for code, inkoop in bij.items()), key=lambda regel: regel.naam)
    )
    return RegioOverzicht(
        jaar=max(gekozen.values(), default=None),
        beschikbare_jaren=tuple(sorted(beschikbaar)),
        jaren=gekozen,
        gemeenten=gemeenten,
        inkoopregios=tuple(
            beeld.whole(code, naam, GebiedSoort.INKOOPREGIO, [een for een in bij if bij[een] == code])
            for code, naam in regio.inkoopregios.items()
        ),
        regio=beeld.whole(regio.code, regio.naam, GebiedSoort.JEUGDREGIO, list(bij)),
        nederland=beeld.whole(NEDERLAND, "Nederland", GebiedSoort.LAND, None),
    )


def areas_known() -> bool:
    """Whether a list of municipalities was taken in."""
    return Gebied.objects.filter(soort=GebiedSoort.GEMEENTE).exists()


def _inkoopregio_of(ids: list[str]) -> dict[str, str]:
    """Of each municipality that belongs, or last belonged, to one of these: which."""
    delen = GebiedDeel.objects.filter(
        soort=GebiedSoort.INKOOPREGIO, geheel_code__in=ids, tot_jaar__isnull=True
    )
    return dict(delen.values_list("deel_code", "geheel_code"))


def _years_of(codes: set[str]) -> dict[str, set[int]]:
    """Of each quantity, the years in which one of these areas has a row, or in which it follows from rows."""
    jaren: dict[str, set[int]] = {}
    rijen = Waarneming.objects.geldend().filter(gebied_code__in=codes)
    for grootheid, jaar in rijen.values_list("grootheid", "jaar").distinct():
        jaren.setdefault(grootheid, set()).add(jaar)
    for grootheid, regel in AFLEIDINGEN.items():
        if volgt := jaren.get(regel.teller, set()) & jaren.get(regel.noemer, set()):
            jaren.setdefault(grootheid, set()).update(volgt)
    return {grootheid: jaren[grootheid] for grootheid in GETOOND if grootheid in jaren}


def _newest(jaren: dict[str, set[int]], tot_en_met: int | None) -> dict[str, int]:
    found = {}
    for grootheid, gevonden in jaren.items():
        passend = [jaar for jaar in gevonden if tot_en_met is None or jaar <= tot_en_met]
        if passend:
            found[grootheid] = max(passend)
    return found


class _Beeld:
    """The figures of all areas for the chosen years, fetched once."""

    def __init__(self, jaren: Mapping[str, int]) -> None:
        self.jaren = jaren
        self.cijfers = {jaar: figures_of(jaar) for jaar in set(jaren.values())}
        self.gebieden = list(
            Gebied.objects.filter(soort=GebiedSoort.GEMEENTE).values_list(
                "code", "naam", "vanaf_jaar", "tot_jaar"
            )
        )
        self.namen = {code: naam for code, naam, _, _ in self.gebieden}

    def gemeente(self, code: str, inkoopregio: str) -> GebiedRegel:
        """The row of a municipality; what no file held is `ontbreekt`."""
        alle = {
            grootheid: self._of(code, grootheid) or Cijfer(grootheid, jaar, None, reden="ontbreekt")
            for grootheid, jaar in self.jaren.items()
        }
        naam = self.namen.get(code) or code
        return GebiedRegel(code, naam, GebiedSoort.GEMEENTE.value, inkoopregio, alle, {})

    def whole(self, code: str, naam: str, soort: GebiedSoort, delen: list[str] | None) -> GebiedRegel:
        """The row of an area of several municipalities (None: of the whole country)."""
        cijfers, spreiding = {}, {}
        for grootheid, jaar in self.jaren.items():
            codes = [een for een in self._there_in(jaar) if delen is None or een in delen]
            van_delen = [self.cijfers[jaar].get(een, {}) for een in codes]
            eigen = self._of(code, grootheid)
            cijfers[grootheid] = (
                eigen if eigen and eigen.waarde is not None else combine(grootheid, jaar, van_delen)
            )
            if verschil := spread(grootheid, jaar, van_delen):
                spreiding[grootheid] = verschil
        return GebiedRegel(code, naam, soort.value, "", cijfers, spreiding)

    def _of(self, code: str, grootheid: str) -> Cijfer | None:
        return self.cijfers[self.jaren[grootheid]].get(code, {}).get(grootheid)

    def _there_in(self, jaar: int) -> list[str]:
        return [
            code for code, _, vanaf, tot in self.gebieden if vanaf <= jaar and (tot is None or tot > jaar)
        ]


def figures_of(jaar: int) -> Mapping[str, Mapping[str, Cijfer]]:
    """All current figures of a year, by area and quantity; shares that follow from counts are added.

    Kept as long as the database says that nothing changed.
    """
    stempel = figures_mark()
    return _kept_figures.__wrapped__(jaar, None) if stempel is None else _kept_figures(jaar, stempel)


def figures_mark() -> str | None:
    """Another one after every change of figures or areas; None: unknown, so keep nothing."""
    return Cijferstempel.objects.now("cijfers")


@lru_cache(maxsize=32)
def _kept_figures(jaar: int, stempel: str | None) -> Mapping[str, Mapping[str, Cijfer]]:
    found: dict[str, dict[str, Cijfer]] = {}
    rijen = Waarneming.objects.geldend().filter(jaar=jaar)
    for code, grootheid, waarde, status, bron in rijen.values_list(
        "gebied_code", "grootheid", "waarde", "status", "bron"
    ):
        found.setdefault(code, {})[grootheid] = published(grootheid, jaar, waarde, status, bron)
    return MappingProxyType(
        {code: MappingProxyType(with_derived(cijfers)) for code, cijfers in found.items()}
    )


@dataclass(frozen=True, slots=True)
class Vergelijking:
    """All municipalities of one year as columns: place i of every column is municipality i."""

    jaar: int | None
    codes: tuple[str, ...]
    namen: tuple[str, ...]
    kolommen: Mapping[str, tuple[Decimal | None, ...]]


def read_vergelijking(*, by: Actor | None, jaar: int | None = None) -> Vergelijking:
    """Columns to find municipalities that are alike, of the newest year of CBS up to and including `jaar`.

    A municipality of that year without a figure has None there.
    """
    require(by, "read_regio")
    jaren = Waarneming.objects.geldend().filter(grootheid="inwoners", gebied_code__startswith="GM")
    if jaar is not None:
        jaren = jaren.filter(jaar__lte=jaar)
    newest = jaren.order_by("-jaar").values_list("jaar", flat=True).first()
    namen = ("jeugdzorg_in_natura", *VERGELIJKBAAR)
    if newest is None:
        return Vergelijking(None, (), (), dict.fromkeys(namen, ()))
    cijfers = figures_of(newest)
    gemeenten = Gebied.objects.in_jaar(newest).filter(soort=GebiedSoort.GEMEENTE).order_by("naam", "code")
    paren = list(gemeenten.values_list("code", "naam"))
    leeg = Cijfer("", newest, None)
    return Vergelijking(
        newest,
        tuple(code for code, _ in paren),
        tuple(naam or code for code, naam in paren),
        {naam: tuple(cijfers.get(code, {}).get(naam, leeg).waarde for code, _ in paren) for naam in namen},
    )
