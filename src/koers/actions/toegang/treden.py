"""The steps of the ladder are walked, passed over, and asked before an individuele voorziening."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from koers.actions.feiten import written_by
from koers.actions.handeling import Spoor, act
from koers.authorization.zicht import visible_casussen
from koers.domain.actor import Actor
from koers.domain.ladder import (
    CRISIS,
    HARDHEIDSCLAUSULE,
    Trede,
    Uitzondering,
    check_ladder,
    check_trede,
    check_uitzondering,
)
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.registers.klok import vandaag
from koers.registers.toegang.models import Casus, LadderUitzondering, TredeUitkomst


def register_trede(
    *, by: Actor, casus_id: UUID, trede: Trede, voorziening: str = "", formulier: UUID | None = None
) -> UUID:
    """Writes down what a step gave; `voorziening` is a key of `beleid/voorzieningen`. Returns its id.

    Refused: voorziening_onbekend, niet_gevonden, and as `check_trede`.
    """
    check_trede(trede, today=vandaag())
    _check_voorziening(voorziening)
    with act("register_trede", by=by, formulier=formulier) as spoor:
        casus = _casus(by, casus_id, spoor)
        return _outcome(by, casus, trede, voorziening).pk


def correct_trede(
    *,
    by: Actor,
    casus_id: UUID,
    uitkomst_id: UUID,
    trede: Trede | None,
    reden: str,
    voorziening: str = "",
    formulier: UUID | None = None,
) -> UUID:
    """Mends an outcome that was written down wrongly; without `trede` it did not happen. Returns the new id.

    Of which step it is stays. Refused: correctie_zonder_reden, voorziening_onbekend, niet_gevonden,
    al_gewijzigd, and as `check_trede`.
    """
    if not reden.strip():
        raise Refused("correctie_zonder_reden")
    _check_voorziening(voorziening)
    if trede is not None:
        check_trede(trede, today=vandaag())
    with act("correct_trede", by=by, formulier=formulier) as spoor:
        casus = _casus(by, casus_id, spoor)
        # One correction at a time: who comes second sees that the row was mended already.
        wrong = TredeUitkomst.objects.filter(casus=casus, pk=uitkomst_id, ingetrokken=False).first()
        if wrong is None:
            raise Refused("niet_gevonden")
        if TredeUitkomst.objects.filter(vervangt=wrong).exists():
            raise Refused("al_gewijzigd")
        what = trede or Trede(wrong.trede, wrong.uitkomst, wrong.reden, wrong.datum, wrong.geprobeerd)
        if what.trede != wrong.trede:
            raise Refused("trede_onbekend")
        return _outcome(
            by,
            casus,
            what,
            voorziening,
            vervangt=wrong,
            reden_correctie=reden.strip()[:200],
            ingetrokken=trede is None,
        ).pk


def register_uitzondering(
    *, by: Actor, casus_id: UUID, uitzondering: Uitzondering, formulier: UUID | None = None
) -> UUID:
    """Writes down that, and why, the ladder is passed over. Returns the id of the fact.

    Refused: niet_gevonden, and as `check_uitzondering`.
    """
    check_uitzondering(uitzondering, today=vandaag())
    with act("register_uitzondering", by=by, formulier=formulier) as spoor:
        casus = _casus(by, casus_id, spoor)
        row = LadderUitzondering.objects.create(
            casus=casus,
            soort=uitzondering.soort,
            reden=uitzondering.reden.strip(),
            datum=uitzondering.datum,
            **written_by(by, casus.gemeente_id),
        )
        return row.pk


@dataclass(frozen=True, slots=True)
class Ladder:
    """Everything that was written down about the ladder of one casus, oldest first."""

    treden: tuple[Trede, ...]
    uitzonderingen: tuple[Uitzondering, ...]

    def uitzondering(self, soort: str) -> Uitzondering | None:
        """The first exception of this kind."""
        return next((u for u in self.uitzonderingen if u.soort == soort), None)


def ladder_of(casus: Casus) -> Ladder:
    """The ladder of a casus that somebody may see; inside the act that asked for it."""
    uitkomsten = TredeUitkomst.objects.current().filter(casus=casus, ingetrokken=False)
    passed = LadderUitzondering.objects.current().filter(casus=casus, ingetrokken=False)
    return Ladder(
        treden=tuple(
            Trede(row.trede, row.uitkomst, row.reden, row.datum, row.geprobeerd)
            for row in uitkomsten.order_by("datum", "vastgelegd_at", "pk")
        ),
        uitzonderingen=tuple(
            Uitzondering(row.soort, row.reden, row.datum)
            for row in passed.order_by("datum", "vastgelegd_at", "pk")
        ),
    )


def require_ladder(casus: Casus, *, on: date) -> None:
    """Stops an individuele voorziening of that day while the ladder does not lead to it (`check_ladder`)."""
    ladder = ladder_of(casus)
    check_ladder(
        casus.melding.route,
        ladder.treden,
        crisis=ladder.uitzondering(CRISIS),
        hardheidsclausule=ladder.uitzondering(HARDHEIDSCLAUSULE),
        today=on,
    )


def _check_voorziening(voorziening: str) -> None:
    if voorziening and voorziening not in beleid().voorzieningen:
        raise Refused("voorziening_onbekend")


def _casus(by: Actor, casus_id: UUID, spoor: Spoor) -> Casus:
    """The casus, locked against a second writer; only if it is visible."""
    casus = visible_casussen(by, vandaag()).select_for_update(of=("self",)).filter(pk=casus_id).first()
    if casus is None:
        raise Refused("niet_gevonden")
    spoor.onderwerp("casus", casus.pk)
    spoor.touched(casus.jeugdige_id, casus.gemeente_id)
    return casus


def _outcome(by: Actor, casus: Casus, trede: Trede, voorziening: str, **correction: object) -> TredeUitkomst:
    return TredeUitkomst.objects.create(
        casus=casus,
        trede=trede.trede,
        uitkomst=trede.uitkomst,
        reden=trede.reden.strip(),
        geprobeerd=trede.geprobeerd.strip(),
        datum=trede.datum,
        voorziening=voorziening,
        **correction,
        **written_by(by, casus.gemeente_id),
    )
