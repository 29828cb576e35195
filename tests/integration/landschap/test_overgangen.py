"""Every move of escalations, developments, judgements and the zorglandschap, by every role."""

from typing import ClassVar

import pytest

from koers.actions.netwerk.escalaties import (
    calm_escalatie,
    close_escalatie,
    evaluate_escalatie,
    inform_escalatie,
    reopen_escalatie,
    withdraw_escalatie,
)
from koers.actions.netwerk.escalaties_lezen import read_escalatie
from koers.domain.escalaties import Gemeld
from koers.domain.rollen import Rol
from koers.domain.toestanden.escalatie import ESCALATIE
from tests.landschapwereld import escalate, inform, inform_all
from tests.overgangen import ElkeOvergang
from tests.wereld import ASSEN, make_actor

pytestmark = pytest.mark.django_db
LEIDT = frozenset({Rol.GEDRAGSWETENSCHAPPER, Rol.BELEIDSADVISEUR})
MELDT = LEIDT | {Rol.JEUGDCONSULENT, Rol.CONTRACTMANAGER, Rol.WETHOUDER, Rol.REGIOMANAGER}


class TestEscalatie(ElkeOvergang):
    machine = ESCALATIE
    wie: ClassVar = {
        "inform_escalatie": MELDT,
        **dict.fromkeys(
            ("calm_escalatie", "evaluate_escalatie", "close_escalatie", "reopen_escalatie"), LEIDT
        ),
        "withdraw_escalatie": LEIDT,
    }
    wegen: ClassVar = {
        "escalatie_loopt": (),
        "bedaard": ("calm_escalatie",),
        "geevalueerd": ("calm_escalatie", "evaluate_escalatie"),
        "gesloten": ("calm_escalatie", "close_escalatie"),
        "ingetrokken": ("withdraw_escalatie",),
    }

    def maak(self):
        self.by = make_actor(Rol.BELEIDSADVISEUR, ASSEN)

    def zetten(self):
        simple = {
            "calm_escalatie": calm_escalatie,
            "close_escalatie": close_escalatie,
            "reopen_escalatie": reopen_escalatie,
            "withdraw_escalatie": withdraw_escalatie,
        }
        return {
            ("inform_escalatie", ""): self._inform,
            ("evaluate_escalatie", ""): lambda who, e: evaluate_escalatie(
                by=who, escalatie_id=e, tekst="Het ging goed.", lessen="Eerder bellen."
            ),
            **{
                (naam, ""): lambda who, e, do=do: do(by=who, escalatie_id=e, tekst="Daarom.")
                for naam, do in simple.items()
            },
        }

    def _inform(self, who, escalatie):
        """A stranger does not find it to ask when it began, so the own adviser is asked."""
        begin = read_escalatie(by=self.by, escalatie_id=escalatie).begin
        gemeld = Gemeld("wethouder", "gedaan", "De woordvoerder", "De wethouder", begin, "Beter zo.")
        inform_escalatie(by=who, escalatie_id=escalatie, gemeld=gemeld)

    def reach(self, toestand):
        escalatie = escalate(self.by, gemeente=ASSEN)
        inform_all(self.by, escalatie)
        for naam in self.wegen[toestand]:
            self.zetten()[(naam, "")](self.by, escalatie)
        return escalatie

    def state(self, zaak):
        return read_escalatie(by=self.by, escalatie_id=zaak).stand


def test_the_helpers_of_this_world_write_in_time():
    by = make_actor(Rol.BELEIDSADVISEUR, ASSEN)
    made = escalate(by, gemeente=ASSEN)
    inform(by, made, "wethouder")
    assert read_escalatie(by=by, escalatie_id=made).stap("wethouder").stand == "op_tijd"
