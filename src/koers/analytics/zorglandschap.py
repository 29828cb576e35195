"""Supply against demand per hulpvorm: what is asked and waited for, who may give it, who does.

Demand and waiting are measures like all others, of the products of one hulpvorm. Supply comes from contracts,
which are about organisations and so no secret. Everything counted of young people is exact here, and leaves
only through disclosure.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

import numpy as np

from koers.analytics.engines.layout import EPOCH, GEEN_DAG, Rijen
from koers.analytics.measures import definition
from koers.analytics.model import Definitie, Maat, Selectie, Stand, Uniek, Venster, Wachttijd
from koers.analytics.model.definitions import Voorwaarde

# So long that who waits longer still waits.
OOIT_DAGEN = 36_500


@dataclass(frozen=True, slots=True)
class Contract:
    """What an organisation may deliver from `begindatum` until before `tot_datum`. `agb`: None when the
    register has none; help of such an organisation cannot be told from that of another without one.
    """

    product: str
    hulpvorm: str
    aanbieder: str
    agb: str | None
    inkoopregio: str
    begindatum: date
    tot_datum: date | None

    def holds_on(self, dag: date) -> bool:
        """Whether help may begin under it on this day."""
        return self.begindatum <= dag and (self.tot_datum is None or dag < self.tot_datum)


@dataclass(frozen=True, slots=True)
class Hulp:
    """Spells that are the same here: how many. `begonnen`: their first day, if it lies in the window;
    `loopt`: whether they run on its last day.
    """

    gemeente: str
    product: str | None
    aanbieder: str | None
    begonnen: date | None
    loopt: bool
    aantal: int


@dataclass(frozen=True, slots=True)
class Aanbod:
    """Supply of one hulpvorm. `aanbieders`: names with a contract on the last day, by name.

    `lopend`, `leverend`, `grootste`: spells that run on the last day, by how many providers, and how many at
    the largest. `begonnen`, `zonder_contract`: spells that began in the window, and without a contract.
    """

    aanbieders: tuple[str, ...]
    lopend: int = 0
    leverend: int = 0
    grootste: int = 0
    begonnen: int = 0
    zonder_contract: int = 0


@dataclass(frozen=True, slots=True)
class Beeld:
    """Supply per hulpvorm, and how many spells began with a product that no contract knows."""

    inkoopregios: tuple[str, ...]
    aanbod: Mapping[str, Aanbod]
    onbekend: int


def products_of(contracten: Iterable[Contract]) -> dict[str, tuple[str, ...]]:
    """Of each hulpvorm its product codes. A code that is contracted under two forms stands under each."""
    found: dict[str, set[str]] = {}
    for een in contracten:
        found.setdefault(een.hulpvorm, set()).add(een.product)
    return {hulpvorm: tuple(sorted(found[hulpvorm])) for hulpvorm in sorted(found)}


def demand(hulpvorm: str, producten: tuple[str, ...]) -> dict[str, Definitie]:
    """What is counted of young people for one hulpvorm, by name. The wait is that of the indicator."""
    waar = (Voorwaarde("product", producten),)
    spells = (Selectie("spells", waar),)
    wait = definition("wachttijd").maat
    if not isinstance(wait, Wachttijd):
        raise TypeError("the indicator wachttijd is no wait")
    of_products = replace(wait, waar=(*wait.waar, *waar))
    maten: dict[str, Maat] = {
        "jeugdigen": Uniek(spells),
        "met_hulp": Stand(spells),
        "wachttijd": of_products,
        "gewacht": replace(of_products, cohort="van", grens_dagen=OOIT_DAGEN),
    }
    return {
        naam: Definitie(
            "zorglandschap", f"{hulpvorm}-{naam}", maat, "dagen" if naam == "wachttijd" else "aantal"
        )
        for naam, maat in maten.items()
    }


def gather(spells: Rijen, gemeenten: Sequence[str], venster: Venster) -> tuple[Hulp, ...]:
    """The spells of these municipalities, the same ones together, in a fixed order."""
    first, after = ((dag - EPOCH).days for dag in (venster.begindatum, venster.tot_datum))
    columns = [spells.kolommen.kolom(naam) for naam in ("gemeente", "product", "aanbieder")]
    codes, waarden = columns[0]
    here = np.flatnonzero(np.array([value in gemeenten for value in waarden])[codes])
    begin, last = (spells.dag(naam)[here] for naam in ("begindatum", "einddatum"))
    begun = np.where((begin >= first) & (begin < after), begin, GEEN_DAG)
    runs = (begin < after) & ((last == GEEN_DAG) | (last >= after - 1))
    rows = np.stack([*(codes[here].astype(np.int64) for codes, _ in columns), begun, runs])
    found, numbers = np.unique(rows, axis=1, return_counts=True)
    gemeente, product, aanbieder = (values for _, values in columns)
    return tuple(
        Hulp(
            str(gemeente[group[0]]),
            _text(product[group[1]]),
            _text(aanbieder[group[2]]),
            None if group[3] == GEEN_DAG else EPOCH + timedelta(days=group[3]),
            bool(group[4]),
            number,
        )
        for group, number in zip(found.T.tolist(), numbers.tolist(), strict=True)
    )


def _text(value: object) -> str | None:
    return None if value is None else str(value)


def regions_of(
    contracten: Iterable[Contract], hulp: Iterable[Hulp], gemeenten: Sequence[str]
) -> tuple[str, ...]:
    """Under which inkoopregio's the municipalities buy: of each the one that most of its help falls under.

    The register does not say it; a product of a provider is contracted per inkoopregio. Of a tie the first
    by code.
    """
    of_provider: dict[tuple[str, str | None], set[str]] = {}
    of_product: dict[str, set[str]] = {}
    for een in contracten:
        of_provider.setdefault((een.product, een.agb), set()).add(een.inkoopregio)
        of_product.setdefault(een.product, set()).add(een.inkoopregio)
    counts: dict[str, Counter[str]] = {code: Counter() for code in gemeenten}
    for deel in hulp:
        product = deel.product or ""
        for regio in of_provider.get((product, deel.aanbieder)) or of_product.get(product, set()):
            counts[deel.gemeente][regio] += deel.aantal
    most = (min(c, key=lambda regio: (-c[regio], regio)) for c in counts.values() if c)
    return tuple(sorted(set(most)))


def supply(
    contracten: Sequence[Contract], spells: Rijen, gemeenten: Sequence[str], venster: Venster
) -> Beeld:
    """Who may give each hulpvorm in these municipalities, and who does, in a window."""
    here = gather(spells, gemeenten, venster)
    regios = regions_of(contracten, here, gemeenten)
    last = venster.tot_datum - timedelta(days=1)
    producten = products_of(contracten)
    form_of = {product: hulpvorm for hulpvorm, codes in producten.items() for product in codes}
    aanbod = {}
    for hulpvorm in producten:
        own = [deel for deel in here if form_of.get(deel.product or "") == hulpvorm]
        running: Counter[str | None] = Counter()
        for deel in own:
            if deel.loopt:
                running[deel.aanbieder] += deel.aantal
        begun = [deel for deel in own if deel.begonnen]
        aanbod[hulpvorm] = Aanbod(
            tuple(
                sorted(
                    {
                        een.aanbieder
                        for een in contracten
                        if een.hulpvorm == hulpvorm
                        and een.holds_on(last)
                        and (not regios or een.inkoopregio in regios)
                    }
                )
            ),
            running.total(),
            len(running),
            max(running.values(), default=0),
            _number(begun),
            _number(begun) - _under_contract(contracten, begun),
        )
    strange = [deel for deel in here if deel.begonnen and (deel.product or "") not in form_of]
    return Beeld(regios, aanbod, _number(strange))


def _number(hulp: Iterable[Hulp]) -> int:
    return sum(deel.aantal for deel in hulp)


def _under_contract(contracten: Iterable[Contract], begun: Iterable[Hulp]) -> int:
    """How many of these began while their provider had a contract for that product."""
    per: dict[tuple[str, str | None], list[Contract]] = {}
    for een in contracten:
        per.setdefault((een.product, een.agb), []).append(een)
    return _number(
        deel
        for deel in begun
        if deel.begonnen
        and any(een.holds_on(deel.begonnen) for een in per.get((deel.product or "", deel.aanbieder), ()))
    )
