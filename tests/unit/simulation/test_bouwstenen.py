"""Population, names, places, institutions, providers, test numbers."""

from collections import Counter

import numpy as np
import pytest

from koers.simulation.proefregio import (
    AANBIEDERS,
    ACHTERNAMEN,
    GEBIEDEN,
    GEMEENTEN,
    MIDDEN_DRENTHE,
    PLAATS_GEBIED,
    PLAATSEN,
    PRAKTIJK_BEILEN,
    PRAKTIJKEN,
    PRODUCTEN,
    SCHOLEN,
    STRATEN,
    VOORNAMEN,
    VOORZIENINGEN,
    bsn_testbereik,
    postcode,
)
from koers.simulation.proefregio.aanbieders import gewichten, productcode, tarieven
from koers.simulation.proefregio.aannamen import DOOR_BIJ_NIVEAU, POH_MINUTEN, VERVOLG
from koers.simulation.proefregio.bak import Bak
from koers.simulation.proefregio.bevolking import leeftijden_anker, tel_bevolking
from koers.simulation.proefregio.codes import DOOR, DOOR_ROUTE, DOOR_VERWIJZER

JAREN = range(2015, 2027)
HEEL = 1_000_000


def test_published_youth_numbers_are_met_exactly():
    b = tel_bevolking(JAREN, HEEL)[:, JAREN.index(2021)]
    assert b[:, :19].sum(axis=1).tolist() == [g.jeugd_0_18 for g in GEMEENTEN]
    assert b[:, :19].sum() == 97_536


def test_population_fits_the_kwb_share_of_0_to_14():
    for g in GEMEENTEN:
        aandeel = sum(leeftijden_anker(g)[:15]) / g.bevolking * 100
        assert aandeel == pytest.approx(g.honderdste_pct_0_14 / 100, abs=0.01)


def test_scaled_parts_add_up_to_the_scaled_total():
    heel, deel = tel_bevolking(JAREN, HEEL), tel_bevolking(JAREN, 50_000)
    assert np.abs(deel.sum(axis=2) - heel.sum(axis=2) / 20).max() < 1
    assert (deel >= 0).all()


def test_exactly_9091_test_numbers_pass_the_elfproef():
    bsn = bsn_testbereik()
    assert len(bsn) == 9_091
    assert (bsn[0], bsn[-1]) == (999_900_006, 999_999_990)
    # Written out the slow way, for each number.
    for nummer in bsn.tolist():
        cijfers = [int(c) for c in str(nummer)]
        assert (sum(w * c for w, c in zip(range(9, 1, -1), cijfers, strict=False)) - cijfers[8]) % 11 == 0


def test_no_provider_or_address_can_be_real():
    assert all(a.agb.startswith("99") and len(a.agb) == 8 for a in AANBIEDERS)
    assert len({a.agb for a in AANBIEDERS}) == len(AANBIEDERS)
    codes = {postcode(p, k) for p in range(len(PLAATSEN)) for k in range(3)}
    assert all(len(c) == 7 and c[-2:] in {"SA", "SD", "SS"} and c[0] != "0" for c in codes)
    assert all(len(s) <= 24 for s in STRATEN)


def test_about_twenty_providers_over_both_regions():
    assert 18 <= sum(a.soort == 0 for a in AANBIEDERS) <= 22
    assert (gewichten(range(2012, 2041)).sum(axis=3) > 0).all()


def test_products_cover_the_levels_and_fit_the_standard():
    assert {p.niveau for p in PRODUCTEN} == {4, 5, 6, 7, 8}
    assert all(p.hulpvorm in {2, 3, 4, 11, 12, 13, 14} and 40 <= p.categorie <= 55 for p in PRODUCTEN)
    # iJw CS338: etmaal, dagdeel and stuks go with frequency 2, 4 or 6.
    assert all(p.frequentie in {2, 4, 6} for p in PRODUCTEN)
    codes = [productcode(r, p) for r in range(2) for p in range(len(PRODUCTEN))]
    assert len(set(codes)) == len(codes)
    assert all(len(c) == 5 for c in codes)


def test_tariffs_are_flat_before_2020_and_rise_after():
    t = tarieven(range(2012, 2027))
    assert (t[:, :, 0] == t[:, :, 7]).all()
    assert (np.diff(t[:, :, 7:], axis=2) > 0).all()
    assert (t[1] <= t[0]).all()


def test_areas_of_midden_drenthe():
    namen = {naam for gemeente, naam in GEBIEDEN if gemeente == MIDDEN_DRENTHE}
    assert namen == {"Beilen", "de Smildes", "Westerbork"}
    assert GEBIEDEN[PLAATS_GEBIED[PLAATSEN.index("Bovensmilde")]] == (MIDDEN_DRENTHE, "de Smildes")


def test_names_of_many_origins_are_kept_apart():
    assert ("van den", "Berg") in ACHTERNAMEN
    assert ("in 't", "Veld") in ACHTERNAMEN
    assert ("El", "Amrani") in ACHTERNAMEN
    assert ("", "Jansen-Bakker") in ACHTERNAMEN
    assert all(len(voor) <= 10 and "|" not in voor + naam for voor, naam in ACHTERNAMEN)
    alles = "".join(VOORNAMEN) + "".join(naam for _, naam in ACHTERNAMEN)
    assert set("éëïöçşğİŁ'-") <= set(alles)


@pytest.mark.parametrize("lijst", [PRAKTIJKEN, SCHOLEN, VOORZIENINGEN])
def test_institution_names_are_unique_in_a_municipality(lijst):
    dubbel = [k for k, n in Counter((i.gemeente, i.naam) for i in lijst).items() if n > 1]
    assert dubbel == []
    assert {i.gemeente for i in lijst} == set(range(12))


def test_the_practice_of_the_example_is_in_beilen():
    assert PLAATSEN[PRAKTIJKEN[PRAKTIJK_BEILEN].plaats] == "Beilen"


def test_chances_add_up():
    assert all(sum(rij) == 1000 for rij in VERVOLG.values())
    assert all(sum(rij) == 1000 for rij in DOOR_BIJ_NIVEAU)
    assert len(DOOR) == len(DOOR_ROUTE) == len(DOOR_VERWIJZER)
    # 4.7 hours; whole minutes are rounded down, which costs half a minute.
    assert POH_MINUTEN.gemiddelde == pytest.approx(4.7 * 60 + 0.5, abs=0.5)


def test_a_batch_must_bring_every_column():
    bak = Bak("a", "b")
    assert bak.voeg_toe(a=np.array([1, 2]), b=0).tolist() == [0, 1]
    assert bak.voeg_toe(a=np.array([3]), b=np.array([9])).tolist() == [2]
    assert {naam: kolom.tolist() for naam, kolom in bak.neem(np.array([2, 0])).items()} == {
        "a": [3, 1],
        "b": [9, 0],
    }
    with pytest.raises(KeyError, match="columns differ"):
        bak.voeg_toe(a=np.array([1]))
