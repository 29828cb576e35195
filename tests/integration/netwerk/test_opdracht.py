"""`koers verdeelsleutel`: `--json` as a contract, a readable table, exit codes, and sentences."""

import csv
import json
import shutil
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner

from koers.actions.netwerk import verdelen
from koers.cli import koers
from koers.domain.weigering import Refused
from koers.policy import load_beleid
from koers.policy.finding import shipped_folder

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped")]
SLEUTEL = "jeugdhulpregio-2019"
GEMEENTEN = Path(shipped_folder()).parent / "src/koers/exchange/tabellen/gegevens/drenthe.csv"


def run(*args):
    return CliRunner().invoke(koers, ["verdeelsleutel", *args])


def data(*args):
    done = run(*args, "--json")
    assert (done.exit_code, done.stderr) == (0, "")
    return json.loads(done.stdout)


def test_json_has_exactly_the_shape_of_the_contract():
    antwoord = data("1.000.000,00", "--sleutel", SLEUTEL)
    assert list(antwoord) == ["sleutel", "bedrag_cent", "verdeling"]
    assert (antwoord["sleutel"], antwoord["bedrag_cent"]) == (SLEUTEL, 100_000_000)
    assert len(antwoord["verdeling"]) == 12
    assert {tuple(een) for een in antwoord["verdeling"]} == {("gemeente", "bedrag_cent", "percentage")}
    assert sum(een["bedrag_cent"] for een in antwoord["verdeling"]) == 100_000_000
    assert round(sum(een["percentage"] for een in antwoord["verdeling"]), 1) == 99.9


def test_the_percentages_are_those_that_the_region_published():
    with GEMEENTEN.open(encoding="utf-8") as readable:
        regels = [regel for regel in readable if not regel.startswith("#")]
    kolom = next(naam for naam in csv.DictReader(regels).fieldnames if naam.startswith("verdeelsleutel"))
    code = csv.DictReader(regels).fieldnames[0]
    gepubliceerd = {rij[code]: float(rij[kolom]) for rij in csv.DictReader(regels) if rij[kolom]}
    delen = {een["gemeente"]: een["percentage"] for een in data("1")["verdeling"]}
    assert delen == {gemeente: gepubliceerd[gemeente] for gemeente in delen}


@pytest.mark.parametrize("bedrag", ["2977725", "€ 12,50", "0,01", "0", "-3,07", "999.999.999.999,99"])
@pytest.mark.parametrize("sleutel", [SLEUTEL, "jeugd", "gebruik"])
def test_no_cent_is_lost_by_any_key(bedrag, sleutel):
    antwoord = data(bedrag, "--sleutel", sleutel)
    assert sum(een["bedrag_cent"] for een in antwoord["verdeling"]) == antwoord["bedrag_cent"]


def test_without_a_key_it_is_the_agreement_of_that_day():
    assert data("100", "--datum", "2021-05-01") == data("100", "--sleutel", SLEUTEL)


def test_an_alternative_by_young_people_follows_the_count():
    delen = {een["gemeente"]: een for een in data("97.536", "--sleutel", "jeugd")["verdeling"]}
    # one euro for each of the 97,536 young people of table 1
    assert delen["GM1731"]["bedrag_cent"] == 6_357_00
    assert delen["GM0114"] == {"gemeente": "GM0114", "bedrag_cent": 20_251_00, "percentage": 20.76}


def test_a_mix_lies_between_its_keys():
    def emmen(*args):
        return next(een for een in data("1.000", *args)["verdeling"] if een["gemeente"] == "GM0114")[
            "bedrag_cent"
        ]

    mix = emmen("--sleutel", "mix", "--gewicht", "jeugd=50", "--gewicht", f"{SLEUTEL}=50")
    jeugd, afspraak = emmen("--sleutel", "jeugd"), emmen()
    assert abs(mix - (jeugd + afspraak) / 2) <= 1


@pytest.mark.parametrize(
    ("args", "zin"),
    [
        (["12.50"], "Bedoelt u 12,50?"),
        (["1,234"], "Bedoelt u 1.234?"),
        (["veel"], "“veel” is geen bedrag"),
        (
            ["1", "--sleutel", "geluk"],
            "De sleutel “geluk” bestaat niet. Kies uit: jeugdhulpregio-2019, jeugd",
        ),
        (["1", "--datum", "gisteren"], "“gisteren” is geen datum"),
        (["1", "--sleutel", SLEUTEL, "--datum", "2018-12-31"], "geldt pas vanaf januari 2019"),
        (["1", "--datum", "2018-12-31"], "was er nog geen afgesproken sleutel"),
        (["1", "--sleutel", "uitgaven"], "van Aa en Hunze, Assen"),
        (["1", "--sleutel", "mix"], "ten minste één sleutel"),
        (["1", "--sleutel", "mix", "--gewicht", "jeugd=veel"], "geen gewicht"),
        (["1", "--sleutel", "jeugd", "--datum", "2019-12-31"], "nog niet van elke gemeente cijfers"),
    ],
)
def test_a_mistake_is_one_sentence_and_exit_code_1(args, zin):
    done = run(*args)
    assert done.exit_code == 1
    assert zin in done.stderr
    assert done.stdout == ""


def test_a_missing_amount_is_a_wrong_use():
    assert run().exit_code == 2


def test_the_table_reads_well_and_says_that_the_key_adds_up_to_99_9():
    done = run("1.000.000,00", "--kwartalen")
    regels = done.stdout.splitlines()
    assert max(len(regel) for regel in regels) <= 80
    assert "Emmen" in done.stdout
    assert "€ 247.247,25" in done.stdout.replace("\u00a0", " ")
    assert "tellen samen op tot 99,9" in done.stdout
    assert "kwartaal 4" in done.stdout


# --- versions in force ------------------------------------------------------------------------------


@pytest.fixture
def with_successor(tmp_path, monkeypatch):
    """A region that agreed on another key from 2027."""
    (tmp_path / "verdeelsleutels").mkdir()
    nieuw = tmp_path / "verdeelsleutels" / "nieuw-2027.yaml"
    shutil.copy(shipped_folder() / "verdeelsleutels" / f"{SLEUTEL}.yaml", nieuw)
    tekst = nieuw.read_text().replace(f"id: {SLEUTEL}", "id: nieuw-2027").replace("2019-01", "2027-01")
    nieuw.write_text(
        tekst.replace("procent: 4.3", "procent: 4.4").replace("telt_op_tot: 99.9", "telt_op_tot: 100.0")
    )
    eigen = load_beleid(overlay=tmp_path)
    monkeypatch.setattr(verdelen, "beleid", lambda: eigen)


@pytest.mark.usefixtures("with_successor")
def test_the_day_chooses_the_version_and_the_old_one_still_answers():
    assert data("1", "--datum", "2026-12-31")["sleutel"] == SLEUTEL
    assert data("1", "--datum", "2027-01-01")["sleutel"] == "nieuw-2027"
    oud = verdelen.verdeel(by=None, bedrag_cent=100, datum=date(2027, 6, 1), sleutel=SLEUTEL)
    assert oud.sleutel.geldt_tot == date(2027, 1, 1)
    assert "Sinds 1 januari 2027 geldt een andere sleutel." in run(
        "1", "--sleutel", SLEUTEL, "--datum", "2027-06-01"
    ).stdout.replace("\n", " ")


def test_spending_is_a_key_once_all_twelve_are_known(tmp_path, monkeypatch):
    def sheet(ids):
        rows = "".join(
            f"  - {{id: {id}, naam: {{nl: {id}, en: {id}}}, waarde: {n}, eenheid: euro, gebied: {id},"
            " peil: 2023, vindplaats: {document: omarm, plaats: jaarrekening}}\n"
            for n, id in enumerate(ids, 1)
        )
        kop = (
            "bron:\n  - {document: omarm, plaats: jaarrekening}\neigenaar: controller\n"
            "herzien_voor: 2027-03-01\nid: uitgaven-jeugdhulp\nnaam: {nl: Uitgaven, en: Spending}\n"
            "toelichting: {nl: Per gemeente, en: Each}\n"
        )
        (tmp_path / "kengetallen").mkdir(exist_ok=True)
        (tmp_path / "kengetallen" / "uitgaven-jeugdhulp.yaml").write_text(f"{kop}getallen:\n{rows}")
        eigen = load_beleid(overlay=tmp_path)
        monkeypatch.setattr(verdelen, "beleid", lambda: eigen)

    ids = [deel.gemeente for deel in load_beleid().verdeelsleutels[SLEUTEL].aandelen]
    sheet(ids[:11])
    with pytest.raises(Refused, match="sleutel_zonder_uitgaven") as refused:
        verdelen.verdeel(by=None, bedrag_cent=1, datum=date(2026, 1, 1), sleutel="uitgaven")
    assert refused.value.params["gemeenten"] == "Westerveld"
    sheet(ids)
    gedeeld = verdelen.verdeel(by=None, bedrag_cent=7800, datum=date(2026, 1, 1), sleutel="uitgaven")
    assert sorted(deel.bedrag_cent for deel in gedeeld.delen) == [100 * n for n in range(1, 13)]
    assert gedeeld.sleutel.jaar == 2023
