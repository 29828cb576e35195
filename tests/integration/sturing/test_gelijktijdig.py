"""Two people link two actions the two ways round at the same moment: one of them does."""

import threading
from contextlib import suppress

import pytest
from django.db import connection, connections
from django.db.models import QuerySet

from koers.actions.sturing import agenda
from koers.actions.sturing.agenda import link_agendaactie
from koers.domain.rollen import Rol
from koers.registers.sturing.models import Afhankelijkheid
from tests.agendawereld import agree, intervene
from tests.overgangen import code_of
from tests.wereld import make_actor

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def link_both_ways(monkeypatch):
    """What came of both: each waits, after reading what there is, for the other to have read it too."""
    by = make_actor(Rol.BELEIDSADVISEUR)
    interventie = intervene(by)
    een, twee = agree(by, interventie, "een"), agree(by, interventie, "twee")
    read, together = agenda.schakels, threading.Barrier(2)

    def slowly(*args):
        found = read(*args)
        with suppress(threading.BrokenBarrierError):  # then the other is held up, as it should be
            together.wait(timeout=3)
        return found

    monkeypatch.setattr(agenda, "schakels", slowly)

    def run() -> list[str]:
        outcomes: list[str] = []

        def link(pair):
            try:
                outcomes.append(
                    code_of(
                        lambda who, p: link_agendaactie(by=who, actie_id=p[0], wacht_op_id=p[1]), by, pair
                    )
                )
            finally:
                connections.close_all()

        threads = [threading.Thread(target=link, args=(pair,)) for pair in ((een, twee), (twee, een))]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return sorted(outcomes)

    return run


def test_two_links_at_once_never_make_a_circle(link_both_ways):
    assert link_both_ways() == ["", "wacht_in_kring"]
    assert Afhankelijkheid.objects.count() == 1


def test_without_the_lock_they_would(link_both_ways, monkeypatch):
    monkeypatch.setattr(QuerySet, "select_for_update", lambda self, **_more: self)
    # SQLite lets one writer in at a time anyway.
    expected = ["", ""] if connection.vendor == "postgresql" else ["", "wacht_in_kring"]
    assert link_both_ways() == expected
