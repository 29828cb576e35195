"""A plan from its first words to its end, by the acts; and what its database does not allow."""

from dataclasses import replace
from datetime import date, timedelta
from uuid import uuid4

import pytest

from koers.actions.toegang.plan.afspreken import NieuweToestemming, register_planvraag, register_toestemming
from koers.actions.toegang.plan.bewerken import (
    Plangegevens,
    add_onderdeel,
    change_onderdeel,
    change_plan,
    invite_organisatie,
    read_onderdeel,
    remove_onderdeel,
    set_lezers,
    start_plan,
)
from koers.actions.toegang.plan.keuzes import read_plankeuzes
from koers.actions.toegang.plan.lezen import read_leesversie, read_plan, read_verschil
from koers.actions.toegang.plan.punten import read_planpunten
from koers.actions.toegang.plan.vaststellen import (
    NieuweInstemming,
    agree_plan,
    close_plan,
    register_planstap,
    settle_plan,
)
from koers.domain.plan.onderdelen import Actie, Bijdrage, DeelSoort, Doel, Grootte, Kracht, Woorden, texts
from koers.domain.plan.verschil import Wat
from koers.domain.rollen import Rol
from koers.domain.toestemming import Antwoord, Stand
from koers.domain.weigering import Refused
from koers.registers.kern.models import Gezag, LogBetrokkene, LogRegel
from koers.registers.klok import vandaag
from koers.registers.toegang.models import PlanStap, PlanVersie, VoorliggendGebruik
from tests.integration.plan.wereld import begin, fill, make_two_homes, part_of
from tests.wereld import ASSEN, MIDDEN_DRENTHE, actor_of, make_actor, make_medewerker, make_organisatie

pytestmark = pytest.mark.django_db


@pytest.fixture
def by():
    return make_actor(Rol.JEUGDCONSULENT)


@pytest.fixture
def thuis(by):
    return make_two_homes(by)


@pytest.fixture
def plan(by, thuis):
    begin(by, thuis)
    return fill(by, thuis)


def code_of(do, **what) -> str:
    with pytest.raises(Refused) as refused:
        do(**what)
    return refused.value.code


def settle(by, thuis):
    return settle_plan(by=by, gezin_id=thuis.gezin, versie=read_plan(by=by, gezin_id=thuis.gezin).versie)


def everything(inhoud) -> str:
    return " ".join(t for deel in inhoud.delen for o in deel.onderdelen for t in texts(o.inhoud))


def test_a_plan_has_a_part_for_all_for_the_child_and_for_every_home(by, thuis):
    begin(by, thuis)
    beeld = read_plan(by=by, gezin_id=thuis.gezin)
    assert [d.soort.value for d in beeld.inhoud.delen] == ["samen", "jeugdige", "thuis", "thuis"]
    assert {beeld.namen[d.huishouden] for d in beeld.inhoud.delen if d.huishouden} == {"Marieke", "Rik"}
    assert beeld.toestand == "concept"
    assert beeld.gemis


def test_a_child_has_one_open_plan_and_a_gezin_too(by, thuis):
    begin(by, thuis)
    again = {"gezin_id": thuis.gezin, "jeugdigen": (thuis.kind,), "grootte": Grootte.LICHT}
    assert code_of(start_plan, by=by, **again) == "al_een_plan"
    beeld = read_plan(by=by, gezin_id=thuis.gezin)
    close_plan(by=by, gezin_id=thuis.gezin, versie=beeld.versie)
    assert read_plan(by=by, gezin_id=thuis.gezin).toestand == "afgesloten"
    start_plan(by=by, **again)
    assert read_plan(by=by, gezin_id=thuis.gezin).toestand == "concept"


def test_only_own_children_get_a_plan(by, thuis):
    other = make_two_homes(by, "Andersma")
    wrong = {"gezin_id": thuis.gezin, "grootte": Grootte.LICHT}
    assert code_of(start_plan, by=by, **wrong, jeugdigen=(other.kind,)) == "hoort_niet_bij_gezin"
    assert code_of(start_plan, by=by, **wrong, jeugdigen=(thuis.moeder,)) == "hoort_niet_bij_gezin"
    assert code_of(start_plan, by=by, **wrong, jeugdigen=()) == "geen_jeugdige"


def test_who_writes_second_sees_both_and_loses_nothing(by, thuis, plan):
    mine = read_onderdeel(by=by, gezin_id=thuis.gezin, onderdeel_id=plan["doel"])
    theirs = replace(mine.inhoud, wat="Noor slaapt zeven nachten door.")
    this = {"gezin_id": thuis.gezin, "onderdeel_id": plan["doel"], "versie": mine.versie}
    change_onderdeel(by=by, **this, inhoud=theirs)
    second = replace(mine.inhoud, wat="Noor slaapt in haar eigen bed.")
    assert code_of(change_onderdeel, by=by, **this, inhoud=second) == "al_gewijzigd"
    now = read_onderdeel(by=by, gezin_id=thuis.gezin, onderdeel_id=plan["doel"])
    assert (now.inhoud, now.versie) == (theirs, mine.versie + 1)
    change_onderdeel(by=by, **this | {"versie": now.versie}, inhoud=second)
    assert code_of(remove_onderdeel, by=by, **this) == "al_gewijzigd"


def test_two_people_who_add_or_change_other_things_do_not_meet(by, thuis, plan):
    doel = read_onderdeel(by=by, gezin_id=thuis.gezin, onderdeel_id=plan["doel"])
    zorg = read_onderdeel(by=by, gezin_id=thuis.gezin, onderdeel_id=plan["zorg"])
    for een in (doel, zorg):
        change_onderdeel(
            by=by,
            gezin_id=thuis.gezin,
            onderdeel_id=een.id,
            inhoud=replace(een.inhoud, jeugdigen=()),
            versie=een.versie,
        )
    assert read_onderdeel(by=by, gezin_id=thuis.gezin, onderdeel_id=plan["zorg"]).versie == 2


def test_what_somebody_added_meanwhile_is_not_settled_unseen(by, thuis, plan):
    seen = read_plan(by=by, gezin_id=thuis.gezin).versie
    samen = part_of(by, thuis, DeelSoort.SAMEN).id
    add_onderdeel(by=by, gezin_id=thuis.gezin, deel_id=samen, inhoud=Kracht("Oma is er altijd."))
    assert code_of(settle_plan, by=by, gezin_id=thuis.gezin, versie=seen) == "al_gewijzigd"


def test_a_plan_that_misses_something_is_not_settled(by, thuis, plan):
    doel = read_onderdeel(by=by, gezin_id=thuis.gezin, onderdeel_id=plan["doel"])
    remove_onderdeel(by=by, gezin_id=thuis.gezin, onderdeel_id=doel.id, versie=doel.versie)
    assert [g.code for g in read_plan(by=by, gezin_id=thuis.gezin).gemis] == ["plan_zorg_open", "plan_doel"]
    with pytest.raises(Refused) as refused:
        settle(by, thuis)
    assert (refused.value.code, refused.value.params) == ("plan_mist_nog", {"aantal": 2})
    assert not PlanVersie.objects.exists()


def test_versions_stay_and_tell_what_changed(by, thuis, plan):
    settle(by, thuis)
    assert read_plan(by=by, gezin_id=thuis.gezin).toestand == "vastgesteld"
    doel = read_onderdeel(by=by, gezin_id=thuis.gezin, onderdeel_id=plan["doel"])
    change_onderdeel(
        by=by,
        gezin_id=thuis.gezin,
        onderdeel_id=doel.id,
        inhoud=replace(doel.inhoud, wat="Noor durft in het donker."),
        versie=doel.versie,
    )
    assert read_plan(by=by, gezin_id=thuis.gezin).toestand == "in_herziening"
    settle(by, thuis)
    assert "slaapt door" in everything(read_plan(by=by, gezin_id=thuis.gezin, nummer=1).inhoud)
    assert "in het donker" in everything(read_plan(by=by, gezin_id=thuis.gezin, nummer=2).inhoud)
    (change,) = read_verschil(by=by, gezin_id=thuis.gezin, van=1, naar=2).verschil.wijzigingen
    assert (change.wat, change.velden) == (Wat.ANDERS, ("wat",))
    assert not read_verschil(by=by, gezin_id=thuis.gezin, van=2, naar=None).verschil
    assert code_of(settle_plan, by=by, gezin_id=thuis.gezin, versie=0) == "overgang_mag_niet"
    assert code_of(read_plan, by=by, gezin_id=thuis.gezin, nummer=3) == "niet_gevonden"


def test_the_family_agrees_by_name_with_a_version(by, thuis, plan):
    yes = NieuweInstemming(thuis.moeder, akkoord=True, wijze="ondertekend", datum=vandaag())
    assert code_of(agree_plan, by=by, gezin_id=thuis.gezin, instemming=yes) == "overgang_mag_niet"
    settle(by, thuis)
    agree_plan(by=by, gezin_id=thuis.gezin, instemming=yes)
    no = NieuweInstemming(
        thuis.vader, akkoord=False, wijze="mondeling", datum=vandaag(), toelichting="te snel"
    )
    agree_plan(by=by, gezin_id=thuis.gezin, instemming=no)
    (versie,) = read_plan(by=by, gezin_id=thuis.gezin).versies
    assert [(i.naam.split()[0], i.akkoord, i.toelichting) for i in versie.instemmingen] == [
        ("Marieke", True, ""),
        ("Rik", False, "te snel"),
    ]
    for wrong, code in (
        (replace(yes, wijze="duim"), "wijze_onbekend"),
        (replace(yes, persoon=uuid4()), "hoort_niet_bij_gezin"),
        (replace(yes, datum=vandaag() + timedelta(days=1)), "datum_in_toekomst"),
        (replace(yes, datum=vandaag() - timedelta(days=1)), "plan_stap_te_vroeg"),
    ):
        assert code_of(agree_plan, by=by, gezin_id=thuis.gezin, instemming=wrong) == code


def test_agreed_help_that_began_is_a_fact_for_the_figures_once(by, thuis, plan):
    assert not VoorliggendGebruik.objects.exists()
    settle(by, thuis)
    row = VoorliggendGebruik.objects.get()
    assert (row.jeugdige_id, row.voorziening, row.datum) == (thuis.kind, "judo in Beilen", vandaag())
    begun = {"gezin_id": thuis.gezin, "onderdeel_id": plan["hulp"], "soort": "begonnen", "datum": vandaag()}
    register_planstap(by=by, **begun)
    kracht = Kracht("Oma woont dichtbij.")
    samen = part_of(by, thuis, DeelSoort.SAMEN).id
    add_onderdeel(by=by, gezin_id=thuis.gezin, deel_id=samen, inhoud=kracht)
    settle(by, thuis)
    assert VoorliggendGebruik.objects.count() == 1
    assert PlanStap.objects.count() == 1


def test_each_parent_gets_the_own_part_and_never_the_others(by, thuis, plan):
    settle(by, thuis)
    of_mother = read_leesversie(by=by, gezin_id=thuis.gezin, lezer_id=thuis.moeder)
    of_father = read_leesversie(by=by, gezin_id=thuis.gezin, lezer_id=thuis.vader)
    of_child = read_leesversie(by=by, gezin_id=thuis.gezin, lezer_id=thuis.kind)
    for een in (of_mother, of_father, of_child):
        assert "rust aan tafel" in everything(een.inhoud)
    assert "van de zorgen" in everything(of_mother.inhoud)
    assert "vaker bellen" in everything(of_father.inhoud)
    for een in (of_father, of_child):
        assert "van de zorgen" not in everything(een.inhoud)
    assert "vaker bellen" not in everything(of_mother.inhoud)
    assert "mis papa" in everything(of_child.inhoud)
    assert "mis papa" not in everything(of_father.inhoud)  # the other home is secret
    assert not {"Schuilpad", "Marieke"} & set(" ".join(of_father.namen.values()).split())
    last = LogRegel.objects.filter(handeling="print_plan").latest("pk")
    assert last.bijzonderheden == {"voor": str(thuis.kind)}
    assert code_of(read_leesversie, by=by, gezin_id=thuis.gezin, lezer_id=uuid4()) == "niet_gevonden"


def test_a_part_is_opened_and_kept_by_hand_but_a_secret_home_never(by, thuis, plan):
    settle(by, thuis)
    stem = part_of(by, thuis, DeelSoort.JEUGDIGE)
    huis = part_of(by, thuis, DeelSoort.THUIS, "Marieke")
    for deel in (stem, huis):
        this = {"gezin_id": thuis.gezin, "deel_id": deel.id, "versie": 1}
        set_lezers(by=by, **this, vrijgegeven=(thuis.vader,), achtergehouden=())
        assert code_of(set_lezers, by=by, **this, vrijgegeven=(), achtergehouden=()) == "al_gewijzigd"
    tekst = everything(read_leesversie(by=by, gezin_id=thuis.gezin, lezer_id=thuis.vader).inhoud)
    assert "mis papa" in tekst
    assert "van de zorgen" not in tekst


def test_a_parent_who_lost_gezag_today_reads_the_old_version_no_longer(by, thuis, plan):
    from django.db import transaction

    from koers.registers.kern.verbinding import acting

    settle(by, thuis)
    with transaction.atomic(), acting(uuid4(), frozenset({MIDDEN_DRENTHE})):
        Gezag.objects.filter(houder=thuis.vader).update(tot_datum=vandaag())
    tekst = everything(read_leesversie(by=by, gezin_id=thuis.gezin, lezer_id=thuis.vader).inhoud)
    assert tekst == "Ik wil vaker bellen."
    register_planvraag(
        by=by, gezin_id=thuis.gezin, persoon_id=thuis.vader, soort="hoofdzaken", datum=vandaag()
    )
    tekst = everything(read_leesversie(by=by, gezin_id=thuis.gezin, lezer_id=thuis.vader).inhoud)
    assert "Begeleiding" in tekst
    assert "slaapt" not in tekst


def test_a_secret_address_is_not_written_where_others_read_it(by, thuis, plan):
    samen = part_of(by, thuis, DeelSoort.SAMEN).id
    stem = part_of(by, thuis, DeelSoort.JEUGDIGE).id
    huis = part_of(by, thuis, DeelSoort.THUIS, "Marieke").id
    tells = Woorden("Wij wonen op het Schuilpad.")
    this = {"gezin_id": thuis.gezin, "inhoud": tells}
    assert code_of(add_onderdeel, by=by, **this, deel_id=samen) == "geheim_adres_in_tekst"
    assert code_of(add_onderdeel, by=by, **this, deel_id=stem) == "geheim_adres_in_tekst"
    add_onderdeel(by=by, **this, deel_id=huis)


@pytest.fixture
def kompas(by, thuis, plan):
    """A provider with a section."""
    medewerker = make_medewerker(Rol.AANBIEDER, soort="aanbieder")
    organisatie = medewerker.aanstellingen.get().organisatie
    invite_organisatie(by=by, gezin_id=thuis.gezin, organisatie_id=organisatie.pk)
    return actor_of(medewerker)


def say(by, thuis, antwoord, gever, organisatie, **more):
    register_toestemming(
        by=by,
        gezin_id=thuis.gezin,
        toestemming=NieuweToestemming(
            thuis.kind, antwoord, vandaag(), gever, organisatie=organisatie, **more
        ),
    )


def test_a_provider_writes_its_own_section_and_reads_the_rest_only_with_consent(by, thuis, kompas):
    own = read_plan(by=kompas, gezin_id=thuis.gezin)
    assert own.inhoud.jeugdigen == ()
    assert (own.namen.get(thuis.kind), everything(own.inhoud), own.gezin) == (None, "", "")
    add_onderdeel(
        by=kompas, gezin_id=thuis.gezin, deel_id=own.eigen_deel, inhoud=Bijdrage("Wij komen elke week.")
    )
    samen = part_of(by, thuis, DeelSoort.SAMEN).id
    strange = {"gezin_id": thuis.gezin, "deel_id": samen, "inhoud": Doel("iets anders")}
    assert code_of(add_onderdeel, by=kompas, **strange) == "niet_gevonden"
    for gever in (thuis.moeder, thuis.vader):
        say(by, thuis, Antwoord.GEGEVEN, gever, kompas.organisatie_id)
    seen = read_plan(by=kompas, gezin_id=thuis.gezin)
    assert "Noor slaapt door." in everything(seen.inhoud)
    assert "van de zorgen" not in everything(seen.inhoud)
    assert read_plankeuzes(by=kompas, gezin_id=thuis.gezin).organisaties == ()
    say(by, thuis, Antwoord.INGETROKKEN, thuis.vader, kompas.organisatie_id)
    assert everything(read_plan(by=kompas, gezin_id=thuis.gezin).inhoud) == "Wij komen elke week."
    assert [t.stand.stand for t in read_plan(by=by, gezin_id=thuis.gezin).toestemmingen if t.ontvanger] == [
        Stand.GEWEIGERD
    ]


def test_another_provider_and_another_municipality_find_nothing(by, thuis, kompas):
    for ander in (
        actor_of(make_medewerker(Rol.AANBIEDER, soort="andere aanbieder")),
        make_actor(Rol.JEUGDCONSULENT),
        make_actor(Rol.JEUGDCONSULENT, ASSEN),
    ):
        assert code_of(read_plan, by=ander, gezin_id=thuis.gezin) == "niet_gevonden"
    elders = make_organisatie(ASSEN, "welzijn")
    strange = {"gezin_id": thuis.gezin, "organisatie_id": elders.pk}
    assert code_of(invite_organisatie, by=by, **strange) == "organisatie_niet_van_u"
    assert code_of(invite_organisatie, by=kompas, **strange) == "geen_recht"


def test_consent_needs_a_giver_or_a_ground_with_a_reason(by, thuis, plan):
    base = NieuweToestemming(thuis.kind, Antwoord.GEGEVEN, vandaag(), thuis.moeder)
    for wrong, code in (
        (replace(base, gever=None), "gever_ontbreekt"),
        (replace(base, antwoord=Antwoord.ERNSTIG_NADEEL, toelichting="x"), "gever_ontbreekt"),
        (replace(base, antwoord=Antwoord.ERNSTIG_NADEEL, gever=None), "plan_reden_nodig"),
        (replace(base, jeugdige=thuis.moeder), "kind_niet_in_plan"),
        (replace(base, gever=uuid4()), "hoort_niet_bij_gezin"),
        (replace(base, organisatie=uuid4()), "niet_gevonden"),
        (replace(base, datum=vandaag() + timedelta(days=1)), "datum_in_toekomst"),
    ):
        assert code_of(register_toestemming, by=by, gezin_id=thuis.gezin, toestemming=wrong) == code


def test_the_day_shows_what_a_plan_asks(by, thuis, plan):
    assert [p.soort for p in read_planpunten(by=by)] == ["vaststellen"]
    samen = part_of(by, thuis, DeelSoort.SAMEN).id
    late = Actie("School bellen.", vandaag() - timedelta(days=2), netwerk="oom Jan")
    actie = add_onderdeel(by=by, gezin_id=thuis.gezin, deel_id=samen, inhoud=late)
    beeld = read_plan(by=by, gezin_id=thuis.gezin)
    gegevens = Plangegevens(Grootte.GEWOON, (thuis.kind,), vandaag() + timedelta(days=3))
    change_plan(by=by, gezin_id=thuis.gezin, gegevens=gegevens, versie=beeld.versie)
    settle(by, thuis)
    asked = {"gezin_id": thuis.gezin, "persoon_id": thuis.vader, "datum": vandaag()}
    register_planvraag(by=by, **asked, soort="op_papier")
    assert [p.soort for p in read_planpunten(by=by)] == ["actie", "evalueren", "op_papier"]
    done = {"gezin_id": thuis.gezin, "onderdeel_id": actie, "datum": vandaag()}
    register_planstap(by=by, **done, soort="gedaan")
    register_planvraag(by=by, **asked, soort="op_papier_gegeven")
    assert [p.soort for p in read_planpunten(by=by)] == ["evalueren"]
    assert (
        code_of(register_planstap, by=by, **done | {"onderdeel_id": uuid4()}, soort="gedaan")
        == "niet_gevonden"
    )
    assert read_planpunten(by=make_actor(Rol.JEUGDCONSULENT)) == ()


def test_a_child_stays_in_its_plan_and_a_brother_can_join(by, thuis, plan):
    versie = read_plan(by=by, gezin_id=thuis.gezin).versie
    gegevens = Plangegevens(Grootte.LICHT, (), date(2027, 1, 1))
    change = {"gezin_id": thuis.gezin, "versie": versie}
    assert code_of(change_plan, by=by, **change, gegevens=gegevens) == "kind_blijft_in_plan"
    same = replace(gegevens, jeugdigen=(thuis.kind,))
    assert code_of(change_plan, by=by, **change | {"versie": versie + 1}, gegevens=same) == "al_gewijzigd"
    change_plan(by=by, **change, gegevens=same)
    assert read_plan(by=by, gezin_id=thuis.gezin).inhoud.grootte is Grootte.LICHT


def test_every_act_on_a_plan_says_whom_it_is_about(by, thuis, plan):
    regel = LogRegel.objects.filter(handeling="edit_plan").latest("pk")
    assert regel.onderwerp_soort == "plan"
    about = set(LogBetrokkene.objects.filter(regel=regel).values_list("persoon_id", flat=True))
    assert about == {thuis.kind, thuis.moeder, thuis.vader}
