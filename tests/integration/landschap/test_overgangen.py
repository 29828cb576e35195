"""Every move of escalations, developments, judgements and the zorglandschap, by every role."""

from datetime import timedelta
from itertools import count
from typing import ClassVar

import pytest

from koers.actions.netwerk.escalaties import (
    calm_escalatie,
    end_escalatie,
    evaluate_escalatie,
    inform_escalatie,
    reopen_escalatie,
    withdraw_escalatie,
)
from koers.actions.netwerk.escalaties_lezen import read_escalatie
from koers.actions.netwerk.landschapsdossiers import (
    answer_markt,
    decide_landschap,
    finish_landschap,
    hand_over_landschap,
    reopen_landschap,
)
from koers.actions.netwerk.landschapsdossiers_lezen import read_landschapsdossier
from koers.actions.netwerk.ontwikkelingen import read_ontwikkeling, write_ontwikkeling
from koers.actions.netwerk.oordelen import follow_verbetering
from koers.actions.netwerk.oordelen_lezen import read_oordeellijst, read_verbetering
from koers.domain.escalaties import Gemeld
from koers.domain.landschapsdossiers import UITKOMSTEN, Marktantwoord, Overdrachtsplan
from koers.domain.ontwikkelingen import ONTWIKKELINGSTANDEN
from koers.domain.rollen import Rol
from koers.domain.toestanden.escalatie import ESCALATIE
from koers.domain.toestanden.landschap import LANDSCHAPSDOSSIER, ONTWIKKELING, OORDEEL, VERBETERING
from koers.domain.vergadering import VERVOLGEN
from koers.registers.klok import vandaag
from koers.registers.netwerk.models import Vergaderbesluit
from tests.landschapwereld import (
    KNELPUNT,
    consult,
    develop,
    escalate,
    improve,
    inform,
    inform_all,
    judge,
    need,
    standing,
    tell,
    weigh,
)
from tests.overgangen import ElkeOvergang, code_of
from tests.vergaderwereld import whole_meeting
from tests.wereld import ASSEN, make_actor

pytestmark = pytest.mark.django_db
LEIDT = frozenset({Rol.GEDRAGSWETENSCHAPPER, Rol.BELEIDSADVISEUR})
MELDT = LEIDT | {Rol.JEUGDCONSULENT, Rol.CONTRACTMANAGER, Rol.WETHOUDER, Rol.REGIOMANAGER}


class TestEscalatie(ElkeOvergang):
    machine = ESCALATIE
    wie: ClassVar = {
        "inform_escalatie": MELDT,
        **dict.fromkeys(("calm_escalatie", "evaluate_escalatie", "end_escalatie", "reopen_escalatie"), LEIDT),
        "withdraw_escalatie": LEIDT,
    }
    wegen: ClassVar = {
        "escalatie_loopt": (),
        "bedaard": ("calm_escalatie",),
        "geevalueerd": ("calm_escalatie", "evaluate_escalatie"),
        "gesloten": ("calm_escalatie", "end_escalatie"),
        "ingetrokken": ("withdraw_escalatie",),
    }

    def maak(self):
        self.by = make_actor(Rol.BELEIDSADVISEUR, ASSEN)

    def zetten(self):
        simple = {
            "calm_escalatie": calm_escalatie,
            "end_escalatie": end_escalatie,
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


OORDEELT = frozenset({Rol.BELEIDSADVISEUR, Rol.WETHOUDER, Rol.REGIOMANAGER})


class TestOordeel(ElkeOvergang):
    machine = OORDEEL
    wie: ClassVar = {
        "draft_oordeel": OORDEELT,
        "share_oordeel": frozenset({Rol.WETHOUDER, Rol.REGIOMANAGER}),
    }

    def maak(self):
        """Every thing is the judgement of another year, each with its own."""
        self.by = make_actor(Rol.WETHOUDER, ASSEN)
        self.jaren = count(2020)

    def zetten(self):
        return {
            ("draft_oordeel", ""): lambda who, jaar: judge(who, KNELPUNT, ASSEN, jaar=jaar),
            ("share_oordeel", ""): lambda who, jaar: tell(who, KNELPUNT, ASSEN, jaar),
        }

    def reach(self, toestand):
        jaar = next(self.jaren)
        if toestand != OORDEEL.begin:
            judge(self.by, KNELPUNT, ASSEN, jaar=jaar)
        if toestand == "oordeel_gedeeld":
            tell(self.by, KNELPUNT, ASSEN, jaar)
        return jaar

    def state(self, zaak):
        lijst = read_oordeellijst(by=self.by, lijst=KNELPUNT[0], jaar=zaak)
        return lijst.punt(KNELPUNT[1]).eigen.stand


class TestVerbetering(ElkeOvergang):
    machine = VERBETERING
    wie: ClassVar = {"follow_verbetering": OORDEELT}
    wegen: ClassVar = {
        "open": (),
        "gedaan": ("gedaan",),
        "loopt_uit": ("loopt_uit",),
        "vervallen": ("vervallen",),
    }

    def maak(self):
        self.by = make_actor(Rol.BELEIDSADVISEUR, ASSEN)

    def zetten(self):
        return {
            ("follow_verbetering", soort): lambda who, v, soort=soort: follow_verbetering(
                by=who,
                verbetering_id=v,
                soort=soort,
                reden="Daarom.",
                uiterlijk=vandaag() + timedelta(days=60),
            )
            for soort in VERVOLGEN
        }

    def reach(self, toestand):
        made = improve(self.by, KNELPUNT, ASSEN)
        for soort in self.wegen[toestand]:
            self.zetten()[("follow_verbetering", soort)](self.by, made)
        return made

    def state(self, zaak):
        return read_verbetering(by=self.by, verbetering_id=zaak)[1].stand


class TestOntwikkeling(ElkeOvergang):
    machine = ONTWIKKELING
    wie: ClassVar = {"write_ontwikkeling": frozenset({Rol.REGIOMANAGER, Rol.BELEIDSADVISEUR})}
    wegen: ClassVar = {een.naar: een.keuze for een in ONTWIKKELING.overgangen}

    def maak(self):
        self.by = make_actor(Rol.REGIOMANAGER, ASSEN)

    def zetten(self):
        return {
            ("write_ontwikkeling", soort): lambda who, o, soort=soort: write_ontwikkeling(
                by=who, ontwikkeling_id=o, stand=standing(soort)
            )
            for soort in ONTWIKKELINGSTANDEN
        }

    def reach(self, toestand):
        made = develop(self.by)
        if toestand != ONTWIKKELING.begin:
            self.zetten()[("write_ontwikkeling", self.wegen[toestand])](self.by, made)
        return made

    def state(self, zaak):
        return read_ontwikkeling(by=self.by, ontwikkeling_id=zaak).nu.stand

    def wrong_roles(self):
        """The register is of the whole region: an adviser writes of what the own municipality follows, and
        every regiomanager of all."""
        found = {
            rol: code_of(self.zetten()[("write_ontwikkeling", "op_tafel")], make_actor(rol), develop(self.by))
            for rol in Rol
        }
        expected = {Rol.REGIOMANAGER: "", Rol.BELEIDSADVISEUR: "ontwikkeling_niet_van_u"}
        return [f"{rol}: {code}" for rol, code in found.items() if code != expected.get(rol, "geen_recht")]


class TestLandschapsdossier(ElkeOvergang):
    machine = LANDSCHAPSDOSSIER
    ongemoeid = frozenset({"answer_markt"})
    wie: ClassVar = {
        **dict.fromkeys(
            ("add_alternatief", "consult_markt", "answer_markt", "hand_over_landschap"),
            frozenset({Rol.REGIOMANAGER, Rol.BELEIDSADVISEUR, Rol.CONTRACTMANAGER}),
        ),
        **dict.fromkeys(
            ("decide_landschap", "finish_landschap", "reopen_landschap"),
            frozenset({Rol.REGIOMANAGER, Rol.BELEIDSADVISEUR}),
        ),
    }
    wegen: ClassVar = {
        "behoefte": (),
        "alternatieven": ("add_alternatief",),
        "marktconsultatie": ("add_alternatief", "consult_markt"),
        "inkopen_besloten": ("add_alternatief", "inkopen"),
        "niet_inkopen_besloten": ("add_alternatief", "niet_inkopen"),
        "anders_besloten": ("add_alternatief", "anders"),
        "overgedragen_aan_inkoop": ("add_alternatief", "inkopen", "hand_over_landschap"),
        "landschap_afgerond": ("add_alternatief", "niet_inkopen", "finish_landschap"),
    }

    def maak(self):
        self.by = make_actor(Rol.REGIOMANAGER, ASSEN)
        self.besluit = Vergaderbesluit.objects.get(punt__vergadering=whole_meeting(ASSEN)).pk
        self.vragen = {}

    def zetten(self):
        plan = Overdrachtsplan("zuid-drenthe", "de inkoper", vandaag() + timedelta(days=9), "Alles.")
        return {
            ("add_alternatief", ""): weigh,
            ("consult_markt", ""): self._consult,
            ("answer_markt", ""): lambda who, d: answer_markt(
                by=who, marktvraag_id=self.vragen[d], nieuw=Marktantwoord("kan_niet", "Nee.", vandaag())
            ),
            **{
                ("decide_landschap", soort): lambda who, d, soort=soort: decide_landschap(
                    by=who, dossier_id=d, soort=soort, reden="Daarom.", besluit_id=self.besluit
                )
                for soort in UITKOMSTEN
            },
            ("hand_over_landschap", ""): lambda who, d: hand_over_landschap(by=who, dossier_id=d, nieuw=plan),
            ("finish_landschap", ""): lambda who, d: finish_landschap(by=who, dossier_id=d, tekst="Klaar."),
            ("reopen_landschap", ""): lambda who, d: reopen_landschap(by=who, dossier_id=d, tekst="Toch."),
        }

    def _consult(self, who, dossier):
        self.vragen[dossier] = consult(who, dossier)

    def reach(self, toestand):
        """Before its market was asked there is only a question of another dossier to answer."""
        made = need(self.by)
        other = need(self.by)
        weigh(self.by, other)
        self.vragen[made] = consult(self.by, other)
        for naam in self.wegen[toestand]:
            move = ("decide_landschap", naam) if naam in UITKOMSTEN else (naam, "")
            self.zetten()[move](self.by, made)
        return made

    def state(self, zaak):
        return read_landschapsdossier(by=self.by, dossier_id=zaak).stand

    def wrong_roles(self):
        """The dossiers are of the whole region, so a stranger with the right role may; no other role may."""
        made = self.reach("marktconsultatie")
        wrong = []
        for rol in Rol:
            who = make_actor(rol)
            for (handeling, keuze), do in self.zetten().items():
                code = code_of(do, who, made)
                if (code == "geen_recht") is (rol in self.wie[handeling]):
                    wrong.append(f"{rol}: {handeling} {keuze} gave {code!r}")
        return wrong
