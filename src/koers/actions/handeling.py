"""One act = one function = one transaction = one log row.

    with act("register_gezin", by=by, formulier=formulier) as spoor:
        ...
        spoor.onderwerp("gezin", gezin.pk)
        spoor.touched(persoon.pk, persoon.gemeente_id)

The act's name fixes its purpose and who may do it (`koers.authorization.handelingen`); the client never
names either. If the log row cannot be written, nothing happened and nothing is shown.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction

from koers.actions.kern.zegel import seal_when_full
from koers.authorization.handelingen import Regel
from koers.authorization.poort import require
from koers.domain.actor import Actor, ActorSoort
from koers.domain.weigering import Refused
from koers.registers.bulk import insert_few, insert_one
from koers.registers.kern.models import LogBetrokkene, LogRegel
from koers.registers.kern.verbinding import ALLE_GEMEENTEN, acting
from koers.registers.klok import nu


@dataclass
class Spoor:
    """What the act leaves in the log: on what, about whom, and a few facts that say nothing of a person."""

    onderwerp_soort: str = ""
    onderwerp_id: str = ""
    bijzonderheden: dict[str, object] = field(default_factory=dict)
    betrokkenen: set[tuple[UUID, str, str]] = field(default_factory=set)

    def onderwerp(self, soort: str, sleutel: object) -> None:
        """Says what the act was about."""
        self.onderwerp_soort, self.onderwerp_id = soort, str(sleutel)

    def note(self, **bijzonderheden: object) -> None:
        """Adds facts about the act; never a name, an address, a BSN or somebody's words."""
        self.bijzonderheden |= bijzonderheden

    def seen(self, persoon_id: UUID, gemeente: str) -> None:
        """Says that data of this person was shown."""
        self.betrokkenen.add((persoon_id, gemeente, LogBetrokkene.GEZIEN))

    def touched(self, persoon_id: UUID, gemeente: str) -> None:
        """Says that data of this person was made or changed."""
        self.betrokkenen.add((persoon_id, gemeente, LogBetrokkene.GEWIJZIGD))


@contextmanager
def act(handeling: str, *, by: Actor, formulier: UUID | None = None) -> Iterator[Spoor]:
    """Runs the body as one act of `by`. `formulier`: the id of the form sent, so that twice is once."""
    regel = require(by, handeling)
    handeling_id = uuid4()
    gemeenten = ALLE_GEMEENTEN if by.soort is ActorSoort.SYSTEEM else by.gemeenten
    with transaction.atomic(durable=True), acting(handeling_id, gemeenten):
        _refuse_second_time(formulier, by)
        spoor = Spoor()
        yield spoor
        _write(_row(handeling, regel, by, spoor, handeling_id=handeling_id, formulier_id=formulier), spoor)
        # A seal that fails is written to the program's log and tried again; this act has happened.
        transaction.on_commit(_seal, robust=True)


def _seal() -> None:
    seal_when_full(nu())


def _refuse_second_time(formulier: UUID | None, by: Actor) -> None:
    if formulier is None:
        return
    earlier = LogRegel.objects.filter(formulier_id=formulier, by_id=by.id).first()
    if earlier:
        raise Refused("al_verwerkt", soort=earlier.onderwerp_soort, sleutel=earlier.onderwerp_id)


def _row(handeling: str, regel: Regel, by: Actor, spoor: Spoor, **ids: UUID | None) -> dict[str, object]:
    return {
        "handeling": handeling,
        "tijdstip_at": nu(),
        "by_soort": by.soort.value,
        "by_id": by.id,
        "rol": by.rol.value if by.rol else "",
        "organisatie_id": by.organisatie_id or "",
        "functionaris": by.functionaris,
        "doel": regel.doel.value,
        "onderwerp_soort": spoor.onderwerp_soort,
        "onderwerp_id": spoor.onderwerp_id,
        "bijzonderheden": spoor.bijzonderheden,
        "schakel": "",
        **ids,
    }


def _write(row: dict[str, object], spoor: Spoor) -> None:
    try:
        key = insert_one(LogRegel, row)
    except IntegrityError as error:
        if "formulier_id" not in str(error):  # some other constraint: a mistake in the program
            raise
        raise Refused("formulier_al_gebruikt") from error
    betrokkenen = [(key, *wie) for wie in sorted(spoor.betrokkenen)]
    insert_few(LogBetrokkene, ("regel_id", "persoon_id", "gemeente_id", "wijze"), betrokkenen)
