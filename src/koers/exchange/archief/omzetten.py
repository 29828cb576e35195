"""A folder of messages into a folder of tables, with a report of what did not fit.

    naar/tabellen/spells.csv          and verwijzingen.csv, declaraties.csv: for `koers monitor --bron`
    naar/verslag.csv                  per file: message, rule, place, line, reason

Everything is written beside, and gets its name only when the log row of the act can be written.
"""

import csv
import secrets
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import astuple, dataclass, fields
from datetime import date, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from koers.actions.monitor.archief import register_archief
from koers.domain.actor import Actor
from koers.domain.spells import TABELLEN
from koers.domain.weigering import Refused
from koers.exchange.archief.bewaren import Bewaarplaats
from koers.exchange.archief.lezen import Mis, read_bytes, read_one
from koers.exchange.archief.verzoenen import Kind
from koers.exchange.tabellen.uitvoer import FORMULETEKENS

GEMAAKT = ("spells", "verwijzingen", "declaraties")


@dataclass(frozen=True, slots=True)
class Verslag:
    """What became of an archive. `berichten`: different ones per kind; `dubbel`: files that were a copy;
    `vreemd`: files that are no XML; `past_niet`: how often each rule kept something
    out; `afgewezen`: entries of claims that the gemeente rejected (JW325)."""

    bestanden: int
    berichten: Mapping[str, int]
    dubbel: int
    vreemd: int
    rijen: Mapping[str, int]
    past_niet: Mapping[str, int]
    afgewezen: int


def convert(
    map_: Path,
    naar: Path,
    *,
    by: Actor,
    niveaus: Mapping[str, int],
    sleutel: bytes | None = None,
    volgorde: Callable[[list[Path]], list[Path]] = sorted,
) -> Verslag:
    """Reads every message in `map_` and below, and writes the tables in `naar`.

    `niveaus`: level of each product code or category. `sleutel`: makes the codes of children; without one
    it is made up and thrown away. Refused: map_niet_leeg, map_zonder_berichten.
    """
    if naar.exists() and (not naar.is_dir() or any(naar.iterdir())):
        raise Refused("map_niet_leeg", map=str(naar))
    files = [pad for pad in map_.rglob("*") if pad.is_file() and not pad.name.startswith(".")]
    paden = volgorde([pad for pad in files if pad.suffix.lower() == ".xml"])
    if not paden:
        raise Refused("map_zonder_berichten", map=str(map_))
    naar.parent.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory(dir=naar.parent, prefix=".archief-") as tijdelijk:
        made = Path(tijdelijk) / "klaar"
        with Bewaarplaats(Path(tijdelijk) / "regels.sqlite") as plaats:
            key = sleutel or secrets.token_bytes(32)
            for pad in paden:
                plaats.add(read_one(str(pad.relative_to(map_)), read_bytes(pad), key))
            plaats.drop_changed()
            afgewezen = plaats.drop_rejected()
            rijen = _write_tables(made / "tabellen", plaats, niveaus)
            _write_report(made / "verslag.csv", plaats.misses())
            vreemd = len(files) - len(paden)
            told = (plaats.messages(), plaats.duplicates(), vreemd, rijen, plaats.per_rule(), afgewezen)
        register_archief(by=by, bestanden=len(paden), rijen=sum(rijen.values()))
        if naar.exists():
            naar.rmdir()
        made.rename(naar)
    return Verslag(len(paden), *told)


def read_levels(pad: Path) -> dict[str, int]:
    """A CSV with the columns product and niveau; product is a code (45A04) or a category (45).

    Refused: producten_onleesbaar.
    """
    found: dict[str, int] = {}
    tekst = pad.read_text("utf-8-sig", errors="replace")
    teken = ";" if ";" in tekst.partition("\n")[0] else ","
    for nummer, row in enumerate(csv.DictReader(tekst.splitlines(), delimiter=teken), start=2):
        product, niveau = (row.get("product") or "").strip().upper(), (row.get("niveau") or "").strip()
        if not product or not niveau.isdecimal() or not 1 <= int(niveau) <= 8:
            raise Refused("producten_onleesbaar", regel=nummer)
        found[product] = int(niveau)
    if not found:
        raise Refused("producten_onleesbaar", regel=1)
    return found


def _write_tables(map_: Path, plaats: Bewaarplaats, niveaus: Mapping[str, int]) -> dict[str, int]:
    map_.mkdir(parents=True)
    counted = dict.fromkeys(GEMAAKT, 0)
    with ExitStack() as open_files:
        writers = {}
        for naam in GEMAAKT:
            file = open_files.enter_context((map_ / f"{naam}.csv").open("w", encoding="utf-8", newline=""))
            writers[naam] = csv.writer(file)
            writers[naam].writerow(TABELLEN[naam].namen)
        for code, gemeente, regels in plaats.children():
            kind = Kind(code, gemeente, regels, niveaus)
            for tabel, rij in kind.rows():
                writers[tabel].writerow([_text(getattr(rij, naam)) for naam in TABELLEN[tabel].namen])
                counted[tabel] += 1
            plaats.miss(*kind.mis)
    return counted


def _write_report(pad: Path, mis: Iterator[Mis]) -> None:
    with pad.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([veld.name for veld in fields(Mis)])
        writer.writerows([_safe(cel) for cel in astuple(een)] for een in mis)


def _safe(cel: Any) -> Any:
    """A sentence may repeat what stood in a message: never a formula in a spreadsheet."""
    return f"'{cel}" if isinstance(cel, str) and cel.startswith(FORMULETEKENS) else cel


def _text(waarde: object) -> str:
    if waarde is None:
        return ""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    return waarde.isoformat() if isinstance(waarde, date | datetime) else str(waarde)
