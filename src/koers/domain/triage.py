"""Triage: how safe it is, the same day, and who goes on. A meeting is never the default road."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from koers.domain.weigering import Refused

NIET_AAN_DE_ORDE, ZORGEN, ACUUT = "niet_aan_de_orde", "zorgen", "acuut"
ANTWOORDEN = (NIET_AAN_DE_ORDE, ZORGEN, ACUUT)
VRAGEN = (
    "lichamelijk_veilig",
    "geweld_thuis",
    "gevaar_voor_zichzelf",
    "gevaar_voor_anderen",
    "zorg_van_ouders",
)
ONDERZOEK, POH, SPOED, AFGESLOTEN = "onderzoek", "poh", "spoed", "afgesloten"
UITKOMSTEN = (ONDERZOEK, POH, SPOED, AFGESLOTEN)
STATE_OF_UITKOMST = {ONDERZOEK: "te_verdelen", POH: "naar_poh", SPOED: "spoed", AFGESLOTEN: "afgesloten"}
# What is done for safety: the five steps of the meldcode, and who is called in.
MELDCODE = tuple(f"meldcode_{stap}" for stap in range(1, 6))
VTO_GEVRAAGD, VTO_ANTWOORD = "vto_gevraagd", "vto_antwoord"
STAPPEN = (*MELDCODE, "veilig_thuis", "rvt", VTO_GEVRAAGD, VTO_ANTWOORD, "warme_overdracht")
NOEMT_WIE = frozenset({"veilig_thuis", "rvt", "warme_overdracht"})


@dataclass(frozen=True, slots=True)
class Antwoord:
    """How safe it is by one question, and why."""

    antwoord: str
    reden: str = ""


@dataclass(frozen=True, slots=True)
class Uitkomst:
    """What a triage comes to. `samen`: a gedragswetenschapper looked too."""

    keuze: str
    reden: str
    antwoorden: Mapping[str, Antwoord]
    samen: bool


def check_uitkomst(uitkomst: Uitkomst) -> None:
    """Refuses an outcome that skips safety. In a crisis nothing holds anybody up but the reason.

    Refused: uitkomst_onbekend, triage_zonder_reden, veiligheid_open, veiligheid_zonder_reden, acuut_is_spoed,
    triage_alleen.
    """
    if uitkomst.keuze not in UITKOMSTEN:
        raise Refused("uitkomst_onbekend")
    if not uitkomst.reden.strip():
        raise Refused("triage_zonder_reden")
    given = uitkomst.antwoorden
    if any(a.antwoord not in ANTWOORDEN for a in given.values()) or set(given) - set(VRAGEN):
        raise Refused("veiligheid_open", aantal=len(VRAGEN))
    if uitkomst.keuze == SPOED:
        return
    if any(a.antwoord == ACUUT for a in given.values()):
        raise Refused("acuut_is_spoed")
    if missing := set(VRAGEN) - set(given):
        raise Refused("veiligheid_open", aantal=len(missing))
    if any(a.antwoord == ZORGEN and not a.reden.strip() for a in given.values()):
        raise Refused("veiligheid_zonder_reden")
    if not uitkomst.samen:
        raise Refused("triage_alleen")


def check_veiligheidsstap(soort: str, wie: str, datum: date, eerder: Sequence[str], *, today: date) -> None:
    """Refused: veiligheidsstap_onbekend, datum_in_toekomst, stap_zonder_wie, vto_niet_gevraagd."""
    if soort not in STAPPEN:
        raise Refused("veiligheidsstap_onbekend")
    if datum > today:
        raise Refused("datum_in_toekomst")
    if soort in NOEMT_WIE and not wie.strip():
        raise Refused("stap_zonder_wie")
    if soort == VTO_ANTWOORD and not runs_vto(eerder):
        raise Refused("vto_niet_gevraagd")


def runs_vto(soorten: Sequence[str]) -> bool:
    """Whether an enquiry was asked of the Raad and not answered yet; kinds of steps, oldest first."""
    asked = [soort for soort in soorten if soort in (VTO_GEVRAAGD, VTO_ANTWOORD)]
    return bool(asked) and asked[-1] == VTO_GEVRAAGD


def state_of_melding(stappen: Sequence[tuple[str, str]]) -> str:
    """The state of a question by what happened, oldest first: (`begin`, ""), (`uitkomst`, which) or
    (`toedeling`, "").
    """
    if not stappen:
        return "ontvangen"
    soort, keuze = stappen[-1]
    if soort == "toedeling":
        return "in_onderzoek"
    return STATE_OF_UITKOMST[keuze] if soort == "uitkomst" else "in_triage"


@dataclass(frozen=True, slots=True)
class Werklast:
    """How many open casussen somebody has: of children in the same area, and in all."""

    medewerker: UUID
    naam: str
    hier: int
    totaal: int


def propose(werklast: Sequence[Werklast]) -> Werklast | None:
    """Who has fewest open casussen in this area, then in all; a proposal, a person decides."""
    return min(werklast, key=lambda w: (w.hier, w.totaal, w.naam, w.medewerker.hex), default=None)
