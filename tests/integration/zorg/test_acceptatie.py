"""The acceptatieplicht through the acts: who may, in which state, what opens, and who sees what."""

from dataclasses import dataclass, replace
from datetime import date, timedelta
from uuid import UUID

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.urls import reverse

from koers.actions.zorg import acceptatie
from koers.actions.zorg.acceptatie import (
    NieuwGesprek,
    accept_toewijzing,
    close_weigering,
    close_zorgmakelaarroute,
    judge_weigering,
    refuse_toewijzing,
    register_gesprek,
    take_zorgmakelaarroute,
)
from koers.actions.zorg.acceptatielijst import read_acceptatie, read_acceptatieverslag, read_weigering
from koers.actions.zorg.lezen import read_toewijzing_met_antwoord, read_vragen
from koers.actions.zorg.toewijzen import Invulling, assign_toewijzing, register_start
from koers.actions.zorg.wijzigen import change_toewijzing
from koers.actions.zorg.zorgmakelaar import read_zorgmakelaarroute, read_zorgmakelaarroutes
from koers.domain.actor import Actor
from koers.domain.rollen import Rol
from koers.domain.weigering import Refused
from koers.registers.kern.models import LogBetrokkene, LogRegel
from koers.registers.kern.verbinding import ALLE_GEMEENTEN, acting
from koers.registers.klok import nu, vandaag
from koers.registers.zorg.models import AcceptatieStap, Contractproduct, ZorgmakelaarStap
from tests.wereld import (
    ASSEN,
    MIDDEN_DRENTHE,
    actor_of,
    give_help,
    make_actor,
    make_familie,
    make_medewerker,
    make_product,
    sign_in,
)

pytestmark = pytest.mark.django_db(transaction=True)
HIER = frozenset({MIDDEN_DRENTHE})
BUITEN, BINNEN = "geen-plek", "leeftijd"


@dataclass
class Wereld:
    """Two children of one consulent, given to one provider; and everybody who has to do with an answer."""

    consulent: Actor
    aanbieder: Actor
    ander: Actor
    beheer: Actor
    makelaar: Actor
    casus: UUID
    product: UUID
    toewijzing: UUID
    kind: UUID

    @property
    def state(self) -> str:
        return read_toewijzing_met_antwoord(by=self.consulent, toewijzing_id=self.toewijzing)[1].toestand


@pytest.fixture
def wereld() -> Wereld:
    consulent = make_actor(Rol.JEUGDCONSULENT)
    medewerker = make_medewerker(Rol.AANBIEDER, soort="aanbieder")
    product = make_product(medewerker.aanstellingen.get().organisatie)
    familie = give_help(consulent, make_familie(consulent, "Kanarie"), product)
    return Wereld(
        consulent=consulent,
        aanbieder=actor_of(medewerker),
        # Of the same municipality: what keeps it apart is the organisation alone.
        ander=actor_of(make_medewerker(Rol.AANBIEDER, soort="welzijn")),
        beheer=make_actor(Rol.REGIOMANAGER),
        makelaar=make_actor(Rol.ZORGMAKELAAR),
        casus=familie.casus,
        product=product.pk,
        toewijzing=familie.toewijzing,
        kind=familie.kind,
    )


def call(datum: date | None = None, **more) -> NieuwGesprek:
    told = {"met": "intake", "capaciteit": "nee", "passend": "ja"} | more
    return NieuwGesprek(datum or vandaag(), **told)


def phone(w: Wereld, by: Actor | None = None) -> None:
    register_gesprek(by=by or w.aanbieder, toewijzing_id=w.toewijzing, gesprek=call())


def refuse(
    w: Wereld, grond: str = BUITEN, toelichting: str = "Alles zit vol.", by: Actor | None = None
) -> None:
    refuse_toewijzing(by=by or w.aanbieder, toewijzing_id=w.toewijzing, grond=grond, toelichting=toelichting)


def judge(w: Wereld, oordeel: str, by: Actor | None = None) -> None:
    judge_weigering(by=by or w.beheer, toewijzing_id=w.toewijzing, oordeel=oordeel, toelichting="Gesproken.")


def outcome(do) -> str:
    try:
        do()
    except Refused as refused:
        return refused.code
    return ""


# State -> how to get there.
NAAR = {
    "wacht_op_aanbieder": lambda w: None,
    "besproken": phone,
    "geaccepteerd": lambda w: accept_toewijzing(by=w.aanbieder, toewijzing_id=w.toewijzing),
    "weigering_binnen": lambda w: (phone(w), refuse(w, BINNEN)),
    "weigering_buiten": lambda w: (phone(w), refuse(w)),
    "weigering_erkend": lambda w: (phone(w), refuse(w), judge(w, "erkend")),
    "moet_accepteren": lambda w: (phone(w), refuse(w), judge(w, "moet_accepteren")),
    "weigering_afgerond": lambda w: (
        *(phone(w), refuse(w)),
        close_weigering(by=w.consulent, toewijzing_id=w.toewijzing, uitkomst="andere_aanbieder"),
    ),
}


def test_a_start_accepts_and_a_closed_refusal_starts_no_more(wereld):
    phone(wereld)
    refuse(wereld)
    register_start(by=wereld.aanbieder, toewijzing_id=wereld.toewijzing, datum=vandaag())
    assert wereld.state == "geaccepteerd"


def test_after_the_refusal_was_closed_nobody_starts(wereld):
    NAAR["weigering_afgerond"](wereld)
    found = outcome(
        lambda: register_start(by=wereld.aanbieder, toewijzing_id=wereld.toewijzing, datum=vandaag())
    )
    assert found == "overgang_mag_niet"


def test_help_that_was_taken_away_asks_no_answer(wereld):
    change_toewijzing(by=wereld.consulent, toewijzing_id=wereld.toewijzing, reden="13")
    assert wereld.state == "vraag_vervallen"
    assert read_acceptatie(by=wereld.beheer).regels == ()


# --- a refusal ----------------------------------------------------------------------------------------


def test_a_refusal_outside_the_grounds_opens_the_route_at_once_and_contract_management_sees_it(wereld):
    phone(wereld)
    refuse(wereld)
    (regel,) = read_acceptatie(by=wereld.beheer).regels
    assert regel.te_beoordelen
    assert regel.beeld.route == "route_open"
    assert [route.toewijzing_id for route in read_zorgmakelaarroutes(by=wereld.makelaar)] == [
        wereld.toewijzing
    ]


def test_a_refusal_within_the_grounds_opens_nothing(wereld):
    phone(wereld)
    refuse(wereld, BINNEN)
    assert read_zorgmakelaarroutes(by=wereld.makelaar) == ()
    assert not read_acceptatie(by=wereld.beheer).regels[0].te_beoordelen
    assert (
        outcome(lambda: read_weigering(by=wereld.beheer, toewijzing_id=wereld.toewijzing)) == "niet_gevonden"
    )


def test_planted_a_refusal_that_does_not_escalate_is_met(wereld, monkeypatch):
    monkeypatch.setattr(acceptatie, "_open_route", lambda by, row: None)
    with pytest.raises(AssertionError):
        test_a_refusal_outside_the_grounds_opens_the_route_at_once_and_contract_management_sees_it(wereld)


def test_refused_and_escalated_are_one_transaction(wereld, monkeypatch):
    phone(wereld)

    def broken(by, row):
        raise RuntimeError("the power went out")

    monkeypatch.setattr(acceptatie, "_open_route", broken)
    with pytest.raises(RuntimeError):
        refuse(wereld)
    assert wereld.state == "besproken"
    assert not LogRegel.objects.filter(handeling="refuse_toewijzing").exists()


@pytest.mark.parametrize(
    ("grond", "toelichting", "verwacht"),
    [
        ("", "vol", "weigering_zonder_grond"),
        ("verzonnen", "vol", "weigering_zonder_grond"),
        (BUITEN, " ", "weigering_zonder_toelichting"),
    ],
)
def test_a_refusal_without_a_ground_or_an_explanation_is_none(wereld, grond, toelichting, verwacht):
    phone(wereld)
    assert outcome(lambda: refuse(wereld, grond, toelichting)) == verwacht
    assert wereld.state == "besproken"


def test_a_call_of_the_other_side_is_not_enough_to_refuse(wereld):
    phone(wereld, wereld.consulent)
    assert outcome(lambda: refuse(wereld)) == "weigering_zonder_gesprek"
    phone(wereld)
    refuse(wereld)
    beeld = read_weigering(by=wereld.beheer, toewijzing_id=wereld.toewijzing).beeld
    assert (beeld.van_gemeente.capaciteit, beeld.van_aanbieder.passend) == ("nee", "ja")


@pytest.mark.parametrize(
    "row",
    [
        {"soort": "geweigerd"},
        {"soort": "geweigerd", "grond": BUITEN, "buiten": True},
        {"soort": "beoordeeld"},
        {"soort": "afgerond"},
    ],
)
def test_the_database_refuses_an_answer_that_says_too_little(wereld, row):
    with pytest.raises(IntegrityError), transaction.atomic(), acting(wereld.casus, ALLE_GEMEENTEN):
        AcceptatieStap.objects.create(
            toewijzing_id=wereld.toewijzing,
            gemeente_id=MIDDEN_DRENTHE,
            datum=vandaag(),
            vastgelegd_at="2026-01-01T00:00Z",
            vastgelegd_door="x",
            **row,
        )


# --- the clock ------------------------------------------------------------------------------------------


def on_day(monkeypatch, dag: date) -> None:
    """Lets the program think that it is this day."""
    for module in (
        "acceptatie",
        "acceptatie_lezen",
        "acceptatielijst",
        "lezen",
        "toewijzen",
        "wijzigen",
        "escalatie",
    ):
        monkeypatch.setattr(f"koers.actions.zorg.{module}.vandaag", lambda: dag)


def test_an_overdue_answer_stands_on_top_and_its_days_are_working_days(wereld, monkeypatch):
    given = vandaag()
    first = wereld.toewijzing
    beeld = read_toewijzing_met_antwoord(by=wereld.consulent, toewijzing_id=first)[1]
    assert beeld.uiterlijk is not None
    assert beeld.uiterlijk > given
    assert beeld.te_laat == 0
    later = beeld.uiterlijk + timedelta(days=14)
    on_day(monkeypatch, later)
    (regel,) = read_acceptatie(by=wereld.beheer).regels
    assert 0 < regel.beeld.te_laat <= 10
    (telling,) = read_acceptatie(by=wereld.beheer).tellingen
    assert (telling.gegeven, telling.te_laat, telling.op_tijd, telling.open) == (1, 1, 0, 0)
    accept_toewijzing(by=wereld.aanbieder, toewijzing_id=first)
    assert read_acceptatie(by=wereld.beheer).regels == ()  # answered with yes: nothing to look at
    assert read_acceptatie(by=wereld.beheer).tellingen[0].te_laat == 1  # but it was late


def test_sums_per_provider_and_region_and_what_leaves_is_told_in_classes(wereld):
    phone(wereld)
    refuse(wereld)
    (telling,) = read_acceptatie(by=wereld.beheer).tellingen
    assert (telling.gegeven, telling.op_tijd, telling.geweigerd, telling.buiten) == (1, 1, 1, 1)
    assert read_acceptatie(by=wereld.beheer, inkoopregio="IR-ZD").tellingen == ()
    verslag = read_acceptatieverslag(by=wereld.beheer)
    tabel, rows = verslag.tabel, verslag.tellingen
    assert len(rows) == 1
    assert all(cel.waarde is None for cel in tabel.cellen)


def test_refusals_are_counted_by_ground_with_their_time_and_what_came_of_them(wereld, client):
    phone(wereld)
    refuse(wereld)
    (een,) = read_acceptatie(by=wereld.beheer).gronden
    assert (een.grond, een.aantal, een.dagen) == (BUITEN, 1, 0)
    assert een.uitkomsten == (("toestand", "weigering_buiten", 1),)
    other = give_help(
        wereld.consulent, make_familie(wereld.consulent, "Lijster"), Contractproduct.objects.get()
    )
    with time_machine.travel(nu() + timedelta(days=6), tick=False):
        late = replace(wereld, toewijzing=other.toewijzing)
        phone(late)
        refuse(late, BINNEN)
        route = {"by": wereld.makelaar, "toewijzing_id": wereld.toewijzing}
        take_zorgmakelaarroute(**route)
        close_zorgmakelaarroute(**route, uitkomst="plek_andere_aanbieder")
        per_grond = {een.grond: een for een in read_acceptatie(by=wereld.beheer).gronden}
        first, second = per_grond[BUITEN], per_grond[BINNEN]
        assert first.uitkomsten == (("uitkomst_route", "plek_andere_aanbieder", 1),)
        assert (second.aantal, second.dagen) == (1, 6)
        sign_in(client, make_medewerker(Rol.REGIOMANAGER, soort="regio"))
        page = client.get(reverse("acceptatie")).text
    assert "Waarom er werd geweigerd, en wat daarvan kwam" in page
    assert "plek bij een andere aanbieder (1)" in page.lower()


# --- who sees what ----------------------------------------------------------------------------------------


def test_another_provider_sees_nothing(wereld):
    phone(wereld)
    assert read_vragen(by=wereld.ander) == ()
    for do in (
        lambda: read_toewijzing_met_antwoord(by=wereld.ander, toewijzing_id=wereld.toewijzing),
        lambda: refuse(wereld, by=wereld.ander),
        lambda: accept_toewijzing(by=wereld.ander, toewijzing_id=wereld.toewijzing),
        lambda: phone(wereld, wereld.ander),
    ):
        assert outcome(do) == "niet_gevonden"
    ((beeld, antwoord),) = read_vragen(by=wereld.aanbieder)
    assert beeld.id == wereld.toewijzing
    assert antwoord.wacht_op_antwoord


def test_planted_a_filter_that_shows_every_provider_everything_is_met(wereld, monkeypatch):
    from koers.registers.zorg.models import Toewijzing

    monkeypatch.setattr(
        "koers.actions.zorg.lezen.visible_toewijzingen", lambda by, today: Toewijzing.objects.current()
    )
    with pytest.raises(AssertionError):
        assert read_vragen(by=wereld.ander) == ()


def test_contract_management_and_zorgmakelaar_of_another_municipality_see_nothing(wereld):
    phone(wereld)
    refuse(wereld)
    assert read_acceptatie(by=make_actor(Rol.REGIOMANAGER, ASSEN)).regels == ()
    assert read_acceptatie(by=make_actor(Rol.REGIOMANAGER, ASSEN)).tellingen == ()
    elsewhere = make_actor(Rol.ZORGMAKELAAR, ASSEN)
    assert read_zorgmakelaarroutes(by=elsewhere) == ()
    assert (
        outcome(lambda: take_zorgmakelaarroute(by=elsewhere, toewijzing_id=wereld.toewijzing))
        == "niet_gevonden"
    )


def test_judging_is_logged_as_looking_at_a_child(wereld):
    phone(wereld)
    refuse(wereld)
    read_weigering(by=wereld.beheer, toewijzing_id=wereld.toewijzing)
    regel = LogRegel.objects.filter(handeling="judge_weigering").latest("tijdstip_at")
    assert LogBetrokkene.objects.get(regel=regel).persoon_id == wereld.kind


# --- the zorgmakelaar -----------------------------------------------------------------------------------


def test_the_route_is_taken_up_and_ends_with_what_came_of_it(wereld):
    phone(wereld)
    refuse(wereld)
    beeld = read_zorgmakelaarroute(by=wereld.makelaar, toewijzing_id=wereld.toewijzing)
    assert beeld.kind == "Kind Kanarie"
    assert beeld.regisseurs == (wereld.consulent.naam,)
    close = {"by": wereld.makelaar, "toewijzing_id": wereld.toewijzing}
    assert outcome(lambda: close_zorgmakelaarroute(**close, uitkomst="hulp_op_maat")) == "overgang_mag_niet"
    take_zorgmakelaarroute(**close)
    assert outcome(lambda: take_zorgmakelaarroute(**close)) == "overgang_mag_niet"
    assert outcome(lambda: close_zorgmakelaarroute(**close, uitkomst="zomaar")) == "afhandeling_onbekend"
    close_zorgmakelaarroute(**close, uitkomst="plek_andere_aanbieder")
    assert read_zorgmakelaarroute(by=wereld.makelaar, toewijzing_id=wereld.toewijzing).klaar
    assert [stap.soort for stap in ZorgmakelaarStap.objects.order_by("vastgelegd_at")] == [
        "geopend",
        "opgepakt",
        "afgerond",
    ]


@pytest.mark.parametrize("rol", sorted(set(Rol) - {Rol.ZORGMAKELAAR}))
def test_only_the_zorgmakelaar_walks_that_route(wereld, rol):
    by = make_actor(rol)
    for do in (
        lambda: read_zorgmakelaarroutes(by=by),
        lambda: take_zorgmakelaarroute(by=by, toewijzing_id=wereld.toewijzing),
        lambda: close_zorgmakelaarroute(by=by, toewijzing_id=wereld.toewijzing, uitkomst="hulp_op_maat"),
    ):
        assert outcome(do) == "geen_recht"


def test_a_call_before_the_toewijzing_is_written_down_with_it(wereld):
    casus, product = wereld.casus, wereld.product
    change_toewijzing(by=wereld.consulent, toewijzing_id=wereld.toewijzing, reden="13")
    wereld.toewijzing = assign_toewijzing(
        by=wereld.consulent,
        casus_id=casus,
        contractproduct_id=product,
        ingangsdatum=vandaag(),
        invulling=Invulling(gesprek=call(capaciteit="ja")),
    )
    beeld = read_toewijzing_met_antwoord(by=wereld.aanbieder, toewijzing_id=wereld.toewijzing)[1]
    assert beeld.toestand == "besproken"
    assert beeld.van_gemeente.capaciteit == "ja"


def test_every_provider_with_a_contract_stands_in_the_report_also_without_any_toewijzing(wereld):
    other = make_medewerker(Rol.AANBIEDER, ASSEN, soort="aanbieder").aanstellingen.get().organisatie
    make_product(other)
    verslag = read_acceptatieverslag(by=wereld.beheer)
    assert {een.naam for een in verslag.tellingen} >= {other.naam}
    # What was given in this quarter is not in it: nobody learns from one day to the next.
    assert sum(een.gegeven for een in verslag.tellingen) == 0
    assert verslag.tot <= vandaag()
    assert verslag.tot.day == 1
