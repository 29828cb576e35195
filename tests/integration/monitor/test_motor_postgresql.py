"""On PostgreSQL, as the program's own user: the same definitions, the same answers, to the last one."""

from urllib.parse import quote

import pytest
from django.db import connection

from koers.analytics.engines import engine, flows, ibis_engine, in_memory
from koers.analytics.model import Selectie, Uniek, windows
from koers.domain.weigering import Refused
from tests.generative.streek import counts_something, flowing, generated, published, region, write_mart

STROMEN = flows("postgresql")


@pytest.fixture(scope="module")
def motor(django_db_setup, django_db_blocker):
    with django_db_blocker.unblock():
        here = connection.settings_dict
        name, password = (quote(here[key] or "") for key in ("USER", "PASSWORD"))
        who = f"{name}:{password}" if password else name
        return engine("postgresql", f"postgresql://{who}@{here['HOST']}:{here['PORT']}/{here['NAME']}")


@pytest.fixture(scope="module")
def tabellen():
    return region(100)


@pytest.fixture(scope="module")
def data(motor, tabellen, tmp_path_factory):
    con = motor.load(write_mart(tmp_path_factory.mktemp("mart"), tabellen))
    yield con
    con.disconnect()


@pytest.mark.postgres
@pytest.mark.django_db
@pytest.mark.parametrize("vraag", published() + flowing(), ids=lambda vraag: vraag.naam)
def test_every_indicator_and_how_help_flows(motor, data, tabellen, vraag):
    answer = vraag.ask(motor, STROMEN, data)
    assert answer == vraag.ask_plainly(tabellen)
    assert counts_something(answer)


@pytest.mark.postgres
@pytest.mark.django_db
@pytest.mark.parametrize("vraag", generated(4), ids=lambda vraag: vraag.naam)
def test_generated_measures(motor, data, tabellen, vraag):
    assert vraag.ask(motor, STROMEN, data) == vraag.ask_plainly(tabellen)


@pytest.mark.postgres
@pytest.mark.django_db
@pytest.mark.parametrize("planted", [False, True], ids=["as it is", "planted: rows instead of persons"])
def test_rows_in_hand_and_a_planted_fault(motor, tabellen, monkeypatch, planted):
    if planted:
        monkeypatch.setattr(ibis_engine, "_persons", lambda rows: rows.count())
    maat, vensters = Uniek((Selectie("spells"),)), windows("jaar", 2022, 2024)
    con = motor.load_rows(tabellen)
    found = motor.compute(maat, con, vensters, ("gemeente",))
    con.disconnect()
    assert (found != in_memory.compute(maat, tabellen, vensters, ("gemeente",))) is planted


def test_without_an_address_it_says_so():
    with pytest.raises(Refused, match="motor_zonder_databank"):
        engine("postgresql")


def test_a_server_that_is_not_there():
    with pytest.raises(Refused, match="motor_databank_zwijgt"):
        engine("postgresql", "postgresql://nobody@127.0.0.1:1/none").load_rows({})
