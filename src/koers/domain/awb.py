"""Terms of the Awb and the Algemene termijnenwet: until when may be decided, and until when objected to.

The lengths come from `beleid/normen`; here is only how days are counted. Every day named is a day that
still counts ("the last day"), as people write it in a letter.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from koers.domain.weigering import Refused

DAG = timedelta(days=1)
# Not in weeks or days but in the text of the law; before 2014 the Queen's birthday was kept.
KONINGSDAG, KONINGINNEDAG = (4, 27), (4, 30)
EERSTE_KONINGSDAG = 2014
ZONDAG = 6


@dataclass(frozen=True, slots=True)
class Opschorting:
    """The term stands still from the day after `gevraagd` (Awb 4:15 lid 1a).

    It runs again on the day the applicant supplied (`aangevuld`), or else on the day after `hersteldatum`,
    the last day on which that was possible.
    """

    gevraagd: date
    hersteldatum: date
    aangevuld: date | None = None

    @property
    def tot(self) -> date:
        """The first day on which the term runs again."""
        einde = self.hersteldatum + DAG
        return min(self.aangevuld, einde) if self.aangevuld else einde

    def holds(self, dag: date) -> bool:
        """Whether the term stands still on this day."""
        return self.gevraagd < dag < self.tot


@dataclass(frozen=True, slots=True)
class Verdaging:
    """The college wrote on `datum` that it will decide on `nieuwe_datum` at the latest (Awb 4:14)."""

    datum: date
    nieuwe_datum: date


def easter(year: int) -> date:
    """Easter Sunday in the Gregorian calendar (Meeus, Jones and Butcher)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    weekday = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * weekday) // 433
    month = (h + weekday - 7 * m + 90) // 25
    day = (h + weekday - 7 * m + 33 * month + 19) % 32
    return date(year, month, day)


@cache
def recognised_holidays(year: int) -> frozenset[date]:
    """The days of Algemene termijnenwet 3 lid 1, and Good Friday, which lid 2 puts on a par with them.

    5 May counts every year, also where people work on it.
    """
    pasen = easter(year)
    moving = (-2, 1, 39, 50)  # Good Friday, Easter Monday, Ascension Day, Whit Monday
    vorst = date(year, *(KONINGSDAG if year >= EERSTE_KONINGSDAG else KONINGINNEDAG))
    return frozenset(
        {
            date(year, 1, 1),
            date(year, 5, 5),
            date(year, 12, 25),
            date(year, 12, 26),
            vorst - DAG if vorst.weekday() == ZONDAG else vorst,
            *(pasen + timedelta(days=days) for days in moving),
        }
    )


def is_rest_day(dag: date, gelijkgesteld: Iterable[date] = ()) -> bool:
    """Whether a term does not end on this day. `gelijkgesteld`: days that the government named (lid 3)."""
    weekend = dag.weekday() >= ZONDAG - 1
    return weekend or dag in recognised_holidays(dag.year) or dag in gelijkgesteld


def working_day_from(dag: date, gelijkgesteld: Iterable[date] = ()) -> date:
    """This day, or the first one after it on which a term may end (Algemene termijnenwet 1)."""
    while is_rest_day(dag, gelijkgesteld):
        dag += DAG
    return dag


def working_day_before(dag: date) -> date:
    """The last day before this one that is no weekend and no recognised holiday."""
    dag -= DAG
    while is_rest_day(dag):
        dag -= DAG
    return dag


def decision_term(
    ontvangen: date,
    *,
    weken: int,
    opschortingen: Iterable[Opschorting] = (),
    verdaging: Verdaging | None = None,
) -> date:
    """The last day on which the college decides in time about an aanvraag that came in on `ontvangen`.

    The day of receipt does not count; days on which the term stands still neither (4:13, 4:15). After a
    verdaging the day it names holds, later by the days that the term stood still after it (4:14).
    """
    stil = tuple(opschortingen)
    if verdaging is not None:
        return _count(verdaging.datum, (verdaging.nieuwe_datum - verdaging.datum).days, stil)
    last = _count(ontvangen, weken * 7, stil)
    while is_rest_day(last) or _still(last, stil):
        last += DAG
    return last


def _count(vanaf: date, dagen: int, stil: tuple[Opschorting, ...]) -> date:
    """The day on which so many days have passed after `vanaf`, days that stand still left out."""
    dag, left = vanaf, dagen
    while left:
        dag += DAG
        left -= not _still(dag, stil)
    return dag


def _still(dag: date, stil: tuple[Opschorting, ...]) -> bool:
    return any(opschorting.holds(dag) for opschorting in stil)


# Nobody gives a family more than a year: such a day is a year typed wrongly.
HOOGSTENS_LATER = timedelta(days=366)


def check_later(dag: date, vanaf: date) -> None:
    """A new day of a term lies within a year of `vanaf`. Refused: termijn_te_ver."""
    if dag - vanaf > HOOGSTENS_LATER:
        raise Refused("termijn_te_ver", uiterlijk=vanaf + HOOGSTENS_LATER)


def check_verdaging(verdaging: Verdaging, laatste_dag: date) -> None:
    """The letter goes out within the term and names a later day, within a year.

    Refused: verdaging_te_laat, verdaging_niet_later, termijn_te_ver.
    """
    if verdaging.datum > laatste_dag:
        raise Refused("verdaging_te_laat", datum=laatste_dag)
    if verdaging.nieuwe_datum <= laatste_dag:
        raise Refused("verdaging_niet_later", datum=laatste_dag)
    check_later(verdaging.nieuwe_datum, laatste_dag)


def objection_term(bekendgemaakt: date, *, weken: int) -> date:
    """The last day on which bezwaar is in time: the term begins the day after bekendmaking (6:7, 6:8)."""
    return working_day_from(bekendgemaakt + timedelta(weeks=weken))


@dataclass(frozen=True, slots=True)
class Dwangsom:
    """The first and last day for which the college owes a dwangsom while it has not decided (4:17)."""

    eerste_dag: date
    laatste_dag: date


def penalty_days(ingebreke: date, laatste_dag: date, *, weken: int, dagen: int) -> Dwangsom:
    """From when a dwangsom is owed after an ingebrekestelling that came in on `ingebreke`.

    `weken` pass after the day it came; the day after those is the first. At most `dagen` days count.
    Refused: ingebrekestelling_te_vroeg, as long as the college could still decide in time.
    """
    if ingebreke <= laatste_dag:
        raise Refused("ingebrekestelling_te_vroeg", datum=laatste_dag)
    first = ingebreke + timedelta(weeks=weken) + DAG
    return Dwangsom(first, first + timedelta(days=dagen - 1))
