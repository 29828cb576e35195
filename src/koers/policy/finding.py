"""Finds the policy files: those that ship with Koers, and a municipality's own laid over them."""

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

import koers
from koers.policy.faults import BeleidFout, fault
from koers.policy.kinds import SOORTEN
from koers.policy.reader import MAX_BYTES

MAX_FILES = 2_000
_FOLDERS = tuple(soort.map for soort in SOORTEN)
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*\.yaml")


@dataclass(frozen=True, slots=True)
class RawFile:
    """A file as found. `pad` is relative to its folder, with forward slashes."""

    pad: str
    inhoud: bytes
    eigen: bool


def shipped_folder() -> Path:
    """`koers/beleid` inside an installed wheel, else `beleid/` at the root of the repository."""
    package = Path(koers.__file__).parent
    packaged = package / "beleid"
    return packaged if packaged.is_dir() else package.parents[1] / "beleid"


def gather(basis: Path, overlay: Path | None) -> tuple[list[RawFile], list[BeleidFout]]:
    """All files by path, a file of `overlay` in place of one of `basis`; and what cannot be a policy file."""
    found: dict[str, RawFile] = {}
    faults: list[BeleidFout] = []
    for folder, own in ((basis, False), (overlay, True)):
        if folder is None:
            continue
        if not folder.is_dir():
            faults.append(fault(str(folder), 1, "", "map_ontbreekt"))
        for path in _files(folder):
            pad = path.relative_to(folder).as_posix()
            wrong = _misplaced(pad)
            if wrong is None:
                content = _content(path)
                wrong = fault(pad, 1, "", "niet_te_lezen") if content is None else None
                found[pad] = RawFile(pad, content or b"", own)
            faults += [wrong] if wrong else []
    if len(found) > MAX_FILES:
        return [], [*faults, fault(str(overlay or basis), 1, "", "te_veel", hoogstens=MAX_FILES)]
    return [found[pad] for pad in sorted(found)], faults


def _files(folder: Path) -> Iterator[Path]:
    """Every file below `folder`, but no hidden ones (of editors, version control, mounts) and no read-me."""
    for parent, names, files in os.walk(folder):
        names[:] = sorted(name for name in names if not name.startswith("."))
        for name in sorted(files):
            readme = Path(parent) == folder and name in ("README.md", "LEESMIJ.md")
            if not name.startswith(".") and not readme:
                yield Path(parent, name)


def _misplaced(pad: str) -> BeleidFout | None:
    path = PurePosixPath(pad)
    shown = pad.encode("utf-8", "replace").decode("utf-8")
    if path.parent.as_posix() not in _FOLDERS:
        return fault(shown, 1, "", "onbekende_plek", mappen=", ".join(_FOLDERS))
    if not _NAME.fullmatch(path.name):
        return fault(shown, 1, "", "verkeerde_bestandsnaam")
    return None


def _content(path: Path) -> bytes | None:
    """At most one byte more than allowed, so that a huge file is refused without being read."""
    try:
        if not path.is_file():
            return None
        with path.open("rb") as readable:
            return readable.read(MAX_BYTES + 1)
    except OSError:
        return None
