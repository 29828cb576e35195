"""One young person from melding to the end of help, through the acts and through the pages."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from koers.actions.handeling import act
from koers.actions.toegang.besluiten import decide_besluit
from koers.actions.toegang.lezen import read_casus
from koers.actions.toegang.melden import NieuweMelding, register_melding
from koers.actions.zorg.lezen import read_toewijzing, read_toewijzingen
from koers.actions.zorg.toewijzen import assign_toewijzing, register_start, register_stop
from koers.domain.rollen import Rol
from koers.domain.weigering import Refused
from koers.registers.kern.models import LogRegel
from koers.registers.klok import vandaag
from koers.registers.toegang.models import Melding
from tests.wereld import (
    ASSEN,
    MIDDEN_DRENTHE,
    TOETSING,
    actor_of,
    ask,
    decide,
    granted,
    make_actor,
    make_familie,
    make_medewerker,
    make_product,
    rejected,
    sign_in,
    walk_ladder,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def by():
    return make_actor(Rol.JEUGDCONSULENT)


@pytest.fixture
def aanbieder():
    return make_medewerker(Rol.AANBIEDER, soort="aanbieder")


@pytest.fixture
def product(aanbieder):
    return make_product(aanbieder.aanstellingen.get().organisatie)


def melding(familie, verwijzer="01", **more):
    return NieuweMelding(jeugdigen=(familie.kind,), datum=vandaag(), verwijzer=verwijzer, **more)


def assigned(by, product, verwijzer="01"):
    """A family whose help was decided and assigned; returns the casus and toewijzing."""
    familie = make_familie(by, f"Familie{uuid4().hex[:6]}")
    (casus,) = register_melding(by=by, gezin_id=familie.gezin, melding=melding(familie, verwijzer))
    decide(by, casus, granted(product))
    return casus, assign_toewijzing(
        by=by, casus_id=casus, contractproduct_id=product.pk, ingangsdatum=vandaag()
    )


def code_of(do, **kwargs):
    with pytest.raises(Refused) as refused:
        do(**kwargs)
    return refused.value.code


def test_the_road_is_fixed_by_who_referred(by):
    familie = make_familie(by, "Route")
    for verwijzer, route in [("01", "toegang"), ("02", "medisch"), ("04", "justitie")]:
        register_melding(by=by, gezin_id=familie.gezin, melding=melding(familie, verwijzer))
        assert Melding.objects.latest("vastgelegd_at").route == route


def test_help_by_the_toegang_waits_for_a_besluit_and_a_doctors_referral_does_not(by, product):
    familie = make_familie(by, "Wacht")
    (by_toegang,) = register_melding(by=by, gezin_id=familie.gezin, melding=melding(familie, "06"))
    (by_doctor,) = register_melding(by=by, gezin_id=familie.gezin, melding=melding(familie, "02"))
    ask = {"by": by, "contractproduct_id": product.pk, "ingangsdatum": vandaag()}
    assert code_of(assign_toewijzing, casus_id=by_toegang, **ask) == "geen_besluit"
    assign_toewijzing(casus_id=by_doctor, **ask)
    decide(by, by_toegang, granted(product))
    assign_toewijzing(casus_id=by_toegang, **ask)


def test_a_besluit_for_a_shorter_time_carries_no_longer_help(by, product):
    familie = make_familie(by, "Kort")
    (casus,) = register_melding(by=by, gezin_id=familie.gezin, melding=melding(familie))
    tot = vandaag() + timedelta(days=30)
    decide(by, casus, granted(product, tot_datum=tot))
    ask = {"by": by, "casus_id": casus, "contractproduct_id": product.pk, "ingangsdatum": vandaag()}
    assert code_of(assign_toewijzing, **ask) == "geen_besluit"
    assert code_of(assign_toewijzing, **ask, tot_datum=tot + timedelta(days=1)) == "geen_besluit"
    assign_toewijzing(**ask, tot_datum=tot)


def test_a_rejection_says_why(by, product):
    familie = make_familie(by, "Afwijzing")
    (casus,) = register_melding(by=by, gezin_id=familie.gezin, melding=melding(familie))
    no = rejected(reden="")
    assert code_of(decide_besluit, by=by, casus_id=ask(by, casus), besluit=no) == "afwijzing_zonder_reden"


def test_a_provider_starts_and_stops_its_own_help_only(by, product, aanbieder):
    casus, toewijzing = assigned(by, product)
    provider = actor_of(aanbieder)
    stranger = actor_of(make_medewerker(Rol.AANBIEDER, ASSEN, soort="aanbieder"))
    assert code_of(register_start, by=stranger, toewijzing_id=toewijzing, datum=vandaag()) == "niet_gevonden"
    register_start(by=provider, toewijzing_id=toewijzing, datum=vandaag())
    assert code_of(register_start, by=provider, toewijzing_id=toewijzing, datum=vandaag()) == "al_begonnen"
    register_stop(by=provider, toewijzing_id=toewijzing, datum=vandaag(), reden="31")
    picture = read_toewijzing(by=provider, toewijzing_id=toewijzing)
    assert [step.soort for step in picture.stappen] == ["start", "stop"]
    assert read_toewijzingen(by=stranger) == ()
    assert len(read_toewijzingen(by=provider)) == 1
    assert code_of(read_casus, by=provider, casus_id=casus) == "geen_recht"


def test_every_step_stands_in_the_log_with_its_purpose(by, product, aanbieder):
    _, toewijzing = assigned(by, product)
    register_start(by=actor_of(aanbieder), toewijzing_id=toewijzing, datum=vandaag())
    done = ["register_melding", "decide_besluit", "assign_toewijzing", "register_start"]
    rows = LogRegel.objects.filter(handeling__in=done)
    assert sorted(rows.values_list("handeling", flat=True)) == sorted(done)
    # The child, and with the besluit also the parent who gets the letter.
    people = {row.handeling: row.betrokkenen.count() for row in rows}
    assert people == dict.fromkeys(done, 1) | {"decide_besluit": 2}


def test_a_colleague_cannot_decide_about_a_family_that_is_not_theirs(by, product):
    casus, toewijzing = assigned(by, product)
    other = make_actor(Rol.JEUGDCONSULENT)
    assert code_of(decide_besluit, by=other, casus_id=casus, besluit=granted(product)) == "niet_gevonden"
    assert code_of(register_start, by=other, toewijzing_id=toewijzing, datum=vandaag()) == "niet_gevonden"
    assert (
        code_of(
            assign_toewijzing, by=other, casus_id=casus, contractproduct_id=product.pk, ingangsdatum=vandaag()
        )
        == "niet_gevonden"
    )


def test_the_whole_way_in_the_browser(client, product):
    consulent = make_medewerker(Rol.JEUGDCONSULENT)
    familie = make_familie(actor_of(consulent), "Wandel")
    sign_in(client, consulent)

    def send(address, **fields):
        answer = client.post(address, {**fields, "formulier_id": str(uuid4())}, follow=True)
        assert answer.status_code == 200, answer.context["formulier"].errors
        return answer.content.decode()

    today = vandaag().isoformat()
    send(
        f"/gezinnen/{familie.gezin}/melding/",
        jeugdigen=[str(familie.kind)],
        datum=today,
        verwijzer="06",
        vraag="Het gaat niet goed op school.",
    )
    casus = Melding.objects.get().casussen.get()
    walk_ladder(actor_of(consulent), casus.pk)
    send(f"/casussen/{casus.pk}/aanvraag/", datum=today, wie="ouder", gevraagd="Kunt u ons helpen?")
    for trede in ("eigen_kracht", "omgevingskracht", "algemene_voorziening"):
        step = {"trede": trede, "uitkomst": "helpt_deels", "datum": today}
        page = send(f"/casussen/{casus.pk}/treden/", **step, reden="Dit alleen is niet genoeg.")
    assert "Alle treden zijn gezet" in page
    page = send(
        f"/casussen/{casus.pk}/besluit/",
        datum=today,
        bedrag="6000",
        principe="normaliseren",
        **{f"regel-{toetsing.regel}": toetsing.antwoord for toetsing in TOETSING},
        toegekend="ja",
        product=product.code,
        ingangsdatum=today,
        einddatum=(date.fromisoformat(today) + timedelta(days=364)).isoformat(),
        reden="De school en oma kunnen dit niet alleen.",
    )
    assert "Het gaat niet goed op school." in page
    page = send(
        f"/casussen/{casus.pk}/toewijzing/",
        contractproduct=str(product.pk),
        ingangsdatum=today,
        einddatum=(date.fromisoformat(today) + timedelta(days=364)).isoformat(),
    )
    assert "nog niet begonnen" in page
    toewijzing = casus.toewijzingen.get()
    assert "de hulp loopt" in send(f"/toewijzingen/{toewijzing.pk}/start/", datum=today)
    assert "gestopt" in send(f"/toewijzingen/{toewijzing.pk}/stop/", datum=today, reden="31")
    answer = client.post(
        f"/toewijzingen/{toewijzing.pk}/start/", {"datum": today, "formulier_id": str(uuid4())}
    )
    assert answer.status_code == 422
    assert "begint niet opnieuw" in answer.content.decode()


def test_a_melding_of_another_family_is_not_there(client, by, product):
    casus, toewijzing = assigned(by, product)
    sign_in(client, make_medewerker(Rol.JEUGDCONSULENT))
    for address in (
        f"/casussen/{casus}/",
        f"/casussen/{casus}/besluit/",
        f"/casussen/{casus}/toewijzing/",
        f"/toewijzingen/{toewijzing}/",
        f"/toewijzingen/{toewijzing}/start/",
    ):
        assert client.get(address).status_code == 404
    assert MIDDEN_DRENTHE in by.gemeenten


def test_who_moved_is_in_the_log_of_both_municipalities(by):
    """A provider helps somebody who moved, for one municipality and then for the other; both may know."""
    kind = uuid4()
    with act("read_gezinnen", by=by) as spoor:
        for gemeente in (MIDDEN_DRENTHE, ASSEN, MIDDEN_DRENTHE):
            spoor.seen(kind, gemeente)
    regel = LogRegel.objects.get(handeling="read_gezinnen")
    assert {b.gemeente_id for b in regel.betrokkenen.all()} == {MIDDEN_DRENTHE, ASSEN}
    assert regel.betrokkenen.count() == 2
