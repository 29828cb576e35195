"""The bell between the processes that answer and the one that seals the log."""

import multiprocessing
import os
from contextlib import suppress


class Bel:
    """Rung by whoever has rows waiting; heard by the sealer, in another process.

    A pipe: a process that is killed while it rings holds no lock that the others wait for.
    """

    def __init__(self) -> None:
        self._hoort, self._belt = multiprocessing.Pipe(duplex=False)

    def ring(self, **_signal: object) -> None:
        """Rings, and never waits: a pipe that is full or has no hearer means that acts seal by themselves."""
        os.set_blocking(self._belt.fileno(), False)
        with suppress(OSError):
            self._belt.send_bytes(b".")

    def wait(self, seconden: float) -> bool:
        """Waits until somebody rings, at most so many seconds; whether somebody did. All rings are heard."""
        heard = False
        while self._hoort.poll(0 if heard else seconden):
            self._hoort.recv_bytes()
            heard = True
        return heard
