"""For every rule that is held against the register by a pure judgement: what breaks it, what just does not.

The rules that only the database can tell (a number, a person, a reference) have theirs in
`tests/integration/test_ijw_register.py`; together they are all rules that are looked up.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from koers.domain.declaraties import Gedeclareerd, Opdracht, Prestatie, judge
from koers.domain.toewijzingsvarianten import Omvang
from koers.domain.verzoeken import BLIJFT, NIEUW, WIJZIGT, Toegekend, Wens, judge_wijziging

ALLEEN_REGISTER = frozenset({"TR019", "TR304", "TR318", "TR333", "TR338", "TR347", "TR374"})
VAN, TOT = date(2026, 4, 1), date(2026, 4, 30)
DAG = date(2026, 5, 20)
PRESTATIE = Prestatie("p", "999900006", 1, "R1", "45", "45A03", VAN, TOT, 8, "04", 800, 100)
OPDRACHT = Opdracht("45", "45A03", date(2026, 1, 1), date(2026, 12, 31), False, Omvang(2, "04", "2"), 100)
TOTAAL = replace(OPDRACHT, omvang=Omvang(15, "04", "6"))
BUDGET = Opdracht("45", "", date(2026, 1, 1), date(2026, 12, 31), False, None, 100, budget_cent=1_500)
EERDER = Gedeclareerd("R0", "", ("45A03", date(2026, 3, 1), date(2026, 3, 31)), 8, 800)
TERUG = replace(PRESTATIE, referentie="R2", credit=True, vorige="R0", begindatum=date(2026, 3, 1))
TERUG = replace(TERUG, einddatum=date(2026, 3, 31))

NU = Toegekend(1, date(2026, 1, 1), date(2026, 12, 31), "45", "45A03", Omvang(2, "04", "2"))
NAAST = replace(NU, nummer=2, code="45A04")
IN_TOTAAL = replace(NU, omvang=Omvang(40, "04", "6"))
SOORT = replace(NU, code="", omvang=None, budget_cent=5_000)
ALLES = replace(SOORT, categorie="")
WENS = Wens(WIJZIGT, 1, "", "", NU.ingangsdatum, date(2026, 10, 31), 4, "04", "2")
OOK = Wens(NIEUW, None, "45", "45A04", DAG + timedelta(days=1), date(2026, 10, 31), 4, "04", "2")


@dataclass(frozen=True)
class Geval:
    """What the rule finds in `fout` and not in `goed`: the codes that come back."""

    regel: str
    fout: Callable[[], list[str]]
    goed: Callable[[], list[str]]


def claim(opdracht: Opdracht = OPDRACHT, *eerder: Gedeclareerd, **anders) -> Callable[[], list[str]]:
    return lambda: [een[0] for een in [judge(replace(PRESTATIE, **anders), opdracht, eerder)] if een]


def credit(*eerder: Gedeclareerd) -> Callable[[], list[str]]:
    return lambda: [een[0] for een in [judge(TERUG, OPDRACHT, eerder)] if een]


def ask(*wensen: Wens, nu: tuple[Toegekend, ...] = (NU,)) -> Callable[[], list[str]]:
    return lambda: [regel for _, regel, _ in judge_wijziging(wensen, nu, dagtekening=DAG)]


def order(**anders) -> Opdracht:
    return replace(OPDRACHT, **anders)


GOED = claim()
CREDIT = Gedeclareerd("R9", "R0", EERDER.product, 8, -800)
GEEN = replace(WENS, volume=None, eenheid="", frequentie="")
ANDER_BUDGET = replace(GEEN, budget_cent=6_000)
GEVALLEN: tuple[Geval, ...] = (
    Geval("TR307", claim(order(ingangsdatum=date(2026, 4, 2))), claim(order(ingangsdatum=VAN))),
    Geval("TR308", claim(order(einddatum=date(2026, 4, 29))), claim(order(einddatum=TOT))),
    Geval("TR321", claim(volume=11), claim(volume=10)),
    Geval("TR322", claim(TOTAAL, EERDER), claim(TOTAAL, replace(EERDER, volume=7))),
    Geval("TR369", claim(BUDGET, EERDER), claim(BUDGET, replace(EERDER, bedrag_cent=700))),
    Geval("TR323", credit(), credit(EERDER)),
    Geval("TR339", claim(categorie="44"), claim(replace(BUDGET, categorie=""), categorie="44")),
    Geval("TR340", claim(code="45A04"), claim(BUDGET, code="45A04")),
    Geval("TR341", claim(eenheid="01"), claim(BUDGET, eenheid="01")),
    Geval("TR384", claim(order(verwijderd=True)), GOED),
    Geval("TR389", claim(OPDRACHT, replace(EERDER, product=PRESTATIE.product)), claim(OPDRACHT, EERDER)),
    Geval("TR390", credit(EERDER, CREDIT), credit(EERDER)),
    Geval("TR418", claim(tarief_cent=99), claim(order(tarief_cent=99), tarief_cent=99)),
    Geval("TR349", ask(WENS, nu=(NU, NAAST)), ask(WENS, Wens(BLIJFT, 2), nu=(NU, NAAST))),
    Geval("TR350", ask(WENS, Wens(BLIJFT, 77)), ask(WENS)),
    Geval("TR351", ask(replace(WENS, nummer=77)), ask(WENS)),
    Geval(
        "TR357", ask(replace(WENS, begindatum=DAG)), ask(replace(WENS, begindatum=DAG + timedelta(days=1)))
    ),
    Geval("TR361", ask(WENS, replace(OOK, code="45A03")), ask(WENS, OOK)),
    Geval(
        "TR373",
        ask(replace(ANDER_BUDGET, begindatum=DAG + timedelta(days=1)), nu=(SOORT,)),
        ask(ANDER_BUDGET, nu=(SOORT,)),
    ),
    Geval("TR375", ask(WENS, nu=(ALLES,)), ask(ANDER_BUDGET, nu=(ALLES,))),
    Geval("TR411", ask(GEEN), ask(WENS)),
    Geval("TR412", ask(WENS, nu=(SOORT,)), ask(GEEN, nu=(SOORT,))),
)
