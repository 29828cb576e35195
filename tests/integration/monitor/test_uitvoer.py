"""Tables to take away hold the same figures as their page, for the same people."""

import csv
import io

import pytest
from django.test import Client
from openpyxl import load_workbook

from koers.actions.monitor.regio import read_regio
from koers.domain.rollen import Rol
from koers.exchange.tabellen.invoer import load_shipped
from tests.wereld import actor_of, make_actor, make_medewerker, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def figures():
    load_shipped(by=make_actor(Rol.CONTROLLER))


def rows(answer):
    assert answer.status_code == 200
    assert answer["Content-Disposition"].startswith("attachment; filename=")
    return list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_the_state_of_the_region_goes_out_whole_with_its_sources(client, figures):
    found = rows(client.get("/regio/tabel.csv"))
    overzicht = read_regio(by=None)
    regels = (*overzicht.gemeenten, *overzicht.inkoopregios, overzicht.regio, overzicht.nederland)
    assert len(found) == sum(len(regel.cijfers) for regel in regels)
    md = [rij for rij in found if rij["gebied"] == "GM1731" and rij["grootheid"] == "jeugdzorg_in_natura"]
    assert [(rij["waarde"], rij["jaar"]) for rij in md] == [("11,2", "2021")]
    assert all(rij["bron"] for rij in found if rij["waarde"])


def test_excel_holds_the_same(client, figures):
    answer = client.get("/regio/tabel.xlsx")
    blad = load_workbook(io.BytesIO(answer.content)).active
    koppen = [cel.value for cel in blad[1]]
    waarden = [dict(zip(koppen, rij, strict=True)) for rij in blad.iter_rows(min_row=2, values_only=True)]
    uit_csv = rows(client.get("/regio/tabel.csv"))
    assert len(waarden) == len(uit_csv)
    for een, ander in zip(waarden, uit_csv, strict=True):
        assert ("" if een["waarde"] is None else str(een["waarde"]).replace(".", ",")) == ander["waarde"]


@pytest.mark.parametrize("address", ["/regio/tabel.pdf", "/indicatoren/bestaat-niet/tabel.csv"])
def test_what_is_not_there_is_404(client, figures, address):
    assert client.get(address).status_code == 404


def test_exact_figures_go_to_no_one_else(client):
    assert client.get("/indicatoren/aandeel-specialistisch/intern/tabel.csv").status_code == 302
    raadslid = make_medewerker(Rol.RAADSLID)
    eigen = Client()
    sign_in(eigen, raadslid)
    assert eigen.get("/indicatoren/aandeel-specialistisch/intern/tabel.csv").status_code == 404
    assert actor_of(raadslid).rol is Rol.RAADSLID
