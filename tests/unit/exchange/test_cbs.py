"""Tables of CBS over OData: answers written by hand in the shape that the service gives."""

import json
from datetime import date
from urllib.parse import parse_qs, urlsplit

import pytest

from koers.domain.aanlevering import SoortAanlevering
from koers.domain.gebieden import Herindeling
from koers.domain.weigering import Refused
from koers.exchange.cbs import odata
from koers.exchange.cbs.odata import as_csv, carry_over, comparable, read_table, year_of
from koers.exchange.tabellen.inlezen import read_table as read_delivered
from koers.presentation.zinnen import ZINNEN

BASIS = "https://cijfers.voorbeeld/odata"


def service(answers, asked=None):
    """A function that answers as recorded: by what comes after the base, without the query."""

    def fetch(address):
        if asked is not None:
            asked.append(address)
        parts = urlsplit(address)
        naam = parts.path.removeprefix("/odata/")
        skip = parse_qs(parts.query).get("$skip", ["0"])[0]
        return json.dumps(answers.get(f"{naam}#{skip}", answers.get(naam))).encode()

    return fetch


V3 = {
    "85099NED/TypedDataSet": {
        "value": [
            {"ID": 0, "RegioS": "GM1731  ", "Perioden": "2020JJ00", "JongerenMetJeugdzorg_1": 700},
            {"ID": 1, "RegioS": "GM1731  ", "Perioden": "2021JJ00", "JongerenMetJeugdzorg_1": None},
        ]
    },
    "85099NED/Perioden": {
        "value": [
            {"Key": "2020JJ00", "Title": "2020", "Status": "Definitief"},
            {"Key": "2021JJ00", "Title": "2021", "Status": "Voorlopig"},
        ]
    },
}
V4 = {
    "85099NED/MeasureCodes": {"value": [{"Identifier": "M000100 ", "Title": "JongerenMetJeugdzorg"}]},
    "85099NED/Observations": {
        "value": [
            {"Id": 0, "Measure": "M000100", "RegioS": "GM1731  ", "Perioden": "2020JJ00", "Value": 700.0},
            {"Id": 1, "Measure": "M000100", "RegioS": "GM1731  ", "Perioden": "2021JJ00", "Value": None},
        ]
    },
    "85099NED/PeriodenCodes": {
        "value": [
            {"Identifier": "2020JJ00", "Status": "Definitief"},
            {"Identifier": "2021JJ00", "Status": "NaderVoorlopig"},
        ]
    },
}


@pytest.mark.parametrize(("versie", "answers"), [(3, V3), (4, V4)])
def test_both_versions_give_the_same_rows(versie, answers):
    found = read_table(BASIS, "85099NED", service(answers), versie=versie)
    rows = [(r["RegioS"], year_of(r["Perioden"]), r["JongerenMetJeugdzorg"]) for r in found.rijen]
    assert rows == [("GM1731", 2020, 700), ("GM1731", 2021, None)]
    assert found.voorlopig == {"2021JJ00"}


def test_pages_are_followed_by_their_link_and_by_skipping(monkeypatch):
    linked = {
        "85039NED/TypedDataSet": {
            "value": [{"WijkenEnBuurten": "GM0106    "}],
            "odata.nextLink": f"{BASIS}/85039NED/TypedDataSet?$format=json&$skip=1",
        },
        "85039NED/TypedDataSet#1": {"value": [{"WijkenEnBuurten": "GM1731    "}]},
    }
    codes = [r["WijkenEnBuurten"] for r in read_table(BASIS, "85039NED", service(linked)).rijen]
    assert codes == ["GM0106", "GM1731"]
    monkeypatch.setattr(odata, "BLAD", 1)
    skipped = {
        "85039NED/TypedDataSet#0": {"value": [{"WijkenEnBuurten": "GM0106"}]},
        "85039NED/TypedDataSet#1": {"value": [{"WijkenEnBuurten": "GM1731"}]},
        "85039NED/TypedDataSet#2": {"value": []},
    }
    assert [r["WijkenEnBuurten"] for r in read_table(BASIS, "85039NED", service(skipped)).rijen] == codes


def test_the_filter_goes_along_and_is_written_safely():
    asked = []
    read_table(BASIS, "85099NED", service(V3, asked), filter_="startswith(RegioS,'GM')")
    assert parse_qs(urlsplit(asked[0]).query)["$filter"] == ["startswith(RegioS,'GM')"]


@pytest.mark.parametrize(
    ("answers", "code"),
    [
        ({}, "cbs_antwoord_onleesbaar"),
        ({"85039NED/TypedDataSet": {"fout": 1}}, "cbs_antwoord_onleesbaar"),
        (
            {"85039NED/TypedDataSet": {"value": [], "odata.nextLink": "https://elders/x"}},
            "cbs_verwijst_elders",
        ),
        ({"85039NED/TypedDataSet": {"value": [{"A_1": 1, "A_2": 2}]}}, "cbs_kolommen_botsen"),
        (
            {"85039NED/TypedDataSet": {"value": [], "odata.nextLink": f"{BASIS}/85039NED/TypedDataSet"}},
            "cbs_te_veel_bladen",
        ),
    ],
)
def test_an_answer_that_cannot_be_used_is_refused(answers, code):
    with pytest.raises(Refused) as refused:
        read_table(BASIS, "85039NED", service(answers))
    assert refused.value.code == code
    assert "%(" not in str(ZINNEN[code]) % refused.value.params


def test_a_name_that_is_no_table_never_becomes_an_address():
    asked = []
    with pytest.raises(Refused):
        read_table(BASIS, "../geheim", service({}, asked))
    assert asked == []


def test_years_before_and_after_the_break_are_not_compared():
    assert comparable(2015, 2020)
    assert comparable(2021, 2024)
    assert not comparable(2020, 2021)
    assert year_of("2024KW01") is None


def test_what_ended_is_added_to_what_it_went_on_in():
    went = [
        Herindeling("GM0003", "Appingedam", "GM1979", True, date(2021, 1, 1)),
        Herindeling("GM0010", "Delfzijl", "GM1979", True, date(2021, 1, 1)),
    ]
    rows = [
        {"RegioS": "GM0003", "jongeren": 120, "aandeel": 11.0},
        {"RegioS": "GM0010", "jongeren": 230, "aandeel": 9.0},
        {"RegioS": "GM1731", "jongeren": 700, "aandeel": 10.0},
    ]
    found = carry_over(rows, went, jaar=2021, code="RegioS", tel=("jongeren",))
    assert found == [
        {"RegioS": "GM1979", "samengesteld": ("GM0003", "GM0010"), "jongeren": 350},
        {"RegioS": "GM1731", "jongeren": 700, "aandeel": 10.0, "samengesteld": ()},
    ]
    assert len(carry_over(rows, went, jaar=2020, code="RegioS", tel=("jongeren",))) == 3
    rows[0]["jongeren"] = None
    assert carry_over(rows, went, jaar=2021, code="RegioS", tel=("jongeren",))[0]["jongeren"] is None


def test_a_fetched_table_goes_the_road_of_every_delivered_table():
    answers = {
        "85039NED/TypedDataSet": {
            "value": [
                {
                    "WijkenEnBuurten": "GM1731    ",
                    "Gemeentenaam_1": "Midden-Drenthe  ",
                    "AantalInwoners_5": 33381,
                }
            ]
        }
    }
    tabel = read_table(BASIS, "85039NED", service(answers))
    gelezen = read_delivered(
        soort=SoortAanlevering.KWB, inhoud=as_csv(tabel), bestandsnaam="85039NED.csv", jaar=None
    )
    (rij,) = gelezen.rijen
    assert (rij.code, rij.jaar, rij.waarden["inwoners"].getal) == ("GM1731", 2021, 33381)
