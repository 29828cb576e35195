"""Chance by address: the same (seed, replication, person, draw) is the same number, on any number of threads.

A key is mixed from its address step by step (the finaliser of splitmix64); a draw is the key mixed with the
number of the draw. Nothing is consumed in order, so what one person draws never shifts another's.
"""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numba as nb
import numpy as np

GOLDEN = np.uint64(0x9E3779B97F4A7C15)
_M1 = np.uint64(0xBF58476D1CE4E5B9)
_M2 = np.uint64(0x94D049BB133111EB)
_S30, _S27, _S31, _S11 = np.uint64(30), np.uint64(27), np.uint64(31), np.uint64(11)
# Which modules stand beside this one, and when each was last changed.
_STEMPEL = tuple(
    sorted(
        (een.name, een.stat().st_mtime_ns, een.stat().st_size) for een in Path(__file__).parent.glob("*.py")
    )
)


def kept(*, cache: bool = True, **hoe: Any) -> Callable[[Any], Any]:
    """Compiled once and kept (unless `cache` is off), until any module beside this one changes.

    What is compiled holds the code of what it calls, and numba itself looks at the file of the function
    alone: a new version of one module would go on counting with the old code of another.
    """

    def make(functie: Any) -> Any:
        made: Any = nb.njit(cache=cache, nogil=True, **hoe)(functie)
        if cache:
            made._cache._cache_file._source_stamp = _STEMPEL
        return made

    return make


# What the loops are made of. Nothing is allocated in them: without its runtime numba counts no references to
# arrays, which took three quarters of their time. Small functions become part of the one that calls them.
compiled = kept(error_model="numpy", _nrt=False)
inlined = kept(error_model="numpy", _nrt=False, forceinline=True)
_SCHAAL = 1.0 / 9007199254740992.0  # 2^-53


@inlined
def child(key, step):
    """The key of `step` below `key`. Both uint64."""
    z = (key ^ (step * GOLDEN)) + GOLDEN
    z = (z ^ (z >> _S30)) * _M1
    z = (z ^ (z >> _S27)) * _M2
    return z ^ (z >> _S31)


@inlined
def uniform(key, draw):
    """Draw number `draw` of a key, strictly between 0 and 1."""
    return (np.float64(child(key, draw) >> _S11) + 0.5) * _SCHAAL


def uniforms(seed: int, stroom: int, aantal: int) -> np.ndarray:
    """`aantal` draws at address (seed, stroom, 0 …), for parameters: the same function, in plain numpy."""
    with np.errstate(over="ignore"):
        key = _child(_child(np.uint64(seed & 0xFFFFFFFFFFFFFFFF), np.uint64(0)), np.uint64(stroom))
        z = _child(key, np.arange(aantal, dtype=np.uint64))
    return ((z >> _S11).astype(np.float64) + 0.5) * _SCHAAL


def _child(key: np.ndarray | np.uint64, step: np.ndarray | np.uint64) -> np.ndarray:
    z = (key ^ (step * GOLDEN)) + GOLDEN
    z = (z ^ (z >> _S30)) * _M1
    z = (z ^ (z >> _S27)) * _M2
    return np.asarray(z ^ (z >> _S31))
