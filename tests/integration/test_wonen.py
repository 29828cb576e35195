"""A second home, a move and a home that was left: who lives where, and what becomes of a letter to it."""

from datetime import timedelta
from uuid import uuid4

import pytest

from koers.actions.handeling import act
from koers.actions.kern.gezin_lezen import read_gezin
from koers.actions.kern.gezinnen import Plaats
from koers.actions.kern.wonen import add_woonplek, end_woonplek
from koers.actions.kern.zoeken import search_gezinnen
from koers.actions.toegang import besluiten, brieven
from koers.domain.personen import NieuwAdres
from koers.domain.rollen import Rol
from koers.domain.weigering import Refused
from koers.registers.kern.models import Huishouden, Huishoudenlid, LogRegel
from koers.registers.klok import vandaag
from tests.integration.toegang.besluitwereld import asked, letters, made, second_parent, stand
from tests.wereld import (
    actor_of,
    granted,
    make_actor,
    make_familie,
    make_medewerker,
    make_organisatie,
    make_product,
    sign_in,
)

pytestmark = pytest.mark.django_db
DAG = timedelta(days=1)
HIER = NieuwAdres("Kerkweg", 4, "", "9411AB", "Beilen", "nee")


@pytest.fixture
def medewerker():
    return make_medewerker(Rol.JEUGDCONSULENT)


@pytest.fixture
def by(medewerker):
    return actor_of(medewerker)


def add(by, familie, persoon=None, *, plaats=None, vanaf=None, verhuisd=False):
    return add_woonplek(
        by=by,
        gezin_id=familie.gezin,
        persoon_id=persoon or familie.kind,
        plaats=plaats or Plaats(adres=HIER),
        vanaf=vanaf or vandaag(),
        verhuisd=verhuisd,
        formulier=uuid4(),
    )


def end(by, familie, huis, tot=None):
    return end_woonplek(
        by=by,
        gezin_id=familie.gezin,
        persoon_id=familie.kind,
        huishouden_id=huis,
        tot_datum=tot or vandaag(),
        formulier=uuid4(),
    )


def lived_since(by, persoon, days):
    """As if they were written down so many days ago."""
    with act("register_gezin", by=by):
        Huishoudenlid.objects.filter(persoon=persoon).update(begindatum=vandaag() - days * DAG)


def homes(by, familie, persoon=None):
    """The addresses of the child; a secret one is empty."""
    gezin = read_gezin(by=by, gezin_id=familie.gezin)
    return sorted(h.adres for h in gezin.huishoudens if (persoon or familie.kind) in h.bewoner_ids)


def code_of(do, *args, **more):
    with pytest.raises(Refused) as refused:
        do(*args, **more)
    return refused.value.code


def test_a_child_has_two_homes_and_leaves_one(by):
    familie = make_familie(by, "Tweehuis")
    second = add(by, familie)
    assert homes(by, familie) == ["", "Kerkweg 4, 9411AB Beilen"]
    assert homes(by, familie, familie.ouder) == [""]
    assert LogRegel.objects.filter(handeling="register_woonplek").count() == 1
    lived_since(by, familie.kind, 10)
    end(by, familie, familie.huishouden)
    assert homes(by, familie) == ["Kerkweg 4, 9411AB Beilen"]
    assert Huishoudenlid.objects.get(persoon=familie.kind, huishouden=familie.huishouden).tot_datum
    # Back home again is a new period beside the old one.
    add(by, familie, plaats=Plaats(huishouden_id=familie.huishouden))
    assert Huishoudenlid.objects.filter(persoon=familie.kind, huishouden=familie.huishouden).count() == 2
    assert second != familie.huishouden


def test_who_moves_lives_there_no_more_and_is_found_at_the_new_address(by):
    familie = make_familie(by, "Verhuisma", straat="Oudeweg")
    lived_since(by, familie.kind, 10)
    add(by, familie, verhuisd=True)
    assert homes(by, familie) == ["Kerkweg 4, 9411AB Beilen"]
    assert [een.id for een in search_gezinnen(by=by, tekst="Kerkweg 4").treffers] == [familie.gezin]


def test_a_secret_second_address_is_shown_and_searched_nowhere(by, client, medewerker):
    familie = make_familie(by, "Schuilma")
    geheim = NieuwAdres("Schuilstraat", 9, "", "9411ZZ", "Beilen", "ja")
    add(by, familie, plaats=Plaats(adres=geheim))
    assert homes(by, familie) == ["", ""]
    assert search_gezinnen(by=by, tekst="Schuilstraat 9").treffers == ()
    sign_in(client, medewerker)
    for adres in (f"/gezinnen/{familie.gezin}/", f"/gezinnen/{familie.gezin}/persoon/{familie.kind}/wonen/"):
        assert b"Schuilstraat" not in client.get(adres).content


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"vanaf": 1}, "datum_in_toekomst"),
        ({"plaats": Plaats()}, "woonplek_ontbreekt"),
        ({"plaats": "elders"}, "hoort_niet_bij_gezin"),
        ({"plaats": "thuis"}, "woont_hier_al"),
        ({"verhuisd": True}, "woonplek_voor_begin"),
    ],
)
def test_what_cannot_be_is_refused_and_changes_nothing(by, more, code):
    familie, ander = make_familie(by, "Blijfma"), make_familie(make_actor(Rol.JEUGDCONSULENT), "Vreemdma")
    named = {"elders": ander.huishouden, "thuis": familie.huishouden}
    if more.get("plaats") in named:
        more = {"plaats": Plaats(huishouden_id=named[more["plaats"]])}
    if "vanaf" in more:
        more = {"vanaf": vandaag() + DAG}
    before = Huishoudenlid.objects.count(), Huishouden.objects.count()
    assert code_of(add, by, familie, **more) == code
    assert (Huishoudenlid.objects.count(), Huishouden.objects.count()) == before


def test_only_of_own_families_and_only_who_belongs_to_it(by):
    familie, vreemd = make_familie(by, "Eigenma"), make_actor(Rol.JEUGDCONSULENT)
    ander = make_familie(vreemd, "Andersma")
    assert code_of(add, vreemd, familie) == "niet_gevonden"
    assert code_of(end, vreemd, familie, familie.huishouden) == "niet_gevonden"
    assert code_of(add, by, familie, ander.kind) == "niet_gevonden"  # a child of another family
    assert code_of(end, by, familie, ander.huishouden) == "niet_gevonden"
    assert code_of(add, make_actor(Rol.POH_JEUGD), familie) == "geen_recht"


def test_a_letter_that_waits_comes_back_when_its_reader_moved(by):
    z = asked(by)
    second_parent(by, z)
    product = make_product(make_organisatie("GM1731", "aanbieder"))
    besluiten.decide_besluit(by=by, casus_id=z.casus, besluit=granted(product))
    (father,) = [row for row in letters(z) if row.huishouden_id]
    made(by, father)
    lived_since(by, father.aan_id, 10)
    add(by, z.familie, father.aan_id, verhuisd=True)
    assert brieven.release_brief(by=by, beschikking_id=father.pk) == "brief_teruggehaald"
    assert stand(father) == "brief_teruggehaald"


def test_the_page_takes_a_second_home_keeps_what_was_typed_and_ends_one(by, client, medewerker):
    familie = make_familie(by, "Paginama")
    sign_in(client, medewerker)
    adres = f"/gezinnen/{familie.gezin}/persoon/{familie.kind}/wonen/"
    blad = client.get(adres)
    assert "Geheim adres" in blad.content.decode()
    form = {"hoe": "ook", "vanaf": vandaag().isoformat(), "huishouden": "", "geheim": "nee"}
    typed = form | {"formulier_id": str(uuid4()), "toevoeging": "", "postcode": "94"}
    wrong = client.post(adres, typed)
    assert wrong.status_code == 422
    assert "vier cijfers en twee letters" in wrong.content.decode()
    empty = client.post(adres, form | {"formulier_id": str(uuid4())})
    assert "vul een adres in" in empty.content.decode()
    good = form | {"formulier_id": str(uuid4()), "straatnaam": "Kerkweg", "huisnummer": "4"}
    for _ in range(2):  # a double click is one home
        assert client.post(adres, good).status_code == 302
    assert len(homes(by, familie)) == 2
    lived_since(by, familie.kind, 5)
    einde = f"{adres}{familie.huishouden}/einde/"
    late = client.post(einde, {"formulier_id": str(uuid4()), "laatste_dag": (vandaag() + DAG).isoformat()})
    assert late.status_code == 422
    client.post(einde, {"formulier_id": str(uuid4()), "laatste_dag": (vandaag() - DAG).isoformat()})
    assert len(homes(by, familie)) == 1
    assert client.get(f"/gezinnen/{familie.gezin}/persoon/{uuid4()}/wonen/").status_code == 404
