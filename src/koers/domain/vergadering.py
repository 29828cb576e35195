"""What is decided about meetings: who organises, prepares, takes part and records, and what a besluit needs.

Bodies come in as frozen values of the policy (`beleid/organisatie/gremia`); who sits where is policy too. The
register of mandates is shown as it is on a day, with its source: nothing here says whether somebody may.
Source: Omarm de complexiteit, chapters on structure and on decision making; product rows N1 to N5.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any
from uuid import UUID

from koers.domain.rollen import STURING, Rol
from koers.domain.weigering import Refused

LOKAAL = "lokaal"
BESTAAT = frozenset({"bestaand", "te_splitsen"})
# What an item asks of the meeting.
VRAGEN = ("besluiten", "bespreken", "informeren")
KEUZES = ("voor", "tegen", "onder_voorwaarde", "nog_niet")
STEMMEN = ("voor", "tegen", "onthouden")
SLUITINGEN = ("besproken", "aangehouden", "van_de_agenda")
VERVOLGEN = ("gedaan", "loopt_uit", "vervallen", "toch_niet")
# An item in one of these states waits for the meeting.
WACHT = frozenset({"op_agenda", "geannoteerd", "voorbereid"})
LOPEND = frozenset({"open", "loopt_uit"})
LANGSTE_TEKST = 4_000
# Who writes and shares what a municipality thinks; who reads along only reads.
SCHRIJFT_STANDPUNT = frozenset({Rol.WETHOUDER, Rol.BELEIDSADVISEUR})
DEELT_STANDPUNT = frozenset({Rol.WETHOUDER})
ORGANISEERT = frozenset({Rol.REGIOMANAGER, Rol.BELEIDSADVISEUR})
VOLGT_ACTIES = frozenset({Rol.REGIOMANAGER, Rol.BELEIDSADVISEUR, Rol.WETHOUDER})
KOPPELT_TERUG = STURING - {Rol.RAADSLID, Rol.CONTROLLER}


@dataclass(frozen=True, slots=True)
class Overleg:
    """A body as far as meeting goes. `rollen`: who of the people in Koers sits there."""

    id: str
    schaal: str
    soort: str
    status: str
    rollen: frozenset[Rol] = frozenset()
    bereidt_voor: frozenset[str] = frozenset()

    @property
    def bestaat(self) -> bool:
        """Whether it meets now, according to the policy."""
        return self.status in BESTAAT


@dataclass(frozen=True, slots=True)
class Voorbereiders:
    """Who may prepare for a body: that do so now, that are proposed for it, and others that could."""

    nu: tuple[Overleg, ...]
    voorgesteld: tuple[Overleg, ...]
    anders: tuple[Overleg, ...]

    @property
    def alle(self) -> tuple[Overleg, ...]:
        """All of them, the best known first."""
        return (*self.nu, *self.voorgesteld, *self.anders)


def meets(overleg: Overleg) -> bool:
    """Whether a meeting of this body can stand in Koers: it was not ended, and somebody here sits in it."""
    return overleg.status != "opgeheven" and bool(overleg.rollen)


def preparers(overleg: Overleg, alle: Iterable[Overleg]) -> Voorbereiders:
    """Which bodies prepare for this one. What the policy names comes first; any other body of officers at
    which people of Koers sit can be asked, because for some bodies nobody prepares at all."""
    rest = [een for een in alle if een.id != overleg.id and meets(een)]
    named = [een for een in rest if overleg.id in een.bereidt_voor]
    anders = [een for een in rest if een not in named and een.soort in ("ambtelijk", "bureau")]
    return Voorbereiders(
        tuple(een for een in named if een.bestaat),
        tuple(een for een in named if not een.bestaat),
        tuple(anders),
    )


def organisers(overleg: Overleg) -> frozenset[Rol]:
    """Who plans its meetings and records what is decided: a local body the own adviser, others the region."""
    return frozenset({Rol.BELEIDSADVISEUR}) if overleg.schaal == LOKAAL else frozenset({Rol.REGIOMANAGER})


def check_organiser(rol: Rol | None, overleg: Overleg) -> None:
    """Refused: vergadering_niet_van_u."""
    if rol not in organisers(overleg):
        raise Refused("vergadering_niet_van_u")


def check_member(rol: Rol | None, overleg: Overleg) -> None:
    """Whether this role sits at the body that prepares. Refused: niet_van_dit_overleg."""
    if rol not in overleg.rollen:
        raise Refused("niet_van_dit_overleg")


@dataclass(frozen=True, slots=True)
class NieuweVergadering:
    """A meeting of a body on a day, with the municipalities (GM codes) that take part."""

    gremium: str
    datum: date
    gemeenten: frozenset[str]
    plaats: str = ""


def check_vergadering(nieuw: NieuweVergadering, overleg: Overleg, eigen: frozenset[str]) -> None:
    """Refused: overleg_vergadert_niet, geen_deelnemers, deelnemers_niet_van_u, lokaal_is_een_gemeente."""
    if not meets(overleg):
        raise Refused("overleg_vergadert_niet")
    if not nieuw.gemeenten:
        raise Refused("geen_deelnemers")
    if not nieuw.gemeenten <= eigen:
        raise Refused("deelnemers_niet_van_u")
    if overleg.schaal == LOKAAL and len(nieuw.gemeenten) != 1:
        raise Refused("lokaal_is_een_gemeente")


@dataclass(frozen=True, slots=True)
class NieuwPunt:
    """An item: a dossier of the policy, a published report, or a title of its own; what is asked; and who
    prepares it. `rapportage`: id of the report."""

    vraag: str
    voorbereider: str
    titel: str = ""
    dossier: str = ""
    rapportage: UUID | None = None


def check_punt(nieuw: NieuwPunt, voorbereiders: Voorbereiders) -> None:
    """Refused: punt_zonder_onderwerp, vraag_onbekend, voorbereider_onbekend."""
    if not nieuw.titel.strip() and not nieuw.dossier and nieuw.rapportage is None:
        raise Refused("punt_zonder_onderwerp")
    if nieuw.vraag not in VRAGEN:
        raise Refused("vraag_onbekend")
    if nieuw.voorbereider not in {een.id for een in voorbereiders.alle}:
        raise Refused("voorbereider_onbekend")


def check_changeable(stand: str) -> None:
    """Nothing of a meeting changes once its minutes are settled, or when it was called off.

    Refused: verslag_staat_vast, vergadering_afgelast.
    """
    if stand == "verslag_vastgesteld":
        raise Refused("verslag_staat_vast")
    if stand == "afgelast":
        raise Refused("vergadering_afgelast")


def check_held(stand: str, datum: date, today: date) -> None:
    """A meeting decides when its agenda was sent and its day has come. Refused: agenda_niet_verstuurd,
    vergadering_nog_niet_geweest, and as `check_changeable`."""
    check_changeable(stand)
    if stand == "gepland":
        raise Refused("agenda_niet_verstuurd")
    if datum > today:
        raise Refused("vergadering_nog_niet_geweest", datum=datum)


def check_tekst(tekst: str, code: str) -> str:
    """The words, without space around them. Refused: `code` when there are none, tekst_te_lang."""
    tekst = tekst.strip()
    if not tekst:
        raise Refused(code)
    if len(tekst) > LANGSTE_TEKST:
        raise Refused("tekst_te_lang", aantal=LANGSTE_TEKST)
    return tekst


# --- a position -------------------------------------------------------------------------------------


def check_standpunt(rol: Rol | None, keuze: str, punt: str) -> None:
    """Refused: standpunt_niet_van_u, keuze_onbekend, punt_al_behandeld."""
    if rol not in SCHRIJFT_STANDPUNT:
        raise Refused("standpunt_niet_van_u")
    if keuze not in KEUZES:
        raise Refused("keuze_onbekend")
    if punt not in WACHT:
        raise Refused("punt_al_behandeld")


def own_gemeente(eigen: frozenset[str], deelnemers: Iterable[str]) -> str:
    """The one municipality for which somebody speaks at this meeting.

    Refused: gemeente_doet_niet_mee, kies_een_gemeente.
    """
    samen = sorted(eigen & set(deelnemers))
    if not samen:
        raise Refused("gemeente_doet_niet_mee")
    if len(samen) > 1:
        raise Refused("kies_een_gemeente")
    return samen[0]


# --- a besluit --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Mandaatregel:
    """A line of the register, frozen with its source. `soort`: what kind of mandate.

    `wie`, `wat`, `bron`, and `vanaf` and `tot` as far as the source knows them: texts per language.
    """

    wie: Mapping[str, str]
    soort: str
    wat: Mapping[str, str]
    bron: Mapping[str, str]
    vanaf: Mapping[str, str]
    tot: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Mandaatblik:
    """What the register said on `dag` about a task and a body. Texts per language ("nl", "en").

    `regels`: of this body on that day; `andere_dag`: of this body on another day; `anderen`: of others on
    that day. `besluitbevoegd`: what the source says of the body, None where it says nothing. Never a verdict.
    """

    dag: date
    taak: Mapping[str, str]
    regels: tuple[Mandaatregel, ...] = ()
    andere_dag: tuple[Mandaatregel, ...] = ()
    anderen: tuple[Mandaatregel, ...] = ()
    besluitbevoegd: bool | None = None
    beleid: str = ""

    def frozen(self) -> dict[str, Any]:
        """As it is kept beside the besluit: plain values only."""
        return asdict(self) | {"dag": self.dag.isoformat()}

    @classmethod
    def thawed(cls, kept: Mapping[str, Any]) -> "Mandaatblik":
        """From what was kept."""
        rows = {
            naam: tuple(Mandaatregel(**regel) for regel in kept[naam])
            for naam in ("regels", "andere_dag", "anderen")
        }
        return cls(**{**kept, **rows, "dag": date.fromisoformat(kept["dag"])})


@dataclass(frozen=True, slots=True)
class NieuwBesluit:
    """What was decided: its words, the task that it is about, whom it binds, who voted how, whom it touches.

    `gebonden`: GM codes. `stemmen`: GM code to one of STEMMEN; who is not named did not vote. `raakt`: ids of
    bodies, and GM codes, that have to hear of it. `zonder_voorbereiding`: why, when no annotation was out.
    """

    tekst: str
    taak: str
    gebonden: frozenset[str] = frozenset()
    stemmen: Mapping[str, str] | None = None
    raakt: frozenset[str] = frozenset()
    zonder_voorbereiding: str = ""


def check_besluit(nieuw: NieuwBesluit, deelnemers: frozenset[str], punt: str) -> None:
    """Refused: besluit_zonder_tekst, tekst_te_lang, niemand_gebonden, gebonden_doet_niet_mee, stem_onbekend,
    besluit_zonder_voorbereiding."""
    check_tekst(nieuw.tekst, "besluit_zonder_tekst")
    if not nieuw.gebonden:
        raise Refused("niemand_gebonden")
    stemmen = nieuw.stemmen or {}
    if not (nieuw.gebonden | set(stemmen)) <= deelnemers:
        raise Refused("gebonden_doet_niet_mee")
    if not set(stemmen.values()) <= set(STEMMEN):
        raise Refused("stem_onbekend")
    if punt != "voorbereid" and not nieuw.zonder_voorbereiding.strip():
        raise Refused("besluit_zonder_voorbereiding")


# --- an action --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class NieuweActie:
    """Who does what before which day. `gemeente`: GM code of the owner; none when it is for the region."""

    wat: str
    wie: str
    uiterlijk: date
    gemeente: str = ""


def check_actie(nieuw: NieuweActie, deelnemers: frozenset[str], vanaf: date) -> None:
    """Refused: actie_zonder_wat, actie_zonder_eigenaar, actie_eigenaar_doet_niet_mee, actie_te_vroeg."""
    check_tekst(nieuw.wat, "actie_zonder_wat")
    if not nieuw.wie.strip():
        raise Refused("actie_zonder_eigenaar")
    if nieuw.gemeente and nieuw.gemeente not in deelnemers:
        raise Refused("actie_eigenaar_doet_niet_mee")
    if nieuw.uiterlijk < vanaf:
        raise Refused("actie_te_vroeg", datum=vanaf)


def check_vervolg(soort: str, reden: str, uiterlijk: date | None, today: date) -> None:
    """What came of an action. Only that it was done needs no reason; who needs longer says until when.

    Refused: vervolg_onbekend, reden_verplicht, actie_nieuwe_dag.
    """
    if soort not in VERVOLGEN:
        raise Refused("vervolg_onbekend")
    if soort != "gedaan" and not reden.strip():
        raise Refused("reden_verplicht")
    if soort == "loopt_uit" and (uiterlijk is None or uiterlijk <= today):
        raise Refused("actie_nieuwe_dag")


def may_follow(rol: Rol | None, eigen: frozenset[str], eigenaar: str) -> bool:
    """Whether somebody may say what came of an action: the region of every one, a municipality of its own."""
    if rol is Rol.REGIOMANAGER:
        return True
    return rol in VOLGT_ACTIES and bool(eigenaar) and eigenaar in eigen


# --- the minutes ------------------------------------------------------------------------------------


def check_adoption(
    rol: Rol | None, overleg: Overleg, schreef: str, door: str, open_punten: Sequence[str]
) -> None:
    """Minutes are settled by a member of the body who did not write them, when every item had its end.

    Refused: niet_van_dit_overleg, verslag_eigen_werk, punten_open.
    """
    check_member(rol, overleg)
    if schreef == door:
        raise Refused("verslag_eigen_werk")
    if open_punten:
        raise Refused("punten_open", punten=", ".join(open_punten))


def digest(inhoud: Mapping[str, Any]) -> str:
    """SHA-256 (hex) of minutes, whatever the order in which their parts were written down."""
    text = json.dumps(inhoud, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()
