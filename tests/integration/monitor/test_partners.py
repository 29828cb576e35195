"""What partners deliver: the same check in the browser and by command, nothing lost, nobody small shown."""

import json
from datetime import date
from pathlib import Path
from uuid import uuid4

import pytest
import time_machine
from click.testing import CliRunner
from django.core.files.uploadedfile import SimpleUploadedFile

from koers.actions.monitor.partners import read_leveringen, read_partnercijfers
from koers.analytics import disclosure
from koers.cli import koers
from koers.domain.aanlevering import SoortAanlevering
from koers.domain.actor import systeemactor
from koers.domain.rollen import Rol
from koers.domain.weigering import Refused
from koers.exchange.tabellen.invoer import deliver
from koers.registers.kern.models import LogRegel
from koers.registers.monitor.models import Aanlevering, Partnercijfer
from tests.wereld import MIDDEN_DRENTHE, make_actor, make_gemeente, make_medewerker, sign_in

pytestmark = pytest.mark.django_db
SYSTEEM = systeemactor("invoer", functionaris="controller")
ZAT = SoortAanlevering.SCHOOL_ZAT
KOP = "gemeente,periode,schoolsoort,besproken,op_school_geholpen,overgedragen"
GOED = f"{KOP}\nGM1731,2026-K1,basisonderwijs,40,25,9\nGM1731,2026-K1,mbo,12,4,2\n"
DEELS = (
    f"{KOP}\nGM1731,2026-K1,basisonderwijs,40,25,41\nGM0014,2026-K1,mbo,12,4,2\nGM1731,2026-K1,mbo,12,4,2\n"
)


@pytest.fixture(autouse=True)
def _now():
    make_gemeente(MIDDEN_DRENTHE)
    with time_machine.travel("2026-05-15T12:00:00+00:00", tick=False):
        yield


def bring(tekst, soort=ZAT, naam="zat.csv"):
    return deliver(by=SYSTEEM, soort=soort, inhoud=tekst.encode(), bestandsnaam=naam)


def standing(tabel="school_zat", periode="2026-K1"):
    return next(
        lev
        for lev in read_leveringen(by=SYSTEEM)
        if (lev.verwachting.afspraak.tabel, lev.verwachting.periode) == (tabel, periode)
    )


def held():
    rijen = Partnercijfer.objects.geldend().filter(tabel="school_zat")
    return {(r.groep, r.maat): r.aantal for r in rijen}


def test_a_table_comes_in_and_the_ledger_says_so():
    assert standing().stand == "te_laat"
    een = bring(GOED)
    assert (een.rijen, een.nieuw, een.geweigerd, een.cijfers_nieuw) == (2, 2, 0, 6)
    assert een.partner == "De Zorg Advies Teams van de scholen"
    lev = standing()
    assert (lev.stand, lev.missen, lev.laatste) == ("binnen", (), een.id)


def test_the_same_again_changes_nothing_and_a_correction_replaces_visibly():
    bring(GOED)
    again = bring(GOED)
    assert (again.ongewijzigd, again.nieuw, again.gewijzigd) == (2, 0, 0)
    assert Partnercijfer.objects.count() == 6
    better = bring(GOED.replace(",40,", ",44,"))
    assert (better.gewijzigd, better.cijfers_vervangen) == (1, 1)
    assert held()["basisonderwijs", "besproken"] == 44
    assert Partnercijfer.objects.filter(aantal=40, vervangen_door__isnull=False).exists()


def test_rows_that_do_not_fit_stay_out_with_every_reason_and_the_rest_goes_in():
    een = bring(DEELS)
    assert (een.rijen, een.nieuw, een.geweigerd) == (3, 1, 2)
    reasons = {(b.rijnummer, b.code) for b in Aanlevering.objects.get(pk=een.id).bevindingen.all()}
    assert reasons == {(2, "partner_meer_dan_geheel"), (3, "partner_gemeente")}
    assert set(held()) == {("mbo", m) for m in ("besproken", "op_school_geholpen", "overgedragen")}


def test_nothing_is_lost_when_a_file_is_refused():
    bring(GOED)
    before = held()
    with pytest.raises(Refused, match="kolom_onbekend"):
        bring(GOED.replace("schoolsoort", "schoolsoort,naam", 1).replace("mbo", "mbo,Jan"))
    with pytest.raises(Refused, match="alleen_kop"):
        bring(KOP + "\n")
    assert held() == before
    assert list(Aanlevering.objects.order_by("pk").values_list("code", flat=True)) == [
        "",
        "kolom_onbekend",
        "alleen_kop",
    ]
    assert standing().stand == "binnen"


def test_a_file_with_a_column_about_a_person_leaves_nothing_of_it():
    tekst = f"{KOP},bsn\nGM1731,2026-K1,mbo,12,4,2,999990019\n"
    with pytest.raises(Refused, match="kolom_onbekend"):
        bring(tekst)
    rij = Aanlevering.objects.get()
    assert "999990019" not in json.dumps(
        {f.name: str(getattr(rij, f.name)) for f in Aanlevering._meta.concrete_fields}
    )
    assert not rij.bevindingen.exists()


def test_what_could_be_a_person_in_a_cell_is_refused_and_not_repeated():
    een = bring(
        f"{KOP}\nGM1731,2026-K1,Jan Jansen,12,4,2\nGM1731,2026-K1,mbo,999990019,4,2\n"
        "Jan Jansen,2026-K1,mbo,12,4,2\n999990019,999990019,mbo,12,4,2\n"
    )
    gevonden = Aanlevering.objects.get(pk=een.id).bevindingen.all()
    assert een.geweigerd == een.rijen == 4
    assert "partner_te_groot" in {b.code for b in gevonden}
    assert not any("Jansen" in b.waarde or "999990019" in b.waarde for b in gevonden)


def test_a_row_twice_that_differs_counts_not_at_all():
    een = bring(GOED + "GM1731,2026-K1,mbo,13,4,2\n")
    assert een.geweigerd == 2
    assert ("mbo", "besproken") not in held()


def test_refused_stands_beside_what_is_still_missing():
    with pytest.raises(Refused):
        bring("dit is geen tabel van een school\n")
    lev = standing()
    assert (lev.stand, lev.laatste) == ("te_laat", Aanlevering.objects.get().pk)
    with time_machine.travel("2026-04-15T12:00:00+00:00", tick=False):
        assert standing().stand == "geweigerd"


def test_late_stands_first():
    leveringen = read_leveringen(by=SYSTEEM)
    standen = [lev.stand for lev in leveringen]
    assert standen[0] == "te_laat"
    assert standen == sorted(standen, key=["te_laat", "geweigerd", "deels", "verwacht", "binnen"].index)
    assert leveringen[0].verwachting.uiterlijk == min(lev.verwachting.uiterlijk for lev in leveringen)
    assert all(lev.verwachting.uiterlijk > date(2026, 1, 1) for lev in leveringen)


def shown(aanlevering):
    controller = make_actor(Rol.CONTROLLER)
    found = read_partnercijfers(by=controller, aanlevering_id=aanlevering, tabel="school_zat")
    return {regel.groep: [cel.waarde for cel in regel.cellen] for regel in found}


def test_a_group_under_five_is_not_shown_nor_a_rest_under_five():
    een = bring(GOED + "GM1731,2026-K1,voortgezet_onderwijs,20,17,0\n")
    assert shown(een.id) == {
        "basisonderwijs": [40, 25, 9],
        "mbo": [12, None, None],
        "voortgezet_onderwijs": [20, None, None],  # seventeen of twenty: three are left
    }
    assert LogRegel.objects.filter(handeling="read_partnercijfers").exists()


def test_planted_fault_showing_small_groups_is_met(monkeypatch):
    monkeypatch.setattr(disclosure, "KLEINSTE_ENQUETE", 1)
    een = bring(GOED)
    assert None not in shown(een.id)["mbo"]


# The browser and the command


def test_a_controller_hands_in_a_table_and_sees_why_rows_stay_out(client):
    sign_in(client, make_medewerker(Rol.CONTROLLER))
    form = client.get("/aanleveringen/nieuw/")
    assert "op_school_geholpen" in form.content.decode()
    page = client.post(
        "/aanleveringen/nieuw/",
        {
            "soort": "school_zat",
            "bestand": SimpleUploadedFile("zat.csv", DEELS.encode()),
            "formulier_id": uuid4(),
        },
        follow=True,
    )
    html = page.content.decode()
    assert "Dit is meer dan het geheel in de kolom besproken" in html
    assert "met deze partner niets afgesproken" in html
    assert "niet getoond" in html
    ledger = client.get("/aanleveringen/").content.decode()
    assert ledger.index("te laat") < ledger.index('id="binnen"')
    assert "leveringen van partners zijn te laat" in ledger
    assert "Zorg Advies Teams" in ledger


def test_the_command_does_the_same_check(tmp_path: Path):
    bestand = tmp_path / "zat.csv"
    bestand.write_text(DEELS)
    answer = CliRunner().invoke(koers, ["importeer", "partner", "school_zat", str(bestand), "--json"])
    assert answer.exit_code == 0, answer.stderr
    data = json.loads(answer.stdout)
    assert (data["rijen"], data["geweigerd"]) == (3, 2)
    assert {b["code"] for b in data["bevindingen"]} == {"partner_meer_dan_geheel", "partner_gemeente"}
    late = json.loads(CliRunner().invoke(koers, ["aanleveringen", "--verwacht", "--json"]).stdout)
    assert {
        "levering",
        "tabel",
        "periode",
        "uiterlijk",
        "stand",
        "missen",
        "aanlevering",
        "geweigerd",
    } == set(late[0])
    text = CliRunner().invoke(koers, ["aanleveringen", "--verwacht"]).stdout
    assert "te laat" in text
    assert CliRunner().invoke(koers, ["importeer", "partner", "niets", str(bestand)]).exit_code == 2


def test_every_table_has_its_schema():
    answer = json.loads(CliRunner().invoke(koers, ["tabellen", "school_zat", "--json"]).stdout)
    assert [k["kolom"] for k in answer[0]["kolommen"]] == KOP.split(",")
