"""What somebody with paper and pencil counts from what was written down, per municipality and year."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from tests.integration.spel.speler import Kind, Stuk

ALTIJD = date(2100, 1, 1)
Telling = Counter[tuple[str, int]]  # (gemeente, jaar)


def age_on(kind: Kind, dag: date) -> int:
    """Full years from the first day of the month of birth."""
    return dag.year - kind.geboren.year - (dag.month < kind.geboren.month)


def counts(kind: Kind, jaar: int, oudste: int = 18) -> bool:
    """Whether the age on 1 January of that year is meant."""
    return 0 <= age_on(kind, date(jaar, 1, 1)) <= oudste


def pieces(kind: Kind, vanaf: int) -> list[tuple[date, date]]:
    """First and last days of all help of this level and up, in order."""
    return sorted(
        (stuk.begin, stuk.eind or ALTIJD)
        for hulp in kind.hulp
        if hulp.niveau >= vanaf
        for stuk in hulp.stukken
    )


def young_people(kinderen: Iterable[Kind], jaren: range, *, vanaf: int = 4, oudste: int = 18) -> Telling:
    """Young people with help on at least one day of the year."""
    return Counter(
        (kind.gemeente, jaar)
        for kind in kinderen
        for jaar in jaren
        if counts(kind, jaar, oudste)
        and any(begin.year <= jaar <= eind.year for begin, eind in pieces(kind, vanaf))
    )


def on_the_last_day(kinderen: Iterable[Kind], jaren: range) -> Telling:
    """Young people with help on 31 December."""
    return Counter(
        (kind.gemeente, jaar)
        for kind in kinderen
        for jaar in jaren
        if counts(kind, jaar) and any(begin <= date(jaar, 12, 31) <= eind for begin, eind in pieces(kind, 4))
    )


def begun(kinderen: Iterable[Kind], jaren: range) -> Telling:
    """Times that help began after a day without."""
    found: Telling = Counter()
    for kind in kinderen:
        until = date.min
        for begin, eind in pieces(kind, 4):
            fresh = until == date.min or begin > until + timedelta(days=1)
            if fresh and begin.year in jaren and counts(kind, begin.year):
                found[kind.gemeente, begin.year] += 1
            until = max(until, eind)
    return found


def referrals(kinderen: Iterable[Kind], *, team_jeugd: bool | None = None) -> Telling:
    """Questions that led to individual help, in the year in which they came in."""
    return Counter(
        (kind.gemeente, vraag.datum.year)
        for kind in kinderen
        for vraag in kind.vragen
        if vraag.hulp
        and vraag.hulp.niveau >= 4
        and team_jeugd in (None, vraag.team_jeugd)
        and 0 <= age_on(kind, vraag.datum) <= 18
    )


def first_days(kinderen: Iterable[Kind]) -> Iterator[tuple[Kind, date, date, str, int]]:
    """Per question: who, its day, the first day of the help it led to, by which channel, which level."""
    for kind in kinderen:
        for vraag in kind.vragen:
            stukken: list[Stuk] = vraag.hulp.stukken if vraag.hulp else []
            if vraag.hulp and stukken and 0 <= age_on(kind, stukken[0].begin) <= 18:
                yield kind, vraag.datum, stukken[0].begin, vraag.kanaal, vraag.hulp.niveau


def through_practice_or_school(kinderen: Iterable[Kind]) -> Telling:
    """Individual help that began after a question at a practice or a school."""
    return Counter(
        (kind.gemeente, begin.year)
        for kind, _, begin, kanaal, niveau in first_days(kinderen)
        if kanaal in ("huisarts", "school") and niveau >= 4
    )


def waits(kinderen: Iterable[Kind]) -> tuple[Telling, Telling]:
    """Days that were waited, and how many waited, by the year in which the wait ended."""
    dagen: Telling = Counter()
    aantal: Telling = Counter()
    for kind, vraag, begin, _, _ in first_days(kinderen):
        dagen[kind.gemeente, begin.year] += max(0, (begin - vraag).days)
        aantal[kind.gemeente, begin.year] += 1
    return dagen, aantal
