"""For every kind of file: each class of mistake gives the file, the line, the field and a sentence."""

from dataclasses import MISSING, fields

import pytest

from koers.policy.decoder import KOP_KEYS
from koers.policy.finding import gather, shipped_folder
from koers.policy.kinds import SOORTEN

_FILES = [file.pad for file in gather(shipped_folder(), None)[0]]
FIRST = {soort.naam: next(pad for pad in _FILES if pad.rpartition("/")[0] == soort.map) for soort in SOORTEN}
KINDS = [pytest.param(soort, FIRST[soort.naam], id=soort.naam) for soort in SOORTEN]


def required(soort):
    own = [f.name for f in fields(soort.type) if f.default is MISSING and f.name != "herkomst"]
    return [*KOP_KEYS, *own]


def blocks(text):
    """Per top key, which stands at the margin, the first line (from 1) and the line after its block."""
    lines = enumerate(text.splitlines())
    starts = [(line.partition(":")[0], number) for number, line in lines if line[:1].isalpha()]
    ends = [number for _, number in starts[1:]] + [text.count("\n")]
    return {key: (line + 1, end) for (key, line), end in zip(starts, ends, strict=True)}


def without(text, key):
    start, end = blocks(text)[key]
    lines = text.splitlines(keepends=True)
    return "".join(lines[: start - 1] + lines[end:])


def named(faults, pad, soort):
    return [fout for fout in faults if (fout.bestand, fout.soort) == (pad, soort)]


@pytest.mark.parametrize(("soort", "pad"), KINDS)
def test_each_missing_key_is_named(shipped, soort, pad):
    for key in required(soort):
        missing = named(shipped.faults({pad: without(shipped.text(pad), key)}), pad, "ontbrekende_sleutel")
        assert [fout.veld for fout in missing] == [key]
        assert f"'{key}' ontbreekt" in missing[0].zin


@pytest.mark.parametrize(("soort", "pad"), KINDS)
def test_each_value_of_the_wrong_type_is_named_with_its_line(shipped, soort, pad):
    """A group of groups fits no key of any kind: no list, no single value, and no group that has 'raar'."""
    for key in required(soort):
        text = without(shipped.text(pad), key) + f"{key}:\n  raar: {{ding: 1}}\n"
        faults = [fout for fout in shipped.faults({pad: text}) if fout.bestand == pad]
        wrong = [fout for fout in faults if fout.veld in (key, f"{key}.raar")]
        assert {fout.soort for fout in wrong} <= {"geen_lijst", "geen_losse_waarde", "onbekende_sleutel"}
        assert [fout.regel for fout in wrong] == [text.count("\n")]


@pytest.mark.parametrize(("soort", "pad"), KINDS)
def test_a_key_too_many_is_named_with_its_line(shipped, soort, pad):
    unknown = shipped.text(pad) + "verzinsel: ja\n"
    double = shipped.text(pad) + "eigenaar: redactie-koers\n"
    last = unknown.count("\n")
    (fout,) = shipped.faults({pad: unknown})
    assert (fout.bestand, fout.regel, fout.veld) == (pad, last, "verzinsel")
    assert "bestaat hier niet" in fout.zin
    (fout,) = shipped.faults({pad: double})
    assert (fout.regel, fout.veld, fout.soort) == (last, "eigenaar", "dubbele_sleutel")
    assert "eerst op regel" in fout.zin


@pytest.mark.parametrize(("soort", "pad"), KINDS)
def test_a_wrong_head_is_named_with_its_line(shipped, soort, pad):
    """A day that cannot be, and an owner who does not exist."""
    for key, value, part in (
        ("herzien_voor", "2027-02-30", "De dag 2027-02-30 bestaat niet"),
        ("herzien_voor", "volgend jaar", "geen datum. Schrijf jaar-maand-dag"),
        ("herzien_voor", "01-03-2027", "geen datum. Schrijf jaar-maand-dag"),
        ("eigenaar", "de-buurman", "'de-buurman' bestaat niet in eigenaren"),
    ):
        lines = shipped.text(pad).splitlines()
        line, _ = blocks(shipped.text(pad))[key]
        lines[line - 1] = f"{key}: {value}"
        (fout,) = shipped.faults({pad: "\n".join(lines)})
        assert (fout.bestand, fout.regel, fout.veld) == (pad, line, key)
        assert part in fout.zin


@pytest.mark.parametrize(("soort", "pad"), KINDS)
def test_too_many_or_too_few_of_a_kind_is_named(shipped, soort, pad):
    """The same thing in two files, and a kind without any file."""
    copy = f"{soort.map}/zzz-kopie.yaml"
    doubles = named(shipped.faults({copy: shipped.text(pad)}), copy, "dubbel_id")
    assert doubles
    assert all(f"staat ook in {pad} op regel" in fout.zin and fout.regel > 1 for fout in doubles)
    gone = {path: None for path in shipped.raw if path.rpartition("/")[0] == soort.map}
    assert named(shipped.faults(gone), soort.map, "map_leeg")


@pytest.mark.parametrize(("soort", "pad"), [p for p in KINDS if p.values[0].lijst is None])
def test_a_file_bears_the_name_of_its_thing(shipped, soort, pad):
    other = f"{soort.map}/andere-naam.yaml"
    faults = shipped.faults({pad: None, other: shipped.text(pad)})
    assert [fout.veld for fout in named(faults, other, "naam_wijkt_af")] == ["id"]


def test_all_faults_of_all_files_come_at_once(shipped):
    """Sorted by file and line, so that an editor walks through them once."""
    change = {
        pad: shipped.text(pad).replace("herzien_voor: 2", "herzien_voor: x", 1) + "verzinsel: 1\n"
        for pad in FIRST.values()
    }
    faults = shipped.faults(change)
    assert len(faults) == 2 * len(FIRST)
    assert list(faults) == sorted(faults)
    assert {fout.bestand for fout in faults} == set(FIRST.values())
    assert all(fout.zin.endswith(".") or fout.zin.endswith("?") for fout in faults)
