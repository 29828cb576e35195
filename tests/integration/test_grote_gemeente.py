"""What a municipality with a hundred thousand casussen asks at every act is found by an index."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from koers.actions.zorg.toewijzen import assign_toewijzing
from koers.domain.rollen import Rol
from koers.registers.klok import vandaag
from tests.wereld import MIDDEN_DRENTHE, give_help, make_actor, make_familie, make_organisatie, make_product

pytestmark = [pytest.mark.django_db, pytest.mark.sqlite]


def plan_of(sql: str) -> list[str]:
    """How SQLite goes about this query."""
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {sql}")
        return [row[3] for row in cursor.fetchall()]


def test_the_next_number_of_a_toewijzing_is_not_looked_for_in_all_of_them():
    by = make_actor(Rol.JEUGDCONSULENT)
    product = make_product(make_organisatie(MIDDEN_DRENTHE, "aanbieder"))
    familie = give_help(by, make_familie(by, "Groot"), product)
    with CaptureQueriesContext(connection) as asked:
        assign_toewijzing(
            by=by, casus_id=familie.casus, contractproduct_id=product.pk, ingangsdatum=vandaag()
        )
    (sql,) = (query["sql"] for query in asked if "MAX(" in query["sql"])
    assert plan_of(sql) == [
        "SEARCH zorg_toewijzing USING COVERING INDEX zorg_toewijzing_laatste (gemeente_id=?)"
    ]
