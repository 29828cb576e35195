"""Questions that are composed once give what Django gives when it composes them anew."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.utils import timezone

from koers.actions.kern import aanmelden, een_persoon, gezin_lezen
from koers.domain.rollen import Rol
from koers.registers import vaste_vraag as room
from koers.registers.kern.models import Gezin
from koers.registers.klok import vandaag
from koers.registers.vaste_vraag import vaste_vraag
from tests.databank import in_handeling
from tests.wereld import MIDDEN_DRENTHE, actor_of, make_actor, make_familie, make_medewerker

pytestmark = pytest.mark.django_db


@pytest.fixture
def twee():
    """Two colleagues in one municipality, each with families of their own."""
    een, ander = make_actor(Rol.JEUGDCONSULENT), make_actor(Rol.JEUGDCONSULENT)
    return {
        een: [make_familie(een, "Aak").gezin, make_familie(een, "Baan").gezin],
        ander: [make_familie(ander, "Cool").gezin],
    }


def _families(by):
    return gezin_lezen._families(by, vandaag(), False, 0, 50)


def test_each_gets_their_own_whoever_asked_first(twee):
    with in_handeling():
        for by, gezinnen in (*twee.items(), *reversed(twee.items())):
            assert [pk for pk, *_ in _families(by)] == gezinnen


def test_planted_fault_a_question_that_keeps_a_value_shows_somebody_elses(twee, monkeypatch):
    monkeypatch.setattr(room, "_stand_in", lambda value: value)
    monkeypatch.setattr(room, "_ways", lambda part: ())
    keeps = vaste_vraag(gezin_lezen._families.__wrapped__)
    een, ander = twee
    with in_handeling():
        for by in (een, ander):
            assert [pk for pk, *_ in keeps(by, vandaag(), False, 0, 50)] == twee[een]


def test_it_gives_the_rows_that_django_gives(twee):
    een, ander = twee
    today = vandaag()
    ids = [*twee[een], *twee[ander]]
    medewerker = make_medewerker(Rol.POH_JEUGD)
    asked = [
        (gezin_lezen._families, (een, today, False, 0, 50)),
        (gezin_lezen._families, (een, today, True, 0, 1)),
        (gezin_lezen._families, (actor_of(medewerker), today, False, 0, 50)),
        (gezin_lezen._children, (today, ids)),
        (gezin_lezen._children, (today, ids[:1])),
        (gezin_lezen._children, (today - timedelta(1), ids)),
        (gezin_lezen._leading, (today, (ids[0], ids[0], ids[2]))),
        (aanmelden._aanstellingen, (today, medewerker.pk)),
        (een_persoon._any_merge, (een, today)),
    ]
    with in_handeling():
        for vraag, values in asked:
            for _ in range(2):  # composed, and as it was kept
                assert vraag(*values) == list(vraag.__wrapped__(*values)), (vraag.__name__, values)


def test_nothing_is_asked_of_nobody():
    with in_handeling():
        assert gezin_lezen._children(vandaag(), []) == []
        assert gezin_lezen._leading(vandaag(), [uuid4()]) == []


def test_a_text_goes_in_as_it_is(twee):
    @vaste_vraag
    def by_name(naam: str, gemeenten: frozenset[str]):
        return Gezin.objects.filter(naam=naam, gemeente__in=gemeenten).values_list("naam")

    with in_handeling():
        for naam in Gezin.objects.values_list("naam", flat=True):
            assert by_name(naam, frozenset({MIDDEN_DRENTHE})) == [(naam,)]
        assert by_name("' OR 1=1 --", frozenset({MIDDEN_DRENTHE})) == []


@pytest.mark.parametrize("value", [None, 1.5, timezone.now()])
def test_what_it_does_not_know_it_does_not_take(value):
    @vaste_vraag
    def anything(day: date):
        return Gezin.objects.filter(aangemaakt_at__lte=day).values_list("pk")

    with pytest.raises(TypeError, match="vaste vraag"):
        anything(value)
