"""Pictures: well-formed, told in words, from zero, with neighbours where they are; and nothing slips in."""

import xml.etree.ElementTree as ET
from collections.abc import Callable
from itertools import combinations
from math import hypot

import pytest

from koers.presentation.beelden import staven as staven_module
from koers.presentation.beelden import svg, tegelkaart
from koers.presentation.beelden.duurlijn import Tijdas, duurlijn
from koers.presentation.beelden.staven import Staaf, Streep, staven
from koers.presentation.beelden.stippen import Stip, Zwerm, stippen
from koers.presentation.beelden.tegelkaart import BUREN, LIGGING, NIET_IN_KAART, Tegel, touching
from koers.presentation.beelden.trap import Trede, trap
from koers.presentation.beelden.verloop import Punt, verloop

BOOS = '<script>alert("1")</script>\x0b & \'s-Gravenhage'
LINK = "/regio/GM1731/"


def tegels(**anders) -> list[Tegel]:
    """The twelve, all alike but for what is given."""
    return [
        Tegel(
            code,
            anders.get("naam", f"Gemeente {code}"),
            anders.get("waarde", "11,2%"),
            anders.get("stap", 2),
            LINK,
            "noordmidden-drenthe" if code in {"GM1680", "GM0106"} else "zuid-drenthe",
        )
        for code in LIGGING
    ]


def kaart(**anders) -> str:
    return tegelkaart.tegelkaart(
        id="kaart",
        titel=anders.pop("titel", "Titel"),
        omschrijving=anders.pop("omschrijving", "Uitleg"),
        tegels=anders.pop("tegels", None) or tegels(**anders),
        stappen=["1 tot 2", "2 tot 3", "3 tot 4", "4 t/m 5"],
        inkoopregios={"zuid-drenthe": anders.get("naam", "Zuid-Drenthe")},
    )


def bars(rijen: list[Staaf], **anders) -> str:
    return staven(**{"id": "b", "titel": "Titel", "omschrijving": "Uitleg", "rijen": rijen} | anders)


PICTURES: dict[str, Callable[[str], str]] = {
    "kaart": lambda words: kaart(naam=words, waarde=words, titel=words, omschrijving=words),
    "staven": lambda words: bars(
        [Staaf(words, 3.0, words, LINK), Staaf(words, None, words)],
        titel=words,
        omschrijving=words,
        strepen=[Streep(2.0, words)],
    ),
    "stippen": lambda words: stippen(
        id="s",
        titel=words,
        omschrijving=words,
        rijen=[Stip(words, 2.0, words, LINK, zelf=True), Stip(words, None, words)],
        zwerm=Zwerm(words, [1.0, 2.0, 3.0], words, words),
    ),
    "trap": lambda words: trap(
        id="t",
        titel=words,
        omschrijving=words,
        treden=[Trede(words, "groen"), Trede(words, "rood")],
        groepen=[(0, 1, words)],
    ),
}


@pytest.mark.parametrize("soort", PICTURES)
def test_a_picture_is_well_formed_and_says_what_it_is(soort):
    root = ET.fromstring(PICTURES[soort]("Elf gemeenten"))
    title, desc = root.find("title"), root.find("desc")
    assert title is not None
    assert desc is not None
    assert (title.text, desc.text) == ("Elf gemeenten", "Elf gemeenten")
    assert root.get("aria-labelledby") == title.get("id")
    assert root.get("aria-describedby") == desc.get("id")
    assert root.get("role") in {"img", "group"}
    # With links inside, the parts must be reachable: an image would hide them.
    assert (root.get("role") == "group") == (root.find(".//a") is not None)


@pytest.mark.parametrize("soort", PICTURES)
def test_words_stay_words_whatever_is_in_them(soort):
    drawn = PICTURES[soort](BOOS)
    root = ET.fromstring(drawn)
    assert "<script" not in drawn
    assert not [element for element in root.iter() if element.tag == "script"]
    assert "alert" in "".join(root.itertext())


def test_unescaped_words_would_be_noticed(monkeypatch):
    monkeypatch.setattr(svg, "escape", lambda words: words)
    assert "<script" in PICTURES["staven"](BOOS)
    with pytest.raises(ET.ParseError):
        ET.fromstring(PICTURES["staven"](BOOS))


@pytest.mark.parametrize("soort", PICTURES)
def test_form_comes_from_classes_alone(soort):
    for element in ET.fromstring(PICTURES[soort]("Naam")).iter():
        assert not {"style", "fill", "stroke", "font-size", "transform"} & set(element.keys())


@pytest.mark.parametrize("key", ["style", "onclick", "onload"])
def test_form_and_behaviour_inside_a_picture_are_refused(key):
    with pytest.raises(ValueError, match=key):
        svg.el("g", **{key: "x"})


@pytest.mark.parametrize("adres", ["https://elders.example/", "javascript:alert(1)", "regio/"])
def test_a_picture_leads_nowhere_else(adres):
    with pytest.raises(ValueError, match="pages of Koers"):
        svg.link(adres)


def test_lengths_are_written_with_a_point_in_every_language():
    from django.utils import translation

    with translation.override("nl"):
        assert svg.maat(1234.567) == "1234.57"
        assert svg.maat(0.5) == "0.5"


# --- bars -------------------------------------------------------------------------------------------


def rects(drawn: str) -> list[ET.Element]:
    return [element for element in ET.fromstring(drawn).iter("rect") if element.get("class") == "staaf"]


def lies(drawn: str, waarden: list[float]) -> bool:
    """Whether the bars start at different places, or are not as long as they are large."""
    found = rects(drawn)
    starts = {float(een.get("x")) for een in found}
    per_unit = [float(een.get("width")) / waarde for een, waarde in zip(found, waarden, strict=True)]
    return len(starts) > 1 or max(per_unit) - min(per_unit) > 0.01 * max(per_unit)


WAARDEN = [9.8, 10.3, 14.6]


def test_bars_start_at_zero_and_are_as_long_as_they_are_large():
    drawn = bars([Staaf(f"{w}", w, f"{w}%") for w in WAARDEN])
    assert not lies(drawn, WAARDEN)


def test_bars_that_start_at_the_lowest_value_would_be_noticed(monkeypatch):
    at = staven_module._Schaal.at
    monkeypatch.setattr(staven_module._Schaal, "at", lambda self, w: at(self, w - 9))
    assert lies(bars([Staaf(f"{w}", w, f"{w}%") for w in WAARDEN]), WAARDEN)


def test_everything_of_the_bars_stands_inside_the_picture():
    drawn = bars(
        [Staaf("Midden-Drenthe", w, f"{w}%") for w in WAARDEN],
        strepen=[
            Streep(14.6, "middelste gemeente van Nederland: 14,6%"),
            Streep(0.1, "laagste van allemaal"),
        ],
    )
    for element in ET.fromstring(drawn).iter("rect"):
        assert float(element.get("x")) >= 0
        assert float(element.get("x")) + float(element.get("width")) <= staven_module.BREEDTE
    for element in ET.fromstring(drawn).iter("text"):
        if element.get("text-anchor") == "middle":
            half = len(element.text) * staven_module.KLEINE_LETTER / 2
            assert half - 0.1 <= float(element.get("x")) <= staven_module.BREEDTE - half + 0.1


def test_what_has_no_number_has_no_bar_but_says_why():
    drawn = bars([Staaf("Assen", 14.6, "14,6%"), Staaf("Emmen", None, "niet gepubliceerd")])
    assert len(rects(drawn)) == 1
    assert "niet gepubliceerd" in drawn


def test_bars_without_any_number_are_drawn_too():
    assert (
        rects(bars([Staaf("Emmen", None, "niet gepubliceerd"), Staaf("Assen", 0.0, "0%")]))[0].get("width")
        == "0"
    )


def test_a_bar_below_zero_is_refused():
    with pytest.raises(ValueError, match="zero"):
        bars([Staaf("Emmen", -1.0, "−1%")])


# --- the tile map -----------------------------------------------------------------------------------


def test_the_map_is_of_exactly_the_twelve():
    from koers.policy import beleid

    van_beleid = {een.code for een in beleid().gebieden.values() if een.soort == "gemeente"}
    assert set(LIGGING) == van_beleid
    assert len(LIGGING) == 12


@pytest.mark.parametrize("wat", ["een te weinig", "een te veel", "een andere"])
def test_any_other_set_of_tiles_is_refused(wat):
    twaalf = tegels()
    vreemd = Tegel("GM0363", "Amsterdam", "1", 1, LINK, "")
    anders = {
        "een te weinig": twaalf[1:],
        "een te veel": [*twaalf, vreemd],
        "een andere": [*twaalf[1:], vreemd],
    }
    with pytest.raises(ValueError, match="exactly the twelve"):
        kaart(tegels=anders[wat])


def overlaps() -> set[tuple[str, str]]:
    """Pairs of tiles whose middles are nearer than two inner circles."""
    middens = {code: tegelkaart.middelpunt(code) for code in LIGGING}
    return {
        (een, ander)
        for een, ander in combinations(LIGGING, 2)
        if hypot(middens[een][0] - middens[ander][0], middens[een][1] - middens[ander][1])
        < 2 * tegelkaart.HALF - 0.01
    }


def test_no_two_tiles_overlap():
    assert overlaps() == set()


def test_tiles_that_overlap_would_be_noticed(monkeypatch):
    monkeypatch.setitem(LIGGING, "GM0106", LIGGING["GM1731"])
    assert overlaps() == {("GM0106", "GM1731")}


def test_neighbours_touch_and_nobody_else_does():
    assert touching() == BUREN - NIET_IN_KAART
    assert len(NIET_IN_KAART) == 1


def test_two_swapped_tiles_would_be_noticed(monkeypatch):
    assen, emmen = LIGGING["GM0106"], LIGGING["GM0114"]
    monkeypatch.setitem(LIGGING, "GM0106", emmen)
    monkeypatch.setitem(LIGGING, "GM0114", assen)
    assert touching() != BUREN - NIET_IN_KAART


def test_north_is_up():
    y = {code: tegelkaart.middelpunt(code)[1] for code in LIGGING}
    x = {code: tegelkaart.middelpunt(code)[0] for code in LIGGING}
    assert min(y, key=y.__getitem__) == "GM1699"  # Noordenveld
    assert max(x, key=x.__getitem__) in {"GM0114", "GM1681"}  # Emmen, Borger-Odoorn
    assert min(x, key=x.__getitem__) == "GM0119"  # Meppel


def test_each_tile_is_a_link_with_its_name_and_value():
    links = list(ET.fromstring(kaart()).iter("a"))
    assert len(links) == 12
    for een in links:
        assert een.get("href") == LINK
        assert " ".join("".join(een.itertext()).split()).endswith("11,2%")


def test_a_tile_outside_the_choice_shows_no_value():
    gedempt = [
        Tegel(t.code, t.naam, t.waarde, t.stap, t.adres, t.inkoopregio, gedempt=True) for t in tegels()
    ]
    assert "11,2%" not in kaart(tegels=gedempt)


def test_the_border_of_the_inkoopregios_runs_where_they_meet():
    regio = {tegel.code: tegel.inkoopregio for tegel in tegels()}
    meet = [paar for paar in touching() if len({regio[code] for code in paar}) > 1]
    lines = [een for een in ET.fromstring(kaart()).iter("line") if een.get("class") == "tegelkaart__grens"]
    assert len(lines) == len(meet) > 0
    for een in lines:
        length = hypot(
            float(een.get("x2")) - float(een.get("x1")), float(een.get("y2")) - float(een.get("y1"))
        )
        assert length == pytest.approx(tegelkaart.STRAAL, abs=0.05)


# --- dots and steps ---------------------------------------------------------------------------------


def test_dots_stand_in_the_order_of_their_values():
    drawn = stippen(
        id="s",
        titel="Titel",
        omschrijving="Uitleg",
        rijen=[Stip("a", 8.0, "8%", zelf=True), Stip("b", 11.0, "11%"), Stip("c", 4.6, "4,6%")],
        zwerm=Zwerm("alle", [4.6, 19.0], "4,6%", "19,0%"),
    )
    middens = [float(een.get("cx")) for een in ET.fromstring(drawn).iter("circle")]
    assert middens[2] < middens[0] < middens[1]


def test_one_value_for_all_does_not_divide_by_nothing():
    zwerm = Zwerm("alle", [5.0, 5.0], "5%", "5%")
    assert stippen(id="s", titel="T", omschrijving="U", rijen=[Stip("a", 5.0, "5%")], zwerm=zwerm)


def test_nothing_to_place_is_refused():
    with pytest.raises(ValueError, match="no value"):
        stippen(
            id="s", titel="T", omschrijving="U", rijen=[Stip("a", None, "–")], zwerm=Zwerm("alle", [], "", "")
        )


def test_each_step_is_higher_than_the_one_before():
    drawn = trap(
        id="t",
        titel="T",
        omschrijving="U",
        treden=[Trede(str(nr), "groen") for nr in range(1, 9)],
        groepen=[(0, 7, "acht niveaus")],
    )
    hoogten = [float(een.get("height")) for een in ET.fromstring(drawn).iter("rect")]
    assert len(hoogten) == 8
    assert hoogten == sorted(hoogten)
    assert len(set(hoogten)) == 8


def test_a_stair_is_dashed_from_where_too_few_were_followed():
    tijd = Tijdas(400, [(0, "begin")], "dagen", onzeker_vanaf=200)
    beeld = duurlijn(
        id="d",
        titel="t",
        omschrijving="o",
        punten=[(100, 0.5), (200, 0.25)],
        merken=[50, 150, 900],
        tijd=tijd,
    )
    lijnen = list(ET.fromstring(beeld).iter("line"))
    stair = [een for een in lijnen if een.get("class").startswith("verloop__lijn")]
    assert ["zonder" in een.get("class") for een in stair] == [False, False, False, True, True]
    marks = [een for een in lijnen if een.get("class") == "duurlijn__merk"]
    assert len(marks) == 2  # the third lies past the last day that is drawn
    middle = [(float(een.get("y1")) + float(een.get("y2"))) / 2 for een in marks]
    assert middle == [float(stair[0].get("y1")), float(stair[2].get("y1"))]


def test_a_line_of_whole_numbers_has_no_halves_beside_it():
    halves = verloop(
        id="a", titel="a", omschrijving="a", punten=[Punt(2024, 0.5, "0,5"), Punt(2025, 1.0, "1")]
    )
    whole = verloop(id="a", titel="a", omschrijving="a", punten=[Punt(2024, 0.0, "0"), Punt(2025, 2.0, "2")])
    assert ">0,5</text>" in halves.split("</title>")[-1]
    assert ",5</text>" not in whole
