"""The figures as they were known on a day, and outflow with what is still to come in."""

import csv
import hashlib
import json
from datetime import date, timedelta
from pathlib import Path

import pytest
import time_machine
from click.testing import CliRunner

from koers.actions.handeling import act
from koers.actions.monitor import berekend
from koers.actions.monitor.berekend import read_indicator_intern
from koers.actions.monitor.mart import kept_stands, mart_folder, refresh_mart
from koers.actions.monitor.uitstroom import read_uitstroom
from koers.actions.zorg.toewijzen import register_start, register_stop
from koers.cli import koers
from koers.domain.actor import systeemactor
from koers.domain.rollen import Rol
from koers.domain.weigering import Refused
from koers.registers import mart
from koers.registers.kern.models import LogRegel
from koers.registers.klok import nu
from koers.registers.zorg.models import TrajectStap
from tests.integration.monitor.test_monitor_bron import KOP, as_spell
from tests.wereld import (
    ASSEN,
    MIDDEN_DRENTHE,
    give_help,
    make_actor,
    make_familie,
    make_gemeente,
    make_medewerker,
    make_organisatie,
    make_product,
    sign_in,
)

SYSTEEM = systeemactor("mart", functionaris="controller")
STAND = date(2025, 6, 30)


def on(dag: str):
    return time_machine.travel(f"{dag}T12:00:00+00:00", tick=False)


@pytest.fixture(autouse=True)
def folder(settings, tmp_path):
    settings.MART = tmp_path / "mart"
    berekend._compute.cache_clear()
    berekend._open.cache_clear()
    return settings.MART


def files(map_: Path) -> dict[str, str]:
    """The bytes of a mart, without the stands that are kept in it."""
    return {p.name: hashlib.sha256(p.read_bytes()).hexdigest() for p in map_.iterdir() if p.is_file()}


def correct(by, stap_id, datum=None) -> None:
    """Another day for a step that was written down, or none at all."""
    stap = TrajectStap.objects.get(pk=stap_id)
    with act("register_stop", by=by):
        TrajectStap.objects.create(
            toewijzing=stap.toewijzing,
            soort=stap.soort,
            reden=stap.reden,
            gemeente=stap.gemeente,
            datum=datum or stap.datum,
            ingetrokken=datum is None,
            vervangt=stap,
            vastgelegd_at=nu(),
            vastgelegd_door=by.id,
            reden_correctie="verkeerde dag",
        )


@pytest.fixture
def lived():
    """Help that starts, stops late, is corrected and withdrawn, before and after the stand; the mart as it
    was built at the end of that day."""
    product, by = make_product(make_organisatie(MIDDEN_DRENTHE, "aanbieder")), make_actor(Rol.JEUGDCONSULENT)
    families = {}

    def start(naam, dag):
        with on(dag):
            familie = give_help(by, make_familie(by, naam), product)
            register_start(by=by, toewijzing_id=familie.toewijzing, datum=date.fromisoformat(dag))
            families[naam] = familie

    def stop(naam, datum, known):
        with on(known):
            toewijzing = families[naam].toewijzing
            return register_stop(by=by, toewijzing_id=toewijzing, datum=date.fromisoformat(datum), reden="31")

    for naam, dag in (("Anker", "2025-02-03"), ("Berg", "2025-02-04"), ("Cirkel", "2025-03-03")):
        start(naam, dag)
    stop("Anker", "2025-05-15", "2025-05-20")
    berg = stop("Berg", "2025-05-31", "2025-06-02")
    with time_machine.travel("2025-06-30T21:59:59+00:00", tick=False):  # a minute before midnight here
        refresh_mart(by=SYSTEEM)
        then = files(mart_folder())
    # From here on everything came after the stand, also what is about a day before it.
    stop("Cirkel", "2025-06-10", "2025-07-14")
    with on("2025-07-15"):
        correct(by, berg, date(2025, 6, 5))
    start("Duin", "2025-07-16")
    return by, then


@pytest.mark.django_db
def test_the_mart_of_a_stand_is_byte_for_byte_the_one_of_that_day(lived):
    _, then = lived
    with on("2025-09-01"):
        refresh_mart(by=SYSTEEM)
        refresh_mart(by=SYSTEEM, stand=STAND)
    assert kept_stands() == (STAND,)
    assert files(mart_folder(STAND)) == then
    assert {n: h for n, h in files(mart_folder()).items() if n == "mart.json"} != {
        "mart.json": then["mart.json"]
    }


@pytest.mark.django_db
@pytest.mark.parametrize("forgotten", ["f", "later"], ids=["unknown facts", "later corrections"])
def test_planted_fault_a_stand_that_knows_what_came_later_is_met(lived, monkeypatch, forgotten):
    _, then = lived
    real = mart.Kennis.before
    monkeypatch.setattr(
        mart.Kennis,
        "before",
        lambda self, f: "" if (f == "later") == (forgotten == "later") else real(self, f),
    )
    with on("2025-09-01"):
        refresh_mart(by=SYSTEEM, stand=STAND)
    assert files(mart_folder(STAND)) != then


@pytest.mark.django_db
def test_an_indicator_of_a_stand_counts_what_was_known(lived):
    controller = make_actor(Rol.CONTROLLER)
    with on("2025-09-01"):
        refresh_mart(by=SYSTEEM)
        refresh_mart(by=SYSTEEM, stand=STAND)

        def teller(stand):
            found = read_indicator_intern(by=controller, indicator="aandeel-specialistisch", stand=stand)
            return next(c.teller for c in found.cijfers if (c.gebied, c.periode) == (MIDDEN_DRENTHE, "2025"))

        assert (teller(STAND), teller(None)) == (3, 4)
        with pytest.raises(Refused, match="stand_niet_bewaard"):
            teller(date(2025, 1, 31))
        with pytest.raises(Refused, match="stand_in_toekomst"):
            refresh_mart(by=SYSTEEM, stand=date(2025, 9, 2))


@pytest.mark.django_db
def test_building_whole_lets_go_of_the_stands(lived):
    """They may hold rows of somebody who was destroyed since."""
    with on("2025-09-01"):
        refresh_mart(by=SYSTEEM, stand=STAND)
        refresh_mart(by=SYSTEEM, heel=True)
    assert kept_stands() == ()


@pytest.mark.django_db
def test_the_command_makes_the_stand_that_is_asked(lived):
    with on("2025-09-01"):
        answer = CliRunner().invoke(koers, ["monitor", "--stand", "2025-06-30", "--json"])
        assert answer.exit_code == 0, answer.output
        rows = json.loads(answer.stdout)
    assert max(row["peildatum"] for row in rows if row["peildatum"]) <= "2025-06-30"
    assert {row["periode"] for row in rows} <= {str(jaar) for jaar in range(2019, 2026)}
    assert kept_stands() == (STAND,)


@pytest.mark.django_db
def test_the_same_months_as_known_on_three_days(lived):
    controller = make_actor(Rol.CONTROLLER)
    with on("2025-09-01"):
        refresh_mart(by=SYSTEEM)
        blad = read_uitstroom(by=controller, gemeente=MIDDEN_DRENTHE, stand=date(2025, 9, 1))
    by_day = {s.dag: {m.maand: m.gemeld for m in s.maanden} for s in blad.standen}
    # Peildatum is the last that was written down: 16 July. Three and six months before: April, January.
    assert list(by_day) == [date(2025, 7, 16), date(2025, 4, 30), date(2025, 1, 31)]
    # Anker's first day without help is 16 May; Berg's moved from 1 to 6 June; Cirkel's is 11 June.
    assert {m: n for m, n in by_day[date(2025, 7, 16)].items() if n} == {"2025-05": 1, "2025-06": 2}
    with on("2025-09-01"):
        blad = read_uitstroom(by=controller, gemeente=MIDDEN_DRENTHE, stand=STAND)
    assert {m.maand: m.gemeld for m in blad.standen[0].maanden if m.gemeld} == {"2025-05": 1, "2025-06": 1}
    assert blad.voorlopig_vanaf is not None


@pytest.mark.django_db
def test_a_withdrawn_end_no_longer_counts_but_did_then(lived):
    by, _ = lived
    anker = TrajectStap.objects.current().filter(soort="stop").order_by("vastgelegd_at").first()
    with on("2025-08-01"):
        correct(by, anker.pk)
    controller = make_actor(Rol.CONTROLLER)
    with on("2025-09-01"):
        refresh_mart(by=SYSTEEM)
        now = read_uitstroom(by=controller, gemeente=MIDDEN_DRENTHE).standen[0]
        then = read_uitstroom(by=controller, gemeente=MIDDEN_DRENTHE, stand=STAND).standen[0]
    # A withdrawal is no row of its own, so the last that was written down is still of 16 July.
    assert {m.maand: m.gemeld for m in now.maanden if m.gemeld} == {"2025-06": 2}
    assert {m.maand: m.gemeld for m in then.maanden if m.gemeld} == {"2025-05": 1, "2025-06": 1}


@pytest.mark.django_db
def test_the_page_is_for_the_own_municipality_and_writes_the_log(client, lived):
    make_gemeente(ASSEN)
    sign_in(client, make_medewerker(Rol.CONTROLLER))
    with on("2025-09-01"):
        refresh_mart(by=SYSTEEM)
        page = client.get("/uitstroom/", follow=True)
        html = page.content.decode()
        assert page.request["PATH_INFO"] == f"/uitstroom/{MIDDEN_DRENTHE}/"
        assert "zijn de cijfers voorlopig" in html
        assert "vanaf deze maand" in html
        assert "Intern: exacte cijfers" in html
        assert LogRegel.objects.filter(handeling="read_uitstroom", onderwerp_id=MIDDEN_DRENTHE).exists()
        assert "30 juni 2025" in client.get(f"/uitstroom/{MIDDEN_DRENTHE}/?stand=2025-06-30").content.decode()
        assert client.get(f"/uitstroom/{ASSEN}/").status_code == 404
        assert client.get(f"/uitstroom/{MIDDEN_DRENTHE}/?stand=morgen").status_code == 404
        assert client.get(f"/uitstroom/{MIDDEN_DRENTHE}/?stand=2999-01-01").status_code == 404


@pytest.mark.django_db
def test_without_figures_the_page_says_what_is_needed(client):
    make_gemeente(MIDDEN_DRENTHE)
    sign_in(client, make_medewerker(Rol.BELEIDSADVISEUR))
    assert "nog geen cijfers over hulp" in client.get(f"/uitstroom/{MIDDEN_DRENTHE}/").content.decode()


@pytest.mark.django_db
def test_the_page_of_an_indicator_shows_a_kept_stand(client, lived):
    with on("2025-09-01"):
        refresh_mart(by=SYSTEEM)
        refresh_mart(by=SYSTEEM, stand=STAND)
        adres = "/indicatoren/aandeel-specialistisch/"
        assert "?lezing=" in client.get(adres).content.decode()
        page = client.get(adres + "?stand=2025-06-30").content.decode()
        assert "zoals ze op 30 juni 2025 bekend waren" in page
        assert client.get(adres + "?stand=2025-06-29").status_code == 404
        answer = client.get(adres + "tabel.csv?stand=2025-06-30")
        assert "stand-2025-06-30" in answer["Content-Disposition"]


# From tables in hand


def test_only_rows_that_were_written_by_the_stand_count(tmp_path):
    """The same as a folder that holds only those rows."""
    rows = [
        (*as_spell(f"k{n}", "2012-03", "GM1731", 5, "2021-01-01", "")[:-1], f"2021-0{1 + n % 9}-15 09:00")
        for n in range(36)
    ]
    whole, part = tmp_path / "alles", tmp_path / "toen"
    for map_, kept in ((whole, rows), (part, [r for r in rows if r[-1] < "2021-06-01"])):
        map_.mkdir()
        with (map_ / "spells.csv").open("w", newline="") as file:
            csv.writer(file).writerows([KOP, *kept])
        people = [("GM1731", leeftijd, 2021, 50) for leeftijd in range(23)]
        with (map_ / "bevolking.csv").open("w", newline="") as file:
            csv.writer(file).writerows([("gemeente", "leeftijd", "jaar", "aantal"), *people])
    ask = ["--gebied", "GM1731", "--periode", "2021", "--klasse", "intern", "--json"]
    with on("2022-03-01"):
        run = CliRunner().invoke
        at_stand = run(koers, ["monitor", "--bron", str(whole), "--stand", "2021-05-31", *ask])
        only_then = run(koers, ["monitor", "--bron", str(part), "--stand", "2021-05-31", *ask])
        now = run(koers, ["monitor", "--bron", str(whole), *ask])
    assert json.loads(at_stand.stdout) == json.loads(only_then.stdout)
    assert json.loads(at_stand.stdout) != json.loads(now.stdout)
    assert "16 rijen zijn later opgeschreven" in at_stand.stderr


def test_ends_in_spells_are_enough_for_outflow(tmp_path):
    """Two ends a week for two years, half of them written 60 days later: the last months are low."""
    stand = date(2025, 12, 31)
    rows = []
    for n in range(0, 900, 3):
        last = stand - timedelta(days=n)
        known = last + timedelta(days=60 * (n % 2))
        if known <= stand:
            row = as_spell(f"k{n}", "2012-03", "GM1731", 5, "2021-01-01", last.isoformat())
            rows.append((*row[:-1], f"{known.isoformat()} 09:00"))
    with (tmp_path / "spells.csv").open("w", newline="") as file:
        csv.writer(file).writerows([KOP, *rows])
    with on("2026-01-01"):
        ask = ["uitstroom", "--bron", str(tmp_path), "--gebied", "GM1731"]
        answer = json.loads(CliRunner().invoke(koers, [*ask, "--json"]).stdout)
        text = CliRunner().invoke(koers, ask).stdout
    months = {m["maand"]: m for m in answer["standen"][0]["maanden"]}
    assert months["2025-06"]["voorlopig"] is False
    late = months["2025-12"]
    assert late["voorlopig"] is True
    assert late["onder"] <= late["verwacht"] <= late["boven"]
    # Ten end in a month; about five are known, and about ten are expected.
    assert late["gemeld"] < 7
    assert 7 < late["verwacht"] < 13
    assert answer["voorlopig_vanaf"] == "2025-11"
    assert "november 2025" in text


def test_without_help_there_is_a_sentence(tmp_path):
    (tmp_path / "bevolking.csv").write_text("gemeente,leeftijd,jaar,aantal\nGM1731,3,2024,300\n")
    answer = CliRunner().invoke(koers, ["uitstroom", "--bron", str(tmp_path), "--gebied", "GM1731"])
    assert answer.exit_code == 1
    assert "tabel spells nodig" in answer.stderr
