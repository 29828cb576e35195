"""The one exit for numbers: what is told, what is held back, and who knows the program learns no more."""

from collections import defaultdict
from decimal import Decimal
from itertools import product

import pytest

from koers.analytics import disclosure
from koers.analytics.disclosure import (
    ExactTable,
    disclose,
    disclose_amounts,
    hide_small_surveys,
    share,
    show_internal,
    show_published,
    statistic,
)
from koers.analytics.lattice import Bounds, Verband, balance, crossed, independent, part_of, total
from koers.domain.disclosed import CelStatus, DisclosedCell, Klasse

A, B, C, T = ("a",), ("b",), ("c",), ("totaal",)


def publish(cells, relations=(), known=frozenset()):
    return disclose(ExactTable("proef", ("gebied",), cells, relations, known))


@pytest.mark.parametrize(
    ("number", "status", "told", "low", "high"),
    [
        (0, CelStatus.AFGESCHERMD, None, 0, 7),
        (1, CelStatus.AFGESCHERMD, None, 0, 7),
        (7, CelStatus.AFGESCHERMD, None, 0, 7),
        (8, CelStatus.AFGEROND, 10, 8, 12),
        (12, CelStatus.AFGEROND, 10, 8, 12),
        (13, CelStatus.AFGEROND, 15, 13, 17),
        (604, CelStatus.AFGEROND, 605, 603, 607),
    ],
)
def test_a_number_by_itself(number, status, told, low, high):
    cel = publish({A: number}).cell("a")
    assert (cel.status, cel.waarde, cel.onder, cel.boven) == (status, told, low, high)


def test_a_total_that_gives_a_part_away_is_widened():
    """10 and under 8 make at most 19: a total of 20 (18 or 19) would leave two values for the small one."""
    table = publish({A: 12, B: 7, T: 19}, [total(T, [A, B])])
    cel = table.cell("totaal")
    assert (cel.waarde, cel.basis, cel.onder, cel.boven) == (20, 10, 13, 22)
    assert "totaal_verbreed" in table.noten


def test_a_total_of_many_parts_is_told():
    parts = {(f"g{n}",): 40 + 7 * n for n in range(12)}
    table = publish(parts | {T: sum(parts.values())}, [total(T, parts)])
    assert table.cell("totaal").waarde == 940
    assert table.noten == ("afgerond_op_5",)


def test_a_total_of_two_parts_would_tell_too_much_at_its_ends_and_is_told_for_none():
    """301 would say 98 and 203; so that nobody can tell 301 from 305, neither is told."""
    for a, b in ((98, 203), (100, 205), (102, 207)):
        cel = publish({A: a, B: b, T: a + b}, [total(T, [A, B])]).cell("totaal")
        assert (cel.status, cel.waarde) == (CelStatus.INGEHOUDEN, None)


def publications(cells, leaves, relations):
    """Every publication, with the exact tables that lead to it."""
    found = defaultdict(list)
    for numbers in cells:
        told = publish(numbers, relations).cellen
        found[tuple((c.sleutel, c.status, c.onder, c.boven) for c in told)].append(numbers)
    whole = max(
        number for numbers in found.values() for table in numbers for number in (table[s] for s in leaves)
    )
    # A publication whose classes reach beyond the tables that were tried would look narrower than it is.
    return {
        told: tables
        for told, tables in found.items()
        if all(high is not None and high <= whole for key, _, _, high in told if key in leaves)
    }


def fewest_left(found):
    """The least number of values, beyond what is needed, that any cell keeps for who knows the program."""
    return min(
        len({table[key] for table in tables}) - (5 if min(table[key] for table in tables) <= 7 else 3)
        for told, tables in found.items()
        for key, *_ in told
    )


def sums(most):
    return [{A: a, B: b, C: c, T: a + b + c} for a, b, c in product(range(most + 1), repeat=3)]


def flows(most):
    stock, into, out, after = A, B, C, T
    return [
        {stock: s, into: i, out: o, after: s + i - o}
        for s, i, o in product(range(most + 1), range(8), range(8))
        if 0 <= s + i - o <= most
    ]


@pytest.mark.parametrize(
    ("tables", "leaves", "relations"),
    [
        (sums(12), (A, B, C), [total(T, [A, B, C])]),
        (flows(17), (A, B, C, T), [balance(T, A, B, C)]),
    ],
    ids=["total", "stock and flow"],
)
def test_who_knows_the_program_learns_nothing_from_what_is_held_back(tables, leaves, relations):
    """All small tables: those that look the same outside leave every cell the values it needs."""
    found = publications(tables, leaves, relations)
    assert len(found) > 5
    assert fewest_left(found) >= 0


def test_a_choice_by_the_true_number_is_caught(monkeypatch):
    """The planted fault: widen only when the class of this very number would tell too much."""

    def by_true_number(safe, class_, bottom, top):
        return (class_, class_) if safe(class_, class_) else (max(class_ - 1, 0), class_ + 1)

    monkeypatch.setattr(disclosure, "_joined", by_true_number)
    assert fewest_left(publications(sums(12), (A, B, C), [total(T, [A, B, C])])) < 0


def test_rows_and_columns_together_are_safe():
    """A cycle: bounds by propagation alone leave too much, so the values are proven by making tables."""
    keys = [(g, n) for g in ("g1", "g2", "regio") for n in ("4", "5", "alle")]
    dims = [{"regio": ["g1", "g2"]}, {"alle": ["4", "5"]}]
    relations = crossed(dims, keys)
    assert len(relations) == 6
    for four in ((1, 7, 7, 1), (3, 0, 12, 40), (7, 7, 7, 7), (0, 0, 0, 0), (20, 6, 2, 9)):
        inner = dict(zip([("g1", "4"), ("g1", "5"), ("g2", "4"), ("g2", "5")], four, strict=True))
        cells = {
            (g, n): sum(v for (h, m), v in inner.items() if g in (h, "regio") and n in (m, "alle"))
            for g, n in keys
        }
        told = disclose(ExactTable("proef", ("gebied", "niveau"), cells, relations)).cellen
        low, high = {c.sleutel: c.onder for c in told}, {c.sleutel: c.boven for c in told}
        fitting = [
            table
            for table in squares(low, high)
            if all(low[k] <= table[k] and (high[k] is None or table[k] <= high[k]) for k in keys)
        ]
        for key in keys:
            values = {table[key] for table in fitting}
            assert len(values) >= (5 if min(values) <= 7 else 3), (four, key, values)


def squares(low, high):
    """All tables of two by two with their margins, as far as the inner cells may go."""
    inner = [("g1", "4"), ("g1", "5"), ("g2", "4"), ("g2", "5")]
    for a, b, c, d in product(*(range(low[key], high[key] + 1) for key in inner)):
        yield {
            ("g1", "4"): a,
            ("g1", "5"): b,
            ("g2", "4"): c,
            ("g2", "5"): d,
            ("g1", "alle"): a + b,
            ("g2", "alle"): c + d,
            ("regio", "4"): a + c,
            ("regio", "5"): b + d,
            ("regio", "alle"): a + b + c + d,
        }


def test_a_later_table_does_not_open_an_earlier_one():
    """Stock before was told as 7 and under; stock after and the flows are told so that it stays so."""
    before = publish({A: 3})
    cells = {B: 12, C: 1, T: 14}
    after = disclose(ExactTable("proef", ("gebied",), cells, [balance(T, A, B, C)]), eerder=[before])
    low, high = ({c.sleutel: getattr(c, name) for c in after.cellen} for name in ("onder", "boven"))
    possible = {
        stock
        for stock, into, out in product(range(8), range(low[B], high[B] + 1), range(low[C], high[C] + 1))
        if low[T] <= stock + into - out <= (high[T] if high[T] is not None else 999)
    }
    assert len(possible) >= 5


def test_persons_in_two_parts_make_no_sum():
    cells = {A: 40, B: 30, T: 60}
    with pytest.raises(ValueError, match="does not hold"):
        publish(cells, [total(T, [A, B])])
    assert publish(cells, [total(T, [A, B], uniek=True)]).cell("totaal").waarde == 60


def test_a_part_of_a_small_known_population_keeps_what_it_had():
    table = publish({A: 3, B: 2}, [part_of(B, A)], frozenset({A}))
    assert table.cell("a").status is CelStatus.GETOOND
    assert table.cell("b").status is CelStatus.AFGESCHERMD


def test_what_follows_from_other_relations_is_set_aside():
    """Rows, columns and the whole: the last sum follows from the others, in whichever order."""
    keys = [(g, n) for g in ("g1", "g2", "regio") for n in ("4", "5", "alle")]
    relations = crossed([{"regio": ["g1", "g2"]}, {"alle": ["4", "5"]}], keys)
    for order in (relations, relations[::-1], relations[3:] + relations[:3]):
        assert len(independent(order)) == len(relations) - 1
    assert independent([total(T, [A, B]), total(T, [A, C])]) == [total(T, [A, B]), total(T, [A, C])]


def test_what_would_close_a_cycle_is_not_told_and_the_rest_is():
    keys = [(g, n) for g in ("g1", "g2", "regio") for n in ("4", "5", "alle")]
    cells = dict.fromkeys(keys, 40) | {k: 80 for k in keys if "regio" in k or "alle" in k}
    cells["regio", "alle"] = 160
    relations = crossed([{"regio": ["g1", "g2"]}, {"alle": ["4", "5"]}], keys)
    table = disclose(ExactTable("proef", ("gebied", "niveau"), cells, relations))
    told = {cel.sleutel for cel in table.cellen if cel.waarde is not None}
    assert {(g, n) for g in ("g1", "g2") for n in ("4", "5")} <= told
    bounds = Bounds(keys, relations)
    for sleutel in keys:
        if sleutel in told:
            assert not bounds.closes_cycle(bounds.place[sleutel])
            bounds.tell(bounds.place[sleutel], 0, 1000)


def test_bounds_of_a_total_and_its_parts():
    bounds = Bounds([A, B, T], [total(T, [A, B])])
    for cell, low, high in ((A, 0, 7), (B, 8, 12), (T, 18, 22)):
        bounds.tell(bounds.place[cell], low, high)
    assert (bounds.low, bounds.high) == ([6, 11, 18], [7, 12, 19])
    with pytest.raises(ValueError, match="contradicts"):
        bounds.tell(bounds.place[A], 0, 5)


def test_the_same_table_gives_the_same_answer():
    cells = {A: 12, B: 7, C: 30, T: 49}
    relations = [total(T, [A, B, C])]
    een, ander = publish(cells, relations), publish(dict(reversed(cells.items())), relations)
    assert set(een.cellen) == set(ander.cellen)


def cell(number, low=None, high=None, status=CelStatus.AFGEROND):
    return DisclosedCell(
        A, status, number, number - 2 if low is None else low, number + 2 if high is None else high, 5
    )


def test_a_percentage_is_made_of_told_numbers_only():
    told = share(A, cell(50), cell(605))
    assert (told.waarde, told.status) == (Decimal("8.3"), CelStatus.AFGEROND)
    assert told.onder < Decimal("8.3") < told.boven
    assert share(A, cell(10), cell(10)).waarde == 100
    assert share(A, cell(15), cell(10)).waarde == 100
    hidden = DisclosedCell(A, CelStatus.AFGESCHERMD, None, 0, 7)
    assert share(A, hidden, cell(605)).waarde is None
    assert share(A, hidden, cell(605)).status is CelStatus.AFGESCHERMD


def test_a_mean_wait_needs_a_number_that_is_told():
    assert statistic(Decimal("31.5"), cell(10)) == 32
    assert statistic(Decimal("31.5"), DisclosedCell(A, CelStatus.AFGESCHERMD, None, 0, 7)) is None


def survey(answers):
    cells = {(g, "antwoorden"): n for g, n in answers.items()} | {
        (g, "passend"): n // 2 for g, n in answers.items()
    }
    table = show_internal(ExactTable("ervaring", ("gebied", "wat"), cells), doel="beleid_en_verantwoording")
    whole = [total(("alle", "antwoorden"), [(g, "antwoorden") for g in answers if g != "alle"])]
    return hide_small_surveys(table, {(g, "passend"): (g, "antwoorden") for g in answers}, whole)


def test_a_survey_never_shows_fewer_than_five_answers_not_even_intern():
    table = survey({"g1": 4, "g2": 9, "g3": 40, "alle": 53})
    hidden = {c.sleutel for c in table.cellen if c.waarde is None}
    assert hidden == {(g, what) for g in ("g1", "g2") for what in ("antwoorden", "passend")}
    assert table.klasse is Klasse.INTERN
    assert "enquete_minstens_5" in table.noten


def test_five_answers_are_shown_and_one_group_hides_its_total():
    assert all(c.waarde is not None for c in survey({"g1": 5, "g2": 9, "alle": 14}).cellen)
    assert all(c.waarde is None for c in survey({"g1": 4, "alle": 4}).cellen)


def test_amounts_follow_the_persons_behind_them():
    people = publish({A: 3, B: 20, C: 400, T: 423}, [total(T, [A, B, C])])
    cents = {A: 91_000_00, B: 80_049_00, C: 1_600_000_00, T: 1_771_049_00}
    table = disclose_amounts("uitgaven", cents, people, [total(T, [A, B, C])])
    assert [c.waarde for c in table.cellen] == [None, None, 1_600_000_00, 1_771_000_00]


def test_exact_figures_need_a_purpose_and_published_ones_a_source():
    table = ExactTable("proef", ("gebied",), {A: 3})
    with pytest.raises(ValueError, match="purpose"):
        show_internal(table, doel="")
    with pytest.raises(ValueError, match="source"):
        show_published(table, bron="")
    assert show_internal(table, doel="beleid").cell("a").waarde == 3
    assert "intern_niet_verspreiden" in show_internal(table, doel="beleid").noten
    assert show_published(table, bron="CBS").klasse is Klasse.GEPUBLICEERD


def test_a_relation_that_is_not_true_is_no_relation():
    assert Verband("deel", T, ((A, 1),)).holds({A: 3, T: 3})
    assert not part_of(A, T).holds({A: 4, T: 3})
    with pytest.raises(ValueError, match="below zero"):
        publish({A: -1})
