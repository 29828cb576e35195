"""Kept scenarios in a report: chosen by who writes, told as everybody may know it, frozen when signed."""

import io
import re
import zipfile
from datetime import date
from uuid import uuid4

import pytest
import time_machine
from django.urls import reverse
from django.utils import translation

from koers.actions.handeling import act
from koers.actions.prognose.scenarios import withdraw_scenario
from koers.actions.sturing import scenariodeel
from koers.actions.sturing.lezen import read_hoofdstuk, read_rapportage
from koers.actions.sturing.rapportages import (
    correct_rapportage,
    publish_rapportage,
    submit_rapportage,
    write_hoofdstuk,
)
from koers.domain.disclosed import CelStatus, DisclosedCell, DisclosedTable, Klasse
from koers.domain.hefbomen import KNOPPEN, Inzet
from koers.domain.rapportages import digest
from koers.domain.rollen import Rol
from koers.domain.scenario import MEESTE_IN_HOOFDSTUK, Wens
from koers.domain.weigering import Refused
from koers.exchange.documents.rapportage import make_rapportage
from koers.registers.kern.models import Medewerker
from koers.registers.klok import nu
from koers.registers.prognose.models import Scenario
from tests.integration.sturing.rapportwereld import NU, begin, make_schrijvers, write_all
from tests.wereld import ASSEN, MIDDEN_DRENTHE, actor_of, make_actor, make_gemeente, make_medewerker, sign_in

pytestmark = pytest.mark.django_db
HOOFDSTUK = "hoofdlijn"
GEHEIM = "Alleen voor collega’s."


@pytest.fixture(autouse=True)
def _now():
    with time_machine.travel(NU, tick=False), translation.override("nl"):
        yield


@pytest.fixture
def wie():
    make_gemeente(MIDDEN_DRENTHE)
    return make_schrijvers()


def year(jaar, verwacht, onder, boven, kans=0.834):
    return {
        "jaar": jaar,
        "aandeel": round(100 * verwacht / 1000, 2),
        "onder": round(100 * onder / 1000, 2),
        "boven": round(100 * boven / 1000, 2),
        "kans": kans,
        "jeugd": {"verwacht": verwacht, "onder": onder, "boven": boven},
        "inwoners": 1000,
    }


def keep(by, naam="Meer POH", gemeente=MIDDEN_DRENTHE, jaren=None, **uitkomst):
    """A kept scenario with these years; the first is the running one."""
    wens = Wens((Inzet(KNOPPEN["instroom-arts"], 20, date(2027, 1, 1), 12),), None, 2027)
    jaren = [year(2026, 93, 91, 96), year(2027, 83, 71, 97), year(2028, 6, 2, 13)] if jaren is None else jaren
    with act("keep_scenario", by=by):
        return Scenario.objects.create(
            gemeente_id=gemeente,
            datum=date(2026, 2, 1),
            vastgelegd_at=nu(),
            vastgelegd_door=by.id,
            naam=naam,
            toelichting=GEHEIM,
            vraag=wens.plain() | {"doel": "8.5"},
            uitkomst={"tot": "2026-01-31", "jaren": jaren} | uitkomst,
        ).pk


def write(wie, rapportage, *scenarios, versie=1):
    return write_hoofdstuk(
        by=wie.controller,
        rapportage_id=rapportage,
        hoofdstuk=HOOFDSTUK,
        tekst="Zie het scenario.",
        op_versie=versie,
        scenarios=scenarios,
    )


def part(by, rapportage):
    inhoud = read_rapportage(by=by, rapportage_id=rapportage).inhoud
    return next(een for een in inhoud["hoofdstukken"] if een["id"] == HOOFDSTUK)["scenariodeel"]


def signed(wie, *scenarios):
    rapportage = write_all(wie, begin(wie))
    write(wie, rapportage, *scenarios)
    submit_rapportage(by=wie.controller, rapportage_id=rapportage)
    publish_rapportage(by=wie.wethouder, rapportage_id=rapportage)
    return rapportage


def exact_numbers(deel):
    """Which true numbers of the kept scenario stand in a chapter; a planted fault lets them through."""
    told = re.findall(r"\d+", str([een["jaren"] for een in deel]))
    return {"83", "71", "97", "6", "2", "13", "93"} & set(told)


def test_figures_of_a_report_are_rounded_small_ones_are_not_there_and_nor_is_the_running_year(wie):
    rapportage = write_all(wie, begin(wie))
    write(wie, rapportage, keep(wie.controller))
    for by in (wie.controller, wie.wethouder):  # who signs sees the same, without the right to work with them
        (een,) = part(by, rapportage)
        assert (een["naam"], een["door"], een["datum"]) == ("Meer POH", wie.controller.naam, "2026-02-01")
        straks, klein = een["jaren"]
        assert straks["aantal"] == {"verwacht": 85, "onder": 70, "boven": 95}
        assert straks["deel"] == {"verwacht": "8.5", "onder": "7.0", "boven": "9.5"}
        assert straks["kans"] == 85
        assert (klein["aantal"]["verwacht"], klein["deel"]["verwacht"], klein["kans"]) == (None, None, None)
        assert GEHEIM not in str(een)
        assert exact_numbers([een]) == set()


def test_an_exit_that_rounds_nothing_is_seen(wie, monkeypatch):
    def leaky(tabel):
        cellen = tuple(DisclosedCell(s, CelStatus.GETOOND, n, n, n) for s, n in tabel.cellen.items())
        return DisclosedTable(tabel.maat, tabel.dimensies, cellen, Klasse.OPENBAAR)

    monkeypatch.setattr(scenariodeel, "disclose", leaky)
    rapportage = write_all(wie, begin(wie))
    write(wie, rapportage, keep(wie.controller))
    assert exact_numbers(part(wie.controller, rapportage)) >= {"83", "71", "97"}


def test_signing_freezes_it_whatever_becomes_of_the_scenario(wie):
    scenario = keep(wie.controller)
    rapportage = signed(wie, scenario)
    before = read_rapportage(by=wie.wethouder, rapportage_id=rapportage)
    withdraw_scenario(by=wie.controller, gemeente=MIDDEN_DRENTHE, scenario_id=scenario)
    after = read_rapportage(by=wie.wethouder, rapportage_id=rapportage)
    assert after.inhoud == before.inhoud
    assert digest(after.inhoud) == before.sha256
    assert len(part(wie.wethouder, rapportage)) == 1
    # A new edition begins with the same choice, and tells of what is still kept.
    again = correct_rapportage(by=wie.controller, rapportage_id=rapportage, reden="Het klopte niet.")
    assert part(wie.controller, again) == []
    stand = read_hoofdstuk(by=wie.controller, rapportage_id=again, hoofdstuk=HOOFDSTUK)[1]
    assert stand.scenarios == (scenario,)
    assert stand.te_kiezen == ()


def test_every_form_says_it_in_words_and_a_table(wie):
    rapportage = signed(wie, keep(wie.controller))
    html = make_rapportage(by=wie.wethouder, rapportage_id=rapportage, vorm="html").decode()
    with zipfile.ZipFile(
        io.BytesIO(make_rapportage(by=wie.wethouder, rapportage_id=rapportage, vorm="docx"))
    ) as docx:
        woord = docx.read("word/document.xml").decode()
    for tekst in (html, woord):
        assert "Scenario: Meer POH" in tekst
        assert "naar verwachting ongeveer 8,5% van de jeugdigen" in tekst
        assert "7,0% tot 9,5%" in tekst
        assert "ongeveer 85%" in tekst
        assert "in de band liggen er 95 van de 100" in tekst
        assert wie.controller.naam in tekst
        assert "niet te tonen" in tekst
        assert GEHEIM not in tekst
    assert make_rapportage(by=wie.wethouder, rapportage_id=rapportage, vorm="pdf").startswith(b"%PDF")


def test_only_what_is_kept_here_with_its_counts_can_be_chosen(wie):
    make_gemeente(ASSEN)
    rapportage = write_all(wie, begin(wie))
    elders = keep(make_actor(Rol.CONTROLLER, ASSEN), gemeente=ASSEN)
    vroeger = keep(wie.controller, jaren=[{"jaar": 2027, "aandeel": 8, "onder": 7, "boven": 9, "kans": None}])
    for scenario in (elders, vroeger, uuid4()):
        with pytest.raises(Refused) as refused:
            write(wie, rapportage, scenario)
        assert refused.value.code == "hoofdstuk_scenario_onbekend"
    veel = [keep(wie.controller, f"Nummer {n}") for n in range(MEESTE_IN_HOOFDSTUK + 1)]
    with pytest.raises(Refused) as refused:
        write(wie, rapportage, *veel)
    assert refused.value.code == "hoofdstuk_scenarios_veel"
    assert part(wie.controller, rapportage) == []


def test_a_writer_ticks_it_on_the_page_and_finds_it_ticked(client, wie):
    rapportage = write_all(wie, begin(wie))
    medewerker = make_medewerker(Rol.CONTROLLER, naam="Gert")
    sign_in(client, medewerker)
    adres = reverse("rapportage-hoofdstuk", args=[rapportage, HOOFDSTUK])
    leeg = client.get(adres).content.decode()
    assert "Bewaarde scenario" not in leeg
    assert "Voor deze gemeente is er nog geen bewaard. Dat is geen probleem" in leeg
    scenario = keep(actor_of(Medewerker.objects.get(pk=medewerker.pk)))
    vol = client.get(adres).content.decode()
    assert "Meer POH (Gert, 1 februari 2026)" in vol
    assert "nog geen bewaard" not in vol
    velden = {"formulier_id": uuid4(), "op_versie": 1, "tekst": "Zie hieronder."}
    assert client.post(adres, velden | {"scenarios": [str(uuid4())]}).status_code == 422
    assert client.post(adres, velden | {"scenarios": [str(scenario)]}).status_code == 302
    assert re.search(rf'value="{scenario}"[^>]*checked', client.get(adres).content.decode())
    html = client.get(reverse("rapportage", args=[rapportage])).content.decode()
    assert "Scenario: Meer POH" in html
