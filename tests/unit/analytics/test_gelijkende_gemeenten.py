"""A municipality beside its group: compared with whom, where it stands, what is said when figures lack."""

from decimal import Decimal
from statistics import median

import pytest
from hypothesis import given
from hypothesis import strategies as st

from koers.analytics.gelijkende_gemeenten import GROEP, MINSTENS, beside_group, reference_group, size, trend
from koers.domain.gelijkenis import KENMERKEN, nearest

CODES = tuple(f"GM{nummer:04d}" for nummer in range(1, 15))
GETAL = st.integers(1, 100_000).map(lambda n: Decimal(n) / 100)
# At least two values, so that there is a usual difference to divide by.
KOLOM = st.lists(GETAL, min_size=len(CODES), max_size=len(CODES)).filter(lambda k: len(set(k)) > 4)
KOLOMMEN = st.fixed_dictionaries({kenmerk.naam: KOLOM for kenmerk in KENMERKEN})


def distances(code, kolommen, over=()):
    """Code -> distance, of all others."""
    about = [k for k in KENMERKEN if k.naam not in over]
    found = nearest(code, CODES, kolommen, aantal=len(CODES), kenmerken=about)
    return {een.code: een.afstand for een in found.gelijken}


@given(KOLOMMEN)
def test_two_municipalities_are_as_far_from_each_other_both_ways(kolommen):
    alle = {code: distances(code, kolommen) for code in CODES}
    assert all(
        alle[een][ander] == pytest.approx(alle[ander][een])
        for een in CODES
        for ander in CODES
        if een != ander
    )


@given(KOLOMMEN, st.sampled_from([k.naam for k in KENMERKEN]), st.sampled_from([10, 1000, Decimal("0.1")]))
def test_in_what_unit_a_characteristic_is_written_changes_nothing(kolommen, naam, keer):
    """Persons or thousands of persons, percents or parts: the same municipalities are alike."""
    ander = kolommen | {naam: [waarde * keer for waarde in kolommen[naam]]}
    hier, daar = distances(CODES[0], kolommen), distances(CODES[0], ander)
    assert hier == pytest.approx(daar)


@given(KOLOMMEN)
def test_what_the_theme_is_about_does_not_decide_who_is_compared(kolommen):
    anders = kolommen | {"bijstand_per_1000": kolommen["bijstand_per_1000"][::-1]}
    over = ("laag_inkomen",)
    een, ander = (reference_group(CODES[3], CODES, k, over=over) for k in (kolommen, anders))
    assert een == ander
    assert not {"bijstand_per_1000", "gemiddeld_inkomen"} & set(een.kenmerken)


def test_planted_with_the_characteristic_itself_the_answer_would_be_in_the_question():
    """If bijstand decided, the group of a theme about bijstand would consist of those who have as much."""
    vlak = {k.naam: [Decimal(10 + n % 3) for n in range(len(CODES))] for k in KENMERKEN}
    kolommen = vlak | {
        "bijstand_per_1000": [Decimal(1000 if n and n % 3 == 0 else n) for n in range(len(CODES))]
    }
    with_it = reference_group(CODES[0], CODES, kolommen, over=())
    without = reference_group(CODES[0], CODES, kolommen, over=("bijstand_per_1000",))
    poor = {CODES[n] for n in (3, 6, 9, 12)}
    assert not poor & {een.code for een in with_it.gelijken}
    assert poor <= {een.code for een in without.gelijken}


def test_missing_figures_are_said_and_do_not_count():
    kolommen = {k.naam: [Decimal(n + 1) for n in range(len(CODES))] for k in KENMERKEN}
    kolommen["aandeel_0_14"] = [None, *kolommen["aandeel_0_14"][1:]]
    kolommen["stedelijkheid"] = [*kolommen["stedelijkheid"][:1], None, *kolommen["stedelijkheid"][2:]]
    groep = reference_group(CODES[0], CODES, kolommen)
    assert groep.zonder == ("aandeel_0_14",)
    tweede = next(een for een in groep.gelijken if een.code == CODES[1])
    assert tweede.ontbreekt == ("stedelijkheid",)
    assert all(een.ontbreekt == () for een in groep.gelijken if een.code != CODES[1])
    assert len(groep.gelijken) == GROEP


def test_of_whom_too_little_is_known_has_no_group():
    kolommen = {k.naam: [None, *(Decimal(n) for n in range(1, len(CODES)))] for k in KENMERKEN}
    assert reference_group(CODES[0], CODES, kolommen).gelijken == ()


@given(st.dictionaries(st.sampled_from(CODES), st.none() | GETAL, min_size=1))
def test_the_spread_is_of_the_group_and_the_municipality_is_never_in_it(waarden):
    eigen, groep = CODES[0], list(waarden)
    beeld = beside_group("laag_inkomen", 2021, eigen, groep, waarden)
    known = [w for code, w in waarden.items() if code != eigen and w is not None]
    assert eigen not in {*beeld.zonder, *(code for code, _ in beeld.groep)}
    assert sorted(w for _, w in beeld.groep) == sorted(known)
    assert {*beeld.zonder, *(code for code, _ in beeld.groep)} == set(groep) - {eigen}
    if len(known) < MINSTENS:
        assert (beeld.midden, beeld.plek, beeld.verschil) == (None, None, None)
        return
    assert (beeld.laagste, beeld.hoogste) == (min(known), max(known))
    assert abs(beeld.midden - Decimal(median(known))) <= Decimal("0.05")
    if waarden.get(eigen) is None:
        assert (beeld.plek, beeld.verschil) == (None, None)
    else:
        assert beeld.verschil == waarden[eigen] - beeld.midden
        assert (beeld.plek == "boven") == (waarden[eigen] > beeld.driekwart)
        assert (beeld.plek == "onder") == (waarden[eigen] < beeld.kwart)


def test_the_group_stands_by_code_never_by_figure():
    waarden = {code: Decimal(100 - n) for n, code in enumerate(CODES)}
    beeld = beside_group("laag_inkomen", 2021, CODES[5], CODES, waarden)
    codes = [code for code, _ in beeld.groep]
    assert codes == sorted(codes)
    assert [w for _, w in beeld.groep] != sorted(w for _, w in beeld.groep)


def test_no_line_is_drawn_across_a_break_in_the_series():
    jaren = {jaar: {code: Decimal(jaar - 2000) for code in CODES} for jaar in (2019, 2020, 2021, 2022)}
    lijn = trend("jeugdzorg_in_natura", CODES[0], CODES[1:6], jaren)
    assert [punt.jaar for punt in lijn.punten] == [2021, 2022]
    assert (lijn.verandering, lijn.breuk) == (Decimal(1), 2021)
    whole = trend("laag_inkomen", CODES[0], CODES[1:6], jaren)
    assert [punt.jaar for punt in whole.punten] == [2019, 2020, 2021, 2022]
    assert (whole.verandering, whole.breuk) == (Decimal(3), None)


def test_one_year_is_no_trend_and_years_without_an_own_figure_are_left_out():
    jaren = {2021: {CODES[0]: Decimal(4)}, 2022: {CODES[0]: None, CODES[1]: Decimal(5)}}
    lijn = trend("laag_inkomen", CODES[0], CODES[1:6], jaren)
    assert [punt.jaar for punt in lijn.punten] == [2021]
    assert lijn.verandering is None
    assert trend("laag_inkomen", CODES[2], CODES[1:6], jaren).punten == ()


@pytest.mark.parametrize(
    ("grootheid", "waarde", "omvang"),
    [
        ("bijstand_per_1000", Decimal("12.5"), 417),
        ("aandeel_gescheiden", Decimal("6.93"), 2313),
        ("inwoners", Decimal(33381), 33381),
        ("laag_inkomen", Decimal("4.2"), None),  # of households, whose number is not given
        ("afstand_school", Decimal("1.2"), None),
        ("bijstand_per_1000", None, None),
    ],
)
def test_size_is_said_only_where_the_source_says_over_how_many(grootheid, waarde, omvang):
    assert size(grootheid, waarde, Decimal(33381)) == omvang
    assert grootheid == "inwoners" or size(grootheid, waarde, None) is None
