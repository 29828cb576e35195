"""What is decided about yearly judgements of oneself: who judges, what an answer needs, what improves it.

The lists and their scales are policy (`beleid/oordelen`). A draft is of who writes it until it is shared.
Source: Omarm de complexiteit, chapter on national developments; product row N10.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from koers.domain.rollen import Rol
from koers.domain.vergadering import DEELT_STANDPUNT, SCHRIJFT_STANDPUNT, check_tekst
from koers.domain.weigering import Refused

# Of a municipality its adviser and its alderman write, and the alderman shares; of the region its manager.
SCHRIJFT_OORDEEL = SCHRIJFT_STANDPUNT | {Rol.REGIOMANAGER}
DEELT_OORDEEL = DEELT_STANDPUNT | {Rol.REGIOMANAGER}
EERSTE_JAAR = 2020  # the norm is of that summer


@dataclass(frozen=True, slots=True)
class NieuwOordeel:
    """An answer (`oordeel`: id of the scale) for one year, why, and by what that shows (`bewijs`)."""

    jaar: int
    oordeel: str
    toelichting: str
    bewijs: str = ""


@dataclass(frozen=True, slots=True)
class NieuweVerbetering:
    """What will be better: who does what before which day."""

    jaar: int
    wat: str
    wie: str
    uiterlijk: date


def check_oordelaar(rol: Rol | None, van: str) -> None:
    """Of a municipality its own people judge, of the region its manager. Refused: oordeel_niet_van_u."""
    if (rol is Rol.REGIOMANAGER) != (van == "regio"):
        raise Refused("oordeel_niet_van_u")


def check_jaar(jaar: int, today: date) -> None:
    """Refused: oordeeljaar_onbekend."""
    if not EERSTE_JAAR <= jaar <= today.year:
        raise Refused("oordeeljaar_onbekend", van=EERSTE_JAAR, laatste=today.year)


def check_oordeel(nieuw: NieuwOordeel, schaal: Collection[str], today: date) -> None:
    """Refused: oordeel_onbekend, oordeel_zonder_toelichting, tekst_te_lang, and as `check_jaar`."""
    check_jaar(nieuw.jaar, today)
    if nieuw.oordeel not in schaal:
        raise Refused("oordeel_onbekend")
    check_tekst(nieuw.toelichting, "oordeel_zonder_toelichting")


def check_verbetering(nieuw: NieuweVerbetering, today: date) -> None:
    """Refused: actie_zonder_wat, actie_zonder_eigenaar, tekst_te_lang, actie_nieuwe_dag, and as
    `check_jaar`."""
    check_jaar(nieuw.jaar, today)
    check_tekst(nieuw.wat, "actie_zonder_wat")
    check_tekst(nieuw.wie, "actie_zonder_eigenaar")
    if nieuw.uiterlijk <= today:
        raise Refused("actie_nieuwe_dag")


def moved(schaal: Sequence[str], eerst: str, nu: str) -> int:
    """How many steps of the scale an answer went on (above nought) or back since the year before.

    Nought too when either is no longer in the scale: what cannot be compared did not move.
    """
    if eerst not in schaal or nu not in schaal:
        return 0
    return schaal.index(nu) - schaal.index(eerst)
