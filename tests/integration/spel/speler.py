"""Plays families day by day through the acts, and writes down for itself what happened.

It knows the acts and nothing of views, marts or measures: what it writes down is what somebody with paper
and pencil would.
"""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random
from uuid import UUID, uuid4

from koers.actions.kern.gezinnen import NieuwLid, add_gezinslid, register_gezin
from koers.actions.toegang.besluiten import decide_besluit
from koers.actions.toegang.licht import (
    register_ervaring,
    register_lichte_hulp,
    register_lichte_stap,
    register_voorliggend,
)
from koers.actions.toegang.melden import NieuweMelding, register_melding
from koers.actions.toegang.notities import begin_notitie, complete_notitie
from koers.actions.toegang.overdragen import NieuweOverdracht, step_up_lichte_hulp
from koers.actions.toegang.poh import NieuweLichteVraag, ask_lichte_hulp, correct_lichte_hulp
from koers.actions.toegang.treden import correct_trede, register_trede, register_uitzondering
from koers.actions.zorg.herindicatie import HerindicatieGrond, refer_herindicatie
from koers.actions.zorg.toewijzen import assign_toewijzing, register_declaratie, register_start, register_stop
from koers.domain.actor import Actor
from koers.domain.eerste_notitie import NotitieInhoud
from koers.domain.ladder import OPEN, VOORLIGGENDE_TREDEN, Trede, Uitzondering
from koers.domain.lichte_hulp import LichteStap, Verloop
from koers.domain.personen import NieuwPersoon
from koers.domain.rollen import Rol
from koers.registers.klok import vandaag
from koers.registers.zorg.models import Contractproduct
from tests.integration.spel.stappen import Stappen
from tests.wereld import (
    ASSEN,
    MIDDEN_DRENTHE,
    actor_of,
    ask,
    granted,
    make_actor,
    make_medewerker,
    make_organisatie,
    make_product,
    rejected,
)

EERSTE_DAG = date(2021, 11, 1)
NIET_GENOEG = ("helpt_deels", "helpt_deels", "niet_passend", "niet_beschikbaar", "niet_van_toepassing")
TIJDELIJK, VOORGOED = "20", ("19", "31")
GEZINNEN_PER_CONSULENT = 25
# Birthdays near a border of age, of a year and of a month, beside ordinary ones.
BIJZONDER = [
    (2003, 12, 31),
    (2004, 2, 29),
    (2005, 1, 31),
    (2006, 12, 1),
    (2023, 1, 15),
    (2024, 8, 1),
]


@dataclass
class Stuk:
    """Help from a day up to and including a day, or still going on."""

    begin: date
    eind: date | None = None


@dataclass
class Hulp:
    niveau: int
    stukken: list[Stuk] = field(default_factory=list)
    voorgoed_gestopt: bool = False


@dataclass
class Vraag:
    """A question: its day, by whom, whether Team Jeugd prepared the besluit, and the first help it led to."""

    datum: date
    kanaal: str
    team_jeugd: bool
    hulp: Hulp | None = None


@dataclass
class Licht:
    """A light question, its first talk and its last day, if they came."""

    vraag: date
    begin: date | None = None
    eind: date | None = None
    poh: bool = False


@dataclass
class Toekenning:
    """A besluit of the toegang that grants help: what each step gave by then, and the exception if any."""

    datum: date
    treden: dict[str, str]
    uitzondering: str


@dataclass
class Kind:
    geboren: date
    gemeente: str
    vragen: list[Vraag] = field(default_factory=list)
    hulp: list[Hulp] = field(default_factory=list)
    licht: list[Licht] = field(default_factory=list)
    voorliggend: list[Stuk] = field(default_factory=list)
    huisarts_opnieuw: list[date] = field(default_factory=list)
    toekenningen: list[Toekenning] = field(default_factory=list)


@dataclass
class Antwoord:
    """Whether the help was fitting, on a day."""

    gemeente: str
    datum: date
    passend: bool


@dataclass
class Declaratie:
    gemeente: str
    maand: date
    bedrag_cent: int
    team_jeugd: bool


class Speler:
    """Two municipalities, with a consulent and a POH Jeugd for every few families, and products of levels
    3 to 8."""

    def __init__(self, zaad: int, *, heel: bool = False) -> None:
        self.r = Random(zaad)
        self.stappen = Stappen(self) if heel else None
        self.kinderen: list[Kind] = []
        self.antwoorden: list[Antwoord] = []
        self.declaraties: list[Declaratie] = []
        self.aanbieders: dict[str, Actor] = {}
        self.consulenten: dict[str, Actor] = {}
        self.collegas: dict[str, Actor] = {}
        self.pohs: dict[str, Actor] = {}
        self.producten: dict[str, list[Contractproduct]] = {}
        for gemeente in (MIDDEN_DRENTHE, ASSEN):
            aanbieder = make_organisatie(gemeente, "aanbieder")
            self.aanbieders[gemeente] = actor_of(make_medewerker(Rol.AANBIEDER, gemeente, soort="aanbieder"))
            self.producten[gemeente] = [
                make_product(aanbieder, niveau=niveau, code=f"45A{niveau:02}") for niveau in range(3, 9)
            ]

    def play(self, gezinnen: int) -> None:
        """So many families, one after the other."""
        for nummer in range(gezinnen):
            if nummer % GEZINNEN_PER_CONSULENT == 0:
                self._new_colleagues()
            self._family(nummer)
            if nummer % 2:
                self._at_the_practice(nummer)

    def _new_colleagues(self) -> None:
        """Nobody works with hundreds of families: then every act looks through hundreds of them."""
        for gemeente in (MIDDEN_DRENTHE, ASSEN):
            self.consulenten[gemeente] = make_actor(Rol.JEUGDCONSULENT, gemeente)
            self.collegas[gemeente] = make_actor(Rol.JEUGDCONSULENT, gemeente)
            self.pohs[gemeente] = actor_of(make_medewerker(Rol.POH_JEUGD, gemeente, soort="huisartspraktijk"))

    def _family(self, nummer: int) -> None:
        gemeente = self.r.choice([MIDDEN_DRENTHE, ASSEN])
        by = self.consulenten[gemeente]
        namen = [f"Speler{nummer}a", *(f"Speler{nummer}{x}" for x in "bc"[: self.r.choice((0, 0, 1, 2))])]
        kinderen, gezin = [], None
        for naam in namen:
            kind = Kind(self._birthday(), gemeente)
            persoon = NieuwPersoon(achternaam=naam, roepnaam=naam[::-1], geboortedatum=kind.geboren)
            if gezin is None:
                gezin = register_gezin(by=by, jeugdige=persoon, toch=True, formulier=uuid4())
                kinderen.append((kind, self._only_child(by, gezin)))
            else:
                lid = NieuwLid(persoon=persoon, rol="jeugdige")
                kinderen.append(
                    (kind, add_gezinslid(by=by, gezin_id=gezin, lid=lid, toch=True, formulier=uuid4()))
                )
        self.kinderen += [kind for kind, _ in kinderen]
        for kind, id_ in kinderen:
            for _ in range(self.r.choice((0, 1, 1, 2, 3))):
                self._question(by, gezin, kind, id_)
            if self.r.random() < 0.4:
                self._light(by, kind, id_)
            for _ in range(self.r.choice((0, 0, 1, 2))):
                self._freely(by, kind, id_)
        if self.stappen:
            self.stappen.family(by, gezin, kinderen)

    def _at_the_practice(self, nummer: int) -> None:
        """A POH Jeugd gets a question of a child that nobody else knows, and sometimes hands it over."""
        gemeente = self.r.choice([MIDDEN_DRENTHE, ASSEN])
        by, kind = self.pohs[gemeente], Kind(self._birthday(), gemeente)
        self.kinderen.append(kind)
        licht = Licht(self._day(max(EERSTE_DAG, kind.geboren)), poh=True)
        kind.licht.append(licht)
        persoon = NieuwPersoon(achternaam=f"Praktijk{nummer}", roepnaam="Pip", geboortedatum=kind.geboren)
        hulp = ask_lichte_hulp(by=by, vraag=NieuweLichteVraag(licht.vraag, kind=persoon))
        if self.r.random() < 0.8:
            licht.begin = self._day(licht.vraag)
            register_lichte_stap(by=by, lichte_hulp_id=hulp, stap=LichteStap("start", licht.begin))
        dag = self._day(licht.begin or licht.vraag)
        einde = self.r.choice(("", "afgerond", "opgeschaald", "verbeterd"))
        if einde == "afgerond":
            licht.eind = dag
            register_lichte_stap(by=by, lichte_hulp_id=hulp, stap=LichteStap(einde, dag, 90, 3))
        elif einde == "opgeschaald":
            licht.eind = dag
            overdracht = NieuweOverdracht(dag, "Het gaat niet.", "Wat er speelt.", "ouder", 60, 2)
            step_up_lichte_hulp(by=by, lichte_hulp_id=hulp, overdracht=overdracht)
        elif einde == "verbeterd":
            licht.vraag = self._day(max(EERSTE_DAG, kind.geboren))
            licht.begin = self._day(licht.vraag)
            right = Verloop(licht.vraag, licht.begin)
            correct_lichte_hulp(by=by, lichte_hulp_id=hulp, verloop=right, reden="Verkeerde dag")

    def _light(self, by: Actor, kind: Kind, id_: UUID) -> None:
        licht = Licht(self._day(max(EERSTE_DAG, kind.geboren)))
        kind.licht.append(licht)
        hulp = register_lichte_hulp(by=by, jeugdige_id=id_, datum=licht.vraag)
        if self.r.random() < 0.8:
            licht.begin = self._day(licht.vraag)
            register_lichte_stap(by=by, lichte_hulp_id=hulp, stap=LichteStap("start", licht.begin))
        if self.r.random() < 0.6:
            licht.eind = self._day(licht.begin or licht.vraag)
            soort = self.r.choice(("afgerond", "opgeschaald", "gestopt_door_gezin"))
            register_lichte_stap(by=by, lichte_hulp_id=hulp, stap=LichteStap(soort, licht.eind, 90, 3))

    def _freely(self, by: Actor, kind: Kind, id_: UUID) -> None:
        stuk = Stuk(self._day(max(EERSTE_DAG, kind.geboren)))
        if self.r.random() < 0.7:
            stuk.eind = self._day(stuk.begin)
        kind.voorliggend.append(stuk)
        tot = stuk.eind and stuk.eind + timedelta(days=1)
        register_voorliggend(
            by=by, jeugdige_id=id_, voorziening="weerbaarheid", datum=stuk.begin, tot_datum=tot
        )

    def _only_child(self, by: Actor, gezin: UUID) -> UUID:
        from koers.actions.kern.gezin_lezen import read_gezin

        return read_gezin(by=by, gezin_id=gezin).leden[0].id

    def _birthday(self) -> date:
        if self.r.random() < 0.3:
            return date(*self.r.choice(BIJZONDER))
        return date(2004, 1, 1) + timedelta(days=self.r.randrange(365 * 22))

    def _day(self, vanaf: date) -> date:
        """A day from this one on, often near the turn of a year, never after today."""
        latest = vandaag()
        vanaf = min(vanaf, latest)
        if self.r.random() < 0.25:
            turn = date(vanaf.year, 12, 31) + timedelta(days=self.r.randint(-1, 1))
            if vanaf <= turn <= latest:
                return turn
        return vanaf + timedelta(days=self.r.randint(0, min(400, (latest - vanaf).days)))

    def _question(self, by: Actor, gezin: UUID, kind: Kind, id_: UUID) -> None:
        datum = self._day(max(EERSTE_DAG, kind.geboren))
        verwijzer = self.r.choice(("06", "06", "01", "02", "03", "04", "05", "08"))
        kanaal = self.r.choice(("", "school", "huisarts"))
        melding = NieuweMelding((id_,), datum, verwijzer, kanaal=kanaal)
        (casus,) = self._ask(by, gezin, melding, by_note=len(self.kinderen) % 3 == 0)
        toegang = verwijzer in ("06", "01")
        vraag = Vraag(datum, kanaal, team_jeugd=False)
        kind.vragen.append(vraag)
        for _ in range(1 if toegang else self.r.choice((0, 1, 1, 2))):
            ingang = self._day(datum)
            product = self.r.choice(self.producten[kind.gemeente])
            if toegang and not self._decide(by, kind, casus, ingang, product):
                return
            vraag.team_jeugd = toegang
            toewijzing = assign_toewijzing(
                by=by, casus_id=casus, contractproduct_id=product.pk, ingangsdatum=ingang
            )
            hulp = Hulp(product.niveau)
            kind.hulp.append(hulp)
            self.help(by, casus, toewijzing, kind, hulp, ingang, team_jeugd=toegang)
            if vraag.hulp is None or ingang < self._eerste_ingang:
                vraag.hulp, self._eerste_ingang = hulp, ingang
            laatste = toewijzing
            if self.stappen and toegang and hulp.stukken:
                self.stappen.goes_on(by, casus, toewijzing, kind, product, kanaal)
        if not toegang and vraag.hulp and self.r.random() < 0.5:
            self._goes_on(by, kind, laatste, verwijzer, self._day(datum))

    def help(
        self,
        by: Actor,
        casus: UUID,
        toewijzing: UUID,
        kind: Kind,
        hulp: Hulp,
        vanaf: date,
        *,
        team_jeugd: bool,
    ) -> None:
        """Help begins and stops, costs something, and the family says what it thought of it."""
        self._steps(by, toewijzing, hulp, vanaf)
        self._afterwards(by, casus, toewijzing, kind, hulp, team_jeugd=team_jeugd)

    def _goes_on(self, by: Actor, kind: Kind, toewijzing: UUID, verwijzer: str, dag: date) -> None:
        """The doctor or institution lets the help go on; a doctor gives a reason."""
        reden = "Klachten blijven." if verwijzer in ("02", "03", "05") else ""
        refer_herindicatie(by=by, grond=HerindicatieGrond(toewijzing, reden), datum=dag)
        if verwijzer == "02":
            kind.huisarts_opnieuw.append(dag)

    def _ask(self, by: Actor, gezin: UUID, melding: NieuweMelding, *, by_note: bool) -> tuple[UUID, ...]:
        """Straight away, or by way of a first note on the phone."""
        if not by_note:
            return register_melding(by=by, gezin_id=gezin, melding=melding)
        notitie = begin_notitie(by=by, inhoud=NotitieInhoud(vraag="belt"), formulier=uuid4())
        return complete_notitie(
            by=by, notitie_id=notitie, versie=1, gezin_id=gezin, melding=melding, formulier=uuid4()
        )

    def _afterwards(
        self, by: Actor, casus: UUID, toewijzing: UUID, kind: Kind, hulp: Hulp, *, team_jeugd: bool
    ) -> None:
        """What the help cost by month, now and then a credit, and what the family thought of it."""
        aanbieder = self.aanbieders[kind.gemeente]
        for stuk in hulp.stukken:
            bedrag = self.r.choice((95_00, 1_234_56, -45_10))
            register_declaratie(by=aanbieder, toewijzing_id=toewijzing, maand=stuk.begin, bedrag_cent=bedrag)
            self.declaraties.append(Declaratie(kind.gemeente, stuk.begin, bedrag, team_jeugd))
        if hulp.stukken and self.r.random() < 0.5:
            datum, passend = self._day(hulp.stukken[-1].begin), self.r.randint(1, 5)
            register_ervaring(by=by, casus_id=casus, wie="ouder", passend=passend, datum=datum)
            self.antwoorden.append(Antwoord(kind.gemeente, datum, passend >= 4))

    def _decide(self, by: Actor, kind: Kind, casus: UUID, dag: date, product: Contractproduct) -> bool:
        ask(by, casus, dag)
        grants = self.r.random() < 0.8
        if grants:
            kind.toekenningen.append(self.walk(by, casus, dag))
        if grants and self.stappen and self.r.random() < 0.4:
            # Above the mandate the besluit is taken on the day on which a colleague agrees: today.
            kind.toekenningen[-1].datum = vandaag()
            return self.stappen.second_pair(by, casus, kind, granted(product, dag, bedrag_cent=18_000_00))
        decide_besluit(by=by, casus_id=casus, besluit=granted(product, dag) if grants else rejected(dag))
        if grants and not self.stappen and self.r.random() < 0.2 and dag < vandaag():
            trede = Trede(self.r.choice(VOORLIGGENDE_TREDEN), "niet_passend", "Later bleek dit.", vandaag())
            register_trede(by=by, casus_id=casus, trede=trede)
        return grants

    def walk(self, by: Actor, casus: UUID, dag: date) -> Toekenning:
        """Every step gets an outcome by that day, unless an exception leaves it open."""
        uitzondering = self.r.choice((*[""] * 8, "crisis", "hardheidsclausule"))
        if uitzondering:
            why = Uitzondering(uitzondering, "Wachten kon niet.", dag)
            register_uitzondering(by=by, casus_id=casus, uitzondering=why)
        said = {
            trede: OPEN if uitzondering and self.r.random() < 0.5 else self._step(by, casus, trede, dag)
            for trede in VOORLIGGENDE_TREDEN
        }
        return Toekenning(dag, said, uitzondering)

    def _step(self, by: Actor, casus: UUID, trede: str, dag: date) -> str:
        """One step, sometimes with an earlier outcome, sometimes mended afterwards; what holds in the end."""
        first, last = (self.r.choice(NIET_GENOEG) for _ in range(2))
        if self.r.random() < 0.2:
            earlier = Trede(trede, "helpt", "Eerst ging het.", dag - timedelta(days=10))
            register_trede(by=by, casus_id=casus, trede=earlier)
        said = Trede(trede, first, "Dit alleen is niet genoeg.", dag)
        uitkomst = register_trede(by=by, casus_id=casus, trede=said)
        if self.r.random() < 0.2:
            right = replace(said, uitkomst=last)
            correct_trede(by=by, casus_id=casus, uitkomst_id=uitkomst, trede=right, reden="Verschreven")
            return last
        return first

    def _steps(self, by: Actor, toewijzing: UUID, hulp: Hulp, vanaf: date) -> None:
        """Starts, pauses and stops, for as long as the dice and today allow."""
        while self.r.random() < 0.85 and vanaf <= vandaag():
            stuk = Stuk(self._day(vanaf))
            register_start(by=by, toewijzing_id=toewijzing, datum=stuk.begin)
            hulp.stukken.append(stuk)
            if self.r.random() < 0.35:
                return
            stuk.eind = self._day(stuk.begin)
            reden = self.r.choice((TIJDELIJK, TIJDELIJK, *VOORGOED))
            register_stop(by=by, toewijzing_id=toewijzing, datum=stuk.eind, reden=reden)
            if reden != TIJDELIJK:
                hulp.voorgoed_gestopt = True
                return
            vanaf = stuk.eind + timedelta(days=1)
