"""What must be right before Koers starts (decisions 7 and 8; trust 4). `koers serve` and `koers werk` ask.

They are Django checks for deployment, tag "koers": migrating and making migrations do not run them.
By hand: `python manage.py check --deploy --tag koers`.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit

import psycopg
from django.conf import settings
from django.core.checks import Error, register
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connection

from koers.actions.kern.getuige import opened
from koers.policy import BeleidOngeldig, beleid
from koers.presentation.zinnen_opstarten import GEBREKEN
from koers.registers.kern import rls, triggers

HIER = frozenset({"127.0.0.1", "localhost", "[::1]", "::1", "testserver"})
SQLITE_MOET = {"journal_mode": "wal", "synchronous": "2", "foreign_keys": "1", "recursive_triggers": "1"}
# To encrypt the BSN, to find it by, and to make people in the mart a code.
SLEUTELS = ("BSN_SLEUTEL", "BSN_INDEX_SLEUTEL", "MART_SLEUTEL")
# EXTRA is safer still than FULL.
SQLITE_MAG = SQLITE_MOET | {"synchronous": "3"}


@dataclass(frozen=True, slots=True)
class Gebrek:
    """Why Koers must not start; `code` names the sentence in `koers.presentation.zinnen_opstarten`."""

    code: str
    params: dict[str, object]


def keys() -> Iterator[Gebrek]:
    """Keys that are there, long enough and known to nobody else. The demo and the tests have known ones."""
    if settings.DEMO or settings.TESTING:
        return
    if not _good_secret():
        yield Gebrek("geheime_sleutel", {})
    given = [getattr(settings, naam) for naam in SLEUTELS]
    for naam, key in zip(SLEUTELS, given, strict=True):
        if not _good_key(key):
            yield Gebrek("sleutel", {"naam": f"KOERS_{naam}"})
    if all(given) and len(set(given)) < len(given):
        yield Gebrek("sleutels_gelijk", {"namen": ", ".join(f"KOERS_{naam}" for naam in SLEUTELS)})


def _good_secret() -> bool:
    try:
        secret = settings.SECRET_KEY
    except ImproperlyConfigured:  # Django's word for empty
        return False
    return len(secret) >= 50 and "demo" not in secret


def _good_key(key: str) -> bool:
    """32 bytes in hex, and not one byte over and over, as the demo's are."""
    return bool(re.fullmatch(r"[0-9a-fA-F]{64}", key)) and len(set(bytes.fromhex(key))) > 1


def hosts() -> Iterator[Gebrek]:
    """The demo answers to names of this machine only."""
    if settings.DEMO and (elsewhere := sorted(set(settings.ALLOWED_HOSTS) - HIER)):
        yield Gebrek("demo_niet_hier", {"hosts": ", ".join(elsewhere)})


def organisation() -> Iterator[Gebrek]:
    """The organisation's own sign-in is asked over HTTPS; over anything else its word is worth nothing.

    Its ID token comes straight from that host, so its certificate is what proves who signed in
    (OpenID Connect Core 1.0, 3.1.3.7, point 6).
    """
    for naam in ("OIDC_ISSUER", "OIDC_AANMELDPAGINA"):
        parts = urlsplit(getattr(settings, naam))
        if any(parts) and not (parts.netloc and (parts.scheme == "https" or _loopback(parts))):
            yield Gebrek("organisatie_onveilig", {"naam": f"KOERS_{naam}"})


def _loopback(parts: SplitResult) -> bool:
    """The demo and the tests stay on one machine; so may an organisation that is made up for them."""
    return (settings.DEMO or settings.TESTING) and parts.scheme == "http" and parts.hostname == "127.0.0.1"


def witness() -> Iterator[Gebrek]:
    """The outside witness of the log can be written."""
    try:
        with opened(settings.GETUIGE):
            pass
    except OSError as error:
        yield Gebrek("getuige", {"pad": settings.GETUIGE, "fout": error.strerror})


def policy() -> Iterator[Gebrek]:
    """The policy files say something that Koers understands."""
    try:
        beleid()
    except BeleidOngeldig as invalid:
        yield Gebrek("beleid", {"aantal": len(invalid.fouten), "eerste": invalid.fouten[0]})


def database() -> Iterator[Gebrek]:
    """The database answers, keeps what it promises, is guarded, and lets Koers do no more than it must."""
    try:
        if connection.vendor == "postgresql":
            _knock()
        if absent := triggers.missing(connection):
            yield Gebrek("wachters", {"aantal": len(absent), "eerste": absent[0]})
        elif connection.vendor == "postgresql":
            yield from _postgres()
        if connection.vendor == "sqlite":
            yield from _sqlite()
    except (DatabaseError, psycopg.Error) as error:
        yield Gebrek("database", {"fout": str(error).strip().splitlines()[0]})


def _knock() -> None:
    """One connection besides the pool, which would go on trying for half a minute."""
    psycopg.connect(**connection.get_connection_params() | {"connect_timeout": 5}).close()


def _sqlite() -> Iterator[Gebrek]:
    with connection.cursor() as cursor:
        for naam, must in SQLITE_MOET.items():
            cursor.execute(f"PRAGMA {naam}")
            value = str(cursor.fetchone()[0])
            if value not in (must, SQLITE_MAG[naam]):
                yield Gebrek("sqlite_instelling", {"naam": naam, "waarde": value, "moet": must})


def _postgres() -> Iterator[Gebrek]:
    with connection.cursor() as cursor:
        cursor.execute("SHOW synchronous_commit")
        if cursor.fetchone()[0] == "off":
            yield Gebrek("synchronous_commit", {})
    if excess := rls.excess_rights(connection):
        yield Gebrek("te_veel_rechten", {"rechten": ", ".join(excess[:3])})
    if open_tables := rls.unprotected(connection):
        yield Gebrek("zicht_per_gemeente", {"tabellen": ", ".join(open_tables)})


CONTROLES: tuple[Callable[[], Iterator[Gebrek]], ...] = (keys, hosts, organisation, witness, policy, database)


@register("koers", deploy=True)
def check_start(**kwargs: object) -> list[Error]:
    """Every fault as a Django check, with its sentence."""
    return [
        Error(str(GEBREKEN[gebrek.code]) % gebrek.params, id=f"koers.{gebrek.code}")
        for controle in CONTROLES
        for gebrek in controle()
    ]
