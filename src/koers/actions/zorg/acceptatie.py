"""A provider accepts help or refuses it, after a call; what is refused outside the agreement escalates."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from koers.actions.feiten import written_by
from koers.actions.handeling import Spoor, act
from koers.actions.zorg.acceptatie_lezen import state_of
from koers.actions.zorg.einden import with_end
from koers.actions.zorg.plicht import require_duty
from koers.authorization.zicht import (
    visible_toewijzingen,
    visible_weigeringen,
    visible_zorgmakelaarroutes,
)
from koers.domain.acceptatie import (
    AANBIEDER,
    ACCEPTEERT,
    BEOORDEELD,
    GEMEENTE,
    GEOPEND,
    OORDELEN,
    OPGEPAKT,
    RONDT_AF,
    UITKOMSTEN,
    UITKOMSTEN_ROUTE,
    WEIGERT,
    Gesprek,
    check_gesprek,
    check_weigering,
    state_of_route,
)
from koers.domain.actor import Actor
from koers.domain.rollen import Rol
from koers.domain.toestanden.acceptatie import ACCEPTATIE, ZORGMAKELAARROUTE
from koers.domain.trajecten import START
from koers.domain.weigering import Refused
from koers.registers.klok import vandaag
from koers.registers.zorg.models import AcceptatieStap, Toewijzing, TrajectStap, ZorgmakelaarStap
from koers.registers.zorg.models import Gesprek as GesprekFeit


@dataclass(frozen=True, slots=True)
class NieuwGesprek:
    """A call as one side writes it down: whom it spoke, whether there is room, whether the help fits."""

    datum: date
    met: str
    capaciteit: str
    passend: str
    toelichting: str = ""


def register_gesprek(
    *, by: Actor, toewijzing_id: UUID, gesprek: NieuwGesprek, formulier: UUID | None = None
) -> UUID:
    """Writes down the call as this side heard it.

    Refused: niet_gevonden, overgang_mag_niet, and as `check_gesprek`.
    """
    with act("register_gesprek", by=by, formulier=formulier) as spoor:
        row = lock_asked(by, toewijzing_id)
        ACCEPTATIE.move(state_of_answer(row), "register_gesprek")
        fact = write_gesprek(by, row, gesprek)
        _touch(spoor, row)
        return fact.pk


def write_gesprek(by: Actor, row: Toewijzing, gesprek: NieuwGesprek) -> GesprekFeit:
    """The call as a fact; inside an act that holds the toewijzing. Refused: as `check_gesprek`."""
    kant = _side(by)
    check_gesprek(
        Gesprek(kant, gesprek.datum, gesprek.met, gesprek.capaciteit, gesprek.passend),
        row.datum,
        today=vandaag(),
    )
    return GesprekFeit.objects.create(
        toewijzing=row,
        kant=kant,
        datum=gesprek.datum,
        met=gesprek.met.strip(),
        capaciteit=gesprek.capaciteit,
        passend=gesprek.passend,
        toelichting=gesprek.toelichting.strip(),
        **written_by(by, row.gemeente_id),
    )


def accept_toewijzing(*, by: Actor, toewijzing_id: UUID, formulier: UUID | None = None) -> UUID:
    """The provider takes the child, also after an earlier refusal.

    Refused: niet_gevonden, overgang_mag_niet.
    """
    with act("accept_toewijzing", by=by, formulier=formulier) as spoor:
        row = lock_asked(by, toewijzing_id)
        write_acceptatie(by, row)
        _touch(spoor, row)
        return row.pk


def write_acceptatie(by: Actor, row: Toewijzing) -> None:
    """The yes as a fact; inside an act that holds the toewijzing. Refused: overgang_mag_niet."""
    ACCEPTATIE.move(state_of_answer(row), "accept_toewijzing")
    _step(by, row, ACCEPTEERT)


def refuse_toewijzing(
    *, by: Actor, toewijzing_id: UUID, grond: str, toelichting: str = "", formulier: UUID | None = None
) -> UUID:
    """The provider refuses on `grond` (id of beleid/acceptatieplicht).

    Outside the allowed grounds the route of the zorgmakelaar opens by the same act, and contract management
    sees it. Refused: niet_gevonden, overgang_mag_niet, geen_acceptatieplicht, and as `check_weigering`.
    """
    with act("refuse_toewijzing", by=by, formulier=formulier) as spoor:
        row = lock_asked(by, toewijzing_id)
        write_weigering(by, row, grond, toelichting, spoor)
        _touch(spoor, row)
        return row.pk


def write_weigering(by: Actor, row: Toewijzing, grond: str, toelichting: str, spoor: Spoor) -> None:
    """The no as a fact, with the route it opens; inside an act. Refused: as `refuse_toewijzing`."""
    plicht = require_duty(row.contractproduct.inkoopregio)
    buiten = check_weigering(grond, toelichting, plicht, besproken=_side(by) in _sides(row))
    ACCEPTATIE.move(state_of_answer(row), "refuse_toewijzing", "buiten" if buiten else "binnen")
    _step(by, row, WEIGERT, grond=grond, buiten=buiten, toelichting=toelichting.strip())
    if buiten:
        _open_route(by, row)
    spoor.note(grond=grond, buiten=buiten)


def _open_route(by: Actor, row: Toewijzing) -> None:
    """The route of the zorgmakelaar stands open from now on; nobody has to ask for it."""
    ZORGMAKELAARROUTE.move("nieuw", "refuse_toewijzing", "buiten")
    _route_step(by, row, GEOPEND)


def judge_weigering(
    *, by: Actor, toewijzing_id: UUID, oordeel: str, toelichting: str, formulier: UUID | None = None
) -> UUID:
    """Contract management finds the refusal right, or says that the provider has to accept.

    Refused: niet_gevonden, overgang_mag_niet, oordeel_onvolledig.
    """
    if oordeel not in OORDELEN or not toelichting.strip():
        raise Refused("oordeel_onvolledig")
    with act("judge_weigering", by=by, formulier=formulier) as spoor:
        row = _locked(visible_weigeringen(by), toewijzing_id)
        ACCEPTATIE.move(state_of_answer(row), "judge_weigering", oordeel)
        _step(by, row, BEOORDEELD, oordeel=oordeel, toelichting=toelichting.strip())
        spoor.note(oordeel=oordeel)
        _touch(spoor, row)
        return row.pk


def close_weigering(
    *, by: Actor, toewijzing_id: UUID, uitkomst: str, toelichting: str = "", formulier: UUID | None = None
) -> UUID:
    """What came of a refusal. Refused: niet_gevonden, overgang_mag_niet, afhandeling_onbekend."""
    if uitkomst not in UITKOMSTEN:
        raise Refused("afhandeling_onbekend")
    with act("close_weigering", by=by, formulier=formulier) as spoor:
        row = lock_asked(by, toewijzing_id)
        ACCEPTATIE.move(state_of_answer(row), "close_weigering")
        _step(by, row, RONDT_AF, uitkomst=uitkomst, toelichting=toelichting.strip())
        spoor.note(uitkomst=uitkomst)
        _touch(spoor, row)
        return row.pk


def take_zorgmakelaarroute(*, by: Actor, toewijzing_id: UUID, formulier: UUID | None = None) -> UUID:
    """The zorgmakelaar takes up what a provider refused. Refused: niet_gevonden, overgang_mag_niet."""
    with act("take_zorgmakelaarroute", by=by, formulier=formulier) as spoor:
        row = _locked(visible_zorgmakelaarroutes(by), toewijzing_id)
        ZORGMAKELAARROUTE.move(_route(row), "take_zorgmakelaarroute")
        _route_step(by, row, OPGEPAKT)
        _touch(spoor, row)
        return row.pk


def close_zorgmakelaarroute(
    *, by: Actor, toewijzing_id: UUID, uitkomst: str, toelichting: str = "", formulier: UUID | None = None
) -> UUID:
    """Where the route led. Refused: niet_gevonden, overgang_mag_niet, afhandeling_onbekend."""
    if uitkomst not in UITKOMSTEN_ROUTE:
        raise Refused("afhandeling_onbekend")
    with act("close_zorgmakelaarroute", by=by, formulier=formulier) as spoor:
        row = _locked(visible_zorgmakelaarroutes(by), toewijzing_id)
        ZORGMAKELAARROUTE.move(_route(row), "close_zorgmakelaarroute")
        _route_step(by, row, RONDT_AF, uitkomst=uitkomst, toelichting=toelichting.strip())
        spoor.note(uitkomst=uitkomst)
        _touch(spoor, row)
        return row.pk


def require_startable(row: Toewijzing) -> None:
    """Help may begin unless its refusal was already closed. Refused: overgang_mag_niet."""
    ACCEPTATIE.move(state_of_answer(with_end(Toewijzing.objects.filter(pk=row.pk)).get()), "register_start")


def lock_asked(by: Actor, toewijzing_id: UUID) -> Toewijzing:
    """A toewijzing that `by` may see, locked. Refused: niet_gevonden."""
    return _locked(visible_toewijzingen(by, vandaag()), toewijzing_id)


def _locked(visible, toewijzing_id: UUID) -> Toewijzing:
    """The row, locked: two answers at once would each see the other one missing. Refused: niet_gevonden."""
    row = (
        with_end(visible)
        .select_for_update(of=("self",))
        .select_related("casus", "contractproduct")
        .filter(pk=toewijzing_id)
        .first()
    )
    if row is None:
        raise Refused("niet_gevonden")
    return row


def state_of_answer(row: Toewijzing) -> str:
    """Where a toewijzing that has `einde` stands now."""
    mine = {"toewijzing": row, "ingetrokken": False}
    return state_of(
        row,
        AcceptatieStap.objects.current().filter(**mine).order_by("datum", "vastgelegd_at", "pk"),
        besproken=GesprekFeit.objects.current().filter(**mine).exists(),
        gestart=TrajectStap.objects.current().filter(soort=START, **mine).exists(),
    )


def _route(row: Toewijzing) -> str:
    steps = ZorgmakelaarStap.objects.current().filter(toewijzing=row, ingetrokken=False)
    return state_of_route(list(steps.values_list("soort", flat=True)))


def _side(by: Actor) -> str:
    return AANBIEDER if by.rol is Rol.AANBIEDER else GEMEENTE


def _sides(row: Toewijzing) -> set[str]:
    calls = GesprekFeit.objects.current().filter(toewijzing=row, ingetrokken=False)
    return set(calls.values_list("kant", flat=True))


def _step(by: Actor, row: Toewijzing, soort: str, **meer: object) -> None:
    AcceptatieStap.objects.create(
        toewijzing=row, soort=soort, datum=vandaag(), **meer, **written_by(by, row.gemeente_id)
    )


def _route_step(by: Actor, row: Toewijzing, soort: str, **meer: object) -> None:
    ZorgmakelaarStap.objects.create(
        toewijzing=row, soort=soort, datum=vandaag(), **meer, **written_by(by, row.gemeente_id)
    )


def _touch(spoor: Spoor, row: Toewijzing) -> None:
    spoor.onderwerp("toewijzing", row.pk)
    spoor.touched(row.casus.jeugdige_id, row.gemeente_id)
