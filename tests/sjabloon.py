"""A database that is ready for tests: migrated once for every state of the registers, then copied (SQLite).

To migrate takes longer than most tests do. A change in the registers, in what they import or in a library
makes a new one.
"""

import hashlib
import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
MAP = ROOT / "var" / "sjabloon"
# What a migration can depend on. The domain and the settings are small, and seldom change alone.
BRONNEN = ("src/koers/registers", "src/koers/domain", "src/koers/config", "requirements")


def place_of_sjabloon() -> Path:
    """Where the ready database of this state stands, if it was made."""
    state = hashlib.sha256()
    for bron in BRONNEN:
        for path in sorted((ROOT / bron).rglob("*")):
            if path.suffix in (".py", ".txt"):
                state.update(f"{path.relative_to(ROOT)}\n".encode() + path.read_bytes())
    return MAP / f"{state.hexdigest()[:32]}.sqlite3"


def copy_sjabloon(target: Path) -> bool:
    """Lays the ready database down at this place; False when there is none yet."""
    for old in target.parent.glob(f"{target.name}*"):  # with its WAL
        old.unlink()
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        shutil.copyfile(place_of_sjabloon(), target)
    except FileNotFoundError:
        return False
    return True


def keep_sjabloon(source: Path) -> None:
    """Keeps this database, just migrated, as the ready one, in the stead of all others."""
    place = place_of_sjabloon()
    MAP.mkdir(parents=True, exist_ok=True)
    for old in MAP.glob("*.sqlite3"):
        old.unlink(missing_ok=True)
    making = place.with_suffix(f".{os.getpid()}")
    with closing(sqlite3.connect(source)) as ready, closing(sqlite3.connect(making)) as copy:
        ready.backup(copy)
    making.replace(place)  # whole or not at all: other processes do the same
