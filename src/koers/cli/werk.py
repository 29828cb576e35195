"""`koers werk`: what goes on by itself: sealing the log in time, the work of each day, long runs."""

import logging
import signal
import threading
from collections.abc import Callable
from datetime import date

import click

from koers.cli.django import with_django

# Well within the 60 seconds that a row may wait for its seal.
ELKE_SECONDEN = 20
logger = logging.getLogger("koers.werk")


@click.command("werk")
@with_django
def werk() -> None:
    """Doe het werk op de achtergrond tot Ctrl-C: het logboek op tijd verzegelen, en elke dag het dagwerk.

    Ook lange berekeningen gebeuren hier. Met “koers serve” gebeurt dit al vanzelf. Meer dan één tegelijk mag.
    """
    from koers.cli.opstarten import require_sound_start

    require_sound_start()
    stop = threading.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: stop.set())
    click.echo("Koers werkt op de achtergrond. Stop met Ctrl-C.")
    reckon_beside(stop)
    seal_until(stop)
    click.echo("Koers is gestopt.")


def seal_until(stop: threading.Event) -> None:
    """Seals time after time, and once more at the end; does the work of each day on its first round."""
    gedaan: date | None = None
    while not stop.is_set():
        gedaan = _once_a_day(gedaan)
        _seal_once()
        stop.wait(ELKE_SECONDEN)
    _seal_once()


def reckon_beside(stop: threading.Event) -> None:
    """Does long runs in a thread of their own: a seal must not wait for one, and nor must the end. What was
    not done by then begins again later.
    """
    threading.Thread(target=_reckon_until, args=(stop,), name="rekenaar", daemon=True).start()


def _reckon_until(stop: threading.Event) -> None:
    from koers.actions.prognose.berekeningen import work_berekening
    from koers.domain.actor import systeemactor

    by = systeemactor("rekenwerk", functionaris="controller")
    while not stop.is_set():
        if not _reckon_once(lambda: work_berekening(by=by)):
            stop.wait(ELKE_SECONDEN)


def _reckon_once(work: Callable[[], bool]) -> bool:
    """A run that could not be written down is told, and taken up again when its time has passed."""
    from django.db import connection

    try:
        return work()
    except Exception:
        logger.exception("Een lange berekening kon niet worden vastgelegd.")
        return False
    finally:
        connection.close()


def _once_a_day(gedaan: date | None) -> date | None:
    """The day whose work is done. Work that fails is told and tried again in the next round.

    Several processes may do it, and one that starts anew does it again: what is done twice changes nothing.
    """
    from django.db import connection

    from koers.actions.toegang.toekomst import open_toekomstplannen
    from koers.actions.zorg.escalatie import escalate_antwoorden
    from koers.domain.actor import systeemactor
    from koers.registers.klok import vandaag
    from koers.registers.statistiek import refresh_statistics

    today = vandaag()
    if gedaan == today:
        return gedaan
    try:
        refresh_statistics()
        open_toekomstplannen(by=systeemactor("dagwerk", functionaris="teamleider toegang"))
        escalate_antwoorden(by=systeemactor("dagwerk", functionaris="contractmanager"))
    except Exception:
        logger.exception("Het werk van deze dag lukte niet.")
        return gedaan
    finally:
        connection.close()
    return today


def _seal_once() -> None:
    """A seal that fails is told and tried again: the database or the witness may be back by then."""
    from django.db import connection

    from koers.actions.kern.zegel import seal
    from koers.registers.klok import nu

    try:
        seal(nu())
    except Exception:
        logger.exception("Het logboek kon niet worden verzegeld.")
    finally:
        connection.close()
