"""What may be told at a meeting of an area, which groups count where, and which quarters a report holds."""

from dataclasses import replace
from datetime import date
from uuid import uuid4

import pytest

from koers.domain.gebiedsagenda import (
    NieuweBijdrage,
    NieuweBijeenkomst,
    NieuweGebiedsafspraak,
    Werkbron,
    check_aanwezigen,
    check_afspraak,
    check_bijdrage,
    check_bijeenkomst,
    check_eigen_partner,
    choosable,
    quarters_of,
)
from koers.domain.rapportages import named_periode
from koers.domain.rollen import Rol
from koers.domain.weigering import Refused
from koers.policy import beleid
from koers.policy.kinds.areas import areas_within
from koers.presentation.beelden.kwartalen import Kwartaalrij, kwartaalstaven

TODAY = date(2026, 11, 30)
GOED = NieuweBijdrage("Een groep op school.", 4, 12, "Kinderen doen weer mee.")
SAMEN = NieuweBijeenkomst("beilen", "2026-K3", date(2026, 10, 8), "Wie we bereikten")


def refused(do, *args) -> str:
    with pytest.raises(Refused) as found:
        do(*args)
    return found.value.code


@pytest.mark.parametrize(
    ("verandert", "code"),
    [
        ({"gebied": "westerbork"}, "niet_gevonden"),
        ({"kwartaal": "2026-K5"}, "rapportageperiode_onbekend"),
        ({"datum": date(2026, 12, 1)}, "datum_in_toekomst"),
        ({"datum": date(2026, 6, 30)}, "bijeenkomst_voor_kwartaal"),
        ({"onderwerpen": "  "}, "bijeenkomst_zonder_onderwerp"),
        ({"onderwerpen": "De twee gezinnen"}, "aantal_in_tekst"),
    ],
)
def test_a_meeting_that_cannot_be_is_refused(verandert, code):
    assert refused(check_bijeenkomst, replace(SAMEN, **verandert), {"beilen"}, TODAY) == code


def test_a_meeting_names_its_quarter_as_the_reports_do():
    assert check_bijeenkomst(replace(SAMEN, kwartaal="2026-q3"), {"beilen"}, TODAY).naam == "2026-K3"


@pytest.mark.parametrize(
    ("verandert", "code"),
    [
        ({"aanbod": ""}, "bijdrage_zonder_aanbod"),
        ({"resultaat": " "}, "bijdrage_zonder_resultaat"),
        ({"jeugdigen": -1}, "aantal_onmogelijk"),
        ({"ouders": 5_001}, "aantal_onmogelijk"),
        ({"maat": "doet weer mee"}, "maat_onvolledig"),
        ({"geteld": 3, "totaal": 4}, "maat_onvolledig"),
        ({"maat": "doet weer mee", "geteld": 5, "totaal": 4}, "maat_onvolledig"),
        ({"bronnen": (uuid4(),)}, "bron_al_geteld"),
    ],
)
def test_a_contribution_that_cannot_be_is_refused(verandert, code):
    assert refused(check_bijdrage, replace(GOED, **verandert), ()) == code


@pytest.mark.parametrize(
    "tekst",
    [
        "Er waren 3 kinderen.",
        "Het hielp twee gezinnen",
        "Bij 4 van de jongeren ging het beter.",
        "ZES leerlingen bleven thuis",
        "we zagen 2 jonge ouders",
    ],
)
@pytest.mark.parametrize("veld", ["aanbod", "resultaat", "maat"])
def test_a_number_of_people_in_words_would_pass_the_rounding_by(veld, tekst):
    more = {"geteld": 3, "totaal": 9} if veld == "maat" else {}
    assert refused(check_bijdrage, replace(GOED, **{veld: tekst}, **more), ()) == "aantal_in_tekst"


@pytest.mark.parametrize(
    "tekst", ["Een groep voor groep 7 en 8.", "Een kind durft weer.", "Vijf bijeenkomsten op school."]
)
def test_other_numbers_are_just_words(tekst):
    check_bijdrage(replace(GOED, aanbod=tekst, maat="durft weer", geteld=0, totaal=0), ())


def test_who_does_not_organise_writes_for_the_own_organisation():
    here, other = uuid4(), uuid4()
    check_eigen_partner(Rol.JONGERENWERKER, str(here), here)
    check_eigen_partner(Rol.BELEIDSADVISEUR, str(here), other)
    assert refused(check_eigen_partner, Rol.JONGERENWERKER, str(here), other) == "bijdrage_van_ander"
    assert refused(check_eigen_partner, Rol.JONGERENWERKER, None, other) == "bijdrage_van_ander"


@pytest.mark.parametrize(
    ("verandert", "code"),
    [
        ({"wat": ""}, "actie_zonder_wat"),
        ({"wie": " "}, "actie_zonder_eigenaar"),
        ({"wat": "Bel 3 ouders"}, "aantal_in_tekst"),
        ({"uiterlijk": date(2026, 10, 7)}, "afspraak_voor_bijeenkomst"),
    ],
)
def test_an_agreement_needs_what_who_and_a_day(verandert, code):
    goed = NieuweGebiedsafspraak("De scholen bellen", "de gezinscoach", date(2026, 10, 8))
    check_afspraak(goed, date(2026, 10, 8))
    assert refused(check_afspraak, replace(goed, **verandert), date(2026, 10, 8)) == code


@pytest.mark.parametrize("aantal", [-1, 101])
def test_so_many_people_do_not_sit_at_a_table(aantal):
    assert refused(check_aanwezigen, aantal) == "aantal_onmogelijk"


def test_a_group_counts_once_and_only_where_it_can_have_been():
    here, there, anywhere, counted = (
        Werkbron(uuid4(), 9, frozenset(areas)) for areas in (["beilen"], ["westerbork"], [], [])
    )
    found = choosable((here, there, anywhere, counted), "beilen", {counted.id})
    assert found == (here, anywhere)


@pytest.mark.parametrize(
    ("per", "naam", "kwartalen"),
    [
        ("halfjaar", "2026-H1", ("2026-K1", "2026-K2")),
        ("halfjaar", "2026-H2", ("2026-K3", "2026-K4")),
        ("kwartaal", "2026-K4", ("2026-K4",)),
        ("jaar", "2026", ("2026-K1", "2026-K2", "2026-K3", "2026-K4")),
    ],
)
def test_a_period_holds_its_quarters(per, naam, kwartalen):
    assert quarters_of(named_periode(per, naam)) == kwartalen


def test_areas_are_those_of_the_policy_and_else_the_municipality_itself():
    gebieden = beleid().gebieden.values()
    assert [een.id for een in areas_within(gebieden, "GM1731")] == ["beilen", "de-smildes", "westerbork"]
    assert [een.id for een in areas_within(gebieden, "GM0106")] == ["assen"]
    assert areas_within(gebieden, "GM9999") == ()


def test_a_drawing_has_a_bar_for_a_number_and_words_for_none():
    rijen = [Kwartaalrij("Welzijn <b>", ((10.0, "10"), (None, "7 of minder"), (0.0, "0")))]
    svg = kwartaalstaven(id="x", titel="t", omschrijving="o", kwartalen=["K1", "K2", "K3"], rijen=rijen)
    assert svg.count("<rect") == 1
    assert "Welzijn &lt;b&gt;" in svg
    assert "7 of minder" in svg
    with pytest.raises(ValueError, match="zero"):
        kwartaalstaven(
            id="x", titel="t", omschrijving="o", kwartalen=["K1"], rijen=[Kwartaalrij("A", ((-1.0, "-1"),))]
        )
