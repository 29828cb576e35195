"""A casus goes from the JeugdTeam to a new owner, by a day, and talked over with the family.

The JeugdTeam is dissolved and its work goes back to who is good at it; nobody may fall between two stools.
A change of owner or day stands beside the earlier ones, with its reason. Source: Koersen, chapter 4 (a new
start, opgave 4); product row S2b.
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from koers.domain.rollen import TOEGANG, Rol
from koers.domain.uitvoeringsagenda import check_past_day
from koers.domain.vergadering import check_tekst
from koers.domain.weigering import Refused

JEUGDTEAM = "JeugdTeam"
LANGSTE_DRAGER = 120
TEAM_JEUGD = "team_jeugd"
# Who can take a casus over, and at which kinds of organisation that can be.
EIGENAREN: Mapping[str, frozenset[str]] = {
    TEAM_JEUGD: frozenset(),
    "poh_jeugd": frozenset({"huisartspraktijk", "welzijn"}),
    "welzijn": frozenset({"welzijn"}),
    "ggd": frozenset({"ggd"}),
    "school": frozenset({"school"}),
    "kinderopvang": frozenset({"kinderopvang"}),
    "aanbieder": frozenset({"aanbieder"}),
    "gecertificeerde_instelling": frozenset({"gecertificeerde_instelling"}),
}
TOEGEWEZEN, OVERGENOMEN, GESLOTEN = "toegewezen", "overgenomen", "gesloten"
STAPPEN = (TOEGEWEZEN, OVERGENOMEN, GESLOTEN)
ZONDER_EIGENAAR = "zonder_eigenaar"
# How a casus is counted: each stands in exactly one. The first three are between two stools.
TUSSEN_WAL_EN_SCHIP = (ZONDER_EIGENAAR, "zonder_dag", "te_laat")
LOPEND = (*TUSSEN_WAL_EN_SCHIP, "op_schema")
GROEPEN = (*LOPEND, OVERGENOMEN, GESLOTEN)
# Who meets the exact numbers; everybody else that steers gets them through disclosure.
TELT_EXACT = TOEGANG | {Rol.CONTROLLER, Rol.BELEIDSADVISEUR, Rol.REGIOMANAGER}


@dataclass(frozen=True, slots=True)
class NieuweEigenaar:
    """Who takes a casus over and by when, agreed on `datum`; `medewerker`: who becomes regisseur.

    `uiterlijk`: None while no day is agreed. `reden`: needed when something else was agreed before.
    """

    eigenaar: str
    datum: date
    uiterlijk: date | None = None
    organisatie: UUID | None = None
    medewerker: UUID | None = None
    reden: str = ""


@dataclass(frozen=True, slots=True)
class Stap:
    """What came of it on a day. `uiterlijk` and `medewerker`: of an assignment."""

    soort: str
    datum: date
    eigenaar: str = ""
    organisatie: UUID | None = None
    medewerker: UUID | None = None
    uiterlijk: date | None = None


@dataclass(frozen=True, slots=True)
class Gesprek:
    """The family heard on a day who takes over; `over`: the assignment it was about."""

    akkoord: bool
    datum: date
    over: Stap


@dataclass(frozen=True, slots=True)
class Verloop:
    """Where the hand-over of a casus stands, from its facts.

    `regie`: the named regisseur has led this family since the assignment. `afgesloten`: the casus itself is.
    """

    stappen: tuple[Stap, ...] = ()
    gesprekken: tuple[Gesprek, ...] = ()
    regie: bool = False
    afgesloten: bool = False

    @property
    def toewijzing(self) -> Stap | None:
        """The assignment that counts: the last one."""
        return next((een for een in reversed(self.stappen) if een.soort == TOEGEWEZEN), None)

    @property
    def toestand(self) -> str:
        """The state in `domain.toestanden.overgang`."""
        last = self.stappen[-1].soort if self.stappen else ZONDER_EIGENAAR
        if last in (OVERGENOMEN, GESLOTEN):
            return last
        if last == TOEGEWEZEN and self.regie:
            return OVERGENOMEN
        return GESLOTEN if self.afgesloten else last

    @property
    def loopt(self) -> bool:
        """Whether it still has to be handed over."""
        return self.toestand in (ZONDER_EIGENAAR, TOEGEWEZEN)

    @property
    def gesprek(self) -> Gesprek | None:
        """What the family said last of this owner: a talk about another one says nothing of it."""
        now = self.toewijzing
        about = (een for een in reversed(self.gesprekken) if now and _who(een.over) == _who(now))
        return next(about, None)

    def groep(self, today: date) -> str:
        """The one of `GROEPEN` in which it counts."""
        toewijzing = self.toewijzing
        if not self.loopt:
            return self.toestand
        if toewijzing is None:
            return ZONDER_EIGENAAR
        if toewijzing.uiterlijk is None:
            return "zonder_dag"
        return "te_laat" if toewijzing.uiterlijk < today else "op_schema"

    def mist(self, today: date) -> tuple[str, ...]:
        """What is still missing: eigenaar, dag, te_laat, regisseur, gezin, gezin_nee."""
        groep, toewijzing, gesprek = self.groep(today), self.toewijzing, self.gesprek
        if not self.loopt:
            return ()
        if toewijzing is None:
            return ("eigenaar",)
        found = {"zonder_dag": ("dag",), "te_laat": ("te_laat",)}.get(groep, ())
        if toewijzing.eigenaar == TEAM_JEUGD and toewijzing.medewerker is None:
            found = (*found, "regisseur")
        if gesprek is None:
            return (*found, "gezin")
        return found if gesprek.akkoord else (*found, "gezin_nee")


def check_mark(drager: str, datum: date, today: date, melding: date) -> str:
    """Who carries a casus that is to be handed over, without space around it.

    Refused: overgang_zonder_drager, tekst_te_lang, datum_in_toekomst, dag_voor_vorige.
    """
    drager = check_tekst(drager, "overgang_zonder_drager")
    if len(drager) > LANGSTE_DRAGER:
        raise Refused("tekst_te_lang", aantal=LANGSTE_DRAGER)
    check_past_day(datum, today, melding)
    return drager


def check_eigenaar(
    nieuw: NieuweEigenaar, organisaties: Mapping[UUID, str], colleagues: Collection[UUID]
) -> None:
    """`organisaties`: the kind of each that works here. Refused: overgang_eigenaar_onbekend, geen_collega,
    dag_voor_afspraak."""
    kinds = EIGENAREN.get(nieuw.eigenaar)
    known = nieuw.organisatie is None or (kinds is not None and organisaties.get(nieuw.organisatie) in kinds)
    if kinds is None or not known:
        raise Refused("overgang_eigenaar_onbekend")
    if nieuw.medewerker is not None and nieuw.medewerker not in colleagues:
        raise Refused("geen_collega")
    if nieuw.uiterlijk is not None and nieuw.uiterlijk < nieuw.datum:
        raise Refused("dag_voor_afspraak", datum=nieuw.datum)


def check_change(was: Stap | None, nieuw: NieuweEigenaar) -> str:
    """The reason, without space around it; the first assignment needs none.

    Refused: overgang_blijft_gelijk, reden_verplicht, tekst_te_lang.
    """
    if was is None and not nieuw.reden.strip():
        return ""
    wordt = Stap(
        TOEGEWEZEN, nieuw.datum, nieuw.eigenaar, nieuw.organisatie, nieuw.medewerker, nieuw.uiterlijk
    )
    if was is not None and (_who(was), was.uiterlijk) == (_who(wordt), wordt.uiterlijk):
        raise Refused("overgang_blijft_gelijk")
    return check_tekst(nieuw.reden, "reden_verplicht")


def check_overname(toewijzing: Stap | None) -> None:
    """Where a regisseur is known or the owner is Team Jeugd, the regie itself tells that it was taken over.

    Refused: regie_loopt_nog_niet.
    """
    if toewijzing and (toewijzing.eigenaar == TEAM_JEUGD or toewijzing.medewerker is not None):
        raise Refused("regie_loopt_nog_niet")


def counted(verlopen: Sequence[Verloop], today: date) -> dict[str, int]:
    """How many stand in each of `GROEPEN`."""
    groepen = [een.groep(today) for een in verlopen]
    return {groep: groepen.count(groep) for groep in GROEPEN}


def _who(stap: Stap) -> tuple[str, UUID | None, UUID | None]:
    return stap.eigenaar, stap.organisatie, stap.medewerker
