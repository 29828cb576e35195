"""The kinds of measures that youth care needs, as frozen values.

Conventions that both engines follow, in one place:

*Days.* A last day is inclusive in the tables; help runs from `begindatum` until just before the day after
`einddatum`. A row whose last day lies before its first holds no day and counts nowhere.
*Inflow* is on the first day of help after a day without; *outflow* on the first day without help. So
stock at the end of a window = stock at the end of the one before + inflow - outflow, exactly, per group,
when nobody is left out by age. Who moves from one group to another flows out of the one and into the other.
*Ages* are full years counted from the first day of the month of birth (`koers.domain.perioden.age_on`).
`op: 1_januari`: the age on 1 January of the year of the window, as the population is counted; who is born
later that year is not counted. `op: dag`: the age on the day itself (stock), the first day in the window
that the row counts (distinct), the day of the event (flow, event, wait).
*Groups.* A person counts once in every group in which a row of theirs counts. Responsible is the
municipality of the row, so who moved counts in both, and once in the total: totals are computed, not summed.
*Nothing to count* in a group and window: no result row, which means zero.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from hashlib import sha256
from itertools import pairwise
from typing import Literal

from koers.analytics.model.windows import Per, Venster

Eenheid = Literal["procent", "procent_verandering", "aantal", "dagen", "euro"]
Richting = Literal["omlaag", "omhoog", "geen"]


@dataclass(frozen=True, slots=True)
class Voorwaarde:
    """Rows whose `kolom` holds one of these values; an empty cell never does."""

    kolom: str
    een_van: tuple[str | int | bool, ...]


@dataclass(frozen=True, slots=True)
class Selectie:
    """Rows of a table that meet every condition.

    `moment`: "looptijd", from first to last day, or "dag", the one day the row belongs to. Rows that never
    began (a light question without a first conversation) have no looptijd and do not count there.
    """

    tabel: str
    waar: tuple[Voorwaarde, ...] = ()
    moment: Literal["looptijd", "dag"] = "looptijd"


@dataclass(frozen=True, slots=True)
class Leeftijd:
    """Ages from `van` up to and including `tot_en_met`, as reached on `op`. None: no bound."""

    van: int | None = None
    tot_en_met: int | None = None
    op: Literal["1_januari", "dag"] = "dag"

    def holds(self, leeftijd: int | None) -> bool:
        """Is this age meant? An unknown age only when there is no bound."""
        if leeftijd is None:
            return self.van is None and self.tot_en_met is None
        return (self.van is None or leeftijd >= self.van) and (
            self.tot_en_met is None or leeftijd <= self.tot_en_met
        )


ALLE_LEEFTIJDEN = Leeftijd()


@dataclass(frozen=True, slots=True)
class Stand:
    """Stock: who has help on the last day of the window. `tel`: young people, or running rows."""

    uit: tuple[Selectie, ...]
    tel: Literal["jeugdigen", "trajecten"] = "jeugdigen"
    leeftijd: Leeftijd = ALLE_LEEFTIJDEN


@dataclass(frozen=True, slots=True)
class Uniek:
    """Distinct young people with help on at least one day of the window."""

    uit: tuple[Selectie, ...]
    leeftijd: Leeftijd = ALLE_LEEFTIJDEN


@dataclass(frozen=True, slots=True)
class Stroom:
    """Flow. `tel: jeugdigen`: times that a young person begins (in) or stops (uit) having help, where help
    that follows without a gap, overlaps, or comes back within `pauze_dagen` days without help, is one stay.
    `tel: trajecten`: rows that begin or end.
    """

    uit: tuple[Selectie, ...]
    richting: Literal["in", "uit"] = "in"
    tel: Literal["jeugdigen", "trajecten"] = "jeugdigen"
    pauze_dagen: int = 0
    leeftijd: Leeftijd = ALLE_LEEFTIJDEN


@dataclass(frozen=True, slots=True)
class Heropname:
    """Of the times that help stopped in the window (as in Stroom, uit): how often it began again at most
    `binnen_dagen` days after the last day of help, in the same group.
    """

    uit: tuple[Selectie, ...]
    binnen_dagen: int = 365
    pauze_dagen: int = 0
    leeftijd: Leeftijd = ALLE_LEEFTIJDEN


@dataclass(frozen=True, slots=True)
class Combinatie:
    """Of the young people with `uit`: how many have `met`. Groups are those of `uit`.

    zelfde_dag: both run on a same day of the window (or of its last day); zelfde_periode: both run in it;
    vooraf: `uit` begins in it, and `met` began before that day and ended at most `binnen_dagen` days before
    it, or still ran. Only for vooraf does the whole consist of those who begin.
    """

    uit: tuple[Selectie, ...]
    met: tuple[Selectie, ...]
    verband: Literal["zelfde_dag", "zelfde_periode", "vooraf"] = "zelfde_dag"
    wanneer: Literal["in_de_periode", "laatste_dag"] = "in_de_periode"
    binnen_dagen: int = 365
    leeftijd: Leeftijd = ALLE_LEEFTIJDEN


@dataclass(frozen=True, slots=True)
class Wachttijd:
    """Days between two days of a row. `cohort`: rows whose `van` or whose `tot` day lies in the window.

    With `grens_dagen`: how many of the cohort waited at most so long (a wait that has not ended counts as
    longer). Without: sum, number and median of the waits that ended. A wait is never below zero: crisis
    help may begin before the question is written down. The median is the shortest wait that at least half
    did not exceed, so always a wait that somebody had.
    """

    tabel: str
    van: str
    tot: str
    waar: tuple[Voorwaarde, ...] = ()
    cohort: Literal["van", "tot"] = "van"
    grens_dagen: int | None = None
    leeftijd: Leeftijd = ALLE_LEEFTIJDEN


@dataclass(frozen=True, slots=True)
class Gebeurtenissen:
    """Rows whose day lies in the window: how many, or the sum of a column. `dag`: not the table's own day."""

    tabel: str
    waar: tuple[Voorwaarde, ...] = ()
    dag: str | None = None
    som: str | None = None
    leeftijd: Leeftijd = ALLE_LEEFTIJDEN


@dataclass(frozen=True, slots=True)
class Inwoners:
    """Residents on 1 January of the year of the window; exact ages, as CBS counts them."""

    van: int
    tot_en_met: int
    waar: tuple[Voorwaarde, ...] = ()


Telbaar = Stand | Uniek | Stroom | Gebeurtenissen | Inwoners


@dataclass(frozen=True, slots=True)
class Aandeel:
    """Share: one count of another. The whole is grouped by as much of the grouping as it has (the
    population by municipality and age), and repeated over the rest.
    """

    teller: Telbaar
    noemer: Telbaar


@dataclass(frozen=True, slots=True)
class Verandering:
    """A count against the same part of the base year. Without a base year there is only the count."""

    van: Telbaar
    basisjaar: int | None = None


Maat = (
    Stand
    | Uniek
    | Stroom
    | Heropname
    | Combinatie
    | Wachttijd
    | Gebeurtenissen
    | Inwoners
    | Aandeel
    | Verandering
)
SOORTEN: dict[str, type] = {
    "stand": Stand,
    "uniek": Uniek,
    "stroom": Stroom,
    "heropname": Heropname,
    "combinatie": Combinatie,
    "wachttijd": Wachttijd,
    "gebeurtenissen": Gebeurtenissen,
    "bevolking": Inwoners,
    "aandeel": Aandeel,
    "verandering": Verandering,
}

Groep = tuple[str | int | bool | None, ...]


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """An exact result, before disclosure. `groep`: values in the order of the asked grouping.

    `teller`: the count, or sum of days (wait without limit) or of the column. `noemer`: what it is a part
    of, or the number of waits; None where a measure has none. `mediaan`: of a wait without limit.
    """

    periode: str
    groep: Groep
    teller: int
    noemer: int | None = None
    mediaan: int | None = None


@dataclass(frozen=True, slots=True)
class Doelpunt:
    """A value that should be reached on a day."""

    datum: date
    waarde: Decimal


@dataclass(frozen=True, slots=True)
class Definitie:
    """One reading of an indicator. `per` and `groepeer`: how it is shown unless asked otherwise.

    `doelpaden`: one per target date of the source, each from start to target; they stand side by side.
    """

    indicator: str
    lezing: str
    maat: Maat
    eenheid: Eenheid
    richting: Richting = "geen"
    per: Per = "jaar"
    groepeer: tuple[str, ...] = ("gemeente",)
    doelpaden: tuple[tuple[Doelpunt, ...], ...] = ()
    naam_nl: str = field(default="", compare=False)
    naam_en: str = field(default="", compare=False)

    @property
    def versie(self) -> str:
        """Twelve hexadecimal digits that change with anything that can change a figure."""
        what = (self.indicator, self.lezing, self.maat, self.eenheid)
        return sha256(repr(what).encode()).hexdigest()[:12]


def value(maat: Maat, uitkomst: Uitkomst) -> Fraction | None:
    """The figure itself, exact: a percentage for shares, days for waits, else the count. None: no whole."""
    if isinstance(maat, Verandering):
        if not uitkomst.noemer:
            return None
        return Fraction(100 * (uitkomst.teller - uitkomst.noemer), uitkomst.noemer)
    if is_share(maat) or isinstance(maat, Wachttijd):
        if not uitkomst.noemer:
            return None
        return Fraction((100 if is_share(maat) else 1) * uitkomst.teller, uitkomst.noemer)
    return Fraction(uitkomst.teller)


def is_share(maat: Maat) -> bool:
    """Is the figure a part of a whole?"""
    limited = isinstance(maat, Wachttijd) and maat.grens_dagen is not None
    return limited or isinstance(maat, Aandeel | Combinatie | Heropname)


def is_provisional(maat: Maat, venster: Venster, peildatum: date) -> bool:
    """Can this window still change when time goes on? `peildatum`: the last day the data knows about.

    A re-entry or a wait of n days can only be known n days after the window.
    """
    wait = 0
    if isinstance(maat, Heropname):
        wait = maat.binnen_dagen
    elif isinstance(maat, Wachttijd) and maat.cohort == "van":
        wait = maat.grens_dagen or 0
    return venster.tot_datum + timedelta(days=wait) > peildatum + timedelta(days=1)


def target_on(pad: tuple[Doelpunt, ...], dag: date) -> Decimal | None:
    """Where a target path is on a day, along straight lines between its points; None outside it."""
    for start, end in pairwise(pad):
        if start.datum <= dag <= end.datum:
            part = Decimal((dag - start.datum).days) / max((end.datum - start.datum).days, 1)
            return start.waarde + (end.waarde - start.waarde) * part
    return next((punt.waarde for punt in pad if punt.datum == dag), None)
