"""What an attacker can deduce from everything that is public, over two periods."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koers.analytics import disclosure
from koers.analytics.disclosure import ExactTable, disclose
from koers.analytics.lattice import at_most, balance, crossed, part_of
from koers.domain.disclosed import MET_WAARDE, CelStatus
from tests.generative.attacker import Attacker
from tests.generative.histories import examples

GEMEENTEN = [f"G{n}" for n in range(6)]
AREAS = {"noord": GEMEENTEN[:3], "zuid": GEMEENTEN[3:], "drenthe": ["noord", "zuid"]}
NIVEAUS = {"alle": ["4", "5", "6-8"]}
KINDS = ("stand", "in", "uit")
PERIODS = ("2024", "2025")


def region(seed, size):
    """Stock, inflow and outflow by area and level over two years, exact, with all that hangs together."""
    r = Random(seed)
    cells = {}
    for g in GEMEENTEN:
        for n, part in zip(NIVEAUS["alle"], (0.6, 0.3, 0.1), strict=True):
            stock = max(0, round(r.gauss(size * part, size * part / 2)))
            for period in PERIODS:
                into, out = r.randint(0, max(3, stock // 2)), r.randint(0, stock // 2)
                cells[g, n, "in", period], cells[g, n, "uit", period] = into, out
                stock += into - out
                cells[g, n, "stand", period] = stock
    add_totals(cells)
    keys = list(cells)
    relations = crossed([AREAS, NIVEAUS, {}, {}], keys)
    relations += [
        balance((a, n, "stand", "2025"), (a, n, "stand", "2024"), (a, n, "in", "2025"), (a, n, "uit", "2025"))
        for a in (*GEMEENTEN, *AREAS)
        for n in (*NIVEAUS["alle"], "alle")
    ]
    return cells, relations


def add_totals(cells):
    for whole, parts in (*AREAS.items(),):
        for n in NIVEAUS["alle"]:
            for kind in KINDS:
                for period in PERIODS:
                    cells[whole, n, kind, period] = sum(cells[p, n, kind, period] for p in parts)
    for area in (*GEMEENTEN, *AREAS):
        for kind in KINDS:
            for period in PERIODS:
                cells[area, "alle", kind, period] = sum(cells[area, n, kind, period] for n in NIVEAUS["alle"])


def of_period(cells, relations, period):
    """The part that is published after this period; relations with earlier periods go with the later one."""
    own = {key: number for key, number in cells.items() if key[3] == period}
    until = {key for key in cells if key[3] <= period}
    mine = [
        v
        for v in relations
        if {v.geheel, *(p for p, _ in v.delen)} <= until and {v.geheel, *(p for p, _ in v.delen)} & set(own)
    ]
    return ExactTable("stroom", ("gebied", "niveau", "soort", "jaar"), own, mine)


def publish(cells, relations):
    first = disclose(of_period(cells, relations, "2024"))
    second = disclose(of_period(cells, relations, "2025"), eerder=[first])
    return (*first.cellen, *second.cellen)


def as_relations(relations):
    return [(v.soort, v.geheel, v.delen) for v in relations]


def attack(published, relations):
    return Attacker({cel.sleutel: (cel.onder, cel.boven) for cel in published}, as_relations(relations))


def check_safe(published, relations, cells, look_at):
    """Every cell looked at keeps enough values; the number of small cells that are known for certain."""
    attacker = attack(published, relations)
    recovered = 0
    for cel in look_at:
        low, high = attacker.bounds(cel.sleutel)
        assert low <= cells[cel.sleutel] <= high
        need = 5 if low <= 7 else 3
        assert attacker.possible(cel.sleutel, need) >= need, cel
        recovered += low == high
    return recovered


@examples(2, 12)
@given(seed=st.integers(0, 10_000), size=st.sampled_from((5, 12, 40)))
def test_nothing_small_is_recovered_over_two_periods(seed, size):
    cells, relations = region(seed, size)
    published = publish(cells, relations)
    look = [cel for cel in published if cells[cel.sleutel] <= 7]
    others = [cel for cel in published if cells[cel.sleutel] > 7]
    sample = Random(seed).sample(look, min(25, len(look))) + Random(seed).sample(others, 15)
    assert check_safe(published, relations, cells, sample) == 0


def areas_only(seed, size):
    """A table as the pages show it: municipalities and their totals, per period, without levels."""
    cells, _ = region(seed, size)
    cells = {key: number for key, number in cells.items() if key[1] == "alle" and key[2] == "stand"}
    return cells, crossed([AREAS, {}, {}, {}], cells)


def test_enough_totals_are_published_to_be_of_use():
    """At least seven in ten of the totals over three and over six municipalities; and nothing leaks."""
    told = 0
    for seed in range(8):
        cells, relations = areas_only(seed, 40)
        published = publish(cells, relations)
        told += sum(cel.status in MET_WAARDE for cel in published if cel.sleutel[0] in AREAS)
        assert check_safe(published, relations, cells, published) == 0
    assert told * 10 >= 7 * 8 * len(AREAS) * len(PERIODS)


def test_of_crossing_totals_one_way_is_told():
    """Totals over levels and over areas close a cycle: the ones over levels are told, the others are not."""
    cells, relations = region(3, 40)
    told = {cel.sleutel for cel in publish(cells, relations) if cel.status in MET_WAARDE}
    assert {(g, "alle", "stand", "2024") for g in GEMEENTEN} <= told
    assert ("drenthe", "alle", "stand", "2024") in told
    assert not {(a, n, "stand", "2024") for a in AREAS for n in NIVEAUS["alle"]} & told


def test_the_rest_of_the_region_gives_everything_away():
    """The planted leak: small cells are left out, but the region and the rest of it are exact."""
    r = Random(1)
    cells = {(g,): r.randint(0, 20) for g in GEMEENTEN}
    cells["drenthe",] = sum(cells.values())
    small = {key for key, number in cells.items() if number <= 7}
    told = {key: (0, 7) if key in small else (number, number) for key, number in cells.items()}
    rest = {(f"zonder {g}",): cells["drenthe",] - cells[g,] for g in GEMEENTEN}
    told |= {key: (number, number) for key, number in rest.items()}
    relations = [("som", ("drenthe",), tuple(((g,), 1) for g in GEMEENTEN))]
    relations += [("som", ("drenthe",), (((g,), 1), ((f"zonder {g}",), 1))) for g in GEMEENTEN]
    attacker = Attacker(told, relations)
    assert len(small) >= 2
    assert all(attacker.bounds(key) == (cells[key], cells[key]) for key in small)


def test_the_publisher_withstands_the_rest_of_the_region():
    """The same lattice through the one exit: the rest is a total like any other, and tells too much."""
    r = Random(1)
    cells = {(g,): r.randint(0, 20) for g in GEMEENTEN}
    cells["drenthe",] = sum(cells.values())
    cells |= {(f"zonder {g}",): cells["drenthe",] - cells[g,] for g in GEMEENTEN}
    relations = crossed([{"drenthe": GEMEENTEN}], cells)
    for g in GEMEENTEN:
        relations += crossed([{"drenthe": [g, f"zonder {g}"]}], cells)
        relations += crossed([{f"zonder {g}": [h for h in GEMEENTEN if h != g]}], cells)
    published = disclose(ExactTable("stand", ("gebied",), cells, relations)).cellen
    assert check_safe(published, relations, cells, published) == 0


def two_parts(seed):
    """A small part, a larger one, and their total: nowhere is it easier to subtract."""
    r = Random(seed)
    cells = {("a",): r.randint(0, 7), ("b",): r.randint(8, 40)}
    cells["ab",] = sum(cells.values())
    return cells, crossed([{"ab": ["a", "b"]}], cells)


def fewest_values(published, relations):
    """The least number of values that a redacted cell keeps."""
    attacker = attack(published, relations)
    hidden = [cel for cel in published if cel.status is CelStatus.AFGESCHERMD]
    return min(attacker.possible(cel.sleutel) for cel in hidden)


@pytest.mark.parametrize("checked", [True, False], ids=["as it is", "planted: totals without a check"])
def test_totals_without_a_check_leak(monkeypatch, checked):
    """The planted fault: every total rounded to 5, whatever it tells about its parts."""
    if not checked:
        monkeypatch.setattr(disclosure, "_block", lambda bounds, needs, cell, class_: (class_, class_))
    fewest = 5
    for seed in range(30):
        cells, relations = two_parts(seed)
        published = disclose(ExactTable("stand", ("gebied",), cells, relations)).cellen
        fewest = min(fewest, fewest_values(published, relations))
    assert (fewest >= 5) is checked


@pytest.mark.parametrize("seed", range(3))
def test_parts_of_a_known_population_are_safe(seed):
    """Young people with help are part of a population that everybody knows."""
    r = Random(seed)
    people = {(g, "inwoners"): r.choice((3, 9, 40)) for g in GEMEENTEN}
    cells = people | {(g, "hulp"): r.randint(0, n) for (g, _), n in people.items()}
    for what in ("inwoners", "hulp"):
        cells["drenthe", what] = sum(cells[g, what] for g in GEMEENTEN)
    known = frozenset(key for key in cells if key[1] == "inwoners")
    relations = crossed([{"drenthe": GEMEENTEN}, {}], cells)
    relations += [part_of((g, "hulp"), (g, "inwoners")) for g in (*GEMEENTEN, "drenthe")]
    published = disclose(ExactTable("hulp", ("gebied", "wat"), cells, relations, known)).cellen
    attacker = attack(published, relations)
    for cel in published:
        if cel.sleutel not in known:
            before = people.get((cel.sleutel[0], "inwoners"), 1000) + 1
            assert attacker.possible(cel.sleutel) >= min(5 if cells[cel.sleutel] <= 7 else 3, before)


@pytest.mark.parametrize("seed", range(4))
def test_shares_of_a_whole_that_is_told_too_are_safe(seed):
    """Referrals by one team of all referrals: part and whole are both told, for areas and the region.

    The relation that says nothing any more is set aside; the attacker keeps it.
    """
    r = Random(seed)
    cells, sizes = {}, (4, 12, 60, 150)
    for g in GEMEENTEN:
        cells[g, "alle"] = r.choice(sizes) + r.randint(0, 9)
        cells[g, "team"] = r.randint(0, cells[g, "alle"] // r.choice((1, 3)))
    for what in ("alle", "team"):
        cells["drenthe", what] = sum(cells[g, what] for g in GEMEENTEN)
    relations = crossed([{"drenthe": GEMEENTEN}, {}], cells)
    relations += [part_of((g, "team"), (g, "alle")) for g in GEMEENTEN]
    published = disclose(ExactTable("verwijzingen", ("gebied", "wat"), cells, relations)).cellen
    assert check_safe(published, relations, cells, published) == 0


@pytest.mark.parametrize("seed", range(4))
def test_a_region_that_can_be_less_than_its_parts_is_safe(seed):
    r = Random(seed)
    cells = {(g,): r.choice((3, 9, 40)) for g in GEMEENTEN}
    cells["drenthe",] = sum(cells.values()) - r.randint(0, 5)
    relations = [at_most(("drenthe",), [(g,) for g in GEMEENTEN])]
    published = disclose(ExactTable("instroom", ("gebied",), cells, relations)).cellen
    assert check_safe(published, relations, cells, published) == 0
    assert next(cel for cel in published if cel.sleutel == ("drenthe",)).waarde is not None
