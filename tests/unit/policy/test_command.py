"""`koers beleid` for people and for programs."""

import json
import subprocess
import sys

import pytest
from click.testing import CliRunner

from koers.cli.beleid import beleid

NORM = "normen/bezwaartermijn.yaml"


@pytest.fixture
def run(monkeypatch):
    monkeypatch.delenv("KOERS_BELEID", raising=False)
    return lambda *words: CliRunner().invoke(beleid, [str(word) for word in words])


@pytest.fixture
def faulty(shipped, tmp_path):
    """A folder of a municipality with one file in which two things are wrong."""
    path = tmp_path / NORM
    path.parent.mkdir()
    text = shipped.replaced(NORM, "waarde: 6", "waarde: zes").replace("eenheid: weken", "eenheid: week")
    path.write_text(text, encoding="utf-8")
    return tmp_path


def test_good_files_are_counted(run, shipped):
    result = run("controleer")
    assert result.exit_code == 0
    assert f"Alle {len(shipped.raw)} bestanden kloppen" in result.stdout
    assert "16  indicatoren" in result.stdout


def test_counts_for_a_program(run, shipped):
    data = json.loads(run("controleer", "--json").stdout)
    assert data["geldig"] is True
    assert data["digest"] == shipped.beleid.digest
    assert data["bestanden"] == len(shipped.raw)
    assert data["aantallen"]["opgaven"] == 11


def test_each_fault_is_a_line_and_the_exit_code_tells(run, faulty):
    result = run("controleer", faulty)
    assert result.exit_code == 1
    lines = result.stdout.splitlines()
    assert len(lines) == 2
    assert all(line.startswith(f"{NORM}:") for line in lines)
    assert " waarde: 'zes' is hier geen getal." in lines[0]
    assert "2 fouten in 1 bestand." in result.stderr


def test_faults_for_a_program(run, faulty):
    result = run("controleer", faulty, "--json")
    assert result.exit_code == 1
    data = json.loads(result.stdout)
    assert data["geldig"] is False
    assert [set(fout) for fout in data["fouten"]] == [{"bestand", "regel", "veld", "soort", "zin"}] * 2
    assert data["fouten"][0]["soort"] == "geen_getal"


def test_the_folder_of_the_environment_counts_too(run, faulty, monkeypatch):
    monkeypatch.setenv("KOERS_BELEID", str(faulty))
    assert run("controleer").exit_code == 1
    assert run("toon", "normen").exit_code == 1


def test_a_kind_is_listed(run, shipped):
    result = run("toon", "opgaven")
    assert result.exit_code == 0
    assert [line.split()[0] for line in result.stdout.splitlines()] == list(shipped.beleid.opgaven)
    assert [thing["nr"] for thing in json.loads(run("toon", "opgaven", "--json").stdout)] == list(
        range(1, 12)
    )


def test_one_thing_is_shown_with_its_source_and_owner(run):
    shown = run("toon", "verdeelsleutels", "jeugdhulpregio-2019").stdout
    assert "telt_op_tot: 99.9" in shown
    assert "geldt_vanaf:" in shown
    assert "Bron: Omarm de complexiteit, huidige Jeugdhulpregio" in shown
    assert "Houdt het bij: Controller sociaal domein, na te kijken voor 2027-03-01" in shown
    assert " en: " not in shown


@pytest.mark.parametrize(
    ("soort", "id_", "key", "value"),
    [
        ("verdeelsleutels", "jeugdhulpregio-2019", "telt_op_tot", 99.9),
        (
            "tijdlijn",
            "keuze-derde-scenario",
            "datum",
            {"precisie": "na_maand", "vanaf": "2018-10-01", "tot_en_met": None},
        ),
        ("normen", "bezwaartermijn", "waarde", 6),
        ("spuk", "acute-jeugd-ggz", "bedrag_euro", "niet_in_bron"),
        ("gremia", "dialoogtafel", "besluitbevoegd", False),
    ],
)
def test_one_thing_for_a_program(run, soort, id_, key, value):
    data = json.loads(run("toon", soort, id_, "--json").stdout)
    assert data[key] == value
    assert set(data["herkomst"]) == {"bestand", "bron", "eigenaar", "herzien_voor", "digest", "eigen_beleid"}


def test_what_is_not_in_the_file_is_not_in_the_json(run):
    data = json.loads(run("toon", "gremia", "zorgtafel", "--json").stdout)
    assert {"leden", "open_vragen", "sinds", "besluitbevoegd"} & set(data) == set()


def test_every_thing_can_be_shown(shipped):
    """Each kind in both forms: nothing in the schema that the command cannot tell."""
    from koers.cli.beleid import _dutch, _lines
    from koers.policy.kinds import SOORTEN
    from koers.policy.plain import as_data

    for soort in SOORTEN:
        for thing in shipped.beleid.van_soort(soort.naam).values():
            data = as_data(thing)
            assert json.loads(json.dumps(data)) == data
            assert all(line.strip() for line in _lines(_dutch(data)))


def test_what_does_not_exist_is_a_wrong_command(run):
    result = run("toon", "opgaven", "wereldvrede")
    assert result.exit_code == 2
    assert "'wereldvrede' bestaat niet in opgaven. Kies uit: gebiedsagenda" in result.stderr
    assert run("toon", "dromen").exit_code == 2


def test_what_has_no_plain_form_is_a_fault_of_ours():
    from koers.policy.plain import as_data

    with pytest.raises(TypeError, match="object"):
        as_data(object())


def test_the_command_starts_without_the_web():
    """Help must answer at once: no Django, no numpy."""
    script = "import sys, koers.cli.beleid; print(*{'django', 'numpy', 'pandas', 'rich'} & set(sys.modules))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""
