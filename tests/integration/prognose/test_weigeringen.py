"""Acceptance under a scenario: counted refusals, an assumption about waiting, and the forecast as it was."""

from datetime import date

import pytest

from koers.actions.prognose import acceptatie as module
from koers.actions.prognose.wat_als import read_wat_als
from koers.analytics.acceptatie import Telling
from koers.domain.scenario import Acceptatie, Wens
from koers.policy import beleid
from koers.presentation.scenarios import question
from tests.integration.prognose.conftest import TOT
from tests.integration.prognose.test_wat_als import page
from tests.wereld import MIDDEN_DRENTHE

pytestmark = pytest.mark.django_db
LATER = Acceptatie(50, date(TOT.year + 1, 7, 1), 0)


@pytest.fixture
def geteld(monkeypatch):
    """Two providers with 30 toewijzingen each, of which 10 and 5 were refused."""
    rijen = [
        Telling(
            "a",
            "A",
            "zuid-drenthe",
            gegeven=30,
            geweigerd=geweigerd,
            binnen=geweigerd - buiten,
            buiten=buiten,
        )
        for geweigerd, buiten in ((10, 8), (5, 4))
    ]
    monkeypatch.setattr(module, "sums_of", lambda _by, _own, _since: rijen)


def test_what_is_counted_goes_in_and_the_forecast_stays_as_it_was(mart, controller, geteld):
    def ask(wens):
        return read_wat_als(by=controller, gemeente=MIDDEN_DRENTHE, wens=wens)[1]

    met, zonder = ask(Wens(acceptatie=LATER)), ask(Wens())
    beeld = met.weigeringen
    assert zonder.weigeringen is None
    assert (met.zonder, met.uitgaven) == (zonder.zonder, zonder.uitgaven)
    assert (beeld.toewijzingen, beeld.geweigerd, beeld.buiten, beeld.afgerond) == (60, 15, 12, 0)
    assert [jaar for jaar, _ in beeld.jaren] == list(range(TOT.year, TOT.year + 11))
    nu, half, heel = (een for _, een in beeld.jaren[:3])
    assert nu.met == nu.zonder
    assert half.dagen.midden == pytest.approx(heel.dagen.midden / 2, rel=0.01)
    effect = beleid().aannames["wachten-na-een-weigering"].getal("effect").bereik
    assert heel.met.midden > heel.zonder.midden * (1 - 12 / 15 * 0.5 * effect.hoog / 100)


def test_the_page_says_what_is_counted_and_what_is_assumed(mart, client, geteld):
    vraag = f"?acceptatie=50&acceptatie_vanaf={TOT.year + 1}-07"
    html = page(client, vraag).content.decode()
    deel = html[html.index('<h2 id="weigeringen">') :]
    assert "15 van de 60 toewijzingen, waarvan 12 buiten de gronden die mogen" in deel
    assert "Weken wachten die wegvallen" in deel
    assert "#wachten-na-een-weigering" in deel
    fout = client.get(f"/wat-als/{MIDDEN_DRENTHE}/?acceptatie=50&acceptatie_aanloop=6")
    assert fout.status_code == 422
    assert 'id="id_acceptatie_vanaf_error"' in fout.content.decode()
    assert 'id="weigeringen"' not in client.get(f"/wat-als/{MIDDEN_DRENTHE}/").content.decode()


def test_a_municipality_without_refusals_hears_that_nothing_is_won(mart, client):
    html = page(client, "?acceptatie=50").content.decode()
    assert "niets geweigerd" in html
    assert "Weken wachten" not in html


def test_it_is_kept_with_a_scenario_and_an_older_one_has_none():
    wens = Wens(acceptatie=LATER)
    assert Wens.of(wens.plain()) == wens
    assert "acceptatie=50" in question(wens)
    ouder = {naam: waarde for naam, waarde in wens.plain().items() if naam != "acceptatie"}
    assert Wens.of(ouder).acceptatie == Acceptatie()
