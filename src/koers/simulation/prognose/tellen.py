"""What the loop writes down: who is in care on the days asked, and who counts in a year.

Every stay is noted as a first and an end on the list of asked days. A person is added up once, as a step up
and a step down per level and once in all, and the steps become numbers when a replication is over: what it
costs hangs neither on how many days are asked nor on how long help lasts.
"""

from typing import NamedTuple

import numpy as np

from koers.simulation.prognose.klassen import STATEN
from koers.simulation.prognose.toeval import compiled, inlined

ALLEN = STATEN  # the column of persons, after the levels


class Kalender(NamedTuple):
    """For each whole day up to the last one asked: how many asked days lie before it, how many years ended
    before it, and how many began before it."""

    eerder: np.ndarray
    voorbij: np.ndarray
    begonnen: np.ndarray


class Werk(NamedTuple):
    """What one thread writes in. `stapel`, `sleutel`: stays that wait to be played. `vak`: per noted stay
    of a person its first and end on the list of asked days, and its level; `aantal`: how many there are.
    `stap`: day x (levels, persons). `jaarteken`, `jaren`: years with specialised help, and their span.
    """

    stapel: np.ndarray
    sleutel: np.ndarray
    vak: np.ndarray
    aantal: np.ndarray
    bezet: np.ndarray
    stap: np.ndarray
    jaarteken: np.ndarray
    jaren: np.ndarray
    jeugd: np.ndarray
    verloop: np.ndarray


def make_calendar(eerder: np.ndarray, jaren: np.ndarray) -> Kalender:
    """`jaren`: first and last day, in order."""
    dagen = np.arange(len(eerder))
    begonnen = np.searchsorted(np.ascontiguousarray(jaren[:, 0]), dagen)
    return Kalender(eerder, np.searchsorted(np.ascontiguousarray(jaren[:, 1]), dagen), begonnen)


def make_work(stapel, hoogstens, dagen, jaren):
    """Room for stays that wait, stays of one person, days asked and years."""
    return Werk(
        np.empty((stapel, 4)),
        np.empty(stapel, dtype=np.uint64),
        np.empty((hoogstens, 3), dtype=np.int64),
        np.zeros(1, dtype=np.int64),
        np.zeros(STATEN + 1, dtype=np.int64),
        np.zeros((dagen + 1, STATEN + 1), dtype=np.int32),
        np.zeros(jaren, dtype=np.bool_),
        np.array([jaren, 0]),
        np.zeros(jaren, dtype=np.int32),
        np.zeros(4),
    )


@inlined
def note_stay(kalender, s, t, tot, zwaar, werk):
    """A stay of level `s` from `t` to `tot`. Noon of a day decides: day d has its noon at d - 0.5."""
    eerste = int(np.ceil(max(t, 0.0) + 0.5)) if t < tot else int(np.ceil(max(tot, 0.0) + 0.5))
    na = int(np.ceil(max(tot, 0.0) + 0.5))
    if eerste >= na:
        return
    van, einde = kalender.eerder[eerste], kalender.eerder[na]
    if van < einde:
        i = werk.aantal[0]
        werk.vak[i, 0], werk.vak[i, 1], werk.vak[i, 2] = van, einde, s
        werk.aantal[0] = i + 1
    if zwaar:
        j0, j1 = kalender.voorbij[eerste], kalender.begonnen[na]
        for j in range(j0, j1):
            werk.jaarteken[j] = True
        if j0 < j1:
            werk.jaren[0] = min(werk.jaren[0], j0)
            werk.jaren[1] = max(werk.jaren[1], j1)


@inlined
def count_person(werk):
    """Each asked day counts the person once, and once per level."""
    n, vak, stap = werk.aantal[0], werk.vak, werk.stap
    werk.aantal[0] = 0
    if n == 1:
        van, tot, s = vak[0, 0], vak[0, 1], vak[0, 2]
        stap[van, s] += 1
        stap[tot, s] -= 1
        stap[van, ALLEN] += 1
        stap[tot, ALLEN] -= 1
        return
    bezet = werk.bezet
    _sort(vak, n)
    for i in range(n):
        van, tot, s = vak[i, 0], vak[i, 1], vak[i, 2]
        _step(stap, bezet, van, tot, s)
        _step(stap, bezet, van, tot, ALLEN)
    for i in range(n):
        bezet[vak[i, 2]] = 0
    bezet[ALLEN] = 0


@inlined
def _step(stap, bezet, van, tot, s):
    """A column of days goes up and down for the part that is not taken yet; stays come in order of start."""
    van = max(van, bezet[s])
    if van < tot:
        stap[van, s] += 1
        stap[tot, s] -= 1
        bezet[s] = tot


@inlined
def _sort(vak, n):
    """By first day; the few stays of a person are mostly in order already."""
    for i in range(1, n):
        van, tot, s = vak[i, 0], vak[i, 1], vak[i, 2]
        j = i - 1
        while j >= 0 and vak[j, 0] > van:
            vak[j + 1, 0], vak[j + 1, 1], vak[j + 1, 2] = vak[j, 0], vak[j, 1], vak[j, 2]
            j -= 1
        vak[j + 1, 0], vak[j + 1, 1], vak[j + 1, 2] = van, tot, s


@inlined
def count_years(jaren, geteld, geboren, oudste, werk):
    """Each year counts the person once, by the age on its first day; and wipes the marks.

    As the indicators count: from the first day of the month of birth, and nobody whose age is not known.
    """
    for j in range(werk.jaren[0], werk.jaren[1]):
        if werk.jaarteken[j]:
            werk.jaarteken[j] = False
            oud = jaren[j, 0] - 1.0 - geboren
            if j >= geteld and 0.0 <= oud < oudste:
                werk.jeugd[j] += 1
    werk.jaren[0], werk.jaren[1] = len(jaren), 0


@compiled
def write_counts(werk, aantal, jeugd, verloop):
    """A replication is over: steps become numbers, and all is empty for the next one."""
    for s in range(STATEN + 1):
        nu = 0
        for g in range(len(aantal)):
            nu += werk.stap[g, s]
            aantal[g, s] = nu
    for j in range(len(jeugd)):
        jeugd[j] = werk.jeugd[j]
    for i in range(len(verloop)):
        verloop[i] = werk.verloop[i]
    werk.stap[:] = 0
    werk.jeugd[:] = 0
    werk.verloop[:] = 0.0
