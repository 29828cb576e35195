"""Turns nodes into the frozen dataclasses of `kinds`, by their type hints, and remembers every fault.

The dataclass *is* the schema: its fields are the allowed keys, a field without default is required, and
the annotation says what the value must be. What a type cannot say, a `faults()` method of the dataclass
says: it yields (field path, sentence).
"""

import difflib
import re
import types
from collections.abc import Callable
from dataclasses import MISSING, dataclass, field, fields, is_dataclass
from datetime import date
from decimal import Decimal
from functools import cache, reduce
from operator import or_
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import yaml
from yaml.resolver import Resolver

from koers.policy.faults import BeleidFout, fault
from koers.policy.reader import Mapping, Node, Scalar, Sequence, join
from koers.policy.values import Herkomst, Id, Ontbreekt, Patroon, Ref, Tijdstip, Tussen, Uniek

# Every file begins with these three; loading reads them apart from the rest.
KOP_KEYS = ("bron", "eigenaar", "herzien_voor")

_ABSENT = {member.value for member in Ontbreekt}


class Undecodable(Exception):
    """This node gave no value; the faults are already noted."""


@dataclass(frozen=True, slots=True)
class Place:
    """A value that must be unique, or that must exist elsewhere, and where it was written."""

    soort: str
    waarde: str
    bestand: str
    regel: int
    veld: str


@dataclass(slots=True)
class Notes:
    """What is gathered while one file is decoded."""

    bestand: str
    herkomst: Herkomst | None = None
    fouten: list[BeleidFout] = field(default_factory=list)
    ids: list[Place] = field(default_factory=list)
    refs: list[Place] = field(default_factory=list)
    lines: dict[str, int] = field(default_factory=dict)

    def fault(self, regel: int, veld: str, soort: str, /, **words: object) -> Undecodable:
        """Notes the fault; the caller raises what comes back unless it can go on."""
        self.fouten.append(fault(self.bestand, regel, veld, soort, **words))
        return Undecodable()


def decode(node: Node, hint: Any, veld: str, notes: Notes) -> Any:
    """The value of `node` as `hint` wants it. Raises Undecodable after noting every fault below it."""
    notes.lines[veld] = node.regel
    origin = get_origin(hint)
    if origin is Annotated:
        return _marked(node, hint, veld, notes)
    if origin in (Union, types.UnionType):
        return _value_or_reason(node, get_args(hint), veld, notes)
    if origin is tuple:
        return _items(node, get_args(hint)[0], veld, notes)
    if is_dataclass(hint) and hint is not Tijdstip:
        return _group(node, hint, veld, notes)
    if not isinstance(node, Scalar):
        raise notes.fault(node.regel, veld, "geen_losse_waarde")
    return (
        _choice(node, get_args(hint), veld, notes) if origin is Literal else _single(node, hint, veld, notes)
    )


# --- groups and lists -------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Schema:
    """Of one dataclass: the hint per key, the required keys, and the field that gets the herkomst."""

    keys: dict[str, Any]
    required: frozenset[str]
    herkomst: str | None


@cache
def _schema(cls: Any) -> _Schema:
    hints = get_type_hints(cls, include_extras=True)
    injected = next((name for name, hint in hints.items() if hint is Herkomst), None)
    keys = {f.name: hints[f.name] for f in fields(cls) if f.name != injected}
    required = frozenset(f.name for f in fields(cls) if f.default is MISSING and f.name in keys)
    return _Schema(keys, required, injected)


def _group(node: Node, cls: Any, veld: str, notes: Notes) -> Any:
    schema = _schema(cls)
    if not isinstance(node, Mapping):
        raise notes.fault(node.regel, veld, "geen_groep", keys=", ".join(schema.keys))
    before = len(notes.fouten)
    values = _values(node, schema.keys, veld, notes)
    for key in sorted(schema.required - {entry.key for entry in node.entries}):
        notes.fault(node.regel, join(veld, key), "ontbrekende_sleutel", key=key)
    if len(notes.fouten) > before:
        raise Undecodable
    if schema.herkomst:
        values[schema.herkomst] = notes.herkomst
    made = cls(**values)
    _own_faults(made, node, veld, notes)
    return made


def _values(node: Mapping, keys: dict[str, Any], veld: str, notes: Notes) -> dict[str, Any]:
    """What could be decoded; the rest is in the notes."""
    values: dict[str, Any] = {}
    for entry in node.entries:
        path = join(veld, entry.key)
        if entry.key not in keys:
            allowed = [*keys, *(() if veld else KOP_KEYS)]
            notes.fault(
                entry.regel, path, "onbekende_sleutel", key=entry.key, hulp=suggest(entry.key, allowed)
            )
            continue
        try:
            values[entry.key] = decode(entry.value, _without_none(keys[entry.key]), path, notes)
        except Undecodable:
            continue
    return values


def _own_faults(made: Any, node: Node, veld: str, notes: Notes) -> None:
    check = getattr(made, "faults", None)
    found = list(check()) if check else []
    for own_path, zin in found:
        path = join(veld, own_path)
        notes.fault(notes.lines.get(path, node.regel), path, "onmogelijke_waarde", zin=zin)
    if found:
        raise Undecodable


def _items(node: Node, hint: Any, veld: str, notes: Notes) -> tuple[Any, ...]:
    if not isinstance(node, Sequence):
        raise notes.fault(node.regel, veld, "geen_lijst")
    if not node.items:
        raise notes.fault(node.regel, veld, "lege_lijst")
    before, made = len(notes.fouten), []
    for number, item in enumerate(node.items):
        try:
            made.append(decode(item, hint, f"{veld}[{number}]", notes))
        except Undecodable:
            continue
    if len(notes.fouten) > before:
        raise Undecodable
    return tuple(made)


def suggest(wrong: str, names: list[str], shown: int = 40) -> str:
    """Half a sentence that helps on: the name that was probably meant, else what there is to choose from."""
    if not names:
        return "Van die soort is er nog niets: maak eerst het bestand waar u naar verwijst."
    near = difflib.get_close_matches(wrong, names, n=1)
    if near:
        return f"Bedoelt u '{near[0]}'?"
    return f"Kies uit: {', '.join(names[:shown])}{' en meer' if len(names) > shown else ''}."


# --- marks and choices ------------------------------------------------------------------------------


def _marked(node: Node, hint: Any, veld: str, notes: Notes) -> Any:
    base, *marks = get_args(hint)
    value = decode(node, base, veld, notes)
    for mark in marks:
        _apply(mark, value, node, veld, notes)
    return value


def _apply(mark: Any, value: Any, node: Node, veld: str, notes: Notes) -> None:
    place = Place(getattr(mark, "soort", ""), str(value), notes.bestand, node.regel, veld)
    if isinstance(mark, Id | Uniek):
        notes.ids.append(place)
    elif isinstance(mark, Ref):
        notes.refs.append(place)
    elif isinstance(mark, Patroon) and not re.fullmatch(mark.regex, value):
        raise notes.fault(node.regel, veld, "verkeerde_vorm", waarde=value, uitleg=mark.uitleg)
    elif isinstance(mark, Tussen) and not mark.laagste <= value <= mark.hoogste:
        words = {"waarde": value, "laagste": mark.laagste, "hoogste": mark.hoogste}
        raise notes.fault(node.regel, veld, "buiten_grenzen", **words)


def _without_none(hint: Any) -> Any:
    """An optional key is left out; writing it without a value is a fault. So None is no choice here."""
    if get_origin(hint) not in (Union, types.UnionType):
        return hint
    return reduce(or_, (member for member in get_args(hint) if member is not types.NoneType))


def _value_or_reason(node: Node, members: tuple[Any, ...], veld: str, notes: Notes) -> Any:
    """Only one kind of union is used: something, or a word that says why it is absent."""
    if isinstance(node, Scalar) and node.text in _ABSENT:
        return Ontbreekt(node.text)
    return decode(node, next(member for member in members if member is not Ontbreekt), veld, notes)


def _choice(node: Scalar, choices: tuple[str, ...], veld: str, notes: Notes) -> str:
    value: str = _single(node, str, veld, notes)
    if value not in choices:
        raise notes.fault(
            node.regel, veld, "onbekende_keuze", waarde=value, hulp=suggest(value, list(choices))
        )
    return value


# --- single values ----------------------------------------------------------------------------------


class _Wrong(ValueError):
    """Carries the kind of fault and the words of its sentence."""

    def __init__(self, soort: str, **words: object) -> None:
        self.soort, self.words = soort, words


def _single(node: Scalar, hint: Any, veld: str, notes: Notes) -> Any:
    try:
        if node.plain and node.text in ("", "~", "null", "Null", "NULL"):
            raise _Wrong("lege_waarde")
        return _READERS[hint](node)
    except _Wrong as wrong:
        raise notes.fault(node.regel, veld, wrong.soort, **{"waarde": node.text, **wrong.words}) from None


_RESOLVER = Resolver()
_SEEN_AS = {
    "bool": "waar of onwaar",
    "int": "een getal",
    "float": "een getal",
    "timestamp": "een datum",
    "merge": "een opdracht",
    "value": "een opdracht",
}


def _text(node: Scalar) -> str:
    """Without quotes YAML makes yes/no, 01, 6.2 and 2024-08-01 into something else than text."""
    text = node.text.strip()
    if not text:
        raise _Wrong("lege_tekst")
    if node.plain:
        tag: str = _RESOLVER.resolve(yaml.ScalarNode, node.text, (True, False))
        seen_as = _SEEN_AS.get(tag.rpartition(":")[2])
        if seen_as:
            raise _Wrong("zonder_aanhalingstekens", gelezen_als=seen_as)
    return text


def _boolean(node: Scalar) -> bool:
    if not node.plain or node.text not in ("true", "false"):
        raise _Wrong("geen_waar_of_onwaar")
    return node.text == "true"


def _integer(node: Scalar) -> int:
    if not node.plain or not re.fullmatch(r"-?(0|[1-9][0-9]{0,14})", node.text):
        raise _Wrong("geen_heel_getal")
    return int(node.text)


def _decimal(node: Scalar) -> Decimal:
    if re.fullmatch(r"-?[0-9.]*,[0-9]+", node.text):
        raise _Wrong("komma_in_getal")
    if not node.plain or not re.fullmatch(r"-?(0|[1-9][0-9]{0,14})(\.[0-9]{1,9})?", node.text):
        raise _Wrong("geen_getal")
    return Decimal(node.text)


def _date(node: Scalar) -> date:
    if not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", node.text):
        raise _Wrong("geen_datum")
    try:
        return date.fromisoformat(node.text)
    except ValueError:
        raise _Wrong("dag_bestaat_niet") from None


def _tijdstip(node: Scalar) -> Tijdstip:
    try:
        return Tijdstip.lees(node.text.strip())
    except ValueError:
        raise _Wrong("geen_moment") from None


_READERS: dict[Any, Callable[[Scalar], Any]] = {
    str: _text,
    bool: _boolean,
    int: _integer,
    Decimal: _decimal,
    date: _date,
    Tijdstip: _tijdstip,
}
