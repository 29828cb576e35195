"""Which kinds of toewijzing iJw knows, and what each of them may and must hold.

One product (specifiek), one category (aspecifiek) or any help of the provider (generiek); paid by effort
(inspanning) or by result (output), which the unit of the contract says. Rules: CD041, CD075 to CD080, CS338.
"""

from dataclasses import dataclass
from datetime import date

from koers.domain.weigering import Refused

SPECIFIEK, ASPECIFIEK, GENERIEK = "specifiek", "aspecifiek", "generiek"
VARIANTEN = (SPECIFIEK, ASPECIFIEK, GENERIEK)
INSPANNING, OUTPUT = "inspanning", "output"
UITVOERING = {  # WJ756
    "01": INSPANNING,
    "04": INSPANNING,
    "14": INSPANNING,
    "16": INSPANNING,
    "84": INSPANNING,
    "82": OUTPUT,
    "83": OUTPUT,
}
LANDELIJK = "55"  # JZ020: bought by all municipalities together; only there a result has no product
FREQUENTIES = ("1", "2", "4", "6")  # WMO757
PER_DAG, PER_WEEK, IN_TOTAAL = "1", "2", "6"
GEEN_DAG = ("14", "16", "83", "84")  # WJ756: units that are never counted per day (CS338)
MEEST = 99_999_999  # of a volume, and of a budget in cents


@dataclass(frozen=True, slots=True)
class Omvang:
    """`volume` in units of `eenheid` (WJ756) per `frequentie` (WMO757)."""

    volume: int
    eenheid: str
    frequentie: str


@dataclass(frozen=True, slots=True)
class Opzet:
    """What somebody wants to give. `categorie`, `eenheid`: of the contract; `tot_datum`: excluded."""

    variant: str
    categorie: str
    eenheid: str
    omvang: Omvang | None
    budget_cent: int | None
    tot_datum: date | None


def variant_of(*, met_omvang: bool, generiek: bool) -> str:
    """The kind of a toewijzing that is there."""
    if generiek:
        return GENERIEK
    return SPECIFIEK if met_omvang else ASPECIFIEK


def check_opzet(een: Opzet) -> None:
    """Refused: variant_onbekend, specifiek_zonder_omvang, omvang_zonder_product, budget_naast_omvang,
    generiek_zonder_budget, aspecifiek_niet_bij_resultaat, aspecifiek_niet_landelijk, and as `check_omvang`
    and `check_budget`."""
    if een.variant not in VARIANTEN:
        raise Refused("variant_onbekend")
    if een.variant == SPECIFIEK:
        if een.budget_cent is not None:
            raise Refused("budget_naast_omvang")
        if een.omvang is None:
            raise Refused("specifiek_zonder_omvang")
        check_omvang(een.omvang, een.tot_datum)
        return
    if een.omvang is not None:
        raise Refused("omvang_zonder_product")
    if een.variant == GENERIEK and een.budget_cent is None:
        raise Refused("generiek_zonder_budget")
    if een.variant == ASPECIFIEK:
        _check_aspecifiek(een)
    check_budget(een.budget_cent, een.tot_datum)


def _check_aspecifiek(een: Opzet) -> None:
    """By result only what is bought for the whole country goes without a product; by effort all but that."""
    uitvoering = UITVOERING.get(een.eenheid)
    if uitvoering == OUTPUT and een.categorie != LANDELIJK:
        raise Refused("aspecifiek_niet_bij_resultaat")
    if uitvoering == INSPANNING and een.categorie == LANDELIJK:
        raise Refused("aspecifiek_niet_landelijk")


def check_omvang(omvang: Omvang | None, tot_datum: date | None) -> None:
    """How much help. Refused: omvang_klopt_niet, frequentie_past_niet, per_week_zonder_einde."""
    if omvang is None:
        return
    if not 0 < omvang.volume <= MEEST or omvang.frequentie not in FREQUENTIES:
        raise Refused("omvang_klopt_niet")
    if omvang.frequentie == PER_DAG and omvang.eenheid in GEEN_DAG:
        raise Refused("frequentie_past_niet")
    if omvang.frequentie == PER_WEEK and tot_datum is None:
        raise Refused("per_week_zonder_einde")


def check_budget(budget_cent: int | None, tot_datum: date | None) -> None:
    """How much money for the whole period. Refused: budget_klopt_niet, budget_zonder_einde."""
    if budget_cent is None:
        return
    if not 0 < budget_cent <= MEEST:
        raise Refused("budget_klopt_niet")
    if tot_datum is None:
        raise Refused("budget_zonder_einde")


@dataclass(frozen=True, slots=True)
class Lopend:
    """A toewijzing beside others. `code` is empty for a category, `categorie` too for any help."""

    nummer: int
    categorie: str
    code: str
    ingangsdatum: date
    tot_datum: date | None


def check_stapeling(nieuw: Lopend, naast: list[Lopend]) -> None:
    """The same help is not given twice for the same days (OP259). Refused: toewijzing_gestapeld."""
    for ander in naast:
        if ander.nummer != nieuw.nummer and is_same(nieuw, ander) and overlaps(nieuw, ander):
            raise Refused("toewijzing_gestapeld", nummer=ander.nummer)


def is_same(een: Lopend, ander: Lopend) -> bool:
    """By product; by category if one of both has no product; a generic one is the same as all."""
    if "" in (een.categorie, ander.categorie):
        return True
    if een.categorie != ander.categorie:
        return False
    return "" in (een.code, ander.code) or een.code == ander.code


def overlaps(een: Lopend, ander: Lopend) -> bool:
    """Whether there is a day on which both hold; one without days holds on none."""
    if een.tot_datum == een.ingangsdatum or ander.tot_datum == ander.ingangsdatum:
        return False
    return (een.tot_datum is None or ander.ingangsdatum < een.tot_datum) and (
        ander.tot_datum is None or een.ingangsdatum < ander.tot_datum
    )
