"""The files of ../shared go in as they are."""

from decimal import Decimal
from pathlib import Path

import pytest
from click.testing import CliRunner

from koers.actions.monitor.aanleveringen import AanleveringRegel, all_findings
from koers.actions.monitor.regio import read_regio
from koers.cli import koers
from koers.domain.aanlevering import SoortAanlevering
from koers.domain.actor import systeemactor
from koers.exchange.tabellen.invoer import deliver, load_shipped, shipped
from koers.registers.monitor.models import Gebied, GebiedDeel, GebiedSoort, Waarneming

pytestmark = pytest.mark.django_db
DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data"
BY = systeemactor("toets", functionaris="controller van dienst")
KWB, GEMEENTEN = "kwb2021_gemeenten_85039NED.csv", "gemeenten_jeugdregio_2026.csv"


def bring(soort: str, naam: str) -> AanleveringRegel:
    inhoud = (DATA / naam).read_bytes()
    return deliver(by=BY, soort=SoortAanlevering(soort), inhoud=inhoud, bestandsnaam=naam)


def test_352_municipalities_with_their_figures_of_2021():
    rij = bring("kwb", KWB)
    assert (rij.rijen, rij.nieuw, rij.geweigerd, rij.jaar) == (352, 352, 0, 2021)
    cijfers = Waarneming.objects.filter(grootheid="jeugdzorg_in_natura", jaar=2021)
    assert cijfers.count() == 352
    assert cijfers.get(gebied_code="GM1731").waarde == Decimal("11.2")
    gevonden = all_findings(by=BY, aanlevering_id=rij.id)
    naamloos = [een.params["code"] for een in gevonden if een.code == "naam_ontbreekt"]
    assert len(naamloos) == 10
    assert set(naamloos) <= set(cijfers.values_list("gebied_code", flat=True))


def test_342_municipalities_in_42_jeugdregios():
    rij = bring("gemeenten", GEMEENTEN)
    assert (rij.rijen, rij.nieuw, rij.geweigerd) == (342, 342, 0)
    assert Gebied.objects.in_jaar(2026).filter(soort=GebiedSoort.GEMEENTE).count() == 342
    delen = GebiedDeel.objects.filter(soort=GebiedSoort.JEUGDREGIO, deel_code__startswith="GM")
    assert delen.values("geheel_code").distinct().count() == 42


@pytest.mark.parametrize("naam", ["drenthe_2021.csv", "gemeenten.csv"])
def test_the_twelve_with_their_key(naam):
    bring("gemeenten", GEMEENTEN)
    rij = bring("regio", naam)
    assert (rij.rijen, rij.nieuw, rij.geweigerd, rij.jaar) == (12, 12, 0, 2021)
    drenthe = read_regio(by=None).regio.cijfers
    assert (drenthe["jeugd_0_18"].waarde, drenthe["verdeelsleutel"].waarde) == (97536, Decimal("99.9"))


def test_everything_twice_changes_nothing():
    files = [
        ("gemeenten", GEMEENTEN),
        ("kwb", KWB),
        ("regio", "drenthe_2021.csv"),
        ("regio", "gemeenten.csv"),
    ]
    for soort, naam in files:
        bring(soort, naam)
    for soort, naam in files:
        again = bring(soort, naam)
        assert again.ongewijzigd == again.rijen


def test_what_koers_brings_along_says_the_same_as_the_sources():
    load_shipped(by=BY)
    for soort, naam in [("gemeenten", GEMEENTEN), ("kwb", KWB), ("regio", "drenthe_2021.csv")]:
        again = bring(soort, naam)
        assert again.ongewijzigd == again.rijen


def test_a_changed_figure_in_what_koers_brings_along_would_be_seen():
    inhoud = shipped("kwb_2021.csv").replace(b"33381,13.92,11.34,11.2", b"33381,13.92,11.34,11.3")
    assert inhoud != shipped("kwb_2021.csv")
    deliver(by=BY, soort=SoortAanlevering.KWB, inhoud=inhoud, bestandsnaam="kwb_2021.csv")
    assert bring("kwb", KWB).gewijzigd == 1


@pytest.mark.parametrize("codering", ["utf-8-sig", "utf-16", "cp1252"])
def test_the_table_of_cbs_in_other_encodings_with_a_decimal_comma_gives_the_same(codering):
    bring("kwb", KWB)
    tekst = (DATA / KWB).read_text(encoding="utf-8").replace("–", "-").replace("³", "3").replace("²", "2")
    dutch = tekst.replace(",", ";").replace(".", ",")
    rij = deliver(by=BY, soort=SoortAanlevering.KWB, inhoud=dutch.encode(codering), bestandsnaam=KWB)
    assert (rij.ongewijzigd, rij.geweigerd) == (352, 0)


def test_the_commands_of_the_manual():
    for args in (
        ["importeer", "kwb", str(DATA / KWB)],
        ["importeer", "gemeenten", str(DATA / GEMEENTEN)],
        ["importeer", "regio", str(DATA / "drenthe_2021.csv")],
        ["regio"],
        ["aanleveringen"],
    ):
        assert CliRunner().invoke(koers, args).exit_code == 0
