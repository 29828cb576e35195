"""The quick way beside the careful one: where it says anything, it says the same."""

import random
from typing import Any

import pytest

from koers.exchange.ijw import quick
from koers.exchange.ijw.bericht import Bericht, BerichtOngeldig
from koers.exchange.ijw.build import build, write_carefully
from koers.exchange.ijw.feiten import soorten
from koers.exchange.ijw.parse import read_carefully
from koers.exchange.ijw.quick import read_plain, write_plain
from tests.acceptance.ijw_mutanten import WAARDEN, mutate
from tests.unit.exchange.ijw.voorbeelden import DAG, good

SOORTEN = sorted(set(soorten()) & {"JW301", "JW305", "JW306", "JW307", "JW315", "JW317", "JW319", "JW323"})
KEER = 300
ANDERS: list[Any] = [*WAARDEN, "a & b <c>", "a\tb", "\r", None, [], {}, 0, 12, -1, 10**30, True, 1.5, DAG]


def read_apart(soort: str) -> tuple[int, int]:
    """Mutants that both ways read, and that they tell apart: `read_plain` must never say what is not so."""
    kans, tekst = random.Random(soort), build(good(soort)).decode()
    gelezen = verschil = 0
    for _ in range(KEER):
        inhoud = mutate(tekst, kans)
        if b"<!DOCTYPE" in inhoud:
            continue
        vlot, zorgvuldig = read_plain(inhoud), read_carefully(inhoud)
        if vlot is not None:
            gelezen += 1
            verschil += bool(zorgvuldig.bevindingen) or str(zorgvuldig.bericht) != str(vlot)
    return gelezen, verschil


@pytest.mark.parametrize("soort", SOORTEN)
def test_what_is_good_is_read_and_written_the_quick_way(soort):
    inhoud = build(good(soort))
    assert read_plain(inhoud) == read_carefully(inhoud).bericht == good(soort)
    assert write_plain(good(soort)) == write_carefully(good(soort))


@pytest.mark.parametrize("soort", SOORTEN)
def test_both_ways_read_the_same_out_of_mutants(soort):
    gelezen, verschil = read_apart(soort)
    assert gelezen > 5
    assert verschil == 0


@pytest.mark.parametrize(
    ("naam", "waarde"),
    [
        ("WIT", "".join(map(chr, range(128)))),  # text between elements is let pass
        ("Fout", object),  # a wrong value is taken as it is
        ("_MAG", {"x", "{urn:q}x", "{http://www.w3.org/XML/1998/namespace}lang"}),  # so are attributes
    ],
)
def test_a_quick_way_that_looks_less_is_seen(monkeypatch, naam, waarde):
    monkeypatch.setattr(quick, naam, waarde)
    assert sum(read_apart(soort)[1] for soort in SOORTEN) > 0


def written(bericht: Bericht) -> list[str] | None:
    try:
        return write_carefully(bericht)
    except BerichtOngeldig:
        return None


def places(klasse: dict[str, Any]) -> list[tuple[dict[str, Any], str]]:
    """Every name at every depth, with the mapping that it stands in."""
    gevonden = [(klasse, naam) for naam in klasse]
    for waarde in klasse.values():
        for een in waarde if isinstance(waarde, list) else [waarde]:
            gevonden += places(een) if isinstance(een, dict) else []
    return gevonden


@pytest.mark.parametrize("soort", SOORTEN)
def test_both_ways_write_the_same_whatever_stands_in_it(soort):
    kans = random.Random(soort)
    goed = 0
    for _ in range(KEER):
        bericht = good(soort)
        klasse, naam = kans.choice(
            places(dict(bericht.inhoud)["Client" if "Client" in bericht.inhoud else "Header"])
        )
        klasse[kans.choice((naam, naam, naam, "Onzin"))] = kans.choice(ANDERS)
        vlot = write_plain(bericht)
        assert vlot == written(bericht)
        goed += vlot is not None
    assert 0 < goed < KEER


def test_what_is_long_or_begins_otherwise_is_read_the_careful_way():
    inhoud = build(good("JW305"))
    assert read_plain(inhoud.replace(b'"UTF-8"', b"'UTF-8'")) is None
    assert read_plain(inhoud + b" " * quick.HOOGSTENS_BYTES) is None
