"""A provider without an account answers with a link and a code: once, about one toewijzing, no name."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse

from koers.actions.zorg import antwoordlink as links
from koers.actions.zorg.acceptatie import NieuwGesprek, accept_toewijzing
from koers.actions.zorg.antwoordlink import (
    Linkantwoord,
    answer_antwoordlink,
    anybody,
    make_antwoordlink,
    open_antwoordlink,
    read_antwoordlink,
)
from koers.domain.antwoordlinks import GEBRUIKT, INGETROKKEN, POGINGEN, VERKEERDE_CODE, last_day, works
from koers.domain.rollen import Rol
from koers.domain.weigering import Refused
from koers.registers.kern.models import LogBetrokkene, LogRegel
from koers.registers.klok import vandaag
from koers.registers.zorg.models import AcceptatieStap, Antwoordlink, Gesprek, ZorgmakelaarStap
from tests.wereld import (
    ASSEN,
    actor_of,
    give_help,
    make_actor,
    make_familie,
    make_medewerker,
    make_organisatie,
    make_product,
    sign_in,
)

pytestmark = pytest.mark.django_db(transaction=True)
VOOR = "Ilse van de intake"
KIND = "Kanarievogel"


@pytest.fixture
def medewerker():
    cache.clear()
    return make_medewerker(Rol.JEUGDCONSULENT)


@pytest.fixture
def consulent(medewerker):
    return actor_of(medewerker)


@pytest.fixture
def familie(consulent):
    """A child whose help was asked of a provider for which nobody works in Koers."""
    product = make_product(make_organisatie("GM1731", "aanbieder"))
    return give_help(consulent, make_familie(consulent, KIND), product)


@pytest.fixture
def link(consulent, familie):
    return make_antwoordlink(by=consulent, toewijzing_id=familie.toewijzing, voor=VOOR)


def opened(link):
    return open_antwoordlink(by=anybody(), sleutel=link.sleutel, code=link.code)


def no(grond="geen-plek", toelichting="Alles zit vol."):
    return Linkantwoord(NieuwGesprek(vandaag(), "consulent", "nee", "ja"), grond, toelichting)


YES = Linkantwoord(NieuwGesprek(vandaag(), "consulent", "ja", "ja"))


def test_it_is_made_on_paper_opened_with_a_code_and_answered_without_a_name(medewerker, familie):
    toegang, aanbieder = Client(), Client()
    sign_in(toegang, medewerker)
    maken = reverse("antwoordlink-maken", args=[familie.toewijzing])
    page = toegang.post(maken, {"voor": VOOR, "formulier_id": uuid4()}).content.decode()
    adres = re.search(r"/hulpvraag/[\w-]+/", page).group()
    code = re.search(r"<strong>(\d{6})</strong>", page).group(1)
    assert code not in str(Antwoordlink.objects.values_list("code", "zegel").get())

    closed = aanbieder.get(adres).content.decode()
    assert "Code" in closed
    assert "Begeleiding" not in closed
    first = aanbieder.post(adres, {"code": code, "formulier_id": uuid4()})
    assert first.status_code == 302
    sheet = aanbieder.get(adres).content.decode()
    assert "Begeleiding 45A04" in sheet
    assert KIND not in sheet
    answer = {
        "datum": vandaag(),
        "met": "consulent",
        "capaciteit": "nee",
        "passend": "ja",
        "keuze": "weigeren",
        "grond": "geen-plek",
        "toelichting": "",
        "formulier_id": uuid4(),
    }
    short = aanbieder.post(adres, answer)
    assert short.status_code == 422
    assert "consulent" in short.content.decode()  # nothing typed is lost
    done = aanbieder.post(adres, answer | {"toelichting": "Vol tot mei.", "formulier_id": uuid4()})
    assert "Uw weigering staat bij de gemeente" in done.content.decode()

    step = AcceptatieStap.objects.get()
    assert (step.soort, step.buiten, step.grond) == ("geweigerd", True, "geen-plek")
    assert ZorgmakelaarStap.objects.get().soort == "geopend"
    assert Gesprek.objects.get().kant == "aanbieder"
    assert "Code" in aanbieder.get(adres).content.decode()  # spent: it asks again, and opens no more
    log = LogRegel.objects.get(handeling="answer_antwoordlink")
    assert (log.functionaris, log.rol) == (VOOR, "aanbieder")
    assert LogBetrokkene.objects.filter(regel=log, persoon_id=familie.kind).exists()


def test_a_link_that_never_was_and_a_wrong_code_look_alike(link):
    client = Client()

    def tried(sleutel):
        data = {"code": "000000" if link.code != "000000" else "111111", "formulier_id": uuid4()}
        answer = client.post(reverse("antwoordlink", args=[sleutel]), data)
        text = re.sub(r'value="[^"]+"|nonce-[^\s"]+|nonce="[^"]+"', "", answer.content.decode())
        return answer.status_code, text.replace(sleutel, "")

    assert tried(link.sleutel) == tried("zomaar-iets")


def test_after_a_few_wrong_codes_the_right_one_opens_no_more(link):
    wrong = f"{(int(link.code) + 1) % 10**6:06d}"
    for _ in range(POGINGEN):
        assert open_antwoordlink(by=anybody(), sleutel=link.sleutel, code=wrong) is None
    assert opened(link) is None


def test_one_address_cannot_try_for_ever(link):
    client, adres = Client(), reverse("antwoordlink", args=["geraden"])
    codes = [client.post(adres, {"code": "123456", "formulier_id": uuid4()}).status_code for _ in range(31)]
    assert codes == [422] * 30 + [429]


def test_a_link_that_is_spent_or_replaced_or_old_does_not_work(link, consulent, familie, monkeypatch):
    newer = make_antwoordlink(by=consulent, toewijzing_id=familie.toewijzing, voor=VOOR)
    assert opened(link) is None
    beeld = opened(newer)
    answer_antwoordlink(by=beeld.namens, link_id=beeld.id, antwoord=YES)
    assert read_antwoordlink(by=anybody(), link_id=beeld.id) is None
    with pytest.raises(Refused, match="antwoordlink_werkt_niet"):
        answer_antwoordlink(by=beeld.namens, link_id=beeld.id, antwoord=YES)
    assert AcceptatieStap.objects.count() == 1
    day = vandaag()
    assert works([], last_day(day), today=last_day(day))
    assert not works([], last_day(day), today=last_day(day) + timedelta(days=1))
    for soorten in ([GEBRUIKT], [INGETROKKEN], [VERKEERDE_CODE] * POGINGEN):
        assert not works(soorten, last_day(day), today=day)


def test_the_day_after_the_last_it_is_closed(link, monkeypatch):
    monkeypatch.setattr(links, "vandaag", lambda: link.laatste_dag + timedelta(days=1))
    assert opened(link) is None


def test_it_answers_about_its_own_toewijzing_alone(link, consulent):
    other = give_help(
        consulent,
        make_familie(consulent, "Ander"),
        make_product(make_organisatie("GM1731", "welzijn"), code="45A05"),
    )
    mine = opened(link)
    theirs = opened(make_antwoordlink(by=consulent, toewijzing_id=other.toewijzing, voor="Een ander"))
    with pytest.raises(Refused, match="niet_gevonden"):
        answer_antwoordlink(by=mine.namens, link_id=theirs.id, antwoord=YES)
    with pytest.raises(Refused, match="geen_recht"):
        accept_toewijzing(by=mine.namens, toewijzing_id=other.toewijzing)
    assert not AcceptatieStap.objects.exists()


def test_who_has_an_account_or_answered_gets_no_link(consulent):
    medewerker = make_medewerker(Rol.AANBIEDER, soort="aanbieder")
    product = make_product(medewerker.aanstellingen.get().organisatie)
    familie = give_help(consulent, make_familie(consulent, KIND), product)
    with pytest.raises(Refused, match="antwoordlink_met_account"):
        make_antwoordlink(by=consulent, toewijzing_id=familie.toewijzing, voor=VOOR)
    accept_toewijzing(by=actor_of(medewerker), toewijzing_id=familie.toewijzing)
    with pytest.raises(Refused, match="antwoordlink_beantwoord"):
        make_antwoordlink(by=consulent, toewijzing_id=familie.toewijzing, voor=VOOR)
    with pytest.raises(Refused, match="antwoordlink_voor"):
        make_antwoordlink(by=consulent, toewijzing_id=familie.toewijzing, voor=" ")


def test_only_the_toegang_of_the_family_makes_one(familie):
    with pytest.raises(Refused, match="niet_gevonden"):
        make_antwoordlink(
            by=make_actor(Rol.JEUGDCONSULENT, ASSEN), toewijzing_id=familie.toewijzing, voor=VOOR
        )
    with pytest.raises(Refused, match="geen_recht"):
        make_antwoordlink(by=make_actor(Rol.AANBIEDER), toewijzing_id=familie.toewijzing, voor=VOOR)


def test_planted_a_code_that_nobody_checks_opens_for_anybody(link, monkeypatch):
    wrong = f"{(int(link.code) + 1) % 10**6:06d}"
    assert open_antwoordlink(by=anybody(), sleutel=link.sleutel, code=wrong) is None
    monkeypatch.setattr(links, "check_password", lambda *_: True)
    assert open_antwoordlink(by=anybody(), sleutel=link.sleutel, code=wrong) is not None


def test_planted_a_link_that_is_never_spent_answers_again(link, monkeypatch):
    beeld = opened(link)
    answer_antwoordlink(by=beeld.namens, link_id=beeld.id, antwoord=no())
    assert opened(link) is None
    monkeypatch.setattr(links, "works", lambda *_, **__: True)
    assert opened(link) is not None
