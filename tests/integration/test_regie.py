"""One regisseur per gezin: handed over with a day, and what is not one is shown."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, transaction

from koers.actions.kern import gezin_lezen, regie
from koers.actions.kern.gezin_lezen import read_gezin
from koers.actions.kern.regie import hand_over_regie, read_regie, replace_regisseur
from koers.domain.rollen import Rol
from koers.domain.weigering import Refused
from koers.registers.kern.models import Gezin, LogRegel, Medewerker, Regisseurschap
from koers.registers.kern.verbinding import acting
from koers.registers.klok import vandaag
from tests.wereld import ASSEN, MIDDEN_DRENTHE, actor_of, make_actor, make_familie, make_medewerker, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def by():
    return make_actor(Rol.JEUGDCONSULENT)


@pytest.fixture
def ander() -> Medewerker:
    return make_medewerker(Rol.JEUGDCONSULENT, naam="Nieuwe Regisseur")


def hand_over(by, gezin, naar, versie=1, **more):
    return hand_over_regie(by=by, gezin_id=gezin, naar=naar.pk, versie=versie, formulier=uuid4(), **more)


def test_the_next_one_sees_the_family_and_who_was_it_no_longer_does(by, ander):
    gezin = make_familie(by, "Zandstra").gezin
    hand_over(by, gezin, ander)
    assert read_gezin(by=actor_of(ander), gezin_id=gezin).regisseurs == ("Nieuwe Regisseur",)
    with pytest.raises(Refused) as refused:
        read_gezin(by=by, gezin_id=gezin)
    assert refused.value.code == "niet_gevonden"
    row = LogRegel.objects.get(handeling="hand_over_regie")
    assert (row.onderwerp_id, row.betrokkenen.count()) == (str(gezin), 2)


def test_who_stays_involved_goes_on_seeing_it_and_both_periods_are_kept(by, ander):
    gezin = make_familie(by, "Zandstra").gezin
    hand_over(by, gezin, ander, blijft=True)
    beeld = read_regie(by=by, gezin_id=gezin)
    assert beeld.nu == ("Nieuwe Regisseur",)
    assert {(p.naam, p.tot_datum) for p in beeld.perioden} == {
        ("Nieuwe Regisseur", None),
        (by.naam, vandaag()),
    }


@pytest.mark.parametrize("rol", [Rol.POH_JEUGD, Rol.AANBIEDER, Rol.WETHOUDER])
def test_only_who_carries_casework_of_this_gemeente_can_become_regisseur(by, rol):
    gezin = make_familie(by, "Zandstra").gezin
    closed = make_medewerker(Rol.JEUGDCONSULENT)
    Medewerker.objects.filter(pk=closed.pk).update(is_active=False)
    for naar in (make_medewerker(rol), make_medewerker(Rol.JEUGDCONSULENT, ASSEN), closed):
        with pytest.raises(Refused) as refused:
            hand_over(by, gezin, naar)
        assert refused.value.code == "geen_collega"


def test_nobody_hands_over_a_family_they_do_not_work_with(by, ander):
    gezin = make_familie(by, "Zandstra").gezin
    with pytest.raises(Refused) as refused:
        hand_over(actor_of(ander), gezin, ander)
    assert refused.value.code == "niet_gevonden"


def test_planted_a_hand_over_that_looks_beyond_the_own_work_is_met(by, ander, monkeypatch):
    gezin = make_familie(by, "Zandstra").gezin
    monkeypatch.setattr(regie, "visible_gezinnen", lambda by, today: Gezin.objects.all())
    hand_over(actor_of(ander), gezin, ander)
    assert Regisseurschap.objects.get(tot_datum=None).medewerker_id == ander.pk


def test_the_second_of_two_who_hand_over_at_once_hears_it(by, ander):
    gezin = make_familie(by, "Zandstra").gezin
    hand_over(by, gezin, ander, blijft=True)
    with pytest.raises(Refused) as refused:
        hand_over(by, gezin, make_medewerker(Rol.JEUGDCONSULENT), versie=1)
    assert refused.value.code == "al_gewijzigd"


def test_who_is_it_already_is_not_it_again(by):
    gezin = make_familie(by, "Zandstra").gezin
    with pytest.raises(Refused) as refused:
        hand_over(by, gezin, Medewerker.objects.get(pk=by.id))
    assert refused.value.code == "al_regisseur"


def test_the_database_holds_no_second_running_regisseur(by, ander):
    gezin = make_familie(by, "Zandstra").gezin
    with (
        pytest.raises(IntegrityError),
        transaction.atomic(),
        acting(uuid4(), frozenset({MIDDEN_DRENTHE})),
    ):
        Regisseurschap.objects.create(
            gezin_id=gezin, medewerker=ander, gemeente_id=MIDDEN_DRENTHE, begindatum=date(2026, 1, 1)
        )


def test_a_family_without_regisseur_says_so_and_gets_one(by, ander):
    gezin = make_familie(by, "Zandstra").gezin
    with transaction.atomic(), acting(uuid4(), frozenset({MIDDEN_DRENTHE})):
        Regisseurschap.objects.update(tot_datum=vandaag())
    assert read_regie(by=by, gezin_id=gezin).nu == ()
    hand_over(by, gezin, ander, blijft=True)
    assert read_regie(by=by, gezin_id=gezin).nu == ("Nieuwe Regisseur",)


def test_it_is_handed_over_in_the_browser(client, ander):
    medewerker = make_medewerker(Rol.JEUGDCONSULENT)
    sign_in(client, medewerker)
    gezin = make_familie(actor_of(medewerker), "Zandstra").gezin
    adres = f"/gezinnen/{gezin}/regie/"
    assert "Nieuwe Regisseur" in client.get(adres).text
    sent = {"versie": "1", "naar": str(ander.pk), "formulier_id": str(uuid4())}
    assert client.post(adres, sent | {"naar": ""}).status_code == 422
    assert "overgedragen" in client.post(adres, sent, follow=True).text
    assert client.get(adres).status_code == 404


def stand_in(by, gezin, ander, van=0, dagen=5):
    begin = vandaag() + timedelta(days=van)
    return replace_regisseur(
        by=by,
        gezin_id=gezin,
        door=ander.pk,
        begindatum=begin,
        tot_datum=begin + timedelta(days=dagen),
        formulier=uuid4(),
    )


def test_who_stands_in_sees_the_family_in_those_days_only_and_the_regisseur_stays(by, ander, monkeypatch):
    gezin = make_familie(by, "Vervangen").gezin
    stand_in(by, gezin, ander)
    seen = read_gezin(by=actor_of(ander), gezin_id=gezin)
    assert [naam for naam, _tot in seen.vervanging] == ["Nieuwe Regisseur"]
    assert seen.regisseurs == (by.naam,)
    later = vandaag() + timedelta(days=5)
    monkeypatch.setattr(gezin_lezen, "vandaag", lambda: later)
    with pytest.raises(Refused) as refused:
        read_gezin(by=actor_of(ander), gezin_id=gezin)
    assert refused.value.code == "niet_gevonden"
    assert read_gezin(by=by, gezin_id=gezin).vervanging == ()


@pytest.mark.parametrize(
    ("van", "dagen", "code"),
    [(0, 0, "periode_omgekeerd"), (-9, 5, "periode_omgekeerd"), (0, 93, "vervanging_te_lang")],
)
def test_days_that_cannot_be(by, ander, van, dagen, code):
    gezin = make_familie(by, "Dagen").gezin
    with pytest.raises(Refused) as refused:
        stand_in(by, gezin, ander, van, dagen)
    assert refused.value.code == code


def test_one_stands_in_at_a_time_and_nobody_for_oneself(by, ander):
    gezin = make_familie(by, "Eentje").gezin
    stand_in(by, gezin, ander, dagen=5)
    stand_in(by, gezin, ander, van=5)  # the day after the last is free
    for who, van, code in [
        (ander, 4, "vervanging_overlapt"),
        (Medewerker.objects.get(pk=by.id), 20, "al_regisseur"),
    ]:
        with pytest.raises(Refused) as refused:
            stand_in(by, gezin, who, van)
        assert refused.value.code == code
