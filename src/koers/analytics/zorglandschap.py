"""Supply against demand per hulpvorm: what is asked and waited for, who may give it, who does.

Demand and waiting are measures like all others, of the products of one hulpvorm. Supply comes from contracts,
which are about organisations and so no secret. Everything counted of young people is exact here, and leaves
only through disclosure.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from koers.analytics.measures import definition
from koers.analytics.model import Definitie, Maat, Selectie, Stand, Uniek, Venster, Wachttijd
from koers.analytics.model.definitions import Voorwaarde
from koers.domain.spells import Spell

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


def regions_of(
    contracten: Iterable[Contract], spells: Iterable[Spell], gemeenten: Sequence[str]
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
    for spell in spells:
        if spell.gemeente in counts:
            product = spell.product or ""
            bought = of_provider.get((product, spell.aanbieder)) or of_product.get(product, set())
            counts[spell.gemeente].update(bought)
    most = (min(c, key=lambda regio: (-c[regio], regio)) for c in counts.values() if c)
    return tuple(sorted(set(most)))


def supply(
    contracten: Sequence[Contract], spells: Sequence[Spell], gemeenten: Sequence[str], venster: Venster
) -> Beeld:
    """Who may give each hulpvorm in these municipalities, and who does, in a window."""
    here = [spell for spell in spells if spell.gemeente in set(gemeenten)]
    regios = regions_of(contracten, here, gemeenten)
    last = date.fromordinal(venster.tot_datum.toordinal() - 1)
    producten = products_of(contracten)
    form_of = {product: hulpvorm for hulpvorm, codes in producten.items() for product in codes}
    aanbod = {}
    for hulpvorm in producten:
        own = [spell for spell in here if form_of.get(spell.product or "") == hulpvorm]
        running = Counter(spell.aanbieder for spell in own if _runs(spell, last))
        begun = [spell for spell in own if venster.begindatum <= spell.begindatum < venster.tot_datum]
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
            len(begun),
            len(begun) - _under_contract(contracten, begun),
        )
    begun_here = [s for s in here if venster.begindatum <= s.begindatum < venster.tot_datum]
    return Beeld(regios, aanbod, sum((s.product or "") not in form_of for s in begun_here))


def _runs(spell: Spell, dag: date) -> bool:
    """A last day is inclusive."""
    return spell.begindatum <= dag and (spell.einddatum is None or spell.einddatum >= dag)


def _under_contract(contracten: Iterable[Contract], begun: Iterable[Spell]) -> int:
    """How many of these began while their provider had a contract for that product."""
    per: dict[tuple[str, str | None], list[Contract]] = {}
    for een in contracten:
        per.setdefault((een.product, een.agb), []).append(een)
    return sum(
        any(een.holds_on(spell.begindatum) for een in per.get((spell.product or "", spell.aanbieder), ()))
        for spell in begun
    )
