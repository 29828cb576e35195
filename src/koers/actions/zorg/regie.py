"""Starts and stops out of messages become facts, in whatever order the messages came."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from koers.actions.feiten import written_by
from koers.actions.handeling import Spoor, act
from koers.actions.kern.een_persoon import rows_with_bsn
from koers.domain.actor import Actor
from koers.domain.regieberichten import Lot, Regieregel, settle, steps
from koers.domain.trajecten import START, STOP, Stap
from koers.registers.kern.models import Bericht, Berichtregel, BerichtStand, Regelstand, Slot
from koers.registers.klok import vandaag
from koers.registers.zorg.models import Toewijzing, TrajectStap

GEEN_TOEWIJZING = "9019"
CORRECTIE = "Het bericht is verwijderd of anders geworden."


@dataclass(frozen=True, slots=True)
class NieuweRegel:
    """One start or stop of a message. `nummer`: of the toewijzing. `code`: the message itself rejects it."""

    nummer: int | None
    regel: Regieregel
    code: str = ""


def process_regie(*, by: Actor, bericht_id: UUID, bsn: str, regels: Sequence[NieuweRegel]) -> None:
    """Works on one message: every line holds, waits or is rejected, and the facts follow. Twice is once."""
    with act("process_regie", by=by) as spoor:
        Slot.objects.lock("berichten")
        bericht = Bericht.objects.get(pk=bericht_id)
        spoor.onderwerp("bericht", bericht_id)
        if bericht.stand != BerichtStand.ONTVANGEN:
            return
        toewijzingen = {}
        for volgnummer, een in enumerate(regels, start=1):
            toewijzing = find_assignment(bericht.gemeente_id, bericht.afzender, een.nummer, bsn)
            code = een.code or ("" if toewijzing else GEEN_TOEWIJZING)
            _write_line(bericht, volgnummer, een, code)
            if toewijzing is not None and not code:
                toewijzingen[toewijzing.pk] = toewijzing
        for toewijzing in toewijzingen.values():
            _settle(by, toewijzing, spoor)
        _conclude([bericht_id])


def reject_whole(*, by: Actor, bericht_id: UUID) -> None:
    """A message that is rejected as a whole counts as never sent (OP286)."""
    with act("process_regie", by=by) as spoor:
        spoor.onderwerp("bericht", bericht_id)
        rows = Bericht.objects.filter(pk=bericht_id, stand=BerichtStand.ONTVANGEN)
        rows.update(stand=BerichtStand.AFGEKEURD)


def expire_waiting(*, by: Actor) -> int:
    """Rejects what waited until its last day. Returns how many lines."""
    with act("process_regie", by=by) as spoor:
        Slot.objects.lock("berichten")
        verlopen = Berichtregel.objects.filter(
            stand=Regelstand.WACHT, bericht__uiterlijk_datum__lte=vandaag()
        )
        berichten = {row.bericht_id for row in verlopen}
        aantal = verlopen.update(stand=Regelstand.AFGEKEURD)
        _conclude(berichten)
        spoor.note(afgekeurd=aantal)
        return aantal


def find_assignment(gemeente: str, agb: str, nummer: int | None, bsn: str) -> Toewijzing | None:
    """The toewijzing of this number, given to this provider for this child; another child's is not there."""
    if nummer is None:
        return None
    return (
        Toewijzing.objects.current()
        .filter(
            gemeente=gemeente,
            nummer=nummer,
            ingetrokken=False,
            contractproduct__aanbieder__agb=agb,
            casus__jeugdige__in=rows_with_bsn(gemeente, bsn),
        )
        .select_related("casus")
        .first()
    )


def _write_line(bericht: Bericht, volgnummer: int, nieuw: NieuweRegel, code: str) -> None:
    een = nieuw.regel
    Berichtregel.objects.create(
        bericht=bericht,
        gemeente_id=bericht.gemeente_id,
        volgnummer=volgnummer,
        toewijzing_nummer=nieuw.nummer,
        soort=een.soort,
        begindatum=een.begin,
        einddatum=een.eind,
        reden=een.reden,
        verwijdert=een.verwijdert,
        stand=Regelstand.AFGEKEURD if code else Regelstand.WACHT,
        code=code,
    )


def _settle(by: Actor, toewijzing: Toewijzing, spoor: Spoor) -> None:
    """All lines of one toewijzing again, and its facts beside what they add up to."""
    rows = list(
        Berichtregel.objects.filter(
            gemeente=toewijzing.gemeente_id, toewijzing_nummer=toewijzing.nummer, soort__in=(START, STOP)
        )
        .exclude(stand=Regelstand.AFGEKEURD)
        .order_by("bericht__vastgelegd_at", "bericht_id", "volgnummer")
    )
    stand = settle(
        [Regieregel(row.soort, row.begindatum, row.verwijdert, row.reden, row.einddatum) for row in rows]
    )
    for row, uitslag in zip(rows, stand.uitslagen, strict=True):
        row.stand, row.code = uitslag.lot.value, uitslag.code
    Berichtregel.objects.bulk_update(rows, ["stand", "code"])
    _sync(by, toewijzing, steps(stand.geldend))
    _conclude({row.bericht_id for row in rows})
    spoor.touched(toewijzing.casus.jeugdige_id, toewijzing.gemeente_id)


def _sync(by: Actor, toewijzing: Toewijzing, wil: Iterable[Stap]) -> None:
    """Writes what is not there, and withdraws what messages wrote before and no longer say. What people wrote
    by hand stays; said by a message too, it is not written twice."""
    nu = TrajectStap.objects.current().filter(toewijzing=toewijzing, ingetrokken=False)
    staat = {(row.soort, row.datum, row.reden): row for row in nu}
    gewild = {(een.soort, een.datum, een.reden) for een in wil}
    for sleutel, row in staat.items():
        if sleutel not in gewild and row.vastgelegd_door == by.id:
            _step(by, toewijzing, sleutel, vervangt=row, ingetrokken=True, reden_correctie=CORRECTIE)
    for sleutel in sorted(gewild - staat.keys()):
        _step(by, toewijzing, sleutel)


def _step(by: Actor, toewijzing: Toewijzing, sleutel: tuple, **meer: object) -> None:
    soort, datum, reden = sleutel
    TrajectStap.objects.create(
        toewijzing=toewijzing,
        soort=soort,
        datum=datum,
        reden=reden,
        **written_by(by, toewijzing.gemeente_id),
        **meer,
    )


def _conclude(berichten: Iterable[UUID]) -> None:
    """What a message is now: it waits as long as one of its lines does."""
    for bericht_id in berichten:
        standen = set(Berichtregel.objects.filter(bericht=bericht_id).values_list("stand", flat=True))
        stand = BerichtStand.VERWERKT
        if Lot.WACHT.value in standen:
            stand = BerichtStand.WACHT
        elif standen == {Regelstand.AFGEKEURD.value}:
            stand = BerichtStand.AFGEKEURD
        Bericht.objects.filter(pk=bericht_id).update(stand=stand)
