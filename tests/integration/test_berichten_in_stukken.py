"""Messages come in by chunks: a savepoint and a log row for each, files let go after the commit."""

from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import DatabaseError, IntegrityError, OperationalError, connection, transaction

from koers.actions import handeling
from koers.actions.zorg import postbus
from koers.domain.actor import systeemactor
from koers.exchange.berichten import ontvangst
from koers.exchange.berichten.ontvangst import take_in
from koers.registers.bulk import Deelstap, Invoeger
from koers.registers.kern.models import Bericht, Gemeente, LogRegel
from koers.registers.klok import vandaag
from tests.integration.berichtenwereld import bericht
from tests.wereld import MIDDEN_DRENTHE, make_gemeente

pytestmark = pytest.mark.django_db(transaction=True)
DOOR = systeemactor("berichten", functionaris="beheer")
GISTEREN = vandaag() - timedelta(days=1)
NAMEN = ["B1", "B2", "B3", "B4", "B5"]


@pytest.fixture
def map_(tmp_path) -> Path:
    """Five messages wait in a folder."""
    make_gemeente(MIDDEN_DRENTHE)
    for naam in NAMEN:
        inhoud = bericht("JW305", 1, begin=GISTEREN, identificatie=naam)
        (tmp_path / f"{naam}.xml").write_bytes(inhoud)
    return tmp_path


def break_at(monkeypatch, naam: str, fout: type[Exception]) -> None:
    """The message with this identification goes wrong, when its row is already written."""
    heel = Invoeger.insert

    def insert(self, rij):
        heel(self, rij)
        if naam in rij:
            raise fout("geplant")

    monkeypatch.setattr(Invoeger, "insert", insert)


def wrong(map_: Path) -> set[str]:
    """Which messages are neither here whole, with a log row, nor waiting in the folder."""
    gelogd = LogRegel.objects.filter(handeling="store_inbox").values_list("onderwerp_id", flat=True)
    binnen = {een.identificatie: str(een.pk) in gelogd for een in Bericht.objects.all()}
    los = {pad.stem for pad in (map_ / "ontvangen").glob("*.xml")}
    wacht = {pad.stem for pad in map_.glob("*.xml")}
    return {
        een for een in NAMEN if (een in los) != binnen.get(een, False) or (een in wacht) == (een in binnen)
    }


def test_each_message_of_a_chunk_has_its_own_log_row(map_):
    assert [een.hoe for een in take_in(map_, by=DOOR)] == ["nieuw"] * 5
    assert LogRegel.objects.filter(handeling="store_inbox").count() == 5
    assert wrong(map_) == set()


def test_a_bad_message_undoes_itself_alone_and_can_come_again(map_, monkeypatch):
    with monkeypatch.context() as even:
        break_at(even, "B2", DatabaseError)
        assert [een.hoe for een in take_in(map_, by=DOOR)] == ["nieuw", "mislukt", "nieuw", "nieuw", "nieuw"]
    assert Bericht.objects.count() == 4
    assert wrong(map_) == set()
    assert [(een.bestand, een.hoe) for een in take_in(map_, by=DOOR)] == [("B2.xml", "nieuw")]
    assert wrong(map_) == set()


def test_what_the_database_itself_refuses_undoes_that_message_alone(map_, monkeypatch):
    """The second row of B2 breaks a unique key: for the others the transaction goes on."""
    heel = Invoeger.insert

    def insert(self, rij):
        heel(self, rij)
        if "B2" in rij:
            heel(self, rij)

    monkeypatch.setattr(Invoeger, "insert", insert)
    assert [een.hoe for een in take_in(map_, by=DOOR)] == ["nieuw", "mislukt", "nieuw", "nieuw", "nieuw"]
    assert wrong(map_) == set()


def test_a_savepoint_undoes_what_models_wrote_and_the_transaction_goes_on():
    with transaction.atomic():
        deelstap = Deelstap()
        with deelstap:
            Gemeente.objects.create(code="GM0001", naam="Eerste")
        with pytest.raises(IntegrityError), deelstap:
            Gemeente.objects.bulk_create([Gemeente(code="GM0002"), Gemeente(code="GM0001")], batch_size=1)
        Gemeente.objects.create(code="GM0003", naam="Derde")
    assert set(Gemeente.objects.values_list("code", flat=True)) == {"GM0001", "GM0003"}


def test_a_chunk_without_savepoints_is_seen(map_, monkeypatch):
    """Planted: what a bad message wrote stays with its neighbours."""

    @contextmanager
    def acts(naam, *, by):
        regel = handeling.require(by, naam)
        with transaction.atomic():
            yield lambda: handeling._acted(naam, regel, by, None, handeling._write)

    monkeypatch.setattr(postbus, "acts", acts)
    break_at(monkeypatch, "B2", DatabaseError)
    list(take_in(map_, by=DOOR))
    assert wrong(map_) == {"B2"}


def test_a_chunk_that_fails_lets_no_file_go(map_, monkeypatch):
    break_at(monkeypatch, "B4", OperationalError)
    with pytest.raises(OperationalError):
        list(take_in(map_, by=DOOR))
    assert (Bericht.objects.count(), len(list(map_.glob("*.xml")))) == (0, 5)
    assert wrong(map_) == set()


def test_letting_go_before_the_commit_is_seen(map_, monkeypatch):
    """Planted: files leave while their messages are only in the transaction."""
    heel = postbus._store

    def store(stuk, *rest):
        naam = f"{stuk.kop.identificatie}.xml"
        ontvangst.rename(map_ / naam, map_ / "ontvangen" / naam)
        return heel(stuk, *rest)

    monkeypatch.setattr(postbus, "_store", store)
    break_at(monkeypatch, "B4", OperationalError)
    with pytest.raises(OperationalError):
        list(take_in(map_, by=DOOR))
    assert wrong(map_) == {"B1", "B2", "B3", "B4"}


def test_files_are_let_go_when_no_transaction_is_open(map_, monkeypatch):
    open_bij = []
    heel = ontvangst.rename

    def rename(van, naar):
        open_bij.append(connection.in_atomic_block)
        heel(van, naar)

    monkeypatch.setattr(ontvangst, "rename", rename)
    list(take_in(map_, by=DOOR))
    assert open_bij == [False] * 5


def test_a_chunk_is_no_longer_than_it_may_be(map_, monkeypatch):
    lang = []
    heel = ontvangst.store_inbox

    def store_inbox(*, by, stukken):
        lang.append(len(stukken))
        return heel(by=by, stukken=stukken)

    monkeypatch.setattr(ontvangst, "store_inbox", store_inbox)
    monkeypatch.setattr(ontvangst, "PER_KEER", 2)
    list(take_in(map_, by=DOOR))
    assert lang == [2, 2, 1]


def test_twice_in_one_chunk_is_once_and_changed_is_refused(map_):
    (map_ / "B6.xml").write_bytes((map_ / "B1.xml").read_bytes())
    (map_ / "B7.xml").write_bytes(bericht("JW305", 1, begin=vandaag(), identificatie="B1"))
    elders = bericht("JW305", 1, begin=vandaag(), identificatie="B8", ontvanger="0363")
    (map_ / "B8.xml").write_bytes(elders)
    hoe = [een.hoe for een in take_in(map_, by=DOOR)]
    assert hoe == ["nieuw"] * 5 + ["zelfde", "gewijzigd", "geweigerd"]
    assert Bericht.objects.count() == 6
