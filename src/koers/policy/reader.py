"""Reads one YAML file into nodes that know their line, and refuses everything YAML can surprise with.

PyYAML's own loaders forget lines, keep the last of two equal keys and follow anchors. We listen to its
event stream instead and build three plain node types. Nothing is converted here: a scalar stays the text
that was typed plus whether it was quoted; the decoder decides what it must be.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from koers.policy.faults import BeleidFout, fault

MAX_BYTES = 256 * 1024
MAX_DEPTH = 16
MAX_NODES = 20_000

# The C parser is some ten times faster; the pure one gives the same events where libyaml is absent.
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_NOT_YAML = re.compile(r"[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True)
class Scalar:
    """Text as typed. `plain` means: no quotes and no block style, so YAML would guess a type."""

    text: str
    plain: bool
    regel: int


@dataclass(frozen=True, slots=True)
class Sequence:
    items: tuple["Node", ...]
    regel: int


@dataclass(frozen=True, slots=True)
class Entry:
    key: str
    regel: int
    value: "Node"


@dataclass(frozen=True, slots=True)
class Mapping:
    entries: tuple[Entry, ...]
    regel: int

    def only(self, keys: tuple[str, ...]) -> "Mapping":
        return Mapping(tuple(entry for entry in self.entries if entry.key in keys), self.regel)

    def without(self, keys: tuple[str, ...]) -> "Mapping":
        return Mapping(tuple(entry for entry in self.entries if entry.key not in keys), self.regel)


Node = Scalar | Sequence | Mapping


class _Stop(Exception):
    """The file cannot be read further."""

    def __init__(self, regel: int, veld: str, soort: str, **words: object) -> None:
        self.regel, self.veld, self.soort, self.words = regel, veld, soort, words


def read(bestand: str, inhoud: bytes) -> tuple[Mapping | None, list[BeleidFout]]:
    """The top mapping of a file and its faults; None when the file cannot be read to the end."""
    composer = _Composer(bestand)
    try:
        node = composer.document(_as_text(inhoud))
    except _Stop as stop:
        return None, [*composer.doubles, fault(bestand, stop.regel, stop.veld, stop.soort, **stop.words)]
    return node, composer.doubles


def _as_text(inhoud: bytes) -> str:
    if len(inhoud) > MAX_BYTES:
        raise _Stop(1, "", "te_groot", kib=MAX_BYTES // 1024)
    try:
        text = inhoud.decode("utf-8")
    except UnicodeDecodeError as error:
        raise _Stop(inhoud[: error.start].count(b"\n") + 1, "", "geen_utf8") from None
    if found := _NOT_YAML.search(text):
        raise _Stop(text[: found.start()].count("\n") + 1, "", "stuurteken")
    return text


class _Composer:
    """Builds nodes from events; keeps double keys aside, because reading can go on after those."""

    def __init__(self, bestand: str) -> None:
        self.bestand = bestand
        self.doubles: list[BeleidFout] = []
        self.nodes = 0

    def document(self, text: str) -> Mapping:
        try:
            return self._document(iter(yaml.parse(text, Loader=_LOADER)))
        except yaml.YAMLError as error:
            raise _syntax_stop(error, text) from None

    def _document(self, events: Iterator[yaml.Event]) -> Mapping:
        next(events)  # stream start
        if isinstance(next(events), yaml.StreamEndEvent):
            raise _Stop(1, "", "leeg_bestand")
        node = self._node(next(events), events, "", 0)
        next(events)  # document end
        following = next(events)
        if not isinstance(following, yaml.StreamEndEvent):
            raise _Stop(_line(following), "", "tweede_document")
        if not isinstance(node, Mapping):
            raise _Stop(node.regel, "", "geen_sleutels")
        return node

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], veld: str, depth: int) -> Node:
        regel = _line(event)
        self._guard(event, regel, veld, depth)
        if isinstance(event, yaml.ScalarEvent):
            return Scalar(event.value, not event.style, regel)
        if isinstance(event, yaml.SequenceStartEvent):
            return Sequence(tuple(self._items(events, veld, depth)), regel)
        return Mapping(tuple(self._entries(events, veld, depth)), regel)

    def _guard(self, event: yaml.Event, regel: int, veld: str, depth: int) -> None:
        """Aliases can blow a small file up to gigabytes, tags can ask for any type: we use neither."""
        self.nodes += 1
        if getattr(event, "anchor", None):
            raise _Stop(regel, veld, "anker")
        if tag := getattr(event, "tag", None):
            raise _Stop(regel, veld, "tag", tag=tag)
        if depth > MAX_DEPTH or self.nodes > MAX_NODES:
            raise _Stop(regel, veld, "te_diep")

    def _items(self, events: Iterator[yaml.Event], veld: str, depth: int) -> Iterator[Node]:
        for number, event in enumerate(events):
            if isinstance(event, yaml.SequenceEndEvent):
                return
            yield self._node(event, events, f"{veld}[{number}]", depth + 1)

    def _entries(self, events: Iterator[yaml.Event], veld: str, depth: int) -> Iterator[Entry]:
        seen: dict[str, int] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                return
            entry = self._entry(event, events, veld, depth)
            if entry.key in seen:
                words = {"key": entry.key, "eerst": seen[entry.key]}
                path = join(veld, entry.key)
                self.doubles.append(fault(self.bestand, entry.regel, path, "dubbele_sleutel", **words))
                continue
            seen[entry.key] = entry.regel
            yield entry

    def _entry(self, event: yaml.Event, events: Iterator[yaml.Event], veld: str, depth: int) -> Entry:
        key = self._node(event, events, veld, depth + 1)
        if not isinstance(key, Scalar):
            raise _Stop(key.regel, veld, "sleutel_geen_tekst")
        value = self._node(next(events), events, join(veld, key.text), depth + 1)
        return Entry(key.text, key.regel, value)


def join(veld: str, key: str) -> str:
    """The path of a field as users read it: doelen[0].naam.nl."""
    return f"{veld}.{key}" if veld else key


def _line(event: yaml.Event) -> int:
    return event.start_mark.line + 1 if event.start_mark else 1


def _syntax_stop(error: yaml.YAMLError, text: str) -> _Stop:
    """Says where YAML gave up; the two mistakes that people make most get a sentence of their own."""
    mark = getattr(error, "problem_mark", None)
    lines = text.rstrip("\n").split("\n")
    at = min(mark.line, len(lines) - 1) if mark else 0
    if mark and lines[at][mark.column : mark.column + 1] == "\t":
        return _Stop(at + 1, "", "tab")
    colon = "mapping values are not allowed" in str(getattr(error, "problem", ""))
    return _Stop(at + 1, "", "dubbele_punt" if colon else "geen_yaml")
