"""Meetings through the acts: every act by every role, what is kept, and what is settled stays."""

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction

from koers.actions.netwerk.besluiten import (
    assign_actie,
    decide_agendapunt,
    follow_actie,
    report_terugkoppeling,
)
from koers.actions.netwerk.overleggen import mandate_on
from koers.actions.netwerk.vergadering_lezen import (
    read_actie,
    read_besluiten,
    read_unheard,
    read_vergadering,
    read_vergaderingen,
)
from koers.actions.netwerk.vergaderingen import (
    add_agendapunt,
    cancel_vergadering,
    close_agendapunt,
    plan_vergadering,
    send_agenda,
)
from koers.actions.netwerk.verslagen import adopt_verslag, read_draft, read_verslag, write_verslag
from koers.actions.netwerk.voorbereiden import (
    annotate_agendapunt,
    draft_standpunt,
    release_annotatie,
    share_standpunt,
)
from koers.domain.rollen import Rol
from koers.domain.vergadering import NieuweActie, NieuweVergadering, digest
from koers.domain.weigering import Refused
from koers.exchange.documents.verslag import make_verslag
from koers.presentation.netwerk.vergaderingen import mandate_sentences
from koers.registers.kern import triggers
from koers.registers.kern.models import LogRegel
from koers.registers.kern.verbinding import ALLE_GEMEENTEN, acting
from koers.registers.klok import vandaag
from koers.registers.netwerk.models import VastgesteldVerslag, Vergaderbesluit, VergaderingStap
from tests.vergaderwereld import (
    BEIDE,
    PUNT,
    TAAK,
    decide,
    decided,
    decision,
    give_action,
    item,
    make_regio,
    plan,
    prepare,
    put,
    send,
    share,
)
from tests.wereld import ASSEN, MIDDEN_DRENTHE, actor_of, make_medewerker

pytestmark = pytest.mark.django_db


@pytest.fixture
def regio():
    return make_regio()


def refusal(do, **more) -> str:
    """The code of the refusal, or nothing."""
    try:
        do(**more)
    except Refused as refused:
        return refused.code
    return ""


# --- every act by every role ------------------------------------------------------------------------

# Act -> the code for who has the role of somebody else at this table. `geen_recht`: never, whatever meeting.
ORGANISEERT = {Rol.REGIOMANAGER: ""}
WIE_MAG = {
    "plan": ORGANISEERT | {Rol.BELEIDSADVISEUR: "vergadering_niet_van_u"},
    "punt": ORGANISEERT | {Rol.BELEIDSADVISEUR: "vergadering_niet_van_u"},
    "verstuur": ORGANISEERT | {Rol.BELEIDSADVISEUR: "vergadering_niet_van_u"},
    "afgelast": ORGANISEERT | {Rol.BELEIDSADVISEUR: "vergadering_niet_van_u"},
    "annotatie": {Rol.REGIOMANAGER: "", Rol.BELEIDSADVISEUR: "", Rol.CONTROLLER: "niet_van_dit_overleg"},
    "vrijgave": {Rol.REGIOMANAGER: "", Rol.BELEIDSADVISEUR: "", Rol.CONTROLLER: "niet_van_dit_overleg"},
    "standpunt": {Rol.WETHOUDER: "", Rol.BELEIDSADVISEUR: ""},
    "delen": {Rol.WETHOUDER: ""},
    "besluit": ORGANISEERT | {Rol.BELEIDSADVISEUR: "vergadering_niet_van_u"},
    "sluit": ORGANISEERT | {Rol.BELEIDSADVISEUR: "vergadering_niet_van_u"},
    "actie": ORGANISEERT | {Rol.BELEIDSADVISEUR: "vergadering_niet_van_u"},
    "vervolg": {Rol.REGIOMANAGER: "", Rol.BELEIDSADVISEUR: "", Rol.WETHOUDER: ""},
    "terug": {
        Rol.REGIOMANAGER: "",
        Rol.BELEIDSADVISEUR: "",
        Rol.WETHOUDER: "terugkoppeling_niet_van_u",
        Rol.STUURGROEPLID: "terugkoppeling_niet_van_u",
    },
    "verslag": ORGANISEERT | {Rol.BELEIDSADVISEUR: "vergadering_niet_van_u"},
    "vast": {
        Rol.REGIOMANAGER: "verslag_eigen_werk",
        Rol.WETHOUDER: "",
        **dict.fromkeys((Rol.BELEIDSADVISEUR, Rol.STUURGROEPLID), "niet_van_dit_overleg"),
    },
}


def attempts(regio, by) -> dict:
    """Every act, ready to be done by somebody, each on a meeting of its own that stands where it should."""
    gepland, leeg = plan(regio), plan(regio)
    put(regio, gepland)
    verstuurd = plan(regio)
    punt, annotated, drafted, open_punt = (put(regio, verstuurd) for _ in range(4))
    send(regio, verstuurd)
    annotate_agendapunt(by=regio.als("beleidsadviseur"), punt_id=annotated, tekst="Lees dit.")
    draft_standpunt(by=regio.als("wethouder"), punt_id=drafted, keuze="voor", tekst="Ja.")
    prepare(regio, punt)
    _meeting, _item, besluit = decided(regio)
    actie = give_action(regio, besluit)
    raakt = Vergaderbesluit.objects.get(pk=besluit).raakt.get(gremium="jeugdoverleg").pk
    klaar, _punt, _besluit = decided(regio)
    manager = regio.als("regiomanager")
    write_verslag(by=manager, vergadering_id=klaar, aanwezig="de wethouders", per_punt={})
    nieuw = NieuweVergadering("abo", vandaag(), by.gemeenten & BEIDE)
    doen = NieuweActie("Doen.", "de adviseur", vandaag(), MIDDEN_DRENTHE)
    return {
        "plan": lambda: plan_vergadering(by=by, nieuw=nieuw),
        "punt": lambda: add_agendapunt(by=by, vergadering_id=leeg, nieuw=PUNT),
        "verstuur": lambda: send_agenda(by=by, vergadering_id=gepland),
        "annotatie": lambda: annotate_agendapunt(by=by, punt_id=open_punt, tekst="Dit."),
        "vrijgave": lambda: release_annotatie(by=by, punt_id=annotated),
        "standpunt": lambda: draft_standpunt(by=by, punt_id=open_punt, keuze="tegen", tekst="Nee."),
        "delen": lambda: share_standpunt(by=by, punt_id=drafted),
        "besluit": lambda: decide_agendapunt(by=by, punt_id=punt, nieuw=decision()),
        "sluit": lambda: close_agendapunt(by=by, punt_id=open_punt, keuze="besproken", reden="Gehoord."),
        "actie": lambda: assign_actie(by=by, besluit_id=besluit, nieuw=doen),
        "vervolg": lambda: follow_actie(by=by, actie_id=actie, soort="gedaan"),
        "terug": lambda: report_terugkoppeling(by=by, raakt_id=raakt, datum=vandaag()),
        "verslag": lambda: write_verslag(by=by, vergadering_id=verstuurd, aanwezig="allen", per_punt={}),
        "vast": lambda: adopt_verslag(by=by, vergadering_id=klaar),
        "afgelast": lambda: cancel_vergadering(by=by, vergadering_id=leeg, reden="Ziek."),
    }


@pytest.mark.parametrize("rol", list(Rol))
def test_every_act_by_every_role(regio, rol):
    by = regio.als("regiomanager") if rol is Rol.REGIOMANAGER else actor_of(make_medewerker(rol))
    for naam, do in attempts(regio, by).items():
        assert refusal(do) == WIE_MAG[naam].get(rol, "geen_recht"), (naam, rol)


def test_another_municipality_that_takes_no_part_finds_no_meeting_to_act_on(regio):
    vergadering = plan(regio, gemeenten=frozenset({ASSEN}))
    punt = put(regio, vergadering)
    send(regio, vergadering)
    mine, theirs = regio.als("wethouder"), regio.als("wethouder", ASSEN)
    assert refusal(read_vergadering, by=mine, vergadering_id=vergadering) == "niet_gevonden"
    assert refusal(draft_standpunt, by=mine, punt_id=punt, keuze="voor", tekst="x") == "niet_gevonden"
    assert refusal(annotate_agendapunt, by=regio.als("beleidsadviseur"), punt_id=punt, tekst="x") == (
        "niet_gevonden"
    )
    assert [een for deel in read_vergaderingen(by=mine) for een in deel] == []
    assert read_vergadering(by=theirs, vergadering_id=vergadering).punt(punt).wacht


# --- the agenda -------------------------------------------------------------------------------------


def test_members_see_a_meeting_once_its_agenda_was_sent(regio):
    vergadering = plan(regio)
    put(regio, vergadering)
    readers = [regio.als(wie) for wie in ("wethouder", "raadslid", "controller", "stuurgroeplid")]
    assert [refusal(read_vergadering, by=een, vergadering_id=vergadering) for een in readers] == [
        "niet_gevonden"
    ] * 4
    assert read_vergadering(by=regio.als("beleidsadviseur"), vergadering_id=vergadering)
    send(regio, vergadering)
    assert [refusal(read_vergadering, by=een, vergadering_id=vergadering) for een in readers] == [""] * 4


def test_an_agenda_without_items_is_not_sent_and_none_is_sent_twice(regio):
    vergadering = plan(regio)
    manager = regio.als("regiomanager")
    assert refusal(send_agenda, by=manager, vergadering_id=vergadering) == "agenda_zonder_punten"
    put(regio, vergadering)
    send(regio, vergadering)
    assert refusal(send_agenda, by=manager, vergadering_id=vergadering) == "overgang_mag_niet"


def test_a_form_that_is_sent_twice_makes_one_meeting(regio):
    formulier = uuid4()
    nieuw = NieuweVergadering("abo", vandaag(), BEIDE)
    plan_vergadering(by=regio.als("regiomanager"), nieuw=nieuw, formulier=formulier)
    with pytest.raises(Refused) as refused:
        plan_vergadering(by=regio.als("regiomanager"), nieuw=nieuw, formulier=formulier)
    assert refused.value.code == "al_verwerkt"


def test_an_annotation_is_read_once_it_is_released_and_a_new_one_waits_again(regio):
    vergadering = plan(regio)
    punt = put(regio, vergadering)
    send(regio, vergadering)
    adviser, member = regio.als("beleidsadviseur"), regio.als("wethouder")
    annotate_agendapunt(by=adviser, punt_id=punt, tekst="Eerste tekst.")
    assert item(member, punt).annotatie is item(member, punt).concept is None
    assert item(adviser, punt).concept.tekst == "Eerste tekst."
    release_annotatie(by=adviser, punt_id=punt)
    assert item(member, punt).annotatie.tekst == "Eerste tekst."
    annotate_agendapunt(by=adviser, punt_id=punt, tekst="Tweede tekst.")
    read = item(member, punt)
    assert (read.annotatie.tekst, read.concept, read.stand) == ("Eerste tekst.", None, "geannoteerd")


# --- besluiten, and what came of them ---------------------------------------------------------------


def test_a_besluit_says_whom_it_binds_who_voted_how_and_what_the_register_said(regio):
    _vergadering, punt, _besluit = decided(regio)
    read = item(regio.als("raadslid", ASSEN), punt).besluit
    assert read.gebonden == ("Assen", "Midden-Drenthe")
    assert read.stemmen == (("Assen", "tegen"), ("Midden-Drenthe", "voor"))
    assert [een.soort for een in read.mandaat.regels] == ["besluit"]
    assert {een.gremium or een.gemeente for een in read.raakt} == {"jeugdoverleg", "Assen"}


def test_without_an_annotation_a_besluit_says_why_and_with_one_it_does_not(regio):
    vergadering = plan(regio)
    punt = put(regio, vergadering)
    send(regio, vergadering)
    assert refusal(decide, regio=regio, punt=punt) == "besluit_zonder_voorbereiding"
    decide(regio, punt, zonder_voorbereiding="Er was haast.")
    assert item(regio.als("wethouder"), punt).besluit.zonder_voorbereiding == "Er was haast."


@pytest.mark.parametrize(
    ("dag", "regels", "andere", "zin"),
    [
        (date(2018, 12, 31), 0, 1, "zegt niets over Algemeen Bestuurlijk Overleg"),
        (date(2019, 1, 1), 1, 0, "heeft Algemeen Bestuurlijk Overleg bij"),
        (date(2026, 11, 30), 1, 0, "heeft Algemeen Bestuurlijk Overleg bij"),
    ],
)
def test_the_register_answers_for_its_day_with_its_source_and_gives_no_verdict(dag, regels, andere, zin):
    blik = mandate_on("abo", TAAK, dag)
    assert (len(blik.regels), len(blik.andere_dag)) == (regels, andere)
    zinnen = mandate_sentences(blik, "abo")
    assert zin in zinnen[0]
    assert all("Bron: " in een for een in zinnen if "zegt niets" not in een)
    woorden = " ".join(zinnen).lower()
    assert not any(een in woorden for een in ("u mag", "mag niet", "onbevoegd", "geldig", "toegestaan"))
    # Somebody else at this task on that day is named beside it.
    assert ("Dialoogtafel" in " ".join(zinnen)) is bool(blik.anderen)


def test_a_besluit_keeps_what_the_register_said_when_the_policy_changes(regio, monkeypatch):
    _vergadering, punt, _besluit = decided(regio)
    before = item(regio.als("wethouder"), punt).besluit.mandaat
    monkeypatch.setattr("koers.actions.netwerk.overleggen.mandate", lambda *args: pytest.fail("asked anew"))
    assert item(regio.als("wethouder"), punt).besluit.mandaat == before


def test_the_next_item_on_a_dossier_shows_what_was_decided_and_what_came_of_it(regio):
    _vergadering, _punt, eerste = decided(regio, dag=vandaag() - timedelta(days=90))
    actie = give_action(regio, eerste)
    follow_actie(
        by=regio.als("wethouder"),
        actie_id=actie,
        soort="loopt_uit",
        reden="De aanbieder antwoordt niet.",
        uiterlijk=vandaag() + timedelta(days=60),
    )
    _next, punt, tweede = decided(regio, tekst="Spoed4Jeugd stopt.")
    read = item(regio.als("wethouder", ASSEN), punt)
    assert read.vorige.kort.id == eerste
    assert read.vorige.acties[0].vervolgen[0].reden == "De aanbieder antwoordt niet."
    assert read.besluit.eerder.id == eerste
    assert [een.id for een in read.vorige.later] == [tweede]


def test_an_earlier_besluit_of_a_meeting_that_somebody_may_not_see_stays_away(regio):
    manager = regio.als("regiomanager")
    vergadering = plan(regio, gemeenten=frozenset({ASSEN}), dag=vandaag() - timedelta(days=90))
    punt = put(regio, vergadering)
    send(regio, vergadering)
    decide(regio, punt, gebonden={ASSEN}, stemmen={}, raakt=frozenset(), zonder_voorbereiding="Haast.")
    _later, eigen, _besluit = decided(regio)
    assert item(regio.als("wethouder", ASSEN), eigen).vorige.kort.datum < vandaag()
    mine = item(regio.als("wethouder"), eigen)
    assert mine.vorige is None
    assert item(manager, eigen).vorige is not None


def test_what_came_of_an_action_is_added_and_nothing_is_overwritten(regio):
    _vergadering, _punt, besluit = decided(regio)
    actie = give_action(regio, besluit)
    by = regio.als("wethouder")
    later = vandaag() + timedelta(days=90)
    follow_actie(by=by, actie_id=actie, soort="loopt_uit", reden="Wachten.", uiterlijk=later)
    assert read_actie(by=by, actie_id=actie).uiterlijk == later
    follow_actie(by=by, actie_id=actie, soort="gedaan")
    follow_actie(by=by, actie_id=actie, soort="toch_niet", reden="De handtekening mist.")
    read = read_actie(by=regio.als("raadslid"), actie_id=actie)
    assert [een.soort for een in read.vervolgen] == ["loopt_uit", "gedaan", "toch_niet"]
    assert (read.stand, read.van_mij) == ("open", False)
    other = regio.als("wethouder", ASSEN)
    assert refusal(follow_actie, by=other, actie_id=actie, soort="gedaan") == "actie_niet_van_u"


def test_whom_a_besluit_touches_is_heard_once_somebody_there_says_so(regio):
    _vergadering, _punt, besluit = decided(regio)
    raakt = Vergaderbesluit.objects.get(pk=besluit).raakt.get(gemeente=ASSEN)
    mine, theirs = regio.als("wethouder"), regio.als("wethouder", ASSEN)
    assert refusal(report_terugkoppeling, by=mine, raakt_id=raakt.pk, datum=vandaag()) == (
        "terugkoppeling_niet_van_u"
    )
    gisteren = vandaag() - timedelta(days=1)
    assert refusal(report_terugkoppeling, by=theirs, raakt_id=raakt.pk, datum=gisteren) == (
        "terugkoppeling_te_vroeg"
    )
    report_terugkoppeling(by=theirs, raakt_id=raakt.pk, datum=vandaag(), tekst="Wij doen mee.")
    read = next(een for een in read_besluiten(by=mine)[0].raakt if een.gemeente == "Assen")
    assert [een[1] for een in read.gehoord] == ["Wij doen mee."]


def test_a_body_meets_what_touches_it_until_it_heard_of_it(regio):
    by = regio.als("beleidsadviseur")
    _vergadering, _punt, besluit = decided(regio)
    assert [een.kort.id for een, _raakt in read_unheard(by=by, gremium="jeugdoverleg")] == [besluit]
    assert read_unheard(by=by, gremium="abo") == ()
    ((_besluit, raakt),) = read_unheard(by=by, gremium="jeugdoverleg")
    report_terugkoppeling(by=by, raakt_id=raakt.id, datum=vandaag(), tekst="Besproken.")
    assert read_unheard(by=by, gremium="jeugdoverleg") == ()


# --- the minutes ------------------------------------------------------------------------------------


@pytest.fixture
def vast(regio):
    """A meeting whose minutes were settled: ids of meeting, item and besluit."""
    vergadering, punt, besluit = decided(regio)
    give_action(regio, besluit)
    write_verslag(
        by=regio.als("regiomanager"),
        vergadering_id=vergadering,
        aanwezig="de wethouders",
        per_punt={str(punt): "Assen vraagt naar de kosten.", str(uuid4()): "van een ander"},
    )
    adopt_verslag(by=regio.als("wethouder"), vergadering_id=vergadering)
    return vergadering, punt, besluit


def test_settled_minutes_are_frozen_with_a_digest_and_a_name(regio, vast):
    read = read_verslag(by=regio.als("raadslid"), vergadering_id=vast[0])
    assert read.sha256 == digest(read.inhoud)
    assert read.stelde_vast == regio.als("wethouder").naam
    (punt,) = read.inhoud["punten"]
    assert punt["gezegd"] == "Assen vraagt naar de kosten."
    assert punt["besluit"]["stemmen"] == [["Assen", "tegen"], ["Midden-Drenthe", "voor"]]
    assert "van een ander" not in str(read.inhoud)


def test_nothing_of_a_meeting_changes_once_its_minutes_are_settled(regio, vast):
    vergadering, punt, besluit = vast
    manager, adviser, member = (regio.als(wie) for wie in ("regiomanager", "beleidsadviseur", "wethouder"))
    doen = NieuweActie("Nog iets.", "de adviseur", vandaag(), MIDDEN_DRENTHE)
    tries = [
        lambda: add_agendapunt(by=manager, vergadering_id=vergadering, nieuw=PUNT),
        lambda: annotate_agendapunt(by=adviser, punt_id=punt, tekst="Toch anders."),
        lambda: release_annotatie(by=adviser, punt_id=punt),
        lambda: draft_standpunt(by=member, punt_id=punt, keuze="tegen", tekst="Spijt."),
        lambda: share_standpunt(by=member, punt_id=punt),
        lambda: decide(regio, punt),
        lambda: close_agendapunt(by=manager, punt_id=punt, keuze="besproken", reden="x"),
        lambda: assign_actie(by=manager, besluit_id=besluit, nieuw=doen),
        lambda: write_verslag(by=manager, vergadering_id=vergadering, aanwezig="x", per_punt={}),
        lambda: adopt_verslag(by=regio.als("wethouder", ASSEN), vergadering_id=vergadering),
    ]
    assert {refusal(do) for do in tries} == {"verslag_staat_vast"}
    before = read_verslag(by=manager, vergadering_id=vergadering)
    # What is done afterwards stands beside the action, not in the minutes.
    actie = item(manager, punt).besluit.acties[0].id
    follow_actie(by=member, actie_id=actie, soort="gedaan")
    assert read_verslag(by=manager, vergadering_id=vergadering) == before


def test_the_database_refuses_every_change_of_what_is_shared(regio, vast):
    for label in triggers.shared_facts():
        tabel = triggers._table(label)
        for sql in (f"UPDATE {tabel} SET datum = datum", f"DELETE FROM {tabel}"):
            with connection.cursor() as cursor:
                cursor.execute(f"SELECT count(*) FROM {tabel}")
                if not cursor.fetchone()[0]:
                    continue
            with pytest.raises(DatabaseError), transaction.atomic(), acting(uuid4(), ALLE_GEMEENTEN):
                connection.cursor().execute(sql)
        with pytest.raises(DatabaseError), transaction.atomic():  # and outside an act nothing comes in
            connection.cursor().execute(f"INSERT INTO {tabel} DEFAULT VALUES")


@pytest.mark.sqlite  # on PostgreSQL only the owner can take a guard away
def test_planted_without_its_guards_settled_minutes_can_be_changed_and_the_digest_tells(regio, vast):
    triggers.remove(connection)
    row = VastgesteldVerslag.objects.get()
    VastgesteldVerslag.objects.filter(pk=row.pk).update(inhoud=row.inhoud | {"aanwezig": "niemand"})
    triggers.install(connection)
    read = read_verslag(by=regio.als("raadslid"), vergadering_id=vast[0])
    assert read.sha256 != digest(read.inhoud)


def test_minutes_wait_until_every_item_has_its_end(regio):
    vergadering, _punt, _besluit = decided(regio)
    open_punt = put(regio, vergadering)
    manager, member = regio.als("regiomanager"), regio.als("wethouder")
    write_verslag(by=manager, vergadering_id=vergadering, aanwezig="allen", per_punt={})
    assert refusal(adopt_verslag, by=member, vergadering_id=vergadering) == "punten_open"
    close_agendapunt(by=manager, punt_id=open_punt, keuze="aangehouden", reden="Geen tijd.")
    adopt_verslag(by=member, vergadering_id=vergadering)


def test_a_draft_of_minutes_is_for_members_and_settled_ones_for_who_reads_along(regio):
    vergadering, _punt, _besluit = decided(regio)
    manager, reader = regio.als("regiomanager"), regio.als("raadslid")
    assert refusal(read_verslag, by=manager, vergadering_id=vergadering) == "niet_gevonden"
    write_verslag(by=manager, vergadering_id=vergadering, aanwezig="allen", per_punt={})
    assert refusal(read_verslag, by=reader, vergadering_id=vergadering) == "niet_gevonden"
    assert not read_verslag(by=regio.als("wethouder"), vergadering_id=vergadering).vast
    adopt_verslag(by=regio.als("wethouder"), vergadering_id=vergadering)
    assert read_verslag(by=reader, vergadering_id=vergadering).vast


def test_what_was_drafted_of_minutes_goes_on_with_who_organises_and_nobody_else(regio):
    vergadering, punt, _besluit = decided(regio)
    manager = regio.als("regiomanager")
    said = {str(punt): "Assen vraagt naar de kosten."}
    write_verslag(by=manager, vergadering_id=vergadering, aanwezig="allen", per_punt=said)
    assert read_draft(by=manager, vergadering_id=vergadering) == ("allen", said)
    for wie in ("raadslid", "wethouder", "beleidsadviseur"):
        assert refusal(read_draft, by=regio.als(wie), vergadering_id=vergadering) == "vergadering_niet_van_u"


def test_the_document_is_made_once_and_stays_the_same_file(regio, vast, monkeypatch):
    een = make_verslag(by=regio.als("raadslid"), vergadering_id=vast[0])
    monkeypatch.setattr("koers.exchange.documents.verslag.render", lambda brief: pytest.fail("made again"))
    assert make_verslag(by=regio.als("regiomanager"), vergadering_id=vast[0]) == een
    assert een.startswith(b"%PDF")


def test_minutes_that_were_not_settled_have_no_document(regio):
    vergadering, _punt, _besluit = decided(regio)
    by = regio.als("regiomanager")
    write_verslag(by=by, vergadering_id=vergadering, aanwezig="allen", per_punt={})
    assert refusal(make_verslag, by=by, vergadering_id=vergadering) == "niet_gevonden"


# --- the log ----------------------------------------------------------------------------------------


def test_every_step_of_a_meeting_is_an_act_in_the_log_and_tells_nothing_of_what_was_thought(regio, vast):
    share_code = "Geheime overweging van Midden-Drenthe"
    vergadering = plan(regio)
    punt = put(regio, vergadering)
    send(regio, vergadering)
    draft_standpunt(by=regio.als("wethouder"), punt_id=punt, keuze="tegen", tekst=share_code)
    found = set(LogRegel.objects.values_list("handeling", flat=True))
    assert found >= {"plan_vergadering", "send_agenda", "annotate_agendapunt", "decide_agendapunt"}
    assert found >= {"draft_standpunt", "adopt_verslag", "write_verslag"}
    assert not any(share_code in str(een) for een in LogRegel.objects.values_list("bijzonderheden"))
    assert VergaderingStap.objects.filter(vergadering=vergadering).count() == 1


def test_a_position_that_was_shared_is_read_by_the_others_with_how_it_was_before(regio):
    vergadering = plan(regio)
    punt = put(regio, vergadering)
    send(regio, vergadering)
    share(regio, punt, MIDDEN_DRENTHE)
    share(regio, punt, MIDDEN_DRENTHE, "tegen", "Toch niet.")
    (read,) = item(regio.als("wethouder", ASSEN), punt).standpunten
    assert item(regio.als("wethouder", ASSEN), punt).zwijgen == ("Assen",)
    assert (read.gemeente, read.keuze, read.tekst, read.eerdere) == (
        *("Midden-Drenthe", "tegen", "Toch niet."),
        1,
    )
