"""Every move of a state machine, in every state and by every role, through the real acts.

A test module mixes `ElkeOvergang` into a class of its own and says how a state is reached and read. What may
happen next stands in the table of `domain.toestanden`; who may do it is written down here once more, by hand,
beside the table of rights. `tests/architecture/test_toestanden.py` sees to it that every machine has one.
"""

from collections.abc import Callable, Mapping
from typing import Any, ClassVar

import pytest

from koers.authorization.handelingen import HANDELINGEN
from koers.domain.actor import Actor
from koers.domain.rollen import Rol
from koers.domain.toestanden.machine import Machine
from koers.domain.weigering import Refused
from tests.wereld import ASSEN, MIDDEN_DRENTHE, make_actor

# Who acts, on what: each test knows what its own thing is.
Zet = Callable[[Actor, Any], object]
Move = tuple[str, str]
NIETS = "nieuw"  # the state of what does not exist yet


class ElkeOvergang:
    """Mix in, name the class Test…, and fill in what is empty.

    `wie`: per act the roles that may. `weigert`: the codes of a move that the table forbids.
    `ongemoeid`: acts on something else, which leave this thing where it stands when the table says nothing.
    `vreemd`: the municipality of a stranger with the right role, to whom the thing does not exist.
    """

    machine: ClassVar[Machine]
    wie: ClassVar[Mapping[str, frozenset[Rol]]]
    weigert: ClassVar[frozenset[str]] = frozenset({"overgang_mag_niet"})
    ongemoeid: ClassVar[frozenset[str]] = frozenset()
    vreemd: ClassVar[str] = MIDDEN_DRENTHE
    vastgelegd: ClassVar[bool] = False  # True: the acts need real transactions
    by: Actor

    @pytest.fixture(autouse=True)
    def _begin(self, request) -> None:
        request.getfixturevalue("transactional_db" if self.vastgelegd else "db")
        self.maak()

    def maak(self) -> None:
        """Makes the world, with `self.by` in it."""
        raise NotImplementedError

    def zetten(self) -> Mapping[Move, Zet]:
        """Per act and choice how it is done."""
        raise NotImplementedError

    def reach(self, toestand: str) -> Any:
        """A new thing in this state, made by the acts that lead there."""
        raise NotImplementedError

    def reach_for(self, move: Move, toestand: str) -> Any:
        """The same, with what this move needs besides its state."""
        del move
        return self.reach(toestand)

    def state(self, zaak: Any) -> str:
        """Where it stands now."""
        raise NotImplementedError

    def doener(self, zaak: Any, handeling: str) -> Actor:
        """Whose move this is."""
        return self.by

    # --- what is asked ------------------------------------------------------------------------------------

    def test_every_move_of_the_table_can_be_tried(self) -> None:
        known = set(self.zetten())
        makes = {(o.handeling, o.keuze) for o in self.machine.overgangen if o.van == {NIETS}}
        assert {(o.handeling, o.keuze) for o in self.machine.overgangen} - makes == known - makes
        assert {handeling for handeling, _ in known} <= set(self.wie)

    def test_every_move_is_done_or_refused_as_the_table_says(self) -> None:
        wrong = [fault for toestand in self.machine.toestanden for fault in self.wrong_moves(toestand)]
        assert not wrong, "\n".join(wrong)

    def test_no_role_makes_a_move_that_is_not_its_own(self) -> None:
        assert {handeling: HANDELINGEN[handeling].rollen or frozenset() for handeling in self.wie} == self.wie
        assert self.wrong_roles() == []

    def wrong_moves(self, toestand: str) -> list[str]:
        """Where the acts do something else than the table, from this state."""
        if toestand == NIETS:  # what does not exist cannot be moved; making it is how `reach` begins
            return []
        allowed = {(o.handeling, o.keuze): o.naar for o in self.machine.overgangen if toestand in o.van}
        wrong = []
        refused = self.reach(toestand)  # what is refused changes nothing, so one thing is enough for that
        assert self.state(refused) == toestand
        for move, do in self.zetten().items():
            still = move not in allowed and move[0] in self.ongemoeid
            zaak = self.reach_for(move, toestand) if move in allowed or still else refused
            code = code_of(do, self.doener(zaak, move[0]), zaak)
            expected = {""} if move in allowed else self.weigert | {""} if still else self.weigert
            if code not in expected or self.state(zaak) != allowed.get(move, toestand):
                wrong.append(f"{toestand}: {move} gave {code or 'no refusal'} and {self.state(zaak)}")
        return wrong

    def wrong_roles(self) -> list[str]:
        """Who may do what they should not: strangers with each role, in a state in which something may."""
        wrong = []
        zaak = self.reach(self.rustpunt())
        before = self.state(zaak)
        for rol in Rol:
            who = make_actor(rol, self.vreemd)
            for (handeling, keuze), do in self.zetten().items():
                expected = "niet_gevonden" if rol in self.wie[handeling] else "geen_recht"
                code = code_of(do, who, zaak)
                if code != expected:
                    wrong.append(f"{rol}: {handeling} {keuze} gave {code!r}, not {expected!r}")
        if self.state(zaak) != before:
            wrong.append(f"{before} became {self.state(zaak)}")
        return wrong

    def rustpunt(self) -> str:
        """The state in which the roles are tried: the first that exists."""
        return next(toestand for toestand in self.machine.toestanden if toestand != NIETS)


ELDERS = ASSEN


def code_of(do: Zet, who: Actor, zaak: Any) -> str:
    """The code of the refusal; empty when it was done."""
    try:
        do(who, zaak)
    except Refused as refused:
        return refused.code
    return ""
