"""The one sort of the compiled engine: rows by person, then by first day, in the order they came.

Persons are numbers from 0 on. Rows are first laid together per 65,536 persons, so that what follows stays
close together in memory however many rows there are: counting the rows of each person, laying them in their
places, and putting the few days of one person in order by insertion. It takes 15 bytes a row beside them.
"""

from typing import Any

import numba
import numpy as np
from numpy.typing import NDArray

Getallen = NDArray[Any]
_compiled = numba.njit(cache=True, nogil=True)
BITS = 16  # of a person's number, within what is laid together
VEEL = 64  # rows of one person from which insertion would take longer than a sort


def person_order(personen: Getallen, begin: Getallen, houd: Getallen) -> tuple[Getallen, Getallen]:
    """Which row comes where (uint32), and where each person with a row begins there (int64, with the end).

    n each: `personen` (whole numbers from 0 on), `begin` (days), `houd` (whether the row counts at all).
    At most 2**32 - 1 rows.
    """
    persons = int(personen.max()) + 1 if len(personen) else 1
    ends = _ends(personen, houd, ((persons - 1) >> BITS) + 1)
    rows, wie, dag = _together(personen, begin, houd, ends)
    return rows, _ordered(rows, wie, dag, ends, persons)


@_compiled
def _ends(personen: Getallen, houd: Getallen, delen: int) -> Getallen:
    """(delen + 1) Where the rows of each part end, once they are laid together; the last one is all."""
    ends = np.zeros(delen + 1, dtype=np.int64)
    for row in range(len(personen)):
        if houd[row]:
            ends[(personen[row] >> BITS) + 1] += 1
    return np.cumsum(ends)


@_compiled
def _together(
    personen: Getallen, begin: Getallen, houd: Getallen, ends: Getallen
) -> tuple[Getallen, Getallen, Getallen]:
    """The rows part by part, as they came: row number, person within the part, and first day."""
    rows = np.empty(ends[-1], dtype=np.uint32)
    wie = np.empty(ends[-1], dtype=np.uint16)
    dag = np.empty(ends[-1], dtype=np.int32)
    places = ends[:-1].copy()
    for row in range(len(personen)):
        if houd[row]:
            person = personen[row]
            place = places[person >> BITS]
            places[person >> BITS] += 1
            rows[place], wie[place], dag[place] = row, person & (2**BITS - 1), begin[row]
    return rows, wie, dag


@_compiled
def _ordered(rows: Getallen, wie: Getallen, dag: Getallen, ends: Getallen, persons: int) -> Getallen:
    """Puts the rows of each part in order, in place; gives where each person begins, and the end."""
    first = np.empty(persons + 1, dtype=np.int64)
    found = 0
    for part in range(len(ends) - 1):
        van, tot = ends[part], ends[part + 1]
        places = np.zeros(2**BITS + 1, dtype=np.int64)
        for place in range(van, tot):
            places[wie[place] + 1] += 1
        places = np.cumsum(places) + van
        for person in range(2**BITS):
            if places[person + 1] > places[person]:
                first[found] = places[person]
                found += 1
        given, days = rows[van:tot].copy(), dag[van:tot].copy()
        for place in range(tot - van):
            person = wie[van + place]
            rows[places[person]], dag[places[person]] = given[place], days[place]
            places[person] += 1
    first[found] = ends[-1]
    for person in range(found):
        _by_day(rows[first[person] : first[person + 1]], dag[first[person] : first[person + 1]])
    return first[: found + 1].copy()


@_compiled
def _by_day(rows: Getallen, dag: Getallen) -> None:
    """One person's rows by first day; rows of the same day stay as they came."""
    if len(rows) > VEEL:
        rows[:] = rows[np.argsort(dag, kind="mergesort")]
        return
    for place in range(1, len(rows)):
        row, day = rows[place], dag[place]
        before = place
        while before > 0 and dag[before - 1] > day:
            rows[before], dag[before] = rows[before - 1], dag[before - 1]
            before -= 1
        rows[before], dag[before] = row, day
