"""What tests of deliveries share."""

import pytest
from django.db import transaction
from django.utils import translation

from koers.exchange.tabellen.invoer import load_shipped
from tests.integration.monitor.tabellen import BY


@pytest.fixture(autouse=True)
def _dutch():
    """An earlier test may have left another language behind."""
    with translation.override("nl"):
        yield


@pytest.fixture(scope="module")
def shipped(django_db_setup, django_db_blocker):
    """What Koers brings along, taken in once for a module of tests that each undo their own changes."""
    around = transaction.atomic()
    around._from_testcase = True  # as around every test: acts inside may still insist on being outermost
    with django_db_blocker.unblock(), around:
        load_shipped(by=BY)
        yield
        transaction.set_rollback(True)
