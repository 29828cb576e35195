"""Every move of a hand-over and of a condition of readiness, in every state and by every role."""

from itertools import count
from typing import ClassVar

import pytest

from koers.actions.sturing.herinrichting import (
    change_voorwaarde,
    drop_voorwaarde,
    meet_voorwaarde,
    reopen_voorwaarde,
)
from koers.actions.sturing.herinrichting_lezen import read_voorwaarde
from koers.actions.toegang.overgang import (
    assign_overgang,
    complete_overgang,
    discuss_overgang,
    end_overgang,
    mark_overgang,
)
from koers.actions.toegang.overgang_lezen import read_overgang
from koers.domain.herinrichting import NieuweVoorwaarde
from koers.domain.overgang import NieuweEigenaar
from koers.domain.rollen import Rol
from koers.domain.toestanden.overgang import GEREEDHEIDSVOORWAARDE, OVERGANG
from tests.overgangen import ElkeOvergang
from tests.overgangswereld import days, make_casussen, require
from tests.wereld import ASSEN, make_actor

pytestmark = pytest.mark.django_db
TOEGANG = frozenset({Rol.JEUGDCONSULENT, Rol.GEDRAGSWETENSCHAPPER})
SCHRIJFT = frozenset({Rol.BELEIDSADVISEUR})


class TestOvergang(ElkeOvergang):
    machine = OVERGANG
    vreemd = ASSEN
    wie: ClassVar = dict.fromkeys((een.handeling for een in OVERGANG.overgangen), TOEGANG)
    # Marking again is refused while it runs; what is over may go over anew, as another hand-over.
    weigert = frozenset({"overgang_mag_niet", "overgang_loopt_al"})
    wegen = {
        "zonder_eigenaar": ("mark_overgang",),
        "toegewezen": ("mark_overgang", "assign_overgang"),
        "overgenomen": ("mark_overgang", "assign_overgang", "complete_overgang"),
        "gesloten": ("mark_overgang", "end_overgang"),
    }

    def maak(self):
        self.by = make_actor(Rol.JEUGDCONSULENT)
        self.casussen = iter(make_casussen(self.by, 30))
        self.dagen = count(30)

    def zetten(self):
        said = {"datum": days(0), "reden": "Daarom."}
        return {
            ("assign_overgang", ""): lambda who, c: assign_overgang(
                by=who,
                casus_id=c,
                nieuw=NieuweEigenaar("school", days(0), days(next(self.dagen)), reden="Daarom."),
            ),
            ("discuss_overgang", ""): lambda who, c: discuss_overgang(
                by=who, casus_id=c, akkoord=True, datum=days(0)
            ),
            ("complete_overgang", ""): lambda who, c: complete_overgang(by=who, casus_id=c, **said),
            ("end_overgang", ""): lambda who, c: end_overgang(by=who, casus_id=c, **said),
        }

    def reach(self, toestand):
        casus = next(self.casussen)
        mark_overgang(by=self.by, casus_id=casus, drager="JeugdTeam", datum=days(0))
        for handeling in self.wegen[toestand][1:]:
            self.zetten()[(handeling, "")](self.by, casus)
        return casus

    def state(self, casus):
        return read_overgang(by=self.by, casus_id=casus).toestand


class TestGereedheidsvoorwaarde(ElkeOvergang):
    machine = GEREEDHEIDSVOORWAARDE
    wie: ClassVar = dict.fromkeys((een.handeling for een in GEREEDHEIDSVOORWAARDE.overgangen), SCHRIJFT)
    wegen = {"open": (), "voldaan": ("meet_voorwaarde",), "vervallen": ("drop_voorwaarde",)}

    def maak(self):
        self.by = make_actor(Rol.BELEIDSADVISEUR, ASSEN)
        self.dagen = count(60)

    def zetten(self):
        said = {"datum": days(0), "reden": "Daarom."}
        return {
            ("change_voorwaarde", ""): lambda who, v: change_voorwaarde(
                by=who,
                voorwaarde_id=v,
                nieuw=NieuweVoorwaarde("Anders.", "iemand", days(next(self.dagen)), days(0), "Daarom."),
            ),
            ("meet_voorwaarde", ""): lambda who, v: meet_voorwaarde(by=who, voorwaarde_id=v, **said),
            ("drop_voorwaarde", ""): lambda who, v: drop_voorwaarde(by=who, voorwaarde_id=v, **said),
            ("reopen_voorwaarde", ""): lambda who, v: reopen_voorwaarde(by=who, voorwaarde_id=v, **said),
        }

    def reach(self, toestand):
        voorwaarde = require(self.by, ASSEN)
        for handeling in self.wegen[toestand]:
            self.zetten()[(handeling, "")](self.by, voorwaarde)
        return voorwaarde

    def state(self, voorwaarde):
        return read_voorwaarde(by=self.by, voorwaarde_id=voorwaarde)[1].stand
