"""The state of the region in words and rows: true sentences, columns that say over whom, no ranks."""

import itertools
import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from decimal import Decimal

import pytest
from django.utils import translation

from koers.actions.monitor.cijfers import Cijfer, Spreiding
from koers.actions.monitor.regio import GebiedRegel, RegioOverzicht
from koers.presentation import regiobeelden
from koers.presentation.beelden.tegelkaart import LIGGING
from koers.presentation.regio import JEUGDZORG, Keuzes, chosen, columns, sentences, state, under

D = Decimal
# Rising in the order of the codes, so that the order of names is another one.
WAARDEN = {code: D("9.8") + D("0.4") * plek for plek, code in enumerate(sorted(LIGGING))}
NAMEN = dict(zip(sorted(LIGGING), "KLAZMBDCYEXF", strict=True))
GROOTHEDEN = (JEUGDZORG, "jeugd_0_18", "inwoners", "aandeel_0_14", "verdeelsleutel", "stedelijkheid")


def number(grootheid: str, waarde: object, **meer) -> Cijfer:
    waarde = None if waarde is None else D(str(waarde))
    return Cijfer(grootheid, 2021, waarde, **{"bron": "CBS 2021"} | meer)


def none(grootheid: str, reden: str) -> Cijfer:
    return Cijfer(grootheid, 2021, None, reden=reden)


def gemeente(code: str, **anders) -> GebiedRegel:
    plek = sorted(LIGGING).index(code)
    cijfers = {
        JEUGDZORG: number(JEUGDZORG, WAARDEN[code]),
        "jeugd_0_18": number("jeugd_0_18", 1000 + plek),
        "inwoners": number("inwoners", 20_000 - 100 * plek),
        "aandeel_0_14": number("aandeel_0_14", "14.5"),
        "verdeelsleutel": number("verdeelsleutel", "8.3"),
        "stedelijkheid": none("stedelijkheid", "ontbreekt"),
    } | anders
    regio = "noordmidden-drenthe" if plek < 5 else "zuid-drenthe"
    return GebiedRegel(code, NAMEN[code], "gemeente", regio, cijfers, {})


def spread(laagste: object, mediaan: object, hoogste: object, aantal: int = 12) -> Spreiding:
    return Spreiding(
        JEUGDZORG, 2021, aantal, D("0"), D(str(mediaan)), D(str(laagste)), D(str(hoogste)), "CBS"
    )


def whole(naam: str, code: str, soort: str, *, jeugd: object, **anders) -> GebiedRegel:
    cijfers = {
        JEUGDZORG: none(JEUGDZORG, "niet_gepubliceerd"),
        "jeugd_0_18": number("jeugd_0_18", jeugd, berekening="som", delen=5)
        if jeugd
        else none("jeugd_0_18", "onvolledig"),
        "inwoners": number("inwoners", 240_000, berekening="som", delen=12),
        "aandeel_0_14": number("aandeel_0_14", "15.2", berekening="gewogen", delen=12),
        "verdeelsleutel": number("verdeelsleutel", "99.9", berekening="som", delen=12),
        "stedelijkheid": none("stedelijkheid", "niet_gepubliceerd"),
    } | anders
    return GebiedRegel(code, naam, soort, "", cijfers, {})


def overview(**anders) -> RegioOverzicht:
    noord = whole("Noordmidden-Drenthe", "noordmidden-drenthe", "inkoopregio", jeugd=5010)
    zuid = whole("Zuid-Drenthe", "zuid-drenthe", "inkoopregio", jeugd=7056)
    drenthe = whole("Drenthe", "JZ04", "jeugdregio", jeugd=12_066)
    nederland = whole(
        "Nederland", "NL00", "land", jeugd=None, verdeelsleutel=none("verdeelsleutel", "onvolledig")
    )
    alle = {
        JEUGDZORG: spread("4.6", "10.3", "19.0", 352),
        "inwoners": replace(spread(0, 31376, 9, 352), grootheid="inwoners"),
    }
    return replace(
        RegioOverzicht(
            2021,
            (2021,),
            dict.fromkeys(GROOTHEDEN, 2021),
            tuple(sorted((gemeente(code) for code in LIGGING), key=lambda een: een.naam)),
            (noord, zuid),
            replace(drenthe, spreiding={JEUGDZORG: spread("9.8", "11.5", "14.2")}),
            replace(nederland, spreiding=alle),
        ),
        **anders,
    )


def asked(overzicht: RegioOverzicht, **vraag) -> Keuzes:
    return Keuzes.of(vraag, overzicht, None)


def address(code: str) -> str:
    return f"/regio/{code}/"


# --- sentences --------------------------------------------------------------------------------------


def test_the_first_line_says_of_whom_and_of_when():
    zinnen = sentences(overview())
    assert zinnen == [
        "Van de 12.066 jeugdigen (0 t/m 18 jaar, 2021) in Drenthe wonen er 7.056 in Zuid-Drenthe "
        "en 5.010 in Noordmidden-Drenthe.",
        "Van de personen tot 23 jaar kreeg per gemeente 9,8% tot 14,2% jeugdzorg in natura (2021). "
        "In de middelste gemeente van Nederland was dat 10,3%.",
    ]


def test_the_sentence_about_care_never_uses_the_number_of_other_young_people():
    care = sentences(overview())[1]
    assert "jeugdigen" not in care
    assert not {"12.066", "1.424", "1.713"} & set(re.findall(r"[\d.]+", care))


def test_parts_that_do_not_add_up_to_the_published_total_are_not_told_as_parts():
    scheef = replace(
        overview(),
        inkoopregios=(
            whole("Noord", "n", "inkoopregio", jeugd=1),
            whole("Zuid", "z", "inkoopregio", jeugd=2),
        ),
    )
    assert sentences(scheef)[0] == "In Drenthe wonen 12.066 jeugdigen (0 t/m 18 jaar, 2021)."


def test_what_is_not_known_is_not_said():
    leeg = overview()
    zonder = replace(
        leeg,
        regio=replace(
            leeg.regio,
            spreiding={},
            cijfers=leeg.regio.cijfers | {"jeugd_0_18": none("jeugd_0_18", "onvolledig")},
        ),
    )
    assert sentences(zonder) == []


def test_the_middle_of_a_few_municipalities_is_not_the_middle_of_the_country():
    weinig = overview()
    alleen_hier = {JEUGDZORG: spread("9.8", "11.5", "14.2", 12), "inwoners": spread(0, 1, 2, 352)}
    weinig = replace(weinig, nederland=replace(weinig.nederland, spreiding=alleen_hier))
    assert "middelste" not in sentences(weinig)[1]


def test_numbers_in_the_sentences_are_english_for_who_reads_english():
    with translation.override("en"):
        young, care = sentences(overview())
    assert "12,066" in young
    assert "14.2%" in care


# --- the table --------------------------------------------------------------------------------------


def test_every_column_with_a_share_says_over_whom_and_every_column_when():
    onder = {grootheid: under(grootheid, 2021) for grootheid in GROOTHEDEN}
    assert onder[JEUGDZORG] == "% van personen tot 23 jaar, 2021"
    assert onder["jeugd_0_18"] == "0 t/m 18 jaar, 2021"
    assert onder["verdeelsleutel"] == "% van de kosten, 2021"
    assert all("2021" in woorden for woorden in onder.values())


def test_the_figure_of_the_pictures_always_stands_in_the_table_too():
    overzicht = overview()
    for cijfer in overzicht.grootheden:
        assert cijfer in columns(overzicht, asked(overzicht, cijfer=cijfer))


def test_the_usual_order_is_the_alphabet_whatever_the_figures():
    overzicht = overview()
    assert [een.naam for een in chosen(overzicht, asked(overzicht))] == sorted(NAMEN.values())


@pytest.mark.parametrize(("sorteer", "omgekeerd"), [(JEUGDZORG, False), (f"-{JEUGDZORG}", True)])
def test_any_column_can_be_the_order_and_who_has_no_figure_stands_last(sorteer, omgekeerd):
    zonder = gemeente("GM0106", **{JEUGDZORG: none(JEUGDZORG, "ontbreekt")})
    rest = [een for een in overview().gemeenten if een.code != "GM0106"]
    overzicht = overview(gemeenten=(zonder, *rest))
    rijen = chosen(overzicht, asked(overzicht, sorteer=sorteer))
    waarden = [een.cijfers[JEUGDZORG].waarde for een in rijen[:-1]]
    assert waarden == sorted(waarden, reverse=omgekeerd)
    assert rijen[-1].code == "GM0106"


def test_a_filter_leaves_one_inkoopregio():
    overzicht = overview()
    rijen = chosen(overzicht, asked(overzicht, inkoopregio="noordmidden-drenthe"))
    assert {een.inkoopregio for een in rijen} == {"noordmidden-drenthe"}
    assert len(rijen) == 5


@pytest.mark.parametrize(
    "vraag",
    [
        {"sorteer": "rang"},
        {"cijfer": "x"},
        {"inkoopregio": "JZ04"},
        {"sorteer": "--naam"},
        {"cijfer": "stedelijkheid"},
    ],
)
def test_an_unknown_wish_is_no_wish(vraag):
    overzicht = overview()
    assert asked(overzicht, **vraag) == asked(overzicht)


def test_choices_come_back_in_the_address():
    overzicht = overview()
    keuzes = asked(overzicht, sorteer="-inwoners", inkoopregio="zuid-drenthe", cijfer="inwoners")
    assert keuzes.address(sorteer="") == "?cijfer=inwoners&inkoopregio=zuid-drenthe"
    assert asked(overzicht).address() == "?"


def test_years_can_be_chosen_where_there_are_more_and_come_back_in_the_address():
    overzicht = overview(beschikbare_jaren=(2021, 2022))
    staat = state(overzicht, Keuzes.of({}, overzicht, 2021), address)
    lijst = next(een for een in staat.lijsten if een.naam == "jaar")
    assert [waarde for waarde, _woorden in lijst.opties] == ["", "2022", "2021"]
    assert (lijst.gekozen, staat.keuzes.address()) == ("2021", "?jaar=2021")
    assert "jaar" not in {een.naam for een in state(overview(), asked(overview()), address).lijsten}


def test_a_heading_turns_the_order_round():
    overzicht = overview()
    for sorteer, richting, volgende in (
        ("-inwoners", "descending", "?sorteer=inwoners"),
        ("inwoners", "ascending", "?sorteer=-inwoners"),
    ):
        staat = state(overzicht, asked(overzicht, sorteer=sorteer), address)
        per_sleutel = {kolom.sleutel: kolom for kolom in staat.kolommen}
        assert per_sleutel["inwoners"].richting == richting
        assert [kolom.sleutel for kolom in staat.kolommen if kolom.richting] == ["inwoners"]
        assert per_sleutel["inwoners"].adres == volgende
        assert per_sleutel["naam"].adres == "?"


def test_nothing_is_ranked():
    staat = state(overview(), asked(overview(), sorteer=f"-{JEUGDZORG}"), address)
    words = " ".join([kolom.kop for kolom in staat.kolommen] + list(staat.zinnen)).lower()
    assert not {"rang", "plaats", "beste", "slechtste", "nummer"} & set(re.findall(r"\w+", words))
    assert not [rij for rij in staat.rijen if re.match(r"\d", rij.naam)]


def test_what_is_not_published_says_so_and_what_was_computed_too():
    staat = state(overview(), asked(overview(), cijfer="aandeel_0_14"), address)
    noord = {cel.label: cel for cel in staat.ernaast[0].cellen}
    assert (noord["Jeugdzorg"].woorden, noord["Jeugdzorg"].stil) == ("niet gepubliceerd", True)
    assert (noord["Jeugdigen"].woorden, noord["Jeugdigen"].uitleg) == ("5.010", "opgeteld")
    assert noord["0 tot 15"].uitleg == "gewogen"
    nederland = {cel.label: cel for cel in staat.ernaast[3].cellen}
    assert nederland["Sleutel"].woorden == "alleen in de regio"
    midden = staat.ernaast[4]
    assert midden.naam == "Middelste van 352 gemeenten in Nederland"
    assert [cel.woorden for cel in midden.cellen if cel.label == "Jeugdzorg"] == ["10,3%"]


@pytest.mark.parametrize(
    ("reden", "woorden"),
    [
        ("ontbreekt", "staat niet in de bron"),
        ("niet_vrijgegeven", "volgens de bron onbekend, te onzeker of geheim"),
        ("afgeschermd", "door de bron afgeschermd"),
    ],
)
def test_a_cell_without_a_number_says_why(reden, woorden):
    eerste = gemeente("GM0106", **{JEUGDZORG: none(JEUGDZORG, reden)})
    overzicht = overview(gemeenten=(eerste,))
    overzicht = replace(overzicht, gemeenten=(eerste, gemeente("GM0114")))
    rij = next(rij for rij in state(overzicht, asked(overzicht), address).rijen if rij.code == "GM0106")
    assert woorden in [cel.woorden for cel in rij.cellen]


def test_a_provisional_figure_says_so():
    eerste = gemeente("GM0106", **{JEUGDZORG: number(JEUGDZORG, "14.6", voorlopig=True)})
    overzicht = overview(gemeenten=(eerste, gemeente("GM0114")))
    rij = next(rij for rij in state(overzicht, asked(overzicht), address).rijen if rij.code == "GM0106")
    assert [cel.uitleg for cel in rij.cellen if cel.label == "Jeugdzorg"] == ["voorlopig"]


def test_the_key_that_is_not_a_hundred_is_told():
    assert any("99,9%" in zin for zin in state(overview(), asked(overview()), address).ook)


def test_a_figure_over_other_people_is_told_apart_and_not_put_in_the_table():
    overzicht = overview()
    eigen = number("jeugdzorg_volgens_regio", "11.8", bron="Omarm")
    jaren = dict(overzicht.jaren) | {"jeugdzorg_volgens_regio": 2021}

    def extended(regel: GebiedRegel, cijfer: Cijfer) -> GebiedRegel:
        return replace(regel, cijfers={**regel.cijfers, "jeugdzorg_volgens_regio": cijfer})

    niet = none("jeugdzorg_volgens_regio", "ontbreekt")
    overzicht = replace(
        overzicht,
        jaren=jaren,
        gemeenten=tuple(extended(een, niet) for een in overzicht.gemeenten),
        regio=extended(overzicht.regio, eigen),
    )
    staat = state(overzicht, asked(overzicht), address)
    assert "jeugdzorg_volgens_regio" not in {kolom.sleutel for kolom in staat.kolommen}
    zin = next(zin for zin in staat.ook if "11,8%" in zin)
    assert "de bron zegt niet van welke leeftijd" in zin
    assert "niet te vergelijken" in zin


def test_notes_name_source_denominator_and_period_of_every_column():
    staat = state(overview(), asked(overview()), address)
    assert len(staat.notities) == len([k for k in staat.kolommen if k.onder])
    jeugdzorg = next(een for een in staat.notities if "natura" in een.kop)
    assert (jeugdzorg.noemer, jeugdzorg.periode, jeugdzorg.bronnen) == (
        "personen tot 23 jaar",
        "heel 2021",
        "CBS 2021",
    )


# --- pictures and their twin ------------------------------------------------------------------------


def shown_numbers(drawn: str) -> dict[str, str]:
    """Name -> value of every link in a picture, as somebody hears it."""
    found = {}
    for een in ET.fromstring(drawn).iter("a"):
        teksten = ["".join(deel.itertext()).strip() for deel in een.iter("text")]
        found["".join(teksten[:-1])] = teksten[-1]
    return found


def table_numbers(overzicht: RegioOverzicht, keuzes: Keuzes) -> dict[str, str]:
    staat = state(overzicht, keuzes, address)
    plek = [kolom.sleutel for kolom in staat.kolommen].index(keuzes.cijfer) - 2
    return {rij.naam: rij.cellen[plek].woorden for rij in staat.rijen}


@pytest.mark.parametrize("cijfer", [JEUGDZORG, "inwoners", "verdeelsleutel", "aandeel_0_14"])
def test_map_and_bars_hold_the_same_numbers_as_the_table(cijfer):
    overzicht = overview()
    keuzes = asked(overzicht, cijfer=cijfer)
    tabel = table_numbers(overzicht, keuzes)
    assert shown_numbers(regiobeelden.tile_map(overzicht, keuzes, address)) == tabel
    assert shown_numbers(regiobeelden.bars(overzicht, keuzes, address)) == tabel


def test_a_picture_of_another_figure_than_the_table_would_be_noticed(monkeypatch):
    overzicht = overview()
    keuzes = asked(overzicht, cijfer=JEUGDZORG)
    monkeypatch.setattr(regiobeelden, "cell", lambda grootheid, cijfer: regiobeelden_cell("inwoners", cijfer))
    assert shown_numbers(regiobeelden.bars(overzicht, keuzes, address)) != table_numbers(overzicht, keuzes)


regiobeelden_cell = regiobeelden.cell


def test_bars_stand_in_the_order_of_the_table():
    overzicht = overview()
    keuzes = asked(overzicht, sorteer=f"-{JEUGDZORG}", inkoopregio="zuid-drenthe")
    assert list(shown_numbers(regiobeelden.bars(overzicht, keuzes, address))) == list(
        table_numbers(overzicht, keuzes)
    )


def test_the_line_of_the_country_is_named_and_never_a_sum():
    overzicht = overview()
    assert "middelste gemeente van Nederland: 10,3%" in regiobeelden.bars(
        overzicht, asked(overzicht), address
    )
    aandeel = regiobeelden.bars(overzicht, asked(overzicht, cijfer="aandeel_0_14"), address)
    assert "Nederland: 15,20%" in aandeel
    for som in ("inwoners", "jeugd_0_18", "verdeelsleutel"):
        assert "beeld__streep" not in regiobeelden.bars(overzicht, asked(overzicht, cijfer=som), address)


def test_the_steps_are_equally_wide_and_their_words_hold_every_value():
    overzicht = overview()
    grenzen = regiobeelden.steps(overzicht, JEUGDZORG)
    breedtes = {b - a for a, b in itertools.pairwise(grenzen)}
    assert len(grenzen) == 5
    assert max(breedtes) - min(breedtes) <= D("0.1")
    for waarde in WAARDEN.values():
        stap = regiobeelden.step_of(waarde, grenzen)
        assert 1 <= stap <= 4
        assert grenzen[stap - 1] <= waarde <= grenzen[stap]
        assert waarde < grenzen[stap] or stap == 4


def test_twelve_equal_figures_are_one_step():
    gelijk = tuple(gemeente(code, **{JEUGDZORG: number(JEUGDZORG, "11.0")}) for code in LIGGING)
    overzicht = overview(gemeenten=gelijk)
    grenzen = regiobeelden.steps(overzicht, JEUGDZORG)
    assert (grenzen, regiobeelden.step_of(D("11.0"), grenzen)) == ([D("11.0")], 1)
    assert regiobeelden.step_words(JEUGDZORG, grenzen) == ["11,0%"]


def test_another_region_gets_bars_but_not_our_map():
    overzicht = overview(gemeenten=(gemeente("GM0106"), gemeente("GM0114")))
    assert regiobeelden.tile_map(overzicht, asked(overzicht), address) is None
    assert len(shown_numbers(regiobeelden.bars(overzicht, asked(overzicht), address))) == 2


def test_a_name_that_is_code_stays_a_name():
    boos = replace(gemeente("GM0106"), naam="<script>alert(1)</script>")
    rest = [een for een in overview().gemeenten if een.code != "GM0106"]
    overzicht = overview(gemeenten=(boos, *rest))
    for drawn in (
        regiobeelden.tile_map(overzicht, asked(overzicht), address),
        regiobeelden.bars(overzicht, asked(overzicht), address),
    ):
        assert "<script" not in drawn
        ET.fromstring(drawn)
