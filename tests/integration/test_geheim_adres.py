"""A secret address is nowhere but where somebody opened it for a reason: every road is looked at, and each
planted leak has to be met."""

from dataclasses import replace
from uuid import uuid4

import pytest
from django.core import serializers
from django.db import connection, transaction
from django.test import Client

from koers.actions.handeling import Spoor
from koers.actions.kern import dubbelen, gezin_lezen, gezinnen, zoeken, zoeksleutels
from koers.actions.kern.een_persoon import EenPersoon
from koers.actions.kern.gezinnen import NieuwLid, Plaats, add_gezinslid
from koers.domain.personen import NieuwAdres, NieuwPersoon
from koers.domain.rollen import Rol
from koers.domain.zoekwoorden import key, keys_of
from koers.registers import mart
from koers.registers.kern.models import Huishouden, LogBetrokkene, LogRegel, Persoon, Zoekwoord
from koers.registers.kern.verbinding import acting
from tests.wereld import (
    MIDDEN_DRENTHE,
    Familie,
    actor_of,
    give_help,
    make_familie,
    make_medewerker,
    make_product,
    sign_in,
)

pytestmark = pytest.mark.django_db
KANARIE = "Kanariestraat"


class Huis:
    """A child at a secret address of one parent, the other parent elsewhere, and help by a provider."""

    def __init__(self) -> None:
        self.consulent = make_medewerker(Rol.JEUGDCONSULENT)
        self.aanbieder = make_medewerker(Rol.AANBIEDER, soort="aanbieder")
        self.by = actor_of(self.consulent)
        familie = make_familie(self.by, "Zandstra", straat=KANARIE)
        vader = NieuwPersoon(achternaam="Bakker", roepnaam="Vader")
        elders = NieuwAdres(straatnaam="Brink", huisnummer=3, plaatsnaam="Beilen", geheim="nee")
        lid = NieuwLid(vader, "ouder", Plaats(adres=elders), ouder_van=(familie.kind,))
        add_gezinslid(by=self.by, gezin_id=familie.gezin, lid=lid, formulier=uuid4())
        product = make_product(self.aanbieder.aanstellingen.get().organisatie)
        self.familie: Familie = give_help(self.by, familie, product)


@pytest.fixture
def huis() -> Huis:
    return Huis()


def leaks(huis: Huis) -> list[str]:
    """Every road on which the address is met, in words."""
    return [*_on_pages(huis), *_in_tables()]


def _on_pages(huis: Huis) -> list[str]:
    client, elders = Client(), Client()
    sign_in(client, huis.consulent)
    sign_in(elders, huis.aanbieder)
    gezin, casus, hulp = huis.familie.gezin, huis.familie.casus, huis.familie.toewijzing
    paden = ["/vandaag/", "/gezinnen/", f"/gezinnen/{gezin}/", f"/gezinnen/{gezin}/lid/", "/gezinnen/nieuw/"]
    paden += [f"/gezinnen/{gezin}/regie/", f"/casussen/{casus}/"]
    answers = {pad: client.get(pad) for pad in paden}
    answers |= {f"aanbieder {pad}": elders.get(pad) for pad in ("/toewijzingen/", f"/toewijzingen/{hulp}/")}
    for vraag in ("zandstra", "vader bakker", "brink 3"):
        answers[f"zoeken {vraag}"] = client.post("/zoeken/", {"zoek": vraag})
    for vraag in (KANARIE, f"{KANARIE} 1", "9411AB"):
        if f"/gezinnen/{gezin}/" in client.post("/zoeken/", {"zoek": vraag}).text:
            return [f"found by {vraag}"]
    dubbel = {"achternaam": "Zandstra", "roepnaam": "Kind", "geboortedatum": "2014-02-28", "geslacht": "O"}
    dubbel |= {"bsn_status": "geen", "geheim": "nee", "formulier_id": str(uuid4())}
    answers["dubbel"] = client.post("/gezinnen/nieuw/", dubbel)
    assert {pad: a.status_code for pad, a in answers.items() if a.status_code not in (200, 422)} == {}
    return [pad for pad, answer in answers.items() if KANARIE.lower() in answer.text.lower()]


def _in_tables() -> list[str]:
    """The log, what people are found by, and the views from which figures and exports are made."""
    kanarie = KANARIE.lower()
    with transaction.atomic(), acting(uuid4(), frozenset({MIDDEN_DRENTHE})), connection.cursor() as cursor:
        found = [
            model.__name__
            for model in (LogRegel, LogBetrokkene, Zoekwoord, Persoon)
            if kanarie in serializers.serialize("json", model.objects.all()).lower()
        ]
        if Huishouden.objects.filter(gevouwen__contains=kanarie).exists():
            found.append("search key")
        for naam, select in mart.definitions(connection.vendor).items():
            cursor.execute(select)
            if kanarie in str(cursor.fetchall()).lower():
                found.append(f"view {naam}")
    return found


def open_it(huis: Huis) -> str:
    familie = huis.familie
    return gezin_lezen.reveal_adres(
        by=huis.by, gezin_id=familie.gezin, huishouden_id=familie.huishouden, reden="eigen_brief"
    )


@pytest.mark.parametrize("opened", [False, True])
def test_the_address_is_met_nowhere_also_after_it_was_opened(huis, opened, caplog):
    if opened:
        assert open_it(huis).startswith(KANARIE)
    assert leaks(huis) == []
    assert KANARIE not in caplog.text


def test_opened_for_the_own_letter_it_stands_with_its_own_household_alone(huis):
    client, familie = Client(), huis.familie
    sign_in(client, huis.consulent)
    adres = f"/gezinnen/{familie.gezin}/adres/{familie.huishouden}/"
    text = client.post(adres, {"reden": "eigen_brief"}).text
    assert text.count(KANARIE) == 1
    kaarten = [deel.split("</section>")[0] for deel in text.split('class="kaart"')[1:]]
    (kaart,) = [kaart for kaart in kaarten if KANARIE in kaart]
    assert any("Vader Bakker" in ander for ander in kaarten)  # the other household is on the page, without it
    assert "Vader Bakker" not in kaart
    assert LogRegel.objects.get(handeling="reveal_adres").bijzonderheden == {"reden": "eigen_brief"}
    assert KANARIE not in client.get(f"/gezinnen/{familie.gezin}/").text


def _street(persoon: Persoon) -> str:
    woont = persoon.huishoudens.select_related("huishouden").first()
    return woont.huishouden.straatnaam if woont else ""


def mask_forgotten(m):
    m.setattr(gezinnen, "searchable_adres", lambda huis: "")  # the database refuses that fault by itself
    m.setattr(Huishouden, "is_geheim", False)


def searched_in_raw_addresses(m):
    def everywhere(leden, vraag, today):
        for woord in vraag.adres:
            wonen = leden.filter(persoon__huishoudens__huishouden__straatnaam__icontains=woord)
            yield from wonen.values_list("gezin_id", "persoon_id")

    m.setattr(zoeken, "_addresses", everywhere)


def street_among_the_words_of_a_name(m):
    m.setattr(zoeksleutels, "keys_of", lambda gevouwen: (*keys_of(gevouwen), key(KANARIE.lower())))


def address_in_the_log(m):
    note = Spoor.note
    m.setattr(Spoor, "note", lambda self, **meer: note(self, **meer, adres=f"{KANARIE} 1"))


def address_with_the_name_of_the_child(m):
    m.setattr(EenPersoon, "name_of", lambda one, persoon: f"{persoon.roepnaam}, {_street(persoon)}")


def address_on_the_lines_of_a_list(m):
    seen = gezin_lezen.Kind
    m.setattr(
        gezin_lezen,
        "Kind",
        lambda wie, naam, leeftijd: seen(wie, f"{naam}, {_street(Persoon.objects.get(pk=wie))}", leeftijd),
    )


def address_to_tell_candidates_apart(m):
    seen = dubbelen._candidate
    m.setattr(
        dubbelen,
        "_candidate",
        lambda lid, reden: replace(seen(lid, reden), naam=_street(lid.persoon)),
    )


def address_in_a_view_of_the_mart(m):
    seen = mart.definitions
    m.setattr(
        mart,
        "definitions",
        lambda vendor: seen(vendor) | {"wonen": "SELECT straatnaam FROM kern_huishouden"},
    )


@pytest.mark.parametrize(
    ("plant", "waar"),
    [
        (mask_forgotten, "/gezinnen/"),
        (searched_in_raw_addresses, "found by"),
        (street_among_the_words_of_a_name, "Zoekwoord"),
        (address_in_the_log, "LogRegel"),
        (address_with_the_name_of_the_child, "aanbieder /toewijzingen/"),
        (address_on_the_lines_of_a_list, "/gezinnen/"),
        (address_to_tell_candidates_apart, "dubbel"),
        (address_in_a_view_of_the_mart, "view wonen"),
    ],
)
def test_a_planted_leak_is_met(plant, waar, monkeypatch):
    plant(monkeypatch)
    huis = Huis()
    open_it(huis)
    assert any(road.startswith(waar) for road in leaks(huis))
