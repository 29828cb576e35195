"""The sealer: what was committed gets one place in one chain, and the witness always knows how far."""

import json
import os
import threading
from datetime import UTC, datetime
from uuid import uuid4

import pytest
from django.db import connection, connections, transaction

from koers.actions.handeling import act
from koers.actions.kern import getuige as witness
from koers.actions.kern import zegel
from koers.actions.kern.controle import verify
from koers.actions.kern.getuige import GEZEGELD, VOORNEMEN, Getuige, lines
from koers.actions.kern.zegel import chain_head, seal, unsealed
from koers.domain.rollen import Rol
from koers.registers.kern.models import LogRegel
from koers.registers.kern.verbinding import acting
from koers.registers.klok import nu
from tests.wereld import make_actor

pytestmark = pytest.mark.django_db(transaction=True)

GEMEENTE = "GM1731"


@pytest.fixture
def by():
    return make_actor(Rol.JEUGDCONSULENT)


def do(by, times: int = 1) -> None:
    """Acts about one person each."""
    for _ in range(times):
        with act("read_gezin", by=by) as spoor:
            spoor.seen(uuid4(), GEMEENTE)


def points(settings) -> list[tuple[str, int, int]]:
    """The lines of the witness."""
    path = settings.GETUIGE
    return [(p.soort, p.van, p.tot) for p in lines(path, path.stat().st_size)] if path.exists() else []


def places() -> list[int | None]:
    return list(LogRegel.objects.order_by("pk").values_list("volgnummer", flat=True))


def test_what_is_committed_gets_its_place_and_the_witness_knows_before_and_after(by, settings):
    do(by, 3)
    assert seal(nu()) == 3
    assert places() == [1, 2, 3]
    assert points(settings) == [(VOORNEMEN, 1, 3), (GEZEGELD, 1, 3)]
    assert seal(nu()) == 0
    assert verify(nu()).klopt


def test_the_tenth_act_seals_itself(by):
    do(by, 9)
    assert places() == [None] * 9
    do(by)
    assert places() == list(range(1, 11))


def test_a_long_wait_is_sealed_in_parts_that_join_up(by, settings, monkeypatch):
    monkeypatch.setattr(zegel, "PER_KEER", 4)
    monkeypatch.setattr(zegel, "HOOGSTENS_ONVERZEGELD", 1000)
    do(by, 10)
    assert seal(nu()) == 10
    assert [p[1:] for p in points(settings) if p[0] == GEZEGELD] == [(1, 4), (5, 8), (9, 10)]
    assert verify(nu()).klopt


def test_a_seal_that_fails_leaves_the_act_done_and_is_tried_again(by, settings, tmp_path, caplog):
    good, settings.GETUIGE = settings.GETUIGE, tmp_path  # a folder is no file to write in
    do(by, 10)
    assert places() == [None] * 10
    assert "IsADirectoryError" in caplog.text
    settings.GETUIGE = good
    do(by)
    assert None not in places()


class Crash(BaseException):
    """The process is gone."""


def test_a_crash_between_commit_and_confirmation_alarms_nobody_and_is_mended(by, settings, monkeypatch):
    do(by, 2)
    seal(nu())
    do(by, 3)
    confirm = Getuige.confirm
    with monkeypatch.context() as m:
        calls = []

        def second_time_gone(self, **how):
            calls.append(how)
            if len(calls) == 2:
                raise Crash
            confirm(self, **how)

        m.setattr(Getuige, "confirm", second_time_gone)
        with pytest.raises(Crash):
            seal(nu())
    assert places() == [1, 2, 3, 4, 5]
    assert points(settings)[-1] == (VOORNEMEN, 3, 5)
    assert verify(nu()).klopt
    assert seal(nu()) == 0  # nothing to seal, yet the line is still owed
    assert points(settings)[-1] == (GEZEGELD, 3, 5)
    assert verify(nu()).klopt


def test_a_crash_between_announcement_and_commit_alarms_nobody(by, settings, monkeypatch):
    do(by, 2)
    with monkeypatch.context() as m:
        announce = Getuige.announce

        def announced_and_gone(self, **what):
            announce(self, **what)
            raise Crash

        m.setattr(Getuige, "announce", announced_and_gone)
        with pytest.raises(Crash):
            seal(nu())
    assert places() == [None, None]
    assert points(settings) == [(VOORNEMEN, 1, 2)]
    assert verify(nu()).klopt
    do(by)
    assert seal(nu()) == 3
    assert [p[1:] for p in points(settings) if p[0] == GEZEGELD] == [(1, 3)]
    assert verify(nu()).klopt


@pytest.mark.parametrize("rest", [b'{"soort": "gezeg', b"\x00\x00\x00", b'{"soort": "voornemen", "van": 3'])
def test_a_line_torn_by_a_crash_stands_in_nobodys_way(by, settings, rest):
    do(by, 2)
    seal(nu())
    with settings.GETUIGE.open("ab") as file:
        file.write(rest)
    assert verify(nu()).klopt
    do(by)
    seal(nu())
    assert points(settings)[-1] == (GEZEGELD, 3, 3)
    assert verify(nu()).klopt


def test_every_line_is_on_the_disk_before_the_sealer_goes_on(by, settings, monkeypatch):
    """kill -9 cannot show a missing flush; this trace does."""
    trace = []
    real_write, real_fsync = os.write, os.fsync
    folder = settings.GETUIGE.parent.stat().st_ino

    def write(handle, data):
        trace.append(json.loads(data.strip())["soort"])
        return real_write(handle, data)

    def fsync(handle):
        trace.append("folder" if os.fstat(handle).st_ino == folder else "flush")
        return real_fsync(handle)

    monkeypatch.setattr(witness.os, "write", write)
    monkeypatch.setattr(witness.os, "fsync", fsync)
    do(by)
    leave = transaction.Atomic.__exit__

    def committed(self, *how):
        leave(self, *how)
        if not connection.in_atomic_block:
            trace.append("commit")

    monkeypatch.setattr(transaction.Atomic, "__exit__", committed)
    seal(nu())
    assert trace[:6] == ["folder", VOORNEMEN, "flush", "commit", GEZEGELD, "flush"]


def test_eight_at_a_time_make_one_chain_without_a_gap(by):
    errors = []

    def busy():
        try:
            do(by, 10)
        except Exception as error:
            errors.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=busy) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    seal(nu())
    assert errors == []
    assert sorted(places()) == list(range(1, 81))
    assert verify(nu()).klopt


@pytest.mark.postgres
def test_a_row_that_is_committed_late_comes_later_in_the_chain(by):
    written, go_on = threading.Event(), threading.Event()
    handeling = uuid4()

    def slow():
        with transaction.atomic(), acting(handeling, frozenset()):
            LogRegel.objects.create(
                handeling_id=handeling,
                handeling="read_gezin",
                tijdstip_at=nu(),
                by_soort="medewerker",
                by_id=by.id,
                doel="toegang_tot_jeugdhulp",
            )
            written.set()
            go_on.wait(10)
        connections.close_all()

    thread = threading.Thread(target=slow)
    thread.start()
    written.wait(10)
    do(by, 3)
    assert seal(nu()) == 3
    go_on.set()
    thread.join()
    assert seal(nu()) == 1
    assert places() == [4, 1, 2, 3]
    assert verify(nu()).klopt


def test_a_link_does_not_depend_on_the_database_or_its_clock(by):
    """The same row read back on any database gives the same link: days in UTC, ids as text."""
    do(by)
    ((regel, betrokkenen),) = zegel.with_betrokkenen(unsealed())
    told = zegel.contents(regel, betrokkenen)
    assert json.loads(json.dumps(told)) == told
    assert datetime.fromisoformat(told["tijdstip_at"]).utcoffset() == datetime.now(UTC).utcoffset()
    assert chain_head().volgnummer == 0
