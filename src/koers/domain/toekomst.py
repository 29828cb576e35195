"""What a future plan asks, when it is done, and what the money for distressing cases can bear."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from koers.domain.leeftijd import day_of_age
from koers.domain.weigering import Refused

# In the order in which they are talked about.
ONDERWERPEN = ("wmo", "wlz", "zvw", "wonen", "inkomen", "na_18", "na_23")
LOOPT = "loopt"
UITKOMSTEN = ("geregeld", LOOPT, "niet_nodig", "lukt_niet")


def is_due(geboortedatum: date, vanaf: tuple[int, int], tot_jaren: int, today: date) -> bool:
    """Whether somebody has reached the age of the future plan and is not yet grown up.

    A missed day is caught up later: due is every day from the exact one until the eighteenth birthday.
    """
    return day_of_age(geboortedatum, *vanaf) <= today < day_of_age(geboortedatum, tot_jaren)


def open_onderwerpen(uitkomsten: Mapping[str, str]) -> tuple[str, ...]:
    """What has no outcome yet, or one that still runs. `uitkomsten`: the last outcome per onderwerp."""
    return tuple(o for o in ONDERWERPEN if uitkomsten.get(o, LOOPT) == LOOPT)


def check_afronden(uitkomsten: Mapping[str, str]) -> None:
    """A plan is done when every check has an outcome. Refused: toekomst_niet_compleet."""
    if open_onderwerpen(uitkomsten):
        raise Refused("toekomst_niet_compleet", aantal=len(open_onderwerpen(uitkomsten)))


@dataclass(frozen=True, slots=True)
class GevalBedrag:
    """What one distressing case asks of the budget: its state and the amount that counts in it."""

    toestand: str
    bedrag_cent: int


@dataclass(frozen=True, slots=True)
class BudgetStand:
    """The money of one municipality and year, in cents. `budget_cent` None: nobody has set it yet.

    `toegezegd_cent`: promised, or really spent where that is known. `verwacht_cent`: asked and not decided.
    """

    budget_cent: int | None
    toegezegd_cent: int
    verwacht_cent: int
    gevallen: int

    @property
    def rest_cent(self) -> int | None:
        """What can still be promised; negative above the budget."""
        return None if self.budget_cent is None else self.budget_cent - self.toegezegd_cent

    @property
    def boven_cent(self) -> int:
        """How much more was promised than the budget."""
        return max(0, -(self.rest_cent or 0))

    @property
    def rest_als_alles_doorgaat_cent(self) -> int | None:
        """What is left when everything that is asked is promised too."""
        return None if self.rest_cent is None else self.rest_cent - self.verwacht_cent


def budget_stand(budget_cent: int | None, gevallen: Iterable[GevalBedrag]) -> BudgetStand:
    """The balance. Rejected and withdrawn requests ask nothing."""
    rows = [g for g in gevallen if g.toestand not in ("afgewezen", "ingetrokken")]
    asked = sum(g.bedrag_cent for g in rows if g.toestand == "gevraagd")
    return BudgetStand(budget_cent, sum(g.bedrag_cent for g in rows) - asked, asked, len(rows))


def check_toezegging(stand: BudgetStand, bedrag_cent: int) -> None:
    """Refuses a promise that the budget cannot bear.

    Refused: schrijnend_zonder_budget, schrijnend_budget_op.
    """
    if stand.rest_cent is None:
        raise Refused("schrijnend_zonder_budget")
    if bedrag_cent > stand.rest_cent:
        raise Refused("schrijnend_budget_op", rest_cent=max(0, stand.rest_cent))


def check_boven_budget(stand: BudgetStand, bedrag_cent: int, *, gemandateerd: bool, eigen: bool) -> None:
    """Above the budget only the mandated person decides, and not about an own request.

    Refused: schrijnend_zonder_budget, schrijnend_past_nog, schrijnend_geen_mandaat, schrijnend_eigen_vraag.
    """
    if stand.rest_cent is None:
        raise Refused("schrijnend_zonder_budget")
    if not gemandateerd:
        raise Refused("schrijnend_geen_mandaat")
    if eigen:
        raise Refused("schrijnend_eigen_vraag")
    if bedrag_cent <= stand.rest_cent:
        raise Refused("schrijnend_past_nog", rest_cent=stand.rest_cent)
