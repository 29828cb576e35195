"""Named rows to lock: numbering and budgets wait here for each other (decision 8)."""

from django.db import models


class SlotManager(models.Manager["Slot"]):
    """Takes a lock by its name."""

    def lock(self, naam: str) -> None:
        """Waits until nobody else holds `naam`, and holds it until the transaction ends.

        SQLite has one writer at a time as it is: there the write transaction itself is the lock.
        """
        self.select_for_update().get_or_create(naam=naam)


class Slot(models.Model):
    """One row per thing that only one transaction may do at a time."""

    naam = models.CharField(primary_key=True, max_length=40)

    objects = SlotManager()

    class Meta:
        verbose_name_plural = "sloten"

    def __str__(self) -> str:
        return self.naam
