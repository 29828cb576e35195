"""`koers themas`: the figures of the page without the votes, and refusals as sentences."""

import json

import pytest
from click.testing import CliRunner

from koers.cli import koers
from koers.policy import beleid

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("shipped")]


def run(*args: str):
    return CliRunner().invoke(koers, ["themas", *args])


def test_every_theme_with_its_figure_and_the_group(shipped):
    done = run("GM1731")
    assert (done.exit_code, done.stderr) == (0, "")
    regels = done.stdout.splitlines()
    assert [regel for regel in regels if not regel.startswith("  ")] == [
        thema.naam.nl for thema in beleid().themas.values()
    ]
    assert done.stdout == run("midden-drenthe").stdout


def test_json_is_told_figures_with_source_and_no_votes():
    rows = json.loads(run("GM1731", "--json").stdout)
    assert rows
    assert {rij["klasse"] for rij in rows} <= {"gepubliceerd", "openbaar"}
    assert all(rij["bron"] and rij["vastgelegd_op"] for rij in rows)
    assert all("stemmen" not in rij for rij in rows)


@pytest.mark.parametrize("vraag", ["GM9999", "JZ04", "zuid-drenthe"])
def test_what_is_no_municipality_of_the_region_is_refused(vraag):
    done = run(vraag)
    assert (done.exit_code, done.stdout) == (1, "")
    assert vraag in done.stderr
    assert "GM1731" in done.stderr
