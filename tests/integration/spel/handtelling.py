"""What somebody with paper and pencil counts from what was written down, per municipality and year."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta

from tests.integration.spel.speler import Kind, Speler, Stuk

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


def in_year(stukken: Iterable[tuple[date, date]], jaar: int) -> bool:
    """Whether one of them holds a day of that year."""
    return any(begin.year <= jaar <= eind.year for begin, eind in stukken)


def young_people(kinderen: Iterable[Kind], jaren: range) -> Telling:
    """Young people with individual help on at least one day of the year."""
    return Counter(
        (kind.gemeente, jaar)
        for kind in kinderen
        for jaar in jaren
        if counts(kind, jaar) and in_year(pieces(kind, 4), jaar)
    )


def any_care(kinderen: Iterable[Kind], jaren: range, *, oudste: int) -> Telling:
    """Young people with help of any level, or of the local team after a first talk."""
    return Counter(
        (kind.gemeente, jaar)
        for kind in kinderen
        for jaar in jaren
        if counts(kind, jaar, oudste)
        and in_year(
            [
                *pieces(kind, 1),
                *((een.begin, een.eind or ALTIJD) for een in kind.licht if een.begin and not een.poh),
            ],
            jaar,
        )
    )


def with_freely(kinderen: Iterable[Kind], jaren: range) -> Telling:
    """Young people with individual help and something that is there for everybody, in one year."""
    return Counter(
        (kind.gemeente, jaar)
        for kind in kinderen
        for jaar in jaren
        if counts(kind, jaar)
        and in_year(pieces(kind, 4), jaar)
        and in_year([(stuk.begin, stuk.eind or ALTIJD) for stuk in kind.voorliggend], jaar)
    )


def freely_begun(kinderen: Iterable[Kind]) -> Telling:
    """Times that somebody began to use what is there for everybody."""
    return Counter(
        (kind.gemeente, stuk.begin.year)
        for kind in kinderen
        for stuk in kind.voorliggend
        if 0 <= age_on(kind, stuk.begin) <= 18
    )


def light_waits(kinderen: Iterable[Kind]) -> tuple[Telling, Telling]:
    """Days until a first talk, and how many had one."""
    dagen: Telling = Counter()
    aantal: Telling = Counter()
    for kind in kinderen:
        for een in kind.licht:
            if een.begin and 0 <= age_on(kind, een.begin) <= 18:
                dagen[kind.gemeente, een.begin.year] += (een.begin - een.vraag).days
                aantal[kind.gemeente, een.begin.year] += 1
    return dagen, aantal


def within_four_weeks(kinderen: Iterable[Kind]) -> tuple[Telling, Telling]:
    """Questions to a POH Jeugd with a first talk within 28 days, and all; by the year of the question."""
    op_tijd: Telling = Counter()
    alle: Telling = Counter()
    for kind in kinderen:
        for een in kind.licht:
            if een.poh and 0 <= age_on(kind, een.vraag) <= 18:
                key = kind.gemeente, een.vraag.year
                alle[key] += 1
                op_tijd[key] += een.begin is not None and (een.begin - een.vraag).days <= 28
    return op_tijd, alle


def gone_on_by_a_practice(kinderen: Iterable[Kind]) -> Telling:
    """Times that a huisarts let help go on."""
    return Counter(
        (kind.gemeente, dag.year)
        for kind in kinderen
        for dag in kind.huisarts_opnieuw
        if 0 <= age_on(kind, dag) <= 18
    )


def answers(speler: Speler, *, passend: bool = False) -> Telling:
    """Answers of families, or those who found the help fitting."""
    return Counter((een.gemeente, een.datum.year) for een in speler.antwoorden if een.passend or not passend)


def spent(speler: Speler, *, team_jeugd: bool = False) -> Telling:
    """Cents declared, by the year of the help; all, or after a besluit that Team Jeugd prepared."""
    found: Telling = Counter()
    for een in speler.declaraties:
        if een.team_jeugd or not team_jeugd:
            found[een.gemeente, een.maand.year] += een.bedrag_cent
    return found


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


def skipped(
    kinderen: Iterable[Kind], *, treden: Collection[str], hoe: Collection[str], uitzondering: str = ""
) -> Telling:
    """Toekenningen of the toegang in which one of these steps had one of these outcomes. A step that is open
    is the worse thing: who asks only for what did not apply does not get those with an open step too."""
    return Counter(
        (kind.gemeente, een.datum.year)
        for kind in kinderen
        for een in kind.toekenningen
        if 0 <= age_on(kind, een.datum) <= 18
        and een.uitzondering == uitzondering
        and any(een.treden[trede] in hoe for trede in treden)
        and ("open" in hoe or "open" not in een.treden.values())
    )


def grants(kinderen: Iterable[Kind]) -> Telling:
    """Toekenningen of the toegang."""
    return Counter(
        (kind.gemeente, een.datum.year)
        for kind in kinderen
        for een in kind.toekenningen
        if 0 <= age_on(kind, een.datum) <= 18
    )


def ladder(kinderen: list[Kind]) -> dict[tuple[str, str], tuple[Telling, Telling]]:
    """Every reading of the indicator about skipped steps."""
    treden = ("eigen_kracht", "omgevingskracht", "algemene_voorziening")
    weg = ("open", "niet_van_toepassing")
    readings = {
        "overgeslagen": skipped(kinderen, treden=treden, hoe=weg),
        "open": skipped(kinderen, treden=treden, hoe=("open",)),
        "niet-van-toepassing": skipped(kinderen, treden=treden, hoe=("niet_van_toepassing",)),
        **{trede.replace("_", "-"): skipped(kinderen, treden=(trede,), hoe=weg) for trede in treden},
        **{
            soort: skipped(kinderen, treden=treden, hoe=weg, uitzondering=soort)
            for soort in ("crisis", "hardheidsclausule")
        },
    }
    return {("ladder-overgeslagen", lezing): (met, grants(kinderen)) for lezing, met in readings.items()}
