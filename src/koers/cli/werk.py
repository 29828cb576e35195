"""`koers werk`: what goes on by itself: sealing the log in time, and once a day what a new day brings."""

import logging
import signal
import threading
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

    Met “koers serve” gebeurt dit al vanzelf. Meer dan één tegelijk mag.
    """
    from koers.cli.opstarten import require_sound_start

    require_sound_start()
    stop = threading.Event()
    for name in (signal.SIGINT, signal.SIGTERM):
        signal.signal(name, lambda *_: stop.set())
    click.echo("Koers werkt op de achtergrond. Stop met Ctrl-C.")
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
