"""Whether an agreement was kept, and which years wait for a test."""

from datetime import date
from decimal import Decimal

import pytest

from koers.domain.subsidies import outcome, years_to_test

DAG = date(2025, 12, 31)


@pytest.mark.parametrize(
    ("waarde", "kant", "uiterlijk", "uitkomst"),
    [
        ("10", "hoogstens", DAG, "gehaald"),
        ("10.1", "hoogstens", DAG, "niet_gehaald"),
        ("10", "minstens", DAG, "gehaald"),
        ("9.9", "minstens", DAG, "niet_gehaald"),
        ("9.9", "minstens", date(2026, 1, 1), "loopt_nog"),
        ("12", "minstens", date(2026, 1, 1), "gehaald"),
        (None, "minstens", DAG, "niet_te_zeggen"),
    ],
)
def test_an_agreement_is_kept_broken_or_still_runs(waarde, kant, uiterlijk, uitkomst):
    figure = Decimal(waarde) if waarde else None
    assert outcome(figure, kant, Decimal(10), uiterlijk, 2025) == uitkomst


@pytest.mark.parametrize(
    ("begin", "einde", "done", "jaren"),
    [
        (date(2023, 7, 1), None, set(), (2023, 2024, 2025)),
        (date(2023, 7, 1), date(2024, 3, 1), {2023}, (2024,)),
        (date(2026, 1, 1), None, set(), ()),
        (date(2024, 1, 1), None, {2024, 2025}, ()),
    ],
)
def test_every_year_that_is_over_is_tested_once(begin, einde, done, jaren):
    assert years_to_test(begin, einde, done, date(2026, 5, 1)) == jaren
