"""Published, made, difference: the calibration table of the demo region.

Every row says what is counted over what, which ages, which period of which kind. Where published figures
do not agree with each other, or the end date or scale is too small to judge, the row says so instead of
being fitted away.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from koers.simulation.proefregio import gepubliceerd as bron
from koers.simulation.proefregio import ijkregel as oordelen
from koers.simulation.proefregio.bevolking import leeftijden_anker
from koers.simulation.proefregio.gepubliceerd import GEMEENTEN, MIDDEN_DRENTHE
from koers.simulation.proefregio.ijkregel import IJkregel
from koers.simulation.proefregio.regio import Proefregio
from koers.simulation.proefregio.telling import Telling

GRENS_PCT: Final = 3.0
_MD: Final = GEMEENTEN[MIDDEN_DRENTHE].naam
_JAAR, _PEILMAAND, _COHORT = (
    "kalenderjaar",
    "januari tot en met de peilmaand",
    "begonnen in, gevolgd tot het einde",
)
_K, _O, _KWB = "K 4.2", "O landelijke ontwikkelingen", "CBS 85039NED"

Tel = Callable[[Telling], tuple[int, int]]


@dataclass(frozen=True)
class _Doel:
    """A published figure and how to count it. `regel` carries everything but what is made; `bekend_op`: from
    when the register can know it; made = numerator / denominator x `factor`; `schaalt`: the published number
    is a count, which shrinks with the scale."""

    regel: IJkregel
    tel: Tel
    bekend_op: date
    factor: float = 100.0
    schaalt: bool = False


def _na(jaar: int) -> date:
    """Two weeks into the next year nearly everything about a year is known."""
    return date(jaar + 1, 1, 15)


def _regel(
    naam: str,
    gebied: str,
    periode: str,
    gepubliceerd: float | None,
    *,
    opmerking: str,
    bron: str,
    vorm: tuple[str, str, str] = ("pct", "0-22", _JAAR),
) -> IJkregel:
    """A row with nothing made yet. `vorm`: unit, ages and kind of period."""
    return IJkregel(
        naam=naam,
        gebied=gebied,
        periode=periode,
        soort_periode=vorm[2],
        leeftijd=vorm[1],
        eenheid=vorm[0],
        teller=None,
        noemer=None,
        gepubliceerd=gepubliceerd,
        gemaakt=None,
        verschil_pct=None,
        oordeel=oordelen.NIET_GEMAAKT,
        opmerking=opmerking,
        bron=bron,
    )


def _oordeel(verschil: float | None, schaal: float) -> str:
    if verschil is None:
        return oordelen.TE_KLEIN
    if abs(verschil) <= GRENS_PCT:
        return oordelen.BINNEN
    return oordelen.TE_KLEIN if schaal < 1 else oordelen.BUITEN


def _meet(t: Telling, doel: _Doel) -> IJkregel:
    """Count, compare, judge."""
    regel = doel.regel
    if doel.schaalt and regel.gepubliceerd is not None:
        regel = replace(regel, gepubliceerd=regel.gepubliceerd * t.r.schaal)
    if int(regel.periode[:4]) < t.r.van.year and regel.naam != "inwoners-0-18":
        return regel
    if t.r.tot < doel.bekend_op:
        return replace(regel, oordeel=oordelen.TE_VROEG)
    teller, noemer = doel.tel(t)
    gemaakt = teller / noemer * doel.factor if noemer else None
    verschil = (
        (gemaakt / regel.gepubliceerd - 1) * 100 if gemaakt is not None and regel.gepubliceerd else None
    )
    return replace(
        regel,
        teller=teller,
        noemer=noemer,
        gemaakt=gemaakt,
        verschil_pct=verschil,
        oordeel=_oordeel(verschil, t.r.schaal),
    )


def _aandelen() -> list[_Doel]:
    """Residents, and shares of young people in care."""
    jaar = bron.JAAR_SPECIALISTISCH_MD
    inwoners = _regel(
        "inwoners-0-18",
        "Drenthe",
        "2021",
        bron.JEUGD_DRENTHE_0_18,
        opmerking="inwoners",
        bron="O tabel 1",
        vorm=("aantal", "0-18", "stand op 1 januari"),
    )
    specialistisch = _regel(
        "aandeel-specialistisch",
        _MD,
        str(jaar),
        bron.PROMILLE_SPECIALISTISCH_MD / 10,
        opmerking="specialistisch",
        bron="K 6.2 KPI 1",
        vorm=("pct", "0-18", _JAAR),
    )
    drenthe = _regel(
        "aandeel-jeugdzorg",
        "Drenthe",
        "2021",
        bron.PROMILLE_DRENTHE_2021 / 10,
        opmerking="drenthe_2021",
        bron=_O,
    )
    doelen = [
        _Doel(inwoners, lambda t: (t.inwoners(2021, 18), 1), date(2021, 1, 1), 1.0, schaalt=True),
        _Doel(specialistisch, lambda t: t.specialistisch(jaar, MIDDEN_DRENTHE), _na(jaar)),
        _Doel(drenthe, lambda t: t.jeugdzorg(2021), _na(2021)),
    ]
    for nummer, g in enumerate(GEMEENTEN):
        regel = _regel(
            "aandeel-jeugdzorg",
            g.naam,
            "2021",
            g.promille_jeugdzorg / 10,
            opmerking="gemeente_2021",
            bron=_KWB,
        )
        doelen.append(_Doel(regel, _jeugdzorg_van(nummer), _na(2021)))
    return doelen


def _jeugdzorg_van(gemeente: int) -> Tel:
    return lambda t: t.jeugdzorg(2021, gemeente)


def _team_jeugd() -> list[_Doel]:
    """Share of Team Jeugd in referrals and spending."""
    vorm = ("pct", "alle", _PEILMAAND)
    verwijzingen = _regel(
        "verwijzingen-team-jeugd",
        _MD,
        "2024-08",
        bron.PCT_VERWIJZINGEN_TEAM_JEUGD,
        opmerking="verwijzingen",
        bron=_K,
        vorm=vorm,
    )
    uitgaven = replace(
        verwijzingen,
        naam="uitgaven-team-jeugd",
        periode="2024-11",
        gepubliceerd=bron.PCT_UITGAVEN_TEAM_JEUGD,
        opmerking="uitgaven",
    )
    return [
        _Doel(verwijzingen, lambda t: t.verwijzingen(2024, 8), date(2024, 9, 15)),
        _Doel(uitgaven, lambda t: t.uitgaven(2024, 11), date(2025, 2, 1)),
    ]


def _licht() -> list[_Doel]:
    """The light ambulant trajectory, the POH, and the practice in Beilen."""
    jaar, af = bron.PRAKTIJK_BEILEN_JAAR, date(2025, 6, 30)
    cohort, aantal = ("dagen", "0-17", _COHORT), ("aantal", "0-17", _JAAR)
    duur = _regel(
        "duur-licht-traject",
        _MD,
        "2020-2022",
        bron.TRAJECT_DUUR_DAGEN,
        opmerking="duur",
        bron=_K,
        vorm=cohort,
    )
    kosten = replace(
        duur,
        naam="kosten-licht-traject",
        gepubliceerd=bron.TRAJECT_KOSTEN_EUR,
        eenheid="euro",
        opmerking="kosten",
    )
    uren = _regel(
        "poh-uren", _MD, "2023", bron.POH_UREN, opmerking="poh_uren", bron=_K, vorm=("uur", "0-17", _JAAR)
    )
    poh = _regel(
        "praktijk-beilen-poh",
        "Beilen",
        str(jaar),
        bron.PRAKTIJK_BEILEN_POH,
        opmerking="praktijk",
        bron=_K,
        vorm=aantal,
    )
    nieuw = replace(poh, naam="praktijk-beilen-aanvragen", gepubliceerd=bron.PRAKTIJK_BEILEN_AANVRAGEN)
    bekend = date(jaar + 1, 9, 30)  # a referral is known when the provider asks for the toewijzing
    return [
        _Doel(duur, Telling.duur_licht, af, 1.0),
        _Doel(kosten, Telling.kosten_licht, af, 0.01),
        _Doel(uren, lambda t: t.poh(2023), bekend, 1 / 60),
        _Doel(poh, lambda t: (t.praktijk_poh(jaar), 1), _na(jaar), 1.0, schaalt=True),
        _Doel(nieuw, lambda t: (t.praktijk_aanvragen(jaar), 1), bekend, 1.0, schaalt=True),
    ]


def _trendregels(t: Telling) -> list[IJkregel]:
    """The share per year, and whether it moves as the source says: slowly down, with 2020 below the line."""
    regels: list[IJkregel] = []
    waarden: dict[int, float] = {}
    for jaar in range(max(t.r.van.year, 2019), t.r.tot.year):
        if t.r.tot < _na(jaar):
            break
        teller, noemer = t.jeugdzorg(jaar)
        waarden[jaar] = teller / noemer * 100
        vorig = waarden.get(2019 if jaar == 2021 else jaar - 1)
        daalt = vorig is None or waarden[jaar] < vorig
        oordeel = oordelen.RICHTING_GOED if daalt else oordelen.RICHTING_FOUT
        if not daalt and t.r.schaal < 1:
            oordeel = oordelen.TE_KLEIN
        regel = _regel("trend-jeugdzorg", "Drenthe", str(jaar), None, opmerking="trend", bron=_O)
        regels.append(replace(regel, teller=teller, noemer=noemer, gemaakt=waarden[jaar], oordeel=oordeel))
    return regels


def _bronnen_onderling() -> list[IJkregel]:
    """What was not made, and whether the published figures agree with each other."""
    in_2015 = _regel(
        "aandeel-jeugdzorg",
        "Drenthe",
        "2015",
        bron.PROMILLE_DRENTHE_2015 / 10,
        opmerking="drenthe_2015",
        bron=_O,
    )
    anker = [sum(leeftijden_anker(g)) for g in GEMEENTEN]
    jongeren = sum(n * g.promille_jeugdzorg for n, g in zip(anker, GEMEENTEN, strict=True))
    drenthe, gewogen = bron.PROMILLE_DRENTHE_2021 / 10, jongeren / sum(anker) / 10
    verschil = (gewogen / drenthe - 1) * 100
    samen = replace(
        _regel(
            "gemeenten-tegen-drenthe", "Drenthe", "2021", drenthe, opmerking="gewogen", bron=f"{_KWB} en O"
        ),
        teller=round(jongeren / 1000),
        noemer=sum(anker),
        gemaakt=gewogen,
        verschil_pct=verschil,
        oordeel=_oordeel(verschil, 1.0),
    )
    return [in_2015, samen]


def _twee_noemers(t: Telling) -> list[IJkregel]:
    """How 9.5% and 11.2% fit: the young people behind the KWB figure, in three parts over one denominator."""
    if t.r.tot < _na(2021) or t.r.van.year > 2021:
        return []
    alle, noemer = t.jeugdzorg(2021, MIDDEN_DRENTHE)
    tot_18 = t.specialistisch(2021, MIDDEN_DRENTHE)[0]
    ouder = t.specialistisch_tot_22(2021, MIDDEN_DRENTHE) - tot_18
    delen = (
        ("specialistisch-0-18", tot_18),
        ("specialistisch-19-22", ouder),
        ("alleen-licht", alle - tot_18 - ouder),
    )
    regels = []
    for naam, teller in delen:
        regel = _regel(
            f"twee-noemers-{naam}", _MD, "2021", None, opmerking="twee_noemers", bron=f"K en {_KWB}"
        )
        regels.append(
            replace(
                regel,
                teller=teller,
                noemer=noemer,
                gemaakt=teller / noemer * 100,
                oordeel=oordelen.OPEN_VRAAG,
            )
        )
    return regels


def _uitgaven(t: Telling) -> list[IJkregel]:
    """EUR 4,000 per young person cannot be all: the arithmetic of the saving, as an open question."""
    jaar = bron.JAAR_SPECIALISTISCH_MD
    jongeren = round(GEMEENTEN[MIDDEN_DRENTHE].jeugd_0_18 * bron.PROMILLE_SPECIALISTISCH_MD / 1000)
    nodig = bron.BESPARING_EUR / (1 - bron.STREEF_PROMILLE / bron.PROMILLE_SPECIALISTISCH_MD)
    bekend = t.r.tot >= date(jaar + 1, 6, 30) and t.r.van.year <= jaar
    gemaakt = t.uitgaven(jaar)[1] / 100 if bekend else None
    regels = []
    for naam, bedrag, opmerking in (
        ("uitgaven-nodig", nodig, "totaal_nodig"),
        ("uitgaven-bij-4000-euro", float(jongeren * bron.TRAJECT_KOSTEN_EUR), "totaal_4000"),
    ):
        gepubliceerd = bedrag * t.r.schaal
        regel = _regel(
            naam,
            _MD,
            str(jaar),
            gepubliceerd,
            opmerking=opmerking,
            bron="K hoofdstuk 1, 4.2 en 6.2",
            vorm=("euro", "alle", _JAAR),
        )
        verschil = None if gemaakt is None else (gemaakt / gepubliceerd - 1) * 100
        regels.append(replace(regel, gemaakt=gemaakt, verschil_pct=verschil, oordeel=oordelen.OPEN_VRAAG))
    return regels


def ijking(regio: Proefregio) -> tuple[IJkregel, ...]:
    """The calibration table of a region: published targets, the trend, the sources against each other, and
    the open questions."""
    t = Telling(regio)
    doelen = [_meet(t, doel) for doel in (*_aandelen(), *_team_jeugd(), *_licht())]
    return (*doelen, *_trendregels(t), *_bronnen_onderling(), *_twee_noemers(t), *_uitgaven(t))
