"""Tables of CBS over OData, version 3 and 4, as plain rows.

What CBS does and this undoes: answers come in pages; keys are padded with spaces; columns are numbered anew
every year (AantalInwoners_5); version 4 gives one line per measure. What it keeps: which periods CBS itself
calls provisional, and that a figure of youth care before 2021 is not comparable with one after.

Pure: `fetch` gets an address and gives the bytes. No host stands here; pages may only lead on within the
address that the caller gave.
"""

import csv
import io
import json
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Literal
from urllib.parse import quote, urlencode

from koers.domain.gebieden import Herindeling
from koers.domain.weigering import Refused

Fetch = Callable[[str], bytes]
Rij = dict[str, Any]
MEEST_BLADEN = 500
BLAD = 10_000  # rows that version 3 gives in one answer at most
REEKSBREUK = 2021  # from this year on CBS counts youth care in another way
DEFINITIEF = "definitief"
_NUMMER = re.compile(r"_[0-9]+$")
_TABEL = re.compile(r"[0-9]{5}[A-Za-z]{0,3}")


@dataclass(frozen=True, slots=True)
class CbsTabel:
    """Rows with bare column names. `voorlopig`: keys of periods that are not final according to CBS."""

    id: str
    kolommen: tuple[str, ...]
    rijen: tuple[Rij, ...]
    voorlopig: frozenset[str] = frozenset()


def read_table(
    basis: str, tabel: str, fetch: Fetch, *, versie: Literal[3, 4] = 3, filter_: str = ""
) -> CbsTabel:
    """A table from the service at `basis`. `filter_`: in the language of that version of OData.

    Refused: cbs_tabel_onbekend, cbs_antwoord_onleesbaar, cbs_te_veel_bladen, cbs_verwijst_elders,
    cbs_kolommen_botsen.
    """
    if not _TABEL.fullmatch(tabel):
        raise Refused("cbs_tabel_onbekend", tabel=tabel)
    root = f"{basis.rstrip('/')}/{quote(tabel)}"
    if versie == 3:
        rows = [_trimmed(rij) for rij in _pages(root, "TypedDataSet", fetch, filter_, "odata.nextLink")]
        statuses = _statuses(root, "Perioden", fetch, "Key", rows)
    else:
        rows = list(_wide(root, fetch, filter_))
        statuses = _statuses(root, "PeriodenCodes", fetch, "Identifier", rows)
    kolommen = _bare(dict.fromkeys(naam for rij in rows for naam in rij))
    return CbsTabel(
        tabel,
        tuple(kolommen.values()),
        tuple({kolommen[naam]: waarde for naam, waarde in rij.items()} for rij in rows),
        frozenset(key for key, status in statuses.items() if status and status != DEFINITIEF),
    )


def year_of(periode: str) -> int | None:
    """The year of a period of a whole year ("2024JJ00"); None for a quarter, a month, or anything else."""
    found = re.fullmatch(r"((?:19|20)[0-9]{2})JJ00", periode.strip())
    return int(found.group(1)) if found else None


def comparable(een: int, ander: int) -> bool:
    """Do two years of youth care lie on the same side of the break in the series?"""
    return (een < REEKSBREUK) == (ander < REEKSBREUK)


def carry_over(
    rijen: Iterable[Mapping[str, Any]],
    herindelingen: Sequence[Herindeling],
    *,
    jaar: int,
    code: str,
    tel: Sequence[str],
) -> list[Rij]:
    """Counts of municipalities in the borders of 1 January `jaar`: who went on in another is added to it.

    Only counts (`tel`) can be added; anything else is left out of a row that was put together, which says
    so in `samengesteld`: the codes it consists of. A count that is missing in one part is missing.
    """
    went = {h.van: h.naar for h in herindelingen if h.eerste_jaar <= jaar}
    parts: dict[str, list[Mapping[str, Any]]] = {}
    for rij in rijen:
        here = str(rij[code])
        for _ in range(len(went) + 1):
            here = went.get(here, here)
        parts.setdefault(here, []).append(rij)
    found = []
    for now, rows in parts.items():
        if len(rows) == 1 and rows[0][code] == now:
            found.append({**rows[0], "samengesteld": ()})
            continue
        sums: Rij = {code: now, "samengesteld": tuple(sorted(str(rij[code]) for rij in rows))}
        for naam in tel:
            numbers = [rij.get(naam) for rij in rows]
            sums[naam] = None if None in numbers else sum(n for n in numbers if n is not None)
        found.append(sums)
    return found


def as_csv(tabel: CbsTabel) -> bytes:
    """The table as the file that `deliver` takes in."""
    out = io.StringIO()
    writer = csv.DictWriter(out, tabel.kolommen, restval="", delimiter=";")
    writer.writeheader()
    writer.writerows({n: "" if w is None else w for n, w in rij.items()} for rij in tabel.rijen)
    return out.getvalue().encode()


def _pages(root: str, wat: str, fetch: Fetch, filter_: str, verder: str) -> Iterator[Rij]:
    """Every row, over all pages: by the link that the answer gives, else (version 3) by skipping."""
    query = {"$format": "json"} if verder == "odata.nextLink" else {}
    query |= {"$filter": filter_} if filter_ else {}
    address = f"{root}/{wat}?{urlencode(query)}" if query else f"{root}/{wat}"
    number = 0
    for _ in range(MEEST_BLADEN):
        answer = _answer(fetch(address), address)
        rows = answer["value"]
        yield from rows
        number += len(rows)
        link = answer.get(verder)
        if link is None and len(rows) == BLAD and verder == "odata.nextLink":
            link = f"{root}/{wat}?{urlencode(query | {'$skip': number})}"
        if link is None:
            return
        if not str(link).startswith(f"{root}/"):
            raise Refused("cbs_verwijst_elders", adres=str(link)[:200])
        address = str(link)
    raise Refused("cbs_te_veel_bladen", bladen=MEEST_BLADEN)


def _answer(inhoud: bytes, adres: str) -> dict[str, Any]:
    try:
        answer = json.loads(inhoud)
    except ValueError as error:
        raise Refused("cbs_antwoord_onleesbaar", adres=adres) from error
    rows = answer.get("value") if isinstance(answer, dict) else None
    if not isinstance(rows, list) or not all(isinstance(rij, dict) for rij in rows):
        raise Refused("cbs_antwoord_onleesbaar", adres=adres)
    return dict(answer)


def _wide(root: str, fetch: Fetch, filter_: str) -> Iterator[Rij]:
    """Version 4: the lines of one place and period together, the measures by their own name."""
    names = {
        str(m.get("Identifier")).strip(): str(m.get("Title") or m.get("Identifier")).strip()
        for m in _pages(root, "MeasureCodes", fetch, "", "@odata.nextLink")
    }
    found: dict[tuple[tuple[str, Any], ...], Rij] = {}
    for line in _pages(root, "Observations", fetch, filter_, "@odata.nextLink"):
        rij = _trimmed(line)
        own = ("Id", "Measure", "Value", "ValueAttribute", "StringValue")
        place = tuple(sorted((naam, waarde) for naam, waarde in rij.items() if naam not in own))
        measure = names.get(str(rij.get("Measure")), str(rij.get("Measure")))
        value = rij.get("Value")
        found.setdefault(place, dict(place))[measure] = rij.get("StringValue") if value is None else value
    yield from found.values()


def _statuses(root: str, wat: str, fetch: Fetch, key: str, rows: Sequence[Rij]) -> dict[str, str]:
    """How final each period is; a table without periods has none."""
    if not any("Perioden" in rij for rij in rows[:1]):
        return {}
    verder = "odata.nextLink" if key == "Key" else "@odata.nextLink"
    return {
        str(p.get(key)).strip(): str(p.get("Status") or "").strip().lower()
        for p in _pages(root, wat, fetch, "", verder)
    }


def _trimmed(rij: Rij) -> Rij:
    return {naam: waarde.strip() if isinstance(waarde, str) else waarde for naam, waarde in rij.items()}


def _bare(namen: Iterable[str]) -> dict[str, str]:
    """Names without the number at their end. Refused: cbs_kolommen_botsen, when two would become one."""
    found: dict[str, str] = {}
    for naam in namen:
        bare = _NUMMER.sub("", naam)
        if bare in found.values():
            raise Refused("cbs_kolommen_botsen", kolom=bare)
        found[naam] = bare
    return found
