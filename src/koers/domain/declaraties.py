"""Whether an entry of a claim (JW323) fits what was given: number, period, product, unit, tariff and volume.

Every check names the rule of iJw and the return code of WJ001. Amounts in cents, days inclusive.
"""

from calendar import monthrange
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from koers.domain.toewijzingsvarianten import IN_TOTAAL, PER_DAG, PER_WEEK, Omvang

EURO = "83"


@dataclass(frozen=True, slots=True)
class Prestatie:
    """One entry of a claim. `plek`: where it stands; `credit`: it takes back the debit `vorige`."""

    plek: str
    bsn: str
    nummer: int
    referentie: str
    categorie: str
    code: str
    begindatum: date
    einddatum: date
    volume: int
    eenheid: str
    bedrag_cent: int
    tarief_cent: int | None = None
    credit: bool = False
    vorige: str = ""

    @property
    def product(self) -> tuple[str, date, date]:
        """What makes two debits under one toewijzing the same."""
        return (self.code, self.begindatum, self.einddatum)


@dataclass(frozen=True, slots=True)
class Opdracht:
    """The toewijzing on which is claimed. `code` is empty without `omvang`, `categorie` too for any help of
    the provider; `einddatum` is the last day; `budget_cent`: for the whole period."""

    categorie: str
    code: str
    ingangsdatum: date
    einddatum: date | None
    verwijderd: bool
    omvang: Omvang | None
    tarief_cent: int | None
    budget_cent: int | None = None


@dataclass(frozen=True, slots=True)
class Gedeclareerd:
    """What was granted before under the same toewijzing; a credit has `vorige`."""

    referentie: str
    vorige: str
    product: tuple[str, date, date]
    volume: int
    bedrag_cent: int = 0


def judge(een: Prestatie, opdracht: Opdracht, eerder: Sequence[Gedeclareerd]) -> tuple[str, str] | None:
    """The rule and the return code that reject this entry, or None: it is granted."""
    if een.credit:
        return _credit(een, eerder)
    for regel, code, fout in _CHECKS:
        if fout(een, opdracht):
            return regel, code
    lopend = standing(eerder)
    if any(ander.product == een.product for ander in lopend):
        return "TR389", "9389"
    if any(ander.referentie == een.referentie for ander in eerder):
        return "TR314", "8021"
    return _over(een, opdracht, lopend)


def _over(een: Prestatie, op: Opdracht, lopend: Sequence[Gedeclareerd]) -> tuple[str, str] | None:
    """More than was given, with all that stands; a budget is counted in what was claimed."""
    if op.omvang is not None and _too_much(een, op, sum(ander.volume for ander in lopend)):
        return "TR322", "9322"
    besteed = sum(ander.bedrag_cent for ander in lopend)
    if op.budget_cent is not None and besteed + een.bedrag_cent > op.budget_cent:
        return "TR369", "9369"
    return None


def standing(eerder: Sequence[Gedeclareerd]) -> list[Gedeclareerd]:
    """The debits that no credit took back."""
    terug = {een.vorige for een in eerder if een.vorige}
    return [een for een in eerder if not een.vorige and een.referentie not in terug]


def _credit(een: Prestatie, eerder: Sequence[Gedeclareerd]) -> tuple[str, str] | None:
    if any(ander.vorige == een.vorige for ander in eerder):
        return "TR390", "9390"
    debet = next((ander for ander in eerder if not ander.vorige and ander.referentie == een.vorige), None)
    if debet is None or debet.product != een.product or debet.volume != een.volume:
        return "TR323", "8017"
    return None


def _wrong_category(een: Prestatie, op: Opdracht) -> bool:
    return bool(op.categorie) and een.categorie != op.categorie


def _wrong_product(een: Prestatie, op: Opdracht) -> bool:
    return bool(op.code) and een.code != op.code


def _wrong_unit(een: Prestatie, op: Opdracht) -> bool:
    return op.omvang is not None and een.eenheid != op.omvang.eenheid


def _ends_late(een: Prestatie, op: Opdracht) -> bool:
    return op.einddatum is not None and een.einddatum > op.einddatum


def _begins_inside(een: Prestatie, op: Opdracht) -> bool:
    return een.begindatum.day != 1 and een.begindatum != op.ingangsdatum


def _stops_inside(een: Prestatie, op: Opdracht) -> bool:
    laatste = monthrange(een.einddatum.year, een.einddatum.month)[1]
    return een.einddatum.day != laatste and een.einddatum != op.einddatum


def _wrong_tariff(een: Prestatie, op: Opdracht) -> bool:
    return een.eenheid != EURO and een.tarief_cent != op.tarief_cent


def _too_much_at_once(een: Prestatie, op: Opdracht) -> bool:
    return op.omvang is not None and een.volume > allowed(op.omvang, een.begindatum, een.einddatum)


_CHECKS: tuple[tuple[str, str, Callable[[Prestatie, Opdracht], bool]], ...] = (
    ("TR384", "9384", lambda een, op: op.verwijderd),
    ("TR339", "9339", _wrong_category),
    ("TR340", "9340", _wrong_product),
    ("TR341", "9341", _wrong_unit),
    ("TR307", "9307", lambda een, op: een.begindatum < op.ingangsdatum),
    ("TR308", "9308", _ends_late),
    ("TR387", "9387", _begins_inside),
    ("TR388", "9388", _stops_inside),
    ("TR418", "0611", _wrong_tariff),
    ("TR321", "9321", _too_much_at_once),
)


def _too_much(een: Prestatie, op: Opdracht, eerder: int) -> bool:
    """Whether all that stands, with this one, is more than was given until the end of this entry."""
    return op.omvang is not None and eerder + een.volume > allowed(op.omvang, op.ingangsdatum, een.einddatum)


def allowed(omvang: Omvang, begin: date, eind: date) -> int:
    """How much may be delivered from `begin` through `eind`. A week or month of which a day lies in between
    counts whole: in which part of it help was given, a claim does not say (IV076)."""
    if omvang.frequentie == IN_TOTAAL:
        return omvang.volume
    if omvang.frequentie == PER_DAG:
        return omvang.volume * ((eind - begin).days + 1)
    if omvang.frequentie == PER_WEEK:
        maandag = begin - timedelta(days=begin.weekday())
        return omvang.volume * ((eind - maandag).days // 7 + 1)
    return omvang.volume * ((eind.year - begin.year) * 12 + eind.month - begin.month + 1)
