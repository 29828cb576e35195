"""One municipality beside the group that is most like it: where it stands in their spread, never a place.

The group is found by what municipalities are, and for a theme without the characteristics that the theme is
about: else municipalities with equal poverty would be sought to compare poverty with. Pure: figures come in.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from statistics import median, quantiles
from typing import Literal

from koers.domain.gelijkenis import KENMERKEN, Gelijkenis, nearest
from koers.domain.grootheden import GROOTHEDEN, Eenheid, round_half_up

# So many municipalities make a group; with fewer figures than MINSTENS nothing is said of a spread.
GROEP = 8
MINSTENS = 4
# Years on both sides of which a source counts in another way: no line is drawn across it.
REEKSBREUKEN = {"jeugdzorg_in_natura": 2021, "jongeren_met_jeugdzorg": 2021}
# Two characteristics that tell of the same as a figure, under another name.
VERWANT = {
    "laag_inkomen": ("gemiddeld_inkomen", "bijstand_per_1000"),
    "sociaal_minimum_110": ("gemiddeld_inkomen", "bijstand_per_1000"),
    "bijstandsontvangers": ("bijstand_per_1000",),
    "afstand_school": ("stedelijkheid",),
    "afstand_kinderopvang": ("stedelijkheid",),
    "afstand_huisarts": ("stedelijkheid",),
}
Plek = Literal["onder", "in", "boven"]


@dataclass(frozen=True, slots=True)
class Groepscijfer:
    """An own figure beside a group. `plek`: under, in or above the middle half of the group.

    `groep`: code and value, in the order of the code; `zonder`: codes without a figure. `verschil`: own
    minus the middle of the group; None with the four numbers of the spread when fewer than MINSTENS of the
    group have a figure, or the municipality has none.
    """

    grootheid: str
    jaar: int
    eigen: Decimal | None
    groep: tuple[tuple[str, Decimal], ...]
    zonder: tuple[str, ...]
    laagste: Decimal | None = None
    kwart: Decimal | None = None
    midden: Decimal | None = None
    driekwart: Decimal | None = None
    hoogste: Decimal | None = None
    verschil: Decimal | None = None
    plek: Plek | None = None


@dataclass(frozen=True, slots=True)
class Trendpunt:
    """A year: the own figure, and the middle of the group (None when too few have one)."""

    jaar: int
    eigen: Decimal | None
    midden: Decimal | None


@dataclass(frozen=True, slots=True)
class Trend:
    """Years that can be compared, oldest first. `verandering`: last minus first own; None: one year."""

    punten: tuple[Trendpunt, ...]
    verandering: Decimal | None
    breuk: int | None = None


def reference_group(
    code: str,
    codes: Sequence[str],
    kolommen: Mapping[str, Sequence[Decimal | None]],
    *,
    over: Sequence[str] = (),
) -> Gelijkenis:
    """The group to compare with for a theme about the quantities `over`. ValueError: `code` is not among
    `codes`. Empty `gelijken`: too little is known of the municipality.
    """
    about = {*over, *(naam for een in over for naam in VERWANT.get(een, ()))}
    kenmerken = [kenmerk for kenmerk in KENMERKEN if kenmerk.naam not in about]
    return nearest(code, codes, kolommen, aantal=GROEP, kenmerken=kenmerken)


def beside_group(
    grootheid: str, jaar: int, code: str, groep: Sequence[str], waarden: Mapping[str, Decimal | None]
) -> Groepscijfer:
    """The figure of `code` beside those of `groep` (codes). The municipality itself is never in its group."""
    others = sorted(een for een in set(groep) if een != code)
    known = tuple((een, waarde) for een in others if (waarde := waarden.get(een)) is not None)
    zonder = tuple(een for een in others if waarden.get(een) is None)
    eigen = waarden.get(code)
    if len(known) < MINSTENS:
        return Groepscijfer(grootheid, jaar, eigen, known, zonder)
    numbers = [waarde for _, waarde in known]
    kwart, midden, driekwart = _quarters(numbers, GROOTHEDEN[grootheid].decimalen)
    return Groepscijfer(
        grootheid,
        jaar,
        eigen,
        known,
        zonder,
        min(numbers),
        kwart,
        midden,
        driekwart,
        max(numbers),
        None if eigen is None else eigen - midden,
        None if eigen is None else "onder" if eigen < kwart else "boven" if eigen > driekwart else "in",
    )


def trend(
    grootheid: str, code: str, groep: Sequence[str], jaren: Mapping[int, Mapping[str, Decimal | None]]
) -> Trend:
    """The years of a figure on one side of a break in its series: the side of the newest year."""
    breuk = REEKSBREUKEN.get(grootheid)
    with_own = [jaar for jaar, waarden in jaren.items() if waarden.get(code) is not None]
    newest = max(with_own, default=None)
    if newest is None:
        return Trend((), None)
    shown = [jaar for jaar in with_own if breuk is None or (jaar < breuk) == (newest < breuk)]
    beelden = [beside_group(grootheid, jaar, code, groep, jaren[jaar]) for jaar in sorted(shown)]
    punten = tuple(Trendpunt(een.jaar, een.eigen, een.midden) for een in beelden)
    first, last = punten[0].eigen, punten[-1].eigen
    change = last - first if len(punten) > 1 and first is not None and last is not None else None
    return Trend(punten, change, breuk if len(shown) < len(with_own) else None)


def size(grootheid: str, waarde: Decimal | None, inwoners: Decimal | None) -> int | None:
    """About how many people a figure is about; None where the source gives no count."""
    soort = GROOTHEDEN[grootheid]
    if waarde is None:
        return None
    if soort.eenheid is Eenheid.AANTAL:
        return int(waarde)
    maal = {Eenheid.PROCENT: 100, Eenheid.PER_1000: 1000}.get(soort.eenheid)
    if maal is None or soort.gewicht != "inwoners" or inwoners is None:
        return None
    return int((waarde * inwoners / maal).to_integral_value(ROUND_HALF_UP))


def _quarters(numbers: Sequence[Decimal], decimalen: int) -> tuple[Decimal, Decimal, Decimal]:
    """A quarter, the middle and three quarters, in the decimals of the figure."""
    laag, _, hoog = quantiles(numbers, n=4, method="inclusive")
    return (
        round_half_up(laag, decimalen),
        round_half_up(median(numbers), decimalen),
        round_half_up(hoog, decimalen),
    )
