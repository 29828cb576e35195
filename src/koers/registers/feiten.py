"""Facts are append-only (decision 4): a legal day, when and by whom it was written, and what it replaces.

A correction is a new row that replaces the old one; the state of now is every fact that nothing replaced.
"""

from django.db import models

from koers.registers.kern.models.basis import Genummerd
from koers.registers.kern.models.organisatie import Gemeente


class FeitQuerySet(models.QuerySet):
    """Facts, with what holds now."""

    def current(self):
        """Facts that no later fact replaced."""
        return self.filter(vervangen_door__isnull=True)


class Feit(Genummerd):
    """Something that happened on a legal day, as somebody wrote it down at a moment.

    `vastgelegd_door`: id of the actor. `ingetrokken`: this row only says that the one it replaces
    did not happen.
    """

    gemeente = models.ForeignKey(Gemeente, on_delete=models.PROTECT, related_name="+")
    datum = models.DateField()
    vastgelegd_at = models.DateTimeField()
    vastgelegd_door = models.CharField(max_length=80)
    vervangt = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="vervangen_door"
    )
    reden_correctie = models.CharField(max_length=200, blank=True)
    ingetrokken = models.BooleanField(default=False)

    objects = FeitQuerySet.as_manager()

    class Meta:
        abstract = True


class GedeeldFeit(Genummerd):
    """A fact that several municipalities share, so that no one of them answers for it alone.

    Only added, within an act: the database refuses every change (`koers.registers.kern.triggers`). Whom of
    the municipalities it is for, a filter tells (`koers.authorization.zicht_netwerk`).
    """

    datum = models.DateField()
    vastgelegd_at = models.DateTimeField()
    vastgelegd_door = models.CharField(max_length=80)

    class Meta:
        abstract = True
