"""Renewals by practice: from the referrals in the mart to the page, for who may see practices."""

from datetime import UTC, date, datetime, timedelta
from uuid import uuid4

import pytest

from koers.actions.handeling import act
from koers.actions.prognose.scenarios import keep_scenario
from koers.actions.prognose.wat_als import Wens, figures, practices, read_wat_als
from koers.actions.sturing.scenariodeel import scenario_parts
from koers.authorization.handelingen import HANDELINGEN
from koers.domain.hefbomen import read_inzet
from koers.domain.rollen import Rol
from koers.domain.weigering import Refused
from koers.presentation.scenarios import lever_sentence, question
from koers.registers.kern.models import Organisatie
from koers.registers.prognose.models import Scenario
from tests.integration.prognose.conftest import TOT, fill, some_spells
from tests.integration.prognose.test_wat_als import page
from tests.wereld import ASSEN, MIDDEN_DRENTHE, make_actor

pytestmark = pytest.mark.django_db
EEN, TWEE = "99000001", "99000002"
KNOP = f"herindicatie:60:{TOT.year + 1}-01:0"


def renewed(spells: list[tuple]) -> list[tuple]:
    """Of every other young person other help follows at once, and then other help again."""
    found = list(spells)
    for vorige in spells[1::2]:
        niveau, laatste = vorige[5], vorige[9]
        for _ in range(2):
            if not laatste or laatste >= TOT:
                break
            begin, niveau = laatste + timedelta(days=1), 9 - niveau if niveau < 6 else 5
            eind = begin + timedelta(days=200)
            laatste = eind if eind <= TOT else None
            op = datetime(begin.year, begin.month, begin.day, 12, tzinfo=UTC)
            found.append((*vorige[:5], niveau, *vorige[6:8], begin, laatste, op))
    return found


def referral(rij: tuple, praktijk: str | None, dag: date, route: str = "medisch") -> tuple:
    op = datetime(dag.year, dag.month, dag.day, 12, tzinfo=UTC)
    hulp = (None, None, False, 5, None, dag, op)
    return (rij[0], rij[1], MIDDEN_DRENTHE, dag, route, "01", praktijk, *hulp)


@pytest.fixture
def praktijkmart(settings, tmp_path):
    """Half of who came by a doctor came by each of two practices, and everybody by an older one before that;
    60 of them came by somebody else since.
    """
    settings.MART = tmp_path / "praktijken"
    spells = some_spells(MIDDEN_DRENTHE)
    artsen = [rij for rij in spells if rij[4] == "medisch"]
    verwijzingen = [referral(rij, (EEN, TWEE)[n % 2], rij[8]) for n, rij in enumerate(artsen)]
    verwijzingen += [referral(rij, "99000009", rij[8] - timedelta(days=30)) for rij in artsen]
    later = [(rij, rij[8] + timedelta(days=1)) for rij in artsen[:60]]
    verwijzingen += [referral(rij, None, dag) for rij, dag in later[:20]]
    verwijzingen += [referral(rij, None, dag, "toegang") for rij, dag in later[20:40]]
    verwijzingen += [referral(rij, "99000902", dag, "justitie") for rij, dag in later[40:]]
    return fill(settings.MART, renewed(spells), verwijzingen)


def ask(by, *knoppen):
    wens = Wens(tuple(read_inzet(knop) for knop in knoppen))
    return read_wat_als(by=by, gemeente=MIDDEN_DRENTHE, wens=wens)[1]


def test_everybody_carries_the_practice_that_referred_last(praktijkmart):
    praktijken = figures(MIDDEN_DRENTHE)[1].praktijken
    assert set(praktijken.values()) == {EEN, TWEE}
    # One later referral lies after the last known day for a few.
    later = sum(rij[8] < TOT for rij in [r for r in some_spells(MIDDEN_DRENTHE) if r[4] == "medisch"][:60])
    assert len(praktijken) == sum(rij[4] == "medisch" for rij in some_spells(MIDDEN_DRENTHE)) - later


def test_one_practice_does_less_than_all_and_none_of_it_before_it_begins(praktijkmart, controller):
    een, alle = ask(controller, f"{KNOP}:{EEN}"), ask(controller, KNOP)
    assert een.met[0] == alle.met[0] == een.zonder[0]
    assert alle.met[3].jeugd < een.met[3].jeugd < een.zonder[3].jeugd
    niemand = ask(controller, f"{KNOP}:12345678")
    assert niemand.met == niemand.zonder
    assert een.geld.jaren[3][1] > 0


def test_who_may_turn_it_is_who_may_see_a_practice(praktijkmart, controller):
    assert HANDELINGEN["read_wat_als"].rollen <= HANDELINGEN["read_praktijkcijfers"].rollen
    Organisatie.objects.create(agb=EEN, naam="Praktijk De Brink", soort="huisartspraktijk")
    assert [(een.code, een.naam) for een in practices(controller, MIDDEN_DRENTHE)] == [
        (TWEE, TWEE),
        (EEN, "Praktijk De Brink"),
    ]
    assert practices(make_actor(Rol.CONTROLLER, ASSEN), MIDDEN_DRENTHE) == ()
    assert practices(make_actor(Rol.WETHOUDER, MIDDEN_DRENTHE), MIDDEN_DRENTHE) == ()


def test_the_page_offers_the_practices_and_holds_what_was_ticked(praktijkmart, client):
    vraag = f"?herindicatie=60&herindicatie-praktijken={EEN}"
    html = page(client, vraag).content.decode()
    assert f'value="{EEN}" id="id_herindicatie-praktijken_0" checked' in html
    assert f'value="{TWEE}"' in html
    assert html.count(" checked") == 1
    assert 'id="geld"' in html
    fout = client.get(f"/wat-als/{MIDDEN_DRENTHE}/?herindicatie=60&herindicatie-praktijken=weg")
    assert fout.status_code == 422
    # What could not be read does not become a lever for everybody.
    assert 'id="geld"' not in fout.content.decode()


def test_a_municipality_without_referrals_says_that_the_lever_does_nothing(mart, client):
    html = page(client, "?herindicatie=60").content.decode()
    assert "bekend welke praktijk verwees: deze maatregel doet nu niets" in html
    assert "herindicatie-praktijken" not in html


def test_a_kept_scenario_comes_back_and_a_report_tells_no_practice(praktijkmart, controller):
    inzet = read_inzet(f"{KNOP}:{EEN},{TWEE}")
    wens = Wens((inzet,))
    keep_scenario(
        by=controller, gemeente=MIDDEN_DRENTHE, naam="Twee", toelichting="", wens=wens, formulier=uuid4()
    )
    row = Scenario.objects.get()
    assert Wens.of(row.vraag) == wens
    assert question(wens).count("herindicatie-praktijken=") == 2
    with act("read_wat_als", by=controller):
        deel = scenario_parts(MIDDEN_DRENTHE, [str(row.pk)])
    assert deel
    assert EEN not in str(deel)
    assert TWEE not in str(deel)
    zin = lever_sentence(read_inzet(deel[0]["hefbomen"][0]))
    assert zin.startswith("Minder herindicaties bij huisartsenpraktijken (2 praktijken): 60%")


def test_a_lever_for_everybody_takes_no_practices():
    with pytest.raises(Refused) as refused:
        read_inzet(f"vervolg:20:2027-01:12:{EEN}")
    assert refused.value.code == "hefboom_praktijken"
