"""Steps between levels and stay per level of an own municipality: exact, logged, drawn beside its table."""

import csv
import io
from datetime import date
from xml.etree import ElementTree

import pytest
import time_machine
from django.urls import reverse

from koers.actions.monitor import wegen as module
from koers.actions.monitor.mart import refresh_mart
from koers.actions.monitor.wegen import read_wegen
from koers.actions.zorg.toewijzen import register_start, register_stop
from koers.analytics.disclosure import disclose
from koers.domain.actor import systeemactor
from koers.domain.rollen import Rol
from koers.domain.weigering import Refused
from koers.presentation.wegen import plain_rows, sheet
from koers.registers.kern.models import LogRegel
from tests.wereld import (
    ASSEN,
    MIDDEN_DRENTHE,
    give_help,
    make_actor,
    make_familie,
    make_medewerker,
    make_organisatie,
    make_product,
    sign_in,
)

pytestmark = pytest.mark.django_db
SYSTEEM = systeemactor("mart", functionaris="controller")


@pytest.fixture(autouse=True)
def mart(settings, tmp_path):
    """Three children at level 5 from March 2025; one goes on at level 7 in June, one stops, one stays."""
    settings.MART = tmp_path / "mart"
    module._from_mart.cache_clear()
    by = make_actor(Rol.JEUGDCONSULENT)
    aanbieder = make_organisatie(MIDDEN_DRENTHE, "aanbieder")
    with time_machine.travel("2025-03-03T12:00:00+00:00", tick=False):
        light, heavy = make_product(aanbieder), make_product(aanbieder, niveau=7, code="45A07")
        families = [give_help(by, make_familie(by, naam), light) for naam in ("Anker", "Berg", "Duin")]
        for familie in families:
            register_start(by=by, toewijzing_id=familie.toewijzing, datum=date(2025, 3, 3))
    with time_machine.travel("2025-06-02T12:00:00+00:00", tick=False):
        for familie in families[:2]:
            register_stop(by=by, toewijzing_id=familie.toewijzing, datum=date(2025, 6, 1), reden="01")
        more = give_help(by, families[0], heavy)
        register_start(by=by, toewijzing_id=more.toewijzing, datum=date(2025, 6, 2))
    with time_machine.travel("2026-03-02T12:00:00+00:00", tick=False):
        refresh_mart(by=SYSTEEM)
        yield


def seen(by=None, gemeente=MIDDEN_DRENTHE, **more):
    return read_wegen(by=by or make_actor(Rol.CONTROLLER), gemeente=gemeente, **more)


def test_which_level_follows_and_how_long_each_takes():
    blad = seen()
    numbers = {cel.sleutel: cel.waarde for cel in blad.tabel.cellen}
    assert numbers == {
        ("stap", "5", "7"): 1,
        ("stap", "5", "niets"): 2,
        ("stap", "7", "niets"): 1,
        ("risico", "5", "91"): 3,
        ("gestopt", "5", "91"): 2,
        ("lopend", "5", "303"): 1,
        ("lopend", "7", "212"): 1,
    }
    vel = sheet(blad)
    assert vel.kernzin.endswith("1 keer een ander niveau. Het vaakst niveau 7 na niveau 5: 1 keer.")
    assert [(s.van, s.naar, s.keren, s.deel) for s in vel.stappen] == [
        ("niveau 5", "niveau 7", "1", "33%"),
        ("niveau 5", "geen ander niveau", "2", "67%"),
        ("niveau 7", "geen ander niveau", "1", "100%"),
    ]
    vijf, zeven = (dict(regel.cellen) for regel in vel.duur)
    assert (vijf["Helft is klaar na"], vijf["Na 91 dagen nog hulp"]) == (
        "91 dagen, onzeker",
        "33%, onzeker",
    )
    assert vijf["Na 365 dagen nog hulp"] == "nog niet te zeggen"
    assert (vijf["Gestopt"], vijf["Loopt nog"]) == ("2", "1")
    assert (zeven["Helft is klaar na"], zeven["Na 91 dagen nog hulp"]) == ("nog niet te zeggen", "100%")


def test_the_drawings_hold_the_numbers_of_their_tables():
    vel = sheet(seen())
    bands = ElementTree.fromstring(vel.beeld)
    texts = [een.text for een in bands.iter("text")]
    assert {"niveau 5: 3", "niveau 7: 1", "geen ander niveau: 3"} <= set(texts)
    thick = [_thickness(een.get("d")) for een in bands.iter("path")]
    assert thick == pytest.approx([65, 130, 65])  # of 260 together: one, two and one of four steps
    vijf, zeven = (ElementTree.fromstring(regel.beeld) for regel in vel.duur)
    for picture, marks in ((vijf, 1), (zeven, 1)):
        assert sum(een.get("class") == "duurlijn__merk" for een in picture.iter("line")) == marks
        assert picture.get("role") == "img"
    falls = [
        een for een in vijf.iter("line") if een.get("class").startswith("verloop__lijn") and _is_fall(een)
    ]
    assert [een.get("class") for een in falls] == ["verloop__lijn waaier__lijn--zonder"]  # of three: not sure
    assert float(falls[0].get("y2")) - float(falls[0].get("y1")) == pytest.approx(162 * 2 / 3, abs=0.02)
    assert not [
        een for een in zeven.iter("line") if een.get("class").startswith("verloop__lijn") and _is_fall(een)
    ]


def _thickness(path):
    """How high a band is where it begins: from its first point to its last one."""
    begin, eind = path.split()[0], path.split()[-2]
    return float(eind.split(",")[1]) - float(begin.split(",")[1])


def _is_fall(een):
    return een.get("x1") == een.get("x2")


def test_only_own_municipalities_only_for_who_steers_and_always_logged():
    by = make_actor(Rol.BELEIDSADVISEUR)
    seen(by)
    regel = LogRegel.objects.get(handeling="read_badkuip", onderwerp_soort="wegen")
    assert (regel.by_id, regel.onderwerp_id) == (by.id, MIDDEN_DRENTHE)
    for ander in (ASSEN, "GM9999"):
        with pytest.raises(Refused, match="niet_gevonden"):
            seen(by, ander)
    for rol in (Rol.WETHOUDER, Rol.JEUGDCONSULENT, Rol.CONTRACTMANAGER):
        with pytest.raises(Refused, match="geen_recht"):
            seen(make_actor(rol))


def test_the_page_and_the_file(client):
    sign_in(client, make_medewerker(Rol.CONTROLLER))
    adres = reverse("badkuip-wegen", args=[MIDDEN_DRENTHE])
    assert adres in client.get(reverse("badkuip", args=[MIDDEN_DRENTHE])).content.decode()
    tekst = client.get(adres).content.decode()
    assert "Intern: exacte cijfers" in tekst
    assert 'id="duur-5"' in tekst
    antwoord = client.get(reverse("badkuip-wegen-tabel", args=[MIDDEN_DRENTHE, "csv"]))
    assert "intern" in antwoord.headers["Content-Disposition"]
    rijen = list(csv.DictReader(io.StringIO(antwoord.content.decode("utf-8-sig")), delimiter=";"))
    assert len(rijen) == len(plain_rows(seen()))
    assert {rij["klasse"] for rij in rijen} == {"intern"}
    curve = [rij for rij in rijen if rij["wat"] == "nog_hulp"]
    assert [(rij["niveau"], rij["naar_of_dagen"], rij["waarde"]) for rij in curve] == [("5", "91", "0,3333")]
    assert client.get(reverse("badkuip-wegen", args=[ASSEN])).status_code == 404


def test_without_figures_the_page_says_so(settings, tmp_path, client):
    settings.MART = tmp_path / "leeg"
    sign_in(client, make_medewerker(Rol.CONTROLLER))
    assert (
        "staan hier de wegen" in client.get(reverse("badkuip-wegen", args=[MIDDEN_DRENTHE])).content.decode()
    )


def test_planted_another_class_would_change_what_is_told(monkeypatch):
    monkeypatch.setattr(module, "show_internal", lambda tabel, doel: disclose(tabel))
    blad = seen()
    assert blad.tabel.klasse == "openbaar"
    assert blad.tabel.cell("stap", "5", "7").waarde is None
