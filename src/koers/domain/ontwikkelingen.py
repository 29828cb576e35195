"""What is decided about national developments: who follows them, and what one needs. Product row N10."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from koers.domain.rollen import Rol
from koers.domain.vergadering import ORGANISEERT, check_tekst
from koers.domain.weigering import Refused

SCHRIJFT_ONTWIKKELING = ORGANISEERT
ONTWIKKELINGSTANDEN = ("gevolgd", "op_tafel", "verwerkt", "losgelaten")
LANGSTE_NAAM = 200


@dataclass(frozen=True, slots=True)
class NieuweOntwikkeling:
    """What the country decides or prepares. `bron` in words, with the day of it; `adres`: a link."""

    naam: str
    bron: str
    datum: date
    adres: str = ""


@dataclass(frozen=True, slots=True)
class Volgstand:
    """How it stands: the consequence for Drenthe, who follows it (a function, of `gemeente` or of the
    region), and at which body (`gremium`: its id in the policy) it comes."""

    soort: str
    gevolg: str
    volger: str
    gremium: str
    gemeente: str = ""
    toelichting: str = ""


def check_ontwikkeling(nieuw: NieuweOntwikkeling, today: date) -> None:
    """Refused: ontwikkeling_zonder_naam, ontwikkeling_zonder_bron, bronadres_klopt_niet, datum_in_toekomst,
    tekst_te_lang."""
    check_tekst(nieuw.naam, "ontwikkeling_zonder_naam")
    check_tekst(nieuw.bron, "ontwikkeling_zonder_bron")
    if nieuw.adres and not nieuw.adres.startswith(("https://", "http://")):
        raise Refused("bronadres_klopt_niet")
    if nieuw.datum > today:
        raise Refused("datum_in_toekomst")


def check_volgstand(stand: Volgstand, gremia: Collection[str], gemeenten: Collection[str]) -> None:
    """Refused: ontwikkelingstand_onbekend, ontwikkeling_zonder_gevolg, ontwikkeling_zonder_volger,
    gremium_onbekend, volger_onbekend, reden_verplicht, tekst_te_lang."""
    if stand.soort not in ONTWIKKELINGSTANDEN:
        raise Refused("ontwikkelingstand_onbekend")
    check_tekst(stand.gevolg, "ontwikkeling_zonder_gevolg")
    check_tekst(stand.volger, "ontwikkeling_zonder_volger")
    if stand.gremium not in gremia:
        raise Refused("gremium_onbekend")
    if stand.gemeente and stand.gemeente not in gemeenten:
        raise Refused("volger_onbekend")
    if stand.soort in ("verwerkt", "losgelaten") or stand.toelichting.strip():
        check_tekst(stand.toelichting, "reden_verplicht")


def check_writer(rol: Rol | None, eigen: frozenset[str], gemeente: str) -> None:
    """The region writes of every development, a municipality of what it follows itself.

    Refused: ontwikkeling_niet_van_u.
    """
    if rol is not Rol.REGIOMANAGER and gemeente not in eigen:
        raise Refused("ontwikkeling_niet_van_u")
