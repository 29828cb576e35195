"""The kern app: tables, and the triggers and policies that guard them."""

from django.apps import AppConfig
from django.db import connections, transaction
from django.db.models.signals import post_migrate, pre_migrate


class KernConfig(AppConfig):
    name = "koers.registers.kern"
    label = "kern"
    default_auto_field = "django.db.models.BigAutoField"
    verbose_name = "kern"

    def ready(self) -> None:
        # Every connection gets the function that the triggers ask, from the first one on.
        from koers.registers.kern import verbinding  # noqa: F401

        pre_migrate.connect(_stand_aside, sender=self, dispatch_uid="koers_stand_aside")
        post_migrate.connect(_stand_guard, sender=self, dispatch_uid="koers_stand_guard")


def _stand_aside(*, using: str, plan: list, **kwargs: object) -> None:
    """Before a migration: a table cannot be rebuilt while a trigger of another table names it."""
    from koers.registers import mart
    from koers.registers.kern import triggers

    if plan:
        with transaction.atomic(using=using):
            triggers.remove(connections[using])
            mart.remove(connections[using])


def _stand_guard(*, using: str, **kwargs: object) -> None:
    """After every migrate, and after the tests emptied the tables."""
    from koers.registers import mart
    from koers.registers.kern import rls, triggers

    connection = connections[using]
    postgres = connection.vendor == "postgresql"
    if postgres and not rls.is_owner(connection):
        return  # the program itself guards nothing; a start without guards is refused
    with transaction.atomic(using=using):
        triggers.install(connection)
        mart.install(connection)
        if postgres:
            rls.install(connection)
