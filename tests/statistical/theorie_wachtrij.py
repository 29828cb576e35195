"""What theory says of a queue in closed form, or as a chain of births and deaths; written apart from the
engine.

Sources: Erlang 1917 and Palm 1957 as in Gross, Shortle, Thompson and Harris, *Fundamentals of Queueing
Theory*: M/M/c (2.3), M/M/c+M (2.10), M/G/1 (Pollaczek and Khinchine, 5.1), priorities (Cobham 1954, 4.4).
`lam`: arrivals, `mu`: departures per place, `theta`: who gives up, all per day; `c`: places.
"""

import math

import numpy as np


def erlang_c(lam: float, mu: float, c: int) -> float:
    """The chance to wait."""
    last = lam / mu
    b = 1.0
    for n in range(1, c + 1):
        b = last * b / (n + last * b)
    return c * b / (c - last * (1 - b))


def mean_wait(lam: float, mu: float, c: int) -> float:
    return erlang_c(lam, mu, c) / (c * mu - lam)


def within(lam: float, mu: float, c: int, t: float) -> float:
    """The chance to begin within `t` days."""
    return 1 - erlang_c(lam, mu, c) * math.exp(-(c * mu - lam) * t)


def pollaczek(lam: float, mean: float, spread: float) -> float:
    """Mean wait at one place; `spread` is the standard deviation of the duration as part of its mean."""
    return lam * mean**2 * (1 + spread**2) / (2 * (1 - lam * mean))


def gives_up(lam: float, mu: float, c: int, theta: float, longest: int = 2000) -> float:
    """The part that gives up before it begins: the balance of births and deaths, cut off far away."""
    n = np.arange(1, longest)
    logs = np.concatenate(
        [[0.0], np.cumsum(np.log(lam) - np.log(np.minimum(n, c) * mu + np.maximum(n - c, 0) * theta))]
    )
    p = np.exp(logs - logs.max())
    p /= p.sum()
    in_line = float((np.maximum(np.arange(longest) - c, 0) * p).sum())
    return theta * in_line / lam


def cobham(lam: float, first: float, mu: float, c: int) -> tuple[float, float]:
    """Mean waits of who goes first (a part `first`) and of the others."""
    load = lam / (c * mu)
    base = erlang_c(lam, mu, c) / (c * mu)
    return base / (1 - load * first), base / ((1 - load * first) * (1 - load))
