"""Who comes in: for a class of newcomers in one year, known children and new families, per municipality."""

from dataclasses import dataclass, fields
from typing import Final

import numpy as np

from koers.simulation.proefregio import aannamen, gezinnen
from koers.simulation.proefregio.bak import Bak
from koers.simulation.proefregio.kalender import begin_jaar, dag, jaar_van, verjaardag, werkdag_binnen_jaar
from koers.simulation.proefregio.stroom import Getallen, Kwantielen, Maskers, Stroom, rang_binnen

# Class of newcomers: part of the key of a new family.
KLASSEN: Final = {"specialistisch": 0, "niet_gestart": 1, "licht": 2, "poh": 3, "advies": 4}
# Day of the year on which something starts: fewer in the summer holidays and at Christmas. Assumption.
SEIZOEN: Final = Kwantielen((0, 0), (265, 91), (515, 181), (605, 222), (655, 243), (840, 304), (1000, 360))
# Who comes again (promille, relative): soon after earlier help, long after it, or as a sibling who never
# had a question. Assumption.
_PAS_GEHOLPEN, _EERDER_GEHOLPEN, _NOOIT_GEHOLPEN = 1000, 300, 110
_PAS: Final = 150  # days that count as soon


@dataclass(frozen=True)
class Werving:
    """Newcomers of one class and year, one row each.

    `kind`: row of the child. `dag`: day of the start or the melding. `leider`: row (in this table) of the
    child whose melding they share, themselves if alone. `plek`: serial within the municipality, -1 for who
    came along. `nieuw`: 1 when the family is new. `samen`: 1 when the melding concerns more than one child.
    """

    kind: Getallen
    gemeente: Getallen
    dag: Getallen
    leider: Getallen
    plek: Getallen
    nieuw: Getallen
    samen: Getallen


@dataclass(frozen=True)
class Oproep:
    """How many newcomers of one class are needed in a year, per municipality (`nodig`).

    `mag`: which known children may come. `gewichten`: weights of age 0-17, one row per place in order of
    municipality and serial number. `laag`: per place a small number; days are spread evenly over the year
    within municipality and layer. `ongeboren`: promille of the new families that come about a child who is
    yet to be born.
    """

    naam: str
    jaar: int
    nodig: Getallen
    mag: Maskers
    gewichten: Getallen
    laag: Getallen
    ongeboren: int = 0

    @property
    def klasse(self) -> int:
        """Part of the key of a new family."""
        return KLASSEN[self.naam]


def kandidaten(kinderen: Bak, jaar: int, mag: Maskers) -> Getallen:
    """Rows of known children who may come (again) this year: free before December and under eighteen."""
    geboorte, einde_jaar = kinderen["geboorte"], dag(jaar, 12, 31)
    vrij = (kinderen["vrij"] < dag(jaar, 11, 15)) & mag
    return np.flatnonzero(vrij & (geboorte < dag(jaar) - 300) & (verjaardag(geboorte, 18) > einde_jaar + 30))


def _bekenden(stroom: Stroom, kinderen: Bak, oproep: Oproep) -> Getallen:
    """Rows of the known children chosen, by municipality: the share of the class, and at most a quarter of
    those who could come."""
    plaatsen = oproep.nodig * aannamen.BEKEND[oproep.naam] // 1000
    stap = oproep.jaar * 4
    rijen = kandidaten(kinderen, oproep.jaar, oproep.mag)
    sleutel = kinderen["sleutel"][rijen] * 8 + oproep.klasse
    pas = kinderen["vrij"][rijen] > dag(oproep.jaar) - _PAS
    eerder = np.where(pas, _PAS_GEHOLPEN, _EERDER_GEHOLPEN)
    kans = np.where(kinderen["episodes"][rijen] > 0, eerder, _NOOIT_GEHOLPEN)
    rijen = rijen[stroom.kans(sleutel, kans, stap=stap)]
    gemeente = kinderen["gemeente"][rijen]
    rang = rang_binnen(gemeente, stroom.bits(kinderen["sleutel"][rijen] * 8 + oproep.klasse, stap + 1))
    grens = np.minimum(plaatsen, np.bincount(gemeente, minlength=len(plaatsen)) // 4)
    rijen = rijen[rang < grens[gemeente]]
    return rijen[np.lexsort((kinderen["sleutel"][rijen], kinderen["gemeente"][rijen]))]


def _dag_in_jaar(stroom: Stroom, sleutel: Getallen, groep: Getallen, jaar: int, vanaf: Getallen) -> Getallen:
    """A working day in the year by season, evenly per group; soon after `vanaf` where that is in it."""
    u = stroom.gelaagd(sleutel, groep, stap=2)
    eerste, laatste = dag(jaar), dag(jaar, 12, 20)
    normaal = eerste + SEIZOEN(u)
    laat = vanaf + ((np.clip(laatste - vanaf, 0, _PAS) * u) >> 32)
    return werkdag_binnen_jaar(np.where(vanaf > eerste, laat, normaal))


def werf(seed: int, gezin_bak: Bak, kinderen: Bak, oproep: Oproep) -> Werving:
    """Fill the places of an `Oproep` with known children and new families."""
    stroom, nodig, jaar = Stroom(seed, f"werving {oproep.naam}"), oproep.nodig, oproep.jaar
    gemeente = np.repeat(np.arange(len(nodig)), nodig)
    plek = rang_binnen(gemeente)
    bekend = _bekenden(stroom, kinderen, oproep)
    is_bekend = plek < np.bincount(kinderen["gemeente"][bekend], minlength=len(nodig))[gemeente]
    sleutel = gezinnen.gezin_sleutel(gemeente, jaar, oproep.klasse, plek)
    vanaf = np.full(len(plek), dag(jaar), dtype=np.int64)
    vanaf[is_bekend] = np.maximum(vanaf[is_bekend], kinderen["vrij"][bekend] + 7)
    groep = (gemeente * 16 + oproep.laag) * 2 + is_bekend
    dagen = _dag_in_jaar(stroom, sleutel, groep, jaar, vanaf)
    nieuw = np.flatnonzero(~is_bekend)
    kind = np.full(len(plek), -1, dtype=np.int64)
    kind[is_bekend] = bekend
    kind[nieuw] = gezinnen.nieuwe_gezinnen(
        Stroom(seed, "gezinnen"),
        gezin_bak,
        kinderen,
        sleutel=sleutel[nieuw],
        gemeente=gemeente[nieuw],
        dag=dagen[nieuw],
        eerste=dagen[nieuw] - _dagen_oud(stroom, sleutel[nieuw], oproep.gewichten[nieuw], oproep.ongeboren),
    )
    alleen = np.arange(len(plek))
    los = Werving(kind, gemeente, dagen, alleen, plek, (~is_bekend).astype(np.int64), np.zeros_like(plek))
    return _met_broers_en_zussen(stroom, kinderen, nodig, los)


def _dagen_oud(stroom: Stroom, sleutel: Getallen, gewichten: Getallen, ongeboren: int) -> Getallen:
    """Age in days: two weeks at least and two weeks before eighteen at most; negative before birth."""
    oud = stroom.keuze(sleutel, gewichten, stap=6) * 1461 // 4 + stroom.geheel(sleutel, 14, 344, stap=7)
    return np.where(stroom.kans(sleutel, ongeboren, stap=10), -stroom.geheel(sleutel, 20, 150, stap=11), oud)


def _met_broers_en_zussen(stroom: Stroom, kinderen: Bak, nodig: Getallen, los: Werving) -> Werving:
    """Let some siblings come along in the same melding, and drop the last places that they take."""
    zus = gezinnen.broer_of_zus(kinderen, los.kind, los.dag)
    tweeling = (zus >= 0) & (kinderen["geboorte"][np.maximum(zus, 0)] == kinderen["geboorte"][los.kind])
    kans = np.where(tweeling, aannamen.SAMEN_TWEELING_PROMILLE, aannamen.SAMEN_PROMILLE)
    mee = (los.nieuw == 1) & (zus >= 0) & stroom.kans(kinderen["sleutel"][los.kind], kans, stap=8)
    # Newcomers in this municipality up to and including each place.
    per_gemeente = np.bincount(los.gemeente, 1 + mee, len(nodig)).astype(np.int64)
    tot_hier = np.cumsum(1 + mee) - np.concatenate([[0], np.cumsum(per_gemeente)])[los.gemeente]
    blijft = tot_hier - mee <= nodig[los.gemeente]
    mee &= tot_hier <= nodig[los.gemeente]  # the last place may have no room left for a second child
    rijen, meerijen = np.flatnonzero(blijft), np.flatnonzero(mee & blijft)
    dag_zus = los.dag[meerijen] + stroom.geheel(kinderen["sleutel"][zus[meerijen]], 0, 40, stap=9)
    dag_zus = werkdag_binnen_jaar(np.minimum(dag_zus, _einde_jaar(los.dag[meerijen])))
    een = np.ones(len(meerijen), dtype=np.int64)
    return Werving(
        kind=np.concatenate([los.kind[rijen], zus[meerijen]]),
        gemeente=np.concatenate([los.gemeente[rijen], los.gemeente[meerijen]]),
        dag=np.concatenate([los.dag[rijen], dag_zus]),
        leider=np.concatenate([np.arange(len(rijen)), (np.cumsum(blijft) - 1)[meerijen]]),
        plek=np.concatenate([los.plek[rijen], -een]),
        nieuw=np.concatenate([los.nieuw[rijen], een]),
        samen=np.concatenate([mee[rijen].astype(np.int64), een]),
    )


def _einde_jaar(dagen: Getallen) -> Getallen:
    return begin_jaar(jaar_van(dagen) + 1) - 1


def voeg_samen(eerste: Werving, tweede: Werving) -> Werving:
    """Two tables of newcomers under each other; leaders keep pointing at their own row."""
    erbij = len(eerste.kind)
    kolommen = {f.name: (getattr(eerste, f.name), getattr(tweede, f.name)) for f in fields(Werving)}
    kolommen["leider"] = (eerste.leider, tweede.leider + erbij)
    return Werving(**{naam: np.concatenate(paar) for naam, paar in kolommen.items()})
