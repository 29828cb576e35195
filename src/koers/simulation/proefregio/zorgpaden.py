"""From the first day of care to its end: trajectories in a chain, one after another and sometimes beside."""

from typing import Final

import numpy as np

from koers.simulation.proefregio import aanbieders, aannamen, codes
from koers.simulation.proefregio.aanbieders import PRODUCTEN
from koers.simulation.proefregio.bak import Bak
from koers.simulation.proefregio.kalender import dag, jaar_van, verjaardag, werkdag
from koers.simulation.proefregio.stroom import Getallen, Maskers, Stroom

Kolommen = dict[str, Getallen]

MEESTE_STUKKEN: Final = 6
STAPEL_NUMMER: Final = 8
_NIVEAU: Final = np.array([p.niveau for p in PRODUCTEN], dtype=np.int64)
_GEWICHT: Final = np.array([p.gewicht for p in PRODUCTEN], dtype=np.int64)
_VANAF: Final = np.array([p.vanaf for p in PRODUCTEN], dtype=np.int64)
_TOT: Final = np.array([p.tot for p in PRODUCTEN], dtype=np.int64)
_EINDLEEFTIJD: Final = np.array([p.eindleeftijd for p in PRODUCTEN], dtype=np.int64)
_VERVOLG: Final = np.array([aannamen.VERVOLG[n] for n in range(4, 9)], dtype=np.int64)
_STAPEL: Final = np.array([aannamen.STAPEL_PROMILLE[n] for n in range(4, 9)], dtype=np.int64)
# Outcome of a draw on _VERVOLG: 0 stop, then the kinds of follow-up, with their change of level.
_SOORT: Final = np.array(
    [-1, codes.HERINDICATIE, codes.OPSCHALING, codes.AFSCHALING, codes.VERHUIZING], dtype=np.int64
)
_STAP_NIVEAU: Final = np.array([0, 0, 1, -1, 0], dtype=np.int64)


_HULPVORM: Final = np.array([p.hulpvorm for p in PRODUCTEN], dtype=np.int64)
_DAGHULP: Final = 3  # CBS hulpvorm
# Cents per day of care at 2019 tariffs: only to order newcomers by what they will cost.
_DAGPRIJS: Final = np.array([sum(p.per_week) * p.tarief // 14 for p in PRODUCTEN], dtype=np.int64)


def uitgaven(stukken: Kolommen | Bak, jaar: int) -> Getallen:
    """What each trajectory costs in a calendar year, about, in cents of 2019."""
    begin, einde = np.maximum(stukken["start"], dag(jaar)), np.minimum(stukken["einde"], dag(jaar, 12, 31))
    return np.maximum(einde - begin + 1, 0) * _DAGPRIJS[stukken["product"]]


def zwaarte(stukken: Kolommen, niveau: Getallen, gestart: Getallen) -> Getallen:
    """An order for episodes that begin at `niveau`: level 4 by the length of the first trajectory (individual
    help, then groups), the others by what all their trajectories will cost. Light care goes before heavier,
    what starts before what never will."""
    dagen = stukken["einde"] - stukken["start"] + 1
    uit = np.zeros(len(niveau), dtype=np.int64)
    np.add.at(uit, stukken["rij"], dagen * _DAGPRIJS[stukken["product"]])
    eerste = np.flatnonzero(stukken["nummer"] == 0)
    rij = stukken["rij"][eerste]
    lengte = dagen[eerste] + np.where(_HULPVORM[stukken["product"][eerste]] == _DAGHULP, 1 << 20, 0)
    uit[rij] = np.where(niveau[rij] == 4, lengte, uit[rij])
    return (niveau << 40) + np.where(gestart == 1, 0, 1 << 38) + uit


class Zorgaanbod:
    """Which product and which provider: by level, age, region and year."""

    def __init__(self, seed: int, jaren: range) -> None:
        self._stroom = Stroom(seed, "aanbod")
        self._jaren = jaren
        self._gewichten = aanbieders.gewichten(jaren)

    def product(self, sleutel: Getallen, niveau: Getallen, leeftijd: Getallen) -> Getallen:
        """A product of the level that takes this age."""
        past = (niveau[:, None] == _NIVEAU) & (leeftijd[:, None] >= _VANAF) & (leeftijd[:, None] <= _TOT)
        return self._stroom.keuze(sleutel, np.where(past, _GEWICHT, 0), stap=1)

    def aanbieder(
        self, sleutel: Getallen, product: Getallen, gemeente: Getallen, dag: Getallen, stap: int = 2
    ) -> Getallen:
        """A provider with a contract for the product in the municipality's region that year."""
        return self._stroom.keuze(sleutel, self._rij(product, gemeente, dag), stap=stap)

    def levert(self, aanbieder: Getallen, product: Getallen, gemeente: Getallen, dag: Getallen) -> Maskers:
        """Has this provider such a contract?"""
        rij = self._rij(product, gemeente, dag)
        return np.take_along_axis(rij, np.maximum(aanbieder, 0)[:, None], axis=1)[:, 0] > 0

    def _rij(self, product: Getallen, gemeente: Getallen, dag: Getallen) -> Getallen:
        jaar = np.clip(jaar_van(dag) - self._jaren.start, 0, len(self._jaren) - 1)
        return self._gewichten[aanbieders.GEMEENTE_REGIO[gemeente], product, jaar]


def einddagen(
    stroom: Stroom, sleutel: Getallen, product: Getallen, start: Getallen, geboorte: Getallen, groep: Getallen
) -> Getallen:
    """Last day of each trajectory: its own length, cut at the age where the law or the product ends it."""
    u = stroom.gelaagd(sleutel, groep * aanbieders.AANTAL + product, stap=3)
    einde = start.copy()
    for p, soort in enumerate(PRODUCTEN):
        rijen = np.flatnonzero(product == p)
        einde[rijen] = start[rijen] + soort.duur(u[rijen]) - 1
    # Jeugdwet 1.1: what started before eighteen may go on until 23 where it is needed.
    mag = np.isin(_NIVEAU[product], (5, 6, 7)) & (einde >= verjaardag(geboorte, 18))
    verlengd = stroom.kans(sleutel, aannamen.VERLENGD_PROMILLE, stap=5) & mag
    einde += np.where(verlengd, stroom.geheel(sleutel, *aannamen.VERLENGD_DAGEN, stap=12), 0)
    tot_leeftijd = np.where(verlengd, stroom.geheel(sleutel, 20, 23, stap=6), _EINDLEEFTIJD[product])
    grens = verjaardag(geboorte, tot_leeftijd) - 1
    return np.maximum(np.minimum(einde, grens), start)


def keten(
    stroom: Stroom, aanbod: Zorgaanbod, *, episode: Kolommen, enig_kind: Maskers, verhuisd: Maskers
) -> tuple[Kolommen, Kolommen]:
    """The trajectories of new episodes of specialised care.

    `episode` holds sleutel, gemeente, start, geboorte, niveau, gestart. Returns the pieces (episode row,
    nummer, gemeente, niveau, product, aanbieder, start, einde, vervolg) and, per row of `episode`, the
    move it leads to: `naar` (municipality or -1) and `verhuisdag`.
    """
    stukken: list[Kolommen] = []
    n = len(episode["sleutel"])
    verhuizing = {"naar": np.full(n, -1, dtype=np.int64), "verhuisdag": np.zeros(n, dtype=np.int64)}
    stand = {k: episode[k].copy() for k in ("gemeente", "start", "niveau", "geboorte", "sleutel")}
    stand |= {
        "rij": np.arange(n),
        "vervolg": np.zeros(n, dtype=np.int64),
        "vorige": np.full(n, -1, dtype=np.int64),
    }
    mag_weg = enig_kind & ~verhuisd
    for nummer in range(MEESTE_STUKKEN):
        stuk = _stuk(stroom, aanbod, stand, nummer)
        stukken.append(stuk)
        stand = _vervolg(stroom, stand, stuk, nummer, mag_weg, episode["gestart"] == 1)
        weg = stand["vervolg"] == codes.VERHUIZING
        verhuizing["naar"][stand["rij"][weg]] = stand["gemeente"][weg]
        verhuizing["verhuisdag"][stand["rij"][weg]] = stand["start"][weg]
        mag_weg[stand["rij"][weg]] = False
        if not len(stand["rij"]):
            break
    stukken.append(_stapel(stroom, aanbod, episode, stukken[0]))
    samen = {k: np.concatenate([s[k] for s in stukken]) for k in stukken[0]}
    volgorde = np.lexsort((samen["nummer"], samen["rij"]))
    return {k: v[volgorde] for k, v in samen.items()}, verhuizing


def _stuk(stroom: Stroom, aanbod: Zorgaanbod, stand: Kolommen, nummer: int) -> Kolommen:
    """One trajectory per row: product, provider and last day. After a move the product and, where it
    can, the provider stay the same (Jeugdwet 2.7a)."""
    sleutel = stand["sleutel"] * 16 + nummer
    leeftijd = np.minimum((stand["start"] - stand["geboorte"]) * 4 // 1461, 17)
    product = aanbod.product(sleutel, stand["niveau"], leeftijd)
    zelfde = (stand["vorige"] >= 0) & np.isin(stand["vervolg"], (codes.VERHUIZING, codes.HERINDICATIE))
    vorige = np.maximum(stand["vorige"], 0)
    oud_product, oud_aanbieder = vorige % 64, vorige // 64
    product = np.where(zelfde & (leeftijd <= _TOT[oud_product]), oud_product, product)
    aanbieder = aanbod.aanbieder(sleutel, product, stand["gemeente"], stand["start"])
    blijft = zelfde & (product == oud_product)
    blijft &= aanbod.levert(oud_aanbieder, product, stand["gemeente"], stand["start"])
    groep = stand["gemeente"] * MEESTE_STUKKEN + nummer
    return {
        "rij": stand["rij"],
        "nummer": np.full(len(sleutel), nummer, dtype=np.int64),
        "gemeente": stand["gemeente"],
        "niveau": stand["niveau"],
        "product": product,
        "aanbieder": np.where(blijft, oud_aanbieder, aanbieder),
        "start": stand["start"],
        "einde": einddagen(stroom, sleutel, product, stand["start"], stand["geboorte"], groep),
        "vervolg": stand["vervolg"],
    }


def _vervolg(
    stroom: Stroom, stand: Kolommen, stuk: Kolommen, nummer: int, mag_weg: Maskers, gestart: Maskers
) -> Kolommen:
    """What follows each trajectory: the rows that go on, with start, level and place of their next one."""
    sleutel = stand["sleutel"] * 16 + nummer
    uitkomst = stroom.keuze(sleutel, _VERVOLG[stuk["niveau"] - 4], stap=7)
    weg = uitkomst == 4
    uitkomst = np.where(weg & ~mag_weg[stand["rij"]], 1, uitkomst)
    weg = uitkomst == 4
    niveau = stuk["niveau"] + _STAP_NIVEAU[uitkomst]
    # Closed care below twelve does not exist: a step up from level 7 stays at 7 then.
    niveau = np.where((niveau == 8) & (stuk["einde"] - stand["geboorte"] < 12 * 366), 7, niveau)
    gat = np.where(weg, 1, aannamen.GAT(stroom.deel(sleutel, stap=8)))
    start = np.where(weg, stuk["einde"] + 1, werkdag(stuk["einde"] + gat))
    ander = (stand["gemeente"] + stroom.geheel(sleutel, 1, 11, stap=9)) % 12
    # Nobody starts new care in the last weeks before eighteen, or after it.
    door = (uitkomst > 0) & (start + 30 < verjaardag(stand["geboorte"], 18)) & gestart[stand["rij"]]
    door &= nummer + 1 < MEESTE_STUKKEN
    nieuw = {
        "gemeente": np.where(weg, ander, stand["gemeente"]),
        "start": start,
        "niveau": niveau,
        "geboorte": stand["geboorte"],
        "sleutel": stand["sleutel"],
        "rij": stand["rij"],
        "vervolg": _SOORT[uitkomst],
        "vorige": stuk["aanbieder"] * 64 + stuk["product"],
    }
    return {k: v[door] for k, v in nieuw.items()}


def _stapel(stroom: Stroom, aanbod: Zorgaanbod, episode: Kolommen, eerste: Kolommen) -> Kolommen:
    """A second, ambulant trajectory beside the first, with another product and within its dates."""
    sleutel = episode["sleutel"] * 16 + STAPEL_NUMMER
    duur = eerste["einde"] - eerste["start"]
    doet = (
        stroom.kans(sleutel, _STAPEL[eerste["niveau"] - 4], stap=10) & (duur > 90) & (episode["gestart"] == 1)
    )
    rijen = np.flatnonzero(doet)
    sleutel, eerste = sleutel[rijen], {k: v[rijen] for k, v in eerste.items()}
    geboorte = episode["geboorte"][rijen]
    start = werkdag(eerste["start"] + stroom.geheel(sleutel, 14, duur[rijen] // 2, stap=11))
    niveau = np.where(eerste["niveau"] >= 6, 5, 4)
    leeftijd = np.minimum((start - geboorte) * 4 // 1461, 17)
    product = aanbod.product(sleutel, niveau, leeftijd)
    # Level 4 beside level 4 needs another product; 41 and 43 suit nearly every age.
    product = np.where(product == eerste["product"], np.where(product == 0, 2, 0), product)
    einde = einddagen(stroom, sleutel, product, start, geboorte, eerste["gemeente"])
    goed = (start < eerste["einde"]) & (leeftijd >= _VANAF[product]) & (start + 30 < verjaardag(geboorte, 18))
    uit = eerste | {
        "rij": rijen,
        "nummer": np.full(len(rijen), STAPEL_NUMMER, dtype=np.int64),
        "niveau": niveau,
        "product": product,
        "aanbieder": aanbod.aanbieder(sleutel, product, eerste["gemeente"], start),
        "start": start,
        "einde": np.maximum(np.minimum(einde, eerste["einde"]), start),
        "vervolg": np.full(len(rijen), codes.STAPELING, dtype=np.int64),
    }
    return {k: v[goed] for k, v in uit.items()}
