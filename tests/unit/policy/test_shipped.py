"""What ships with Koers loads, is complete, and cannot be changed by whoever reads it."""

import hashlib
import re
from dataclasses import FrozenInstanceError, fields, is_dataclass
from decimal import Decimal

import pytest

import koers
from koers.policy import NIET_IN_BRON, Herkomst, Tekst, beleid, load_beleid
from koers.policy.finding import shipped_folder
from koers.policy.kinds import SOORTEN

HOW_MANY = {
    "principes": 4,
    "pijlers": 4,
    "opgaven": 11,
    "indicatoren": 16,
    "interventieniveaus": 1,
    "scenarios": 7,
    "scenariokader": 1,
    "wiel": 1,
    "scenariotaken": 1,
    "risicos": 6,
    "schalen": 6,
    "gremia": 30,
    "projecten": 9,
    "dossiers": 9,
    "capaciteit": 7,
    "tijdlijn": 31,
    "spuk": 3,
    "voorzieningen": 15,
    "escalaties": 4,
    "oordelen": 3,
}


def walk(value):
    """Every dataclass below a value, itself included."""
    if is_dataclass(value):
        yield value
        for field in fields(value):
            yield from walk(getattr(value, field.name))
    elif isinstance(value, tuple):
        for part in value:
            yield from walk(part)


def things(beleid):
    return [thing for soort in SOORTEN for thing in beleid.van_soort(soort.naam).values()]


def test_everything_that_ships_loads(shipped):
    assert load_beleid().digest == shipped.beleid.digest
    assert {bestand.pad for bestand in shipped.beleid.bestanden} == set(shipped.raw)


@pytest.mark.parametrize(("soort", "count"), HOW_MANY.items())
def test_no_thing_is_lost(shipped, soort, count):
    assert len(shipped.beleid.van_soort(soort)) == count


def test_every_thing_tells_where_it_comes_from(shipped):
    for thing in things(shipped.beleid):
        herkomst = thing.herkomst
        assert herkomst.digest == hashlib.sha256(shipped.raw[herkomst.bestand].inhoud).hexdigest()
        assert herkomst.definitie_versie == herkomst.digest[:12]
        assert not herkomst.eigen_beleid
        assert all(shipped.beleid.noem_bron(bron) for bron in herkomst.bron)
        assert shipped.beleid.noem_eigenaar(herkomst, "en") != herkomst.eigenaar


def test_line_ends_of_another_system_do_not_make_another_definition(shipped):
    pad = "indicatoren/besparing.yaml"
    windows = shipped.with_change({pad: shipped.text(pad).replace("\n", "\r\n")})
    assert windows.digest == shipped.beleid.digest


def test_no_text_is_left_untranslated(shipped):
    """Names may be equal in both languages; a sentence of five words or more never is."""
    texts = [part for thing in things(shipped.beleid) for part in walk(thing) if isinstance(part, Tekst)]
    assert len(texts) > 1_000
    assert [text.nl for text in texts if text.nl == text.en and len(text.nl.split()) > 4] == []


def test_nobody_can_change_policy(shipped):
    with pytest.raises(FrozenInstanceError):
        shipped.beleid.indicatoren["besparing"].eenheid = "aantal"
    with pytest.raises(TypeError):
        shipped.beleid.indicatoren["besparing"] = None
    mutable = [
        part
        for thing in things(shipped.beleid)
        for part in walk(thing)
        for field in fields(part)
        if isinstance(getattr(part, field.name), list | dict | set)
    ]
    assert mutable == []


def test_people_find_things_in_the_order_they_number_them(shipped):
    assert [opgave.nr for opgave in shipped.beleid.opgaven.values()] == list(range(1, 12))
    assert [scenario.nr for scenario in shipped.beleid.scenarios.values()] == list(range(7))
    days = [event.datum.vanaf for event in shipped.beleid.tijdlijn.values()]
    assert days == sorted(days)


def test_the_key_adds_up_to_what_it_says(shipped):
    sleutel = shipped.beleid.verdeelsleutels["jeugdhulpregio-2019"]
    assert sum(aandeel.procent for aandeel in sleutel.aandelen) == sleutel.telt_op_tot == Decimal("99.9")
    assert len(sleutel.aandelen) == 12


def test_the_eight_levels(shipped):
    niveaus = shipped.beleid.interventieniveaus.niveaus
    assert [niveau.nr for niveau in niveaus if niveau.toegang == "vrij_toegankelijk"] == [1, 2, 3]
    assert [niveau.nr for niveau in niveaus if niveau.toegang == "individueel"] == [4, 5, 6, 7, 8]
    assert [niveau.nr for niveau in niveaus if niveau.bovenlokaal] == [6, 7, 8]
    assert [niveau.kleur for niveau in niveaus[:3]] == ["groen"] * 3
    assert not any(niveau.naam_in_bron for niveau in niveaus)
    assert shipped.beleid.interventieniveaus.niveau(4).toegang == "individueel"
    with pytest.raises(KeyError):
        shipped.beleid.interventieniveaus.niveau(9)


def test_the_ladder_has_four_rungs_in_order(shipped):
    treden = shipped.beleid.principes["iedereen-doet-mee"].treden
    assert [trede.id for trede in treden] == [
        "eigen-kracht",
        "omgevingskracht",
        "algemene-voorziening",
        "individuele-voorziening",
    ]


def test_the_seven_percent_has_both_dates_and_a_silent_source(shipped):
    doel = shipped.beleid.indicatoren["aandeel-specialistisch"].doelen[0]
    assert [streef.datum.isoformat() for streef in doel.streefdata] == ["2026-12-31", "2027-12-31"]
    assert doel.telling.noemer is NIET_IN_BRON
    assert shipped.beleid.indicatoren["combinatie-voorliggend"].doelen[0].streefdata is NIET_IN_BRON


def test_a_code_is_found_by_its_day(shipped):
    from datetime import date

    taakvelden = shipped.beleid.codelijsten["iv3-taakvelden"]
    assert taakvelden.op("6.2", date(2022, 12, 31)).naam.nl == "Wijkteams"
    assert taakvelden.op("6.2", date(2023, 1, 1)).naam.nl == "Toegang en eerstelijnsvoorzieningen"
    assert taakvelden.op("6.72a", date(2022, 12, 31)) is None
    assert taakvelden.op("9.9") is None


def test_money_is_whole_cents(shipped):
    assert shipped.beleid.spuk["driemilieuvoorzieningen"].bedrag_cent == 61_517_400
    assert shipped.beleid.spuk["acute-jeugd-ggz"].bedrag_cent is None
    poh = shipped.beleid.kengetallen["poh-jeugd"]
    assert poh.getal("kosten-per-gesprek").bedrag_cent == 35_000
    with pytest.raises(ValueError, match="geen bedrag"):
        _ = poh.getal("fte").bedrag_cent
    with pytest.raises(KeyError):
        poh.getal("bestaat-niet")


def test_only_municipalities_keep_casework(shipped):
    own = [gebied for gebied in shipped.beleid.gebieden.values() if gebied.eigen_omgeving]
    assert len(own) == 12
    assert {gebied.deel_van for gebied in own} == {"noordmidden-drenthe", "zuid-drenthe"}


def test_texts_read_as_written_for_people(shipped):
    """No abbreviations, double spaces or system words in the Dutch texts."""
    texts = [part.nl for thing in things(shipped.beleid) for part in walk(thing) if isinstance(part, Tekst)]
    wrong = re.compile(r"  |\b(bijv|m\.b\.t|i\.v\.m|o\.a|d\.m\.v|record|entry|n\.v\.t)\b")
    assert [text for text in texts if wrong.search(text)] == []


def test_a_wheel_brings_its_own_policy(tmp_path, monkeypatch):
    package = tmp_path / "site-packages" / "koers"
    (package / "beleid").mkdir(parents=True)
    monkeypatch.setattr(koers, "__file__", str(package / "__init__.py"))
    assert shipped_folder() == package / "beleid"


def test_policy_is_read_once(monkeypatch):
    monkeypatch.delenv("KOERS_BELEID", raising=False)
    assert beleid() is beleid()


def test_an_unknown_kind_is_no_kind(shipped):
    with pytest.raises(KeyError):
        shipped.beleid.van_soort("bestanden")


def test_herkomst_is_nowhere_a_key(shipped):
    """The origin is never typed twice: it comes from the head of the file."""
    assert not any(re.search(r"^\s*herkomst:", shipped.text(pad), re.M) for pad in shipped.raw)
    assert Herkomst in {type(part) for part in walk(next(iter(shipped.beleid.normen.values())))}
