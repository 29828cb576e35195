"""Where people live and since when: households, moves, two homes, foster families, secret addresses."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from koers.simulation.proefregio import codes
from koers.simulation.proefregio.aanbieders import PRODUCTEN
from koers.simulation.proefregio.feiten_toegang import Episodes
from koers.simulation.proefregio.feiten_zorg import Stukken
from koers.simulation.proefregio.gepubliceerd import GEMEENTEN
from koers.simulation.proefregio.gezinnen import OUDER_A, OUDER_B
from koers.simulation.proefregio.kalender import GEEN
from koers.simulation.proefregio.personen import (
    ALLEENSTAAND,
    BIJ_BEIDEN,
    LATER_UIT_ELKAAR,
    Gezinnen,
    Kinderen,
)
from koers.simulation.proefregio.plaatsen import PLAATS_GEMEENTE, PLAATS_GEWICHT, POSTCODE_LETTERS, STRATEN
from koers.simulation.proefregio.registratie import WEEK, Snede, vastgelegd
from koers.simulation.proefregio.schema import TABELLEN
from koers.simulation.proefregio.stroom import Getallen
from koers.simulation.proefregio.wereld import Wereld

# Assumptions, in promille.
_VERHUIST: Final = 160  # families that move within their municipality in the years we see
_B_ELDERS: Final = 180  # parent B, apart, lives in another municipality
_LATER_CO_OUDER: Final = 500  # parents part: the child then lives with both
_GEHEIM: Final = 9  # of the households; where parents live apart:
_GEHEIM_APART: Final = 22
_LATE_VLAG: Final = 200  # a secret-address flag may arrive this many days late
_OPEN: Final = 1 << 40  # end of a membership that runs
_EERSTE, _NA_VERHUIZING, _BIJ_B, _PLEEG = range(4)
_PLEEGZORG: Final = next(i for i, p in enumerate(PRODUCTEN) if p.hulpvorm == 11)
_PLAATSEN: Final = np.array(PLAATS_GEWICHT, dtype=np.int64) * (
    np.array(PLAATS_GEMEENTE)[None, :] == np.arange(len(GEMEENTEN))[:, None]
)


@dataclass(frozen=True)
class Pleegplaatsing:
    """Children in foster care: row in Kinderen, first and last day (`_OPEN` = runs), when recorded."""

    kind: Getallen
    van: Getallen
    tot: Getallen
    van_at: Getallen
    tot_at: Getallen


@dataclass(frozen=True)
class Wonen:
    """Events of families that are known at the end date: day (GEEN = none) and moment of recording."""

    verhuisd: Getallen
    verhuisd_at: Getallen
    scheiding: Getallen
    scheiding_at: Getallen
    co_ouder: NDArray[np.bool_]
    gemeente: Getallen


def pleegplaatsingen(e: Episodes, s: Stukken, k: Kinderen, snede: Snede) -> Pleegplaatsing:
    """From the first to the last foster care trajectory of a child; its home waits for it until then."""
    r = np.flatnonzero((s["product"] == _PLEEGZORG) & s.gestart & snede.bekend(s.momenten["start"]))
    sleutel = e.kind_sleutel[s.ep[r]]
    uniek, plek = np.unique(sleutel, return_inverse=True)
    van, tot, tot_at = np.full(len(uniek), _OPEN), *np.zeros((2, len(uniek)), dtype=np.int64)
    van_at = np.full(len(uniek), np.iinfo(np.int64).max)
    np.minimum.at(van, plek, s["start"][r])
    np.maximum.at(tot, plek, np.where(snede.bekend(s.momenten["stop"][r]), s["einde"][r], _OPEN))
    np.minimum.at(van_at, plek, s.momenten["start"][r])
    np.maximum.at(tot_at, plek, s.momenten["stop"][r])
    volgorde = np.argsort(k.sleutel, kind="stable")
    kind = volgorde[np.searchsorted(k.sleutel[volgorde], uniek)] if len(uniek) else uniek
    return Pleegplaatsing(kind, van, tot, van_at, tot_at)


def pleeggezinnen(k: Kinderen, p: Pleegplaatsing) -> dict[str, Getallen]:
    """One foster family per family (brothers and sisters stay together): its row and first moment."""
    gezin, plek = np.unique(k.gezin[p.kind], return_inverse=True)
    at = np.full(len(gezin), np.iinfo(np.int64).max)
    np.minimum.at(at, plek, p.van_at)
    return {"gezin": gezin, "vastgelegd_at": at}


def gebeurtenissen(w: Wereld, g: Gezinnen, snede: Snede) -> Wonen:
    """Moves and partings as far as they are known."""
    stroom = w.stroom("wonen")
    binnen = w.gezinnen["aankomst"][g.rij] + stroom.geheel(g.sleutel, -200, 1500, stap=1)
    binnen = np.where(stroom.kans(g.sleutel, _VERHUIST, stap=2), binnen, GEEN)
    verhuisd = np.where(g.verhuisd != GEEN, g.verhuisd, binnen)
    v_at = vastgelegd(stroom, g.sleutel, verhuisd, WEEK, 3)
    s_at = vastgelegd(stroom, g.sleutel, np.where(g.vorm == LATER_UIT_ELKAAR, g.scheiding, GEEN), WEEK, 4)
    verhuisd = snede.of_geen(verhuisd, v_at)
    co_ouder = (g.vorm == BIJ_BEIDEN) | (
        (g.vorm == LATER_UIT_ELKAAR) & stroom.kans(g.sleutel, _LATER_CO_OUDER, stap=5)
    )
    return Wonen(
        verhuisd=verhuisd,
        verhuisd_at=v_at,
        scheiding=np.where(g.vorm == LATER_UIT_ELKAAR, snede.of_geen(g.scheiding, s_at), g.scheiding),
        scheiding_at=s_at,
        co_ouder=co_ouder,
        gemeente=np.where((verhuisd != GEEN) & (g.naar >= 0), g.naar, g.eerste_gemeente),
    )


def tabel_huishoudens(
    w: Wereld, g: Gezinnen, b: Wonen, pleeg: dict[str, Getallen], snede: Snede
) -> NDArray[Any]:
    """First home, home after a move, home of parent B, foster home."""
    stroom = w.stroom("adressen")
    apart = (b.scheiding != GEEN) & (g.vorm != ALLEENSTAAND)
    elders = (g.eerste_gemeente + stroom.geheel(g.sleutel, 1, len(GEMEENTEN) - 1, stap=1)) % len(GEMEENTEN)
    bij_b = np.where(stroom.kans(g.sleutel, _B_ELDERS, stap=2), elders, g.eerste_gemeente)
    alle, verhuisd, uit_elkaar = np.arange(len(g.sleutel)), b.verhuisd != GEEN, np.flatnonzero(apart)
    weg = np.flatnonzero(verhuisd)
    delen = [
        (alle, _EERSTE, g.eerste_gemeente, g.vastgelegd_at),
        (weg, _NA_VERHUIZING, b.gemeente[weg], np.maximum(b.verhuisd_at, g.vastgelegd_at)[weg]),
        (uit_elkaar, _BIJ_B, bij_b[uit_elkaar], np.maximum(b.scheiding_at, g.vastgelegd_at)[uit_elkaar]),
        (pleeg["gezin"], _PLEEG, b.gemeente[pleeg["gezin"]], pleeg["vastgelegd_at"]),
    ]
    rij = np.concatenate([d[0] for d in delen])
    soort = np.concatenate([np.full(len(d[0]), d[1], dtype=np.int64) for d in delen])
    gemeente, at = (np.concatenate([d[i] for d in delen]) for i in (2, 3))
    sleutel = g.sleutel[rij] * 16 + soort
    geheim = stroom.kans(sleutel, np.where(apart[rij], _GEHEIM_APART, _GEHEIM), stap=3)
    vlag_at = vastgelegd(
        stroom, sleutel, at // 86_400 + stroom.geheel(sleutel, 0, _LATE_VLAG, stap=4), WEEK, 5
    )
    geheim &= snede.bekend(vlag_at)
    return TABELLEN["huishoudens"].bouw(
        id=sleutel,
        gezin=g.sleutel[rij],
        gemeente=gemeente,
        plaats=stroom.keuze(sleutel, _PLAATSEN[gemeente], stap=6),
        straat=stroom.geheel(sleutel, 0, len(STRATEN) - 1, stap=7),
        huisnummer=stroom.geheel(sleutel, 1, 180, stap=8),
        postcode_letters=stroom.geheel(sleutel, 0, len(POSTCODE_LETTERS) - 1, stap=9),
        geheim=geheim,
        geheim_vastgelegd_at=np.where(geheim, vlag_at, GEEN),
        vastgelegd_at=at,
    )


class _Rijen:
    """Gathers memberships: person, family row, household, sort, first and last day, moment."""

    def __init__(self, g: Gezinnen) -> None:
        self._g = g
        self._delen: list[tuple[Getallen, ...]] = []

    def voeg_toe(
        self,
        persoon: Getallen,
        gezin: Getallen,
        huis: int,
        soort: int,
        begin: Getallen,
        einde: Getallen,
        at: Getallen,
    ) -> None:
        r = np.flatnonzero(begin <= einde)
        huishouden = self._g.sleutel[gezin[r]] * 16 + huis
        self._delen.append((persoon[r], huishouden, np.full(len(r), soort), begin[r], einde[r], at[r]))

    def kolommen(self) -> dict[str, Getallen]:
        namen = ("persoon", "huishouden", "soort", "begindatum", "einddatum", "vastgelegd_at")
        kolommen = (np.concatenate(deel).astype(np.int64) for deel in zip(*self._delen, strict=True))
        uit = dict(zip(namen, kolommen, strict=True))
        uit["einddatum"] = np.where(uit["einddatum"] >= _OPEN, GEEN, uit["einddatum"])
        return uit


def tabel_bewoning(
    w: Wereld, g: Gezinnen, k: Kinderen, b: Wonen, p: Pleegplaatsing, personen: NDArray[Any]
) -> NDArray[Any]:
    """Memberships of parents, children and foster parents, without a day on which a child has no home."""
    rijen = _Rijen(g)
    _thuis_ouders(rijen, g, k, b)
    _thuis_kinderen(rijen, g, k, b, p)
    _pleegouders(rijen, g, personen)
    return TABELLEN["bewoning"].bouw(**rijen.kolommen())


def _tot(dagen: Getallen) -> Getallen:
    """Last day before each of these; open where there is none."""
    return np.where(dagen < _OPEN, dagen - 1, _OPEN)


def _vanaf(dagen: Getallen) -> Getallen:
    """End of what begins on these days: open, or nothing at all where there is no such day."""
    return np.where(dagen < _OPEN, _OPEN, -1)


def _thuis_ouders(rijen: _Rijen, g: Gezinnen, k: Kinderen, b: Wonen) -> None:
    oudste = np.full(len(g.sleutel), np.iinfo(np.int64).max)
    np.minimum.at(oudste, k.gezin, k.geboorte)
    alle, begin = np.arange(len(g.sleutel)), oudste - 700  # assumption: two years before the first child
    weg = np.where(b.verhuisd == GEEN, _OPEN, b.verhuisd)
    v_at = np.maximum(b.verhuisd_at, g.vastgelegd_at)
    a = g.sleutel * 16 + OUDER_A
    rijen.voeg_toe(a, alle, _EERSTE, 0, begin, _tot(weg), g.vastgelegd_at)
    rijen.voeg_toe(a, alle, _NA_VERHUIZING, 0, np.maximum(weg, begin), _vanaf(weg), v_at)
    # Parent B shares the home until they part; who was apart from the first has a home of their own.
    r = np.flatnonzero(g.vorm != ALLEENSTAAND)
    uit = np.where(b.scheiding == GEEN, _OPEN, b.scheiding)
    wie, samen_tot = g.sleutel[r] * 16 + OUDER_B, _tot(uit[r])
    rijen.voeg_toe(wie, r, _EERSTE, 0, begin[r], np.minimum(_tot(weg[r]), samen_tot), g.vastgelegd_at[r])
    na_weg = np.where(weg[r] < _OPEN, samen_tot, -1)
    rijen.voeg_toe(wie, r, _NA_VERHUIZING, 0, np.maximum(weg, begin)[r], na_weg, v_at[r])
    s_at = np.where(g.vorm == LATER_UIT_ELKAAR, np.maximum(b.scheiding_at, g.vastgelegd_at), g.vastgelegd_at)
    rijen.voeg_toe(wie, r, _BIJ_B, 0, np.maximum(uit, begin)[r], _vanaf(uit[r]), s_at[r])


def _thuis_kinderen(rijen: _Rijen, g: Gezinnen, k: Kinderen, b: Wonen, p: Pleegplaatsing) -> None:
    """The home of parent A, for some also that of parent B, interrupted by foster care."""
    weg = np.where(b.verhuisd == GEEN, _OPEN, b.verhuisd)[k.gezin]
    uit = np.where(b.scheiding == GEEN, _OPEN, b.scheiding)[k.gezin]
    v_at = np.maximum(b.verhuisd_at[k.gezin], k.vastgelegd_at)
    s_at = np.where(g.vorm == LATER_UIT_ELKAAR, np.maximum(b.scheiding_at, g.vastgelegd_at), 0)[k.gezin]
    van, tot = np.full((2, len(k.sleutel)), _OPEN)
    thuis_at = np.zeros(len(k.sleutel), dtype=np.int64)
    van[p.kind], tot[p.kind], thuis_at[p.kind] = np.maximum(p.van, k.geboorte[p.kind]), p.tot, p.tot_at
    r = np.flatnonzero(~k.ongeboren)
    wie, gezin, geboorte, at = k.sleutel[r], k.gezin[r], k.geboorte[r], k.vastgelegd_at[r]
    na_uit = np.where(b.co_ouder[gezin], _vanaf(uit[r]), -1)
    for huis, soort, begin, einde, wanneer in (
        (_EERSTE, 0, geboorte, _tot(weg[r]), at),
        (_NA_VERHUIZING, 0, np.maximum(weg[r], geboorte), _vanaf(weg[r]), v_at[r]),
        (_BIJ_B, 1, np.maximum(uit[r], geboorte), na_uit, np.maximum(s_at[r], at)),
    ):
        rijen.voeg_toe(wie, gezin, huis, soort, begin, np.minimum(einde, _tot(van[r])), wanneer)
        # Back home after foster care that ended.
        weer = np.where(tot[r] < _OPEN, np.maximum(begin, tot[r] + 1), _OPEN)
        weer_tot = np.where(tot[r] < _OPEN, einde, -1)
        rijen.voeg_toe(wie, gezin, huis, soort, weer, weer_tot, np.maximum(wanneer, thuis_at[r]))
    q = np.flatnonzero(~k.ongeboren[p.kind])
    kind = p.kind[q]
    rijen.voeg_toe(k.sleutel[kind], k.gezin[kind], _PLEEG, 2, van[kind], tot[kind], p.van_at[q])


def _pleegouders(rijen: _Rijen, g: Gezinnen, personen: NDArray[Any]) -> None:
    rol = np.flatnonzero(personen["rol"] == codes.GEZINSROL.index("pleegouder"))
    volgorde = np.argsort(g.sleutel, kind="stable")
    gezin = volgorde[np.searchsorted(g.sleutel[volgorde], personen["gezin"][rol])]
    at = personen["vastgelegd_at"][rol].astype(np.int64)
    wie = personen["id"][rol].astype(np.int64)
    # Assumption: they had lived there for years when the first child came.
    rijen.voeg_toe(wie, gezin, _PLEEG, 0, at // 86_400 - 2000, np.full(len(rol), _OPEN), at)
