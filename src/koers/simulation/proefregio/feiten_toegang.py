"""Meldingen, casussen, referrals and besluiten, as the register knows them at the end date."""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from koers.simulation.proefregio import aanbieders, codes
from koers.simulation.proefregio.kalender import GEEN
from koers.simulation.proefregio.registratie import WEEK, ZELFDE_DAG, Snede, daarna, vastgelegd
from koers.simulation.proefregio.schema import TABELLEN
from koers.simulation.proefregio.stroom import Getallen, Maskers, Stroom
from koers.simulation.proefregio.verwijzen import ROUTE_VAN_DOOR
from koers.simulation.proefregio.wereld import Wereld

_VERWIJZER = np.array(codes.DOOR_VERWIJZER, dtype=np.int64)
# Who comes with the question, by who opened the way. On route A: assumption, in the order of codes.KANAAL.
_KANAAL_A = (420, 60, 200, 40, 110, 60, 0, 0, 0, 0, 60, 50)
_KANAAL_DOOR = {
    codes.HUISARTS: "huisarts",
    codes.JEUGDARTS: "jeugdarts",
    codes.SPECIALIST: "medisch_specialist",
    codes.GI: "gecertificeerde_instelling",
    codes.RECHTER: "rechter",
}
_HULPVRAAG = (150, 170, 190, 120, 100, 90, 60, 50, 40, 30)  # assumption
_GI = np.array(aanbieders.INSTELLINGEN_GI, dtype=np.int64)


@dataclass(frozen=True)
class Episodes:
    """The episodes that the register knows at the end date, as columns; `rij` is their row in the world.

    `melding_at` is when the melding was recorded, `gi` the certified institution of route C or -1.
    """

    rij: Getallen
    kolom: dict[str, Getallen]
    melding_at: Getallen
    route: Getallen
    gi: Getallen
    kind_sleutel: Getallen
    gezin_sleutel: Getallen
    geboorte: Getallen

    def __getitem__(self, naam: str) -> Getallen:
        return self.kolom[naam]


def _melding_at(stroom: Stroom, e: dict[str, Getallen]) -> Getallen:
    """Route A and C within days. Route B becomes known when the provider asks for a toewijzing."""
    route = ROUTE_VAN_DOOR[e["door"]]
    via_aanbieder = (route == codes.ROUTE_B) & (e["uitkomst"] == codes.SPECIALISTISCH)
    verzoek = np.maximum(np.where(via_aanbieder, e["toewijzingsdatum"], 0) - 5, e["meldingsdatum"])
    return vastgelegd(stroom, e["melding_sleutel"], verzoek, ZELFDE_DAG, 1)


def kies_episodes(w: Wereld, van: int, snede: Snede) -> Episodes:
    """Episodes recorded by the end date, with a melding or any help on or after `van`.

    Of who was in care on `van` the whole casus is kept: care that ended before is not, so inflow before
    `van` cannot be counted from these tables.
    """
    stroom = w.stroom("meldingen")
    alles = w.episodes.neem(np.arange(len(w.episodes)))
    at = _melding_at(stroom, alles)
    # Children under one melding are known at one moment, and kept or dropped together.
    uniek, groep = np.unique(alles["melding_sleutel"], return_inverse=True)
    laatste_samen = np.full(len(uniek), np.iinfo(np.int64).min)
    np.maximum.at(laatste_samen, groep, alles["einde"])
    at_samen = np.full(len(uniek), np.iinfo(np.int64).max)
    np.minimum.at(at_samen, groep, at)
    at = at_samen[groep]
    rij = np.flatnonzero((laatste_samen[groep] >= van) & (at <= snede.moment))
    kolom = w.episodes.neem(rij)
    route = ROUTE_VAN_DOOR[kolom["door"]]
    sleutel = kolom["melding_sleutel"]
    gi = np.where(route == codes.ROUTE_C, _GI[stroom.geheel(sleutel, 0, len(_GI) - 1, stap=2)], -1)
    kind = kolom["kind"]
    return Episodes(
        rij=rij,
        kolom=kolom,
        melding_at=at[rij],
        route=route,
        gi=gi,
        kind_sleutel=w.kinderen["sleutel"][kind],
        gezin_sleutel=w.gezinnen["sleutel"][w.kinderen["gezin"][kind]],
        geboorte=w.kinderen["geboorte"][kind],
    )


def meldingen(w: Wereld, e: Episodes) -> NDArray[Any]:
    """One row per melding; the child with the melding's own key leads."""
    stroom = w.stroom("meldingen")
    r = np.flatnonzero(e["sleutel"] == e["melding_sleutel"])
    sleutel, door = e["sleutel"][r], e["door"][r]
    kanaal = stroom.keuze(sleutel, _KANAAL_A, stap=3)
    for d, naam in _KANAAL_DOOR.items():
        kanaal = np.where(door == d, codes.KANAAL.index(naam), kanaal)
    verwijzer = np.where(e["uitkomst"][r] == codes.POH, 6, _VERWIJZER[door])  # the POH is freely accessible
    return TABELLEN["meldingen"].bouw(
        id=sleutel,
        gezin=e.gezin_sleutel[r],
        gemeente=e["gemeente"][r],
        meldingsdatum=e["meldingsdatum"][r],
        route=e.route[r],
        verwijzer=verwijzer,
        door=door,
        kanaal=kanaal,
        hulpvraag=stroom.keuze(sleutel, _HULPVRAAG, stap=4),
        praktijk=np.where(door == codes.HUISARTS, e["praktijk"][r], -1),
        gi=e.gi[r],
        spoed=e["spoed"][r],
        vastgelegd_at=e.melding_at[r],
    )


def casussen(w: Wereld, e: Episodes, van: dict[str, Getallen], snede: Snede) -> NDArray[Any]:
    """One row per young person and melding.

    `van` holds, per episode, `uitkomst_at` and `laatste_at`: when the outcome was clear, and when the last
    help was reported to have ended (GEEN = there was none).
    """
    stroom = w.stroom("casussen")
    uitkomst_at = daarna(van["uitkomst_at"], e.melding_at)
    # Closed within two weeks after the last help ended and was reported.
    einde = e["einde"] + stroom.geheel(e["sleutel"], 0, 14, stap=1)
    einde_at = daarna(
        vastgelegd(stroom, e["sleutel"], einde, WEEK, 2), np.maximum(uitkomst_at, van["laatste_at"])
    )
    return TABELLEN["casussen"].bouw(
        id=e["sleutel"],
        melding=e["melding_sleutel"],
        persoon=e.kind_sleutel,
        gemeente=e["gemeente"],
        begindatum=e["meldingsdatum"],
        uitkomst=snede.of_geen(e["uitkomst"], uitkomst_at, -1),
        uitkomst_vastgelegd_at=snede.of_geen(uitkomst_at, uitkomst_at),
        einddatum=snede.of_geen(einde, einde_at),
        einde_vastgelegd_at=snede.of_geen(einde_at, einde_at),
        vastgelegd_at=e.melding_at,
    )


def eigen_besluit(route: Getallen, vervolg: Getallen) -> tuple[Maskers, Maskers]:
    """Which pieces rest on a besluit, and which need a new referral. On route B and C a second trajectory
    beside the first, and care that goes along with a move, rest on the referral that is there."""
    besluit = route == codes.ROUTE_A
    zelfde = (vervolg == codes.STAPELING) | (vervolg == codes.VERHUIZING)
    return besluit, ~besluit & ~zelfde


def afwijzingen(w: Wereld, e: Episodes) -> dict[str, Getallen]:
    """Refusals, as besluiten without a product."""
    stroom = w.stroom("casussen")
    r = np.flatnonzero(e["uitkomst"] == codes.AFGEWEZEN)
    datum = np.minimum(e["meldingsdatum"][r] + stroom.geheel(e["sleutel"][r], 7, 50, stap=5), e["einde"][r])
    at = daarna(vastgelegd(stroom, e["sleutel"][r], datum, ZELFDE_DAG, 6), e.melding_at[r])
    return {
        "id": e["sleutel"][r] * 16 + 15,
        "casus": e["sleutel"][r],
        "persoon": e.kind_sleutel[r],
        "gemeente": e["gemeente"][r],
        "besluitdatum": datum,
        "soort": np.ones(len(r), dtype=np.int64),
        "door": e["door"][r],
        "product": np.full(len(r), -1),
        "herindicatie": np.zeros(len(r), dtype=np.int64),
        "vastgelegd_at": at,
        "episode": r,
    }


def uitkomst_at(w: Wereld, e: Episodes, eerste_zorg_at: Getallen) -> Getallen:
    """When it was clear what a melding led to. `eerste_zorg_at`: per episode, when the first toewijzing or
    light help was recorded (GEEN where there is none)."""
    stroom = w.stroom("casussen")
    zonder = e["einde"] - stroom.geheel(e["sleutel"], 0, 5, stap=7)
    anders = vastgelegd(stroom, e["sleutel"], np.maximum(zonder, e["meldingsdatum"]), ZELFDE_DAG, 8)
    return np.where(eerste_zorg_at == GEEN, anders, eerste_zorg_at)
