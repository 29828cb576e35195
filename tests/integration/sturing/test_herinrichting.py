"""Conditions of readiness and fte per role: what was agreed stays, and the stuurgroep hears what changed."""

from decimal import Decimal
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from koers.actions.kern.demo import create_demo, demo_actor
from koers.actions.sturing import herinrichting, herinrichting_lezen
from koers.actions.sturing.agenda_sinds import read_sinds
from koers.actions.sturing.demo_overgang import seed_overgang
from koers.actions.sturing.herinrichting import (
    change_voorwaarde,
    drop_formatie,
    drop_voorwaarde,
    meet_voorwaarde,
    reopen_voorwaarde,
)
from koers.actions.sturing.herinrichting_lezen import read_formatie, read_herinrichting, read_voorwaarde
from koers.domain.actor import systeemactor
from koers.domain.herinrichting import NieuweVoorwaarde
from koers.domain.rollen import STURING, Rol
from koers.registers.kern.models import LogRegel
from koers.registers.kern.verbinding import acting
from koers.registers.sturing.models import Formatie, Gereedheidsvoorwaarde, VoorwaardeStap
from tests.overgangen import code_of
from tests.overgangswereld import days, plan, require, whole_plan
from tests.wereld import ASSEN, MIDDEN_DRENTHE, make_actor, make_gemeente

pytestmark = pytest.mark.django_db


@pytest.fixture
def by():
    return make_actor(Rol.BELEIDSADVISEUR)


def changed(by, voorwaarde, wat, wie, klaar, ago=0, reden="Daarom."):
    nieuw = NieuweVoorwaarde(wat, wie, days(klaar), days(-ago), reden)
    return change_voorwaarde(by=by, voorwaarde_id=voorwaarde, nieuw=nieuw)


# --- conditions -------------------------------------------------------------------------------------


def test_every_earlier_sentence_owner_and_day_stays_readable(by):
    voorwaarde = require(by, klaar=30)
    changed(by, voorwaarde, "De taken zijn beschreven.", "beleidsadviseur", 60, 20, "Ziek.")
    changed(by, voorwaarde, "De taken zijn getekend.", "teamleider", 60, 10, "Duidelijker.")
    meet_voorwaarde(by=by, voorwaarde_id=voorwaarde, datum=days(-2), reden="Iedereen tekende.")
    reopen_voorwaarde(by=by, voorwaarde_id=voorwaarde, datum=days(-1), reden="Er mist er een.")
    een = read_voorwaarde(by=by, voorwaarde_id=voorwaarde)[1]
    assert (een.wat, een.wie, een.uiterlijk, een.stand) == (
        "De taken zijn getekend.",
        "teamleider",
        days(60),
        "open",
    )
    assert een.eerst == ("De taken zijn beschreven.", "beleidsadviseur", days(30))
    assert [(r.soort, r.wat, r.wie, r.was, r.toelichting) for r in een.regels] == [
        ("gewijzigd", "", "", days(30), "Ziek."),
        ("gewijzigd", "De taken zijn getekend.", "teamleider", None, "Duidelijker."),
        ("voldaan", "", "", None, "Iedereen tekende."),
        ("open", "", "", None, "Er mist er een."),
    ]


def test_a_condition_past_its_day_says_so_until_it_is_met(by):
    voorwaarde = require(by, klaar=-1)
    assert read_voorwaarde(by=by, voorwaarde_id=voorwaarde)[1].te_laat
    meet_voorwaarde(by=by, voorwaarde_id=voorwaarde, datum=days(0), reden="Toch.")
    assert not read_voorwaarde(by=by, voorwaarde_id=voorwaarde)[1].te_laat


def test_open_conditions_come_first_by_day(by):
    later, soon, met, gone = (require(by, klaar=dag, wat=f"Nr {dag}.") for dag in (40, 20, 10, 5))
    meet_voorwaarde(by=by, voorwaarde_id=met, datum=days(0), reden="Klaar.")
    drop_voorwaarde(by=by, voorwaarde_id=gone, datum=days(0), reden="Hoeft niet.")
    found = [een.id for een in read_herinrichting(by=by).plan.voorwaarden]
    assert found == [soon, later, met, gone]


@pytest.mark.parametrize("do", [meet_voorwaarde, drop_voorwaarde])
def test_a_step_needs_its_words_and_a_day_that_can_be(do, by):
    voorwaarde = require(by, ago=10)
    step = lambda **said: code_of(  # noqa: E731
        lambda who, v: do(by=who, voorwaarde_id=v, **{"datum": days(0), "reden": "x"} | said), by, voorwaarde
    )
    assert step(reden=" ") == "reden_verplicht"
    assert step(datum=days(1)) == "datum_in_toekomst"
    assert step(datum=days(-11)) == "dag_voor_vorige"
    assert step() == ""


# --- fte --------------------------------------------------------------------------------------------


def test_the_last_figures_count_and_the_earlier_stay(by):
    plan(by, nodig="2.2", datum=days(-20))
    plan(by, "GM1731", " poh  JEUGD ", "2.5", reden="Meer vragen.")
    plan(by, rol="Gezinscoach", nodig="0.8", afgesproken=Decimal("1.0"), per=days(40))
    found = read_herinrichting(by=by).plan
    assert [(een.nu.rol, een.nu.nodig) for een in found.formatie] == [
        ("Gezinscoach", Decimal("0.80")),
        ("POH Jeugd", Decimal("2.50")),
    ]
    assert [een.nodig for een in found.eerder] == [Decimal("2.20")]
    assert (found.optelling.nodig, found.optelling.afgesproken) == (Decimal("3.30"), Decimal("1.00"))
    assert found.optelling.tekort == Decimal("2.30")


def test_other_figures_need_a_reason_and_have_to_be_other(by):
    plan(by, datum=days(-20))
    again = lambda **more: code_of(lambda who, _z: plan(who, **more), by, None)  # noqa: E731
    assert again(reden="x") == "formatie_blijft_gelijk"
    assert again(nodig="3") == "reden_verplicht"
    assert again(nodig="3", reden="x", datum=days(-21)) == "dag_voor_vorige"
    assert again(nodig="3", reden="x") == ""


def test_a_role_that_left_the_plan_counts_no_more_and_can_come_back(by):
    rol = plan(by, datum=days(-20))
    drop_formatie(by=by, formatie_id=rol, datum=days(-5), reden="Gaat naar welzijn.")
    beeld = read_herinrichting(by=by).plan
    assert (beeld.formatie, beeld.optelling.nodig) == ((), 0)
    assert [een.reden for een in beeld.eerder] == ["Gaat naar welzijn.", ""]
    gone = lambda who, r: drop_formatie(by=who, formatie_id=r, datum=days(0), reden="x")  # noqa: E731
    assert code_of(gone, by, rol) == "niet_gevonden"
    back = plan(by)
    assert read_formatie(by=by, formatie_id=back)[1].nu.nodig == Decimal("2.20")


# --- who reads and writes ---------------------------------------------------------------------------


@pytest.mark.parametrize("rol", sorted(STURING | {Rol.JEUGDCONSULENT}))
def test_who_steers_or_carries_casework_reads_the_plan(rol, by):
    whole_plan(by, MIDDEN_DRENTHE)
    beeld = read_herinrichting(by=make_actor(rol))
    assert len(beeld.plan.voorwaarden) == 2
    assert beeld.schrijf_ik == (rol == Rol.BELEIDSADVISEUR)


def test_another_municipality_finds_nothing_of_it(by, monkeypatch):
    make_gemeente(ASSEN)
    ids, away = whole_plan(by, MIDDEN_DRENTHE), make_actor(Rol.BELEIDSADVISEUR, ASSEN)

    def leaks() -> bool:
        found = read_herinrichting(by=away)
        return bool(found.plan.voorwaarden or found.plan.formatie)

    meet = lambda who, v: meet_voorwaarde(by=who, voorwaarde_id=v, datum=days(0), reden="x")  # noqa: E731
    assert code_of(meet, away, ids["voorwaarde-voldaan"]) == "niet_gevonden"
    assert code_of(require, away, MIDDEN_DRENTHE) == "niet_gevonden"
    assert code_of(plan, away, MIDDEN_DRENTHE) == "niet_gevonden"
    assert not leaks()
    monkeypatch.setattr(herinrichting_lezen, "visible_herinrichting", lambda _by, t: t.objects.current())
    monkeypatch.setattr(
        herinrichting_lezen,
        "_rows",
        lambda _by, t, _g: t.objects.current().order_by("vastgelegd_at"),
    )
    # On PostgreSQL row level security is a second wall.
    assert leaks() is (connection.vendor == "sqlite")


@pytest.mark.parametrize("table", [Gereedheidsvoorwaarde, VoorwaardeStap, Formatie])
def test_a_fact_stays_as_it_was_written(table, by):
    whole_plan(by, MIDDEN_DRENTHE)
    row = table.objects.first()
    for change in (lambda: table.objects.filter(pk=row.pk).update(naam="x"), row.delete):
        with (
            pytest.raises(DatabaseError),
            transaction.atomic(),
            acting(uuid4(), frozenset({MIDDEN_DRENTHE})),
        ):
            change()


def test_every_act_leaves_a_row_without_anybodys_words(by):
    voorwaarde = require(by, wat="Kanariezin.")
    meet_voorwaarde(by=by, voorwaarde_id=voorwaarde, datum=days(0), reden="Kanariereden.")
    row = LogRegel.objects.get(handeling="meet_voorwaarde")
    assert (row.onderwerp_soort, row.onderwerp_id) == ("gereedheidsvoorwaarde", str(voorwaarde))
    assert "Kanarie" not in str(row.bijzonderheden)


def test_the_municipality_is_locked_while_a_role_is_written(by, monkeypatch):
    locked = []
    real = herinrichting.Gemeente.objects.select_for_update

    def noted(*args, **more):
        locked.append(True)
        return real(*args, **more)

    monkeypatch.setattr(herinrichting.Gemeente.objects, "select_for_update", noted)
    plan(by)
    assert locked


# --- the stuurgroep ---------------------------------------------------------------------------------


def test_the_stuurgroep_hears_which_days_moved_and_what_changed_in_the_plan(by):
    voorwaarde = require(by, klaar=30, ago=50)
    plan(by, nodig="2.2", datum=days(-50))
    before = read_sinds(by=by, dag=days(0))
    assert before.herinrichting == 0
    changed(by, voorwaarde, "De taken zijn beschreven.", "beleidsadviseur", 60, 10, "Ziek.")
    plan(by, nodig="2.5", datum=days(-5), reden="Meer vragen.")
    found = read_sinds(by=by, dag=days(-20))
    assert [(een.id, r.was, r.uiterlijk) for een, r in found.voorwaardestappen] == [
        (voorwaarde, days(30), days(60))
    ]
    assert [(was.nodig, nu.nodig) for was, nu in found.formatie] == [(Decimal("2.20"), Decimal("2.50"))]
    assert (found.voorwaarden, found.aantal) == ((), 2)
    everything = read_sinds(by=by, dag=days(-60))
    assert [een.id for een in everything.voorwaarden] == [voorwaarde]
    assert everything.formatie[-1][0] is None
    assert everything.aantal == 4


def test_the_demo_has_conditions_and_fte_and_says_that_they_are_made_up():
    create_demo(by=systeemactor("toets", functionaris="toets"), demo=True)
    seed_overgang(by=systeemactor("toets", functionaris="toets"))
    beeld = read_herinrichting(by=demo_actor("wethouder"))
    assert {een.stand for een in beeld.plan.voorwaarden} == {"open", "voldaan"}
    assert any(een.te_laat for een in beeld.plan.voorwaarden)
    assert len(beeld.plan.formatie) == 4
    assert all("erzonnen voor de demo" in een.nu.bron for een in beeld.plan.formatie)
    assert beeld.plan.eerder
