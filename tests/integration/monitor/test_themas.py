"""Choosing themes together: real roads from figure to decision, and what a partner can not do."""

import csv
import io
import re
from datetime import date
from uuid import uuid4

import pytest
import time_machine
from django.db import DatabaseError, IntegrityError, transaction
from django.urls import reverse

from koers.actions.monitor import themas as themas_module
from koers.actions.monitor.themaronde import (
    decide_themas,
    fingerprint,
    frozen,
    open_themaronde,
    vote_thema,
    withdraw_themastem,
)
from koers.actions.monitor.themas import read_themas
from koers.actions.sturing.herinneringen import Herinneringen, read_herinneringen
from koers.analytics.disclosure import ExactTable, show_internal
from koers.domain.aanlevering import SoortAanlevering
from koers.domain.rollen import Rol
from koers.domain.themas import NieuweRonde, NieuweStem, NieuwThemabesluit
from koers.domain.weigering import Refused
from koers.exchange.tabellen.invoer import deliver
from koers.presentation.netwerk.herinneringen import remembered
from koers.presentation.themas import plain_rows
from koers.registers.kern.models import LogRegel
from koers.registers.kern.verbinding import acting
from koers.registers.monitor.models import Themabesluit, Themaronde, Themastem
from koers.web.monitor.beleid import surroundings
from tests.integration.monitor.tabellen import BY, bring, bring_shipped
from tests.wereld import ASSEN, MIDDEN_DRENTHE, actor_of, make_medewerker, make_organisatie, sign_in

pytestmark = pytest.mark.django_db
DAG = date(2026, 3, 2)
LAATSTE = date(2026, 3, 16)
STEM = NieuweStem(("bestaanszekerheid", "naar-school"), "Dit zien wij elke week.")
SCHOOL = SoortAanlevering.SCHOOL_VERZUIM
VERZUIM = "gemeente,periode,schoolsoort,leerlingen,verzuimers,thuiszitters\n"


@pytest.fixture(autouse=True)
def klok():
    with time_machine.travel("2026-03-02T12:00:00+00:00", tick=False) as reis:
        yield reis


@pytest.fixture
def mensen():
    """Who takes part in Midden-Drenthe, each at an organisation of its own; and a school in Assen."""
    return {
        "advies": actor_of(make_medewerker(Rol.BELEIDSADVISEUR)),
        "school": actor_of(make_medewerker(Rol.SCHOOL, soort="school")),
        "collega": actor_of(make_medewerker(Rol.SCHOOL, soort="school", naam="Nog iemand")),
        "welzijn": actor_of(make_medewerker(Rol.JONGERENWERKER, soort="welzijn")),
        "wethouder": actor_of(make_medewerker(Rol.WETHOUDER)),
        "assen": actor_of(make_medewerker(Rol.SCHOOL, ASSEN, soort="school")),
    }


def opened(mensen):
    return open_themaronde(
        by=mensen["advies"], gemeente=MIDDEN_DRENTHE, ronde=NieuweRonde("Thema’s 2027", LAATSTE, 2)
    )


def vote(by, stem=STEM, **more):
    return vote_thema(by=by, gemeente=MIDDEN_DRENTHE, stem=stem, **more)


def decision(**more):
    redenen = {"bestaanszekerheid": "Schulden groeien.", "naar-school": "Meer thuiszitters."}
    goed = {
        "datum": date(2026, 3, 20),
        "gremium": "stuurgroep",
        "redenen": redenen,
        "reden": "Dit hangt samen.",
    }
    return NieuwThemabesluit(**(goed | more))


def code_of(do, **kwargs):
    with pytest.raises(Refused) as refused:
        do(**kwargs)
    return refused.value.code


def seen(by, gemeente=MIDDEN_DRENTHE):
    return read_themas(by=by, gemeente=gemeente)


def test_one_vote_per_partner_and_a_second_is_refused(mensen):
    opened(mensen)
    vote(mensen["school"])
    assert code_of(vote, by=mensen["school"]) == "stem_al_gegeven"
    # A colleague of the same school is the same partner.
    assert code_of(vote, by=mensen["collega"]) == "stem_al_gegeven"
    vote(mensen["welzijn"])
    ronde = seen(mensen["wethouder"]).ronde
    assert [een.partner for een in ronde.stemmen] == ["school in Midden-Drenthe", "welzijn in Midden-Drenthe"]
    assert ronde.nog_niet == ("gemeente in Midden-Drenthe",)
    telling = {b.thema.id: len(b.stemmen) for b in seen(mensen["school"]).themas}
    assert (telling["bestaanszekerheid"], telling["naar-school"], telling["scheiding"]) == (2, 2, 0)


def test_planted_without_the_rule_the_database_still_refuses_a_second_vote(mensen, monkeypatch):
    opened(mensen)
    vote(mensen["school"])
    monkeypatch.setattr("koers.actions.monitor.themaronde._own_vote", lambda by, row: None)
    with pytest.raises(IntegrityError):
        vote(mensen["school"])
    assert Themastem.objects.count() == 1


def test_the_same_form_twice_is_one_vote(mensen):
    opened(mensen)
    formulier = uuid4()
    vote(mensen["school"], formulier=formulier)
    assert code_of(vote, by=mensen["school"], formulier=formulier) == "al_verwerkt"
    assert Themastem.objects.count() == 1


def test_nobody_votes_for_another_partner(mensen, client):
    """What the form says of an organisation does not count: a vote is of who is signed in."""
    opened(mensen)
    welzijn = make_organisatie(MIDDEN_DRENTHE, "welzijn")
    school = make_medewerker(Rol.SCHOOL, soort="school", naam="Wie stemt")
    sign_in(client, school)
    adres = reverse("themas-stem", args=[MIDDEN_DRENTHE])
    velden = {"formulier_id": uuid4(), "gekozen": ["scheiding"], "reden": "Wij zien dit."}
    velden |= {"organisatie": welzijn.pk, "organisatie_id": welzijn.pk, "partner": welzijn.naam}
    assert client.post(adres, velden).status_code == 302
    stem = Themastem.objects.get()
    assert stem.organisatie.naam == "school in Midden-Drenthe"
    assert code_of(withdraw_themastem, by=mensen["welzijn"], gemeente=MIDDEN_DRENTHE, reden="Weg.") == (
        "niet_gevonden"
    )


def test_planted_a_vote_that_trusts_the_form_is_met(mensen, monkeypatch):
    """If the organisation came from elsewhere, the vote stood at another partner: the test above sees it."""
    opened(mensen)
    ander = make_organisatie(MIDDEN_DRENTHE, "welzijn")
    monkeypatch.setattr("koers.actions.monitor.themaronde._organisation", lambda by: str(ander.pk))
    vote(mensen["school"])
    assert [een.partner for een in seen(mensen["school"]).ronde.stemmen] == ["welzijn in Midden-Drenthe"]
    assert seen(mensen["school"]).ronde.eigen is None


def test_a_vote_is_taken_back_with_a_reason_and_stays_kept(mensen):
    opened(mensen)
    vote(mensen["school"])
    weg = {"by": mensen["school"], "gemeente": MIDDEN_DRENTHE}
    assert code_of(withdraw_themastem, **weg, reden=" ") == "correctie_zonder_reden"
    withdraw_themastem(**weg, reden="Wij bespraken het opnieuw.")
    assert seen(mensen["school"]).ronde.stemmen == ()
    assert code_of(withdraw_themastem, **weg, reden="Nog eens.") == "niet_gevonden"
    vote(mensen["school"], NieuweStem(("scheiding",), "Dit speelt meer."))
    assert [een.themas for een in seen(mensen["school"]).ronde.stemmen] == [("scheiding",)]
    keten = Themastem.objects.order_by("vastgelegd_at", "vervangt")
    assert keten.count() == 3
    assert Themastem.objects.filter(vervangt__isnull=True).count() == 1


def test_another_municipality_neither_sees_nor_votes(mensen):
    opened(mensen)
    assert code_of(seen, by=mensen["assen"]) == "niet_gevonden"
    assert code_of(vote, by=mensen["assen"]) == "niet_gevonden"
    assert seen(mensen["assen"], ASSEN).rondes == ()
    aanbieder = actor_of(make_medewerker(Rol.AANBIEDER, soort="aanbieder"))
    assert code_of(seen, by=aanbieder) == "geen_recht"
    assert code_of(vote, by=mensen["wethouder"]) == "geen_recht"
    assert code_of(opened, mensen={"advies": mensen["school"]}) == "geen_recht"


def test_voting_ends_with_the_last_day(mensen, klok):
    assert code_of(vote, by=mensen["school"]) == "geen_ronde"
    opened(mensen)
    assert code_of(opened, mensen=mensen) == "ronde_loopt_al"
    klok.move_to("2026-03-16T22:30:00+00:00")  # half past eleven in the evening of the last day here
    vote(mensen["school"])
    klok.move_to("2026-03-16T23:30:00+00:00")
    assert code_of(vote, by=mensen["welzijn"]) == "ronde_gesloten"
    assert code_of(withdraw_themastem, by=mensen["school"], gemeente=MIDDEN_DRENTHE, reden="Weg.") == (
        "ronde_gesloten"
    )


@pytest.mark.parametrize(
    ("besluit", "code"),
    [
        (decision(reden=" "), "besluit_zonder_reden"),
        (decision(redenen={"scheiding": ""}), "thema_zonder_reden"),
        (decision(redenen={}), "besluit_zonder_thema"),
        (decision(datum=LAATSTE), "besluit_voor_stemmen"),
        (decision(gremium="borreltafel"), "themabesluit_overleg_onbekend"),
        (
            decision(redenen=dict.fromkeys(("scheiding", "naar-school", "werk-en-leren"), "ja")),
            "stem_te_veel",
        ),
    ],
)
def test_a_decision_without_reasons_is_none(mensen, klok, besluit, code):
    opened(mensen)
    klok.move_to("2026-03-20T12:00:00+00:00")
    beslis = {"by": mensen["advies"], "gemeente": MIDDEN_DRENTHE, "besluit": besluit}
    assert code_of(decide_themas, **beslis) == code
    assert not Themabesluit.objects.exists()


def test_planted_without_the_rule_the_database_refuses_a_decision_without_reason(mensen, klok, monkeypatch):
    opened(mensen)
    klok.move_to("2026-03-20T12:00:00+00:00")
    monkeypatch.setattr("koers.actions.monitor.themaronde.check_themabesluit", lambda *a, **k: None)
    with pytest.raises(IntegrityError):
        decide_themas(by=mensen["advies"], gemeente=MIDDEN_DRENTHE, besluit=decision(reden=" "))


def test_a_decision_keeps_its_figures_whatever_comes_later(mensen, klok):
    bring_shipped("gemeenten_2026.csv", "kwb_2021.csv")
    opened(mensen)
    vote(mensen["school"])
    klok.move_to("2026-03-20T12:00:00+00:00")
    decide_themas(by=mensen["advies"], gemeente=MIDDEN_DRENTHE, besluit=decision())
    eerst = seen(mensen["wethouder"]).ronde.besluit
    (kept,) = read_herinneringen(by=mensen["wethouder"]).themas
    ((stuk, shown),) = remembered(Herinneringen(themas=(kept,)), surroundings())
    assert (kept.themas, kept.gemeente) == (tuple(eerst.redenen), MIDDEN_DRENTHE)
    assert eerst.reden in stuk.tekst
    assert shown.adres == reverse("themas-gemeente", args=[MIDDEN_DRENTHE])
    assert read_herinneringen(by=mensen["assen"]).themas == ()
    rij = next(r for r in eerst.cijfers if r.get("wat") == "laag_inkomen")
    assert (rij["eigen"], rij["jaar"], rij["klasse"]) == ("4.2", 2021, "gepubliceerd")
    assert "CBS" in rij["bron"]
    assert rij["vastgelegd_at"].startswith("2026-03-02T12:00")
    assert {
        "thema": "naar-school",
        "soort": "stemmen",
        "partners": ["school in Midden-Drenthe"],
    } in eerst.cijfers
    klok.move_to("2026-03-21T12:00:00+00:00")
    bring("code;inwoners;laag_inkomen\nGM1731;33381;9,9\n")
    blad = seen(mensen["wethouder"])
    assert blad.ronde.besluit == eerst
    assert fingerprint(list(eerst.cijfers)) == eerst.vingerafdruk
    assert str(blad.themas[0].cijfers[0].cijfer.eigen) == "9.9"
    # And the same figures now would have another fingerprint: it is of the figures, not of the round.
    assert fingerprint(frozen(blad)) != eerst.vingerafdruk
    assert (
        code_of(decide_themas, by=mensen["advies"], gemeente=MIDDEN_DRENTHE, besluit=decision())
        == "geen_ronde"
    )


@pytest.mark.parametrize("model", [Themaronde, Themastem, Themabesluit])
def test_what_was_recorded_is_never_changed(mensen, klok, model):
    opened(mensen)
    vote(mensen["school"])
    klok.move_to("2026-03-20T12:00:00+00:00")
    decide_themas(by=mensen["advies"], gemeente=MIDDEN_DRENTHE, besluit=decision())
    for do in (
        lambda: model.objects.update(ingetrokken=True),
        lambda: model.objects.all()._raw_delete("default"),
    ):
        with pytest.raises(DatabaseError), transaction.atomic(), acting(uuid4(), frozenset({MIDDEN_DRENTHE})):
            do()


def test_numbers_of_partners_go_through_disclosure(mensen):
    rijen = f"{VERZUIM}GM1731,2024-2025,basisonderwijs,1712,63,4\nGM1731,2024-2025,mbo,412,31,23\n"
    with time_machine.travel("2026-03-02T12:00:00+00:00", tick=False):
        deliver(by=BY, soort=SCHOOL, inhoud=rijen.encode(), bestandsnaam="verzuim.csv")
    beeld = next(b for b in seen(mensen["school"]).themas if b.thema.id == "naar-school")
    cellen = {
        (reeks.maat.maat, reeks.groep): punt.aantal for reeks in beeld.partners for punt in reeks.punten
    }
    assert cellen["thuiszitters", "basisonderwijs"].waarde is None
    assert cellen["thuiszitters", "basisonderwijs"].status == "afgeschermd"
    assert cellen["thuiszitters", "mbo"].waarde == 25
    waarden = {cel.waarde for cel in cellen.values()}
    assert not waarden & {1712, 63, 4, 412, 31, 23}


def test_planted_a_count_beside_disclosure_reaches_the_file(mensen, monkeypatch):
    """With exact cells the exact number would come out: the test above is what stands between."""

    def exact(tabel: ExactTable, **_):
        return show_internal(tabel, doel="geplant")

    monkeypatch.setattr(themas_module, "disclose", exact)
    deliver(
        by=BY,
        soort=SCHOOL,
        inhoud=f"{VERZUIM}GM1731,2024-2025,mbo,412,31,23\n".encode(),
        bestandsnaam="verzuim.csv",
    )
    eigen = {rij["eigen"] for rij in plain_rows(seen(mensen["school"]))}
    assert 23 in eigen


def test_every_act_is_in_the_log(mensen, klok):
    opened(mensen)
    vote(mensen["school"])
    klok.move_to("2026-03-20T12:00:00+00:00")
    decide_themas(by=mensen["advies"], gemeente=MIDDEN_DRENTHE, besluit=decision())
    seen(mensen["wethouder"])
    regels = LogRegel.objects.filter(onderwerp_soort__startswith="thema").order_by("tijdstip_at", "pk")
    assert [(r.handeling, r.rol) for r in regels] == [
        ("open_themaronde", "beleidsadviseur"),
        ("vote_thema", "school"),
        ("decide_themas", "beleidsadviseur"),
        ("read_themas", "wethouder"),
    ]


# --- pages ------------------------------------------------------------------------------------------


def page(client, naam, *args):
    return client.get(reverse(naam, args=args))


def test_the_pages_from_round_to_decision(mensen, client, klok):
    bring_shipped("gemeenten_2026.csv", "kwb_2021.csv")
    advies = make_medewerker(Rol.BELEIDSADVISEUR, naam="Ada Vies")
    school = make_medewerker(Rol.SCHOOL, soort="school", naam="Sacha School")
    sign_in(client, advies)
    assert client.get("/themas/").headers["Location"] == "/themas/GM1731/"
    leeg = page(client, "themas-gemeente", MIDDEN_DRENTHE).content.decode()
    assert "Er was nog geen ronde" in leeg
    assert "Ronde openen" in leeg
    velden = {
        "formulier_id": uuid4(),
        "naam": "Voor 2027",
        "stemmen_tot_en_met": "2026-03-16",
        "hoogstens": 2,
    }
    klaar = client.post(reverse("themas-ronde", args=[MIDDEN_DRENTHE]), velden)
    assert klaar.status_code == 302
    sign_in(client, school)
    leeg = {"formulier_id": uuid4(), "gekozen": ["scheiding"], "reden": " "}
    fout = client.post(reverse("themas-stem", args=[MIDDEN_DRENTHE]), leeg)
    assert fout.status_code == 422
    tekst = fout.content.decode()
    assert "Schrijf op waarom uw organisatie dit kiest" in tekst
    # What was ticked stays ticked.
    assert re.findall(r'<input[^>]*value="(\S+)"[^>]* checked', tekst) == ["scheiding"]
    goed = leeg | {"reden": "Wij zien dit elke week.", "formulier_id": uuid4()}
    assert client.post(reverse("themas-stem", args=[MIDDEN_DRENTHE]), goed).status_code == 302
    lijst = page(client, "themas-gemeente", MIDDEN_DRENTHE).content.decode()
    assert "Wij zien dit elke week." in lijst
    assert "Onze stem intrekken" in lijst
    assert "al in deze ronde" in page(client, "themas-stem", MIDDEN_DRENTHE).content.decode()
    assert page(client, "themas-besluit", MIDDEN_DRENTHE).status_code == 404  # not for a school
    klok.move_to("2026-03-20T12:00:00+00:00")
    sign_in(client, advies)
    besluit = reverse("themas-besluit", args=[MIDDEN_DRENTHE])
    velden = {"formulier_id": uuid4(), "datum": "2026-03-20", "gremium": "stuurgroep"}
    velden |= {"kies-scheiding": "on", "waarom-scheiding": "Zo koos de school.", "reden": ""}
    fout = client.post(besluit, velden)
    assert fout.status_code == 422
    leeg = client.post(besluit, velden | {"waarom-scheiding": " ", "reden": "Eén ding goed doen."})
    assert leeg.status_code == 422
    assert "Schrijf bij het thema “Uit elkaar gaan” op waarom" in leeg.content.decode()
    assert "Zo koos de school." in fout.content.decode()
    velden |= {"reden": "Eén ding goed doen.", "formulier_id": uuid4()}
    assert client.post(besluit, velden).status_code == 302
    lijst = page(client, "themas-gemeente", MIDDEN_DRENTHE).content.decode()
    assert "Eén ding goed doen." in lijst
    assert "Vastgelegd door Ada Vies" in lijst


def test_the_page_of_a_theme_shows_a_group_by_name_with_the_own_in_it(mensen, client):
    bring_shipped("gemeenten_2026.csv", "kwb_2021.csv")
    sign_in(client, make_medewerker(Rol.RAADSLID))
    tekst = page(client, "themas-thema", MIDDEN_DRENTHE, "bestaanszekerheid").content.decode()
    assert "<strong>Midden-Drenthe</strong>" in tekst
    assert "procentpunt" in tekst
    assert "één jaar, dus nog geen verloop" in tekst
    assert page(client, "themas-thema", MIDDEN_DRENTHE, "bestaat-niet").status_code == 404
    assert page(client, "themas-thema", ASSEN, "bestaanszekerheid").status_code == 404


def test_the_table_to_take_along_says_class_and_source(mensen, client):
    bring_shipped("gemeenten_2026.csv", "kwb_2021.csv")
    sign_in(client, make_medewerker(Rol.WETHOUDER))
    inhoud = page(client, "themas-tabel", MIDDEN_DRENTHE, "csv").content.decode("utf-8-sig")
    rijen = list(csv.DictReader(io.StringIO(inhoud), delimiter=";"))
    rij = next(r for r in rijen if r["cijfer"] == "laag_inkomen")
    assert (rij["eigen"], rij["klasse"], rij["periode"]) == ("4,2", "gepubliceerd", "2021")
    assert "CBS" in rij["bron"]
    assert page(client, "themas-tabel", MIDDEN_DRENTHE, "xlsx").status_code == 200
    assert page(client, "themas-tabel", MIDDEN_DRENTHE, "doc").status_code == 404
