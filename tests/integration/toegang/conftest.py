"""The world of the walks, made once: every test takes back what it did to it."""

from collections.abc import Iterator

import pytest
from django.db import transaction

from tests.integration.toegang.wandelaars import ENKELE_ROLLEN, Wereld, build


def _world(unblock, *rollen) -> Iterator[Wereld]:
    """A transaction around the tests of a module, as Django's TestCase has around those of a class."""
    around = transaction.atomic()
    around._from_testcase = True  # acts want the outermost transaction; a test's own does not count
    with unblock():
        around.__enter__()
        try:
            yield build(*rollen)
        finally:
            transaction.set_rollback(True)
            around.__exit__(None, None, None)


@pytest.fixture(scope="module")
def kleine_wereld(django_db_setup, django_db_blocker) -> Iterator[Wereld]:
    """With the few roles that stand for all others."""
    yield from _world(django_db_blocker.unblock, ENKELE_ROLLEN)


@pytest.fixture(scope="module")
def hele_wereld(django_db_setup, django_db_blocker) -> Iterator[Wereld]:
    """With every role."""
    yield from _world(django_db_blocker.unblock)
