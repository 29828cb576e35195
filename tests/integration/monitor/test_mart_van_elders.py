"""The pages of figures on tables of another back office, without any casework here."""

import json
from hashlib import sha256

import pytest
from click.testing import CliRunner

from koers.actions.monitor import berekend
from koers.actions.monitor.mart import fill_mart, refresh_mart
from koers.analytics.mart import mart_files
from koers.cli import koers
from koers.domain.actor import systeemactor
from koers.domain.rollen import Rol
from koers.domain.weigering import Refused
from koers.exchange.tabellen.gebeurtenissen import read_folder
from koers.registers.kern.models import LogRegel
from koers.registers.monitor.models import Aanlevering, Bevolking
from tests.integration.monitor.test_monitor_bron import KOP, SPELLS, _now, as_spell, map_, write  # noqa: F401
from tests.wereld import MIDDEN_DRENTHE, make_actor, make_gemeente, make_medewerker, sign_in

# ruff: noqa: F811  fixtures that were imported
pytestmark = pytest.mark.django_db
SYSTEEM = systeemactor("mart", functionaris="controller")


@pytest.fixture(autouse=True)
def mart(settings, tmp_path):
    settings.MART = tmp_path / "de-mart"
    for een in (berekend._compute, berekend._open):
        een.cache_clear()
    make_gemeente(MIDDEN_DRENTHE)
    return settings.MART


def fill(map_, *more):
    return CliRunner().invoke(koers, ["mart", "ververs", "--bron", str(map_), "--json", *more])


def filled(map_, *, heel=False):
    """The same without the telling of every indicator, which takes longer."""
    tabellen = {naam: gelezen.rijen for naam, gelezen in read_folder(map_).tabellen.items()}
    return fill_mart(tabellen, by=SYSTEEM, heel=heel)


def told(*options):
    found = json.loads(CliRunner().invoke(koers, ["monitor", "--json", *map(str, options)]).stdout)
    keys = ("id", "lezing", "gebied", "periode", "waarde", "teller", "noemer", "status")
    return {tuple(rij.get(naam) for naam in keys) for rij in found if rij["gebied"] == "GM1731"}


def test_the_own_mart_tells_what_the_same_tables_tell_in_hand(map_):
    answer = fill(map_)
    assert answer.exit_code == 0, answer.output
    assert json.loads(answer.stdout)["rijen"]["spells"] == len(SPELLS)
    assert "5 geweigerd" in answer.stderr
    own = {rij for rij in told() if rij[0] == "aandeel-specialistisch" and "2020" < rij[3] < "2023"}
    hand = {
        rij for rij in told("--bron", map_) if rij[0] == "aandeel-specialistisch" and "2020" < rij[3] < "2023"
    }
    assert own == hand
    assert len(own) > 3


def test_the_pages_stand_on_them_and_nobody_in_them_can_be_recognised(client, map_, mart):
    rijen = [("Jan-van-Beilen-1", *as_spell(*rij)[1:]) if rij[0] == "c" else as_spell(*rij) for rij in SPELLS]
    write(map_, "spells", KOP, rijen)
    filled(map_)
    page = client.get("/indicatoren/aandeel-specialistisch/").content.decode()
    assert "Uit tabellen van een ander systeem" in page
    assert "Uit het register" not in page
    api = client.get("/api/indicatoren/aandeel-specialistisch/cijfers/?gebied=GM1731").json()
    assert "2021" in {een["periode"] for een in api["cijfers"]}
    assert api["bron"]["nl"] == "Geteld door Koers uit tabellen van een ander systeem van de gemeenten"
    sign_in(client, make_medewerker(Rol.CONTROLLER))
    assert "Instroom, stand en uitstroom" in client.get("/badkuip/GM1731/").content.decode()
    for pad in mart_files(mart)["spells"]:
        assert b"Jan-van-Beilen" not in pad.read_bytes()
    row = LogRegel.objects.filter(handeling="refresh_mart").latest("tijdstip_at")
    assert row.bijzonderheden["aangeleverd"] == ["bevolking", "spells"]


def test_the_ledger_tells_what_came_and_why_rows_stayed_out(client, map_):
    (map_ / "declaraties.csv").write_text("jeugdige;bedrag\n1;2\n")
    assert fill(map_).exit_code == 0
    ledger = {een.soort: een for een in Aanlevering.objects.all()}
    assert set(ledger) == {"spells", "bevolking", "declaraties"}
    spells = ledger["spells"]
    assert (spells.rijen, spells.nieuw, spells.geweigerd) == (len(SPELLS) + 5, len(SPELLS), 5)
    assert spells.sha256 == sha256((map_ / "spells.csv").read_bytes()).hexdigest()
    assert ledger["declaraties"].code == "kolommen_ontbreken"
    sign_in(client, make_medewerker(Rol.CONTROLLER))
    page = client.get("/aanleveringen/").content.decode()
    assert "Trajecten" in page
    assert "ander systeem" in page
    page = client.get(f"/aanleveringen/{spells.pk}/").content.decode()
    for bevinding in spells.bevindingen.all():
        assert f"rij&nbsp;{bevinding.rijnummer}" in page
        assert bevinding.waarde == ""  # what stood there could be about a child
    page = client.get(f"/aanleveringen/{ledger['declaraties'].pk}/").content.decode()
    assert "Koers kon dit bestand niet lezen" in page


def test_one_source_per_table(map_):
    Bevolking.objects.create(gemeente_code=MIDDEN_DRENTHE, jaar=2021, leeftijd=3, aantal=10)
    answer = fill(map_)
    assert answer.exit_code == 1
    assert "zelf rijen voor de tabel bevolking" in answer.stderr
    (map_ / "bevolking.csv").unlink()
    filled(map_)


def test_fewer_rows_are_refused_unless_asked_for(map_):
    filled(map_)
    write(map_, "spells", KOP, [as_spell(*rij) for rij in SPELLS[:4]])
    answer = fill(map_)
    assert answer.exit_code == 1
    assert "had 12 rijen en zou er nu 4 hebben" in answer.stderr
    assert filled(map_, heel=True).rijen["spells"] == 4
    # Without the folder the register would empty the mart: that is refused too.
    with pytest.raises(Refused) as refused:
        refresh_mart(by=SYSTEEM)
    assert refused.value.code == "mart_minder_rijen"


def test_who_may_not_and_what_cannot(map_):
    with pytest.raises(Refused) as refused:
        fill_mart({"spells": []}, by=make_actor(Rol.CONTROLLER))
    assert refused.value.code == "geen_recht"
    with pytest.raises(Refused) as refused:
        fill_mart({}, by=SYSTEEM)
    assert refused.value.code == "tabel_nodig"
    assert fill(map_, "--stand", "2026-01-01").exit_code == 2
