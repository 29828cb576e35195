"""Before somebody new is written down: who is there already, shown to whoever may see them."""

from datetime import date
from uuid import uuid4

import pytest

from koers.actions.kern import dubbelen
from koers.actions.kern.dubbelen import read_dubbelen
from koers.actions.kern.gezinnen import register_gezin
from koers.domain.dubbel import Overeenkomst
from koers.domain.personen import NieuwPersoon
from koers.domain.rollen import Rol
from koers.domain.weigering import Refused
from koers.registers.kern.models import Gezin, LogRegel, Persoon
from tests.wereld import ASSEN, actor_of, make_actor, make_medewerker, sign_in

pytestmark = pytest.mark.django_db
TEST_BSN = "999900006"


def child(roepnaam="Elif", achternaam="Yılmaz", **more):
    return NieuwPersoon(
        **{"roepnaam": roepnaam, "achternaam": achternaam, "geboortedatum": date(2012, 3, 4)} | more
    )


@pytest.fixture
def by():
    return make_actor(Rol.JEUGDCONSULENT)


def register(by, jeugdige, **more):
    return register_gezin(by=by, jeugdige=jeugdige, formulier=uuid4(), **more)


@pytest.mark.parametrize(
    ("nieuw", "reden"),
    [
        (child("elif", "Yilmaz"), Overeenkomst.NAAM_EN_DATUM),
        (child("Elif", "Yilmas"), Overeenkomst.NAAM_BIJNA),
        (child(geboortedatum=date(2012, 4, 3)), Overeenkomst.DATUM_BIJNA),
        (child("Emine"), Overeenkomst.TWEELING),
        (child("X", "Y", bsn=TEST_BSN, bsn_status="bekend"), Overeenkomst.BSN),
    ],
)
def test_a_candidate_comes_with_its_reason_and_stands_in_the_log(by, nieuw, reden):
    gezin = register(by, child(bsn=TEST_BSN, bsn_status="bekend"))
    (kandidaat,) = read_dubbelen(by=by, nieuw=nieuw).kandidaten
    assert (kandidaat.gezin_id, kandidaat.reden) == (gezin, reden)
    assert LogRegel.objects.get(handeling="read_dubbelen").betrokkenen.count() == 1
    with pytest.raises(Refused) as refused:
        register(by, nieuw)
    expected = "bsn_al_bekend" if reden is Overeenkomst.BSN else "mogelijk_dubbel"
    assert refused.value.code == expected


def test_two_different_numbers_are_two_people_without_a_question(by):
    register(by, child(bsn=TEST_BSN, bsn_status="bekend"))
    register(by, child("Emine", bsn="999900018", bsn_status="bekend"))
    assert Persoon.objects.count() == 2


def test_after_looking_somebody_decides_and_nothing_is_merged(by):
    register(by, child())
    register(by, child(), toch=True)
    assert Persoon.objects.count() == 2
    assert Gezin.objects.count() == 2


def test_of_somebody_outside_the_own_work_only_that_they_are_there_is_said(by):
    register(by, child())
    other = make_actor(Rol.JEUGDCONSULENT)
    found = read_dubbelen(by=other, nieuw=child())
    assert (found.kandidaten, found.elders) == ((), True)
    # What was not typed itself is not told: a near name of somebody else's family stays unknown.
    assert read_dubbelen(by=other, nieuw=child("Elif", "Yilmas")).is_leeg
    assert read_dubbelen(by=other, nieuw=child(geboortedatum=date(2012, 4, 3))).is_leeg
    assert read_dubbelen(by=make_actor(Rol.JEUGDCONSULENT, ASSEN), nieuw=child()).is_leeg


def test_planted_candidates_beyond_the_filter_are_met(by, monkeypatch):
    register(by, child())
    monkeypatch.setattr(dubbelen, "visible_gezinnen", lambda by, today: Gezin.objects.all())
    assert read_dubbelen(by=make_actor(Rol.JEUGDCONSULENT), nieuw=child()).kandidaten != ()


def test_the_page_shows_who_it_may_be_and_keeps_what_was_typed(client):
    medewerker = make_medewerker(Rol.JEUGDCONSULENT)
    sign_in(client, medewerker)
    gezin = register(actor_of(medewerker), child())
    sent = {
        "roepnaam": "Emine",
        "achternaam": "Yılmaz",
        "geboortedatum": "2012-03-04",
        "geslacht": "V",
        "bsn_status": "nog_niet_bekend",
        "geheim": "onbekend",
        "formulier_id": str(uuid4()),
    }
    page = client.post("/gezinnen/nieuw/", sent)
    assert page.status_code == 422
    assert f"/gezinnen/{gezin}/" in page.text
    assert "waarschijnlijk een tweeling" in page.text
    assert 'value="Emine"' in page.text
    assert client.post("/gezinnen/nieuw/", sent | {"toch": "on"}).status_code == 302
    assert Persoon.objects.count() == 2


@pytest.mark.parametrize("lid", [False, True])
def test_the_form_asks_who_it_is_before_where_they_live(client, lid):
    medewerker = make_medewerker(Rol.JEUGDCONSULENT)
    sign_in(client, medewerker)
    gezin = register(actor_of(medewerker), child())
    text = client.get(f"/gezinnen/{gezin}/lid/" if lid else "/gezinnen/nieuw/").text
    plekken = [text.index(f'name="{veld}"') for veld in ("toch", "achternaam", "bsn", "straatnaam")]
    assert plekken == sorted(plekken)
