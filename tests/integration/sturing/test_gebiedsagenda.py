"""The gebiedsagenda through the acts: nothing is typed twice or lost, and nobody else reads it."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from koers.actions.kern.demo import create_demo, demo_actor
from koers.actions.sturing import gebiedsagenda as acts
from koers.actions.sturing import gebiedsagenda_lezen
from koers.actions.sturing.demo_gebiedsagenda import seed_gebiedsagenda
from koers.actions.sturing.gebiedsagenda import (
    correct_bijeenkomst,
    finish_gebiedsafspraak,
    hold_bijeenkomst,
    move_gebiedsafspraak,
    reopen_gebiedsafspraak,
    write_aanwezigen,
)
from koers.actions.sturing.gebiedsagenda_lezen import (
    read_afspraak,
    read_bijeenkomst,
    read_bronnen,
    read_gebiedsagenda,
)
from koers.actions.sturing.gebiedsbereik import internal_reach
from koers.actions.toegang.school import withdraw_schoolwerk
from koers.domain.actor import systeemactor
from koers.domain.disclosed import Klasse
from koers.domain.gebiedsagenda import NieuweBijeenkomst
from koers.domain.rollen import Rol
from koers.domain.weigering import Refused
from koers.registers.kern.models import LogRegel
from koers.registers.kern.verbinding import acting
from koers.registers.klok import vandaag
from koers.registers.sturing.models import Gebiedsaanwezigheid, Partnerbijdrage
from koers.registers.toegang.models import LichteGroep
from tests.gebiedswereld import GEBIED, after, group, hold, own, partner, promise, quarter, tell
from tests.wereld import ASSEN, MIDDEN_DRENTHE, make_actor, make_organisatie

pytestmark = pytest.mark.django_db


@pytest.fixture
def adviser():
    return make_actor(Rol.BELEIDSADVISEUR)


@pytest.fixture
def welzijn():
    return partner()


def refused(do, **kwargs) -> str:
    with pytest.raises(Refused) as found:
        do(**kwargs)
    return found.value.code


def meeting(by, id):
    return read_bijeenkomst(by=by, bijeenkomst_id=id)[1]


# --- meetings ---------------------------------------------------------------------------------------


def test_partners_meet_once_per_area_and_quarter(adviser):
    hold(adviser)
    with pytest.raises(Refused, match="bijeenkomst_bestaat"):
        hold(adviser)
    hold(adviser, "westerbork")
    hold(adviser, back=2)
    beeld = read_gebiedsagenda(by=adviser)
    assert [(een.id, len(een.bijeenkomsten)) for een in beeld.gebieden] == [
        ("beilen", 2),
        ("de-smildes", 0),
        ("westerbork", 1),
    ]
    assert [een.kwartaal for een in beeld.gebied(GEBIED).bijeenkomsten] == [quarter(1), quarter(2)]


def test_a_municipality_without_areas_is_one_area_itself():
    by = make_actor(Rol.BELEIDSADVISEUR, ASSEN)
    hold(by, "assen", gemeente=ASSEN)
    assert [een.id for een in read_gebiedsagenda(by=by).gebieden] == ["assen"]
    nieuw = NieuweBijeenkomst(GEBIED, quarter(), after(quarter()), "Bereik")
    assert refused(hold_bijeenkomst, by=by, gemeente=ASSEN, nieuw=nieuw) == "niet_gevonden"
    assert refused(hold_bijeenkomst, by=by, gemeente=MIDDEN_DRENTHE, nieuw=nieuw) == "niet_gevonden"


def test_a_correction_stands_beside_what_was_written_first(adviser):
    id = hold(adviser)
    said = {"by": adviser, "bijeenkomst_id": id, "onderwerpen": "Vervoer", "op_versie": 1}
    dag = after(quarter()) + timedelta(days=1)
    assert refused(correct_bijeenkomst, **said, datum=dag, reden=" ") == "correctie_zonder_reden"
    correct_bijeenkomst(**said, datum=dag, reden="Een dag later.")
    assert refused(correct_bijeenkomst, **said, datum=dag, reden="Nog eens.") == "al_gewijzigd"
    een = meeting(adviser, id)
    assert (een.datum, een.onderwerpen) == (dag, "Vervoer")
    assert [(was.onderwerpen, was.reden) for was in een.versies] == [
        ("Wie we bereikten", ""),
        ("Vervoer", "Een dag later."),
    ]


def test_who_was_there_is_written_when_it_changes(adviser, welzijn):
    id, ggd = hold(adviser), make_organisatie(MIDDEN_DRENTHE, "ggd").pk
    write_aanwezigen(by=adviser, bijeenkomst_id=id, aantallen={own(welzijn): 2, ggd: 0})
    write_aanwezigen(by=adviser, bijeenkomst_id=id, aantallen={own(welzijn): 2, ggd: 1})
    assert Gebiedsaanwezigheid.objects.count() == 2
    assert meeting(adviser, id).mensen == 3
    write_aanwezigen(by=adviser, bijeenkomst_id=id, aantallen={own(welzijn): 0})
    assert [een.naam for een in meeting(adviser, id).aanwezigen] == ["ggd in Midden-Drenthe"]
    elders = make_organisatie(ASSEN, "welzijn").pk
    for aantallen in ({elders: 1}, {uuid4(): 1}):
        assert (
            refused(write_aanwezigen, by=adviser, bijeenkomst_id=id, aantallen=aantallen) == "niet_gevonden"
        )


# --- reach ------------------------------------------------------------------------------------------


def test_what_a_partner_told_before_stays(adviser, welzijn):
    id = hold(adviser)
    tell(welzijn, id)
    assert refused(tell, by=welzijn, bijeenkomst=id) == "al_gewijzigd"
    assert refused(tell, by=welzijn, bijeenkomst=id, versie=1) == "correctie_zonder_reden"
    tell(welzijn, id, versie=1, reden="Verkeerd geteld.", jeugdigen=6)
    een = meeting(adviser, id).bijdrage(own(welzijn))
    assert (een.jeugdigen, een.reden, [was.jeugdigen for was in een.eerder]) == (6, "Verkeerd geteld.", [4])


def test_what_was_told_cannot_be_changed_or_wiped(adviser, welzijn):
    tell(welzijn, hold(adviser))
    for do in (
        lambda: Partnerbijdrage.objects.update(jeugdigen=9),
        lambda: Partnerbijdrage.objects.all().delete(),
    ):
        with pytest.raises(DatabaseError), transaction.atomic(), acting(uuid4(), frozenset({MIDDEN_DRENTHE})):
            do()


def test_a_group_that_koers_knows_is_not_typed_again(adviser, welzijn):
    id, known = hold(adviser), group(welzijn, 9)
    group(welzijn, 30, back=2)  # another quarter
    group(partner(Rol.SCHOOL, "school"), 20)  # another partner
    (bron,) = read_bronnen(by=welzijn, bijeenkomst_id=id, organisatie_id=own(welzijn))
    assert (bron.id, bron.aantal) == (known, 9)
    tell(welzijn, id, jeugdigen=4, bronnen=(known,))
    een = meeting(adviser, id).bijdrage(own(welzijn))
    assert (een.getypt, een.jeugdigen, [b.aantal for b in een.bronnen]) == (4, 13, [9])


def test_a_group_counts_in_one_area_only(adviser, welzijn):
    here, there, known = hold(adviser), hold(adviser, "westerbork"), group(welzijn)
    tell(welzijn, here, bronnen=(known,))
    assert read_bronnen(by=welzijn, bijeenkomst_id=there, organisatie_id=own(welzijn)) == ()
    assert refused(tell, by=welzijn, bijeenkomst=there, bronnen=(known,)) == "bron_al_geteld"
    # Not counted here after all: then it is free for the other area.
    tell(welzijn, here, versie=1, reden="Was in Westerbork.")
    tell(welzijn, there, bronnen=(known,))
    assert meeting(adviser, there).bijdrage(own(welzijn)).jeugdigen == 13


def test_a_group_that_was_withdrawn_counts_no_longer_and_that_is_told(adviser, welzijn):
    id, known = hold(adviser), group(welzijn)
    tell(welzijn, id, bronnen=(known,))
    withdraw_schoolwerk(by=welzijn, werk_id=known, reden="Ging niet door.")
    een = meeting(adviser, id).bijdrage(own(welzijn))
    assert (een.jeugdigen, een.vervallen) == (4, 1)


def test_a_group_of_light_help_counts_too(adviser):
    poh = partner(Rol.POH_JEUGD, "huisartspraktijk")
    from koers.actions.toegang.poh import register_lichte_groep

    id = hold(adviser)
    day = after(quarter()) - timedelta(days=20)
    register_lichte_groep(by=poh, thema="Slapen", datum=day, deelnemers=8, bijeenkomsten=3)
    groep = LichteGroep.objects.get().pk
    tell(poh, id, bronnen=(groep,))
    assert meeting(adviser, id).bijdrage(own(poh)).jeugdigen == 12


def test_exact_numbers_are_marked_as_internal(adviser, welzijn):
    tell(welzijn, hold(adviser))
    table = internal_reach(read_gebiedsagenda(by=adviser).gebied(GEBIED))
    assert table.klasse is Klasse.INTERN
    assert table.doel


# --- agreements -------------------------------------------------------------------------------------


def test_what_is_open_goes_to_the_next_meeting(adviser, welzijn):
    first = hold(adviser, back=2)
    done, open_ = promise(welzijn, first, "Klaar"), promise(welzijn, first, "Nog open", days=400)
    other = hold(adviser, "westerbork")
    finish_gebiedsafspraak(by=welzijn, afspraak_id=done, datum=after(quarter(2)) + timedelta(days=2))
    second = hold(adviser)
    assert [een.id for een in meeting(adviser, second).meegenomen] == [open_]
    assert meeting(adviser, other).meegenomen == ()
    assert [een.id for een in read_gebiedsagenda(by=adviser).gebied(GEBIED).open_afspraken] == [open_]
    # Done after the second meeting: that one had it on its list, and keeps saying so.
    finish_gebiedsafspraak(by=welzijn, afspraak_id=open_, datum=vandaag())
    assert [een.id for een in meeting(adviser, second).meegenomen] == [open_]
    assert read_gebiedsagenda(by=adviser).gebied(GEBIED).open_afspraken == ()


def test_an_agreed_day_is_never_overwritten(adviser, welzijn):
    id = promise(welzijn, hold(adviser))
    first = read_afspraak(by=welzijn, afspraak_id=id)[1].uiterlijk
    later = first + timedelta(days=30)
    move_gebiedsafspraak(by=welzijn, afspraak_id=id, uiterlijk=later, reden="Ziek.", datum=vandaag())
    een = read_afspraak(by=adviser, afspraak_id=id)[1]
    assert een.dagen == (first, later)
    said = {"by": welzijn, "afspraak_id": id, "datum": vandaag()}
    assert refused(move_gebiedsafspraak, **said, uiterlijk=later, reden="Weer.") == "dag_blijft_gelijk"
    assert refused(reopen_gebiedsafspraak, **said, reden="Toch.") == "overgang_mag_niet"


# --- who may ----------------------------------------------------------------------------------------


def test_a_partner_writes_for_itself_and_the_adviser_for_whoever_has_no_account(adviser, welzijn):
    id = hold(adviser)
    school = partner(Rol.SCHOOL, "school")
    assert refused(tell, by=welzijn, bijeenkomst=id, organisatie=own(school)) == "bijdrage_van_ander"
    tell(adviser, id, own(school))
    afspraak = promise(school, id)
    assert (
        refused(finish_gebiedsafspraak, by=welzijn, afspraak_id=afspraak, datum=vandaag())
        == "bijdrage_van_ander"
    )
    assert [een.id for een in read_gebiedsagenda(by=welzijn).partners] == [own(welzijn)]
    assert own(school) in {een.id for een in read_gebiedsagenda(by=adviser).partners}
    assert read_gebiedsagenda(by=make_actor(Rol.WETHOUDER)).partners == ()


def test_a_provider_of_help_is_no_partner_of_an_area(adviser):
    aanbieder = make_organisatie(MIDDEN_DRENTHE, "aanbieder").pk
    assert refused(tell, by=adviser, bijeenkomst=hold(adviser), organisatie=aanbieder) == "niet_gevonden"


@pytest.mark.parametrize("rol", [Rol.RAADSLID, Rol.REGIOMANAGER, Rol.HUISARTS, Rol.AANBIEDER])
def test_who_does_not_take_part_does_not_meet_exact_numbers(rol):
    assert refused(read_gebiedsagenda, by=make_actor(rol)) == "geen_recht"


def test_another_municipality_reads_nothing(adviser, welzijn, monkeypatch):
    id = hold(adviser)
    tell(welzijn, id)
    afspraak = promise(welzijn, id)
    stranger = make_actor(Rol.BELEIDSADVISEUR, ASSEN)

    def leaks() -> bool:
        found = []
        for do in (
            lambda: read_bijeenkomst(by=stranger, bijeenkomst_id=id),
            lambda: read_afspraak(by=stranger, afspraak_id=afspraak),
            lambda: finish_gebiedsafspraak(by=stranger, afspraak_id=afspraak, datum=vandaag()),
        ):
            with pytest.raises((Refused, DatabaseError, KeyError, IndexError)) as refusal:
                do()
            found.append(getattr(refusal.value, "code", "") == "niet_gevonden")
        return not all(found)

    assert not leaks()
    monkeypatch.setattr(acts, "visible_gebiedsagenda", lambda by, table: table.objects.current())
    monkeypatch.setattr(acts, "check_eigen_partner", lambda *_: None)
    if connection.vendor == "sqlite":  # on PostgreSQL row level security is a second wall
        finish_gebiedsafspraak(by=stranger, afspraak_id=afspraak, datum=vandaag())
    assert gebiedsagenda_lezen.read_afspraak(by=adviser, afspraak_id=afspraak)[1].loopt is (
        connection.vendor != "sqlite"
    )


def test_every_act_leaves_a_row_without_anybodys_words(adviser, welzijn):
    id = hold(adviser)
    tell(welzijn, id, resultaat="Kanarie zingt weer.")
    row = LogRegel.objects.get(handeling="write_bijdrage")
    assert (row.onderwerp_soort, row.onderwerp_id) == ("bijeenkomst", str(id))
    assert "Kanarie" not in str(row.bijzonderheden)


def test_the_demo_has_meetings_of_which_one_counts_a_group_that_was_known():
    create_demo(by=systeemactor("toets", functionaris="toets"), demo=True)
    seed_gebiedsagenda()
    beeld = read_gebiedsagenda(by=demo_actor("wethouder"))
    assert [(een.id, len(een.bijeenkomsten)) for een in beeld.gebieden] == [
        ("beilen", 3),
        ("de-smildes", 1),
        ("westerbork", 1),
    ]
    told = [een for gebied in beeld.gebieden for b in gebied.bijeenkomsten for een in b.bijdragen]
    assert sum(bool(een.bronnen) for een in told) == 1
    assert all(een.aanbod.startswith("Verzonnen voor de demo") for een in told)
    assert beeld.gebied("beilen").open_afspraken
