"""A municipality lays its own files over the shipped ones: whole files, same places, same schema."""

import os

import pytest

from koers.policy import BeleidOngeldig, beleid, load_beleid
from koers.policy.finding import shipped_folder
from koers.policy.reader import MAX_BYTES

NORM = "normen/toekomstplan-16-5.yaml"


@pytest.fixture
def own(tmp_path):
    """Writes a file of the municipality and gives its folder."""

    def write(pad, text):
        path = tmp_path / "eigen" / pad
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return tmp_path / "eigen"

    return write


def faults(overlay):
    with pytest.raises(BeleidOngeldig) as caught:
        load_beleid(overlay=overlay)
    return [(fout.bestand, fout.soort) for fout in caught.value.fouten]


def test_an_own_file_takes_the_place_of_the_shipped_one(shipped, own):
    overlay = own(NORM, shipped.replaced(NORM, "waarde: 16.5", "waarde: 17"))
    mine = load_beleid(overlay=overlay)
    assert mine.normen["toekomstplan-16-5"].waarde == 17
    assert mine.normen["toekomstplan-16-5"].herkomst.eigen_beleid
    assert not mine.normen["bezwaartermijn"].herkomst.eigen_beleid
    assert len(mine.bestanden) == len(shipped.raw)
    assert mine.digest != shipped.beleid.digest


def test_an_own_file_may_be_new(shipped, own):
    text = shipped.replaced(NORM, "id: toekomstplan-16-5", "id: eigen-regel")
    mine = load_beleid(overlay=own("normen/eigen-regel.yaml", text))
    assert set(mine.normen) - set(shipped.beleid.normen) == {"eigen-regel"}


def test_own_events_join_the_shipped_time_line(shipped, own):
    text = (
        "bron: [{document: koersen, plaats: raad}]\neigenaar: beleidsadviseur-jeugd\n"
        "herzien_voor: 2027-01-01\n"
        "gebeurtenissen:\n  - id: raadsbesluit\n    datum: 2025-02\n    soort: besluit\n"
        "    wat: {nl: Besluit, en: Decision}\n    vindplaats: {document: koersen, plaats: raad}\n"
    )
    mine = load_beleid(overlay=own("tijdlijn/eigen.yaml", text))
    assert len(mine.tijdlijn) == len(shipped.beleid.tijdlijn) + 1
    order = list(mine.tijdlijn)
    assert order.index("herinrichtingsplan") < order.index("raadsbesluit") < order.index("nieuwe-structuur")


def test_an_own_file_keeps_to_the_same_schema(shipped, own):
    overlay = own(NORM, shipped.text(NORM) + "zelfbedacht: 1\n")
    assert faults(overlay) == [(NORM, "onbekende_sleutel")]


def test_an_own_file_may_not_leave_others_pointing_to_nothing(shipped, own):
    text = shipped.text("organisatie/schalen/schalen.yaml").replace("id: 3noord", "id: noorden")
    assert set(faults(own("organisatie/schalen/schalen.yaml", text))) == {
        ("organisatie/gremia/3noord.yaml", "losse_verwijzing"),
        ("organisatie/gremia/jenn.yaml", "losse_verwijzing"),
    }


@pytest.mark.parametrize(
    ("pad", "soort"),
    [
        ("norm.yaml", "onbekende_plek"),
        ("norman/x.yaml", "onbekende_plek"),
        ("beleid/normen/x.yaml", "onbekende_plek"),
        ("normen/diep/x.yaml", "onbekende_plek"),
        ("normen/README.md", "verkeerde_bestandsnaam"),
        ("normen/x.yml", "verkeerde_bestandsnaam"),
        ("normen/Norm.yaml", "verkeerde_bestandsnaam"),
        ("normen/een norm.yaml", "verkeerde_bestandsnaam"),
        ("normen/x.yaml~", "verkeerde_bestandsnaam"),
    ],
)
def test_a_file_in_an_unknown_place_is_never_passed_over(own, pad, soort):
    assert faults(own(pad, "x: 1\n")) == [(pad, soort)]


def test_a_name_that_is_no_text_is_told_in_text(own, tmp_path):
    overlay = own("normen/x.yml", "")
    os.rename(overlay / "normen" / "x.yml", os.fsencode(overlay / "normen") + b"/\xff.yaml")
    ((bestand, soort),) = faults(overlay)
    assert soort == "verkeerde_bestandsnaam"
    assert bestand.encode("utf-8") == b"normen/?.yaml"


def test_what_editors_and_mounts_leave_behind_is_passed_over(shipped, own):
    own("normen/.x.yaml.swp", "rommel")
    own(".git/config", "rommel")
    own("..data/normen/x.yaml", "rommel")
    assert load_beleid(overlay=own("LEESMIJ.md", "Uitleg")).digest == shipped.beleid.digest


def test_there_is_one_file_of_some_kinds(shipped, own):
    text = shipped.replaced("scenariokader/scenariokader.yaml", "id: scenariokader", "id: eigen-kader")
    assert ("scenariokader/eigen-kader.yaml", "te_veel_bestanden") in faults(
        own("scenariokader/eigen-kader.yaml", text)
    )


def test_a_folder_that_is_not_there_is_told(tmp_path):
    assert faults(tmp_path / "weg") == [(str(tmp_path / "weg"), "map_ontbreekt")]
    with pytest.raises(BeleidOngeldig):
        load_beleid(basis=tmp_path / "weg")


def test_a_file_that_leads_nowhere_is_told(own):
    overlay = own("normen/x.yaml", "")
    (overlay / "normen" / "x.yaml").unlink()
    (overlay / "normen" / "x.yaml").symlink_to(overlay / "weg.yaml")
    assert ("normen/x.yaml", "niet_te_lezen") in faults(overlay)


def test_a_huge_file_is_refused_not_cut_off(shipped, own):
    """Cut off after the limit it would be a good file."""
    text = shipped.text(NORM)
    overlay = own(NORM, text + "#" * (MAX_BYTES - len(text.encode())) + "\nverzinsel: 1\n")
    assert faults(overlay) == [(NORM, "te_groot")]


def test_the_environment_names_the_folder(shipped, own, monkeypatch):
    monkeypatch.setenv("KOERS_BELEID", str(own(NORM, shipped.replaced(NORM, "waarde: 16.5", "waarde: 17"))))
    assert beleid().normen["toekomstplan-16-5"].waarde == 17
    monkeypatch.setenv("KOERS_BELEID", "")
    assert beleid().normen["toekomstplan-16-5"].waarde == shipped.beleid.normen["toekomstplan-16-5"].waarde


def test_an_overlay_of_the_shipped_files_changes_nothing(shipped):
    twice = load_beleid(overlay=shipped_folder())
    assert twice.digest == shipped.beleid.digest
    assert all(bestand.herkomst.eigen_beleid for bestand in twice.bestanden)
