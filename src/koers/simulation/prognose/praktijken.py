"""By which practice somebody was referred: known of who is in care, drawn for who comes."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from koers.simulation.prognose.verblijven import GEEN, NIEUW, Verblijven

TREK = 20.0  # entries: so heavily the whole history weighs against the recent ones


@dataclass(frozen=True)
class Praktijken:
    """`namen`: codes, the first is number 1. `van`: per young person the number; 0 is none."""

    namen: tuple[str, ...] = ()
    van: np.ndarray = field(default_factory=lambda: np.zeros(0, dtype=np.int64))


ZONDER = Praktijken()


def practices_of(jeugdigen: Sequence[str], gevonden: Mapping[str, str]) -> Praktijken:
    """`jeugdigen`: their codes in the order of their numbers. `gevonden`: the practice of who has one."""
    namen = tuple(sorted({gevonden[wie] for wie in jeugdigen if wie in gevonden}))
    nummer = {code: plek for plek, code in enumerate(namen, start=1)}
    van = [nummer[gevonden[wie]] if wie in gevonden else 0 for wie in jeugdigen]
    return Praktijken(namen, np.array(van, dtype=np.int64))


def origin_shares(v: Verblijven, wie: np.ndarray, praktijken: Praktijken, routes: int) -> np.ndarray:
    """Cumulative share of each practice (first: none) among who comes by each route; the last is unknown.

    What was seen of the recent entries (`wie`), shrunk towards the whole history of that route as if `TREK`
    entries of it came along: a practice that sent nobody lately may send somebody again. A route by which
    nobody ever came has no practice.
    """
    groepen = len(praktijken.namen) + 1
    alle = np.flatnonzero(v.soort == NIEUW)
    recent, geheel = (_tally(v, welke, praktijken, (routes, groepen)) for welke in (wie, alle))
    som = geheel.sum(axis=1, keepdims=True)
    trek = np.where(som > 0, geheel / np.maximum(som, 1), np.eye(1, groepen))
    deel = (recent + TREK * trek) / (recent.sum(axis=1, keepdims=True) + TREK)
    return np.ascontiguousarray(np.cumsum(deel, axis=1))


def _tally(v: Verblijven, welke: np.ndarray, praktijken: Praktijken, vorm: tuple[int, int]) -> np.ndarray:
    route = np.where(v.route[welke] == GEEN, vorm[0] - 1, v.route[welke])
    plat = np.ravel_multi_index((route, praktijken.van[v.jeugdige[welke]]), vorm)
    return np.bincount(plat, minlength=vorm[0] * vorm[1]).reshape(vorm).astype(np.float64)
