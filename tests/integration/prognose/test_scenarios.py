"""Kept scenarios: with who and when, worked out anew, beside what they came to, and taken off the list."""

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest
from django.db import IntegrityError

from koers.actions.handeling import act
from koers.actions.prognose.scenarios import NAAST_ELKAAR, keep_scenario, read_scenarios, withdraw_scenario
from koers.domain.hefbomen import KNOPPEN, Inzet
from koers.domain.rollen import Rol
from koers.domain.scenario import Wens
from koers.domain.weigering import Refused
from koers.registers.prognose.models import Scenario
from tests.integration.prognose.conftest import TOT
from tests.wereld import ASSEN, MIDDEN_DRENTHE, make_actor, make_gemeente, make_medewerker, sign_in

pytestmark = pytest.mark.django_db
VANAF = date(TOT.year + 1, 1, 1)
MINDER = Wens(
    (Inzet(KNOPPEN["instroom-arts"], 20, VANAF, 12),), Decimal("7.5"), TOT.year + 3, 1_200_050, 5_000
)


@pytest.fixture(autouse=True)
def gemeenten(db):
    make_gemeente(MIDDEN_DRENTHE)


def keep(by, naam="Meer POH", wens=MINDER, gemeente=MIDDEN_DRENTHE):
    return keep_scenario(by=by, gemeente=gemeente, naam=naam, toelichting="Afspraak van juni.", wens=wens)


def kept(by):
    return read_scenarios(by=by, gemeente=MIDDEN_DRENTHE)[1]


def test_what_was_kept_comes_back_as_it_was_with_who_and_when(mart, controller):
    keep(controller)
    (een,) = kept(make_actor(Rol.BELEIDSADVISEUR))
    assert (een.naam, een.door, een.wens) == ("Meer POH", controller.naam, MINDER)
    jaar = next(j for j in een.nu.met if j.jaar == MINDER.doeljaar)
    toen = next(j for j in een.toen["jaren"] if j["jaar"] == MINDER.doeljaar)
    assert toen["aandeel"] == round(jaar.aandeel, 2)
    assert toen["kans"] == jaar.kans


def test_only_so_many_are_worked_out_and_the_newest_come_first(mart, controller):
    for nummer in range(NAAST_ELKAAR + 1):
        keep(controller, f"Scenario {nummer}")
    namen = [een.naam for een in kept(controller)]
    assert namen[0] == f"Scenario {NAAST_ELKAAR}"
    assert [een.nu is None for een in kept(controller)] == [False] * NAAST_ELKAAR + [True]


def test_a_scenario_taken_off_the_list_stays_in_the_register_and_never_changes(mart, controller):
    row = keep(controller)
    withdraw_scenario(by=controller, gemeente=MIDDEN_DRENTHE, scenario_id=row)
    assert kept(controller) == ()
    assert Scenario.objects.count() == 2
    with pytest.raises(Refused):
        withdraw_scenario(by=controller, gemeente=MIDDEN_DRENTHE, scenario_id=row)
    with pytest.raises(IntegrityError), act("keep_scenario", by=controller):
        Scenario.objects.filter(pk=row).update(naam="Anders")


@pytest.mark.parametrize(
    ("naam", "wens", "code"),
    [
        (" ", MINDER, "scenario_zonder_naam"),
        ("Niets", Wens(), "scenario_zonder_hefboom"),
        (
            "Nul",
            replace(MINDER, inzetten=(replace(MINDER.inzetten[0], procent=0),)),
            "scenario_zonder_hefboom",
        ),
    ],
)
def test_what_says_nothing_is_not_kept(mart, controller, naam, wens, code):
    with pytest.raises(Refused) as refused:
        keep(controller, naam, wens)
    assert refused.value.code == code
    assert not Scenario.objects.exists()


def test_another_municipality_keeps_sees_and_withdraws_nothing_here(mart, controller):
    row, elders = keep(controller), make_actor(Rol.CONTROLLER, ASSEN)
    for do in (
        lambda: keep(elders),
        lambda: kept(elders),
        lambda: withdraw_scenario(by=elders, gemeente=MIDDEN_DRENTHE, scenario_id=row),
        lambda: withdraw_scenario(by=elders, gemeente=ASSEN, scenario_id=row),
    ):
        with pytest.raises(Refused) as refused:
            do()
        assert refused.value.code == "niet_gevonden"
    with pytest.raises(Refused) as refused:
        kept(make_actor(Rol.RAADSLID))
    assert refused.value.code == "geen_recht"


def test_from_the_page_and_back_to_it(mart, client):
    sign_in(client, make_medewerker(Rol.CONTROLLER, naam="Gert"))
    vraag = (
        f"instroom-arts=20&instroom-arts-vanaf={TOT.year + 1}-01&instroom-arts-aanloop=12&jaarkosten=1.000,50"
    )
    adres = f"/wat-als/{MIDDEN_DRENTHE}/bewaren/?{vraag}"
    assert "Dit scenario bewaren" in client.get(f"/wat-als/{MIDDEN_DRENTHE}/?{vraag}").content.decode()
    nameless = client.post(adres, {"formulier_id": str(uuid4()), "naam": "", "toelichting": "Zomaar."})
    assert nameless.status_code == 422
    assert "Zomaar." in nameless.content.decode()
    form = {"formulier_id": str(uuid4()), "naam": "Meer POH"}
    for _ in range(2):  # a double click is one
        assert client.post(adres, form).status_code == 302
    html = client.get(f"/wat-als/{MIDDEN_DRENTHE}/scenarios/").content.decode()
    assert html.count("Van de lijst halen") == 1
    assert "Gert, " in html
    assert "20% vanaf januari" in html
    assert "1.000,50" in html
    (terug,) = re.findall(rf'href="(/wat-als/{MIDDEN_DRENTHE}/\?[^"]*instroom[^"]+)"', html)
    again = client.get(terug.replace("&amp;", "&")).content.decode()
    assert 'value="20"' in again
    assert 'value="1000,50"' in again
    (weg,) = re.findall(r'action="([^"]+/intrekken/)"', html)
    client.post(weg, {"formulier_id": str(uuid4())})
    assert (
        "Er is nog geen scenario bewaard."
        in client.get(f"/wat-als/{MIDDEN_DRENTHE}/scenarios/").content.decode()
    )


def test_a_page_without_a_lever_offers_nothing_to_keep(mart, client):
    sign_in(client, make_medewerker(Rol.CONTROLLER))
    assert "Dit scenario bewaren" not in client.get(f"/wat-als/{MIDDEN_DRENTHE}/").content.decode()
    bare = client.post(f"/wat-als/{MIDDEN_DRENTHE}/bewaren/", {"formulier_id": str(uuid4()), "naam": "Niets"})
    assert bare.status_code == 422
    assert not Scenario.objects.exists()
