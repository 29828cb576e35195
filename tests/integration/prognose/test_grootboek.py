"""The ledger on a page: each amount of the mart at the taakveld of its product, each difference listed."""

import io

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook

from koers.actions.prognose.grootboek import compare_grootboek
from koers.domain.grootboek import Grootboekregel
from koers.domain.rollen import Rol
from koers.domain.weigering import Refused
from koers.registers.kern.models import LogRegel
from tests.wereld import ASSEN, MIDDEN_DRENTHE, make_actor, make_gemeente, make_medewerker, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture
def controller():
    return make_actor(Rol.CONTROLLER, MIDDEN_DRENTHE)


def booked(*posten, gemeente=MIDDEN_DRENTHE):
    return [Grootboekregel(gemeente, maand, taakveld, cent, None) for maand, taakveld, cent in posten]


def test_every_amount_stands_at_the_taakveld_of_its_product(kosten, controller):
    regels = booked(("2026-01", "6.72a", 15_050), ("2026-02", "6.74a", 701))
    regels += booked(("2026-01", "6.72a", 5), gemeente=ASSEN)
    _, uit, vreemd = compare_grootboek(by=controller, gemeente=MIDDEN_DRENTHE, regels=regels)
    assert [(r.taakveld, r.maand, r.monitor) for r in uit.gelijk] == [("6.72a", "2026-01", 15_050)]
    # Two taakvelden in contracts, and no contract at all: nobody can say, so it stands by itself.
    assert [(r.taakveld, r.maand, r.grootboek, r.monitor) for r in uit.verschillen] == [
        ("", "2026-02", None, 44),
        ("6.74a", "2026-02", 701, 700),
    ]
    assert vreemd == 1


def test_it_stands_in_the_log_and_nobody_sees_another_municipality(kosten, controller):
    compare_grootboek(by=controller, gemeente=MIDDEN_DRENTHE, regels=booked(("2026-01", "6.72a", 1)))
    regel = LogRegel.objects.get(onderwerp_soort="grootboek")
    assert regel.bijzonderheden == {"regels": 1}
    for by, code in (
        (make_actor(Rol.CONTROLLER, ASSEN), "niet_gevonden"),
        (make_actor(Rol.RAADSLID), "geen_recht"),
    ):
        with pytest.raises(Refused) as refused:
            compare_grootboek(by=by, gemeente=MIDDEN_DRENTHE, regels=None)
        assert refused.value.code == code


def page(client, naam=None, inhoud=b""):
    make_gemeente(MIDDEN_DRENTHE)
    sign_in(client, make_medewerker(Rol.CONTROLLER, MIDDEN_DRENTHE))
    data = {} if naam is None else {"bestand": SimpleUploadedFile(naam, inhoud)}
    return client.post(f"/wat-als/{MIDDEN_DRENTHE}/grootboek/", data)


CSV = f"""gemeente;maand;taakveld;bedrag_cent
{MIDDEN_DRENTHE};2026-01;6.72a;15050
{MIDDEN_DRENTHE};2026-02;6.74a;701
{MIDDEN_DRENTHE};2026-02;6.74a;veel
{ASSEN};2026-02;6.74a;1
"""


def test_the_page_lists_every_difference_and_every_row_that_does_not_fit(kosten, client):
    html = page(client, "boek.csv", CSV.encode()).content.decode()
    assert "Van 2026-01 tot en met 2026-02 staat er €\u00a0157,51 in het grootboek en €\u00a0157,94" in html
    assert "zijn er 1 gelijk en 2 anders." in html
    assert "Product zonder taakveld" in html
    assert "€\u00a00,01" in html
    assert "6.74a Jeugdhulp behandeling ggz zonder verblijf" in html
    assert "1 rij past niet en telt niet mee" in html
    assert "Rij 4, bedrag_cent" in html
    assert "1 rij is van een andere gemeente en telt niet mee." in html


def test_a_spreadsheet_that_fits_says_so(kosten, client):
    boek = Workbook()
    for rij in (
        ("gemeente", "maand", "taakveld", "bedrag_cent", "rekening"),
        (MIDDEN_DRENTHE, "2026-01", "6.72a", 15_050, "4001"),
    ):
        boek.active.append(rij)
    buffer = io.BytesIO()
    boek.save(buffer)
    html = page(client, "boek.xlsx", buffer.getvalue()).content.decode()
    assert "Van 2026-01 tot en met 2026-01 sluit alles aan, tot op de cent: €\u00a0150,50." in html
    assert "Wat verschilt" not in html


@pytest.mark.parametrize(
    ("naam", "inhoud"), [(None, b""), ("leeg.csv", b""), ("ander.csv", b"naam;bedrag\nx;1\n")]
)
def test_a_file_that_is_no_ledger_is_said_at_the_field(kosten, client, naam, inhoud):
    answer = page(client, naam, inhoud)
    assert answer.status_code == 422
    assert "veld__fout" in answer.content.decode()


def test_the_page_before_a_file_names_the_columns(kosten, client):
    make_gemeente(MIDDEN_DRENTHE)
    sign_in(client, make_medewerker(Rol.CONTROLLER, MIDDEN_DRENTHE))
    html = client.get(f"/wat-als/{MIDDEN_DRENTHE}/grootboek/").content.decode()
    assert "<code>taakveld</code>" in html
    assert "Wat verschilt" not in html
