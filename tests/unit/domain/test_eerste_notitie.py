"""The first note: what differs between two versions, and where it stands."""

import pytest

from koers.domain.eerste_notitie import NotitieInhoud, check_inhoud, differences, state_of_notitie
from koers.domain.toestanden.eerste_notitie import EERSTE_NOTITIE
from koers.domain.weigering import Refused


def test_nothing_is_compulsory_and_an_unknown_urgency_is_refused():
    check_inhoud(NotitieInhoud())
    assert NotitieInhoud(urgentie="nu").is_leeg
    with pytest.raises(Refused) as refused:
        check_inhoud(NotitieInhoud(urgentie="ooit"))
    assert refused.value.code == "urgentie_onbekend"


def test_two_versions_differ_in_what_differs_and_nothing_else():
    mijn = NotitieInhoud(kind="Feline", vraag="durft niet naar school")
    hun = NotitieInhoud(kind="Feline", vraag="slaapt slecht", telefoon="0593")
    assert differences(mijn, hun) == ("vraag", "telefoon")
    assert differences(mijn, mijn) == ()


@pytest.mark.parametrize(
    ("stappen", "doorgegeven", "stand"),
    [
        ([], False, "concept"),
        ([], True, "doorgegeven"),
        (["opgepakt"], True, "concept"),
        (["opgepakt", "afgerond"], True, "afgerond"),
        (["weggelegd"], False, "weggelegd"),
    ],
)
def test_the_state_comes_from_the_steps(stappen, doorgegeven, stand):
    assert state_of_notitie(stappen, doorgegeven=doorgegeven) == stand
    assert stand in EERSTE_NOTITIE.toestanden
