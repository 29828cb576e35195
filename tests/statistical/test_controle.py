"""A made region holds its invariants, and each planted fault is found by the sentence that is about it."""

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from koers.simulation.proefregio import codes, controleer, maak_proefregio


@pytest.mark.parametrize(
    ("seed", "schaal", "tot"),
    [
        (2, 0.05, date(2026, 2, 28)),
        (3, 0.02, date(2020, 2, 29)),
        (4, 0.005, date(2024, 12, 31)),
        (5, 0.001, date(2021, 7, 4)),
        (6, 0.03, date(2030, 1, 1)),
    ],
)
def test_made_regions_have_no_faults(seed, schaal, tot):
    assert controleer(maak_proefregio(seed=seed, schaal=schaal, tot=tot)) == []


def test_a_region_from_another_first_day_has_no_faults():
    regio = maak_proefregio(seed=7, schaal=0.02, van=date(2022, 5, 1), tot=date(2024, 5, 1))
    assert controleer(regio) == []
    assert regio.declaraties["maand"].min() == np.datetime64("2022-05-01")


def test_the_whole_of_drenthe_has_no_faults(heel):
    assert controleer(heel) == []


def _met(regio, naam, verander):
    tabel = getattr(regio, naam).copy()
    nieuw = verander(tabel)
    return replace(regio, **{naam: tabel if nieuw is None else nieuw})


def _zet(kolom, rij, waarde):
    def verander(tabel):
        tabel[kolom][rij] = waarde(tabel[kolom][rij]) if callable(waarde) else waarde

    return verander


def _eerste(tabel, voorwaarde):
    return int(np.argmax(voorwaarde(tabel)))


def _waar(kolom, voorwaarde, waarde):
    """Change a column in the first row for which the condition holds."""

    def verander(tabel):
        rij = _eerste(tabel, voorwaarde)
        tabel[kolom][rij] = waarde(tabel[kolom][rij]) if callable(waarde) else waarde

    return verander


def _schuif(kolom, dagen):
    def verander(tabel):
        tabel[kolom] += np.timedelta64(dagen, "D")

    return verander


def _dagen(aantal):
    return lambda d: d + np.timedelta64(aantal, "D")


def _moment(dag):
    return np.datetime64(f"{dag}T12:00:00")


def _van_kind(t):
    return t["persoon"] % 16 < 5


def _zonder(rij):
    return lambda tabel: np.delete(tabel, rij)


def _is_stop(t):
    return t["soort"] == codes.STOP


def _is_start(t):
    return t["soort"] == codes.START


FOUTEN = [
    ("personen", _schuif("geboortedatum", -365 * 9), "eighteen or older"),
    ("personen", _schuif("geboortedatum", 365 * 3), "before birth"),
    ("traject_feiten", _waar("datum", _is_start, _dagen(-900)), "start outside"),
    ("traject_feiten", _waar("datum", _is_stop, _dagen(-4000)), "stop before the start"),
    ("traject_feiten", _waar("datum", _is_stop, _dagen(1500)), "stop after the toewijzing"),
    ("traject_feiten", _waar("reden", _is_stop, 20), "stop without a JZ588 reason"),
    ("traject_feiten", _waar("reden", _is_start, 31), "reason where none belongs"),
    ("traject_feiten", _waar("reden", lambda t: t["soort"] == codes.PAUZE, 31), "without reason 20"),
    ("traject_feiten", _waar("traject", lambda t: t["vervangt"] >= 0, lambda t: t + 16), "correction"),
    ("toewijzingen", _waar("besluit", lambda t: t["besluit"] >= 0, -1), "without exactly one ground"),
    ("toewijzingen", _waar("verwijzing", lambda t: t["verwijzing"] >= 0, 7), "points to nothing"),
    ("toewijzingen", _zet("aanbieder", slice(None), 20), "without a contract"),
    ("toewijzingen", _zet("niveau", 0, lambda n: n + 1), "level differs"),
    ("toewijzingen", _zet("gemeente", slice(None), 5), "other region"),
    ("toewijzingen", _zet("volume", slice(None), 1), "declared more than toegewezen"),
    ("besluiten", _schuif("besluitdatum", 400), "toewijzing before its besluit"),
    ("besluiten", _zet("soort", slice(None), 1), "toewijzing on a refusal"),
    ("besluiten", _zet("vastgelegd_at", slice(None), _moment("2023-06-01")), "recorded before its besluit"),
    ("treden", lambda t: t[t["trede"] > 0], "toekenning with an open step"),
    ("ladder_uitzonderingen", lambda t: t[:0], "toekenning with an open step"),
    ("treden", _schuif("datum", 4_000), "step after the first toekenning"),
    ("meldingen", _zet("verwijzer", 3, 7), "unknown verwijzer"),
    ("meldingen", _waar("route", lambda t: t["route"] == 0, 1), "route does not fit"),
    ("meldingen", _waar("praktijk", lambda t: t["praktijk"] >= 0, -1), "huisarts without practice"),
    ("meldingen", _zet("vastgelegd_at", 0, _moment("2001-01-01")), "recorded before meldingsdatum"),
    ("meldingen", _zet("vastgelegd_at", 0, _moment("2023-07-01")), "recorded after the end date"),
    ("casussen", _zonder(4), "points to nothing in casussen"),
    ("casussen", lambda t: np.concatenate([t, t[-1:]]), "key occurs twice"),
    ("casussen", lambda t: t[::-1].copy(), "not sorted"),
    ("bewoning", _waar("begindatum", _van_kind, _dagen(3)), "without a home"),
    ("bewoning", _zet("einddatum", 0, np.datetime64("9999-01-01")), "not a day of our time"),
    ("gezag", lambda t: t[t["kind"] != t["kind"][0]], "without anybody with gezag"),
    ("gezag", _waar("ouder", lambda t: t["ouder"] >= 0, -1), "gezag of nobody"),
    ("personen", _waar("bsn_index", lambda t: t["bsn_index"] == 3, 4), "BSN given twice"),
    ("personen", _waar("bsn_reden", lambda t: t["bsn_index"] < 0, 0), "no BSN and no reason"),
    ("personen", _zet("bsn_index", 0, 9_091), "outside the test range"),
    ("declaraties", _zet("bedrag_cent", 0, lambda b: b + 1), "volume x tariff"),
    ("declaraties", _schuif("maand", -3_000), "month without care"),
    ("declaraties", _waar("soort", lambda t: t["soort"] == 0, 1), "credit without debet"),
    ("tarieven", _zet("tarief_cent", slice(None), 1), "tariff that is not in the table"),
    ("bevolking", _zet("aantal", slice(None), 0), "more young people known"),
]  # fmt: skip


@pytest.mark.parametrize(("naam", "verander", "zin"), FOUTEN, ids=[f"{n}-{z}" for n, _, z in FOUTEN])
def test_a_planted_fault_is_found(klein, naam, verander, zin):
    assert any(zin in gevonden for gevonden in controleer(_met(klein, naam, verander)))


def test_overlapping_equal_care_is_found(klein):
    """A second traject of the same child at the same provider for the same product, at the same time."""
    rij = _eerste(
        klein.trajecten,
        lambda t: np.isin(t["id"], klein.traject_feiten["traject"][_is_stop(klein.traject_feiten)]),
    )
    oud = int(klein.trajecten["id"][rij])
    nieuw = oud + 9  # a number that no traject of an episode has

    def kopie(tabel, kolommen, bron):
        extra = tabel[tabel[bron] == oud].copy()
        for kolom in kolommen:
            extra[kolom] = nieuw if kolom != "id" or bron == "id" else extra[kolom] + 150
        return np.sort(np.concatenate([tabel, extra]), order=kolommen[0])

    dubbel = replace(
        klein,
        trajecten=kopie(klein.trajecten, ("id", "toewijzing"), "id"),
        toewijzingen=kopie(klein.toewijzingen, ("id",), "id"),
        traject_feiten=kopie(klein.traject_feiten, ("id", "traject"), "traject"),
    )
    assert any("two equal trajecten" in z for z in controleer(dubbel))
