"""Light help, measures, voorliggende voorzieningen and experience answers, as known at the end date."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from koers.simulation.proefregio import aannamen, codes
from koers.simulation.proefregio.bak import Bak
from koers.simulation.proefregio.feiten_toegang import Episodes
from koers.simulation.proefregio.kalender import GEEN, jaar_van, werkdag
from koers.simulation.proefregio.registratie import WEEK, ZELFDE_DAG, Snede, daarna, vastgelegd
from koers.simulation.proefregio.schema import TABELLEN
from koers.simulation.proefregio.stroom import Getallen
from koers.simulation.proefregio.wereld import Wereld

_POH_JEUGD: Final = codes.LICHTE_HULP.index("poh_jeugd")
_AFGEROND, _OPGESCHAALD, _GESTOPT = range(3)
# Assumption: 35 minutes of each 47 are talks, the rest is reporting and consultation.
_MINUTEN_PER_GESPREK: Final = 60
# CBS outcome "without help": same or heavier, lighter, perhaps later, none (assumption).
_ZONDER_HULP: Final = (150, 280, 170, 400)


@dataclass(frozen=True)
class Hulp:
    """Light help or measures of the known episodes: `ep` (row in Episodes), their days and moments."""

    ep: Getallen
    soort: Getallen
    gemeente: Getallen
    start: Getallen
    einde: Getallen
    start_at: Getallen
    einde_at: Getallen


def kies_hulp(w: Wereld, e: Episodes, bak: Bak, naam: str) -> Hulp:
    """Rows of `bak` under the known episodes; nothing is cut off yet."""
    plek = np.full(len(w.episodes), -1, dtype=np.int64)
    plek[e.rij] = np.arange(len(e.rij))
    rij = np.flatnonzero(plek[bak["episode"]] >= 0)
    k = bak.neem(rij)
    ep = plek[k["episode"]]
    stroom, sleutel = w.stroom(naam), e["sleutel"][ep]
    start_at = daarna(vastgelegd(stroom, sleutel, k["start"], WEEK, 1), e.melding_at[ep])
    einde_at = daarna(vastgelegd(stroom, sleutel, k["einde"], WEEK, 2), start_at)
    return Hulp(ep, k["soort"], k["gemeente"], k["start"], k["einde"], start_at, einde_at)


def lichte_hulp(w: Wereld, e: Episodes, h: Hulp, snede: Snede) -> NDArray[Any]:
    """One row per request; start, end, minutes and outcome appear when they are recorded."""
    stroom, sleutel = w.stroom("lichte hulp"), e["sleutel"][h.ep]
    poh = h.soort == _POH_JEUGD
    weken = (h.einde - h.start) // 7 + 1
    lokaal = weken * stroom.geheel(sleutel, *aannamen.LOKAAL_MINUTEN_PER_WEEK, stap=1)
    groep = h.gemeente * 100 + jaar_van(e["meldingsdatum"][h.ep]) - 2000
    minuten = np.where(poh, aannamen.POH_MINUTEN(stroom.gelaagd(sleutel, groep * 2 + poh, stap=2)), lokaal)
    uitkomst = np.where(stroom.kans(sleutel, aannamen.POH_GESTOPT_PROMILLE, stap=3), _GESTOPT, _AFGEROND)
    uitkomst = np.where(_opgeschaald(w, e, h), _OPGESCHAALD, uitkomst)
    start_at = snede.of_geen(h.start_at, h.start_at)
    einde_at = snede.of_geen(h.einde_at, h.einde_at)
    return TABELLEN["lichte_hulp"].bouw(
        id=sleutel,
        casus=sleutel,
        persoon=e.kind_sleutel[h.ep],
        gemeente=h.gemeente,
        soort=h.soort,
        praktijk=np.where(poh, e["praktijk"][h.ep], -1),
        aanvraagdatum=e["meldingsdatum"][h.ep],
        startdatum=np.where(start_at == GEEN, GEEN, h.start),
        start_vastgelegd_at=start_at,
        einddatum=np.where(einde_at == GEEN, GEEN, h.einde),
        einde_vastgelegd_at=einde_at,
        minuten=np.where(einde_at == GEEN, 0, minuten),
        gesprekken=np.where(einde_at == GEEN, 0, np.maximum(minuten // _MINUTEN_PER_GESPREK, 1)),
        uitkomst=np.where(einde_at == GEEN, -1, uitkomst),
        vastgelegd_at=e.melding_at[h.ep],
    )


def _opgeschaald(w: Wereld, e: Episodes, h: Hulp) -> NDArray[np.bool_]:
    """Did the same child come to specialised care within 90 days? Also a melding after the end date counts:
    the outcome itself is shown only from the end of this help on, when the worker knows it."""
    zorg = w.episodes["uitkomst"] == codes.SPECIALISTISCH
    # kind x 2**20 + day sorts by child, then day; days stay far below 2**20.
    reeks = np.sort((w.episodes["kind"][zorg] << 20) + w.episodes["meldingsdatum"][zorg])
    hier = (e["kind"][h.ep] << 20) + h.einde
    plek = np.minimum(np.searchsorted(reeks, hier), max(len(reeks) - 1, 0))
    if not len(reeks):
        return np.zeros(len(h.ep), dtype=bool)
    return (reeks[plek] >= hier) & (reeks[plek] - hier <= 90)


def maatregelen(e: Episodes, h: Hulp, snede: Snede) -> NDArray[Any]:
    """Measures whose start is known."""
    r = np.flatnonzero(snede.bekend(h.start_at))
    einde_at = snede.of_geen(h.einde_at, h.einde_at)[r]
    return TABELLEN["maatregelen"].bouw(
        id=e["sleutel"][h.ep[r]],
        casus=e["sleutel"][h.ep[r]],
        persoon=e.kind_sleutel[h.ep[r]],
        gemeente=h.gemeente[r],
        soort=h.soort[r],
        gi=e.gi[h.ep[r]],
        begindatum=h.start[r],
        einddatum=np.where(einde_at == GEEN, GEEN, h.einde[r]),
        einde_vastgelegd_at=einde_at,
        vastgelegd_at=h.start_at[r],
    )


def voorziening_gebruik(w: Wereld, e: Episodes, snede: Snede) -> NDArray[Any]:
    """Use of a voorliggende voorziening beside help, or instead of it."""
    stroom, sleutel = w.stroom("voorliggend"), e["sleutel"]
    kans = np.zeros(len(codes.UITKOMST), dtype=np.int64)
    for uitkomst, naam in (
        (codes.SPECIALISTISCH, "specialistisch"),
        (codes.LOKAAL, "licht"),
        (codes.POH, "poh"),
        (codes.VOORLIGGEND, "voorliggend"),
    ):
        kans[uitkomst] = aannamen.VOORLIGGEND_PROMILLE[naam]
    # Somewhere from the melding on, and for care around its start.
    begin = np.where(e["uitkomst"] == codes.SPECIALISTISCH, e["start"] - 10, e["meldingsdatum"] + 3)
    begin = werkdag(np.maximum(begin + stroom.geheel(sleutel, 0, 60, stap=1), e["meldingsdatum"]))
    einde = begin + aannamen.VOORLIGGEND_DUUR(stroom.deel(sleutel, 2))
    at = daarna(vastgelegd(stroom, sleutel, begin, WEEK, 3), e.melding_at)
    einde_at = daarna(vastgelegd(stroom, sleutel, einde, WEEK, 4), at)
    geboren = e.geboorte < begin
    r = np.flatnonzero(stroom.kans(sleutel, kans[e["uitkomst"]], stap=5) & snede.bekend(at) & geboren)
    per_gemeente = len(codes.VOORZIENING)
    return TABELLEN["voorziening_gebruik"].bouw(
        id=sleutel[r],
        casus=sleutel[r],
        persoon=e.kind_sleutel[r],
        gemeente=e["gemeente"][r],
        voorziening=e["gemeente"][r] * per_gemeente + stroom.geheel(sleutel[r], 0, per_gemeente - 1, stap=6),
        begindatum=begin[r],
        einddatum=snede.of_geen(einde[r], einde_at[r]),
        vastgelegd_at=at[r],
    )


def ervaringen(w: Wereld, e: Episodes, einde_at: Getallen, snede: Snede) -> NDArray[Any]:
    """Answers after finished help. `einde_at`: per episode, when its last end was reported (GEEN = none)."""
    stroom, sleutel = w.stroom("ervaringen"), e["sleutel"]
    # Asked some weeks after the end is known.
    datum = werkdag(np.where(einde_at == GEEN, 0, einde_at // 86_400) + stroom.geheel(sleutel, 5, 45, stap=1))
    at = np.where(einde_at == GEEN, GEEN, daarna(vastgelegd(stroom, sleutel, datum, ZELFDE_DAG, 2), einde_at))
    r = np.flatnonzero(stroom.kans(sleutel, aannamen.ERVARING_PROMILLE, stap=3) & snede.bekend(at))
    passend = 1 + stroom.keuze(sleutel[r], aannamen.PASSEND, stap=4)
    oud_genoeg = datum[r] - e.geboorte[r] >= 12 * 366
    return TABELLEN["ervaringen"].bouw(
        id=sleutel[r],
        casus=sleutel[r],
        persoon=e.kind_sleutel[r],
        gemeente=e["gemeente"][r],
        respondent=np.where(oud_genoeg & stroom.kans(sleutel[r], 500, stap=5), 0, 1),
        antwoorddatum=datum[r],
        passend=passend,
        nut=np.clip(passend * 2 - 1 + stroom.geheel(sleutel[r], -1, 1, stap=6), 1, 10),
        zonder_hulp_verder=1 + stroom.keuze(sleutel[r], _ZONDER_HULP, stap=7),
        vastgelegd_at=at[r],
    )
