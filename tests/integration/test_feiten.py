"""Facts only come: also inside an act nobody changes or removes one, on either database (decision 4)."""

from datetime import date
from uuid import uuid4

import pytest
from django.apps import apps
from django.db import DatabaseError, connection, transaction

from koers.actions.zorg.toewijzen import register_start
from koers.domain.rollen import Rol
from koers.registers.feiten import Feit
from koers.registers.kern import triggers
from koers.registers.kern.verbinding import acting
from koers.registers.klok import vandaag
from koers.registers.toegang.models import Melding, Verwijzing
from koers.registers.zorg.models import Toewijzing, TrajectStap
from tests.wereld import MIDDEN_DRENTHE, give_help, make_actor, make_familie, make_organisatie, make_product

pytestmark = pytest.mark.django_db


@pytest.fixture
def feiten():
    """A family with a question, a referral, help and its start."""
    by = make_actor(Rol.JEUGDCONSULENT)
    product = make_product(make_organisatie(MIDDEN_DRENTHE, "aanbieder"))
    familie = give_help(by, make_familie(by, "Proef"), product)
    register_start(by=by, toewijzing_id=familie.toewijzing, datum=vandaag())
    return {model: model.objects.get() for model in (Melding, Verwijzing, Toewijzing, TrajectStap)}


def attempt(do) -> bool:
    """Whether this succeeds inside an act."""
    try:
        with transaction.atomic(), acting(uuid4(), frozenset({MIDDEN_DRENTHE})):
            do()
    except DatabaseError:
        return False
    return True


def changes(feit):
    """The ways to tamper with one fact."""
    rows = type(feit)._base_manager.filter(pk=feit.pk)
    return [
        lambda: rows.update(datum=date(2020, 1, 1)),
        lambda: rows.update(ingetrokken=True),
        lambda: rows._raw_delete(rows.db),
    ]


@pytest.mark.parametrize("model", [Melding, Verwijzing, Toewijzing, TrajectStap])
def test_a_fact_stays_as_it_was_written(feiten, model):
    assert [attempt(do) for do in changes(feiten[model])] == [False] * 3
    assert model.objects.get() == feiten[model]


@pytest.mark.sqlite  # on PostgreSQL only the owner can take a guard away
def test_planted_without_its_guards_a_fact_can_be_changed(feiten):
    triggers.remove(connection)
    assert attempt(changes(feiten[TrajectStap])[0])
    triggers.install(connection)


def test_every_table_of_facts_is_guarded():
    found = {model._meta.label for model in apps.get_models() if issubclass(model, Feit)}
    assert found == {label for label in triggers.PERSOONSTABELLEN if triggers.is_fact(label)}
    kept = {w.tabel for w in triggers.guards(connection.vendor) if w.zin == triggers.FEIT_BLIJFT}
    assert kept == {apps.get_model(label)._meta.db_table for label in found}
