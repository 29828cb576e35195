"""What comes in: encodings, other files than tables, and files that try to break something."""

import io
import zipfile
from contextlib import suppress
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from koers.domain.weigering import Refused
from koers.exchange.tabellen import bestand, rooster
from koers.presentation.zinnen_aanlevering import BESTAND
from tests.unit.exchange.bestanden import figures, read, workbook, zip_with

TABEL = "code;naam;inwoners\nGM0070;Franeker en Curaçao – Ë;20.815\nGM0106;Assen;68.836\n"
WIE = {"GM0070": {"inwoners": Decimal(20815)}, "GM0106": {"inwoners": Decimal(68836)}}


@pytest.mark.parametrize(
    ("codering", "naam"),
    [
        ("utf-8", "UTF-8"),
        ("utf-8-sig", "UTF-8"),
        ("cp1252", "Windows-1252"),
        ("utf-16", "UTF-16"),
    ],
)
def test_every_encoding_of_a_spreadsheet_program_is_read(codering, naam):
    tabel = read(TABEL.encode(codering))
    assert (tabel.rijen[0].naam, tabel.bestand.codering) == ("Franeker en Curaçao - Ë", naam)
    assert figures(tabel) == WIE


def test_latin_1_is_the_part_of_windows_1252_that_names_need():
    assert read(TABEL.replace("–", "-").encode("latin-1")).rijen[0].naam == "Franeker en Curaçao - Ë"


def test_utf_16_big_endian_with_its_mark():
    assert figures(read(b"\xfe\xff" + TABEL.encode("utf-16-be"))) == WIE


@pytest.mark.parametrize("einde", ["\n", "\r\n", "\r"])
def test_every_line_end(einde):
    assert figures(read(TABEL.replace("\n", einde))) == WIE


@pytest.mark.parametrize("teken", [";", ",", "\t"])
def test_every_delimiter(teken):
    assert figures(read(TABEL.replace(".", "").replace(";", teken))) == WIE


ANDERS = {
    "bestand_leeg": [b"", b"  \r\n\t", b"\xef\xbb\xbf", b"\x00" * 10],
    "bestand_is_pdf": [b"%PDF-1.7\n%\xe2\xe3"],
    "bestand_is_afbeelding": [b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff\xe0", b"GIF89a"],
    "bestand_is_oud_excel": [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"],
    "bestand_is_archief": [b"\x1f\x8b\x08", zip_with(word__document="x"), zip_with(mimetype="ods")],
    "bestand_is_document": [rb"{\rtf1 hoi}"],
    "bestand_is_webpagina": [b"<!DOCTYPE html><p>404", b"\n <HTML><body>Fout</body>"],
    "bestand_is_geen_tabel": [b'{"value": []}', b"[1]", b"<?xml version='1.0'?><a/>"],
    "bestand_is_binair": [b"code;naam\x00;\x01", TABEL.encode("utf-16-le")],
    "tekens_onleesbaar": [b"code;naam\nGM0106;\x81\x8d\x8f\x90\x9d"],
    "code_kolom_ontbreekt": [b"naam;inwoners\nAssen;1\n", b"los woord"],
    "cijfers_ontbreken": [b"code;naam\nGM0106;Assen\n"],
    "alleen_kop": [b"code;inwoners\n", b"code;inwoners\n\n;\n"],
    "csv_onleesbaar": [b'code;inwoners\n"GM0106;1\nGM0107;2\n'],
    "xlsx_beschadigd": [
        b"PK\x03\x04 kapot",
        zip_with(xl__workbook="x") + b"",
        workbook([["code", "inwoners"], ["GM0106", 1]])[:-40],
    ],
}
ANDERS["xlsx_beschadigd"][1] = zip_with(**{"xl__workbook.xml": b"<geen werkboek"})


@pytest.mark.parametrize(
    ("code", "inhoud"), [(code, inhoud) for code, alle in ANDERS.items() for inhoud in alle]
)
def test_what_is_no_table_is_refused_with_its_own_sentence(code, inhoud):
    with pytest.raises(Refused) as refused:
        read(inhoud)
    assert refused.value.code == code
    assert str(BESTAND[code]) % refused.value.params


def test_a_file_that_is_too_big_is_not_even_looked_at(monkeypatch):
    monkeypatch.setattr(bestand, "HOOGSTENS", 50)
    with pytest.raises(Refused, match="bestand_te_groot"):
        read(TABEL)


@pytest.mark.parametrize("limiet", ["MEEST_RIJEN", "MEEST_KOLOMMEN"])
@pytest.mark.parametrize(
    "inhoud", [TABEL.encode(), workbook([["code", "naam", "inwoners"], ["GM0106", "A", 1]])]
)
def test_a_table_with_too_many_cells_is_refused(monkeypatch, limiet, inhoud):
    monkeypatch.setattr(rooster, limiet, 1)
    with pytest.raises(Refused, match="tabel_te_groot"):
        read(inhoud)


def test_a_workbook_that_unpacks_to_far_more_than_it_weighs_is_refused(monkeypatch):
    monkeypatch.setattr(rooster, "UITGEPAKT_HOOGSTENS", 100_000)
    bom = zip_with(**{"xl__workbook.xml": b"x", "xl__worksheets__sheet1.xml": b"0" * 1_000_000})
    assert len(bom) < 10_000
    with pytest.raises(Refused, match="bestand_te_groot"):
        read(bom)


@settings(max_examples=60)
@given(st.binary(max_size=200))
def test_any_bytes_give_a_table_or_a_refusal_and_never_a_crash(inhoud):
    with suppress(Refused):
        read(inhoud)


@settings(max_examples=60)
@given(st.binary(min_size=1, max_size=200))
def test_whatever_is_refused_is_refused_with_a_sentence(inhoud):
    with pytest.raises(Refused) as refused:
        read(b"GM;" + inhoud)
    assert str(BESTAND[refused.value.code]) % refused.value.params


@settings(max_examples=60)
@given(st.text(max_size=80), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_what_can_be_decoded_is_decoded_to_what_was_written(tekst, codering):
    with suppress(Refused):
        gelezen, _ = bestand.decode(tekst.encode(codering))
        assert gelezen == (tekst.removeprefix("\ufeff") if codering == "utf-8" else tekst)


def test_a_workbook_with_entities_that_grow_is_broken_off():
    entiteiten = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    bom = f'<!DOCTYPE x [<!ENTITY a0 "{"hoi" * 10}">{entiteiten}]>'.encode()
    goed = zipfile.ZipFile(io.BytesIO(workbook([["code", "inwoners"], ["GM0106", 1]])))
    delen = {naam.replace("/", "__"): goed.read(naam) for naam in goed.namelist()}
    blad = delen["xl__worksheets__sheet1.xml"]
    delen["xl__worksheets__sheet1.xml"] = bom + blad.replace(b"<v>1</v>", b"<v>&a9;</v>")
    assert delen["xl__worksheets__sheet1.xml"] != bom + blad
    with pytest.raises(Refused, match="xlsx_beschadigd"):
        read(zip_with(**delen))
