"""What commands need that touch the register: Django set up, an actor, and refusals as sentences."""

import functools
import getpass
import os
import sys
from collections.abc import Callable

import click


def with_django(command: Callable) -> Callable:
    """Sets up Django before the command runs, and prints a refusal as one sentence (exit code 1)."""

    @functools.wraps(command)
    def run(*args: object, **kwargs: object) -> object:
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "koers.config.settings")
        import django

        django.setup()
        from django.db.utils import OperationalError, ProgrammingError

        from koers.domain.weigering import Refused
        from koers.presentation.zinnen import sentence

        try:
            return command(*args, **kwargs)
        except Refused as refused:
            click.echo(sentence(refused), err=True)
            sys.exit(1)
        except (OperationalError, ProgrammingError) as error:
            # Most often tables that are not there yet, or a server that does not answer.
            click.echo(f"De database doet niet mee: {str(error).strip()}", err=True)
            click.echo("Is hij nieuw? Maak hem klaar met: make demo-data. Anders: draait hij?", err=True)
            sys.exit(1)
        finally:
            _seal_what_was_done()

    return run


def _seal_what_was_done() -> None:
    """A command ends, and with it whatever could have sealed its log rows in time."""
    from django.db import DatabaseError, connection

    from koers.actions.kern.zegel import seal
    from koers.registers.klok import nu

    if connection.connection is None:
        return
    try:
        seal(nu())
    except (DatabaseError, OSError) as error:
        click.echo(f"Het logboek kon niet worden verzegeld: {error}", err=True)


def cli_actor():
    """The actor of the command line; who is signed in on the machine answers for it."""
    from koers.domain.actor import systeemactor

    return systeemactor(
        "opdrachtregel", functionaris=os.environ.get("KOERS_FUNCTIONARIS") or getpass.getuser()
    )
