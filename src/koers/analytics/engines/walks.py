"""The compiled walks of `kernels`: along the rows of one person after another.

Persons are divided over the threads; each thread fills a table of its own (t x (w + 2) x g), so the sum is
the same on any number of threads. Counts are of persons, in a window (row 1 to w) and a group; row 0 holds
what lies before the first window, row w + 1 what comes after the last one.
"""

from typing import Any, NamedTuple

import numba
import numpy as np
from numpy.typing import NDArray

Getallen = NDArray[Any]
_compiled = numba.njit(cache=True, nogil=True)
_threaded = numba.njit(cache=True, nogil=True, parallel=True)


class Rijen(NamedTuple):
    """The rows, sorted by person and first day. `begin_van` (p + 1): row of each person's first one.

    n each: `begin`, `einde` (first day without help), `groep`, and `uit`: how many
    selections mean the row (0: it does not count).
    """

    begin_van: Getallen
    begin: Getallen
    einde: Getallen
    groep: Getallen
    uit: Getallen


class Vorm(NamedTuple):
    """`dag_van`: the window of each day from `eerste` on; the numbers of windows, groups and threads."""

    dag_van: Getallen
    eerste: int
    vensters: int
    groepen: int
    draden: int


@_compiled
def _window(dag: int, vorm: Vorm) -> int:
    place = dag - vorm.eerste
    if place < 0:
        return 0
    return int(vorm.dag_van[min(place, len(vorm.dag_van) - 1)])


@_compiled
def _share(thread: int, threads: int, rijen: Rijen) -> tuple[int, int]:
    """The persons of one thread."""
    p = len(rijen.begin_van) - 1
    return p * thread // threads, p * (thread + 1) // threads


@_threaded
def stays(rijen: Rijen, vorm: Vorm, pauze: int, binnen: int) -> tuple[Getallen, Getallen, Getallen]:
    """Stays that begin, stop, and stop to begin again at most `binnen` days after their last day.

    Help that comes back within `pauze` days without is one stay.
    """
    threads = vorm.draden
    into = np.zeros((threads, vorm.vensters + 2, vorm.groepen), dtype=np.int32)
    out, again = np.zeros_like(into), np.zeros_like(into)
    for thread in numba.prange(threads):
        until = np.zeros(vorm.groepen, dtype=np.int32)
        whose = np.full(vorm.groepen, -1, dtype=np.int64)
        from_person, to_person = _share(thread, threads, rijen)
        for who in range(from_person, to_person):
            for row in range(rijen.begin_van[who], rijen.begin_van[who + 1]):
                if not rijen.uit[row]:
                    continue
                at, first, last = rijen.groep[row], rijen.begin[row], rijen.einde[row]
                if whose[at] == who and first - until[at] <= pauze:
                    until[at] = max(until[at], last)
                    continue
                if whose[at] == who:
                    stopped = _window(until[at], vorm)
                    out[thread, stopped, at] += 1
                    # The last day of help is the day before `until`.
                    again[thread, stopped, at] += first - until[at] + 1 <= binnen
                whose[at], until[at] = who, last
                into[thread, _window(first, vorm), at] += 1
            for row in range(rijen.begin_van[who], rijen.begin_van[who + 1]):
                at = rijen.groep[row]
                if rijen.uit[row] and whose[at] == who:
                    out[thread, _window(until[at], vorm), at] += 1
                    whose[at] = -1
    return into, out, again


@_threaded
def rows(rijen: Rijen, vorm: Vorm) -> tuple[Getallen, Getallen]:
    """Rows that begin and rows that stop."""
    threads = vorm.draden
    into = np.zeros((threads, vorm.vensters + 2, vorm.groepen), dtype=np.int32)
    out = np.zeros_like(into)
    n = len(rijen.begin)
    for thread in numba.prange(threads):
        for row in range(n * thread // threads, n * (thread + 1) // threads):
            if rijen.uit[row]:
                into[thread, _window(rijen.begin[row], vorm), rijen.groep[row]] += rijen.uit[row]
                out[thread, _window(rijen.einde[row], vorm), rijen.groep[row]] += rijen.uit[row]
    return into, out


@_threaded
def distinct(rijen: Rijen, vorm: Vorm) -> Getallen:
    """Persons with help on at least one day of a window, once per window and group."""
    threads = vorm.draden
    found = np.zeros((threads, vorm.vensters + 2, vorm.groepen), dtype=np.int32)
    for thread in numba.prange(threads):
        counted = np.zeros(vorm.groepen, dtype=np.int32)
        whose = np.full(vorm.groepen, -1, dtype=np.int64)
        from_person, to_person = _share(thread, threads, rijen)
        for who in range(from_person, to_person):
            for row in range(rijen.begin_van[who], rijen.begin_van[who + 1]):
                if not rijen.uit[row]:
                    continue
                at = rijen.groep[row]
                if whose[at] != who:
                    whose[at], counted[at] = who, 0
                # Rows come in the order of their first day: a window that was passed never comes back.
                until = min(_window(rijen.einde[row] - 1, vorm), vorm.vensters)
                for window in range(max(_window(rijen.begin[row], vorm), counted[at] + 1), until + 1):
                    found[thread, window, at] += 1
                counted[at] = max(counted[at], until)
    return found


@_threaded
def together(rijen: Rijen, vorm: Vorm, met: Getallen) -> tuple[Getallen, Getallen]:
    """Changes in the number of persons of a group, and of those among them with `met` on the same day."""
    threads = vorm.draden
    part = np.zeros((threads, vorm.vensters + 2, vorm.groepen), dtype=np.int32)
    whole = np.zeros_like(part)
    most = np.diff(rijen.begin_van).max() if len(rijen.begin_van) > 1 else 0
    for thread in numba.prange(threads):
        since = np.zeros(vorm.groepen, dtype=np.int32)
        until = np.zeros(vorm.groepen, dtype=np.int32)
        whose = np.full(vorm.groepen, -1, dtype=np.int64)
        other = np.zeros((most + 1, 2), dtype=np.int32)
        from_person, to_person = _share(thread, threads, rijen)
        for who in range(from_person, to_person):
            number = _joined(rijen, who, met, other)
            for row in range(rijen.begin_van[who], rijen.begin_van[who + 1]):
                if not rijen.uit[row]:
                    continue
                at = rijen.groep[row]
                if whose[at] == who and rijen.begin[row] <= until[at]:
                    until[at] = max(until[at], rijen.einde[row])
                    continue
                if whose[at] == who:
                    _count(since[at], until[at], vorm, whole[thread, :, at])
                    _beside(since[at], until[at], vorm, other[:number], part[thread, :, at])
                whose[at], since[at], until[at] = who, rijen.begin[row], rijen.einde[row]
            for row in range(rijen.begin_van[who], rijen.begin_van[who + 1]):
                at = rijen.groep[row]
                if rijen.uit[row] and whose[at] == who:
                    _count(since[at], until[at], vorm, whole[thread, :, at])
                    _beside(since[at], until[at], vorm, other[:number], part[thread, :, at])
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
def _beside(first: int, last: int, vorm: Vorm, other: Getallen, into: Getallen) -> None:
    """Counts the stretches in which a stay goes with something else."""
    for k in range(len(other)):
        a, b = max(first, other[k, 0]), min(last, other[k, 1])
        if a < b:
            _count(a, b, vorm, into)


@_compiled
def _count(first: int, last: int, vorm: Vorm, into: Getallen) -> None:
    into[_window(first, vorm)] += 1
    into[_window(last, vorm)] -= 1
