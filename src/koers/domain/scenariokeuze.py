"""Weighing scenarios: what criteria count for, which scenario comes first, what would turn that round, and
how far people agree. Exact fractions throughout, so that a tie is a tie.

The order in which `scores` names scenarios decides nothing but which of equals is named first.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from koers.domain.weigering import Refused

HOOGSTE_GEWICHT = 10
LAAGSTE_SCORE, HOOGSTE_SCORE = 1, 5
MINST_CRITERIA, MEEST_CRITERIA = 2, 12
LANGSTE_NAAM, LANGSTE_UITLEG = 80, 200

# Whole marks by scenario and criterion; exact ones when they are means.
Scores = Mapping[str, Mapping[str, Fraction]]


@dataclass(frozen=True, slots=True)
class Criterium:
    """What scenarios are weighed by. English may be empty."""

    code: str
    naam: str
    uitleg: str
    naam_en: str = ""
    uitleg_en: str = ""


@dataclass(frozen=True, slots=True)
class Inbreng:
    """What one participant brings in: weights of 0 to 10, a score of 1 to 5 per scenario and criterion."""

    gewichten: Mapping[str, int]
    scores: Mapping[str, Mapping[str, int]]


@dataclass(frozen=True, slots=True)
class Plaats:
    """A scenario with its weighted score, the best first."""

    scenario: str
    score: Fraction


@dataclass(frozen=True, slots=True)
class Kantelpunt:
    """At weight `bij` of a criterion (a share of all, the others keeping their proportions) `scenario` draws
    level with what comes first now; beyond it, it comes first. `nu`: the share of now."""

    criterium: str
    nu: Fraction
    bij: Fraction
    scenario: str


@dataclass(frozen=True, slots=True)
class Eensgezindheid:
    """How far participants agree on a criterion: 1 when all say the same, 0 when half say the lowest and half
    the highest. `laagste`, `hoogste`: the extremes per scenario; `gewichten`: lowest and highest weight."""

    criterium: str
    mate: Fraction
    laagste: Mapping[str, int]
    hoogste: Mapping[str, int]
    gewichten: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Verschuiving:
    """Hours a week that a party gets (or loses, below nought) for one task; None where no source tells.

    `erbij`: the party gets work, or more of it.
    """

    taak: str
    partij: str
    uren: Decimal | None
    erbij: bool


# --- what may be brought in -------------------------------------------------------------------------


def check_criteria(criteria: Sequence[Criterium]) -> tuple[Criterium, ...]:
    """The criteria that have a name.

    Refused: keuze_te_weinig_criteria, keuze_te_veel_criteria, keuze_criterium_dubbel.
    """
    kept = tuple(een for een in criteria if een.naam.strip())
    if len(kept) < MINST_CRITERIA:
        raise Refused("keuze_te_weinig_criteria", minstens=MINST_CRITERIA)
    if len(kept) > MEEST_CRITERIA:
        raise Refused("keuze_te_veel_criteria", hoogstens=MEEST_CRITERIA)
    if len({een.naam.strip().casefold() for een in kept}) < len(kept):
        raise Refused("keuze_criterium_dubbel")
    return kept


def check_inbreng(inbreng: Inbreng, scenarios: Sequence[str], criteria: Sequence[str]) -> None:
    """Refused: keuze_gewicht_onmogelijk, keuze_zonder_gewicht, keuze_score_onmogelijk."""
    gewichten = inbreng.gewichten
    if set(gewichten) != set(criteria) or any(not 0 <= g <= HOOGSTE_GEWICHT for g in gewichten.values()):
        raise Refused("keuze_gewicht_onmogelijk", hoogste=HOOGSTE_GEWICHT)
    if not any(gewichten.values()):
        raise Refused("keuze_zonder_gewicht")
    if set(inbreng.scores) != set(scenarios) or any(
        set(of_one) != set(criteria) or any(not LAAGSTE_SCORE <= s <= HOOGSTE_SCORE for s in of_one.values())
        for of_one in inbreng.scores.values()
    ):
        raise Refused("keuze_score_onmogelijk", laagste=LAAGSTE_SCORE, hoogste=HOOGSTE_SCORE)


# --- weighing ---------------------------------------------------------------------------------------


def shares(gewichten: Mapping[str, int | Fraction]) -> dict[str, Fraction]:
    """Weights as shares that add up to 1. ValueError when none is above nought."""
    total = sum(gewichten.values(), Fraction(0))
    if total <= 0:
        raise ValueError("weights need one above nought")
    return {code: Fraction(gewicht) / total for code, gewicht in gewichten.items()}


def ranking(scores: Scores, delen: Mapping[str, Fraction]) -> tuple[Plaats, ...]:
    """Scenarios by their weighted score, the best first. `delen`: shares that add up to 1."""
    found = [
        Plaats(scenario, sum((delen[code] * score for code, score in of_one.items()), Fraction(0)))
        for scenario, of_one in scores.items()
    ]
    return tuple(sorted(found, key=lambda een: -een.score))


def first(plaatsen: Sequence[Plaats]) -> tuple[str, ...]:
    """Who comes first: several when they are level."""
    return tuple(een.scenario for een in plaatsen if een.score == plaatsen[0].score)


def together(inbrengen: Sequence[Inbreng]) -> tuple[dict[str, Fraction], dict[str, dict[str, Fraction]]]:
    """The group: the mean of everybody's shares, and the mean score per scenario and criterion.

    Shares are averaged, not weights: who gives only tens has no more say. ValueError without anybody.
    """
    if not inbrengen:
        raise ValueError("a group needs somebody")
    aantal = len(inbrengen)
    each = [shares(een.gewichten) for een in inbrengen]
    delen = {code: sum((een[code] for een in each), Fraction(0)) / aantal for code in each[0]}
    scores = {
        scenario: {
            code: Fraction(sum(een.scores[scenario][code] for een in inbrengen), aantal) for code in delen
        }
        for scenario in inbrengen[0].scores
    }
    return delen, scores


# --- what would turn it round -----------------------------------------------------------------------


def tipping_points(scores: Scores, delen: Mapping[str, Fraction]) -> tuple[Kantelpunt, ...]:
    """Where a change of one weight, the others in proportion, makes another scenario win: per criterion at
    most the nearest below and the nearest above. Empty when several come first already.

    With share w for criterion c a scenario scores w·x + (1−w)·r, where x is its score on c and r its weighted
    score on the others. Both are straight lines in w, so two scenarios draw level at
    w = (r₁−r₂) / ((r₁−r₂) − (x₁−x₂)), if that lies between 0 and 1.
    """
    winnaars = first(ranking(scores, delen))
    if len(winnaars) > 1:
        return ()
    found = []
    for code in delen:
        lines = {scenario: _line(of_one, delen, code) for scenario, of_one in scores.items()}
        for way in (-1, 1):
            if (tip := _nearest(lines, winnaars[0], delen[code], way)) is not None:
                found.append(Kantelpunt(code, delen[code], *tip))
    return tuple(found)


def _line(
    of_one: Mapping[str, Fraction], delen: Mapping[str, Fraction], code: str
) -> tuple[Fraction, Fraction]:
    """The score at share 0 of this criterion and at share 1. Without other weights others count alike."""
    rest = {other: deel for other, deel in delen.items() if other != code}
    if not rest:
        return Fraction(of_one[code]), Fraction(of_one[code])
    if not any(rest.values()):
        rest = dict.fromkeys(rest, Fraction(1))
    total = sum(rest.values(), Fraction(0))
    at_none = sum((of_one[other] * deel for other, deel in rest.items()), Fraction(0)) / total
    return at_none, Fraction(of_one[code])


def _nearest(
    lines: Mapping[str, tuple[Fraction, Fraction]], winnaar: str, nu: Fraction, way: int
) -> tuple[Fraction, str] | None:
    """The nearest share on this side beyond which another comes first, and who that is."""
    low, high = lines[winnaar]
    best: tuple[Fraction, Fraction, str] | None = None
    for scenario, (at_none, at_all) in lines.items():
        slope = (at_all - at_none) - (high - low)
        if scenario == winnaar or slope * way <= 0:  # it does not gain on this side
            continue
        tip = (low - at_none) / slope
        if not 0 <= tip <= 1 or (tip - nu) * way < 0 or tip == (1 if way > 0 else 0):
            continue
        # Of those that draw level at the same share, who gains fastest comes first beyond it.
        key = (abs(tip - nu), -abs(slope), scenario)
        if best is None or key[:2] < best[:2]:
            best = key
    return None if best is None else (nu + way * best[0], best[2])


# --- agreement --------------------------------------------------------------------------------------


def agreement(inbrengen: Sequence[Inbreng]) -> tuple[Eensgezindheid, ...]:
    """Per criterion how far people agree on the scores, in the order of the criteria.

    1 minus the mean distance to the median, as a part of the largest that can be (half the scale), averaged
    over the scenarios. ValueError without anybody.
    """
    if not inbrengen:
        raise ValueError("agreement needs somebody")
    found = []
    for code in inbrengen[0].gewichten:
        given = {s: sorted(een.scores[s][code] for een in inbrengen) for s in inbrengen[0].scores}
        mate = sum((_agreed(scores) for scores in given.values()), Fraction(0)) / len(given)
        gewichten = sorted(een.gewichten[code] for een in inbrengen)
        found.append(
            Eensgezindheid(
                code,
                mate,
                {s: scores[0] for s, scores in given.items()},
                {s: scores[-1] for s, scores in given.items()},
                (gewichten[0], gewichten[-1]),
            )
        )
    return tuple(found)


def _agreed(scores: Sequence[int]) -> Fraction:
    """Of sorted scores. Any median gives the same sum of distances, so the upper one will do."""
    middle = scores[len(scores) // 2]
    distance = Fraction(sum(abs(score - middle) for score in scores), len(scores))
    return 1 - distance / Fraction(HOOGSTE_SCORE - LAAGSTE_SCORE, 2)


# --- who gets more work -----------------------------------------------------------------------------


def shifted(
    taak: str, uren: Decimal | None, nu: Sequence[str], straks: Sequence[str], *, elk: bool
) -> tuple[Verschuiving, ...]:
    """What moves to whom when a task goes from the parties of `nu` to those of `straks`.

    `uren`: a week, of the task as a whole. `elk`: every party that has the task does it whole, as two regions
    that both sit at a national table; else they share the hours alike. Parties whose hours stay are left out.
    """
    found = []
    for partij in dict.fromkeys((*nu, *straks)):
        before, after = (_hours(uren, parties, partij, elk=elk) for parties in (nu, straks))
        if uren is None:
            if (partij in nu) != (partij in straks):
                found.append(Verschuiving(taak, partij, None, partij in straks))
        elif after != before:
            found.append(Verschuiving(taak, partij, after - before, after > before))
    return tuple(found)


def _hours(uren: Decimal | None, parties: Sequence[str], partij: str, *, elk: bool) -> Decimal:
    if uren is None or partij not in parties:
        return Decimal(0)
    return uren if elk else uren / len(parties)
