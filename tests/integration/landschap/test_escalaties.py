"""Escalations through the acts: clocks, corrections, who meets the casus, drills, and nothing overwritten."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import DatabaseError, connection, transaction
from django.urls import reverse

from koers.actions.kern.demo import create_demo, demo_actor
from koers.actions.netwerk.demo_escalaties import seed_escalaties
from koers.actions.netwerk.escalaties import (
    calm_escalatie,
    end_escalatie,
    evaluate_escalatie,
    inform_escalatie,
    open_escalatie,
)
from koers.actions.netwerk.escalaties_lezen import read_escalatie, read_escalaties
from koers.domain.actor import systeemactor
from koers.domain.escalaties import Gemeld, NieuweEscalatie
from koers.domain.rollen import Rol
from koers.domain.weigering import Refused
from koers.policy import beleid, load_beleid
from koers.policy.finding import shipped_folder
from koers.presentation.netwerk.escalaties import lead
from koers.registers.kern.models import LogBetrokkene, LogRegel
from koers.registers.kern.verbinding import acting
from koers.registers.klok import lokaal, nu
from koers.registers.netwerk.models import Escalatie, EscalatieStap
from tests.landschapwereld import SOORT, escalate, inform, inform_all
from tests.overgangen import code_of
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


@pytest.fixture
def by():
    return make_actor(Rol.BELEIDSADVISEUR)


def refused(do) -> str:
    with pytest.raises(Refused) as found:
        do()
    return found.value.code


def see(by, escalatie):
    return read_escalatie(by=by, escalatie_id=escalatie)


def test_every_step_of_the_protocol_has_its_clock(by):
    een = see(by, escalate(by, uren=3))
    stappen = beleid().escalaties[SOORT].stappen
    assert [stap.deadline - een.begin for stap in een.stappen] == [
        timedelta(hours=stap.binnen_uren) for stap in stappen
    ]
    assert [stap.stand for stap in een.stappen] == ["te_laat", "te_laat", "wacht"]
    assert een.stappen[0].regel.zeggen[0] == {
        "nl": stappen[0].zeggen[0].nl,
        "en": stappen[0].zeggen[0].en,
    }


def test_who_was_informed_and_when_is_kept_and_a_mistake_gets_a_new_fact(by):
    made = escalate(by)
    inform(by, made, "wethouder", uren=1)
    assert refused(lambda: inform(by, made, "wethouder", uren=2.5)) == "reden_verplicht"
    inform(by, made, "wethouder", uren=2.5, reden="Het was later.")
    stap = see(by, made).stap("wethouder")
    assert stap.stand == "na_de_tijd"
    assert [een.moment - see(by, made).begin for een in stap.eerder] == [timedelta(hours=1)]
    last = EscalatieStap.objects.current().get()
    assert (last.vervangt.reden, last.reden_correctie) == ("", "Het was later.")


@pytest.mark.parametrize("table", [Escalatie, EscalatieStap])
def test_the_database_lets_nobody_overwrite_what_was_written(by, table):
    made = escalate(by)
    inform(by, made, "wethouder")
    with pytest.raises(DatabaseError), transaction.atomic(), acting(uuid4(), by.gemeenten):
        table.objects.update(naam="Iemand anders")
    with pytest.raises(DatabaseError), transaction.atomic(), acting(uuid4(), by.gemeenten):
        table.objects.all().delete()


def test_a_changed_protocol_leaves_what_was_opened_as_it_was(by, tmp_path, monkeypatch):
    made = escalate(by)
    eigen = tmp_path / "escalaties"
    eigen.mkdir()
    shipped = (beleid().escalaties[SOORT].herkomst, see(by, made).versie)
    assert shipped[0].definitie_versie == shipped[1]
    text = (shipped_folder() / "escalaties/onrust.yaml").read_text(encoding="utf-8")
    (eigen / "onrust.yaml").write_text(text.replace("binnen_uren: 2\n", "binnen_uren: 6\n"), "utf-8")
    own = load_beleid(overlay=tmp_path)
    monkeypatch.setattr("koers.actions.netwerk.escalaties.beleid", lambda: own)
    hours = {een.regel.id: een.regel.binnen_uren for een in see(by, escalate(by)).stappen}
    assert hours["wethouder"] == 6
    assert see(by, made).stap("wethouder").regel.binnen_uren == 2


def test_a_calamiteit_reports_to_the_inspectie_and_teaches_before_it_closes(by):
    made = escalate(by, "calamiteit", uren=30)
    inspectie = see(by, made).stap("inspectie")
    assert (inspectie.stand, inspectie.regel.normen) == ("te_laat", ("calamiteit-melden",))
    assert beleid().normen["calamiteit-melden"].artikel == "Jeugdwet 4.1.8"
    said = {"by": by, "escalatie_id": made, "tekst": "Iedereen is veilig."}
    calm_escalatie(**said)
    assert refused(lambda: end_escalatie(**said)) == "escalatie_stap_open"
    inform_all(by, made)
    assert refused(lambda: end_escalatie(**said)) == "escalatie_eerst_evalueren"
    assert refused(lambda: evaluate_escalatie(**said, lessen=" ")) == "lessen_ontbreken"
    evaluate_escalatie(**said, lessen="Eerder bellen.")
    end_escalatie(**said)
    een = see(by, made)
    assert [wat.soort for wat in een.vervolgen] == ["bedaard", "geevalueerd", "gesloten"]
    assert een.vervolgen[1].lessen == "Eerder bellen."


# --- who meets it -----------------------------------------------------------------------------------


def _with_casus():
    consulent = actor_of(make_medewerker(Rol.JEUGDCONSULENT))
    familie = make_familie(consulent, "Kanarie")
    familie = give_help(consulent, familie, make_product(make_organisatie(MIDDEN_DRENTHE, "aanbieder")))
    return consulent, familie, escalate(consulent, casus_id=familie.casus)


def test_only_who_may_see_the_casus_sees_that_it_belongs_to_one(client):
    consulent, familie, made = _with_casus()
    assert see(consulent, made).casus == familie.casus
    for rol in (Rol.BELEIDSADVISEUR, Rol.WETHOUDER, Rol.JEUGDCONSULENT, Rol.GEDRAGSWETENSCHAPPER):
        assert see(make_actor(rol), made).casus is None
    sign_in(client, make_medewerker(Rol.WETHOUDER))
    page = client.get(reverse("escalatie", args=[made])).text
    assert str(familie.casus) not in page
    assert "Kanarie" not in page


def test_a_password_alone_does_not_show_the_casus():
    consulent, _familie, made = _with_casus()
    assert see(replace(consulent, tweede_factor=False), made).casus is None


def test_who_read_it_with_its_casus_stands_in_the_log_of_the_child():
    consulent, familie, made = _with_casus()
    see(consulent, made)
    row = LogRegel.objects.filter(handeling="read_escalaties").latest("tijdstip_at")
    assert LogBetrokkene.objects.filter(regel=row, persoon_id=familie.kind, wijze="gezien").exists()
    opened = LogRegel.objects.get(handeling="open_escalatie")
    assert LogBetrokkene.objects.filter(regel=opened, persoon_id=familie.kind).exists()
    assert "Er is onrust" not in str(opened.bijzonderheden)


def test_a_casus_of_somebody_else_cannot_be_named():
    _consulent, familie, _made = _with_casus()
    other = make_actor(Rol.JEUGDCONSULENT)
    assert refused(lambda: escalate(other, casus_id=familie.casus)) == "niet_gevonden"


def test_another_municipality_and_other_roles_find_nothing(by):
    made = escalate(by)
    for rol in (Rol.BELEIDSADVISEUR, Rol.GEDRAGSWETENSCHAPPER):
        stranger = make_actor(rol, ASSEN)
        assert refused(lambda who=stranger: see(who, made)) == "niet_gevonden"
        assert read_escalaties(by=stranger).alle == ()
    assert code_of(see, make_actor(Rol.RAADSLID), made) == "geen_recht"
    nieuw = NieuweEscalatie(SOORT, ASSEN, "Iets.", nu())
    assert refused(lambda: open_escalatie(by=by, nieuw=nieuw)) == "niet_gevonden"


def test_without_the_filter_the_wall_of_the_database_stands(by, monkeypatch):
    """On PostgreSQL row level security keeps what a forgotten filter would show."""
    made = escalate(by)
    stranger = make_actor(Rol.BELEIDSADVISEUR, ASSEN)
    monkeypatch.setattr(
        "koers.actions.netwerk.escalaties_lezen.visible_escalatiegevallen",
        lambda who: Escalatie.objects.all(),
    )
    found = {een.id for een in read_escalaties(by=stranger).alle}
    assert found == (set() if connection.vendor == "postgresql" else {made})


# --- a drill ----------------------------------------------------------------------------------------


def test_a_drill_is_called_a_drill_everywhere_and_counts_nowhere(by, client):
    made = escalate(by, oefening=True)
    assert lead(read_escalaties(by=by)) == "Er loopt geen escalatie."
    sign_in(client, make_medewerker(Rol.BELEIDSADVISEUR))
    steps = [reverse("escalatie-stap", args=[made, "wethouder"])]
    forms = [reverse(f"escalatie-{naam}", args=[made]) for naam in ("bedaard", "evalueren", "sluiten")]
    for adres in (
        reverse("escalaties"),
        reverse("escalatie", args=[made]),
        reverse("vandaag"),
        *forms,
        *steps,
    ):
        assert "Oefening" in client.get(adres).text, adres
    escalate(by)
    assert lead(read_escalaties(by=by)) == "Er loopt één escalatie. 2 stappen zijn te laat."


def test_a_drill_is_never_about_a_real_casus():
    consulent, familie, _made = _with_casus()
    assert (
        refused(lambda: escalate(consulent, casus_id=familie.casus, oefening=True)) == "oefening_zonder_casus"
    )
    with acting(uuid4(), consulent.gemeenten):
        row = Escalatie.objects.get()
    row.pk, row.oefening = uuid4(), True
    with pytest.raises(DatabaseError), transaction.atomic(), acting(uuid4(), consulent.gemeenten):
        row.save(force_insert=True)


# --- pages ------------------------------------------------------------------------------------------


def form(**fields) -> dict:
    return {"formulier_id": str(uuid4()), **fields}


def test_an_escalation_from_opening_to_closing_page_by_page(client, by):
    sign_in(client, make_medewerker(Rol.BELEIDSADVISEUR))
    opened = form(soort=SOORT, gemeente=MIDDEN_DRENTHE, omschrijving="", begin="2026-01-01T10:00")
    answer = client.post(reverse("escalatie-nieuw"), opened)
    assert (answer.status_code, "2026-01-01T10:00" in answer.text) == (422, True)
    begin = lokaal(nu() - timedelta(hours=2)).strftime("%Y-%m-%dT%H:%M")
    answer = client.post(
        reverse("escalatie-nieuw"), opened | {"omschrijving": "De pers belt.", "begin": begin}
    )
    made = Escalatie.objects.get()
    assert answer.headers["Location"] == reverse("escalatie", args=[made.pk])
    assert lokaal(made.begin_at).strftime("%Y-%m-%dT%H:%M") == begin
    page = client.get(reverse("escalatie", args=[made.pk])).text
    assert "wacht op u" in page
    assert "Of een gezin bij de gemeente bekend is" in page
    step = reverse("escalatie-stap", args=[made.pk, "woordvoerder"])
    assert "Wat u niet zegt" in client.get(step).text
    answer = client.post(step, form(soort="gedaan", wie="", aan="De woordvoerder", moment=begin))
    assert (answer.status_code, "als functie" in answer.text) == (422, True)
    for stap in ("woordvoerder", "wethouder", "school-en-buurt"):
        step = reverse("escalatie-stap", args=[made.pk, stap])
        client.post(step, form(soort="gedaan", wie="Wij", aan="Zij", moment=begin))
    assert "Elke stap heeft een antwoord." in client.get(reverse("escalatie", args=[made.pk])).text
    for naam in ("bedaard", "sluiten"):
        client.post(reverse(f"escalatie-{naam}", args=[made.pk]), form(tekst="Het is rustig."))
    assert see(by, made.pk).stand == "gesloten"


def test_vandaag_names_the_step_to_who_acts_and_what_is_late_to_who_leads(client, by):
    made = escalate(by, "calamiteit", uren=50)
    inform(by, made, "leidinggevende")
    known = ("de gemeenteraad", "de inspectie", "het gezin", "de regiomanager")
    for rol, waits in (
        (Rol.WETHOUDER, {"de gemeenteraad"}),
        (Rol.CONTRACTMANAGER, {"de inspectie"}),
        (Rol.JEUGDCONSULENT, set()),
        (Rol.GEDRAGSWETENSCHAPPER, {"het gezin", "de inspectie", "de regiomanager"}),
    ):
        sign_in(client, make_medewerker(rol))
        page = client.get(reverse("vandaag")).text
        told = {wie for wie in known if wie in page}
        assert waits <= told, rol
        assert bool(told) is bool(waits), rol


def test_the_step_that_was_not_needed_names_nobody(by):
    made = escalate(by)
    gemeld = Gemeld("wethouder", "niet_nodig", "Wij", "De wethouder", None, "Hij zat erbij.")
    inform_escalatie(by=by, escalatie_id=made, gemeld=gemeld)
    told = see(by, made).stap("wethouder").gemeld
    assert (told.wie, told.aan, told.moment, told.reden) == ("", "", None, "Hij zat erbij.")


def test_the_demo_shows_one_that_runs_one_that_is_over_and_a_drill(settings):
    settings.DEMO = True
    create_demo(by=systeemactor("toets", functionaris="de beheerder"), demo=True)
    seed_escalaties()
    alle = read_escalaties(by=demo_actor("beleidsadviseur")).alle
    assert {(een.soort, een.stand, een.oefening) for een in alle} == {
        ("geen-plek", "escalatie_loopt", False),
        ("calamiteit", "gesloten", False),
        ("onrust", "escalatie_loopt", True),
    }
    assert {stap.stand for een in alle for stap in een.stappen} >= {
        "te_laat",
        "op_tijd",
        "na_de_tijd",
        "wacht",
    }
