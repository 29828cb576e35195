"""Agreements with partners: which deliveries are expected, and how each stands."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from koers.domain.leveringen import (
    Afspraak,
    Bestandstand,
    Leverstand,
    Verwachting,
    expected_periods,
    late_first,
    stand_of,
)
from koers.domain.partnertabellen import PARTNERTABELLEN, check_row, period_end
from koers.domain.tabelvorm import Kolomsoort
from koers.presentation.zinnen_aanlevering import RIJ_PARTNER

KWARTAAL = Afspraak("x", "school_zat", "kwartaal", 30, date(2026, 1, 1), None, ("GM1731", "GM0106"))
Q1 = Verwachting(KWARTAAL, "2026-K1", date(2026, 4, 30))


@pytest.mark.parametrize(
    ("ritme", "periode", "end"),
    [
        ("jaar", "2025", date(2025, 12, 31)),
        ("kwartaal", "2025-K1", date(2025, 3, 31)),
        ("kwartaal", "2025-K2", date(2025, 6, 30)),
        ("kwartaal", "2025-K4", date(2025, 12, 31)),
        ("schooljaar", "2024-2025", date(2025, 7, 31)),
    ],
)
def test_a_period_ends(ritme, periode, end):
    assert period_end(periode, ritme) == end


@pytest.mark.parametrize(
    ("ritme", "periode"),
    [("jaar", "2025-K1"), ("kwartaal", "2025-K5"), ("schooljaar", "2024-2026"), ("schooljaar", "2025")],
)
def test_what_is_no_period_of_this_rhythm(ritme, periode):
    with pytest.raises(ValueError, match=periode):
        period_end(periode, ritme)


def test_only_whole_periods_since_the_agreement_that_are_over():
    def names(today, **how):
        return [v.periode for v in expected_periods(replace(KWARTAAL, **how), today)]

    assert names(date(2026, 3, 31)) == []
    assert names(date(2026, 4, 1)) == ["2026-K1"]
    assert names(date(2027, 1, 1)) == ["2026-K1", "2026-K2", "2026-K3", "2026-K4"]
    assert names(date(2026, 10, 1), vanaf=date(2026, 1, 2)) == ["2026-K2", "2026-K3"]
    assert names(date(2027, 1, 1), tot_en_met=date(2026, 6, 30)) == ["2026-K1", "2026-K2"]
    assert names(date(2026, 8, 1), ritme="schooljaar", vanaf=date(2025, 8, 1)) == ["2025-2026"]
    assert names(date(2026, 8, 1), ritme="schooljaar", vanaf=date(2025, 8, 2)) == []
    assert [v.uiterlijk for v in expected_periods(KWARTAAL, date(2026, 4, 1))] == [date(2026, 4, 30)]


BOTH, ONE, NONE = frozenset({"GM1731", "GM0106"}), frozenset({"GM1731"}), frozenset()
GOOD, PARTLY, UNREAD = Bestandstand(1, 0, True), Bestandstand(2, 3, True), Bestandstand(3, 0, False)
LAST_DAY = date(2026, 4, 30)


@pytest.mark.parametrize(
    ("binnen", "bestand", "today", "stand"),
    [
        (NONE, None, LAST_DAY, Leverstand.VERWACHT),
        (NONE, None, LAST_DAY + timedelta(days=1), Leverstand.TE_LAAT),
        (NONE, UNREAD, LAST_DAY, Leverstand.GEWEIGERD),
        (NONE, UNREAD, LAST_DAY + timedelta(days=1), Leverstand.TE_LAAT),
        (ONE, GOOD, LAST_DAY, Leverstand.DEELS),
        (ONE, PARTLY, LAST_DAY, Leverstand.DEELS),
        (ONE, GOOD, LAST_DAY + timedelta(days=1), Leverstand.TE_LAAT),
        (BOTH, GOOD, LAST_DAY + timedelta(days=9), Leverstand.BINNEN),
    ],
)
def test_how_a_delivery_stands(binnen, bestand, today, stand):
    assert stand_of(Q1, binnen, bestand, today).stand is stand


def test_late_comes_first_and_the_longest_late_before_all():
    def one(stand, dag):
        return replace(stand_of(replace(Q1, uiterlijk=dag), NONE, None, LAST_DAY), stand=stand)

    mixed = [
        one(Leverstand.BINNEN, date(2026, 1, 1)),
        one(Leverstand.VERWACHT, date(2026, 8, 1)),
        one(Leverstand.TE_LAAT, date(2026, 3, 1)),
        one(Leverstand.GEWEIGERD, date(2026, 7, 1)),
        one(Leverstand.TE_LAAT, date(2026, 2, 1)),
        one(Leverstand.BINNEN, date(2026, 2, 1)),
    ]
    assert [(lev.stand.value, lev.verwachting.uiterlijk.month) for lev in late_first(mixed)] == [
        ("te_laat", 2),
        ("te_laat", 3),
        ("geweigerd", 7),
        ("verwacht", 8),
        ("binnen", 2),
        ("binnen", 1),
    ]


@pytest.mark.parametrize("een", PARTNERTABELLEN.values(), ids=PARTNERTABELLEN)
def test_a_table_holds_numbers_and_nobody(een):
    kolommen = een.tabel.kolommen
    assert [k.naam for k in kolommen[:2]] == ["gemeente", "periode"]
    assert not any(k.pseudoniem or k.leeg_mag for k in kolommen)
    free = [k.naam for k in kolommen[2:] if k.soort is not Kolomsoort.GETAL and not k.keuze]
    assert free == []
    assert {naam for paar in een.delen for naam in paar} <= set(een.maten)
    assert len(een.tabel.naam) <= 20


GOED = {"gemeente": "GM1731", "periode": "2026-K1", "schoolsoort": "mbo"}


@pytest.mark.parametrize(
    ("rij", "reasons"),
    [
        ({}, set()),
        ({"gemeente": "GM0014"}, {"partner_gemeente"}),
        ({"periode": "2026"}, {"partner_periode_kwartaal"}),
        ({"periode": "2026-K2"}, {"partner_periode_loopt"}),
        ({"overgedragen": 11}, {"partner_meer_dan_geheel"}),
        ({"besproken": 999_990_019}, {"partner_te_groot"}),
        ({"gemeente": "GM0014", "periode": "x"}, {"partner_gemeente", "partner_periode_kwartaal"}),
    ],
)
def test_a_row_is_checked_whole(rij, reasons):
    tabel = PARTNERTABELLEN["school_zat"]
    numbers = {"besproken": 10, "op_school_geholpen": 6, "overgedragen": 2}
    row = tabel.tabel.rij(**{**GOED, **numbers, **rij})
    found = check_row(tabel, 2, row, "kwartaal", {"GM1731": "Midden-Drenthe"}, date(2026, 5, 1))
    assert {v.code for v in found} == reasons if reasons else found.kenmerken["groep"] == "mbo"


@pytest.mark.parametrize("ritme", ["jaar", "schooljaar", "kwartaal"])
def test_every_rhythm_has_its_own_reason(ritme):
    tabel = PARTNERTABELLEN["schulden"]
    row = tabel.tabel.rij("GM1731", "maart", 5, 1)
    found = check_row(tabel, 2, row, ritme, {"GM1731": "Midden-Drenthe"}, date(2026, 5, 1))
    assert [v.code for v in found] == [f"partner_periode_{ritme}"]


def test_every_reason_has_a_sentence_and_the_other_way_round():
    said = {"partner_gemeente", "partner_periode_loopt", "partner_meer_dan_geheel", "partner_te_groot"}
    assert set(RIJ_PARTNER) == said | {f"partner_periode_{r}" for r in ("jaar", "schooljaar", "kwartaal")}
