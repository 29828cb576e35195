"""The compiled walks of `kernels`: along the rows of one person after another.

Each walk does the persons from `van` up to `tot` and fills tables of its own, so persons can be divided over
threads, and the sum is the same on any number of them. Tables are (w + 2) x g: counts in a window (row 1 to
w) and a group; row 0 holds what lies before the first window, row w + 1 what comes after the last one.
"""

from typing import Any, NamedTuple

import numba
import numpy as np
from numpy.typing import NDArray

Getallen = NDArray[Any]
_compiled = numba.njit(cache=True, nogil=True)
ZELFDE_DAG, ZELFDE_PERIODE, VOORAF = range(3)


class Rijen(NamedTuple):
    """The rows, sorted by person and first day. `begin_van` (p + 1): row of each person's first one.

    n each: `begin`, `einde` (first day without help), `geboren` (months since the year 0), `groep`, and
    `uit`: how many selections mean the row (0: it does not count).
    """

    begin_van: Getallen
    begin: Getallen
    einde: Getallen
    geboren: Getallen
    groep: Getallen
    uit: Getallen


class Vorm(NamedTuple):
    """`dag_van`: the window of each day from `eerste` on, `maand_van`: the month in which an age counts then.

    w + 2 each: `w_van`, `w_tot`: the days of a window that are looked at (`op_het_eind`: only its last one),
    `w_maand`: the month in which ages count on the first of them. With `met_leeftijd` counts who is `laag`
    months old or older and younger than `hoog`.
    """

    dag_van: Getallen
    maand_van: Getallen
    eerste: int
    w_van: Getallen
    w_tot: Getallen
    w_maand: Getallen
    vensters: int
    groepen: int
    laag: int
    hoog: int
    met_leeftijd: bool
    op_het_eind: bool


@_compiled
def _window(dag: int, vorm: Vorm) -> int:
    place = dag - vorm.eerste
    if place < 0:
        return 0
    return int(vorm.dag_van[min(place, len(vorm.dag_van) - 1)])


@_compiled
def _aged(geboren: int, dag: int, vorm: Vorm) -> bool:
    """Whether the age on this day is asked for. Days outside the windows are not counted anyhow."""
    if not vorm.met_leeftijd:
        return True
    place = min(max(dag - vorm.eerste, 0), len(vorm.maand_van) - 1)
    return bool(vorm.laag <= vorm.maand_van[place] - geboren < vorm.hoog)


@_compiled
def _aged_in(geboren: int, begin: int, window: int, vorm: Vorm) -> bool:
    """Whether the age is asked for on the first day of a window that the row counts."""
    if not vorm.met_leeftijd:
        return True
    if begin > vorm.w_van[window]:
        return _aged(geboren, begin, vorm)
    return bool(vorm.laag <= vorm.w_maand[window] - geboren < vorm.hoog)


@_compiled
def stays(
    rijen: Rijen, vorm: Vorm, pauze: int, binnen: int, van: int, tot: int
) -> tuple[Getallen, Getallen, Getallen]:
    """Stays that begin, stop, and stop to begin again at most `binnen` days after their last day.

    Help that comes back within `pauze` days without is one stay.
    """
    into = np.zeros((vorm.vensters + 2, vorm.groepen), dtype=np.int32)
    out, again = np.zeros_like(into), np.zeros_like(into)
    until = np.zeros(vorm.groepen, dtype=np.int32)
    born = np.zeros(vorm.groepen, dtype=np.int32)
    whose = np.full(vorm.groepen, -1, dtype=np.int32)
    for who in range(van, tot):
        first_row, last_row = rijen.begin_van[who], rijen.begin_van[who + 1]
        if vorm.met_leeftijd:
            _births(rijen, first_row, last_row, born)
        for row in range(first_row, last_row):
            if not rijen.uit[row]:
                continue
            at, first, last = rijen.groep[row], rijen.begin[row], rijen.einde[row]
            if whose[at] == who and first - until[at] <= pauze:
                until[at] = max(until[at], last)
                continue
            if whose[at] == who and _aged(born[at], until[at], vorm):
                stopped = _window(until[at], vorm)
                out[stopped, at] += 1
                # The last day of help is the day before `until`.
                again[stopped, at] += first - until[at] + 1 <= binnen
            whose[at], until[at] = who, last
            into[_window(first, vorm), at] += _aged(born[at], first, vorm)
        for row in range(first_row, last_row):
            at = rijen.groep[row]
            if rijen.uit[row] and whose[at] == who:
                out[_window(until[at], vorm), at] += _aged(born[at], until[at], vorm)
                whose[at] = -1
    return into, out, again


@_compiled
def _births(rijen: Rijen, first_row: int, last_row: int, born: Getallen) -> None:
    """The earliest month of birth that the rows of a person know, per group."""
    for row in range(first_row, last_row):
        if rijen.uit[row]:
            born[rijen.groep[row]] = rijen.geboren[row]
    for row in range(first_row, last_row):
        if rijen.uit[row]:
            at = rijen.groep[row]
            born[at] = min(born[at], rijen.geboren[row])


@_compiled
def rows(rijen: Rijen, vorm: Vorm, van: int, tot: int) -> tuple[Getallen, Getallen]:
    """Rows that begin and rows that stop."""
    into = np.zeros((vorm.vensters + 2, vorm.groepen), dtype=np.int32)
    out = np.zeros_like(into)
    for row in range(rijen.begin_van[van], rijen.begin_van[tot]):
        if rijen.uit[row]:
            at, first, last = rijen.groep[row], rijen.begin[row], rijen.einde[row]
            if _aged(rijen.geboren[row], first, vorm):
                into[_window(first, vorm), at] += rijen.uit[row]
            if _aged(rijen.geboren[row], last, vorm):
                out[_window(last, vorm), at] += rijen.uit[row]
    return into, out


@_compiled
def running(rijen: Rijen, vorm: Vorm, per_rij: bool, van: int, tot: int) -> Getallen:
    """Persons (or rows) that run on a day of a window, or on its last day, once per window and group."""
    found = np.zeros((vorm.vensters + 2, vorm.groepen), dtype=np.int32)
    whose = np.full((vorm.vensters + 2, 1 if per_rij else vorm.groepen), -1, dtype=np.int32)
    for who in range(van, tot):
        for row in range(rijen.begin_van[who], rijen.begin_van[who + 1]):
            if not rijen.uit[row]:
                continue
            at = rijen.groep[row]
            first, last = _windows_of(rijen.begin[row], rijen.einde[row], vorm)
            for window in range(first, last + 1):
                if not per_rij and whose[window, at] == who:
                    continue
                if _aged_in(rijen.geboren[row], rijen.begin[row], window, vorm):
                    found[window, at] += rijen.uit[row] if per_rij else 1
                    if not per_rij:
                        whose[window, at] = who
    return found


@_compiled
def _windows_of(begin: int, einde: int, vorm: Vorm) -> tuple[int, int]:
    """First and last window in which a row runs, or runs at the end."""
    last = _window(einde, vorm) - 1 if vorm.op_het_eind else _window(einde - 1, vorm)
    return max(_window(begin, vorm), 1), min(last, vorm.vensters)


@_compiled
def beside(
    rijen: Rijen, vorm: Vorm, met: Getallen, verband: int, binnen: int, van: int, tot: int
) -> tuple[Getallen, Getallen]:
    """Persons with a row that counts in a window, and those among them with `met` beside or before it."""
    part = np.zeros((vorm.vensters + 2, vorm.groepen), dtype=np.int32)
    whole = np.zeros_like(part)
    whose = np.full((vorm.vensters + 2, vorm.groepen), -1, dtype=np.int32)
    whose_part = np.full_like(whose, -1)
    for who in range(van, tot):
        for row in range(rijen.begin_van[who], rijen.begin_van[who + 1]):
            if not rijen.uit[row]:
                continue
            at, begin = rijen.groep[row], rijen.begin[row]
            first, last = _windows_of(begin, rijen.einde[row], vorm)
            if verband == VOORAF:
                first, last = _window_begun(begin, vorm)
            for window in range(first, last + 1):
                if whose_part[window, at] == who or not _aged_in(rijen.geboren[row], begin, window, vorm):
                    continue
                if whose[window, at] != who:
                    whose[window, at] = who
                    whole[window, at] += 1
                if _has(rijen, who, row, window, met, verband, binnen, vorm):
                    whose_part[window, at] = who
                    part[window, at] += 1
    return part, whole


@_compiled
def _window_begun(begin: int, vorm: Vorm) -> tuple[int, int]:
    """The window in which a row begins, twice; no window when it begins on no day that is looked at."""
    window = _window(begin, vorm)
    if 1 <= window <= vorm.vensters and begin >= vorm.w_van[window]:
        return window, window
    return 1, 0


@_compiled
def _has(  # noqa: PLR0913, PLR0917  compiled into its caller; a tuple would be built for every row
    rijen: Rijen, who: int, row: int, window: int, met: Getallen, verband: int, binnen: int, vorm: Vorm
) -> bool:
    """Whether a person has something in `met` that goes with a row in a window."""
    begin, einde = rijen.begin[row], rijen.einde[row]
    for other in range(rijen.begin_van[who], rijen.begin_van[who + 1]):
        if not met[other]:
            continue
        met_begin, met_einde = rijen.begin[other], rijen.einde[other]
        first, last = max(met_begin, vorm.w_van[window]), min(met_einde, vorm.w_tot[window])
        if verband == VOORAF and met_begin < begin and begin - (met_einde - 1) <= binnen:
            return True
        if verband == ZELFDE_DAG and max(first, begin) < min(last, einde):
            return True
        if verband == ZELFDE_PERIODE and first < last:
            return True
    return False


@_compiled
def together(rijen: Rijen, vorm: Vorm, met: Getallen, van: int, tot: int) -> tuple[Getallen, Getallen]:
    """Changes in the number of persons of a group, and of those among them with `met` on the same day.

    What `beside` says of the last day of each window, by increments: the time does not grow with the windows.
    """
    part = np.zeros((vorm.vensters + 2, vorm.groepen), dtype=np.int32)
    whole = np.zeros_like(part)
    since = np.zeros(vorm.groepen, dtype=np.int32)
    until = np.zeros(vorm.groepen, dtype=np.int32)
    whose = np.full(vorm.groepen, -1, dtype=np.int32)
    most = 0
    for who in range(van, tot):
        most = max(most, rijen.begin_van[who + 1] - rijen.begin_van[who])
    other = np.zeros((most + 1, 2), dtype=np.int32)
    for who in range(van, tot):
        number = _joined(rijen, who, met, other)
        for row in range(rijen.begin_van[who], rijen.begin_van[who + 1]):
            if not rijen.uit[row]:
                continue
            at = rijen.groep[row]
            if whose[at] == who and rijen.begin[row] <= until[at]:
                until[at] = max(until[at], rijen.einde[row])
                continue
            if whose[at] == who:
                _count(since[at], until[at], at, vorm, whole)
                _overlaps(since[at], until[at], at, vorm, other, number, part)
            whose[at], since[at], until[at] = who, rijen.begin[row], rijen.einde[row]
        for row in range(rijen.begin_van[who], rijen.begin_van[who + 1]):
            at = rijen.groep[row]
            if rijen.uit[row] and whose[at] == who:
                _count(since[at], until[at], at, vorm, whole)
                _overlaps(since[at], until[at], at, vorm, other, number, part)
                whose[at] = -1
    return part, whole


@_compiled
def _joined(rijen: Rijen, who: int, met: Getallen, other: Getallen) -> int:
    """The days of a person with `met` as stretches that do not touch, in `other`; how many."""
    number = 0
    for row in range(rijen.begin_van[who], rijen.begin_van[who + 1]):
        if not met[row]:
            continue
        if number and rijen.begin[row] <= other[number - 1, 1]:
            other[number - 1, 1] = max(other[number - 1, 1], rijen.einde[row])
        else:
            other[number, 0], other[number, 1] = rijen.begin[row], rijen.einde[row]
            number += 1
    return number


@_compiled
def _overlaps(
    first: int, last: int, at: int, vorm: Vorm, other: Getallen, number: int, into: Getallen
) -> None:
    """Counts the stretches in which a stay goes with something else."""
    for k in range(number):
        a, b = max(first, other[k, 0]), min(last, other[k, 1])
        if a < b:
            _count(a, b, at, vorm, into)


@_compiled
def _count(first: int, last: int, at: int, vorm: Vorm, into: Getallen) -> None:
    into[_window(first, vorm), at] += 1
    into[_window(last, vorm), at] -= 1
