"""How far a command is, for who waits at a terminal: on stderr, and only when it lasts."""

import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import Any

import click

EEN_TEL = 1.0  # seconds; what is done by then needs no bar


class Voortgang:
    """Counts what is done, and draws it once it lasts longer than a moment."""

    def __init__(self, tekst: str, stapel: ExitStack) -> None:
        self._tekst, self._stapel = tekst, stapel
        self._begin, self._gedaan = time.monotonic(), 0
        self._balk: Any = None

    def at(self, gedaan: int, totaal: int) -> None:
        """So many of the whole are done."""
        erbij, self._gedaan = gedaan - self._gedaan, gedaan
        if self._balk is not None:
            self._balk.update(erbij)
        elif gedaan < totaal and time.monotonic() - self._begin >= EEN_TEL:
            self._balk = self._stapel.enter_context(
                click.progressbar(length=totaal, label=self._tekst, file=sys.stderr)
            )
            self._balk.update(gedaan)

    def more(self, erbij: int, totaal: int) -> None:
        """So many more are done."""
        self.at(self._gedaan + erbij, totaal)


@contextmanager
def progress(tekst: str) -> Iterator[Voortgang | None]:
    """None without a terminal: what is sent to a file or a program holds no bar, and nobody looks."""
    if not sys.stderr.isatty():
        yield None
        return
    with ExitStack() as stapel:
        yield Voortgang(tekst, stapel)
