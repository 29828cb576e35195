"""Money for who would get stuck between youth help and sheltered living: asked, promised, spent.

One balance per municipality and year. Whoever promises holds the named row of that balance, so that two
people who decide at once do not both see the last money there.
"""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from koers.actions.feiten import written_by
from koers.actions.handeling import Spoor, act
from koers.authorization.zicht import visible_jeugdigen, visible_schrijnende_gevallen
from koers.domain.actor import Actor
from koers.domain.namen import name_of
from koers.domain.rollen import TOEGANG
from koers.domain.toekomst import (
    BudgetStand,
    GevalBedrag,
    budget_stand,
    check_boven_budget,
    check_toezegging,
)
from koers.domain.toestanden.toekomst import SCHRIJNEND_GEVAL
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.registers.kern.models import Aanstelling, Medewerker, Slot
from koers.registers.klok import vandaag
from koers.registers.toegang.models import SchrijnendBudget, SchrijnendGeval, SchrijnendGevalStap


@dataclass(frozen=True, slots=True)
class GevalBeeld:
    """A request. `bedrag_cent`: what counts now. `mag`: what may be done now."""

    id: UUID
    kind: str
    datum: date
    gevraagd_cent: int
    bedrag_cent: int
    toestand: str
    reden: str
    reden_besluit: str
    mag: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BudgetBeeld:
    """The page of one municipality and year. `verwacht_aantal`: about so many a year, by the policy."""

    gemeente: str
    jaar: int
    stand: BudgetStand
    besluit: str
    gemandateerde: str
    gevallen: tuple[GevalBeeld, ...]
    verwacht_aantal: int


@dataclass(frozen=True, slots=True)
class BudgetInstelling:
    """What somebody who sets a budget needs to see."""

    jaar: int
    stand: BudgetStand
    besluit: str
    gemandateerde_id: UUID | None
    collegas: tuple[tuple[UUID, str], ...]


def read_schrijnend(*, by: Actor, jaar: int | None = None) -> BudgetBeeld:
    """The balance of a year, and the requests that the actor may see. Refused: geen_gemeente."""
    today = vandaag()
    jaar = jaar or today.year
    with act("read_schrijnend", by=by) as spoor:
        gemeente = _own_gemeente(by)
        budget = _budget(gemeente, jaar)
        rows = list(
            visible_schrijnende_gevallen(by, today)
            .filter(gemeente=gemeente, jaar=jaar)
            .select_related("jeugdige")
            .order_by("datum", "pk")
        )
        steps = _last_steps(gemeente, jaar)
        for row in rows:
            spoor.seen(row.jeugdige_id, row.gemeente_id)
        return BudgetBeeld(
            gemeente=gemeente,
            jaar=jaar,
            stand=_balance(gemeente, jaar),
            besluit=budget.besluit if budget else "",
            gemandateerde=budget.gemandateerde.naam if budget and budget.gemandateerde else "",
            gevallen=tuple(_picture(row, steps.get(row.pk)) for row in rows),
            verwacht_aantal=expected_a_year(),
        )


def read_schrijnend_geval(*, by: Actor, geval_id: UUID) -> tuple[GevalBeeld, BudgetBeeld]:
    """One request with the balance it asks of. Refused: niet_gevonden."""
    with act("read_schrijnend", by=by) as spoor:
        geval = _visible(by, geval_id, spoor)
        spoor.seen(geval.jeugdige_id, geval.gemeente_id)
        budget = _budget(geval.gemeente_id, geval.jaar)
        return _picture(geval, _last_steps(geval.gemeente_id, geval.jaar).get(geval.pk)), BudgetBeeld(
            gemeente=geval.gemeente_id,
            jaar=geval.jaar,
            stand=_balance(geval.gemeente_id, geval.jaar),
            besluit=budget.besluit if budget else "",
            gemandateerde=budget.gemandateerde.naam if budget and budget.gemandateerde else "",
            gevallen=(),
            verwacht_aantal=expected_a_year(),
        )


def expected_a_year() -> int:
    """About so many distressing cases a year, by the policy."""
    return int(beleid().kengetallen["beschermd-wonen"].getal("schrijnende-gevallen").waarde)


def read_schrijnend_budget(*, by: Actor, jaar: int | None = None) -> BudgetInstelling:
    """The budget of a year with its balance, and who could be mandated; nothing of any young person.

    Refused: geen_gemeente.
    """
    jaar = jaar or vandaag().year
    with act("read_schrijnend_budget", by=by) as spoor:
        gemeente = _own_gemeente(by)
        budget = _budget(gemeente, jaar)
        spoor.note(jaar=jaar)
        return BudgetInstelling(
            jaar=jaar,
            stand=_balance(gemeente, jaar),
            besluit=budget.besluit if budget else "",
            gemandateerde_id=budget.gemandateerde_id if budget else None,
            collegas=tuple(_candidates(gemeente).order_by("naam", "pk").values_list("pk", "naam")),
        )


def set_schrijnend_budget(
    *,
    by: Actor,
    jaar: int,
    bedrag_cent: int,
    besluit: str,
    gemandateerde: UUID | None = None,
    formulier: UUID | None = None,
) -> UUID:
    """What may be promised in a year, on which decision it stands and who decides above it.

    A second budget of the same year replaces the first, which stays readable.
    Refused: geen_gemeente, besluit_ontbreekt, bedrag_negatief, geen_collega.
    """
    if not besluit.strip():
        raise Refused("besluit_ontbreekt")
    if bedrag_cent < 0:
        raise Refused("bedrag_negatief")
    with act("set_schrijnend_budget", by=by, formulier=formulier) as spoor:
        gemeente = _own_gemeente(by)
        _hold(gemeente, jaar)
        if gemandateerde is not None and not _candidates(gemeente).filter(pk=gemandateerde).exists():
            raise Refused("geen_collega")
        row = SchrijnendBudget.objects.create(
            jaar=jaar,
            bedrag_cent=bedrag_cent,
            besluit=besluit.strip()[:200],
            gemandateerde_id=gemandateerde,
            datum=vandaag(),
            vervangt=_budget(gemeente, jaar),
            reden_correctie=besluit.strip()[:200] if _budget(gemeente, jaar) else "",
            **written_by(by, gemeente),
        )
        spoor.onderwerp("schrijnend_budget", row.pk)
        spoor.note(jaar=jaar)
        return row.pk


def ask_schrijnend_geval(
    *, by: Actor, jeugdige_id: UUID, bedrag_cent: int, reden: str, formulier: UUID | None = None
) -> UUID:
    """Asks for money for one young person, this year. Returns the id of the request.

    Refused: niet_gevonden, reden_verplicht, bedrag_niet_nul.
    """
    if bedrag_cent <= 0:
        raise Refused("bedrag_niet_nul")
    if not reden.strip():
        raise Refused("reden_verplicht")
    today = vandaag()
    with act("ask_schrijnend_geval", by=by, formulier=formulier) as spoor:
        lid = visible_jeugdigen(by, today).filter(persoon_id=jeugdige_id).first()
        if lid is None:
            raise Refused("niet_gevonden")
        row = SchrijnendGeval.objects.create(
            jeugdige_id=jeugdige_id,
            jaar=today.year,
            bedrag_cent=bedrag_cent,
            reden=reden,
            datum=today,
            **written_by(by, lid.gemeente_id),
        )
        spoor.onderwerp("schrijnend_geval", row.pk)
        spoor.touched(jeugdige_id, lid.gemeente_id)
        return row.pk


def commit_schrijnend_geval(*, by: Actor, geval_id: UUID, formulier: UUID | None = None) -> UUID:
    """Promises what was asked, within the budget.

    Refused: niet_gevonden, overgang_mag_niet, schrijnend_zonder_budget, schrijnend_budget_op.
    """
    return _step("commit_schrijnend_geval", by=by, geval_id=geval_id, formulier=formulier)


def exceed_schrijnend_budget(*, by: Actor, geval_id: UUID, reden: str, formulier: UUID | None = None) -> UUID:
    """Promises it above the budget: by the mandated person, with a reason.

    Refused: niet_gevonden, reden_verplicht, overgang_mag_niet, and as `check_boven_budget`.
    """
    return _step("exceed_schrijnend_budget", by=by, geval_id=geval_id, reden=reden, formulier=formulier)


def reject_schrijnend_geval(*, by: Actor, geval_id: UUID, reden: str, formulier: UUID | None = None) -> UUID:
    """It is not promised. Refused: niet_gevonden, reden_verplicht, overgang_mag_niet."""
    return _step("reject_schrijnend_geval", by=by, geval_id=geval_id, reden=reden, formulier=formulier)


def withdraw_schrijnend_geval(
    *, by: Actor, geval_id: UUID, reden: str, formulier: UUID | None = None
) -> UUID:
    """It is no longer needed: what was promised is free again. Refused: as `reject_schrijnend_geval`."""
    return _step("withdraw_schrijnend_geval", by=by, geval_id=geval_id, reden=reden, formulier=formulier)


def settle_schrijnend_geval(
    *, by: Actor, geval_id: UUID, bedrag_cent: int, formulier: UUID | None = None
) -> UUID:
    """What it really cost takes the place of what was promised.

    Refused: niet_gevonden, bedrag_negatief, overgang_mag_niet, afgerekend_boven_toezegging.
    """
    if bedrag_cent < 0:
        raise Refused("bedrag_negatief")
    return _step(
        "settle_schrijnend_geval", by=by, geval_id=geval_id, bedrag_cent=bedrag_cent, formulier=formulier
    )


_MET_REDEN = frozenset({"exceed_schrijnend_budget", "reject_schrijnend_geval", "withdraw_schrijnend_geval"})


def _step(
    handeling: str,
    *,
    by: Actor,
    geval_id: UUID,
    formulier: UUID | None,
    reden: str = "",
    bedrag_cent: int | None = None,
) -> UUID:
    if handeling in _MET_REDEN and not reden.strip():
        raise Refused("reden_verplicht")
    with act(handeling, by=by, formulier=formulier) as spoor:
        geval = _visible(by, geval_id, spoor)
        _hold(geval.gemeente_id, geval.jaar)  # before the balance is read, not after
        last = _last_steps(geval.gemeente_id, geval.jaar).get(geval.pk)
        naar = SCHRIJNEND_GEVAL.move(last.soort if last else SCHRIJNEND_GEVAL.begin, handeling)
        counts = last.bedrag_cent if last else geval.bedrag_cent
        _check(handeling, by, geval, counts, bedrag_cent)
        SchrijnendGevalStap.objects.create(
            geval=geval,
            soort=naar,
            bedrag_cent=counts if bedrag_cent is None else bedrag_cent,
            reden=reden,
            datum=vandaag(),
            **written_by(by, geval.gemeente_id),
        )
        spoor.touched(geval.jeugdige_id, geval.gemeente_id)
        return geval.pk


def _check(handeling: str, by: Actor, geval: SchrijnendGeval, counts: int, werkelijk: int | None) -> None:
    if handeling == "commit_schrijnend_geval":
        check_toezegging(_balance(geval.gemeente_id, geval.jaar), counts)
    elif handeling == "exceed_schrijnend_budget":
        budget = _budget(geval.gemeente_id, geval.jaar)
        check_boven_budget(
            _balance(geval.gemeente_id, geval.jaar),
            counts,
            gemandateerd=budget is not None and str(budget.gemandateerde_id) == by.id,
            eigen=geval.vastgelegd_door == by.id,
        )
    elif werkelijk is not None and werkelijk > counts:
        raise Refused("afgerekend_boven_toezegging", toegezegd_cent=counts)


def _own_gemeente(by: Actor) -> str:
    if len(by.gemeenten) != 1:
        raise Refused("geen_gemeente")
    return next(iter(by.gemeenten))


def _visible(by: Actor, geval_id: UUID, spoor: Spoor) -> SchrijnendGeval:
    found = visible_schrijnende_gevallen(by, vandaag()).select_related("jeugdige")
    geval = found.filter(pk=geval_id).first()
    if geval is None:
        raise Refused("niet_gevonden")
    spoor.onderwerp("schrijnend_geval", geval.pk)
    return geval


def _hold(gemeente: str, jaar: int) -> None:
    """One promise at a time per balance."""
    Slot.objects.lock(f"schrijnend {gemeente} {jaar}")


def _budget(gemeente: str, jaar: int) -> SchrijnendBudget | None:
    rows = SchrijnendBudget.objects.current().filter(gemeente=gemeente, jaar=jaar, ingetrokken=False)
    return rows.select_related("gemandateerde").first()


def _balance(gemeente: str, jaar: int) -> BudgetStand:
    """The whole balance, also of requests that the actor may not see: as amounts, never as persons."""
    steps, budget = _last_steps(gemeente, jaar), _budget(gemeente, jaar)
    asked = SchrijnendGeval.objects.current().filter(gemeente=gemeente, jaar=jaar, ingetrokken=False)
    rows = [
        GevalBedrag(steps[pk].soort, steps[pk].bedrag_cent)
        if pk in steps
        else GevalBedrag(SCHRIJNEND_GEVAL.begin, bedrag)
        for pk, bedrag in asked.values_list("pk", "bedrag_cent")
    ]
    return budget_stand(budget.bedrag_cent if budget else None, rows)


def _last_steps(gemeente: str, jaar: int) -> dict[UUID, SchrijnendGevalStap]:
    rows = SchrijnendGevalStap.objects.current().filter(
        gemeente=gemeente, geval__jaar=jaar, ingetrokken=False
    )
    return {row.geval_id: row for row in rows.order_by("vastgelegd_at", "pk")}


def _candidates(gemeente: str) -> QuerySet[Medewerker]:
    here = Aanstelling.objects.on(vandaag()).filter(rol__in=[r.value for r in TOEGANG], gemeenten=gemeente)
    return Medewerker.objects.filter(pk__in=here.values("medewerker"), is_active=True)


def _picture(geval: SchrijnendGeval, last: SchrijnendGevalStap | None) -> GevalBeeld:
    toestand = last.soort if last else SCHRIJNEND_GEVAL.begin
    return GevalBeeld(
        id=geval.pk,
        kind=name_of(geval.jeugdige),
        datum=geval.datum,
        gevraagd_cent=geval.bedrag_cent,
        bedrag_cent=last.bedrag_cent if last else geval.bedrag_cent,
        toestand=toestand,
        reden=geval.reden,
        reden_besluit=last.reden if last else "",
        mag=SCHRIJNEND_GEVAL.open_acts(toestand),
    )
