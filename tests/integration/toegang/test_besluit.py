"""Aanvraag, besluit, letter and bezwaar through the acts: every move, the mandate, what no letter tells."""

from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from types import SimpleNamespace
from uuid import uuid4

import pytest

from koers.actions.handeling import act
from koers.actions.toegang import aanvragen, besluit_lezen, besluiten, bezwaren, brieven
from koers.actions.toegang.aanvragen import NieuweStap, state_of, steps_of
from koers.actions.toegang.melden import NieuweMelding, register_melding
from koers.actions.zorg.toewijzen import assign_toewijzing
from koers.authorization.poort import may
from koers.domain.besluiten import Toetsing
from koers.domain.rollen import Rol
from koers.domain.toestanden.besluit import AANVRAAG, BEZWAAR, BRIEF
from koers.domain.weigering import Refused
from koers.registers.kern.models import Beroepsregistratie, Betrokkenheid
from koers.registers.klok import vandaag
from koers.registers.toegang.models import (
    Aanvraag,
    Beschikking,
    Besluit,
    Bezwaar,
    Verzending,
)
from tests.wereld import (
    TOETSING,
    actor_of,
    ask,
    decide,
    give_plan,
    granted,
    make_actor,
    make_familie,
    make_medewerker,
    make_organisatie,
    make_product,
    rejected,
    walk_ladder,
)

pytestmark = pytest.mark.django_db
DAG = timedelta(days=1)


@pytest.fixture
def by():
    return make_actor(Rol.JEUGDCONSULENT)


@pytest.fixture
def ander():
    return make_actor(Rol.GEDRAGSWETENSCHAPPER)


@pytest.fixture
def product():
    return make_product(make_organisatie("GM1731", "aanbieder"))


def code_of(do, *args, **kwargs):
    try:
        do(*args, **kwargs)
    except Refused as refused:
        return refused.code
    return ""


def casus_of(by, naam="Besluit", dagen=0, **more):
    familie = make_familie(by, naam, **more)
    melding = NieuweMelding(jeugdigen=(familie.kind,), datum=vandaag() - dagen * DAG, verwijzer="06")
    return familie, register_melding(by=by, gezin_id=familie.gezin, melding=melding)[0]


def asked(by, dagen=30, **more):
    """An aanvraag of so many days ago, with the ladder walked."""
    familie, casus = casus_of(by, f"Gezin{uuid4().hex[:6]}", dagen, **more)
    ask(by, casus, vandaag() - dagen * DAG)
    walk_ladder(by, casus)
    return SimpleNamespace(familie=familie, casus=casus, aanvraag=Aanvraag.objects.get(casus=casus))


def besluit_of(zaak):
    return Besluit.objects.current().get(casus=zaak.casus)


def toestand_of(by, zaak):
    """Where the aanvraag stands, read as an act."""
    with act("read_casus", by=by):
        return state_of(zaak.aanvraag, steps_of(zaak.aanvraag))


# --- every move of the table, allowed and not, for every role --------------------------------------------


def moves(by, ander, product):
    """Per act and choice how it is done on a zaak, by whom it lies open."""
    step = lambda **more: NieuweStap(vandaag(), **more)  # noqa: E731
    on = lambda do, **more: lambda who, z: do(by=who, aanvraag_id=z.aanvraag.pk, **more)  # noqa: E731

    def deciding(do, besluit):
        return lambda who, z: do(by=who, casus_id=z.casus, besluit=besluit)

    def correcting(besluit):
        return lambda who, z: besluiten.correct_besluit(
            by=who, besluit_id=newest(z), besluit=besluit, reden="Verkeerd product."
        )

    def newest(z):
        return getattr(Besluit.objects.current().filter(casus=z.casus).first(), "pk", uuid4())

    return {
        ("request_aanvulling", ""): on(
            aanvragen.request_aanvulling, stap=step(termijn_datum=vandaag() + DAG, toelichting="Verslag.")
        ),
        ("register_aanvulling", ""): on(aanvragen.register_aanvulling, stap=step()),
        ("set_aside_aanvraag", ""): on(aanvragen.set_aside_aanvraag, stap=step(toelichting="Niets.")),
        ("withdraw_aanvraag", ""): on(aanvragen.withdraw_aanvraag, stap=step()),
        ("propose_besluit", ""): lambda who, z: besluiten.propose_besluit(
            by=who, casus_id=z.casus, besluit=granted(product), aan=ander.id
        ),
        ("return_besluit", ""): on(besluiten.return_besluit, toelichting="Noem de school."),
        ("decide_besluit", "toekenning"): deciding(besluiten.decide_besluit, granted(product)),
        ("decide_besluit", "afwijzing"): deciding(besluiten.decide_besluit, rejected()),
        ("approve_besluit", "toekenning"): on(besluiten.approve_besluit),
        ("correct_besluit", "toekenning"): correcting(granted(product)),
        ("correct_besluit", "afwijzing"): correcting(rejected()),
        ("withdraw_besluit", ""): lambda who, z: besluiten.withdraw_besluit(
            by=who, besluit_id=newest(z), datum=vandaag(), per_datum=vandaag(), reden="Verhuisd."
        ),
    }


def reach(toestand, by, ander, product):
    """A zaak in a state, by the acts that lead there."""
    z = asked(by)
    do = moves(by, ander, product)
    road = {
        "aangevraagd": [],
        "voorgelegd": ["propose_besluit"],
        "toegekend": [("decide_besluit", "toekenning")],
        "afgewezen": [("decide_besluit", "afwijzing")],
        "aanvraag_ingetrokken": ["withdraw_aanvraag"],
        "besluit_ingetrokken": [("decide_besluit", "toekenning"), "withdraw_besluit"],
    }
    if toestand in ("aanvulling_gevraagd", "buiten_behandeling"):
        # Asked twenty days ago, until ten days ago.
        stap = NieuweStap(vandaag() - 20 * DAG, vandaag() - 10 * DAG, "Verslag.")
        aanvragen.request_aanvulling(by=by, aanvraag_id=z.aanvraag.pk, stap=stap)
        road[toestand] = ["set_aside_aanvraag"] if toestand == "buiten_behandeling" else []
    for move in road[toestand]:
        do[(move, "") if isinstance(move, str) else move](by, z)
    assert toestand_of(by, z) == toestand
    involve(ander, z, by)
    return z


def involve(who, z, by):
    gemeente = "GM1731"
    with suppress(Refused), act("register_gezin", by=by):
        if not Betrokkenheid.objects.filter(gezin=z.familie.gezin, medewerker=who.id).exists():
            Betrokkenheid.objects.create(
                gezin_id=z.familie.gezin,
                medewerker_id=who.id,
                gemeente_id=gemeente,
                begindatum=date(2020, 1, 1),
            )


@pytest.mark.parametrize("toestand", AANVRAAG.toestanden)
def test_every_move_of_an_aanvraag_is_allowed_or_refused_as_the_table_says(toestand, by, ander, product):
    allowed = {(o.handeling, o.keuze): o.naar for o in AANVRAAG.overgangen if toestand in o.van}
    for (handeling, keuze), do in moves(by, ander, product).items():
        z = reach(toestand, by, ander, product)
        who = ander if handeling in ("return_besluit", "approve_besluit") else by
        code = code_of(do, who, z)
        now = toestand_of(by, z)
        if (handeling, keuze) in allowed:
            assert (code, now) == ("", allowed[handeling, keuze]), (toestand, handeling, keuze)
        else:
            assert code in {"overgang_mag_niet", "geen_aanvraag", "niet_gevonden"}, (toestand, handeling)
            assert now == toestand


def test_a_proposed_afwijzing_is_taken_as_one(by, ander):
    z = asked(by)
    besluiten.propose_besluit(by=by, casus_id=z.casus, besluit=rejected(), aan=ander.id)
    besluiten.approve_besluit(by=ander, aanvraag_id=z.aanvraag.pk)
    assert toestand_of(by, z) == "afgewezen"


@pytest.mark.parametrize(
    "rol", [rol for rol in Rol if rol not in (Rol.JEUGDCONSULENT, Rol.GEDRAGSWETENSCHAPPER)]
)
def test_no_other_role_makes_any_move(rol, by, ander, product):
    who = replace(by, rol=rol)
    for machine in (AANVRAAG, BEZWAAR, BRIEF):
        for handeling in {overgang.handeling for overgang in machine.overgangen}:
            assert not may(who, handeling)
    z = SimpleNamespace(casus=uuid4(), aanvraag=SimpleNamespace(pk=uuid4()))
    done = moves(by, ander, product)
    assert {move: code_of(do, who, z) for move, do in done.items()} == dict.fromkeys(done, "geen_recht")


def test_a_colleague_without_the_family_makes_no_move(by, ander, product):
    z = asked(by)
    for do in moves(by, ander, product).values():
        assert code_of(do, make_actor(Rol.JEUGDCONSULENT), z) == "niet_gevonden"


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


def letters(z):
    return list(Beschikking.objects.filter(besluit__casus=z.casus).order_by("vastgelegd_at"))


def stand(row):
    return Verzending.objects.current().get(beschikking=row).stand


def second_parent(by, z, straat="Dorpsstraat", geheim="nee"):
    """A parent with gezag who lives elsewhere."""
    from koers.actions.kern.gezinnen import NieuwLid, Plaats, add_gezinslid
    from koers.domain.personen import NieuwAdres, NieuwPersoon

    adres = NieuwAdres(straatnaam=straat, huisnummer=9, postcode="9401ZZ", plaatsnaam="Assen", geheim=geheim)
    persoon = NieuwPersoon(achternaam="Elders", roepnaam="Vader", geboortedatum=date(1980, 1, 1))
    lid = NieuwLid(persoon=persoon, rol="ouder", plaats=Plaats(adres=adres), gezag_over=(z.familie.kind,))
    return add_gezinslid(by=by, gezin_id=z.familie.gezin, lid=lid, formulier=uuid4())


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


def made(by, row):
    brieven.attach_document(by=by, beschikking_id=row.pk, inhoud=b"%PDF")


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
