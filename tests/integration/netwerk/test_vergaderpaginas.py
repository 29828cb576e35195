"""The pages of meetings as somebody works with them, and what another municipality must not meet on them."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from click.testing import CliRunner
from django.urls import reverse

from koers.actions.kern.demo import create_demo, demo_actor
from koers.actions.netwerk import vergadering_lezen, verslagen, voorbereiden
from koers.actions.netwerk.demo_vergaderingen import WOORD, seed_vergaderingen
from koers.actions.netwerk.vergadering_lezen import read_besloten, read_vergaderingen
from koers.actions.netwerk.voorbereiden import draft_standpunt
from koers.authorization import zicht_netwerk
from koers.cli import koers
from koers.domain.actor import systeemactor
from koers.domain.rollen import Rol
from koers.domain.vergadering import NieuwPunt
from koers.policy import beleid
from koers.presentation.beleid.delen import Omgeving
from koers.presentation.netwerk.geheugen import search
from koers.registers.kern.models import LogRegel
from koers.registers.klok import vandaag
from koers.registers.netwerk.models import ConceptStandpunt, Vergadering
from tests.integration.regio.lezen import read
from tests.vergaderwereld import (
    DOSSIER,
    TAAK,
    decide,
    decided,
    give_action,
    ids_of,
    item,
    make_regio,
    plan,
    prepare,
    put,
    send,
    share,
)
from tests.wereld import ASSEN, MIDDEN_DRENTHE, make_gemeente, sign_in

pytestmark = pytest.mark.django_db
GEHEIM = "Kanarieoverweging"


@pytest.fixture
def regio():
    return make_regio()


@pytest.fixture
def als(client, regio):
    """Signs somebody in."""

    def sign(wie, gemeente=MIDDEN_DRENTHE):
        sign_in(client, regio.mensen.get(wie) or regio.mensen[f"{wie} {gemeente}"])
        return client

    return sign


def form(**fields) -> dict:
    return {"formulier_id": str(uuid4()), **fields}


# --- a whole meeting, page by page ------------------------------------------------------------------


def test_a_meeting_from_plan_to_adopted_minutes(als, regio):
    client = als("regiomanager")
    answer = client.post(
        reverse("vergadering-nieuw"),
        form(gremium="abo", datum=vandaag().isoformat(), plaats="Assen", gemeenten=[MIDDEN_DRENTHE, ASSEN]),
    )
    vergadering = Vergadering.objects.get()
    assert answer.headers["Location"] == reverse("vergadering", args=[vergadering.pk])
    client.post(
        reverse("agendapunt-nieuw", args=[vergadering.pk]),
        form(dossier=DOSSIER, vraag="besluiten", voorbereider="beleidsoverleg"),
    )
    punt = vergadering.punten.get()
    client.post(reverse("agenda-versturen", args=[vergadering.pk]), form())

    als("beleidsadviseur").post(
        reverse("annotatie", args=[punt.pk]),
        form(tekst="Lees dit vooraf.", voorstel="Ga door.", vrijgeven="ja"),
    )
    for gemeente, keuze in ((MIDDEN_DRENTHE, "voor"), (ASSEN, "tegen")):
        als("wethouder", gemeente).post(
            reverse("standpunt", args=[punt.pk]), form(keuze=keuze, tekst="Daarom.", delen="ja")
        )
    page = als("raadslid").get(reverse("vergadering", args=[vergadering.pk])).text
    assert "Lees dit vooraf." in page
    assert "<strong>Assen</strong>: tegen. Daarom." in page

    client = als("regiomanager")
    besluit = reverse("agendapunt-besluit", args=[punt.pk])
    # What was told beforehand is filled in; a vote is still for the meeting.
    assert re.search(r'value="tegen" selected', client.get(besluit).text)
    said = {"tekst": "Wij gaan door.", "taak": TAAK, "gebonden": [MIDDEN_DRENTHE], "raakt": ["jeugdoverleg"]}
    client.post(besluit, form(**said, **{f"stem-{MIDDEN_DRENTHE}": "voor", f"stem-{ASSEN}": "tegen"}))
    found = item(regio.als("wethouder"), punt.pk).besluit
    assert found.stemmen == (("Assen", "tegen"), ("Midden-Drenthe", "voor"))
    client.post(
        reverse("actie-nieuw", args=[found.kort.id]),
        form(wat="Doen.", gemeente=MIDDEN_DRENTHE, wie="de adviseur", uiterlijk=vandaag().isoformat()),
    )
    client.post(
        reverse("verslag-schrijven", args=[vergadering.pk]),
        form(aanwezig="de wethouders", **{f"punt-{punt.pk}": "Assen was tegen."}),
    )
    als("wethouder").post(reverse("verslag-vaststellen", args=[vergadering.pk]), form())
    page = als("raadslid").get(reverse("verslag", args=[vergadering.pk])).text
    assert "Assen was tegen." in page
    assert "Controlegetal (SHA-256)" in page
    pdf = als("raadslid").get(reverse("verslag-pdf", args=[vergadering.pk]))
    assert pdf.content[:4] == b"%PDF"


@pytest.fixture
def adressen(regio):
    """Every page about a meeting that was decided, and what a meeting that comes looks like."""
    vergadering, _punt, besluit = decided(regio, raakt=frozenset({"jeugdoverleg"}))
    give_action(regio, besluit)
    return ids_of(vergadering)


@pytest.mark.parametrize(
    ("wie", "naam"),
    [
        *(("regiomanager", naam) for naam in ("vergaderingen", "vergadering-nieuw", "acties", "raakt-ons")),
        *(("regiomanager", naam) for naam in ("vergadering", "agendapunt-nieuw", "vergadering-afgelasten")),
        *(("regiomanager", naam) for naam in ("agendapunt-besluit", "agendapunt-sluiten", "actie-nieuw")),
        *(("regiomanager", naam) for naam in ("actie", "terugkoppeling", "verslag-schrijven")),
        ("beleidsadviseur", "annotatie"),
        ("wethouder", "standpunt"),
        ("raadslid", "vergadering"),
    ],
)
@pytest.mark.parametrize("taal", ["nl", "en"])
def test_a_page_is_whole_in_both_languages(als, adressen, wie, naam, taal):
    client = als(wie)
    client.post("/taal/", {"taal": taal})
    answer = client.get(reverse(naam, args=[adressen[naam]] if naam in adressen else []))
    assert answer.status_code == 200
    assert read(answer.text).fouten == []
    assert f'lang="{taal}"' in answer.text
    assert "%(" not in answer.text


def test_what_was_typed_stays_when_something_is_missing(als, regio):
    vergadering = plan(regio)
    punt = put(regio, vergadering)
    send(regio, vergadering)
    client = als("regiomanager")
    answer = client.post(
        reverse("agendapunt-besluit", args=[punt]), form(tekst="Getypt besluit.", gebonden=[ASSEN], taak=TAAK)
    )
    assert answer.status_code == 422
    assert "Getypt besluit." in answer.text
    assert "Voor dit punt lag er geen annotatie bij de leden." in answer.text


@pytest.mark.parametrize(
    "naam", ["agendapunt-nieuw", "agendapunt-besluit", "verslag-schrijven", "actie-nieuw"]
)
def test_who_does_not_organise_this_meeting_reads_why(als, adressen, naam):
    answer = als("beleidsadviseur").get(reverse(naam, args=[adressen[naam]]))
    assert answer.status_code == 409
    assert "Vergaderingen van dit overleg regelt iemand anders" in answer.text


def test_somebody_without_a_meeting_reads_what_to_do(als):
    page = als("wethouder").get(reverse("vergaderingen")).text
    assert "Er staat geen vergadering gepland." in page
    assert "Er is hier nog niet vergaderd." in page
    assert "Er zijn nog geen acties." in als("wethouder").get(reverse("acties")).text


def test_whose_turn_it_is_reads_it_on_the_start_page(als, regio):
    vergadering = plan(regio, dag=vandaag() + timedelta(days=14))
    punt = put(regio, vergadering)
    send(regio, vergadering)
    _past, _punt, besluit = decided(regio, dag=vandaag() - timedelta(days=30))
    give_action(regio, besluit, dagen=-5)
    assert "wacht op een annotatie voor" in als("beleidsadviseur").get("/vandaag/").text
    mine = als("wethouder").get("/vandaag/").text
    assert "wacht op het standpunt van uw gemeente" in mine
    assert "de contractmanager, moest klaar zijn op" in mine
    assert "de contractmanager" not in als("wethouder", ASSEN).get("/vandaag/").text
    reads_along = als("raadslid").get("/vandaag/").text
    assert not any(een in reads_along for een in ("wacht op een annotatie", "wacht op het standpunt"))
    put(regio, vergadering, NieuwPunt("informeren", "jeugdoverleg", titel="Ter kennis"))
    assert mine.count("wacht op het standpunt") == als("wethouder").get("/vandaag/").text.count(
        "wacht op het standpunt"
    )
    share(regio, punt, MIDDEN_DRENTHE)
    prepare(regio, punt)
    prepare(regio, Vergadering.objects.get(pk=vergadering).punten.get(volgorde=2).pk)
    assert "wacht op een annotatie" not in als("beleidsadviseur").get("/vandaag/").text
    assert "wacht op het standpunt" not in als("wethouder").get("/vandaag/").text


# --- drafts are of one municipality -----------------------------------------------------------------

BUITEN = [
    *((rol, ASSEN) for rol in (Rol.WETHOUDER, Rol.BELEIDSADVISEUR, Rol.RAADSLID, Rol.PRIVACY_OFFICER)),
    ("regiomanager", MIDDEN_DRENTHE),
    *((rol, MIDDEN_DRENTHE) for rol in (Rol.RAADSLID, Rol.CONTROLLER, Rol.STUURGROEPLID)),
]


@pytest.fixture
def geheim(regio):
    """A draft of Midden-Drenthe with a word that nobody else may meet: ids of meeting and item."""
    vergadering = plan(regio)
    punt = put(regio, vergadering)
    send(regio, vergadering)
    prepare(regio, punt)
    draft_standpunt(
        by=regio.als("wethouder"), punt_id=punt, keuze="tegen", tekst=f"{GEHEIM}: wij stappen eruit."
    )
    return vergadering, punt


def leaks(als, geheim) -> list[str]:
    """Where somebody outside meets the draft: pages, search, time line, log, minutes and their file."""
    vergadering, punt = geheim
    adressen = [
        *(reverse("vergadering", args=[vergadering]), reverse("vergaderingen"), reverse("acties")),
        *(reverse("raakt-ons"), reverse("standpunt", args=[punt]), reverse("annotatie", args=[punt])),
        *(reverse("verslag", args=[vergadering]), reverse("verslag-pdf", args=[vergadering])),
        *(f"/netwerk/geheugen/?zoek={GEHEIM}", "/beleid/tijdlijn/", "/vandaag/", "/logboek/"),
    ]
    found = []
    for wie, gemeente in BUITEN:
        client = als(wie, gemeente)
        for adres in adressen:
            page = client.get(adres).content.decode(errors="replace").replace(f'value="{GEHEIM}"', "")
            page = page.replace(f"“{GEHEIM}”", "")
            if f"{GEHEIM}:" in page or ("alleen voor uw gemeente" in page and wie == "regiomanager"):
                found.append(f"{wie} {gemeente} {adres}")
    return found


def test_nobody_outside_meets_a_draft_and_inside_it_is_read(als, geheim):
    assert leaks(als, geheim) == []
    for wie in ("wethouder", "beleidsadviseur"):
        assert f"{GEHEIM}:" in als(wie).get(reverse("standpunt", args=[geheim[1]])).text


def _forget_gemeente(m):
    m.setattr(
        voorbereiden,
        "visible_concepten",
        lambda by: ConceptStandpunt.objects.all(),
    )
    # The page asks for the drafts of the own municipality: planted, it asks for any.
    m.setattr(
        vergadering_lezen,
        "own_concepten",
        lambda by, punt, gemeente: list(ConceptStandpunt.objects.filter(punt=punt)),
    )


def _share_by_drafting(m):
    drafted = voorbereiden.draft_standpunt

    def draft(**more):
        done = drafted(**more)
        voorbereiden.share_standpunt(by=more["by"], punt_id=more["punt_id"])
        return done

    m.setattr("tests.integration.netwerk.test_vergaderpaginas.draft_standpunt", draft)


def _note_in_log(m):
    made = voorbereiden.act

    def noisy(handeling, **more):
        return _Noisy(made(handeling, **more), handeling)

    m.setattr(voorbereiden, "act", noisy)


class _Noisy:
    """An act that tells the log too much."""

    def __init__(self, inside, handeling):
        self.inside, self.handeling = inside, handeling

    def __enter__(self):
        spoor = self.inside.__enter__()
        if self.handeling == "draft_standpunt":
            spoor.note(tekst=f"{GEHEIM}: wij stappen eruit.")
        return spoor

    def __exit__(self, *error):
        return self.inside.__exit__(*error)


@pytest.mark.sqlite  # on PostgreSQL the wall of the municipality stands behind this filter; see below
def test_planted_a_filter_that_forgets_the_municipality_is_met(als, geheim, monkeypatch):
    _forget_gemeente(monkeypatch)
    assert any("wethouder GM0106" in een for een in leaks(als, geheim))


@pytest.mark.postgres
def test_planted_on_postgresql_the_wall_of_the_municipality_still_stands(als, geheim, monkeypatch):
    _forget_gemeente(monkeypatch)
    assert not any("GM0106" in een for een in leaks(als, geheim))


def test_planted_a_draft_that_is_shared_at_once_is_met(als, regio, monkeypatch):
    _share_by_drafting(monkeypatch)
    vergadering = plan(regio)
    punt = put(regio, vergadering)
    send(regio, vergadering)
    draft_standpunt(by=regio.als("wethouder"), punt_id=punt, keuze="tegen", tekst=f"{GEHEIM}: weg.")
    assert len(leaks(als, (vergadering, punt))) >= 5


def test_the_log_says_that_somebody_drafted_and_never_what(als, regio, geheim):
    assert LogRegel.objects.filter(handeling="draft_standpunt").exists()
    assert GEHEIM not in str(list(LogRegel.objects.values()))


def test_planted_a_log_that_tells_the_words_is_met(regio, monkeypatch):
    _note_in_log(monkeypatch)
    vergadering = plan(regio)
    punt = put(regio, vergadering)
    send(regio, vergadering)
    draft_standpunt(by=regio.als("wethouder"), punt_id=punt, keuze="tegen", tekst="Weg.")
    assert GEHEIM in str(list(LogRegel.objects.values()))


def test_a_draft_stays_out_of_the_minutes(als, regio, geheim):
    vergadering, punt = geheim
    decide(regio, punt)
    manager = regio.als("regiomanager")
    verslagen.write_verslag(by=manager, vergadering_id=vergadering, aanwezig="allen", per_punt={})
    verslagen.adopt_verslag(by=regio.als("wethouder"), vergadering_id=vergadering)
    assert GEHEIM not in str(verslagen.read_verslag(by=regio.als("wethouder"), vergadering_id=vergadering))
    assert leaks(als, geheim) == []


def test_planted_a_meeting_of_another_municipality_that_is_let_in_is_met(als, regio, monkeypatch):
    vergadering = plan(regio, gemeenten=frozenset({ASSEN}))
    put(regio, vergadering)
    send(regio, vergadering)
    adres = reverse("vergadering", args=[vergadering])
    assert als("wethouder").get(adres).status_code == 404
    monkeypatch.setattr(vergadering_lezen, "visible_vergaderingen", lambda by: Vergadering.objects.all())
    assert als("wethouder").get(adres).status_code == 200
    assert zicht_netwerk.visible_vergaderingen(regio.als("wethouder")).count() == 0


# --- the collective memory --------------------------------------------------------------------------


def om():
    return Omgeving(beleid(), vandaag(), lambda soort, id_: f"{soort}/{id_}")


def test_the_memory_finds_a_besluit_with_what_it_came_from_and_what_came_of_it(als, regio):
    _first, _punt, eerste = decided(
        regio, dag=vandaag() - timedelta(days=90), tekst="De kanariekooien gaan open."
    )
    give_action(regio, eerste)
    decided(regio, tekst="De kanariekooien gaan weer dicht.")
    by = regio.als("raadslid")
    found = search("kanariekooi", om(), besluiten=read_besloten(by=by))
    assert {een.naam for een in found[:2]} == {
        "De kanariekooien gaan open.",
        "De kanariekooien gaan weer dicht.",
    }
    first = next(een for een in found if "open" in een.naam)
    assert [een.tekst.split(" (")[0] for een in first.later] == [
        "Het contract verlengen.",
        "De kanariekooien gaan weer dicht.",
    ]
    second = next(een for een in found if "dicht" in een.naam)
    assert second.eerder[0].tekst.startswith("De kanariekooien gaan open.")
    page = als("raadslid").get("/netwerk/geheugen/?zoek=kanariekooien").text
    assert "De kanariekooien gaan open." in page
    assert "De kanariekooien gaan open." in als("raadslid").get("/beleid/tijdlijn/").text


def test_a_besluit_is_found_by_its_action_and_by_its_dossier(regio):
    _meeting, _punt, besluit = decided(regio, tekst="Het gaat door.")
    give_action(regio, besluit)
    known = read_besloten(by=regio.als("wethouder"))
    for vraag in ("contract verlengen", "Spoed4Jeugd"):
        assert "Het gaat door." in {een.naam for een in search(vraag, om(), besluiten=known)}


def test_who_may_not_read_meetings_finds_what_everybody_finds(client, als, regio):
    decided(regio, tekst="De kanariekooien gaan open.")
    assert "kanariekooien gaan" not in client.get("/netwerk/geheugen/?zoek=kanariekooien").text
    assert "kanariekooien" not in client.get("/beleid/tijdlijn/").text
    assert read_besloten(by=None) == ()
    assert (
        "kanariekooien gaan" not in als("privacy_officer").get("/netwerk/geheugen/?zoek=kanariekooien").text
    )


def test_a_municipality_that_took_no_part_does_not_find_it(regio):
    vergadering = plan(regio, gemeenten=frozenset({ASSEN}))
    punt = put(regio, vergadering)
    send(regio, vergadering)
    decide(regio, punt, gebonden={ASSEN}, stemmen={}, raakt=frozenset(), zonder_voorbereiding="Haast.")
    assert read_besloten(by=regio.als("wethouder")) == ()
    assert len(read_besloten(by=regio.als("wethouder", ASSEN))) == 1


def test_the_command_of_the_memory_finds_it_too(regio):
    decided(regio, tekst="De kanariekooien gaan open.")
    answer = CliRunner().invoke(koers, ["geheugen", "kanariekooien"])
    assert "De kanariekooien gaan open." in answer.output


# --- the demo ---------------------------------------------------------------------------------------


def test_the_demo_has_a_meeting_that_was_and_one_that_comes(regio):
    for gebied in beleid().gebieden.values():
        if gebied.eigen_omgeving and gebied.code:
            make_gemeente(gebied.code)
    create_demo(by=systeemactor("toets", functionaris="beheerder"), demo=True)
    seed_vergaderingen()
    coming, past = read_vergaderingen(by=demo_actor("raadslid"))
    assert [een.stand for een in coming] == ["agenda_verstuurd"]
    assert [een.stand for een in past] == ["verslag_vastgesteld"]
    assert all(tekst.startswith(WOORD) for een in past for tekst in een.besluiten)
