"""Which municipalities are alike; and each way of counting that is wrong is shown to be caught."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from math import sqrt

import pytest

from koers.domain import gelijkenis
from koers.domain.gelijkenis import KENMERKEN, Kenmerk, nearest, step

NAMEN = tuple(kenmerk.naam for kenmerk in KENMERKEN)
# A small country. EIGEN and TWEELING are alike in all but the income, where one euro of a thousand is
# nothing; VER shares its number of inhabitants and nothing else; DORP shares everything but that number,
# of which the logarithm runs over so few units that it only counts on a common scale; KLEIN and GROOT
# are half and twice as large; MIST has one figure missing, LEEG three.
LAND: dict[str, tuple[float | None, ...]] = {
    #           inwoners, 0-14, 15-24, inkomen, bijstand, stedelijkheid
    "EIGEN": (30_000, 14.0, 11.0, 26.0, 20.0, 4),
    "TWEELING": (30_900, 14.1, 11.1, 26.1, 20.5, 4),
    "BUUR": (33_000, 14.6, 11.2, 26.4, 22.0, 4),
    "VER": (30_000, 19.5, 8.0, 35.0, 60.0, 1),
    "KLEIN": (15_000, 14.2, 11.0, 26.2, 20.0, 4),
    "GROOT": (60_000, 14.2, 11.0, 26.2, 20.0, 4),
    "MIST": (30_100, None, 11.0, 26.0, 20.0, 4),
    "LEEG": (30_000, None, None, None, 20.0, 4),
    "DORP": (2_000, 14.0, 11.0, 26.0, 20.0, 4),
    "REUS": (900_000, 12.0, 25.0, 30.0, 90.0, 1),
    "A1": (22_000, 13.0, 12.0, 24.0, 30.0, 5),
    "A2": (41_000, 16.0, 10.0, 29.0, 35.0, 3),
    "A3": (80_000, 17.0, 13.0, 24.5, 45.0, 2),
    "A4": (25_000, 15.5, 10.5, 31.0, 12.0, 5),
    "A5": (51_000, 13.5, 12.5, 22.0, 55.0, 3),
}


def columns(land: dict[str, tuple[float | None, ...]]) -> dict[str, list[Decimal | None]]:
    return {
        naam: [None if row[i] is None else Decimal(str(row[i])) for row in land.values()]
        for i, naam in enumerate(NAMEN)
    }


Zoeker = Callable[..., gelijkenis.Gelijkenis]


def misses(zoek: Zoeker) -> Iterator[str]:
    """Everything that must hold of the way of searching, by name of what does not."""
    kolommen = columns(LAND)
    found = zoek("EIGEN", tuple(LAND), kolommen)
    volgorde = [gelijke.code for gelijke in found.gelijken]
    per_code = {gelijke.code: gelijke for gelijke in found.gelijken}
    if "EIGEN" in volgorde:
        yield "itself"
    if volgorde[:2] != ["MIST", "TWEELING"] and volgorde[:2] != ["TWEELING", "MIST"]:
        yield "twin"
    if {"VER", "DORP"} & set(volgorde[:5]):
        yield "scale"
    if "LEEG" in volgorde:
        yield "too little known"
    mist = per_code.get("MIST")
    if mist is None or mist.ontbreekt != ("aandeel_0_14",) or len(mist.verschillen) != 5:
        yield "missing said"
    klein, groot = (per_code.get(code) for code in ("KLEIN", "GROOT"))
    if klein is None or groot is None or abs(klein.afstand - groot.afstand) > 0.02:
        yield "proportion"
    backwards = dict(reversed(LAND.items()))
    gelijk = {**backwards, "Z9": LAND["TWEELING"], "B0": LAND["TWEELING"]}
    tied = [een.code for een in zoek("EIGEN", tuple(gelijk), columns(gelijk)).gelijken]
    if [code for code in tied if code in {"Z9", "B0", "TWEELING"}] != ["B0", "TWEELING", "Z9"]:
        yield "tie"
    ordinary = [plek / 10 for plek in range(200)]
    if not 0.95 < gelijkenis.step([*ordinary, 10_000.0]) / gelijkenis.step(ordinary) < 1.05:
        yield "outlier"


def test_what_must_hold_holds():
    assert list(misses(nearest)) == []


def _unstandardised(m: pytest.MonkeyPatch) -> None:
    m.setattr(gelijkenis, "step", lambda maten: 1.0)


def _mean_and_deviation(m: pytest.MonkeyPatch) -> None:
    from statistics import pstdev

    m.setattr(gelijkenis, "step", pstdev)


def _no_logarithm(m: pytest.MonkeyPatch) -> None:
    m.setattr(Kenmerk, "measure", lambda self, waarde: float(waarde))


def _missing_is_zero(m: pytest.MonkeyPatch) -> None:
    measures = gelijkenis._measures
    m.setattr(
        gelijkenis,
        "_measures",
        lambda kenmerk, rij: measures(kenmerk, [Decimal(1) if w is None else w for w in rij]),
    )
    pair = gelijkenis._pair

    def zero(plek, eigen, codes, kolommen, maten, stappen):
        return pair(
            plek, eigen, codes, {n: [w or Decimal(1) for w in k] for n, k in kolommen.items()}, maten, stappen
        )

    m.setattr(gelijkenis, "_pair", zero)


def _few_in_common_is_enough(m: pytest.MonkeyPatch) -> None:
    m.setattr(gelijkenis, "MINSTENS", 1)


@pytest.mark.parametrize(
    ("plant", "caught"),
    [
        (_unstandardised, "scale"),
        (_mean_and_deviation, "outlier"),
        (_no_logarithm, "proportion"),
        (_missing_is_zero, "missing said"),
        (_few_in_common_is_enough, "too little known"),
    ],
)
def test_a_planted_fault_is_caught(plant, caught, monkeypatch):
    plant(monkeypatch)
    assert caught in set(misses(nearest))


def test_a_search_that_follows_the_order_of_the_file_is_caught():
    def unsorted_ties(code, codes, kolommen):
        found = nearest(code, codes, kolommen, aantal=len(codes))
        order = sorted(found.gelijken, key=lambda een: (een.afstand, list(codes).index(een.code)))
        return gelijkenis.Gelijkenis(tuple(order[:8]), found.kenmerken, found.zonder, found.stappen)

    assert "tie" in set(misses(unsorted_ties))


def test_the_figure_that_is_compared_is_not_what_is_compared_by():
    assert not {naam for naam in NAMEN if "jeugdzorg" in naam or "jeugdhulp" in naam}


def test_distance_is_the_mean_step_over_what_both_have():
    found = nearest("EIGEN", tuple(LAND), columns(LAND), aantal=len(LAND))
    for gelijke in found.gelijken:
        steps = [verschil.stappen for verschil in gelijke.verschillen]
        assert gelijke.afstand == pytest.approx(sqrt(sum(s * s for s in steps) / len(steps)), abs=1e-8)
        assert {v.kenmerk for v in gelijke.verschillen} | set(gelijke.ontbreekt) == set(found.kenmerken)


def test_a_difference_is_positive_when_the_other_has_more():
    found = nearest("EIGEN", tuple(LAND), columns(LAND), aantal=len(LAND))
    groot = next(een for een in found.gelijken if een.code == "GROOT")
    inwoners = next(verschil for verschil in groot.verschillen if verschil.kenmerk == "inwoners")
    assert inwoners.stappen > 0
    assert (inwoners.eigen, inwoners.ander) == (Decimal(30_000), Decimal(60_000))


def test_what_has_no_own_figure_is_said_and_left_out():
    land = LAND | {"EIGEN": (30_000, None, 11.0, 26.0, 20.0, 4)}
    found = nearest("EIGEN", tuple(land), columns(land))
    assert found.zonder == ("aandeel_0_14",)
    assert found.gelijken


def test_nobody_is_alike_to_a_municipality_of_which_little_is_known():
    found = nearest("LEEG", tuple(LAND), columns(LAND))
    assert found.gelijken == ()
    assert found.zonder == ("aandeel_0_14", "aandeel_15_24", "gemiddeld_inkomen")


def test_a_characteristic_in_which_all_are_the_same_does_not_count():
    land = {code: (*row[:5], 3) for code, row in LAND.items()}
    found = nearest("EIGEN", tuple(land), columns(land))
    assert found.zonder == ("stedelijkheid",)


def test_an_unknown_municipality_is_an_error():
    with pytest.raises(ValueError, match="GM9999"):
        nearest("GM9999", tuple(LAND), columns(LAND))


@pytest.mark.parametrize(
    ("maten", "expected"),
    [
        ([1.0, 2.0, 3.0, 4.0, 5.0], 1.4826),
        (
            [1.0, 1.0, 1.0, 1.0, 9.0],
            3.2,
        ),  # most are the same: only the deviation tells
        ([2.0, 2.0], 0.0),
        ([7.0], 0.0),
    ],
)
def test_the_usual_difference(maten, expected):
    assert step(maten) == pytest.approx(expected)
