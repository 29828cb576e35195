"""New families: who the children are. Households, parents' rights and moves follow in `huishoudens`.

Keys carry their address: family = municipality, year of arrival, class of arrival, serial; child =
family x 16 + number (parents and foster parents take the higher numbers). So a key never depends on
what happens in another municipality, class or later year.
"""

from typing import Final

import numpy as np

from koers.simulation.proefregio.bak import Bak
from koers.simulation.proefregio.kalender import begin_jaar, is_schrikkeldag, jaar_van
from koers.simulation.proefregio.stroom import Getallen, Maskers, Stroom

# All assumptions: number of children at home over the years (1..5), twins, months between births, leap days.
AANTAL_KINDEREN: Final = (220, 470, 220, 70, 20)
TWEELING_PROMILLE: Final = 35
TUSSEN_GEBOORTEN: Final = (430, 1650)
MEESTE: Final = 5
OUDER_A, OUDER_B, PLEEG_A, PLEEG_B = 11, 12, 13, 14
SCHRIKKEL_PROMILLE: Final = 300  # of the children born within ten days of 29 February: a demo needs leap days
_TWINTIG_JAAR: Final = 7305


def gezin_sleutel(gemeente: Getallen, jaar: int, klasse: int, volgnummer: Getallen) -> Getallen:
    """Key of a family; municipality < 16, year 2000-2063, class < 8, serial < 65,536."""
    return (((gemeente * 64 + (jaar - 2000)) * 8 + klasse) << 16) + volgnummer


def _op_schrikkeldag(geboorte: Getallen, mag: Maskers) -> Getallen:
    """Move some births near the end of February of a leap year to the 29th."""
    dag29 = begin_jaar(jaar_van(geboorte)) + 59
    return np.where(mag & is_schrikkeldag(dag29) & (np.abs(geboorte - dag29) <= 10), dag29, geboorte)


def _geboortedagen(
    stroom: Stroom, sleutel: Getallen, eerste: Getallen
) -> tuple[Getallen, Maskers, Getallen, Getallen]:
    """Birth days [family, child 0-4 in order of birth], which exist, number of the arriving child, twin pair.

    `eerste` is the birth day of the child that brings the family in; the twin pair is the number of its
    first half, or -1.
    """
    aantal = stroom.keuze(sleutel, AANTAL_KINDEREN, stap=1) + 1
    plek = stroom.geheel(sleutel, 0, aantal - 1, stap=2)
    paar = np.where(plek < aantal - 1, plek, plek - 1)
    paar = np.where((aantal > 1) & stroom.kans(sleutel, TWEELING_PROMILLE, stap=3), paar, -1)
    sprong = np.stack(
        [stroom.geheel(sleutel, *TUSSEN_GEBOORTEN, stap=10 + k) for k in range(MEESTE - 1)], axis=1
    )
    sprong[np.arange(MEESTE - 1)[None, :] == paar[:, None]] = 0
    som = np.concatenate([np.zeros((len(sleutel), 1), dtype=np.int64), np.cumsum(sprong, axis=1)], axis=1)
    dagen = eerste[:, None] + som - np.take_along_axis(som, plek[:, None], axis=1)
    bestaat = np.arange(MEESTE)[None, :] < aantal[:, None]
    mag = np.broadcast_to(stroom.kans(sleutel, SCHRIKKEL_PROMILLE, stap=4)[:, None], dagen.shape)
    return _op_schrikkeldag(dagen.ravel(), mag.ravel()).reshape(dagen.shape), bestaat, plek, paar


def nieuwe_gezinnen(
    stroom: Stroom,
    gezinnen: Bak,
    kinderen: Bak,
    *,
    sleutel: Getallen,
    gemeente: Getallen,
    dag: Getallen,
    eerste: Getallen,
) -> Getallen:
    """Add families that arrive on `dag` with a child born on `eerste`. Returns the row of that child.

    Older brothers and sisters of twenty and over are left out: they are no young people in this file.
    """
    geboorte, bestaat, plek, paar = _geboortedagen(stroom, sleutel, eerste)
    nummers = np.broadcast_to(np.arange(MEESTE), geboorte.shape)
    is_eerste = nummers == plek[:, None]
    bestaat = bestaat & ((geboorte > (dag - _TWINTIG_JAAR)[:, None]) | is_eerste)
    tweeling = (paar[:, None] >= 0) & ((nummers == paar[:, None]) | (nummers == paar[:, None] + 1))
    rij_gezin = gezinnen.voeg_toe(
        sleutel=sleutel,
        gemeente=gemeente,
        praktijk=-1,
        aankomst=dag,
        kinderen=bestaat.sum(axis=1),
        verhuisd=0,
        naar=-1,
    )
    rij, kolom = np.nonzero(bestaat)
    kind_sleutel = sleutel[rij] * 16 + kolom
    rijen = kinderen.voeg_toe(
        sleutel=kind_sleutel,
        gezin=rij_gezin[rij],
        nummer=kolom,
        gemeente=gemeente[rij],
        geboorte=geboorte[rij, kolom],
        vrouw=stroom.kans(kind_sleutel, 490, stap=5).astype(np.int64),
        tweeling=(tweeling & bestaat)[rij, kolom].astype(np.int64),
        episodes=0,
        vrij=-1_000_000,
        specialistisch_tot=-1_000_000,
    )
    return rijen[is_eerste[rij, kolom]]


def broer_of_zus(kinderen: Bak, leider: Getallen, dag: Getallen) -> Getallen:
    """Row of the next or previous child of the family, one to seventeen years old, or -1; twins first."""
    beste, score = np.full(len(leider), -1, dtype=np.int64), np.zeros(len(leider), dtype=np.int64)
    # Children of one family stand next to each other in order of birth.
    for stap in (1, -1):
        buur = np.clip(leider + stap, 0, len(kinderen) - 1)
        leeftijd = dag - kinderen["geboorte"][buur]
        goed = (kinderen["gezin"][buur] == kinderen["gezin"][leider]) & (buur != leider)
        goed &= (leeftijd > 365) & (leeftijd < 17 * 365)
        punten = goed * (1 + 2 * (kinderen["geboorte"][buur] == kinderen["geboorte"][leider]))
        beste = np.where(punten > score, buur, beste)
        score = np.maximum(score, punten)
    return beste
