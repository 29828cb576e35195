"""A BSN that was not known yet is written down at the person, once; then two who are one can be merged."""

from datetime import date
from uuid import uuid4

import pytest

from koers.actions.kern import bsn as module
from koers.actions.kern.bsn import register_bsn
from koers.actions.kern.gezinnen import register_gezin
from koers.actions.kern.personen_lezen import read_persoon
from koers.actions.kern.samenvoegen import merge_personen
from koers.actions.kern.zoeken import search_gezinnen
from koers.domain.personen import NieuwPersoon
from koers.domain.rollen import Rol
from koers.domain.weigering import Refused
from koers.registers.kern.models import Gezinslid, LogRegel
from tests.wereld import ASSEN, MIDDEN_DRENTHE, actor_of, make_actor, make_medewerker, sign_in

pytestmark = pytest.mark.django_db
BSN, ANDER = "999900006", "999900018"
GEBOREN = date(2014, 2, 28)


class Kind:
    """A child without BSN in a family of one worker."""

    def __init__(self, medewerker=None, **more) -> None:
        self.medewerker = medewerker or make_medewerker(Rol.JEUGDCONSULENT, MIDDEN_DRENTHE)
        self.by = actor_of(self.medewerker)
        wie = {"geboortedatum": GEBOREN, "bsn_status": "nog_niet_bekend"} | more
        persoon = NieuwPersoon("Zonder", "Kind", **wie)
        self.gezin = register_gezin(by=self.by, jeugdige=persoon, toch=True, formulier=uuid4())
        self.id = Gezinslid.objects.get(gezin=self.gezin).persoon_id

    def write(self, bsn=BSN, by=None, geboren=None, versie=1):
        return register_bsn(
            by=by or self.by,
            gezin_id=self.gezin,
            persoon_id=self.id,
            bsn=bsn,
            geboortedatum=geboren,
            versie=versie,
            formulier=uuid4(),
        )

    def mens(self):
        return read_persoon(by=self.by, gezin_id=self.gezin, persoon_id=self.id).beeld.mens


def refused(do, **what) -> str:
    with pytest.raises(Refused) as found:
        do(**what)
    return found.value.code


def test_the_number_is_there_is_found_and_is_in_the_log():
    kind = Kind()
    kind.write()
    assert kind.mens().bsn == BSN
    found = search_gezinnen(by=kind.by, tekst=BSN)
    assert [treffer.id for treffer in found.treffers] == [kind.gezin]
    regel = LogRegel.objects.get(handeling="register_bsn")
    assert (regel.onderwerp_id, BSN in str(regel.bijzonderheden)) == (str(kind.id), False)


def test_who_was_not_born_yet_gets_a_birth_date_with_it():
    kind = Kind(geboortedatum=None, bsn_status="ongeboren")
    assert refused(kind.write) == "geboortedatum_ontbreekt"
    kind.write(geboren=date(2026, 3, 1))
    assert (kind.mens().geboortedatum, kind.mens().bsn) == (date(2026, 3, 1), BSN)


def test_a_known_birth_date_stays_as_it_is():
    kind = Kind()
    kind.write(geboren=date(2000, 1, 1))
    assert kind.mens().geboortedatum == GEBOREN


def test_a_number_is_written_once_and_stands_with_one_person():
    kind = Kind()
    kind.write()
    assert refused(kind.write, bsn=ANDER, versie=2) == "bsn_staat_er_al"
    assert refused(Kind(kind.medewerker).write) == "bsn_al_bekend"


@pytest.mark.parametrize(("bsn", "code"), [("999900007", "bsn_klopt_niet"), ("", "bsn_klopt_niet")])
def test_a_number_that_cannot_be_is_refused(bsn, code):
    assert refused(Kind().write, bsn=bsn) == code


def test_two_who_write_at_once_make_one_number():
    kind = Kind()
    assert refused(kind.write, versie=2) == "al_gewijzigd"


def test_nobody_else_writes_it(monkeypatch):
    kind = Kind()
    strange = [make_actor(Rol.JEUGDCONSULENT, MIDDEN_DRENTHE), make_actor(Rol.JEUGDCONSULENT, ASSEN)]
    assert {refused(kind.write, by=by) for by in strange} == {"niet_gevonden"}
    # Planted: any member will do.
    monkeypatch.setattr(
        module, "find_lid", lambda by, wie, today, gezin: Gezinslid.objects.get(persoon_id=wie)
    )
    assert kind.write(by=strange[0])


def test_then_two_rows_of_one_child_can_be_merged():
    een = Kind()
    ander = Kind(een.medewerker)

    def merge(versies):
        return merge_personen(
            by=een.by, een=een.id, ander=ander.id, reden="Paspoort.", versies=versies, formulier=uuid4()
        )

    assert refused(merge, versies={een.id: 1, ander.id: 1}) == "samenvoegen_zonder_bsn"
    ander.write()
    assert refused(merge, versies={een.id: 1, ander.id: 1}) == "al_gewijzigd"
    assert merge({een.id: 1, ander.id: 2})
    # Read as one, the number is there already.
    assert refused(een.write, bsn=ANDER) == "bsn_staat_er_al"


def test_the_page_takes_it_and_says_what_is_wrong(client):
    kind = Kind(geboortedatum=None, bsn_status="ongeboren")
    sign_in(client, kind.medewerker)
    adres = f"/gezinnen/{kind.gezin}/persoon/{kind.id}/bsn/"
    form = {"bsn": "123", "geboortedatum": "2026-03-01", "versie": "1", "formulier_id": str(uuid4())}
    wrong = client.post(adres, form)
    assert wrong.status_code == 422
    assert "Dit is geen geldig BSN" in wrong.content.decode()
    assert 'value="123"' in wrong.content.decode()
    assert client.post(adres, form | {"bsn": " 9999 00 006 "}).status_code == 302
    assert kind.mens().bsn == BSN
    assert "staat er al" in client.get(adres).content.decode()
    assert (
        "BSN opschrijven</a>" not in client.get(f"/gezinnen/{kind.gezin}/persoon/{kind.id}/").content.decode()
    )
