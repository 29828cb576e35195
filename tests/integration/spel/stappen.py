"""What a family goes through beside its help: a plan, a second pair of eyes, an evaluation, money, later on.

As the player does, it writes down for itself what happened.
"""

from collections import Counter
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from koers.actions.toegang.besluiten import approve_besluit, decide_besluit, propose_besluit
from koers.actions.toegang.lezen import read_casus
from koers.actions.toegang.plan.afspreken import NieuweToestemming, register_toestemming
from koers.actions.toegang.plan.bewerken import add_onderdeel, start_plan
from koers.actions.toegang.plan.lezen import read_plan
from koers.actions.toegang.plan.vaststellen import settle_plan
from koers.actions.toegang.schrijnend import (
    ask_schrijnend_geval,
    commit_schrijnend_geval,
    reject_schrijnend_geval,
    set_schrijnend_budget,
)
from koers.actions.zorg.herindicatie import HerindicatieGrond, NieuweEvaluatie, register_evaluatie
from koers.actions.zorg.toewijzen import assign_toewijzing
from koers.domain.actor import Actor
from koers.domain.besluiten import NieuwBesluit
from koers.domain.plan.onderdelen import Doel, Gehoord, Grootte, Woorden
from koers.domain.rollen import Rol
from koers.domain.toestemming import Antwoord
from koers.registers.klok import vandaag
from koers.registers.zorg.models import Contractproduct
from tests.wereld import ASSEN, MIDDEN_DRENTHE, ask, granted, make_actor

if TYPE_CHECKING:
    from tests.integration.spel.speler import Kind, Speler


class Stappen:
    """The steps beside help of every family that is played."""

    def __init__(self, speler: "Speler") -> None:
        self.speler, self.r = speler, speler.r
        self.samen: Counter[str] = Counter()  # besluiten by two, per gemeente
        self.plannen: list[tuple[Actor, UUID, int]] = []  # gezin and its versions
        self.vervolg: list[tuple[UUID, UUID]] = []  # toewijzing and the one it follows
        self.toegezegd: Counter[str] = Counter()  # cents
        self.gevraagd: Counter[str] = Counter()  # cents that nobody decided about
        for gemeente in (MIDDEN_DRENTHE, ASSEN):
            set_schrijnend_budget(
                by=make_actor(Rol.CONTROLLER, gemeente),
                jaar=vandaag().year,
                bedrag_cent=100_000_000,
                besluit="collegebesluit 12",
            )

    def family(self, by: Actor, gezin: UUID, kinderen: "list[tuple[Kind, UUID]]") -> None:
        """A plan for the children under eighteen, and sometimes money because nothing else fits."""
        today = vandaag()
        young = [id_ for kind, id_ in kinderen if _turns(kind.geboren, 16) > today]
        if young and self.r.random() < 0.7:
            self._plan(by, gezin, tuple(young))
        for kind, id_ in kinderen:
            if self.r.random() < 0.3:
                self._money(by, kind, id_)

    def _plan(self, by: Actor, gezin: UUID, kinderen: tuple[UUID, ...]) -> None:
        """Whole and settled, then sometimes again with one more goal."""
        later = vandaag() + timedelta(days=200)
        start_plan(by=by, gezin_id=gezin, jeugdigen=kinderen, grootte=Grootte.LICHT, evaluatiedatum=later)
        delen = read_plan(by=by, gezin_id=gezin).inhoud.delen
        samen, stem = delen[0].id, {deel.jeugdige: deel.id for deel in delen if deel.jeugdige}
        add_onderdeel(by=by, gezin_id=gezin, deel_id=samen, inhoud=Woorden("Wij willen rust."))
        self._goal(by, gezin, samen, kinderen)
        for kind in kinderen:
            heard = Gehoord(kind, True, vandaag(), "de consulent")
            add_onderdeel(by=by, gezin_id=gezin, deel_id=stem[kind], inhoud=heard)
            said = NieuweToestemming(
                kind, Antwoord.BLIJFT_WENSEN, vandaag(), toelichting="Er is nog geen ouder bekend."
            )
            register_toestemming(by=by, gezin_id=gezin, toestemming=said)
        versions = self.r.choice((1, 2))
        for nummer in range(versions):
            if nummer:
                self._goal(by, gezin, samen, kinderen)
            settle_plan(by=by, gezin_id=gezin, versie=read_plan(by=by, gezin_id=gezin).versie)
        self.plannen.append((by, gezin, versions))

    def _goal(self, by: Actor, gezin: UUID, deel: UUID, kinderen: tuple[UUID, ...]) -> None:
        goal = Doel("Rust aan tafel.", "oma", vandaag() + timedelta(days=90), jeugdigen=kinderen)
        add_onderdeel(by=by, gezin_id=gezin, deel_id=deel, inhoud=goal)

    def _money(self, by: Actor, kind: "Kind", id_: UUID) -> None:
        cents = self.r.choice((1_000_00, 2_500_50))
        geval = ask_schrijnend_geval(by=by, jeugdige_id=id_, bedrag_cent=cents, reden="Niets anders past.")
        what = self.r.choice(("wacht", "toegezegd", "toegezegd", "afgewezen"))
        if what == "toegezegd":
            commit_schrijnend_geval(by=by, geval_id=geval)
            self.toegezegd[kind.gemeente] += cents
        elif what == "afgewezen":
            reject_schrijnend_geval(by=by, geval_id=geval, reden="Er is iets anders.")
        else:
            self.gevraagd[kind.gemeente] += cents

    def second_pair(
        self,
        by: Actor,
        casus: UUID,
        kind: "Kind",
        besluit: NieuwBesluit,
        grond: HerindicatieGrond | None = None,
    ) -> bool:
        """Laid before a colleague, who takes it today."""
        collega = self.speler.collegas[kind.gemeente]
        propose_besluit(by=by, casus_id=casus, besluit=besluit, aan=UUID(collega.id), grond=grond)
        open_ = [een for een in read_casus(by=collega, casus_id=casus).aanvragen if een.aan_mij]
        approve_besluit(by=collega, aanvraag_id=open_[0].id)
        self.samen[kind.gemeente] += 1
        return True

    def goes_on(
        self, by: Actor, casus: UUID, toewijzing: UUID, kind: "Kind", product: Contractproduct, kanaal: str
    ) -> None:
        """Evaluated with the family, decided again, by one or by two, and given to the same provider."""
        from tests.integration.spel.speler import Hulp, Toekenning, Vraag

        if self.r.random() < 0.5:
            return
        today, before = vandaag(), kind.toekenningen[-1]
        told = NieuweEvaluatie(today, "allebei", 4, "doorgaan", "Slaapt weer.")
        register_evaluatie(by=by, toewijzing_id=toewijzing, evaluatie=told)
        grond = HerindicatieGrond(toewijzing)
        ask(by, casus, today)
        if self.r.random() < 0.5:
            besluit = granted(product, today, herindicatie=True, bedrag_cent=18_000_00)
            self.second_pair(by, casus, kind, besluit, grond)
        else:
            decide_besluit(
                by=by, casus_id=casus, besluit=granted(product, today, herindicatie=True), grond=grond
            )
        kind.toekenningen.append(Toekenning(today, before.treden, before.uitzondering))
        vervolg = assign_toewijzing(by=by, casus_id=casus, contractproduct_id=product.pk, ingangsdatum=today)
        self.vervolg.append((vervolg, toewijzing))
        hulp = Hulp(product.niveau)
        kind.hulp.append(hulp)
        kind.vragen.append(Vraag(today, kanaal, team_jeugd=True, hulp=hulp))
        self.speler.help(by, casus, vervolg, kind, hulp, today, team_jeugd=True)


def _turns(geboren: date, jaren: int) -> date:
    """The day of that birthday; born on 29 February it is the day after."""
    try:
        return geboren.replace(year=geboren.year + jaren)
    except ValueError:
        return date(geboren.year + jaren, 3, 1)


def future_plans(kinderen: "list[Kind]") -> Counter[str]:
    """For whom a plan for after eighteen is due today, per gemeente: sixteen and a half, with help that was
    given, or a question of the last year."""
    today, found = vandaag(), Counter()
    for kind in kinderen:
        year, month = kind.geboren.year + 16 + kind.geboren.month // 7, (kind.geboren.month + 5) % 12 + 1
        half = (year, month, kind.geboren.day)
        recent = any(vraag.datum >= today - timedelta(days=365) for vraag in kind.vragen)
        runs = any(not hulp.voorgoed_gestopt for hulp in kind.hulp)
        due = half <= (today.year, today.month, today.day) and _turns(kind.geboren, 18) > today
        if due and (recent or runs):
            found[kind.gemeente] += 1
    return found
