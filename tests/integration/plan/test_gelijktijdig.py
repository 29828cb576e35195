"""Several people begin a plan for the same child at the same moment: one of them does."""

import threading

import pytest
from django.db import connections

from koers.actions.toegang.plan.bewerken import start_plan
from koers.domain.plan.onderdelen import Grootte
from koers.domain.rollen import Rol
from koers.domain.weigering import Refused
from koers.registers.toegang.models import Plan, PlanJeugdige
from tests.wereld import make_actor, make_familie

pytestmark = pytest.mark.django_db(transaction=True)


def test_four_at_a_time_make_one_plan_for_a_child():
    by = make_actor(Rol.JEUGDCONSULENT)
    familie = make_familie(by, "Samenloop")
    outcomes: list[str] = []

    def begin():
        try:
            start_plan(by=by, gezin_id=familie.gezin, jeugdigen=(familie.kind,), grootte=Grootte.LICHT)
            outcomes.append("begonnen")
        except Refused as refused:
            outcomes.append(refused.code)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=begin) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["al_een_plan", "al_een_plan", "al_een_plan", "begonnen"]
    assert Plan.objects.count() == PlanJeugdige.objects.count() == 1
