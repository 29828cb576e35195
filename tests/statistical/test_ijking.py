"""All of Drenthe against what is published; and planted faults that put the table off."""

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest

from koers.simulation.proefregio import MIDDEN_DRENTHE, Proefregio, codes, controleer, ijking, ijkregel
from koers.simulation.proefregio.kolommen import ids
from koers.simulation.proefregio.spellen import rij_van, spellen

JUDGED = 10 + 12 + 1  # ten published targets, twelve municipalities, the sources against each other


def _regels(regio: Proefregio) -> dict[tuple[str, str, str], ijkregel.IJkregel]:
    return {(r.naam, r.gebied, r.periode): r for r in ijking(regio)}


def _buiten(regio: Proefregio) -> set[str]:
    return {r.naam for r in ijking(regio) if r.oordeel in {ijkregel.BUITEN, ijkregel.RICHTING_FOUT}}


def test_every_published_figure_is_met_within_three_percent(heel):
    tellen = Counter(r.oordeel for r in ijking(heel))
    assert _buiten(heel) == set()
    assert tellen[ijkregel.BINNEN] == JUDGED
    assert tellen[ijkregel.RICHTING_GOED] == 7  # 2019 up to and including 2025


def test_the_headline_by_hand(heel):
    """9.5% of Midden-Drenthe in 2023, counted child by child."""
    spel = spellen(heel)
    geboren = dict(zip(heel.personen["id"].tolist(), heel.personen["geboortedatum"].tolist(), strict=True))
    begin, einde = (np.datetime64(d).astype(np.int64) for d in ("2023-01-01", "2023-12-31"))
    wie = set()
    for t, start, stop in zip(heel.trajecten, spel.start, spel.einde, strict=True):
        loopt = start <= einde and (stop < 0 or stop >= begin)
        if t["gemeente"] == MIDDEN_DRENTHE and loopt and geboren[int(t["persoon"])].year >= 2004:
            wie.add(int(t["persoon"]))
    regel = _regels(heel)["aandeel-specialistisch", "Midden-Drenthe", "2023"]
    # Born in 2004 or later is eighteen at most on 1 January 2023, but for who was born on that very day.
    assert abs(len(wie) - (regel.teller or 0)) <= 1
    assert regel.gemaakt == pytest.approx(9.5, rel=0.03)


def test_spending_in_midden_drenthe_is_near_twelve_million_or_more(heel):
    regel = _regels(heel)["uitgaven-nodig", "Midden-Drenthe", "2023"]
    assert regel.gepubliceerd == pytest.approx(12_160_000)
    assert regel.gemaakt is not None
    assert 11_500_000 < regel.gemaakt < 14_500_000
    assert regel.oordeel == ijkregel.OPEN_VRAAG


def test_the_two_denominators_add_up(heel):
    regels = [r for r in ijking(heel) if r.naam.startswith("twee-noemers")]
    kwb = _regels(heel)["aandeel-jeugdzorg", "Midden-Drenthe", "2021"]
    assert sum(r.teller or 0 for r in regels) == kwb.teller
    assert {r.noemer for r in regels} == {kwb.noemer}


def test_full_size_has_full_numbers(heel):
    assert 12_000 < len(np.unique(heel.trajecten["persoon"])) < 60_000
    assert len(heel.declaraties) > 400_000
    assert (heel.personen["bsn_index"] >= 0).sum() == 9_091
    geheim = heel.huishoudens["geheim"].mean()
    assert geheim == pytest.approx(0.015, abs=0.002)
    wacht = heel.lichte_hulp[(heel.lichte_hulp["soort"] == 1) & ~np.isnat(heel.lichte_hulp["startdatum"])]
    binnen = (wacht["startdatum"] - wacht["aanvraagdatum"]) <= np.timedelta64(28, "D")
    assert 0.6 < binnen.mean() < 0.9


# --- Planted faults ----------------------------------------------------------------------------------
def _ouder(r: Proefregio, jaren: int) -> Proefregio:
    personen = r.personen.copy()
    personen["geboortedatum"] -= np.timedelta64(366 * jaren, "D")
    return replace(r, personen=personen)


def _twee_jaar_ouder(r: Proefregio) -> Proefregio:
    return _ouder(r, 2)


def test_ages_one_year_off_are_found(heel):
    """Few of those in care are eighteen, so the share itself moves little: the invariants see it first."""
    fout = _ouder(heel, 1)
    assert any("traject started at eighteen or later" in z for z in controleer(fout))
    verschil = _regels(fout)["aandeel-specialistisch", "Midden-Drenthe", "2023"].verschil_pct
    assert (verschil or 0) < -0.5


def _zonder_trajecten(r: Proefregio) -> Proefregio:
    weg = ids(r.trajecten)[::15]
    return replace(
        r,
        trajecten=r.trajecten[~np.isin(r.trajecten["id"], weg)],
        traject_feiten=r.traject_feiten[~np.isin(r.traject_feiten["traject"], weg)],
        declaraties=r.declaraties[~np.isin(r.declaraties["traject"], weg)],
    )


def _huisarts_heet_team_jeugd(r: Proefregio) -> Proefregio:
    meldingen = r.meldingen.copy()
    rijen = np.flatnonzero(meldingen["door"] == codes.HUISARTS)[::8]
    meldingen["door"][rijen] = codes.TEAM_JEUGD
    return replace(r, meldingen=meldingen)


def _dure_verwijzingen(r: Proefregio) -> Proefregio:
    declaraties = r.declaraties.copy()
    casus = rij_van(ids(r.casussen), ids(r.trajecten, "casus"))
    door = r.meldingen["door"][rij_van(ids(r.meldingen), ids(r.casussen, "melding"))][casus]
    van_huisarts = door[rij_van(ids(r.trajecten), ids(declaraties, "traject"))] == codes.HUISARTS
    declaraties["bedrag_cent"][van_huisarts] *= 2
    return replace(r, declaraties=declaraties)


def _stops_te_laat(r: Proefregio) -> Proefregio:
    feiten = r.traject_feiten.copy()
    feiten["datum"][feiten["soort"] == codes.STOP] += np.timedelta64(14, "D")
    return replace(r, traject_feiten=feiten)


def _meer_minuten(r: Proefregio) -> Proefregio:
    hulp = r.lichte_hulp.copy()
    hulp["minuten"] = hulp["minuten"] * 21 // 20
    return replace(r, lichte_hulp=hulp)


def _andere_praktijk(r: Proefregio) -> Proefregio:
    from koers.simulation.proefregio import PRAKTIJK_BEILEN

    hulp, verwijzingen = r.lichte_hulp.copy(), r.verwijzingen.copy()
    for tabel in (hulp, verwijzingen):
        tabel["praktijk"][tabel["praktijk"] == PRAKTIJK_BEILEN + 1] = PRAKTIJK_BEILEN
    return replace(r, lichte_hulp=hulp, verwijzingen=verwijzingen)


def _minder_inwoners(r: Proefregio) -> Proefregio:
    bevolking = r.bevolking.copy()
    bevolking["aantal"] = bevolking["aantal"] * 19 // 20
    return replace(r, bevolking=bevolking)


@pytest.mark.parametrize(
    ("fout", "buiten"),
    [
        (_twee_jaar_ouder, {"aandeel-specialistisch"}),
        (_zonder_trajecten, {"aandeel-specialistisch", "aandeel-jeugdzorg"}),
        (_huisarts_heet_team_jeugd, {"verwijzingen-team-jeugd"}),
        (_dure_verwijzingen, {"uitgaven-team-jeugd", "kosten-licht-traject"}),
        (_stops_te_laat, {"duur-licht-traject"}),
        (_meer_minuten, {"poh-uren"}),
        (_andere_praktijk, {"praktijk-beilen-poh", "praktijk-beilen-aanvragen"}),
        (_minder_inwoners, {"aandeel-specialistisch", "aandeel-jeugdzorg", "inwoners-0-18"}),
    ],
)
def test_a_planted_fault_puts_the_table_off(heel, fout, buiten):
    assert buiten <= _buiten(fout(heel))
