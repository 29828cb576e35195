"""Who organises, prepares, decides and settles: the rules, and the tables of states, one move at a time."""

from datetime import date
from itertools import product

import pytest

from koers.domain.rollen import STURING, Rol
from koers.domain.toestanden.vergadering import ACTIE, AGENDAPUNT, STANDPUNT, VERGADERING
from koers.domain.vergadering import (
    LANGSTE_TEKST,
    Mandaatblik,
    Mandaatregel,
    NieuwBesluit,
    NieuweActie,
    NieuweVergadering,
    NieuwPunt,
    Overleg,
    check_actie,
    check_adoption,
    check_besluit,
    check_changeable,
    check_held,
    check_member,
    check_organiser,
    check_punt,
    check_standpunt,
    check_tekst,
    check_vergadering,
    check_vervolg,
    digest,
    may_follow,
    meets,
    organisers,
    own_gemeente,
    preparers,
)
from koers.domain.weigering import Refused

VANDAAG = date(2026, 11, 30)
MORGEN, GISTEREN = date(2026, 12, 1), date(2026, 11, 29)
ABO = Overleg("abo", "drenthe", "bestuurlijk", "bestaand", frozenset({Rol.WETHOUDER, Rol.REGIOMANAGER}))
BELEID = Overleg(
    *("beleidsoverleg", "drenthe", "ambtelijk", "voorgesteld"),
    frozenset({Rol.BELEIDSADVISEUR}),
    frozenset({"abo"}),
)
VBO = Overleg(*("vbo", "drenthe", "bestuurlijk", "opgeheven"), frozenset({Rol.WETHOUDER}), frozenset({"abo"}))
JEUGD = Overleg("jeugdoverleg", "drenthe", "ambtelijk", "te_splitsen", frozenset({Rol.BELEIDSADVISEUR}))
STUUR = Overleg("stuurgroep", "lokaal", "bestuurlijk", "bestaand", frozenset({Rol.STUURGROEPLID}))
LEEG = Overleg("ambtskring", "drenthe", "ambtelijk", "bestaand")
ALLE = (ABO, BELEID, VBO, JEUGD, STUUR, LEEG)
A, B = "GM1731", "GM0106"


def refusal(do, *args, **more) -> str:
    """The code of the refusal, or nothing."""
    try:
        do(*args, **more)
    except Refused as refused:
        return refused.code
    return ""


# --- the tables of states ---------------------------------------------------------------------------

MAG = {
    VERGADERING.ding: {
        ("gepland", "send_agenda", ""): "agenda_verstuurd",
        ("gepland", "cancel_vergadering", ""): "afgelast",
        ("agenda_verstuurd", "cancel_vergadering", ""): "afgelast",
        ("agenda_verstuurd", "write_verslag", ""): "verslag_in_de_maak",
        ("verslag_in_de_maak", "write_verslag", ""): "verslag_in_de_maak",
        ("verslag_in_de_maak", "adopt_verslag", ""): "verslag_vastgesteld",
    },
    AGENDAPUNT.ding: {
        **{
            (van, handeling, keuze): naar
            for van in ("op_agenda", "geannoteerd", "voorbereid")
            for handeling, keuze, naar in (
                ("annotate_agendapunt", "", "geannoteerd"),
                ("decide_agendapunt", "", "besloten"),
                ("close_agendapunt", "besproken", "besproken"),
                ("close_agendapunt", "aangehouden", "aangehouden"),
                ("close_agendapunt", "van_de_agenda", "van_de_agenda"),
            )
        },
        ("geannoteerd", "release_annotatie", ""): "voorbereid",
    },
    STANDPUNT.ding: {
        ("geen_standpunt", "draft_standpunt", ""): "standpunt_in_de_maak",
        ("standpunt_in_de_maak", "draft_standpunt", ""): "standpunt_in_de_maak",
        ("gedeeld", "draft_standpunt", ""): "standpunt_in_de_maak",
        ("standpunt_in_de_maak", "share_standpunt", ""): "gedeeld",
    },
    ACTIE.ding: {
        **{
            (van, "follow_actie", keuze): keuze
            for van in ("open", "loopt_uit")
            for keuze in ("gedaan", "loopt_uit", "vervallen")
        },
        ("gedaan", "follow_actie", "toch_niet"): "open",
        ("vervallen", "follow_actie", "toch_niet"): "open",
    },
}


@pytest.mark.parametrize("machine", [VERGADERING, AGENDAPUNT, STANDPUNT, ACTIE], ids=lambda m: m.ding)
def test_every_move_that_may_and_every_move_that_may_not(machine):
    moves = {(o.handeling, o.keuze) for o in machine.overgangen}
    for van, (handeling, keuze) in product(machine.toestanden, moves):
        expected = MAG[machine.ding].get((van, handeling, keuze))
        if expected is None:
            assert refusal(machine.move, van, handeling, keuze) == "overgang_mag_niet", (
                van,
                handeling,
                keuze,
            )
        else:
            assert machine.move(van, handeling, keuze) == expected
    assert len(MAG[machine.ding]) == sum(len(o.van) for o in machine.overgangen)


def test_settled_minutes_and_a_meeting_called_off_lead_nowhere():
    assert VERGADERING.open_acts("verslag_vastgesteld") == VERGADERING.open_acts("afgelast") == ()
    assert refusal(check_changeable, "verslag_vastgesteld") == "verslag_staat_vast"
    assert refusal(check_changeable, "afgelast") == "vergadering_afgelast"
    assert [refusal(check_changeable, een) for een in ("gepland", "agenda_verstuurd")] == ["", ""]


# --- who organises, prepares and settles ------------------------------------------------------------


@pytest.mark.parametrize("rol", [*Rol, None])
def test_a_regional_body_is_organised_by_the_region_and_a_local_one_by_its_adviser(rol):
    assert refusal(check_organiser, rol, ABO) == ("" if rol is Rol.REGIOMANAGER else "vergadering_niet_van_u")
    assert refusal(check_organiser, rol, STUUR) == (
        "" if rol is Rol.BELEIDSADVISEUR else "vergadering_niet_van_u"
    )
    assert organisers(ABO) == {Rol.REGIOMANAGER}


def test_what_the_policy_names_prepares_first_and_what_was_ended_never():
    found = preparers(ABO, ALLE)
    assert (found.nu, found.voorgesteld, found.anders) == ((), (BELEID,), (JEUGD,))
    bestaat = Overleg("x", "drenthe", "bestuurlijk", "bestaand", BELEID.rollen, frozenset({"abo"}))
    assert preparers(ABO, (*ALLE, bestaat)).nu == (bestaat,)
    assert not any(een in preparers(ABO, ALLE).alle for een in (VBO, LEEG, ABO, STUUR))
    assert [meets(een) for een in (ABO, VBO, LEEG)] == [True, False, False]


@pytest.mark.parametrize("rol", [*Rol, None])
def test_only_who_sits_at_the_preparing_body_annotates(rol):
    assert refusal(check_member, rol, BELEID) == (
        "" if rol is Rol.BELEIDSADVISEUR else "niet_van_dit_overleg"
    )


@pytest.mark.parametrize(
    ("nieuw", "code"),
    [
        (NieuweVergadering("abo", VANDAAG, frozenset({A, B})), ""),
        (NieuweVergadering("abo", VANDAAG, frozenset()), "geen_deelnemers"),
        (NieuweVergadering("abo", VANDAAG, frozenset({A, "GM0114"})), "deelnemers_niet_van_u"),
    ],
)
def test_a_meeting_has_municipalities_of_who_plans_it(nieuw, code):
    assert refusal(check_vergadering, nieuw, ABO, frozenset({A, B})) == code


def test_a_local_body_is_of_one_municipality_and_a_body_without_people_does_not_meet():
    nieuw = NieuweVergadering("x", VANDAAG, frozenset({A, B}))
    assert refusal(check_vergadering, nieuw, STUUR, frozenset({A, B})) == "lokaal_is_een_gemeente"
    assert refusal(check_vergadering, nieuw, LEEG, frozenset({A, B})) == "overleg_vergadert_niet"


@pytest.mark.parametrize(
    ("punt", "code"),
    [
        (NieuwPunt("besluiten", "beleidsoverleg", titel="Iets"), ""),
        (NieuwPunt("besluiten", "beleidsoverleg", dossier="x"), ""),
        (NieuwPunt("besluiten", "beleidsoverleg", titel="  "), "punt_zonder_onderwerp"),
        (NieuwPunt("praten", "beleidsoverleg", titel="Iets"), "vraag_onbekend"),
        (NieuwPunt("besluiten", "vbo", titel="Iets"), "voorbereider_onbekend"),
    ],
)
def test_an_item_has_a_subject_a_question_and_somebody_who_prepares(punt, code):
    assert refusal(check_punt, punt, preparers(ABO, ALLE)) == code


@pytest.mark.parametrize(
    ("stand", "dag", "code"),
    [
        ("agenda_verstuurd", VANDAAG, ""),
        ("verslag_in_de_maak", GISTEREN, ""),
        ("agenda_verstuurd", MORGEN, "vergadering_nog_niet_geweest"),
        ("gepland", GISTEREN, "agenda_niet_verstuurd"),
        ("afgelast", GISTEREN, "vergadering_afgelast"),
        ("verslag_vastgesteld", GISTEREN, "verslag_staat_vast"),
    ],
)
def test_a_meeting_decides_on_its_day_or_after_with_an_agenda_that_was_sent(stand, dag, code):
    assert refusal(check_held, stand, dag, VANDAAG) == code


# --- positions --------------------------------------------------------------------------------------


@pytest.mark.parametrize("rol", [*Rol, None])
def test_only_an_alderman_and_an_adviser_write_a_position(rol):
    schrijft = rol in (Rol.WETHOUDER, Rol.BELEIDSADVISEUR)
    assert refusal(check_standpunt, rol, "voor", "voorbereid") == ("" if schrijft else "standpunt_niet_van_u")


def test_a_position_is_a_known_choice_on_an_item_that_waits():
    assert refusal(check_standpunt, Rol.WETHOUDER, "misschien", "voorbereid") == "keuze_onbekend"
    for stand in AGENDAPUNT.toestanden:
        wacht = stand in ("op_agenda", "geannoteerd", "voorbereid")
        assert refusal(check_standpunt, Rol.WETHOUDER, "tegen", stand) == (
            "" if wacht else "punt_al_behandeld"
        )


def test_somebody_speaks_for_one_municipality_that_takes_part():
    assert own_gemeente(frozenset({A}), {A, B}) == A
    assert own_gemeente(frozenset({A, "GM0114"}), {A, B}) == A
    assert refusal(own_gemeente, frozenset({"GM0114"}), {A, B}) == "gemeente_doet_niet_mee"
    assert refusal(own_gemeente, frozenset({A, B}), {A, B}) == "kies_een_gemeente"


# --- besluiten, actions, minutes --------------------------------------------------------------------

GOED = NieuwBesluit("Wij gaan door.", "x", frozenset({A}), {A: "voor", B: "onthouden"})


@pytest.mark.parametrize(
    ("anders", "punt", "code"),
    [
        ({}, "voorbereid", ""),
        ({"tekst": " "}, "voorbereid", "besluit_zonder_tekst"),
        ({"tekst": "x" * (LANGSTE_TEKST + 1)}, "voorbereid", "tekst_te_lang"),
        ({"gebonden": frozenset()}, "voorbereid", "niemand_gebonden"),
        ({"gebonden": frozenset({"GM0114"})}, "voorbereid", "gebonden_doet_niet_mee"),
        ({"stemmen": {"GM0114": "voor"}}, "voorbereid", "gebonden_doet_niet_mee"),
        ({"stemmen": {A: "misschien"}}, "voorbereid", "stem_onbekend"),
        ({}, "op_agenda", "besluit_zonder_voorbereiding"),
        ({}, "geannoteerd", "besluit_zonder_voorbereiding"),
        ({"zonder_voorbereiding": "Er was haast."}, "op_agenda", ""),
    ],
)
def test_what_a_besluit_needs(anders, punt, code):
    nieuw = NieuwBesluit(
        **{
            "tekst": GOED.tekst,
            "taak": GOED.taak,
            "gebonden": GOED.gebonden,
            "stemmen": GOED.stemmen,
            **anders,
        }
    )
    assert refusal(check_besluit, nieuw, frozenset({A, B}), punt) == code


@pytest.mark.parametrize(
    ("actie", "code"),
    [
        (NieuweActie("Doen.", "de adviseur", VANDAAG, A), ""),
        (NieuweActie("Doen.", "de adviseur", VANDAAG), ""),
        (NieuweActie(" ", "de adviseur", VANDAAG), "actie_zonder_wat"),
        (NieuweActie("Doen.", " ", VANDAAG), "actie_zonder_eigenaar"),
        (NieuweActie("Doen.", "de adviseur", VANDAAG, "GM0114"), "actie_eigenaar_doet_niet_mee"),
        (NieuweActie("Doen.", "de adviseur", GISTEREN, A), "actie_te_vroeg"),
    ],
)
def test_an_action_has_an_owner_and_a_day(actie, code):
    assert refusal(check_actie, actie, frozenset({A, B}), VANDAAG) == code


@pytest.mark.parametrize(
    ("soort", "reden", "uiterlijk", "code"),
    [
        ("gedaan", "", None, ""),
        ("loopt_uit", "De aanbieder antwoordt niet.", MORGEN, ""),
        ("loopt_uit", " ", MORGEN, "reden_verplicht"),
        ("loopt_uit", "Later.", None, "actie_nieuwe_dag"),
        ("loopt_uit", "Later.", VANDAAG, "actie_nieuwe_dag"),
        ("vervallen", "", None, "reden_verplicht"),
        ("toch_niet", "", None, "reden_verplicht"),
        ("weg", "x", None, "vervolg_onbekend"),
    ],
)
def test_only_that_it_was_done_needs_no_reason(soort, reden, uiterlijk, code):
    assert refusal(check_vervolg, soort, reden, uiterlijk, VANDAAG) == code


@pytest.mark.parametrize("rol", [*Rol, None])
def test_the_region_follows_every_action_and_a_municipality_its_own(rol):
    own, other, region = (may_follow(rol, frozenset({A}), wie) for wie in (A, B, ""))
    assert own is (rol in (Rol.REGIOMANAGER, Rol.BELEIDSADVISEUR, Rol.WETHOUDER))
    assert other is region is (rol is Rol.REGIOMANAGER)


@pytest.mark.parametrize("rol", sorted(STURING))
def test_minutes_are_settled_by_a_member_who_did_not_write_them(rol):
    assert refusal(check_adoption, rol, ABO, "een", "ander", []) == (
        "" if rol in ABO.rollen else "niet_van_dit_overleg"
    )
    if rol in ABO.rollen:
        assert refusal(check_adoption, rol, ABO, "een", "een", []) == "verslag_eigen_werk"
        assert refusal(check_adoption, rol, ABO, "een", "ander", ["KWV"]) == "punten_open"


def test_the_digest_knows_every_change_and_no_order():
    een = {"a": 1, "b": [{"c": "é"}]}
    assert digest(een) == digest({"b": [{"c": "é"}], "a": 1})
    assert len({digest(een), digest({**een, "a": 2}), digest({"a": 1, "b": [{"c": "e"}]})}) == 3


def test_what_the_register_said_comes_back_as_it_was_and_holds_no_verdict():
    regel = Mandaatregel({"nl": "ABO"}, "besluit", {"nl": "Besluit"}, {"nl": "Omarm"}, {"nl": "2019"}, {})
    blik = Mandaatblik(VANDAAG, {"nl": "Projecten"}, (regel,), (), (regel,), None, "abc")
    assert Mandaatblik.thawed(blik.frozen()) == blik
    # Lines, a day, a task and a version: nothing in it can say that somebody may.
    assert set(blik.frozen()) == {
        *("dag", "taak", "regels", "andere_dag", "anderen", "besluitbevoegd", "beleid"),
    }


def test_words_are_there_and_not_too_long():
    assert check_tekst("  ja ", "leeg") == "ja"
    assert refusal(check_tekst, "  ", "leeg") == "leeg"
    assert refusal(check_tekst, "x" * (LANGSTE_TEKST + 1), "leeg") == "tekst_te_lang"
