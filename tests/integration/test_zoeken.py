"""The one search box: everybody is found by whoever may see them, and by nobody else."""

import random
from collections import Counter
from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from koers.actions.kern import zoeken
from koers.actions.kern.gezinnen import register_gezin
from koers.actions.kern.zoeken import search_gezinnen
from koers.domain.namen import fold_persoon
from koers.domain.personen import NieuwAdres, NieuwPersoon
from koers.domain.rollen import Rol
from koers.domain.zoekvraag import casusnummer
from koers.domain.zoekwoorden import keys_of
from koers.registers.kern.models import (
    Betrokkenheid,
    Gezin,
    Gezinslid,
    Huishouden,
    LogRegel,
    Persoon,
    Zoekwoord,
)
from koers.registers.kern.verbinding import acting
from koers.registers.klok import nu
from tests.wereld import (
    ASSEN,
    MIDDEN_DRENTHE,
    actor_of,
    give_help,
    make_actor,
    make_familie,
    make_medewerker,
    make_organisatie,
    make_product,
    sign_in,
)

pytestmark = pytest.mark.django_db
TEST_BSN = "999900006"
MENSEN, VARIANTEN = 3000, 500
# Measured, and the same on both databases: false hits of 500 questions together, lowest place of the child.
VALS, LAAGSTE_PLAATS = 74, 3


def listed(namen: str) -> list[str]:
    return namen.split()


ROEPNAMEN = listed(
    "Élise Łukasz Emine Elif Daan Sem Noor Zoë Chloé Jürgen Thijs Matthijs Sietse Fleur Anouk"
    " Björn Mohamed İbrahim Şeyma Femke Jeltje Stijn Lotte Marijke Willem Geert Hendrik Zeynep"
    " Ömer Tineke Ruben Jasmijn Margriet Cornelis Jantine Roelof Wytse Anneke Philip Esther"
)
KERNEN = listed(
    "Dijkstra Jansen Hendriks Bakker Visser Meijer Mulder Schouten Yılmaz Şahin Nowak"
    " Wiśniewski Müller Veenstra Hoekstra Postma Wijk Berg Heuvel Linden Kamp Groot Bruin Vries"
    " Boer Çelik Öztürk Kowalski Scholten Kuiper Prins Huizinga Reitsma Oosterhuis Broekema"
    " Wolters Lubbers Drenth Sikkema Thijssen"
)
VOORVOEGSELS = ("", "", "", "van den", "van der", "de", "ter", "van", "van 't")


def people(random_: random.Random) -> list[tuple[str, str, str]]:
    """Different names: called, prefix, surname. Surnames differ from each other as real ones do."""
    begin = ("", "", "Ooster", "Noord", "Klein ", "Groot", "Zand", "Veld", "Hoog", "Nieuw", "Broek", "Wester")
    eind = ("", "", "ma", "sen", "huis", "man", "ing")
    found: dict[tuple[str, str, str], None] = {}
    while len(found) < MENSEN:
        naam = random_.choice(begin) + random_.choice(KERNEN) + random_.choice(eind)
        if random_.random() < 0.15:
            naam += "-" + random_.choice(["", "de ", "van "]) + random_.choice(KERNEN)
        found[random_.choice(ROEPNAMEN), random_.choice(VOORVOEGSELS), naam] = None
    return list(found)


def typo(woord: str, random_: random.Random) -> str:
    """One letter added, left out, replaced or two swapped."""
    plek, letter = random_.randrange(1, len(woord) - 1), random_.choice("aeiorstnlk")
    return random_.choice(
        [
            woord[:plek] + woord[plek + 1 :],
            woord[:plek] + letter + woord[plek:],
            woord[:plek] + letter + woord[plek + 1 :],
            woord[:plek] + woord[plek + 1] + woord[plek] + woord[plek + 2 :],
        ]
    )


def plain(naam: str) -> str:
    """Without diacritics, as somebody types who has none on the keyboard."""
    return naam.translate(str.maketrans("éłüëöİŞşıńśçÇÖÜ", "elueoIssinscCOU"))


VORMEN = {
    "prefix left out": lambda r, v, a, _: f"{r} {a}",
    "prefix behind": lambda r, v, a, _: f"{a}, {v} {r}",
    "prefix shortened": lambda r, v, a, _: f"{r} {v.replace('van den', 'v.d.').replace('van der', 'vd')} {a}",
    "prefix as one word": lambda r, v, a, _: f"{r} {(v + a).replace(' ', '').replace(chr(39), '')}",
    "diacritics dropped": lambda r, v, a, _: plain(f"{r} {v} {a}").lower(),
    "ij as y": lambda r, v, a, _: f"{r} {v} {a}".replace("ij", "y"),
    "double name turned": lambda r, v, a, _: f"{' '.join(reversed(a.split('-')))} {r}",
    "one letter wrong": lambda r, v, a, g: f"{r} {v} {typo(a, g)}",
    "one letter of the first name wrong": lambda r, v, a, g: f"{typo(r, g)} {v} {a}",
    "initial": lambda r, v, a, _: f"{plain(r)[0]}. {v} {a}",
}


def many(by, namen) -> dict[tuple[str, str, str], object]:
    """A family of one child for each name, of which `by` is in the know. As the bulk load does it."""
    gezinnen, personen, woorden = [], [], []
    start = date(2009, 1, 1)
    for nummer, (roepnaam, voorvoegsel, achternaam) in enumerate(namen):
        gevouwen = fold_persoon(
            roepnaam=roepnaam, voornamen="", voorvoegsel=voorvoegsel, achternaam=achternaam
        )
        gezin = Gezin(gemeente_id=MIDDEN_DRENTHE, naam=achternaam, aangemaakt_at=nu())
        persoon = Persoon(
            gemeente_id=MIDDEN_DRENTHE,
            roepnaam=roepnaam,
            voorvoegsel=voorvoegsel,
            achternaam=achternaam,
            gevouwen=gevouwen,
            geboortedatum=start + timedelta(days=nummer),
        )
        gezinnen.append(gezin)
        personen.append(persoon)
        woorden += [
            Zoekwoord(persoon=persoon, gemeente_id=MIDDEN_DRENTHE, woord=s.woord, kop=s.kop, staart=s.staart)
            for s in keys_of(gevouwen)
        ]
    with transaction.atomic(), acting(uuid4(), frozenset({MIDDEN_DRENTHE})):
        Gezin.objects.bulk_create(gezinnen)
        Persoon.objects.bulk_create(personen)
        Zoekwoord.objects.bulk_create(woorden)
        begin = {"gemeente_id": MIDDEN_DRENTHE, "begindatum": date(2020, 1, 1)}
        Gezinslid.objects.bulk_create(
            Gezinslid(gezin=g, persoon=p, rol="jeugdige", **begin)
            for g, p in zip(gezinnen, personen, strict=True)
        )
        Betrokkenheid.objects.bulk_create(
            Betrokkenheid(gezin=g, medewerker_id=by.id, **begin) for g in gezinnen
        )
    return {naam: gezin.pk for naam, gezin in zip(namen, gezinnen, strict=True)}


def test_five_hundred_ways_of_writing_a_name_all_find_the_child():
    random_ = random.Random(20261123)
    by = make_actor(Rol.JEUGDCONSULENT)
    namen = people(random_)
    gezinnen = many(by, namen)
    missed, places, false_hits = [], Counter(), []
    for nummer, naam in enumerate(random_.sample(namen, VARIANTEN)):
        vorm = list(VORMEN)[nummer % len(VORMEN)]
        zoek = VORMEN[vorm](*naam, random_)
        gevonden = search_gezinnen(by=by, tekst=zoek)
        order = [treffer.id for treffer in gevonden.treffers]
        if gezinnen[naam] not in order:
            missed.append((vorm, naam, zoek, gevonden.totaal))
            continue
        places[order.index(gezinnen[naam]) + 1] += 1
        false_hits.append(gevonden.totaal - 1)
    told = f"{sum(false_hits)} false, at most {max(false_hits)} a question; places {sorted(places.items())}"
    assert missed == [], told
    assert sum(false_hits) == VALS, told
    assert max(places) <= LAAGSTE_PLAATS, told


@pytest.fixture
def by():
    return make_actor(Rol.JEUGDCONSULENT)


def found(by, tekst) -> set:
    return {treffer.id for treffer in search_gezinnen(by=by, tekst=tekst).treffers}


def register(by, naam="Yılmaz", adres=None, **more):
    kind = NieuwPersoon(**{"achternaam": naam, "roepnaam": "Elif", "geboortedatum": date(2012, 2, 29)} | more)
    return register_gezin(by=by, jeugdige=kind, adres=adres, formulier=uuid4(), toch=True)


BRINK = {"straatnaam": "Brink", "huisnummer": 3, "postcode": "9411AB", "plaatsnaam": "Beilen"}


@pytest.mark.parametrize(
    "tekst",
    [
        *("yilmaz", "YILMAZ elif", "yil", "29-2-2012", "elif 29 feb 2012", "yilmaz 2012", TEST_BSN),
        *("9999.00.006", "brink 3", "Brink 3 Beilen", "9411 AB", "9411ab 3"),
    ],
)
def test_one_box_finds_by_name_birth_date_bsn_and_address(by, tekst):
    gezin = register(by, adres=NieuwAdres(**BRINK, geheim="nee"), bsn=TEST_BSN, bsn_status="bekend")
    register(by, "Ander", geboortedatum=date(2010, 1, 1), roepnaam="Noor")
    assert found(by, tekst) == {gezin}


@pytest.mark.parametrize("tekst", ["beilen", "brink 4", "9411 AC", "30-2-2012", "123456789", "y", "", "  "])
def test_what_does_not_answer_is_not_found(by, tekst):
    register(by, adres=NieuwAdres(**BRINK, geheim="nee"))
    assert found(by, tekst) == set()


def test_the_whole_family_comes_with_its_casussen_and_help(by):
    familie = make_familie(by, "Zandstra")
    aanbieder = make_organisatie(MIDDEN_DRENTHE, "aanbieder")
    familie = give_help(by, familie, make_product(aanbieder))
    for tekst in ("zandstra", "Ouder Zandstra", casusnummer(familie.casus)):
        (treffer,) = search_gezinnen(by=by, tekst=tekst).treffers
        assert {mens.id for mens in treffer.leden} == {familie.kind, familie.ouder}
        assert [casus.id for casus in treffer.casussen] == [familie.casus]
        assert [traject.id for traject in treffer.trajecten] == [familie.toewijzing]
        assert [huis.id for huis in treffer.huishoudens] == [familie.huishouden]


def test_a_poh_finds_the_family_and_no_casus(by):
    familie = give_help(
        by, make_familie(by, "Zandstra"), make_product(make_organisatie(MIDDEN_DRENTHE, "aanbieder"))
    )
    poh = make_medewerker(Rol.POH_JEUGD)
    with transaction.atomic(), acting(uuid4(), frozenset({MIDDEN_DRENTHE})):
        Betrokkenheid.objects.create(
            gezin_id=familie.gezin, medewerker=poh, gemeente_id=MIDDEN_DRENTHE, begindatum=date(2020, 1, 1)
        )
    (treffer,) = search_gezinnen(by=actor_of(poh), tekst="zandstra").treffers
    assert (treffer.casussen, treffer.trajecten) == ((), ())
    assert found(actor_of(poh), casusnummer(familie.casus)) == set()


QUESTIONS = ("yilmaz", "29-2-2012", TEST_BSN, "brink 3", "9411AB")


@pytest.mark.parametrize("gemeente", [MIDDEN_DRENTHE, ASSEN])
def test_who_does_not_work_with_the_family_gets_the_answer_of_nothing_there(by, gemeente):
    other = make_actor(Rol.JEUGDCONSULENT, gemeente)
    before = [search_gezinnen(by=other, tekst=tekst) for tekst in QUESTIONS]
    register(by, adres=NieuwAdres(**BRINK, geheim="nee"), bsn=TEST_BSN, bsn_status="bekend")
    assert [search_gezinnen(by=other, tekst=tekst) for tekst in QUESTIONS] == before


@pytest.mark.parametrize("geheim", ["ja", "onbekend"])
def test_the_address_of_a_hidden_household_finds_nobody_and_stays_closed(by, geheim):
    gezin = register(by, adres=NieuwAdres(**BRINK, geheim=geheim))
    assert [found(by, tekst) for tekst in ("brink 3", "brink", "9411AB", "brink 3 beilen")] == [set()] * 4
    gevonden = search_gezinnen(by=by, tekst="yilmaz")
    assert found(by, "yilmaz") == {gezin}
    assert "Brink" not in str(gevonden)
    assert "9411" not in str(gevonden)


def test_a_hidden_address_in_the_search_key_is_refused_by_the_database(by, monkeypatch):
    """Planted: the key is made without asking whether the address may be told."""
    monkeypatch.setattr(
        "koers.actions.kern.gezinnen.searchable_adres", lambda huis: f" {huis.straatnaam}| x".lower()
    )
    with pytest.raises(IntegrityError):
        register(by, adres=NieuwAdres(**BRINK, geheim="ja"))
    assert not Huishouden.objects.exists()


def test_what_was_asked_is_not_in_the_log(by):
    register(by, bsn=TEST_BSN, bsn_status="bekend")
    for tekst in (TEST_BSN, "yilmaz elif", "29-2-2012"):
        search_gezinnen(by=by, tekst=tekst)
    rows = list(LogRegel.objects.filter(handeling="search_gezinnen").order_by("pk"))
    assert [row.bijzonderheden["manieren"] for row in rows] == [["bsn"], ["naam"], ["geboortedatum"]]
    assert [row.betrokkenen.count() for row in rows] == [1, 1, 1]
    told = str([row.__dict__ for row in rows]).lower()
    assert not any(tekst in told for tekst in (TEST_BSN, "yilmaz", "elif", "29-2-2012"))


def test_a_list_asks_the_same_number_of_questions_for_one_family_as_for_nine(by):
    def questions() -> int:
        with CaptureQueriesContext(connection) as captured:
            search_gezinnen(by=by, tekst="familie")
        return len(captured)

    register(by, "Familie")
    one = questions()
    for nummer in range(8):
        register(by, f"Familie{nummer}")
    assert questions() == one


class TestPage:
    @pytest.fixture
    def consulent(self, client):
        medewerker = make_medewerker(Rol.JEUGDCONSULENT)
        sign_in(client, medewerker)
        client.actor = actor_of(medewerker)
        return client

    def test_a_bsn_travels_in_the_body_and_never_in_an_address(self, consulent):
        register(consulent.actor, bsn=TEST_BSN, bsn_status="bekend")
        page = consulent.post("/zoeken/", {"zoek": TEST_BSN})
        assert "Gezin Yılmaz" in page.text
        assert TEST_BSN not in page.text.replace(f'value="{TEST_BSN}"', "").replace(f"“{TEST_BSN}”", "")
        for adres in ("/zoeken/", "/gezinnen/", "/vandaag/"):
            text = consulent.get(adres).text
            for form in text.split("<form")[1:]:
                if 'name="zoek"' in form.split("</form>")[0]:
                    assert 'method="post"' in form.split(">")[0]

    def test_a_question_in_the_address_is_not_answered(self, consulent):
        register(consulent.actor)
        assert "Gezin Yılmaz" not in consulent.get("/zoeken/?zoek=yilmaz").text

    def test_the_page_says_what_is_wrong_with_a_number_or_a_date(self, consulent):
        assert "geen geldig BSN" in consulent.post("/zoeken/", {"zoek": "123456789"}).text
        assert "30-2-2012 bestaat niet" in consulent.post("/zoeken/", {"zoek": "30-2-2012"}).text


# Faults that the tests above have to meet, planted one by one.
def _everybody(by, today):
    return Gezin.objects.all()


def test_planted_search_beyond_the_filter_is_met(by, monkeypatch):
    register(by)
    other = make_actor(Rol.JEUGDCONSULENT)
    assert found(other, "yilmaz") == set()
    monkeypatch.setattr(zoeken, "visible_gezinnen", _everybody)
    assert found(other, "yilmaz") != set()


def test_planted_hidden_address_on_the_card_is_met(by, monkeypatch):
    register(by, adres=NieuwAdres(**BRINK, geheim="ja"))
    assert "Brink" not in str(search_gezinnen(by=by, tekst="yilmaz"))
    monkeypatch.setattr(Huishouden, "is_geheim", False)
    assert "Brink" in str(search_gezinnen(by=by, tekst="yilmaz"))
