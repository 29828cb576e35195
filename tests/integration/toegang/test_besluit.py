"""Aanvraag, besluit, letter and bezwaar through the acts: terms, the mandate, what no letter tells."""

from datetime import date
from uuid import uuid4

import pytest

from koers.actions.handeling import act
from koers.actions.toegang import aanvragen, besluit_lezen, besluiten, bezwaren, brieven
from koers.actions.toegang.aanvragen import NieuweStap
from koers.actions.zorg.toewijzen import assign_toewijzing
from koers.domain.besluiten import Toetsing
from koers.domain.rollen import Rol
from koers.domain.toestanden.besluit import BEZWAAR
from koers.registers.kern.models import Beroepsregistratie
from koers.registers.klok import vandaag
from koers.registers.toegang.models import (
    Beschikking,
    Besluit,
    Bezwaar,
)
from tests.integration.toegang.besluitwereld import (
    DAG,
    asked,
    besluit_of,
    casus_of,
    code_of,
    involve,
    letters,
    made,
    second_parent,
    stand,
)
from tests.wereld import (
    TOETSING,
    actor_of,
    ask,
    decide,
    give_plan,
    granted,
    make_actor,
    make_medewerker,
    make_organisatie,
    make_product,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def by():
    return make_actor(Rol.JEUGDCONSULENT)


@pytest.fixture
def ander():
    return make_actor(Rol.GEDRAGSWETENSCHAPPER)


@pytest.fixture
def product():
    return make_product(make_organisatie("GM1731", "aanbieder"))


# --- terms -----------------------------------------------------------------------------------------------


def test_the_clock_stands_still_and_a_late_decision_costs(by):
    z = asked(by, dagen=100)
    (beeld,), _ = besluit_lezen.read_aanvragen(by=by)
    assert beeld.te_laat
    assert beeld.termijn.dwangsom is None
    said = NieuweStap(vandaag())
    aanvragen.register_ingebrekestelling(by=by, aanvraag_id=z.aanvraag.pk, stap=said)
    (beeld,), _ = besluit_lezen.read_aanvragen(by=by)
    assert beeld.termijn.dwangsom.eerste_dag == vandaag() + 15 * DAG


def test_what_is_due_first_comes_first_and_what_is_decided_is_gone(by, product):
    late, soon = asked(by, dagen=40), asked(by, dagen=5)
    found, _ = besluit_lezen.read_aanvragen(by=by)
    assert [beeld.id for beeld in found] == [late.aanvraag.pk, soon.aanvraag.pk]
    besluiten.decide_besluit(by=by, casus_id=late.casus, besluit=granted(product))
    assert [b.id for b in besluit_lezen.read_aanvragen(by=by)[0]] == [soon.aanvraag.pk]


@pytest.mark.parametrize(
    ("do", "stap", "code"),
    [
        ("request_aanvulling", {}, "hersteldatum_ontbreekt"),
        ("extend_term", {"termijn_datum": DAG}, "verdaging_niet_later"),
        ("extend_term", {"termijn_datum": 90 * DAG}, ""),
        ("extend_term", {"termijn_datum": 800 * DAG}, "termijn_te_ver"),
        ("request_aanvulling", {"termijn_datum": 366 * DAG}, ""),
        ("request_aanvulling", {"termijn_datum": 367 * DAG}, "termijn_te_ver"),
        ("register_ingebrekestelling", {}, "ingebrekestelling_te_vroeg"),
        ("request_aanvulling", {"datum": -31 * DAG}, "stap_voor_aanvraag"),
        ("request_aanvulling", {"datum": DAG}, "datum_in_toekomst"),
    ],
)
def test_a_step_that_cannot_be_is_refused(do, stap, code, by):
    z = asked(by)
    days = {key: vandaag() + delta for key, delta in stap.items()}
    said = NieuweStap(**{"datum": vandaag(), "toelichting": "Daarom."} | days)
    assert code_of(getattr(aanvragen, do), by=by, aanvraag_id=z.aanvraag.pk, stap=said) == code


def test_one_aanvraag_at_a_time_and_not_before_the_question(by):
    z = asked(by)
    assert code_of(ask, by, z.casus) == "aanvraag_loopt"
    _, casus = casus_of(by, "Later")
    assert code_of(ask, by, casus, vandaag() - DAG) == "aanvraag_voor_melding"


# --- deciding --------------------------------------------------------------------------------------------


def test_the_rule_of_the_day_is_kept_with_its_version(by, product):
    z = asked(by)
    besluiten.decide_besluit(by=by, casus_id=z.casus, besluit=granted(product))
    kept = besluit_of(z).toetsing
    assert [row["regel"] for row in kept] == [toetsing.regel for toetsing in TOETSING]
    assert all(row["artikel"].startswith("Jeugdwet") and len(row["versie"]) == 12 for row in kept)


def test_a_municipality_lays_its_own_rule_over_ours_from_a_day_on(by, product, tmp_path, monkeypatch):
    from koers.policy.finding import shipped_folder

    text = (shipped_folder() / "verordening" / "andere-wet.yaml").read_text(encoding="utf-8")
    text = text.replace("id: andere-wet\n", "id: andere-wet-2\n", 1)
    text = text.replace(
        "geldt_vanaf: 2015-01-01", f"geldt_vanaf: {vandaag()}\ngemeentelijk_artikel: artikel 7"
    )
    (tmp_path / "verordening").mkdir()
    (tmp_path / "verordening" / "andere-wet-2.yaml").write_text(text, encoding="utf-8")
    monkeypatch.setenv("KOERS_BELEID", str(tmp_path))
    named = lambda dag: {rule.regel: rule.id for rule in besluiten.rules_on(dag)}["andere-wet"]  # noqa: E731
    assert (named(vandaag() - DAG), named(vandaag())) == ("andere-wet", "andere-wet-2")
    z = asked(by)
    besluiten.decide_besluit(by=by, casus_id=z.casus, besluit=granted(product))
    assert besluit_of(z).toetsing[2]["gemeentelijk_artikel"] == "artikel 7"


def test_help_for_less_than_the_family_can_do_itself_needs_the_hardheidsclausule(by, product):
    z = asked(by)
    stands = (Toetsing("gebruikelijke-hulp", "ja"), *TOETSING[1:])
    said = granted(product, toetsing=stands)
    decide_ = besluiten.decide_besluit
    assert code_of(decide_, by=by, casus_id=z.casus, besluit=said) == "regel_staat_in_de_weg"
    hard = (*stands[:3], Toetsing("hardheidsclausule", "ja", "De ouder ligt in het ziekenhuis."))
    decide_(by=by, casus_id=z.casus, besluit=granted(product, toetsing=hard))


def test_above_the_limit_two_people_decide_and_both_are_known(by, ander, product):
    z = asked(by)
    dear = granted(product, bedrag_cent=2_000_000)
    assert (
        code_of(besluiten.decide_besluit, by=by, casus_id=z.casus, besluit=dear) == "tweede_paar_ogen_nodig"
    )
    said = {"by": by, "casus_id": z.casus, "besluit": dear}
    assert code_of(besluiten.propose_besluit, **said, aan=by.id) == "zelf_ingediend"
    assert code_of(besluiten.propose_besluit, **said, aan=uuid4()) == "geen_collega"
    besluiten.propose_besluit(**said, aan=ander.id)
    third = make_actor(Rol.GEDRAGSWETENSCHAPPER)
    involve(third, z, by)
    on = {"aanvraag_id": z.aanvraag.pk}
    assert code_of(besluiten.approve_besluit, by=by, **on) == "voorgelegd_aan_ander"
    assert code_of(besluiten.approve_besluit, by=third, **on) == "voorgelegd_aan_ander"
    besluiten.approve_besluit(by=ander, **on)
    kept = besluit_of(z)
    assert (kept.indiener, kept.vastgelegd_door) == (by.id, ander.id)


def test_without_a_valid_registration_nobody_decides_and_an_adviser_can_bring_one(by, ander, product):
    z = asked(by)
    Beroepsregistratie.objects.filter(medewerker=by.id).update(tot_datum=vandaag())
    said = {"by": by, "casus_id": z.casus}
    code = code_of(besluiten.decide_besluit, **said, besluit=granted(product))
    assert code == "beroepsregistratie_nodig"
    besluiten.decide_besluit(**said, besluit=granted(product, adviseur=ander.id))
    assert besluit_of(z).adviseur == ander.id


def test_only_in_a_crisis_help_begins_before_it_was_asked_for(by, product):
    from koers.actions.toegang.treden import register_uitzondering
    from koers.domain.ladder import Uitzondering

    z = asked(by, dagen=2)
    early = granted(product, ingangsdatum=vandaag() - 5 * DAG)
    assert code_of(besluiten.decide_besluit, by=by, casus_id=z.casus, besluit=early) == "hulp_voor_aanvraag"
    crisis = Uitzondering("crisis", "In de nacht uit huis.", vandaag())
    register_uitzondering(by=by, casus_id=z.casus, uitzondering=crisis)
    besluiten.decide_besluit(by=by, casus_id=z.casus, besluit=early)


def test_a_correction_stands_beside_what_was_wrong_and_a_withdrawal_carries_no_more_help(by, product):
    z = asked(by)
    besluiten.decide_besluit(by=by, casus_id=z.casus, besluit=granted(product))
    first = besluit_of(z)
    again = granted(product, reden="Toch langer.")
    said = {"by": by, "besluit_id": first.pk, "besluit": again}
    assert code_of(besluiten.correct_besluit, **said, reden=" ") == "correctie_zonder_reden"
    besluiten.correct_besluit(**said, reden="Verkeerde duur.")
    second = besluit_of(z)
    assert (second.vervangt, Besluit.objects.get(pk=first.pk).reden) == (first, first.reden)
    blad = besluit_lezen.read_besluit(by=by, besluit_id=second.pk)
    assert [row[2] for row in blad.eerder] == ["Verkeerde duur."]
    assert besluit_lezen.read_besluit(by=by, besluit_id=first.pk).toestand == "vervangen"
    give = {"by": by, "casus_id": z.casus, "contractproduct_id": product.pk, "ingangsdatum": vandaag()}
    assign_toewijzing(**give)
    besluiten.withdraw_besluit(
        by=by, besluit_id=second.pk, datum=vandaag(), per_datum=vandaag(), reden="Verhuisd."
    )
    assert code_of(assign_toewijzing, **give) == "geen_besluit"


# --- the letter ------------------------------------------------------------------------------------------


def test_every_parent_with_gezag_gets_an_own_letter_with_nothing_of_the_other(by, product):
    z = asked(by)
    second_parent(by, z)
    besluiten.decide_besluit(by=by, casus_id=z.casus, besluit=granted(product))
    to = {row.gegevens["aan"]["naam"].split()[0]: row for row in letters(z)}
    assert (
        to["Ouder"].gegevens["aan"]["adres"] == []
    )  # a secret address stands on no letter, also not one's own
    assert to["Vader"].gegevens["aan"]["adres"] == ["Dorpsstraat 9", "9401ZZ Assen"]
    assert "Geheimstraat" not in str(to["Vader"].gegevens)
    assert "Dorpsstraat" not in str(to["Ouder"].gegevens)


@pytest.mark.parametrize("leak", ["Zij wonen in de Geheimstraat.", "Postcode 9411 ab.", "School in BEILEN."])
def test_a_planted_address_in_the_words_of_the_letter_is_met(leak, by, product):
    z = asked(by)
    second_parent(by, z)
    said = {"by": by, "casus_id": z.casus}
    code = code_of(besluiten.decide_besluit, **said, besluit=granted(product, reden=leak))
    assert code == "brief_noemt_adres"
    assert not Besluit.objects.filter(casus=z.casus).exists()
    explained = (*TOETSING[:3], Toetsing("hardheidsclausule", "ja", leak))
    code = code_of(besluiten.decide_besluit, **said, besluit=granted(product, toetsing=explained))
    assert code == "brief_noemt_adres"


def test_a_letter_goes_after_a_second_look_and_a_late_flag_takes_it_back(by, product):
    z = asked(by)
    second_parent(by, z)
    besluiten.decide_besluit(by=by, casus_id=z.casus, besluit=granted(product))
    own, father = letters(z) if letters(z)[1].aan.achternaam == "Elders" else reversed(letters(z))
    release = brieven.release_brief
    assert code_of(release, by=by, beschikking_id=own.pk) == "brief_niet_gemaakt"
    made(by, own)
    made(by, father)
    assert release(by=by, beschikking_id=own.pk) == "brief_vrijgegeven"
    back = brieven.hide_adres(
        by=by, gezin_id=z.familie.gezin, huishouden_id=father.huishouden_id, formulier=uuid4()
    )
    assert (back, stand(father), stand(own)) == (1, "brief_teruggehaald", "brief_vrijgegeven")
    assert code_of(release, by=by, beschikking_id=father.pk) == "overgang_mag_niet"
    new = Beschikking.objects.get(pk=brieven.renew_brief(by=by, beschikking_id=father.pk))
    assert (new.gegevens["aan"]["adres"], stand(father), stand(new)) == ([], "brief_vervangen", "brief_klaar")
    assert code_of(brieven.renew_brief, by=by, beschikking_id=father.pk) == "overgang_mag_niet"


def test_the_second_look_stands_by_itself(by, product):
    """A flag that came along another road than our act is met when the letter is let go."""
    from koers.registers.kern.models import Huishouden

    z = asked(by)
    second_parent(by, z)
    besluiten.decide_besluit(by=by, casus_id=z.casus, besluit=granted(product))
    (father,) = [row for row in letters(z) if row.huishouden_id]
    made(by, father)
    with act("register_gezin", by=by):
        Huishouden.objects.filter(pk=father.huishouden_id).update(geheim="onbekend", gevouwen="")
    assert brieven.release_brief(by=by, beschikking_id=father.pk) == "brief_teruggehaald"


def test_what_was_made_once_stays(by, product):
    z = asked(by)
    besluiten.decide_besluit(by=by, casus_id=z.casus, besluit=granted(product))
    (row,) = letters(z)
    first = brieven.attach_document(by=by, beschikking_id=row.pk, inhoud=b"%PDF een")
    assert brieven.attach_document(by=by, beschikking_id=row.pk, inhoud=b"%PDF twee") == first
    assert brieven.read_brief(by=by, beschikking_id=row.pk).document == b"%PDF een"


# --- bezwaar ---------------------------------------------------------------------------------------------


def test_a_bezwaar_is_decided_by_somebody_else_once(by, ander, product):
    z = asked(by)
    besluiten.decide_besluit(by=by, casus_id=z.casus, besluit=granted(product))
    involve(ander, z, by)
    said = {"besluit_id": besluit_of(z).pk, "datum": vandaag(), "wie": "ouder"}
    for uitkomst in ("gegrond", "ongegrond", "niet_ontvankelijk", "ingetrokken"):
        bezwaar = bezwaren.register_bezwaar(by=by, **said)
        out = {"bezwaar_id": bezwaar, "datum": vandaag(), "uitkomst": uitkomst, "toelichting": "Omdat."}
        if uitkomst != "ingetrokken":
            assert code_of(bezwaren.decide_bezwaar, by=by, **out) == "zelf_besloten"
        bezwaren.decide_bezwaar(by=ander, **out)
        blad = besluit_lezen.read_besluit(by=by, besluit_id=said["besluit_id"])
        now = next(beeld.toestand for beeld in blad.bezwaren if beeld.id == bezwaar)
        assert now == BEZWAAR.move("bezwaar_ontvangen", "decide_bezwaar", uitkomst)
        assert code_of(bezwaren.decide_bezwaar, by=ander, **out) == "overgang_mag_niet"
    bad = out | {"uitkomst": "misschien", "bezwaar_id": bezwaren.register_bezwaar(by=by, **said)}
    assert code_of(bezwaren.decide_bezwaar, by=ander, **bad) == "overgang_mag_niet"


def test_the_term_of_a_bezwaar_runs_from_the_letter_that_went_out(by, product):
    z = asked(by)
    besluiten.decide_besluit(by=by, casus_id=z.casus, besluit=granted(product))
    said = {"by": by, "besluit_id": besluit_of(z).pk, "datum": vandaag(), "wie": "ouder"}
    assert Bezwaar.objects.get(pk=bezwaren.register_bezwaar(**said)).op_tijd
    (row,) = letters(z)
    made(by, row)
    brieven.release_brief(by=by, beschikking_id=row.pk)
    last = Bezwaar.objects.get(pk=bezwaren.register_bezwaar(**said)).laatste_dag
    assert last.isoformat() == row.gegevens["bezwaar_tot"]
    assert (last - vandaag()).days >= 42


def test_a_registration_is_written_by_who_keeps_the_accounts(by):
    from koers.actions.kern.beroepsregistraties import register_beroepsnummer
    from koers.domain.besluiten import Beroepsnummer

    beheer = make_actor(Rol.FUNCTIONEEL_BEHEERDER)
    wie = make_medewerker(Rol.JEUGDCONSULENT)
    nummer = Beroepsnummer("BIG", "12345678901", date(2020, 1, 1))
    said = {"medewerker_id": wie.pk, "nummer": nummer}
    register_beroepsnummer(by=beheer, **said)
    assert wie.beroepsregistraties.filter(register="BIG").exists()
    assert code_of(register_beroepsnummer, by=by, **said) == "geen_recht"
    far = make_actor(Rol.FUNCTIONEEL_BEHEERDER, "GM0106")
    assert code_of(register_beroepsnummer, by=far, **said) == "niet_gevonden"
    assert actor_of(wie).rol is Rol.JEUGDCONSULENT


def test_decide_does_the_steps(by, product):
    _, casus = casus_of(by, "Stappen")
    decide(by, casus, granted(product))
    assert Besluit.objects.get(casus=casus).aanvraag is not None


def test_a_besluit_cites_the_plan_as_it_was_settled_then(by, product):
    zaak = asked(by)
    give_plan(by, zaak.familie)
    besluiten.decide_besluit(by=by, casus_id=zaak.casus, besluit=granted(product))
    blad = besluit_lezen.read_besluit(by=by, besluit_id=besluit_of(zaak).pk)
    assert blad.plan == (1, vandaag())


def test_without_a_plan_a_besluit_cites_none(by, product):
    zaak = asked(by)
    besluiten.decide_besluit(by=by, casus_id=zaak.casus, besluit=granted(product))
    assert besluit_lezen.read_besluit(by=by, besluit_id=besluit_of(zaak).pk).plan is None
