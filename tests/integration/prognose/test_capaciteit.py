"""Waiting on a page: counted where it can be, reckoned where it must be, and said which is which."""

import json
import re
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from click.testing import CliRunner

from koers.actions.prognose.capaciteit import read_capaciteit, rules
from koers.analytics.mart import Bron, refresh
from koers.cli.capaciteit import capaciteit
from koers.domain.capaciteit import Capaciteitsvraag
from koers.domain.rollen import Rol
from koers.domain.spells import LichteHulp
from koers.domain.weigering import Refused
from koers.registers.kern.models import LogRegel
from tests.integration.prognose.conftest import TOT
from tests.wereld import ASSEN, MIDDEN_DRENTHE, make_actor, make_gemeente, make_medewerker, sign_in

pytestmark = pytest.mark.django_db
VELDEN = tuple(LichteHulp.__dataclass_fields__)


def light(
    nummer: int, dagen_geleden: int, wacht: int | None, soort: str = "poh_jeugd", gemeente=MIDDEN_DRENTHE
):
    """A light question so many days before the last known day, and how long it waited."""
    vraag = TOT - timedelta(days=dagen_geleden)
    begin = None if wacht is None else vraag + timedelta(days=wacht)
    rij = {
        "jeugdige": f"{gemeente}{nummer}",
        "geboortemaand": "2015-01",
        "gemeente": gemeente,
        "soort": soort,
        "vraagdatum": vraag,
        "begindatum": begin,
        "vastgelegd_at": datetime(TOT.year, TOT.month, TOT.day, 9, tzinfo=UTC),
    }
    return tuple(rij.get(veld) for veld in VELDEN)


@pytest.fixture
def geteld(settings, tmp_path):
    """Hundred questions in the year of which eighty in time, five who wait, and others that do not count."""
    settings.MART = tmp_path / "licht"
    rijen = [light(n, 40 + 3 * n, 10 if n < 80 else 40) for n in range(100)]
    rijen += [light(200 + n, 5 + n, None) for n in range(5)]
    rijen += [light(300, 500, 3), light(301, 50, 3, "lokaal_team"), light(302, 50, 3, gemeente=ASSEN)]
    jaren = [rij[VELDEN.index("vraagdatum")].year for rij in rijen]
    aantallen = {jaar: jaren.count(jaar) for jaar in set(jaren)}
    refresh(
        settings.MART, [Bron("lichte_hulp", VELDEN, lambda _j: iter(rijen), aantallen)], sleutel=b"x" * 32
    )
    return settings.MART


@pytest.fixture
def controller():
    return make_actor(Rol.CONTROLLER, MIDDEN_DRENTHE)


def read(by, **vraag):
    return read_capaciteit(by=by, gemeente=MIDDEN_DRENTHE, vraag=Capaciteitsvraag(**vraag))


def test_questions_are_counted_of_the_own_municipality_in_the_last_year(geteld, controller):
    blad = read(controller)
    assert (blad.geteld.vragen, blad.geteld.wachtend, blad.geteld.tot) == (105, 5, TOT)
    assert blad.geteld.binnen == 0.8
    assert (blad.vragen, blad.wachtend) == (105, 5)
    assert read(controller, vragen=300, wachtend=0).vragen == 300
    assert read(controller, vragen=300, wachtend=0).poh.nodig.midden > blad.poh.nodig.midden


def test_sources_say_what_was_not_filled_in(geteld, controller):
    regels = rules()
    assert (regels.fte, regels.plaatsen, regels.doel, regels.grens) == (1.2, 36, 0.9, 28)
    assert read(controller).poh == read(controller, fte=Decimal("1.2")).poh
    assert (
        read(controller, regie_vragen=45).regie == read(controller, regie_vragen=45, regie_plaatsen=36).regie
    )
    assert read(controller).regie is None
    assert read(controller, lijst_vragen=9).lijst is None


def test_it_stands_in_the_log_and_nobody_reads_another_municipality(geteld, controller):
    read(controller)
    assert LogRegel.objects.filter(onderwerp_soort="capaciteit", onderwerp_id=MIDDEN_DRENTHE).exists()
    for by, code in (
        (make_actor(Rol.CONTROLLER, ASSEN), "niet_gevonden"),
        (make_actor(Rol.RAADSLID), "geen_recht"),
    ):
        with pytest.raises(Refused) as refused:
            read(by)
        assert refused.value.code == code


def page(client, **velden):
    make_gemeente(MIDDEN_DRENTHE)
    sign_in(client, make_medewerker(Rol.CONTROLLER, MIDDEN_DRENTHE))
    return client.get(f"/wat-als/{MIDDEN_DRENTHE}/capaciteit/", velden)


def test_the_page_says_share_need_band_and_what_it_leans_on(geteld, client):
    html = page(client, fte="0,3", regie_vragen="50", lijst_vragen="60", lijst_plaatsen="30").content.decode()
    zin = re.search(r'<p class="kernzin">(.*?)</p>', html).group(1)
    assert re.search(
        r"Met 0,3 fte begint naar verwachting \d+% van de lichte vragen binnen vier weken; met 95% kans "
        r"tussen \d+% en \d+%. Voor 90% is \d,\d fte nodig \(tussen \d,\d en \d,\d\).",
        zin,
    )
    assert "Een berekening met aannames, geen telling." in html
    assert "105 lichte vragen, waarvan 80% binnen vier weken begon; 5 wachten nog." in html
    assert html.count("Wie er wacht") == 3
    assert "1.100 uur (tussen 900 en 1.250)" in html
    assert 'href="/beleid/aannames/#poh-jeugd-capaciteit"' in html
    assert '<rect class="verloop__doel"' in html


def test_what_was_typed_wrongly_stays_and_the_rest_counts(geteld, client):
    answer = page(client, fte="veel", vragen="300", lijst_vragen="20")
    html = answer.content.decode()
    assert answer.status_code == 422
    assert 'value="veel"' in html
    assert "Gerekend met 300 vragen per jaar" in html
    assert "Vul dit ook in, of laat allebei leeg." in html


def test_without_figures_the_page_asks_for_them(settings, tmp_path, client):
    settings.MART = tmp_path / "leeg"
    leeg = page(client)
    assert leeg.status_code == 200
    assert "Vul in hoeveel lichte vragen u per jaar verwacht." in leeg.content.decode()
    assert "Voor 90% is" in page(client, vragen="200").content.decode()


def test_the_command_says_the_same_as_the_page(geteld, controller):
    uit = CliRunner().invoke(capaciteit, ["--vragen", "105", "--wachtend", "5", "--json"])
    assert uit.exit_code == 0, uit.output
    data = json.loads(uit.output)
    poh = read(controller).poh
    assert data["binnen"]["midden"] == round(poh.stand.binnen[0].midden, 4)
    assert data["nodig_fte"]["midden"] == round(poh.nodig.midden, 4)
    assert data["doel"] == 0.9
    tekst = CliRunner().invoke(capaciteit, ["--vragen", "105", "--fte", "1"]).output
    assert tekst.startswith("Met 1,0 fte begint naar verwachting")
