"""`koers serve`: the web application and its sealer, until Ctrl-C.

One parent holds the sealer and watches over the serving processes; each serves with threads. On SQLite
there is one serving process, on PostgreSQL as many as asked.
"""

import multiprocessing
import os
import signal
import threading
from collections.abc import Callable
from contextlib import suppress

import click

from koers.cli.django import with_django

# A request that is busy when Koers stops gets this long to finish.
STOP_SECONDEN = 10


@click.command("serve")
@click.option("--host", default="127.0.0.1", show_default=True, help="Het adres waarop Koers luistert.")
@click.option(
    "--poort",
    "--port",
    "port",
    default=8000,
    show_default=True,
    type=click.IntRange(1, 65535),
    help="De poort.",
)
@click.option(
    "--processen",
    default=1,
    show_default=True,
    type=click.IntRange(1, 64),
    help="Hoeveel processen tegelijk antwoorden; meer dan één alleen met PostgreSQL.",
)
@with_django
def serve(host: str, port: int, processen: int) -> None:
    """Start Koers in de browser. Stop met Ctrl-C."""
    from koers.cli.opstarten import require_free_port, require_loopback_in_demo, require_sound_start

    require_free_port(host, port)
    require_loopback_in_demo(host)
    _require_one_process_on_sqlite(processen)
    require_sound_start()
    run_server(host, port, processen)


def run_server(host: str, port: int, processen: int = 1) -> None:
    """Serves until a signal comes; everything that was started has ended when this returns."""
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    from koers.cli.werk import reckon_beside, seal_until

    _put_styles_ready()
    # Not forked: the serving process must not inherit half of what the sealer's thread is doing.
    multiprocessing.set_start_method("spawn", force=True)
    server = Granian(
        "koers",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=processen,
        blocking_threads=_threads(),
        workers_kill_timeout=STOP_SECONDEN,
        log_level=LogLevels.warning,
    )
    stop = threading.Event()
    sealer = threading.Thread(target=seal_until, args=(stop,), name="verzegelaar")
    sealer.start()
    reckon_beside(stop)
    click.echo(f"Koers draait op http://{f'[{host}]' if ':' in host else host}:{port}/  Stop met Ctrl-C.")
    try:
        server.serve(target_loader=load_application, wrap_loader=False)
    finally:
        stop.set()
        sealer.join()
    click.echo("Koers is gestopt.")


def _put_styles_ready() -> None:
    """Stylesheets and scripts under the names that pages call them by; another version has other ones."""
    from django.core.management import call_command

    call_command("collectstatic", interactive=False, verbosity=0)


def load_application() -> Callable:
    """The web application, in the serving process, which ends when its parent is gone."""
    from django.core.servers.basehttp import get_internal_wsgi_application

    parent = os.getppid()
    threading.Thread(target=_end_with, args=(parent,), daemon=True).start()
    return get_internal_wsgi_application()


def _end_with(parent: int) -> None:
    """kill -9 reaches only the parent; nobody must go on answering on its port."""
    pause = threading.Event()
    while os.getppid() == parent:
        pause.wait(1)
    with suppress(ProcessLookupError):
        os.kill(os.getpid(), signal.SIGTERM)


def _threads() -> int:
    """Requests at the same time per process; with PostgreSQL no more than it has connections."""
    return min(8, 2 * (os.cpu_count() or 1) + 1)


def _require_one_process_on_sqlite(processen: int) -> None:
    from django.db import connection

    from koers.domain.weigering import Refused

    if processen > 1 and connection.vendor == "sqlite":
        raise Refused("sqlite_een_proces")
