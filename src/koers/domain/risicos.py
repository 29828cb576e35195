"""What is decided about a risk: how heavy it weighs, when it is looked at again, and what would warn.

Chance and impact are said in words, on a scale of three: more steps would claim what nobody knows. A changed
judgement stands beside the earlier ones, with its reason. Source: Koersen, 6.1; product row S4.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from koers.domain.uitvoeringsagenda import check_past_day
from koers.domain.vergadering import check_tekst
from koers.domain.weigering import Refused

SCHAAL = ("klein", "middel", "groot")
GRENSKANTEN = ("boven", "onder")
MAATREGELUITKOMSTEN = ("gedaan", "vervallen")
LANGSTE_NAAM = 200
LANGSTE_EIGENAAR = 120


@dataclass(frozen=True, slots=True)
class NieuwOordeel:
    """How a risk is judged on a day, by whom it is carried (a function), and when it is looked at again."""

    kans: str
    impact: str
    waarom: str
    eigenaar: str
    herzien_op: date


@dataclass(frozen=True, slots=True)
class NieuwRisico:
    """In own sentences: what can go wrong, through what, and what comes of it. `beleidsrisico`: its id."""

    naam: str
    oorzaak: str
    gevolg: str
    beleidsrisico: str = ""


@dataclass(frozen=True, slots=True)
class NieuwSignaal:
    """An indicator that warns when it goes above or below a threshold, in its own unit."""

    indicator: str
    kant: str
    grens: Decimal


def weight(kans: str, impact: str) -> str:
    """How heavy: klein, middel or groot. What is large on both sides, or large and middling, is large."""
    som = SCHAAL.index(kans) + SCHAAL.index(impact)
    return SCHAAL[0] if som <= 1 else SCHAAL[1] if som == 2 else SCHAAL[2]


def warns(waarde: Decimal | None, kant: str, grens: Decimal) -> bool:
    """Whether a figure has crossed the threshold. On it is not across it; what is not told never warns."""
    if waarde is None:
        return False
    return waarde > grens if kant == "boven" else waarde < grens


def check_risico(nieuw: NieuwRisico, known: Collection[str]) -> None:
    """Refused: risico_zonder_naam, risico_zonder_oorzaak, risico_zonder_gevolg, tekst_te_lang,
    beleidsrisico_onbekend."""
    check_tekst(nieuw.naam, "risico_zonder_naam")
    check_tekst(nieuw.oorzaak, "risico_zonder_oorzaak")
    check_tekst(nieuw.gevolg, "risico_zonder_gevolg")
    if nieuw.beleidsrisico and nieuw.beleidsrisico not in known:
        raise Refused("beleidsrisico_onbekend")


def check_oordeel(nieuw: NieuwOordeel, today: date) -> None:
    """Refused: kans_onbekend, oordeel_zonder_waarom, risico_zonder_eigenaar, tekst_te_lang,
    herziening_voorbij."""
    if nieuw.kans not in SCHAAL or nieuw.impact not in SCHAAL:
        raise Refused("kans_onbekend")
    check_tekst(nieuw.waarom, "oordeel_zonder_waarom")
    check_tekst(nieuw.eigenaar, "risico_zonder_eigenaar")
    if nieuw.herzien_op <= today:
        raise Refused("herziening_voorbij")


def check_signaal(nieuw: NieuwSignaal, computed: Collection[str], already: Collection[str]) -> None:
    """`computed`: what Koers counts.

    Refused: indicator_niet_berekend, grenskant_onbekend, signaal_staat_er_al.
    """
    if nieuw.indicator not in computed:
        raise Refused("indicator_niet_berekend")
    if nieuw.kant not in GRENSKANTEN:
        raise Refused("grenskant_onbekend")
    if nieuw.indicator in already:
        raise Refused("signaal_staat_er_al")


def check_maatregel(wat: str, wie: str, uiterlijk: date, today: date) -> None:
    """Refused: maatregel_zonder_wat, maatregel_zonder_eigenaar, tekst_te_lang, maatregel_voorbij."""
    check_tekst(wat, "maatregel_zonder_wat")
    check_tekst(wie, "maatregel_zonder_eigenaar")
    if uiterlijk < today:
        raise Refused("maatregel_voorbij")


def check_settled(keuze: str, reden: str, datum: date, today: date) -> None:
    """Refused: maatregeluitkomst_onbekend, datum_in_toekomst, reden_verplicht, tekst_te_lang."""
    if keuze not in MAATREGELUITKOMSTEN:
        raise Refused("maatregeluitkomst_onbekend")
    check_past_day(datum, today)
    if keuze == "vervallen" or reden.strip():
        check_tekst(reden, "reden_verplicht")
