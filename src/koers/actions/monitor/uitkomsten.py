"""What everybody may see of the indicators, kept beside the mart that it was told from.

Only what came through the one exit is written, never an exact number. A kept answer counts as long as the
mart, the policy, the year and the program that counts are the same; else it is as if it was not there.
"""

import json
from collections.abc import Mapping
from dataclasses import asdict
from functools import cache, lru_cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from koers import analytics
from koers.analytics.figures import Cijfer, Told
from koers.analytics.mart import MANIFEST, write_durably
from koers.domain.disclosed import CelStatus, Klasse
from koers.policy import beleid

BESTAND = "uitkomsten.json"


def keep_outcomes(map_: Path, told: Mapping[str, Told], jaar: int) -> None:
    """Writes what was told, by "indicator/lezing". ValueError: it is not for everybody."""
    if any(een.klasse is not Klasse.OPENBAAR for een in told.values()):
        raise ValueError("only figures that everybody may see are kept")
    whole = {"merk": _mark(map_, jaar), "uitkomsten": {naam: _plain(een) for naam, een in told.items()}}
    write_durably(map_ / BESTAND, json.dumps(whole, ensure_ascii=False, sort_keys=True).encode())


def kept_outcome(map_: Path, naam: str, jaar: int) -> Told | None:
    """What was kept for this reading; None when there is nothing, or it was told from something else."""
    try:
        now = (map_ / BESTAND).stat()
    except FileNotFoundError:
        return None
    kept = _read(map_ / BESTAND, (now.st_ino, now.st_mtime_ns, now.st_size))
    if kept.get("merk") != _mark(map_, jaar) or naam not in kept["uitkomsten"]:
        return None
    return _told(kept["uitkomsten"][naam])


@lru_cache(maxsize=2)
def _read(pad: Path, gewijzigd: tuple[int, ...]) -> dict[str, Any]:
    return json.loads(pad.read_bytes())


def _mark(map_: Path, jaar: int) -> str:
    """Everything that an answer depends on."""
    parts = (sha256((map_ / MANIFEST).read_bytes()).hexdigest(), beleid().digest, str(jaar), _program())
    return sha256(":".join(parts).encode()).hexdigest()


@cache
def _program() -> str:
    """What counts and tells, as it is here: a number of a version does not change while somebody mends it."""
    found = sha256()
    for pad in sorted(Path(next(iter(analytics.__path__))).rglob("*.py")):
        found.update(pad.read_bytes())
    return found.hexdigest()


def _plain(een: Told) -> dict[str, Any]:
    return {"cijfers": [asdict(cijfer) for cijfer in een.cijfers], "noten": list(een.noten)}


def _told(een: Mapping[str, Any]) -> Told:
    cijfers = (Cijfer(**cel | {"status": CelStatus(cel["status"])}) for cel in een["cijfers"])
    return Told(Klasse.OPENBAAR, tuple(cijfers), tuple(een["noten"]))
