"""The working memory of one run, and who is in care in a year."""

from typing import Final

import numpy as np

from koers.simulation.proefregio import codes
from koers.simulation.proefregio.bak import Bak
from koers.simulation.proefregio.doelen import Doelen
from koers.simulation.proefregio.gepubliceerd import GEMEENTEN
from koers.simulation.proefregio.kalender import dag, leeftijd_op
from koers.simulation.proefregio.praktijken import Praktijkverdeling
from koers.simulation.proefregio.stroom import Getallen, Maskers, Stroom
from koers.simulation.proefregio.verwijzen import Aanloop, Poort
from koers.simulation.proefregio.werving import Oproep, Werving, werf
from koers.simulation.proefregio.zorgpaden import Zorgaanbod

G: Final = len(GEMEENTEN)


class Wereld:
    """Children, families, episodes, trajectories, light help and measures, as columns that grow by year.

    An episode is one child x one melding. `kinderen.vrij` is the last day of the last help so far.
    """

    def __init__(self, seed: int, schaal_miljoenste: int, jaren: range, doelen: Doelen) -> None:
        self.seed, self.jaren, self.doelen = seed, jaren, doelen
        self.aanbod = Zorgaanbod(seed, jaren)
        self.praktijken = Praktijkverdeling(seed, schaal_miljoenste)
        self.gezinnen = Bak("sleutel", "gemeente", "praktijk", "aankomst", "kinderen", "verhuisd", "naar")
        self.kinderen = Bak(
            *("sleutel", "gezin", "nummer", "gemeente", "geboorte", "vrouw", "tweeling"),
            *("episodes", "vrij", "specialistisch_tot"),
        )
        self.episodes = Bak(
            *("sleutel", "kind", "gemeente", "melding_sleutel", "meldingsdatum", "door", "spoed", "praktijk"),
            *("uitkomst", "besluitdatum", "toewijzingsdatum", "start", "einde", "gestart"),
        )
        self.stukken = Bak(
            *("sleutel", "episode", "nummer", "gemeente", "niveau", "product", "aanbieder"),
            *("start", "einde", "vervolg"),
        )
        self.licht = Bak("episode", "gemeente", "soort", "start", "einde")
        self.maatregelen = Bak("episode", "gemeente", "soort", "start", "einde")
        # Running totals per municipality: newcomers to specialised care, and lapsed toewijzingen still owed.
        self.niveau_teller = np.zeros(G, dtype=np.int64)
        self.leeg_promille = self.stroom("niet gestart").geheel(np.arange(G), 0, 999)
        self.poort = Poort(seed, G)

    def stroom(self, naam: str) -> Stroom:
        """A stream of this run."""
        return Stroom(self.seed, naam)

    def werf(self, oproep: Oproep) -> Werving:
        """Newcomers of one class and year."""
        return werf(self.seed, self.gezinnen, self.kinderen, oproep)

    def lopend(self, bak: Bak, jaar: int, telt: Maskers) -> Getallen:
        """child row x 16 + municipality of everything in `bak` that counts and runs on a day of the year."""
        rijen = np.flatnonzero(telt & (bak["start"] <= dag(jaar, 12, 31)) & (bak["einde"] >= dag(jaar)))
        return self.episodes["kind"][bak["episode"][rijen]] * 16 + bak["gemeente"][rijen]

    def in_specialistische_zorg(self, jaar: int) -> Getallen:
        """child x 16 + municipality with started care of level 4-8 in the year (with repeats)."""
        return self.lopend(self.stukken, jaar, self.episodes["gestart"][self.stukken["episode"]] == 1)

    def in_jeugdzorg(self, jaar: int) -> Getallen:
        """The same for all youth care in kind as CBS counts it: level 4-8, the local team, measures. The
        POH Jeugd is no youth care in kind in this count (assumption)."""
        lokaal = self.licht["soort"] == codes.LICHTE_HULP.index("lokaal_team")
        altijd = np.ones(len(self.maatregelen), dtype=bool)
        return np.concatenate(
            [
                self.in_specialistische_zorg(jaar),
                self.lopend(self.licht, jaar, lokaal),
                self.lopend(self.maatregelen, jaar, altijd),
            ]
        )

    def tel(self, lopend: Getallen, jaar: int, tot_en_met: int) -> Getallen:
        """Distinct young people per municipality, up to and including an age on 1 January."""
        uniek = np.unique(lopend)
        leeftijd = leeftijd_op(self.kinderen["geboorte"][uniek // 16], dag(jaar))
        return np.bincount(uniek[leeftijd <= tot_en_met] % 16, minlength=G)

    def voeg_episodes_toe(
        self,
        w: Werving,
        wegen: Aanloop,
        *,
        praktijk: Getallen,
        uitkomst: Getallen,
        gestart: Getallen,
        einde: Getallen,
    ) -> Getallen:
        """Store newcomers' episodes; who came along shares the key of the leader's melding. Returns rows."""
        sleutel = self.kinderen["sleutel"][w.kind] * 32 + self.kinderen["episodes"][w.kind]
        self.kinderen["episodes"][w.kind] += 1
        self.kinderen["vrij"][w.kind] = np.maximum(self.kinderen["vrij"][w.kind], einde)
        return self.episodes.voeg_toe(
            sleutel=sleutel,
            kind=w.kind,
            gemeente=w.gemeente,
            melding_sleutel=sleutel[w.leider],
            meldingsdatum=wegen.meldingsdatum,
            door=wegen.door,
            spoed=wegen.spoed,
            praktijk=praktijk,
            uitkomst=uitkomst,
            besluitdatum=wegen.besluitdatum,
            toewijzingsdatum=wegen.toewijzingsdatum,
            start=w.dag,
            einde=einde,
            gestart=gestart,
        )
