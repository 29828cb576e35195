"""The shipped policy, read once; tests plant a fault in one file and put the rest together again."""

from collections.abc import Callable
from functools import cache

import pytest

from koers.policy import Beleid, BeleidFout, BeleidOngeldig, loading
from koers.policy.finding import RawFile, gather, shipped_folder
from koers.policy.loading import ReadFile, assemble, read_file

Change = dict[str, str | bytes | None]


class Shipped:
    """What ships with Koers. `with_change` reads only the changed files again."""

    def __init__(self) -> None:
        raw, faults = gather(shipped_folder(), None)
        assert faults == []
        self.raw: dict[str, RawFile] = {file.pad: file for file in raw}
        self.read: dict[str, ReadFile] = {file.pad: read_file(file) for file in raw}
        self.beleid: Beleid = assemble(list(self.read.values()))

    def text(self, pad: str) -> str:
        return self.raw[pad].inhoud.decode("utf-8")

    def with_change(self, change: Change) -> Beleid:
        """Raises BeleidOngeldig. None removes a file."""
        files = dict(self.read)
        for pad, content in change.items():
            if content is None:
                del files[pad]
            else:
                data = content if isinstance(content, bytes) else content.encode("utf-8")
                files[pad] = read_file(RawFile(pad, data, eigen=True))
        return assemble([files[pad] for pad in sorted(files)])

    def faults(self, change: Change) -> tuple[BeleidFout, ...]:
        try:
            self.with_change(change)
        except BeleidOngeldig as invalid:
            return invalid.fouten
        return ()

    def replaced(self, pad: str, old: str, new: str) -> str:
        """The text of a file with one passage changed. The passage must stand in it."""
        text = self.text(pad)
        assert old in text, f"{old!r} staat niet in {pad}"
        return text.replace(old, new, 1)


_read_once = cache(read_file)


@pytest.fixture(autouse=True)
def _read_unchanged_files_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Most tests change one file of two hundred; the others need no second reading."""
    monkeypatch.setattr(loading, "read_file", _read_once)


@pytest.fixture(scope="session")
def shipped() -> Shipped:
    return Shipped()


@pytest.fixture(scope="session")
def plant(shipped: Shipped) -> Callable[[str, str, str], tuple[BeleidFout, ...]]:
    """Plants one change in one file and returns the faults that come of it."""
    return lambda pad, old, new: shipped.faults({pad: shipped.replaced(pad, old, new)})
