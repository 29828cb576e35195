"""Who reads which part: by table, with every border of age, and with faults planted that the table meets."""

from dataclasses import replace
from datetime import date

import pytest

from koers.domain.plan import zicht
from koers.domain.plan.onderdelen import Doel, Hulp, Woorden, texts
from koers.domain.plan.zicht import Kijker, KijkerSoort, Zicht, read_by, who_sees
from koers.domain.toestemming import Betrokkene
from tests.unit.domain.plan.maken import (
    ANDER,
    BIJ_MOEDER,
    BIJ_VADER,
    HUIS_MOEDER,
    KOMPAS,
    MOEDER,
    NOOR,
    OPA,
    SAM,
    SAMEN,
    STEM_NOOR,
    VADER,
    VAN_KOMPAS,
    VANDAAG,
    around,
    whole,
    with_things,
)

DELEN = (SAMEN, STEM_NOOR, BIJ_MOEDER, BIJ_VADER, VAN_KOMPAS)
N, H, G = Zicht.NIETS, Zicht.HOOFDZAKEN, Zicht.GEHEEL
moeder, vader, opa = (Kijker(KijkerSoort.OUDER, wie) for wie in (MOEDER, VADER, OPA))
noor, sam = (Kijker(KijkerSoort.JEUGDIGE, wie) for wie in (NOOR, SAM))
kompas, ander = (Kijker(KijkerSoort.ORGANISATIE, wie) for wie in (KOMPAS, ANDER))
toegang = Kijker(KijkerSoort.TOEGANG)


def born(geboren, gezag=(MOEDER, VADER)):
    return {NOOR: Betrokkene(NOOR, geboren, frozenset(gezag))}


ALLEEN_MOEDER = born(date(2016, 1, 1), (MOEDER,))
BIJ_MOEDER_ALLEEN = around().woont | {NOOR: frozenset({HUIS_MOEDER})}
OPEN = {"geheim": {}}
# reader, circumstances, what they see of: all, the child's voice, mother's and father's home, the provider
TABEL = [
    (toegang, around(), (G, G, G, G, G)),
    (moeder, around(), (G, G, G, N, G)),
    (vader, around(), (G, N, N, G, G)),  # her words may tell where she lives
    (vader, around(**OPEN), (G, G, N, G, G)),
    (vader, around(vrijgegeven=frozenset({(STEM_NOOR, VADER)})), (G, G, N, G, G)),
    (vader, around(achtergehouden=frozenset({(STEM_NOOR, VADER)}), **OPEN), (G, N, N, G, G)),
    (moeder, around(achtergehouden=frozenset({(BIJ_MOEDER, MOEDER)})), (G, G, G, N, G)),  # own part stays own
    (vader, around(vrijgegeven=frozenset({(BIJ_MOEDER, VADER)})), (G, N, N, G, G)),  # secret: never opened
    (vader, around(vrijgegeven=frozenset({(BIJ_MOEDER, VADER)}), **OPEN), (G, G, G, G, G)),
    # the child lives only at the secret address: nothing about her reaches who lives elsewhere
    (vader, around(woont=BIJ_MOEDER_ALLEEN), (N, N, N, G, N)),
    (vader, around(woont=BIJ_MOEDER_ALLEEN, gevraagd=frozenset({VADER})), (N, N, N, G, N)),
    # no gezag: nothing, or on request the main facts
    (vader, around(jeugdigen=ALLEEN_MOEDER), (N, N, N, G, N)),
    (vader, around(jeugdigen=ALLEEN_MOEDER, gevraagd=frozenset({VADER})), (H, N, N, G, H)),
    (opa, around(gevraagd=frozenset({OPA})), (N, N, N, N, N)),
    # the young person
    (noor, around(), (G, G, N, N, G)),
    (noor, around(jaren=17, achtergehouden=frozenset({(STEM_NOOR, NOOR)})), (G, G, N, N, G)),
    (sam, around(), (N, N, N, N, N)),
    # 15 and 16: from 16 parents are others
    (moeder, around(jeugdigen=born(date(2010, 5, 11))), (G, G, G, N, G)),
    (moeder, around(jeugdigen=born(date(2010, 5, 10))), (N, N, G, N, N)),
    (moeder, around(jeugdigen=born(date(2010, 5, 10)), gedeeld=frozenset({(NOOR, MOEDER)})), (G, G, G, N, G)),
    (moeder, around(jeugdigen=born(date(2084, 2, 29)), today=date(2100, 2, 28)), (G, G, G, N, G)),
    (moeder, around(jeugdigen=born(date(2084, 2, 29)), today=date(2100, 3, 1)), (N, N, G, N, N)),
    # organisations: only with consent, and never each other's section or a home
    (kompas, around(), (N, N, N, N, G)),
    (kompas, around(gedeeld=frozenset({(NOOR, KOMPAS)})), (G, G, N, N, G)),
    (ander, around(gedeeld=frozenset({(NOOR, ANDER)})), (G, G, N, N, N)),
    (ander, around(gedeeld=frozenset({(NOOR, KOMPAS)})), (N, N, N, N, N)),
    (Kijker(KijkerSoort.OUDER), around(), (N, N, N, N, N)),
]


def faults_met() -> list[str]:
    """The rows of the table that do not hold."""
    return [
        f"{nummer}: {kijker}"
        for nummer, (kijker, om, verwacht) in enumerate(TABEL)
        if tuple(who_sees(deel, kijker, om) for deel in whole().delen) != verwacht
    ]


@pytest.mark.parametrize(("kijker", "om", "verwacht"), TABEL)
def test_who_sees_which_part(kijker, om, verwacht):
    assert dict(zip(DELEN, (who_sees(deel, kijker, om) for deel in whole().delen), strict=True)) == dict(
        zip(DELEN, verwacht, strict=True)
    )


FOUTEN = {
    "other homes are open": ("_home", lambda deel, wie, om: G),
    "a secret home can be opened": (
        "_home",
        lambda deel, wie, om: G if (deel.id, wie) in om.vrijgegeven else N,
    ),
    "the child's voice goes with the child": (
        "_of_child",
        lambda d, k, om: zicht.sees_child(k, d.jeugdige, om),
    ),
    "a secret address hides nothing": ("_hidden_from", lambda ouder, kind, om: False),
    "nothing is anybody's own": ("_own", lambda deel, kijker, om: False),
    "parents read on after 16": ("ALLEEN", 99),
    "parents stop reading at 15": ("ALLEEN", 15),
}


@pytest.mark.parametrize("fout", FOUTEN)
def test_a_planted_fault_is_met_by_the_table(monkeypatch, fout):
    naam, plant = FOUTEN[fout]
    assert not faults_met()
    monkeypatch.setattr(zicht, naam, plant)
    assert faults_met()


def everything(plan) -> str:
    return " ".join(t for deel in plan.delen for o in deel.onderdelen for t in texts(o.inhoud))


def test_the_plan_of_father_holds_nothing_of_mothers_part_or_the_childs_voice():
    tekst = everything(read_by(whole(), vader, around()))
    assert "rust aan tafel" in tekst
    assert "koken samen" in tekst
    assert "bang" not in tekst
    assert "mis papa" not in tekst
    assert HUIS_MOEDER not in {deel.huishouden for deel in read_by(whole(), vader, around()).delen}


@pytest.mark.parametrize(
    "tekst", ["Zij wonen aan het Schuilpad 3.", "post naar 9411ab", "9411 AB Beilen", "schuilpad"]
)
def test_a_secret_address_in_the_shared_part_stays_away_from_who_lives_elsewhere(tekst):
    plan = with_things(whole(), WOORDEN=Woorden(tekst))
    assert tekst not in everything(read_by(plan, vader, around()))
    assert tekst in everything(read_by(plan, moeder, around()))
    assert tekst in everything(read_by(plan, noor, around()))
    assert tekst in everything(read_by(plan, toegang, around()))
    assert tekst not in everything(read_by(plan, kompas, around(gedeeld=frozenset({(NOOR, KOMPAS)}))))


def test_a_parent_without_gezag_hears_which_help_and_since_when_and_nothing_else():
    om = around(jeugdigen=ALLEEN_MOEDER, gevraagd=frozenset({VADER}))
    plan = read_by(whole(), vader, om)
    (samen,) = (deel for deel in plan.delen if deel.id == SAMEN)
    assert [o.inhoud for o in samen.onderdelen] == [Hulp(NOOR, "Begeleiding", date(2026, 5, 1))]


TWEE = replace(whole(), jeugdigen=(NOOR, SAM))


def two(**changed):
    """Sam has another father; Noor's father has no gezag over him."""
    kinderen = around().jeugdigen | {SAM: Betrokkene(SAM, date(2018, 1, 1), frozenset({MOEDER, OPA}))}
    return around(jeugdigen=kinderen, **changed)


def test_what_is_about_a_half_brother_or_all_is_not_for_who_has_gezag_over_one():
    plan = with_things(
        TWEE, HULP=Hulp(SAM, "Spelbegeleiding"), DOEL=Doel("Samen eten", jeugdigen=(NOOR, SAM))
    )
    tekst = everything(read_by(plan, vader, two()))
    assert "slaapt slecht" in tekst  # about Noor alone
    for other in ("Spelbegeleiding", "Samen eten", "rust aan tafel"):
        assert other not in tekst
        assert other in everything(read_by(plan, moeder, two()))
    assert read_by(plan, vader, two()).jeugdigen == (NOOR,)


def test_an_organisation_reads_only_about_children_for_whom_consent_stands():
    plan = with_things(TWEE, HULP=Hulp(SAM, "Spelbegeleiding"))
    tekst = everything(read_by(plan, kompas, two(gedeeld=frozenset({(NOOR, KOMPAS)}))))
    assert "slaapt slecht" in tekst
    assert "Spelbegeleiding" not in tekst
    assert two().today == VANDAAG
