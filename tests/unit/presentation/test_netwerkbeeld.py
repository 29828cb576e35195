"""The drawing of the network: the same input the same picture, nothing overlaps, and every line is told."""

import re
import xml.etree.ElementTree as ET
from datetime import date
from itertools import combinations

import pytest
from django.utils import translation
from hypothesis import given, settings
from hypothesis import strategies as st

from koers.analytics.netwerk import findings
from koers.policy import beleid
from koers.presentation.beelden.netwerk import (
    KOLOM,
    STRAAL,
    Draad,
    Vak,
    _ends,
    _path,
    netwerk,
    number_places,
    places,
    wrap,
)
from koers.presentation.beleid.delen import Omgeving
from koers.presentation.netwerk import waarvan

DAG = date(2026, 11, 23)


def overlaps(plekken):
    return [
        (a, b)
        for (a, p), (b, q) in combinations(plekken.items(), 2)
        if p.x < q.x + KOLOM and q.x < p.x + KOLOM and p.y < q.y + q.hoog and q.y < p.y + p.hoog
    ]


def crowded(nummers, plekken):
    """Numbers that touch each other or lie on a box."""
    near = [
        (a, b)
        for (a, p), (b, q) in combinations(nummers.items(), 2)
        if (p[0] - q[0]) ** 2 + (p[1] - q[1]) ** 2 < (2 * STRAAL) ** 2
    ]
    return near + [(a, id) for a, p in nummers.items() for id, plek in plekken.items() if plek.covers(*p)]


def drawn(vakken, draden):
    plekken = places(vakken, draden)
    banen = {draad.nummer: _path(punten) for draad, punten in _ends(draden, vakken, plekken)}
    return plekken, number_places(banen, plekken)


def shipped():
    om = Omgeving(beleid(), DAG, lambda soort, id: f"/beleid/{soort}/#{id}")
    draden = waarvan.threads(om)
    return om, draden, waarvan.drawing(draden, findings(om.beleid, DAG), om)


@pytest.mark.parametrize("taal", ["nl", "en"])
def test_the_shipped_network_has_no_overlap_and_every_line_is_in_the_table(taal):
    with translation.override(taal):
        om, draden, beeld = shipped()
        tabel = waarvan.thread_table(draden, om)
        vakken = [
            Vak(een.id, waarvan.taal(een.naam), list(om.beleid.schalen).index(een.schaal), "/x")
            for een in om.beleid.gremia.values()
            if een.status != "opgeheven"
        ]
        plekken, nummers = drawn(vakken, draden)
        assert overlaps(plekken) == []
        assert crowded(nummers, plekken) == []
        assert shipped()[2] == beeld
    tekening = ET.fromstring(beeld)
    in_beeld = [een.text for een in tekening.iter("text") if een.get("class") == "netwerk__nummer"]
    assert in_beeld == [rij.cellen[0].tekst for rij in tabel.rijen] == [str(d.nummer) for d in draden]
    assert len(list(tekening.iter("path"))) == len(draden)
    assert len(list(tekening.iter("a"))) == len(vakken)


def test_what_is_missing_is_dashed_and_comes_first():
    _om, draden, beeld = shipped()
    assert [draad.staat for draad in draden][:3] == ["ontbreekt"] * 3
    assert beeld.count('class="netwerk__draad netwerk__draad--ontbreekt"') == 3
    assert [d.van for d in draden if d.staat == "voorgesteld"].count("beleidsoverleg") == 1


names = st.text("abcdefghij klmnop", min_size=1, max_size=60).filter(str.strip)


@given(st.lists(st.tuples(names, st.integers(0, 5)), min_size=1, max_size=20))
@settings(max_examples=60)
def test_boxes_never_overlap_and_names_fit(boxes):
    vakken = [Vak(str(n), naam, kolom, "/x") for n, (naam, kolom) in enumerate(boxes)]
    draden = [Draad(n + 1, "0", str(n), "zwak", "x") for n in range(1, len(boxes))]
    plekken, _nummers = drawn(vakken, draden)
    assert overlaps(plekken) == []
    for naam, _kolom in boxes:
        assert "".join(wrap(naam)).replace("-", "").replace(" ", "") == naam.replace(" ", "")


def test_planted_overlaps_are_found():
    plekken = places([Vak("a", "een", 0, "/x"), Vak("b", "twee", 0, "/x")], [])
    assert overlaps(plekken) == []
    assert overlaps({"a": plekken["a"], "b": plekken["a"]}) == [("a", "b")]
    assert crowded({1: (10.0, 10.0), 2: (12.0, 10.0)}, {}) == [(1, 2)]
    assert crowded({1: (plekken["a"].x + 1, plekken["a"].y + 1)}, plekken) == [(1, "a")]


def test_what_comes_in_is_escaped():
    beeld = netwerk(
        id="n",
        titel="<t>",
        omschrijving="o",
        kolommen=["<k>"],
        vakken=[Vak("a", "<b>", 0, "/x")],
        draden=[],
    )
    assert "<b>" not in beeld
    assert "&lt;b&gt;" in beeld
    assert re.search(r"<title[^>]*>&lt;t&gt;", beeld)
