"""What is decided about a proeftuin: what has to be agreed before it starts, and what its figures say.

Who chooses the measure, the groups and the day of looking afterwards always finds something. So these
are fixed at the start, nobody looks before the agreed day, and what is unclear is called unclear.
Source: Koersen, chapter 5 ("Verder ontwikkelen via proeftuinen"); product row S3.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from math import ceil
from typing import Any

from koers.domain.rollen import Rol
from koers.domain.vergadering import check_tekst
from koers.domain.weigering import Refused

RICHTINGEN = ("omlaag", "omhoog")
SOORTEN = ("gemeente", "praktijk", "gebied")
ZIET_EXACT = frozenset({Rol.CONTROLLER, Rol.BELEIDSADVISEUR, Rol.REGIOMANAGER})
BESLUIT_PROEFTUIN = frozenset({Rol.BELEIDSADVISEUR, Rol.WETHOUDER})
LANGSTE_NAAM = 200
LANGSTE_EENHEID = 80
MEESTE_EENHEDEN = 30
KEUZES = ("opschalen", "doorgaan", "stoppen")


@dataclass(frozen=True, slots=True)
class NieuwOntwerp:
    """What is agreed before the start. `indicator`: its id, or empty with `telt` in own words.

    `verwacht`: the difference hoped for, in percentage points, without a sign. `groep` and `vergelijking`:
    codes of municipalities, or names of practices or areas.
    """

    hypothese: str
    indicator: str
    telt: str
    richting: str
    verwacht: Decimal
    soort: str
    groep: tuple[str, ...]
    vergelijking: tuple[str, ...]
    begindatum: date
    evaluatie_op: date


@dataclass(frozen=True, slots=True)
class Meting:
    """A count of one unit in one period: `teller` of `noemer`. `na`: the period lies after the start.

    `afronding`: to a multiple of what the numbers were told; 1 is exact.
    """

    eenheid: str
    groep: bool
    periode: str
    na: bool
    teller: int
    noemer: int
    afronding: int = 1


@dataclass(frozen=True, slots=True)
class Punt:
    """Both groups in one period, in percent."""

    periode: str
    na: bool
    groep: float
    vergelijking: float


@dataclass(frozen=True, slots=True)
class Aanloop:
    """Whether both groups moved alike before the start.

    `oordeel`: te_kort, geen_teken or uiteen. `helling`: how much the group moved away from the comparison per
    period, in percentage points, with its 95% interval.
    """

    oordeel: str
    helling: float | None = None
    onder: float | None = None
    boven: float | None = None


@dataclass(frozen=True, slots=True)
class Effect:
    """Difference in differences, in percentage points, with its 95% interval.

    `zichtbaar`: the smallest real difference that these numbers would have shown eight times in ten.
    `spreiding`: where the interval takes its width from (eenheden, perioden, or tellingen alone), with
    `vrijheid` degrees of freedom (None for tellingen). `weggelaten`: units without a figure in every period.
    """

    verschil: float
    onder: float
    boven: float
    zichtbaar: float
    spreiding: str
    vrijheid: int | None
    aanloop: Aanloop
    reeks: tuple[Punt, ...]
    groep: tuple[str, ...]
    vergelijking: tuple[str, ...]
    weggelaten: tuple[str, ...] = ()

    def side(self, groep: bool, na: bool) -> float:
        """The mean of one group before or after, in percent."""
        found = [een.groep if groep else een.vergelijking for een in self.reeks if een.na is na]
        return sum(found) / len(found)


def verdict(effect: Effect | None, richting: str) -> str:
    """What may be said: te_weinig, loopt_uiteen, beter, slechter, aanwijzing or onduidelijk.

    A group that already moved away before the start proves nothing, whatever came after. Where only chance of
    counting could be computed, a difference beyond it is a sign to look further and no more.
    """
    if effect is None:
        return "te_weinig"
    if effect.aanloop.oordeel == "uiteen":
        return "loopt_uiteen"
    if effect.onder <= 0 <= effect.boven:
        return "onduidelijk"
    if effect.spreiding == "tellingen":
        return "aanwijzing"
    return "beter" if (effect.verschil < 0) == (richting == "omlaag") else "slechter"


def frozen(effect: Effect) -> dict[str, Any]:
    """The effect as plain values, to keep."""
    return asdict(effect)


def thawed(kept: Mapping[str, Any]) -> Effect:
    """The effect as it was kept."""
    return Effect(
        **{
            **kept,
            "aanloop": Aanloop(**kept["aanloop"]),
            "reeks": tuple(Punt(**een) for een in kept["reeks"]),
            **{name: tuple(kept[name]) for name in ("groep", "vergelijking", "weggelaten")},
        }
    )


def times_more(effect: Effect, verwacht: Decimal) -> int:
    """How many times as many places, periods or young people it takes to see what was hoped for.

    Twice as many make the visible difference smaller by the root of two, whichever of them it is.
    """
    return ceil((effect.zichtbaar / float(verwacht)) ** 2)


def was_visible(effect: Effect, verwacht: Decimal) -> bool:
    """Whether the difference that was hoped for would have been seen with these numbers."""
    return effect.zichtbaar <= float(verwacht)


# --- what is agreed beforehand ----------------------------------------------------------------------


def check_ontwerp(
    nieuw: NieuwOntwerp, today: date, *, gemeente: str, gemeenten: Collection[str], telbaar: Collection[str]
) -> None:
    """`gemeenten`: that an indicator is told of. `telbaar`: the indicators that are a part of a whole.

    Refused: hypothese_ontbreekt, tekst_te_lang, maat_ontbreekt, indicator_niet_telbaar,
    indicator_per_gemeente, richting_onbekend, verwacht_verschil_onmogelijk, eenheidsoort_onbekend,
    proeftuin_evaluatie_voor_begin, evaluatie_in_verleden, and as `_check_groups`.
    """
    check_tekst(nieuw.hypothese, "hypothese_ontbreekt")
    if nieuw.richting not in RICHTINGEN:
        raise Refused("richting_onbekend")
    if nieuw.soort not in SOORTEN:
        raise Refused("eenheidsoort_onbekend")
    if not 0 < nieuw.verwacht <= 100:
        raise Refused("verwacht_verschil_onmogelijk")
    if nieuw.indicator:
        if nieuw.indicator not in telbaar:
            raise Refused("indicator_niet_telbaar")
        if nieuw.soort != "gemeente":
            raise Refused("indicator_per_gemeente")
    else:
        check_tekst(nieuw.telt, "maat_ontbreekt")
    _check_groups(nieuw, gemeente, gemeenten)
    if nieuw.evaluatie_op <= nieuw.begindatum:
        raise Refused("proeftuin_evaluatie_voor_begin", datum=nieuw.begindatum)
    if nieuw.evaluatie_op < today:
        raise Refused("evaluatie_in_verleden")


def _check_groups(nieuw: NieuwOntwerp, gemeente: str, gemeenten: Collection[str]) -> None:
    """Refused: groep_ontbreekt, vergelijking_ontbreekt, groep_overlapt, eenheid_dubbel, te_veel_eenheden,
    eenheid_te_lang, gemeente_niet_in_lijst, eigen_gemeente_in_groep."""
    if not nieuw.groep:
        raise Refused("groep_ontbreekt")
    if not nieuw.vergelijking:
        raise Refused("vergelijking_ontbreekt")
    folded = [een.casefold() for een in (*nieuw.groep, *nieuw.vergelijking)]
    both = {een.casefold() for een in nieuw.groep} & {een.casefold() for een in nieuw.vergelijking}
    if both:
        raise Refused("groep_overlapt", eenheid=next(e for e in nieuw.groep if e.casefold() in both))
    if len(set(folded)) < len(folded):
        raise Refused("eenheid_dubbel")
    if len(folded) > MEESTE_EENHEDEN:
        raise Refused("te_veel_eenheden", meeste=MEESTE_EENHEDEN)
    if any(len(een) > LANGSTE_EENHEID for een in (*nieuw.groep, *nieuw.vergelijking)):
        raise Refused("eenheid_te_lang", meeste=LANGSTE_EENHEID)
    if nieuw.soort == "gemeente":
        if not {*nieuw.groep, *nieuw.vergelijking} <= set(gemeenten):
            raise Refused("gemeente_niet_in_lijst")
        if gemeente not in nieuw.groep:
            raise Refused("eigen_gemeente_in_groep")


def check_moment(evaluatie_op: date, today: date) -> None:
    """Who looks until it looks well finds what is not there. Refused: evaluatie_te_vroeg."""
    if today < evaluatie_op:
        raise Refused("evaluatie_te_vroeg", datum=evaluatie_op)


def check_next_moment(keuze: str, nieuw: date | None, today: date) -> None:
    """Who goes on agrees on the next day of looking.

    Refused: proeftuinkeuze_onbekend, nieuw_moment_nodig.
    """
    if keuze not in KEUZES:
        raise Refused("proeftuinkeuze_onbekend")
    if keuze == "doorgaan" and (nieuw is None or nieuw <= today):
        raise Refused("nieuw_moment_nodig")


# --- counts and periods -----------------------------------------------------------------------------


def check_counts(
    tellingen: Mapping[str, tuple[int, int]], begin: date, einde: date, *, begindatum: date, today: date
) -> None:
    """Counts of a period, per unit; both days inclusive. `begindatum`: of the proeftuin.

    Refused: periode_omgekeerd, datum_in_toekomst, periode_over_begin, telling_ontbreekt, teller_boven_noemer.
    """
    if einde < begin:
        raise Refused("periode_omgekeerd")
    if einde > today:
        raise Refused("datum_in_toekomst")
    if begin < begindatum <= einde:
        raise Refused("periode_over_begin", datum=begindatum)
    if not tellingen:
        raise Refused("telling_ontbreekt")
    for eenheid, (teller, noemer) in tellingen.items():
        if not 0 <= teller <= noemer:
            raise Refused("teller_boven_noemer", eenheid=eenheid)


def check_apart(periode: tuple[date, date], others: Collection[tuple[date, date]]) -> None:
    """A period stands beside the others or is the same one. Refused: periode_overlapt."""
    begin, einde = periode
    for ander in others:
        if ander != periode and begin <= ander[1] and ander[0] <= einde:
            raise Refused("periode_overlapt", begin=ander[0], einde=ander[1])


def years_around(perioden: Sequence[str], begindatum: date, until: date) -> dict[str, bool]:
    """Which whole years lie before the start (False) or after it (True). The year in which it starts is half
    of both, so it is left out, unless it starts on its first day."""
    found = {}
    for periode in perioden:
        jaar = int(periode)
        if jaar < begindatum.year:
            found[periode] = False
        elif date(jaar, 1, 1) >= begindatum and date(jaar, 12, 31) <= until:
            found[periode] = True
    return found
