"""The workbench on the real figures of CBS for Midden-Drenthe."""

import csv
from decimal import Decimal
from pathlib import Path
from statistics import median

import pytest

from koers.actions.monitor.themas import read_themas
from koers.domain.aanlevering import SoortAanlevering
from koers.domain.actor import systeemactor
from koers.domain.rollen import Rol
from koers.exchange.tabellen.invoer import deliver
from tests.wereld import MIDDEN_DRENTHE, actor_of, make_medewerker

pytestmark = pytest.mark.django_db
DATA = Path(__file__).resolve().parents[2].parent / "shared" / "data"
BY = systeemactor("toets", functionaris="controller van dienst")
KWB = "kwb2021_gemeenten_85039NED.csv"
# Which column of the file a quantity is, said once more by hand.
KOLOMMEN = {
    "laag_inkomen": "Inequality/Low income threshold (%)",
    "sociaal_minimum_110": "Inequality/Near-poverty 110% (%)",
    "bijstand_per_1000": "Inequality/Bijstand recipients (per 1k)",
    "opleiding_laag": "HumanCapital/Low education (%)",
    "arbeidsdeelname": "HumanCapital/Labour participation (%)",
    "aandeel_gescheiden": "Demographics/Divorced (%)",
    "wmo_per_1000": "WelfareCare/Wmo care clients (per 1k)",
    "arbeidsongeschikt_per_1000": "WelfareCare/Disability benefit (per 1k)",
    "jeugdzorg_in_natura": "WelfareCare/Youth welfare (%)",
    "afstand_kinderopvang": "Services/Distance to daycare (km)",
    "sociale_huur": "Housing/Social housing (%)",
    "afstand_school": "Services/Distance to school (km)",
    "afstand_huisarts": "Services/Distance to GP (km)",
}


@pytest.fixture
def blad():
    """Midden-Drenthe as a wethouder sees it, with nothing taken in but the file of the source."""
    deliver(by=BY, soort=SoortAanlevering.KWB, inhoud=(DATA / KWB).read_bytes(), bestandsnaam=KWB)
    return read_themas(by=actor_of(make_medewerker(Rol.WETHOUDER)), gemeente=MIDDEN_DRENTHE)


@pytest.fixture(scope="module")
def bron():
    """The file read by itself: code -> column -> number."""
    with (DATA / KWB).open() as file:
        return {
            rij["code"]: {naam: Decimal(rij[kop]) if rij[kop] else None for naam, kop in KOLOMMEN.items()}
            for rij in csv.DictReader(file)
        }


def test_every_theme_with_figures_of_cbs_has_them_for_midden_drenthe(blad, bron):
    getoond = {c.cijfer.grootheid: c for beeld in blad.themas for c in beeld.cijfers}
    assert set(getoond) == set(KOLOMMEN)
    for naam, een in getoond.items():
        assert een.cijfer.eigen == bron[MIDDEN_DRENTHE][naam], naam
        assert een.cijfer.jaar == 2021
        assert "85039NED" in een.bron or "Kerncijfers" in een.bron


def test_the_group_is_eight_real_municipalities_and_its_middle_is_theirs(blad, bron):
    for beeld in blad.themas:
        for een in beeld.cijfers:
            c = een.cijfer
            codes = {code for code, _ in c.groep}
            assert codes <= bron.keys() - {MIDDEN_DRENTHE}
            assert len(codes) + len(c.zonder) == 8
            assert all(waarde == bron[code][c.grootheid] for code, waarde in c.groep)
            assert abs(c.midden - median(bron[code][c.grootheid] for code in codes)) <= Decimal("0.5")


def test_the_group_looks_like_midden_drenthe_in_size_and_countryside(blad):
    beeld = next(b for b in blad.themas if b.thema.id == "scheiding")
    for een in beeld.groep.gelijken:
        inwoners = next(v for v in een.verschillen if v.kenmerk == "inwoners")
        assert 15_000 < inwoners.ander < 70_000
        assert een.afstand < 1
    geld = next(b for b in blad.themas if b.thema.id == "bestaanszekerheid")
    assert set(geld.groep.kenmerken) == {"inwoners", "aandeel_0_14", "aandeel_15_24", "stedelijkheid"}


def test_what_the_source_leaves_out_is_said_and_not_made_up(blad, bron):
    """Of eighteen municipalities the file has no figure on the Wmo."""
    leeg = {code for code, rij in bron.items() if rij["wmo_per_1000"] is None}
    assert len(leeg) == 18
    beeld = next(b for b in blad.themas if b.thema.id == "gezondheid-van-ouders")
    wmo = next(c for c in beeld.cijfers if c.cijfer.grootheid == "wmo_per_1000").cijfer
    assert set(wmo.zonder) == leeg & {een.code for een in beeld.groep.gelijken}
    assert not leeg & {code for code, _ in wmo.groep}


def test_size_is_told_of_what_is_over_residents_and_of_nothing_else(blad):
    getoond = {c.cijfer.grootheid: c.omvang for beeld in blad.themas for c in beeld.cijfers}
    assert getoond["aandeel_gescheiden"] == 2313  # 6.93% of 33,381
    assert getoond["laag_inkomen"] is None
