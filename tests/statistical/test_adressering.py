"""Nothing in the region shifts because something else changes: chance is addressed."""

from datetime import date

import numpy as np
import pytest

from koers.simulation.proefregio import aannamen, feiten_licht, maak_proefregio
from koers.simulation.proefregio.stroom import Kwantielen
from tests.statistical.conftest import VRAAG

# What holds today's state beside facts: columns that a later end date may fill in or change.
STAND = {
    "personen": {
        "bsn_index",
        "bsn_reden",
        "geslacht",
        "geboortedatum",
        "verwachte_geboortedatum",
        "voornaam",
    },
    "gezinnen": {"gemeente", "praktijk"},
    "huishoudens": {"geheim", "geheim_vastgelegd_at"},
    "bewoning": {"einddatum"},
    "gezag": {"einddatum"},
    "casussen": {"uitkomst", "uitkomst_vastgelegd_at", "einddatum", "einde_vastgelegd_at"},
    "verantwoordelijkheid": {"einddatum"},
    "lichte_hulp": {
        *("startdatum", "start_vastgelegd_at", "einddatum", "einde_vastgelegd_at"),
        *("minuten", "gesprekken", "uitkomst"),
    },
    "maatregelen": {"einddatum", "einde_vastgelegd_at"},
    "voorziening_gebruik": {"einddatum"},
}


def _verschillen(a, b):
    return {n for n in a.tabellen() if getattr(a, n).tobytes() != getattr(b, n).tobytes()}


@pytest.mark.parametrize("tot", [date(2021, 3, 31), date(2022, 12, 31)])
def test_a_later_end_date_only_adds_facts(klein, tot):
    vroeg = maak_proefregio(**(VRAAG | {"tot": tot}))
    avond = np.datetime64(tot) + np.timedelta64(23, "h")
    for naam, tabel in vroeg.tabellen().items():
        if "vastgelegd_at" not in tabel.dtype.names:
            continue
        later = getattr(klein, naam)
        later = later[later["vastgelegd_at"] <= avond]
        assert len(later) == len(tabel), naam
        for kolom in set(tabel.dtype.names) - STAND.get(naam, set()):
            assert later[kolom].tobytes() == tabel[kolom].tobytes(), (naam, kolom)


def test_a_change_in_one_table_leaves_all_others_alone(klein, monkeypatch):
    monkeypatch.setitem(aannamen.VOORLIGGEND_PROMILLE, "specialistisch", 900)
    assert _verschillen(klein, maak_proefregio(**VRAAG)) == {"voorziening_gebruik"}


def test_late_bills_change_only_the_bills(klein, monkeypatch):
    monkeypatch.setattr(aannamen, "MELD_DECLARATIE", Kwantielen((0, 60), (1000, 90)))
    assert _verschillen(klein, maak_proefregio(**VRAAG)) == {"declaraties"}


def test_an_extra_table_that_draws_leaves_all_others_alone(klein, monkeypatch):
    echt = feiten_licht.ervaringen

    def met_meer(w, e, einde_at, snede):
        w.stroom("een nieuwe tabel").deel(e["sleutel"], 1)
        w.stroom("ervaringen").deel(e["sleutel"][::-1], 99)
        return echt(w, e, einde_at, snede)

    monkeypatch.setattr(feiten_licht, "ervaringen", met_meer)
    assert _verschillen(klein, maak_proefregio(**VRAAG)) == set()
