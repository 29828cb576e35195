"""Who stands in which professional register: needed to decide about help."""

from uuid import UUID

from koers.actions.handeling import act
from koers.authorization.zicht import visible_medewerkers
from koers.domain.actor import Actor
from koers.domain.besluiten import Beroepsnummer, check_beroepsnummer
from koers.domain.weigering import Refused
from koers.registers.kern.models import Beroepsregistratie


def register_beroepsnummer(
    *, by: Actor, medewerker_id: UUID, nummer: Beroepsnummer, formulier: UUID | None = None
) -> UUID:
    """Writes down a registration as somebody looked it up; Koers does not ask the register itself.

    Returns its id. Refused: niet_gevonden, and as `check_beroepsnummer`.
    """
    check_beroepsnummer(nummer)
    with act("register_beroepsnummer", by=by, formulier=formulier) as spoor:
        if not visible_medewerkers(by).filter(pk=medewerker_id).exists():
            raise Refused("niet_gevonden")
        row = Beroepsregistratie.objects.create(
            medewerker_id=medewerker_id,
            register=nummer.register,
            nummer=nummer.nummer,
            begindatum=nummer.begindatum,
            tot_datum=nummer.tot_datum,
        )
        spoor.onderwerp("medewerker", medewerker_id)
        return row.pk


def read_beroepsnummers(*, by: Actor, medewerker_id: UUID) -> tuple[str, tuple[Beroepsnummer, ...]]:
    """The name of somebody with an account, and the registrations, newest first. Refused: niet_gevonden."""
    with act("read_medewerkers", by=by) as spoor:
        medewerker = visible_medewerkers(by).filter(pk=medewerker_id).first()
        if medewerker is None:
            raise Refused("niet_gevonden")
        spoor.onderwerp("medewerker", medewerker_id)
        rows = medewerker.beroepsregistraties.order_by("-begindatum", "pk")
        return medewerker.naam, tuple(
            Beroepsnummer(row.register, row.nummer, row.begindatum, row.tot_datum) for row in rows
        )
