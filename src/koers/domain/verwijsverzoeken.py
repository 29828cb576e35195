"""Referrals that come in by themselves, and the clock from a request to the start of help (route C)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from koers.domain.bsn import is_bsn
from koers.domain.leiding import VERWIJZER_VAN_ROL
from koers.domain.rollen import Rol
from koers.domain.routes import JUSTITIE, MEDISCH, route_of
from koers.domain.weigering import Refused

# Why help of route C does not start yet. Content is no cause: nobody judges again what the GI determined.
OORZAKEN = (
    "overleg_met_gi",
    "woonplaats_onbekend",
    "inkoop_zonder_contract",
    "wachtlijst",
    "gezin_onbereikbaar",
)
WOONPLAATS = "woonplaats_onbekend"
# Who sends a referral in: those who refer by law, and a provider on behalf of a doctor.
DIENT_IN = frozenset({*VERWIJZER_VAN_ROL, Rol.AANBIEDER})
# Why the toegang sends a request back: never because of what was asked.
REDENEN_WEIGEREN = ("andere_gemeente", "dubbel", "ingetrokken_door_verwijzer")


@dataclass(frozen=True, slots=True)
class NieuwVerwijsverzoek:
    """A referral as sent. `verwijzer`: CBS code; `gemeente`: where the child lives, as far as known."""

    gemeente: str
    verwijzer: str
    datum: date
    achternaam: str
    roepnaam: str = ""
    geboortedatum: date | None = None
    bsn: str = ""
    product: str = ""
    verwijzer_naam: str = ""
    agb: str = ""


def check_verwijsverzoek(nieuw: NieuwVerwijsverzoek, rol: Rol | None, route: str, *, today: date) -> None:
    """A doctor refers for themselves; a provider sends on what a doctor referred; a GI asks for itself.

    Refused: verwijzer_onbekend, verwijzer_past_niet, datum_in_toekomst, achternaam_ontbreekt,
    geboortedatum_ontbreekt, geboortedatum_in_toekomst, bsn_klopt_niet, verwijzer_zonder_naam, agb_klopt_niet.
    """
    if route_of(nieuw.verwijzer) != route:
        raise Refused("verwijzer_past_niet")
    if rol in VERWIJZER_VAN_ROL and nieuw.verwijzer not in _codes_of(rol):
        raise Refused("verwijzer_past_niet")
    if nieuw.datum > today:
        raise Refused("datum_in_toekomst")
    if not nieuw.achternaam.strip():
        raise Refused("achternaam_ontbreekt")
    if nieuw.geboortedatum is None:
        raise Refused("geboortedatum_ontbreekt")
    if nieuw.geboortedatum > today:
        raise Refused("geboortedatum_in_toekomst")
    if nieuw.bsn and not is_bsn(nieuw.bsn):
        raise Refused("bsn_klopt_niet")
    if rol not in VERWIJZER_VAN_ROL and not nieuw.verwijzer_naam.strip():
        raise Refused("verwijzer_zonder_naam")
    if nieuw.agb and not (len(nieuw.agb) == 8 and nieuw.agb.isascii() and nieuw.agb.isdigit()):
        raise Refused("agb_klopt_niet")


def _codes_of(rol: Rol) -> set[str]:
    """The codes this referrer may use; a GI also hands in what the court decided."""
    return {VERWIJZER_VAN_ROL[rol]} | ({"08"} if rol is Rol.GECERTIFICEERDE_INSTELLING else set())


def route_of_rol(rol: Rol | None) -> str:
    """The road by which this role sends a request."""
    return JUSTITIE if rol is Rol.GECERTIFICEERDE_INSTELLING else MEDISCH


@dataclass(frozen=True, slots=True)
class Stilstand:
    """From this day until just before `tot_datum` (None: still) a request stood still, and why."""

    oorzaak: str
    begindatum: date
    tot_datum: date | None


@dataclass(frozen=True, slots=True)
class Stap:
    """What happened to a request on a day."""

    soort: str
    datum: date
    oorzaak: str = ""


def stoppages(stappen: Sequence[Stap], gestart: date | None) -> tuple[Stilstand, ...]:
    """Every stop with its cause, from steps oldest first; each kind ends by itself, and all at the start."""
    open_stops: dict[str, date] = {}
    found: list[Stilstand] = []
    for stap in stappen:
        if stap.soort == "wacht":
            open_stops.setdefault(stap.oorzaak, stap.datum)
        elif stap.soort == "verder" and stap.oorzaak in open_stops:
            found.append(Stilstand(stap.oorzaak, open_stops.pop(stap.oorzaak), stap.datum))
    found += [Stilstand(oorzaak, van, gestart) for oorzaak, van in open_stops.items()]
    return tuple(sorted(found, key=lambda s: (s.begindatum, s.oorzaak)))


def days_until_start(ontvangen: date, gestart: date | None, *, today: date) -> int:
    """Days on the clock from the request to the start; it runs on through every stop."""
    return ((gestart or today) - ontvangen).days


def check_stilstand(soort: str, oorzaak: str, stappen: Sequence[Stap]) -> None:
    """Refused: oorzaak_onbekend, stilstand_loopt_al, stilstand_loopt_niet."""
    if oorzaak not in OORZAKEN or soort not in ("wacht", "verder"):
        raise Refused("oorzaak_onbekend")
    runs = any(s.oorzaak == oorzaak and s.tot_datum is None for s in stoppages(stappen, None))
    if soort == "wacht" and runs:
        raise Refused("stilstand_loopt_al")
    if soort == "verder" and not runs:
        raise Refused("stilstand_loopt_niet")


def state_of_verwijsverzoek(soorten: Sequence[str], *, gestart: bool) -> str:
    """The state by the kinds of its steps, and whether help began."""
    if "geweigerd" in soorten:
        return "geweigerd"
    if "gekoppeld" not in soorten:
        return "te_koppelen"
    return "gestart" if gestart else "wacht_op_start"


# What somebody does so that help can begin, and the stop that it takes away. Never about what was asked.
OVERLEG, WERK_WOONPLAATS, INKOOP = "overleg", "woonplaats", "inkoop"
WERK = {
    OVERLEG: ("overleg_met_gi", ("afgesproken", "nog_in_gesprek")),
    WERK_WOONPLAATS: (WOONPLAATS, ("eigen_gemeente", "andere_gemeente", "nog_onbekend")),
    INKOOP: ("inkoop_zonder_contract", ("akkoord", "nog_niet")),
}
NOG_OPEN = frozenset({"nog_in_gesprek", "nog_onbekend", "nog_niet"})


@dataclass(frozen=True, slots=True)
class Werk:
    """One thing that was done on a day. `met`: with whom, which gemeente, or which provider."""

    soort: str
    datum: date
    met: str
    uitkomst: str
    toelichting: str = ""


def kinds_of_work(route: str) -> tuple[str, ...]:
    """Talking with the GI belongs to route C alone (Jeugdwet 3.5 lid 1)."""
    return tuple(WERK) if route == JUSTITIE else (WERK_WOONPLAATS, INKOOP)


def check_werk(werk: Werk, route: str) -> None:
    """Refused: werk_onbekend, werk_uitkomst, werk_met."""
    if werk.soort not in kinds_of_work(route):
        raise Refused("werk_onbekend")
    if werk.uitkomst not in WERK[werk.soort][1]:
        raise Refused("werk_uitkomst")
    if not werk.met.strip() and werk.uitkomst not in {"eigen_gemeente", "nog_onbekend"}:
        raise Refused("werk_met")


def follows_from(werk: Werk, stappen: Sequence[Stap]) -> tuple[str, str] | None:
    """The step on the clock that this brings along, with its cause: what is open stands still, what is
    settled goes on."""
    oorzaak = WERK[werk.soort][0]
    runs = any(s.oorzaak == oorzaak and s.tot_datum is None for s in stoppages(stappen, None))
    if werk.uitkomst in NOG_OPEN:
        return None if runs else ("wacht", oorzaak)
    return ("verder", oorzaak) if runs else None
