"""The outside witness of the log: a file next to, not in, the database (decision 9; trust 3).

A chain alone does not show that its tail was cut off, or that somebody made the whole chain anew. So
the sealer writes down, line by line, how far the chain reached and with which link:

    {"soort": "voornemen", "van": 11, "tot": 20, "schakel": "…", "tijdstip": "…"}   before the commit
    {"soort": "gezegeld",  "van": 11, "tot": 20, "schakel": "…", "tijdstip": "…"}   after the commit

Both are flushed to the disk. A crash before the commit leaves a `voornemen` that never came true; a
crash after it leaves rows that only a `voornemen` knows, and the next sealing confirms them. So at every
moment the end of the chain is a line in this file, and every `gezegeld` line binds: that row was there.
"""

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

VOORNEMEN, GEZEGELD = "voornemen", "gezegeld"
# More than one line is ever long; a torn last line is skipped within it.
STAART = 4096


@dataclass(frozen=True, slots=True)
class Punt:
    """A line: rows `van` up to and including `tot` were chained, the last with `schakel`."""

    soort: str
    van: int
    tot: int
    schakel: str
    tijdstip: str


class Getuige:
    """The file while this process has it to itself; sealers wait for each other here."""

    def __init__(self, handle: int) -> None:
        self._handle = handle

    def last(self) -> Punt | None:
        """The last line that can be read."""
        size = os.fstat(self._handle).st_size
        start = max(0, size - STAART)
        for line in reversed(os.pread(self._handle, STAART, start).split(b"\n")):
            if punt := _parse(line):
                return punt
        return None

    def size(self) -> int:
        """Bytes so far."""
        return os.fstat(self._handle).st_size

    def announce(self, *, van: int, tot: int, schakel: str, now: datetime) -> None:
        """Says what is about to be committed."""
        self._append(Punt(VOORNEMEN, van, tot, schakel, now.isoformat()))

    def confirm(self, *, tot: int, schakel: str, now: datetime) -> None:
        """Says that the chain reaches `tot`, if that is what was announced last."""
        last = self.last()
        if last and last.soort == VOORNEMEN and (last.tot, last.schakel) == (tot, schakel):
            self._append(Punt(GEZEGELD, last.van, tot, schakel, now.isoformat()))

    def _append(self, punt: Punt) -> None:
        size = self.size()
        torn = size and os.pread(self._handle, 1, size - 1) != b"\n"
        line = json.dumps(asdict(punt), separators=(",", ":")).encode() + b"\n"
        _write_all(self._handle, b"\n" + line if torn else line)
        os.fsync(self._handle)


def _write_all(handle: int, data: bytes) -> None:
    while data:
        data = data[os.write(handle, data) :]


@contextmanager
def opened(path: Path) -> Iterator[Getuige]:
    """The witness to write in, made when it is not there. Raises OSError when that cannot be done."""
    created = not path.exists()
    if created:
        path.parent.mkdir(parents=True, exist_ok=True)
    handle = os.open(path, os.O_RDWR | os.O_APPEND | os.O_CREAT, 0o640)
    try:
        if created:
            _sync_folder(path.parent)
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield Getuige(handle)
    finally:
        os.close(handle)


@contextmanager
def standing_still(path: Path) -> Iterator[Getuige | None]:
    """The witness to read while no sealer is halfway; None when there is no witness."""
    try:
        handle = os.open(path, os.O_RDONLY)
    except FileNotFoundError:
        yield None
        return
    try:
        fcntl.flock(handle, fcntl.LOCK_SH)
        yield Getuige(handle)
    finally:
        os.close(handle)


def lines(path: Path, size: int) -> Iterator[Punt]:
    """Every line within the first `size` bytes that can be read, one at a time.

    A line torn by a crash is skipped. That hides nothing: `gezegeld` lines must join up.
    """
    with path.open("rb") as file:
        for line in file:
            size -= len(line)
            if size < 0:
                return
            if punt := _parse(line):
                yield punt


def _parse(line: bytes) -> Punt | None:
    try:
        punt = Punt(**json.loads(line))
    except (ValueError, TypeError):
        return None
    return punt if isinstance(punt.van, int) and isinstance(punt.tot, int) else None


def _sync_folder(folder: Path) -> None:
    """A new file is only there after a power cut when its folder was flushed too."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
