"""Year by year: newcomers to specialised care, light help, the POH, and questions that end without care.

Each year's newcomers fill the gap between who is still in care and the number of `doelen`. A year looks
only at earlier years, so a later end date never changes what was recorded before an earlier one.
"""

from dataclasses import replace
from typing import Final

import numpy as np

from koers.simulation.proefregio import aannamen, codes
from koers.simulation.proefregio.kalender import GEEN, dag, leeftijd_op, verjaardag, werkdag
from koers.simulation.proefregio.stroom import Getallen, Maskers, gulden, kies, rang_binnen
from koers.simulation.proefregio.verwijzen import (
    ROUTE_VAN_DOOR,
    Aanloop,
    kans_zwaar,
    maak_aanloop,
    wachtdagen,
)
from koers.simulation.proefregio.wereld import G, Wereld
from koers.simulation.proefregio.werving import Oproep, Werving, voeg_samen
from koers.simulation.proefregio.zorgpaden import keten, uitgaven, zwaarte

_LEEFTIJD_NIVEAU: Final = np.array([aannamen.LEEFTIJD_NIVEAU[n] for n in range(4, 9)], dtype=np.int64)
_LOKAAL_TEAM, _POH_JEUGD = (codes.LICHTE_HULP.index(s) for s in ("lokaal_team", "poh_jeugd"))


def speel_jaar(w: Wereld, jaar: int) -> None:
    """Play one calendar year."""
    j = jaar - w.jaren.start
    _poh(w, jaar, w.doelen.poh[:, j])  # first, so that some of them come to more help in the same year
    al = w.tel(w.in_specialistische_zorg(jaar), jaar, 18)
    _specialistisch(w, jaar, np.maximum(w.doelen.specialistisch[:, j] - al, 0))
    lopend = w.in_jeugdzorg(jaar)
    _licht(w, jaar, np.maximum(w.doelen.totaal[:, j] - w.tel(lopend, jaar, 22), 0), lopend // 16)
    _advies(w, jaar, w.doelen.licht_einde[:, j])


def _oproep(naam: str, jaar: int, nodig: Getallen, mag: Maskers, leeftijden: tuple[int, ...]) -> Oproep:
    """A call with the same ages for every place."""
    aantal = int(nodig.sum())
    gewichten = np.broadcast_to(np.array(leeftijden, dtype=np.int64), (aantal, len(leeftijden)))
    return Oproep(naam, jaar, nodig, mag, gewichten, np.zeros(aantal, dtype=np.int64))


# --- Specialised care ---------------------------------------------------------------------------------
def _specialistisch(w: Wereld, jaar: int, nodig: Getallen) -> None:
    """New care of level 4-8, and the few toewijzingen on top that never start."""
    met, niveau_met = _werf_zorg(
        w, "specialistisch", jaar, nodig, w.kinderen["specialistisch_tot"] < dag(jaar)
    )
    w.leeg_promille += nodig * aannamen.NIET_GESTART_PROMILLE
    leeg, w.leeg_promille = w.leeg_promille // 1000, w.leeg_promille % 1000
    mag = w.kinderen["vrij"] < dag(jaar)
    mag[met.kind] = False
    zonder, niveau_zonder = _werf_zorg(w, "niet_gestart", jaar, leeg, mag)
    werving = voeg_samen(met, zonder)
    niveau = np.concatenate([niveau_met, niveau_zonder])
    leeftijd = leeftijd_op(w.kinderen["geboorte"][werving.kind], werving.dag)
    gestart = (np.arange(len(niveau)) < len(niveau_met)).astype(np.int64)
    _zorg(w, jaar, werving, np.where((niveau == 8) & (leeftijd < 12), 7, niveau), gestart)


def _werf_zorg(w: Wereld, naam: str, jaar: int, nodig: Getallen, mag: Maskers) -> tuple[Werving, Getallen]:
    """Newcomers with the level of their first trajectory, even over each municipality's sequence."""
    gemeente = np.repeat(np.arange(G), nodig)
    rang = rang_binnen(gemeente) + w.niveau_teller[gemeente]
    w.niveau_teller += nodig
    stroom = w.stroom("niveau")
    niveau = 4 + kies(gulden(rang, stroom.deel(gemeente)), aannamen.EERSTE_NIVEAU)
    oproep = Oproep(naam, jaar, nodig, mag, _LEEFTIJD_NIVEAU[niveau - 4], niveau)
    werving = w.werf(oproep)
    # Row of each newcomer's place; who came along has a level of their own.
    plaats = np.concatenate([[0], np.cumsum(nodig)])[werving.gemeente] + np.maximum(werving.plek, 0)
    los = 4 + stroom.keuze(w.kinderen["sleutel"][werving.kind], aannamen.EERSTE_NIVEAU, stap=jaar)
    eigen = niveau[np.minimum(plaats, len(niveau) - 1)] if len(niveau) else los
    return werving, np.where(werving.plek < 0, los, eigen)


def _zorg(w: Wereld, jaar: int, werving: Werving, niveau: Getallen, gestart: Getallen) -> None:
    """Trajectories first (they do not depend on the route), then the way that led there."""
    kind = werving.kind
    sleutel = w.kinderen["sleutel"][kind] * 32 + w.kinderen["episodes"][kind]
    stukken, verhuizing = _ketens(w, werving, sleutel, niveau, gestart)
    stroom = w.stroom("verwijzen")
    toewijzing = werving.dag - wachtdagen(stroom, sleutel, niveau)
    door = w.poort.verdeel(
        sleutel,
        gemeente=werving.gemeente,
        niveau=niveau,
        toewijzing=toewijzing,
        zwaarte=zwaarte(stukken, niveau, gestart),
        team_zwaar=_team_zwaar(w, jaar, stukken, niveau, gestart),
        leider=werving.leider,
    )
    vroegst = np.maximum(w.kinderen["vrij"][kind], w.kinderen["geboorte"][kind]) + 1
    wegen = maak_aanloop(
        stroom, sleutel, werving, door=door, niveau=niveau, toewijzing=toewijzing, vroegst=vroegst
    )
    praktijk = w.praktijken.verdeel(
        w.gezinnen, w.kinderen, werving, wegen.meldingsdatum, door == codes.HUISARTS, "aanvraag", jaar
    )
    einde = werving.dag.copy()
    np.maximum.at(einde, stukken["rij"], stukken["einde"])
    episode = w.voeg_episodes_toe(
        werving,
        wegen,
        praktijk=praktijk,
        uitkomst=np.full(len(sleutel), codes.SPECIALISTISCH),
        gestart=gestart,
        # What never started holds nobody back for long.
        einde=np.where(gestart == 1, einde, werving.dag + 60),
    )
    w.kinderen["specialistisch_tot"][kind[gestart == 1]] = einde[gestart == 1]
    _bewaar_ketens(w, werving, episode, stukken, verhuizing)
    met_maatregel = (ROUTE_VAN_DOOR[door] == codes.ROUTE_C) & (gestart == 1)
    met_maatregel &= w.stroom("maatregelen").kans(sleutel, aannamen.MAATREGEL_BIJ_C, 1)
    _maatregel(w, episode[met_maatregel])


def _team_zwaar(
    w: Wereld, jaar: int, stukken: dict[str, Getallen], niveau: Getallen, gestart: Getallen
) -> Getallen:
    """How much of the new heavy care goes through Team Jeugd this year, per municipality."""
    oud, episode = uitgaven(w.stukken, jaar), w.stukken["episode"]
    oud = oud * w.episodes["gestart"][episode]
    via_team = oud * (w.episodes["door"][episode] == codes.TEAM_JEUGD)
    nieuw = uitgaven(stukken, jaar) * gestart[stukken["rij"]]
    zwaar = niveau[stukken["rij"]] >= 6
    lopend = [np.bincount(w.stukken["gemeente"], b, G).astype(np.int64) for b in (oud, via_team)]
    erbij = [np.bincount(stukken["gemeente"], b, G).astype(np.int64) for b in (nieuw * ~zwaar, nieuw * zwaar)]
    return kans_zwaar(*lopend, *erbij)


def _ketens(
    w: Wereld, werving: Werving, sleutel: Getallen, niveau: Getallen, gestart: Getallen
) -> tuple[dict[str, Getallen], dict[str, Getallen]]:
    """The trajectories of the newcomers, and the moves they lead to."""
    gezin = w.kinderen["gezin"][werving.kind]
    return keten(
        w.stroom("zorgpaden"),
        w.aanbod,
        episode={
            "sleutel": sleutel,
            "gemeente": werving.gemeente,
            "start": werving.dag,
            "geboorte": w.kinderen["geboorte"][werving.kind],
            "niveau": niveau,
            "gestart": gestart,
        },
        enig_kind=w.gezinnen["kinderen"][gezin] == 1,
        verhuisd=w.gezinnen["naar"][gezin] >= 0,
    )


def _bewaar_ketens(
    w: Wereld,
    werving: Werving,
    episode: Getallen,
    stukken: dict[str, Getallen],
    verhuizing: dict[str, Getallen],
) -> None:
    """Store the trajectories; a family that moved is found in its new municipality from then on."""
    rij = stukken["rij"]
    w.stukken.voeg_toe(
        sleutel=w.episodes["sleutel"][episode][rij] * 16 + stukken["nummer"],
        episode=episode[rij],
        **{naam: kolom for naam, kolom in stukken.items() if naam != "rij"},
    )
    weg = np.flatnonzero(verhuizing["naar"] >= 0)
    gezin = w.kinderen["gezin"][werving.kind[weg]]
    w.gezinnen["naar"][gezin] = verhuizing["naar"][weg]
    w.gezinnen["verhuisd"][gezin] = verhuizing["verhuisdag"][weg]
    w.kinderen["gemeente"][werving.kind[weg]] = verhuizing["naar"][weg]


def _maatregel(w: Wereld, episode: Getallen) -> None:
    """A measure (JB or JR) from the first day of the episode, at most until eighteen."""
    stroom, sleutel, start = (
        w.stroom("maatregelen"),
        w.episodes["sleutel"][episode],
        w.episodes["start"][episode],
    )
    geboorte = w.kinderen["geboorte"][w.episodes["kind"][episode]]
    soort = stroom.keuze(sleutel, aannamen.MAATREGEL_SOORTEN, stap=2)
    # Jeugdreclassering is for twelve and older.
    soort = np.where((soort == 2) & (leeftijd_op(geboorte, start) < 12), 0, soort)
    achttien = verjaardag(geboorte, 18) - 1
    # Guardianship lasts until eighteen.
    einde = np.where(soort == 1, achttien, start + aannamen.MAATREGEL_DUUR(stroom.deel(sleutel, 3)))
    einde = np.maximum(np.minimum(einde, achttien), start)
    w.maatregelen.voeg_toe(
        episode=episode, gemeente=w.episodes["gemeente"][episode], soort=soort, start=start, einde=einde
    )
    w.episodes["einde"][episode] = np.maximum(w.episodes["einde"][episode], einde)
    kind = w.episodes["kind"][episode]
    w.kinderen["vrij"][kind] = np.maximum(w.kinderen["vrij"][kind], einde)


# --- Light help and what ends before youth care -----------------------------------------------------------
def _vrij_toegankelijk(w: Wereld, werving: Werving, melding: Getallen, door: Getallen) -> Aanloop:
    """Without besluit or toewijzing; no melding before the last help ended."""
    kind = werving.kind
    vroegst = np.maximum(w.kinderen["vrij"][kind], np.minimum(w.kinderen["geboorte"][kind], werving.dag)) + 1
    melding = np.minimum(werkdag(np.maximum(melding, np.minimum(vroegst, werving.dag))), werving.dag)[
        werving.leider
    ]
    geen = np.full(len(kind), GEEN, dtype=np.int64)
    return Aanloop(door, np.zeros(len(kind), dtype=np.int64), melding, geen, geen)


def _licht(w: Wereld, jaar: int, nodig: Getallen, in_zorg: Getallen) -> None:
    """Help by the local team, and young people with only a measure."""
    mag = np.ones(len(w.kinderen), dtype=bool)
    mag[in_zorg] = False
    werving = w.werf(_oproep("licht", jaar, nodig, mag, aannamen.LEEFTIJD_LICHT))
    stroom, sleutel = (
        w.stroom("licht"),
        w.kinderen["sleutel"][werving.kind] * 32 + w.kinderen["episodes"][werving.kind],
    )
    maatregel = stroom.kans(sleutel, aannamen.MAATREGEL_DEEL, 1)[werving.leider]
    door_c = np.where(stroom.kans(sleutel, 500, 2), codes.RECHTER, codes.GI)[werving.leider]
    wacht = aannamen.LOKAAL_WACHT(stroom.deel(sleutel, 3))
    wegen = _vrij_toegankelijk(w, werving, werving.dag - wacht, np.where(maatregel, door_c, codes.VRIJ))
    einde = werving.dag + aannamen.LOKAAL_DUUR(stroom.deel(sleutel, 4))
    einde = np.maximum(
        np.minimum(einde, verjaardag(w.kinderen["geboorte"][werving.kind], 18) - 1), werving.dag
    )
    einde = np.where(maatregel, werving.dag, einde)
    episode = _bewaar_licht(
        w, werving, wegen, np.where(maatregel, codes.MAATREGEL, codes.LOKAAL), einde, "", jaar
    )
    w.licht.voeg_toe(
        episode=episode[~maatregel],
        gemeente=werving.gemeente[~maatregel],
        soort=_LOKAAL_TEAM,
        start=werving.dag[~maatregel],
        einde=einde[~maatregel],
    )
    _maatregel(w, episode[maatregel])


def _poh(w: Wereld, jaar: int, nodig: Getallen) -> None:
    """Requests to the POH Jeugd; the newcomers' day is the day of the request."""
    mag = np.ones(len(w.kinderen), dtype=bool)
    werving = w.werf(_oproep("poh", jaar, nodig, mag, aannamen.LEEFTIJD_POH))
    stroom, sleutel = (
        w.stroom("poh"),
        w.kinderen["sleutel"][werving.kind] * 32 + w.kinderen["episodes"][werving.kind],
    )
    start = werkdag(werving.dag + aannamen.POH_WACHT(stroom.deel(sleutel, 1)))
    einde = start + aannamen.POH_DUUR(stroom.deel(sleutel, 2))
    wegen = _vrij_toegankelijk(w, werving, werving.dag, np.full(len(sleutel), codes.HUISARTS))
    episode = _bewaar_licht(w, werving, wegen, np.full(len(sleutel), codes.POH), einde, "poh", jaar)
    w.licht.voeg_toe(episode=episode, gemeente=werving.gemeente, soort=_POH_JEUGD, start=start, einde=einde)


def _advies(w: Wereld, jaar: int, nodig: Getallen) -> None:
    """Questions that a voorliggende voorziening or a talk answers, that are withdrawn or refused."""
    mag = np.ones(len(w.kinderen), dtype=bool)
    oproep = _oproep("advies", jaar, nodig, mag, aannamen.LEEFTIJD_LICHT)
    werving = w.werf(replace(oproep, ongeboren=aannamen.ONGEBOREN_PROMILLE))
    sleutel = w.kinderen["sleutel"][werving.kind] * 32 + w.kinderen["episodes"][werving.kind]
    uitkomst = codes.VOORLIGGEND + w.stroom("advies").keuze(sleutel, aannamen.LICHT_EINDE, 1)
    door = np.where(uitkomst == codes.AFGEWEZEN, codes.TEAM_JEUGD, codes.VRIJ)
    wegen = _vrij_toegankelijk(w, werving, werving.dag, door)
    einde = wegen.meldingsdatum + w.stroom("advies").geheel(sleutel, 7, 70, 2)
    _bewaar_licht(w, werving, wegen, uitkomst, einde, "", jaar)


def _bewaar_licht(
    w: Wereld, werving: Werving, wegen: Aanloop, uitkomst: Getallen, einde: Getallen, soort: str, jaar: int
) -> Getallen:
    telt = np.full(len(uitkomst), soort == "poh")
    praktijk = w.praktijken.verdeel(w.gezinnen, w.kinderen, werving, wegen.meldingsdatum, telt, soort, jaar)
    return w.voeg_episodes_toe(
        werving,
        wegen,
        praktijk=praktijk,
        uitkomst=uitkomst,
        gestart=np.ones(len(uitkomst), dtype=np.int64),
        einde=einde,
    )
