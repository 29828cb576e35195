"""One act = one function = one transaction = one log row.

    with act("register_gezin", by=by, formulier=formulier) as spoor:
        ...
        spoor.onderwerp("gezin", gezin.pk)
        spoor.touched(persoon.pk, persoon.gemeente_id)

The act's name fixes its purpose and who may do it (`koers.authorization.handelingen`); the client never
names either. If the log row cannot be written, nothing happened and nothing is shown.
"""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from uuid import UUID, uuid4

from django.db import IntegrityError, transaction

from koers.actions.kern.zegel import seal_when_full
from koers.authorization.handelingen import Regel
from koers.authorization.poort import require
from koers.domain.actor import Actor, ActorSoort
from koers.domain.weigering import Refused
from koers.registers.bulk import Deelstap, Invoeger, insert_few, insert_one
from koers.registers.kern.models import LogBetrokkene, LogRegel
from koers.registers.kern.verbinding import ALLE_GEMEENTEN, acting, told
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
    with transaction.atomic(durable=True), _acted(handeling, regel, by, formulier, _write) as spoor:
        yield spoor
        # A seal that fails is written to the program's log and tried again; this act has happened.
        transaction.on_commit(_seal, robust=True)


@contextmanager
def acts(handeling: str, *, by: Actor) -> Iterator[Callable[[], AbstractContextManager[Spoor]]]:
    """Many acts of one name in one transaction, for what comes by the thousand.

        with acts("store_inbox", by=by) as one:
            for each in many:
                with one() as spoor:
                    ...

    Every one is an act as any other, with its own log row, in a savepoint of its own: what it raises undoes
    that one alone. None of them has happened before the outer `with` is left.
    """
    regel = require(by, handeling)
    with transaction.atomic(durable=True):
        deelstap, logboek, before = Deelstap(), Invoeger(LogRegel, KOLOMMEN), told()

        def write(row: tuple[object, ...], spoor: Spoor) -> None:
            if spoor.betrokkenen:
                _write(row, spoor)
            else:
                logboek.insert(row)

        @contextmanager
        def one() -> Iterator[Spoor]:
            with deelstap, _acted(handeling, regel, by, None, write, before) as spoor:
                yield spoor

        yield one
        transaction.on_commit(_seal, robust=True)


@contextmanager
def _acted(
    handeling: str,
    regel: Regel,
    by: Actor,
    formulier: UUID | None,
    write: Callable[[tuple[object, ...], Spoor], None],
    before: tuple[str, str] | None = None,
) -> Iterator[Spoor]:
    """The body and its log row, within the transaction or savepoint that is open."""
    handeling_id = uuid4()
    gemeenten = ALLE_GEMEENTEN if by.soort is ActorSoort.SYSTEEM else by.gemeenten
    with acting(handeling_id, gemeenten, before):
        _refuse_second_time(formulier, by)
        spoor = Spoor()
        yield spoor
        write(_row(handeling, regel, by, spoor, handeling_id, formulier), spoor)


def _seal() -> None:
    seal_when_full(nu())


def _refuse_second_time(formulier: UUID | None, by: Actor) -> None:
    if formulier is None:
        return
    earlier = LogRegel.objects.filter(formulier_id=formulier, by_id=by.id).first()
    if earlier:
        raise Refused("al_verwerkt", soort=earlier.onderwerp_soort, sleutel=earlier.onderwerp_id)


KOLOMMEN = (
    "handeling_id",
    "handeling",
    "tijdstip_at",
    "by_soort",
    "by_id",
    "rol",
    "organisatie_id",
    "functionaris",
    "doel",
    "onderwerp_soort",
    "onderwerp_id",
    "bijzonderheden",
    "formulier_id",
    "schakel",
)


def _row(
    handeling: str, regel: Regel, by: Actor, spoor: Spoor, handeling_id: UUID, formulier: UUID | None
) -> tuple[object, ...]:
    """The log row, as `KOLOMMEN`; its place in the chain comes later."""
    return (
        handeling_id,
        handeling,
        nu(),
        by.soort.value,
        by.id,
        by.rol.value if by.rol else "",
        by.organisatie_id or "",
        by.functionaris,
        regel.doel.value,
        spoor.onderwerp_soort,
        spoor.onderwerp_id,
        spoor.bijzonderheden,
        formulier,
        "",
    )


def _write(row: tuple[object, ...], spoor: Spoor) -> None:
    try:
        regel_id = insert_one(LogRegel, KOLOMMEN, row)
    except IntegrityError as error:
        if "formulier_id" not in str(error):  # some other constraint: a mistake in the program
            raise
        raise Refused("formulier_al_gebruikt") from error
    betrokkenen = [(regel_id, *wie) for wie in sorted(spoor.betrokkenen)]
    insert_few(LogBetrokkene, ("regel_id", "persoon_id", "gemeente_id", "wijze"), betrokkenen)
