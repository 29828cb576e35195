"""Another gemeente pays: what ends, what the providers hear, and what a casus cost and will cost."""

from dataclasses import replace
from datetime import timedelta

import pytest

from koers.actions.zorg.casusgeld import read_casusgeld
from koers.actions.zorg.toewijzen import Invulling, register_start
from koers.actions.zorg.woonplaats import hand_over_woonplaats
from koers.domain.rollen import Rol
from koers.domain.weigering import Refused
from koers.domain.woonplaats import VOOR_VERBLIJF, WOONADRES, Overdracht
from koers.exchange.ijw.omgeving import municipality_names
from koers.registers.kern.models import LogRegel, Medewerker
from koers.registers.klok import vandaag
from koers.registers.zorg.models import Contractproduct, ToewijzingWijziging, Woonplaats
from tests.integration.test_declaratie_bericht import TARIEF, arrive, claim, entry, month
from tests.integration.test_toewijzingsbericht import DAG, Wereld, products, sent
from tests.wereld import make_actor, sign_in

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def wereld() -> Wereld:
    return Wereld()


def overdracht(dagen: int = 10, **anders) -> Overdracht:
    return replace(
        Overdracht("GM0106", WOONADRES, vandaag() + dagen * DAG, "toegang jeugd Assen", vandaag()), **anders
    )


def hand_over(wereld: Wereld, nieuw: Overdracht | None = None, **meer):
    return hand_over_woonplaats(
        by=wereld.by,
        casus_id=wereld.casus,
        nieuw=nieuw or overdracht(),
        bekend=municipality_names().keys(),
        **meer,
    )


def test_a_move_ends_what_runs_takes_away_what_is_to_begin_and_is_one_message(wereld, tmp_path):
    loopt = wereld.give(van=-30)
    register_start(by=wereld.by, toewijzing_id=loopt, datum=vandaag() - 30 * DAG)
    wereld.give(1, van=20)
    sent(tmp_path)
    voor = len(list(tmp_path.glob("JW301*.xml")))
    hand_over(wereld)
    berichten = sent(tmp_path)
    assert len(berichten) == voor + 1
    assert products(berichten[-1]) == [(1, -30, 9, "07"), (2, 20, 20, "13")]
    assert read_casusgeld(by=wereld.by, casus_id=wereld.casus).betaler.gemeentecode == "GM0106"
    assert LogRegel.objects.filter(handeling="hand_over_woonplaats").count() == 1


def test_nothing_ends_without_the_word_of_the_other_gemeente(wereld):
    wereld.give()
    with pytest.raises(Refused, match="woonplaats_niet_bevestigd"):
        hand_over(wereld, overdracht(bevestigd_door=""))
    assert (Woonplaats.objects.count(), ToewijzingWijziging.objects.count()) == (0, 0)


def test_a_last_day_that_is_past_asks_what_the_providers_think(wereld):
    wereld.give(van=-30)
    with pytest.raises(Refused, match="verkorten_zonder_akkoord"):
        hand_over(wereld, overdracht(-5))
    assert Woonplaats.objects.count() == 0  # all of it or nothing
    hand_over(wereld, overdracht(-5), akkoord=True)
    assert ToewijzingWijziging.objects.get().reden == "07"


def test_where_a_child_stays_for_its_help_does_not_move_who_pays(wereld):
    Contractproduct.objects.filter(pk=wereld.producten[0].pk).update(hulpvorm="11")
    wereld.give(van=-30)
    assert read_casusgeld(by=wereld.by, casus_id=wereld.casus).met_verblijf
    with pytest.raises(Refused, match="woonplaats_bij_verblijf"):
        hand_over(wereld)
    hand_over(wereld, overdracht(grond=VOOR_VERBLIJF))


def test_our_help_does_not_go_on_where_another_gemeente_pays(wereld):
    toewijzing = wereld.give(van=-30)
    hand_over(wereld)
    with pytest.raises(Refused, match="andere_gemeente_betaalt"):
        wereld.change(toewijzing, "04", 30)
    with pytest.raises(Refused, match="andere_gemeente_betaalt"):
        wereld.give(1, van=5, tot=11)
    wereld.give(1, van=5, tot=10)


def test_twice_to_the_same_gemeente_is_refused(wereld):
    hand_over(wereld)
    with pytest.raises(Refused, match="woonplaats_eigen_gemeente"):
        hand_over(wereld)


@pytest.mark.parametrize("rol", [Rol.CONTROLLER, Rol.AANBIEDER, Rol.BELEIDSADVISEUR, Rol.CONTRACTMANAGER])
def test_who_does_not_work_with_the_family_neither_hands_over_nor_sees_the_cost(wereld, rol):
    ander = make_actor(rol)
    with pytest.raises(Refused):
        hand_over_woonplaats(by=ander, casus_id=wereld.casus, nieuw=overdracht(), bekend=["GM0106"])
    with pytest.raises(Refused):
        read_casusgeld(by=ander, casus_id=wereld.casus)


def test_another_consulent_finds_nothing(wereld):
    ander = make_actor(Rol.JEUGDCONSULENT)
    with pytest.raises(Refused, match="niet_gevonden"):
        hand_over_woonplaats(by=ander, casus_id=wereld.casus, nieuw=overdracht(), bekend=["GM0106"])
    with pytest.raises(Refused, match="niet_gevonden"):
        read_casusgeld(by=ander, casus_id=wereld.casus)


def test_what_was_claimed_and_what_is_to_come(wereld, tmp_path):
    begin, eind = month()
    tot = ((eind + timedelta(days=1) + timedelta(days=31)).replace(day=1) - vandaag()).days
    wereld.give(van=(begin - vandaag()).days, tot=tot, hoe=Invulling(4, "4"))
    wereld.give(1)
    arrive(tmp_path, claim(entry(volume=3)))
    geld = read_casusgeld(by=wereld.by, casus_id=wereld.casus)
    eerste = geld.regels[0].kosten
    assert (eerste.gedeclareerd_cent, eerste.te_komen_cent) == (3 * TARIEF, 4 * TARIEF)
    assert geld.gedeclareerd_cent == 3 * TARIEF
    assert geld.te_komen_cent == sum(een.kosten.te_komen_cent for een in geld.regels)


def test_the_page_hands_over_and_keeps_what_was_typed(client, wereld):
    wereld.give()
    sign_in(client, Medewerker.objects.get(pk=wereld.by.id))
    pad = f"/casussen/{wereld.casus}/andere-gemeente/"
    vooraf = client.get(pad)
    assert "Midden-Drenthe" in vooraf.content.decode()
    data = {
        "gemeentecode": "GM0106",
        "grond": WOONADRES,
        "per_datum": (vandaag() + 10 * DAG).isoformat(),
        "bevestigd_door": "toegang jeugd",
        "bevestigd_datum": (vandaag() + DAG).isoformat(),
        "formulier_id": str(vooraf.context["formulier"].fields["formulier_id"].initial),
    }
    fout = client.post(pad, data)
    assert fout.status_code == 422
    assert 'value="toegang jeugd"' in fout.content.decode()
    assert client.post(pad, data | {"bevestigd_datum": vandaag().isoformat()}).status_code == 302
    casus = client.get(f"/casussen/{wereld.casus}/").content.decode()
    assert "betaalt Assen" in casus
    assert "Nog te komen" in casus
