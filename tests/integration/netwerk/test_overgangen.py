"""Every move of a meeting, an item, a position and an action, in every state and by every role."""

from typing import ClassVar

import pytest

from koers.actions.netwerk.besluiten import decide_agendapunt, follow_actie
from koers.actions.netwerk.vergadering_lezen import read_actie, read_vergadering
from koers.actions.netwerk.vergaderingen import cancel_vergadering, close_agendapunt, send_agenda
from koers.actions.netwerk.verslagen import adopt_verslag, write_verslag
from koers.actions.netwerk.voorbereiden import (
    annotate_agendapunt,
    draft_standpunt,
    release_annotatie,
    share_standpunt,
)
from koers.domain.rollen import Rol
from koers.domain.toestanden.vergadering import ACTIE, AGENDAPUNT, STANDPUNT, VERGADERING
from koers.registers.klok import vandaag
from tests.overgangen import ElkeOvergang
from tests.vergaderwereld import (
    decided,
    decision,
    give_action,
    item,
    make_regio,
    plan,
    prepare,
    put,
    send,
)

pytestmark = pytest.mark.django_db
ORGANISEERT = frozenset({Rol.REGIOMANAGER, Rol.BELEIDSADVISEUR})
ELDERS = "GM1680"  # takes no part in these meetings


class Regionaal(ElkeOvergang):
    """What all four share: a region in which the regiomanager organises."""

    vreemd = ELDERS
    wegen: ClassVar[dict[str, tuple[tuple[str, str], ...]]]

    def maak(self):
        self.regio = make_regio()
        self.by = self.regio.als("regiomanager")
        self.wethouder, self.adviseur = self.regio.als("wethouder"), self.regio.als("beleidsadviseur")

    def walk(self, zaak, toestand):
        """Along the road to this state."""
        for move in self.wegen[toestand]:
            self.zetten()[move](self.doener(zaak, move[0]), zaak)
        return zaak


class TestVergadering(Regionaal):
    machine = VERGADERING
    weigert = frozenset(
        {
            *("overgang_mag_niet", "niet_gevonden", "agenda_niet_verstuurd", "verslag_staat_vast"),
            "vergadering_afgelast",
        }
    )
    wie: ClassVar = {
        **dict.fromkeys(("send_agenda", "write_verslag", "cancel_vergadering"), ORGANISEERT),
        "adopt_verslag": frozenset({Rol.REGIOMANAGER, Rol.BELEIDSADVISEUR, Rol.WETHOUDER, Rol.STUURGROEPLID}),
    }
    wegen = {
        "gepland": (),
        "agenda_verstuurd": (("send_agenda", ""),),
        "verslag_in_de_maak": (("send_agenda", ""), ("write_verslag", "")),
        "verslag_vastgesteld": (("send_agenda", ""), ("write_verslag", ""), ("adopt_verslag", "")),
        "afgelast": (("cancel_vergadering", ""),),
    }

    def zetten(self):
        return {
            ("send_agenda", ""): lambda who, v: send_agenda(by=who, vergadering_id=v),
            ("write_verslag", ""): lambda who, v: write_verslag(
                by=who, vergadering_id=v, aanwezig="allen", per_punt={}
            ),
            ("adopt_verslag", ""): lambda who, v: adopt_verslag(by=who, vergadering_id=v),
            ("cancel_vergadering", ""): lambda who, v: cancel_vergadering(
                by=who, vergadering_id=v, reden="Ziek."
            ),
        }

    def reach(self, toestand):
        vergadering = plan(self.regio)
        punt = put(self.regio, vergadering)
        for move in self.wegen[toestand]:
            if move[0] == "write_verslag":  # minutes tell of every item what became of it
                close_agendapunt(by=self.by, punt_id=punt, keuze="besproken", reden="Gehoord.")
            self.zetten()[move](self.doener(vergadering, move[0]), vergadering)
        return vergadering

    def reach_for(self, move, toestand):
        vergadering = self.reach(toestand)
        if move[0] == "write_verslag" and toestand == "agenda_verstuurd":
            (punt,) = read_vergadering(by=self.by, vergadering_id=vergadering).punten
            close_agendapunt(by=self.by, punt_id=punt.id, keuze="besproken", reden="Gehoord.")
        return vergadering

    def state(self, vergadering):
        return read_vergadering(by=self.by, vergadering_id=vergadering).kort.stand

    def doener(self, vergadering, handeling):
        return self.wethouder if handeling == "adopt_verslag" else self.by


class TestAgendapunt(Regionaal):
    machine = AGENDAPUNT
    wie: ClassVar = {
        **dict.fromkeys(("decide_agendapunt", "close_agendapunt"), ORGANISEERT),
        **dict.fromkeys(("annotate_agendapunt", "release_annotatie"), ORGANISEERT | {Rol.CONTROLLER}),
    }
    wegen = {
        "op_agenda": (),
        "geannoteerd": (("annotate_agendapunt", ""),),
        "voorbereid": (("annotate_agendapunt", ""), ("release_annotatie", "")),
        "besloten": (("decide_agendapunt", ""),),
        **{keuze: (("close_agendapunt", keuze),) for keuze in ("besproken", "aangehouden", "van_de_agenda")},
    }

    def zetten(self):
        besluit = decision(zonder_voorbereiding="Er was haast.")
        return {
            ("annotate_agendapunt", ""): lambda who, p: annotate_agendapunt(
                by=who, punt_id=p, tekst="Lees dit.", voorstel="Ga door."
            ),
            ("release_annotatie", ""): lambda who, p: release_annotatie(by=who, punt_id=p),
            ("decide_agendapunt", ""): lambda who, p: decide_agendapunt(by=who, punt_id=p, nieuw=besluit),
            **{
                ("close_agendapunt", keuze): lambda who, p, keuze=keuze: close_agendapunt(
                    by=who, punt_id=p, keuze=keuze, reden="Daarom."
                )
                for keuze in ("besproken", "aangehouden", "van_de_agenda")
            },
        }

    def reach(self, toestand):
        vergadering = plan(self.regio)
        punt = put(self.regio, vergadering)
        put(self.regio, vergadering)
        send(self.regio, vergadering)
        return self.walk(punt, toestand)

    def state(self, punt):
        return item(self.by, punt).stand

    def doener(self, punt, handeling):
        return self.adviseur if handeling in ("annotate_agendapunt", "release_annotatie") else self.by


class TestStandpunt(Regionaal):
    machine = STANDPUNT
    wie: ClassVar = {
        "draft_standpunt": frozenset({Rol.WETHOUDER, Rol.BELEIDSADVISEUR}),
        "share_standpunt": frozenset({Rol.WETHOUDER}),
    }
    wegen = {
        "geen_standpunt": (),
        "standpunt_in_de_maak": (("draft_standpunt", ""),),
        "gedeeld": (("draft_standpunt", ""), ("share_standpunt", "")),
    }

    def zetten(self):
        return {
            ("draft_standpunt", ""): lambda who, p: draft_standpunt(
                by=who, punt_id=p, keuze="voor", tekst="Het werkt."
            ),
            ("share_standpunt", ""): lambda who, p: share_standpunt(by=who, punt_id=p),
        }

    def reach(self, toestand):
        vergadering = plan(self.regio)
        punt = put(self.regio, vergadering)
        send(self.regio, vergadering)
        prepare(self.regio, punt)
        return self.walk(punt, toestand)

    def state(self, punt):
        return item(self.wethouder, punt).eigen.stand

    def doener(self, punt, handeling):
        return self.wethouder


class TestActie(Regionaal):
    machine = ACTIE
    wie: ClassVar = {"follow_actie": frozenset({Rol.REGIOMANAGER, Rol.BELEIDSADVISEUR, Rol.WETHOUDER})}
    wegen = {
        "open": (),
        "loopt_uit": (("follow_actie", "loopt_uit"),),
        "gedaan": (("follow_actie", "gedaan"),),
        "vervallen": (("follow_actie", "vervallen"),),
    }

    def zetten(self):
        return {
            ("follow_actie", soort): lambda who, a, soort=soort: follow_actie(
                by=who,
                actie_id=a,
                soort=soort,
                reden="" if soort == "gedaan" else "Daarom.",
                uiterlijk=vandaag().replace(year=vandaag().year + 1, day=1) if soort == "loopt_uit" else None,
            )
            for soort in ("gedaan", "loopt_uit", "vervallen", "toch_niet")
        }

    def reach(self, toestand):
        _vergadering, _punt, besluit = decided(self.regio)
        return self.walk(give_action(self.regio, besluit), toestand)

    def state(self, actie):
        return read_actie(by=self.by, actie_id=actie).stand
