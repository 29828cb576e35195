"""The team: families that nobody leads are everybody's to mend; the rest is numbers, by name."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import transaction

from koers.actions.kern import regie
from koers.actions.kern.gezin_lezen import read_gezin
from koers.actions.kern.regie import hand_over_regie, read_regie, replace_regisseur
from koers.actions.toegang import team as acts
from koers.actions.toegang.team import read_team
from koers.domain.rollen import Rol
from koers.domain.weigering import Refused
from koers.registers.kern.models import Gezin, LogRegel, Medewerker, Regisseurschap
from koers.registers.kern.verbinding import acting
from koers.registers.klok import vandaag
from koers.registers.toegang.models import Plan
from tests.wereld import (
    ASSEN,
    MIDDEN_DRENTHE,
    actor_of,
    give_plan,
    make_actor,
    make_familie,
    make_medewerker,
    sign_in,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def een() -> Medewerker:
    return make_medewerker(Rol.JEUGDCONSULENT, naam="Anna de Boer")


@pytest.fixture
def ander() -> Medewerker:
    return make_medewerker(Rol.JEUGDCONSULENT, naam="Bram Visser")


def change(do):
    with transaction.atomic(), acting(uuid4(), frozenset({MIDDEN_DRENTHE})):
        return do()


def nobody_leads(gezin):
    change(lambda: Regisseurschap.objects.filter(gezin_id=gezin).update(tot_datum=vandaag()))


def orphans(by):
    return [(een.gezin_id, een.regisseurs, een.in_zicht) for een in read_team(by=by).zonder_regie]


def refused(do):
    with pytest.raises(Refused) as met:
        do()
    return met.value.code


def take(by, gezin, naar):
    return hand_over_regie(by=by, gezin_id=gezin, naar=naar.pk, versie=1, formulier=uuid4())


def test_a_family_that_nobody_leads_shows_for_the_whole_team_and_can_be_taken(een, ander):
    gezin = make_familie(actor_of(een), "Zandstra").gezin
    collega = actor_of(ander)
    assert orphans(collega) == []
    nobody_leads(gezin)
    assert orphans(collega) == [(gezin, (), False)]
    assert orphans(actor_of(een)) == [(gezin, (), True)]
    # Only that it is there: what is in it stays with who works there.
    assert refused(lambda: read_gezin(by=collega, gezin_id=gezin)) == "niet_gevonden"
    assert not read_regie(by=collega, gezin_id=gezin).in_zicht
    take(collega, gezin, ander)
    assert orphans(collega) == []
    assert read_gezin(by=collega, gezin_id=gezin).regisseurs == ("Bram Visser",)
    log = LogRegel.objects.filter(handeling="read_team", by_id=collega.id).order_by("-pk")
    assert log[1].betrokkenen.count() == 2  # child and parent, as long as the family was shown


def test_two_regisseurs_show_and_one_of_them_stays(een, ander):
    gezin = make_familie(actor_of(een), "Zandstra").gezin
    until = vandaag() + timedelta(days=30)
    change(lambda: Regisseurschap.objects.filter(gezin_id=gezin).update(tot_datum=until))
    second = {"gezin_id": gezin, "medewerker": ander, "gemeente_id": MIDDEN_DRENTHE, "begindatum": vandaag()}
    change(lambda: Regisseurschap.objects.create(**second))
    by = make_actor(Rol.JEUGDCONSULENT)
    ((found, leaders, in_zicht),) = orphans(by)
    assert (found, set(leaders), in_zicht) == (gezin, {"Anna de Boer", "Bram Visser"}, False)
    take(by, gezin, een)
    assert orphans(by) == []
    assert read_gezin(by=actor_of(een), gezin_id=gezin).regisseurs == ("Anna de Boer",)


def test_whoever_has_no_account_any_more_is_no_regisseur(een, ander):
    gezin = make_familie(actor_of(een), "Zandstra").gezin
    Medewerker.objects.filter(pk=een.pk).update(is_active=False)
    assert orphans(actor_of(ander)) == [(gezin, ("Anna de Boer",), False)]


def test_nobody_takes_a_family_that_has_its_regisseur_or_is_of_another_municipality(een, ander, monkeypatch):
    gezin = make_familie(actor_of(een), "Zandstra").gezin
    assert refused(lambda: take(actor_of(ander), gezin, ander)) == "niet_gevonden"
    nobody_leads(gezin)
    elders = make_medewerker(Rol.JEUGDCONSULENT, ASSEN)
    assert orphans(actor_of(elders)) == []
    assert refused(lambda: take(actor_of(elders), gezin, elders)) == "niet_gevonden"
    for rol in (Rol.POH_JEUGD, Rol.WETHOUDER):
        assert refused(lambda rol=rol: read_team(by=make_actor(rol))) == "geen_recht"
    # Planted: every family of the municipality is anybody's.
    take(actor_of(een), gezin, een)
    monkeypatch.setattr(
        regie, "visible_zonder_regie", lambda by, today: Gezin.objects.filter(gemeente__in=by.gemeenten)
    )
    versie = Gezin.objects.values_list("versie", flat=True)
    with transaction.atomic(), acting(uuid4(), frozenset({MIDDEN_DRENTHE})):
        now = versie.get(pk=gezin)
    assert hand_over_regie(by=actor_of(ander), gezin_id=gezin, naar=ander.pk, versie=now, formulier=uuid4())


def test_two_who_take_it_at_once_make_one_regisseur(een, ander):
    gezin = make_familie(actor_of(een), "Zandstra").gezin
    nobody_leads(gezin)
    take(actor_of(ander), gezin, ander)
    third = make_medewerker(Rol.JEUGDCONSULENT)
    assert refused(lambda: take(actor_of(third), gezin, third)) == "niet_gevonden"
    assert refused(lambda: take(actor_of(een), gezin, een)) == "al_gewijzigd"


def test_the_team_is_told_in_numbers_by_name_and_what_is_late_is_counted(een, ander, monkeypatch):
    familie = give_plan(actor_of(een), make_familie(actor_of(een), "Zandstra"))
    monday = vandaag() - timedelta(days=3)
    change(lambda: Plan.objects.filter(gezin_id=familie.gezin).update(evaluatiedatum=monday))
    replace_regisseur(
        by=actor_of(een),
        gezin_id=familie.gezin,
        door=ander.pk,
        begindatum=vandaag(),
        tot_datum=vandaag() + timedelta(days=7),
        formulier=uuid4(),
    )
    beeld = read_team(by=actor_of(ander))
    told = {lid.naam: (lid.te_laat, lid.gezinnen, lid.plannen) for lid in beeld.leden}
    assert list(told) == ["Anna de Boer", "Bram Visser"]
    assert told == {"Anna de Boer": (1, 1, 1), "Bram Visser": (0, 0, 0)}
    assert beeld.te_laat == 1
    (weg,) = beeld.leden[0].afwezig
    assert (weg.door, weg.tot_datum, weg.gezinnen) == ("Bram Visser", vandaag() + timedelta(days=7), 1)
    # Planted: late plans are forgotten.
    monkeypatch.setattr(acts, "late_of", lambda plannen, today: {})
    assert read_team(by=actor_of(ander)).te_laat == 0


def test_the_page_and_vandaag_lead_there(een, ander, client):
    gezin = make_familie(actor_of(een), "Zandstra").gezin
    sign_in(client, ander)
    assert "wie vervangt wie" in client.get("/vandaag/").text
    page = client.get("/team/").text
    assert "Elk gezin heeft één regisseur." in page
    assert "Zandstra" not in page
    nobody_leads(gezin)
    assert "één gezin waarmee u niet werkt" in client.get("/vandaag/").text
    page = client.get("/team/").text
    assert f"/gezinnen/{gezin}/regie/?naar=ik" in page
    assert f'href="/gezinnen/{gezin}/"' not in page
    form = client.get(f"/gezinnen/{gezin}/regie/?naar=ik").text
    assert f'value="{ander.pk}" selected' in form
    sent = {"formulier_id": str(uuid4()), "versie": 1, "naar": str(ander.pk)}
    answer = client.post(f"/gezinnen/{gezin}/regie/", sent)
    assert answer.url == "/team/"
    assert client.get(f"/gezinnen/{gezin}/").status_code == 200


def test_an_ended_regie_of_long_ago_still_asks_for_somebody(een):
    gezin = make_familie(actor_of(een), "Zandstra").gezin
    old = {"begindatum": date(2020, 1, 1), "tot_datum": date(2021, 1, 1)}
    change(lambda: Regisseurschap.objects.filter(gezin_id=gezin).update(**old))
    (found,) = read_team(by=actor_of(een)).zonder_regie
    assert found.sinds == date(2021, 1, 1)


def test_who_was_second_sees_who_it_is_now_and_can_send_again(een, ander, client):
    gezin = make_familie(actor_of(een), "Zandstra").gezin
    take(actor_of(een), gezin, ander)
    sign_in(client, ander)
    derde = make_medewerker(Rol.JEUGDCONSULENT, naam="Carla Smit")
    stale = {"formulier_id": str(uuid4()), "versie": 1, "naar": str(derde.pk)}
    page = client.post(f"/gezinnen/{gezin}/regie/", stale)
    assert page.status_code == 422
    assert "Bram Visser is de regisseur." in page.text
    assert f'value="{derde.pk}" selected' in page.text
    assert 'name="versie" value="2"' in page.text
    assert client.post(f"/gezinnen/{gezin}/regie/", stale | {"versie": 2}).status_code == 302
