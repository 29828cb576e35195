"""What a beleidsadviseur writes of the herinrichting: conditions and fte per role, all as new facts."""

from datetime import date
from uuid import UUID

from koers.actions.feiten import written_by
from koers.actions.handeling import Spoor, act
from koers.actions.sturing.agenda import lock
from koers.authorization.zicht_sturing import visible_agenda
from koers.domain.actor import Actor
from koers.domain.herinrichting import (
    NieuweFormatie,
    NieuweVoorwaarde,
    check_formatie,
    check_voorwaarde,
    check_voorwaarde_change,
    rolsleutel,
)
from koers.domain.toestanden.overgang import GEREEDHEIDSVOORWAARDE
from koers.domain.uitvoeringsagenda import check_past_day
from koers.domain.vergadering import check_tekst
from koers.domain.weigering import Refused
from koers.registers.kern.models import Gemeente
from koers.registers.klok import vandaag
from koers.registers.sturing.models import Formatie, Gereedheidsvoorwaarde, VoorwaardeStap

VOLGORDE = ("vastgelegd_at", "pk")


def add_voorwaarde(
    *, by: Actor, gemeente: str, nieuw: NieuweVoorwaarde, formulier: UUID | None = None
) -> UUID:
    """Something has to be ready before the new way of working begins. Returns its id.

    Refused: niet_gevonden, and as `check_voorwaarde`.
    """
    with act("add_voorwaarde", by=by, formulier=formulier) as spoor:
        _own(by, gemeente)
        check_voorwaarde(nieuw, vandaag())
        row = Gereedheidsvoorwaarde.objects.create(
            wat=nieuw.wat.strip(),
            wie=nieuw.wie.strip()[:120],
            uiterlijk=nieuw.uiterlijk,
            naam=by.naam,
            datum=nieuw.datum,
            **written_by(by, gemeente),
        )
        spoor.onderwerp("gereedheidsvoorwaarde", row.pk)
        return row.pk


def change_voorwaarde(
    *, by: Actor, voorwaarde_id: UUID, nieuw: NieuweVoorwaarde, formulier: UUID | None = None
) -> UUID:
    """Other words, somebody else or another day, with the reason; the earlier stay. Returns its id.

    Refused: niet_gevonden, overgang_mag_niet, and as `check_voorwaarde` and `check_voorwaarde_change`.
    """
    with act("change_voorwaarde", by=by, formulier=formulier) as spoor:
        row, steps = _lock(by, voorwaarde_id, spoor)
        GEREEDHEIDSVOORWAARDE.move(_state(steps), "change_voorwaarde")
        check_voorwaarde(nieuw, vandaag(), _last_day(row, steps))
        reden = check_voorwaarde_change(agreed(row, steps), nieuw)
        VoorwaardeStap.objects.create(
            voorwaarde=row,
            soort="gewijzigd",
            wat=nieuw.wat.strip(),
            wie=nieuw.wie.strip()[:120],
            uiterlijk=nieuw.uiterlijk,
            toelichting=reden,
            naam=by.naam,
            datum=nieuw.datum,
            **written_by(by, row.gemeente_id),
        )
        return row.pk


def meet_voorwaarde(
    *, by: Actor, voorwaarde_id: UUID, datum: date, reden: str, formulier: UUID | None = None
) -> UUID:
    """It was met on `datum`; the words say how that shows. Returns its id.

    Refused: niet_gevonden, overgang_mag_niet, reden_verplicht, tekst_te_lang, datum_in_toekomst,
    dag_voor_vorige.
    """
    with act("meet_voorwaarde", by=by, formulier=formulier) as spoor:
        return _step(by, voorwaarde_id, spoor, "meet_voorwaarde", datum, reden)


def drop_voorwaarde(
    *, by: Actor, voorwaarde_id: UUID, datum: date, reden: str, formulier: UUID | None = None
) -> UUID:
    """It has not to be ready any more. Refused: as `meet_voorwaarde`."""
    with act("drop_voorwaarde", by=by, formulier=formulier) as spoor:
        return _step(by, voorwaarde_id, spoor, "drop_voorwaarde", datum, reden)


def reopen_voorwaarde(
    *, by: Actor, voorwaarde_id: UUID, datum: date, reden: str, formulier: UUID | None = None
) -> UUID:
    """What was met or dropped is not met after all. Refused: as `meet_voorwaarde`."""
    with act("reopen_voorwaarde", by=by, formulier=formulier) as spoor:
        return _step(by, voorwaarde_id, spoor, "reopen_voorwaarde", datum, reden)


def set_formatie(*, by: Actor, gemeente: str, nieuw: NieuweFormatie, formulier: UUID | None = None) -> UUID:
    """Fte of a role, as it stands in the plan from now on; earlier figures stay. Returns the id of the row.

    Refused: niet_gevonden, formatie_blijft_gelijk, reden_verplicht (the role stood there with other figures),
    and as `check_formatie`.
    """
    with act("set_formatie", by=by, formulier=formulier) as spoor:
        _own(by, gemeente)
        last = last_formatie(by, gemeente, nieuw.rol)
        check_formatie(nieuw, vandaag(), last.datum if last else None)
        if last is not None and not last.vervallen:
            if _figures(last) == (nieuw.nu, nieuw.nodig, nieuw.afgesproken, nieuw.per, nieuw.bron.strip()):
                raise Refused("formatie_blijft_gelijk")
            check_tekst(nieuw.reden, "reden_verplicht")
        row = Formatie.objects.create(
            # The name stays as it was written first: a capital more or less makes no other role of it.
            rol=last.rol if last else " ".join(nieuw.rol.split()),
            nu=nieuw.nu,
            nodig=nieuw.nodig,
            afgesproken=nieuw.afgesproken,
            per=nieuw.per,
            bron=nieuw.bron.strip(),
            reden=nieuw.reden.strip(),
            naam=by.naam,
            datum=nieuw.datum,
            **written_by(by, gemeente),
        )
        spoor.onderwerp("formatie", row.pk)
        return row.pk


def drop_formatie(
    *, by: Actor, formatie_id: UUID, datum: date, reden: str, formulier: UUID | None = None
) -> UUID:
    """A role is not in the plan any more; what stood there stays readable. Returns the id of the row.

    Refused: niet_gevonden, reden_verplicht, tekst_te_lang, datum_in_toekomst, dag_voor_vorige.
    """
    with act("drop_formatie", by=by, formulier=formulier) as spoor:
        row = lock(by, Formatie, formatie_id)
        _own(by, row.gemeente_id)
        last = last_formatie(by, row.gemeente_id, row.rol)
        if last is None or last.vervallen:
            raise Refused("niet_gevonden")
        check_past_day(datum, vandaag(), last.datum)
        nu, nodig, afgesproken, per, bron = _figures(last)
        dropped = Formatie.objects.create(
            rol=last.rol,
            nu=nu,
            nodig=nodig,
            afgesproken=afgesproken,
            per=per,
            bron=bron,
            reden=check_tekst(reden, "reden_verplicht"),
            naam=by.naam,
            vervallen=True,
            datum=datum,
            **written_by(by, row.gemeente_id),
        )
        spoor.onderwerp("formatie", dropped.pk)
        return dropped.pk


# --- what the acts share ----------------------------------------------------------------------------


def agreed(row: Gereedheidsvoorwaarde, steps: list[VoorwaardeStap]) -> tuple[str, str, date]:
    """Words, who and day that count now: those that were agreed last."""
    changed = next((een for een in reversed(steps) if een.soort == "gewijzigd"), None)
    if changed is None or changed.uiterlijk is None:
        return row.wat, row.wie, row.uiterlijk
    return changed.wat, changed.wie, changed.uiterlijk


def state_of(soorten: list[str]) -> str:
    """Where a condition stands, from its steps: other words leave it open."""
    last = soorten[-1] if soorten else GEREEDHEIDSVOORWAARDE.begin
    return GEREEDHEIDSVOORWAARDE.begin if last == "gewijzigd" else last


def last_formatie(by: Actor, gemeente: str, rol: str) -> Formatie | None:
    """What stands in the plan of this role, whatever capitals it is written with."""
    rows = visible_agenda(by, Formatie).filter(gemeente=gemeente).order_by(*VOLGORDE)
    mine = [row for row in rows if rolsleutel(row.rol) == rolsleutel(rol)]
    return mine[-1] if mine else None


def _own(by: Actor, gemeente: str) -> None:
    """The municipality, held until the act ends: of two who add a role at once, one sees that of the other.

    Refused: niet_gevonden.
    """
    if gemeente not in by.gemeenten:
        raise Refused("niet_gevonden")
    Gemeente.objects.select_for_update().get(pk=gemeente)


def _lock(by: Actor, voorwaarde_id: UUID, spoor: Spoor) -> tuple[Gereedheidsvoorwaarde, list[VoorwaardeStap]]:
    row = lock(by, Gereedheidsvoorwaarde, voorwaarde_id)
    spoor.onderwerp("gereedheidsvoorwaarde", row.pk)
    return row, list(visible_agenda(by, VoorwaardeStap).filter(voorwaarde=row).order_by(*VOLGORDE))


def _state(steps: list[VoorwaardeStap]) -> str:
    return state_of([een.soort for een in steps])


def _last_day(row: Gereedheidsvoorwaarde, steps: list[VoorwaardeStap]) -> date:
    return steps[-1].datum if steps else row.datum


def _step(by: Actor, voorwaarde_id: UUID, spoor: Spoor, handeling: str, datum: date, reden: str) -> UUID:
    row, steps = _lock(by, voorwaarde_id, spoor)
    soort = GEREEDHEIDSVOORWAARDE.move(_state(steps), handeling)
    toelichting = check_tekst(reden, "reden_verplicht")
    check_past_day(datum, vandaag(), _last_day(row, steps))
    VoorwaardeStap.objects.create(
        voorwaarde=row,
        soort=soort,
        toelichting=toelichting,
        naam=by.naam,
        datum=datum,
        **written_by(by, row.gemeente_id),
    )
    return row.pk


def _figures(row: Formatie) -> tuple:
    return row.nu, row.nodig, row.afgesproken, row.per, row.bron
