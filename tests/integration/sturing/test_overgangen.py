"""Every move of an opgave, an action of the agenda and an agreement of an area, by every role."""

from itertools import count
from typing import ClassVar

import pytest

from koers.actions.sturing.agenda import (
    drop_agendaactie,
    finish_agendaactie,
    move_agendaactie,
    reopen_agendaactie,
    write_opgavestand,
)
from koers.actions.sturing.agenda_lezen import read_agenda, read_agenda_of
from koers.actions.sturing.gebiedsagenda import (
    drop_gebiedsafspraak,
    finish_gebiedsafspraak,
    move_gebiedsafspraak,
    reopen_gebiedsafspraak,
)
from koers.actions.sturing.gebiedsagenda_lezen import read_afspraak
from koers.domain.rollen import Rol
from koers.domain.toestanden.agenda import AGENDAACTIE, OPGAVE
from koers.domain.toestanden.gebiedsagenda import GEBIEDSAFSPRAAK
from koers.domain.uitvoeringsagenda import STANDEN
from koers.policy import beleid
from tests.agendawereld import agree, days, intervene
from tests.gebiedswereld import hold, promise
from tests.overgangen import ElkeOvergang
from tests.wereld import ASSEN, make_actor, make_gemeente

pytestmark = pytest.mark.django_db
SCHRIJFT = frozenset({Rol.BELEIDSADVISEUR})


class TestOpgave(ElkeOvergang):
    machine = OPGAVE
    wie: ClassVar = {"write_opgavestand": SCHRIJFT}

    def maak(self):
        """Every thing is another opgave of another municipality: the policy has only eleven."""
        self.nummers = count()
        self.by = make_actor(Rol.BELEIDSADVISEUR, ASSEN)
        self.anderen = {ASSEN: self.by}

    def zetten(self):
        return {
            ("write_opgavestand", soort): lambda who, o, soort=soort: write_opgavestand(
                by=who, gemeente=o[0], opgave=o[1], soort=soort, toelichting="Daarom.", datum=days(0)
            )
            for soort in STANDEN
        }

    def reach(self, toestand):
        nummer = next(self.nummers)
        gemeente = (ASSEN, "GM0109", "GM0114", "GM0118")[nummer // len(beleid().opgaven)]
        if gemeente not in self.anderen:
            make_gemeente(gemeente)
            self.anderen[gemeente] = make_actor(Rol.BELEIDSADVISEUR, gemeente)
        zaak = (gemeente, list(beleid().opgaven)[nummer % len(beleid().opgaven)])
        if toestand != OPGAVE.begin:
            self.zetten()[("write_opgavestand", toestand)](self.anderen[gemeente], zaak)
        return zaak

    def state(self, zaak):
        gemeente, opgave = zaak
        return read_agenda(by=self.anderen[gemeente], gemeente=gemeente).opgave(opgave).stand

    def doener(self, zaak, handeling):
        return self.anderen[zaak[0]]


class TestAgendaactie(ElkeOvergang):
    machine = AGENDAACTIE
    wie: ClassVar = dict.fromkeys(
        ("move_agendaactie", "finish_agendaactie", "drop_agendaactie", "reopen_agendaactie"), SCHRIJFT
    )
    wegen = {
        "open": (),
        "verschoven": ("move_agendaactie",),
        "gedaan": ("finish_agendaactie",),
        "vervallen": ("drop_agendaactie",),
    }

    def maak(self):
        self.by = make_actor(Rol.BELEIDSADVISEUR, ASSEN)
        self.interventie = intervene(self.by, ASSEN)
        self.dagen = count(60)

    def zetten(self):
        said = {"reden": "Daarom.", "datum": days(0)}
        return {
            ("move_agendaactie", ""): lambda who, a: move_agendaactie(
                by=who, actie_id=a, uiterlijk=days(next(self.dagen)), **said
            ),
            ("finish_agendaactie", ""): lambda who, a: finish_agendaactie(by=who, actie_id=a, **said),
            ("drop_agendaactie", ""): lambda who, a: drop_agendaactie(by=who, actie_id=a, **said),
            ("reopen_agendaactie", ""): lambda who, a: reopen_agendaactie(by=who, actie_id=a, **said),
        }

    def reach(self, toestand):
        actie = agree(self.by, self.interventie)
        for handeling in self.wegen[toestand]:
            self.zetten()[(handeling, "")](self.by, actie)
        return actie

    def state(self, actie):
        return read_agenda_of(by=self.by, actie_id=actie)[1].stand


class TestGebiedsafspraak(ElkeOvergang):
    machine = GEBIEDSAFSPRAAK
    wie: ClassVar = dict.fromkeys(
        (
            *("move_gebiedsafspraak", "finish_gebiedsafspraak"),
            *("drop_gebiedsafspraak", "reopen_gebiedsafspraak"),
        ),
        SCHRIJFT
        | {
            *(Rol.JEUGDCONSULENT, Rol.GEDRAGSWETENSCHAPPER, Rol.POH_JEUGD, Rol.JONGERENWERKER),
            *(Rol.GEZINSCOACH, Rol.JEUGDVERPLEEGKUNDIGE, Rol.SCHOOL, Rol.KINDEROPVANG),
        },
    )
    wegen = {
        "open": (),
        "verschoven": ("move_gebiedsafspraak",),
        "gedaan": ("finish_gebiedsafspraak",),
        "vervallen": ("drop_gebiedsafspraak",),
    }

    def maak(self):
        self.by = make_actor(Rol.BELEIDSADVISEUR, ASSEN)
        self.bijeenkomst = hold(self.by, "assen", gemeente=ASSEN)
        self.dagen = count(60)

    def zetten(self):
        said = {"reden": "Daarom.", "datum": days(0)}
        return {
            ("move_gebiedsafspraak", ""): lambda who, a: move_gebiedsafspraak(
                by=who, afspraak_id=a, uiterlijk=days(next(self.dagen)), **said
            ),
            ("finish_gebiedsafspraak", ""): lambda who, a: finish_gebiedsafspraak(
                by=who, afspraak_id=a, **said
            ),
            ("drop_gebiedsafspraak", ""): lambda who, a: drop_gebiedsafspraak(by=who, afspraak_id=a, **said),
            ("reopen_gebiedsafspraak", ""): lambda who, a: reopen_gebiedsafspraak(
                by=who, afspraak_id=a, **said
            ),
        }

    def reach(self, toestand):
        afspraak = promise(self.by, self.bijeenkomst)
        for handeling in self.wegen[toestand]:
            self.zetten()[(handeling, "")](self.by, afspraak)
        return afspraak

    def state(self, afspraak):
        return read_afspraak(by=self.by, afspraak_id=afspraak)[1].stand
