"""Messages over HTTP: a hub on this machine that can be slow, broken or picky, and keeps each key once."""

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from koers.domain.actor import systeemactor
from koers.domain.rollen import Rol
from koers.domain.weigering import Refused
from koers.exchange.berichten import bezorgen
from koers.exchange.berichten.bezorgen import HttpKanaal, Lot, deliver_folder
from koers.registers.kern.models import LogRegel
from tests.wereld import make_actor

pytestmark = pytest.mark.django_db(transaction=True)
DOOR = systeemactor("opdrachtregel", functionaris="proef")


class Knooppunt(ThreadingHTTPServer):
    """`antwoorden`: statuses to give first; `kent`: what it keeps, by key; `zag`: every key offered."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), Loket)
        self.antwoorden: list[int] = []
        self.kent: dict[str, bytes] = {}
        self.zag: list[str] = []

    @property
    def adres(self) -> str:
        return f"http://127.0.0.1:{self.server_port}/berichten"


class Loket(BaseHTTPRequestHandler):
    server: Knooppunt

    def do_POST(self):
        inhoud = self.rfile.read(int(self.headers["Content-Length"]))
        key = self.headers["Idempotency-Key"]
        self.server.zag.append(key)
        status = self.server.antwoorden.pop(0) if self.server.antwoorden else 202
        if status < 300:
            status = 409 if key in self.server.kent else status
            self.server.kent.setdefault(key, inhoud)
        self.send_response(status)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_args):
        """Says nothing."""


@pytest.fixture
def knooppunt():
    server = Knooppunt()
    draad = Thread(target=server.serve_forever, daemon=True)
    draad.start()
    yield server
    server.shutdown()
    server.server_close()
    draad.join()


@pytest.fixture
def uit(tmp_path):
    for nummer in range(3):
        (tmp_path / f"JW301_1731_B{nummer}.xml").write_bytes(b"<bericht %d/>" % nummer)
    return tmp_path


def run(uit, knooppunt):
    waited: list[float] = []
    done = deliver_folder(uit, HttpKanaal(knooppunt.adres), by=DOOR, wacht=waited.append)
    return [een.lot for een in done], waited


def left(uit):
    return sorted(pad.name for pad in uit.glob("*.xml"))


def test_everything_arrives_once_in_order_and_is_written_in_the_log(uit, knooppunt):
    assert run(uit, knooppunt) == ([Lot.BEZORGD] * 3, [])
    assert knooppunt.zag == ["JW301_1731_B0", "JW301_1731_B1", "JW301_1731_B2"]
    assert knooppunt.kent["JW301_1731_B1"] == b"<bericht 1/>"
    assert left(uit) == []
    assert len(list((uit / "bezorgd").glob("*.xml"))) == 3
    assert LogRegel.objects.filter(bijzonderheden__bezorging="bezorgd").count() == 3
    assert run(uit, knooppunt) == ([], [])


def test_what_fails_is_tried_again_each_time_after_longer(uit, knooppunt):
    knooppunt.antwoorden = [503, 429, 500]
    assert run(uit, knooppunt) == ([Lot.BEZORGD] * 3, [1.0, 2.0, 4.0])
    assert len(knooppunt.kent) == 3


def test_a_hub_that_stays_down_keeps_all_waiting_in_order(uit, knooppunt):
    knooppunt.antwoorden = [503] * 5
    assert run(uit, knooppunt) == ([Lot.LATER], [1.0, 2.0, 4.0, 8.0])
    assert len(left(uit)) == 3
    assert run(uit, knooppunt)[0] == [Lot.BEZORGD] * 3


def test_a_hub_that_is_not_there_loses_nothing(uit):
    kanaal = HttpKanaal("http://127.0.0.1:9/")  # nobody listens there
    (een,) = deliver_folder(uit, kanaal, by=DOOR, wacht=lambda _s: None)
    assert een.lot is Lot.LATER
    assert len(left(uit)) == 3


def test_what_is_refused_is_put_aside_with_its_reason_and_the_rest_goes_on(uit, knooppunt):
    knooppunt.antwoorden = [202, 422]
    assert run(uit, knooppunt)[0] == [Lot.BEZORGD, Lot.TERUG, Lot.BEZORGD]
    assert b"HTTP 422" in (uit / "teruggestuurd" / "JW301_1731_B1.xml.txt").read_bytes()


def test_stopped_after_the_hub_had_it_nothing_is_there_twice(uit, knooppunt, monkeypatch):
    real = bezorgen.move

    def stopped(*_paths):
        raise KeyboardInterrupt

    monkeypatch.setattr(bezorgen, "move", stopped)
    with pytest.raises(KeyboardInterrupt):
        run(uit, knooppunt)
    monkeypatch.setattr(bezorgen, "move", real)
    assert run(uit, knooppunt)[0] == [Lot.BEZORGD] * 3
    assert knooppunt.zag.count("JW301_1731_B0") == 2  # offered again, under the same key
    assert sorted(knooppunt.kent) == ["JW301_1731_B0", "JW301_1731_B1", "JW301_1731_B2"]


def test_planted_a_key_made_anew_each_time_is_kept_twice(uit, knooppunt, monkeypatch):
    real, made = HttpKanaal.deliver, iter(range(100))
    monkeypatch.setattr(
        HttpKanaal, "deliver", lambda self, _key, inhoud: real(self, f"k{next(made)}", inhoud)
    )
    monkeypatch.setattr(bezorgen, "move", lambda *_paths: None)
    run(uit, knooppunt)
    run(uit, knooppunt)
    assert len(knooppunt.kent) == 6


@pytest.mark.parametrize("adres", ["", "knooppunt", "ftp://x/", "http://knooppunt.example/", "file:///etc"])
def test_a_message_about_a_child_leaves_this_machine_only_over_tls(adres):
    with pytest.raises(Refused, match="adres_knooppunt_fout"):
        HttpKanaal(adres)


def test_without_a_log_row_the_file_stays(uit, knooppunt):
    with pytest.raises(Refused):
        deliver_folder(uit, HttpKanaal(knooppunt.adres), by=make_actor(Rol.AANBIEDER))
    assert len(left(uit)) == 3
