"""Two areas or years beside each other: only what is told already, in the order asked, to take away."""

import csv
import io
import re
from datetime import date

import pytest
import time_machine

from koers.actions.monitor import berekend
from koers.actions.monitor.berekend import read_indicator
from koers.actions.monitor.mart import refresh_mart
from koers.actions.monitor.vergelijken import compare
from koers.actions.zorg.toewijzen import register_start
from koers.domain.actor import systeemactor
from koers.domain.rollen import Rol
from koers.domain.weigering import Refused
from koers.registers.monitor.models import Bevolking
from tests.wereld import (
    ASSEN,
    MIDDEN_DRENTHE,
    give_help,
    make_actor,
    make_familie,
    make_gemeente,
    make_organisatie,
    make_product,
)

pytestmark = pytest.mark.django_db
ADRES = "/indicatoren/vergelijken/"
INDICATOR = "aandeel-specialistisch"
NAMEN = ("Anker", "Berg", "Cirkel", "Duin", "Elzinga", "Fokkema", "Gras", "Hoekstra", "Ivens", "Jager")


@pytest.fixture(autouse=True)
def mart(settings, tmp_path):
    """Ten in Midden-Drenthe in 2025, none in Assen."""
    settings.MART = tmp_path / "mart"
    berekend._compute.cache_clear()
    berekend._open.cache_clear()
    with time_machine.travel("2026-03-02T12:00:00+00:00", tick=False):
        for gemeente in (MIDDEN_DRENTHE, ASSEN):
            make_gemeente(gemeente)
            Bevolking.objects.bulk_create(
                Bevolking(gemeente_code=gemeente, jaar=jaar, leeftijd=leeftijd, aantal=10)
                for jaar in range(2019, 2027)
                for leeftijd in range(23)
            )
        product = make_product(make_organisatie(MIDDEN_DRENTHE, "aanbieder"))
        by = make_actor(Rol.JEUGDCONSULENT)
        with time_machine.travel("2025-05-01T12:00:00+00:00", tick=False):
            for naam in NAMEN:
                familie = give_help(by, make_familie(by, naam), product)
                register_start(by=by, toewijzing_id=familie.toewijzing, datum=date(2025, 5, 1))
        refresh_mart(by=systeemactor("mart", functionaris="controller"))
        yield


def row(een, ander):
    found = compare(by=None, een=een, ander=ander)
    return next(r for r in found.regels if r.indicator == INDICATOR)


def test_both_sides_are_what_the_indicator_tells_already():
    told = {(c.gebied, c.periode): c for c in read_indicator(by=None, indicator=INDICATOR).cijfers}
    line = row((MIDDEN_DRENTHE, "2025"), (ASSEN, "2024"))
    assert (line.een, line.ander) == (told[MIDDEN_DRENTHE, "2025"], told[ASSEN, "2024"])
    assert line.een.teller == 10
    assert line.ander.waarde is None


def test_order_is_as_asked_and_indicators_do_not_move():
    forth = compare(by=None, een=(MIDDEN_DRENTHE, "2025"), ander=(ASSEN, "2025"))
    back = compare(by=None, een=(ASSEN, "2025"), ander=(MIDDEN_DRENTHE, "2025"))
    assert [r.indicator for r in forth.regels] == [r.indicator for r in back.regels]
    assert [(r.een, r.ander) for r in forth.regels] == [(r.ander, r.een) for r in back.regels]


@pytest.mark.parametrize(
    ("een", "ander", "code"),
    [
        ((MIDDEN_DRENTHE, "2025"), (MIDDEN_DRENTHE, "2025"), "twee_keer_hetzelfde"),
        ((MIDDEN_DRENTHE, "2031"), (ASSEN, "2025"), "periode_onbekend"),
        ((MIDDEN_DRENTHE, "2025-Q1"), (ASSEN, "2025"), "periode_onbekend"),
        (("GM9999", "2025"), (ASSEN, "2025"), "gebied_onbekend"),
    ],
)
def test_what_cannot_be_compared(een, ander, code):
    with pytest.raises(Refused, match=code):
        compare(by=None, een=een, ander=ander)


VRAAG = f"gebied_1={MIDDEN_DRENTHE}&jaar_1=2025&gebied_2={MIDDEN_DRENTHE}&jaar_2=2024&soort=algemeen"


def test_the_page_shows_difference_definition_and_data_date(client):
    html = client.get(f"{ADRES}?{VRAAG}").content.decode()
    assert "Midden-Drenthe 2025 naast Midden-Drenthe 2024." in html
    assert "1\u00a0mei\u00a02025" in html
    assert re.search(r"<code>[0-9a-f]{12}</code>", html)
    # 2024 is 7 or fewer, so there is no difference to tell; residents of both years are known to everybody.
    assert "7 of minder" in html
    assert "niet te zeggen" in html
    assert f'href="?{VRAAG.replace("&", "&amp;")}"' in html


def test_one_kind_of_indicators_or_all(client):
    def names(soort):
        answer = client.get(f"{ADRES}tabel.csv?{VRAAG.replace('algemeen', soort)}").content.decode(
            "utf-8-sig"
        )
        return {line["indicator"] for line in csv.DictReader(io.StringIO(answer), delimiter=";")}

    some, every = names("algemeen"), names("alles")
    assert INDICATOR in some
    assert some < every
    assert client.get(f"{ADRES}?{VRAAG.replace('algemeen', 'niets')}").status_code == 200


def test_without_a_choice_there_is_a_page_and_a_wrong_one_says_so(client):
    assert client.get(ADRES).status_code == 200
    same = client.get(f"{ADRES}?gebied_1=GM1731&jaar_1=2025&gebied_2=GM1731&jaar_2=2025")
    assert same.status_code == 400
    assert "twee keer hetzelfde" in same.content.decode()
    assert client.get(f"{ADRES}tabel.csv?gebied_1=GM9999").status_code == 404
    assert client.get(f"{ADRES}tabel.pdf?{VRAAG}").status_code == 404


def test_it_can_be_taken_away(client):
    answer = client.get(f"{ADRES}tabel.csv?{VRAAG}")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig")), delimiter=";"))
    line = next(r for r in rows if r["indicator"] == INDICATOR)
    assert (line["gebied_1"], line["periode_1"], line["periode_2"]) == (MIDDEN_DRENTHE, "2025", "2024")
    assert (line["waarde_1"] != "", line["waarde_2"], line["verschil"]) == (True, "", "")
    assert line["klasse"] == "openbaar"
    assert client.get(f"{ADRES}tabel.xlsx?{VRAAG}").content.startswith(b"PK")


def test_a_difference_is_of_told_figures_only(client):
    """All help of 2025 still runs in 2026: both are told, and do not differ."""
    vraag = VRAAG.replace("2025", "2026").replace("2024", "2025")
    answer = client.get(f"{ADRES}tabel.csv?{vraag}").content.decode("utf-8-sig")
    lines = list(csv.DictReader(io.StringIO(answer), delimiter=";"))
    assert next(line["verschil"] for line in lines if line["indicator"] == INDICATOR) == "0,0"
    for line in lines:
        if line["verschil"]:
            told = [float(line[k].replace(",", ".")) for k in ("waarde_1", "waarde_2", "verschil")]
            assert abs(told[0] - told[1] - told[2]) < 1e-9
        else:
            assert "" in (line["waarde_1"], line["waarde_2"])
