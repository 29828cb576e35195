"""The made region: the same bytes for the same question, and what must be in it."""

from datetime import date

import numpy as np
import pytest

from koers.simulation.proefregio import (
    GEMEENTEN,
    MIDDEN_DRENTHE,
    OPMERKINGEN,
    TABELLEN,
    codes,
    ijking,
    ijkregel,
    maak_proefregio,
)
from koers.simulation.proefregio.kalender import GEEN
from koers.simulation.proefregio.kolommen import Kolom, Tabel, ids
from koers.simulation.proefregio.spellen import rij_van, spellen
from tests.statistical.conftest import VRAAG

# Pinned, so that two machines (or two versions of numpy) that differ are noticed. A change of the
# generator itself changes it too: then look at the calibration and write the new one here.
VINGERAFDRUK = "63e3a556226f920392a158791df312cb9ed06c87ea416676831070fdd1451543"


def test_same_question_same_bytes(klein):
    weer = maak_proefregio(**VRAAG)
    for naam, tabel in klein.tabellen().items():
        assert tabel.tobytes() == getattr(weer, naam).tobytes(), naam
    assert klein.vingerafdruk() == weer.vingerafdruk() == VINGERAFDRUK


def test_another_seed_or_scale_is_another_region(klein):
    ander = maak_proefregio(seed=2, schaal=0.01, tot=VRAAG["tot"])
    assert ander.vingerafdruk() != klein.vingerafdruk()
    assert 0.35 < len(ander.trajecten) / len(klein.trajecten) < 0.65
    assert 0.45 < ander.bevolking["aantal"].sum() / klein.bevolking["aantal"].sum() < 0.55
    wie = ["id", "geboortedatum"]
    assert np.intersect1d(ander.personen[wie], klein.personen[wie]).size < len(ander.personen) / 100


@pytest.mark.parametrize(
    ("anders", "zin"),
    [
        ({"seed": -1}, "seed"),
        ({"schaal": 0.0}, "schaal"),
        ({"schaal": 50.0}, "schaal"),
        ({"schaal": float("nan")}, "schaal"),
        ({"tot": date(2018, 12, 31)}, "before tot"),
        ({"tot": date(2051, 1, 1)}, "2039"),
        ({"van": date(2014, 1, 1)}, "2015"),
    ],
)
def test_what_cannot_be_made_is_refused(anders, zin):
    with pytest.raises(ValueError, match=zin):
        maak_proefregio(**(VRAAG | anders))


def test_every_table_follows_its_description(klein):
    assert set(klein.tabellen()) == set(TABELLEN)
    for naam, tabel in klein.tabellen().items():
        beschrijving = TABELLEN[naam]
        assert tabel.dtype == beschrijving.dtype
        assert len(tabel) > 0, naam
        assert set(beschrijving.sleutel) <= {k.naam for k in beschrijving.kolommen}
        assert all(k.uitleg for k in beschrijving.kolommen)


def test_every_index_and_code_points_into_its_list(klein):
    import koers.simulation.proefregio as pakket

    for naam, tabel in klein.tabellen().items():
        for k in TABELLEN[naam].kolommen:
            if k.soort not in {"code", "index"}:
                continue
            if k.soort == "code":
                grens = len(getattr(codes, k.naar))
            elif "." in k.naar:
                grens = len(getattr(klein, k.naar.split(".")[0]))
            else:
                lijst = getattr(pakket, k.naar.removesuffix("()"))
                grens = len(lijst() if callable(lijst) else lijst)
            waarden = tabel[k.naam]
            assert waarden.min() >= -1, (naam, k.naam)
            assert waarden.max() < grens, (naam, k.naam)


def test_tables_refuse_wrong_columns():
    tabel = Tabel("t", "a test", ("a",), (Kolom("a", "getal", "a number"), Kolom("b", "dag", "a day")))
    assert tabel.bouw(a=np.array([2, 1]), b=np.array([0, 1]))["a"].tolist() == [1, 2]
    with pytest.raises(KeyError, match="t:"):
        tabel.bouw(a=np.array([1]))


def test_all_three_routes_all_verwijzers_and_all_levels_are_there(klein):
    assert set(klein.meldingen["route"].tolist()) == {0, 1, 2}
    assert set(klein.meldingen["verwijzer"].tolist()) == {1, 2, 3, 4, 5, 6, 8}
    assert set(klein.trajecten["niveau"].tolist()) == {4, 5, 6, 7, 8}
    assert set(klein.traject_feiten["soort"].tolist()) == {0, 1, 2, 3}
    assert set(klein.toewijzingen["vervolg"].tolist()) >= {0, 1, 2, 3, 5}
    assert set(klein.toewijzing_wijzigingen["reden"].tolist()) >= {1, 4}
    assert set(np.unique(klein.declaraties["soort"]).tolist()) == {0, 1}


def test_the_traps_of_the_trade_are_there(klein):
    p = klein.personen
    assert p["tweeling"].sum() >= 2
    assert klein.huishoudens["geheim"].any()
    geboren = p["geboortedatum"].astype("datetime64[D]").astype(str)
    assert any(d.endswith("02-29") for d in geboren)
    nu = klein.bewoning[np.isnat(klein.bewoning["einddatum"])]
    assert np.unique(nu["persoon"], return_counts=True)[1].max() == 2
    assert (klein.gezag["soort"] == codes.GEZAG.index("voogd_instelling")).any()
    per_kind = np.unique(klein.gezag["kind"][klein.gezag["soort"] == 0], return_counts=True)[1]
    met_b = p[(p["rol"] == 0) & (p["ouder_b"] >= 0)]
    assert (per_kind == 1).sum() > (p["rol"] == 0).sum() - len(met_b)  # some known parent has no gezag
    per_melding = np.unique(klein.casussen["melding"], return_counts=True)[1]
    assert per_melding.max() > 1
    assert (klein.traject_feiten["vervangt"] >= 0).any()
    laat = klein.declaraties["ontvangstdatum"] - klein.declaraties["maand"]
    assert (laat > np.timedelta64(120, "D")).any()


def test_twins_share_a_birthday(klein):
    tweelingen = klein.personen[klein.personen["tweeling"] & ~np.isnat(klein.personen["geboortedatum"])]
    _, aantal = np.unique(tweelingen[["gezin", "geboortedatum"]], return_counts=True)
    assert (aantal == 2).all()


def test_brothers_and_sisters_have_their_own_first_name(klein):
    kinderen = klein.personen[(klein.personen["rol"] == 0) & (klein.personen["voornaam"] >= 0)]
    _, aantal = np.unique(kinderen[["gezin", "voornaam"]], return_counts=True)
    assert aantal.max() == 1


def test_test_numbers_go_to_midden_drenthe_first(klein):
    gezin = rij_van(ids(klein.gezinnen), ids(klein.personen, "gezin"))
    hier = klein.gezinnen["gemeente"][gezin] == MIDDEN_DRENTHE
    zonder = klein.personen["bsn_reden"][hier & (klein.personen["bsn_index"] < 0)]
    assert set(zonder.tolist()) <= {codes.BSN_REDEN.index("ongeboren")}


def test_later_care_of_one_family_keeps_its_practice_in_its_municipality(klein):
    from koers.simulation.proefregio import PRAKTIJKEN

    via = klein.meldingen[klein.meldingen["praktijk"] >= 0]
    plaats = np.array([p.gemeente for p in PRAKTIJKEN])[via["praktijk"]]
    assert (plaats == via["gemeente"]).all()


def test_spells_follow_the_facts_one_by_one(klein):
    """The slow way: walk the facts of each traject in order of recording."""
    stand: dict[int, list] = {}
    for f in klein.traject_feiten[np.argsort(klein.traject_feiten["vastgelegd_at"], kind="stable")]:
        begin_einde = stand.setdefault(int(f["traject"]), [None, None])
        if f["soort"] == codes.START:
            begin_einde[0] = f["datum"]
        if f["soort"] == codes.STOP:
            begin_einde[1] = f["datum"]
    spel = spellen(klein)
    for rij, sleutel in enumerate(klein.trajecten["id"].tolist()):
        begin, einde = stand[sleutel]
        assert spel.start[rij] == begin.astype(np.int64)
        assert spel.einde[rij] == (GEEN if einde is None else einde.astype(np.int64))


def test_spells_know_when_they_run(klein):
    spel = spellen(klein)
    dag = int(np.datetime64("2022-07-01").astype(np.int64))
    loopt = spel.loopt(dag, dag)
    paren = zip(spel.start, spel.einde, strict=True)
    assert loopt.sum() == sum(b <= dag and (e == GEEN or e >= dag) for b, e in paren)
    assert 0 < loopt.sum() < len(loopt)


def test_calibration_table_says_what_it_counts(klein):
    regels = ijking(klein)
    assert {r.opmerking for r in regels} == set(OPMERKINGEN)
    assert all(r.toelichting == OPMERKINGEN[r.opmerking] for r in regels)
    namen = [r.naam for r in regels]
    assert namen.count("aandeel-jeugdzorg") == len(GEMEENTEN) + 2
    for r in regels:
        if r.gemaakt is not None and r.teller is not None and r.noemer and r.eenheid == "pct":
            assert r.gemaakt == pytest.approx(100 * r.teller / r.noemer, rel=0.01)


def test_calibration_does_not_judge_what_cannot_be_known_yet(klein):
    oordeel = {(r.naam, r.gebied, r.periode): r.oordeel for r in ijking(klein)}
    assert oordeel["aandeel-jeugdzorg", "Drenthe", "2015"] == ijkregel.NIET_GEMAAKT
    assert oordeel["verwijzingen-team-jeugd", "Midden-Drenthe", "2024-08"] == ijkregel.TE_VROEG
    assert oordeel["uitgaven-nodig", "Midden-Drenthe", "2023"] == ijkregel.OPEN_VRAAG
    assert oordeel["inwoners-0-18", "Drenthe", "2021"] == ijkregel.BINNEN
    assert ijkregel.BUITEN not in oordeel.values()
