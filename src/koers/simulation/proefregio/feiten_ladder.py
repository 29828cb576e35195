"""The steps of the ladder before the first toekenning of a casus, and why they were passed over."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from koers.simulation.proefregio import aannamen, codes
from koers.simulation.proefregio.feiten_toegang import Episodes
from koers.simulation.proefregio.feiten_zorg import Stukken
from koers.simulation.proefregio.kalender import GEEN
from koers.simulation.proefregio.registratie import MINUUT, ZELFDE_DAG, Snede, daarna, vastgelegd
from koers.simulation.proefregio.schema import TABELLEN
from koers.simulation.proefregio.stroom import Getallen
from koers.simulation.proefregio.wereld import Wereld

_TREDEN: Final = len(codes.TREDE)


@dataclass(frozen=True)
class Ladders:
    """Per casus with a toekenning on route A: its row in Episodes, the first besluit, and what passed over
    the ladder (place in `codes.LADDER_UITZONDERING`, -1 = nothing)."""

    ep: Getallen
    besluitdatum: Getallen
    besluit_at: Getallen
    uitzondering: Getallen


def kies_ladders(w: Wereld, e: Episodes, s: Stukken) -> Ladders:
    """The casussen that have a ladder, also while the besluit itself is not there yet. With haste it was a
    crisis."""
    r = np.flatnonzero(s.momenten["besluit"] != GEEN)
    # The first that was written down: a later end date then changes nothing.
    r = r[np.lexsort((s["sleutel"][r], s.momenten["besluit"][r], s.ep[r]))]
    ep, first = np.unique(s.ep[r], return_index=True)
    r, sleutel = r[first], e["sleutel"][ep]
    hard = w.stroom("ladder").kans(sleutel, aannamen.HARDHEIDSCLAUSULE_PROMILLE, stap=1)
    return Ladders(
        ep=ep,
        besluitdatum=s.dagen["besluit"][r],
        besluit_at=s.momenten["besluit"][r],
        uitzondering=np.where(e["spoed"][ep] > 0, codes.CRISIS, np.where(hard, codes.HARDHEIDSCLAUSULE, -1)),
    )


def treden(w: Wereld, e: Episodes, ladders: Ladders, snede: Snede) -> NDArray[Any]:
    """One row per step with an outcome, on a day between the melding and the besluit. Only an exception
    leaves a step open; no step suffices, or there would be no toekenning."""
    stroom = w.stroom("ladder")
    ep, trede = np.repeat(ladders.ep, _TREDEN), np.tile(np.arange(_TREDEN), len(ladders.ep))
    sleutel, melding = e["sleutel"][ep] * 4 + trede, e["meldingsdatum"][ep]
    before, before_at = np.repeat(ladders.besluitdatum, _TREDEN), np.repeat(ladders.besluit_at, _TREDEN)
    datum = np.minimum(melding + np.maximum(before - melding, 0) * (trede + 1) // (_TREDEN + 1), before)
    at = daarna(vastgelegd(stroom, sleutel, datum, ZELFDE_DAG, 2), e.melding_at[ep])
    at = np.minimum(at, before_at - MINUUT)  # what a besluit rests on was there before it
    weights = np.array(aannamen.LADDER_UITKOMST, dtype=np.int64)
    passed = np.repeat(ladders.uitzondering, _TREDEN)
    open_ = stroom.kans(sleutel, np.array((*aannamen.LADDER_OPEN_PROMILLE, 0))[passed], stap=4)
    r = np.flatnonzero(~open_ & snede.bekend(at))
    return TABELLEN["treden"].bouw(
        id=sleutel[r],
        casus=e["sleutel"][ep][r],
        gemeente=e["gemeente"][ep][r],
        trede=trede[r],
        uitkomst=stroom.keuze(sleutel, weights[trede], stap=3)[r],
        datum=datum[r],
        vastgelegd_at=at[r],
    )


def uitzonderingen(e: Episodes, ladders: Ladders, snede: Snede) -> NDArray[Any]:
    """One row per casus in which the ladder was passed over, on the day of the besluit."""
    at = ladders.besluit_at - MINUUT
    r = np.flatnonzero((ladders.uitzondering >= 0) & snede.bekend(at))
    ep = ladders.ep[r]
    return TABELLEN["ladder_uitzonderingen"].bouw(
        id=e["sleutel"][ep],
        casus=e["sleutel"][ep],
        gemeente=e["gemeente"][ep],
        soort=ladders.uitzondering[r],
        datum=ladders.besluitdatum[r],
        vastgelegd_at=at[r],
    )
