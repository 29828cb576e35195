"""The gebiedsagenda: partners of an area meet every quarter and share whom they reached and what came of it.

Partners share reach and results per quarter, and report on it together every half year (Koersen, chapter 4,
opgave 1). The areas are policy (`beleid/gebieden`). A number that Koers knows already is not typed again.
"""

import re
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from koers.domain.rapportages import Rapportageperiode, named_periode
from koers.domain.rollen import OP_SCHOOL, STURING, Rol
from koers.domain.vergadering import check_tekst
from koers.domain.weigering import Refused

# Who calls the partners together and writes for whoever has no account; every partner writes for itself.
ORGANISEERT_GEBIED = frozenset({Rol.BELEIDSADVISEUR})
SCHRIJFT_BIJDRAGE = ORGANISEERT_GEBIED | OP_SCHOOL
# A raadslid reads the half-yearly document: here are exact numbers, also small ones.
LEEST_GEBIEDSAGENDA = SCHRIJFT_BIJDRAGE | (STURING - {Rol.RAADSLID, Rol.REGIOMANAGER})
# Kinds of organisations that work together in an area (Koersen, chapter 4).
PARTNERSOORTEN = ("gemeente", "huisartspraktijk", "school", "kinderopvang", "welzijn", "ggd", "overig")

LOPEND = frozenset({"open", "verschoven"})
MEESTE_MENSEN = 5_000
MEESTE_AANWEZIGEN = 100
LANGSTE_EIGENAAR = 120
LANGSTE_REDEN = 200

_MENSEN = (
    "kind(?:eren)?|jongeren?|jeugdigen?|ouders?|gezin(?:nen)?|leerling(?:en)?|meisjes?|jongens?"
    "|vaders?|moeders?|deelnemers?"
)
_TELWOORD = r"\d+|twee|drie|vier|vijf|zes|zeven|acht|negen|tien"
_AANTAL = re.compile(rf"\b(?:{_TELWOORD})\s+(?:van\s+de\s+)?(?:\w+\s+)?(?:{_MENSEN})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NieuweBijeenkomst:
    """Partners of an area (its id in the policy) sat together on `datum`, about a quarter ("2026-K3")."""

    gebied: str
    kwartaal: str
    datum: date
    onderwerpen: str


@dataclass(frozen=True, slots=True)
class Werkbron:
    """A group that Koers knows already: its row, how many young people, and where it is (ids of areas)."""

    id: UUID
    aantal: int
    gebieden: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class NieuweBijdrage:
    """What a partner tells: its offer, whom it reached besides the `bronnen`, and what came of it.

    `jeugdigen`, `ouders`: typed, in persons. `maat`: what was measured; it holds for `geteld` of `totaal`.
    """

    aanbod: str
    jeugdigen: int
    ouders: int
    resultaat: str
    bronnen: tuple[UUID, ...] = ()
    maat: str = ""
    geteld: int | None = None
    totaal: int | None = None


@dataclass(frozen=True, slots=True)
class NieuweGebiedsafspraak:
    """Who (`wie`) of a partner does what before which day."""

    wat: str
    wie: str
    uiterlijk: date


def check_bijeenkomst(nieuw: NieuweBijeenkomst, gebieden: Collection[str], today: date) -> Rapportageperiode:
    """The quarter that it is about.

    Refused: niet_gevonden (an area of another municipality), rapportageperiode_onbekend, datum_in_toekomst,
    bijeenkomst_voor_kwartaal, bijeenkomst_zonder_onderwerp, aantal_in_tekst, tekst_te_lang.
    """
    if nieuw.gebied not in gebieden:
        raise Refused("niet_gevonden")
    kwartaal = named_periode("kwartaal", nieuw.kwartaal)
    if nieuw.datum > today:
        raise Refused("datum_in_toekomst")
    if nieuw.datum < kwartaal.begindatum:
        raise Refused("bijeenkomst_voor_kwartaal", datum=kwartaal.begindatum)
    _check_words(check_tekst(nieuw.onderwerpen, "bijeenkomst_zonder_onderwerp"))
    return kwartaal


def check_aanwezigen(aantal: int) -> None:
    """How many of an organisation were there; 0 takes it out. Refused: aantal_onmogelijk."""
    if not 0 <= aantal <= MEESTE_AANWEZIGEN:
        raise Refused("aantal_onmogelijk", hoogste=MEESTE_AANWEZIGEN)


def check_bijdrage(nieuw: NieuweBijdrage, te_kiezen: Collection[UUID]) -> None:
    """`te_kiezen`: the groups of this partner that nobody counts elsewhere.

    Refused: bijdrage_zonder_aanbod, bijdrage_zonder_resultaat, aantal_in_tekst, tekst_te_lang,
    aantal_onmogelijk, maat_onvolledig, bron_al_geteld.
    """
    for tekst, leeg in (
        (nieuw.aanbod, "bijdrage_zonder_aanbod"),
        (nieuw.resultaat, "bijdrage_zonder_resultaat"),
    ):
        _check_words(check_tekst(tekst, leeg))
    for getal in (nieuw.jeugdigen, nieuw.ouders, nieuw.geteld or 0, nieuw.totaal or 0):
        if not 0 <= getal <= MEESTE_MENSEN:
            raise Refused("aantal_onmogelijk", hoogste=MEESTE_MENSEN)
    _check_maat(nieuw)
    if not set(nieuw.bronnen) <= set(te_kiezen):
        raise Refused("bron_al_geteld")


def _check_words(tekst: str) -> None:
    """A number of people in words would pass every rounding by. Refused: aantal_in_tekst."""
    found = _AANTAL.search(tekst)
    if found:
        raise Refused("aantal_in_tekst", woorden=found[0])


def _check_maat(nieuw: NieuweBijdrage) -> None:
    told = (bool(nieuw.maat.strip()), nieuw.geteld is not None, nieuw.totaal is not None)
    if any(told) and not all(told):
        raise Refused("maat_onvolledig")
    if nieuw.geteld is not None and nieuw.totaal is not None and nieuw.geteld > nieuw.totaal:
        raise Refused("maat_onvolledig")
    if nieuw.maat.strip():
        _check_words(check_tekst(nieuw.maat, "maat_onvolledig"))


def check_eigen_partner(rol: Rol | None, eigen: str | None, organisatie: UUID) -> None:
    """A partner writes for itself; who organises writes for all. Refused: bijdrage_van_ander."""
    if rol not in ORGANISEERT_GEBIED and eigen != str(organisatie):
        raise Refused("bijdrage_van_ander")


def check_afspraak(nieuw: NieuweGebiedsafspraak, bijeenkomst: date) -> None:
    """Refused: actie_zonder_wat, actie_zonder_eigenaar, aantal_in_tekst, tekst_te_lang,
    afspraak_voor_bijeenkomst."""
    _check_words(check_tekst(nieuw.wat, "actie_zonder_wat"))
    check_tekst(nieuw.wie, "actie_zonder_eigenaar")
    if nieuw.uiterlijk < bijeenkomst:
        raise Refused("afspraak_voor_bijeenkomst", datum=bijeenkomst)


def choosable(bronnen: Iterable[Werkbron], gebied: str, elders: Collection[UUID]) -> tuple[Werkbron, ...]:
    """Groups that can be counted here: not counted `elders`, and not known to be in other areas."""
    return tuple(
        een for een in bronnen if een.id not in elders and (not een.gebieden or gebied in een.gebieden)
    )


def quarters_of(periode: Rapportageperiode) -> tuple[str, ...]:
    """The quarters that a period holds: of "2026-H1" 2026-K1 and 2026-K2."""
    last_month = periode.tot_datum.month - 1 or 12
    first, last = (periode.begindatum.month + 2) // 3, (last_month + 2) // 3
    return tuple(f"{periode.jaar}-K{nummer}" for nummer in range(first, last + 1))
