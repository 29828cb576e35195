"""The queues of the capacity page under a scenario: the same answers, at the shortage of each year."""

from datetime import date
from decimal import Decimal

import pytest

from koers.actions.prognose import rijen as module
from koers.actions.prognose.capaciteit import Geteld, assumptions, read_capaciteit, rules
from koers.actions.prognose.rijen import levels
from koers.actions.prognose.wat_als import read_wat_als
from koers.domain.capaciteit import Capaciteitsvraag
from koers.domain.hefbomen import read_inzet
from koers.domain.scenario import Rijen, Wens
from koers.presentation.scenarios import question
from koers.simulation.prognose.capaciteit import PohVraag, play_poh, play_poh_year
from tests.integration.prognose.conftest import TOT
from tests.integration.prognose.test_wat_als import page
from tests.wereld import MIDDEN_DRENTHE

pytestmark = pytest.mark.django_db
RIJEN = Rijen(regie_vragen=40, lijst_vragen=60, lijst_plaatsen=50, lijst_voorrang=20, lijst_geduld=26)
VELDEN = "regie_vragen=40&lijst_vragen=60&lijst_plaatsen=50&lijst_voorrang=20&lijst_geduld=26"


def ask(by, wens):
    return read_wat_als(by=by, gemeente=MIDDEN_DRENTHE, wens=wens)[1].rijen


def test_a_shortage_is_followed_until_it_is_whole():
    groeit = Wens(tekort=30, tekort_vanaf=date(2027, 7, 1), tekort_aanloop=18)
    assert list(levels(2026, groeit)) == [(2026, 0), (2027, 9), (2028, 29), (2029, 30)]
    assert list(levels(2026, Wens(tekort=30))) == [(2026, 30)]
    assert list(levels(2026, Wens())) == [(2026, 0)]


def test_at_the_whole_shortage_the_queues_are_those_of_the_capacity_page(mart, controller):
    velden = {veld: getattr(RIJEN, veld) for veld in RIJEN.__slots__}
    vraag = Capaciteitsvraag(tekort=25, **velden)
    blad = read_capaciteit(by=controller, gemeente=MIDDEN_DRENTHE, vraag=vraag)
    (jaar,) = ask(controller, Wens(tekort=25, rijen=RIJEN)).jaren
    assert (jaar.tekort, jaar.regie, jaar.lijst) == (25, blad.regie, blad.lijst)
    eerste, *_rest, laatste = ask(
        controller,
        Wens(tekort=25, tekort_vanaf=date(TOT.year + 1, 1, 1), tekort_aanloop=24, rijen=RIJEN),
    ).jaren
    assert (eerste.tekort, laatste.tekort, laatste.regie) == (0, 25, blad.regie)
    assert eerste.regie.rij[-1].midden < laatste.regie.rij[-1].midden
    # Nothing was asked: no queue is played.
    assert ask(controller, Wens()) is None


def test_the_light_questions_are_those_of_the_capacity_page_and_the_lever_adds_its_own(
    mart, controller, monkeypatch
):
    monkeypatch.setattr(module, "counted", lambda _gemeente: Geteld(TOT, 120, None, 3))
    regels = rules()
    vraag = PohVraag(0.8, 120, 3, 0.2, regels.doel, regels.grens)
    assert play_poh_year(vraag, assumptions(regels.poh)) == play_poh(vraag, assumptions(regels.poh)).stand
    wens = Wens(tekort=20, poh_fte=Decimal("0.8"))
    zonder = ask(controller, wens)
    assert zonder.jaren[0].poh == play_poh_year(vraag, assumptions(regels.poh))
    knop = (read_inzet(f"poh-jeugd:50:{TOT.year + 1}-01:0"),)
    met = ask(controller, Wens(knop, tekort=20, poh_fte=Decimal("0.8")))
    assert met.erbij > 0
    assert met.jaren[0].poh.druk > zonder.jaren[0].poh.druk


def test_the_page_shows_every_queue_that_was_asked_and_what_is_assumed(mart, client):
    html = page(
        client, f"?tekort=20&tekort_vanaf={TOT.year + 1}-01&tekort_aanloop=24&{VELDEN}"
    ).content.decode()
    deel = html[html.index('<h2 id="rijen">') :].split("</table>")[0]
    assert deel.count("<tr>") >= 1 + 3
    for kop in ("Tekort", "Regie op 3 wacht", "Gaat van de lijst", "Voorrang op tijd", "Anderen op tijd"):
        assert kop in deel
    assert "Lichte vragen zijn hier nog niet geteld" in deel
    assert "#wachtrij-van-plaatsen" in html
    half = client.get(f"/wat-als/{MIDDEN_DRENTHE}/?lijst_vragen=60")
    assert half.status_code == 422
    assert 'id="id_lijst_plaatsen_error"' in half.content.decode()
    assert 'id="rijen"' not in client.get(f"/wat-als/{MIDDEN_DRENTHE}/").content.decode()


def test_queues_are_kept_with_a_scenario_and_an_older_one_has_none():
    wens = Wens(rijen=RIJEN)
    assert Wens.of(wens.plain()) == wens
    assert set(VELDEN.split("&")) <= set(question(wens).split("&"))
    ouder = {naam: waarde for naam, waarde in wens.plain().items() if naam != "rijen"}
    assert Wens.of(ouder).rijen == Rijen()
