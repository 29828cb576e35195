"""The uitvoeringsagenda through the acts: agreed days stay, nothing waits in a circle, nobody else reads."""

from dataclasses import replace
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from koers.actions.kern.demo import create_demo, demo_actor
from koers.actions.netwerk.besluiten import decide_agendapunt
from koers.actions.netwerk.vergaderingen import (
    add_agendapunt,
    cancel_vergadering,
    plan_vergadering,
    send_agenda,
)
from koers.actions.sturing import agenda as acts
from koers.actions.sturing import agenda_lezen
from koers.actions.sturing.agenda import (
    add_agendaactie,
    assign_opgave,
    drop_agendaactie,
    finish_agendaactie,
    link_agendaactie,
    move_agendaactie,
    set_doel,
    unlink_agendaactie,
)
from koers.actions.sturing.agenda_lezen import read_agenda, read_agenda_of, read_eigenaren
from koers.actions.sturing.agenda_sinds import read_sinds
from koers.actions.sturing.demo_agenda import seed_agenda
from koers.actions.sturing.principes import read_principes, state_principe
from koers.domain.actor import systeemactor
from koers.domain.rollen import Rol
from koers.domain.uitvoeringsagenda import NieuweAgendaactie, NieuweHouding, Waarvan
from koers.domain.vergadering import NieuwBesluit, NieuweVergadering, NieuwPunt
from koers.domain.weigering import Refused
from koers.registers.kern.models import LogRegel
from koers.registers.kern.verbinding import acting
from koers.registers.sturing.models import Afhankelijkheid, Agendaactie, AgendaactieStap
from tests.agendawereld import OPGAVE, agree, days, intervene, say, whole_agenda
from tests.overgangen import code_of
from tests.wereld import ASSEN, MIDDEN_DRENTHE, actor_of, make_actor, make_gemeente, make_medewerker

pytestmark = pytest.mark.django_db


@pytest.fixture
def by():
    return make_actor(Rol.BELEIDSADVISEUR)


def refused(do) -> str:
    with pytest.raises(Refused) as found:
        do()
    return found.value.code


def actie_of(by, actie):
    return read_agenda_of(by=by, actie_id=actie)[1]


# --- days -------------------------------------------------------------------------------------------


def test_the_first_and_every_later_day_stay_readable(by):
    actie = agree(by, intervene(by), klaar=30)
    move_agendaactie(by=by, actie_id=actie, uiterlijk=days(60), reden="Ziek.", datum=days(-20))
    move_agendaactie(by=by, actie_id=actie, uiterlijk=days(45), reden="Hulp.", datum=days(-10))
    finish_agendaactie(by=by, actie_id=actie, datum=days(-1))
    found = actie_of(by, actie)
    assert found.dagen == (days(30), days(60), days(45))
    assert found.uiterlijk == days(45)
    assert [(een.was, een.uiterlijk, een.reden) for een in found.stappen] == [
        (days(30), days(60), "Ziek."),
        (days(60), days(45), "Hulp."),
        (None, None, ""),
    ]
    assert found.klaar_op == days(-1)


@pytest.mark.parametrize("change", [{"uiterlijk": days(99)}, {"reden": "Anders."}])
def test_the_database_lets_nobody_overwrite_an_agreed_day(by, change):
    actie = agree(by, intervene(by))
    move_agendaactie(by=by, actie_id=actie, uiterlijk=days(60), reden="Ziek.", datum=days(0))
    with pytest.raises(DatabaseError), transaction.atomic(), acting(uuid4(), by.gemeenten):
        AgendaactieStap.objects.filter(actie=actie).update(**change)
    with pytest.raises(DatabaseError), transaction.atomic(), acting(uuid4(), by.gemeenten):
        Agendaactie.objects.filter(pk=actie).update(uiterlijk=days(99))
    assert actie_of(by, actie).dagen == (days(30), days(60))


def test_a_new_day_needs_a_reason_and_another_day(by):
    actie = agree(by, intervene(by), klaar=30)
    said = {"by": by, "actie_id": actie, "datum": days(0)}
    assert refused(lambda: move_agendaactie(**said, uiterlijk=days(60), reden=" ")) == "reden_verplicht"
    assert refused(lambda: move_agendaactie(**said, uiterlijk=days(30), reden="x")) == "dag_blijft_gelijk"
    assert refused(lambda: move_agendaactie(**said, uiterlijk=days(-60), reden="x")) == "klaar_voor_begin"
    move_agendaactie(**said, uiterlijk=days(60), reden="Ziek.")
    assert refused(lambda: move_agendaactie(**said, uiterlijk=days(60), reden="x")) == "dag_blijft_gelijk"
    early = said | {"datum": days(-1)}
    assert refused(lambda: move_agendaactie(**early, uiterlijk=days(70), reden="x")) == "dag_voor_vorige"


def test_an_action_is_not_agreed_before_its_intervention(by):
    interventie = intervene(by, ago=10)
    nieuw = NieuweAgendaactie("Bellen", "de coach", days(0), days(9), days(-11))
    assert (
        refused(lambda: add_agendaactie(by=by, interventie_id=interventie, nieuw=nieuw)) == "dag_voor_vorige"
    )
    add_agendaactie(by=by, interventie_id=interventie, nieuw=replace(nieuw, datum=days(-10)))


def test_a_form_sent_twice_makes_one_action(by):
    interventie, formulier = intervene(by), uuid4()
    nieuw = NieuweAgendaactie("Bellen", "de coach", days(0), days(9), days(0))
    said = {"by": by, "interventie_id": interventie, "nieuw": nieuw, "formulier": formulier}
    add_agendaactie(**said)
    assert refused(lambda: add_agendaactie(**said)) == "al_verwerkt"
    assert Agendaactie.objects.count() == 1


# --- what waits on what -----------------------------------------------------------------------------


def test_a_circle_is_refused_and_a_slip_shows_what_it_touches(by):
    interventie = intervene(by)
    een = agree(by, interventie, "een", klaar=10)
    twee = agree(by, interventie, "twee", begin=20, klaar=30)
    drie = agree(by, intervene(by, opgave="een-methodiek"), "drie", begin=40, klaar=50)
    link_agendaactie(by=by, actie_id=twee, wacht_op_id=een)
    link_agendaactie(by=by, actie_id=drie, wacht_op_id=twee)
    assert refused(lambda: link_agendaactie(by=by, actie_id=een, wacht_op_id=drie)) == "wacht_in_kring"
    assert refused(lambda: link_agendaactie(by=by, actie_id=twee, wacht_op_id=een)) == "wacht_al"
    move_agendaactie(by=by, actie_id=een, uiterlijk=days(25), reden="Ziek.", datum=days(0))
    beeld, found = read_agenda_of(by=by, actie_id=een)
    assert [(hoe.stappen, hoe.knelt, wie.wat) for hoe, wie in beeld.raakt(found)] == [
        (1, True, "twee"),
        (2, False, "drie"),
    ]
    # What was dropped is not touched any more; what waits on it through it still is.
    drop_agendaactie(by=by, actie_id=twee, reden="Niet nodig.", datum=days(0))
    beeld, found = read_agenda_of(by=by, actie_id=een)
    assert [wie.wat for _hoe, wie in beeld.raakt(found)] == ["drie"]


def test_a_link_that_was_taken_away_is_gone_and_stays_in_the_register(by):
    interventie = intervene(by)
    een, twee = agree(by, interventie, "een"), agree(by, interventie, "twee")
    link_agendaactie(by=by, actie_id=twee, wacht_op_id=een)
    schakel = Afhankelijkheid.objects.get()
    unlink_agendaactie(by=by, afhankelijkheid_id=schakel.pk, reden="Vergissing.")
    assert read_agenda(by=by).schakels == ()
    assert Afhankelijkheid.objects.get(ingetrokken=True).reden_correctie == "Vergissing."
    assert (
        refused(lambda: unlink_agendaactie(by=by, afhankelijkheid_id=schakel.pk, reden="Weer."))
        == "niet_gevonden"
    )
    link_agendaactie(by=by, actie_id=een, wacht_op_id=twee)  # now the other way is no circle


def test_an_action_never_waits_on_one_of_another_municipality():
    manager = make_medewerker(Rol.BELEIDSADVISEUR)
    manager.aanstellingen.get().gemeenten.add(make_gemeente(ASSEN))
    by = actor_of(manager)
    here, there = agree(by, intervene(by)), agree(by, intervene(by, ASSEN))
    assert refused(lambda: link_agendaactie(by=by, actie_id=here, wacht_op_id=there)) == "niet_gevonden"


# --- owners and goals -------------------------------------------------------------------------------


def test_an_owner_is_a_role_or_a_colleague_here_and_the_earlier_ones_stay(by):
    colleague = make_medewerker(Rol.WETHOUDER, naam="Wethouder Jeugd")
    stranger = make_medewerker(Rol.WETHOUDER, ASSEN)
    council = make_medewerker(Rol.RAADSLID)
    assert {pk for pk, _naam in read_eigenaren(by=by, gemeente=MIDDEN_DRENTHE)} >= {colleague.pk}
    said = {"by": by, "gemeente": MIDDEN_DRENTHE, "opgave": OPGAVE}
    for wie in (stranger, council):
        assert refused(lambda wie=wie: assign_opgave(**said, medewerker_id=wie.pk)) == "eigenaar_onbekend"
    assign_opgave(**said, rol="stuurgroeplid")
    assign_opgave(**said, medewerker_id=colleague.pk)
    found = read_agenda(by=by).opgave(OPGAVE)
    assert [(een.rol, een.naam) for een in found.eigenaren] == [
        ("stuurgroeplid", ""),
        ("", "Wethouder Jeugd"),
    ]
    assert found.eigenaar.naam == "Wethouder Jeugd"


def test_a_goal_hangs_on_an_indicator_of_the_opgave_and_an_earlier_one_stays(by):
    said = {"by": by, "gemeente": MIDDEN_DRENTHE, "opgave": OPGAVE, "uiterlijk": days(200)}
    assert (
        refused(lambda: set_doel(**said, indicator="wachttijd", doel="Korter."))
        == "indicator_hoort_niet_bij_opgave"
    )
    for doel in ("De helft.", "Alle scholen."):
        set_doel(**said, indicator="preventieve-voorzieningen", doel=doel)
    (found,) = read_agenda(by=by).opgave(OPGAVE).doelen
    assert (found.doel, [een.doel for een in found.eerder]) == ("Alle scholen.", ["De helft."])


# --- since the stuurgroep ---------------------------------------------------------------------------


def meet(by, gemeente: str, *, ago: int, gremium: str = "stuurgroep", tekst: str = "Wij gaan door."):
    nieuw = NieuweVergadering(gremium, days(-ago), frozenset({gemeente}))
    vergadering = plan_vergadering(by=by, nieuw=nieuw)
    punt = add_agendapunt(
        by=by, vergadering_id=vergadering, nieuw=NieuwPunt("besluiten", "beleidsoverleg", titel="Voortgang")
    )
    send_agenda(by=by, vergadering_id=vergadering)
    if ago < 0:
        return None
    besluit = NieuwBesluit(
        tekst, "besluiten-over-projecten", frozenset({gemeente}), zonder_voorbereiding="Er was haast."
    )
    return decide_agendapunt(by=by, punt_id=punt, nieuw=besluit)


def test_since_the_last_stuurgroep_that_was_held(by):
    meet(by, MIDDEN_DRENTHE, ago=80, tekst="Een oud besluit.")
    meet(by, MIDDEN_DRENTHE, ago=40)
    meet(by, MIDDEN_DRENTHE, ago=-10)  # still has to come
    off = plan_vergadering(
        by=by, nieuw=NieuweVergadering("stuurgroep", days(-5), frozenset({MIDDEN_DRENTHE}))
    )
    cancel_vergadering(by=by, vergadering_id=off, reden="Ziek.")
    meet(make_actor(Rol.BELEIDSADVISEUR, ASSEN), ASSEN, ago=3, tekst="Een besluit van Assen.")

    interventie = intervene(by, ago=100)
    old = agree(by, interventie, "oud", ago=90)
    moved = agree(by, interventie, "schuift", ago=90)
    done = agree(by, interventie, "klaar", ago=40)  # agreed on the very day: they heard it there
    agree(by, interventie, "nieuw", ago=39)
    move_agendaactie(by=by, actie_id=old, uiterlijk=days(60), reden="Eerder.", datum=days(-41))
    move_agendaactie(by=by, actie_id=moved, uiterlijk=days(60), reden="Later.", datum=days(-2))
    finish_agendaactie(by=by, actie_id=done, datum=days(-1))
    say(by, "op_koers", ago=50)
    say(by, "vraagt_aandacht", ago=4)

    found = read_sinds(by=by)
    assert (found.dag, found.vergadering) == (days(-40), True)
    assert [een.tekst for een in found.besluiten] == ["Wij gaan door."]
    assert [(eerst, stand.soort) for _o, eerst, stand in found.standen] == [("op_koers", "vraagt_aandacht")]
    assert [(actie.wat, stap.was) for actie, stap in found.schuiven] == [("schuift", days(30))]
    assert [actie.wat for actie, _stap in found.klaar] == ["klaar"]
    assert [een.wat for een in found.acties] == ["nieuw"]
    assert found.interventies == ()
    assert found.aantal == 4

    chosen = read_sinds(by=by, dag=days(-101))
    assert (chosen.vergadering, len(chosen.interventies), len(chosen.acties)) == (False, 1, 4)
    assert [een.tekst for een in chosen.besluiten] == ["Wij gaan door.", "Een oud besluit."]
    assert refused(lambda: read_sinds(by=by, dag=days(1))) == "datum_in_toekomst"


def test_without_a_stuurgroep_nothing_is_compared(by):
    agree(by, intervene(by))
    found = read_sinds(by=by)
    assert (found.dag, found.aantal) == (None, 0)


# --- leading principles -----------------------------------------------------------------------------


def test_what_leans_on_a_principle_and_what_deviates(by):
    interventie = intervene(by)
    silent = intervene(by, opgave="een-methodiek")
    besluit = meet(by, MIDDEN_DRENTHE, ago=4)
    leans, deviates = NieuweHouding("normaliseren", "leunt"), NieuweHouding("normaliseren", "wijkt_af")
    about = {"by": by, "van": Waarvan("interventie", interventie)}
    assert refused(lambda: state_principe(**about, nieuw=deviates)) == "afwijking_zonder_reden"
    state_principe(**about, nieuw=leans)
    state_principe(**about, nieuw=replace(deviates, reden="Haast."))
    found = read_principes(by=by)
    assert [een.id for een in found.besluiten_zonder] == [besluit]
    assert [een.id for een in found.interventies_zonder] == [silent]
    state_principe(by=by, van=Waarvan("besluit", besluit, MIDDEN_DRENTHE), nieuw=leans)
    found = read_principes(by=by)
    blad = next(een for een in found.bladen if een.principe == "normaliseren")
    # The last word counts, the first stays in the register.
    assert [(een.id, wat.houding, wat.reden) for een, wat in blad.interventies] == [
        (interventie, "wijkt_af", "Haast.")
    ]
    assert [(een.id, wat.houding) for een, wat in blad.besluiten] == [(besluit, "leunt")]
    assert (found.afwijkingen, found.besluiten_zonder) == (1, ())


def test_a_municipality_says_nothing_of_a_besluit_in_which_it_took_no_part(by):
    assen = make_actor(Rol.BELEIDSADVISEUR, ASSEN)
    besluit = meet(assen, ASSEN, ago=4)
    nieuw = NieuweHouding("normaliseren", "leunt")
    for who, gemeente in ((by, MIDDEN_DRENTHE), (by, ASSEN), (assen, MIDDEN_DRENTHE)):
        said = {"by": who, "van": Waarvan("besluit", besluit, gemeente), "nieuw": nieuw}
        assert refused(lambda said=said: state_principe(**said)) == "niet_gevonden"


# --- who sees it ------------------------------------------------------------------------------------


@pytest.mark.parametrize("rol", sorted(Rol))
def test_who_steers_reads_the_own_agenda_and_nobody_another(by, rol):
    whole_agenda(by, MIDDEN_DRENTHE)
    here, there = make_actor(rol), make_actor(rol, ASSEN)
    steers = rol in {
        *(Rol.BELEIDSADVISEUR, Rol.CONTROLLER, Rol.REGIOMANAGER, Rol.STUURGROEPLID, Rol.WETHOUDER),
        Rol.RAADSLID,
    }
    if not steers:
        assert refused(lambda: read_agenda(by=here)) == "geen_recht"
        return
    beeld = read_agenda(by=here)
    assert len(beeld.acties) == 2
    assert beeld.schrijf_ik is (rol is Rol.BELEIDSADVISEUR)
    assert read_agenda(by=there).acties == {}
    assert refused(lambda: read_agenda(by=there, gemeente=MIDDEN_DRENTHE)) == "niet_gevonden"


def test_a_filter_that_forgets_the_municipality_is_met(by, monkeypatch):
    ids = whole_agenda(by, MIDDEN_DRENTHE)
    there = make_actor(Rol.BELEIDSADVISEUR, ASSEN)

    def leaks() -> bool:
        said = {"uiterlijk": days(77), "reden": "x", "datum": days(0)}
        found = code_of(
            lambda who, a: move_agendaactie(by=who, actie_id=a, **said), there, ids["agendaactie"]
        )
        assert found in ("", "niet_gevonden")
        return not found

    assert not leaks()
    for module in (acts, agenda_lezen):
        monkeypatch.setattr(module, "visible_agenda", lambda by, table: table.objects.current())
    # On PostgreSQL row level security is a second wall.
    assert leaks() is (connection.vendor == "sqlite")


def test_every_act_leaves_a_row_without_anybodys_words(by):
    actie = agree(by, intervene(by))
    move_agendaactie(by=by, actie_id=actie, uiterlijk=days(60), reden="Kanariereden", datum=days(0))
    row = LogRegel.objects.get(handeling="move_agendaactie")
    assert (row.onderwerp_soort, row.onderwerp_id) == ("agendaactie", str(actie))
    assert "Kanarie" not in str(row.bijzonderheden)


def test_the_demo_has_an_agenda_with_a_slip_and_a_stuurgroep():
    create_demo(by=systeemactor("toets", functionaris="toets"), demo=True)
    seed_agenda()
    by = demo_actor("raadslid")
    beeld = read_agenda(by=by)
    assert sum(bool(een.interventies) for een in beeld.opgaven) == 5
    assert {een.wat for opgave in beeld.opgaven for een in opgave.uitloop} == {
        "Iedereen trainen die met gezinnen werkt",
        "De formatie per rol vaststellen",
        "De agenda van het LEA-overleg samen vaststellen",
    }
    found = read_sinds(by=by)
    assert found.vergadering
    assert len(found.besluiten) == 1
    assert found.besluiten[0].tekst.startswith("Verzonnen voor de demo")
    assert all(
        een.toelichting.startswith("Verzonnen voor de demo")
        for opgave in beeld.opgaven
        for een in opgave.standen
    )
