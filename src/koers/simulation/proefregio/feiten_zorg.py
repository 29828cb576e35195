"""Toewijzingen, their changes, trajecten and what happened in them: all days, then when each was recorded."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from koers.simulation.proefregio import aanbieders, aannamen, codes
from koers.simulation.proefregio.aanbieders import GEMEENTE_REGIO, PRODUCTEN
from koers.simulation.proefregio.feiten_toegang import Episodes, eigen_besluit
from koers.simulation.proefregio.kalender import GEEN, begin_jaar, verjaardag, werkdag
from koers.simulation.proefregio.registratie import WEEK, ZELFDE_DAG, Snede, daarna, vastgelegd
from koers.simulation.proefregio.schema import TABELLEN
from koers.simulation.proefregio.stroom import Getallen, Stroom
from koers.simulation.proefregio.wereld import Wereld
from koers.simulation.proefregio.zorgpaden import MEESTE_STUKKEN, STAPEL_NUMMER

_TOEWIJZING: Final = np.array([p.toewijzing for p in PRODUCTEN], dtype=np.int64)
_EINDLEEFTIJD: Final = np.array([p.eindleeftijd for p in PRODUCTEN], dtype=np.int64)
_EENHEID: Final = np.array([p.eenheid for p in PRODUCTEN], dtype=np.int64)
_FREQUENTIE: Final = np.array([p.frequentie for p in PRODUCTEN], dtype=np.int64)
_WEEK_MIN: Final = np.array([p.per_week[0] for p in PRODUCTEN], dtype=np.int64)
_WEEK_MAX: Final = np.array([p.per_week[1] for p in PRODUCTEN], dtype=np.int64)
_CONTRACT_VAN: Final = np.array([a.van for a in aanbieders.AANBIEDERS], dtype=np.int64)
# Assumption: at most this many extensions of one toewijzing.
_MEESTE_VERLENGINGEN: Final = 12
_LAPSE, _VERLENGING, _VERHUISD = 1, 4, 7  # JZ002
_VOORTIJDIG_SAMEN, _EXTERN, _OVERSTAP, _UITSTROOM, _VOLGENS_PLAN, _TIJDELIJK = 34, 35, 38, 39, 31, 20  # JZ588


@dataclass(frozen=True)
class Stukken:
    """One row per toewijzing: its episode (`ep`, row in Episodes), the columns of the world, and derived days
    and moments. `vorig`: row of the toewijzing it follows or stands beside, -1 = none; `volgt`: the kind of
    follow-up that comes next, -1 = none."""

    ep: Getallen
    kolom: dict[str, Getallen]
    vorig: Getallen
    volgt: Getallen
    dagen: dict[str, Getallen]
    momenten: dict[str, Getallen]
    per_week: Getallen
    gestart: NDArray[np.bool_]

    def __getitem__(self, naam: str) -> Getallen:
        return self.kolom[naam]

    @property
    def product_id(self) -> Getallen:
        """Product as bought by the region of the responsible municipality."""
        return GEMEENTE_REGIO[self["gemeente"]] * aanbieders.AANTAL + self["product"]


def kies_stukken(w: Wereld, e: Episodes) -> Stukken:
    """The trajectories of the known episodes with all their days and moments; nothing is cut off yet."""
    plek = np.full(len(w.episodes), -1, dtype=np.int64)
    plek[e.rij] = np.arange(len(e.rij))
    rij = np.flatnonzero(plek[w.stukken["episode"]] >= 0)
    rij = rij[np.lexsort((w.stukken["nummer"][rij], plek[w.stukken["episode"][rij]]))]
    k = w.stukken.neem(rij)
    ep = plek[k["episode"]]
    stroom = w.stroom("zorgfeiten")
    vorig, volgt = _buren(ep, k)
    dagen = _dagen(stroom, e, ep, k, vorig)
    gestart = e["gestart"][ep] == 1
    dagen |= _pauze(stroom, k, gestart)
    return Stukken(
        ep=ep,
        kolom=k,
        vorig=vorig,
        volgt=volgt,
        dagen=dagen,
        momenten=_momenten(stroom, e, ep, k, dagen, vorig),
        per_week=stroom.geheel(k["sleutel"], _WEEK_MIN[k["product"]], _WEEK_MAX[k["product"]], stap=1)
        if len(ep)
        else ep,
        gestart=gestart,
    )


def _buren(ep: Getallen, k: dict[str, Getallen]) -> tuple[Getallen, Getallen]:
    """Row of the piece before, and the kind of the piece after, along each chain."""
    n = len(ep)
    vorig, volgt = np.full(n, -1, dtype=np.int64), np.full(n, -1, dtype=np.int64)
    hoort = (ep[1:] == ep[:-1]) & (k["nummer"][1:] == k["nummer"][:-1] + 1)
    vorig[1:][hoort] = np.flatnonzero(hoort)
    volgt[:-1][hoort] = k["vervolg"][1:][hoort]
    eerste = np.searchsorted(ep, ep, side="left")
    naast = k["nummer"] == STAPEL_NUMMER
    vorig[naast] = eerste[naast]
    return vorig, volgt


def _dagen(
    stroom: Stroom, e: Episodes, ep: Getallen, k: dict[str, Getallen], vorig: Getallen
) -> dict[str, Getallen]:
    """Besluit, referral, toewijzing and its period. Besluit and referral are GEEN where there is none."""
    sleutel, start, soort = k["sleutel"], k["start"], k["vervolg"]
    eerste, weg = soort == codes.EERSTE, soort == codes.VERHUIZING
    na = np.where(vorig >= 0, k["start"][vorig] + 1, start)  # no follow-up before the earlier one ran
    toewijzing = np.minimum(np.maximum(werkdag(start - stroom.geheel(sleutel, 1, 18, stap=2)), na), start)
    toewijzing = np.where(weg, werkdag(start + stroom.geheel(sleutel, 5, 28, stap=3)), toewijzing)
    eerder = np.where(weg, start, na)
    besluit = np.maximum(toewijzing - stroom.geheel(sleutel, 0, 6, stap=4), np.minimum(eerder, toewijzing))
    verwijzing = np.maximum(toewijzing - stroom.geheel(sleutel, 2, 25, stap=5), np.minimum(na, toewijzing))
    met_besluit, met_verwijzing = eigen_besluit(e.route[ep], soort)
    toewijzing = np.where(eerste, e["toewijzingsdatum"][ep], toewijzing)
    # Not before the provider has a contract.
    ingang = np.maximum(np.minimum(toewijzing, start), begin_jaar(_CONTRACT_VAN[k["aanbieder"]]))
    achttien = verjaardag(e.geboorte[ep], 18) - 1
    grens = np.where(start > achttien, verjaardag(e.geboorte[ep], 23) - 1, achttien)
    grens = np.where(_EINDLEEFTIJD[k["product"]] > 18, verjaardag(e.geboorte[ep], 21) - 1, grens)
    return {
        "besluit": np.where(met_besluit, np.where(eerste, e["besluitdatum"][ep], besluit), GEEN),
        "verwijzing": np.where(met_verwijzing, np.where(eerste, e["meldingsdatum"][ep], verwijzing), GEEN),
        "toewijzing": toewijzing,
        "ingang": ingang,
        "gepland": np.maximum(np.minimum(start + _TOEWIJZING[k["product"]] - 1, grens), start),
    }


def _pauze(stroom: Stroom, k: dict[str, Getallen], gestart: NDArray[np.bool_]) -> dict[str, Getallen]:
    """Last day before a temporary stop and first day after it, GEEN where care went on."""
    duur = k["einde"] - k["start"]
    doet = gestart & (duur >= 182) & stroom.kans(k["sleutel"], aannamen.PAUZE_PROMILLE, stap=6)
    voor = k["start"] + duur * stroom.geheel(k["sleutel"], 20, 50, stap=7) // 100
    na = werkdag(voor + stroom.geheel(k["sleutel"], 20, 85, stap=8))
    doet &= na < k["einde"]
    return {"pauze": np.where(doet, voor, GEEN), "hervatting": np.where(doet, na, GEEN)}


def _momenten(
    stroom: Stroom,
    e: Episodes,
    ep: Getallen,
    k: dict[str, Getallen],
    dagen: dict[str, Getallen],
    vorig: Getallen,
) -> dict[str, Getallen]:
    """When each was recorded; what rests on something comes after it, a follow-up after what it follows."""
    sleutel, melding = k["sleutel"], e.melding_at[ep]
    besluit = daarna(vastgelegd(stroom, sleutel, dagen["besluit"], ZELFDE_DAG, 20), melding)
    # A referral is known when the provider asks for the toewijzing, at most five days before it.
    bekend = np.where(
        dagen["verwijzing"] == GEEN, GEEN, np.maximum(dagen["toewijzing"] - 5, dagen["verwijzing"])
    )
    verwijzing = daarna(vastgelegd(stroom, sleutel, bekend, ZELFDE_DAG, 21), melding)
    grond = np.maximum(np.maximum(besluit, verwijzing[_grond(dagen["verwijzing"], vorig)]), melding)
    toewijzing = daarna(vastgelegd(stroom, sleutel, dagen["toewijzing"], ZELFDE_DAG, 22), grond)
    for _ in range(MEESTE_STUKKEN):
        toewijzing = np.where(vorig >= 0, daarna(toewijzing, toewijzing[vorig]), toewijzing)
    start = daarna(vastgelegd(stroom, sleutel, k["start"], aannamen.MELD_START, 23), toewijzing)
    pauze = daarna(vastgelegd(stroom, sleutel, dagen["pauze"], aannamen.MELD_START, 24), start)
    hervat = daarna(
        vastgelegd(stroom, sleutel, dagen["hervatting"], aannamen.MELD_START, 25), np.maximum(pauze, start)
    )
    stop = daarna(vastgelegd(stroom, sleutel, k["einde"], aannamen.MELD_STOP, 26), np.maximum(hervat, start))
    namen = ("besluit", "verwijzing", "toewijzing", "start", "pauze", "hervatting", "stop")
    return dict(zip(namen, (besluit, verwijzing, toewijzing, start, pauze, hervat, stop), strict=True))


def verwijzingen(e: Episodes, s: Stukken, snede: Snede) -> NDArray[Any]:
    """Referrals on route B and C, first and again."""
    r = np.flatnonzero(snede.bekend(s.momenten["verwijzing"]))
    ep, door = s.ep[r], e["door"][s.ep[r]]
    return TABELLEN["verwijzingen"].bouw(
        id=s["sleutel"][r],
        casus=e["sleutel"][ep],
        persoon=e.kind_sleutel[ep],
        gemeente=s["gemeente"][r],
        verwijsdatum=s.dagen["verwijzing"][r],
        verwijzer=np.array(codes.DOOR_VERWIJZER, dtype=np.int64)[door],
        door=door,
        praktijk=np.where(door == codes.HUISARTS, e["praktijk"][ep], -1),
        gi=e.gi[ep],
        herindicatie=s["vervolg"][r] == codes.HERINDICATIE,
        vastgelegd_at=s.momenten["verwijzing"][r],
    )


def besluiten(e: Episodes, s: Stukken, afwijzingen: dict[str, Getallen], snede: Snede) -> NDArray[Any]:
    """Besluiten on route A that grant, and the refusals."""
    r = np.flatnonzero(snede.bekend(s.momenten["besluit"]))
    a = np.flatnonzero(snede.bekend(afwijzingen["vastgelegd_at"]))
    ep = s.ep[r]
    toekenning = {
        "id": s["sleutel"][r],
        "casus": e["sleutel"][ep],
        "persoon": e.kind_sleutel[ep],
        "gemeente": s["gemeente"][r],
        "besluitdatum": s.dagen["besluit"][r],
        "soort": np.zeros(len(r), dtype=np.int64),
        "door": e["door"][ep],
        "product": s.product_id[r],
        "herindicatie": (s["vervolg"][r] == codes.HERINDICATIE).astype(np.int64),
        "vastgelegd_at": s.momenten["besluit"][r],
    }
    return TABELLEN["besluiten"].bouw(
        **{k: np.concatenate([v, afwijzingen[k][a]]) for k, v in toekenning.items()}
    )


def toewijzingen(e: Episodes, s: Stukken, snede: Snede) -> NDArray[Any]:
    """Every toewijzing that was recorded by the end date."""
    r = np.flatnonzero(snede.bekend(s.momenten["toewijzing"]))
    ep, product = s.ep[r], s["product"][r]
    met_besluit, met_verwijzing = eigen_besluit(e.route[ep], s["vervolg"][r])
    grond = s["sleutel"][_grond(s.dagen["verwijzing"], s.vorig)[r]]
    # A quarter more than planned, so that a busy month still fits; stay is seven days a week.
    volume = np.where(_EENHEID[product] == 14, s.per_week[r], (s.per_week[r] * 5 + 3) // 4)
    return TABELLEN["toewijzingen"].bouw(
        id=s["sleutel"][r],
        casus=e["sleutel"][ep],
        persoon=e.kind_sleutel[ep],
        gemeente=s["gemeente"][r],
        besluit=np.where(met_besluit, s["sleutel"][r], -1),
        verwijzing=np.where(met_besluit, -1, np.where(met_verwijzing, s["sleutel"][r], grond)),
        aanbieder=s["aanbieder"][r],
        product=s.product_id[r],
        niveau=s["niveau"][r],
        toewijzingsdatum=s.dagen["toewijzing"][r],
        ingangsdatum=s.dagen["ingang"][r],
        einddatum=s.dagen["gepland"][r],
        volume=volume,
        eenheid=_EENHEID[product],
        frequentie=_FREQUENTIE[product],
        vervolg=s["vervolg"][r],
        voorganger=np.where(s.vorig[r] >= 0, s["sleutel"][np.maximum(s.vorig[r], 0)], -1),
        vastgelegd_at=s.momenten["toewijzing"][r],
    )


def _grond(verwijzing: Getallen, vorig: Getallen) -> Getallen:
    """Row of the referral that a piece rests on: its own, or that of the nearest piece before it."""
    rij = np.arange(len(vorig))
    for _ in range(8):
        zonder = (verwijzing[rij] == GEEN) & (vorig[rij] >= 0)
        rij = np.where(zonder, vorig[rij], rij)
    return rij


def wijzigingen(w: Wereld, e: Episodes, s: Stukken, snede: Snede) -> NDArray[Any]:
    """New last days: extensions until care fits, lapse of what never started, the end at a move."""
    stroom = w.stroom("wijzigingen")
    delen = [*_verlengingen(stroom, e, s), _vervallen(stroom, s), _verhuisd(stroom, s)]
    alles = {naam: np.concatenate([d[naam] for d in delen]) for naam in delen[0]}
    r = np.flatnonzero(snede.bekend(alles["vastgelegd_at"]))
    return TABELLEN["toewijzing_wijzigingen"].bouw(**{k: v[r] for k, v in alles.items()})


def _wijziging(
    s: Stukken, r: Getallen, volgnummer: int, reden: int, datum: Getallen, einde: Getallen, at: Getallen
) -> dict[str, Getallen]:
    return {
        "toewijzing": s["sleutel"][r],
        "volgnummer": np.full(len(r), volgnummer, dtype=np.int64),
        "wijzigingsdatum": datum,
        "reden": np.full(len(r), reden, dtype=np.int64),
        "einddatum": einde,
        "vastgelegd_at": daarna(at, s.momenten["toewijzing"][r]),
    }


def _verlengingen(stroom: Stroom, e: Episodes, s: Stukken) -> list[dict[str, Getallen]]:
    """Each extension is decided in the last weeks before the end it replaces."""
    achttien = verjaardag(e.geboorte[s.ep], 18) - 1
    gewoon = (_EINDLEEFTIJD[s["product"]] == 18) & (s["einde"] <= achttien)
    grens = np.where(gewoon, achttien, verjaardag(e.geboorte[s.ep], 23) - 1)
    uit, einde = [], s.dagen["gepland"]
    at_vorige = s.momenten["toewijzing"]
    for n in range(1, _MEESTE_VERLENGINGEN + 1):
        nodig = s.gestart & (s["einde"] > einde)
        # The last possible extension covers whatever is left.
        lengte = _TOEWIJZING[s["product"]] if n < _MEESTE_VERLENGINGEN else s["einde"] - einde
        nieuw = np.minimum(einde + lengte, grens)
        r = np.flatnonzero(nodig)
        sleutel = s["sleutel"][r] * 16 + n
        datum = np.maximum(einde[r] - stroom.geheel(sleutel, 7, 25, stap=1), s["start"][r])
        at = daarna(vastgelegd(stroom, sleutel, datum, ZELFDE_DAG, 2), at_vorige[r])
        uit.append(_wijziging(s, r, n, _VERLENGING, datum, nieuw[r], at))
        at_vorige = at_vorige.copy()
        at_vorige[r] = uit[-1]["vastgelegd_at"]
        einde = np.where(nodig, nieuw, einde)
    return uit


def _vervallen(stroom: Stroom, s: Stukken) -> dict[str, Getallen]:
    r = np.flatnonzero(~s.gestart)
    datum = werkdag(s["start"][r] + stroom.geheel(s["sleutel"][r], 7, 50, stap=3))
    at = vastgelegd(stroom, s["sleutel"][r], datum, ZELFDE_DAG, 4)
    return _wijziging(s, r, 50, _LAPSE, datum, np.minimum(datum, s.dagen["gepland"][r]), at)


def _verhuisd(stroom: Stroom, s: Stukken) -> dict[str, Getallen]:
    r = np.flatnonzero(s.gestart & (s.volgt == codes.VERHUIZING))
    datum = werkdag(s["einde"][r] + stroom.geheel(s["sleutel"][r], 3, 30, stap=5))
    at = np.maximum(vastgelegd(stroom, s["sleutel"][r], datum, WEEK, 6), s.momenten["start"][r] + 60)
    return _wijziging(s, r, 60, _VERHUISD, datum, s["einde"][r], at)


def trajecten(e: Episodes, s: Stukken, snede: Snede) -> NDArray[Any]:
    """Care that started, as far as its start is known."""
    r = np.flatnonzero(s.gestart & snede.bekend(s.momenten["start"]))
    return TABELLEN["trajecten"].bouw(
        id=s["sleutel"][r],
        toewijzing=s["sleutel"][r],
        casus=e["sleutel"][s.ep[r]],
        persoon=e.kind_sleutel[s.ep[r]],
        gemeente=s["gemeente"][r],
        aanbieder=s["aanbieder"][r],
        product=s.product_id[r],
        niveau=s["niveau"][r],
        vastgelegd_at=s.momenten["start"][r],
    )


def redenen(stroom: Stroom, e: Episodes, s: Stukken) -> Getallen:
    """JZ588 at the end: by what follows, by the eighteenth birthday, or by chance."""
    sleutel = s["sleutel"]
    codes_, gewichten = zip(*aannamen.REDENEN_EINDE, strict=True)
    los = np.array(codes_, dtype=np.int64)[stroom.keuze(sleutel, gewichten, stap=30)]
    op_leeftijd = s["einde"] == verjaardag(e.geboorte[s.ep], 18) - 1
    los = np.where(op_leeftijd, np.where(stroom.kans(sleutel, 600, stap=31), _UITSTROOM, _VOLGENS_PLAN), los)
    over = stroom.kans(sleutel, 400, stap=32)
    los = np.where(s.volgt == codes.VERHUIZING, _EXTERN, los)
    los = np.where(s.volgt == codes.OPSCHALING, np.where(over, _OVERSTAP, _VOORTIJDIG_SAMEN), los)
    return np.where(np.isin(s.volgt, (codes.AFSCHALING, codes.HERINDICATIE)), _VOLGENS_PLAN, los)


def traject_feiten(w: Wereld, e: Episodes, s: Stukken, snede: Snede) -> NDArray[Any]:
    """Start, pause, resumption and stop; some stops come in with a wrong day and are corrected later."""
    stroom = w.stroom("trajectfeiten")
    alle = np.flatnonzero(s.gestart)
    sleutel, stop_at = s["sleutel"], s.momenten["stop"]
    fout = stroom.kans(sleutel, aannamen.CORRECTIE_STOP_PROMILLE, stap=1) & (s["einde"] - s["start"] > 30)
    fout &= s.dagen["hervatting"] < s["einde"] - 20  # also true for GEEN
    verkeerd = s["einde"] - stroom.geheel(sleutel, 1, 14, stap=2)
    weer_at = vastgelegd(
        stroom, sleutel, stop_at // 86_400 + stroom.geheel(sleutel, 10, 110, stap=3), ZELFDE_DAG, 4
    )
    reden = redenen(stroom, e, s)
    nul, geen = np.zeros(len(sleutel), dtype=np.int64), np.full(len(sleutel), -1, dtype=np.int64)
    soorten = (
        (codes.START, s["start"], nul, s.momenten["start"], alle, 0, geen),
        (codes.PAUZE, s.dagen["pauze"], nul + _TIJDELIJK, s.momenten["pauze"], alle, 1, geen),
        (codes.HERVATTING, s.dagen["hervatting"], nul, s.momenten["hervatting"], alle, 2, geen),
        (codes.STOP, np.where(fout, verkeerd, s["einde"]), reden, stop_at, alle, 3, geen),
        (codes.STOP, s["einde"], reden, weer_at, np.flatnonzero(s.gestart & fout), 4, sleutel * 16 + 3),
    )
    delen = []
    for soort, datum, waarom, at, rijen, nummer, vervangt in soorten:
        r = rijen[snede.bekend(at[rijen])]
        delen.append(
            {
                "id": sleutel[r] * 16 + nummer,
                "traject": sleutel[r],
                "soort": np.full(len(r), soort, dtype=np.int64),
                "datum": datum[r],
                "reden": waarom[r],
                "vervangt": vervangt[r],
                "vastgelegd_at": at[r],
            }
        )
    return TABELLEN["traject_feiten"].bouw(**{k: np.concatenate([d[k] for d in delen]) for k in delen[0]})


def verantwoordelijkheid(w: Wereld, e: Episodes, s: Stukken, snede: Snede) -> NDArray[Any]:
    """Which municipality is responsible for each casus, from when: the melding, or a move during care."""
    r = np.flatnonzero(s["vervolg"] == codes.VERHUIZING)
    at = daarna(
        vastgelegd(w.stroom("woonplaats"), s["sleutel"][r], s["start"][r], WEEK, 1), e.melding_at[s.ep[r]]
    )
    r, at = r[snede.bekend(at)], at[snede.bekend(at)]
    tot = np.full(len(e.rij), GEEN, dtype=np.int64)
    tot[s.ep[r]] = s["start"][r] - 1
    return TABELLEN["verantwoordelijkheid"].bouw(
        casus=np.concatenate([e["sleutel"], e["sleutel"][s.ep[r]]]),
        gemeente=np.concatenate([e["gemeente"], s["gemeente"][r]]),
        begindatum=np.concatenate([e["meldingsdatum"], s["start"][r]]),
        einddatum=np.concatenate([tot, np.full(len(r), GEEN, dtype=np.int64)]),
        vastgelegd_at=np.concatenate([e.melding_at, at]),
    )
