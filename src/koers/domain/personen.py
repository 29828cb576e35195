"""What somebody tells about a person or an address, and what can be wrong with it."""

from dataclasses import dataclass
from datetime import date

from koers.domain.bsn import is_bsn
from koers.domain.weigering import Refused

OUDSTE = 120  # years; older is a typing error
JEUGDIGE = "jeugdige"  # the role in a family of who gets help
JEUGD_TOT = 23  # years: help can last until then (Jeugdwet 1.1)


@dataclass(frozen=True, slots=True)
class NieuwPersoon:
    """A person as told. `bsn` empty with a `bsn_status` that says why; birth date empty only when unborn."""

    achternaam: str
    roepnaam: str = ""
    voornamen: str = ""
    voorvoegsel: str = ""
    geboortedatum: date | None = None
    geslacht: str = "O"
    bsn: str = ""
    bsn_status: str = "nog_niet_bekend"


@dataclass(frozen=True, slots=True)
class NieuwAdres:
    """An address as told; `geheim` is "nee", "ja" or "onbekend". Whatever is not "nee" counts as secret."""

    straatnaam: str = ""
    huisnummer: int | None = None
    toevoeging: str = ""
    postcode: str = ""
    plaatsnaam: str = ""
    geheim: str = "onbekend"


def leeftijd(geboortedatum: date, op: date) -> int:
    """Whole years on day `op`. Born on 29 February: a year older on 1 March in ordinary years."""
    return op.year - geboortedatum.year - ((op.month, op.day) < (geboortedatum.month, geboortedatum.day))


def check_persoon(nieuw: NieuwPersoon, *, today: date, jeugdige: bool) -> dict[str, Refused]:
    """What is wrong, by field; empty when nothing is."""
    fouten: dict[str, Refused] = {}
    if not nieuw.achternaam.strip():
        fouten["achternaam"] = Refused("achternaam_ontbreekt")
    if (refused := _check_geboortedatum(nieuw, today, jeugdige=jeugdige)) is not None:
        fouten["geboortedatum"] = refused
    if nieuw.bsn and not is_bsn(nieuw.bsn):
        fouten["bsn"] = Refused("bsn_klopt_niet")
    elif bool(nieuw.bsn) != (nieuw.bsn_status == "bekend"):
        fouten["bsn"] = Refused("bsn_en_reden")
    return fouten


def check_bsn_bekend(bsn: str, geboortedatum: date | None, *, today: date, jeugdige: bool) -> None:
    """Who has a BSN has been born.

    Refused: bsn_klopt_niet, geboortedatum_ontbreekt, geboortedatum_in_toekomst,
    geboortedatum_te_lang_geleden, te_oud_voor_jeugdhulp.
    """
    if not is_bsn(bsn):
        raise Refused("bsn_klopt_niet")
    if geboortedatum is None and jeugdige:
        raise Refused("geboortedatum_ontbreekt")
    if geboortedatum is not None and (refused := _check_dag(geboortedatum, today, jeugdige=jeugdige)):
        raise refused


def _check_geboortedatum(nieuw: NieuwPersoon, today: date, *, jeugdige: bool) -> Refused | None:
    if nieuw.geboortedatum is None:
        return None if nieuw.bsn_status == "ongeboren" or not jeugdige else Refused("geboortedatum_ontbreekt")
    return _check_dag(nieuw.geboortedatum, today, jeugdige=jeugdige)


def _check_dag(geboortedatum: date, today: date, *, jeugdige: bool) -> Refused | None:
    if geboortedatum > today:
        return Refused("geboortedatum_in_toekomst")
    jaren = leeftijd(geboortedatum, today)
    if jaren > OUDSTE:
        return Refused("geboortedatum_te_lang_geleden")
    if jeugdige and jaren >= JEUGD_TOT:
        return Refused("te_oud_voor_jeugdhulp", leeftijd=jaren)
    return None
