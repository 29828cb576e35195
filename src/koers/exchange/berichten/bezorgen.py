"""From the folder of outgoing messages to a hub over HTTP, for who has no client that empties the folder.

    map/naam              marked as sent (`versturen`): waits
    map/bezorgd/          the hub has it
    map/teruggestuurd/    the hub does not want it; why stands beside it

Each message goes with its own identification as Idempotency-Key. Stopped after the hub had it and before the
file was moved, it goes once more under the same key: the hub knows it, and keeps one.
"""

import http.client
import ssl
import time
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol
from urllib.parse import urlsplit

from koers.actions.zorg.bezorging import register_bezorging
from koers.domain.actor import Actor
from koers.domain.weigering import Refused
from koers.exchange.berichten.ontvangst import move, write_durably
from koers.exchange.berichten.versturen import ONDERWEG, only_one

POGINGEN = 5
EERSTE_WACHT = 1.0  # seconds; each next time twice as long
HOOGSTENS_WACHT = 60.0
TIJD = 30.0  # seconds for one request
AL_BEKEND = 409  # the hub has a message under this key


class Lot(StrEnum):
    """What a hub did with a message."""

    BEZORGD = "bezorgd"
    LATER = "later"
    TERUG = "teruggestuurd"


@dataclass(frozen=True, slots=True)
class Antwoord:
    """`zin`: what the hub said, empty when it took the message."""

    lot: Lot
    zin: str = ""


class Kanaal(Protocol):
    """A way to a hub. The same `sleutel` again is the same message, never a second one."""

    def deliver(self, sleutel: str, inhoud: bytes) -> Antwoord:
        """Offers one message, once."""


@dataclass(frozen=True, slots=True)
class Pas:
    """With what we show a hub who we are, and whom we believe. All are PEM files.

    `certificaat`: ours, with what lies between it and its root. `sleutel`: its key, when that is another
    file; without a password, readable for this process alone. `vertrouwt`: who signed the hub's own
    certificate, when that is not one of the roots of this machine.
    """

    certificaat: Path
    sleutel: Path | None = None
    vertrouwt: Path | None = None

    def context(self) -> ssl.SSLContext:
        """For TLS in both directions. Refused: certificaat_onleesbaar, sleutel_voor_iedereen."""
        geheim = self.sleutel or self.certificaat
        try:
            if geheim.stat().st_mode & 0o077:
                raise Refused("sleutel_voor_iedereen", bestand=geheim.name)
            context = ssl.create_default_context(cafile=self.vertrouwt)
            # A key with a password would ask for it on a terminal that is not there.
            context.load_cert_chain(self.certificaat, self.sleutel, password=_no_password)
        except (OSError, ValueError) as fout:
            raise Refused("certificaat_onleesbaar", bestand=self.certificaat.name) from fout
        return context


def _no_password() -> str:
    return ""


class HttpKanaal:
    """POST to one address. 2xx and 409: it has it. 408, 429, 5xx and no connection: later. The rest: no.

    `pas`: for a hub that asks for a client certificate. Refused: adres_knooppunt_fout, pas_zonder_tls, and as
    `Pas.context`.
    """

    def __init__(self, adres: str, pas: Pas | None = None) -> None:
        deel = urlsplit(adres)
        loopback = deel.hostname in ("127.0.0.1", "::1", "localhost")
        # A message is about a child: outside this machine only over TLS.
        if (
            not deel.hostname
            or deel.scheme not in ("https", "http")
            or (deel.scheme == "http" and not loopback)
        ):
            raise Refused("adres_knooppunt_fout", adres=adres)
        if pas is not None and deel.scheme != "https":
            raise Refused("pas_zonder_tls", adres=adres)
        self.deel = deel
        self.context = pas.context() if pas else None

    def deliver(self, sleutel: str, inhoud: bytes) -> Antwoord:
        """One request; what goes wrong on the way is "later"."""
        verbinding = self._connection()
        koppen = {"Content-Type": "application/xml; charset=utf-8", "Idempotency-Key": sleutel}
        try:
            verbinding.request("POST", self.deel.path or "/", body=inhoud, headers=koppen)
            terug = verbinding.getresponse()
            terug.read(64 * 1024)
        except (OSError, http.client.HTTPException) as fout:
            return Antwoord(Lot.LATER, f"Geen verbinding met het knooppunt: {fout}")
        finally:
            verbinding.close()
        return _judged(terug.status)

    def _connection(self) -> http.client.HTTPConnection:
        naam, poort = self.deel.hostname or "", self.deel.port
        if self.deel.scheme == "https":
            return http.client.HTTPSConnection(naam, poort, timeout=TIJD, context=self.context)
        return http.client.HTTPConnection(naam, poort, timeout=TIJD)


def _judged(status: int) -> Antwoord:
    if status // 100 == 2 or status == AL_BEKEND:
        return Antwoord(Lot.BEZORGD)
    if status in (408, 429) or status >= 500:
        return Antwoord(Lot.LATER, f"Het knooppunt kon het nu niet aannemen (HTTP {status}).")
    return Antwoord(Lot.TERUG, f"Het knooppunt nam het niet aan (HTTP {status}).")


@dataclass(frozen=True, slots=True)
class Bezorgd:
    """What became of one file."""

    bestand: str
    lot: Lot
    zin: str = ""


def deliver_folder(
    map_: Path, kanaal: Kanaal, *, by: Actor, wacht: Callable[[float], None] = time.sleep
) -> list[Bezorgd]:
    """Brings every waiting message to the hub. One that has to wait holds up the rest: their order counts."""
    (map_ / ONDERWEG).mkdir(exist_ok=True)
    gedaan = []
    with only_one(map_ / ONDERWEG / "slot"):
        for pad in sorted(een for een in map_.iterdir() if een.suffix == ".xml" and een.is_file()):
            antwoord = _with_patience(kanaal, pad.stem, pad.read_bytes(), wacht)
            gedaan.append(Bezorgd(pad.name, antwoord.lot, antwoord.zin))
            if antwoord.lot is Lot.LATER:
                break
            register_bezorging(by=by, bestand=pad.name, lot=antwoord.lot.value)
            doel = map_ / antwoord.lot.value / pad.name
            if antwoord.zin:
                write_durably(doel.with_name(doel.name + ".txt"), antwoord.zin.encode() + b"\r\n")
            move(pad, doel)
    return gedaan


def _with_patience(kanaal: Kanaal, sleutel: str, inhoud: bytes, wacht: Callable[[float], None]) -> Antwoord:
    """Tries again, each time after twice as long, and then leaves it for the next run."""
    for poging in range(POGINGEN):
        antwoord = kanaal.deliver(sleutel, inhoud)
        if antwoord.lot is not Lot.LATER or poging == POGINGEN - 1:
            break
        wacht(min(EERSTE_WACHT * 2**poging, HOOGSTENS_WACHT))
    return antwoord
