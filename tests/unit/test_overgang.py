"""The rules of handing a casus over, and of the herinrichtingsplan, without a database."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from uuid import uuid4

import pytest

from koers.analytics.overgang import LOOPT, disclosed_table
from koers.domain.disclosed import CelStatus
from koers.domain.herinrichting import (
    NieuweFormatie,
    NieuweVoorwaarde,
    check_formatie,
    check_voorwaarde,
    check_voorwaarde_change,
    rolsleutel,
    shortage,
    summed,
)
from koers.domain.overgang import (
    EIGENAREN,
    GESLOTEN,
    GROEPEN,
    LANGSTE_DRAGER,
    LOPEND,
    OVERGENOMEN,
    TOEGEWEZEN,
    Gesprek,
    NieuweEigenaar,
    Stap,
    Verloop,
    check_change,
    check_eigenaar,
    check_mark,
    check_overname,
    counted,
)
from koers.domain.weigering import Refused

VANDAAG, GISTEREN, MORGEN = date(2026, 3, 3), date(2026, 3, 2), date(2026, 3, 4)
WIE, ANDER = uuid4(), uuid4()
SCHOOL = Stap(TOEGEWEZEN, GISTEREN, "school", uiterlijk=MORGEN)


def refusal(do, *args) -> str:
    """The code of a refusal; empty when there is none."""
    try:
        do(*args)
    except Refused as refused:
        return refused.code
    return ""


class TestVerloop:
    @pytest.mark.parametrize(
        ("verloop", "toestand", "groep"),
        [
            (Verloop(), "zonder_eigenaar", "zonder_eigenaar"),
            (Verloop(afgesloten=True), "gesloten", "gesloten"),
            (Verloop((SCHOOL,)), "toegewezen", "op_schema"),
            (Verloop((replace(SCHOOL, uiterlijk=None),)), "toegewezen", "zonder_dag"),
            (Verloop((replace(SCHOOL, uiterlijk=GISTEREN),)), "toegewezen", "te_laat"),
            # On the day itself there is still time.
            (Verloop((replace(SCHOOL, uiterlijk=VANDAAG),)), "toegewezen", "op_schema"),
            (Verloop((SCHOOL,), regie=True), "overgenomen", "overgenomen"),
            (Verloop((SCHOOL,), afgesloten=True), "gesloten", "gesloten"),
            # That the regie went over is told, also when the casus was closed afterwards.
            (Verloop((SCHOOL,), regie=True, afgesloten=True), "overgenomen", "overgenomen"),
            (Verloop((SCHOOL, Stap(OVERGENOMEN, VANDAAG))), "overgenomen", "overgenomen"),
            (Verloop((SCHOOL, Stap(GESLOTEN, VANDAAG))), "gesloten", "gesloten"),
        ],
    )
    def test_where_it_stands(self, verloop, toestand, groep):
        assert (verloop.toestand, verloop.groep(VANDAAG)) == (toestand, groep)
        assert verloop.loopt == (groep in LOPEND)

    def test_the_last_assignment_counts(self):
        late = replace(SCHOOL, uiterlijk=GISTEREN)
        assert Verloop((late, SCHOOL)).groep(VANDAAG) == "op_schema"
        assert Verloop((SCHOOL, late)).groep(VANDAAG) == "te_laat"

    def test_what_is_missing_is_named(self):
        team = Stap(TOEGEWEZEN, GISTEREN, "team_jeugd", uiterlijk=GISTEREN)
        assert Verloop().mist(VANDAAG) == ("eigenaar",)
        assert Verloop((team,)).mist(VANDAAG) == ("te_laat", "regisseur", "gezin")
        assert Verloop((replace(SCHOOL, uiterlijk=None),)).mist(VANDAAG) == ("dag", "gezin")
        yes, no = Gesprek(True, GISTEREN, SCHOOL), Gesprek(False, VANDAAG, SCHOOL)
        assert Verloop((SCHOOL,), (yes,)).mist(VANDAAG) == ()
        assert Verloop((SCHOOL,), (yes, no)).mist(VANDAAG) == ("gezin_nee",)
        assert Verloop((SCHOOL, Stap(OVERGENOMEN, VANDAAG))).mist(VANDAAG) == ()

    def test_a_yes_is_about_the_owner_it_was_said_of(self):
        yes = Gesprek(True, GISTEREN, SCHOOL)
        other = replace(SCHOOL, eigenaar="welzijn")
        assert Verloop((SCHOOL, other), (yes,)).gesprek is None
        assert Verloop((SCHOOL, replace(SCHOOL, uiterlijk=VANDAAG)), (yes,)).gesprek == yes
        assert Verloop((SCHOOL, replace(SCHOOL, medewerker=WIE)), (yes,)).gesprek is None
        # Back at the first owner, what was said of it holds again.
        about_other = Gesprek(False, VANDAAG, other)
        assert Verloop((SCHOOL, other, SCHOOL), (yes, about_other)).gesprek == yes

    def test_each_casus_is_counted_once(self):
        verlopen = [Verloop(), Verloop((SCHOOL,)), Verloop((SCHOOL,), regie=True), Verloop(afgesloten=True)]
        found = counted(verlopen, VANDAAG)
        assert sum(found.values()) == len(verlopen)
        assert set(found) == set(GROEPEN)


class TestAfspraak:
    def test_a_mark_needs_who_and_a_day_after_the_question(self):
        assert check_mark("  JeugdTeam ", VANDAAG, VANDAAG, GISTEREN) == "JeugdTeam"
        assert refusal(check_mark, "  ", VANDAAG, VANDAAG, GISTEREN) == "overgang_zonder_drager"
        assert refusal(check_mark, "x" * (LANGSTE_DRAGER + 1), VANDAAG, VANDAAG, GISTEREN) == "tekst_te_lang"
        assert refusal(check_mark, "x", MORGEN, VANDAAG, GISTEREN) == "datum_in_toekomst"
        assert refusal(check_mark, "x", GISTEREN, VANDAAG, VANDAAG) == "dag_voor_vorige"

    @pytest.mark.parametrize(
        ("more", "code"),
        [
            ({}, ""),
            ({"eigenaar": "buurman"}, "overgang_eigenaar_onbekend"),
            ({"organisatie": WIE}, ""),
            ({"organisatie": ANDER}, "overgang_eigenaar_onbekend"),
            ({"organisatie": uuid4()}, "overgang_eigenaar_onbekend"),
            ({"eigenaar": "team_jeugd", "organisatie": WIE}, "overgang_eigenaar_onbekend"),
            ({"medewerker": WIE}, ""),
            ({"medewerker": ANDER}, "geen_collega"),
            ({"uiterlijk": VANDAAG}, ""),
            ({"uiterlijk": GISTEREN}, "dag_voor_afspraak"),
        ],
    )
    def test_who_can_take_it_over(self, more, code):
        nieuw = replace(NieuweEigenaar("school", VANDAAG), **more)
        assert refusal(check_eigenaar, nieuw, {WIE: "school", ANDER: "aanbieder"}, {WIE}) == code

    def test_every_kind_of_owner_can_be_chosen_without_an_organisation(self):
        assert {refusal(check_eigenaar, NieuweEigenaar(een, VANDAAG), {}, ()) for een in EIGENAREN} == {""}

    def test_a_change_needs_a_reason_and_has_to_be_one(self):
        first = NieuweEigenaar("school", GISTEREN, MORGEN)
        assert check_change(None, first) == ""
        assert refusal(check_change, SCHOOL, first) == "overgang_blijft_gelijk"
        assert refusal(check_change, SCHOOL, replace(first, reden="zo maar")) == "overgang_blijft_gelijk"
        other = replace(first, uiterlijk=VANDAAG)
        assert refusal(check_change, SCHOOL, other) == "reden_verplicht"
        assert check_change(SCHOOL, replace(other, reden=" ziek ")) == "ziek"

    @pytest.mark.parametrize(
        ("toewijzing", "code"),
        [
            (SCHOOL, ""),
            (replace(SCHOOL, medewerker=WIE), "regie_loopt_nog_niet"),
            (replace(SCHOOL, eigenaar="team_jeugd"), "regie_loopt_nog_niet"),
        ],
    )
    def test_where_regie_is_kept_it_tells_that_it_was_taken_over(self, toewijzing, code):
        assert refusal(check_overname, toewijzing) == code


class TestPlan:
    VOORWAARDE = NieuweVoorwaarde("Taken beschreven", "beleidsadviseur", MORGEN, VANDAAG)
    FORMATIE = NieuweFormatie("POH Jeugd", Decimal("1.2"), Decimal("2"), None, None, "Koersen", VANDAAG)

    @pytest.mark.parametrize(
        ("more", "code"),
        [
            ({}, ""),
            ({"wat": " "}, "voorwaarde_zonder_wat"),
            ({"wie": ""}, "voorwaarde_zonder_wie"),
            ({"datum": MORGEN}, "datum_in_toekomst"),
            ({"uiterlijk": GISTEREN}, "dag_voor_afspraak"),
        ],
    )
    def test_a_condition(self, more, code):
        assert refusal(check_voorwaarde, replace(self.VOORWAARDE, **more), VANDAAG) == code

    def test_a_condition_that_changes(self):
        was = ("Taken beschreven", "beleidsadviseur", MORGEN)
        assert refusal(check_voorwaarde_change, was, self.VOORWAARDE) == "voorwaarde_blijft_gelijk"
        other = replace(self.VOORWAARDE, wie="teamleider")
        assert refusal(check_voorwaarde_change, was, other) == "reden_verplicht"
        assert check_voorwaarde_change(was, replace(other, reden="beter")) == "beter"

    @pytest.mark.parametrize(
        ("more", "code"),
        [
            ({}, ""),
            ({"rol": " "}, "formatie_zonder_rol"),
            ({"rol": "x" * 81}, "tekst_te_lang"),
            ({"bron": ""}, "formatie_zonder_bron"),
            ({"nu": Decimal("-0.1")}, "fte_kan_niet"),
            ({"nodig": Decimal("1.234")}, "fte_kan_niet"),
            ({"nodig": Decimal(1000)}, "fte_kan_niet"),
            ({"nodig": Decimal("NaN")}, "fte_kan_niet"),
            ({"afgesproken": Decimal(1)}, "afspraak_zonder_dag"),
            ({"per": MORGEN}, "afspraak_zonder_dag"),
            ({"afgesproken": Decimal(0), "per": MORGEN}, ""),
            ({"datum": MORGEN}, "datum_in_toekomst"),
        ],
    )
    def test_fte_of_a_role(self, more, code):
        assert refusal(check_formatie, replace(self.FORMATIE, **more), VANDAAG) == code

    def test_the_difference_is_what_is_needed_and_not_agreed(self):
        assert shortage(Decimal("2.2"), None) == Decimal("2.2")
        assert shortage(Decimal("2.2"), Decimal("2.5")) == Decimal("-0.3")
        som = summed([(Decimal(1), Decimal(2), None), (Decimal("0.5"), Decimal(1), Decimal("1.5"))])
        assert (som.nu, som.nodig, som.afgesproken) == (Decimal("1.5"), Decimal(3), Decimal("1.5"))
        assert som.tekort == Decimal("1.5")
        assert summed([]).tekort == 0

    def test_a_role_is_the_same_whatever_its_capitals(self):
        assert rolsleutel("  POH   jeugd") == rolsleutel("Poh Jeugd")


class TestTellingen:
    TELLINGEN = dict(zip(GROEPEN, (4, 2, 3, 22, 3, 0), strict=True))

    def test_who_works_with_exact_figures_gets_them(self):
        told = disclosed_table(self.TELLINGEN, doel="beleid")
        assert (told.cell(LOOPT).waarde, told.cell("zonder_eigenaar").waarde) == (31, 4)

    def test_for_others_a_small_number_stays_hidden_also_by_subtraction(self):
        told = disclosed_table(self.TELLINGEN)
        assert told.cell("zonder_eigenaar").status is CelStatus.AFGESCHERMD
        assert all(cel.waarde != self.TELLINGEN.get(cel.sleutel[0]) for cel in told.cellen)
        small = [told.cell(een) for een in ("zonder_eigenaar", "zonder_dag", "te_laat")]
        assert all(cel.boven is None or cel.boven - cel.onder >= 4 for cel in small)
