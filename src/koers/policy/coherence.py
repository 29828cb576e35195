"""What only shows when all files lie side by side: double names, names of nothing, impossible pairs."""

from collections.abc import Iterator
from typing import Any

from koers.policy.decoder import Notes, Place, suggest
from koers.policy.faults import BeleidFout, fault
from koers.policy.kinds.areas import Gebied
from koers.policy.kinds.codelists import Codelijst
from koers.policy.kinds.money import Verdeelsleutel

# One folder may hold many names: a list of all would bury the sentence.
_NAMES_SHOWN = 8


def name_faults(notes: list[Notes], unread: set[tuple[str, str]]) -> list[BeleidFout]:
    """Ids used twice and references to nothing. `unread` are the (soort, id) of files that YAML refused:
    what points to those is not to blame. Of two equal ids the municipality's own one is named."""
    own_last = sorted(notes, key=lambda note: note.herkomst is not None and note.herkomst.eigen_beleid)
    ids = [place for note in own_last for place in note.ids]
    refs = [place for note in notes for place in note.refs]
    known = {(place.soort, place.waarde) for place in ids} | unread
    return [*_doubles(ids), *_dangling(refs, known)]


def _doubles(ids: list[Place]) -> Iterator[BeleidFout]:
    first: dict[tuple[str, str], Place] = {}
    for place in ids:
        earlier = first.setdefault((place.soort, place.waarde), place)
        if earlier is not place:
            yield _at(place, "dubbel_id", waarde=place.waarde, bestand=earlier.bestand, regel=earlier.regel)


def _dangling(refs: list[Place], known: set[tuple[str, str]]) -> Iterator[BeleidFout]:
    for place in refs:
        if (place.soort, place.waarde) not in known:
            names = sorted(waarde for soort, waarde in known if soort == place.soort)
            hulp = suggest(place.waarde, names, _NAMES_SHOWN)
            yield _at(place, "losse_verwijzing", waarde=place.waarde, soort=place.soort, hulp=hulp)


def _at(place: Place, kind: str, /, **words: object) -> BeleidFout:
    return fault(place.bestand, place.regel, place.veld, kind, **words)


def meaning_faults(per_soort: dict[str, list[Any]], notes: list[Notes]) -> list[BeleidFout]:
    """Pairs of things that cannot both be right, although each file is right by itself."""
    lines = {note.bestand: note.lines for note in notes}
    lists = {codelijst.id: codelijst for codelijst in per_soort["codelijsten"]}
    areas = {gebied.id: gebied for gebied in per_soort["gebieden"]}
    ids = [place for note in notes for place in note.ids]
    return [
        *(wrong for codelijst in lists.values() for wrong in _links(codelijst, lists, lines)),
        *(wrong for sleutel in per_soort["verdeelsleutels"] for wrong in _shares(sleutel, areas, lines)),
        *_circles(areas, ids),
    ]


_Lines = dict[str, dict[str, int]]


def _links(codelijst: Codelijst, lists: dict[str, Codelijst], lines: _Lines) -> Iterator[BeleidFout]:
    bestand = codelijst.herkomst.bestand
    for number, code in enumerate(codelijst.codes):
        for position, link in enumerate(code.koppelingen):
            target = lists.get(link.codelijst)
            if target is not None and target.op(link.code) is None:
                veld = f"codes[{number}].koppelingen[{position}].code"
                words = {"code": link.code, "codelijst": link.codelijst}
                yield fault(bestand, lines[bestand][veld], veld, "losse_code", **words)


def _shares(sleutel: Verdeelsleutel, areas: dict[str, Gebied], lines: _Lines) -> Iterator[BeleidFout]:
    bestand = sleutel.herkomst.bestand
    for number, aandeel in enumerate(sleutel.aandelen):
        gebied = areas.get(aandeel.gemeente)
        if gebied is not None and gebied.soort != "gemeente":
            veld = f"aandelen[{number}].gemeente"
            words = {"gebied": gebied.id, "soort": gebied.soort}
            yield fault(bestand, lines[bestand][veld], veld, "geen_gemeente", **words)


def _circles(areas: dict[str, Gebied], ids: list[Place]) -> Iterator[BeleidFout]:
    """An area that is, by way of `deel_van`, a part of itself would make every walk upwards endless."""
    for place in ids:
        if place.soort == "gebieden" and place.waarde in areas and _walks_in_circles(place.waarde, areas):
            yield _at(place, "gebied_in_kring", gebied=place.waarde)


def _walks_in_circles(start: str, areas: dict[str, Gebied]) -> bool:
    here = areas[start].deel_van
    for _ in areas:
        if here is None or here not in areas:
            return False
        if here == start:
            return True
        here = areas[here].deel_van
    return False
