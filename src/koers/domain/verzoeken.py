"""What a provider asks by message, what the register says of it, and how to answer (iJw OP274)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from koers.domain.regieberichten import workdays_after
from koers.domain.toestanden.verzoek import AFGEWEZEN, ONDERZOEK, OPEN, TOEGEWEZEN
from koers.domain.toewijzingsvarianten import IN_TOTAAL, Lopend, Omvang, is_same, overlaps
from koers.domain.weigering import Refused

TOEWIJZING, WIJZIGING = "toewijzing", "wijziging"
WERKDAGEN = 5  # OP274 and OP346
HOOGSTENS_VERLENGD = 731  # days; a slip of the year, not policy
WOONPLAATS = "8"
REDENEN_AFWIJZING = ("1", "2", "3", "4", "5", "6", "7", "8", "9")  # WJ759
AFGEWEZEN_CODE, ONDERZOEK_CODE = "1", "2"  # WJ760
BLIJFT, WIJZIGT, NIEUW = "blijft", "wijzigt", "nieuw"


@dataclass(frozen=True, slots=True)
class Wens:
    """One product of a request. `hoe`: it stays, changes or is new; `einddatum` is the last day.

    `nummer`: of the toewijzing that stays or changes. `volume`, `eenheid`, `frequentie`: as WJ756, WMO757.
    """

    hoe: str
    nummer: int | None = None
    categorie: str = ""
    code: str = ""
    begindatum: date | None = None
    einddatum: date | None = None
    volume: int | None = None
    eenheid: str = ""
    frequentie: str = ""
    budget_cent: int | None = None


@dataclass(frozen=True, slots=True)
class NieuwVerzoek:
    """A request out of a message. `verwijzer`: CBS code, empty for a change. `volgnummer`: its place."""

    soort: str
    volgnummer: int
    referentie: str
    wensen: tuple[Wens, ...]
    verwijzer: str = ""


@dataclass(frozen=True, slots=True)
class Toegekend:
    """A toewijzing of this child at this provider that holds now or later; `einddatum` is its last day.

    `code` is empty for a category, `categorie` too for any help. `omvang`, `budget_cent`: what it gives.
    """

    nummer: int
    ingangsdatum: date
    einddatum: date | None = None
    categorie: str = ""
    code: str = ""
    omvang: Omvang | None = None
    budget_cent: int | None = None


def answer_before(ontvangen: date) -> date:
    """The last day for a toewijzing or an answer: five working days after receipt."""
    return workdays_after(ontvangen, WERKDAGEN)


def judge_wijziging(
    wensen: Sequence[Wens], toegekend: Sequence[Toegekend], *, dagtekening: date
) -> list[tuple[int, str, str]]:
    """What the register says of a request to change: place of the wish (-1: the whole), rule, return code."""
    nu = {een.nummer: een for een in toegekend}
    gevonden, genoemd = [], set()
    for plek, wens in enumerate(wensen):
        if wens.hoe == NIEUW:
            continue
        genoemd.add(wens.nummer)
        regel, code = ("TR350", "9350") if wens.hoe == BLIJFT else ("TR351", "9351")
        if wens.nummer not in nu:
            gevonden.append((plek, regel, code))
        elif wens.hoe == WIJZIGT:
            gevonden += [(plek, *wat) for wat in _change(wens, nu[wens.nummer], dagtekening)]
    if _stacked(wensen, nu):
        gevonden.append((-1, "TR361", "9361"))
    if nu.keys() - genoemd:
        gevonden.append((-1, "TR349", "9349"))
    return gevonden


def _change(wens: Wens, nu: Toegekend, dagtekening: date) -> list[tuple[str, str]]:
    gevonden = []
    begin = wens.begindatum
    if begin is not None and begin <= dagtekening and begin != nu.ingangsdatum:
        gevonden.append(("TR357", "9357"))
    if nu.code and wens.volume is None:
        gevonden.append(("TR411", "9411"))
    if wens.volume is not None and not nu.categorie:
        gevonden.append(("TR375", "9375"))
    elif wens.volume is not None and not nu.code:
        gevonden.append(("TR412", "9412"))
    if _other_total(wens, nu) and begin != nu.ingangsdatum:
        gevonden.append(("TR373", "9373"))
    return gevonden


def _other_total(wens: Wens, nu: Toegekend) -> bool:
    """Whether it asks for another budget, or for another amount of one that holds for the whole period."""
    if wens.budget_cent is not None and wens.budget_cent != nu.budget_cent:
        return True
    if nu.omvang is None or nu.omvang.frequentie != IN_TOTAAL:
        return False
    return wens.volume is not None and wens.volume != nu.omvang.volume


def _stacked(wensen: Sequence[Wens], nu: Mapping[int, Toegekend]) -> bool:
    """Whether what stays, changes and comes gives the same help twice for one day (TR361).

    What is new beside what is new is TR410, which the message breaks by itself.
    """
    er = [
        Lopend(een.nummer, een.categorie, een.code, *_days(wens, een))
        for wens in wensen
        if wens.hoe != NIEUW and (een := nu.get(wens.nummer or 0)) is not None
    ]
    nieuw = [
        Lopend(-1, wens.categorie, wens.code, wens.begindatum, _after(wens.einddatum))
        for wens in wensen
        if wens.hoe == NIEUW and wens.begindatum is not None
    ]
    pairs = [(een, ander) for i, een in enumerate(er) for ander in (*er[i + 1 :], *nieuw)]
    return any(
        een.nummer != ander.nummer and is_same(een, ander) and overlaps(een, ander) for een, ander in pairs
    )


def _days(wens: Wens, een: Toegekend) -> tuple[date, date | None]:
    """From the first day until before the second: as it is, or with the end that is wished."""
    return een.ingangsdatum, _after(een.einddatum if wens.hoe == BLIJFT else wens.einddatum)


def _after(laatste: date | None) -> date | None:
    return None if laatste is None else laatste + timedelta(days=1)


def check_afwijzing(reden: str, andere_gemeente: str, verwijzer: str) -> None:
    """Nobody judges again what a doctor, GI or court determined, only whether it belongs here.

    Refused: reden_afwijzing_ontbreekt, gemeente_ontbreekt, gemeente_hoort_er_niet_bij,
    afwijzen_na_verwijzing.
    """
    if reden not in REDENEN_AFWIJZING:
        raise Refused("reden_afwijzing_ontbreekt")
    if reden == WOONPLAATS and not (len(andere_gemeente) == 4 and andere_gemeente.isdecimal()):
        raise Refused("gemeente_ontbreekt")
    if reden != WOONPLAATS and andere_gemeente:
        raise Refused("gemeente_hoort_er_niet_bij")
    if reden == "7" and verwijzer in ("02", "03", "04", "05", "08"):
        raise Refused("afwijzen_na_verwijzing")


def check_verlenging(tot_datum: date | None, einddatum: date, *, today: date) -> None:
    """Longer help needs an end to move, that is not past, and a later last day; at most two years further.

    Refused: verlenging_zonder_einde, verlenging_voorbij, verlenging_niet_later, verlenging_te_lang.
    """
    if tot_datum is None:
        raise Refused("verlenging_zonder_einde")
    if tot_datum <= today:
        raise Refused("verlenging_voorbij")
    if einddatum < tot_datum:
        raise Refused("verlenging_niet_later", datum=tot_datum)
    if (einddatum - tot_datum).days > HOOGSTENS_VERLENGD:
        raise Refused("verlenging_te_lang")


BEANTWOORD = frozenset({AFGEWEZEN, TOEGEWEZEN})


def state_of_verzoek(soorten: Iterable[str]) -> str:
    """The state by the kinds of its steps."""
    gedaan = set(soorten)
    return next((een for een in (AFGEWEZEN, TOEGEWEZEN, ONDERZOEK) if een in gedaan), OPEN)


def as_stored(wensen: Iterable[Wens]) -> list[dict[str, Any]]:
    """The wishes as the register keeps them."""
    velden = Wens.__slots__
    return [
        {veld: _day(waarde) for veld in velden if (waarde := getattr(een, veld)) not in (None, "")}
        for een in wensen
    ]


def as_wensen(rijen: Iterable[dict[str, Any]]) -> tuple[Wens, ...]:
    """The wishes out of what the register keeps."""
    return tuple(Wens(**{veld: _read(veld, waarde) for veld, waarde in rij.items()}) for rij in rijen)


def _read(veld: str, waarde: Any) -> Any:
    return date.fromisoformat(waarde) if veld in ("begindatum", "einddatum") else waarde


def _day(waarde: Any) -> Any:
    return waarde.isoformat() if isinstance(waarde, date) else waarde
