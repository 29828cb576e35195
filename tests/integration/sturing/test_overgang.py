"""A casus of the JeugdTeam goes to a new owner; nobody falls between two stools, and nobody sees too much."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError, transaction

from koers.actions.kern.regie import hand_over_regie
from koers.actions.sturing.herinrichting_lezen import read_herinrichting
from koers.actions.toegang import overgang_lezen
from koers.actions.toegang.overgang import complete_overgang, discuss_overgang, end_overgang
from koers.actions.toegang.overgang_lezen import read_overgang, read_overgangen, read_overnemers
from koers.actions.toegang.triage import NieuweUitkomst, conclude_triage, start_triage
from koers.domain.disclosed import CelStatus, Klasse
from koers.domain.overgang import TELT_EXACT
from koers.domain.rollen import STURING, Rol
from koers.domain.triage import VRAGEN, Antwoord
from koers.registers.kern.models import Gezin, LogBetrokkene, LogRegel
from koers.registers.kern.verbinding import acting
from koers.registers.toegang.models import Casus, Overgang, OvergangGesprek, OvergangStap
from tests.overgangen import code_of
from tests.overgangswereld import assign, days, make_casussen, mark
from tests.wereld import ASSEN, MIDDEN_DRENTHE, make_actor, make_gemeente, make_medewerker, make_organisatie

pytestmark = pytest.mark.django_db


@pytest.fixture
def by():
    return make_actor(Rol.JEUGDCONSULENT)


@pytest.fixture
def casus(by):
    return make_casussen(by)[0]


def inside():
    """As within an act: the product meets people nowhere else."""
    return acting(uuid4(), frozenset({MIDDEN_DRENTHE}))


def counts(by, **more):
    """The told counts of a municipality."""
    return {cel.sleutel[0]: cel.waarde for cel in read_herinrichting(by=by, **more).tellingen.cellen}


# --- one casus --------------------------------------------------------------------------------------


def test_a_casus_is_nobodys_until_it_is_marked(by, casus):
    assert read_overgang(by=by, casus_id=casus) is None
    mark(by, casus, ago=20)
    beeld = read_overgang(by=by, casus_id=casus)
    assert (beeld.drager, beeld.sinds, beeld.mist) == ("JeugdTeam Beilen", days(-20), ("eigenaar",))
    assert code_of(mark, by, casus) == "overgang_loopt_al"


def test_every_earlier_owner_and_day_stays_readable_with_its_reason(by, casus):
    mark(by, casus, ago=40)
    assign(by, casus, "welzijn", klaar=10, datum=days(-30))
    assign(by, casus, "welzijn", klaar=20, datum=days(-20), reden="Er is een wachtlijst.")
    assign(by, casus, "school", klaar=20, datum=days(-10), reden="De school kent het gezin.")
    beeld = read_overgang(by=by, casus_id=casus)
    assert (beeld.nu.eigenaar, beeld.uiterlijk) == ("school", days(20))
    assert [(een.eigenaar.eigenaar, een.uiterlijk, een.reden) for een in beeld.regels] == [
        ("welzijn", days(10), ""),
        ("welzijn", days(20), "Er is een wachtlijst."),
        ("school", days(20), "De school kent het gezin."),
    ]
    assert code_of(lambda who, c: assign(who, c, klaar=25), by, casus) == "reden_verplicht"
    late = lambda who, c: assign(who, c, datum=days(-15), klaar=25, reden="x")  # noqa: E731
    assert code_of(late, by, casus) == "dag_voor_vorige"


def test_it_is_done_when_the_regie_of_the_named_regisseur_runs(by, casus):
    ander = make_medewerker(Rol.GEDRAGSWETENSCHAPPER)
    gezin = Gezin.objects.get()
    mark(by, casus, ago=5)
    assign(by, casus, "team_jeugd", medewerker=ander.pk)
    assert read_overgang(by=by, casus_id=casus).toestand == "toegewezen"
    complete = lambda who, c: complete_overgang(by=who, casus_id=c, datum=days(0))  # noqa: E731
    assert code_of(complete, by, casus) == "regie_loopt_nog_niet"
    hand_over_regie(
        by=by, gezin_id=gezin.pk, naar=ander.pk, versie=gezin.versie, blijft=True, formulier=uuid4()
    )
    beeld = read_overgang(by=by, casus_id=casus)
    assert (beeld.toestand, beeld.mist, beeld.handelingen) == ("overgenomen", (), ())
    # Where the regie goes later says nothing of this hand-over.
    with transaction.atomic(), inside():
        gezin.regisseurs.filter(medewerker=ander).update(tot_datum=days(1))
    with transaction.atomic(), inside():
        assert overgang_lezen.verloop_of(Overgang.objects.get(), days(2)).toestand == "overgenomen"


def test_regie_that_ended_before_the_assignment_does_not_count(by, casus):
    ander = make_medewerker(Rol.GEDRAGSWETENSCHAPPER)
    gezin = Gezin.objects.get()
    with transaction.atomic(), inside():
        gezin.regisseurs.create(
            medewerker=ander, gemeente_id=MIDDEN_DRENTHE, begindatum=days(-90), tot_datum=days(-60)
        )
    mark(by, casus, ago=50)
    assign(by, casus, "team_jeugd", medewerker=ander.pk, datum=days(-40))
    assert read_overgang(by=by, casus_id=casus).toestand == "toegewezen"


def test_it_is_done_when_the_casus_is_closed(by, casus):
    mark(by, casus, ago=5)
    start_triage(by=by, casus_id=casus)
    samen = make_medewerker(Rol.GEDRAGSWETENSCHAPPER)
    answers = {vraag: Antwoord("niet_aan_de_orde") for vraag in VRAGEN}
    conclude_triage(
        by=by, casus_id=casus, uitkomst=NieuweUitkomst("afgesloten", "Het gaat goed.", answers, samen.pk)
    )
    assert read_overgang(by=by, casus_id=casus).toestand == "gesloten"
    assert code_of(assign, by, casus) == "overgang_mag_niet"
    assert code_of(mark, by, casus) == "casus_is_afgesloten"


def test_what_ended_can_go_over_again(by, casus):
    mark(by, casus, ago=9)
    end_overgang(by=by, casus_id=casus, datum=days(-8), reden="Vergissing.")
    assert not read_overgang(by=by, casus_id=casus).loopt
    mark(by, casus, drager="JeugdTeam Westerbork", ago=3)
    assert read_overgang(by=by, casus_id=casus).drager == "JeugdTeam Westerbork"


def test_a_no_of_the_family_needs_its_words_and_holds_for_that_owner(by, casus):
    mark(by, casus)
    assign(by, casus)
    no = lambda who, c: discuss_overgang(by=who, casus_id=c, akkoord=False, datum=days(0))  # noqa: E731
    assert code_of(no, by, casus) == "gezin_zonder_toelichting"
    discuss_overgang(by=by, casus_id=casus, akkoord=False, toelichting="Te ver weg.", datum=days(0))
    beeld = read_overgang(by=by, casus_id=casus)
    assert (beeld.gezin, beeld.mist) == (False, ("gezin_nee",))
    assign(by, casus, "welzijn", reden="Dichterbij.")
    assert read_overgang(by=by, casus_id=casus).gezin is None


def test_an_organisation_has_to_be_of_the_kind_and_of_the_municipality(by, casus):
    mark(by, casus)
    school, elders = make_organisatie(MIDDEN_DRENTHE, "school"), make_organisatie(ASSEN, "school")
    welzijn = make_organisatie(MIDDEN_DRENTHE, "welzijn")
    known = read_overnemers(by=by, casus_id=casus).organisaties["school"]
    assert [pk for pk, _naam in known] == [school.pk]
    for wrong in (elders, welzijn):
        do = lambda who, c, wrong=wrong: assign(who, c, organisatie=wrong.pk)  # noqa: E731
        assert code_of(do, by, casus) == "overgang_eigenaar_onbekend"
    assign(by, casus, organisatie=school.pk)
    assert read_overgang(by=by, casus_id=casus).nu.organisatie == school.naam


# --- who sees what ----------------------------------------------------------------------------------


def test_only_who_works_with_the_family_sees_or_writes_it(by, casus, monkeypatch):
    mark(by, casus)
    colleague, stranger = make_actor(Rol.JEUGDCONSULENT), make_actor(Rol.JEUGDCONSULENT, ASSEN)

    def leaks() -> bool:
        return any(
            read_overgangen(by=who, gemeente=MIDDEN_DRENTHE) or code_of(assign, who, casus) == ""
            for who in (colleague, stranger)
        )

    assert [een.casus_id for een in read_overgangen(by=by, gemeente=MIDDEN_DRENTHE)] == [casus]
    assert not leaks()
    monkeypatch.setattr(
        overgang_lezen,
        "visible_overgangen",
        lambda who, today: Overgang.objects.filter(gemeente__in=who.gemeenten),
    )
    assert leaks()


def test_the_list_begins_with_who_falls_between_two_stools(by):
    late, fine, nobody, dayless, done = make_casussen(by, 5)
    for een in (late, fine, nobody, dayless, done):
        mark(by, een, ago=60)
    assign(by, late, datum=days(-40), klaar=-1)
    assign(by, fine)
    assign(by, dayless, klaar=None)
    assign(by, done)
    complete_overgang(by=by, casus_id=done, datum=days(0))
    found = [(een.casus_id, een.groep) for een in read_overgangen(by=by, gemeente=MIDDEN_DRENTHE)]
    assert found == [
        (nobody, "zonder_eigenaar"),
        (dayless, "zonder_dag"),
        (late, "te_laat"),
        (fine, "op_schema"),
    ]
    seen = LogBetrokkene.objects.filter(regel__handeling="read_overgang", wijze=LogBetrokkene.GEZIEN)
    assert seen.exists()
    assert counts(by)["loopt"] == 4
    assert counts(by)["overgenomen"] == 1


@pytest.mark.parametrize("rol", sorted(STURING))
def test_who_steers_gets_numbers_exact_or_hidden(rol, by):
    for casus in make_casussen(by, 3):
        mark(by, casus, ago=70)
    who = make_actor(rol)
    beeld = read_herinrichting(by=who)
    assert beeld.exact == (rol in TELT_EXACT)
    cel = beeld.tellingen.cell("loopt")
    if rol in TELT_EXACT:
        assert (beeld.tellingen.klasse, cel.waarde) == (Klasse.INTERN, 3)
    else:
        assert (beeld.tellingen.klasse, cel.status) == (Klasse.OPENBAAR, CelStatus.AFGESCHERMD)
        assert beeld.peildag.month != days(0).month
        assert beeld.peildag + timedelta(days=1) == days(0).replace(day=1)
    assert not LogBetrokkene.objects.filter(regel__handeling="read_herinrichting").exists()


def test_another_municipality_counts_nothing_of_it(by, casus):
    mark(by, casus, ago=70)
    make_gemeente(ASSEN)
    who = make_actor(Rol.CONTROLLER, ASSEN)
    assert counts(who)["loopt"] == 0
    assert counts(make_actor(Rol.CONTROLLER))["loopt"] == 1
    assert code_of(lambda w, g: read_herinrichting(by=w, gemeente=g), who, MIDDEN_DRENTHE) == "niet_gevonden"


def test_a_count_is_of_its_day_whatever_was_written_later(by, casus):
    mark(by, casus, ago=70)
    assign(by, casus, datum=days(-3), klaar=30)
    with transaction.atomic(), inside():
        row = Overgang.objects.get()
        groepen = [overgang_lezen.verloop_of(row, dag).groep(dag) for dag in map(days, (-4, 0, 31))]
    assert groepen == ["zonder_eigenaar", "op_schema", "te_laat"]


def test_reading_many_takes_as_many_questions_as_reading_one(by, django_assert_num_queries):
    for casus in make_casussen(by, 2):
        mark(by, casus, ago=5)
        assign(by, casus)
    with transaction.atomic(), inside():
        rows = list(Overgang.objects.all())
        for many in (rows[:1], rows):
            with django_assert_num_queries(5):
                overgang_lezen.verlopen_of(many, days(0))


# --- the log and the walls --------------------------------------------------------------------------


def test_every_act_leaves_a_row_about_the_child_without_anybodys_words(by, casus):
    mark(by, casus, drager="Kanarieteam")
    assign(by, casus)
    discuss_overgang(by=by, casus_id=casus, akkoord=False, toelichting="Kanariewoorden", datum=days(0))
    end_overgang(by=by, casus_id=casus, datum=days(0), reden="Kanariereden")
    kind = Casus.objects.get(pk=casus).jeugdige_id
    for handeling in ("mark_overgang", "assign_overgang", "discuss_overgang", "end_overgang"):
        row = LogRegel.objects.get(handeling=handeling)
        assert (row.onderwerp_soort, row.onderwerp_id) == ("casus", str(casus))
        assert "Kanarie" not in str(row.bijzonderheden)
        assert row.betrokkenen.get().persoon_id == kind


@pytest.mark.parametrize("table", [Overgang, OvergangStap, OvergangGesprek])
def test_a_fact_stays_as_it_was_written(table, by, casus):
    mark(by, casus)
    assign(by, casus)
    discuss_overgang(by=by, casus_id=casus, akkoord=True, datum=days(0))
    row = table.objects.get()
    for change in (lambda: table.objects.filter(pk=row.pk).update(naam="x"), row.delete):
        with pytest.raises(DatabaseError), transaction.atomic(), inside():
            change()
    assert table.objects.get().naam == row.naam
