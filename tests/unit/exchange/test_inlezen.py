"""From file to rows: headings of CBS and of people, and one reason per row that stays out."""

from decimal import Decimal

import pytest

from koers.domain.weigering import Refused
from koers.exchange.tabellen import inlezen
from koers.presentation.leveringen import finding
from koers.presentation.zinnen_aanlevering import RIJ
from tests.unit.exchange.bestanden import GEMEENTEN, REGIO, figures, found, read, workbook


# The same two municipalities, as CBS gives them in its several ways and as people type them.
def _quoted(*rijen: str) -> str:
    """Rows as CBS writes them: everything between quotes, parted by semicolons. A bar parts them here."""
    return "".join(";".join(f'"{cel}"' for cel in rij.split("|")) + "\n" for rij in rijen)


ODATA = _quoted(
    "ID|WijkenEnBuurten|Gemeentenaam_1|SoortRegio_2|Codering_3|AantalInwoners_5|k_0Tot15Jaar_8|k_15Tot25Jaar_9|"
    "PersonenPerSoortUitkeringBijstand_83|JongerenMetJeugdzorgInNatura_87|PercentageJongerenMetJeugdzorg_88|"
    "GemiddeldInkomenPerInwoner_72|MateVanStedelijkheid_105",
    "0|NL00      |Nederland|Land|NL00      |17475415|2712345|2140000|400000|460000|10.3|29.0|       .",
    "1|GM1680    |Aa en Hunze|Gemeente  |GM1680    |25399|3383|2611|330|690|11.3|29.6|5",
    "2|WK168000  |Aa en Hunze|Wijk      |WK168000  |3180|400|300|       .|       .|10.1|       .|5",
    "3|BU16800000|Aa en Hunze|Buurt     |BU16800000|3180|400|300|       .|       .|       .|       .|5",
    "4|GM0106    |Assen|Gemeente  |GM0106    |68836|10780|8247|1960|2640|14.6|26.9|2",
)
MAATWERK = (
    "gwb_code_10;gwb_code_8;regio;gm_naam;recs;gwb_code;a_inw;a_00_14;a_15_24;g_ink_pi;a_soz_wb;a_jz_tn;p_jz_tn;ste_mvs\n"
    "GM1680;1680;Aa en Hunze;Aa en Hunze;Gemeente;GM1680;25399;3383;2611;29,6;330;690;11,3;5\n"
    "GM0106;0106;Assen;Assen;Gemeente;GM0106;68836;10780;8247;26,9;1960;2640;14,6;2\n"
)
STATLINE = _quoted(
    "Kerncijfers wijken en buurten 2021",
    "",
    "Wijken en buurten|Regioaanduiding/Gemeentenaam (naam)|Regioaanduiding/Codering (code)|"
    "Bevolking/Aantal inwoners (aantal)|Jeugdzorg/Percentage jongeren met jeugdzorg (%)|"
    "Stedelijkheid/Mate van stedelijkheid (code)",
    "Aa en Hunze|Aa en Hunze|GM1680|25.399|11,3|5",
    "Assen|Assen|GM0106|68.836|14,6*|2",
    "Bron: CBS",
)


@pytest.mark.parametrize("tekst", [ODATA, MAATWERK, STATLINE])
def test_downloads_of_cbs_are_read_in_every_form(tekst):
    cijfers = figures(read(tekst))
    assert cijfers["GM1680"]["inwoners"] == 25399
    assert cijfers["GM1680"]["jeugdzorg_in_natura"] == Decimal("11.3")
    assert cijfers["GM0106"]["stedelijkheid"] == 2
    assert found(read(tekst)) == []


def test_counts_come_with_their_own_names_and_not_as_shares():
    for tekst in (ODATA, MAATWERK):
        aa_en_hunze = figures(read(tekst))["GM1680"]
        assert aa_en_hunze["inwoners_0_14"] == 3383
        assert aa_en_hunze["jongeren_met_jeugdzorg"] == 690
        assert aa_en_hunze["bijstandsontvangers"] == 330
        assert "aandeel_0_14" not in aa_en_hunze


def test_wijken_and_buurten_are_passed_over_and_counted_and_the_country_is_read():
    tabel = read(ODATA)
    assert tabel.overgeslagen == 2
    assert [rij.code for rij in tabel.rijen] == ["NL00", "GM1680", "GM0106"]
    assert read(STATLINE).overgeslagen == 1


def test_the_number_behind_a_heading_of_cbs_changes_every_year():
    assert figures(read(ODATA.replace("_88", "_131").replace("_5", "_7"))) == figures(read(ODATA))


@pytest.mark.parametrize(
    ("naam", "gegeven", "jaar"),
    [
        ("kwb2021_gemeenten_85039NED.csv", None, 2021),
        ("85318NED_TypedDataSet_24112025_101010.csv", None, 2022),
        ("kwb-2023.xlsx", None, 2023),
        ("tabel.csv", 2020, 2020),
        ("kwb 2021 opgehaald 2026.csv", 2021, 2021),
        ("tabel20211.csv", None, "jaar_ontbreekt"),
        ("tabel.csv", None, "jaar_ontbreekt"),
        ("tabel.csv", 202, "jaar_kan_niet"),
        ("kwb_2021.csv", 2022, "jaar_spreekt_tegen"),
        ("85039NED.csv", 2020, "jaar_spreekt_tegen"),
        ("kwb 2021 opgehaald 2026.csv", None, "jaren_spreken_tegen"),
    ],
)
def test_the_year_comes_from_the_option_the_table_number_or_the_name_and_never_from_two(naam, gegeven, jaar):
    if isinstance(jaar, str):
        with pytest.raises(Refused, match=jaar):
            read(MAATWERK, naam=naam, jaar=gegeven)
    else:
        assert read(MAATWERK, naam=naam, jaar=gegeven).rijen[0].jaar == jaar


def test_the_year_may_stand_in_the_heading():
    tabel = read("code,jeugdigen_2021\nGM0106,14385\n", soort=REGIO, naam="regio.csv")
    assert (tabel.jaar, figures(tabel)) == (2021, {"GM0106": {"jeugd_0_18": Decimal(14385)}})


def test_the_year_may_stand_in_every_row():
    tabel = read(
        "code,jaar,jeugd\nGM0106,2021,14385\nGM0106,2022,14400\nGM0106,ooit,1\n", soort=REGIO, naam="x.csv"
    )
    assert [(rij.jaar, rij.waarden["jeugd_0_18"].getal) for rij in tabel.rijen] == [
        (2021, 14385),
        (2022, 14400),
    ]
    assert found(tabel) == [(4, "jaar", "ooit", "jaar_onleesbaar")]


FOUTEN = (
    "code,naam,inwoners,aandeel_0_14,aandeel_15_24,jeugdzorg_in_natura\n"
    "GM0106,Assen,68836,15.66,11.98,14.6\n"
    "GM0114,Emmen,107024,14.2,11.41,112.0\n"
    "GM0118,Hoogeveen,-55603,16.2,11.86,12.0\n"
    "GM0119,Meppel,34386,60.0,50.0,11.9\n"
    "GM0109,Coevorden,veel,x,y,10.3\n"
    "Emmen,Emmen,1,1.5,1,1\n"
    ",Niemand,1,1,1,1\n"
    "GM1690,De Wolden,24374,14,72,11,55,9,8\n"
    "GM1701,Westerveld\n"
    "GM1680,Aa en Hunze,25399.5,1,1,1\n"
    "GM1731,Midden-Drenthe,33381,13.92,11.34,11.2\n"
)


def test_a_bad_row_is_refused_with_row_column_value_and_reason_and_the_good_rows_stay():
    tabel = read(FOUTEN)
    assert [rij.code for rij in tabel.rijen] == ["GM0106", "GM1731"]
    assert sorted(found(tabel)) == [
        (3, "jeugdzorg_in_natura", "112.0", "buiten_grenzen"),
        (4, "inwoners", "-55603", "buiten_grenzen"),
        (5, "aandeel_0_14", "60.0", "kan_niet_samen"),
        (5, "aandeel_15_24", "50.0", "kan_niet_samen"),
        (6, "aandeel_15_24", "y", "geen_getal"),
        (6, "inwoners", "veel", "geen_getal"),
        (7, "code", "Emmen", "code_onleesbaar"),
        (8, "code", "", "code_ontbreekt"),
        (9, "", "", "te_veel_cellen"),
        (10, "", "", "te_weinig_cellen"),
        (11, "inwoners", "25399.5", "geen_heel_getal"),
    ]
    for vondst in tabel.vondsten:
        assert finding(vondst.code, vondst.params)


def test_every_reason_of_a_row_has_a_test_or_is_about_the_register():
    over_register = {
        "code_onbekend",
        "gemeente_opgeheven",
        "gemeente_bestond_nog_niet",
        "naam_nodig",
        "jeugdregio_onbekend",
        "provincie_onbekend",
        "inkoopregio_onbekend",
    }
    elders = {"getal_dubbelzinnig", "formule", "jaar_onleesbaar"}
    hier = {code for *_, code in found(read(FOUTEN))}
    samen = {"dubbele_rij", "dubbele_rij_verschilt", "kolommen_spreken_tegen"}
    assert set(RIJ) == over_register | elders | hier | samen


def test_more_young_people_than_inhabitants_cannot_be():
    tabel = read(MAATWERK.replace("3383", "23383"))
    assert found(tabel) == [
        (2, "a_00_14", "23383", "kan_niet_samen"),
        (2, "a_15_24", "2611", "kan_niet_samen"),
    ]


def test_the_same_row_twice_counts_once_and_different_ones_count_not_at_all():
    tekst = "code;inwoners\nGM0106;1\nGM0114;2\nGM0106;1\nGM0114;3\nGM0114;2\n"
    tabel = read(tekst)
    assert [rij.rijnummer for rij in tabel.rijen] == [2]
    assert sorted(found(tabel)) == [
        (3, "", "GM0114", "dubbele_rij_verschilt"),
        (4, "", "GM0106", "dubbele_rij"),
        (5, "", "GM0114", "dubbele_rij_verschilt"),
        (6, "", "GM0114", "dubbele_rij_verschilt"),
    ]


def test_two_columns_for_one_thing_may_not_contradict_each_other():
    koppen = "code;Inequality/Youth welfare (%);WelfareCare/Youth welfare (%)\n"
    tekst = koppen + "GM0106;14,6;14,6\nGM0114;12,0;12,1\n"
    tabel = read(tekst)
    assert list(figures(tabel)) == ["GM0106"]
    assert found(tabel) == [(3, "WelfareCare/Youth welfare (%)", "12,1", "kolommen_spreken_tegen")]
    codes = read("code;gemeentecode;inwoners\nGM0106;106;1\nGM0106;114;1\n")
    assert found(codes) == [(3, "code", "GM0106", "kolommen_spreken_tegen")]


def test_a_number_that_a_table_of_two_minds_leaves_open_is_refused():
    tabel = read("code;inwoners;jeugdzorg_in_natura\nGM0106;7.000;14,6\nGM0114;7000;1.2\n")
    assert figures(tabel) == {"GM0114": {"inwoners": 7000, "jeugdzorg_in_natura": Decimal("1.2")}}
    assert found(tabel) == [(2, "inwoners", "7.000", "getal_dubbelzinnig")]


@pytest.mark.parametrize("code", ["GM0106", "gm0106", " GM0106 ", "0106", "106"])
def test_a_code_may_lose_its_letters_and_zeros_on_the_way_through_a_spreadsheet(code):
    assert [rij.code for rij in read(f"gemeentecode;inwoners\n{code};1\n").rijen] == ["GM0106"]


@pytest.mark.parametrize("code", ["GM106", "GM01066", "0", "00000", "GMASSN", "Assen", "0106 A"])
def test_what_is_no_code_is_not_made_into_one(code):
    assert found(read(f"code;inwoners\nGM0114;1\n{code};1\n"))[0][3] == "code_onleesbaar"


def test_a_row_without_a_name_is_read_by_its_code():
    assert [(rij.code, rij.naam) for rij in read("code;naam;inwoners\nGM0370;;10110\n").rijen] == [
        ("GM0370", "")
    ]


def test_columns_that_are_not_read_are_named():
    tabel = read("code;inwoners;WOZ-waarde;;Bron\nGM0106;1;200;x;y\n")
    assert tabel.niet_gelezen == ("WOZ-waarde", "Bron")


def test_the_region_has_its_own_columns_and_leaves_those_of_cbs():
    koppen = "statcode,gemeente,inkoopregio,bevolking_2021,jeugd_0_18_2021,verdeelsleutel_pct\n"
    tekst = koppen + "GM0106,Assen,Noordmidden-Drenthe,68836,14385,18.3\n"
    tabel = read(tekst, soort=REGIO, naam="drenthe_2021.csv")
    assert figures(tabel) == {"GM0106": {"jeugd_0_18": Decimal(14385), "verdeelsleutel": Decimal("18.3")}}
    assert tabel.rijen[0].kenmerken == {"inkoopregio": "Noordmidden-Drenthe"}
    assert tabel.niet_gelezen == ("bevolking_2021",)


def test_a_list_of_municipalities_needs_codes_of_jeugdregios():
    tekst = "gemeentecode,gemeente,provincie,jeugdregio,jz_code_cbs2024\n0106,Assen,Drenthe,Drenthe,JZ04\n"
    tabel = read(tekst, soort=GEMEENTEN, naam="gemeenten_2026.csv")
    assert tabel.rijen[0].kenmerken == {"provincie": "Drenthe", "jeugdregio": "JZ04"}
    with pytest.raises(Refused, match="jeugdregio_kolom_ontbreekt"):
        read("code,naam\nGM0106,Assen\n", soort=GEMEENTEN)


WERKBOEK = [
    ["Kerncijfers", None, None],
    ["code", "inwoners", "jeugdzorg_in_natura"],
    ["GM0106", 68836, 14.6],
    ["GM0114", 107024.0, "12,0"],
    [118, 55603, "."],
    [None, None, None],
    ["GM0119", "=B3+1", 11.9],
    ["GM0109", 35317, 0.103],
]


def test_a_workbook_is_read_by_its_first_sheet_with_numbers_as_numbers():
    tabel = read(workbook(WERKBOEK, formats={"C8": "0.0%"}), naam="kwb_2021.xlsx")
    assert figures(tabel) == {
        "GM0106": {"inwoners": 68836, "jeugdzorg_in_natura": Decimal("14.6")},
        "GM0114": {"inwoners": 107024, "jeugdzorg_in_natura": Decimal("12")},
        "GM0118": {"inwoners": 55603, "jeugdzorg_in_natura": None},
        "GM0109": {"inwoners": 35317, "jeugdzorg_in_natura": Decimal("10.3")},
    }
    assert found(tabel) == [(7, "inwoners", "=B3+1", "formule")]
    assert tabel.bestand.codering == "XLSX"


def test_other_sheets_are_said_and_not_read():
    tabel = read(workbook(WERKBOEK, extra=True), naam="kwb_2021.xlsx")
    assert [vondst.code for vondst in tabel.vondsten if not vondst.geweigerd] == ["alleen_eerste_blad"]


def test_text_that_begins_with_an_equals_sign_in_csv_is_no_formula_but_no_number_either():
    assert found(read("code;inwoners\nGM0106;=1+1\n")) == [(2, "inwoners", "=1+1", "geen_getal")]


PLANTED = {
    "rows are cut to the width of the headings": ("_width", lambda self, rij: ""),
    "notes below the table count as rows": ("_is_note", lambda self, rij: False),
    "wijken count as rows": ("_is_of_another_kind", lambda self, rij: False),
    "faults are told but the row stays": (
        "_refuse",
        lambda self, nummer, plaats, cel, code, **params: None,
    ),
}


@pytest.mark.parametrize("fout", PLANTED)
def test_a_planted_fault_in_the_reader_is_met(fout, monkeypatch):
    right = [(found(read(tekst)), read(tekst).overgeslagen) for tekst in (FOUTEN, ODATA, STATLINE)]
    naam, planted = PLANTED[fout]
    monkeypatch.setattr(inlezen._Lezer, naam, planted)
    assert [(found(read(tekst)), read(tekst).overgeslagen) for tekst in (FOUTEN, ODATA, STATLINE)] != right
