"""Several people decide about the same two rows at one moment, while somebody writes about one of them."""

import threading
from datetime import date
from uuid import uuid4

import pytest
from django.db import connections

from koers.actions.kern.gezin_lezen import read_gezin
from koers.actions.kern.gezinnen import NieuwLid, add_gezinslid, register_gezin
from koers.actions.kern.samenvoegen import merge_personen
from koers.domain.personen import NieuwPersoon
from koers.domain.rollen import Rol
from koers.domain.weigering import Refused
from koers.registers.kern.models import Gezinslid, Samenvoeging
from tests.wereld import make_actor, make_familie

pytestmark = pytest.mark.django_db(transaction=True)


def test_three_at_a_time_make_one_merge_and_a_new_parent_is_not_lost():
    by = make_actor(Rol.JEUGDCONSULENT)
    een = make_familie(by, "Samenloop")
    child = NieuwPersoon(
        achternaam="Samenloop",
        roepnaam="Kind",
        geboortedatum=date(2014, 2, 28),
        bsn="999900006",
        bsn_status="bekend",
    )
    gezin = register_gezin(by=by, jeugdige=child, toch=True, formulier=uuid4())
    ander = Gezinslid.objects.get(gezin=gezin).persoon_id
    outcomes: list[str] = []

    def attempt(do):
        try:
            do()
            outcomes.append("gedaan")
        except Refused as refused:
            outcomes.append(refused.code)
        finally:
            connections.close_all()

    def merge():
        versies = {een.kind: 1, ander: 1}
        merge_personen(by=by, een=een.kind, ander=ander, reden="pas", versies=versies, formulier=uuid4())

    def write():
        parent = NieuwPersoon(achternaam="Nieuweling", roepnaam="Ouder", geboortedatum=date(1986, 1, 1))
        lid = NieuwLid(persoon=parent, rol="ouder", gezag_over=(ander,))
        add_gezinslid(by=by, gezin_id=gezin, lid=lid, formulier=uuid4())

    threads = [threading.Thread(target=attempt, args=(do,)) for do in (merge, write, merge, merge)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["al_samengevoegd", "al_samengevoegd", "gedaan", "gedaan"]
    assert Samenvoeging.objects.count() == 1
    assert "Ouder Nieuweling" in read_gezin(by=by, gezin_id=gezin).gezag[ander]
