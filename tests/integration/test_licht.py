"""Facts beside a besluit: light help, what is there for everybody, answers and declared costs."""

from datetime import date, timedelta
from uuid import uuid4

import pytest

from koers.actions.toegang.licht import (
    register_ervaring,
    register_lichte_hulp,
    register_lichte_stap,
    register_voorliggend,
)
from koers.actions.zorg.toewijzen import register_declaratie
from koers.domain.lichte_hulp import LichteStap
from koers.domain.rollen import Rol
from koers.domain.weigering import Refused
from koers.registers.klok import vandaag
from koers.registers.toegang.models import LichteHulp
from tests.integration.toegang.wandelaars import involve
from tests.wereld import (
    ASSEN,
    MIDDEN_DRENTHE,
    actor_of,
    give_help,
    make_actor,
    make_familie,
    make_medewerker,
    make_organisatie,
    make_product,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def by():
    return make_actor(Rol.JEUGDCONSULENT)


@pytest.fixture
def familie(by):
    product = make_product(make_organisatie(MIDDEN_DRENTHE, "aanbieder"))
    return give_help(by, make_familie(by, "Proef"), product)


def code_of(do, **kwargs):
    with pytest.raises(Refused) as refused:
        do(**kwargs)
    return refused.value.code


def test_a_poh_writes_down_light_help_of_the_own_practice_and_the_team_its_own(by, familie):
    poh = make_medewerker(Rol.POH_JEUGD, soort="huisartsenpraktijk")
    involve(poh, familie.gezin, MIDDEN_DRENTHE)
    at_practice = register_lichte_hulp(by=actor_of(poh), jeugdige_id=familie.kind, datum=vandaag())
    at_team = register_lichte_hulp(by=by, jeugdige_id=familie.kind, datum=vandaag())
    assert {h.pk: h.soort for h in LichteHulp.objects.all()} == {
        at_practice: "poh_jeugd",
        at_team: "lokaal_team",
    }
    assert LichteHulp.objects.get(pk=at_practice).praktijk_id == poh.aanstellingen.get().organisatie_id
    stap = LichteStap("start", vandaag())
    register_lichte_stap(by=actor_of(poh), lichte_hulp_id=at_practice, stap=stap)
    # Each other's steps they do not write.
    assert code_of(register_lichte_stap, by=by, lichte_hulp_id=at_practice, stap=stap) == "niet_gevonden"
    assert (
        code_of(register_lichte_stap, by=actor_of(poh), lichte_hulp_id=at_team, stap=stap) == "niet_gevonden"
    )


@pytest.mark.parametrize("elders", [True, False])
def test_children_of_others_are_not_there(familie, elders):
    ander = make_actor(Rol.JEUGDCONSULENT, ASSEN if elders else MIDDEN_DRENTHE)
    child = {"by": ander, "jeugdige_id": familie.kind, "datum": vandaag()}
    assert code_of(register_lichte_hulp, **child) == "niet_gevonden"
    assert code_of(register_voorliggend, **child, voorziening="judo") == "niet_gevonden"
    answer = {"by": ander, "casus_id": familie.casus, "wie": "ouder", "passend": 3, "datum": vandaag()}
    assert code_of(register_ervaring, **answer) == "niet_gevonden"


def test_a_parent_is_no_child(by, familie):
    assert code_of(register_lichte_hulp, by=by, jeugdige_id=familie.ouder, datum=vandaag()) == "niet_gevonden"


def test_what_cannot_be_is_refused(by, familie):
    morgen = vandaag() + timedelta(days=1)
    child = {"by": by, "jeugdige_id": familie.kind}
    assert code_of(register_lichte_hulp, **child, datum=morgen) == "datum_in_toekomst"
    assert code_of(register_voorliggend, **child, voorziening=" ", datum=vandaag()) == "voorziening_ontbreekt"
    day = {"datum": vandaag(), "tot_datum": vandaag()}
    assert code_of(register_voorliggend, **child, voorziening="judo", **day) == "periode_omgekeerd"
    for wie, passend in (("buurman", 3), ("ouder", 0), ("jeugdige", 6)):
        answer = {"casus_id": familie.casus, "wie": wie, "passend": passend, "datum": vandaag()}
        assert code_of(register_ervaring, by=by, **answer) == "antwoord_onbekend"


def test_a_provider_declares_its_own_help_in_its_months(familie):
    eigen = actor_of(make_medewerker(Rol.AANBIEDER, soort="aanbieder"))
    ander = actor_of(make_medewerker(Rol.AANBIEDER, soort="andere aanbieder"))
    declared = {"toewijzing_id": familie.toewijzing, "maand": vandaag(), "bedrag_cent": 9_500}
    assert register_declaratie(by=eigen, **declared)
    assert code_of(register_declaratie, by=ander, **declared) == "niet_gevonden"
    assert (
        code_of(register_declaratie, by=eigen, **declared | {"bedrag_cent": 0}) == "declaratie_zonder_bedrag"
    )
    before = {"maand": vandaag().replace(day=1) - timedelta(days=1)}
    assert code_of(register_declaratie, by=eigen, **declared | before) == "declaratie_buiten_toewijzing"
    later = {"maand": date(vandaag().year + 1, 12, 1)}
    assert code_of(register_declaratie, by=eigen, **declared | later) == "datum_in_toekomst"


def test_a_form_sent_twice_is_one_fact(by, familie):
    formulier = uuid4()
    register_lichte_hulp(by=by, jeugdige_id=familie.kind, datum=vandaag(), formulier=formulier)
    again = {"jeugdige_id": familie.kind, "datum": vandaag(), "formulier": formulier}
    assert code_of(register_lichte_hulp, by=by, **again) == "al_verwerkt"
    assert LichteHulp.objects.count() == 1
