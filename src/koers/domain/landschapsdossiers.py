"""What is decided about a dossier of the zorglandschap: from need to buying or not, and handing over.

The small residential facilities of Drenthe show what goes wrong without it: the need was never counted, the
procurement regions came in last, and nobody decided. So each phase asks for what the next one needs. What was
decided is the besluit of a meeting. Source: Omarm de complexiteit, casus kleinschalige woonvoorzieningen;
product row N11.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date

from koers.domain.rollen import STURING, Rol
from koers.domain.vergadering import ORGANISEERT, check_tekst
from koers.domain.weigering import Refused

# Who buys reads along and asks the market; who organises decides nothing alone, but writes what was decided.
LEEST_DOSSIERS = STURING | {Rol.CONTRACTMANAGER}
SCHRIJFT_DOSSIERS = ORGANISEERT | {Rol.CONTRACTMANAGER}
BESLIST_DOSSIERS = ORGANISEERT
UITKOMSTEN = ("inkopen", "niet_inkopen", "anders")
MARKTANTWOORDEN = ("kan", "onder_voorwaarde", "kan_niet", "geen_antwoord")
MEESTE_PLEKKEN = 10_000
LANGSTE_NAAM = 200


@dataclass(frozen=True, slots=True)
class Behoefte:
    """What young people miss. `hulpvorm`: code; `gebied`, `project`: ids in the policy. `plekken`: how many
    places are missing; None when nobody could count them, and then `tekst` says why."""

    naam: str
    hulpvorm: str
    gebied: str
    tekst: str
    plekken: int | None = None
    project: str = ""


@dataclass(frozen=True, slots=True)
class Alternatief:
    """A way to meet the need, with what speaks for it and against it."""

    wat: str
    voor: str
    tegen: str


@dataclass(frozen=True, slots=True)
class Marktvraag:
    """A provider was asked on `datum`."""

    aanbieder: str
    vraag: str
    datum: date


@dataclass(frozen=True, slots=True)
class Marktantwoord:
    """What the provider answered on `datum` (`soort`: one of MARKTANTWOORDEN)."""

    soort: str
    tekst: str
    datum: date


@dataclass(frozen=True, slots=True)
class Overdrachtsplan:
    """To which inkoopregio (id in the policy) it goes, who owns it there (a function), ready when."""

    inkoopregio: str
    eigenaar: str
    uiterlijk: date
    tekst: str


def check_behoefte(
    nieuw: Behoefte, hulpvormen: Collection[str], gebieden: Collection[str], projecten: Collection[str]
) -> None:
    """Refused: dossier_zonder_naam, hulpvorm_onbekend, dossiergebied_onbekend, project_onbekend,
    behoefte_zonder_tekst, plekken_onmogelijk, tekst_te_lang."""
    check_tekst(nieuw.naam, "dossier_zonder_naam")
    if nieuw.hulpvorm not in hulpvormen:
        raise Refused("hulpvorm_onbekend")
    if nieuw.gebied not in gebieden:
        raise Refused("dossiergebied_onbekend")
    if nieuw.project and nieuw.project not in projecten:
        raise Refused("project_onbekend")
    if nieuw.plekken is not None and not 1 <= nieuw.plekken <= MEESTE_PLEKKEN:
        raise Refused("plekken_onmogelijk", hoogste=MEESTE_PLEKKEN)
    check_tekst(nieuw.tekst, "behoefte_zonder_tekst")


def check_alternatief(nieuw: Alternatief) -> None:
    """Refused: alternatief_zonder_wat, alternatief_zonder_voor_en_tegen, tekst_te_lang."""
    check_tekst(nieuw.wat, "alternatief_zonder_wat")
    for tekst in (nieuw.voor, nieuw.tegen):
        check_tekst(tekst, "alternatief_zonder_voor_en_tegen")


def check_marktvraag(nieuw: Marktvraag, today: date) -> None:
    """Refused: aanbieder_ontbreekt, marktvraag_leeg, datum_in_toekomst, tekst_te_lang."""
    check_tekst(nieuw.aanbieder, "aanbieder_ontbreekt")
    check_tekst(nieuw.vraag, "marktvraag_leeg")
    if nieuw.datum > today:
        raise Refused("datum_in_toekomst")


def check_marktantwoord(nieuw: Marktantwoord, gevraagd: date, today: date) -> None:
    """Refused: marktantwoord_onbekend, marktantwoord_leeg, datum_in_toekomst, dag_voor_vorige,
    tekst_te_lang."""
    if nieuw.soort not in MARKTANTWOORDEN:
        raise Refused("marktantwoord_onbekend")
    if nieuw.soort != "geen_antwoord":
        check_tekst(nieuw.tekst, "marktantwoord_leeg")
    if nieuw.datum > today:
        raise Refused("datum_in_toekomst")
    if nieuw.datum < gevraagd:
        raise Refused("dag_voor_vorige", datum=gevraagd)


def check_uitkomst(soort: str, reden: str, onbeantwoord: int) -> None:
    """A decision has reasons, and every provider that was asked had an answer or was written off.

    Refused: inkoopkeuze_onbekend, uitkomst_zonder_reden, markt_wacht_nog, tekst_te_lang.
    """
    if soort not in UITKOMSTEN:
        raise Refused("inkoopkeuze_onbekend")
    check_tekst(reden, "uitkomst_zonder_reden")
    if onbeantwoord:
        raise Refused("markt_wacht_nog", aantal=onbeantwoord)


def check_overdracht(nieuw: Overdrachtsplan, inkoopregios: Collection[str], today: date) -> None:
    """Refused: overdrachtregio_onbekend, actie_zonder_eigenaar, overdracht_zonder_tekst, actie_nieuwe_dag,
    tekst_te_lang."""
    if nieuw.inkoopregio not in inkoopregios:
        raise Refused("overdrachtregio_onbekend")
    check_tekst(nieuw.eigenaar, "actie_zonder_eigenaar")
    check_tekst(nieuw.tekst, "overdracht_zonder_tekst")
    if nieuw.uiterlijk <= today:
        raise Refused("actie_nieuwe_dag")
