"""What is counted of one provider, and of one referring practice, in an area: exact, for inside use only.

Every number goes into one lattice with keys (what, part, year) for the one exit. A part is a product code or
a level, or empty for the whole. There is no public edition: next to the totals of all providers or practices
together, even rounded parts of one of them would tell too much.

Of a provider: young people and their flow, how long help takes, and beside it per product how many in the
area have such help or wait for it. Of a practice: referrals by level, how many go on with earlier help, and
of the referred young people who already had help that day or had light help before.
"""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from koers.analytics.areas import Area
from koers.analytics.engines import Engine, Flows
from koers.analytics.model import (
    Combinatie,
    Gebeurtenissen,
    Maat,
    Selectie,
    Stand,
    Stroom,
    Uniek,
    Venster,
    Voorwaarde,
)
from koers.analytics.model.decomposition import Verblijfsduur, staying
from koers.analytics.model.flows import Overleving
from koers.analytics.model.grouping import within
from koers.analytics.zorglandschap import demand
from koers.domain.disclosed import Sleutel

NODIG_AANBIEDER = ("spells",)
NODIG_PRAKTIJK = ("verwijzingen",)
EERDER_DAGEN = 365  # light help that ended longer before the referral did not come "first"
ONBEKEND = "onbekend"  # the part of what has no product or no level


def provider_cells(
    motor: Engine, data: Any, area: Area, agb: str, jaren: Sequence[Venster]
) -> dict[Sleutel, int]:
    """The numbers of one provider over these years, and per product and level in the last one."""
    own = (Voorwaarde("aanbieder", (agb,)),)
    uit = (Selectie("spells", own),)
    maten: dict[str, Maat] = {
        "jeugdigen": Uniek(uit),
        "stand": Stand(uit),
        "instroom": Stroom(uit, "in"),
        "uitstroom": Stroom(uit, "uit"),
        "gedeclareerd_cent": Gebeurtenissen("declaraties", own, som="bedrag_cent"),
        "declaraties": Gebeurtenissen("declaraties", own),
    }
    found: dict[Sleutel, int] = {}
    for naam, maat in maten.items():
        found |= _per_year(motor, data, naam, within(maat, area.gemeenten), jaren)
    last = jaren[-1:]
    found |= _per_part(motor, data, "niveau", within(Stand(uit), area.gemeenten), last, "niveau")
    here = _per_part(motor, data, "product_hier", within(Stand(uit), area.gemeenten), last, "product")
    return found | here


def demand_cells(
    motor: Engine, data: Any, area: Area, producten: Sequence[str], jaar: Venster
) -> dict[Sleutel, int]:
    """Per product, of all providers together: who has it on the last day, and who still waits for it."""
    found: dict[Sleutel, int] = {}
    for product in producten:
        asked = {naam: een.maat for naam, een in demand(product, (product,)).items()}
        here = motor.compute(within(asked["met_hulp"], area.gemeenten), data, (jaar,))
        waits = motor.compute(within(asked["gewacht"], area.gemeenten), data, (jaar,))
        found["product_gebied", product, jaar.naam] = sum(u.teller for u in here)
        found["product_wacht", product, jaar.naam] = sum((u.noemer or 0) - u.teller for u in waits)
    return found


def provider_stay(
    stromen: Flows, data: Any, area: Area, agb: str, jaren: Sequence[Venster]
) -> Mapping[str, Verblijfsduur]:
    """How long help of this provider takes, per year; help that still runs counts up to where it is."""
    waar = (Voorwaarde("aanbieder", (agb,)), Voorwaarde("gemeente", area.gemeenten))
    lines: dict[str, list[tuple[int, int, int]]] = {jaar.naam: [] for jaar in jaren}
    for regel in stromen.flow(Overleving((Selectie("spells", waar),)), data, jaren):
        at_risk, stopped = regel.aantallen
        lines[regel.periode].append((regel.sleutel[0], at_risk, stopped))
    return {naam: staying(regels) for naam, regels in lines.items()}


def stay_cells(duur: Mapping[str, Verblijfsduur]) -> dict[Sleutel, int]:
    """Days after which half, and three quarters, has stopped; no cell where that is not seen yet."""
    found: dict[Sleutel, int] = {}
    for jaar, curve in duur.items():
        for naam, deel in (("helft_klaar_dagen", Fraction(1, 2)), ("driekwart_klaar_dagen", Fraction(3, 4))):
            dagen = curve.quantile(deel)
            if dagen is not None:
                found[naam, "", jaar] = dagen
    return found


def practice_cells(
    motor: Engine, data: Any, area: Area, agb: str, jaren: Sequence[Venster]
) -> dict[Sleutel, int]:
    """The numbers of one referring practice over these years."""
    own = (Voorwaarde("praktijk", (agb,)),)
    again = Voorwaarde("herindicatie", (True,))
    scaled = Voorwaarde("uitkomst", ("opgeschaald",))
    referred = (Selectie("verwijzingen", own, "dag"),)
    events = Gebeurtenissen("verwijzingen", own)
    maten: dict[str, Maat] = {
        "verwijzingen": events,
        "herindicaties": Gebeurtenissen("verwijzingen", (*own, again)),
        "lichte_vragen": Gebeurtenissen("lichte_hulp", own),
        "licht_opgeschaald": Gebeurtenissen("lichte_hulp", (*own, scaled)),
    }
    found: dict[Sleutel, int] = {}
    for naam, maat in maten.items():
        found |= _per_year(motor, data, naam, within(maat, area.gemeenten), jaren)
    stacked = Combinatie(referred, (Selectie("spells"),), "zelfde_dag")
    first_light = Combinatie(referred, (Selectie("lichte_hulp"),), "vooraf", binnen_dagen=EERDER_DAGEN)
    found |= _per_year(motor, data, "jeugdigen", within(Uniek(referred), area.gemeenten), jaren)
    found |= _per_year(motor, data, "had_al_hulp", within(stacked, area.gemeenten), jaren)
    found |= _per_year(motor, data, "eerst_lichte_hulp", within(first_light, area.gemeenten), jaren)
    return found | _per_part(motor, data, "niveau", within(events, area.gemeenten), jaren, "niveau")


def _per_year(
    motor: Engine, data: Any, naam: str, maat: Maat, jaren: Sequence[Venster]
) -> dict[Sleutel, int]:
    """One number per year, zero where there was nothing to count."""
    counted = {u.periode: u.teller for u in motor.compute(maat, data, jaren)}
    return {(naam, "", jaar.naam): counted.get(jaar.naam, 0) for jaar in jaren}


def _per_part(
    motor: Engine, data: Any, naam: str, maat: Maat, jaren: Sequence[Venster], per: str
) -> dict[Sleutel, int]:
    return {
        (naam, ONBEKEND if u.groep[0] is None else str(u.groep[0]), u.periode): u.teller
        for u in motor.compute(maat, data, jaren, (per,))
    }
