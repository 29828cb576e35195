"""Whatever is done to a policy file, the answer is a list of faults; and a required key is always missed.

The oracle for 'required' is a second, slow reading of the dataclasses, written here.
"""

import types
from dataclasses import MISSING, dataclass, fields, is_dataclass
from functools import cache
from typing import Annotated, Union, get_args, get_origin, get_type_hints

import yaml
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from koers.policy.finding import gather, shipped_folder
from koers.policy.kinds import SOORTEN
from koers.policy.loading import _Kop
from koers.policy.values import Ontbreekt, Tijdstip

FILES = {file.pad: file.inhoud.decode() for file in gather(shipped_folder(), None)[0]}
TYPES = {soort.map: soort.type for soort in SOORTEN}
quick = settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@dataclass(frozen=True)
class Group:
    """One mapping of a file: its node, the class it must become, and whether it stands at the top."""

    node: yaml.MappingNode
    cls: type
    top: bool


def groups(node, hint, top=False):
    """Every mapping below a node, with the dataclass that is its schema."""
    cls = plain(hint)
    if isinstance(node, yaml.SequenceNode):
        for child in node.value:
            yield from groups(child, get_args(cls)[0])
    if isinstance(node, yaml.MappingNode):
        yield Group(node, cls, top)
        hints = hints_of(cls) | (hints_of(_Kop) if top else {})
        for key, child in node.value:
            yield from groups(child, hints[key.value])


@cache
def hints_of(cls):
    return get_type_hints(cls, include_extras=True)


def plain(hint):
    """The hint without marks, without None and without 'niet_in_bron'."""
    if get_origin(hint) is Annotated:
        return plain(get_args(hint)[0])
    if get_origin(hint) in (Union, types.UnionType):
        return plain(next(arg for arg in get_args(hint) if arg not in (types.NoneType, Ontbreekt)))
    return hint


def is_required(group, key):
    own = [field for field in (*fields(group.cls), *(fields(_Kop) if group.top else ())) if field.name == key]
    return own[0].default is MISSING


def composed(pad):
    return yaml.compose(FILES[pad], Loader=yaml.CSafeLoader)


def written(root):
    return yaml.serialize(root, Dumper=yaml.CSafeDumper, allow_unicode=True, width=10_000)


@st.composite
def places(draw):
    """A file, a mapping in it and one of its keys."""
    pad = draw(st.sampled_from(sorted(FILES)))
    root = composed(pad)
    group = draw(st.sampled_from(list(groups(root, TYPES[pad.rpartition("/")[0]], top=True))))
    return pad, root, group, draw(st.integers(0, len(group.node.value) - 1))


def refuses(shipped, pad, text):
    """Whether the change is refused; anything but BeleidOngeldig goes up and fails the test."""
    faults = shipped.faults({pad: text})
    assert all(fout.zin and fout.regel >= 1 and fout.bestand for fout in faults)
    return bool(faults)


def test_writing_a_file_anew_changes_nothing(shipped):
    """Else the other tests here would find faults that nobody planted."""
    assert [pad for pad in FILES if refuses(shipped, pad, written(composed(pad)))] == []


@quick
@given(places())
def test_a_dropped_key_is_never_passed_over_when_required(shipped, place):
    pad, root, group, number = place
    key, _ = group.node.value.pop(number)
    refused = refuses(shipped, pad, written(root))
    assert refused or not is_required(group, key.value)


@quick
@given(places())
def test_a_renamed_key_is_always_refused(shipped, place):
    pad, root, group, number = place
    key, _ = group.node.value[number]
    key.value = f"{key.value}x"
    assert refuses(shipped, pad, written(root))


@quick
@given(places())
def test_a_doubled_key_is_always_refused(shipped, place):
    pad, root, group, number = place
    group.node.value.append(group.node.value[number])
    text = written(root)
    assert refuses(shipped, pad, text)


@quick
@given(places())
def test_a_value_of_another_shape_is_always_refused(shipped, place):
    pad, root, group, number = place
    key, value = group.node.value[number]
    word = yaml.ScalarNode("tag:yaml.org,2002:str", "iets")
    other = yaml.MappingNode("tag:yaml.org,2002:map", [(word, word)])
    if not isinstance(value, yaml.ScalarNode):
        other = word
    group.node.value[number] = (key, other)
    assert refuses(shipped, pad, written(root))


AWKWARD = [
    *(
        "",
        "~",
        "yes",
        "no",
        "on",
        "01",
        "1e3",
        "0x1F",
        "1:30",
        "NaN",
        ".inf",
        "2027-02-30",
        "-0",
        "1",
        "true",
    ),
    *("*x", "&x y", "!t z", "<<", "=", "{", "[", "'", '"', "\t", "- ", "? ", "x: y", "#", "%"),
    *("\u2028", "\x00", "\ud7ff", "é", "٣", "niet_in_bron", "niet_van_toepassing", "koersen", "2026-01-01"),
    *("9" * 400, "x" * 5_000),
]


@quick
@given(places(), st.sampled_from(AWKWARD) | st.text(max_size=12), st.sampled_from([None, "'", '"', "|", ">"]))
def test_an_awkward_value_never_breaks_the_loader(shipped, place, text, style):
    pad, root, group, number = place
    key, _ = group.node.value[number]
    group.node.value[number] = (key, yaml.ScalarNode("tag:yaml.org,2002:str", text, style=style))
    try:
        new = written(root)
    except (yaml.YAMLError, UnicodeEncodeError):
        return
    refuses(shipped, pad, new)


@quick
@given(st.sampled_from(sorted(FILES)), st.data())
def test_a_slip_of_the_keyboard_never_breaks_the_loader(shipped, pad, data):
    """Some characters of the file replaced by others, wherever."""
    text = FILES[pad]
    start = data.draw(st.integers(0, len(text)))
    end = start + data.draw(st.integers(0, 8))
    typed = data.draw(st.sampled_from(AWKWARD) | st.text(max_size=6))
    refuses(shipped, pad, (text[:start] + typed + text[end:]).encode("utf-8", "surrogatepass"))


@quick
@given(st.binary(max_size=200))
@example(b"\xff\xfe")
@example(b"\xef\xbb\xbf")
@example(b"--- \n...\n")
def test_any_bytes_are_refused(shipped, content):
    assert refuses(shipped, "normen/bezwaartermijn.yaml", content)


def test_the_oracle_knows_every_class_of_the_schema():
    """A new kind of value that this file cannot walk would go untested."""
    seen = {
        group.cls for pad in FILES for group in groups(composed(pad), TYPES[pad.rpartition("/")[0]], top=True)
    }
    assert all(is_dataclass(cls) and cls is not Tijdstip for cls in seen)
    assert len(seen) > 40
