"""Who leads to which help, on which day: every role, every level, both sides of the day."""

from datetime import date, timedelta

import pytest

from koers.domain.leiding import check_leiding, may_lead
from koers.domain.rollen import Rol
from koers.domain.weigering import Refused
from koers.policy import beleid

DAG = date(2026, 1, 1)
ALTIJD = {
    Rol.JEUGDCONSULENT,
    Rol.HUISARTS,
    Rol.JEUGDARTS,
    Rol.MEDISCH_SPECIALIST,
    Rol.GECERTIFICEERDE_INSTELLING,
}
VROEGER = {
    Rol.GEDRAGSWETENSCHAPPER,
    Rol.POH_JEUGD,
    Rol.JONGERENWERKER,
    Rol.GEZINSCOACH,
    Rol.JEUGDVERPLEEGKUNDIGE,
    Rol.SCHOOL,
}


@pytest.mark.parametrize("rol", [*Rol, None])
@pytest.mark.parametrize("niveau", range(1, 9))
def test_the_rule_for_every_role_and_level_on_both_sides_of_the_day(rol, niveau):
    before = may_lead(rol, niveau, op=DAG - timedelta(days=1), nieuwe_werkwijze=DAG)
    since = may_lead(rol, niveau, op=DAG, nieuwe_werkwijze=DAG)
    assert before == (niveau < 4 or rol in ALTIJD | VROEGER)
    assert since == (niveau < 4 or rol in ALTIJD)


@pytest.mark.parametrize(
    ("rol", "code"), [(Rol.GEDRAGSWETENSCHAPPER, "leidt_niet_zelf"), (Rol.SCHOOL, "leidt_niet")]
)
def test_the_sentence_depends_on_who_reads_it(rol, code):
    with pytest.raises(Refused) as refused:
        check_leiding(rol, 4, op=DAG, nieuwe_werkwijze=DAG)
    assert refused.value.code == code
    assert refused.value.params == {"niveau": 4, "datum": DAG}


def test_the_day_is_policy_with_its_doubt_written_beside_it():
    norm = beleid().normen["wie-leidt-naar-zware-hulp"]
    assert norm.geldt_vanaf == DAG
    assert norm.zekerheid == "te_controleren"
    assert norm.open_vragen
