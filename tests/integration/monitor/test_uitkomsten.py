"""What is told of the indicators is kept beside the mart, and counts only as long as nothing changed."""

import json
from pathlib import Path

import pytest
import time_machine
from click.testing import CliRunner

from koers.actions.monitor import berekend, uitkomsten
from koers.actions.monitor.berekend import read_indicator, tell_everything
from koers.actions.monitor.mart import refresh_mart
from koers.actions.zorg.toewijzen import register_start
from koers.analytics.figures import Told
from koers.analytics.measures import measures
from koers.cli import koers
from koers.domain.actor import systeemactor
from koers.domain.disclosed import Klasse
from koers.domain.rollen import Rol
from koers.domain.weigering import Refused
from koers.registers.klok import vandaag
from koers.registers.monitor.models import Bevolking
from tests.wereld import (
    MIDDEN_DRENTHE,
    give_help,
    make_actor,
    make_familie,
    make_gemeente,
    make_organisatie,
    make_product,
)

pytestmark = pytest.mark.django_db
SYSTEEM = systeemactor("mart", functionaris="controller")
INDICATOR = "aandeel-specialistisch"
NU = "2026-06-15T12:00:00+00:00"


def forget():
    """As a new process begins."""
    for een in (berekend._compute, berekend._open, uitkomsten._read):
        een.cache_clear()


@pytest.fixture(autouse=True)
def wereld(settings, tmp_path):
    settings.MART = tmp_path / "mart"
    forget()
    make_gemeente(MIDDEN_DRENTHE)
    Bevolking.objects.bulk_create(
        Bevolking(gemeente_code=MIDDEN_DRENTHE, jaar=jaar, leeftijd=leeftijd, aantal=100)
        for jaar in range(2019, 2027)
        for leeftijd in range(23)
    )
    with time_machine.travel(NU, tick=False):
        product = make_product(make_organisatie(MIDDEN_DRENTHE, "aanbieder"))
        helped(product, "Aa", "Bee", "Cee", "Dee", "Eeg", "Fee", "Gee", "Haa", "Iep", "Jee")
        yield product
    forget()


def helped(product, *namen: str) -> None:
    by = make_actor(Rol.JEUGDCONSULENT)
    for naam in namen:
        familie = give_help(by, make_familie(by, naam), product)
        register_start(by=by, toewijzing_id=familie.toewijzing, datum=vandaag())


def no_counting(monkeypatch):
    def never(*args):
        raise AssertionError("counted again")

    monkeypatch.setattr(berekend, "count", never)


def shown() -> list[tuple]:
    return [
        (c.gebied, c.periode, c.status, c.waarde, c.teller, c.noemer)
        for c in read_indicator(by=None, indicator=INDICATOR).cijfers
    ]


def test_the_first_page_of_a_new_process_counts_nothing_and_shows_the_same(monkeypatch):
    refresh_mart(by=SYSTEEM)
    counted_now = read_indicator(by=None, indicator=INDICATOR)
    assert any(c.teller for c in counted_now.cijfers)
    tell_everything(by=SYSTEEM)
    forget()
    no_counting(monkeypatch)
    assert read_indicator(by=None, indicator=INDICATOR) == counted_now


def follow_the_mart(product):
    """A later mart, without telling everything again: the page shows what is in it."""
    refresh_mart(by=SYSTEEM)
    tell_everything(by=SYSTEEM)
    forget()
    before = shown()
    helped(product, "Kaa", "Lee", "Mee", "Nee", "Oor", "Pee", "Que", "Ree", "See", "Tee")
    refresh_mart(by=SYSTEEM)
    forget()
    assert shown() != before


def test_a_kept_answer_does_not_outlive_its_mart(wereld):
    follow_the_mart(wereld)


def test_planted_a_kept_answer_without_its_mark_would_be_old(wereld, monkeypatch):
    monkeypatch.setattr(uitkomsten, "_mark", lambda map_, jaar: "altijd")
    with pytest.raises(AssertionError):
        follow_the_mart(wereld)


def test_another_policy_another_year_or_another_program_counts_anew(monkeypatch, settings):
    refresh_mart(by=SYSTEEM)
    tell_everything(by=SYSTEEM)
    naam, map_ = f"{INDICATOR}/{next(iter(measures()[INDICATOR]))}", Path(settings.MART)
    assert uitkomsten.kept_outcome(map_, naam, 2026) is not None
    assert uitkomsten.kept_outcome(map_, naam, 2027) is None
    with monkeypatch.context() as other:
        other.setattr(uitkomsten, "_program", lambda: "gewijzigd")
        assert uitkomsten.kept_outcome(map_, naam, 2026) is None

    class Ander:
        digest = "ander beleid"

    with monkeypatch.context() as other:
        other.setattr(uitkomsten, "beleid", Ander)
        assert uitkomsten.kept_outcome(map_, naam, 2026) is None
    assert uitkomsten.kept_outcome(map_, naam, 2026) is not None


def test_exact_figures_are_never_kept(settings):
    refresh_mart(by=SYSTEEM)
    with pytest.raises(ValueError, match="everybody"):
        uitkomsten.keep_outcomes(Path(settings.MART), {"een/twee": Told(Klasse.INTERN, (), ())}, 2026)
    assert not (Path(settings.MART) / uitkomsten.BESTAND).exists()


def test_who_may_not_refresh_may_not_do_this_either():
    with pytest.raises(Refused) as refused:
        tell_everything(by=make_actor(Rol.JEUGDCONSULENT))
    assert refused.value.code == "geen_recht"


def test_the_command_tells_its_steps_and_leaves_clean_json():
    answer = CliRunner().invoke(koers, ["mart", "ververs", "--json"])
    assert answer.exit_code == 0
    found = json.loads(answer.stdout)
    steps = answer.stderr.splitlines()
    tables = [step for step in steps if step.startswith("Tabel ")]
    figures = [step for step in steps if step.startswith("Indicator ")]
    assert [step.split()[1] for step in tables] == [str(n + 1) for n in range(len(found["rijen"]))]
    assert len(figures) == found["geteld"] > 10
    assert figures[-1].startswith(f"Indicator {found['geteld']} van {found['geteld']}: ")


def test_an_earlier_day_is_only_made(settings):
    answer = CliRunner().invoke(koers, ["mart", "ververs", "--json", "--stand", "2026-03-01"])
    assert json.loads(answer.stdout)["geteld"] == 0
    assert not (Path(settings.MART) / uitkomsten.BESTAND).exists()
