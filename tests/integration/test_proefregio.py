"""The synthetic Drenthe in the register: every row that was made is there, under one logged act."""

from datetime import date

import numpy as np
import pytest
from django.db import IntegrityError, connection, transaction

from koers.actions.monitor.mart import refresh_mart
from koers.actions.proefregio import laden, load_proefregio
from koers.domain.actor import systeemactor
from koers.domain.weigering import Refused
from koers.registers.bulk import insert_rows
from koers.registers.kern.models import Gezag, Inschrijving, LogRegel, Organisatie, Persoon
from koers.registers.monitor.models import Bevolking
from koers.registers.toegang.models import Maatregel, MaatregelEinde
from koers.simulation.proefregio import codes
from tests.databank import in_handeling

pytestmark = pytest.mark.django_db
VRAAG = {"seed": 1, "schaal": 0.01, "tot": date(2023, 6, 30)}
SYSTEEM = systeemactor("proefregio", functionaris="functioneel beheerder")
# Where a table of the register is called otherwise than the table it was made from.
GEMAAKT = {
    "wijzigingen": "toewijzing_wijzigingen",
    "trajectstappen": "traject_feiten",
    "voorliggend": "voorziening_gebruik",
    "bewoning": "bewoning",
}
AFGELEID = {"contractproducten", "ouderschap", "zoekwoorden"}


@pytest.fixture
def lading():
    return load_proefregio(by=SYSTEEM, demo=True, **VRAAG)


def test_every_row_that_was_made_is_in_the_register_under_one_logged_act(lading):
    made = {
        naam: len(getattr(lading.regio, GEMAAKT.get(naam, naam))) for naam in lading.rijen.keys() - AFGELEID
    }
    assert lading.rijen | made == lading.rijen
    regel = LogRegel.objects.get(handeling="load_proefregio")
    assert regel.onderwerp_id == lading.regio.vingerafdruk()
    assert regel.bijzonderheden["rijen"] == lading.rijen
    with in_handeling():
        assert Persoon.objects.count() == lading.rijen["personen"]
        assert Inschrijving.objects.count() == lading.rijen["inschrijvingen"] > 1000


def test_who_has_no_parent_with_gezag_has_an_institution_as_guardian(lading):
    gezag = lading.regio.gezag
    voogden = int((gezag["soort"] == codes.GEZAG.index("voogd_instelling")).sum())
    assert voogden > 0
    with in_handeling():
        rows = Gezag.objects.filter(instelling__isnull=False)
        assert rows.count() == voogden
        assert set(rows.values_list("soort", "instelling__soort", "houder")) == {
            ("voogdij", "gecertificeerde_instelling", None)
        }


def test_measures_run_or_ended_as_they_were_made(lading):
    made = lading.regio.maatregelen
    with in_handeling():
        per_soort = {code: Maatregel.objects.filter(soort=str(code)).count() for code in codes.MAATREGEL_CBS}
        ended = MaatregelEinde.objects.count()
        assert not MaatregelEinde.objects.filter(maatregel__datum__gt=date(2023, 6, 30)).exists()
    assert per_soort == {
        code: int((made["soort"] == nummer).sum()) for nummer, code in enumerate(codes.MAATREGEL_CBS)
    }
    assert 0 < ended < len(made)


def test_schools_belong_to_their_own_municipality(lading):
    scholen = Organisatie.objects.filter(soort__in=("school", "kinderopvang"))
    assert {school.gemeenten.count() for school in scholen} == {1}
    with in_handeling():
        elders = Inschrijving.objects.exclude(instelling__soort__in=("school", "kinderopvang"))
        assert not elders.exists()


def test_the_mart_holds_a_spell_for_every_start_and_every_going_on_after_a_pause(lading):
    feiten = lading.regio.traject_feiten
    geldig = feiten[~np.isin(feiten["id"], feiten["vervangt"])]
    begun = int(np.isin(geldig["soort"], (codes.START, codes.HERVATTING)).sum())
    assert refresh_mart(by=SYSTEEM).rijen["spells"] == begun > (geldig["soort"] == codes.START).sum()


@pytest.mark.parametrize("demo", [True, False])
def test_it_goes_only_into_an_empty_demo(demo):
    if demo:
        load_proefregio(by=SYSTEEM, demo=True, **(VRAAG | {"schaal": 0.002}))
    with pytest.raises(Refused) as refused:
        load_proefregio(by=SYSTEEM, demo=demo, **VRAAG)
    assert refused.value.code == ("proefregio_niet_leeg" if demo else "proefregio_alleen_in_demo")


def _indexes() -> dict[str, str]:
    """Every index of the database by name, as it was made."""
    sqlite = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL"
    postgresql = "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = current_schema()"
    with connection.cursor() as cursor:
        cursor.execute(postgresql if connection.vendor == "postgresql" else sqlite)
        return dict(cursor.fetchall())


def test_loading_leaves_every_index_as_it_was():
    before = _indexes()
    load_proefregio(by=SYSTEEM, demo=True, **VRAAG)
    assert len(before) > 100
    assert _indexes() == before


def test_a_load_that_breaks_off_leaves_rows_and_indexes_as_they_were(monkeypatch):
    before = _indexes()
    monkeypatch.setattr(laden.Feiten, "load", lambda feiten: 1 // 0)
    with pytest.raises(ZeroDivisionError):
        load_proefregio(by=SYSTEEM, demo=True, **VRAAG)
    with in_handeling():
        assert not Persoon.objects.exists()
    assert _indexes() == before


def test_rows_that_are_there_twice_are_refused_when_the_index_is_made():
    """A unique index that is made afterwards still refuses; what came before it in the act goes back too."""
    with in_handeling(), pytest.raises(IntegrityError), transaction.atomic():
        insert_rows(
            Bevolking,
            ("gemeente_code", "jaar", "leeftijd", "aantal", "synthetisch"),
            [("GM1731", 2024, 3, 10, True)] * 2,
        )
    with in_handeling():
        assert not Bevolking.objects.exists()
