"""Periods and chapters of reports, and the words of figures that may not be told."""

from dataclasses import replace
from datetime import date

import pytest
from django.utils import translation

from koers.domain.rapportages import (
    Hoofdstuk,
    check_other_eyes,
    named_periode,
    new_id,
    recent_perioden,
)
from koers.domain.rollen import Rol
from koers.domain.weigering import Refused
from koers.exchange.documents.docx import Document
from koers.presentation.sturing.figuur import compose_figure
from koers.presentation.sturing.rapport import paragraphs

HOOFDSTUK = Hoofdstuk("geld", {"nl": "Geld", "en": "Money"}, {"nl": "Hoe?", "en": "How?"}, Rol.CONTROLLER)


@pytest.mark.parametrize(
    ("per", "naam", "begin", "tot"),
    [
        ("kwartaal", "2025-k4", date(2025, 10, 1), date(2026, 1, 1)),
        ("kwartaal", " 2025-Q1", date(2025, 1, 1), date(2025, 4, 1)),
        ("halfjaar", "2025-H2", date(2025, 7, 1), date(2026, 1, 1)),
        ("jaar", "2025", date(2025, 1, 1), date(2026, 1, 1)),
    ],
)
def test_a_period_is_read_from_its_name(per, naam, begin, tot):
    found = named_periode(per, naam)
    assert (found.begindatum, found.tot_datum) == (begin, tot)


@pytest.mark.parametrize(
    ("per", "naam"), [("kwartaal", "2025"), ("jaar", "2025-K1"), ("halfjaar", "2025-H3")]
)
def test_another_kind_of_period_is_refused(per, naam):
    with pytest.raises(Refused, match="rapportageperiode_onbekend"):
        named_periode(per, naam)


def test_the_last_periods_begin_with_the_running_one():
    names = [een.naam for een in recent_perioden("kwartaal", date(2026, 2, 28), 6)]
    assert names == ["2026-K1", "2025-K4", "2025-K3", "2025-K2", "2025-K1", "2024-K4"]
    assert [een.naam for een in recent_perioden("halfjaar", date(2026, 12, 31), 2)] == ["2026-H2", "2026-H1"]
    assert [een.naam for een in recent_perioden("jaar", date(2026, 1, 1), 2)] == ["2026", "2025"]


def test_a_chapter_comes_back_as_it_was_kept():
    een = replace(HOOFDSTUK, indicatoren=("wachttijd",), tonen=("verloop",))
    assert Hoofdstuk.thawed(een.frozen()) == een
    assert new_id("Wat kinderen zeggen!", {"wat-kinderen-zeggen"}) == "wat-kinderen-zeggen-2"
    assert new_id("…", set()) == "hoofdstuk"


def test_who_wrote_does_not_sign():
    check_other_eyes("a", {"b"})
    with pytest.raises(Refused, match="rapportage_zelf_geschreven"):
        check_other_eyes("a", {"a", "b"})


def test_paragraphs_and_lists_are_told_apart():
    first, second = paragraphs("Een\r\nzin.\r\n\r\nDit doen we:\n- bellen\n- schrijven\n\n \n")
    assert (first.tekst, first.punten) == ("Een zin.", ())
    assert (second.tekst, second.punten) == ("Dit doen we:", ("bellen", "schrijven"))


def figure(**rij):
    """A frozen figure of one year."""
    vast = {"gebied": "GM1731", "gebiedsnaam": "Midden-Drenthe", "periode": "2024", "teller": None}
    return {
        "id": "x",
        "berekend": True,
        "naam": {"nl": "Wachttijd"},
        "wat": {"nl": "Hoe lang."},
        "teller": {"nl": "jeugdigen"},
        "noemer": None,
        "volgens": "bron",
        "eenheid": "aantal",
        "lezing": None,
        "definitie_versie": "abc",
        "peildatum": "2026-01-02T00:00:00+00:00",
        "noten": [],
        "doelen": [],
        "jaren": ["2024"],
        "cijfers": [vast | {"noemer": None, "voorlopig": False, "waarde": None} | rij],
        "vergelijking": [],
        "bron": [],
    }


@pytest.mark.parametrize(
    ("rij", "zin"),
    [
        ({"status": "afgeschermd"}, "In 2024 ging dit in Midden-Drenthe om 7 of minder."),
        ({"status": "ingehouden"}, "staat er niet: daaruit zou een klein aantal te berekenen zijn."),
        ({"status": "ingehouden", "noemer": 0}, "Over 2024 zijn er in Midden-Drenthe geen gegevens"),
        ({"status": "afgerond", "waarde": "15"}, "In 2024 was dit in Midden-Drenthe 15."),
        (
            {"status": "afgerond", "waarde": "15", "voorlopig": True},
            "In 2024 was dit in Midden-Drenthe 15; dat kan nog veranderen.",
        ),
        (
            {"status": "afgerond", "waarde": "15", "periode": "2026"},
            "In 2026 is dit in Midden-Drenthe tot nu toe 15.",
        ),
    ],
)
def test_a_figure_says_what_it_is_or_why_it_is_not_there(rij, zin):
    with translation.override("nl"):
        een = compose_figure(
            figure(**rij),
            "geld",
            {"gemeente": "GM1731", "gemeentenaam": "Midden-Drenthe"},
            "nl",
            tonen=frozenset({"verloop"}),
        )
    assert zin in een.kernzin
    if "waarde" not in rij:
        assert "15" not in str(een)


def test_a_document_has_only_styles_that_it_knows():
    with pytest.raises(KeyError):
        Document("t", "a", "nl").paragraph("x", "Onbekend")
