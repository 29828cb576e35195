"""What is decided about a subsidy: what has to be known, what was agreed on figures, whether that came.

The same agreements can hang on a contract. Each year somebody looks whether they were kept; the figure of
that day is kept with it, so that a later correction of the figure does not rewrite the judgement. Source:
Koersen, chapter 5 (subsidieafspraken) and 6.3; product row S5.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from koers.domain.vergadering import check_tekst
from koers.domain.weigering import Refused

# How well it is known that an intervention works, as the NJi's databank of effective interventions grades it;
# `onbekend`: nobody looked, or it is not in there.
BEWIJSNIVEAUS = (
    "onbekend",
    "goed_onderbouwd",
    "eerste_aanwijzingen",
    "goede_aanwijzingen",
    "sterke_aanwijzingen",
)
STREEFKANTEN = ("minstens", "hoogstens")
CONCLUSIES = ("doorgaan", "aanpassen", "stoppen")
LANGSTE_NAAM = 200


@dataclass(frozen=True, slots=True)
class NieuweSubsidie:
    """Who gets how much for what, and through whom it comes (empty: straight from the municipality).

    `spuk`: id in the policy of the state grant that it is paid from. `bewijs`: a level of BEWIJSNIVEAUS, with
    where that was found.
    """

    ontvanger: str
    waarvoor: str
    bedrag_cent: int
    begindatum: date
    einddatum: date
    via: str = ""
    spuk: str = ""
    bewijs: str = "onbekend"
    bewijsbron: str = ""


@dataclass(frozen=True, slots=True)
class Houder:
    """On what an agreement hangs: a subsidy, or a contract as one municipality holds it."""

    subsidie: UUID | None = None
    contract: UUID | None = None
    gemeente: str = ""


@dataclass(frozen=True, slots=True)
class NieuweAfspraak:
    """What an indicator of the municipality has to show on a day, at least or at most."""

    indicator: str
    kant: str
    streefwaarde: Decimal
    uiterlijk: date


def check_subsidie(nieuw: NieuweSubsidie, spuk: Collection[str]) -> None:
    """Refused: ontvanger_ontbreekt, waarvoor_ontbreekt, tekst_te_lang, subsidiebedrag_onmogelijk,
    subsidie_eindigt_voor_begin, spuk_onbekend, bewijs_onbekend, bewijs_zonder_bron."""
    check_tekst(nieuw.ontvanger, "ontvanger_ontbreekt")
    check_tekst(nieuw.waarvoor, "waarvoor_ontbreekt")
    if nieuw.bedrag_cent <= 0:
        raise Refused("subsidiebedrag_onmogelijk")
    if nieuw.einddatum < nieuw.begindatum:
        raise Refused("subsidie_eindigt_voor_begin", datum=nieuw.begindatum)
    if nieuw.spuk and nieuw.spuk not in spuk:
        raise Refused("spuk_onbekend")
    if nieuw.bewijs not in BEWIJSNIVEAUS:
        raise Refused("bewijs_onbekend")
    if nieuw.bewijs != "onbekend":
        check_tekst(nieuw.bewijsbron, "bewijs_zonder_bron")


def check_afspraak(nieuw: NieuweAfspraak, computed: Collection[str], already: Collection[str]) -> None:
    """`computed`: what Koers counts.

    Refused: indicator_niet_berekend, streefkant_onbekend, afspraak_staat_er_al.
    """
    if nieuw.indicator not in computed:
        raise Refused("indicator_niet_berekend")
    if nieuw.kant not in STREEFKANTEN:
        raise Refused("streefkant_onbekend")
    if nieuw.indicator in already:
        raise Refused("afspraak_staat_er_al")


def check_toets(
    jaar: int,
    conclusie: str,
    done: Collection[int],
    *,
    afspraken: int,
    begin: date,
    einde: date | None,
    today: date,
) -> None:
    """A year is tested once, when it is over, and lies in the period of what is tested.

    Refused: conclusie_onbekend, toets_zonder_afspraak, toets_te_vroeg, toets_buiten_periode, toets_al_gedaan.
    """
    if conclusie not in CONCLUSIES:
        raise Refused("conclusie_onbekend")
    if not afspraken:
        raise Refused("toets_zonder_afspraak")
    if jaar >= today.year:
        raise Refused("toets_te_vroeg", jaar=jaar)
    if jaar < begin.year or (einde is not None and jaar > einde.year):
        raise Refused("toets_buiten_periode", jaar=jaar)
    if jaar in done:
        raise Refused("toets_al_gedaan", jaar=jaar)


def outcome(waarde: Decimal | None, kant: str, streefwaarde: Decimal, uiterlijk: date, jaar: int) -> str:
    """Whether a figure of this year keeps the agreement: gehaald, niet_gehaald, loopt_nog or niet_te_zeggen.

    Short of the target while the agreed day had not come at the end of the year is not a failure yet.
    """
    if waarde is None:
        return "niet_te_zeggen"
    if waarde >= streefwaarde if kant == "minstens" else waarde <= streefwaarde:
        return "gehaald"
    return "loopt_nog" if uiterlijk > date(jaar, 12, 31) else "niet_gehaald"


def years_to_test(begin: date, einde: date | None, done: Collection[int], today: date) -> tuple[int, ...]:
    """The years that are over, in which it ran, and that nobody tested."""
    last = min(today.year - 1, einde.year if einde else today.year - 1)
    return tuple(jaar for jaar in range(begin.year, last + 1) if jaar not in done)
