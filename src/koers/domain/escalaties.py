"""What is decided about escalations: who opens and leads one, the clock of each step, what closing needs.

Who informs whom within which hour is policy (`beleid/escalaties`); the protocol is frozen when an escalation
is opened. Product row N12; Jeugdwet 1.1 and 4.1.8 for a calamiteit.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from koers.domain.bsn import is_bsn
from koers.domain.rollen import TOEGANG, Rol
from koers.domain.vergadering import check_tekst
from koers.domain.weigering import Refused

# Who works with a case opens one; so does who hears it as adviser or from a provider.
OPENT_ESCALATIE = TOEGANG | {Rol.BELEIDSADVISEUR, Rol.CONTRACTMANAGER}
# Who writes down that somebody was informed: in a hurry everybody who made the call.
MELDT = OPENT_ESCALATIE | {Rol.WETHOUDER, Rol.REGIOMANAGER}
# Who says that it is calm again, what was learned, and that it is closed.
LEIDT_ESCALATIE = frozenset({Rol.GEDRAGSWETENSCHAPPER, Rol.BELEIDSADVISEUR})
STAPSOORTEN = ("gedaan", "niet_nodig")
LANGSTE_OMSCHRIJVING = 300
# So many days back may be written down that something was known: longer ago is no emergency of now.
LANGST_BEKEND = timedelta(days=30)
NEGEN_CIJFERS = re.compile(r"(?<!\d)\d{9}(?!\d)")


@dataclass(frozen=True, slots=True)
class Stapregel:
    """A step of the frozen protocol. Texts per language ("nl", "en")."""

    id: str
    rol: str
    wie: Mapping[str, str]
    aan: Mapping[str, str]
    binnen_uren: int
    zeggen: tuple[Mapping[str, str], ...]
    niet_zeggen: tuple[Mapping[str, str], ...]
    normen: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Protocol:
    """The protocol as it was when the escalation was opened. `versie`: of the policy file."""

    naam: Mapping[str, str]
    versie: str
    stappen: tuple[Stapregel, ...]
    evaluatie_binnen_dagen: int | None = None

    def stap(self, id: str) -> Stapregel:
        """Refused: niet_gevonden."""
        for een in self.stappen:
            if een.id == id:
                return een
        raise Refused("niet_gevonden")

    @classmethod
    def thawed(cls, kept: Mapping[str, Any]) -> "Protocol":
        """From what was kept beside the escalation."""
        stappen = tuple(
            Stapregel(
                **{
                    **een,
                    **{naam: tuple(een[naam]) for naam in ("zeggen", "niet_zeggen", "normen")},
                }
            )
            for een in kept["stappen"]
        )
        return cls(kept["naam"], kept["versie"], stappen, kept["evaluatie_binnen_dagen"])


@dataclass(frozen=True, slots=True)
class NieuweEscalatie:
    """Something got out of hand. `begin`: the moment on which it was known; `soort`: id in the policy."""

    soort: str
    gemeente: str
    omschrijving: str
    begin: datetime
    oefening: bool = False


@dataclass(frozen=True, slots=True)
class Gemeld:
    """Who informed whom at which moment; or that a step was not needed, and why."""

    stap: str
    soort: str
    wie: str = ""
    aan: str = ""
    moment: datetime | None = None
    reden: str = ""


def deadline(begin: datetime, uren: int) -> datetime:
    """The moment so many hours after `begin`, in UTC: the hour that comes twice in autumn counts twice."""
    return begin.astimezone(UTC) + timedelta(hours=uren)


def step_state(uiterlijk: datetime, soort: str, moment: datetime | None, now: datetime) -> str:
    """How a step stands. `soort`: what was written down of it, empty when nothing was."""
    if soort == "niet_nodig":
        return "niet_nodig"
    if soort and moment is not None:
        return "op_tijd" if moment <= uiterlijk else "na_de_tijd"
    return "te_laat" if now > uiterlijk else "wacht"


def check_no_person(tekst: str) -> None:
    """A BSN has no place in a text that others read. Refused: tekst_met_bsn."""
    if any(is_bsn(found) for found in NEGEN_CIJFERS.findall(tekst)):
        raise Refused("tekst_met_bsn")


def check_escalatie(nieuw: NieuweEscalatie, now: datetime) -> None:
    """Refused: escalatie_zonder_omschrijving, escalatie_te_lang, tekst_met_bsn, moment_in_toekomst,
    escalatie_te_lang_bekend."""
    tekst = check_tekst(nieuw.omschrijving, "escalatie_zonder_omschrijving")
    if len(tekst) > LANGSTE_OMSCHRIJVING:
        raise Refused("escalatie_te_lang", aantal=LANGSTE_OMSCHRIJVING)
    check_no_person(tekst)
    if nieuw.begin > now:
        raise Refused("moment_in_toekomst")
    if now - nieuw.begin > LANGST_BEKEND:
        raise Refused("escalatie_te_lang_bekend", aantal=LANGST_BEKEND.days)


def check_gemeld(nieuw: Gemeld, begin: datetime, now: datetime, *, again: bool) -> None:
    """What is written down of a step. `again`: something stands there already, which this corrects.

    Refused: stapsoort_onbekend, melding_zonder_wie, melding_zonder_moment, moment_in_toekomst,
    moment_voor_begin, reden_verplicht, tekst_te_lang, tekst_met_bsn.
    """
    if nieuw.soort not in STAPSOORTEN:
        raise Refused("stapsoort_onbekend")
    if nieuw.soort == "gedaan":
        if not nieuw.wie.strip() or not nieuw.aan.strip():
            raise Refused("melding_zonder_wie")
        if nieuw.moment is None:
            raise Refused("melding_zonder_moment")
        if nieuw.moment > now:
            raise Refused("moment_in_toekomst")
        if nieuw.moment < begin:
            raise Refused("moment_voor_begin")
    if again or nieuw.soort == "niet_nodig" or nieuw.reden.strip():
        check_tekst(nieuw.reden, "reden_verplicht")
    for tekst in (nieuw.wie, nieuw.aan, nieuw.reden):
        check_no_person(tekst)


def check_closing(protocol: Protocol, told: Iterable[str], stand: str) -> None:
    """Every step had its answer, and what has to be evaluated was. Refused: escalatie_stap_open,
    escalatie_eerst_evalueren."""
    known = set(told)
    waiting = [een for een in protocol.stappen if een.id not in known]
    if waiting:
        raise Refused("escalatie_stap_open", aantal=len(waiting))
    if protocol.evaluatie_binnen_dagen is not None and stand != "geevalueerd":
        raise Refused("escalatie_eerst_evalueren")
