"""A forecast laid on a published figure, on the page and in the terminal: the correction is a line."""

import json
import re
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from click.testing import CliRunner

from koers.actions.prognose.gepubliceerd import counted_in
from koers.actions.prognose.wat_als import Wens, figures, read_wat_als
from koers.cli.prognose import prognose
from koers.registers.monitor.models import Waarneming
from koers.simulation.prognose.spellen import columns
from tests.integration.prognose.conftest import TOT, some_spells
from tests.integration.prognose.test_wat_als import page
from tests.wereld import MIDDEN_DRENTHE, make_aanlevering

pytestmark = pytest.mark.django_db
VORIG = TOT.year - 1


def publish(jaar: int, waarde: str, grootheid: str = "jeugdzorg_in_natura") -> None:
    Waarneming.objects.create(
        gebied_code=MIDDEN_DRENTHE,
        grootheid=grootheid,
        jaar=jaar,
        waarde=Decimal(waarde),
        status="gepubliceerd",
        bron="CBS, proef",
        aanlevering_id=make_aanlevering(),
        vastgelegd_at=datetime.now(UTC),
    )


def test_the_correction_is_the_difference_with_what_koers_counted_and_changes_nothing_else(mart, controller):
    publish(VORIG, "11.2")

    def ask(jaar):
        return read_wat_als(by=controller, gemeente=MIDDEN_DRENTHE, wens=Wens(gepubliceerd=jaar))[1]

    met, zonder = ask(VORIG), ask(None)
    _jaar, jeugd, inwoners = met.verleden[-1]
    assert met.correctie.geteld == Decimal(100 * jeugd) / inwoners
    assert (met.correctie.bron, zonder.correctie) == ("CBS, proef", None)
    assert (met.zonder, met.uitgaven) == (zonder.zonder, zonder.uitgaven)
    publish(TOT.year + 2, "9.0")
    straks = ask(TOT.year + 2)
    assert straks.correctie.lay(straks.zonder[2].aandeel)[2] == Decimal("9.0")
    assert ask(VORIG - 1).correctie is None
    # Koers counts from 2019.
    publish(2012, "9.0")
    assert ask(2012).correctie.regel is None


def test_the_page_shows_forecast_correction_and_both_as_lines_that_add_up(mart, client):
    publish(VORIG, "11.2")
    publish(2012, "8.0")
    html = page(client, f"?gepubliceerd={VORIG}").content.decode()
    assert f"Over {VORIG} publiceerde het CBS 11,2%" in html
    deel = html[html.index('<h2 id="correctie">') :].split("</table>")[0]
    rijen = re.findall(r'">([−+]?\d+,\d)%?</td>', deel)
    getallen = [Decimal(rij.replace("−", "-").replace(",", ".")) for rij in rijen]
    assert len(getallen) == 3 * 11
    for verwacht, regel, samen in zip(*(iter(getallen),) * 3, strict=True):
        assert verwacht + regel == samen
        assert regel != 0
    assert "Gepubliceerd: CBS, proef." in html
    leeg = client.get(f"/wat-als/{MIDDEN_DRENTHE}/?gepubliceerd=2012").content.decode()
    assert "Koers heeft over dat jaar zelf geen cijfer" in leeg
    fout = client.get(f"/wat-als/{MIDDEN_DRENTHE}/?gepubliceerd=1999")
    assert fout.status_code == 422
    assert 'id="id_gepubliceerd_error"' in fout.content.decode()


def test_without_published_figures_there_is_nothing_to_choose(mart, client):
    assert "gepubliceerd cijfer" not in page(client).content.decode()


def test_the_terminal_counts_as_the_indicator_and_shows_the_same_line(mart, tmp_path):
    verleden = figures(MIDDEN_DRENTHE)[1].verleden
    spells = figures(MIDDEN_DRENTHE)[1].spells
    assert {jaar: counted_in(columns(spells), jaar) for jaar, *_ in verleden} == {
        j: teller for j, teller, _ in verleden
    }
    publish(VORIG, "400", "jongeren_met_jeugdzorg")
    tabel = tmp_path / "spells.csv"
    koppen = "jeugdige,geboortemaand,geslacht,gemeente,route,niveau,product,aanbieder,begindatum,einddatum,"
    rijen = [
        ",".join("" if cel is None else str(cel) for cel in rij[:10]) + "," for rij in some_spells("GM1731")
    ]
    tabel.write_text("\n".join([koppen + "vastgelegd_at", *rijen]) + "\n", encoding="utf-8")

    def ask(*opties):
        vraag = ["--tabel", str(tabel), "--tot", str(TOT), "--horizon", "800", *opties]
        return CliRunner().invoke(prognose, vraag)

    antwoord = ask("--gepubliceerd", f"gm1731:{VORIG}", "--json")
    assert antwoord.exit_code == 0, antwoord.output
    gegeven = json.loads(antwoord.stdout)
    gelegd = gegeven["gepubliceerd"]
    assert (gelegd["gepubliceerd"], gelegd["geteld"]) == (400, {j: t for j, t, _ in verleden}[VORIG])
    assert gelegd["correctie"] == 400 - gelegd["geteld"]
    assert [een["jaar"] for een in gelegd["jaren"]] == [TOT.year, TOT.year + 1]
    assert all(een["verwacht"] + een["correctie"] == een["samen"] for een in gelegd["jaren"])
    assert json.loads(ask("--json").stdout)["stand"] == gegeven["stand"]
    assert "correctie" in ask("--gepubliceerd", f"GM1731:{VORIG}").stdout
    for fout, zin in (("GM1731:1999", "geen gepubliceerd aantal"), ("Assen", "zoals GM1731:2022")):
        geweigerd = ask("--gepubliceerd", fout)
        assert (geweigerd.exit_code, zin in geweigerd.stderr) == (1, True)
