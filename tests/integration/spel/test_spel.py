"""What is played through the acts comes out of every engine as it was counted by hand."""

import os
from collections import Counter
from dataclasses import replace
from datetime import timedelta

import pytest

from koers.actions.monitor.mart import refresh_mart
from koers.actions.toegang.plan.lezen import read_plan
from koers.actions.toegang.schrijnend import read_schrijnend
from koers.actions.toegang.toekomst import open_toekomstplannen
from koers.analytics.engines import engine
from koers.analytics.mart import mart_files
from koers.analytics.measures import definition
from koers.analytics.model.windows import windows
from koers.domain.actor import systeemactor
from koers.registers.klok import vandaag
from koers.registers.toegang.models import Besluit, Toekomstplan
from koers.registers.zorg.models import Toewijzing
from tests.integration.spel import handtelling
from tests.integration.spel.speler import EERSTE_DAG, Speler
from tests.integration.spel.stappen import future_plans
from tests.wereld import ASSEN, MIDDEN_DRENTHE

pytestmark = pytest.mark.django_db
LANG = os.environ.get("KOERS_LANG") == "1"
GEZINNEN = 1_000 if LANG else 60
HELE_GEZINNEN = 200 if LANG else 30  # of these every step is played


@pytest.fixture
def gespeeld(settings):
    """The player after the game; the mart is made of what the register holds."""
    return played(GEZINNEN)


def played(gezinnen: int, *, heel: bool = False) -> Speler:
    """So many families through the acts, and the mart of what the register then holds."""
    speler = Speler(zaad=20261123, heel=heel)
    speler.play(gezinnen)
    refresh_mart(by=systeemactor("mart", functionaris="controller"))
    return speler


def by_hand(speler) -> dict[tuple[str, str], tuple[Counter, Counter | None]]:
    """Per indicator and reading: the count, and what it is a part of where that was counted too."""
    hand, kinderen = handtelling, speler.kinderen
    jaren = range(EERSTE_DAG.year, vandaag().year + 1)
    zwaar = hand.young_people(kinderen, jaren)
    return {
        ("aandeel-specialistisch", "in-de-periode"): (zwaar, None),
        ("aandeel-specialistisch", "stand-31-december"): (hand.on_the_last_day(kinderen, jaren), None),
        ("aandeel-specialistisch", "instroom"): (hand.begun(kinderen, jaren), None),
        ("aandeel-jeugdzorg", "tot-en-met-18"): (hand.any_care(kinderen, jaren, oudste=18), None),
        ("aandeel-jeugdzorg", "tot-en-met-22"): (hand.any_care(kinderen, jaren, oudste=22), None),
        ("verwijzingen-team-jeugd", "team-jeugd"): (
            hand.referrals(kinderen, team_jeugd=True),
            hand.referrals(kinderen),
        ),
        ("doorverwijzingen-huisarts-school", "begonnen-hulp"): (
            hand.through_practice_or_school(kinderen),
            None,
        ),
        ("wachttijd", "sinds-de-vraag"): hand.waits(kinderen),
        ("wachttijd", "licht"): hand.light_waits(kinderen),
        ("wachttijd-licht", "begonnen"): hand.within_four_weeks(kinderen),
        ("herindicaties-huisarts", "aantal-sinds-basisjaar"): (hand.gone_on_by_a_practice(kinderen), None),
        ("combinatie-voorliggend", "zelfde-periode"): (hand.with_freely(kinderen, jaren), zwaar),
        ("preventieve-voorzieningen", "begonnen"): (hand.freely_begun(kinderen), None),
        ("clienttevredenheid", "passend"): (hand.answers(speler, passend=True), hand.answers(speler)),
        ("uitgaven-team-jeugd", "team-jeugd"): (hand.spent(speler, team_jeugd=True), hand.spent(speler)),
        **hand.ladder(kinderen),
    }


def differences(speler, motor, data) -> list[str]:
    """Where an engine counts something else than the hand."""
    years = windows("jaar", EERSTE_DAG.year, vandaag().year)
    found = []
    for (indicator, lezing), (teller, noemer) in by_hand(speler).items():
        outcome = motor.compute(definition(indicator, lezing).maat, data, years, ("gemeente",))
        counted = {(u.groep[0], int(u.periode)): u for u in outcome}
        for gemeente in (MIDDEN_DRENTHE, ASSEN):
            for year in (int(y.naam) for y in years):
                u = counted.get((gemeente, year))
                met = (u.teller if u else 0, (u.noemer or 0) if u and noemer is not None else 0)
                hand = (teller[gemeente, year], noemer[gemeente, year] if noemer is not None else 0)
                if met != hand:
                    found.append(f"{indicator} {lezing} {gemeente} {year}: {met}, by hand {hand}")
    return found


def test_every_indicator_is_what_was_counted_by_hand(gespeeld, settings):
    hand = by_hand(gespeeld)
    assert sum(hand["aandeel-specialistisch", "in-de-periode"][0].values()) > GEZINNEN / 4
    for naam in ("in_memory", "ibis"):
        motor = engine(naam)
        assert differences(gespeeld, motor, motor.load(mart_files(settings.MART))) == [], naam


def _earlier(rij):
    return replace(rij, einddatum=rij.einddatum - timedelta(days=1)) if rij.einddatum else rij


FOUTEN = {
    "the last day is forgotten": ("spells", _earlier),
    "a stop is not heard": ("spells", lambda rij: replace(rij, einddatum=None)),
    "municipalities are mixed up": ("spells", lambda rij: replace(rij, gemeente=MIDDEN_DRENTHE)),
    "level three counts as four": ("spells", lambda rij: replace(rij, niveau=max(rij.niveau, 4))),
    "a month of birth is one late": (
        "spells",
        lambda rij: replace(
            rij, geboortemaand=f"{rij.geboortemaand[:5]}{min(int(rij.geboortemaand[5:]) + 1, 12):02}"
        ),
    ),
    "help begins a day later": (
        "spells",
        lambda rij: replace(rij, begindatum=rij.begindatum + timedelta(days=1)),
    ),
    "a credit is not subtracted": ("declaraties", lambda rij: replace(rij, bedrag_cent=abs(rij.bedrag_cent))),
    "everybody is satisfied": ("ervaringen", lambda rij: replace(rij, passend=True)),
    "the first talk is taken for the question": (
        "lichte_hulp",
        lambda rij: replace(rij, vraagdatum=rij.begindatum or rij.vraagdatum),
    ),
    "what is freely there ends a year late": (
        "voorliggend",
        lambda rij: replace(rij, einddatum=rij.einddatum and rij.einddatum + timedelta(days=365)),
    ),
    "who prepared it is lost": ("verwijzingen", lambda rij: replace(rij, team=None)),
    "that help went on is lost": ("verwijzingen", lambda rij: replace(rij, herindicatie=False)),
    "a practice counts as the local team": ("lichte_hulp", lambda rij: replace(rij, soort="lokaal_team")),
    "an open step counts as walked": (
        "ladder",
        lambda rij: replace(rij, overgeslagen="nee") if rij.overgeslagen == "open" else rij,
    ),
    "a step that did not apply counts as walked": (
        "ladder",
        lambda rij: replace(rij, overgeslagen=rij.overgeslagen.replace("niet_van_toepassing", "nee")),
    ),
    "own strength is taken for the surroundings": (
        "ladder",
        lambda rij: replace(rij, eigen_kracht=rij.omgevingskracht),
    ),
    "what is there for everybody is always walked": (
        "ladder",
        lambda rij: replace(rij, algemene_voorziening="helpt_deels"),
    ),
    "a crisis is not heard": ("ladder", lambda rij: replace(rij, uitzondering="geen")),
    "hardship counts as a crisis": (
        "ladder",
        lambda rij: replace(rij, uitzondering=rij.uitzondering.replace("hardheidsclausule", "crisis")),
    ),
    "the channel is lost": ("verwijzingen", lambda rij: replace(rij, kanaal=None)),
    "the question is dated a day late": (
        "verwijzingen",
        lambda rij: replace(rij, datum=rij.datum + timedelta(days=1)),
    ),
}


def test_planted_faults_between_the_register_and_the_figure_are_met(settings):
    """Every fault on the way shows in some figure; a fault in all rows of a table, as a wrong view makes.

    Sixty families are enough to meet each of them.
    """
    gespeeld = played(60)
    motor = engine("in_memory")
    right = motor.load(mart_files(settings.MART))
    met = {}
    for fout, (tabel, change) in FOUTEN.items():
        wrong = {**right, tabel: [change(rij) for rij in right[tabel]]}
        met[fout] = bool(differences(gespeeld, motor, wrong))
    assert met == dict.fromkeys(FOUTEN, True)


def test_every_step_of_a_family_is_read_as_it_was_counted_by_hand(settings):
    """Plan, second pair of eyes, evaluation and going on, money and the plan for after eighteen."""
    speler = played(HELE_GEZINNEN, heel=True)
    stappen = speler.stappen
    for naam in ("in_memory", "ibis"):
        motor = engine(naam)
        assert differences(speler, motor, motor.load(mart_files(settings.MART))) == [], naam
    assert min(len(stappen.plannen), len(stappen.vervolg), sum(stappen.samen.values())) > 2
    for by, gezin, versions in stappen.plannen:
        assert len(read_plan(by=by, gezin_id=gezin).versies) == versions
    followed = dict(Toewijzing.objects.filter(voorganger__isnull=False).values_list("pk", "voorganger"))
    assert followed == dict(stappen.vervolg)
    by_two = Besluit.objects.exclude(indiener="").values_list("gemeente", flat=True)
    assert Counter(by_two) == stappen.samen
    open_toekomstplannen(by=systeemactor("dagelijks", functionaris="coördinator toegang"))
    opened = Toekomstplan.objects.values_list("gemeente", flat=True)
    assert Counter(opened) == future_plans(speler.kinderen)
    for gemeente in (MIDDEN_DRENTHE, ASSEN):
        stand = read_schrijnend(by=speler.consulenten[gemeente]).stand
        counted = (stappen.toegezegd[gemeente], stappen.gevraagd[gemeente])
        assert (stand.toegezegd_cent, stand.verwacht_cent) == counted
