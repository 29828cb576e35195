"""De badkuip in parts: counted by hand, equal in both engines, and only for one's own municipality."""

import csv
import io
import json
from datetime import UTC, date, datetime

import pytest
import time_machine

from koers.actions.monitor.mart import refresh_mart
from koers.actions.zorg.toewijzen import register_start
from koers.analytics.areas import Area
from koers.analytics.bathtub_parts import SPLITSINGEN, basin_parts
from koers.analytics.engines import engine
from koers.analytics.model.windows import named_window
from koers.domain.actor import systeemactor
from koers.domain.rollen import Rol
from koers.domain.spells import Spell, Verwijzing
from koers.registers.klok import vandaag
from tests.integration.monitor.test_badkuip import map_, mart, run  # noqa: F401  the same small world
from tests.wereld import (
    ASSEN,
    MIDDEN_DRENTHE,
    give_help,
    make_actor,
    make_familie,
    make_gemeente,
    make_medewerker,
    make_organisatie,
    make_product,
    sign_in,
)

# ruff: noqa: F811  fixtures that were imported
# Level, began, stopped, there at the end of 2022; stopped in 2021, of which back within 12 months.
MET_DE_HAND = [
    (4, 0, 0, 0, 1, 0),  # c went on to level 6: that is no return to level 4
    (5, 0, 1, 0, 1, 0),  # a stopped in June 2021, b on the last day of it
    (6, 0, 0, 1, 1, 1),  # c stopped in February 2021 and came back in December
    (8, 0, 0, 1, 0, 0),
    ("samen", 0, 1, 1, 2, 1),
]
KOLOMMEN = (
    "groep",
    "instroom",
    "uitstroom",
    "stand_31_december",
    "gestopt_jaar_ervoor",
    "terug_binnen_12_maanden",
)


def test_the_parts_are_counted_as_by_hand(map_):
    asked = ("--bron", map_, "--gebied", "GM1731", "--tot", 2022, "--per", "niveau")
    rijen = json.loads(run(*asked, "--json").stdout)["verdeling"]
    assert [tuple(rij[naam] for naam in KOLOMMEN) for rij in rijen] == MET_DE_HAND
    assert {(rij["jaar"], rij["klasse"], rij["per"]) for rij in rijen} == {(2022, "intern", "niveau")}
    text = run(*asked).stdout
    assert "Hulp stopte in 2021 2 keer; 1 keer begon zij binnen 12 maanden opnieuw (50%)." in text
    assert "niveau 6: " in text


def test_coming_back_counts_to_the_last_of_twelve_months():
    """365 days after the last day of help it is a return, a day later it is not."""

    def spell(wie, begin, einde=None):
        at = datetime(2022, 12, 1, tzinfo=UTC)
        return Spell(wie, "2010-03", "M", "GM1731", "A", 5, "45A04", "11111111", begin, einde, at)

    spells = [
        spell("op-tijd", date(2021, 1, 1), date(2021, 6, 30)),
        spell("op-tijd", date(2022, 6, 30)),
        spell("te-laat", date(2021, 1, 1), date(2021, 6, 30)),
        spell("te-laat", date(2022, 7, 1)),
    ]
    for naam in ("in_memory", "kernels"):
        found = parts(naam, {"spells": spells}, "niveau", "2022")
        assert (found.geheel.gestopt, found.geheel.terug) == (2, 1), naam


def parts(naam, tabellen, per, jaar):
    motor = engine(naam)
    area = Area("GM1731", "Midden-Drenthe", ("GM1731",))
    data = motor.load_rows(tabellen)
    return basin_parts(motor, data, area, named_window(jaar), per, specialistisch=True)


@pytest.mark.parametrize("per", SPLITSINGEN)
def test_a_slow_and_obvious_engine_gives_the_same_parts(per):
    at = datetime(2022, 12, 1, tzinfo=UTC)
    spells, verwijzingen = [], []
    for n in range(60):
        begin = date(2020 + n % 3, 1 + n % 12, 1 + n % 28)
        einde = None if n % 5 == 0 else date(2021 + n % 2, 1 + (n * 7) % 12, 1 + n % 28)
        if einde is not None and einde < begin:
            einde = None
        wie, maand = f"j{n % 23}", f"20{5 + n % 12:02}-0{1 + n % 9}"
        agb = None if n % 7 == 0 else f"{n % 4:08}"
        spells.append(
            Spell(wie, maand, "M", "GM1731", "ABC"[n % 3], 3 + n % 6, f"p{n % 5}", agb, begin, einde, at)
        )
        verwijzingen.append(
            Verwijzing(
                jeugdige=wie,
                geboortemaand=maand,
                gemeente="GM1731",
                datum=date(2022, 1, 1),
                route="B",
                verwijzer="huisarts",
                praktijk=None if n % 9 == 0 else f"praktijk-{n % 3}",
                kanaal=None,
                team=None,
                herindicatie=False,
                niveau=4 + n % 2,
                product="p1",
                hulp_begindatum=None if n % 4 == 0 else date(2022, 1 + n % 12, 2),
                vastgelegd_at=at,
            )
        )
    tabellen = {"spells": spells, "verwijzingen": verwijzingen}
    slow, fast = (parts(naam, tabellen, per, "2022") for naam in ("in_memory", "kernels"))
    assert slow == fast
    assert len(slow.delen) > 2
    if per == "praktijk":
        assert sum(deel.instroom for deel in slow.delen) == slow.geheel.instroom == 45
        assert slow.delen[-1].groep is None


def test_an_unknown_split_and_a_missing_table_get_a_sentence(map_):
    asked = ("--bron", map_, "--gebied", "GM1731", "--tot", 2022, "--per")
    strange, lacks = run(*asked, "sterrenbeeld"), run(*asked, "praktijk")
    assert strange.exit_code == lacks.exit_code == 1
    assert "route, niveau, product, aanbieder, leeftijd, praktijk" in strange.stderr
    assert "tabel verwijzingen nodig" in lacks.stderr


@pytest.mark.django_db
def test_the_page_splits_and_gives_the_same_to_take_away_of_the_own_municipality_only(client, mart):
    make_gemeente(ASSEN)
    product, by = make_product(make_organisatie(MIDDEN_DRENTHE, "aanbieder")), make_actor(Rol.JEUGDCONSULENT)
    with time_machine.travel("2025-05-01T12:00:00+00:00", tick=False):
        familie = give_help(by, make_familie(by, "Kanarie"), product)
        register_start(by=by, toewijzing_id=familie.toewijzing, datum=vandaag())
    refresh_mart(by=systeemactor("mart", functionaris="controller"))
    assert client.get(f"/badkuip/{MIDDEN_DRENTHE}/tabel.csv").status_code == 302
    sign_in(client, make_medewerker(Rol.CONTROLLER))
    page = client.get(f"/badkuip/{MIDDEN_DRENTHE}/?per=niveau").content.decode()
    assert "niveau 5" in page
    file = client.get(f"/badkuip/{MIDDEN_DRENTHE}/tabel.csv?per=niveau")
    assert "per-niveau-intern" in file["Content-Disposition"]
    rows = list(csv.DictReader(io.StringIO(file.content.decode("utf-8-sig")), delimiter=";"))
    assert [(rij["groep"], rij["instroom"]) for rij in rows] == [("5", "1"), ("samen", "1")]
    years = client.get(f"/badkuip/{MIDDEN_DRENTHE}/tabel.csv").content.decode("utf-8-sig")
    assert {"jaar", "instroom", "duur_mediaan", "groei_door_instroom"} <= set(
        years.splitlines()[0].split(";")
    )
    assert client.get(f"/badkuip/{MIDDEN_DRENTHE}/?per=sterrenbeeld").status_code == 404
    for weg in ("", "tabel.csv", "tabel.csv?per=niveau"):
        assert client.get(f"/badkuip/{ASSEN}/{weg}").status_code == 404
    assert client.get(f"/badkuip/{MIDDEN_DRENTHE}/tabel.exe").status_code == 404


def test_planted_a_return_that_is_not_followed_to_its_end_is_seen(map_, monkeypatch):
    """Counted over the last year itself, nobody had the time to come back."""
    right = basin_parts

    def this_year(motor, data, area, venster, per, *, specialistisch):
        return right(motor, data, area, venster.in_year(venster.jaar + 1), per, specialistisch=specialistisch)

    monkeypatch.setattr("koers.actions.monitor.badkuip.basin_parts", this_year)
    with pytest.raises(AssertionError):
        test_the_parts_are_counted_as_by_hand(map_)
