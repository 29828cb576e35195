"""`koers prognose`: the answer is the contract of decision 23, whatever is blank or wrong in the table."""

import io
import json
from datetime import date, timedelta
from types import SimpleNamespace

import pytest
from click.testing import CliRunner

from koers.cli import voortgang
from koers.cli.prognose import prognose

KOPPEN = (
    "jeugdige,geboortemaand,geslacht,gemeente,route,niveau,product,aanbieder,"
    "begindatum,einddatum,vastgelegd_at"
)


def ask(tmp_path, rijen, *opties, horizon="45"):
    tabel = tmp_path / "spells.csv"
    tabel.write_text("\n".join([KOPPEN, *rijen]) + "\n", encoding="utf-8")
    return CliRunner().invoke(
        prognose, ["--tabel", str(tabel), "--tot", "2024-06-30", "--horizon", horizon, *opties]
    )


def row(wie, niveau, begin, einde="", geboren=""):
    return f"{wie},{geboren},,GM1731,,{niveau},,,{begin},{einde},"


def test_the_answer_is_the_contract_and_nothing_else(tmp_path):
    rijen = [
        row(f"K{n}", 4 + n % 5, f"2024-0{1 + n % 6}-1{n % 9}", "2024-09-01" if n % 3 else "")
        for n in range(40)
    ]
    rijen += [row("K1", 7, "2024-06-01", geboren="2012-05"), row("K99", 5, "2024-07-01")]
    antwoord = ask(tmp_path, rijen, "--json")
    assert antwoord.exit_code == 0, antwoord.output
    gegeven = json.loads(antwoord.stdout)
    assert set(gegeven) == {"stand", "betrouwbaarheid"}
    assert gegeven["betrouwbaarheid"] == 0.95
    dagen = ["2024-07-31", "2024-08-14"]
    assert [(s["datum"], s["niveau"]) for s in gegeven["stand"]] == [
        (dag, niveau) for dag in dagen for niveau in (4, 5, 6, 7, 8, "totaal")
    ]
    for stand in gegeven["stand"]:
        assert set(stand) == {"niveau", "datum", "verwacht", "onder", "boven"}
        assert 0 <= stand["onder"] <= stand["boven"]


def test_a_row_that_cannot_be_is_told_and_the_rest_counts(tmp_path):
    rijen = [row("A", 5, "2024-05-01"), row("B", 5, "2024-05-09", "2024-05-01"), row("C", 9, "2024-05-01")]
    antwoord = ask(tmp_path, rijen, "--json", horizon="1")
    assert antwoord.exit_code == 0
    assert "2 rijen tellen niet mee" in antwoord.stderr
    assert "ligt voor de dag in kolom begindatum" in antwoord.stderr
    (totaal,) = [s for s in json.loads(antwoord.stdout)["stand"] if s["niveau"] == "totaal"]
    assert totaal["verwacht"] == pytest.approx(1, abs=0.2)


def test_a_lever_on_practices_is_refused_where_nobody_knows_them(tmp_path):
    antwoord = ask(tmp_path, [row("A", 5, "2024-05-01")], "--hefboom", "herindicatie:20:2024-08:0")
    assert antwoord.exit_code == 1
    assert "niet welke praktijk verwees" in antwoord.stderr


def test_an_empty_table_gives_noughts(tmp_path):
    gegeven = json.loads(ask(tmp_path, [], "--json").stdout)
    assert {(s["verwacht"], s["onder"], s["boven"]) for s in gegeven["stand"]} == {(0, 0, 0)}


def test_a_table_in_which_all_help_ended_months_ago_is_answered(tmp_path):
    rijen = [row(f"K{n}", 5, f"202{n % 4}-0{1 + n % 6}-1{n % 9}", "2024-01-31") for n in range(80)]
    stand = json.loads(ask(tmp_path, rijen, "--json").stdout)["stand"]
    assert all(s["onder"] <= s["verwacht"] <= s["boven"] for s in stand)


def test_people_read_a_sentence_a_table_and_how_it_would_have_gone(tmp_path):
    antwoord = ask(tmp_path, [row("A", 5, "2024-05-01"), row("A", 6, "2024-06-01")], "--terugkijken")
    assert antwoord.exit_code == 0
    eerste = antwoord.stdout.splitlines()[0]
    assert eerste.startswith("Op 14 augustus 2024 hebben naar verwachting")
    assert "Terugkijken kan nog niet" in antwoord.stdout


def test_a_file_that_is_no_table_is_refused_with_a_sentence(tmp_path):
    antwoord = CliRunner().invoke(
        prognose, ["--tabel", str(tmp_path / "weg.csv"), "--tot", "2024-06-30", "--horizon", "9"]
    )
    assert antwoord.exit_code == 1
    assert "Kijk of het er staat" in antwoord.stderr


class Scherm(io.StringIO):
    """A terminal on stderr, or a file in its place."""

    def __init__(self, terminal: bool) -> None:
        super().__init__()
        self.terminal = terminal

    def isatty(self) -> bool:
        return self.terminal


@pytest.mark.parametrize(
    ("terminal", "een_tel", "balken"),
    [(True, 0.0, {"Vooruitrekenen", "Terugkijken"}), (True, 60.0, set()), (False, 0.0, set())],
)
def test_a_bar_shows_at_a_terminal_when_it_takes_long_and_never_between_the_figures(
    tmp_path, monkeypatch, terminal, een_tel, balken
):
    dagen = [date(2020, 1, 1) + timedelta(days=20 * n) for n in range(80)]
    rijen = [row(f"K{n}", 5, dag, dag + timedelta(days=60)) for n, dag in enumerate(dagen)]
    stil = json.loads(ask(tmp_path, rijen, "--json", "--terugkijken").stdout)
    scherm = Scherm(terminal)
    monkeypatch.setattr(voortgang, "sys", SimpleNamespace(stderr=scherm))
    monkeypatch.setattr(voortgang, "EEN_TEL", een_tel)
    antwoord = ask(tmp_path, rijen, "--json", "--terugkijken")
    assert json.loads(antwoord.stdout) == stil
    assert {naam for naam in ("Vooruitrekenen", "Terugkijken") if naam in scherm.getvalue()} == balken
    assert ("100%" in scherm.getvalue()) == bool(balken)
