"""Skipping a step of the ladder shows in the figures; a crisis and the hardheidsclausule show apart."""

import json
from datetime import timedelta

import pytest
from click.testing import CliRunner
from django.urls import reverse

from koers.actions.monitor import berekend
from koers.actions.monitor.berekend import read_indicator_intern
from koers.actions.monitor.mart import refresh_mart
from koers.actions.toegang.besluiten import decide_besluit
from koers.actions.toegang.melden import NieuweMelding, register_melding
from koers.actions.toegang.treden import correct_trede, register_trede, register_uitzondering
from koers.analytics.mart import mart_files
from koers.cli import koers
from koers.domain.actor import systeemactor
from koers.domain.ladder import VOORLIGGENDE_TREDEN, Trede, Uitzondering
from koers.domain.rollen import Rol
from koers.registers.klok import vandaag
from tests.wereld import (
    MIDDEN_DRENTHE,
    ask,
    granted,
    make_actor,
    make_familie,
    make_medewerker,
    make_organisatie,
    make_product,
    sign_in,
)

pytestmark = pytest.mark.django_db
SYSTEEM = systeemactor("mart", functionaris="controller")
INDICATOR = "ladder-overgeslagen"


@pytest.fixture(autouse=True)
def _fresh():
    berekend._compute.cache_clear()
    berekend._open.cache_clear()


@pytest.fixture
def by():
    return make_actor(Rol.JEUGDCONSULENT)


@pytest.fixture
def casus(by):
    """A casus on the route of the toegang, with an aanvraag."""
    familie = make_familie(by, "Trap")
    melding = NieuweMelding((familie.kind,), vandaag(), "06")
    (casus,) = register_melding(by=by, gezin_id=familie.gezin, melding=melding)
    return ask(by, casus)


def step(by, casus, trede, uitkomst="helpt_deels"):
    return register_trede(
        by=by, casus_id=casus, trede=Trede(trede, uitkomst, "Niet genoeg.", vandaag() - timedelta(days=1))
    )


def grant(by, casus):
    product = make_product(make_organisatie(MIDDEN_DRENTHE, "aanbieder"))
    return decide_besluit(by=by, casus_id=casus, besluit=granted(product))


def counted(lezing: str) -> tuple[int, int]:
    """Part and whole of this year, exact, after a refresh."""
    refresh_mart(by=SYSTEEM)
    controller = make_actor(Rol.CONTROLLER)
    found = read_indicator_intern(by=controller, indicator=INDICATOR, lezing=lezing)
    cells = {c.periode: c for c in found.cijfers if c.gebied == MIDDEN_DRENTHE}
    cell = cells[str(vandaag().year)]
    return cell.teller or 0, cell.noemer or 0


def test_a_step_that_did_not_apply_shows_as_skipped(by, casus):
    for trede in VOORLIGGENDE_TREDEN:
        step(by, casus, trede, "niet_van_toepassing" if trede == "eigen_kracht" else "helpt_deels")
    grant(by, casus)
    readings = ("overgeslagen", "niet-van-toepassing", "open", "eigen-kracht", "omgevingskracht", "crisis")
    assert {lezing: counted(lezing) for lezing in readings} == {
        "overgeslagen": (1, 1),
        "niet-van-toepassing": (1, 1),
        "open": (0, 1),
        "eigen-kracht": (1, 1),
        "omgevingskracht": (0, 1),
        "crisis": (0, 1),
    }


@pytest.mark.parametrize("soort", ["crisis", "hardheidsclausule"])
def test_an_exception_is_told_apart_from_skipping(by, casus, soort):
    register_uitzondering(
        by=by, casus_id=casus, uitzondering=Uitzondering(soort, "Het kon niet wachten.", vandaag())
    )
    grant(by, casus)
    assert (counted(soort), counted("overgeslagen"), counted("open")) == ((1, 1), (0, 1), (0, 1))


def test_a_correction_moves_the_figure_and_a_later_refresh_gives_the_same_bytes(by, casus, settings):
    steps = [step(by, casus, trede) for trede in VOORLIGGENDE_TREDEN]
    grant(by, casus)
    assert counted("overgeslagen") == (0, 1)
    right = Trede(VOORLIGGENDE_TREDEN[0], "niet_van_toepassing", "Nooit gevraagd.", vandaag())
    correct_trede(by=by, casus_id=casus, uitkomst_id=steps[0], trede=right, reden="Verschreven")
    assert counted("overgeslagen") == (1, 1)
    after = [path.read_bytes() for path in mart_files(settings.MART)["ladder"]]
    refresh_mart(by=SYSTEEM, heel=True)
    assert [path.read_bytes() for path in mart_files(settings.MART)["ladder"]] == after


def test_page_and_command_show_it_and_disclose_nothing_small(client, by, casus):
    for trede in VOORLIGGENDE_TREDEN:
        step(by, casus, trede, "niet_van_toepassing")
    grant(by, casus)
    refresh_mart(by=SYSTEEM)
    year = str(vandaag().year)
    asked = ["indicator", INDICATOR, "--gebied", MIDDEN_DRENTHE, "--json"]
    answer = CliRunner().invoke(koers, asked)
    assert answer.exit_code == 0, answer.output
    (row,) = (row for row in json.loads(answer.stdout) if row["periode"] == year)
    assert row["waarde"] is None
    assert row["teller"] is None
    sign_in(client, make_medewerker(Rol.CONTROLLER))
    page = client.get(reverse("indicator", args=[INDICATOR]))
    assert page.status_code == 200
    assert "Treden die werden overgeslagen" in page.content.decode()
